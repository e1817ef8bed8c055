"""A participation by-law that leaves out preparation, execution or evaluation."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.verified import CheckRecord, Cited, Place, Text
from spelregels.model.words import Confidence, Severity
from spelregels.verify.bylaws import PHASES, missing, of_participation
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="verordening-mist-fase",
    severity=Severity.WARNING,
    title=Text("Verordening mist een fase", "By-law leaves out a phase"),
    looks_for=Text(
        "Een participatieverordening van 2025 of later die niet zegt hoe inwoners meedoen bij de "
        "voorbereiding, de uitvoering of de evaluatie van beleid.",
        "A participation by-law of 2025 or later that does not say how residents take part in the "
        "preparation, the execution or the evaluation of policy.",
    ),
    why=Text(
        "Sinds 1 januari 2025 vraagt artikel 150 van de Gemeentewet dat de verordening alle drie "
        "regelt. Hoe, mag de raad zelf kiezen.",
        "Since 1 January 2025 article 150 of the Municipalities Act asks that the by-law settles "
        "all three. How is for the council to choose.",
    ),
    repair=Text(
        "Regel wat ontbreekt, of zet bij covers in welk artikel het staat.",
        "Settle what is missing, or write the article where it stands under covers.",
    ),
    limits=Text(
        "Alleen voor een verordening die zegt dat zij op artikel 150 Gemeentewet rust "
        "(legal_basis) en wat zij regelt (covers). Of een andere verordening dit regelt, is niet "
        "te zien. Oudere verordeningen: zie inspraakverordening-na-overgang.",
        "Only for a by-law that says it rests on article 150 of the Municipalities Act "
        "(legal_basis) and what it settles (covers). Whether another by-law settles this cannot "
        "be seen. Older by-laws: see inspraakverordening-na-overgang.",
    ),
    messages={
        "missing": Text(
            "Hoe inwoners en belanghebbenden meedoen bij {what} van beleid, staat er niet. "
            "Artikel 150 van de Gemeentewet vraagt dat wel.",
            "How residents and interested parties take part in {what} of policy is not stated. "
            "Article 150 of the Municipalities Act asks for it.",
        )
    },
    sources=(
        Cited("Gemeentewet 150 lid 1 (tekst van 1 oktober 2026)"),
        Cited("een andere verordening telt niet mee: eigen lezing", confidence=Confidence.DER),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for all phases that were looked for in vain, one for those nobody saw."""
    if not of_participation(subject):
        return
    for basis, phases in missing(subject, tuple(PHASES)):
        what = tuple(PHASES[phase] for phase in phases)
        yield Hit(Place("covers"), "missing", {"what": what}, basis=basis)
