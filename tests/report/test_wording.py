"""Every verdict there can be is said in words, in Dutch and English (issue 1.6)."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from string import Formatter
from typing import get_type_hints

import pytest

from spelregels.calendar import reckon
from spelregels.model.finding import Finding
from spelregels.model.verdict import Unknown
from spelregels.model.words import How, Kind, Regime, Word
from spelregels.report import texts_en, texts_nl, wording_en, wording_nl
from spelregels.report.findings import FindingMaker
from spelregels.report.text import TOLD
from spelregels.report.wording import BREACHES, wording

from .hand import RULESET, TWO_WEEKS, checked, verdict

# Words of ours that a reader of the report should never meet.
JARGON = re.compile(r"\{|\}|\bNone\b|How\.|Kind\.|_|  |\.\.|\bverdict\b|\bnorm\b(?! )")
DAY = date(2026, 5, 1)
ALL = [(kind, word) for kind in Kind for word in Word]


def tables(module: object) -> dict[str, dict[object, str]]:
    return {
        name: dict(value)
        for name, value in vars(module).items()
        if name.isupper() and hasattr(value, "items")
    }


def fields(frame: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(frame) if field}


@pytest.mark.parametrize("pair", [(wording_nl, wording_en), (texts_nl, texts_en)])
def test_both_languages_say_the_same_things(pair: tuple[object, object]) -> None:
    """The same tables, keys and placeholders: no sentence exists in one language only."""
    dutch, english = map(tables, pair)
    assert dutch.keys() == english.keys()
    for name, table in dutch.items():
        assert table.keys() == english[name].keys(), name
        for key, frame in table.items():
            if isinstance(frame, str):
                assert fields(frame) == fields(english[name][key]), (name, key)


@pytest.mark.parametrize("module", [wording_nl, wording_en])
def test_tables_by_word_leave_no_word_out(module: object) -> None:
    """A table keyed by one closed set holds every member of it."""
    hints = get_type_hints(module)
    checked_tables = 0
    for name, table in tables(module).items():
        key = hints[name].__args__[0]
        if isinstance(key, type) and issubclass(key, Enum):
            assert set(table) == set(key), name
            checked_tables += 1
    assert checked_tables > 15


def finding(kind: Kind, word: Word, how: How | None, language: str) -> Finding:
    unknown = (Unknown(how or How.FACT_UNKNOWN, "e4", "motivering"),)
    one = verdict(
        kind,
        word,
        how=how,
        trigger="e4",
        day=DAY,
        due=DAY,
        due_latest=DAY,
        act="reactie.gegeven",
        evidence=("e5",),
        stage="open" if kind in (Kind.STAGE, Kind.STAGE_POWER) else None,
        unknowns=unknown if word is Word.CANNOT_TELL else (),
        reckoning=reckon(DAY, TWO_WEEKS, regime=Regime.ATW),
    )
    return FindingMaker(RULESET, language).of(checked(one))[0]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("kind", "word"), ALL)
def test_every_verdict_has_a_sentence(kind: Kind, word: Word, language: str) -> None:
    """Kind × word × how: a whole sentence without gaps, jargon or placeholders, and a way on."""
    for how in (None, *How):
        made = finding(kind, word, how, language)
        texts = [made.message, made.rule, *made.dates, *made.happened]
        if word in TOLD:
            texts.append(made.repair)
            assert made.repair, (how, "says nothing about what now")
        for text in texts:
            assert text, how
            assert not JARGON.search(text), (how, text)
        assert made.message.endswith("."), (how, made.message)
        assert made.message[0].isupper() or made.message[0] == "‘", made.message


@pytest.mark.parametrize("how", How)
def test_cannot_tell_names_what_is_missing_and_who_could_say(how: How) -> None:
    """Issue 1.6: *cannot tell* names the missing fact and who could supply it."""
    made = finding(Kind.REQUIREMENT, Word.CANNOT_TELL, how, "nl")
    (missing,) = made.missing
    assert missing.how is how
    assert missing.text[1:] in made.message  # there it begins with a capital
    assert missing.supplied_by in made.repair


def test_a_missing_fact_is_named_with_its_event_and_date() -> None:
    """Issue 1.6: which fact, of which event, on which day."""
    made = finding(Kind.REQUIREMENT, Word.CANNOT_TELL, How.FACT_UNKNOWN, "nl")
    assert "‘motivering’ van ‘besluit genomen’ (e4, aangenomen, 1 mei 2026)" in made.message


@pytest.mark.parametrize("word", sorted(BREACHES))
def test_a_breach_says_what_it_leads_to(word: Word) -> None:
    """Issue 1.6: the consequence the norm names; only for breaches."""
    assert finding(Kind.PRECEDENCE, word, How.MISSING, "nl").consequence_text
    assert not finding(Kind.PRECEDENCE, Word.KEPT, None, "nl").consequence_text


def test_another_language_is_an_error() -> None:
    """Only Dutch and English: no silent fallback."""
    with pytest.raises(KeyError):
        wording("fy")
