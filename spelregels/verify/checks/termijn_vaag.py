"""A term that is only a word."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.terms import Vague
from spelregels.model.verified import CheckRecord, Cited, Text
from spelregels.model.words import Severity, Strength
from spelregels.verify.parts import timed
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="termijn-vaag",
    severity=Severity.WARNING,
    title=Text("Termijn is alleen een woord", "Term is only a word"),
    looks_for=Text(
        "Een termijn als tijdig, zo spoedig mogelijk of vroegtijdig, zonder getal.",
        "A term such as in time, as soon as possible or early, without a number.",
    ),
    why=Text(
        "Over zo'n woord zijn gemeente en bewoners het pas eens als het al te laat is. Niemand "
        "kan het toetsen.",
        "Municipality and residents agree on such a word only when it is too late. Nobody can "
        "test it.",
    ),
    repair=Text(
        "Zet een getal bij het woord, zoals: zo spoedig mogelijk, en uiterlijk binnen 2 weken.",
        "Put a number with the word, such as: as soon as possible, and within 2 weeks at the "
        "latest.",
    ),
    limits=Text(
        "Alleen waar {vague: …} staat; vage woorden in vrije tekst vallen hier niet op.",
        "Only where {vague: …} is written; vague words in free text are not noticed here.",
    ),
    messages={
        "vague": Text(
            "De enige termijn is ‘{word}’. Daar hoort een getal bij.",
            "The only term is ‘{word}’. It needs a number.",
        )
    },
    sources=(
        Cited("Boarnsterhim 2002, art. 53 lid 5", "D7"),
        Cited("Groningen, convenant, art. 3; Nissewaard 2020, art. 1 lid 2", "D9"),
        Cited("Hoogland; Goes", "D10"),
    ),
    national=False,
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such term."""
    for norm in (*subject.own.norms, *subject.own.terms):
        for key, term in timed(norm):
            if isinstance(term, Vague):
                strength = getattr(norm, "strength", Strength.MUST)
                soft = strength is not Strength.MUST
                yield Hit(
                    subject.at_norm(norm, key),
                    "vague",
                    {"word": term.word},
                    severity=Severity.INFO if soft else None,
                )
