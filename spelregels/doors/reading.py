"""Bytes to text for every door: size, encoding and invisible characters are checked once, here."""

from __future__ import annotations

from pathlib import Path

from spelregels.language.filebytes import Limits, read_bytes
from spelregels.language.problems import Problems
from spelregels.language.textbytes import decode
from spelregels.model.problem import InputRefused, Position, Problem

DOCUMENT = Limits(max_bytes=16_000_000)
"""One JSON or YAML document, held in memory whole."""
LINES = Limits(max_bytes=40_000_000)
"""CSV and JSONL, where every line stands on its own."""
ENCODINGS = ("utf-8", "utf-16", "windows-1252", "iso-8859-1")


def read_text(path: Path, *, limits: Limits = DOCUMENT, encoding: str = "utf-8") -> str:
    """The text of a file, without byte order mark.

    The encoding is the declared one of ``ENCODINGS``, never a guess. Raises ``InputRefused``: file
    not there, too big, in another encoding, or with characters that nobody can see.
    """
    problems = Problems()
    raw = read_bytes(path, limits=limits)
    if encoding != "utf-8":
        raw = _as_utf8(raw, str(path), encoding, problems)
    text = decode(raw, str(path), problems)
    problems.refuse()
    return text


def _as_utf8(raw: bytes, source: str, encoding: str, problems: Problems) -> bytes:
    try:
        return raw.decode(encoding).encode("utf-8")
    except UnicodeDecodeError as error:
        problems.add(
            "wrong-encoding",
            Position(source, raw.count(b"\n", 0, error.start) + 1, 1),
            f"Deze tekst is geen {encoding}, zoals de mapping zegt.",
            f"This text is not {encoding}, as the mapping says.",
            expected_nl="de codering waarin het bestand is bewaard",
            expected_en="the encoding in which the file was saved",
        )
        problems.refuse()
    raise AssertionError("unreachable")


def refuse_one(
    code: str, source: str, nl: str, en: str, expected_nl: str, expected_en: str, hint: str = ""
) -> InputRefused:
    """An exception that carries one problem about a whole input."""
    return InputRefused((Problem(code, Position(source), nl, en, expected_nl, expected_en, hint),))
