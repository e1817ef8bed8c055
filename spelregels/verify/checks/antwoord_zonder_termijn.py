"""A reply that must come, without saying when."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Response
from spelregels.model.terms import NotStated
from spelregels.model.verified import CheckRecord, Cited, Text
from spelregels.model.words import Severity, Strength
from spelregels.verify.answers import asks_a_reply
from spelregels.verify.parts import asked
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="antwoord-zonder-termijn",
    severity=Severity.WARNING,
    title=Text("Antwoord zonder termijn", "Reply without a deadline"),
    looks_for=Text(
        "Een plicht om te antwoorden op advies, inbreng of een verzoek, zonder termijn.",
        "A duty to reply to advice, input or a request, without a term.",
    ),
    why=Text(
        "Wie iets inbrengt en maanden niets hoort, haakt af. Zonder termijn is er nooit een "
        "moment waarop het te laat is.",
        "Whoever gives input and hears nothing for months, gives up. Without a term there is "
        "never a moment at which it is too late.",
    ),
    repair=Text(
        "Schrijf binnen welke tijd het antwoord er is. Voor een reactie op advies is dat in "
        "gelezen regels vier tot zes weken.",
        "Write within what time the reply is there. For a reply to advice it is four to six weeks "
        "in texts that were read.",
    ),
    limits=Text(
        "Alleen antwoorden die met answers zijn vastgemaakt aan wat ze beantwoorden, en "
        "handelingen die naar hun naam een reactie of antwoord zijn.",
        "Only replies that are tied with answers to what they answer, and acts that by their name "
        "are a reactie or antwoord.",
    ),
    messages={
        "reply": Text(
            "Op {trigger} moet {acts} volgen, maar er staat niet binnen welke tijd.",
            "On {trigger}, {acts} must follow, but it does not say within what time.",
        )
    },
    sources=(
        Cited("Capelle aan den IJssel, adviesrecht WOP", "D30"),
        Cited("Utrecht, wijkraden 2010", "D31"),
        Cited("DSP, De waarde van de wijk 4.2", "T4"),
    ),
    national=False,
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such duty."""
    for norm in subject.norms(Response):
        if asks_a_reply(norm, subject) and isinstance(norm.within, NotStated | None):
            values = {
                "trigger": asked((norm.after,)) or norm.id,
                "acts": asked(norm.must),
            }
            soft = norm.strength is not Strength.MUST
            yield Hit(
                subject.at_norm(norm, "within"),
                "reply",
                values,
                basis=subject.silence,
                severity=Severity.INFO if soft else None,
            )
