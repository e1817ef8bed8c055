"""A day of the year as a term, in words: ``vóór 1 mei van het volgende jaar``."""

from __future__ import annotations

from spelregels.model.terms import DateTerm
from spelregels.report.wording import Wording

#: what may be done only on a later day than the last day of the term
_AFTER_IT = ("wait", "not_before")
_BACK = ("lead", "at_longest")


def day_of(term: DateTerm, words: Wording, *, back: bool = False) -> str:
    """``1 mei``, ``1 mei van het volgende jaar``; counted back: ``1 mei van het jaar ervoor``."""
    key = ("date_year_before" if back else "date_next_year") if term.next_year else "date"
    month = words.labels.MONTHS[term.month - 1]
    return words.say(words.frames.TERMS, key, day=term.day, month=month)


def when_on(term: DateTerm, key: str, words: Wording) -> str:
    """When something may be done: ``vóór 1 oktober van het jaar ervoor``, ``pas na 1 juli``.

    ``key``: which part of a norm the term is (lead, at_longest, wait, lasts, not_before).
    """
    frame = "after" if key in _AFTER_IT else "lead" if key == "lead" else "from"
    frame = f"{frame}_before_date" if term.before else f"{frame}_date"
    date = day_of(term, words, back=key in _BACK)
    return words.say(words.frames.TERMS, frame, date=date)
