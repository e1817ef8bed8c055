"""One demand that two texts of a town make with different numbers."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from spelregels.model.norms import Norm, Precedence, Requirement, Response, Threshold
from spelregels.model.patterns import Op, Test
from spelregels.model.terms import Duration, NotStated
from spelregels.model.verified import CheckRecord, Cited, Place, Text
from spelregels.model.words import Severity
from spelregels.verify.documents import norm_called, place_in, text_called
from spelregels.verify.parts import every
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="twee-teksten-ander-getal",
    severity=Severity.WARNING,
    title=Text("Twee teksten, twee getallen", "Two texts, two numbers"),
    looks_for=Text(
        "Dezelfde drempel, eis of termijn in twee teksten van één gemeente, met andere getallen.",
        "The same threshold, demand or term in two texts of one municipality, with other numbers.",
    ),
    why=Text(
        "Wie de ene pagina volgt, komt bij de andere tekort. Vaak is een oude pagina blijven "
        "staan.",
        "Whoever follows one page falls short by the other. Often an old page was left standing.",
    ),
    repair=Text(
        "Haal de oude tekst weg of geef die een laatste dag (valid_to), of maak de getallen "
        "gelijk.",
        "Remove the old text or give it a last day (valid_to), or make the numbers equal.",
    ),
    limits=Text(
        "Alleen teksten die samen bekeken worden, met dezelfde gemeente_code, en die op één dag "
        "kunnen gelden; en alleen regels over dezelfde handelingen onder dezelfde voorwaarden. "
        "Een vast getal naast een aandeel telt als verschil.",
        "Only texts that are looked at together, with the same gemeente_code, that can hold on one "
        "day; and only norms on the same acts under the same conditions. A fixed number beside a "
        "share counts as different.",
    ),
    messages={
        "other": Text(
            "{norm} noemt een ander getal dan {other} in {text}.",
            "{norm} has another number than {other} in {text}.",
        )
    },
    sources=(Cited("Heerlen, burgerinitiatief (twee pagina's)", "D19"),),
)
_LOW, _HIGH = "low", "high"
_SIDES = {Op.AT_LEAST: _LOW, Op.ABOVE: _LOW, Op.AT_MOST: _HIGH, Op.BELOW: _HIGH}


@dataclass(frozen=True, slots=True)
class _Said:
    """The numbers that a text has for one question, with the first norm that says so."""

    numbers: frozenset[Hashable]
    norm: Norm
    at: Place


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each norm and each text beside."""
    ours = _numbers(subject)
    for other in subject.beside:
        seen: set[str] = set()
        theirs = _numbers(other)
        for question, said in ours.items():
            there = theirs.get(question)
            if there is None or said.norm.id in seen or said.numbers & there.numbers:
                continue
            seen.add(said.norm.id)
            values: Values = {
                "norm": subject.ref(said.norm),
                "other": norm_called(there.norm),
                "text": text_called(other),
            }
            yield Hit(said.at, "other", values, beside=(place_in(other, there.at),))


def _numbers(subject: Subject) -> dict[Hashable, _Said]:
    found: dict[Hashable, _Said] = {}
    for norm in subject.own.norms:
        for key, question, number in _asked(norm):
            before = found.get(question)
            numbers = (before.numbers if before else frozenset()) | {number}
            first = before.norm if before else norm
            at = before.at if before else subject.at_norm(norm, key)
            found[question] = _Said(numbers, first, at)
    return found


def _asked(norm: Norm) -> Iterator[tuple[str, Hashable, Hashable]]:
    """The key it stands under, the question (what is asked of whom, and when), and the number."""
    scope = (type(norm), norm.applies, norm.if_)
    match norm:
        case Requirement():
            for test in every(norm.require, Test):
                if test.op in _SIDES:
                    question = (scope, norm.upon, test.attribute, _SIDES[test.op])
                    yield "require", question, test.operand
        case Threshold():
            about = (norm.count, norm.by, norm.total, norm.before, norm.per_year, norm.per_term)
            for key, side, bound in (
                ("at_least", _LOW, norm.at_least),
                ("at_most", _HIGH, norm.at_most),
            ):
                if bound is not None and not isinstance(bound, NotStated):
                    yield key, (scope, about, side), bound
        case Response() if isinstance(norm.within, Duration):
            yield "within", (scope, norm.after, norm.must), norm.within
        case Precedence() if isinstance(norm.lead, Duration):
            yield "lead", (scope, norm.before, norm.must), norm.lead
        case _:  # the other kinds hold no number that two texts could give differently
            pass
