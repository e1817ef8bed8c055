"""A majority decides, and nothing on a tie."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spelregels.model.norms import Requirement, Statement
from spelregels.model.patterns import Test
from spelregels.model.verified import ActName, CheckRecord, Cited, Status, Text
from spelregels.model.words import Confidence, Severity
from spelregels.verify.parts import acts_of, every
from spelregels.verify.subject import Hit, Subject
from spelregels.verify.voting import majorities

RECORD = CheckRecord(
    id="staking-zonder-regel",
    severity=Severity.WARNING,
    status=Status.PREVIEW,
    title=Text("Evenveel stemmen, en dan?", "A tie, and then?"),
    looks_for=Text(
        "Een meerderheid die beslist, zonder regel voor evenveel stemmen voor en tegen.",
        "A majority that decides, without a rule for as many votes for as against.",
    ),
    why=Text(
        "Bij evenveel stemmen zegt ieder iets anders: verworpen, opnieuw stemmen, de voorzitter "
        "beslist. De raad en het college hebben er een regel voor (Gemeentewet 32 en 59).",
        "With a tie everybody says something else: rejected, vote again, the chair decides. The "
        "council and the executive have a rule for it (Municipalities Act 32 and 59).",
    ),
    repair=Text(
        "Schrijf wat er dan gebeurt, bijvoorbeeld met een uitkomst gestaakt en een regel daarna.",
        "Write what happens then, for instance with an outcome gestaakt and a norm after it.",
    ),
    limits=Text(
        "Herkent een meerderheid aan de namen van gegevens (voor, stemmen_voor, "
        "gewone_meerderheid) en een regel voor staking aan de woorden staken, gelijk, voorzitter "
        "of loting, waar dan ook in de tekst.",
        "Knows a majority by the names of attributes (voor, stemmen_voor, gewone_meerderheid) and "
        "a rule for ties by the words staken, gelijk, voorzitter or loting, anywhere in the text.",
    ),
    messages={
        "tie": Text(
            "Bij {act} beslist de meerderheid. Wat geldt bij evenveel stemmen voor en tegen, staat "
            "er niet.",
            "For {act} the majority decides. What holds with as many votes for as against is not "
            "stated.",
        )
    },
    sources=(
        Cited("Gemeentewet 32 en 59 (staking van stemmen)", confidence=Confidence.DER),
        Cited("Arnhem, Wijkaanpak 2022"),
    ),
    national=False,
)
_TIE = re.compile(r"staak|staken|gelijk|voorzitter|loting|geloot")


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each majority in a text without a word on ties."""
    if any(map(_TIE.search, _words(subject))):
        return
    for norm in subject.norms(Requirement):
        acts = acts_of(norm.upon)
        if acts and any(majorities(norm)):
            values = {"act": ActName(acts[0].act)}
            yield Hit(subject.at_norm(norm, "require"), "tie", values, basis=subject.silence)


def _words(subject: Subject) -> Iterator[str]:
    """Wherever a rule for ties would show."""
    for norm in subject.own.norms:
        yield from (norm.id, norm.title)
        if isinstance(norm, Statement):
            yield norm.text
        yield from (test.attribute for test in every(norm, Test))
    for act in subject.outline.names("acts"):
        known = subject.act(act)
        yield from (act, *(known.outcomes if known else ()))
