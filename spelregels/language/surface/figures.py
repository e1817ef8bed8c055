"""Numbers as they are written: plain, a fact, a share of one, the lowest of two, by scale."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, PlainValidator, Tag, WithJsonSchema

from spelregels.language.surface.base import Surface, expecting, fault
from spelregels.language.surface.scalars import (
    DottedId,
    NotStatedIn,
    ScalarIn,
    WordId,
    said,
    word,
)
from spelregels.model.figures import Rounding

_PERCENT = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?) ?%")
_PARTS = re.compile(r"([0-9]{1,6})/([1-9][0-9]{0,5})")


def _amount(value: Any) -> int | Decimal:
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool) and value >= 0:
        return value
    nl, en = said(value)
    raise fault(
        "wrong-type",
        f"{nl} is geen getal van nul of meer.",
        f"{en} is no number of nought or more.",
        expected_nl="een getal, een gegeven, of {lowest_of: […]}, {share: 1%, of: …}",
        expected_en="a number, a fact, or {lowest_of: […]}, {share: 1%, of: …}",
    )


def _share(value: Any) -> tuple[int, int]:
    """So many of so many: ``1%`` is 1 of 100, ``2.5%`` 25 of 1000, ``3/4`` 3 of 4."""
    percent = _PERCENT.fullmatch(value) if isinstance(value, str) else None
    if percent is not None:
        some, whole = (Decimal(percent[1]) / 100).as_integer_ratio()
        return some, whole
    parts = _PARTS.fullmatch(value) if isinstance(value, str) else None
    if parts is not None:
        return int(parts[1]), int(parts[2])
    nl, en = said(value)
    comma = str(value).replace(",", ".")
    is_number = isinstance(value, (int, Decimal))
    raise fault(
        "bad-share",
        f"{nl} is geen aandeel.",
        f"{en} is no share.",
        expected_nl="een percentage als 1% of 2.5%, of een breuk als 3/4",
        expected_en="a percentage such as 1% or 2.5%, or a fraction such as 3/4",
        suggestion=f"{value}%" if is_number else comma if _PERCENT.fullmatch(comma) else "",
    )


def _no_bare_share(value: Any) -> Any:
    """``1%`` alone does not say of what."""
    if _PERCENT.fullmatch(value.replace(",", ".")) or _PARTS.fullmatch(value):
        raise fault(
            "bad-share",
            f"{value} waarvan?",
            f"{value} of what?",
            expected_nl=f"{{share: {value}, of: kiesgerechtigden}}",
            expected_en=f"{{share: {value}, of: kiesgerechtigden}}",
        )
    return value


def _figure_tag(value: Any) -> str:
    if isinstance(value, dict):
        return "is:worked-out"
    if value == "not_stated":
        return "is:not_stated"
    return "is:name" if isinstance(value, str) else "is:number"


_Amount = Annotated[Any, PlainValidator(_amount), WithJsonSchema({"type": "number", "minimum": 0})]
_FactName = Annotated[WordId, BeforeValidator(_no_bare_share)]
_WRONG = expecting(
    "een getal, een gegeven, of {lowest_of: […]}, {share: 1%, of: …}",
    "a number, a fact, or {lowest_of: […]}, {share: 1%, of: …}",
)
FigureIn = Annotated[
    Annotated[_Amount, Tag("is:number")]
    | Annotated[_FactName, Tag("is:name")]
    | Annotated["WorkedOutIn", Tag("is:worked-out")],
    Discriminator(
        _figure_tag,
        custom_error_type="figure",
        custom_error_message="no number",
        custom_error_context=_WRONG,
    ),
]


class WorkedOutIn(Surface):
    """A number that has to be worked out; one form at a time."""

    share: (
        Annotated[
            tuple[int, int],
            PlainValidator(_share),
            WithJsonSchema({"type": "string", "examples": ["1%", "3/4"]}),
        ]
        | None
    ) = None
    of: FigureIn | None = None
    round: Annotated[Rounding, word(Rounding)] | None = None
    lowest_of: Annotated[list[FigureIn], Field(min_length=2)] | None = None
    highest_of: Annotated[list[FigureIn], Field(min_length=2)] | None = None
    sum_of: Annotated[list[FigureIn], Field(min_length=2)] | None = None
    depends_on: WordId | None = None
    values: dict[str, FigureIn] | None = None
    act: DottedId | None = None
    attribute: WordId | None = None


NumberIn = Annotated[
    Annotated[_Amount, Tag("is:number")]
    | Annotated[NotStatedIn, Tag("is:not_stated")]
    | Annotated[_FactName, Tag("is:name")]
    | Annotated[WorkedOutIn, Tag("is:worked-out")],
    Discriminator(
        _figure_tag,
        custom_error_type="figure",
        custom_error_message="no number",
        custom_error_context=_WRONG,
    ),
]


def _bound_tag(value: Any) -> str:
    return "is:worked-out" if isinstance(value, dict) else "is:one"


BoundIn = Annotated[
    Annotated[ScalarIn, Tag("is:one")] | Annotated[WorkedOutIn, Tag("is:worked-out")],
    Discriminator(_bound_tag),
]
"""What a comparison is made with: a value, or a number that has to be worked out."""
