"""A text that leaves open whether something need not be done or may not be done."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Exemption
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.parts import acts_of
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="vrijstelling-of-verbod",
    severity=Severity.WARNING,
    title=Text("Hoeft niet of mag niet", "Need not or must not"),
    looks_for=Text(
        "Een uitzondering als ‘wordt niet toegepast’, waarvan niet duidelijk is of het niet hoeft "
        "of niet mag.",
        "An exception such as ‘is not applied’, of which it is not clear whether it need not or "
        "must not be done.",
    ),
    why=Text(
        "Een bestuur dat het toch doet, handelt volgens de ene lezing netjes en volgens de andere "
        "verboden.",
        "An authority that does it anyway acts well by one reading and breaks the rule by the "
        "other.",
    ),
    repair=Text(
        "Schrijf ‘hoeft niet’ (need_not) of ‘mag niet’ (never).",
        "Write ‘need not’ (need_not) or ‘must not’ (never).",
    ),
    limits=Text(
        "Alleen waar de regel zelf zegt dat het open is (not_stated: [need_not, must_not]).",
        "Only where the norm itself says that it is open (not_stated: [need_not, must_not]).",
    ),
    messages={
        "open": Text(
            "Of {acts} hier niet hoeft of niet mag, staat er niet.",
            "Whether {acts} need not or must not be done here, is not stated.",
        )
    },
    sources=(Cited("Eindhoven 2023, art. 2 lid 3; model VNG 2004, art. 2 lid 3", "D4"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each exception that is open."""
    for norm in subject.norms(Exemption):
        if norm.may_be_ban:
            acts = {"acts": tuple(ActName(one.act) for one in acts_of(norm.need_not))}
            yield Hit(subject.at_norm(norm, "need_not"), "open", acts, basis=subject.silence)
