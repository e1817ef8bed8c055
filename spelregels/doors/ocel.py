"""OCEL 2.0 event logs (JSON, XML, SQLite): one kind of object is the trajectory.

Through a mapping file with ``format: ocel`` and ``object_type`` every object of that type is a
record: ``id``, ``type``, ``attributes`` (those that never changed), ``history`` (every value with
its time), ``relations`` (to other objects) and ``events``: what happened to it, each with ``id``,
``type``, ``time``, ``attributes``, ``qualifier``, ``objects`` (by type) and ``relations``.

All three ways of writing become the tree of the JSON form first; the rest reads that tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from pathlib import Path

from spelregels.doors.json_text import parse_json
from spelregels.doors.parts import Parts, plain
from spelregels.doors.reading import LINES, read_text
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems, listing, suggest
from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position

JSON_ENDS = (".jsonocel", ".json")
XML_ENDS = (".xmlocel", ".xml")
SQLITE_ENDS = (".sqlite", ".sqlite3", ".db")
MOST_EVENTS = 500_000  # of all records together: an event may have happened to many objects


def read_tree(path: Path) -> Node:
    """An OCEL file, however it is written, as the nodes of its JSON form. By its suffix."""
    suffix = path.suffix.lower()
    if suffix in XML_ENDS:
        from spelregels.doors.ocel_xml import read_ocel_xml

        return read_ocel_xml(path)
    if suffix in SQLITE_ENDS:
        from spelregels.doors.ocel_sqlite import read_ocel_sqlite

        return read_ocel_sqlite(path)
    return parse_json(read_text(path, limits=LINES), source=str(path))


def read_ocel(path: Path, object_type: str) -> ListNode:
    """The objects of one type as records for a mapping. Raises ``InputRefused``."""
    log = open_ocel(read_tree(path), str(path))
    chosen = [one for one in log.objects.values() if one.kind == object_type]
    if not chosen:
        types = sorted({one.kind for one in log.objects.values()} | log.object_types)
        log.problems.add(
            "no-trajectory",
            Position(str(path), 1, 1),
            f"In dit log is geen object van de soort `{object_type}`.",
            f"This log has no object of the type `{object_type}`.",
            expected_nl=listing(types),
            suggestion=suggest(object_type, types),
        )
    if sum(len(log.happened.get(one.id, ())) for one in chosen) > MOST_EVENTS:
        log.problems.add(
            "too-big",
            Position(str(path), 1, 1),
            f"De objecten `{object_type}` hebben samen meer dan {MOST_EVENTS} gebeurtenissen.",
            f"The objects `{object_type}` have more than {MOST_EVENTS} events together.",
        )
    log.problems.refuse()
    records = tuple(log.record(one) for one in chosen)
    log.problems.refuse()
    return ListNode(records, Position(str(path), 1, 1))


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie to an object, and what it is called."""

    id: str
    qualifier: str
    position: Position

    def node(self, kind: str) -> MapNode:
        """As it stands under ``relations``."""
        parts = Parts(self.position)
        parts.set("id", _text(self.id, self.position))
        parts.set("type", _text(kind, self.position))
        parts.set("qualifier", _text(self.qualifier, self.position))
        return parts.node()


@dataclass(frozen=True, slots=True)
class Thing:
    """An object or an event: what it says, and what it is tied to. ``time``: only of an event."""

    id: str
    kind: str
    position: Position
    time: Node | None
    values: tuple[tuple[str, Node | None, Node], ...]  # name, time, value
    relations: tuple[Relation, ...]


@dataclass(slots=True)
class OcelLog:
    """A log with its ties checked."""

    source: str
    problems: Problems = field(default_factory=Problems)
    object_types: set[str] = field(default_factory=set)
    objects: dict[str, Thing] = field(default_factory=dict)
    events: dict[str, Thing] = field(default_factory=dict)
    happened: dict[str, list[Thing]] = field(default_factory=dict)  # by object, in log order
    told: dict[str, MapNode] = field(default_factory=dict)  # of an event, whatever the object
    ties: dict[str, dict[str, list[str]]] = field(default_factory=dict)  # event, object: qualifiers

    def record(self, one: Thing) -> MapNode:
        """An object with everything that happened to it."""
        parts = Parts(one.position)
        parts.set("id", _text(one.id, one.position))
        parts.set("type", _text(one.kind, one.position))
        parts.set("attributes", _constant(one))
        parts.set("history", _history(one))
        parts.set("relations", self._relations(one))
        happened = self.happened.get(one.id, [])
        events = tuple(self._event(event, one) for event in happened)
        parts.set("events", ListNode(events, one.position))
        return parts.node()

    def _event(self, event: Thing, of: Thing) -> MapNode:
        """All but the qualifier is one thing for all objects it happened to."""
        if event.id not in self.told:
            self.told[event.id], self.ties[event.id] = self._shared(event), {}
            for tie in event.relations:
                self.ties[event.id].setdefault(tie.id, []).append(tie.qualifier)
        parts = Parts(event.position, dict(self.told[event.id].entries))
        parts.set("qualifier", _one_or_list(self.ties[event.id][of.id], event.position))
        return parts.node()

    def _shared(self, event: Thing) -> MapNode:
        parts, objects = Parts(event.position), Parts(event.position)
        parts.set("id", _text(event.id, event.position))
        parts.set("type", _text(event.kind, event.position))
        parts.set("time", event.time)
        parts.set("attributes", _constant(event))
        by_type: dict[str, list[str]] = {}
        for tie in event.relations:
            by_type.setdefault(self.objects[tie.id].kind, []).append(tie.id)
        for kind, ids in by_type.items():
            objects.set(kind, _one_or_list(list(dict.fromkeys(ids)), event.position))
        parts.set("objects", objects.node())
        parts.set("relations", self._relations(event))
        return parts.node()

    def _relations(self, one: Thing) -> ListNode:
        made = (tie.node(self.objects[tie.id].kind) for tie in one.relations)
        return ListNode(tuple(made), one.position)


