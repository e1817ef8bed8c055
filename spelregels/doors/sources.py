"""The source of a mapping: files to records, with other resources joined to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from spelregels.doors.finding import Scope
from spelregels.doors.json_text import parse_json
from spelregels.doors.jsonl_text import parse_jsonl
from spelregels.doors.mapping_model import Format, Input, Join, KeyPath, text_of
from spelregels.doors.reading import DOCUMENT, LINES, read_text
from spelregels.doors.sections_text import parse_sections
from spelregels.doors.table_text import rows, table
from spelregels.doors.tally import Tally
from spelregels.doors.values import Values
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.model.problem import InputRefused, Position, Problem


def read_document(path: Path, source: Input) -> Node:
    """A file as nodes, in the declared format. Raises ``InputRefused``."""
    whole = _FILES.get(source.format)
    return whole(path, source) if whole else _read_text(path, source)


def _xes(path: Path, _: Input) -> Node:
    from spelregels.doors.xes import read_xes

    return read_xes(path)


def _ocel(path: Path, source: Input) -> Node:
    from spelregels.doors.ocel import read_ocel

    return read_ocel(path, source.object_type)


def _zgw(path: Path, _: Input) -> Node:
    from spelregels.doors.zgw import read_zgw

    return read_zgw(path)


_FILES: Mapping[Format, Callable[[Path, Input], Node]] = {
    Format.XES: _xes,
    Format.OCEL: _ocel,
    Format.ZGW: _zgw,
}
"""Formats with a door of their own, loaded when it is used."""


def _read_text(path: Path, source: Input) -> Node:
    by_line = source.format in (Format.CSV, Format.JSONL)
    limits = LINES if by_line else DOCUMENT
    text = read_text(path, limits=limits, encoding=source.encoding)
    name = str(path)
    match source.format:
        case Format.CSV:
            cells = rows(text, source=name, delimiter=source.delimiter, quote=source.quote)
            return ListNode(table(cells, source=name), Position(name, 1, 1))
        case Format.JSON:
            return parse_json(text, source=name)
        case Format.JSONL:
            return parse_jsonl(text, source=name)
        case Format.SECTIONS:
            cells = rows(text, source=name, delimiter=source.delimiter, quote=source.quote)
            return parse_sections(cells, source.sections, source=name, delimiter=source.delimiter)
        case Format.XES | Format.OCEL | Format.ZGW:
            raise AssertionError("read whole, above")


@dataclass(slots=True)
class Library:
    """The documents of one run, each read once."""

    source: Input
    values: Values
    tally: Tally
    documents: dict[Path, Node] = field(default_factory=dict)
    indexes: dict[tuple[Path, str], Mapping[tuple[str, ...], list[Node]]] = field(
        default_factory=dict
    )
    used: set[tuple[Path, str, tuple[str, ...]]] = field(default_factory=set)

    def document(self, path: Path) -> Node:
        """A file as nodes."""
        if path not in self.documents:
            self.documents[path] = read_document(path, self.source)
        return self.documents[path]

    def records(self, path: Path, joins: tuple[Join, ...]) -> Iterator[Node]:
        """The records of a file, with what is joined to them."""
        for record in self.listed(self.document(path), self.source.path):
            for join in joins:
                record = self._joined(record, record, join, path)
            yield record

    def listed(self, document: Node, way: KeyPath | None) -> tuple[Node, ...]:
        """The list at the end of a path; a group of keys is a list of one."""
        node = self.values.look(way, Scope(document, document)) if way else document
        if isinstance(node, ListNode):
            return node.items
        if isinstance(node, MapNode):
            return (node,)
        if node is not None:
            self._no_records(node.position)
        elif way and not way.optional:
            self._no_records(document.position)
        return ()

    # -- joining ----------------------------------------------------------------------------------

    def _joined(self, node: Node, record: Node, join: Join, path: Path) -> Node:
        """The record with the joined resource, set on the thing at ``into`` (each, if a list)."""
        return self._into(node, record, join, path, join.into.keys if join.into else ())

    def _into(self, node: Node, record: Node, join: Join, path: Path, way: tuple[str, ...]) -> Node:
        if isinstance(node, ListNode):
            items = tuple(self._into(item, record, join, path, way) for item in node.items)
            return ListNode(items, node.position)
        if not isinstance(node, MapNode):
            return node
        if way:
            if way[0] not in node.entries:
                if join.into is not None:
                    self.values.look(join.into, Scope(record, record))
                return node
            inner = self._into(node.entries[way[0]], record, join, path, way[1:])
            if join.into is not None:
                self.tally.found.add(join.into)
            return _with(node, way[0], inner)
        found = self._found(node, record, join, path)
        if join.name in node.entries:
            self._name_taken(join)
        return node if found is None else _with(node, join.name, found)

    def _found(self, node: MapNode, record: Node, join: Join, path: Path) -> Node | None:
        if join.index is not None:
            return self._by_number(node, record, join)
        ours = [self.values.look(mine, Scope(node, record)) for _, mine in join.where]
        key = tuple(text_of(one) if isinstance(one, ScalarNode) else "" for one in ours)
        nothing = any(self.values.says_nothing(one) for one in ours)
        matches = [] if nothing else self._index(join, path).get(key, [])
        if not join.one:
            self.used.add((self._other(join, path), join.name, key))
            return ListNode(tuple(matches), node.position)
        if len(matches) == 1:
            return matches[0]
        if (matches or not join.optional) and not nothing:
            self._not_one(node, join, key, len(matches))
        return None

    def _by_number(self, node: MapNode, record: Node, join: Join) -> Node | None:
        assert join.index is not None
        number = self.values.look(join.index, Scope(node, record))
        items = self.values.look(join.list, Scope(record, record)) if join.list else None
        if self.values.says_nothing(number):
            return None
        value = number.value if isinstance(number, ScalarNode) else None
        if not isinstance(items, ListNode) or type(value) is not int:
            self._not_one(node, join, (str(value),), 0)
            return None
        if 0 <= value < len(items.items):
            return items.items[value]
        self._not_one(node, join, (str(value),), 0)
        return None

    def _index(self, join: Join, path: Path) -> Mapping[tuple[str, ...], list[Node]]:
        other = self._other(join, path)
        if (other, join.name) not in self.indexes:
            index: dict[tuple[str, ...], list[Node]] = {}
            if not other.is_file():
                raise self._no_file(other, join)
            for item in self.listed(self.document(other), join.path):
                theirs = [self.values.look(their, Scope(item, item)) for their, _ in join.where]
                key = tuple(text_of(one) if isinstance(one, ScalarNode) else "" for one in theirs)
                index.setdefault(key, []).append(item)
            self.indexes[other, join.name] = index
        return self.indexes[other, join.name]

    @staticmethod
    def _other(join: Join, path: Path) -> Path:
        return path.parent / join.file if join.file else path

    def count_unused(self, joins: tuple[Join, ...]) -> None:
        """What belongs to no record is counted, of the joins that tie lists in: of a single
        resource, such as a type in a catalogue, many belong to nothing here."""
        lists = {join.name for join in joins if not join.one}
        for (other, name), index in self.indexes.items():
            for key, items in index.items() if name in lists else ():
                for item in items if (other, name, key) not in self.used else ():
                    self.tally.skip(f"join.{name}", other.name, item.position)

    # -- problems ---------------------------------------------------------------------------------

    @staticmethod
    def _no_file(other: Path, join: Join) -> InputRefused:
        problem = Problem(
            "no-such-file",
            join.position,
            f"De koppeling `{join.name}` vraagt om {other}, maar dat bestand is er niet.",
            f"The join `{join.name}` asks for {other}, but that file is not there.",
            "een bestand in de map van de gegevens",
            "a file in the folder of the data",
        )
        return InputRefused((problem,))

    def _no_records(self, position: Position) -> None:
        self.tally.problems.add(
            "no-records",
            position,
            "Hier staan geen gegevens waar de mapping ze zoekt.",
            "There are no records here, where the mapping looks for them.",
            expected_nl="een lijst, of een groep sleutels (zie `path` onder `input` of `join`)",
            expected_en="a list, or a group of keys (see `path` under `input` or `join`)",
        )

    def _not_one(self, node: MapNode, join: Join, key: tuple[str, ...], count: int) -> None:
        self.tally.problems.add(
            "join-not-one",
            node.position,
            f"De koppeling `{join.name}` vindt {count} keer `{', '.join(key)}`.",
            f"The join `{join.name}` finds `{', '.join(key)}` {count} times.",
            expected_nl="precies één; of `optional: true` als het er niet hoeft te zijn",
            expected_en="exactly one; or `optional: true` if it need not be there",
        )

    def _name_taken(self, join: Join) -> None:
        self.tally.problems.add(
            "join-name-taken",
            join.position,
            f"De bron heeft zelf al een sleutel `{join.name}`.",
            f"The source already has a key `{join.name}` of its own.",
            expected_nl="een andere naam voor deze koppeling",
            expected_en="another name for this join",
        )


def _with(node: MapNode, key: str, value: Node) -> MapNode:
    return MapNode({**node.entries, key: value}, {**node.keys, key: value.position}, node.position)
