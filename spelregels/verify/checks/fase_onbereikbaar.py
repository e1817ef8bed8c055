"""A stage that no lawful way leads to."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.verified import CheckRecord, Cited, Place, StageName, Text
from spelregels.model.words import Severity
from spelregels.verify.machine import from_start
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="fase-onbereikbaar",
    severity=Severity.ERROR,
    title=Text("Fase waar niemand komt", "Stage that cannot be reached"),
    looks_for=Text(
        "Een fase waar vanaf de eerste fase geen enkele handeling naartoe leidt.",
        "A stage to which no act leads, starting from the first stage.",
    ),
    why=Text(
        "Wat in zo'n fase is geregeld, gebeurt nooit. Meestal is een stap vergeten, of een naam "
        "veranderd.",
        "What is arranged in such a stage never happens. Usually a step was forgotten, or a name "
        "changed.",
    ),
    repair=Text(
        "Schrijf bij een eerdere fase onder next welke handeling hierheen leidt, of haal de fase "
        "weg.",
        "Write under next of an earlier stage which act leads here, or take the stage away.",
    ),
    limits=Text(
        "Er wordt niet gekeken of de regels een weg verbieden die in de fasen wel bestaat.",
        "It does not look at whether the norms forbid a way that the stages have.",
    ),
    messages={
        "unreachable": Text("Geen enkele handeling leidt naar {stage}.", "No act leads to {stage}.")
    },
    sources=(Cited("DSP, De waarde van de wijk 4.2 en 5.3", "T3"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each stage that cannot be reached."""
    if subject.machine is None:
        return
    reached = from_start(subject.machine)
    for stage in subject.stages():
        if stage.id not in reached:
            yield Hit(Place(f"stages/{stage.id}"), "unreachable", {"stage": StageName(stage.id)})
