"""Mapping files read strictly: an unknown key, word or format is a problem with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from spelregels.doors.mapping_fields import FieldReader, path_from
from spelregels.doors.mapping_model import (
    DATES,
    FILE_KEYS,
    INPUT_KEYS,
    EventRule,
    Format,
    Input,
    Join,
    KeyPath,
    Mapping,
    OrderRule,
    Section,
    TrajectoryRule,
)
from spelregels.doors.reading import ENCODINGS
from spelregels.language.header import EVENT_KEYS, TRAJECTORY_KEYS
from spelregels.language.kinds import Kind, is_something_else
from spelregels.language.moments import zone_named
from spelregels.language.nodes import ListNode, MapNode, Node
from spelregels.language.yamltext import read_yaml

VERSION = "1"
MAX_BASES = 4  # a mapping based on a mapping, and so on
FIXED = ("closed", "persons")
NESTED = ("area", "facts")
HEADER = tuple(
    k for k in TRAJECTORY_KEYS if k not in ("id", "events", "time_zone", *FIXED, *NESTED)
)
EVENT = tuple(key for key in EVENT_KEYS if key not in ("act", "at"))
Part = TypeVar("Part")


def load_mapping(path: Path) -> Mapping:
    """The mapping in a YAML file. Raises ``InputRefused`` with everything wrong in it."""
    reader = MappingReader()
    node = reader.with_base(path, MAX_BASES)
    mapping = reader.whole(node, str(path))
    reader.problems.refuse()
    return mapping


def plain_name(name: str) -> bool:
    """A file in the same folder, and nothing that leads out of it."""
    return bool(name) and not any(sign in name for sign in "/\\\0") and name not in (".", "..")


@dataclass(slots=True)
class MappingReader(FieldReader):
    """Reads a whole mapping file."""

    def with_base(self, path: Path, left: int) -> MapNode:
        """The file laid over the one it is ``based_on``."""
        node = read_yaml(path)
        if not isinstance(node, MapNode):
            self.wrong(node, "sleutels en waarden", "keys and values")
            self.problems.refuse()
            raise AssertionError("unreachable")
        if is_something_else(node, Kind.MAPPING, self.problems):
            self.problems.refuse()
        if "based_on" not in node.entries:
            return node
        name = self.word_at(node, "based_on")
        if not plain_name(name) or left == 0:
            self.wrong(
                node.entries["based_on"],
                "de naam van een mapping in dezelfde map (hoogstens vier op elkaar)",
                "the name of a mapping in the same folder (at most four on top of each other)",
            )
            self.problems.refuse()
        base = path.parent / name
        if not base.is_file():
            self.no_such_file(node.entries["based_on"], base)
            self.problems.refuse()
        return _laid_over(self.with_base(base, left - 1), node)

    def no_such_file(self, node: Node, path: Path) -> None:
        """Note that a file this mapping names is not there."""
        self.problems.add(
            "no-such-file",
            node.position,
            f"Het bestand {path} bestaat niet.",
            f"The file {path} does not exist.",
            expected_nl="een bestand in dezelfde map als deze mapping",
            expected_en="a file in the same folder as this mapping",
        )

    def whole(self, node: MapNode, path: str) -> Mapping:
        """The mapping that stands in these nodes."""
        self.known_keys(node, FILE_KEYS)
        version = node.entries.get("spelregels_mapping")
        if version is not None and self.word_at(node, "spelregels_mapping") != VERSION:
            self.wrong(version, f'"{VERSION}"', f'"{VERSION}"', f'"{VERSION}"')
        if version is None:
            self.missing(
                node,
                "spelregels_mapping",
                f'spelregels_mapping: "{VERSION}"',
                f'spelregels_mapping: "{VERSION}"',
                node.position,
            )
        source = self.input(self.part(node, "input"))  # first: it sets the date formats
        return Mapping(
            id=self.needed_text(node, "id"),
            source=self.needed_text(node, "source"),
            path=path,
            input=source,
            joins=tuple(self.named(node, "join", self.join)),
            group_by=self.path_at(node, "group_by"),
            only=self.conditions(node.entries.get("only")),
            trajectory=self.trajectory(self.part(node, "trajectory")),
            events=tuple(self.named(node, "events", self.event, required=True)),
            impossible=tuple(self.order_rules(node.entries.get("data_errors"))),
        )

    def input(self, node: MapNode) -> Input:
        """How the source is read."""
        self.known_keys(node, INPUT_KEYS)
        if "format" not in node.entries:
            self.lacks(node, "format")
        found = Format(self.one_word(node, "format", [f.value for f in Format]))
        self.dates = self.formats(node) or DATES.get(found, self.dates)
        if found is Format.OCEL and "object_type" not in node.entries:
            self.lacks(node, "object_type")
        return Input(
            format=found,
            files=self.word_at(node, "files"),
            encoding=self.one_word(node, "encoding", ENCODINGS),
            delimiter=self.delimiter(node, ";" if found is Format.SECTIONS else ","),
            quote=self.one_word(node, "quote", ('"', "'", "none")).replace("none", ""),
            path=self.path_at(node, "path"),
            sections=self.sections(node, found),
            empty=self.word_set(node, "empty") | {""},
            zone=self.zone(node),
            dates=self.dates,
            placeholders=frozenset(self.days(node, "placeholders")),
            object_type=self.word_at(node, "object_type"),
        )

    def delimiter(self, node: MapNode, default: str) -> str:
        """One sign between cells."""
        word = self.word_at(node, "delimiter") if "delimiter" in node.entries else default
        sign = "\t" if word == "tab" else word
        if len(sign) == 1 and sign not in "\"'\n\r" and not sign.isalnum():
            return sign
        self.wrong(node.entries["delimiter"], '",", ";", "|" of tab', '",", ";", "|" or tab')
        return default

    def zone(self, node: MapNode) -> str:
        """The zone of date-times without offset."""
        name = self.word_at(node, "zone")
        if name and zone_named(name) is None:
            example = "Europe/Amsterdam, UTC"
            self.wrong(node.entries["zone"], f"een tijdzone: {example}", f"a zone: {example}")
            return ""
        return name

    def sections(self, node: MapNode, found: Format) -> dict[str, Section]:
        """The named parts of a sectioned text."""
        if "sections" not in node.entries:
            if found is Format.SECTIONS:
                self.lacks(node, "sections")
            return {}
        part = self.part(node, "sections")
        kinds = [kind.value for kind in Section]
        return {name: Section(self.one_word(part, name, kinds)) for name in part.entries}

    def days(self, node: MapNode, key: str) -> Iterator[date]:
        """Dates under an optional key."""
        given = node.entries.get(key)
        if given is not None:
            for item in given.items if isinstance(given, ListNode) else (given,):
                found = self.day(item)
                if found is not None:
                    yield found

    def join(self, name: str, node: MapNode) -> Join:
        """A resource tied in by equal values (``where``) or by number in a list (``index``)."""
        by_index = "index" in node.entries
        own = ("list", "index") if by_index else ("file", "path", "where", "one")
        self.known_keys(node, ("into", "optional", *own))
        file = self.word_at(node, "file")
        if file and not plain_name(file):
            nl, en = "een bestand in dezelfde map", "a file in the same folder"
            self.wrong(node.entries["file"], nl, en)
        if by_index and "list" not in node.entries:
            self.lacks(node, "list")
        return Join(
            name=name,
            position=node.position,
            into=self.path_at(node, "into"),
            file=file,
            path=self.path_at(node, "path"),
            where=() if by_index else tuple(self.pairs(node)),
            list=self.path_at(node, "list"),
            index=replace(self.path(node.entries["index"]), optional=True) if by_index else None,
            one=by_index or self.flag(node, "one"),
            optional=self.flag(node, "optional"),
        )

    def pairs(self, node: MapNode) -> Iterator[tuple[KeyPath, KeyPath]]:
        """``{hun sleutel: onze sleutel}``."""
        part = self.part(node, "where")
        for theirs, ours in part.entries.items():
            yield path_from(theirs, part.keys[theirs]), self.path(ours)

    def trajectory(self, node: MapNode) -> TrajectoryRule:
        """How the header is made."""
        self.known_keys(node, ("id", *HEADER, *NESTED, *FIXED))
        if "records" not in node.entries:
            self.missing(
                node,
                "records",
                "all, of een lijst: welke handelingen zou deze bron laten zien? (mag leeg: [])",
                "all, or a list: which acts would this source show? (may be empty: [])",
                node.position,
            )
        return TrajectoryRule(
            id=self.needed(node, "id"),
            fields={key: self.field(node.entries[key]) for key in HEADER if key in node.entries},
            nested={k: self.fields(node.entries[k]) for k in NESTED if k in node.entries},
            fixed={key: node.entries[key] for key in FIXED if key in node.entries},
        )

    def event(self, name: str, node: MapNode) -> EventRule:
        """How one kind of event is made."""
        self.known_keys(node, ("for_each", "only", "act", "at", "attributes", *EVENT))
        return EventRule(
            name=name,
            position=node.position,
            act=self.needed(node, "act"),
            at=self.moment(node),
            for_each=self.path_at(node, "for_each"),
            only=self.conditions(node.entries.get("only")),
            fields={key: self.field(node.entries[key]) for key in EVENT if key in node.entries},
            attributes=self.fields(node.entries.get("attributes")),
        )

    def order_rules(self, node: Node | None) -> Iterator[OrderRule]:
        """Orders that cannot be true."""
        shape = "{first: …, then: …}"
        for item in self.items(node, f"[{shape}]", f"[{shape}]") if node else ():
            rule = self.mapping(item, shape, shape)
            if rule is None:
                continue
            self.known_keys(rule, ("first", "then", "same", "why"))
            yield OrderRule(
                first=self.needed_text(rule, "first"),
                then=self.needed_text(rule, "then"),
                same=self.word_at(rule, "same"),
                why=self.word_at(rule, "why"),
            )

    def named(
        self, node: MapNode, key: str, read: Callable[[str, MapNode], Part], required: bool = False
    ) -> Iterator[Part]:
        """Named parts, each read by ``read``."""
        if key in node.entries or required:
            part = self.part(node, key)
            for name, value in part.entries.items():
                found = self.mapping(value, "sleutels met waarden", "keys with values")
                if found is not None:
                    yield read(name, found)

    def part(self, node: MapNode, key: str) -> MapNode:
        """The group of keys under a required key."""
        if key not in node.entries:
            self.lacks(node, key)
        else:
            found = self.mapping(node.entries[key], "sleutels met waarden", "keys with values")
            if found is not None:
                return found
        return MapNode({}, {}, node.position)

    def needed_text(self, node: MapNode, key: str) -> str:
        """The text under a required key."""
        if key not in node.entries:
            self.lacks(node, key)
        return self.word_at(node, key)


def _laid_over(base: MapNode, own: MapNode) -> MapNode:
    """Own keys replace those of the base; under ``events`` per event."""
    entries = {**base.entries, **{k: v for k, v in own.entries.items() if k != "based_on"}}
    below, above = base.entries.get("events"), own.entries.get("events")
    if isinstance(below, MapNode) and isinstance(above, MapNode):
        entries["events"] = MapNode(
            {**below.entries, **above.entries}, {**below.keys, **above.keys}, above.position
        )
    return MapNode(entries, {**base.keys, **own.keys}, own.position)
