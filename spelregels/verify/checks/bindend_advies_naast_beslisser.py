"""Advice that binds, beside somebody else who decides."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.patterns import RoleSpec
from spelregels.model.verified import CheckRecord, Cited, RoleName, StageName, Text
from spelregels.model.words import Binding, Severity
from spelregels.verify.machine import at_stage
from spelregels.verify.parts import basic_roles
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="bindend-advies-naast-beslisser",
    severity=Severity.WARNING,
    title=Text("Bindend advies naast een beslisser", "Binding advice beside a decider"),
    looks_for=Text(
        "Een fase met een bindend advies van de een, terwijl een ander beslist.",
        "A stage with binding advice by one, while another decides.",
    ),
    why=Text(
        "Bindt het advies echt, dan beslist de adviseur. Beslist het orgaan echt, dan bindt het "
        "advies niet. Een raadslid stemt bovendien zonder last (Gemeentewet 27).",
        "If the advice really binds, the adviser decides. If the body really decides, the advice "
        "does not bind. And a councillor votes without instruction (Municipalities Act 27).",
    ),
    repair=Text(
        "Kies: comply_or_explain (volgen of uitleggen), of laat de adviseur instemmen (consents), "
        "of geef hem de beslissing met een vorm die daarbij past.",
        "Choose: comply_or_explain, or let the adviser consent (consents), or give it the "
        "decision with a legal form that fits.",
    ),
    limits=Text(
        "Alleen waar binding: binding bij de fase staat.",
        "Only where the stage says binding: binding.",
    ),
    messages={
        "binds": Text(
            "In {stage} is het advies bindend, gegeven door {advisers}. Toch is de beslissing "
            "daar van een ander: {decider}.",
            "In {stage} the advice is binding, given by {advisers}. Yet the decision there "
            "belongs to another: {decider}.",
        )
    },
    sources=(
        Cited("Gemeentewet 27"),
        Cited("Arnhem, Wijkaanpak 2014", "D1"),
        Cited("DSP, De waarde van de wijk 5.3", "T14"),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such stage."""
    for stage in subject.stages():
        power = stage.power
        if power is None or power.binding is not Binding.BINDING or not power.advises:
            continue
        if not isinstance(power.decides, RoleSpec):
            continue
        if basic_roles(power.decides, subject.ruleset) <= set(power.advises):
            continue
        values: Values = {
            "stage": StageName(stage.id),
            "advisers": tuple(RoleName(role) for role in power.advises),
            "decider": power.decides,
        }
        yield Hit(at_stage(stage, "power/binding", subject=subject), "binds", values)
