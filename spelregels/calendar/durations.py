"""Reading the length of a term: ``6 weken``, ``14 dagen``, ``10 werkdagen``, ``1 jaar``."""

from __future__ import annotations

import re
from difflib import get_close_matches

from spelregels.model.terms import Duration
from spelregels.model.words import Unit

WORDS: dict[str, Unit] = {
    "dag": Unit.DAY,
    "dagen": Unit.DAY,
    "werkdag": Unit.WORKING_DAY,
    "werkdagen": Unit.WORKING_DAY,
    "week": Unit.WEEK,
    "weken": Unit.WEEK,
    "maand": Unit.MONTH,
    "maanden": Unit.MONTH,
    "jaar": Unit.YEAR,
    "jaren": Unit.YEAR,
}
PLURAL: dict[Unit, str] = {
    Unit.DAY: "dagen",
    Unit.WORKING_DAY: "werkdagen",
    Unit.WEEK: "weken",
    Unit.MONTH: "maanden",
    Unit.YEAR: "jaar",
}
LONGEST: dict[Unit, int] = {
    Unit.DAY: 36_500,
    Unit.WORKING_DAY: 25_000,
    Unit.WEEK: 5_200,
    Unit.MONTH: 1_200,
    Unit.YEAR: 100,
}
_OTHER_WORDS = {
    "d": "dagen",
    "day": "dag",
    "days": "dagen",
    "dgn": "dagen",
    "kalenderdag": "dag",
    "kalenderdagen": "dagen",
    "wk": "weken",
    "weeks": "weken",
    "month": "maand",
    "months": "maanden",
    "mnd": "maanden",
    "year": "jaar",
    "years": "jaar",
    "jr": "jaar",
    "workday": "werkdag",
    "workdays": "werkdagen",
}
_NUMBERS = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
    *("elf", "twaalf", "dertien", "veertien", "vijftien", "zestien"),
)
_EXACT = re.compile(r"([1-9][0-9]{0,5}) ([a-z]+)")
_LOOSE = re.compile(r"([0-9]+|[a-zé]+)[\s_-]*([a-zé]+)")


class TermError(ValueError):
    """A term that cannot be read or counted; the message in Dutch and English.

    ``suggestion``: a text to write instead, or "".
    """

    def __init__(self, message_nl: str, message_en: str, suggestion: str = "") -> None:
        self.message_nl = message_nl
        self.message_en = message_en
        self.suggestion = suggestion
        super().__init__(message_en)


def duration_text(duration: Duration) -> str:
    """A duration as it is written: ``Duration(1, WEEK)`` is ``1 week``."""
    unit = duration.unit
    return f"{duration.amount} {unit.value if duration.amount == 1 else PLURAL[unit]}"


def parse_duration(text: str) -> Duration:
    """Read a duration: a whole number from 1, one space, and dag, werkdag, week, maand or jaar.

    Raises TermError, with a suggestion where the meaning can be guessed; it never guesses itself.
    """
    match = _EXACT.fullmatch(text)
    if match is None or match[2] not in WORDS:
        suggestion = _suggestion(text)
        raise TermError(
            f"{_shown(text)} is geen termijn. Schrijf een heel getal, een spatie en dag, werkdag, "
            "week, maand of jaar, zoals: 6 weken.",
            f"{_shown(text)} is not a term. Write a whole number, a space and dag, werkdag, week, "
            "maand or jaar, such as: 6 weken.",
            suggestion,
        )
    duration = Duration(int(match[1]), WORDS[match[2]])
    longest = LONGEST[duration.unit]
    if duration.amount > longest:
        limit = duration_text(Duration(longest, duration.unit))
        raise TermError(
            f"De termijn {text} is te lang: hoogstens {limit}.",
            f"The term {text} is too long: at most {limit}.",
            limit,
        )
    return duration


def _shown(text: str) -> str:
    """The text between quotes, shortened; on one line."""
    return repr(text if len(text) <= 40 else text[:37] + "...")


def _suggestion(text: str) -> str:
    match = _LOOSE.fullmatch(text.strip().lower()[:80])
    if match is None:
        return ""
    number = match[1].replace("é", "e")
    if number.isascii() and number.isdigit():
        amount = int(number)
    elif number in _NUMBERS:
        amount = _NUMBERS.index(number)
    else:
        return ""
    word = _OTHER_WORDS.get(match[2], match[2])
    near = get_close_matches(word, WORDS, n=1, cutoff=0.7)
    if not near or amount < 1:
        return ""
    unit = WORDS[near[0]]
    return duration_text(Duration(amount, unit)) if amount <= LONGEST[unit] else ""
