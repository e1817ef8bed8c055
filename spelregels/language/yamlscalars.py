"""What an unquoted word in YAML means here: few types, and no YAML 1.1 surprises.

YAML 1.1 readers (PyYAML among them) turn ``no`` into *false*, ``12:30`` into 750 and ``010`` into
8; YAML 1.2 readers do not. Whatever the two read differently is refused, with what to write
instead.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from spelregels.language.nodes import NodeScalar
from spelregels.language.problems import clipped
from spelregels.model.frozen import dataclass

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_SWITCH = frozenset({"on", "off", "yes", "no", "y", "n"})
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LOOSE_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SIXTIES = re.compile(r"[-+]?[0-9]+(:[0-9]+)+(\.[0-9]*)?")
_OCTAL = re.compile(r"[-+]?0[0-9_]+(\.[0-9_]*)?")
_PROGRAMMER = re.compile(r"[-+]?0[xob][0-9a-fA-F_]+")
_UNDERSCORED = re.compile(r"[-+]?[0-9][0-9_]*(\.[0-9_]*)?")
_EXPONENT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)")
_HALF = re.compile(r"[-+]?(\.[0-9]+|[0-9]+\.)")
_NOT_A_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")

MOST_DIGITS = 18
"""Longer numbers are identifiers; they must be quoted, or a reader may round them."""


@dataclass(frozen=True, slots=True)
class Trap:
    """An unquoted word that readers disagree about, or that is no valid value."""

    code: str
    nl: str
    en: str
    suggestion: str


def resolve(text: str) -> NodeScalar | Trap:
    """The value of a plain (unquoted) scalar, or the trap it is.

    Gives None, a boolean, an integer, a Decimal, a date, or the text itself. Never a float.
    """
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if text.casefold() in _SWITCH:
        return _switch(text)
    if text[0] in "0123456789+-.":
        return _number_or_date(text)
    return text


def _number_or_date(text: str) -> NodeScalar | Trap:
    if _INTEGER.fullmatch(text):
        return int(text) if len(text) <= MOST_DIGITS else _too_long(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text) if len(text) <= MOST_DIGITS else _too_long(text)
    if match := _DATE.fullmatch(text):
        return _date(text, match)
    if match := _LOOSE_DATE.fullmatch(text):
        year, month, day = match.groups()
        return Trap(
            "loose-date",
            f"De datum {text} mist een nul.",
            f"The date {text} lacks a zero.",
            f"{year}-{int(month):02d}-{int(day):02d}",
        )
    return _number_trap(text) or text


def _date(text: str, match: re.Match[str]) -> date | Trap:
    year, month, day = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return Trap(
            "no-such-date",
            f"De datum {text} bestaat niet.",
            f"The date {text} does not exist.",
            "",
        )


def _switch(text: str) -> Trap:
    truth = text.casefold() in {"on", "yes", "y"}
    instead = "true" if truth else "false"
    return Trap(
        "yaml-switch",
        f"Het woord {text} zonder aanhalingstekens betekent in YAML soms {instead}: "
        f'schrijf "{text}" (tekst), of true of false (ja of nee).',
        f"The word {text} without quotes sometimes means {instead} in YAML: "
        f'write "{text}" (text), or true or false.',
        f'"{text}"',
    )


def _too_long(text: str) -> Trap:
    shown = clipped(text, 40)
    return Trap(
        "long-number",
        f"Het getal {shown} is te lang om zeker goed te lezen; als het een nummer of kenmerk is, "
        "zet het tussen aanhalingstekens.",
        f"The number {shown} is too long to be read safely; if it is an identifier, put it in "
        "quotes.",
        f'"{text}"' if shown == text else "",
    )


def _number_trap(text: str) -> Trap | None:
    if _SIXTIES.fullmatch(text):
        return Trap(
            "yaml-sixties",
            f"{text} zonder aanhalingstekens leest YAML soms als een getal (uren en minuten).",
            f"{text} without quotes is sometimes read by YAML as a number (hours and minutes).",
            f'"{text}"',
        )
    if _OCTAL.fullmatch(text):
        return Trap(
            "yaml-octal",
            f"{text} begint met een nul; YAML leest dat soms als een achttallig getal.",
            f"{text} starts with a zero; YAML sometimes reads that as an octal number.",
            f'"{text}"',
        )
    number = (_PROGRAMMER, _UNDERSCORED, _EXPONENT, _HALF, _NOT_A_NUMBER)
    if any(form.fullmatch(text) for form in number):
        return Trap(
            "yaml-number",
            f"{text} is geen gewoon getal: schrijf het met cijfers en zo nodig een punt "
            "(5000 of 0.5), of zet het tussen aanhalingstekens.",
            f"{text} is not a plain number: write digits and if needed a point (5000 or 0.5), or "
            "put it in quotes.",
            f'"{text}"',
        )
    return None
