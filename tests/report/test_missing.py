"""What a source does not show, and what is told together (issues 1.6 and 1.8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from spelregels.model.trajectory import When
from spelregels.model.verdict import Remark, Unknown, Verdict
from spelregels.model.words import (
    Certainty,
    How,
    Kind,
    Precision,
    Word,
)
from spelregels.report.findings import FindingMaker
from spelregels.report.layout import Style
from spelregels.report.names import Names
from spelregels.report.text import remark_text, report_text

from .hand import (
    EVENTS,
    NORMS,
    OWN,
    RULESET,
    TRAJECTORY,
    checked,
    event,
    report,
    verdict,
)
from .saying import MAY_1, told


def unknown(how: How, identifier: str, name: str) -> Verdict:
    why = (Unknown(how, identifier, name),)
    return verdict(Kind.REQUIREMENT, Word.CANNOT_TELL, how=how, trigger="e3", unknowns=why)


def test_what_the_source_does_show_is_not_called_unrecorded() -> None:
    """1.8: *houdt niet bij* never stands under the very thing the source shows."""
    shown = told(unknown(How.NOT_RECORDED, "", "advies.uitgebracht"), NORMS[Kind.REQUIREMENT])
    assert shown.missing[0].text == (
        "de bron laat niet elke keer ‘advies uitgebracht’ zien; of er nog een was, is niet bekend"
    )
    absent = told(unknown(How.NOT_RECORDED, "", "vraag.gesteld"), NORMS[Kind.REQUIREMENT])
    assert absent.missing[0].text == (
        "de bron houdt ‘vraag gesteld’ niet bij; of het is gebeurd, is dus niet bekend"
    )


PLANNED = replace(TRAJECTORY, events=(*EVENTS[:4], replace(EVENTS[4], certainty=Certainty.PLANNED)))


def test_a_planned_event_is_called_planned() -> None:
    """1.8: with its date; whether it took place is not known; never *niet bijgehouden*."""
    made = told(
        unknown(How.NOT_RECORDED, "e5", "reactie.gegeven"), NORMS[Kind.REQUIREMENT], PLANNED
    )
    assert made.missing[0].text == (
        "‘reactie gegeven’ (e5, gepland: 30 juni 2026) was gepland; of het is doorgegaan, is niet "
        "bekend"
    )


def test_a_group_keeps_the_date_and_the_word_planned() -> None:
    """1.8: what is told together says what it is about."""
    why = (Unknown(How.NOT_RECORDED, "e5", "reactie.gegeven"),)
    hanging = [
        verdict(kind, Word.CANNOT_TELL, how=How.NOT_RECORDED, unknowns=why, trigger=trigger)
        for kind, trigger in ((Kind.PRECEDENCE, "e5"), (Kind.REQUIREMENT, "e4"))
    ]
    judged = checked(*hanging, trajectory=PLANNED)
    one = replace(report(), checked=(judged,))
    text = " ".join(" ".join(report_text(one, "nl", Style())).split())
    assert "2 keer om dezelfde reden" in text
    assert "‘reactie gegeven’ (e5, gepland: 30 juni 2026) was gepland" in text
    assert (
        "30 juni 2026: ‘reactie gegeven’ (e5), door het college (gepland; of het is doorgegaan, is "
        "niet bekend)" in text
    )


def test_an_end_that_is_shown_once_is_not_called_unrecorded() -> None:
    """M9: a remark about an end the source does not fully record."""
    names = Names.of(RULESET, "nl", TRAJECTORY)
    shown = remark_text(Remark("end_not_recorded", "besluit.genomen"), names)
    assert shown == (
        "De bron laat niet elke keer ‘besluit genomen’ zien. We gaan ervan uit dat dit verder niet "
        "is gebeurd."
    )
    absent = remark_text(Remark("end_not_recorded", "voorstel.ingetrokken"), names)
    assert absent.startswith("De bron houdt ‘voorstel ingetrokken’ niet bij.")


UNKNOWNS: Mapping[tuple[How, str, str], str] = {
    (How.NOT_STATED, "", "term"): "de tekst noemt geen termijn",
    (How.NOT_STATED, "", "number"): "de tekst noemt geen aantal",
    (How.NOT_STATED, "", "governs"): (
        "de tekst zegt niet welke versie van de regels geldt voor wat al liep"
    ),
    (How.NOT_STATED, "e4", "decides"): "de tekst zegt niet wie hier beslist",
    (How.NOT_STATED, "e4", "verslag.gemaakt"): ("de tekst laat open of dit mag: ‘verslag gemaakt’"),
    (How.NOT_STATED, "e3", "termijn"): (
        "bij ‘advies uitgebracht’ (e3, 20 april 2026) is niets gezegd over ‘termijn’"
    ),
    (How.FACT_UNKNOWN, "e3", "by"): (
        "het is niet bekend wie dit deed: ‘advies uitgebracht’ (e3, 20 april 2026)"
    ),
    (How.FACT_UNKNOWN, "e3", "as"): (
        "het is niet bekend in welke rol dit is gedaan: ‘advies uitgebracht’ (e3, 20 april 2026)"
    ),
    (How.FACT_UNKNOWN, "e3", "outcome"): (
        "de uitkomst van ‘advies uitgebracht’ (e3, 20 april 2026) is niet bekend"
    ),
    (How.FACT_UNKNOWN, "", "uitgebreid"): "het gegeven ‘uitgebreid’ is niet bekend",
    (How.FACT_UNKNOWN, "", "competent_authority"): (
        "het is niet bekend welk orgaan in dit traject bevoegd is"
    ),
    (How.FACT_UNKNOWN, "", "raad"): ("het is niet bekend wie in dit traject optreedt als de raad"),
    (How.ORDER_UNKNOWN, "e3", "advies.uitgebracht"): (
        "de bron zegt niet of ‘advies uitgebracht’ (e3, 20 april 2026) eerder of later was dan de "
        "rest"
    ),
    (How.DATE_UNKNOWN, "e6", "vraag.gesteld"): (
        "de datum van ‘vraag gesteld’ (e6, dag onbekend) is niet bekend"
    ),
    (How.DATE_UNKNOWN, "", "valid_from"): (
        "de dag waarop deze regels ingingen, is niet precies bekend"
    ),
}


@pytest.mark.parametrize("key", UNKNOWNS)
def test_what_is_missing_is_named(key: tuple[How, str, str]) -> None:
    """Every hole that the evaluator names is a sentence of its own, not an id."""
    undated = replace(event(6, "vraag.gesteld", MAY_1), at=When(Precision.UNKNOWN))
    log = replace(TRAJECTORY, events=(*EVENTS, undated))
    assert told(unknown(*key), NORMS[Kind.REQUIREMENT], log).missing[0].text == UNKNOWNS[key]


def test_the_same_of_two_versions_is_told_once() -> None:
    """1.8: an undated event is asked by both versions of the Awb; the text says so in one line."""
    older = replace(OWN, valid_from=date(2005, 7, 1), valid_to=date(2025, 12, 31))
    ruleset = replace(RULESET, files=(older, OWN))
    why = (Unknown(How.DATE_UNKNOWN, "e3"),)
    both = [
        verdict(
            kind,
            Word.CANNOT_TELL,
            how=How.DATE_UNKNOWN,
            unknowns=why,
            trigger="e3",
            version=version,
        )
        for kind in (Kind.PRECEDENCE, Kind.REQUIREMENT)
        for version in ("2005-07-01", "2026-01-01")
    ]
    judged = checked(*both)
    judged = replace(judged, judgement=replace(judged.judgement, undetermined=4))
    text = " ".join(
        " ".join(report_text(replace(report(), ruleset=ruleset, checked=(judged,)), "nl", Style()))
        .split()
    )  # fmt: skip
    assert "2 keer om dezelfde reden" in text
    assert "; 2 keer niet te zeggen." in text
    assert "2× niet te zeggen" in text
    assert text.count("versies van 1 juli 2005 en 1 januari 2026") == 2
    assert len(FindingMaker(ruleset, "nl").of(judged)) == 4  # JSON stays complete

    alone = checked(*both[:2])
    text = " ".join(
        " ".join(report_text(replace(report(), ruleset=ruleset, checked=(alone,)), "nl", Style()))
        .split()
    )  # fmt: skip
    assert "dezelfde reden" not in text
    assert "Dit geldt voor de versies van 1 juli 2005 en 1 januari 2026." in text


def test_many_events_that_lack_one_fact_are_told_together() -> None:
    """1.8: fifty plans without a ceiling are one line with fifty events, not fifty paragraphs."""
    events = tuple(event(i, "advies.niet_gevolgd", date(2026, 1, i)) for i in range(1, 21))
    log = replace(TRAJECTORY, events=events)
    missing = [
        verdict(
            Kind.REQUIREMENT,
            Word.CANNOT_TELL,
            how=How.FACT_UNKNOWN,
            trigger=one.id,
            day=one.at.day,
            unknowns=(Unknown(How.FACT_UNKNOWN, one.id, "motivering"),),
            evidence=(one.id,),
        )
        for one in events
    ]
    one = replace(report(), checked=(checked(*missing, trajectory=log),))
    text = " ".join(" ".join(report_text(one, "nl", Style())).split())
    assert "NIET TE ZEGGEN 20 keer om dezelfde reden" in text
    assert text.count("‘motivering’ van deze gebeurtenissen is niet bekend.") == 1
    assert "12 januari 2026: ‘advies niet gevolgd’ (e12) en nog 8" in text
