"""Stages from which no end can be reached."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.ruleset import Machine, Stage
from spelregels.model.verified import CheckRecord, Cited, Place, StageName, Text
from spelregels.model.words import Severity
from spelregels.verify.machine import from_start, reachable
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="fase-zonder-uitgang",
    severity=Severity.WARNING,
    title=Text("Fase zonder uitgang", "Stage without a way out"),
    looks_for=Text(
        "Een fase van waaruit geen einde te bereiken is: er leidt niets verder, of alles leidt in "
        "een kring.",
        "A stage from which no end can be reached: nothing leads on, or all leads round in a "
        "circle.",
    ),
    why=Text(
        "Bewoners weten dan niet wanneer het klaar is. Plichten die tot het einde lopen, blijven "
        "open.",
        "Residents then do not know when it is over. Duties that run until the end stay open.",
    ),
    repair=Text(
        "Schrijf hoe deze fase eindigt: een handeling onder next die naar een einde leidt, of "
        "ends_as als dit zelf een einde is.",
        "Write how this stage ends: an act under next that leads to an end, or ends_as if this is "
        "an end itself.",
    ),
    limits=Text(
        "Een handeling die overal mag en het traject sluit (ends: true), telt hier niet als "
        "uitgang.",
        "An act that may be done anywhere and closes the trajectory (ends: true) is no way out "
        "here.",
    ),
    messages={
        "no_end": Text(
            "De fasen hebben geen einde: bij geen enkele staat ends_as.",
            "The stages have no end: none has ends_as.",
        ),
        "dead": Text(
            "Van {stage} leidt niets verder, en het is ook geen einde.",
            "Nothing leads on from {stage}, and it is no end either.",
        ),
        "circle": Text(
            "Vanuit {stage} is geen einde te bereiken.", "No end can be reached from {stage}."
        ),
    },
    sources=(Cited("Enschede, wijkbudget", "T3"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for a machine without ends, else one where a way runs dead."""
    machine = subject.machine
    if machine is None:
        return
    ends = {stage.id for stage in machine.stages if stage.ends_as is not None}
    if not ends:
        yield Hit(Place("stages"), "no_end", basis=subject.silence)
        return
    for stage, message in _stuck(machine, ends):
        place, values = Place(f"stages/{stage.id}"), {"stage": StageName(stage.id)}
        yield Hit(place, message, values, basis=subject.silence)


def _stuck(machine: Machine, ends: set[str]) -> Iterator[tuple[Stage, str]]:
    """The dead stages; if others are stuck without leading to one of those, the first of them."""
    come = from_start(machine)
    stuck = [s for s in machine.stages if s.id in come and not reachable(machine, [s.id]) & ends]
    dead = {stage.id for stage in stuck if not stage.edges}
    yield from ((stage, "dead") for stage in stuck if stage.id in dead)
    rest = [stage for stage in stuck if not reachable(machine, [stage.id]) & dead]
    if rest:
        yield rest[0], "circle"
