"""A participation by-law without conditions for the right to challenge."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.verified import CheckRecord, Cited, Place, Text
from spelregels.model.words import Confidence, Severity
from spelregels.verify.bylaws import missing, of_participation
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="verordening-mist-uitdaagrecht",
    severity=Severity.WARNING,
    title=Text("Verordening mist het uitdaagrecht", "By-law leaves out the right to challenge"),
    looks_for=Text(
        "Een participatieverordening van 2025 of later zonder voorwaarden voor het uitdaagrecht: "
        "wanneer inwoners en maatschappelijke partijen een taak van de gemeente kunnen uitvoeren.",
        "A participation by-law of 2025 or later without conditions for the right to challenge: "
        "when residents and civil organisations can carry out a task of the municipality.",
    ),
    why=Text(
        "Artikel 150 lid 3 van de Gemeentewet vraagt om die voorwaarden. De wet geeft niemand "
        "recht op een ja, en noemt geen termijn.",
        "Article 150 paragraph 3 of the Municipalities Act asks for those conditions. The act "
        "gives nobody a right to a yes, and names no term.",
    ),
    repair=Text(
        "Schrijf op wie mag uitdagen, bij welke taken, wie beslist en binnen welke tijd. Of zet "
        "bij covers in welk artikel het staat.",
        "Write down who may challenge, for which tasks, who decides and within what time. Or "
        "write the article where it stands under covers.",
    ),
    limits=Text(
        "Alleen voor een verordening die zegt dat zij op artikel 150 Gemeentewet rust "
        "(legal_basis) en wat zij regelt (covers). Of een andere verordening dit regelt, is niet "
        "te zien. Of de voorwaarden goed zijn, ook niet.",
        "Only for a by-law that says it rests on article 150 of the Municipalities Act "
        "(legal_basis) and what it settles (covers). Whether another by-law settles this cannot "
        "be seen, nor whether the conditions are good.",
    ),
    messages={
        "missing": Text(
            "Onder welke voorwaarden inwoners en maatschappelijke partijen een taak van de "
            "gemeente kunnen uitvoeren, staat er niet. Artikel 150 lid 3 van de Gemeentewet "
            "vraagt dat wel.",
            "Under what conditions residents and civil organisations can carry out a task of the "
            "municipality is not stated. Article 150 paragraph 3 of the Municipalities Act asks "
            "for it.",
        )
    },
    sources=(
        Cited("Gemeentewet 150 lid 3 (tekst van 1 oktober 2026)"),
        Cited(
            "wetgevingswerken.nl: het is een plicht om voorwaarden te stellen",
            confidence=Confidence.SEC,
        ),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """At most one finding for the file."""
    if of_participation(subject):
        for basis, _ in missing(subject, ("uitdaagrecht",)):
            at = Place("covers/uitdaagrecht" if "uitdaagrecht" in subject.own.covers else "covers")
            yield Hit(at, "missing", basis=basis)
