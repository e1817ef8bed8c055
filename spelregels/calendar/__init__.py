"""Dutch dates and terms, useful on their own: ``reckon`` and what it needs. No legal advice.

``reckon`` gives the last day of a term with every step that leads to it; ``wording`` says the steps
in Dutch and English. Data: ``decree_days`` and ``holidays``. It knows nothing of participation.
"""

from spelregels.calendar.days_of_year import parse_day_of_year, parse_term
from spelregels.calendar.decree_days import DECREE_SPANS, DecreeSpan
from spelregels.calendar.durations import TermError, duration_text, parse_duration
from spelregels.calendar.holidays import (
    Holiday,
    decree_days_known,
    holiday_on,
    holidays_of,
    is_free_day,
    ordinary_day_from,
)
from spelregels.calendar.reckoning import reckon, reckon_postal_week

__all__ = [
    "DECREE_SPANS",
    "DecreeSpan",
    "Holiday",
    "TermError",
    "decree_days_known",
    "duration_text",
    "holiday_on",
    "holidays_of",
    "is_free_day",
    "ordinary_day_from",
    "parse_day_of_year",
    "parse_duration",
    "parse_term",
    "reckon",
    "reckon_postal_week",
]
