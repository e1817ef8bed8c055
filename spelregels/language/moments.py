"""When something happened: a minute, a day, a month, a year, or unknown (M2).

The legal day is the calendar day in Europe/Amsterdam (M1). Nothing is guessed: a time without
offset needs a declared zone, and 1-2-2026 is refused.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from spelregels.language.nodes import MapNode, Node, ScalarNode
from spelregels.language.problems import suggest_word
from spelregels.language.reading import Reader, iso_date, iso_hint
from spelregels.model.frozen import dataclass
from spelregels.model.trajectory import When
from spelregels.model.words import Precision

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo  # loaded when a time is met, which most files have not

UNKNOWN = When(Precision.UNKNOWN)
LEGAL_ZONE = "Europe/Amsterdam"
PLACEHOLDERS = frozenset(
    {
        date(1, 1, 1),
        date(1753, 1, 1),  # the earliest date of some databases
        date(1899, 12, 30),  # day zero of spreadsheets
        date(1899, 12, 31),
        date(1900, 1, 1),
        date(1970, 1, 1),  # second zero of computers
        date(2999, 12, 31),
        date(9999, 12, 31),
    }
)
"""Dates that systems fill in when nobody knows: data errors, not dates."""

_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")
_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):([0-9]{2})"
    r"(?::([0-9]{2})(?:[.,][0-9]+)?)?\s?(Z|z|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2})?"
)
_FINENESS = {
    Precision.UNKNOWN: 0,
    Precision.YEAR: 1,
    Precision.MONTH: 2,
    Precision.DAY: 3,
    Precision.MINUTE: 4,
}
_EXPECTED_NL = "2026-02-01, 2026-02, 2026, 2026-02-01T19:30+01:00 of unknown"
_EXPECTED_EN = "2026-02-01, 2026-02, 2026, 2026-02-01T19:30+01:00 or unknown"


@dataclass(frozen=True, slots=True)
class Read:
    """A moment as read, and the placeholder date it held, if any."""

    when: When
    placeholder: date | None = None


def read_moment(node: Node, zone: ZoneInfo | None, reader: Reader) -> Read | None:
    """The moment that stands under ``at``; None when it is refused (a problem is noted).

    ``zone``: the declared ``time_zone`` for times without offset; None when none is declared.
    """
    if isinstance(node, MapNode):
        return _with_precision(node, zone, reader)
    if not isinstance(node, ScalarNode) or isinstance(node.value, bool):
        reader.wrong(node, _EXPECTED_NL, _EXPECTED_EN)
        return None
    match node.value:
        case date() as day:
            return _day(day)
        case int() as year if 1 <= year <= MAXYEAR and len(node.written or str(year)) == 4:
            return Read(When(Precision.YEAR, date(year, 1, 1)))
        case str() as text:
            return _text(text.strip(), node, zone, reader)
        case _:
            reader.wrong(node, _EXPECTED_NL, _EXPECTED_EN)
            return None


def coarsened(when: When, precision: Precision) -> When:
    """The same moment, known less exactly."""
    if precision is Precision.UNKNOWN or when.day is None:
        return UNKNOWN
    match precision:
        case Precision.YEAR:
            return When(precision, when.day.replace(month=1, day=1))
        case Precision.MONTH:
            return When(precision, when.day.replace(day=1))
        case Precision.DAY:
            return When(precision, when.day)
        case Precision.MINUTE:
            return when


def last_day(when: When) -> date | None:
    """The last day of the interval; None when unknown."""
    if when.day is None:
        return None
    match when.precision:
        case Precision.YEAR:
            return when.day.replace(month=12, day=31)
        case Precision.MONTH:
            first = when.day.replace(day=28) + timedelta(days=4)
            return first.replace(day=1) - timedelta(days=1) if when.day.year < MAXYEAR else when.day
        case _:
            return when.day


@cache
def legal_zone() -> ZoneInfo:
    """Europe/Amsterdam."""
    from zoneinfo import ZoneInfo

    return ZoneInfo(LEGAL_ZONE)


def is_real_offset(offset: timedelta | None) -> bool:
    """Is there a place on earth where the clock differs this much from UTC?"""
    return offset is not None and timedelta(hours=-12) <= offset <= timedelta(hours=14)


def zone_named(name: str) -> ZoneInfo | None:
    """The zone of that IANA name, or None."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _day(day: date) -> Read:
    return Read(UNKNOWN, day) if day in PLACEHOLDERS else Read(When(Precision.DAY, day))


