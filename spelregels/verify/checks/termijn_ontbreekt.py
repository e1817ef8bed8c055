"""A term that the text leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Response
from spelregels.model.terms import NotStated
from spelregels.model.verified import CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.answers import asks_a_decision, asks_a_reply
from spelregels.verify.parts import timed
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="termijn-ontbreekt",
    severity=Severity.WARNING,
    title=Text("Termijn ontbreekt", "Term missing"),
    looks_for=Text(
        "Een regel waarin een termijn hoort, met not_stated op die plek.",
        "A norm in which a term belongs, with not_stated in its place.",
    ),
    why=Text(
        "Zonder termijn is niet te zeggen wanneer het te laat (of te vroeg) is.",
        "Without a term nobody can say when it is too late (or too early).",
    ),
    repair=Text("Schrijf een termijn op, zoals 6 weken.", "Write a term, such as 6 weken."),
    limits=Text(
        "Een antwoord of een besluit zonder termijn heeft een eigen controle. Een termijn uit een "
        "andere regeling is hier niet te zien.",
        "A reply or a decision without a term has a check of its own. A term from another text is "
        "not seen here.",
    ),
    messages={
        "lead": Text(
            "Hoe lang van tevoren dit moet, staat er niet.",
            "How long beforehand this must be done, is not stated.",
        ),
        "wait": Text(
            "Hoe lang er gewacht moet worden, staat er niet.",
            "How long the wait must be, is not stated.",
        ),
        "at_longest": Text(
            "Hoe oud dit hoogstens mag zijn, staat er niet.",
            "How old this may be at most, is not stated.",
        ),
        "within": Text(
            "Binnen welke tijd dit moet of mag, staat er niet.",
            "Within what time this must or may be done, is not stated.",
        ),
        "not_before": Text(
            "Vanaf wanneer dit telt, staat er niet.", "From when this counts, is not stated."
        ),
        "extendable": Text(
            "Met hoeveel tijd de termijn langer mag worden, staat er niet.",
            "By how much time the term may be made longer, is not stated.",
        ),
        "lasts": Text("Hoe lang dit duurt, staat er niet.", "How long this lasts, is not stated."),
    },
    sources=(
        Cited("Utrecht, wijkraden 2010", "D31"),
        Cited("DSP, De waarde van de wijk 4.2", "T8"),
    ),
    national=False,
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each open term."""
    for norm in (*subject.own.norms, *subject.own.terms):
        apart = isinstance(norm, Response) and (
            asks_a_decision(norm, subject) or asks_a_reply(norm, subject)
        )
        for key, term in timed(norm):
            if isinstance(term, NotStated) and not (apart and key == "within"):
                yield Hit(subject.at_norm(norm, key), key, basis=subject.silence)
