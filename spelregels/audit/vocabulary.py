"""The small fixed vocabulary of random cases. All names differ, so that any may be renamed."""

from __future__ import annotations

from datetime import date
from random import Random

from spelregels.audit.chance import chance, pick
from spelregels.model.patterns import Value
from spelregels.model.ruleset import Act, Attribute, Role
from spelregels.model.terms import Duration
from spelregels.model.words import AttributeType, RoleKind, Unit, Vehicle

GENERAL = ("a.gedaan", "b.gedaan", "c.gedaan", "d.gedaan")
DECISION = "besluit.genomen"
EXTENDING = "verlenging.gemeld"
OPENING = "stilstand.begonnen"
CLOSING = "stilstand.beeindigd"
ENDING = "traject.afgesloten"
WITHDRAWING = "verzoek.ingetrokken"
OUTCOMES = ("aangenomen", "verworpen", "aangehouden")
EXTRA_OUTCOMES = ("volledig", "gedeeltelijk")  # b.gedaan has outcomes too, without being a decision
PERSONS = ("anna", "bram", "carla")

LINK = "antwoord_op"
SAME = "dossier"

ATTRIBUTES: dict[str, Attribute] = {
    "akkoord": Attribute(AttributeType.BOOLEAN),
    "aantal": Attribute(AttributeType.INTEGER),
    SAME: Attribute(AttributeType.ID),
    "zaak": Attribute(AttributeType.ID),
    LINK: Attribute(AttributeType.REF),
    "persoon": Attribute(AttributeType.PERSON),
    "termijn": Attribute(AttributeType.DURATION),
    "einddatum": Attribute(AttributeType.DATE),
    "kanalen": Attribute(AttributeType.TEXT, many=True),
    "soort": Attribute(AttributeType.TEXT, one_of=("groot", "klein")),
}

FACTS: dict[str, Attribute] = {
    "zwaar": Attribute(AttributeType.BOOLEAN),
    "licht": Attribute(AttributeType.BOOLEAN, default=False),
    "omvang": Attribute(AttributeType.INTEGER),
}

ACTS: dict[str, Act] = {
    **{act: Act(act, attributes=ATTRIBUTES) for act in GENERAL},
    "b.gedaan": Act("b.gedaan", attributes=ATTRIBUTES, outcomes=EXTRA_OUTCOMES),
    DECISION: Act(DECISION, attributes=ATTRIBUTES, decision=True, outcomes=OUTCOMES),
    EXTENDING: Act(EXTENDING, attributes=ATTRIBUTES),
    OPENING: Act(OPENING, attributes=ATTRIBUTES),
    CLOSING: Act(CLOSING, attributes=ATTRIBUTES),
    ENDING: Act(ENDING, attributes=ATTRIBUTES, ends=True),
    WITHDRAWING: Act(WITHDRAWING, attributes=ATTRIBUTES),
}

BOUND = "bevoegd_orgaan"
STRANGER = "buitenstaander"  # no norm ever names this role
ROLES: dict[str, Role] = {
    "raad": Role("raad", RoleKind.AUTHORITY),
    "college": Role("college", RoleKind.AUTHORITY, aliases=("b_en_w",)),
    "wijkplatform": Role(
        "wijkplatform", RoleKind.RESIDENTS, vehicle=Vehicle.ART_84, aliases=("wijkraad",)
    ),
    "bewoners": Role("bewoners", RoleKind.RESIDENTS),
    BOUND: Role(BOUND, RoleKind.AUTHORITY, one_of=("raad", "college"), bound_by_header=True),
    "orgaan": Role("orgaan", RoleKind.AUTHORITY, one_of=("raad", "college")),
    STRANGER: Role(STRANGER, RoleKind.PROFESSIONALS),
}
PLAIN_ROLES = ("raad", "college", "wijkplatform", "bewoners", STRANGER)
ALIASES = ("b_en_w", "wijkraad")
NAMED_ROLES = ("raad", "college", "wijkplatform", "bewoners", BOUND, "orgaan")

TOPICS = ("groen", "verkeer")
LISTS = {"eerste": ("groot", "groen", "brief"), "tweede": ("klein", "verkeer", "website")}
MEETINGS = "raadsvergadering"
CLOSURES = "gemeentelijke_sluiting"


_VALUES: dict[str, tuple[Value, ...]] = {
    "akkoord": (True, False),
    "zwaar": (True, False),
    "licht": (True, False),
    "aantal": (0, 1, 2, 3),
    "omvang": (0, 1, 2, 3),
    SAME: ("d1", "d2"),
    "zaak": ("d1", "d2"),
    "persoon": PERSONS,
    "termijn": (
        Duration(3, Unit.DAY),
        Duration(2, Unit.WEEK),
        Duration(6, Unit.WEEK),
        Duration(10, Unit.DAY),
    ),
    "einddatum": (date(2026, 3, 2), date(2026, 7, 1), date(2027, 1, 1)),
    "kanalen": ((), ("brief",), ("brief", "website")),
    "soort": ("groot", "klein"),
    "topic": TOPICS,
}


def value(rng: Random, name: str) -> Value | None:
    """A value of the attribute's type, out of a small domain, so that equal values are common.

    Links are not drawn here: they need the log. ``None`` is *known absent*.
    """
    return None if chance(rng, 0.1) else pick(rng, _VALUES[name])
