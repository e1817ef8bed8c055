"""What only should be, or is an aim, is never told as an offence (issue 1.6, 1.8)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from spelregels.model.finding import Finding
from spelregels.model.norms import Absence, Norm, NormBase
from spelregels.model.patterns import ActPattern, Happened
from spelregels.model.ruleset import Act, Role, Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Kind, RoleKind, Severity, Strength, Word
from spelregels.report.findings import FindingMaker
from spelregels.report.layout import Style
from spelregels.report.names import Names
from spelregels.report.phrases import Phrases
from spelregels.report.rules import rule_sentence
from spelregels.report.text import finding_text, report_text
from spelregels.report.wording import BREACHES

from .hand import FILE, NORMS, OWN, RULESET, TRAJECTORY, act, checked, event, report, verdict

SOFT = (Strength.SHOULD, Strength.AIM)
# Words that accuse, or that say there was a duty or a ban.
ACCUSING = re.compile(
    r"\b(mag|mocht|mogen|moet|moest|moeten|verboden|geschonden|overtreding|nodig|broken|forbidden|"
    r"breach|may not|must|had to|needed)\b",
    re.IGNORECASE,
)

TENSION = Absence(
    id="raadpleging-na-besluit",
    title="bewoners mogen pas stemmen na het besluit",
    must_not=act("referendum.gehouden"),
    if_=Happened(act("besluit.genomen")),
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
)
RULES = replace(
    RULESET,
    files=(replace(OWN, norms=(TENSION,)),),
    roles={**RULESET.roles, "kiezers": Role("kiezers", RoleKind.RESIDENTS)},
    acts={**RULESET.acts, "referendum.gehouden": Act("referendum.gehouden")},
)
LOG = replace(
    TRAJECTORY,
    competent_authority=None,
    events=(
        event(1, "besluit.genomen", date(2017, 10, 10), "raad"),
        event(2, "referendum.gehouden", date(2018, 3, 21), "kiezers"),
    ),
)
VOTED = Verdict(
    norm=TENSION.id,
    layer=FILE,
    version="2026-01-01",
    kind=Kind.ABSENCE,
    word=Word.BROKEN,
    how=How.FORBIDDEN,
    trigger="e2",
    day=date(2018, 3, 21),
    act="referendum.gehouden",
    evidence=("e2", "e1"),
)


def soft_rules(strength: Strength) -> Ruleset:
    norms = tuple(replace(norm, strength=strength) for norm in NORMS.values())
    return replace(RULESET, files=(replace(OWN, norms=norms),))


def made(one: Verdict, rules: Ruleset, language: str, log: Trajectory = TRAJECTORY) -> Finding:
    return FindingMaker(rules, language).of(checked(one, trajectory=log))[0]


def lines(one: Verdict, language: str) -> str:
    maker = FindingMaker(RULES, language)
    found = maker.of(checked(one, trajectory=LOG))[0]
    words = Names.of(RULES, language).words
    return "\n".join(finding_text(found, maker, words, Style())) + "\n"


def test_a_vote_after_the_decision_is_a_tension_and_no_offence() -> None:
    """The rule says after what; voters are told nothing; the council can answer (1.6, 1.8)."""
    assert (
        lines(VOTED, "nl")
        == """\
NIET ZOALS HET HOORT — waarschuwing  raadpleging-na-besluit: bewoners mogen pas stemmen na het besluit
  Bron      Spelregels wijkplatform Voorbeeldstad, versie van 1 januari 2026: geen artikel
            genoemd (de tekst zelf is gelezen)
  Regel     Na ‘besluit genomen’ hoort dit niet te gebeuren: ‘referendum gehouden’.
  Gebeurd   10 oktober 2017: ‘besluit genomen’ (e1), door de raad
            21 maart 2018: ‘referendum gehouden’ (e2), door de kiezers
  Dus       ‘referendum gehouden’ (e2, 21 maart 2018) gebeurde na ‘besluit genomen’ (e1, 10
            oktober 2017). Zo hoort het niet.
  Wat nu    Vraag de raad waarom het zo ging, en wat er nu nog kan.
  Let op    Dit hoort zo, maar is geen harde plicht.
