"""What the portfolio tests share: words, norms, registers, and trajectories in a few strokes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from spelregels.language import load_ruleset
from spelregels.language.portfolio import load_portfolio_rules
from spelregels.model.portfolio import PortfolioNorm, PortfolioRules
from spelregels.model.portfolio_found import NormResult
from spelregels.model.registers import Area, Body, Channel, Person, Population, Registers, Seat
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Closed, Event, Trajectory, When
from spelregels.model.words import Level, Order, Precision
from spelregels.portfolio import Member, evaluate

HERE = Path(__file__).parent
AS_OF = date(2026, 6, 30)


@cache
def words() -> Ruleset:
    return load_ruleset(HERE / "proef.yaml")


@cache
def rules() -> PortfolioRules:
    return load_portfolio_rules(HERE / "proef-portefeuille.yaml", lambda name, place: words())


def norm(name: str) -> PortfolioNorm:
    return next(one for one in rules().norms if one.id == name)


@cache
def registers() -> Registers:
    areas = [
        Area("Stad", whole=True),
        Area("Haven", part_of="Stad", whole=True),
        Area("Kade", part_of="Haven"),
        Area("Werf", part_of="Haven"),
        Area("Dorp", part_of="Stad", aliases=("Het Dorp",)),
        Area("Elders"),
    ]
    counts = {"leeftijd": {"jong": 40, "midden": 40, "oud": 20}}
    living = Population(date(2025, 1, 1), "verzonnen", counts)
    return Registers(
        id="proef/registers",
        areas={area.name: area for area in areas},
        population={"Haven": living},
        channels={
            "website": Channel(True, ("Stad",)),
            "app": Channel(True, None),
            "wijkkrant": Channel(False, ("Haven",)),
            "brief": Channel(False, ("Kade",)),
        },
        bodies={"platform": Body("Wijkplatform Haven", "Haven", 6, True)},
        topics={"speelplek": 1, "woningbouw": 5},
    )


def person(
    group: str | None, since: date | None, body: str = "platform", last: date | None = None
) -> Person:
    """A member of a body, and its age group."""
    seat = Seat("wijkplatform", body, since, last)
    return Person((seat,), {} if group is None else {"leeftijd": group})


def day(text: str) -> date:
    return date.fromisoformat(text)


def event(name: str, act: str, at: str | date | None, **more: Any) -> Event:
    """``at``: ``2026-02-01``, ``2026-02``, ``2026``, or None when it is not known."""
    text = at.isoformat() if isinstance(at, date) else at
    own = {key: more.pop(key) for key in ("by", "roles", "outcome", "certainty") if key in more}
    if text is None:
        when = When(Precision.UNKNOWN)
    else:
        fine = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(text)]
        when = When(fine, day((text + "-01-01")[:10]))
    return Event(id=name, act=act, at=when, attributes=more, **own)


def trajectory(
    name: str,
    events: Iterable[Event],
    *,
    area: str | None = "Haven",
    topic: str | None = "speelplek",
    level: Level | None = None,
    records: Iterable[str] | None = None,
    closed: bool = True,
    doelgroep: tuple[str, ...] | None = None,
    affected: tuple[str, ...] | None = None,
    informed: tuple[str, ...] | None = None,
    municipality: str = "",
) -> Trajectory:
    """A trajectory that records everything and is closed, unless it is said otherwise."""
    given = {
        "topic": topic,
        "area.name": area,
        "area.affected": affected,
        "area.informed": informed,
        "municipality": municipality or None,
    }
    return Trajectory(
        id=name,
        events=tuple(events),
        records=None if records is None else frozenset(records),
        level=level,
        header={key: value for key, value in given.items() if value is not None},
        facts={} if doelgroep is None else {"doelgroep": doelgroep},
        order=Order.LISTED,
        closed=Closed(everything=closed),
    )


def judged(
    name: str,
    *trajectories: Trajectory,
    known: Registers | None = None,
    as_of: date = AS_OF,
) -> NormResult:
    """The result of one norm over these trajectories."""
    own = rules()
    only = PortfolioRules(
        id=own.id, title=own.title, words=own.words, ends=own.ends, norms=(norm(name),)
    )
    members = [Member(one, words()) for one in trajectories]
    (result,) = evaluate([only], members, known or registers(), as_of)
    return result
