"""The events of a trajectory, and records that cannot be true as printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from spelregels.language.header import EVENT_KEYS
from spelregels.language.moments import UNKNOWN, Read, last_day, read_moment
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import suggest
from spelregels.language.reading import Reader, entries
from spelregels.model.frozen import dataclass
from spelregels.model.patterns import Value
from spelregels.model.trajectory import DataError, Event, When
from spelregels.model.words import Certainty

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_LIST_NL = "een lijst van gebeurtenissen"
_LIST_EN = "a list of events"


@dataclass(frozen=True, slots=True)
class _Dated:
    event: Event
    errors: tuple[DataError, ...]


def read_events(
    node: Node | None, zone: ZoneInfo | None, reader: Reader
) -> tuple[tuple[Event, ...], tuple[DataError, ...]]:
    """The events in the order of the source, and the data errors among them."""
    if node is None:
        return (), ()
    read = [
        _event(item, number, zone, reader)
        for number, item in enumerate(reader.items(node, _LIST_NL, _LIST_EN), start=1)
    ]
    dated = [one for one in read if one is not None]
    events = tuple(one.event for one in dated)
    _unique(events, reader)
    _corrections(events, reader)
    return events, tuple(error for one in dated for error in one.errors)


def _event(node: Node, number: int, zone: ZoneInfo | None, reader: Reader) -> _Dated | None:
    top = reader.mapping(node, "{id:, at:, act:, by:}", "{id:, at:, act:, by:}")
    if top is None:
        return None
    found = entries(top)
    for key in ("at", "act"):
        if key not in found:
            nl, en = _needed(key)
            reader.missing(top, key, nl, en, top.position)
    name = (reader.name(found["id"]) if "id" in found else None) or f"e{number}"
    read = read_moment(found["at"], zone, reader) if "at" in found else None
    until = read_moment(found["until"], zone, reader) if "until" in found else None
    event = Event(
        id=name,
        act=(reader.word_name(found["act"]) if "act" in found else None) or "",
        at=read.when if read else UNKNOWN,
        by=_by(found.get("by"), reader),
        roles=_roles(found.get("as"), reader),
        outcome=reader.word_name(found["outcome"]) if "outcome" in found else None,
        attributes=_attributes(top, until, reader),
        certainty=_certainty(found.get("certainty"), reader),
        source=_words(found.get("source"), reader),
        note=_words(found.get("note"), reader),
        corrects=reader.name(found["corrects"]) if "corrects" in found else None,
        recorded=reader.day(found["recorded"]) if "recorded" in found else None,
        position=top.position,
        places={key: part.position for key, part in top.entries.items()},
    )
    _correction_is_whole(event, top, reader)
    return _Dated(event, _data_errors(event, read, until))


def _needed(key: str) -> tuple[str, str]:
    if key == "at":
        return "een datum, of unknown als die niet bekend is", "a date, or unknown if not known"
    return "de naam van een handeling", "the name of an act"


def _words(node: Node | None, reader: Reader) -> str:
    return (reader.identifier(node) or "") if node is not None else ""


def _by(node: Node | None, reader: Reader) -> str | None:
    if node is None:
        return None
    if isinstance(node, ListNode):
        names = ", ".join(str(item.value) for item in node.items if isinstance(item, ScalarNode))
        reader.wrong(
            node,
            "een persoon of orgaan; rollen die samen handelen staan onder as",
            "one person or body; roles that act together stand under as",
            f"as: [{names}]",
        )
        return None
    return reader.name(node)


def _roles(node: Node | None, reader: Reader) -> tuple[str, ...]:
    if node is None:
        return ()
    if isinstance(node, ListNode):
        return reader.names(node, "een lijst van rollen", "a list of roles")
    role = reader.word_name(node)
    return (role,) if role else ()


def _certainty(node: Node | None, reader: Reader) -> Certainty:
    return (reader.word(node, Certainty) if node is not None else None) or Certainty.SEEN


def _attributes(top: MapNode, until: Read | None, reader: Reader) -> Mapping[str, Value | None]:
    read = {key: reader.value(part) for key, part in top.entries.items() if key not in EVENT_KEYS}
    if until is not None and until.when.day is not None:
        read["until"] = last_day(until.when)
    return read


def _correction_is_whole(event: Event, top: MapNode, reader: Reader) -> None:
    nl, en = "corrects en recorded horen bij elkaar", "corrects and recorded belong together"
    if event.corrects is not None and "recorded" not in top.entries:
        reader.missing(top, "recorded", nl, en, event.places["corrects"])
    if event.recorded is not None and "corrects" not in top.entries:
        reader.missing(top, "corrects", nl, en, event.places["recorded"])


def _unique(events: tuple[Event, ...], reader: Reader) -> None:
    first: dict[str, Event] = {}
    for event in events:
        if event.id in first:
            line = first[event.id].position.line
            reader.problems.add(
                "double-id",
                event.places.get("id", event.position),
                f"De gebeurtenis {event.id} staat dubbel (eerst op regel {line}).",
                f"The event {event.id} stands twice (first on line {line}).",
                expected_nl="een eigen id per gebeurtenis",
                expected_en="an id of its own for each event",
            )
        else:
            first[event.id] = event


def _corrections(events: tuple[Event, ...], reader: Reader) -> None:
    by_id = {event.id: event for event in events}
    circles = _in_circles(by_id)
    for event in events:
        if event.corrects is None:
            continue
        place = event.places.get("corrects", event.position)
        if event.corrects not in by_id:
            reader.problems.add(
                "unknown-event",
                place,
                f"De gebeurtenis {event.corrects} bestaat niet in dit traject.",
                f"The event {event.corrects} does not exist in this trajectory.",
                suggestion=suggest(event.corrects, by_id),
            )
        elif event.id in circles:
            reader.problems.add(
                "correction-circle",
                place,
                f"De gebeurtenis {event.id} vervangt uiteindelijk zichzelf.",
                f"The event {event.id} replaces itself in the end.",
            )


def _in_circles(by_id: Mapping[str, Event]) -> set[str]:
    """The events whose corrections never end; each event is walked once, however long a chain."""
    fine: set[str] = set()
    lost: set[str] = set()
    for start in by_id:
        path: dict[str, None] = {}
        here: str | None = start
        while (
            here is not None
            and here in by_id
            and not (here in path or here in fine or here in lost)
        ):
            path[here] = None
            here = by_id[here].corrects
        (lost if here in path or here in lost else fine).update(path)
    return lost


def _data_errors(event: Event, read: Read | None, until: Read | None) -> tuple[DataError, ...]:
    errors = []
    for one in (read, until):
        if one is not None and one.placeholder is not None:
            errors.append(
                DataError(
                    "placeholder-date",
                    f"De datum {one.placeholder} van {event.id} is een invuldatum; "
                    "het moment geldt als onbekend.",
                    f"The date {one.placeholder} of {event.id} is a placeholder; "
                    "the moment counts as unknown.",
                    (event.id,),
                    event.places.get("at", event.position),
                )
            )
    if until is not None and _ends_before(event.at, until.when):
        errors.append(
            DataError(
                "end-before-begin",
                f"{event.id} eindigt ({last_day(until.when)}) voordat het begint ({event.at.day}).",
                f"{event.id} ends ({last_day(until.when)}) before it begins ({event.at.day}).",
                (event.id,),
                event.places.get("until", event.position),
            )
        )
    return tuple(errors)


def _ends_before(begin: When, end: When) -> bool:
    if begin.day is None or end.day is None:
        return False
    last = last_day(end)
    if last is None or last > begin.day:
        return False
    if begin.minute is not None and end.minute is not None and last == begin.day:
        return end.minute < begin.minute
    return last < begin.day
