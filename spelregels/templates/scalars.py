"""Values as text: as one safe YAML scalar, as people read them, and how they compare."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal

from spelregels.calendar import TermError, duration_text, parse_duration, reckon
from spelregels.language.yamlscalars import resolve
from spelregels.model.terms import Duration
from spelregels.model.words import Regime
from spelregels.templates.form import Choice, ChosenValue

_PLAIN = re.compile(r"[a-z][a-z0-9_./-]*( [a-z0-9_.-]+)*|[1-9][0-9]* [a-z]+")
SOME_DAY = date(2026, 1, 1)
"""Terms of different units are compared by how far they reach from here."""


def written(value: ChosenValue) -> str:
    """As it stands in a ruleset: a bare word, number or date, anything else in quotes."""
    match value:
        case str():
            safe = _PLAIN.fullmatch(value) and resolve(value) == value
            return value if safe else json.dumps(value, ensure_ascii=False)
        case _:
            return shown(value)


def shown(value: ChosenValue) -> str:
    """As people type it."""
    match value:
        case Duration():
            return duration_text(value)
        case Decimal():
            return format(value.quantize(1) if value == value.to_integral() else value, "f")
        case date():
            return value.isoformat()
        case _:
            return str(value)


def told(value: ChosenValue, choice: Choice, language: str) -> str:
    """As it reads in a sentence: an option by its description."""
    if isinstance(value, str) and value in choice.options:
        return choice.options[value].told(language)
    return shown(value)


def last_day(start: date, term: Duration) -> date:
    """The last day of a term, counted from the next day and never moved."""
    return reckon(start, term, regime=Regime.CALENDAR).last_day


def term(value: ChosenValue) -> Duration | None:
    """A term, also when it was one of a list of terms; else None."""
    if isinstance(value, Duration):
        return value
    try:
        return parse_duration(value) if isinstance(value, str) else None
    except TermError:
        return None


def size(value: ChosenValue) -> Decimal:
    """A number by which values of one choice compare; 0 for words."""
    match value:
        case Duration():
            return Decimal((last_day(SOME_DAY, value) - SOME_DAY).days)
        case date():
            return Decimal(value.toordinal())
        case int() | Decimal():
            return Decimal(value)
        case _:
            return Decimal(0)
