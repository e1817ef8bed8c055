"""One event on its way into a log: read, known already, or in the way of another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from spelregels.model.problem import InputRefused, Position, Problem
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Event, Trajectory
from spelregels.session.answer import Answer
from spelregels.session.entering import Plain, canonical, event_of, read_trajectory
from spelregels.session.errors import (
    AlreadyCorrected,
    DifferentEvent,
    EventRefused,
    NotLawful,
    UnknownEvent,
)
from spelregels.session.voice import Voice

__all__ = [
    "free_name",
    "is_repeated",
    "no_such_event",
    "not_corrected_before",
    "not_correcting",
    "plain_of",
    "read_event",
    "read_log",
    "refusal",
    "refusing",
]

_TIES = ("corrects", "recorded")
_NO_EVENT = (
    "no-event",
    "Een gebeurtenis is een verzameling sleutels: id, at, act, by …",
    "An event is a set of keys: id, at, act, by …",
)


@contextmanager
def refusing() -> Iterator[None]:
    """What the reader refuses becomes an ``EventRefused``."""
    try:
        yield
    except InputRefused as refused:
        raise EventRefused(refused.problems) from None


def read_log(header: Plain, events: Iterable[Any], ruleset: Ruleset) -> Trajectory:
    """A bound trajectory. Raises ``EventRefused``."""
    if not isinstance(events, Iterable):
        raise _refused("no-events", "`events` is hier geen lijst.", "`events` is no list here.")
    with refusing():
        return read_trajectory(header, _named(events), ruleset)


def plain_of(event: object) -> dict[str, Any]:
    """An event as plain data of its own. Raises ``EventRefused``."""
    if isinstance(event, Event):
        return event_of(event)
    if isinstance(event, Mapping):
        return dict(event)
    raise _refused(*_NO_EVENT)


def read_event(
    header: bytes, log: Sequence[bytes], event: Mapping[str, Any], ruleset: Ruleset
) -> Event:
    """An event as the ruleset reads it. Raises ``EventRefused``, ``UnknownEvent``.

    It is read behind the others, for it may name them; without the one that has its id.
    """
    name, replaced = event.get("id"), event.get("corrects")
    if not isinstance(name, str) or not name:
        raise _refused(
            "no-id",
            "Deze gebeurtenis heeft geen eigen `id`; zonder id is niet te zien of zij er al is.",
            "This event has no `id` of its own; without one nobody can tell whether it is there.",
        )
    known = [e for e in map(json.loads, log) if e["id"] != name]
    if replaced is not None and replaced not in [name, *(e["id"] for e in known)]:
        raise no_such_event(replaced)
    return read_log(json.loads(header), [*known, dict(event)], ruleset).events[-1]


def no_such_event(name: object) -> UnknownEvent:
    """The exception for a correction of what is not there."""
    shown = name if isinstance(name, str) else type(name).__name__
    return UnknownEvent(
        f"De gebeurtenis {shown} staat niet in dit traject.",
        f"The event {shown} does not stand in this trajectory.",
    )


def not_correcting(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """An event that may be recorded as it is. Raises ``EventRefused`` for a correction."""
    if any(key in event for key in _TIES):
        raise _refused(
            "use-correct",
            "Een correctie gaat met `correct`, niet met `record`.",
            "A correction goes through `correct`, not through `record`.",
        )
    return event


def is_repeated(log: Sequence[bytes], event: Event) -> bool:
    """Whether exactly this event is there. Raises ``DifferentEvent``."""
    plain = canonical(event_of(event))
    for known in log:
        if known == plain:
            return True
        if json.loads(known)["id"] == event.id:
            raise DifferentEvent(
                f"De gebeurtenis {event.id} is al vastgelegd en zegt iets anders.",
                f"The event {event.id} was recorded already and says something else.",
            )
    return False


def not_corrected_before(log: Sequence[bytes], replaced: str) -> None:
    """Raises ``AlreadyCorrected``."""
    for known in log:
        other = json.loads(known)
        if other.get("corrects") == replaced:
            raise AlreadyCorrected(
                f"De gebeurtenis {replaced} is al vervangen door {other['id']}.",
                f"The event {replaced} was replaced by {other['id']} already.",
            )


def free_name(trajectory: Trajectory, name: str) -> str:
    """``name``, or the same with marks behind it where an event has that id."""
    taken = {event.id for event in trajectory.events}
    while name in taken:
        name += "'"
    return name


def refusal(answer: Answer, ruleset: Ruleset) -> NotLawful:
    """The exception of strict mode, with what the report says of each breach."""
    texts = []
    for language in ("nl", "en"):
        voice = Voice.of(ruleset, language)
        findings = (voice.finding(v, answer.trajectory, answer.judgement) for v in answer.against)
        texts.append(" ".join(f"[{f.norm}] {f.message}" for f in findings))
    return NotLawful(answer, *texts)


def _named(events: Iterable[Any]) -> Iterator[tuple[str, Plain]]:
    for number, event in enumerate(events, 1):
        if not isinstance(event, Mapping):
            raise _refused(*_NO_EVENT)
        name = event.get("id")
        yield name if isinstance(name, str) and name else f"e{number}", event


def _refused(code: str, nl: str, en: str) -> EventRefused:
    return EventRefused((Problem(code, Position(), nl, en),))
