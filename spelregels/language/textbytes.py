"""From bytes to text: UTF-8 only, and no characters that nobody can see."""

from __future__ import annotations

import re

from spelregels.language.problems import Problems
from spelregels.model.problem import Position

_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
# C0 and C1 controls (tab and line ends excepted), a byte order mark inside the text, and the marks
# that reorder text on screen, so that a reader sees something else than the engine.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_MOST = 10


def decode(raw: bytes, source: str, problems: Problems) -> str:
    """The text of ``raw``; what is wrong goes to ``problems``, and then the text is useless."""
    start = raw[:64]
    if raw.startswith(_WIDE) or 4 * start.count(b"\x00") > len(start):
        problems.add(
            "not-utf8",
            Position(source, 1, 1),
            "Dit bestand is geen UTF-8 maar UTF-16 of iets anders; bewaar het als UTF-8.",
            "This file is not UTF-8 but UTF-16 or something else; save it as UTF-8.",
        )
        return ""
    body = raw[len(_BOM) :] if raw.startswith(_BOM) else raw
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8")
        problems.add(
            "not-utf8",
            _place(before, len(before), source),
            "Hier staat een teken dat geen UTF-8 is (misschien Windows-1252 of Latin-1); "
            "bewaar het bestand als UTF-8.",
            "Here is a byte that is not UTF-8 (perhaps Windows-1252 or Latin-1); "
            "save the file as UTF-8.",
        )
        return ""
    for count, match in enumerate(_HIDDEN.finditer(text)):
        if count == _MOST:
            break
        code = f"U+{ord(match.group()):04X}"
        problems.add(
            "hidden-character",
            _place(text, match.start(), source),
            f"Hier staat een onzichtbaar teken ({code}); haal het weg.",
            f"Here is an invisible character ({code}); remove it.",
        )
    return text


def _place(text: str, index: int, source: str) -> Position:
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return Position(source, line, column)