def open_ocel(tree: Node, source: str) -> OcelLog:
    """The log in a tree of the JSON form. Raises ``InputRefused`` with everything wrong in it."""
    log = OcelLog(source)
    if not isinstance(tree, MapNode) or not {"events", "objects"} <= tree.entries.keys():
        log.problems.add(
            "not-ocel",
            tree.position,
            "Dit is geen OCEL 2.0-log.",
            "This is not an OCEL 2.0 log.",
            expected_nl="de sleutels objectTypes, eventTypes, objects en events",
            expected_en="the keys objectTypes, eventTypes, objects and events",
        )
        log.problems.refuse()
        raise AssertionError("unreachable")
    log.object_types = {_word(one, "name") for one in _items(tree, "objectTypes", log)}
    for key, into in (("objects", log.objects), ("events", log.events)):
        for node in _items(tree, key, log):
            _take(node, key == "events", into, log)
    _tie(log)
    log.problems.refuse()
    return log


def _take(node: MapNode, is_event: bool, into: dict[str, Thing], log: OcelLog) -> None:
    name, kind = _word(node, "id"), _word(node, "type")
    for key, told in (("id", name), ("type", kind)):
        if not told:
            _missing(log, node, key)
    if is_event and "time" not in node.entries:
        _missing(log, node, "time")
    if name in into:
        first = into[name].position.line
        log.problems.add(
            "double-id",
            node.position,
            f"De id {name} komt twee keer voor (eerst op regel {first}).",
            f"The id {name} occurs twice (first on line {first}).",
            expected_nl="een eigen id voor elk object en elke gebeurtenis",
            expected_en="an id of its own for each object and each event",
        )
    into[name] = Thing(
        name,
        kind,
        node.position,
        node.entries.get("time"),
        tuple(_values(node, log)),
        tuple(
            Relation(_word(tie, "objectId"), _word(tie, "qualifier"), tie.position)
            for tie in _items(node, "relationships", log)
        ),
    )


def _tie(log: OcelLog) -> None:
    near = log.objects if len(log.objects) <= 2_000 else ()
    for one in (*log.objects.values(), *log.events.values()):
        for tie in one.relations:
            if tie.id not in log.objects:
                log.problems.add(
                    "unknown-object",
                    tie.position,
                    f"{one.id} verwijst naar het object {tie.id or '(geen)'}, maar dat is er niet.",
                    f"{one.id} refers to the object {tie.id or '(none)'}, which is not there.",
                    suggestion=suggest(tie.id, near),
                )
    for event in log.events.values():
        for owner in dict.fromkeys(tie.id for tie in event.relations):
            log.happened.setdefault(owner, []).append(event)


def _values(node: MapNode, log: OcelLog) -> Iterator[tuple[str, Node | None, Node]]:
    for one in _items(node, "attributes", log):
        name, value = _word(one, "name"), one.entries.get("value")
        if not name or value is None:
            _missing(log, one, "value" if name else "name")
        else:
            yield name, one.entries.get("time"), value


def _constant(one: Thing) -> MapNode:
    """The attributes that have one value; one that changed has no place here."""
    found: dict[str, list[Node]] = {}
    for name, _, value in one.values:
        found.setdefault(name, []).append(value)
    entries = {
        name: values[0]
        for name, values in found.items()
        if all(plain(value) == plain(values[0]) for value in values)
    }
    return MapNode(entries, {k: v.position for k, v in entries.items()}, one.position)


def _history(one: Thing) -> ListNode:
    made = []
    for name, time, value in one.values:
        parts = Parts(value.position)
        parts.set("name", _text(name, value.position))
        parts.set("time", time)
        parts.set("value", value)
        made.append(parts.node())
    return ListNode(tuple(made), one.position)


def _items(node: MapNode, key: str, log: OcelLog) -> Iterator[MapNode]:
    found = node.entries.get(key)
    if found is None or (isinstance(found, ScalarNode) and found.value is None):
        return
    for item in found.items if isinstance(found, ListNode) else (found,):
        if isinstance(item, MapNode):
            yield item
        else:
            log.problems.add(
                "wrong-type",
                item.position,
                f"In `{key}` staat hier geen groep sleutels.",
                f"In `{key}` there is no group of keys here.",
            )


def _missing(log: OcelLog, node: Node, key: str) -> None:
    log.problems.add(
        "missing-key",
        node.position,
        f"De sleutel {key} ontbreekt.",
        f"The key {key} is missing.",
        expected_nl=f"{key}: …",
    )


def _word(node: MapNode, key: str) -> str:
    found = node.entries.get(key)
    if not isinstance(found, ScalarNode) or found.value is None:
        return ""
    return found.value if isinstance(found.value, str) else found.written


def _one_or_list(words: list[str], position: Position) -> Node:
    if len(words) == 1:
        return _text(words[0], position)
    return ListNode(tuple(_text(word, position) for word in words), position)


def _text(text: str, position: Position) -> ScalarNode:
    return ScalarNode(text, position, False, text)
