"""Reading a day of the year, ``1 mei``, and a term that may be one."""

from __future__ import annotations

import re
from difflib import get_close_matches

from spelregels.calendar.durations import TermError, parse_duration
from spelregels.model.terms import DateTerm, Duration

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_ENGLISH = {
    "january": "januari",
    "february": "februari",
    "march": "maart",
    "may": "mei",
    "june": "juni",
    "july": "juli",
    "august": "augustus",
    "october": "oktober",
}
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EXACT = re.compile(r"([1-9][0-9]?) ([a-z]+)")
_LOOSE = re.compile(r"([0-9]{1,2})[\s-]*([a-z]{3,9})\.?|([a-z]{3,9})[\s-]*([0-9]{1,2})")


def parse_day_of_year(text: str) -> tuple[int, int]:
    """Day and month of ``1 mei``: a number, one space, a Dutch month in small letters.

    29 februari is a day of the year; in a year without it a term takes the 28th. Raises TermError,
    with a suggestion where the meaning can be guessed; it never guesses itself.
    """
    match = _EXACT.fullmatch(text)
    if match is not None and match[2] in MONTHS:
        day, month = int(match[1]), MONTHS.index(match[2]) + 1
        if day <= _LONGEST[month - 1]:
            return day, month
    shown = repr(text if len(text) <= 40 else text[:37] + "...")
    raise TermError(
        f"{shown} is geen dag van het jaar. Schrijf een getal, een spatie en een maand, zonder "
        "jaartal, zoals: 1 mei.",
        f"{shown} is not a day of the year. Write a number, a space and a Dutch month, without a "
        "year, such as: 1 mei.",
        _suggestion(text),
    )


def parse_term(text: str) -> Duration | DateTerm:
    """A duration, or a day of the year: ``6 weken``, ``1 mei``, ``voor 1 mei`` (through 30 April).

    Raises TermError, with a suggestion where the meaning can be guessed.
    """
    first, _, rest = text.partition(" ")
    before = first in ("voor", "vóór")
    if not before and not text.endswith(MONTHS):
        return parse_duration(text)
    day, month = parse_day_of_year(rest if before else text)
    return DateTerm(day, month, next_year=False, before=before)


def _suggestion(text: str) -> str:
    match = _LOOSE.fullmatch(text.strip().lower()[:40])
    if match is None:
        return ""
    day, word = int(match[1] or match[4]), match[2] or match[3]
    short = [month for month in MONTHS if month.startswith(word)]
    near = short or get_close_matches(_ENGLISH.get(word, word), MONTHS, n=1, cutoff=0.7)
    if len(near) != 1 or not 1 <= day <= _LONGEST[MONTHS.index(near[0])]:
        return ""
    return f"{day} {near[0]}"
