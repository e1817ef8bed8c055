"""What `explain` leaves out, and what it says of its own accord (issue 4, "What must be shown")."""

from __future__ import annotations

from pathlib import Path

import pytest

from spelregels.language import load_ruleset
from spelregels.language.library import ids_under, shipped_root, versions
from spelregels.report import texts_nl
from tests.report.hand import RULESET

from .judged import changed, judgements
from .page import FOLDER, SHOWN, fresh, loaded, traced_in
from .reasons import LOOSE, REASONS, reason, unexplained
from .traces import silences, traced

ROOT = shipped_root()
FILES = tuple(path for id_ in ids_under(ROOT) for path in versions(id_, [ROOT]))


def test_the_pages_are_fresh() -> None:
    """Stale? Run `python -m tests.explained`."""
    wanted = dict(fresh())
    assert set(FOLDER.glob("*.md")) == set(wanted)
    for path, text in wanted.items():
        assert path.read_text(encoding="utf-8") == text, path.name


@pytest.mark.parametrize("id_", SHOWN)
def test_every_fact_has_a_sentence_or_a_reason(id_: str) -> None:
    """A fact that can change without a word of the explanation changing is on the short list."""
    assert unexplained(traced_in(id_).facts) == []


@pytest.mark.parametrize("id_", SHOWN)
def test_the_shown_have_no_gates(id_: str) -> None:
    """The index says so: gates are not measured."""
    assert not loaded(id_).own.gates


@pytest.mark.parametrize("id_", SHOWN)
@pytest.mark.parametrize("pick", [0, -1])
def test_what_has_no_sentence_changes_no_verdict(id_: str, pick: int) -> None:
    """The reasons are true: all such facts changed at once, no example is judged otherwise."""
    rules = loaded(id_)
    mute = [fact for fact in traced_in(id_).facts if not fact.traced]
    other = changed(rules, mute, pick)
    assert (rules.own, rules.roles) != (other.own, other.roles)
    assert judgements(other) == judgements(rules)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_fact_of_every_kind_of_norm_has_a_sentence(language: str) -> None:
    """The same for a ruleset that has one norm of every kind."""
    found = traced(RULESET, language)
    assert unexplained(found.facts) == []
    assert {key for _, key in found.loose} <= set(LOOSE)


def test_whatever_a_ruleset_could_say_has_a_sentence() -> None:
    """Every part that is left out of the ruleset with one norm of every kind, filled in with each
    thing of its type: no construct of the language is forgotten, however rare."""
    gaps = tuple(silences(RULESET))
    assert len(gaps) > 1000
    assert unexplained(gaps) == []


@pytest.mark.parametrize("id_", SHOWN)
def test_every_sentence_has_a_fact_or_is_a_known_note(id_: str) -> None:
    """What the explanation adds of its own: headings, notes, counts, and holes in the text."""
    assert {key for _, key in traced_in(id_).loose} <= set(LOOSE)


def test_the_short_list_is_short() -> None:
    """Each reason is needed by one of the five, so none is kept for what is mended."""
    used = {reason(fact) for id_ in SHOWN for fact in traced_in(id_).facts if not fact.traced}
    assert used == set(REASONS)


def test_a_fact_that_is_left_out_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lists can fail: an explanation that forgets how serious a breach is comes up short."""
    monkeypatch.setitem(texts_nl.EXPLAIN, "strength", "Hoe hard: {strength}.")
    forgotten = unexplained(traced(RULESET).facts)
    assert "informatie-vooraf: Precedence.severity severity" in forgotten


def test_a_construct_that_is_left_out_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor can an explanation forget what no ruleset here happens to say."""
    monkeypatch.setitem(texts_nl.RULES, "at_longest", "")
    mute = (fact.leaf.place for fact in silences(RULESET) if not fact.traced)
    assert "Precedence.at_longest" in mute


@pytest.mark.long
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_fact_of_every_shipped_ruleset(path: Path) -> None:
    """All that is shipped, not only what is printed."""
    found = traced(load_ruleset(path))
    assert unexplained(found.facts) == []
    assert {key for _, key in found.loose} <= set(LOOSE)
