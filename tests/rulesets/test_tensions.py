"""The tensions that are norms over one trajectory (issue 4, 3.4)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from spelregels.check import try_examples
from spelregels.language import load_ruleset
from spelregels.language.library import ids_under, shipped_root
from spelregels.model.norms import Statement
from spelregels.model.ruleset import Ruleset
from spelregels.model.words import Confidence, Strength, Word
from tests.rulesets.library_rows import place_of, rows

ALL = "spanningen/alle"
ELSEWHERE = ("spanningen/portefeuille", "verify")  # over several trajectories, or in a text
ROWS = tuple(row for row in rows() if row.startswith("T") and place_of(row) not in ELSEWHERE)
# the rows that are, in whole or in part, a question to one trajectory
WITHIN = {2, 3, 4, 5, 7, 9, 10, 11, 13, 14, 16, 17, 18, 21, 23, 24, 25}
BREACH = {Word.BROKEN, Word.LATE, Word.OVERDUE}


def each_row() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", ROWS)


@cache
def rules(row: str) -> Ruleset:
    return load_ruleset(place_of(row))


def test_no_row_is_missing() -> None:
    """3.4: the table holds every tension of one trajectory; each has a file, and no file is
    outside the table; all of them can be asked at once."""
    assert set(ROWS) == {f"T{number}" for number in WITHIN}
    files = {id_ for id_ in ids_under(shipped_root()) if id_.startswith("spanningen/")}
    assert {place_of(row) for row in ROWS} == files - {ALL}
    assert set(load_ruleset(ALL).own.extends) == files - {ALL}


@each_row()
def test_each_norm_is_what_its_examples_rest_on(row: str) -> None:
    """3.4: take one norm away and an example no longer comes out."""
    ruleset = rules(row)
    own = ruleset.own
    for norm in own.norms:
        if isinstance(norm, Statement):
            continue
        fewer = replace(own, norms=tuple(one for one in own.norms if one.id != norm.id))
        assert try_examples(replace(ruleset, files=(*ruleset.files[:-1], fewer))).failed, norm.id


@each_row()
def test_kept_broken_and_cannot_tell_are_all_shown(row: str) -> None:
    """3.4: shown firing, not firing, and where the source is silent."""
    found = [
        {v.word for v in one.judgement.verdicts if v.norm in one.example.expect}
        for one in try_examples(rules(row)).examples
    ]
    assert any(words & {Word.KEPT} and not words & BREACH for words in found)
    assert any(words & BREACH for words in found)
    assert any(Word.CANNOT_TELL in words for words in found)


@each_row()
def test_a_tension_is_no_offence(row: str) -> None:
    """3.4: a finding is a reason to ask: never more than a should, derived from the report."""
    for norm in rules(row).own.norms:
        assert isinstance(norm, Statement) or norm.strength is Strength.SHOULD, norm.id
        assert norm.confidence is Confidence.DER, norm.id


@each_row()
def test_each_file_says_which_facts_it_needs(row: str) -> None:
    """3.4: its first lines name the tension, the report, the facts, and that it is no duty."""
    path = shipped_root().joinpath(*place_of(row).split("/")).with_suffix(".yaml")
    head = path.read_text(encoding="utf-8").split("spelregels:")[0].replace("\n# ", " ")
    assert f"Spanning {row}:" in head
    assert "geen wettelijke plichten" in head.casefold()
    assert row == "T2" or "Nodig:" in head
    assert "DSP" in head or "I&O" in head


def test_what_only_people_can_judge_is_asked() -> None:
    """3.4: T9, T17 and T23 (T12 needs more trajectories) hold a statement with who judges it."""
    for row in ("T9", "T17", "T23"):
        asked = [norm for norm in rules(row).own.norms if isinstance(norm, Statement)]
        assert asked and all(norm.judged_by for norm in asked)
