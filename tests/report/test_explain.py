"""The rules read back (issue 1.6): every kind, every field, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from spelregels.model.norms import Norm
from spelregels.model.patterns import NormRef
from spelregels.model.problem import InputRefused
from spelregels.model.words import Kind
from spelregels.report.explain import Explainer, explain_text, sections_json
from spelregels.report.layout import Style
from spelregels.report.lookup import sections_of
from spelregels.report.names import Names
from spelregels.report.phrases import Phrases
from spelregels.report.rules import rule_sentence

from .hand import NORMS, OWN, RULESET

DUTCH = {
    Kind.PRECEDENCE: "Vóór ‘raadpleging geopend’ moet er eerst zijn: ‘informatie gegeven’ door het "
    "college, minstens 2 weken eerder.",
    Kind.RESPONSE: "Na ‘advies uitgebracht’ moet er komen: ‘reactie gegeven’ door het college, "
    "binnen 6 weken. Deze twee horen bij elkaar als bij de tweede onder ‘antwoord op’ de eerste "
    "staat.",
    Kind.ABSENCE: "Tussen ‘raadpleging geopend’ en ‘raadpleging gesloten’ mag dit niet: ‘besluit "
    "genomen’.",
    Kind.REQUIREMENT: "Bij ‘advies niet gevolgd’ moet gelden: ‘motivering’ is ingevuld.",
    Kind.POWER: "Het wijkplatform mag dit doen: ‘budget toegekend’, als ‘bedrag’ hoogstens 5000 "
    "is. Niemand anders mag dit.",
    Kind.RECURRENCE: "Vanaf ‘besluit genomen’ hoort dit telkens opnieuw binnen 2 jaar te "
    "gebeuren: ‘evaluatie gehouden’ door het college.",
    Kind.SEPARATION: "Dezelfde persoon mag dit niet allebei doen: ‘advies uitgebracht’ en "
    "‘besluit genomen’.",
    Kind.THRESHOLD: "Vóór ‘verzoek behandeld’ geldt voor ‘steunbetuiging gedaan’: dit moet "
    "minstens 25 keer gebeuren, en iedere persoon telt één keer.",
    Kind.EXEMPTION: "Dit hoeft niet: ‘verslag gemaakt’. De tekst laat open of het ook verboden is.",
    Kind.STATEMENT: "Het wijkplatform is een redelijke afspiegeling van de wijk.",
}


def test_every_kind_is_read_back() -> None:
    """A kind that is added must be given a sentence here."""
    assert set(DUTCH) == set(NORMS) == set(Kind) - {Kind.STAGE, Kind.STAGE_POWER, Kind.LAW}


@pytest.mark.parametrize("kind", DUTCH)
def test_a_norm_reads_as_a_sentence(kind: Kind) -> None:
    """Read aloud, in plain Dutch."""
    assert rule_sentence(NORMS[kind], Phrases(Names.of(RULESET, "nl"))) == DUTCH[kind]


@pytest.mark.parametrize("kind", DUTCH)
def test_a_norm_reads_in_english(kind: Kind) -> None:
    """No Dutch frame is left in an English sentence."""
    said = rule_sentence(NORMS[kind], Phrases(Names.of(RULESET, "en")))
    assert not {"moet", "mag", "geldt", "hoort", "eerst"} & set(said.split())


def text(language: str = "nl") -> str:
    return "\n".join(explain_text(Explainer(RULESET, language).sections(), Style()))


def test_the_head_of_the_file_is_read_back() -> None:
    """Kind of text, validity, transition law, free days, review, what was encoded, layers."""
    said = text()
    for line in (
        "Soort tekst: spelregels voor de wijk.",
        "Geldig: vanaf 1 januari 2026.",
        "Welke versie telt: de versie die gold op de dag van de eerste gebeurtenis.",
        "Vrije dagen: de tekst zegt niet of een termijn die op een vrije dag eindigt, doorschuift.",
        "Opnieuw bekijken: uiterlijk op 31 december 2029.",
        "Ingevoerd uit de tekst: artikelen 1-6. De rest van de tekst is niet gezien.",
        "Bouwt op: nl/awb.",
        "Wie beslist: de raad.",
        "Waarde van het advies: advies volgen of uitleggen waarom niet.",
        "Niveau van meedoen: informeren.",
        "Na ‘raadpleging geopend’ volgt de fase ‘bewoners praten mee’.",
        "Kan ook, en dan blijft het deze fase: ‘informatie gegeven’.",
        "Einde: besloten.",
        "Past iets niet in de fase, of beslist een ander, dan telt dat als ernstig.",
    ):
        assert line in said, line


def test_everything_that_qualifies_a_norm_is_read_back() -> None:
    """`applies`, `if`, `unless`, `minimum`, `prevails_over`, `in_force`, `why`, bearer, vague."""
    (section,) = sections_of(RULESET, "tijdig-antwoord", "nl")
    said = "\n".join((section.entries[0].text, *section.entries[0].lines))
    for line in (
        "door iemand die de tekst niet noemt, ‘zo spoedig mogelijk’ (preciezer is de tekst niet).",
        "Dit geldt alleen als vóór ‘vraag gesteld’ is gebeurd: ‘raadpleging geopend’ (zolang de "
        "‘zienswijzetermijn’ loopt), en ook als bij ‘uitgebreid’ ja staat.",
        "Dit hoeft niet als op tijd dit is gebeurd: ‘voorstel ingetrokken’.",
        "Een lagere regeling mag alleen strenger zijn.",
        "Gaat vóór op ‘reactie-op-advies’. De toetsing rekent daar nog niet mee.",
        "Dit geldt vanaf 1 januari 2026.",
        "Toelichting: Bewoners moeten weten waar ze aan toe zijn.",
    ):
        assert line in said, line


def test_counting_extension_and_suspension_are_read_back() -> None:
    """How a term is counted and what changes it."""
    (section,) = sections_of(RULESET, "reactie-op-advies", "nl")
    assert section.entries[0].lines[-3:] == (
        "Tellen: de dag na de begindag is dag één; een termijn die op een vrije dag eindigt, "
        "schuift door (Algemene termijnenwet).",
        "Verlengen: dat kan één keer, met 4 weken. Daarvoor is nodig, nog binnen de termijn: "
        "‘verdaging meegedeeld’ door het college.",
        "Stilstaan: de termijn loopt niet van ‘opschorting begonnen’ tot ‘opschorting beeindigd’.",
    )


def test_a_named_term_is_read_back() -> None:
    """When it begins, how long it lasts, what keeps it from beginning."""
    (section,) = sections_of(RULESET, "zienswijzetermijn", "nl")
    (entry,) = section.entries
    assert entry.text == (
        "Begint als dit allemaal is gebeurd: ‘terinzagelegging begonnen’, en ook ‘kennisgeving "
        "gedaan’."
    )
    assert "Begint pas als is voldaan aan: ‘afwijken-met-motivering’." in entry.lines
    assert "Duurt 6 weken." in entry.lines


def test_guarantees_are_never_called_proved() -> None:
    """Issue 1.6: *not yet proved*."""
    assert "nog niet bewezen" in text()
    assert "‘besluit genomen’ is er altijd eerst: ‘raadpleging" in text()


def test_an_unknown_norm_gets_the_nearest_name() -> None:
    """`explain R#norm` with a slip of the pen leads to the norm."""
    with pytest.raises(InputRefused) as refused:
        sections_of(RULESET, "informatie-voraf", "nl")
    (problem,) = refused.value.problems
    assert problem.suggestion == "informatie-vooraf"


def test_the_same_as_data() -> None:
    """JSON of the same sections."""
    norms = sections_json(sections_of(RULESET, "steun", "nl"))
    assert norms[0]["entries"][0]["text"] == DUTCH[Kind.THRESHOLD]  # type: ignore[index]


@pytest.mark.parametrize("kind", DUTCH)
def test_a_file_may_hold_any_norm_alone(kind: Kind) -> None:
    """No kind needs another to be explained."""
    norm: Norm = NORMS[kind]
    alone = replace(RULESET, files=(replace(OWN, norms=(norm,), terms=(), guarantees=()),))
    (section,) = sections_of(alone, norm.id, "en")
    assert section.entries[0].text
    assert NormRef(OWN.id, norm.id).norm == section.entries[0].id
