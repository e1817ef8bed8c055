"""From bytes to text: UTF-8 only, and no characters that nobody can see."""

from __future__ import annotations

import re
from itertools import islice

from spelregels.language.problems import Problems
from spelregels.model.problem import Position

_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
# What people give us instead of text, by its first bytes.
_KINDS = (
    (b"PK\x03\x04", "een werkmap of zip-bestand", "a workbook or zip file"),
    (b"\xd0\xcf\x11\xe0", "een oude werkmap of oud document", "an old workbook or document"),
    (b"\x1f\x8b", "een ingepakt bestand (gzip)", "a compressed file (gzip)"),
    (b"%PDF", "een pdf", "a pdf"),
)
# C0 and C1 controls (tab and line ends excepted), a byte order mark inside the text, the marks
# that reorder text on screen, so that a reader sees something else than the engine, and what
# Unicode says is no character.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
# Line ends for a YAML 1.1 reader, letters for a YAML 1.2 reader, and invisible for people.
_OTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
# Printable, says Unicode, but blank: fillers, a joiner, empty braille.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe00-\ufe0f\uffa0]")
_CALLED = {
    "\n": (", een nieuwe regel", ", a new line"),
    "\t": (", een tab", ", a tab"),
    "\x1b": (", escape", ", escape"),
    "\xa0": (", een vaste spatie", ", a space that does not break"),
    "\xad": (", een zacht koppelteken", ", a soft hyphen"),
    "\u200b": (", een spatie zonder breedte", ", a space without width"),
}
_MOST = 10


def decode(raw: bytes, source: str, problems: Problems) -> str:
    """The text of ``raw``; what is wrong goes to ``problems``, and then the text is useless."""
    start = raw[:64]
    for sign, nl, en in _KINDS:
        if raw.startswith(sign):
            problems.add(
                "not-text",
                Position(source, 1, 1),
                f"Dit is {nl}, geen tekst.",
                f"This is {en}, not text.",
                expected_nl="tekst in UTF-8; een tabel bewaart u als CSV (UTF-8)",
                expected_en="text in UTF-8; save a table as CSV (UTF-8)",
            )
            return ""
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
    _note(_HIDDEN, text, source, problems)
    return text


def other_line_ends(text: str, source: str, problems: Problems) -> None:
    """Note the line ends that one YAML reader sees and another does not."""
    _note(_OTHER_LINE_ENDS, text, source, problems)


def _note(signs: re.Pattern[str], text: str, source: str, problems: Problems) -> None:
    for match in islice(signs.finditer(text), _MOST):
        hidden_character(match.group(), _place(text, match.start(), source), problems)


def hidden_character(sign: str, place: Position, problems: Problems) -> None:
    """Note a character that nobody can see."""
    code = f"U+{ord(sign):04X}"
    nl, en = _CALLED.get(sign, ("", ""))
    problems.add(
        "hidden-character",
        place,
        f"Hier staat een onzichtbaar teken ({code}{nl}); haal het weg.",
        f"Here is an invisible character ({code}{en}); remove it.",
    )


def hidden_in(text: str) -> str:
    """The first character in a text that nobody can see, or nothing.

    For texts that were written with escapes, which can hide what the file itself does not show.
    """
    found = _HIDDEN.search(text)
    return found.group() if found else ""


def hidden_in_name(name: str) -> str:
    """The first character in a name that makes it look like another name, or nothing.

    Stricter than :func:`hidden_in`: two names that differ in a joiner, a soft hyphen or a space
    that does not break are one name to people.
    """
    blank = _BLANK.search(name)
    if blank:
        return blank.group()
    return "" if name.isprintable() else next(sign for sign in name if not sign.isprintable())


def first_hidden(text: str) -> str:
    """The first character of ``text`` that nobody can see, as ``U+200E``; empty when all show."""
    match = _HIDDEN.search(text)
    return f"U+{ord(match.group()):04X}" if match else ""


def _place(text: str, index: int, source: str) -> Position:
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return Position(source, line, column)
