"""The facts of national law as data: ``facts.yaml``, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from spelregels.model.words import Confidence

FILE = Path(__file__).with_name("facts.yaml")

CONSTRUCTS = {
    "readings": "`readings:` both readings judged; where they differ, *cannot tell*, both shown",
    "default_for": "`default_for` / `replaces`: a default procedure that a by-law below switches "
    "off by having its own",
    "by_day": "a number that depends on how far a term has run: so much a day, more later on",
    "hours": "a term in hours (the Atw never moves it)",
    "term_in_force": "`in_force` on a named term, or an extension added to it by a later layer",
}
"""What the language could have and has not, by the name under ``needs``."""

REASONS = {
    "judgement": "a person: printed as a statement, or asked as a yes or no",
    "local": "no national rule to encode",
    "unread": "the text: it was not available to whoever encoded this",
    "outside": "nothing: it is not about participation",
}
"""Why something is left although no construct is lacking."""


@dataclass(frozen=True, slots=True)
class Left:
    """Something of a fact that is not said, and what it would need."""

    what: str
    needs: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in our words, how well it was verified, and the places where it lives."""

    id: str
    law: str
    words: str
    source: str
    confidence: Confidence
    lives: tuple[str, ...]
    left: tuple[Left, ...] = ()


@cache
def read() -> tuple[Fact, ...]:
    """Every fact, in the order of the file. A key that is not known raises TypeError."""
    return tuple(_fact(**one) for one in _file()["facts"])


@cache
def sources() -> Mapping[str, Mapping[str, str]]:
    """Per source: ``title``, and ``url`` where it has one."""
    found: Mapping[str, Mapping[str, str]] = _file()["sources"]
    return found


@cache
def _file() -> Any:
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def _fact(*, confidence: str, lives: list[str], left: Any = (), **rest: str) -> Fact:
    return Fact(
        confidence=Confidence(confidence),
        lives=tuple(lives),
        left=tuple(Left(**one) for one in left),
        **rest,
    )
