"""The words of pages in one language: a table of their own, beside those of every report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from spelregels.report.wording import Wording, wording


@dataclass(frozen=True, slots=True)
class PageWords:
    """``words``: the tables of every report; ``table``: the frames that only pages use."""

    words: Wording
    table: Mapping[str, str]
    months: tuple[str, ...]

    def say(self, key: str, **values: object) -> str:
        """One frame, filled in."""
        return self.words.say(self.table, key, **values)

    def day(self, day: date) -> str:
        """``4 jun 2026``: a day where there is little room."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def some(self, key: str, count: int, **values: object) -> str:
        """``key_one`` or ``key_many``, with ``{count}``."""
        return self.say(f"{key}_one" if count == 1 else f"{key}_many", count=count, **values)


@cache
def page_words(language: str) -> PageWords:
    """The words of ``nl`` or ``en``; KeyError for any other language."""
    if language == "nl":
        from spelregels.report.html import words_nl as table
    elif language == "en":
        from spelregels.report.html import words_en as table  # type: ignore[no-redef]
    else:
        raise KeyError(language)
    from spelregels.report.html.words_portfolio import PORTFOLIO

    many = {key: text.told(language) for key, text in PORTFOLIO.items()}
    return PageWords(wording(language), {**table.PAGE, **many}, table.MONTHS)
