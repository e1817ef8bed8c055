"""A threshold without a number."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Threshold
from spelregels.model.terms import NotStated
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.parts import acts_of
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="drempel-zonder-getal",
    severity=Severity.WARNING,
    title=Text("Drempel zonder getal", "Threshold without a number"),
    looks_for=Text(
        "Een aantal dat gehaald moet worden (of dat niet gehaald mag worden) zonder getal.",
        "A number that must be reached (or must not be reached) without the number.",
    ),
    why=Text(
        "Wie handtekeningen verzamelt, moet weten hoeveel. Anders bepaalt de ontvanger het "
        "achteraf.",
        "Whoever gathers signatures must know how many. Else the receiver sets it afterwards.",
    ),
    repair=Text(
        "Schrijf het getal op: at_least: 25. Of hoe het wordt uitgerekend: at_least: {share: 1%, "
        "of: kiesgerechtigden}.",
        "Write the number: at_least: 25. Or how it is worked out: at_least: {share: 1%, of: "
        "kiesgerechtigden}.",
    ),
    limits=Text(
        "Een getal dat uitgerekend wordt (een aandeel, het laagste van twee) telt als getal, ook "
        "als een traject het gegeven niet noemt dat ervoor nodig is.",
        "A number that is worked out (a share, the lowest of two) counts as a number, even if a "
        "trajectory does not give the fact that it needs.",
    ),
    messages={
        "least": Text(
            "Er is een minimum aan {acts}, maar het getal staat er niet.",
            "There is a minimum of {acts}, but the number is not stated.",
        ),
        "most": Text(
            "Er is een maximum aan {acts}, maar het getal staat er niet.",
            "There is a maximum of {acts}, but the number is not stated.",
        ),
    },
    sources=(
        Cited("Opsterland, burgerinitiatief", "D20"),
        Cited("Lansingerland 2007, art. 1 onder f-h"),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such count."""
    for norm in subject.norms(Threshold):
        acts = {"acts": tuple(ActName(one.act) for one in acts_of(norm.count))}
        for key, number in (("least", norm.at_least), ("most", norm.at_most)):
            if isinstance(number, NotStated):
                place = subject.at_norm(norm, f"at_{key}")
                yield Hit(place, key, acts, basis=subject.silence)
