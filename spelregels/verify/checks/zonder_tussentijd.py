"""Something that must come back, without saying how often."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spelregels.model.norms import Statement
from spelregels.model.verified import CheckRecord, Cited, Status, Text
from spelregels.model.words import Severity
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="zonder-tussentijd",
    severity=Severity.WARNING,
    title=Text("Terugkerend, maar niet hoe vaak", "Recurring, but not how often"),
    looks_for=Text(
        "Een regel in gewone tekst (statement) met periodiek, regelmatig, geregeld of van tijd "
        "tot tijd, zonder getal.",
        "A norm in plain text (statement) with periodically, regularly or from time to time, in "
        "Dutch, without a number.",
    ),
    why=Text(
        "Wat periodiek moet, is nooit te laat. Zulke plichten verdwijnen als het druk wordt.",
        "What is due periodically is never late. Such duties vanish when things get busy.",
    ),
    repair=Text(
        "Schrijf hoe vaak: every: 2 jaar, of every: kalenderjaar.",
        "Write how often: every: 2 jaar, or every: kalenderjaar.",
    ),
    limits=Text(
        "Kijkt naar een korte lijst Nederlandse woorden en kent het verband niet.",
        "Looks at a short list of Dutch words and does not know the context.",
    ),
    messages={
        "word": Text(
            "Hier staat ‘{word}’, maar niet hoe vaak dat is.",
            "Here it says ‘{word}’, but not how often that is.",
        )
    },
    sources=(
        Cited("Groningen, convenant; Middelburg, uitdaagrecht", "D54"),
        Cited("Middelburg; Almere", "D44"),
    ),
    status=Status.PREVIEW,
    national=False,
)
_OFTEN = re.compile(
    r"\b(periodiek\w*|regelmatig\w*|geregeld|van tijd tot tijd|met enige regelmaat)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(elke?|iedere?|per|twee|drie|vier|vijf|zes|eens|keer|maal|jaarlijks\w*|maandelijks\w*|"
    r"wekelijks\w*|kwartaal)\b",
    re.IGNORECASE,
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each statement with such a word and no number."""
    for norm in subject.norms(Statement):
        found = _OFTEN.search(norm.text)
        if found and not _NUMBER.search(norm.text):
            word = {"word": found[0].casefold()}
            yield Hit(subject.at_norm(norm, "statement"), "word", word)
