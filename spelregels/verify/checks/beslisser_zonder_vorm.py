"""A decider that is no public body, and of which no legal form is named."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.verified import ActName, CheckRecord, Cited, RoleName, Text
from spelregels.model.words import RoleKind, Severity, Vehicle
from spelregels.verify.parts import kind_of, vehicle_of
from spelregels.verify.powers import deciders, empowered
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="beslisser-zonder-vorm",
    severity=Severity.WARNING,
    title=Text("Beslisser zonder rechtsvorm", "Decider without a legal form"),
    looks_for=Text(
        "Bewoners, ambtenaren of een organisatie die een besluit nemen, terwijl er niet staat "
        "waardoor zij dat mogen: mandaat, delegatie of een bestuurscommissie.",
        "Residents, officials or an organisation that take a decision, while it does not say what "
        "lets them: mandate, delegation or an executive committee.",
    ),
    why=Text(
        "Besluiten zijn van raad, college of burgemeester. Een ander kan dat alleen namens hen of "
        "na overdracht. Zonder die vorm is het advies, hoe het ook heet.",
        "Decisions belong to council, executive or mayor. Others can take them only in their name "
        "or after a transfer. Without that form it is advice, whatever it is called.",
    ),
    repair=Text(
        "Geef de rol een vehicle (mandate, delegation, bestuurscommissie), of schrijf een regel "
        "dat eerst een mandaat wordt verleend.",
        "Give the role a vehicle (mandate, delegation, bestuurscommissie), or write a norm that a "
        "mandate is given first.",
    ),
    limits=Text(
        "Staat het mandaat in een andere tekst, dan is dat hier niet te zien. Of een rol van de "
        "soort authority zelf bevoegd is, wordt niet nagegaan.",
        "If the mandate stands in another text, it is not seen here. Whether a role of kind "
        "authority has the power itself is not looked into.",
    ),
    messages={
        "bare": Text(
            "{act} is hier een besluit van {role}. Door welk mandaat of welke overdracht, staat "
            "er niet.",
            "{act} is a decision of {role} here. By what mandate or transfer is not stated.",
        )
    },
    sources=(
        Cited("Gemeentewet 83, 156, 165"),
        Cited("Algemene wet bestuursrecht 10:1-10:5"),
        Cited("Arnhem, Wijkaanpak 2022; Enschede, wijkbudget", "D2"),
        Cited("DSP, De waarde van de wijk 5.3", "T14"),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such role at each place."""
    seen: set[tuple[str, str]] = set()
    for one in deciders(subject):
        kind, vehicle = kind_of(one.role, subject.ruleset), vehicle_of(one.role, subject.ruleset)
        bare = kind is not RoleKind.AUTHORITY and vehicle is Vehicle.NONE
        if bare and (one.at.path, one.role) not in seen and not empowered(one, subject):
            seen.add((one.at.path, one.role))
            values: Values = {"act": ActName(one.act), "role": RoleName(one.role)}
            yield Hit(one.at, "bare", values, basis=subject.silence)
