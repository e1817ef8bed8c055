"""Worlds: one way the things a log leaves open may really have been.

A completion is a log that a perfect source might have given of the same events. It keeps to the
settled readings: a missing link means the only event that could be meant (M8); an answer that names
its trigger came after it (M16); what was planned may have happened or not (M4); an ending act that
is not recorded did not happen, and an unrecorded act gives no instance of its own (M9).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from spelregels.audit.chance import chance, few, pick
from spelregels.audit.intervals import span_of
from spelregels.audit.links import LinkBook, Undecided
from spelregels.audit.vocabulary import (
    ACTS,
    ATTRIBUTES,
    FACTS,
    LINK,
    PERSONS,
    PLAIN_ROLES,
    TOPICS,
    value,
)
from spelregels.model.patterns import Value
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Closed, Event, Trajectory, When
from spelregels.model.words import Certainty, Order, Precision

PHANTOM = "phantom"
PATIENCE = 12  # draws of an order that keeps answers after the triggers they name


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with its exact minute, and its place among events of the same minute."""

    event: Event
    tick: int  # minutes since the year 1
    tie: float


def complete(
    rules: Ruleset, log: Trajectory, rng: Random, as_of: date, hints: Sequence[date] = ()
) -> Trajectory | None:
    """One complete log: exact minutes in a total order, and everything known.

    ``hints``: days near which unrecorded acts are put more often. ``None`` when a settled reading
    leaves it open which link is meant, so that no honest completion can be drawn.
    """
    planned = {e.id for e in log.events if e.certainty is Certainty.PLANNED and chance(rng, 0.5)}
    events = [event for event in log.events if event.id not in planned]
    book = LinkBook(rules, replace(log, events=tuple(events)), as_of)
    placed = _placed(rng, log, events, as_of)
    for _ in range(PATIENCE):
        if not book.against_links({one.event.id: (one.tick, one.tie) for one in placed}):
            break
        placed = _placed(rng, log, events, as_of)
    else:
        return None
    try:
        known = _known(rng, rules, log, placed, book)
    except Undecided:
        return None
    known += _phantoms(rng, rules, log, known, as_of, hints)
    known.sort(key=lambda one: (one.tick, one.tie))
    return replace(
        log,
        events=tuple(one.event for one in known),
        records=None,
        order=Order.LISTED,
        closed=Closed(everything=True),
        facts=_facts(rng, log),
        header=_header(rng, log),
        competent_authority=_bound(rng, log),
    )


# --- when -----------------------------------------------------------------------------------------


def _draw_minute(rng: Random, low: int, high: int, days: Sequence[int]) -> int:
    near = [d * 1440 for d in days if low <= d * 1440 <= high]
    if near and chance(rng, 0.5):
        return min(high, pick(rng, near) + rng.randrange(1440))
    return rng.randint(low, high)


def _placed(rng: Random, log: Trajectory, events: Sequence[Event], around: date) -> list[Placed]:
    """Exact minutes. Equal intervals keep the order of a source that asserts one (M2)."""
    groups: dict[tuple[int, int, bool], list[Event]] = {}
    for event in events:
        low, high = span_of(event.at, around)
        unknown = event.at.precision is Precision.UNKNOWN
        groups.setdefault((low, high, unknown), []).append(event)
    sharp = [e.at.day.toordinal() + d for e in events if e.at.day for d in (-1, 0, 1)]
    sharp += [around.toordinal() + d for d in (0, 1)]
    found: list[Placed] = []
    for (low, high, _), group in groups.items():
        minutes = [_draw_minute(rng, low, high, sharp) for _ in group]
        ties = [rng.random() for _ in group]
        pairs = list(zip(minutes, ties, strict=True))
        if log.order is Order.LISTED:
            pairs.sort()
        found += [
            Placed(_at(event, tick), tick, tie)
            for event, (tick, tie) in zip(group, pairs, strict=True)
        ]
    return found


def _at(event: Event, tick: int) -> Event:
    day, minute = divmod(tick, 1440)
    return replace(event, at=When(Precision.MINUTE, date.fromordinal(day), minute))


# --- what and who ---------------------------------------------------------------------------------


def _known(
    rng: Random, rules: Ruleset, log: Trajectory, placed: Sequence[Placed], book: LinkBook
) -> list[Placed]:
    """Every fact of every event; triggers before their answers, so that links can be copied."""
    done: dict[str, Event] = {}
    for one in sorted(placed, key=lambda one: book.depth(one.event)):
        done[one.event.id] = _filled(rng, rules, log, one.event, book, done)
    return [replace(one, event=done[one.event.id]) for one in placed]