"""  # noqa: E501
    )


def test_the_same_in_english() -> None:
    """Not as it should be; the council is asked, not the voters."""
    text = lines(VOTED, "en")
    assert text.startswith("NOT AS IT SHOULD BE — warning  raadpleging-na-besluit")
    assert "After ‘besluit genomen’ this should not happen: ‘referendum gehouden’." in text
    assert "Ask the council why it went this way, and what can still be done." in text


def test_who_can_answer_when_nobody_in_charge_is_on_record() -> None:
    """Then the competent authority of the header, else whoever leads the trajectory."""
    bare = replace(LOG, events=(LOG.events[1],))
    alone = replace(VOTED, evidence=("e2",))
    assert made(alone, RULES, "nl", bare).repair.startswith("Vraag wie dit traject leidt waarom")
    headed = replace(bare, competent_authority="college")
    assert made(alone, RULES, "nl", headed).repair.startswith("Vraag het college waarom")


@pytest.mark.parametrize("strength", SOFT)
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", NORMS)
def test_no_word_of_a_soft_norm_accuses(kind: Kind, language: str, strength: Strength) -> None:
    """Heading, rule, what happened and what now, for every kind, way of breaking it and strength.

    A power is no duty, so its sentence keeps *may*; a statement is its own text.
    """
    if kind in (Kind.POWER, Kind.STATEMENT, Kind.EXEMPTION):
        return
    rules = soft_rules(strength)
    hows = (How.MISSING, How.TOO_EARLY, How.TOO_LATE, How.OUT_OF_ORDER, How.FORBIDDEN)
    hows += (How.REQUIREMENT_NOT_MET, How.SAME_PERSON, How.TOO_FEW, How.TOO_MANY, How.WRONG_ROLE)
    for word in (*BREACHES, Word.OPEN):
        for how in hows:
            one = verdict(
                kind,
                word,
                how=how,
                trigger="e4",
                day=date(2026, 5, 1),
                due=date(2026, 5, 1),
                due_latest=date(2026, 5, 1),
                evidence=("e5",),
            )
            told = made(one, rules, language)
            for text in (told.label, told.rule, told.message, told.repair):
                assert not ACCUSING.search(text), (word, how, text)


def test_a_must_is_called_broken() -> None:
    """The hard words are kept for what must be."""
    one = verdict(Kind.ABSENCE, Word.BROKEN, how=How.FORBIDDEN, trigger="e4", act="besluit.genomen")
    told = made(one, RULESET, "nl")
    assert told.label == "geschonden (verboden)"
    assert told.message == (
        "‘besluit genomen’ (e4, aangenomen, 1 mei 2026) gebeurde tussen ‘raadpleging geopend’ en "
        "‘raadpleging gesloten’. Dat mocht niet."
    )
    assert told.repair == (
        "Dit kan worden overgedaan na ‘raadpleging gesloten’: ‘besluit genomen’ door het college."
    )


def test_the_outcome_and_the_count_follow_the_strength() -> None:
    """No *te laat gedaan* where nothing was late, no *geschonden* where nothing had to be."""
    one = replace(report(VOTED), ruleset=RULES)
    judged = replace(checked(VOTED, trajectory=LOG).judgement, outcome=Word.LATE, undetermined=0)
    one = replace(one, checked=(replace(one.checked[0], trajectory=LOG, judgement=judged),))
    text = "\n".join(report_text(one, "nl", Style()))
    assert "Uitkomst: niet alles ging zoals het hoort." in text
    assert "1 traject; 1× niet zoals het hoort." in text
    assert "geschonden" not in text.lower()


STRONG = {
    Kind.PRECEDENCE: ("moet er eerst zijn", "hoort er eerst te zijn", "het streven is dat er vóór"),
    Kind.RESPONSE: ("moet er komen", "hoort er te komen", "het streven is dat er na"),
    Kind.ABSENCE: ("mag dit niet", "hoort dit niet te gebeuren", "het streven is dat dit niet"),
    Kind.REQUIREMENT: ("moet gelden", "hoort te gelden", "het streven is dat bij"),
    Kind.RECURRENCE: ("moet dit telkens", "hoort dit telkens", "het streven is dat dit vanaf"),
    Kind.SEPARATION: ("mag dit niet allebei", "hoort dit niet allebei", "het streven is dat niet"),
    Kind.THRESHOLD: ("dit moet minstens", "dit hoort minstens", "het streven is minstens"),
}


@pytest.mark.parametrize("kind", STRONG)
def test_the_rule_says_how_firm_it_is(kind: Kind) -> None:
    """*Moet*, *hoort* or *streven*, in the sentence itself."""
    phrases = Phrases(Names.of(RULESET, "nl"))
    for strength, said in zip(Strength, STRONG[kind], strict=True):
        norm: Norm = replace(NORMS[kind], strength=strength)
        assert said in rule_sentence(norm, phrases).lower(), strength


def test_every_kind_of_norm_has_its_strengths() -> None:
    """A kind that is added must be given its three sentences."""
    without = {Kind.POWER, Kind.EXEMPTION, Kind.STATEMENT}
    assert set(STRONG) | without == set(NORMS)
    assert all(issubclass(kind, NormBase) for kind in get_args(Norm))


def test_the_hard_comes_before_the_soft() -> None:
    """Worst first: what must be, then what should be."""
    both = replace(RULES, files=(replace(OWN, norms=(TENSION, NORMS[Kind.ABSENCE])),))
    hard = verdict(Kind.ABSENCE, Word.BROKEN, how=How.FORBIDDEN, trigger="e2", day=VOTED.day)
    found = FindingMaker(both, "nl").of(checked(VOTED, hard, trajectory=LOG))
    assert [one.strength for one in found] == [Strength.MUST, Strength.SHOULD]


def test_an_act_pattern_is_what_the_rule_names() -> None:
    """The rule sentence names the act it forbids after the one it comes after."""
    assert isinstance(TENSION.must_not[0], ActPattern)
    assert rule_sentence(TENSION, Phrases(Names.of(RULES, "en"))).startswith("After ‘besluit")
