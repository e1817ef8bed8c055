"""Dates as others write them. A format is declared, never guessed; what fits none is refused.

A format is written with ``jjjj``, ``mm``/``m``, ``dd``/``d``, ``maand`` (Dutch name), ``month``
(English name), ``uu`` (hours), ``mi`` (minutes), ``ss``; other signs stand for themselves.
Words stand in quotes: ``'tot en met' d maand jjjj``. ``iso-tijd`` is an ISO 8601 date-time, with or
without offset.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from spelregels.model.frozen import dataclass
from spelregels.model.words import Precision

LEGAL_ZONE = "Europe/Amsterdam"
ISO_TIME = "iso-tijd"
KNOWN_FORMATS = (
    "jjjj-mm-dd",
    "dd-mm-jjjj",
    "d maand jjjj",
    "mm-jjjj",
    "jjjj",
    "dd-mm-jjjj uu:mi",
    ISO_TIME,
)
"""The usual ones, for messages."""
_ISO_TIME = re.compile(
    r"(?P<jjjj>[0-9]{4})-(?P<mm>[0-9]{2})-(?P<dd>[0-9]{2})[T ](?P<uu>[0-9]{2}):(?P<mi>[0-9]{2})"
    r"(:(?P<ss>[0-9]{2})([.,][0-9]{1,9})?)?"
    r" ?(?P<offset>Z|UTC|[+-][0-9]{2}:?[0-9]{2})?"
)
_TOKENS = {
    "jjjj": r"(?P<jjjj>[0-9]{4})",
    "maand": r"(?P<maand>[^\W\d_]+)\.?",
    "month": r"(?P<month>[^\W\d_]+)\.?",
    "mm": r"(?P<mm>[0-9]{2})",
    "dd": r"(?P<dd>[0-9]{2})",
    "uu": r"(?P<uu>[0-9]{2})",
    "mi": r"(?P<mi>[0-9]{2})",
    "ss": r"(?P<ss>[0-9]{2})",
    "m": r"(?P<mm>[0-9]{1,2})",
    "d": r"(?P<dd>[0-9]{1,2})",
}
_SPLIT = re.compile("('[^']+'|" + "|".join(_TOKENS) + ")")
_DUTCH = "januari februari maart april mei juni juli augustus september oktober november december"
_ENGLISH = "January February March April May June July August September October November December"
_SHORT_DUTCH = {"jan": 1, "feb": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8}
_SHORT_DUTCH |= {"sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12}


@dataclass(frozen=True, slots=True)
class Written:
    """A date as read: its day on the Amsterdam calendar and how precise it is.

    ``stamp``: with precision minute, the moment in Amsterdam as ISO text with offset.
    """

    day: date
    precision: Precision
    stamp: str = ""


class NoFitError(ValueError):
    """The text fits none of the formats, fits two with different days, or is no real date.

    ``code``: ``date-format``, ``date-ambiguous``, ``no-such-date`` or ``no-zone``.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def check_format(pattern: str) -> bool:
    """Is this a format that says at least the year, and nothing twice?"""
    if pattern == ISO_TIME:
        return True
    names = [part for part in _SPLIT.split(pattern) if part in _TOKENS]
    kinds = [{"m": "mm", "maand": "mm", "month": "mm", "d": "dd"}.get(n, n) for n in names]
    rest = _SPLIT.sub("", pattern)
    return (
        "jjjj" in kinds
        and len(set(kinds)) == len(kinds)
        and ("dd" not in kinds or "mm" in kinds)
        and ("uu" not in kinds or {"dd", "mi"} <= set(kinds))
        and not any(sign.isalnum() for sign in rest)
    )


def format_meant(pattern: str) -> str:
    """Ours for a format with the letters that others use (``DD-MM-YYYY HH:MM``); else nothing."""
    ours = pattern.casefold().replace("yyyy", "jjjj").replace("hh", "uu")
    ours = re.sub(r"(uu.)mm", r"\1mi", ours)
    return ours if ours != pattern and check_format(ours) else ""


def read_date(text: str, formats: tuple[str, ...], *, zone: str = "") -> Written:
    """The moment a text says.

    ``zone``: the zone of date-times without offset; a date-time with an offset becomes the day (and
    minute) in Amsterdam, whatever the zone. Raises ``NoFitError``.
    """
    found: set[Written] = set()
    trouble = "date-format"
    for pattern in formats:
        match = _regex(pattern).fullmatch(text)
        if match:
            try:
                found.add(_moment(match.groupdict(), zone))
            except NoFitError as error:
                trouble = error.code
            except ValueError:
                trouble = "no-such-date"
    if len(found) > 1:
        raise NoFitError("date-ambiguous")
    if not found:
        raise NoFitError(trouble)
    return found.pop()


@lru_cache(maxsize=256)
def _regex(pattern: str) -> re.Pattern[str]:
    if pattern == ISO_TIME:
        return _ISO_TIME
    parts = (_TOKENS.get(part) or re.escape(_unquoted(part)) for part in _SPLIT.split(pattern))
    return re.compile("".join(parts), re.IGNORECASE)


def _unquoted(part: str) -> str:
    return part[1:-1] if len(part) > 2 and part[0] == part[-1] == "'" else part


def _moment(parts: dict[str, str | None], zone: str) -> Written:
    year = int(parts["jjjj"] or 0)
    month = _month(parts)
    if month is None:
        return Written(date(year, 1, 1), Precision.YEAR)
    if parts.get("dd") is None:
        return Written(date(year, month, 1), Precision.MONTH)
    day = date(year, month, int(parts["dd"] or 0))
    if parts.get("uu") is None:
        return Written(day, Precision.DAY)
    local = datetime(
        day.year,
        day.month,
        day.day,
        int(parts["uu"] or 0),
        int(parts["mi"] or 0),
        int(parts.get("ss") or 0),
        tzinfo=_zone(parts.get("offset"), zone),
    )
    legal = local.astimezone(ZoneInfo(LEGAL_ZONE))
    return Written(legal.date(), Precision.MINUTE, legal.isoformat(timespec="minutes"))


def _month(parts: dict[str, str | None]) -> int | None:
    if parts.get("mm") is not None:
        return int(parts["mm"] or 0)
    for language, names in (("maand", _DUTCH), ("month", _ENGLISH)):
        word = (parts.get(language) or "").casefold()
        if not word:
            continue
        full = names.casefold().split()
        if word in full:
            return full.index(word) + 1
        short = _SHORT_DUTCH if language == "maand" else {n[:3]: i + 1 for i, n in enumerate(full)}
        if word in short:
            return short[word]
        raise NoFitError("no-such-date")
    return None


def _zone(offset: str | None, declared: str) -> tzinfo:
    if offset in ("Z", "UTC"):
        return UTC
    if offset:
        hours, minutes = int(offset[1:3]), int(offset[-2:])
        span = timedelta(hours=hours, minutes=minutes)
        return timezone(-span if offset[0] == "-" else span)
    if declared:
        return ZoneInfo(declared)
    raise NoFitError("no-zone")
