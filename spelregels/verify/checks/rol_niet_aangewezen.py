"""A role that is one of several, on both sides, without saying which."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Power
from spelregels.model.patterns import RoleSpec
from spelregels.model.verified import CheckRecord, Cited, Place, RoleName, Text
from spelregels.model.words import Severity
from spelregels.verify.parts import basic_roles, of_government
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="rol-niet-aangewezen",
    severity=Severity.WARNING,
    title=Text("Niet te zien wie het is", "No telling who it is"),
    looks_for=Text(
        "Een rol die als enige iets mag, beslist of adviseert, en die de ene keer van bewoners en "
        "de andere keer van de gemeente is. Wanneer het wie is, staat er niet.",
        "A role that alone may do something, decides or advises, and that at one time is of "
        "residents and at another of the municipality. Who it is when is not stated.",
    ),
    why=Text(
        "Een advies van bewoners is iets anders dan een advies van een ambtenaar. Wie een plan "
        "indient, moet weten wie erover oordeelt.",
        "Advice of residents differs from advice of an official. Whoever files a plan must know "
        "who judges it.",
    ),
    repair=Text(
        "Zeg per dorp, wijk of onderwerp wie het is, of verwijs naar een lijst. Hangt het aan het "
        "bevoegde orgaan, schrijf dan bound_by: competent_authority.",
        "Say for each village, neighbourhood or topic who it is, or refer to a list. If it hangs "
        "on the competent authority, write bound_by: competent_authority.",
    ),
    limits=Text(
        "Alleen rollen met one_of, en alleen als onder die rollen zowel bewoners of deskundigen "
        "als overheid zijn.",
        "Only roles with one_of, and only if among them there are residents or professionals as "
        "well as government.",
    ),
    messages={
        "several": Text(
            "{role} is {members}. Wie van deze het is, staat er niet.",
            "{role} is {members}. Which of these it is, is not stated.",
        )
    },
    sources=(Cited("Westerkwartier, subsidieregeling 2022, art. 1", "D51"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such role of the own file."""
    for role in sorted(set(_named(subject))):
        known = subject.ruleset.roles.get(role)
        at = f"roles/{role}"
        if known is None or not known.one_of or known.bound_by_header:
            continue
        members = sorted(basic_roles(RoleSpec((role,)), subject.ruleset))
        sides = {of_government(one, subject.ruleset) for one in members}
        if len(sides) > 1 and subject.outline.has(at):
            spec = RoleSpec(tuple(members))
            values: Values = {"role": RoleName(role), "members": spec}
            yield Hit(Place(at), "several", values, basis=subject.silence)


def _named(subject: Subject) -> Iterator[str]:
    """The roles that alone may do something, that decide, or that advise."""
    for norm in subject.norms(Power):
        if norm.exclusive and isinstance(norm.by, RoleSpec) and len(norm.by.any_of) == 1:
            yield norm.by.any_of[0]
    for stage in subject.stages():
        power = stage.power
        if power is not None:
            yield from power.advises
            if isinstance(power.decides, RoleSpec) and len(power.decides.any_of) == 1:
                yield power.decides.any_of[0]
