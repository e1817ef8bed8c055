"""The five rules replayed in pure Python beside a hand-written monitor and pm4py, in one run.

    python tests/bench/five_rules.py --logs DIR --peers ../shared/bench [--size 100k] [--all]

``DIR`` holds what ``make_log.py`` and ``make_reference.py`` of the peers' folder wrote. Needs
pyarrow to read them; pm4py is measured where it is installed and otherwise said to be skipped.
Every engine reads the same Parquet file; what is timed is reading and judging, on one core.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

AS_OF = date(2030, 1, 1)
EPOCH = date(1970, 1, 1).toordinal()
DAY = 86_400_000_000  # microseconds
RULES = {"r1": "R1", "r2": "R2", "r3": "R3", "r4-veto": "R4", "r4-delegate": "R4", "r5": "R5"}
Violators = dict[str, set[str]]


def logs(path: Path) -> Iterator[tuple[str, list[str], list[int]]]:
    """One log at a time out of a file sorted by case and time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    name, acts, days = "", [], []
    columns = ["case", "activity", "timestamp"]
    for batch in pq.ParquetFile(path).iter_batches(batch_size=131_072, columns=columns):
        cases, happened, at = (batch.column(n) for n in range(3))
        rows = zip(
            cases.to_pylist(), happened.to_pylist(), at.cast(pa.int64()).to_pylist(), strict=True
        )
        for case, act, tick in rows:
            if case != name:
                if acts:
                    yield name, acts, days
                name, acts, days = case, [], []
            acts.append(act)
            days.append(tick // DAY + EPOCH)
    if acts:
        yield name, acts, days


def compiled() -> Any:
    """The five rules, loaded from their ruleset."""
    from spelregels.engine import compile_ruleset
    from spelregels.language import load_ruleset

    return compile_ruleset(load_ruleset(ROOT / "tests" / "bench" / "vijf-regels.yaml"))


def engine(path: Path) -> Violators:
    """The violators, as the engine sees them: a breach of any instance."""
    from spelregels.engine import scan
    from spelregels.model.words import Word

    rules = compiled()
    names = {placed.number: RULES[placed.norm.id] for placed in rules.norms}
    breaches = {Word.BROKEN, Word.LATE, Word.OVERDUE}
    found: Violators = {rule: set() for rule in RULES.values()}
    for name, finds in scan(rules, logs(path), AS_OF):
        for find in finds:
            if find[3] in breaches:
                found[names[find[0]]].add(name)
    return found


def timed(run: Callable[[Path], Any], path: Path, repeats: int) -> tuple[float, Any]:
    """The median of the seconds of processor time, and the last answer."""
    seconds, answer = [], None
    for _ in range(repeats):
        began = time.process_time()
        answer = run(path)
        seconds.append(time.process_time() - began)
    return statistics.median(seconds), answer


def peer(module: str) -> Any:
    """A module of the peers' folder."""
    return importlib.import_module(module)


def main() -> int:
    """Measure, print, and fail when the violators differ."""
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    given.add_argument("--logs", type=Path, required=True)
    given.add_argument("--peers", type=Path, default=ROOT.parent / "shared" / "bench")
    given.add_argument("--size", default="100k")
    given.add_argument("--repeats", type=int, default=3)
    given.add_argument("--memory", action="store_true", help="also idle sessions (a minute)")
    given.add_argument("--start", action="store_true", help="also a warm check of one trajectory")
    given.add_argument("--all", action="store_true", help="both")
    args = given.parse_args()
    os.environ["BENCH_DIR"] = str(args.logs)
    sys.path.insert(0, str(args.peers))
    path = args.logs / f"log_{args.size}.parquet"
    reference = json.loads((args.logs / f"ref_{args.size}.json").read_text("utf-8"))
    expected = {rule: set(cases) for rule, cases in reference.items()}
    events = sum(len(acts) for _, acts, _ in logs(path))
    by_hand, _ = timed(lambda p: peer("limits").py_stream(str(p)), path, args.repeats)
    mine, found = timed(engine, path, args.repeats)
    print(
        f"{events:,} events, processor seconds, median of {args.repeats}, Python {sys.version[:6]}"
    )
    row("hand-written monitor", by_hand, by_hand, events)
    row("spelregels.engine.scan", mine, by_hand, events)
    pm4py_row(path, by_hand, events)
    same = found == expected
    sizes = ", ".join(f"{rule} {len(cases):,}" for rule, cases in sorted(found.items()))
    print(f"violators {'equal to the reference' if same else 'DIFFER'}: {sizes}")
    if args.memory or args.all:
        memory(path)
    fine = not (args.start or args.all) or start()
    return 0 if same and fine else 1


def row(name: str, seconds: float, by_hand: float, events: int) -> None:
    """One line of the table."""
    ratio = seconds / by_hand
    print(f"{name:<32}{seconds:>9.2f} s {events / seconds / 1e6:>7.3f} M events/s {ratio:>7.1f} x")


def pm4py_row(path: Path, by_hand: float, events: int) -> None:
    """pm4py's LTL filters with the preparation they need; skipped, and said so, without pm4py."""
    if importlib.util.find_spec("pm4py") is None:
        print("pm4py: skipped, not installed")
        return
    prepare, run = peer("peers").P["pm4py_ltl"]
    preparing, frame = timed(lambda p: prepare(str(p)), path, 1)
    judging, _ = timed(lambda _: run(frame), path, 1)
    row("pm4py LTL, with preparation", preparing + judging, by_hand, events)
    row("pm4py LTL, without", judging, by_hand, events)


def memory(path: Path) -> None:
    """Bytes per idle session, in a process of its own."""
    script = ROOT / "tests" / "bench" / "idle_sessions.py"
    subprocess.run([sys.executable, str(script), str(path)], check=True)


def start() -> bool:
    """The start of a warm command, within its limit; processes of their own."""
    script = ROOT / "tests" / "bench" / "warm_check.py"
    return subprocess.run([sys.executable, str(script)], check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
