"""The blocks of the language reference: each a ``ruleset``, a ``trajectory``, a ``part`` of a
ruleset, or ``norms`` or ``terms`` that use its words."""

from __future__ import annotations

import re
from pathlib import Path

REFERENCE = Path(__file__).parents[2] / "docs" / "language.md"
TEXT = REFERENCE.read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml (\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
WORDS = "voorbeeldstad/woorden"
GATE = "- {id: kennisgeving-inhoud, upon: kennisgeving.gedaan, require: {vermeldt_wie: true}}\n"


def id_of(text: str) -> str:
    return re.search(r"^(?:id|ruleset): (\S+/\S+)$", text, re.MULTILINE)[1]  # type: ignore[index]


FILES = {id_of(text): text for kind, text in BLOCKS if kind == "ruleset"}


def without(text: str, *keys: str) -> str:
    """A ruleset without some of its top-level keys."""
    for key in keys:
        text = re.sub(rf"^{key}:.*\n(?:[ \n].*\n?|\n)*", "", text, flags=re.MULTILINE)
    return text


def indented(text: str) -> str:
    return "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())


def whole(kind: str, text: str) -> str:
    """The file a block stands for: alone, or with the words of the reference."""
    base = FILES[WORDS]
    if kind == "ruleset":
        return text
    if kind == "norms":
        return f"{base}norms:\n{indented(text)}"
    if kind == "terms":
        return f"{base}{indented(text)}norms:\n{indented(GATE)}"
    keys = re.findall(r"^(\w+):", text, re.MULTILINE)
    return without(base, *keys) + text
