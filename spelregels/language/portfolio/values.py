"""Single values in files about many trajectories: shares, windows, counts."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import AfterValidator, PlainValidator, WithJsonSchema

from spelregels.calendar.durations import duration_text
from spelregels.language.surface.base import fault
from spelregels.language.surface.durations import DurationIn
from spelregels.language.surface.scalars import said
from spelregels.model.portfolio import LEAST_WITHHELD
from spelregels.model.terms import Duration
from spelregels.model.words import Unit


def _portfolio_version(value: Any) -> str:
    if value == "1" or (value == 1 and type(value) is int):
        return "1"
    raise fault(
        "unknown-version",
        "Deze versie bestaat niet.",
        "This version does not exist.",
        expected_nl='"1"',
        expected_en='"1"',
        suggestion='"1"',
    )


PortfolioVersionIn = Annotated[
    str, PlainValidator(_portfolio_version), WithJsonSchema({"enum": ["1", 1]})
]


def _share(value: Any) -> Fraction:
    number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    if number and 0 <= value <= 1:
        return Fraction(value)
    percent = number and 1 < value <= 100
    raise fault(
        "bad-share",
        f"Hier staat {said(value)[0]}, maar dat is geen deel van het geheel.",
        f"Here is {said(value)[1]}, which is no part of a whole.",
        expected_nl="een getal van 0 tot en met 1, zoals 0.5 voor de helft",
        expected_en="a number from 0 to 1, such as 0.5 for a half",
        suggestion=f"{value / Decimal(100):f}" if percent else "",
    )


ShareIn = Annotated[
    Fraction, PlainValidator(_share), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1})
]


def _from_one(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    raise fault(
        "wrong-type",
        f"Hier staat {said(value)[0]}, maar dat past hier niet.",
        f"Here is {said(value)[1]}, which does not fit here.",
        expected_nl="een geheel getal van 1 of meer",
        expected_en="a whole number of 1 or more",
    )


Positive = Annotated[
    int, PlainValidator(_from_one), WithJsonSchema({"type": "integer", "minimum": 1})
]


def _withhold(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= LEAST_WITHHELD:
        return value
    raise fault(
        "withhold-too-few",
        f"Hier staat {said(value)[0]}; een groep onder {LEAST_WITHHELD} wordt nooit getoond.",
        f"Here is {said(value)[1]}; a group below {LEAST_WITHHELD} is never shown.",
        expected_nl=f"een geheel getal van {LEAST_WITHHELD} of meer",
        expected_en=f"a whole number of {LEAST_WITHHELD} or more",
        suggestion=str(LEAST_WITHHELD),
    )


WithholdIn = Annotated[
    int, PlainValidator(_withhold), WithJsonSchema({"type": "integer", "minimum": LEAST_WITHHELD})
]


def _on_the_calendar(value: Duration) -> Duration:
    if value.unit is Unit.WORKING_DAY:
        raise fault(
            "working-days",
            "Werkdagen passen hier niet: dit is een tijd op de kalender.",
            "Working days do not fit here: this is a time on the calendar.",
            expected_nl="dagen, weken, maanden of jaren, zoals 1 maand",
            expected_en="days, weeks, months or years, such as 1 maand",
            suggestion=duration_text(Duration(value.amount, Unit.DAY)),
        )
    return value


WindowIn = Annotated[DurationIn, AfterValidator(_on_the_calendar)]
"""A duration in days, weeks, months or years."""
