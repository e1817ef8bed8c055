"""A word that only a person can judge, and nobody named to judge it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spelregels.model.norms import Norm, Statement
from spelregels.model.patterns import Test
from spelregels.model.verified import CheckRecord, Cited, Status, Text
from spelregels.model.words import Severity, Strength
from spelregels.verify.parts import every
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="open-norm-zonder-beoordelaar",
    severity=Severity.WARNING,
    status=Status.PREVIEW,
    title=Text("Open norm zonder beoordelaar", "Undecidable trigger with no judge"),
    looks_for=Text(
        "Een plicht of voorwaarde met een woord als aanmerkelijk, voldoende, redelijk of "
        "onaanvaardbaar, terwijl er niet staat wie dat beoordeelt.",
        "A duty or condition with a word such as considerable, sufficient, reasonable or "
        "unacceptable (in Dutch), while it does not say who judges it.",
    ),
    why=Text(
        "Zo'n woord is pas iets waard als iemand het moet beoordelen. Anders beslist degene die "
        "de plicht heeft of hij haar heeft.",
        "Such a word is worth something only if somebody must judge it. Else whoever has the duty "
        "decides whether they have it.",
    ),
    repair=Text(
        "Noem wie het beoordeelt (judged_by), of maak er een getal of een lijst van.",
        "Name who judges it (judged_by), or turn it into a number or a list.",
    ),
    limits=Text(
        "Kijkt naar een korte lijst Nederlandse woorden, in statement en in de namen van feiten. "
        "Een statement met judged_by bij hetzelfde artikel is genoeg.",
        "Looks at a short list of Dutch words, in statements and in the names of facts. A "
        "statement with judged_by for the same article is enough.",
    ),
    messages={
        "statement": Text(
            "‘{word}’ is een oordeel, maar er staat niet wie het geeft.",
            "‘{word}’ is a judgement, but it does not say who gives it.",
        ),
        "fact": Text(
            "Of dit geldt hangt aan ‘{word}’. Dat is een oordeel, maar er staat niet wie het "
            "geeft.",
            "Whether this holds hangs on ‘{word}’. That is a judgement, but it does not say who "
            "gives it.",
        ),
    },
    sources=(
        Cited("Leidschendam-Voorburg 2023, art. 3 lid 2", "D11"),
        Cited("Capelle aan den IJssel, WOP-statuut", "D30"),
    ),
    national=False,
)
_OPEN = re.compile(
    r"\b(aanmerkelijke?|aanzienlijke?|(on)?redelijke?|voldoende|onaanvaardba(ar|re)|onevenredige?|"
    r"ingrijpende?|wezenlijke?|passende?|evenwichtige?|onnodige?)\b",
    re.IGNORECASE,
)


def find(subject: Subject) -> Iterator[Hit]:
    """Statements without a judge, and conditions on facts that are judgements."""
    judged = {norm.article for norm in subject.norms(Statement) if norm.judged_by and norm.article}
    for norm in subject.own.norms:
        if norm.strength is Strength.AIM or norm.article in judged:
            continue
        if isinstance(norm, Statement):
            found = _OPEN.search(norm.text)
            if found and norm.judged_by is None:
                word = {"word": found[0].casefold()}
                place = subject.at_norm(norm, "statement")
                yield Hit(place, "statement", word, basis=subject.silence)
        else:
            yield from _facts(norm, subject)


def _facts(norm: Norm, subject: Subject) -> Iterator[Hit]:
    for test in every(norm.applies, Test):
        name = test.attribute.replace("_", " ")
        if test.attribute in subject.ruleset.facts and _OPEN.search(name):
            place = subject.at_norm(norm, "applies")
            yield Hit(place, "fact", {"word": name}, basis=subject.silence)
            return
