"""Two norms on the same thing with different numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal

from spelregels.model.norms import Norm, Precedence, Recurrence, Response, Threshold
from spelregels.model.terms import Duration
from spelregels.model.verified import CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.parts import acts_named, pairs
from spelregels.verify.powers import together
from spelregels.verify.subject import Hit, Subject, Values, norm_in

RECORD = CheckRecord(
    id="botsende-getallen",
    severity=Severity.WARNING,
    title=Text("Botsende getallen", "Conflicting numbers"),
    looks_for=Text(
        "Twee regels in één bestand die hetzelfde vragen, met een verschillende termijn of een "
        "verschillend aantal; of een ondergrens boven de bovengrens.",
        "Two norms in one file that ask the same, with a different term or number; or a floor "
        "above the ceiling.",
    ),
    why=Text(
        "Lezers vinden ieder hun eigen getal. Bij twee versies van een tekst is er een blijven "
        "staan.",
        "Readers each find their own number. With two versions of a text one was left standing.",
    ),
    repair=Text(
        "Houd één getal over, of schrijf wanneer welk getal geldt (applies, where, in_force).",
        "Keep one number, or write when which number holds (applies, where, in_force).",
    ),
    limits=Text(
        "Alleen regels die op het getal na precies gelijk zijn. Getallen die uitgerekend worden "
        "(een aandeel, het laagste van twee), zijn niet te vergelijken en blijven buiten beeld.",
        "Only norms that are the same but for the number. Numbers that are worked out (a share, "
        "the lowest of two) cannot be compared and are left out.",
    ),
    messages={
        "differ": Text(
            "{norm} en {other} vragen hetzelfde, maar met een ander getal: {one} en {two}.",
            "{norm} and {other} ask the same, but with another number: {one} and {two}.",
        ),
        "crossed": Text(
            "{norm} vraagt er ten minste {one}, en {other} laat er hoogstens {two} toe.",
            "{norm} asks at least {one}, and {other} allows at most {two}.",
        ),
    },
    sources=(Cited("Heerlen, burgerinitiatief (twee pagina's)", "D19"),),
)
_NUMBERS = ("within", "lead", "wait", "lasts", "at_longest", "every", "at_least", "at_most")
# What may differ between two norms that still ask the same of the same people.
_APART = {"id", "title", "title_en", "position", "article", "why", "confidence", "applies",
          "severity", "in_force_from", "in_force_to", "consequence", "prevails_over", "minimum",
          *_NUMBERS}  # fmt: skip


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each pair."""
    counted = [n for n in subject.own.norms
               if isinstance(n, Precedence | Response | Recurrence | Threshold)]  # fmt: skip
    for one, other in pairs(counted, _about):
        if not _same(one, other):
            continue
        if one.prevails_over or other.prevails_over:
            continue
        if together((subject.own, one), (subject.own, other), subject):
            yield from _clash(one, other, subject)


def _about(norm: Norm) -> tuple[type[Norm], frozenset[str]]:
    return type(norm), acts_named(norm)


def _same(one: Norm, other: Norm) -> bool:
    return all(
        getattr(one, field.name) == getattr(other, field.name)
        for field in fields(one)
        if field.name not in _APART
    )


def _clash(one: Norm, other: Norm, subject: Subject) -> Iterator[Hit]:
    names: Values = {"norm": subject.ref(one), "other": subject.ref(other)}
    beside = (norm_in(subject.own, one),)
    for key in _NUMBERS:
        first, second = getattr(one, key, None), getattr(other, key, None)
        if first == second or not isinstance(first, Duration | int | Decimal):
            continue
        if isinstance(second, Duration | int | Decimal):
            values: Values = {**names, "one": first, "two": second}
            yield Hit(subject.at_norm(other, key), "differ", values, beside=beside)
            return
    if isinstance(one, Threshold) and isinstance(other, Threshold):
        for low, high in ((one, other), (other, one)):
            least, most = low.at_least, high.at_most
            if not isinstance(least, int | Decimal) or not isinstance(most, int | Decimal):
                continue
            if least > most:
                crossed: Values = {
                    "norm": subject.ref(low),
                    "other": subject.ref(high),
                    "one": least,
                    "two": most,
                }
                yield Hit(subject.at_norm(other), "crossed", crossed, beside=beside)
