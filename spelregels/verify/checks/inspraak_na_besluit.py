"""Stages in which residents take part, all of them after the decision."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Precedence
from spelregels.model.ruleset import Stage, StageEdge
from spelregels.model.verified import CheckRecord, Cited, StageName, Text
from spelregels.model.words import Level, Severity
from spelregels.verify.machine import at_stage, from_start, reachable
from spelregels.verify.parts import acts_of
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="inspraak-na-besluit",
    severity=Severity.WARNING,
    title=Text("Meepraten pas na het besluit", "Participation only after the decision"),
    looks_for=Text(
        "Fasen waarin bewoners geraadpleegd worden of adviseren, en die allemaal pas na het "
        "besluit komen.",
        "Stages in which residents are consulted or advise, all of which come only after the "
        "decision.",
    ),
    why=Text(
        "Wie pas na het besluit mag meepraten, kan het besluit niet meer veranderen.",
        "Whoever may speak only after the decision can no longer change it.",
    ),
    repair=Text(
        "Zet een fase met raadpleging of advies vóór het besluit. Is het zo bedoeld (een "
        "correctief referendum), schrijf dan een regel die het besluit vooraf eist.",
        "Put a stage with consultation or advice before the decision. If this is the design (a "
        "corrective referendum), write a norm that asks for the decision first.",
    ),
    limits=Text(
        "Is er ook vóór het besluit een fase om mee te praten, dan is het goed: meepraten over "
        "uitvoering en evaluatie mag (Gemeentewet 150). Volgt op het meepraten nog een besluit, "
        "dan zegt deze controle niets: het eerste kan het besluit zijn om te beginnen.",
        "If there is a stage to take part in before the decision too, all is well: taking part in "
        "execution and evaluation is allowed (Municipalities Act 150). If a decision still follows "
        "the taking part, this check says nothing: the first may be the decision to begin.",
    ),
    messages={
        "after": Text(
            "Bewoners doen pas mee in {stage}, en daar komt men alleen na het besluit.",
            "Residents take part only in {stage}, which is reached only after the decision.",
        )
    },
    sources=(
        Cited("Den Haag, inspraak en participatie 2012 (volgens de pers)", "D12"),
        Cited("DSP, De waarde van de wijk 4.2", "T2"),
    ),
)
_LADDER = tuple(Level)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding, at the first stage with participation, when none comes before a decision."""
    machine = subject.machine
    if machine is None:
        return
    before = from_start(machine, lambda edge: _decides(edge, subject))
    come = from_start(machine)
    taking_part = [stage for stage in machine.stages if stage.id in come and _takes_part(stage)]
    if not taking_part or any(stage.id in before for stage in taking_part):
        return
    first = taking_part[0]
    by_id = {stage.id: stage for stage in machine.stages}
    later = [by_id[id_] for id_ in reachable(machine, [first.id])]
    if any(_decides(edge, subject) for stage in later for edge in stage.edges):
        return
    if not _by_design(first, subject):
        place = at_stage(first, "level", "power", subject=subject)
        yield Hit(place, "after", {"stage": StageName(first.id)})


def _decides(edge: StageEdge, subject: Subject) -> bool:
    return subject.is_decision(edge.act)


def _takes_part(stage: Stage) -> bool:
    power = stage.power
    asked = power is not None and bool(power.consulted or power.advises or power.consents)
    high = stage.level is not None and _LADDER.index(stage.level) >= _LADDER.index(Level.RAADPLEGEN)
    return asked and high


def _by_design(stage: Stage, subject: Subject) -> bool:
    """Whether a norm asks that the decision comes first."""
    here = {edge.act for edge in stage.edges} | stage.also
    return any(
        any(one.act in here for one in acts_of(norm.before))
        and any(subject.is_decision(one.act) for p in norm.must for one in acts_of(p))
        for norm in subject.norms(Precedence)
    )
