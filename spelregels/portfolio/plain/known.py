"""A trajectory of which everything is known: P2 its run, P3 areas, P4 roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from spelregels.calendar.counting import Surroundings, count_on
from spelregels.model.frozen import dataclass
from spelregels.model.portfolio import Deeds
from spelregels.model.registers import Area
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import Duration
from spelregels.model.trajectory import Event, Trajectory
from spelregels.model.words import RoleKind

Areas = Mapping[str, Area]
Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """One trajectory of which everything is known; ``last``: the day it ended, or today."""

    log: Trajectory
    rules: Ruleset
    first: date
    last: date

    def runs(self, day: date) -> bool:
        """P2."""
        return self.first <= day <= self.last

    def of(self, deeds: Deeds) -> list[Event]:
        """The events that are one of these, in the order of the source."""
        return [e for e in self.log.events if is_one(e, deeds)]


def known(log: Trajectory, rules: Ruleset, ends: Deeds, as_of: date) -> Known | None:
    """P2: from the first event through the first that ends it; None before the first."""
    days = [day_of(e) for e in log.events if day_of(e) <= as_of]
    if not days:
        return None
    shown = Trajectory(
        id=log.id,
        events=tuple(e for e in log.events if day_of(e) <= as_of),
        records=None,
        level=log.level,
        header=log.header,
        facts=log.facts,
        persons=log.persons,
    )
    ending = [day_of(e) for e in shown.events if is_one(e, ends) or rules.acts[e.act].ends]
    return Known(shown, rules, min(days), min(ending, default=as_of))


def day_of(event: Event) -> date:
    """The day of an event."""
    assert event.at.day is not None
    return event.at.day


def is_one(event: Event, deeds: Deeds) -> bool:
    """Whether an event is one of these acts, with a fitting outcome."""
    return any(
        event.act == d.act and event.outcome in (d.outcomes or (event.outcome,)) for d in deeds
    )


def texts(value: object) -> tuple[str, ...]:
    """The values of a list or a single one; none for nothing."""
    given = value if isinstance(value, tuple) else () if value is None else (value,)
    return tuple(map(str, given))


def after(day: date, length: Duration, *, counted_in: bool) -> date:
    """The last day of so long from ``day`` on; ``counted_in``: that day is day one."""
    return count_on(day, length, Surroundings({}), same_day=counted_in).day


def days_in(first: date, last: date) -> list[date]:
    """Every day from the first through the last."""
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def covers(one: str, other: str, areas: Areas) -> bool:
    """P3."""
    return one == other or (
        areas[other].part_of is not None and covers(one, str(areas[other].part_of), areas)
    )


def covered(area: str, by: Sequence[str], areas: Areas) -> bool:
    """P3: in one of them, or each of all its parts is."""
    parts = [a.name for a in areas.values() if a.part_of == area]
    whole = bool(parts) and areas[area].whole
    return any(covers(one, area, areas) for one in by) or (
        whole and all(covered(part, by, areas) for part in parts)
    )


def own_areas(one: Known) -> Ids:
    """P3: the areas a trajectory is about."""
    named = (*texts(one.log.header.get("area.name")), *texts(one.log.header.get("area.affected")))
    return frozenset(named)


def role_of(event: Event, rules: Ruleset) -> str:
    """P4: the role an act was done in."""
    return (event.roles or (event.by or "",))[0]


def by_residents(event: Event, rules: Ruleset) -> bool:
    """P4: whether residents, or a role open to anyone, did it."""
    return rules.roles[role_of(event, rules)].kind in (RoleKind.RESIDENTS, RoleKind.ANYONE)
