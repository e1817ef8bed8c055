"""Small readers of nodes: each gives a value, or None and a problem at the right place."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeVar
from unicodedata import normalize

from spelregels.language.dutch import english_key
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems, clipped, listing, suggest_key, suggest_word
from spelregels.language.textbytes import hidden_character, hidden_in_name
from spelregels.model.patterns import Scalar, Value
from spelregels.model.problem import Position

Word = TypeVar("Word", bound=Enum)
_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_NAMED_MONTH = re.compile(
    r"([0-9]{1,2}) (januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december) ([0-9]{4})"
)
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DUTCH_DATE = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_LOOKS_LIKE_A_DATE = re.compile(rf"{_ISO_DATE.pattern}|{_DUTCH_DATE.pattern}")
MOST_SHOWN = 80
"""Letters of a value that a message repeats."""
MOST_IN_NAME = 200


def shown(node: Node) -> str:
    """What stands there, for a message."""
    match node:
        case ScalarNode(value=None):
            return "niets"
        case ScalarNode(value=value, written=written):
            return clipped(written or str(value), MOST_SHOWN) or "een lege tekst"
        case ListNode():
            return "een lijst"
        case MapNode():
            return "een groep sleutels"


def shown_en(node: Node) -> str:
    """What stands there, for an English message."""
    match node:
        case ScalarNode(value=None):
            return "nothing"
        case ScalarNode(value=value, written=written):
            return clipped(written or str(value), MOST_SHOWN) or "an empty text"
        case ListNode():
            return "a list"
        case MapNode():
            return "a group of keys"


def iso_hint(text: str) -> str:
    """``2026-02-01`` for ``1-2-2026`` and ``1 februari 2026``; nothing for other texts."""
    named = _NAMED_MONTH.fullmatch(text.strip().casefold())
    match = named or _DUTCH_DATE.fullmatch(text.strip())
    if match is None:
        return ""
    said = match.groups()
    month = _MONTHS.index(said[1][:3]) + 1 if named else int(said[1])
    day, year = int(said[0]), int(said[2])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def iso_date(text: str) -> date | None:
    """The date of an ISO text ``2026-02-01``, or None when it is not one or does not exist."""
    if not _ISO_DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def no_such_date(text: str) -> bool:
    """Does this look like a whole date, of a day that is on no calendar?"""
    looks = _LOOKS_LIKE_A_DATE.fullmatch(text.strip()) is not None
    return looks and iso_date(text.strip()) is None and not iso_hint(text)


@dataclass(slots=True)
class Reader:
    """Reads nodes and notes what is wrong in ``problems``."""

    problems: Problems = field(default_factory=Problems)

    def wrong(self, node: Node, expected_nl: str, expected_en: str, suggestion: str = "") -> None:
        """Note that something else was expected here."""
        self.problems.add(
            "wrong-type",
            node.position,
            f"Hier staat {shown(node)}, maar dat past hier niet.",
            f"Here is {shown_en(node)}, which does not fit here.",
            expected_nl=expected_nl,
            expected_en=expected_en,
            suggestion=suggestion,
        )

    def wrong_date(self, node: Node, expected_nl: str, expected_en: str) -> None:
        """Note that a date was expected here: there is none, or it is on no calendar."""
        text = node.value if isinstance(node, ScalarNode) else None
        if isinstance(text, str) and no_such_date(text):
            self.problems.add(
                "no-such-date",
                node.position,
                f"De datum {text.strip()} bestaat niet.",
                f"The date {text.strip()} does not exist.",
                expected_nl=expected_nl,
                expected_en=expected_en,
            )
            return
        self.wrong(node, expected_nl, expected_en, iso_hint(text) if isinstance(text, str) else "")

    def mapping(self, node: Node, nl: str, en: str) -> MapNode | None:
        """A group of keys."""
        if isinstance(node, MapNode):
            return node
        self.wrong(node, nl, en)
        return None

    def items(self, node: Node, nl: str, en: str) -> tuple[Node, ...]:
        """The items of a list; one problem and nothing when it is no list."""
        if isinstance(node, ListNode):
            return node.items
        self.wrong(node, nl, en)
        return ()

    def known_keys(self, node: MapNode, known: Collection[str]) -> None:
        """Note every key that is not in ``known``."""
        for key, position in node.keys.items():
            if key not in known:
                self.problems.add(
                    "unknown-key",
                    position,
                    f"De sleutel {key} bestaat hier niet.",
                    f"The key {key} does not exist here.",
                    expected_nl=listing(known),
                    suggestion=suggest_key(key, known),
                )

    def missing(self, node: MapNode, key: str, nl: str, en: str, position: Position) -> None:
        """Note that a required key is absent; or that it stands there by another name."""
        noted = {p.position for p in self.problems.found if p.code == "unknown-key"}
        if any(at in noted and suggest_key(other, (key,)) for other, at in node.keys.items()):
            return
        by_another_name = [
            other for other in node.keys if other != key and english_key(other, (key,))
        ]
        for other in by_another_name:
            self.problems.add(
                "unknown-key",
                node.keys[other],
                f"De sleutel {other} bestaat hier niet; hier hoort {key}.",
                f"The key {other} does not exist here; {key} belongs here.",
                expected_nl=f"{key}: {nl}",
                expected_en=f"{key}: {en}",
                suggestion=key,
            )
        if by_another_name:
            return
        self.problems.add(
            "missing-key",
            position,
            f"De sleutel {key} ontbreekt.",
            f"The key {key} is missing.",
            expected_nl=nl,
            expected_en=en,
            suggestion=f"{key}:",
        )

    def text(self, node: Node) -> str | None:
        """Text; a number is refused, since nobody can tell how it was meant."""
        if isinstance(node, ScalarNode) and isinstance(node.value, str) and node.value.strip():
            return node.value
        written = node.written if isinstance(node, ScalarNode) else ""
        quoted = f'"{written}"' if written and len(written) <= MOST_SHOWN else ""
        self.wrong(node, "tekst", "text", quoted)
        return None

    def identifier(self, node: Node) -> str | None:
        """Text, or a whole number taken as it is written (case numbers look like that)."""
        if isinstance(node, ScalarNode) and type(node.value) is int:
            return node.written or str(node.value)
        return self.text(node)

    def name(self, node: Node) -> str | None:
        """What something is called: one line, nothing invisible, and so told apart by eye."""
        return self._plain_name(self.identifier(node), node)

    def word_name(self, node: Node) -> str | None:
        """Like :meth:`name`, and never a number."""
        return self._plain_name(self.text(node), node)

    def names(self, node: Node, nl: str, en: str) -> tuple[str, ...]:
        """A list of names."""
        read = [self.word_name(item) for item in self.items(node, nl, en)]
        return tuple(item for item in read if item is not None)

    def _plain_name(self, name: str | None, node: Node) -> str | None:
        if name is None:
            return None
        if sign := hidden_in_name(name):
            hidden_character(sign, node.position, self.problems)
            return None
        if name != name.strip() or len(name) > MOST_IN_NAME:
            self.wrong(
                node,
                f"een naam van hoogstens {MOST_IN_NAME} tekens, zonder spaties ervoor of erachter",
                f"a name of at most {MOST_IN_NAME} signs, without spaces before or after it",
                name.strip() if len(name) <= MOST_IN_NAME else "",
            )
            return None
        return name if name.isascii() else normalize("NFC", name)  # one spelling of é

    def word(self, node: Node, kind: type[Word]) -> Word | None:
        """One word of a closed set."""
        words = [member.value for member in kind]
        value = node.value if isinstance(node, ScalarNode) else None
        if isinstance(value, str) and value in words:
            return kind(value)
        self.problems.add(
            "unknown-word",
            node.position,
            f"{shown(node)} is hier geen bekend woord.",
            f"{shown_en(node)} is not a known word here.",
            expected_nl=listing(words),
            suggestion=suggest_word(value, words) if isinstance(value, str) else "",
        )
        return None

    def day(self, node: Node) -> date | None:
        """A date: ``2026-02-01``, quoted or not."""
        if isinstance(node, ScalarNode):
            if isinstance(node.value, date):
                return node.value
            if isinstance(node.value, str):
                found = iso_date(node.value)
                if found is not None:
                    return found
        self.wrong_date(node, "een datum als 2026-02-01", "a date like 2026-02-01")
        return None

    def scalar(self, node: Node) -> Scalar | None:
        """Any single value but nothing."""
        if isinstance(node, ScalarNode) and node.value is not None:
            return node.value
        self.wrong(node, "een waarde", "a value")
        return None

    def value(self, node: Node) -> Value | None:
        """A value, a list of values, or nothing (known absent)."""
        match node:
            case ScalarNode(value=found):
                return found
            case ListNode(items=items):
                read = [self.scalar(item) for item in items]
                return tuple(item for item in read if item is not None)
            case MapNode():
                self.wrong(node, "een waarde of een lijst", "a value or a list")
                return None

    def texts(self, node: Node, nl: str, en: str) -> tuple[str, ...]:
        """A list of texts."""
        read = [self.text(item) for item in self.items(node, nl, en)]
        return tuple(item for item in read if item is not None)


def entries(node: MapNode) -> Mapping[str, Node]:
    """The entries of a mapping without those that say nothing (``key:`` with nothing behind it)."""
    return {
        key: value
        for key, value in node.entries.items()
        if not (isinstance(value, ScalarNode) and value.value is None)
    }


def plain(value: Value | None) -> str:
    """A value as text in messages."""
    if isinstance(value, tuple):
        return "[" + ", ".join(plain(item) for item in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (date, Decimal, int, str)):
        return str(value)
    return "niets" if value is None else f"{value.amount} {value.unit.value}"
