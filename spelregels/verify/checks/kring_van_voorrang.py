"""Norms that go before each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Norm
from spelregels.model.patterns import NormRef
from spelregels.model.verified import CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="kring-van-voorrang",
    severity=Severity.ERROR,
    title=Text("Kring van voorrang", "Circle of exceptions"),
    looks_for=Text(
        "Regels die op elkaar voorgaan in een kring: a gaat voor b, en b gaat voor a.",
        "Norms that go before each other in a circle: a goes before b, and b goes before a.",
    ),
    why=Text(
        "Dan gaat er niets voor, en is de uitzondering net zo onduidelijk als de regel.",
        "Then nothing goes first, and the exception is as unclear as the rule.",
    ),
    repair=Text(
        "Haal één prevails_over weg: kies welke regel het laatste woord heeft.",
        "Take one prevails_over away: choose which norm has the last word.",
    ),
    limits=Text(
        "Een uitzondering die naar een andere lijst verwijst is geen kring zolang zij niet "
        "terugkomt.",
        "An exception that points to another list is no circle as long as it does not come back.",
    ),
    messages={
        "circle": Text(
            "Deze regels gaan in een kring voor elkaar: {norms}.",
            "These norms go before each other in a circle: {norms}.",
        )
    },
    sources=(Cited("Apeldoorn, inspraakverordening, art. 2 lid 3 onder b", "D5"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each circle with an own norm in it, at the first of those."""
    goes = {
        NormRef(file.id, norm.id): norm.prevails_over
        for file, norm in subject.every_norm()
        if isinstance(norm.prevails_over, NormRef)
    }
    told: set[NormRef] = set()
    for norm in subject.own.norms:
        circle = _circle(subject.ref(norm), goes)
        if circle and told.isdisjoint(circle):
            told.update(circle)
            yield _hit(norm, circle, subject)


def _circle(start: NormRef, goes: dict[NormRef, NormRef]) -> tuple[NormRef, ...]:
    """The way from a norm back to itself; empty when there is none."""
    way = [start]
    while (following := goes.get(way[-1])) is not None and following not in way:
        way.append(following)
    return tuple(way) if goes.get(way[-1]) == start else ()


def _hit(norm: Norm, circle: tuple[NormRef, ...], subject: Subject) -> Hit:
    return Hit(subject.at_norm(norm, "prevails_over"), "circle", {"norms": circle})
