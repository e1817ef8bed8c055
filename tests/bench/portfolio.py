"""A hundred thousand trajectories judged together, and the sweep beside the plain meaning.

    python tests/bench/portfolio.py [--size 100000] [--small 60 120 240] [--vague 0.1]

The trajectories are made up with a fixed seed: ten years, four hundred neighbourhoods in a tree,
twenty topics, eight events each; some of them vague. Everything is in memory; what is timed is
judging alone, on one core. The plain meaning goes day by day and pair by pair; it is run on small
portfolios of which everything is known, where both must find the same.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from spelregels.language.portfolio import load_portfolio_rules  # noqa: E402
from spelregels.model.portfolio import Overlap, PortfolioRules  # noqa: E402
from spelregels.model.registers import Area, Registers  # noqa: E402
from spelregels.model.trajectory import Closed, Event, Trajectory, When  # noqa: E402
from spelregels.model.words import Order, Precision, Word  # noqa: E402
from spelregels.portfolio import Member, evaluate  # noqa: E402
from spelregels.portfolio.plain import crossing  # noqa: E402
from spelregels.portfolio.plain.known import known  # noqa: E402

FIRST, YEARS = date(2016, 1, 1), 10
AS_OF = date(2026, 6, 30)
QUARTER = ("Stad", "stadsdeel 0", "wijk 0.0", *(f"buurt 0.0.{b}" for b in range(4)))
TOPICS = [f"onderwerp {n}" for n in range(20)]
ACTS = (
    "informatie.gegeven",
    "uitnodiging.verstuurd",
    "uitnodiging.verstuurd",
    "inbreng.gegeven",
    "reactie.gegeven",
    "advies.uitgebracht",
    "regie.gekregen",
    "afstemming.gedaan",
)


def areas() -> dict[str, Area]:
    """A town of ten districts of ten quarters of four neighbourhoods."""
    made = [Area("Stad", "stad")]
    for d in range(10):
        made.append(Area(f"stadsdeel {d}", "stadsdeel", "Stad"))
        for w in range(10):
            made.append(Area(f"wijk {d}.{w}", "wijk", f"stadsdeel {d}"))
            made += [
                Area(f"buurt {d}.{w}.{b}", "buurt", f"wijk {d}.{w}", whole=False) for b in range(4)
            ]
    return {area.name: area for area in made}


def trajectories(size: int, vague: float, *, whole: bool = False) -> list[Trajectory]:
    """``whole``: everything is known, in one quarter and one year. ``vague``: the share of which
    something is not known."""
    draw = Random(20260630)
    names = [name for name in areas() if not whole or name in QUARTER]
    small = [name for name in names if name.startswith("buurt")]
    large = [name for name in names if not name.startswith("buurt")]
    years = 1 if whole else YEARS
    return [_one(n, size, draw, small, large, vague, whole, years) for n in range(size)]


def _one(
    n: int,
    size: int,
    draw: Random,
    small: list[str],
    large: list[str],
    vague: float,
    whole: bool,
    years: int,
) -> Trajectory:
    start = AS_OF - timedelta(draw.randrange(1, 365 * years))
    days = sorted(start + timedelta(draw.randrange(180)) for _ in range(8))
    events = [_event(k, draw.choice(ACTS), day, n, size, draw) for k, day in enumerate(days)]
    end = days[-1] + timedelta(1)
    events.append(Event(id="einde", act="traject.afgesloten", at=When(Precision.DAY, end)))
    area = draw.choice(large if draw.random() < 0.02 else small)
    header: dict[str, Any] = {
        "topic": draw.choice(TOPICS),
        "area.name": area,
        "area.affected": (area,),
        "area.informed": (area,),
    }
    records = None
    if not whole and draw.random() < vague:
        records = frozenset(ACTS)  # it does not show its end
        header.pop(draw.choice(("topic", "area.informed")))
    return Trajectory(
        id=f"t{n:06}",
        events=tuple(events),
        records=records,
        header=header,
        facts={"doelgroep": ()},
        order=Order.LISTED,
        closed=Closed(everything=True),
    )


def _event(k: int, act: str, day: date, n: int, size: int, draw: Random) -> Event:
    attributes: dict[str, Any] = {}
    if act == "uitnodiging.verstuurd":
        attributes["persoon"] = f"p{int(draw.random() ** 4 * size)}"  # some are asked more
    if act == "afstemming.gedaan":
        attributes["met"] = (f"t{draw.randrange(size):06}",)
    by = f"p{draw.randrange(max(20, size // 2))}"
    when = When(Precision.DAY, day)
    return Event(id=f"e{k}", act=act, at=when, by=by, roles=("bewoners",), attributes=attributes)


def only(rules: PortfolioRules, name: str) -> PortfolioRules:
    """The file with one norm left."""
    return replace(rules, norms=tuple(norm for norm in rules.norms if norm.id == name))


def timed(run: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of processor time, and the answer."""
    gc.collect()
    began = time.process_time()
    answer = run()
    return time.process_time() - began, answer


def main() -> int:
    """Measure, print, and fail when the two differ."""
    given = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    given.add_argument("--size", type=int, default=100_000)
    given.add_argument("--small", type=int, nargs="+", default=[60, 120, 240])
    given.add_argument("--vague", type=float, default=0.1)
    args = given.parse_args()
    rules = load_portfolio_rules("spanningen/portefeuille")
    known_of = Registers(id="bank", areas=areas())
    words = rules.words[-1]
    members = [Member(one, words) for one in trajectories(args.size, args.vague)]
    gc.freeze()
    print(f"{args.size:,} trajectories, {args.vague:.0%} vague, processor seconds")
    total, results = timed(lambda: evaluate([rules], members, known_of, AS_OF))
    found = sum(len(one.findings) for one in results)
    print(f"{'all norms':<24}{total:>9.2f} s{found:>10,} findings")
    for norm in rules.norms:
        seconds, (one,) = timed(
            lambda name=norm.id: evaluate([only(rules, name)], members, known_of, AS_OF)
        )
        print(f"{norm.id:<24}{seconds:>9.2f} s{len(one.findings):>10,} findings")
    return 0 if all(compare(size, rules, known_of) for size in args.small) else 1


def compare(size: int, rules: PortfolioRules, known_of: Registers) -> bool:
    """The overlap norm on a small portfolio of one year, both ways."""
    words, norm = rules.words[-1], only(rules, "kruisende-trajecten")
    asked = norm.norms[0].asks
    assert isinstance(asked, Overlap)
    some = trajectories(size, 0, whole=True)
    there = {name: area for name, area in known_of.areas.items() if name in QUARTER}
    members = [Member(one, words) for one in some]
    swept, (result,) = timed(lambda: evaluate([norm], members, known_of, AS_OF))
    plainly, groups = timed(
        lambda: crossing.overlap(
            asked,
            [o for t in some if (o := known(t, words, rules.ends, AS_OF))],
            there,
        )
    )
    mine = {f.trajectories for f in result.findings if f.word is Word.BROKEN}
    theirs = {tuple(sorted(group)) for group, tied in groups.items() if not tied}
    same = mine == theirs
    print(
        f"{size:>6} trajectories: sweep {swept:.3f} s, plain {plainly:.2f} s, "
        f"ratio {plainly / max(swept, 1e-6):,.0f} x, {len(mine)} groups, "
        f"{'equal' if same else 'THEY DIFFER'}"
    )
    return same


if __name__ == "__main__":
    sys.exit(main())
