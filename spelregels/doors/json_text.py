"""JSON text to nodes that know their line and column. Strict: RFC 8259, no duplicate keys."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal

from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems, clipped
from spelregels.language.textbytes import hidden_character, hidden_in
from spelregels.model.problem import InputRefused, Position, Problem

MAX_DEPTH = 64
MAX_DIGITS = 100
MAX_VALUES = 2_000_000
_TOKEN = re.compile(
    r"""[ \t\r\n]*(?:
        (?P<punct>[{}\[\],:])
      | (?P<string>"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*")
      | (?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?(?![0-9.eE+-]))
      | (?P<word>true|false|null)\b
      | (?P<end>\Z)
    )""",
    re.VERBOSE,
)
_SPACE = re.compile(r"[ \t\r\n]*")
_WORDS = {"true": True, "false": False, "null": None}
# By what stands there: what JSON asks instead. Else: a value.
_INSTEAD = (
    (
        '"',
        'tekst die op dezelfde regel sluit met "; een nieuwe regel daarin is \\n, een tab \\t',
        'text that closes on the same line with "; a new line in it is \\n, a tab \\t',
    ),
    ("'", 'dubbele aanhalingstekens: "', 'double quotes: "'),
    ("/#", "geen opmerkingen; JSON kent die niet", "no comments; JSON has none"),
    (
        "+-.0123456789",
        "een getal als 5000, -5 of 0.5; een nummer dat met 0 begint staat tussen aanhalingstekens",
        "a number like 5000, -5 or 0.5; an identifier that starts with 0 stands in quotes",
    ),
)
_ELSE = (
    "tekst tussen dubbele aanhalingstekens, een getal, true, false, null, {…} of […]",
    "text in double quotes, a number, true, false, null, {…} or […]",
)


@dataclass(slots=True)
class Room:
    """How many values may still be read: of one document, or of all lines of a file together."""

    left: int = MAX_VALUES


def parse_json(text: str, *, source: str, first_line: int = 1, room: Room | None = None) -> Node:
    """One JSON document as nodes.

    ``source`` names the file in positions, ``first_line`` the line on which the text starts.
    Raises ``InputRefused`` with every duplicate key and the first syntax error.
    """
    return _Parser(text, source, first_line, room or Room()).document()


class _Parser:
    """A descent of bounded depth; one instance reads one text."""

    def __init__(self, text: str, source: str, first_line: int, room: Room) -> None:
        self.text = text
        self.source = source
        self.first_line = first_line
        self.at = 0
        self.room = room
        self.starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self.problems = Problems()

    def document(self) -> Node:
        kind, word, start = self.next()
        node = self.value(kind, word, start, 1)
        kind, word, start = self.next()
        if kind != "end":
            raise self.stop(start, "niets meer na het einde", "nothing more after the end", word)
        self.problems.refuse()
        return node

    def next(self) -> tuple[str, str, int]:
        found = _TOKEN.match(self.text, self.at)
        if found is None or found.lastgroup is None:
            space = _SPACE.match(self.text, self.at)
            start = space.end() if space else self.at
            seen = self.text[start : start + 12].split("\n")[0]
            nl, en = next((say for signs, *say in _INSTEAD if seen[:1] in signs), _ELSE)
            raise self.stop(start, nl, en, seen)
        self.at = found.end()
        kind = found.lastgroup
        return kind, found.group(kind), found.start(kind)

    def value(self, kind: str, word: str, start: int, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise self.too_deep(start)
        self.room.left -= 1
        if self.room.left < 0:
            raise self.too_many(start)
        match kind:
            case "string":
                return ScalarNode(self.string(word, start), self.place(start), False, word)
            case "number":
                return ScalarNode(self.number(word, start), self.place(start), False, word)
            case "word":
                return ScalarNode(_WORDS[word], self.place(start), False, word)
            case "punct" if word == "{":
                return self.mapping(start, depth)
            case "punct" if word == "[":
                return self.list(start, depth)
            case _:
                raise self.stop(start, "een waarde", "a value", word)

    def mapping(self, start: int, depth: int) -> MapNode:
        entries: dict[str, Node] = {}
        keys: dict[str, Position] = {}
        kind, word, at = self.next()
        if (kind, word) == ("punct", "}"):
            return MapNode(entries, keys, self.place(start))
        while True:
            if kind != "string":
                raise self.stop(at, 'een sleutel tussen "…"', 'a key between "…"', word)
            key = self.string(word, at)
            if key in entries:
                self.duplicate(key, at, keys[key])
            self.expect(":")
            entries[key] = self.value(*self.next(), depth + 1)
            keys[key] = self.place(at)
            if self.expect(",", "}") == "}":
                return MapNode(entries, keys, self.place(start))
            kind, word, at = self.next()
            if word == "}":
                raise self.stop(
                    at,
                    "nog een sleutel; haal anders de laatste komma weg",
                    "another key; else take the last comma away",
                    word,
                )

    def list(self, start: int, depth: int) -> ListNode:
        items: list[Node] = []
        kind, word, at = self.next()
        if (kind, word) == ("punct", "]"):
            return ListNode((), self.place(start))
        while True:
            items.append(self.value(kind, word, at, depth + 1))
            if self.expect(",", "]") == "]":
                return ListNode(tuple(items), self.place(start))
            kind, word, at = self.next()
            if word == "]" and kind == "punct":
                raise self.stop(
                    at,
                    "nog een waarde; haal anders de laatste komma weg",
                    "another value; else take the last comma away",
                    word,
                )

    def expect(self, *wanted: str) -> str:
        kind, word, start = self.next()
        if kind != "punct" or word not in wanted:
            signs_nl = " of ".join(f"`{sign}`" for sign in wanted)
            raise self.stop(start, signs_nl, " or ".join(f"`{sign}`" for sign in wanted), word)
        return word

    def string(self, word: str, start: int) -> str:
        if "\\" not in word:
            return word[1:-1]
        try:
            text = json.loads(word)
            text.encode()
        except ValueError as error:  # a bad escape, or half of a surrogate pair
            raise self.stop(
                start, "geldige tekens na `\\`", "valid escapes after `\\`", word[:40]
            ) from error
        if sign := hidden_in(text):
            hidden_character(sign, self.place(start), self.problems)
        return str(text)

    def number(self, word: str, start: int) -> int | Decimal:
        if len(word) > MAX_DIGITS:
            raise self.stop(start, "een korter getal", "a shorter number", word[:12] + "…")
        if word.lstrip("-").isdigit():
            return int(word)
        return Decimal(word)

    def place(self, offset: int) -> Position:
        line = bisect_right(self.starts, offset)
        column = offset - self.starts[line - 1] + 1
        return Position(self.source, line - 1 + self.first_line, column)

    def duplicate(self, key: str, at: int, first: Position) -> None:
        key = clipped(key, 60)
        self.problems.add(
            "double-key",
            self.place(at),
            f"De sleutel `{key}` staat hier voor de tweede keer (eerst op regel {first.line}).",
            f"The key `{key}` stands here a second time (first on line {first.line}).",
            expected_nl="iedere sleutel één keer",
            expected_en="each key once",
        )

    def stop(self, start: int, nl: str, en: str, found: str) -> InputRefused:
        """A syntax error: nothing after it can be read."""
        seen_nl = f"`{found}`" if found else "het einde van de tekst"
        seen_en = f"`{found}`" if found else "the end of the text"
        problem = Problem(
            "bad-json",
            self.place(start),
            f"Dit is geen geldige JSON: hier staat {seen_nl}.",
            f"This is not valid JSON: found {seen_en}.",
            nl,
            en,
        )
        return InputRefused((*self.problems.found, problem))

    def too_many(self, start: int) -> InputRefused:
        problem = Problem(
            "too-many-values",
            self.place(start),
            f"Dit bestand heeft meer dan {MAX_VALUES} waarden; verdeel het over meer bestanden.",
            f"This file has more than {MAX_VALUES} values; divide it over more files.",
        )
        return InputRefused((*self.problems.found, problem))

    def too_deep(self, start: int) -> InputRefused:
        problem = Problem(
            "too-deep",
            self.place(start),
            f"Deze tekst is dieper genest dan {MAX_DEPTH} lagen.",
            f"This text is nested deeper than {MAX_DEPTH} levels.",
            f"hoogstens {MAX_DEPTH} lagen",
            f"at most {MAX_DEPTH} levels",
        )
        return InputRefused((*self.problems.found, problem))
