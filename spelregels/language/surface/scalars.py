"""Single values in the file: names, references, words of closed sets, dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from spelregels.language.problems import clipped, listing, suggest_word
from spelregels.language.reading import MOST_SHOWN, iso_date, iso_hint, no_such_date
from spelregels.language.surface.base import Name, fault
from spelregels.language.surface.repairs import repaired, several
from spelregels.model.terms import NotStated, SameMoment

RESERVED = frozenset({"not_stated", "present", "absent", "all", "none", "unknown"})


def wrong_type(value: Any, nl: str, en: str, near: str = "") -> Exception:
    """The error for a value of another type than is wanted; ``near``: what was meant."""
    is_number = isinstance(value, (int, Decimal, date)) and not isinstance(value, bool)
    return fault(
        "wrong-type",
        f"Hier staat {said(value)[0]}, maar dat past hier niet.",
        f"Here is {said(value)[1]}, which does not fit here.",
        expected_nl=nl,
        expected_en=en,
        suggestion=f'"{said(value)[0]}"' if is_number else near,
    )


def said(value: Any) -> tuple[str, str]:
    """What stands there, in Dutch and in English."""
    match value:
        case bool():
            return ("true", "true") if value else ("false", "false")
        case int() | Decimal() | date():
            return str(value), str(value)
        case str():
            text = clipped(value, MOST_SHOWN)
            return text or "een lege tekst", text or "an empty text"
        case list():
            return "een lijst", "a list"
        case None:
            return "niets", "nothing"
        case _:
            return "een groep sleutels", "a group of keys"


def _checked(
    pattern: str, nl: str, en: str, *, spaced: bool = True, bearer: bool = False
) -> Callable[[Any], Name]:
    """A reader of names of this form. ``spaced``: a name with spaces may be one name;
    ``bearer``: of several it must be said whether they act together."""
    form = re.compile(pattern)

    def check(value: Any) -> Name:
        if not isinstance(value, str):
            raise wrong_type(value, nl, en)
        if not form.fullmatch(value) or value in RESERVED:
            near = several(value, form, bearer)
            if not near and (spaced or not re.search(r"\s", value)):
                near = repaired(value, form)
            raise fault(
                "bad-name",
                f"{said(value)[0]} is hier geen goede naam.",
                f"{said(value)[1]} is not a good name here.",
                expected_nl=nl,
                expected_en=en,
                suggestion=near,
            )
        return value if isinstance(value, Name) else Name(value)

    return check


def _text(value: Any) -> Name:
    if not isinstance(value, str):
        raise wrong_type(value, "tekst", "text")
    if not value.strip():
        raise fault("empty-text", "Deze tekst is leeg.", "This text is empty.")
    return value if isinstance(value, Name) else Name(value)


def _name_schema(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


_PART = r"[a-z0-9_]+"
_DOTTED = rf"{_PART}(\.{_PART})*"
_HYPHENED = r"[a-z0-9_]+([.-][a-z0-9_]+)*"
_FILE = r"[a-z0-9_-]+(/[a-z0-9_-]+)*"
_REFERENCE = rf"({_FILE}(@[0-9-]+)?#)?{_HYPHENED}"

Text = Annotated[Name, PlainValidator(_text), WithJsonSchema({"type": "string", "minLength": 1})]
DottedId = Annotated[
    Name,
    PlainValidator(
        _checked(
            _DOTTED,
            "een naam van kleine letters, cijfers, _ en punten, zoals besluit.genomen",
            "a name of lower-case letters, digits, _ and dots, such as besluit.genomen",
        )
    ),
    _name_schema(_DOTTED),
]
"""The id of an act, a role or a stage."""
BearerId = Annotated[
    Name,
    PlainValidator(
        _checked(
            _DOTTED,
            "een rol, zoals college; een van meer rollen: {any_of: [raad, college]}",
            "a role, such as college; one of several: {any_of: [raad, college]}",
            spaced=False,
            bearer=True,
        )
    ),
    _name_schema(_DOTTED),
]
"""The id of the role that acts."""
PlainId = Annotated[
    Name,
    PlainValidator(
        _checked(
            _HYPHENED,
            "een naam van kleine letters, cijfers, _ en -, zoals informatie-vooraf",
            "a name of lower-case letters, digits, _ and -, such as informatie-vooraf",
        )
    ),
    _name_schema(_HYPHENED),
]
"""The id of a norm, a term, a guarantee, a source, a calendar."""
WordId = Annotated[
    Name,
    PlainValidator(
        _checked(
            _PART,
            "een naam van kleine letters, cijfers en _, zoals antwoord_op",
            "a name of lower-case letters, digits and _, such as antwoord_op",
        )
    ),
    _name_schema(_PART),
]
"""The id of an attribute, a fact or an outcome."""
FileId = Annotated[
    Name,
    PlainValidator(
        _checked(
            _FILE,
            "de id van een bestand, zoals nl/awb",
            "the id of a file, such as nl/awb",
        )
    ),
    _name_schema(_FILE),
]
Reference = Annotated[
    Name,
    PlainValidator(
        _checked(
            _REFERENCE,
            "een naam uit deze regels, zoals besluit.genomen, zo nodig met het bestand ervoor: "
            "nl/awb#zienswijzetermijn",
            "a name from these rules, such as besluit.genomen, if needed with its file: "
            "nl/awb#zienswijzetermijn",
            spaced=False,
        )
    ),
    _name_schema(_REFERENCE),
]
"""A name declared elsewhere; ``file#name`` when it is not unique."""


