"""The closed list of conversions: text of a source to a value, or None when it is not one."""

from __future__ import annotations

import re
from decimal import Decimal

UNITS = {
    "dag": ("dag", "dagen", "day", "days"),
    "werkdag": ("werkdag", "werkdagen", "working day", "working days"),
    "week": ("week", "weken", "weeks"),
    "maand": ("maand", "maanden", "month", "months"),
    "jaar": ("jaar", "jaren", "year", "years"),
}
_PLURAL = {"dag": "dagen", "werkdag": "werkdagen", "week": "weken", "maand": "maanden"}
_PLAIN = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,9})?")
_WITH_COMMA = re.compile(r"-?([0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,18})(,[0-9]{1,9})?")
_WRITTEN_OUT = re.compile(r"([0-9]{1,5})\s+(\D+)")
_ISO = re.compile(
    r"P(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?(?:T0[HMS])?"
)


def number(text: str, *, decimal_sign: str = ".") -> int | Decimal | None:
    """``1234``, ``12.5``; with decimal sign ``,`` also ``1.234,50``, ``€ 500`` and ``1.234,-``."""
    if decimal_sign == ",":
        text = re.sub(r"^€\s*|,--?$", "", text)
        if not _WITH_COMMA.fullmatch(text):
            return None
        text = text.replace(".", "").replace(",", ".")
    if not _PLAIN.fullmatch(text):
        return None
    return Decimal(text) if "." in text else int(text)


def boolean(text: str) -> bool | None:
    """``true`` and ``false``, in small letters or not; other words need a table."""
    return {"true": True, "false": False}.get(text.casefold())


def duration(text: str, unit: str = "") -> str | None:
    """``6`` with unit ``weken``, ``6 weken``, ``6 weeks`` or ``P6W`` as ``6 weken``."""
    amount = text.strip()
    if not unit and (match := _WRITTEN_OUT.fullmatch(amount)):
        amount, unit = match[1], match[2]
    elif not unit and (match := _ISO.fullmatch(amount)):
        amount, unit = _iso_duration(match)
    amount = re.sub(r"\.0+$", "", amount)  # spreadsheets write 6.0 for 6
    known = [ours for ours, words in UNITS.items() if unit.strip().casefold() in words]
    if not known or not re.fullmatch("[0-9]{1,5}", amount):
        return None
    word = known[0] if int(amount) == 1 else _PLURAL.get(known[0], known[0])
    return f"{int(amount)} {word}"


def _iso_duration(match: re.Match[str]) -> tuple[str, str]:
    """Amount and unit, when one unit says it exactly (a month has no fixed number of days)."""
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    if not any(match.groups()) or ((years or months) and (weeks or days)):
        return "", ""
    if months:
        return str(years * 12 + months), "maand"
    if years:
        return str(years), "jaar"
    return (str(weeks), "week") if weeks and not days else (str(weeks * 7 + days), "dag")