def _filled(
    rng: Random,
    rules: Ruleset,
    log: Trajectory,
    event: Event,
    book: LinkBook,
    done: Mapping[str, Event],
) -> Event:
    closed = log.closed.attributes.get(event.act, frozenset())
    attributes = dict(event.attributes)
    for name in sorted(rules.acts[event.act].attributes):
        if name in attributes or log.closed.everything or name in closed:
            continue
        owed = book.owed(event, name)
        if owed is not None:
            attributes[name] = owed
        elif book.ties(event.act, name):
            attributes[name] = book.meant(rng, event, name, done)
        else:
            attributes[name] = _value(rng, name, log)
    outcomes = rules.acts[event.act].outcomes
    by, roles = _who(rng, rules, log, event)
    return replace(
        event,
        by=by,
        roles=roles,
        attributes=attributes,
        outcome=event.outcome or (pick(rng, outcomes) if outcomes else None),
        certainty=Certainty.SEEN,
    )


def _value(rng: Random, name: str, log: Trajectory) -> Value | None:
    if name == LINK:
        return pick(rng, [event.id for event in log.events]) if chance(rng, 0.8) else None
    return value(rng, name)


def _who(rng: Random, rules: Ruleset, log: Trajectory, event: Event) -> tuple[str, tuple[str, ...]]:
    """``by`` and ``roles``: what stands there stays; M12 says when a role is unknown."""
    aliases = {alias for role in rules.roles.values() for alias in role.aliases}
    by = event.by if event.by is not None else pick(rng, (*PERSONS, "dirk", *PLAIN_ROLES))
    roles = event.roles
    if not roles and not (event.by in rules.roles or event.by in aliases):
        roles = _roles_that_day(log, event) or tuple(few(rng, PLAIN_ROLES, 1, 2))
    return by, roles


def _roles_that_day(log: Trajectory, event: Event) -> tuple[str, ...]:
    day = event.at.day
    assert day is not None
    return tuple(
        held.role
        for held in log.persons.get(event.by or "", ())
        if (held.first is None or held.first <= day) and (held.last is None or day <= held.last)
    )


def _facts(rng: Random, log: Trajectory) -> dict[str, Value | None]:
    facts = dict(log.facts)
    for name, declared in FACTS.items():
        shut = log.closed.everything or name in log.closed.facts
        if name not in facts and not shut and declared.default is None:
            facts[name] = value(rng, name)
    return facts


def _bound(rng: Random, log: Trajectory) -> str | None:
    if log.competent_authority is not None or log.closed.everything:
        return log.competent_authority
    return pick(rng, ("raad", "college"))


def _header(rng: Random, log: Trajectory) -> dict[str, Value | None]:
    header = dict(log.header)
    if "topic" not in header and not log.closed.everything:
        header["topic"] = pick(rng, TOPICS)
    return header


# --- acts the source does not record --------------------------------------------------------------


def ending_acts(rules: Ruleset) -> frozenset[str]:
    """Acts that end by declaration or by some edge: taken not to have happened (M9)."""
    found = {act.id for act in rules.acts.values() if act.ends}
    if rules.machine is not None:
        ends = {stage.id for stage in rules.machine.stages if stage.ends_as is not None}
        edges = [edge for stage in rules.machine.stages for edge in stage.edges]
        found |= {edge.act for edge in edges if edge.to in ends}
    return frozenset(found)


def _phantoms(
    rng: Random,
    rules: Ruleset,
    log: Trajectory,
    known: Sequence[Placed],
    as_of: date,
    hints: Sequence[date],
) -> list[Placed]:
    if log.records is None or not known:
        return []
    hidden = sorted(set(ACTS) - log.records - ending_acts(rules))
    if not hidden:
        return []
    first = min(one.tick for one in known)
    last = as_of.toordinal() * 1440 + 1439
    if first > last:
        return []  # nothing in the log has happened yet
    if all(file.valid_from is None and file.valid_to is None for file in rules.files):
        first -= rng.choice((0, 3, 90)) * 1440  # else it could pick another version (M14)
    days = [one.tick // 1440 + d for one in known for d in (-1, 0, 1)]
    days += [day.toordinal() + d for day in hints for d in (-1, 0, 0, 1)]
    made: list[Placed] = []
    for number in range(rng.randint(0, 4)):
        tick = _draw_minute(rng, first, last, days)
        made.append(Placed(_phantom(rng, log, pick(rng, hidden), number, tick), tick, rng.random()))
    return made


def _phantom(rng: Random, log: Trajectory, act: str, number: int, tick: int) -> Event:
    attributes = {name: _value(rng, name, log) for name in sorted(ATTRIBUTES)}
    outcomes = ACTS[act].outcomes
    bare = Event(
        id=f"{PHANTOM}{number}",
        act=act,
        at=When(Precision.UNKNOWN),
        by=pick(rng, PERSONS),
        roles=tuple(few(rng, PLAIN_ROLES, 1, 2)),
        outcome=pick(rng, outcomes) if outcomes else None,
        attributes=attributes,
    )
    return _at(bare, tick)
