"""Values and the types that acts and facts declare for them.

The same conversion serves events, conditions and defaults, so that ``bedrag: "5000"`` from a table
and ``bedrag: 5000`` from YAML are one value. Nothing is guessed: 5.000,00 is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from spelregels.calendar.durations import TermError, parse_duration
from spelregels.language.problems import listing, suggest
from spelregels.language.reading import iso_date, iso_hint
from spelregels.model.patterns import Scalar, Value
from spelregels.model.ruleset import Attribute, Role
from spelregels.model.terms import Duration
from spelregels.model.words import AttributeType

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_TOO_MUCH = 10**18
_AMOUNT = re.compile(r"-?(0|[1-9][0-9]{0,15})(\.[0-9]+)?")


class MisfitError(Exception):
    """A value that does not fit its declared type; says what was expected."""

    def __init__(self, expected_nl: str, expected_en: str, suggestion: str = "") -> None:
        self.expected_nl = expected_nl
        self.expected_en = expected_en
        self.suggestion = suggestion
        super().__init__(expected_en)


def role_names(roles: Mapping[str, Role]) -> dict[str, str]:
    """Every name of a role, its aliases included, with the id it stands for."""
    return {name: role.id for role in roles.values() for name in (role.id, *role.aliases)}


def convert(value: Value | None, declared: Attribute, roles: Mapping[str, str]) -> Value | None:
    """``value`` as ``declared``; None (known absent) stays None. Raises :class:`MisfitError`.

    ``roles``: see :func:`role_names`. A single value is a list of one where a list is declared.
    """
    if value is None:
        return None
    if declared.many:
        parts = value if isinstance(value, tuple) else (value,)
        return tuple(convert_one(part, declared, roles) for part in parts)
    if isinstance(value, tuple):
        raise MisfitError("een enkele waarde, geen lijst", "a single value, no list")
    return convert_one(value, declared, roles)


def convert_one(value: Scalar, declared: Attribute, roles: Mapping[str, str]) -> Scalar:
    """One value as the declared type of its list or attribute. Raises :class:`MisfitError`."""
    if declared.one_of:
        if isinstance(value, str) and value in declared.one_of:
            return value
        words = listing(declared.one_of)
        raise MisfitError(words, words, suggest(str(value), declared.one_of))
    match declared.type:
        case AttributeType.BOOLEAN:
            return _boolean(value)
        case AttributeType.INTEGER:
            return _integer(value)
        case AttributeType.MONEY:
            return _money(value)
        case AttributeType.DATE:
            return _date(value)
        case AttributeType.DURATION:
            return _duration(value)
        case AttributeType.ROLE:
            return _role(value, roles)
        case (
            AttributeType.TEXT
            | AttributeType.ID
            | AttributeType.REF
            | AttributeType.PERSON
            | AttributeType.AREA
        ):
            return _text(value)


def _text(value: Scalar) -> str:
    if isinstance(value, (bool, Duration)):
        raise MisfitError("tekst (zet het tussen aanhalingstekens)", "text (put it in quotes)")
    return value.isoformat() if isinstance(value, date) else str(value)


def _boolean(value: Scalar) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    word = str(value).casefold()
    guess = {"ja": "true", "yes": "true", "nee": "false", "no": "false"}.get(word, "")
    raise MisfitError("true of false", "true or false", guess)


def _integer(value: Scalar) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _TOO_MUCH:
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    raise MisfitError(
        "een geheel getal van hoogstens 18 cijfers", "a whole number of at most 18 digits"
    )


def _money(value: Scalar) -> Decimal:
    if re.fullmatch(r"-?[0-9]+\.[0-9]{3}", str(value)):  # 25.000 is 25 here, and 25000 in Dutch
        raise MisfitError(
            "een bedrag als 25000 of 25000.50, zonder punt voor de duizendtallen",
            "an amount like 25000 or 25000.50, without a point for the thousands",
            str(value).replace(".", ""),
        )
    if isinstance(value, Decimal) and abs(value) < _TOO_MUCH:
        return value
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _TOO_MUCH:
        return Decimal(value)
    if isinstance(value, str) and _AMOUNT.fullmatch(value):
        return Decimal(value)
    guess = _dutch_amount(value) if isinstance(value, str) else ""
    raise MisfitError("een bedrag als 5000 of 5000.50", "an amount like 5000 or 5000.50", guess)


def _dutch_amount(text: str) -> str:
    """``25000.50`` for ``€ 25.000,50``; nothing when it is no amount as Dutch texts write it."""
    said = re.sub(r"(?i)^\s*(€|eur|euro)\s*|\s*(euro|,-|,--)\s*$", "", text).strip()
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})*(,[0-9]{1,2})?|[0-9]+(,[0-9]{1,2})?", said):
        return ""
    return said.replace(".", "").replace(",", ".")


def _date(value: Scalar) -> date:
    if isinstance(value, date):
        return value
    found = iso_date(value) if isinstance(value, str) else None
    if found is None:
        hint = iso_hint(value) if isinstance(value, str) else ""
        raise MisfitError("een datum als 2026-02-01", "a date like 2026-02-01", hint)
    return found


def _duration(value: Scalar) -> Duration:
    if isinstance(value, Duration):
        return value
    try:
        return parse_duration(str(value))
    except TermError as error:
        raise MisfitError(
            "een termijn als 6 weken", "a term like 6 weken", error.suggestion
        ) from None


def _role(value: Scalar, roles: Mapping[str, str]) -> str:
    if isinstance(value, str) and value in roles:
        return roles[value]
    raise MisfitError(
        "een rol: " + listing(sorted(roles)),
        "a role: " + listing(sorted(roles)),
        suggest(str(value), roles),
    )
