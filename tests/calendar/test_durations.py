"""Reading durations (issue 1.3): exact words, and a suggestion where the text comes near."""

from __future__ import annotations

import pytest

from spelregels.calendar import TermError, duration_text, parse_duration, parse_term
from spelregels.model.terms import DateTerm, Duration
from spelregels.model.words import Unit


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("6 weken", 6, Unit.WEEK),
        ("1 week", 1, Unit.WEEK),
        ("14 dagen", 14, Unit.DAY),
        ("1 dag", 1, Unit.DAY),
        ("10 werkdagen", 10, Unit.WORKING_DAY),
        ("1 werkdag", 1, Unit.WORKING_DAY),
        ("3 maanden", 3, Unit.MONTH),
        ("1 maand", 1, Unit.MONTH),
        ("1 jaar", 1, Unit.YEAR),
        ("2 jaar", 2, Unit.YEAR),
        ("100 jaar", 100, Unit.YEAR),
    ],
)
def test_what_is_written_is_read_and_written_back(text: str, amount: int, unit: Unit) -> None:
    assert parse_duration(text) == Duration(amount, unit)
    assert duration_text(Duration(amount, unit)) == text


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("6 weeken", "6 weken"),
        ("6 Weken", "6 weken"),
        ("6weken", "6 weken"),
        ("6  weken", "6 weken"),
        (" 6 weken ", "6 weken"),
        ("06 weken", "6 weken"),
        ("6 weeks", "6 weken"),
        ("6-weken", "6 weken"),
        ("zes weken", "6 weken"),
        ("één maand", "1 maand"),
        ("10 werkdgen", "10 werkdagen"),
        ("14 kalenderdagen", "14 dagen"),
        ("101 jaar", "100 jaar"),
        ("0 dagen", ""),
        ("0 dgn", ""),
        ("-1 week", ""),
        ("1,5 maand", ""),
        ("6", ""),
        ("weken", ""),
        ("", ""),
        ("6 bananen", ""),
        ("zo spoedig mogelijk", ""),
        ("999999999 weken", ""),
        ("٦ weken", ""),
        ("6 weken\n", "6 weken"),
        ("6\x00weken", ""),
        ("9" * 10_000 + " weken", ""),
    ],
)
def test_anything_else_is_refused(text: str, suggestion: str) -> None:
    """Issue 1.2 and 1.9: refused with what was expected, and a suggestion that itself loads."""
    with pytest.raises(TermError) as refused:
        parse_duration(text)
    assert refused.value.suggestion == suggestion
    assert len(refused.value.message_nl) < 250
    if suggestion:
        parse_duration(suggestion)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("6 weken", Duration(6, Unit.WEEK)),
        ("1 mei", DateTerm(1, 5, next_year=False, before=False)),
        ("voor 1 mei", DateTerm(1, 5, next_year=False, before=True)),
        ("vóór 29 februari", DateTerm(29, 2, next_year=False, before=True)),
    ],
)
def test_a_term_may_be_a_day_of_the_year(text: str, term: Duration | DateTerm) -> None:
    assert parse_term(text) == term


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("voor 1 May", "1 mei"),
        ("voor mei 1", "1 mei"),
        ("voor 1-mei", "1 mei"),
        ("voor 1 jan", "1 januari"),
        ("31 april", ""),
        ("30 februari", ""),
        ("voor 6 weken", ""),
        ("voor", ""),
        ("01 mei", "1 mei"),
    ],
)
def test_what_is_no_day_of_the_year_is_refused(text: str, suggestion: str) -> None:
    with pytest.raises(TermError) as error:
        parse_term(text)
    assert error.value.suggestion == suggestion
