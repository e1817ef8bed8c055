"""Advice that must be answered with reasons, in a text that rests on no by-law."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Norm, Power, Requirement, Response
from spelregels.model.patterns import Op, Test
from spelregels.model.ruleset import Stage
from spelregels.model.verified import CheckRecord, Cited, Text
from spelregels.model.words import Binding, Confidence, Severity, Vehicle
from spelregels.verify.bylaws import rests_on_nothing
from spelregels.verify.machine import at_stage
from spelregels.verify.parts import acts_of, every, vehicle_of
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="advies-zonder-grondslag",
    severity=Severity.INFO,
    title=Text("Zwaar advies zonder grondslag", "Weighty advice without a legal basis"),
    looks_for=Text(
        "Spelregels, een convenant, een notitie of een beleidsregel waarin een advies gevolgd of "
        "uitgelegd moet worden, terwijl er niet staat op welke verordening of wet dat rust.",
        "Neighbourhood rules, a covenant, a note or a policy rule in which advice must be followed "
        "or explained, while it does not say on which by-law or act that rests.",
    ),
    why=Text(
        "De plicht om te zeggen waarom iemand van een advies afwijkt, volgt alleen uit de Awb als "
        "een wettelijk voorschrift de adviseur heeft aangewezen (artikel 3:5 en 3:50). Anders is "
        "het een afspraak. Een besluit moet wel altijd goede redenen hebben (3:46).",
        "The duty to say why one departs from advice follows from the Awb only if a legal rule "
        "appointed the adviser (articles 3:5 and 3:50). Else it is an agreement. A decision must "
        "always have sound reasons, though (3:46).",
    ),
    repair=Text(
        "Noem bij legal_basis de verordening of de wet waarop het advies rust, geef de adviseur "
        "een vorm (vehicle: art_84), of laat in de tekst zien dat het een afspraak is.",
        "Name the by-law or act the advice rests on under legal_basis, give the adviser a form "
        "(vehicle: art_84), or let the text show that it is an agreement.",
    ),
    limits=Text(
        "Kijkt naar comply_or_explain en zwaarwegend bij fasen, en naar de handeling "
        "advies.niet_gevolgd met een motivering. Staat de grondslag in een andere tekst, dan is "
        "dat hier niet te zien. Dat zo'n adviseur geen adviseur is als bedoeld in artikel 3:5, is "
        "een eigen gevolgtrekking.",
        "Looks at comply_or_explain and zwaarwegend in stages, and at the act "
        "advies.niet_gevolgd with reasons. If the basis stands in another text, it is not seen "
        "here. That such an adviser is none in the sense of article 3:5 is our own conclusion.",
    ),
    messages={
        "bare": Text(
            "Wie dit advies niet volgt, moet zeggen waarom. Op welke verordening of wet het "
            "adviesrecht rust, staat er niet.",
            "Whoever does not follow this advice must say why. On which by-law or act the right "
            "to advise rests is not stated.",
        )
    },
    sources=(
        Cited("Algemene wet bestuursrecht 3:5, 3:50"),
        Cited("geen adviseur zonder grondslag in een verordening", confidence=Confidence.DER),
        Cited("DSP, De waarde van de wijk 5.3", "T14"),
    ),
)
_WEIGHTY = (Binding.COMPLY_OR_EXPLAIN, Binding.ZWAARWEGEND)
_DEPARTS = "advies.niet_gevolgd"


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such stage and each such norm."""
    if not rests_on_nothing(subject):
        return
    for stage in subject.stages():
        if _weighty(stage, subject):
            at = at_stage(stage, "power/binding", subject=subject)
            yield Hit(at, "bare", basis=subject.silence)
    for norm in subject.own.norms:
        if _reasons(norm):
            yield Hit(subject.at_norm(norm), "bare", basis=subject.silence)


def _weighty(stage: Stage, subject: Subject) -> bool:
    power = stage.power
    return (
        power is not None
        and power.binding in _WEIGHTY
        and any(vehicle_of(role, subject.ruleset) is Vehicle.NONE for role in power.advises)
    )


def _reasons(norm: Norm) -> bool:
    """Whether it asks for reasons when advice is not followed."""
    match norm:
        case Requirement():
            about = any(one.act == _DEPARTS for one in acts_of(norm.upon))
            asked: object = norm.require
        case Power():
            about, asked = _DEPARTS in norm.may, norm.where
        case Response():
            answers = [one for must in norm.must for one in acts_of(must)]
            about = any(one.act == _DEPARTS for one in answers)
            asked = tuple(one.where for one in answers)
        case _:
            return False
    tests = every(asked, Test)
    return about and any(test.attribute == "motivering" and test.op is Op.PRESENT for test in tests)
