"""What a gate may not say, though each of its parts is well formed."""

from __future__ import annotations

from collections.abc import Collection

from spelregels.language.problems import Problems, listing, suggest
from spelregels.language.surface.base import Name
from spelregels.language.surface.conditions import RoleVehicleIn
from spelregels.language.surface.gates import CountItemIn, GateIn, MetItemIn
from spelregels.model.gates import GatePart


def check_gate(
    gate: GateIn, mendable: Collection[str], problems: Problems, dropped: Collection[str]
) -> None:
    """Note what is wrong with a gate. ``dropped``: names that were refused already."""
    _items(gate, problems, dropped)
    _refusal(gate, problems)
    _terms(gate, problems)
    _repairable(gate, problems, dropped)
    _tied(gate, problems)
    _of_the_request(gate, mendable, problems)
    _roles(gate, problems)


def taken(name: Name, problems: Problems) -> None:
    """Note that the file has a term already with the name of a gate's own."""
    problems.add(
        "double-id",
        name.position,
        f"De termijn {name} hoort bij deze toelating, maar staat ook onder terms.",
        f"The term {name} belongs to this gate, but stands under terms too.",
        expected_nl="een andere naam onder terms",
        expected_en="another name under terms",
    )


def _items(gate: GateIn, problems: Problems, dropped: Collection[str]) -> None:
    parts = [part.value for part in GatePart]
    for item in gate.items:
        if item.id in parts:
            problems.add(
                "gate-part-name",
                item.id.position,
                f"{item.id} is de naam van een vast deel van een toelating.",
                f"{item.id} is the name of a fixed part of a gate.",
                expected_nl=f"een andere naam dan {listing(parts)}",
                expected_en=f"another name than {listing(parts)}",
            )
        says_nothing = isinstance(item, MetItemIn) and item.require is None and item.by is None
        if says_nothing and not dropped:
            problems.add(
                "missing-key",
                item.position,
                f"De eis {item.id} zegt niet wat er nodig is.",
                f"The item {item.id} does not say what is needed.",
                expected_nl="require, by, must of count",
                expected_en="require, by, must or count",
                suggestion="require:",
            )


def _refusal(gate: GateIn, problems: Problems) -> None:
    if gate.within is None or gate.refuses is not None or gate.must_admit:
        return
    problems.add(
        "missing-key",
        gate.at("within"),
        "Op tijd beslissen kan ook met een weigering; noem die onder refuses.",
        "Deciding in time may be done by a refusal too; name it under refuses.",
        expected_nl="refuses: {act: handeling, outcome: uitkomst}",
        expected_en="refuses: {act: act, outcome: outcome}",
        suggestion="refuses:",
    )


def _terms(gate: GateIn, problems: Problems) -> None:
    """What changes a term asks for a term; and nobody is asked to mend less than once."""
    for key in ("extendable", "suspended_by"):
        if getattr(gate, key) is not None and gate.within is None:
            problems.add(
                "missing-key",
                gate.at(key),
                f"{key} verandert een termijn, maar within ontbreekt.",
                f"{key} changes a term, but within is missing.",
                expected_nl="within: 6 weken",
                suggestion="within:",
            )
    if gate.repair is not None and gate.repair.times == 0:
        problems.add(
            "wrong-type",
            gate.repair.at("times"),
            "times moet ten minste 1 zijn.",
            "times must be at least 1.",
            suggestion="1",
        )


def _repairable(gate: GateIn, problems: Problems, dropped: Collection[str]) -> None:
    names = [str(item.id) for item in gate.items]
    for name in (gate.repair.items or ()) if gate.repair else ():
        if str(name) not in (*names, *dropped):
            problems.add(
                "unknown-item",
                name.position,
                f"De eis {name} bestaat niet bij deze toelating.",
                f"The item {name} does not exist in this gate.",
                expected_nl=listing(names),
                suggestion=suggest(name, names),
            )


def _tied(gate: GateIn, problems: Problems) -> None:
    """Counts and rounds are of the whole trajectory: they cannot be tied to one request."""
    loose = [item.at("count") for item in gate.items if isinstance(item, CountItemIn)]
    if gate.repair is not None and gate.repair.times is not None:
        loose.append(gate.repair.at("times"))
    for place in loose if gate.same is not None else ():
        problems.add(
            "not-tied",
            place,
            "Wat geteld wordt, is niet aan één verzoek te binden; met same kan dit niet.",
            "What is counted cannot be tied to one request; this does not go with same.",
            expected_nl="laat same weg (één verzoek per traject), of laat dit weg",
            expected_en="leave out same (one request in a trajectory), or leave this out",
        )


def _of_the_request(gate: GateIn, mendable: Collection[str], problems: Problems) -> None:
    """Some parts weigh the request alone; what else must have happened they cannot weigh."""
    others = [item for item in gate.items if not isinstance(item, MetItemIn)]
    if gate.must_admit and others:
        problems.add(
            "not-of-the-request",
            gate.at("must_admit"),
            f"must_admit kijkt alleen naar het verzoek zelf, maar {others[0].id} gaat over iets "
            "anders.",
            f"must_admit looks at the request alone, but {others[0].id} is about something else.",
            expected_nl="alleen eisen met require of by; schrijf de plicht anders zelf (after)",
            expected_en="items with require or by only; else write the duty yourself (after)",
        )
    for item in others if gate.repair is not None else ():
        if item.id not in mendable:
            problems.add(
                "not-of-the-request",
                item.id.position,
                f"{item.id} is geen gegeven van het verzoek, dus moet het te herstellen zijn.",
                f"{item.id} is no attribute of the request, so it must be one that can be mended.",
                expected_nl=f"{item.id} ook onder items van repair",
                expected_en=f"{item.id} under items of repair too",
            )


def _roles(gate: GateIn, problems: Problems) -> None:
    """Who judges, and who asked, are read as roles by name."""
    given = [gate.by, *(item.by for item in gate.items if isinstance(item, MetItemIn))]
    for by in given:
        if isinstance(by, RoleVehicleIn):
            problems.add(
                "gate-vehicle",
                by.position,
                "Noem hier de rollen zelf; een rechtsvorm past hier niet.",
                "Name the roles themselves here; a legal form does not fit here.",
                expected_nl="een rol, of {any_of: [rol, rol]}",
                expected_en="a role, or {any_of: [role, role]}",
            )
