"""Strict YAML to nodes with places. Data only: no tags, no anchors, no surprises.

The parser's events are read one by one into a tree, with a stack of our own: a file ten thousand
levels deep is refused at the limit, before anything recursive could overflow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from spelregels.language.filebytes import RULESET_LIMITS, Limits, read_bytes, too_big
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems, clipped
from spelregels.language.textbytes import decode, hidden_character, hidden_in, other_line_ends
from spelregels.language.yamlscalars import Trap, resolve
from spelregels.language.yamlsyntax import syntax_problem
from spelregels.model.problem import Position

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path, *, limits: Limits = RULESET_LIMITS) -> Node:
    """The node tree of a YAML file. Raises :class:`InputRefused` with every problem found."""
    return parse_yaml(read_bytes(path, limits=limits), str(path), limits=limits)


def parse_yaml(text: bytes | str, source: str, *, limits: Limits = RULESET_LIMITS) -> Node:
    """The node tree of YAML text; ``source`` is the name shown in messages.

    Raises :class:`InputRefused` with everything wrong in it, as far as the text can be followed.
    """
    problems = Problems()
    tree = read_tree(text, source, problems, limits=limits)
    problems.refuse()
    assert tree is not None
    return tree


def read_tree(
    text: bytes | str, source: str, problems: Problems, *, limits: Limits = RULESET_LIMITS
) -> Node | None:
    """Like :func:`parse_yaml`, but notes what is wrong and gives what can be read all the same.

    None when the text cannot be followed to its end; a refused word is kept as text.
    """
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    if len(raw) > limits.max_bytes:
        problems.extend([too_big(Position(source), len(raw), limits)])
        return None
    before = len(problems.found)
    decoded = decode(raw, source, problems)
    other_line_ends(decoded, source, problems)
    if len(problems.found) > before:
        return None
    builder = _Builder(source, limits, problems)
    try:
        builder.build(yaml.parse(decoded, Loader=LOADER))
    except yaml.YAMLError as error:
        problems.extend([syntax_problem(error, source, builder.long_quote)])
        return None
    except _StopReadingError:
        return None
    if builder.root is None:
        problems.add(
            "empty-file", Position(source, 1, 1), "Het bestand is leeg.", "The file is empty."
        )
    return builder.root


class _StopReadingError(Exception):
    """A problem was noted after which the rest of the text cannot be trusted."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not closed yet."""

    position: Position
    items: list[Node] | None = None
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Position] = field(default_factory=dict)
    key: str | None = None
    awaits_value: bool = False