def _with_precision(node: MapNode, zone: ZoneInfo | None, reader: Reader) -> Read | None:
    reader.known_keys(node, ("date", "precision"))
    if "date" not in node.entries:
        reader.missing(node, "date", "een datum of unknown", "a date or unknown", node.position)
        return None
    if isinstance(node.entries["date"], MapNode):
        reader.wrong(node.entries["date"], _EXPECTED_NL, _EXPECTED_EN)
        return None
    read = read_moment(node.entries["date"], zone, reader)
    if read is None or "precision" not in node.entries:
        return read
    precision = reader.word(node.entries["precision"], Precision)
    if precision is None:
        return None
    if read.placeholder is None and _FINENESS[precision] > _FINENESS[read.when.precision]:
        reader.problems.add(
            "too-precise",
            node.entries["precision"].position,
            f"De datum is minder precies dan {precision.value}.",
            f"The date is less precise than {precision.value}.",
            expected_nl=read.when.precision.value,
            suggestion=read.when.precision.value,
        )
        return None
    return Read(coarsened(read.when, precision), read.placeholder)


def _text(text: str, node: ScalarNode, zone: ZoneInfo | None, reader: Reader) -> Read | None:
    if text == "unknown":
        return Read(UNKNOWN)
    day = iso_date(text)
    if day is not None:
        return _day(day)
    if _YEAR.fullmatch(text) and text != "0000":
        return Read(When(Precision.YEAR, date(int(text), 1, 1)))
    if (month := _MONTH.fullmatch(text)) and 1 <= int(month[2]) <= 12 and month[1] != "0000":
        return Read(When(Precision.MONTH, date(int(month[1]), int(month[2]), 1)))
    if time := _TIME.fullmatch(text):
        return _minute(time, node, zone, reader)
    if dotted := re.fullmatch(r"([0-9-]{10})[T ]([0-9]{1,2})[.]([0-9]{2})( uur)?", text):
        clock = f"{dotted[1]}T{dotted[2]:0>2}:{dotted[3]}"
        reader.wrong(node, _EXPECTED_NL, _EXPECTED_EN, clock)
        return None
    if meant := suggest_word(text, ("unknown",)) or _month_hint(text):
        reader.wrong(node, _EXPECTED_NL, _EXPECTED_EN, meant)
        return None
    reader.wrong_date(node, _EXPECTED_NL, _EXPECTED_EN)
    return None


def _month_hint(text: str) -> str:
    """``2026-02`` for ``februari 2026`` and ``2-2026``; nothing for other texts."""
    month, _, year = re.sub(r"[\s/.-]+", " ", text.strip()).rpartition(" ")
    day = iso_hint(f"1 {month} {year}") or iso_hint(f"1-{month}-{year}")
    return day[:7]


def _minute(
    found: re.Match[str], node: ScalarNode, zone: ZoneInfo | None, reader: Reader
) -> Read | None:
    day, hours, minutes, seconds, offset = found.groups()
    written = iso_date(day)
    if written in PLACEHOLDERS:
        return Read(UNKNOWN, written)
    try:
        local = datetime.fromisoformat(
            f"{day}T{hours}:{minutes}:{seconds or '00'}{(offset or '').upper()}"
        )
    except ValueError:
        reader.wrong(
            node,
            "een datum die bestaat, en een tijd van 00:00 tot en met 23:59",
            "a date that exists, and a time from 00:00 up to and including 23:59",
        )
        return None
    if local.tzinfo is None:
        if zone is None:
            reader.problems.add(
                "time-without-zone",
                node.position,
                f"De tijd {node.written} heeft geen tijdzone.",
                f"The time {node.written} has no time zone.",
                expected_nl="een afwijking zoals +01:00, of time_zone in de kop van het traject",
                expected_en="an offset such as +01:00, or time_zone in the trajectory's header",
                suggestion=f"time_zone: {LEGAL_ZONE}",
            )
            return None
        local = local.replace(tzinfo=zone)
    elif not is_real_offset(local.utcoffset()):
        reader.wrong(node, "een afwijking van -12:00 tot +14:00", "an offset from -12:00 to +14:00")
        return None
    try:
        legal = local.astimezone(UTC).astimezone(legal_zone())
        same = legal.astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(tzinfo=None)
    except OverflowError:
        same = False
    if not same:
        reader.wrong(node, "een tijd die bestaat", "a time that exists")
        return None
    return Read(When(Precision.MINUTE, legal.date(), legal.hour * 60 + legal.minute))
