"""One decision that two texts of a town give to different bodies."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Power
from spelregels.model.patterns import RoleSpec
from spelregels.model.verified import ActName, CheckRecord, Cited, Place, RoleName, Text
from spelregels.model.words import Severity
from spelregels.verify.documents import place_in, text_called
from spelregels.verify.machine import at_stage, decided_in
from spelregels.verify.parts import basic_roles
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="twee-teksten-twee-beslissers",
    severity=Severity.WARNING,
    title=Text("Twee teksten, twee beslissers", "Two texts, two deciders"),
    looks_for=Text(
        "Dezelfde beslissing in twee teksten van één gemeente, in elke tekst bij een ander.",
        "The same decision in two texts of one municipality, with somebody else in each.",
    ),
    why=Text(
        "Wie alleen de wijkpagina leest, rekent op iets anders dan wie de regels van de stad "
        "leest. Dat komt pas uit als er al een besluit ligt.",
        "Whoever reads only the neighbourhood's page counts on something else than whoever reads "
        "the rules of the town. That shows only when there is a decision already.",
    ),
    repair=Text(
        "Pas een van de teksten aan, of laat de ene naar de andere verwijzen (extends).",
        "Change one of the texts, or let one refer to the other (extends).",
    ),
    limits=Text(
        "Alleen teksten die samen bekeken worden, met dezelfde gemeente_code, en die op één dag "
        "kunnen gelden. Wie alleen onder een voorwaarde beslist, telt niet mee. ‘De gemeente’ is "
        "met elk orgaan van de gemeente te rijmen.",
        "Only texts that are looked at together, with the same gemeente_code, that can hold on one "
        "day. Whoever decides under a condition only is left out. *The municipality* agrees with "
        "every organ of it.",
    ),
    messages={
        "other": Text(
            "{act} is hier een besluit van {roles}, en in {text} van {others}.",
            "{act} is a decision of {roles} here, and in {text} of {others}.",
        )
    },
    sources=(
        Cited("Arnhem: de stad en het Arnhemse Broek", "D2"),
        Cited("Goes, drie pagina's over het wijkbudget", "D40"),
    ),
)
_ANY_ORGAN = "gemeente"  # the word for a municipality of which the text names no organ


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such decision and each text beside."""
    for other in subject.beside:
        theirs = _deciders(other)
        for act, (roles, at) in _deciders(subject).items():
            others, there = theirs.get(act, (roles, at))
            if roles.isdisjoint(others) and not _vague(roles | others):
                values: Values = {
                    "act": ActName(act),
                    "roles": tuple(map(RoleName, sorted(roles))),
                    "text": text_called(other),
                    "others": tuple(map(RoleName, sorted(others))),
                }
                yield Hit(at, "other", values, beside=(place_in(other, there),))


def _deciders(subject: Subject) -> dict[str, tuple[frozenset[str], Place]]:
    """Per decision everybody who takes it by the own text, whatever the case, and where."""
    found: dict[str, tuple[frozenset[str], Place]] = {}

    def add(act: str, spec: RoleSpec, at: Place) -> None:
        roles, first = found.get(act, (frozenset(), at))
        found[act] = (roles | basic_roles(spec, subject.ruleset), first)

    for stage in subject.stages():
        if stage.power and isinstance(stage.power.decides, RoleSpec):
            for act in decided_in(stage, subject):
                add(act, stage.power.decides, at_stage(stage, "power/decides", subject=subject))
    for norm in subject.norms(Power):
        if isinstance(norm.by, RoleSpec) and not (norm.where or norm.applies or norm.after):
            for act in filter(subject.is_decision, norm.may):
                add(act, norm.by, subject.at_norm(norm, "by"))
    return found


def _vague(roles: frozenset[str]) -> bool:
    return _ANY_ORGAN in roles
