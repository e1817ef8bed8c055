"""A text that leans on law that is no longer there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spelregels.model.norms import Article
from spelregels.model.patterns import Test
from spelregels.model.verified import CheckRecord, Cited, Place, Text
from spelregels.model.words import Severity
from spelregels.verify.parts import every
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="vervallen-bron",
    severity=Severity.WARNING,
    title=Text("Vervallen bron", "Repealed source"),
    looks_for=Text(
        "Een verwijzing naar een wet, een artikel of een plan dat niet meer bestaat, of een laag "
        "(extends) die niet meer geldt, in een tekst die zelf nog geldt.",
        "A reference to an act, an article or a plan that no longer exists, or a layer (extends) "
        "no longer in force, in a text that is itself still in force.",
    ),
    why=Text(
        "Wat aan een vervallen wet hangt, is onzeker: soms leest men de nieuwe wet erin, soms "
        "vervalt de regel mee.",
        "What hangs on a repealed act is uncertain: at times the new act is read into it, at "
        "times the norm lapses with it.",
    ),
    repair=Text(
        "Verwijs naar de regeling die ervoor in de plaats kwam, of geef de tekst een laatste dag "
        "(valid_to).",
        "Refer to what came in its place, or give the text a last day (valid_to).",
    ),
    limits=Text(
        "Kent een korte lijst vervallen wetten, aan het begin van de titel van een bron en in "
        "voorwaarden, en van de Gemeentewet de artikelen over deelgemeenten, in een tekst van "
        "vóór hun einde. Overgangsrecht wordt niet bekeken: een oud plan kan nog gelden.",
        "Knows a short list of repealed acts, at the start of the title of a source and in "
        "conditions, and of the Municipalities Act the articles on boroughs, in a text from "
        "before their end. Transitional law is not looked at: an old plan may still hold.",
    ),
    messages={
        "act": Text(
            "Hier staat ‘{word}’. {name} geldt niet meer sinds {day}.",
            "It says ‘{word}’ here. {name} has not been in force since {day}.",
        ),
        "article": Text(
            "Hier staat {title} {article}. De artikelen {first} tot en met {last} {about} gelden "
            "niet meer sinds {day}.",
            "It says {title} {article} here. Articles {first} through {last} {about} have not "
            "been in force since {day}.",
        ),
        "layer": Text(
            "Deze tekst leunt op {file}, en die gold tot en met {day}.",
            "This text leans on {file}, which was in force through {day}.",
        ),
    },
    sources=(
        Cited("Nissewaard 2020, art. 1 lid 2", "D33"),
        Cited("Emmen 2012, art. 1", "D36"),
        Cited("Stb. 2013, 76 (afschaffen deelgemeenten) en Stb. 2014, 83"),
        Cited("Omgevingswet, in werking 1 januari 2024"),
        Cited("I&O, doorontwikkeling wijkgericht werken", "T19"),
    ),
)


@dataclass(frozen=True, slots=True)
class _Gone:
    """Law that ended: how it is written, what it is called, and the first day without it."""

    written: re.Pattern[str]
    name: Text
    since: date


@dataclass(frozen=True, slots=True)
class _GoneArticles:
    """Articles of an act that ended while the act lives on: the title of the act, the articles,
    what they were about, and the first day without them."""

    act: re.Pattern[str]
    first: int
    last: int
    about: Text
    since: date


# Stb. 2013, 76, article I under E, in force by Stb. 2014, 83; both were read. Numbers 87 to 89 are
# in use again, for secrecy: so only a text from before that day means the old articles.
_GONE_ARTICLES = (
    _GoneArticles(
        re.compile(r"Gemeentewet\b", re.IGNORECASE),
        87,
        92,
        Text("over deelgemeenten", "on boroughs"),
        date(2014, 3, 19),
    ),
)
_NUMBER = re.compile(r"\d+(?![\d:.]*\d)")
_GONE = (
    _Gone(
        re.compile(r"\bWet ruimtelijke ordening\b|\bWro\b", re.IGNORECASE),
        Text("De Wet ruimtelijke ordening", "The Spatial Planning Act (Wro)"),
        date(2024, 1, 1),
    ),
    _Gone(
        re.compile(r"\bbestemmingsplan(nen)?\b", re.IGNORECASE),
        Text(
            "Het bestemmingsplan van de Wet ruimtelijke ordening",
            "The zoning plan of the Spatial Planning Act (Wro)",
        ),
        date(2024, 1, 1),
    ),
    _Gone(
        re.compile(r"\bWet algemene bepalingen omgevingsrecht\b|\bWabo\b", re.IGNORECASE),
        Text(
            "De Wet algemene bepalingen omgevingsrecht",
            "The Environmental Licensing Act (Wabo)",
        ),
        date(2024, 1, 1),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """Words of repealed law in sources and conditions; layers that ended."""
    own = subject.own
    until = own.valid_to or subject.as_of
    for gone in _GONE:
        if until >= gone.since:
            place, word = next(_places(gone, subject), (None, ""))
            if place is not None:
                values: Values = {"word": word, "name": gone.name, "day": gone.since}
                yield Hit(place, "act", values)
    yield from _articles(subject, until)
    for number, id_ in enumerate(own.extends, 1):
        ends = [file.valid_to for file in subject.ruleset.files if file.id == id_]
        last = max((end for end in ends if end), default=None)
        if last is not None and None not in ends and last < until:
            yield Hit(Place(f"extends/{number}"), "layer", {"file": id_, "day": last})


def _articles(subject: Subject, until: date) -> Iterator[Hit]:
    """Articles that the own file rests on or cites, and that ended since it was made."""
    own = subject.own
    made = own.valid_from if isinstance(own.valid_from, date) else None
    for place, article in _cited(subject):
        source, number = own.sources.get(article.source), _NUMBER.match(article.article)
        if source is None or number is None or made is None:
            continue
        for gone in _GONE_ARTICLES:
            meant = gone.act.match(source.title) and gone.first <= int(number[0]) <= gone.last
            if meant and made < gone.since <= until:
                values: Values = {
                    "title": source.title,
                    "article": article.article,
                    "first": gone.first,
                    "last": gone.last,
                    "about": gone.about,
                    "day": gone.since,
                }
                yield Hit(place, "article", values)


def _cited(subject: Subject) -> Iterator[tuple[Place, Article]]:
    for number, article in enumerate(subject.own.legal_basis, 1):
        yield Place(f"legal_basis/{number}"), article
    for norm in subject.own.norms:
        if norm.article is not None:
            yield subject.at_norm(norm, "article"), norm.article


def _places(gone: _Gone, subject: Subject) -> Iterator[tuple[Place, str]]:
    """Where the own file leans on it: titles of sources it cites, values its conditions ask for."""
    cited = {norm.article.source for norm in subject.own.norms if norm.article}
    cited |= {article.source for article in subject.own.legal_basis}
    for id_ in sorted(cited):
        source = subject.own.sources.get(id_)
        found = gone.written.match(source.title) if source else None
        if found and subject.outline.has(f"sources/{id_}"):
            yield Place(f"sources/{id_}"), found[0]
    for norm in subject.own.norms:
        for test in every(norm.applies, Test):
            values = test.operand if isinstance(test.operand, tuple) else (test.operand,)
            for value in values:
                found = gone.written.search(value) if isinstance(value, str) else None
                if found:
                    yield subject.at_norm(norm, "applies"), found[0]
