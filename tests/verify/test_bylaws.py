"""What acts ask of the text of a by-law (issue 4, 3.1 and 3.7): the day, the words, real texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from spelregels.language import load_ruleset
from spelregels.language.surface.titles import CoversIn
from spelregels.model.problem import InputRefused
from spelregels.model.verified import TextFinding
from spelregels.model.words import Severity
from spelregels.verify.bylaws import PHASES
from spelregels.verify.run import findings_of, subject_of

from .looking import CHECKS, DAY, written

OLD = "inspraakverordening-na-overgang"
ASKED = (OLD, "verordening-mist-fase", "verordening-mist-uitdaagrecht",
         "verordening-mist-clientpunt")  # fmt: skip
BY_LAW = "title: Inspraakverordening Voorbeeldstad\nvalid_from: 2006-01-01\n"


def old_ones(folder: Path, rules: str, day: date) -> tuple[TextFinding, ...]:
    return findings_of(CHECKS[OLD], subject_of(written(folder, rules), day))


def test_the_words_of_covers_are_those_of_the_law() -> None:
    """3.7: what a text says it settles and what an adoption says it settles are one list."""
    adopted = load_ruleset("nl/vocabulaire").acts["verordening.vastgesteld"]
    assert tuple(CoversIn.model_fields) == adopted.attributes["regelt"].one_of
    assert set(PHASES) < set(CoversIn.model_fields)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2024, 12, 31), []),
        (date(2025, 1, 1), [Severity.INFO]),
        (date(2026, 12, 31), [Severity.INFO]),
        (date(2027, 1, 1), [Severity.WARNING]),
    ],
)
def test_an_old_by_law_is_news_first_and_a_warning_from_the_day_on(
    day: date, said: list[Severity], tmp_path: Path
) -> None:
    """3.7, Gw 150: the reported end of the transition is 1 January 2027."""
    assert [one.severity for one in old_ones(tmp_path, BY_LAW, day)] == said


@pytest.mark.parametrize(("last", "count"), [("2026-12-31", 0), ("2027-01-01", 1)])
def test_an_old_by_law_may_run_to_the_last_day(last: str, count: int, tmp_path: Path) -> None:
    """3.7: one that ends before the day is left alone, and one that has ended too."""
    rules = f"{BY_LAW}valid_to: {last}\n"
    assert len(old_ones(tmp_path, rules, DAY)) == count
    assert old_ones(tmp_path, rules, date(2028, 1, 1)) == ()


def test_what_nobody_could_read_is_for_information(tmp_path: Path) -> None:
    """3.1: where not all of the text was read, silence is *not seen*, for information only."""
    rules = (
        "encoded: {articles: ['1'], rest: not_seen}\n"
        "sources: {vo: {title: Verordening}, gw: {title: Gemeentewet}}\n"
        "legal_basis: [[gw, '150']]\ncovers: {voorbereiding: [vo, '1']}\n"
    )
    subject = subject_of(written(tmp_path, rules), date(2027, 6, 1))
    found = [one for check in ASKED for one in findings_of(CHECKS[check], subject)]
    assert {one.check for one in found} == set(ASKED[1:3])
    assert {one.severity for one in found} == {Severity.INFO}


def test_a_subject_that_no_act_names_is_refused(tmp_path: Path) -> None:
    """Bad input: `covers` has a closed list of words, and wants an article or not_stated."""
    rules = "covers: {evaluatei: not_stated, uitvoering: nergens}\n"
    with pytest.raises(InputRefused) as refused:
        written(tmp_path, rules)
    told = [(one.code, one.suggestion, one.expected_nl) for one in refused.value.problems]
    assert told[0][:2] == ("unknown-key", "evaluatie")
    assert told[1][2].endswith("of not_stated")
