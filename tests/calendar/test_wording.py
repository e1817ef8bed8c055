"""Every date in words (issue 1.3): each step, doubt and question in Dutch and English."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spelregels.calendar import (
    holidays_of,
    parse_duration,
    reckon,
    reckon_postal_week,
    texts,
    wording,
)
from spelregels.model.terms import CalendarData, DateTerm, MeetingTerm, SameMoment, Step
from spelregels.model.words import CountFrom, Regime

from .strategies import days, durations

DAY = date(2026, 4, 2)
COUNCIL = {"raad": CalendarData("raad", (date(2026, 4, 14),), (date(2026, 4, 15),))}
LANGS = ("nl", "en")

fixed_terms = st.one_of(
    durations(),
    st.builds(MeetingTerm, st.sampled_from(["raad", "commissie"]), st.none() | durations()),
    st.builds(DateTerm, st.integers(1, 31), st.integers(1, 12), st.booleans(), st.booleans()),
    st.just(SameMoment()),
)


@settings(max_examples=300, deadline=None)
@given(
    days(),
    fixed_terms,
    st.sampled_from(Regime),
    st.sampled_from(CountFrom),
    st.booleans(),
    st.booleans(),
    st.lists(fixed_terms, max_size=2),
    st.integers(0, 3),
    st.booleans(),
)
def test_every_reckoning_can_be_said(
    start: date,
    term: object,
    regime: Regime,
    count_from: CountFrom,
    backwards: bool,
    clear_days: bool,
    extensions: list[object],
    suspended: int,
    entry: bool,
) -> None:
    """Issue 1.3: no step, doubt or question without a filled sentence in both languages."""
    found = reckon(
        start,
        term,  # type: ignore[arg-type]
        regime=regime,
        count_from=count_from,
        backwards=backwards,
        clear_days=clear_days,
        extensions=() if backwards else extensions,  # type: ignore[arg-type]
        suspended_days=0 if backwards else suspended,
        entry_into_force=entry,
        calendars=COUNCIL,
    )
    for lang in LANGS:
        said = [
            *wording.steps_text(found, lang),
            *wording.doubts_text(found, lang),
            *wording.questions_text(found, lang),
        ]
        assert len(said) == len(found.steps) + len(found.doubts) + len(found.open_questions)
        for text in said:
            assert text[0].isupper() or text[0].isdigit()
            assert text.endswith(".")
            assert not re.search(r"[{}]|  ", text), text


def test_dutch_and_english_of_one_term() -> None:
    found = reckon(DAY, parse_duration("3 dagen"), regime=Regime.ATW)
    assert wording.steps_text(found)[4] == (
        "Maandag 6 april 2026 is Tweede Paasdag: de termijn loopt door "
        "(Algemene termijnenwet, artikel 1 lid 1; artikel 3 lid 1)."
    )
    assert wording.steps_text(found, "en")[2] == "After 3 days the last day is Sunday 5 April 2026."


def test_case_19_is_said_with_both_readings() -> None:
    (text,) = wording.questions_text(reckon_postal_week(date(2026, 5, 18)))
    assert "maandag 25 mei 2026" in text and "dinsdag 26 mei 2026" in text


def test_a_year_without_known_decree_days_is_warned_about() -> None:
    """Issue 1.3: asking for 2029 warns, with the years that are known."""
    found = reckon(date(2029, 2, 1), parse_duration("6 weken"), regime=Regime.ATW)
    (warning,) = wording.doubts_text(found)
    assert "2017-2019 en 2023-2028" in warning
    assert "vrijdag 16 maart 2029" in warning
    assert "niet zeker" in wording.last_day_text(found)


def test_every_code_has_a_text_and_every_text_two_languages() -> None:
    reasons = {holiday.code for year in (1990, 2026) for holiday in holidays_of(year)}
    assert reasons <= set(texts.FREE_DAYS)
    assert {step.value for step in Step} == {key.split(".")[0] for key in texts.STEPS}
    for table in (texts.STEPS, texts.DOUBTS, texts.QUESTIONS, texts.READINGS):
        for key, (dutch, english) in table.items():
            assert dutch and english and dutch != english, key
            fields = re.compile(r"{\w+}")
            assert sorted(fields.findall(dutch)) == sorted(fields.findall(english)), key


@pytest.mark.parametrize(
    ("lang", "text"), [("nl", "zondag 29 februari 2032"), ("en", "Sunday 29 February 2032")]
)
def test_days_in_words(lang: wording.Lang, text: str) -> None:
    assert wording.day_text(date(2032, 2, 29), lang) == text
