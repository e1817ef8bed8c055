"""One event on its way into a log: read, known already, or in the way of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from spelregels.model.problem import InputRefused, Position, Problem
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Event, Trajectory
from spelregels.session.answer import Answer
from spelregels.session.entering import Plain, event_of, read_trajectory
from spelregels.session.errors import (
    AlreadyCorrected,
    DifferentEvent,
    EventRefused,
    NotLawful,
    UnknownEvent,
)
from spelregels.session.voice import Voice

__all__ = [
    "corrected_already",
    "different",
    "free_name",
    "name_of",
    "no_such_event",
    "not_correcting",
    "plain_of",
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


def name_of(event: Mapping[str, Any]) -> str:
    """The id of an event. Raises ``EventRefused`` if it has none of its own."""
    name = event.get("id")
    if isinstance(name, str) and name:
        return name
    raise _refused(
        "no-id",
        "Deze gebeurtenis heeft geen eigen `id`; zonder id is niet te zien of zij er al is.",
        "This event has no `id` of its own; without one nobody can tell whether it is there.",
    )


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


def different(name: str) -> DifferentEvent:
    """The exception for an id that is there with other content."""
    return DifferentEvent(
        f"De gebeurtenis {name} is al vastgelegd en zegt iets anders.",
        f"The event {name} was recorded already and says something else.",
    )


def corrected_already(replaced: str, by: str) -> AlreadyCorrected:
    """The exception for a correction of what was replaced."""
    return AlreadyCorrected(
        f"De gebeurtenis {replaced} is al vervangen door {by}.",
        f"The event {replaced} was replaced by {by} already.",
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
