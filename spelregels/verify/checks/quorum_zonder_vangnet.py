"""A quorum, and nothing on what happens when it is not reached."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Requirement
from spelregels.model.patterns import AllOf, Condition, Test
from spelregels.model.verified import CheckRecord, Cited, Status, Text
from spelregels.model.words import Confidence, Severity, Strength
from spelregels.verify.parts import asked
from spelregels.verify.subject import Hit, Subject, Values
from spelregels.verify.voting import quorums

RECORD = CheckRecord(
    id="quorum-zonder-vangnet",
    severity=Severity.WARNING,
    status=Status.PREVIEW,
    title=Text("Te weinig mensen, en dan?", "Too few people, and then?"),
    looks_for=Text(
        "Een aantal dat aanwezig moet zijn, zonder regel voor als het er minder zijn.",
        "A number that must be present, without a rule for when there are fewer.",
    ),
    why=Text(
        "Wie wegblijft, kan dan elk besluit tegenhouden. De raad kent daarom een tweede oproep "
        "(Gemeentewet 20).",
        "Whoever stays away can then hold up every decision. Hence the second call that the "
        "council has (Municipalities Act 20).",
    ),
    repair=Text(
        "Schrijf wat er dan gebeurt: na een nieuwe oproep telt elk aantal (any_of), of het besluit "
        "gaat naar een ander (unless).",
        "Write what happens then: after a new call any number will do (any_of), or the decision "
        "goes to somebody else (unless).",
    ),
    limits=Text(
        "Alleen bij een gegeven dat met aanwezig, opgekomen of deelgenomen begint, en als de eis "
        "verder geen uitweg heeft (any_of, where, if, applies of unless).",
        "Only at an attribute that begins with aanwezig, opgekomen or deelgenomen, and if the "
        "demand has no way out (any_of, where, if, applies or unless).",
    ),
    messages={
        "stuck": Text(
            "Voor {acts} moeten er genoeg mensen zijn. Wat er gebeurt als het er te weinig zijn, "
            "staat er niet.",
            "For {acts} enough people must be there. What happens if there are too few is not "
            "stated.",
        )
    },
    sources=(Cited("Gemeentewet 20 (de tweede oproep)", confidence=Confidence.DER),),
    national=False,
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each bare quorum."""
    for norm in subject.norms(Requirement):
        if norm.strength is Strength.MUST and _bare(norm):
            plain = set(_plain(norm.require))
            if any(test in plain for test in quorums(norm)):
                values: Values = {"acts": asked((norm.upon,)) or norm.id}
                place = subject.at_norm(norm, "require")
                yield Hit(place, "stuck", values, basis=subject.silence)


def _bare(norm: Requirement) -> bool:
    ways_out = (
        norm.unless,
        norm.if_,
        norm.applies,
        *(getattr(o, "where", None) for o in norm.upon),
    )
    return not any(ways_out)


def _plain(condition: Condition) -> Iterator[Test]:
    """The tests that must hold whatever else does."""
    match condition:
        case Test():
            yield condition
        case AllOf(parts):
            for part in parts:
                yield from _plain(part)
        case _:  # one of several is enough
            pass
