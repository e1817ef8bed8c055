"""A level of participation that promises more than the powers give."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Power, Precedence, Recurrence, Response
from spelregels.model.patterns import ActPattern, RoleSpec
from spelregels.model.ruleset import Stage
from spelregels.model.verified import CheckRecord, Cited, StageName, Text
from spelregels.model.words import Level, Severity
from spelregels.verify.machine import at_stage
from spelregels.verify.parts import basic_roles, every, of_residents
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="niveau-boven-macht",
    severity=Severity.WARNING,
    title=Text("Niveau belooft meer dan de macht", "Level promises more than the power"),
    looks_for=Text(
        "Een fase die meebeslissen, coproduceren, adviseren of raadplegen heet, terwijl bewoners "
        "in geen enkele fase en geen enkele regel die rol hebben.",
        "A stage called deciding together, co-producing, advising or consulting, while residents "
        "have that part in no stage and no norm at all.",
    ),
    why=Text(
        "Een naam die meer belooft dan er is, wekt verwachtingen die niet uitkomen.",
        "A name that promises more than there is raises expectations that do not come true.",
    ),
    repair=Text(
        "Geef bewoners die rol (decides, consents, advises of consulted), of noem een lager "
        "niveau.",
        "Give residents that part (decides, consents, advises or consulted), or name a lower "
        "level.",
    ),
    limits=Text(
        "Gekeken wordt naar het geheel, niet per fase. Als er niet staat wie beslist, zegt deze "
        "controle niets. Rollen die voor iedereen openstaan (anyone) tellen als bewoners.",
        "It looks at the whole, not stage by stage. Where it is not stated who decides, this "
        "check is silent. Roles open to anyone count as residents.",
    ),
    messages={
        "meebeslissen": Text(
            "{stage} heet meebeslissen, maar bewoners beslissen nergens mee en hoeven nergens in "
            "te stemmen.",
            "{stage} is called deciding together, but residents neither decide nor consent "
            "anywhere.",
        ),
        "coproduceren": Text(
            "{stage} heet coproduceren, maar bewoners hebben nergens een rol als maker of "
            "adviseur.",
            "{stage} is called co-producing, but residents have no part as maker or adviser "
            "anywhere.",
        ),
        "adviseren": Text(
            "{stage} heet adviseren, maar er is geen bewonersrol die adviseert.",
            "{stage} is called advising, but no residents' role advises.",
        ),
        "raadplegen": Text(
            "{stage} heet raadplegen, maar er staat nergens welke bewoners gehoord worden.",
            "{stage} is called consulting, but it says nowhere which residents are heard.",
        ),
    },
    sources=(
        Cited("Arnhem, Wijkaanpak 2022 en Arnhemse Broek", "D2"),
        Cited("DSP, De waarde van de wijk 4.2", "T4"),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each level that is promised and not held, at its first stage."""
    stages = [stage for stage in subject.stages() if stage.ends_as is None]
    for level in reversed(Level):
        if level is Level.INFORMEREN:
            continue
        at = next((stage for stage in stages if stage.level is level), None)
        if at is None or not _powers_told(level, stages):
            continue
        if not _held(level, stages, subject):
            place = at_stage(at, "level", subject=subject)
            yield Hit(place, level.value, {"stage": StageName(at.id)})


def _powers_told(level: Level, stages: list[Stage]) -> bool:
    """Whether the text says who decides in each stage of this level."""
    own = [stage for stage in stages if stage.level is level]
    return all(s.power is not None and isinstance(s.power.decides, RoleSpec) for s in own)


def _held(level: Level, stages: list[Stage], subject: Subject) -> bool:
    roles: set[str] = set()
    for stage in stages:
        if stage.power is None:
            continue
        power = stage.power
        decides = power.decides if isinstance(power.decides, RoleSpec) else None
        roles |= {*basic_roles(decides, subject.ruleset), *power.consents}
        if level is not Level.MEEBESLISSEN:
            roles |= set(power.advises)
        if level is Level.RAADPLEGEN:
            roles |= set(power.consulted)
    roles |= _by_norms(level, subject)
    return any(of_residents(role, subject.ruleset) for role in roles)


def _by_norms(level: Level, subject: Subject) -> set[str]:
    """Roles with a power to decide; below that level: with anything to do at all."""
    found: set[str] = set()
    for norm in subject.own.norms:
        if isinstance(norm, Power):
            decides = any(subject.is_decision(act) for act in norm.may)
            if decides or level is not Level.MEEBESLISSEN:
                found |= basic_roles(norm.by, subject.ruleset)
        elif level is not Level.MEEBESLISSEN and isinstance(
            norm, Precedence | Response | Recurrence
        ):
            for act in every(norm.demands, ActPattern):
                found |= basic_roles(act.by, subject.ruleset)
    return found
