"""What a check says of itself is a contract (issue 3.1): ids, texts in two languages, pages."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from spelregels.model.verified import CheckRecord, Text
from spelregels.model.words import Severity
from spelregels.verify import records
from spelregels.verify.cases import case_file
from spelregels.verify.found import check_ids
from spelregels.verify.scaffold import FILL_IN
from spelregels.verify.suppressing import ABOUT_SETTINGS

from .looking import looked_at
from .pages import FOLDER, fresh

GIVEN = (Path(__file__).parent / "ids.txt").read_text(encoding="utf-8").split()
RECORDS = [pytest.param(one, id=one.id) for one in (*records(), *ABOUT_SETTINGS)]
CITED = re.compile(r"(D[1-9]|D[1-4][0-9]|D5[0-4]|T[1-9]|T1[0-9]|T2[0-5])?")


def test_an_id_once_given_stays() -> None:
    """3.1: stable ids. A new check adds its id to ids.txt; none is ever taken away or reused."""
    assert sorted(GIVEN) == GIVEN
    assert list(check_ids()) == GIVEN


@pytest.mark.parametrize("record", RECORDS)
def test_every_text_is_whole_in_both_languages(record: CheckRecord) -> None:
    """3.1: title, what it looks for, why, what now and limits, in Dutch and English."""
    texts = [record.looks_for, record.why, record.repair, record.limits, *record.messages.values()]
    for text in texts:
        for said in (text.nl, text.en):
            assert FILL_IN not in said
            assert said.endswith("."), said
            assert "  " not in said, said
    for title in (record.title.nl, record.title.en):
        assert title
        assert not title.endswith(".")
        assert FILL_IN not in title
    assert record.sources
    for one in record.sources:
        assert FILL_IN not in one.where
        assert CITED.fullmatch(one.ref), one.ref


@pytest.mark.parametrize("record", RECORDS)
def test_both_languages_name_the_same_things(record: CheckRecord) -> None:
    """A sentence tells no less in one language than in the other."""
    for text in record.messages.values():
        assert _names(text.nl) == _names(text.en), text


@pytest.mark.parametrize("record", [pytest.param(one, id=one.id) for one in records()])
def test_every_sentence_is_shown_by_a_case(record: CheckRecord) -> None:
    """A message that no case brings out is a message that nobody has read."""
    shown = {
        finding.message
        for case in case_file(record.id).wrong
        for finding in looked_at(record.id, case)[1]
    }
    assert shown == set(record.messages)


@pytest.mark.parametrize("record", [pytest.param(one, id=one.id) for one in records()])
def test_a_finding_never_says_unlawful(record: CheckRecord) -> None:
    """3.1: silence is *not stated* or *not seen*, never *unlawful*."""
    said = " ".join(_all(text) for text in (record.title, *record.messages.values()))
    assert not re.search(r"onrechtmatig|onwettig|illegaal|unlawful|illegal", said)


def test_what_is_silent_is_never_serious() -> None:
    """3.1: a finding that rests on silence alone is at most a warning."""
    for record in records():
        for case in case_file(record.id).wrong:
            for one in looked_at(record.id, case)[1]:
                if one.basis.value != "visible":
                    assert one.severity is not Severity.ERROR, (record.id, one.message)


def test_the_pages_are_fresh() -> None:
    """3.1: docs/checks says what the checks say. Stale? Run `python -m tests.verify.pages`."""
    wanted = dict(fresh())
    assert set(FOLDER.rglob("*.md")) <= set(wanted)
    stale = [path.name for path, text in wanted.items() if path.read_text("utf-8") != text]
    assert stale == []


def _names(frame: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(frame) if name}


def _all(text: Text) -> str:
    return f"{text.nl} {text.en}"
