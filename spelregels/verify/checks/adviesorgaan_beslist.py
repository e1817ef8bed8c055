"""An advisory body of article 84 that decides."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.verified import ActName, CheckRecord, Cited, RoleName, Text
from spelregels.model.words import Confidence, Severity, Vehicle
from spelregels.verify.parts import vehicle_of
from spelregels.verify.powers import deciders, empowered
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="adviesorgaan-beslist",
    severity=Severity.ERROR,
    title=Text("Adviesorgaan beslist", "Advisory body decides"),
    looks_for=Text(
        "Een commissie van artikel 84 Gemeentewet (vehicle: art_84) die volgens de tekst besluit.",
        "A committee of article 84 Municipalities Act (vehicle: art_84) that decides by the text.",
    ),
    why=Text(
        "Zo'n commissie adviseert; de wet geeft haar geen beslismacht. De tekst zegt dan twee "
        "dingen tegelijk.",
        "Such a committee advises; the act gives it no power to decide. The text then says two "
        "things at once.",
    ),
    repair=Text(
        "Kies: laat haar adviseren en laat het college of de raad beslissen, of kies een "
        "bestuurscommissie (artikel 83), of verleen eerst een mandaat.",
        "Choose: let it advise and let the executive or council decide, or choose an executive "
        "committee (article 83), or give a mandate first.",
    ),
    limits=Text(
        "Alleen voor rollen waar vehicle: art_84 bij staat.", "Only for roles with vehicle: art_84."
    ),
    messages={
        "decides": Text(
            "{act} is hier een besluit van {role}. Dat is een commissie van artikel 84 "
            "Gemeentewet, en die adviseert alleen.",
            "{act} is a decision of {role} here. That is a committee of article 84 of the "
            "Municipalities Act, which only advises.",
        )
    },
    sources=(
        Cited("Gemeentewet 84", confidence=Confidence.DER),
        Cited("Arnhem, Wijkaanpak 2014", "D1"),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such role at each place."""
    seen: set[tuple[str, str]] = set()
    for one in deciders(subject):
        advises = vehicle_of(one.role, subject.ruleset) is Vehicle.ART_84
        if advises and (one.at.path, one.role) not in seen and not empowered(one, subject):
            seen.add((one.at.path, one.role))
            yield Hit(one.at, "decides", {"act": ActName(one.act), "role": RoleName(one.role)})