@dataclass(slots=True)
class _Builder:
    source: str
    limits: Limits
    problems: Problems
    root: Node | None = None
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0
    values: int = 0
    long_quote: tuple[Position, int] | None = None  # the last over several lines, and where it ends

    def build(self, events: Iterator[Any]) -> None:
        for event in events:
            self.take(event)

    def take(self, event: Any) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self.document(event)
            case yaml.AliasEvent():
                self.aliased(event)
            case yaml.ScalarEvent():
                self.common(event)
                self.scalar(event)
            case yaml.MappingStartEvent():
                self.common(event)
                self.open(_Open(self.at(event)), event)
            case yaml.SequenceStartEvent():
                self.common(event)
                self.open(_Open(self.at(event), items=[]), event)
            case yaml.MappingEndEvent():
                done = self.stack.pop()
                self.place(MapNode(done.entries, done.keys, done.position))
            case yaml.SequenceEndEvent():
                done = self.stack.pop()
                self.place(ListNode(tuple(done.items or ()), done.position))
            case _:
                pass  # starts and ends of the stream and of the document

    def at(self, event: Any) -> Position:
        mark = event.start_mark
        return Position(self.source, mark.line + 1, mark.column + 1)

    def document(self, event: Any) -> None:
        self.documents += 1
        if event.version or event.tags:
            self.problems.add(
                "yaml-directive",
                self.at(event),
                "Regels die met % beginnen (YAML-instructies) zijn niet toegestaan.",
                "Lines that start with % (YAML directives) are not allowed.",
            )
        if self.documents > 1:
            self.problems.add(
                "several-documents",
                self.at(event),
                "Dit bestand bevat meer dan een document; maak van elk document een eigen bestand.",
                "This file holds more than one document; make each document a file of its own.",
            )
            raise _StopReadingError

    def common(self, event: Any) -> None:
        if event.anchor is not None:
            self.problems.add(
                "yaml-anchor",
                self.at(event),
                f"Ankers (&{event.anchor}) zijn niet toegestaan; schrijf de inhoud uit.",
                f"Anchors (&{event.anchor}) are not allowed; write the content out.",
            )
        if event.tag is not None:
            self.problems.add(
                "yaml-tag",
                self.at(event),
                f"Labels zoals {_shown_tag(event.tag)} zijn niet toegestaan; laat het weg.",
                f"Tags such as {_shown_tag(event.tag)} are not allowed; leave it out.",
            )

    def aliased(self, event: Any) -> None:
        self.problems.add(
            "yaml-alias",
            self.at(event),
            f"Verwijzingen (*{event.anchor}) zijn niet toegestaan; schrijf de inhoud uit.",
            f"Aliases (*{event.anchor}) are not allowed; write the content out.",
        )
        self.place(ScalarNode(None, self.at(event), False, f"*{event.anchor}"))

    def count(self, event: Any) -> None:
        """One value more; a file of a few million empty items would fill the memory."""
        self.values += 1
        if self.values > self.limits.max_values:
            self.problems.add(
                "too-many-values",
                self.at(event),
                f"Dit bestand heeft meer dan {self.limits.max_values} waarden; verdeel het over "
                "meer bestanden.",
                f"This file has more than {self.limits.max_values} values; divide it over more "
                "files.",
            )
            raise _StopReadingError

    def open(self, part: _Open, event: Any) -> None:
        if len(self.stack) >= self.limits.max_depth:
            self.problems.add(
                "too-deep",
                self.at(event),
                f"Dit staat meer dan {self.limits.max_depth} niveaus diep.",
                f"This is nested more than {self.limits.max_depth} levels deep.",
            )
            raise _StopReadingError
        self.stack.append(part)

    def scalar(self, event: Any) -> None:
        self.count(event)
        position = self.at(event)
        if event.style == '"' and (sign := hidden_in(event.value)):
            hidden_character(sign, position, self.problems)
        if event.style in ("'", '"') and event.end_mark.line > event.start_mark.line:
            self.long_quote = (position, event.end_mark.line + 1)
        if event.style in ("'", '"', "|", ">"):
            self.place(ScalarNode(event.value, position, True, event.value))
            return
        value = resolve(event.value)
        if isinstance(value, Trap) and value.code == "yaml-octal" and self.at_key():
            value = 0  # the part behind a comma: no text, so no key
        if isinstance(value, Trap):
            self.problems.add(value.code, position, value.nl, value.en, suggestion=value.suggestion)
            value = event.value
        self.place(ScalarNode(value, position, False, event.value))

    def at_key(self) -> bool:
        """Whether a key is due here."""
        return bool(self.stack) and self.stack[-1].items is None and not self.stack[-1].awaits_value

    def place(self, node: Node) -> None:
        """Put a finished node where it belongs: the root, a list, a key, or a value."""
        if not self.stack:
            blank = isinstance(node, ScalarNode) and node.value is None and not node.quoted
            self.root = None if blank else node
            return
        holder = self.stack[-1]
        if holder.items is not None:
            holder.items.append(node)
        elif holder.awaits_value:
            if holder.key is not None:
                holder.entries[holder.key] = node
            holder.awaits_value = False
        else:
            holder.key = self.key(node, holder)
            holder.awaits_value = True

    def key(self, node: Node, holder: _Open) -> str | None:
        """The text of a key, or None when it is refused."""
        if not isinstance(node, ScalarNode) or not isinstance(node.value, str):
            written = clipped(node.written, 60) if isinstance(node, ScalarNode) else ""
            self.problems.add(
                "key-not-text",
                node.position,
                f"De sleutel {written or 'hier'} is geen tekst.",
                f"The key {written or 'here'} is not text.",
                expected_nl="tekst, zo nodig tussen aanhalingstekens; is dit een kommagetal, "
                "schrijf dan een punt: 10.5",
                expected_en="text, in quotes if needed; if this is a decimal, write a point: 10.5",
                suggestion=f'"{written}"' if written and not written.startswith("0") else "",
            )
            return None
        if node.value == "<<" and not node.quoted:
            self.problems.add(
                "yaml-merge",
                node.position,
                "Samenvoegen met << is niet toegestaan; schrijf de inhoud uit.",
                "Merging with << is not allowed; write the content out.",
            )
            return None
        if node.value in holder.keys:
            first = holder.keys[node.value].line
            key = clipped(node.value, 60)
            self.problems.add(
                "double-key",
                node.position,
                f"De sleutel {key} staat hier dubbel; hij stond al op regel {first}. "
                "Ontbreekt er een streepje (-) voor een nieuw onderdeel van een lijst?",
                f"The key {key} stands here twice; it was already on line {first}. "
                "Is a dash (-) missing before a new item of a list?",
            )
            return None
        holder.keys[node.value] = node.position
        return node.value


def _shown_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
