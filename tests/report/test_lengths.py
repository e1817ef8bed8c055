"""Lengths of time: too short, too long, a wait, the end of a term (issues 1.6 and 1.8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from spelregels.calendar import reckon
from spelregels.language import load_ruleset
from spelregels.model.norms import Precedence
from spelregels.model.patterns import Edge, MomentPattern
from spelregels.model.terms import Duration
from spelregels.model.words import (
    CountFrom,
    How,
    Kind,
    Regime,
    RegulatoryLayer,
    Unit,
    Word,
)
from spelregels.report.findings import FindingMaker
from spelregels.report.layout import Style
from spelregels.report.text import report_text
from spelregels.semantics import judge

from .hand import (
    OWN,
    RULESET,
    SIX_WEEKS,
    TERM,
    TRAJECTORY,
    act,
    checked,
    event,
    report,
    verdict,
)
from .saying import MAY_1, rule, rules, told

SHOWN = replace(
    TRAJECTORY,
    events=(
        event(1, "raadpleging.geopend", date(2026, 6, 4), "college"),
        event(2, "raadpleging.gesloten", date(2026, 7, 14), "college"),
    ),
)
LASTING = Precedence(
    id="zes-weken",
    before=act("raadpleging.gesloten"),
    must=(act("raadpleging.geopend"),),
    lasts=SIX_WEEKS,
    count_from=CountFrom.SAME_DAY,
    regime=Regime.CALENDAR,
)
TOO_SHORT = verdict(
    Kind.PRECEDENCE,
    Word.BROKEN,
    how=How.TOO_EARLY,
    trigger="e2",
    day=date(2026, 7, 14),
    due=date(2026, 7, 15),
    due_latest=date(2026, 7, 15),
    act="raadpleging.geopend",
    evidence=("e2", "e1"),
    reckoning=reckon(
        date(2026, 6, 4), SIX_WEEKS, count_from=CountFrom.SAME_DAY, regime=Regime.CALENDAR
    ),
)


def test_too_short_is_told_forwards_and_done_over_whole() -> None:
    """1.8: how long it had to last and through which day; what can be done over, for any act."""
    made = told(TOO_SHORT, LASTING, SHOWN)
    assert made.label == "geschonden (te kort)"
    assert made.rule == (
        "Van ‘raadpleging geopend’ tot en met ‘raadpleging gesloten’ moet het minstens 6 weken "
        "duren."
    )
    assert made.message == (
        "Van ‘raadpleging geopend’ (e1, 4 juni 2026) tot en met ‘raadpleging gesloten’ (e2, "
        "14 juli 2026) duurde het te kort: dat moest minstens 6 weken zijn, dus tot en met 15 juli "
        "2026 of later."
    )
    assert made.repair == (
        "Dit kan worden overgedaan, en dan minstens 6 weken lang: van ‘raadpleging geopend’ tot "
        "en met ‘raadpleging gesloten’ door het college."
    )


def test_the_arithmetic_of_a_length_has_no_day_to_wait_for() -> None:
    """Nothing waits for the end of a display; the last day is the answer."""
    lines = told(TOO_SHORT, LASTING, SHOWN).dates
    assert lines[-2].startswith("Na 6 weken is de laatste dag woensdag 15 juli 2026")
    assert not any("moet wachten" in line for line in lines)


def test_a_rule_of_an_act_that_looks_at_the_length_never_says_the_atw_is_off() -> None:
    """The Atw governs every term in an act of parliament, also where one norm leaves it out."""
    law = replace(OWN, regulatory_layer=RegulatoryLayer.WET, term_regime=Regime.ATW)
    law = replace(law, norms=(LASTING,))
    ruleset = replace(RULESET, files=(law,))
    one = replace(TOO_SHORT, norm=LASTING.id)
    made = FindingMaker(ruleset, "nl").of(checked(one, trajectory=SHOWN))[0]
    assert not any("Algemene termijnenwet geldt hier niet" in line for line in made.dates)
    assert any("Algemene termijnenwet geldt hier niet" in line for line in told(
        TOO_SHORT, LASTING, SHOWN).dates)  # fmt: skip


def test_a_last_day_that_moves_is_said_in_the_rule() -> None:
    """Two rules that differ only in free days do not read the same."""
    moving = replace(LASTING, regime=Regime.ATW)
    assert rule(moving) == rule(LASTING) + (
        " Valt die laatste dag op een vrije dag, dan schuift die door (Algemene termijnenwet)."
    )


def test_the_same_story_is_told_once() -> None:
    """1.8: two rules broken by one display on the same days: the second points to the first."""
    second = replace(LASTING, id="ook-zes-weken", regime=Regime.ATW)
    ruleset = rules(LASTING, second)
    verdicts = [replace(TOO_SHORT, norm=norm.id) for norm in (LASTING, second)]
    judged = checked(*verdicts, trajectory=SHOWN)
    one = replace(report(), ruleset=ruleset, checked=(judged,))
    text = " ".join(" ".join(report_text(one, "nl", Style())).split())
    assert text.count("duurde het te kort") == 1
    assert "dezelfde gebeurtenissen en dezelfde dagen als bij zes-weken; zie daar." in text
    assert text.count("GESCHONDEN (te kort)") == 2


def test_too_long_is_no_too_early() -> None:
    """`at_longest`: the time between was too long."""
    norm = replace(LASTING, lasts=None, at_longest=Duration(4, Unit.WEEK))
    made = told(replace(TOO_SHORT, due=None, due_latest=None, reckoning=None), norm, SHOWN)
    assert made.label == "geschonden (te lang)"
    assert made.message == (
        "De tijd tussen ‘raadpleging geopend’ (e1, 4 juni 2026) en ‘raadpleging gesloten’ (e2, "
        "14 juli 2026) is langer dan 4 weken."
    )
    assert made.repair == (
        "Dit kan worden overgedaan: eerst ‘raadpleging geopend’, en niet meer dan 4 weken later "
        "‘raadpleging gesloten’ door het college."
    )


def test_a_wait_is_told_with_the_first_good_day() -> None:
    """`wait`: from when it may be done again."""
    norm = replace(LASTING, lasts=None, wait=SIX_WEEKS)
    made = told(TOO_SHORT, norm, SHOWN)
    assert "kwam te vroeg na ‘raadpleging geopend’ (e1, 4 juni 2026)." in made.message
    assert made.message.endswith("De wachttijd is 6 weken: dat mocht pas vanaf 16 juli 2026.")
    assert made.repair == (
        "Dit kan worden overgedaan: ‘raadpleging gesloten’ door het college, op zijn vroegst op "
        "16 juli 2026."
    )


def test_before_the_end_of_a_term() -> None:
    """A moment `X.verstreken` as what had to come first."""
    passed = (MomentPattern(TERM, Edge.PASSED),)
    norm = Precedence(id="na-de-termijn", before=act("besluit.genomen"), must=(passed,))
    one = verdict(
        Kind.PRECEDENCE,
        Word.BROKEN,
        how=How.TOO_EARLY,
        trigger="e4",
        day=MAY_1,
        due=date(2026, 5, 20),
        due_latest=date(2026, 5, 20),
        act="zienswijzetermijn.verstreken",
        evidence=("e4",),
    )
    made = told(one, norm)
    assert made.message == (
        "‘besluit genomen’ (e4, aangenomen, 1 mei 2026) kwam vóór het einde van de "
        "‘zienswijzetermijn’: dat mocht pas vanaf 21 mei 2026."
    )
    assert made.repair == (
        "Dit kan worden overgedaan: ‘besluit genomen’ door het college, op zijn vroegst op 21 mei "
        "2026."
    )


AFTER_THE_TERM = Precedence(
    id="wacht-na-de-termijn",
    before=act("raadpleging.gesloten"),
    must=((MomentPattern(TERM, Edge.PASSED),),),
    wait=Duration(2, Unit.WEEK),
    regime=Regime.CALENDAR,
)
# What the evaluator gives: the term itself reckoned, from the act with which it began.
IN_THE_WAIT = replace(
    TOO_SHORT,
    act="zienswijzetermijn.verstreken",
    trigger="e2",
    day=date(2026, 7, 29),
)
STILL_WAITING = replace(
    SHOWN,
    events=(SHOWN.events[0], event(2, "raadpleging.gesloten", date(2026, 7, 29), "college")),
)


def test_a_wait_after_a_term_is_counted_from_its_last_day() -> None:
    """Two weeks after the end of the term, not the day after that end (law, Omgevingswet 16.40)."""
    made = told(IN_THE_WAIT, AFTER_THE_TERM, STILL_WAITING)
    assert made.message == (
        "‘raadpleging gesloten’ (e2, 29 juli 2026) kwam te vroeg na het einde van de "
        "‘zienswijzetermijn’. De wachttijd is 2 weken: dat mocht pas vanaf 30 juli 2026."
    )
    assert made.repair.endswith("door het college, op zijn vroegst op 30 juli 2026.")
    assert "Na 2 weken is de laatste dag woensdag 29 juli 2026." in made.dates
    waiting = [line for line in made.dates if "moet wachten" in line]
    assert waiting == [
        "Wat op het einde van de termijn moet wachten, kan vanaf donderdag 30 juli 2026."
    ]


def test_a_wait_that_is_reckoned_already_is_not_reckoned_twice() -> None:
    """A reckoning that starts on the last day of the term is the wait itself."""
    own = replace(
        IN_THE_WAIT,
        due=date(2026, 7, 29),
        due_latest=date(2026, 7, 29),
        reckoning=reckon(date(2026, 7, 15), Duration(2, Unit.WEEK), regime=Regime.CALENDAR),
    )
    made = told(own, AFTER_THE_TERM, STILL_WAITING)
    assert "dat mocht pas vanaf 30 juli 2026" in made.message


@pytest.mark.parametrize(
    ("day", "label", "said"),
    [
        (date(2026, 6, 7), "geschonden (te vroeg)", "kwam te vroeg na"),
        (date(2026, 6, 20), "geschonden (te lang)", "is langer dan 8 dagen"),
    ],
)
def test_of_two_lengths_label_and_sentence_tell_the_same(day: date, label: str, said: str) -> None:
    """Not before a week has passed and not after eight days: which of the two was not kept."""
    both = replace(
        LASTING, lasts=None, wait=Duration(7, Unit.DAY), at_longest=Duration(8, Unit.DAY)
    )
    log = replace(SHOWN, events=(SHOWN.events[0], event(2, "raadpleging.gesloten", day, "college")))
    due = date(2026, 6, 11)
    made = told(replace(TOO_SHORT, day=day, due=due, due_latest=due), both, log)
    assert made.label == label
    assert said in made.message


DATES = """
spelregels: "1"
id: dagen
title: Dagen
regulatory_layer: VERORDENING
governs: event_date
acts: {sparen.gevraagd: {}, sparen.begonnen: {}}
norms:
  - {id: lead, before: sparen.begonnen, must: sparen.gevraagd, lead: {date: 1 oktober, year: previous, last_day: before}}
  - {id: wait, before: sparen.begonnen, must: sparen.gevraagd, wait: {date: 1 juli}}
  - {id: lasts, before: sparen.begonnen, must: sparen.gevraagd, lasts: {date: 1 juli}}
  - {id: at_longest, before: sparen.begonnen, must: sparen.gevraagd, at_longest: {date: 1 april}}