def word(kind: type[Enum]) -> Any:
    """Validator and schema for one word of a closed set; gives the member."""
    words = [str(member.value) for member in kind]

    def check(value: Any) -> Enum:
        if isinstance(value, kind):
            return value
        if isinstance(value, str) and str(value) in words:
            return kind(str(value))
        raise fault(
            "unknown-word",
            f"{said(value)[0]} is hier geen bekend woord.",
            f"{said(value)[1]} is not a known word here.",
            expected_nl=listing(words),
            expected_en=listing(words),
            suggestion=suggest_word(str(value), words),
        )

    return _Both(PlainValidator(check), WithJsonSchema({"type": "string", "enum": words}))


def fixed(*words: str) -> Any:
    """Validator and schema for one of these few words; gives the text."""

    def check(value: Any) -> str:
        if isinstance(value, str) and str(value) in words:
            return value
        raise fault(
            "unknown-word",
            f"{said(value)[0]} is hier geen bekend woord.",
            f"{said(value)[1]} is not a known word here.",
            expected_nl=listing(words),
            expected_en=listing(words),
            suggestion=suggest_word(str(value), words),
        )

    return _Both(PlainValidator(check), WithJsonSchema({"type": "string", "enum": list(words)}))


class _Both:
    """A validator and its JSON Schema as one annotation."""

    def __init__(self, validator: PlainValidator, schema: WithJsonSchema) -> None:
        self._validator = validator
        self._schema = schema

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return self._validator.__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> Any:
        return self._schema.__get_pydantic_json_schema__(core_schema, handler)


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    found = iso_date(value) if isinstance(value, str) else None
    if found is None and isinstance(value, str) and no_such_date(value):
        raise fault(
            "no-such-date",
            f"De datum {value.strip()} bestaat niet.",
            f"The date {value.strip()} does not exist.",
        )
    if found is None:
        raise fault(
            "wrong-type",
            f"{said(value)[0]} is geen datum.",
            f"{said(value)[1]} is not a date.",
            expected_nl="een datum als 2026-02-01",
            expected_en="a date like 2026-02-01",
            suggestion=iso_hint(value) if isinstance(value, str) else "",
        )
    return found


def _not_stated(value: Any) -> NotStated:
    if value == "not_stated":
        return NotStated()
    raise wrong_type(value, "not_stated", "not_stated")


def _same_moment(value: Any) -> SameMoment:
    if value == "same_moment":
        return SameMoment()
    raise wrong_type(value, "same_moment", "same_moment")


def _scalar(value: Any) -> Any:
    if isinstance(value, (str, bool, int, Decimal, date)):
        return value
    raise wrong_type(value, "een enkele waarde", "a single value")


def _whole(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise wrong_type(value, "een geheel getal", "a whole number")


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    near = suggest_word(value, ("true", "false")) if isinstance(value, str) else ""
    raise wrong_type(value, "true of false", "true or false", near)


Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
NotStatedIn = Annotated[
    NotStated, PlainValidator(_not_stated), WithJsonSchema({"const": "not_stated"})
]
SameMomentIn = Annotated[
    SameMoment, PlainValidator(_same_moment), WithJsonSchema({"const": "same_moment"})
]
ScalarIn = Annotated[
    Any,
    PlainValidator(_scalar),
    WithJsonSchema({"type": ["string", "boolean", "number"]}),
]
Whole = Annotated[int, PlainValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
