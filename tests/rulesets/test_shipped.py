"""The rulesets that come with the package (issues 1.2, 1.7): they load, they test themselves, and
every rule says where it comes from and how sure that is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from spelregels.check import try_examples
from spelregels.language import load_ruleset, shipped_rulesets
from spelregels.language.library import ids_under, shipped_root, versions
from spelregels.model.checked import TriedExample
from spelregels.model.norms import Exemption, Norm, Power, Response, Statement, Threshold
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import MeetingTerm, NotStated
from spelregels.model.words import Confidence, Word

ROOT = shipped_root()
# stuk/ is broken on purpose: it shows what `spelregels verify` finds, and is no ruleset to judge by
IDS = [id_ for id_ in ids_under(ROOT) if not id_.startswith("stuk/")]
FILES = tuple(path for id_ in IDS for path in versions(id_, [ROOT]))
GOOD = {Word.KEPT, Word.EXCUSED}
BREACH = {Word.BROKEN, Word.LATE, Word.OVERDUE}
ASKED_FOR = (  # issue 1.7
    "nl/vocabulaire",
    "nl/awb",
    "nl/gemeentewet",
    "nl/wro",
    "vormen/inspraak",
    "vormen/wijkplatform",
    "gemeenten/arnhem/wijkaanpak-2014",
    "gemeenten/arnhem/wijkaanpak-2022",
    "gemeenten/eindhoven/inwonersparticipatie",
    "gemeenten/deventer/correctief-referendum",
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix()


def each_file() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", FILES, ids=name_of)


@cache
def loaded(path: Path) -> Ruleset:
    return load_ruleset(path)


@cache
def tried(path: Path) -> tuple[TriedExample, ...]:
    return try_examples(loaded(path)).examples


def test_what_the_issue_asks_for_is_shipped() -> None:
    """1.7: the named rulesets are there, and can be asked for by id."""
    assert set(ASKED_FOR) <= set(shipped_rulesets())


@each_file()
def test_it_loads_under_its_own_name(path: Path) -> None:
    """1.2, 1.7: every version loads, and the file stands where its id says."""
    own = loaded(path).own
    assert path.relative_to(ROOT).as_posix().split("@")[0].removesuffix(".yaml") == own.id


@each_file()
def test_every_example_gives_what_it_expects(path: Path) -> None:
    """1.7: the ruleset's own tests."""
    for one in tried(path):
        shown = [
            (d.norm, d.expected, [(v.word.value, v.how, v.trigger, v.unknowns) for v in d.found])
            for d in one.differences
        ]
        assert not shown, f"{one.example.title}: {shown}"


@each_file()
def test_every_norm_and_term_names_its_article(path: Path) -> None:
    """1.7, idea 7: an article of a source that the file lists, and a confidence that is known."""
    own = loaded(path).own
    for rule in (*own.norms, *own.terms):
        assert rule.article is not None, f"{rule.id} has no article"
        assert rule.article.source in own.sources, rule.id
        assert isinstance(rule.confidence, Confidence), rule.id


@each_file()
def test_what_was_not_read_is_not_called_seen(path: Path) -> None:
    """1.7: a source that cites no address was not read, so nothing under it is SEEN."""
    own = loaded(path).own
    for rule in (*own.norms, *own.terms):
        if rule.article is not None and not own.sources[rule.article.source].url:
            assert rule.confidence is not Confidence.SEEN, rule.id


@each_file()
def test_kept_and_broken_are_both_shown(path: Path) -> None:
    """1.7: a ruleset with norms has an example that keeps them, and one that breaks some."""
    own = loaded(path).own
    judged = {norm.id for norm in own.norms if not isinstance(norm, Statement)}
    if not judged:
        pytest.skip("a vocabulary: there is no norm to break")
    words = [
        {v.word for v in one.judgement.verdicts if v.layer == own.id and v.norm in judged}
        for one in tried(path)
    ]
    assert any(found & GOOD and not found & BREACH for found in words)
    assert any(found & BREACH for found in words)


@each_file()
def test_every_norm_is_tested_both_ways(path: Path) -> None:
    """1.7: each norm is named by an example that breaks it; no norm stands there untried."""
    own = loaded(path).own
    broken = {
        v.norm
        for one in tried(path)
        for v in one.judgement.verdicts
        if v.layer == own.id and v.word in BREACH and v.norm in one.example.expect
    }
    named = {norm for one in tried(path) for norm in one.example.expect}
    wanting = [
        norm.id for norm in own.norms if norm.id not in broken and can_be_broken(norm, loaded(path))
    ]
    assert not wanting, f"no example breaks {wanting}; named at all: {sorted(named)}"


def can_be_broken(norm: Norm, ruleset: Ruleset) -> bool:
    """Not: a statement, an exemption, a right without limits, a power that the stages judge
    (``@power``), a number that the text leaves out, a term that waits for meetings of which no day
    is known."""
    calendars = ruleset.calendars
    match norm:
        case Statement() | Exemption():
            return False
        case Power() if set(norm.may) <= decisions_in_stages(ruleset):
            return False
        case Power():
            return bool(norm.where or norm.within or norm.exclusive)
        case Threshold():
            return not isinstance(norm.at_least or norm.at_most, NotStated)
        case Response(within=MeetingTerm(meetings=name)):
            return bool(calendars[name].meetings)
        case _:
            return True


def decisions_in_stages(ruleset: Ruleset) -> set[str]:
    stages = ruleset.machine.stages if ruleset.machine else ()
    listed = {edge.act for stage in stages for edge in stage.edges}.union(*(s.also for s in stages))
    return {act for act in listed if ruleset.acts[act].decision}


def test_a_vote_after_the_decision_is_the_design_in_deventer() -> None:
    """1.7, R74: the corrective referendum follows the decision on purpose: never out of order."""
    path = ROOT / "gemeenten/deventer/correctief-referendum.yaml"
    design, against_it = tried(path)[:2]
    assert all(v.word not in BREACH for v in design.judgement.verdicts)
    assert any(v.norm == "eerst-het-raadsbesluit" and v.word in BREACH
               for v in against_it.judgement.verdicts)  # fmt: skip


def test_no_personal_machine_in_the_files() -> None:
    """Files are public: no path of a machine, no address of a registry."""
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?<![\w.])/(home|work|tmp|root)/", text), path
