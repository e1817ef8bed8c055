"""The events of one log on a day: when each may have happened, and whether it surely did (P1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from spelregels.calendar.counting import Surroundings, count_on, days_in_month
from spelregels.calendar.durations import TermError
from spelregels.model.frozen import dataclass
from spelregels.model.log.truth import Truth
from spelregels.model.patterns import Value
from spelregels.model.portfolio import Deed, Deeds
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import Duration
from spelregels.model.trajectory import Event, Trajectory, When
from spelregels.model.verdict import Unknown
from spelregels.model.words import Certainty, How, Order, Precision

FIRST_DAY = date.min.toordinal()
LAST_DAY = date.max.toordinal()
_PLAIN = Surroundings({})


@dataclass(frozen=True, slots=True)
class Seen:
    """An event between two days (ordinals, both possible). ``sure``: it surely happened by now."""

    event: Event
    place: int
    lo: int
    hi: int
    sure: bool


Found = list[tuple[Seen, bool]]
"""Events that fit, or may; and whether each surely happened and surely fits."""


def days_of(when: When) -> tuple[int, int]:
    """The first and the last day of a moment, as ordinals; any day when it is not known."""
    day = when.day
    if day is None:
        return FIRST_DAY, LAST_DAY
    first = day.toordinal()
    match when.precision:
        case Precision.YEAR:
            return first, day.replace(month=12, day=31).toordinal()
        case Precision.MONTH:
            return first, first + days_in_month(day.year, day.month) - 1
        case _:
            return first, first


def window_end(start: int, length: Duration) -> int:
    """The last day of a window that begins on ``start``, that day counted in."""
    return _counted(start, length, same_day=True)


def last_before(start: int, length: Duration) -> int:
    """The last day that is no longer than ``length`` after ``start``."""
    return _counted(start, length, same_day=False)


def _counted(start: int, length: Duration, *, same_day: bool) -> int:
    try:
        counted = count_on(date.fromordinal(start), length, _PLAIN, same_day=same_day)
    except TermError:  # past the year 9999
        return LAST_DAY
    return counted.day.toordinal()


def seen_on(log: Trajectory, as_of: int) -> tuple[Seen, ...]:
    """M4 for days: what exists, or may, by the end of ``as_of``; corrected events left out."""
    events = log.events
    if any(e.corrects for e in events):
        today = date.fromordinal(as_of)
        live = [e for e in events if not e.corrects or (e.recorded or date.min) <= today]
        gone = {e.corrects for e in live if e.corrects}
        shown = {e.id for e in live} - gone
    else:
        shown = None
    made = []
    for place, event in enumerate(events):
        if shown is not None and event.id not in shown:
            continue
        lo, hi = days_of(event.at)
        if lo <= as_of:
            sure = hi <= as_of and event.certainty is not Certainty.PLANNED
            made.append(Seen(event, place, lo, min(hi, as_of), sure))
    made.sort(key=lambda s: (s.lo, s.hi, s.place))
    return tuple(made)


def fits(deed: Deed, event: Event, rules: Ruleset) -> Truth:
    """Whether an event is this act with one of these outcomes (M3 for an outcome not known)."""
    if event.act != deed.act:
        return False
    if not deed.outcomes or event.outcome in deed.outcomes:
        return True
    if event.outcome is not None:
        return False
    act = rules.acts.get(event.act)
    known = act.outcomes if act else ()
    if known and set(known) <= set(deed.outcomes):
        return True
    return Unknown(How.FACT_UNKNOWN, event.id, "outcome")


def value_of(log: Trajectory, event: Event, name: str) -> Value | Unknown | None:
    """M3: an attribute of an event; None: it is known that there is none."""
    if name in event.attributes:
        return event.attributes[name]
    closed = log.closed.attributes.get(event.act, frozenset())
    if log.closed.everything or name in closed:
        return None
    return Unknown(How.FACT_UNKNOWN, event.id, name)


def texts_of(value: Value | Unknown | None) -> tuple[str, ...]:
    """The values of a list or a single one, as text; none for what is absent or unknown."""
    if value is None or isinstance(value, Unknown):
        return ()
    parts = value if isinstance(value, tuple) else (value,)
    return tuple(str(part) for part in parts)


def before(log: Trajectory, x: Seen, y: Seen) -> Truth:
    """M2 for days: which of two events of one log came first."""
    if x.hi < y.lo or y.hi < x.lo or x is y:
        return x.hi < y.lo
    mine, theirs = x.event.at, y.event.at
    if mine.minute is not None and theirs.minute is not None and mine.minute != theirs.minute:
        return mine.minute < theirs.minute
    if mine == theirs and log.order is Order.LISTED:
        return x.place < y.place
    if x.lo == x.hi == y.lo == y.hi:
        return Unknown(How.ORDER_UNKNOWN, x.event.id, x.event.act)
    vague = x if x.hi - x.lo >= y.hi - y.lo else y
    return Unknown(How.DATE_UNKNOWN, vague.event.id, vague.event.act)


def index_by_act(seen: tuple[Seen, ...]) -> Mapping[str, tuple[Seen, ...]]:
    """The events of each act, in order of time."""
    found: dict[str, list[Seen]] = {}
    for one in seen:
        found.setdefault(one.event.act, []).append(one)
    return {act: tuple(some) for act, some in found.items()}


def deeds_named(*groups: Deeds) -> tuple[str, ...]:
    """The acts that some deeds name, each once."""
    return tuple(dict.fromkeys(deed.act for group in groups for deed in group))
