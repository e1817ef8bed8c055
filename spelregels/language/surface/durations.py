"""Durations in the file: as a term, where a text may have only a word, as an interval; and days of
the year."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from spelregels.calendar.days_of_year import MONTHS, parse_day_of_year
from spelregels.calendar.durations import TermError, parse_duration
from spelregels.language.problems import suggest_word
from spelregels.language.reading import iso_date, iso_hint
from spelregels.language.surface.base import fault
from spelregels.language.surface.scalars import said
from spelregels.model.terms import Duration

DURATION_PATTERN = (
    r"^[1-9][0-9]{0,5} (dag|dagen|werkdag|werkdagen|week|weken|maand|maanden|jaar|jaren)$"
)


def _duration(value: Any) -> Duration:
    if not isinstance(value, str):
        number = isinstance(value, int) and not isinstance(value, bool)
        raise fault(
            "wrong-type",
            f"Hier staat {said(value)[0]}, maar dat past hier niet.",
            f"Here is {said(value)[1]}, which does not fit here.",
            expected_nl="een termijn als 6 weken",
            expected_en="a term like 6 weken",
            suggestion=f"{value} weken" if number and value > 0 else "",
        )
    try:
        return parse_duration(value)
    except TermError as error:
        raise fault(
            "bad-term", error.message_nl, error.message_en, suggestion=error.suggestion
        ) from None


def _day_meant(value: str) -> str:
    """``1 mei`` for ``1 mei 2027`` and ``01-05``; nothing for other texts."""
    year = re.sub(r"[ -][0-9]{4}$", "", value.strip())
    found = iso_date(iso_hint(f"{year} 2000") or iso_hint(f"{year}-2000"))
    return f"{found.day} {MONTHS[found.month - 1]}" if found else ""


def _term(value: Any) -> Duration:
    """A duration where a text may also have only a word for it."""
    if isinstance(value, str) and re.fullmatch(r"[A-Za-zé][A-Za-zé ]+", value):
        try:
            return parse_duration(value)
        except TermError as error:
            raise fault(
                "bad-term",
                error.message_nl,
                error.message_en,
                expected_nl="6 weken; een vergadering: {next: raadsvergadering}; een woord uit de "
                "tekst zelf: {vague: tijdig}; als de tekst zwijgt: not_stated",
                expected_en="6 weken; a meeting: {next: raadsvergadering}; a word of the text "
                "itself: {vague: tijdig}; where the text is silent: not_stated",
                suggestion=error.suggestion
                or suggest_word(value, ("not_stated",))
                or ("" if _NO_MERE_WORD.search(value) else f"{{vague: {value}}}"),
            ) from None
    if isinstance(value, str) and (day := _day_meant(value)):
        raise fault(
            "bad-term",
            f"{value} is een dag, geen tijdsduur.",
            f"{value} is a day, not a length of time.",
            suggestion=f"{{date: {day}}}",
        )
    return _duration(value)


_NO_MERE_WORD = re.compile(
    r"\b(dag|week|weken|weeks?|maand|month|jaar|jaren|year|days?)|vergadering|^vague$"
)
_HOW_OFTEN = {"maandelijks": "1 maand", "wekelijks": "1 week", "dagelijks": "1 dag"}


def _interval(value: Any) -> Duration:
    """A duration under ``every``, where there is no place for a word."""
    word = str(value).casefold() if isinstance(value, str) else ""
    if isinstance(value, str):
        try:
            return parse_duration(value)
        except TermError as error:
            near = _HOW_OFTEN.get(word) or suggest_word(word, ("kalenderjaar",))
            suggestion = error.suggestion or near
    else:
        suggestion = ""
    raise fault(
        "bad-term",
        f"{said(value)[0][:1].upper()}{said(value)[0][1:]} zegt hier niet hoe vaak.",
        f"{said(value)[1][:1].upper()}{said(value)[1][1:]} does not say here how often.",
        expected_nl="een tijdsduur als 2 jaar, of kalenderjaar; noemt de tekst geen getal, "
        "schrijf de regel dan als statement",
        expected_en="a duration like 2 jaar, or kalenderjaar; where the text gives no number, "
        "write the norm as a statement",
        suggestion=suggestion,
    )


def _day_of_year(value: Any) -> tuple[int, int]:
    if not isinstance(value, str):
        raise fault(
            "wrong-type",
            f"Hier staat {said(value)[0]}, maar dat past hier niet.",
            f"Here is {said(value)[1]}, which does not fit here.",
            expected_nl="een dag van het jaar, zonder jaartal, als 1 mei",
            expected_en="a day of the year, without a year, like 1 mei",
            suggestion=f"{value.day} {MONTHS[value.month - 1]}" if isinstance(value, date) else "",
        )
    try:
        return parse_day_of_year(value)
    except TermError as error:
        near = error.suggestion or _day_meant(value)
        raise fault("bad-term", error.message_nl, error.message_en, suggestion=near) from None


DayOfYearIn = Annotated[
    tuple[int, int],
    PlainValidator(_day_of_year),
    WithJsonSchema({"type": "string", "pattern": f"^[1-9][0-9]? ({'|'.join(MONTHS)})$"}),
]
DurationIn = Annotated[
    Duration,
    PlainValidator(_duration),
    WithJsonSchema({"type": "string", "pattern": DURATION_PATTERN}),
]
TermDurationIn = Annotated[
    Duration,
    PlainValidator(_term),
    WithJsonSchema({"type": "string", "pattern": DURATION_PATTERN}),
]
IntervalIn = Annotated[
    Duration,
    PlainValidator(_interval),
    WithJsonSchema({"type": "string", "pattern": DURATION_PATTERN}),
]
