"""Numbers, exceptions, stages, power and rules, sentence by sentence (issue 1.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from spelregels.model.norms import Exemption, Norm, Power, Precedence, Response, Threshold
from spelregels.model.patterns import ActPattern, Op, RoleSpec, Test
from spelregels.model.ruleset import Role
from spelregels.model.terms import NotStated, Vague
from spelregels.model.words import (
    How,
    Kind,
    RoleKind,
    Word,
)
from spelregels.report.findings import FindingMaker
from spelregels.report.names import Names
from spelregels.report.phrases import Phrases
from spelregels.report.rules import rule_sentence

from .hand import (
    COLLEGE,
    EVENTS,
    FILE,
    NORMS,
    OWN,
    RULESET,
    TRAJECTORY,
    act,
    checked,
    event,
    verdict,
)
from .saying import MAY_1, rules, told

SUPPORT = tuple(
    event(10 + i, "steunbetuiging.gedaan", date(2026, 4, i), by=f"p-{i}") for i in range(1, 4)
)
WITH_SUPPORT = replace(TRAJECTORY, events=(*EVENTS, *SUPPORT))


def test_a_number_says_how_many_of_how_many() -> None:
    """How many there were, how many there had to be, how many more are needed."""
    one = verdict(
        Kind.THRESHOLD,
        Word.BROKEN,
        how=How.TOO_FEW,
        trigger="e4",
        day=MAY_1,
        evidence=("e4", *(e.id for e in SUPPORT)),
    )
    made = told(one, replace(NORMS[Kind.THRESHOLD], before=act("besluit.genomen")), WITH_SUPPORT)
    assert made.message == (
        "Vóór ‘besluit genomen’ (e4, aangenomen, 1 mei 2026) is 3 keer geteld: ‘steunbetuiging "
        "gedaan’ (iedere persoon telt één keer). Dat moet minstens 25 keer zijn."
    )
    assert made.repair == (
        "Nog nodig, 22 keer: ‘steunbetuiging gedaan’. Daarna kan dit worden overgedaan: ‘besluit "
        "genomen’ door het college."
    )


def test_a_ceiling_says_how_many_more_there_may_be() -> None:
    """Open: nothing is needed, only no more than so many."""
    norm = Threshold(id="hoogstens", count=act("steunbetuiging.gedaan"), at_most=4)
    one = verdict(Kind.THRESHOLD, Word.OPEN, evidence=tuple(e.id for e in SUPPORT))
    made = told(one, norm, WITH_SUPPORT)
    assert made.message == (
        "In dit traject is tot nu toe 3 keer geteld: ‘steunbetuiging gedaan’. Dat mag hoogstens "
        "4 keer zijn."
    )
    assert made.repair == "Hoogstens nog 1 keer: ‘steunbetuiging gedaan’."
    assert told(one, replace(norm, at_most=3), WITH_SUPPORT).repair == (
        "Niet nog een keer: ‘steunbetuiging gedaan’."
    )


def test_a_term_that_stands_still_has_no_last_day() -> None:
    """Open and suspended: that is said instead of a day, or of the end of the trajectory."""
    one = verdict(Kind.RESPONSE, Word.OPEN, how=How.SUSPENDED, trigger="e3", act="reactie.gegeven")
    assert told(one, NORMS[Kind.RESPONSE]).message == (
        "Na ‘advies uitgebracht’ (e3, 20 april 2026) moet nog komen: ‘reactie gegeven’ door het "
        "college. De termijn staat nu stil, dus er is nog geen laatste dag."
    )


def test_an_exemption_is_named() -> None:
    """Excused by a rule: which rule."""
    spared = Exemption(id="geen-reactie-bij-spoed", need_not=act("reactie.gegeven"))
    one = verdict(Kind.RESPONSE, Word.EXCUSED, trigger="e3", act="reactie.gegeven")
    assert told(one, NORMS[Kind.RESPONSE], TRAJECTORY, spared).message == (
        "‘reactie gegeven’ door het college: dit hoefde niet, want er geldt een uitzondering: "
        "‘geen-reactie-bij-spoed’."
    )


def test_a_ban_that_is_excused_is_not_called_a_duty() -> None:
    """Excused by an event: which event."""
    one = verdict(
        Kind.ABSENCE, Word.EXCUSED, trigger="e4", act="besluit.genomen", evidence=("e4", "e2")
    )
    ban = replace(NORMS[Kind.ABSENCE], unless=act("raadpleging.geopend"))
    assert told(one, ban).message == (
        "Voor ‘besluit genomen’ (e4, aangenomen, 1 mei 2026) geldt een uitzondering: ‘raadpleging "
        "geopend’ (e2, 10 maart 2026)."
    )


def test_no_longer_due_says_why() -> None:
    """The end discharges."""
    one = verdict(Kind.RESPONSE, Word.NO_LONGER_DUE, trigger="e3", act="reactie.gegeven")
    assert told(one, NORMS[Kind.RESPONSE]).message == (
        "‘reactie gegeven’ door het college: dit hoeft niet meer, want het traject is geëindigd."
    )


def test_one_person_is_meant_and_none_is_named() -> None:
    """Separation: the acts, never who."""
    one = verdict(Kind.SEPARATION, Word.BROKEN, how=How.SAME_PERSON, evidence=("e3", "e4"))
    log = replace(TRAJECTORY, events=tuple(replace(e, by="jansen", roles=()) for e in EVENTS))
    made = told(one, NORMS[Kind.SEPARATION], log)
    assert made.message == (
        "Dit is door dezelfde persoon gedaan: ‘advies uitgebracht’ (e3, 20 april 2026) en ‘besluit "
        "genomen’ (e4, aangenomen, 1 mei 2026)."
    )
    assert made.repair == "Een van beide kan worden overgedaan door iemand anders."
    assert "jansen" not in f"{made}"


def test_power_in_a_stage_names_the_stage_that_the_act_was_found_in() -> None:
    """`@power` goes with `@stage` of the same event: who decides there."""
    stage = verdict(Kind.STAGE, Word.KEPT, trigger="e4", stage="open", act="besluit.genomen")
    power = verdict(
        Kind.STAGE_POWER, Word.BROKEN, how=How.NO_POWER, trigger="e4", act="besluit.genomen"
    )
    made = FindingMaker(RULESET, "nl").of(checked(power, stage))[0]
    assert made.message == (
        "‘besluit genomen’ (e4, aangenomen, 1 mei 2026) is gedaan door het college. De beslissing "
        "in de fase ‘bewoners praten mee’ ligt bij de raad."
    )
    (alone,) = FindingMaker(RULESET, "nl").of(checked(power))
    assert alone.message.endswith("De beslissing ligt bij de raad.")


def test_an_act_in_an_unknown_stage_fits_in_none() -> None:
    """Several stages possible, and it fits in none: no *onbekende fase*, nothing promised."""
    one = verdict(Kind.STAGE, Word.BROKEN, how=How.NOT_PERMITTED_HERE, trigger="e5")
    (made,) = FindingMaker(RULESET, "nl").of(checked(one))
    assert made.message.endswith("past in geen van de fasen waarin het traject kan zijn.")
    assert made.repair == "Breng het traject eerst in de goede fase; dat is aan het college."


def test_what_another_did_does_not_count() -> None:
    """By the wrong role: what was there, and what is still needed."""
    one = verdict(
        Kind.PRECEDENCE,
        Word.BROKEN,
        how=How.WRONG_ROLE,
        trigger="e2",
        act="informatie.gegeven",
        evidence=("e2", "e1"),
    )
    log = replace(TRAJECTORY, events=(replace(EVENTS[0], roles=("raad",)), *EVENTS[1:]))
    made = told(one, NORMS[Kind.PRECEDENCE], log)
    assert made.message == (
        "‘raadpleging geopend’ (e2, 10 maart 2026) gebeurde, maar dit was er toen nog niet: "
        "‘informatie gegeven’ door het college. Wat een ander deed, telt niet mee: ‘informatie "
        "gegeven’ (e1, 1 maart 2026)."
    )
    assert made.repair == (
        "Nu nog nodig: ‘informatie gegeven’ door het college. Daarna (minstens 2 weken later) kan "
        "dit worden overgedaan: ‘raadpleging geopend’ door het college."
    )


def test_every_alternative_is_named() -> None:
    """`any_of`: none of these was there, not only the first one."""
    either = (ActPattern("informatie.gegeven"), ActPattern("kennisgeving.gedaan", COLLEGE))
    norm = Precedence(id="iets-vooraf", before=act("besluit.genomen"), must=(either,))
    one = verdict(
        Kind.PRECEDENCE, Word.BROKEN, how=How.MISSING, trigger="e4", act="informatie.gegeven"
    )
    assert told(one, norm).message.endswith(
        "maar dit was er toen nog niet: ‘informatie gegeven’ of ‘kennisgeving gedaan’ door het "
        "college."
    )


def test_all_that_came_too_late_is_one_sentence_in_the_singular() -> None:
    """Several events of the right kind, none before: one subject, one verb."""
    one = verdict(
        Kind.PRECEDENCE,
        Word.BROKEN,
        how=How.OUT_OF_ORDER,
        trigger="e2",
        act="informatie.gegeven",
        evidence=("e2", "e3", "e4", "e5", "e1"),
    )
    acts = ("advies.uitgebracht", "besluit.genomen", "reactie.gegeven", "informatie.gegeven")
    asked = tuple(ActPattern(name) for name in acts)
    assert told(one, replace(NORMS[Kind.PRECEDENCE], must=(asked,))).message == (
        "‘raadpleging geopend’ (e2, 10 maart 2026) kwam niet ná ‘advies uitgebracht’ (e3, 20 april "
        "2026), ‘besluit genomen’ (e4, aangenomen, 1 mei 2026), ‘reactie gegeven’ (e5, 30 juni "
        "2026) of 1 andere, en dat moest wel."
    )


RULES_READ: list[tuple[Norm, str]] = [
    (
        replace(NORMS[Kind.PRECEDENCE], lead=NotStated()),
        "Vóór ‘raadpleging geopend’ moet er eerst zijn: ‘informatie gegeven’ door het college, "
        "maar de tekst zegt niet hoeveel tijd daartussen moet zitten.",
    ),
    (
        replace(NORMS[Kind.PRECEDENCE], lead=Vague("tijdig")),
        "Vóór ‘raadpleging geopend’ moet er eerst zijn: ‘informatie gegeven’ door het college, en "
        "wel ‘tijdig’ (preciezer is de tekst niet).",
    ),
    (
        replace(NORMS[Kind.PRECEDENCE], clear_days=True, last_counts=True),
        "Vóór ‘raadpleging geopend’ moet er eerst zijn: ‘informatie gegeven’ door het college, "
        "minstens 2 weken eerder (met zo veel hele dagen ertussen), waarbij de laatste keer telt.",
    ),
    (
        replace(NORMS[Kind.PRECEDENCE], lead=None, times=3),
        "Vóór ‘raadpleging geopend’ moet er eerst zijn: ‘informatie gegeven’ door het college, "
        "minstens 3 keer.",
    ),
    (
        Power(id="x", may=("budget.toegekend",), by=RoleSpec(("bewoners",))),
        "De bewoners mogen dit doen: ‘budget toegekend’.",
    ),
    (
        Power(id="x", may=("budget.toegekend",), by=NotStated()),
        "Dit mag, en de tekst zegt niet door wie: ‘budget toegekend’.",
    ),
    (
        replace(NORMS[Kind.RESPONSE], within=None, link=None),
        "Na ‘advies uitgebracht’ moet er komen: ‘reactie gegeven’ door het college, voordat het "
        "traject eindigt.",
    ),
]


@pytest.mark.parametrize(("norm", "text"), RULES_READ)
def test_a_rule_reads_well(norm: Norm, text: str) -> None:
    """Options and holes of the text, in good Dutch."""
    bewoners = Role("bewoners", RoleKind.RESIDENTS)
    ruleset = replace(rules(norm), roles={**RULESET.roles, "bewoners": bewoners})
    assert rule_sentence(norm, Phrases(Names.of(ruleset, "nl"))) == text


def test_conditions_of_a_whole_file_stand_in_the_rule_of_a_finding() -> None:
    """`applies` of the file: a reader of one finding does not see the file."""
    file = replace(OWN, applies=Test("uitgebreid", Op.IS, True), norms=(NORMS[Kind.ABSENCE],))
    one = verdict(Kind.ABSENCE, Word.BROKEN, how=How.FORBIDDEN, trigger="e4")
    (made,) = FindingMaker(replace(RULESET, files=(file,)), "nl").of(checked(one))
    assert made.rule.endswith(" Dit geldt alleen als bij ‘uitgebreid’ ja staat.")


def test_a_long_id_does_not_drown_the_sentence() -> None:
    """An address as id stands whole in what happened, and short in the sentence."""
    long = "https://zaken.voorbeeld.nl/statussen/cac67e42-720f-5729-ab9a-9b1be0770531"
    events = (replace(EVENTS[3], id=long),)
    one = verdict(Kind.ABSENCE, Word.BROKEN, how=How.FORBIDDEN, trigger=long)
    made = told(one, NORMS[Kind.ABSENCE], replace(TRAJECTORY, events=events))
    assert "(…e0770531, aangenomen, 1 mei 2026)" in made.message
    assert long in made.happened[0]
    assert made.trigger == long


def test_a_response_norm_in_both_languages() -> None:
    """The same sentence parts exist in English."""
    one = verdict(Kind.RESPONSE, Word.OPEN, trigger="e3", act="reactie.gegeven", due=MAY_1)
    made = told(replace(one, due_latest=MAY_1), NORMS[Kind.RESPONSE], language="en")
    assert isinstance(NORMS[Kind.RESPONSE], Response)
    assert made.message == (
        "After ‘advies uitgebracht’ (e3, 20 April 2026) this must still come: ‘reactie gegeven’ by "
        "the executive, on 1 May 2026 at the latest."
    )
    assert FILE in made.layer