"""  # noqa: E501


@pytest.mark.parametrize(
    ("norm", "rule_says", "so", "now"),
    [
        (
            "lead",
            "Vóór ‘sparen begonnen’ moet er eerst zijn: ‘sparen gevraagd’, vóór 1 oktober van het "
            "jaar ervoor.",
            "dat moest uiterlijk op 30 september 2025.",
            "met ‘sparen gevraagd’ vóór 1 oktober van het jaar ervoor.",
        ),
        (
            "wait",
            "‘sparen gevraagd’, en ‘sparen begonnen’ mag pas na 1 juli.",
            "kwam te vroeg: dat mag pas na 1 juli.",
            "‘sparen begonnen’, pas na 1 juli.",
        ),
        (
            "lasts",
            "‘sparen gevraagd’, en ‘sparen begonnen’ mag niet eerder dan 1 juli.",
            "kwam te vroeg: dat mag niet eerder dan 1 juli.",
            "‘sparen begonnen’, niet eerder dan 1 juli.",
        ),
        (
            "at_longest",
            "‘sparen gevraagd’, niet eerder dan 1 april.",
            "‘sparen gevraagd’ (e1, 1 maart 2026) kwam te vroeg: dat mag niet eerder dan 1 april.",
            "‘sparen gevraagd’, niet eerder dan 1 april; daarna ‘sparen begonnen’.",
        ),
    ],
)
def test_a_day_of_the_year_is_told_as_such(
    tmp_path: Path, norm: str, rule_says: str, so: str, now: str
) -> None:
    """Issue 3.2: a calendar date as a term, in the rule, in what was broken and in the repair."""
    path = tmp_path / "dagen.yaml"
    path.write_text(DATES, encoding="utf-8")
    ruleset = load_ruleset(str(path))
    events = (
        event(1, "sparen.gevraagd", date(2026, 3, 1)),
        event(2, "sparen.begonnen", date(2026, 5, 1)),
    )
    shown = replace(TRAJECTORY, events=events)
    one = replace(checked(), trajectory=shown, judgement=judge(ruleset, shown, date(2026, 12, 31)))
    finding = next(f for f in FindingMaker(ruleset, "nl").of(one) if f.norm == norm)
    assert rule_says in finding.rule
    assert so in finding.message
    assert now in finding.repair
