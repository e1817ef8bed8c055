"""XES event logs (IEEE 1849, ``.xes`` and ``.xes.gz``): traces as records, or as trajectories.

Through a mapping file with ``format: xes`` a trace is a record: its attributes by key, and a list
``events`` with the attributes of each event. A log of our own (``xes_write``) needs no mapping; its
traces say everything a trajectory says, by the extension ``spelregels``.

A global attribute is never filled in: where a trace or event lacks one, it is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from spelregels.doors.safe_xml import Element, top_elements
from spelregels.language.nodes import ListNode, MapNode, Node, NodeScalar, ScalarNode
from spelregels.language.problems import Problems
from spelregels.model.problem import Position

EVENTS = "events"
CHILD = "/"
"""``org:resource/level``: the attribute ``level`` of the attribute ``org:resource``."""
EXTENSION = "urn:spelregels:xes:1"
STANDARD = {
    name: f"{name}.xesext"
    for name in ("concept", "lifecycle", "time", "org", "cost", "semantic", "identity", "micro")
}
TYPES = ("string", "date", "int", "float", "boolean", "id")
GROUPS = ("list", "container")
_WHOLE = re.compile(r"[+-]?[0-9]{1,100}")
_NUMBER = re.compile(r"[+-]?([0-9]{1,100}(\.[0-9]{0,100})?|\.[0-9]{1,100})([eE][+-]?[0-9]{1,3})?")
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_NO_NUMBER = frozenset({"NaN", "INF", "-INF", "+INF"})


@dataclass(slots=True)
class Log:
    """A log while it is read: what it declares, and its traces, one at a time."""

    source: str
    pieces: Iterator[Element]
    problems: Problems = field(default_factory=Problems)
    prefixes: dict[str, str] = field(default_factory=dict)  # theirs to the standard's
    own: bool = False

    def traces(self) -> Iterator[Element]:
        """The traces, each dropped when the next is read. What a log declares comes before."""
        for piece in self.pieces:
            match piece.name:
                case "extension":
                    _declare(self, piece)
                case "trace":
                    yield piece
                case "event":
                    self.problems.add(
                        "event-without-trace",
                        piece.position,
                        "Deze gebeurtenis hoort bij geen enkele `trace`.",
                        "This event belongs to no `trace`.",
                        expected_nl="elke `event` in een `trace`",
                        expected_en="each `event` in a `trace`",
                    )
                case _:
                    pass  # globals, classifiers and attributes of the log say nothing of a trace

    def key(self, element: Element) -> str:
        """The key of an attribute, under the prefix that the standard gives its extension."""
        key = element.attributes.get("key", "")
        prefix, colon, rest = key.partition(":")
        return f"{self.prefixes.get(prefix, prefix)}{colon}{rest}" if colon else key

    def attributes(self, element: Element) -> Iterator[tuple[str, Element]]:
        """The attributes of a trace, an event or another attribute, each key once."""
        seen: dict[str, Position] = {}
        for child in element.children:
            if child.name not in TYPES and child.name not in GROUPS:
                continue
            key = self.key(child)
            if not key:
                self.problems.add(
                    "missing-key",
                    child.position,
                    "Dit kenmerk heeft geen naam (`key`).",
                    "This attribute has no name (`key`).",
                )
            elif key in seen:
                self.problems.add(
                    "double-key",
                    child.position,
                    f"Het kenmerk `{key}` staat hier dubbel (eerst op regel {seen[key].line}).",
                    f"The attribute `{key}` stands here twice (first on line {seen[key].line}).",
                    expected_nl="ieder kenmerk één keer",
                    expected_en="each attribute once",
                )
            else:
                seen[key] = child.position
                yield key, child

    def scalar(self, element: Element) -> ScalarNode:
        """The value of an attribute; what is not a value of its type is a problem."""
        text = element.attributes.get("value")
        if text is None:
            self.problems.add(
                "missing-key",
                element.position,
                f"Dit kenmerk (`{element.attributes.get('key')}`) heeft geen `value`.",
                f"This attribute (`{element.attributes.get('key')}`) has no `value`.",
            )
            return ScalarNode(None, element.position)
        value = _typed(element.name, text)
        if value is None and text not in _NO_NUMBER:
            self.problems.add(
                "wrong-value",
                element.position,
                f"`{text[:60]}` is geen waarde van het type {element.name}.",
                f"`{text[:60]}` is not a value of type {element.name}.",
            )
        return ScalarNode(value, element.position, False, text)


def open_log(path: Path) -> Log:
    """A log before its first trace. Raises ``InputRefused``: no XES, hostile XML."""
    pieces = top_elements(path)
    root = next(pieces, None)
    log = Log(str(path), pieces)
    if root is None or root.name != "log":
        log.problems.add(
            "not-xes",
            root.position if root else Position(str(path), 1, 1),
            "Dit is geen XES-log.",
            "This is not an XES log.",
            expected_nl="een element `log` met daarin `trace`",
            expected_en="an element `log` with `trace` in it",
        )
        log.problems.refuse()
    return log


def read_xes(path: Path) -> ListNode:
    """The traces of a log as records for a mapping: attributes by key, and a list ``events``."""
    log = open_log(path)
    records = tuple(_record(log, trace) for trace in log.traces())
    log.problems.refuse()
    return ListNode(records, Position(log.source, 1, 1))


def _declare(log: Log, piece: Element) -> None:
    uri, prefix = piece.attributes.get("uri", ""), piece.attributes.get("prefix", "")
    if uri == EXTENSION:
        log.own = True
        log.prefixes[prefix] = "spelregels"
    for standard, ending in STANDARD.items():
        if uri.rpartition("/")[2] == ending and prefix != standard:
            log.prefixes[prefix] = standard


def _typed(name: str, text: str) -> NodeScalar:
    match name:
        case "int":
            return int(text) if _WHOLE.fullmatch(text) else None
        case "float":
            return Decimal(text) if _NUMBER.fullmatch(text) else None
        case "boolean":
            return _BOOLEANS.get(text)
        case _:
            return text  # dates too: the mapping says how they are written


def _record(log: Log, trace: Element) -> MapNode:
    entries = dict(_entries(log, trace))
    if EVENTS in entries:
        log.problems.add(
            "double-key",
            entries[EVENTS].position,
            f"Een kenmerk `{EVENTS}` naast de gebeurtenissen is niet te lezen.",
            f"An attribute `{EVENTS}` beside the events cannot be read.",
        )
    events = tuple(_map(dict(_entries(log, event)), event) for event in trace.all("event"))
    entries[EVENTS] = ListNode(events, trace.position)
    return _map(entries, trace)


def _entries(log: Log, element: Element) -> Iterator[tuple[str, Node]]:
    """Attributes by key; attributes of an attribute under ``key/their key``."""
    for key, child in log.attributes(element):
        if child.name in GROUPS:
            yield key, _group(log, child)
            continue
        yield key, log.scalar(child)
        for inner, node in _entries(log, child):
            yield f"{key}{CHILD}{inner}", node


def _group(log: Log, element: Element) -> Node:
    """A list as its values, in their order; a container as keys with values."""
    if element.name == "container":
        return _map(dict(_entries(log, element)), element)
    return ListNode(
        tuple(
            _group(log, item) if item.name in GROUPS else log.scalar(item)
            for item in items_of(element)
        ),
        element.position,
    )


def items_of(element: Element) -> list[Element]:
    """The values in a list: inside ``values``, as the standard has it, or bare."""
    inner = element.all("values")
    found = inner[0].children if inner else element.children
    return [item for item in found if item.name in TYPES or item.name in GROUPS]


def _map(entries: Mapping[str, Node], element: Element) -> MapNode:
    return MapNode(entries, {key: n.position for key, n in entries.items()}, element.position)
