"""A text that is past the day on which it asks to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.verified import CheckRecord, Cited, Place, Text
from spelregels.model.words import Severity
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="herziening-voorbij",
    severity=Severity.WARNING,
    title=Text("Herziening voorbij", "Past its review date"),
    looks_for=Text(
        "Een tekst die nog geldt, terwijl de dag waarop hij bekeken zou worden (review_by) "
        "voorbij is.",
        "A text still in force, while the day on which it was to be reviewed (review_by) has "
        "passed.",
    ),
    why=Text(
        "Regels die niemand meer bekijkt, raken achter bij de wijk en bij de wet.",
        "Rules that nobody looks at any more fall behind the neighbourhood and the law.",
    ),
    repair=Text(
        "Bekijk de tekst en zet een nieuwe dag, of trek hem in (valid_to).",
        "Review the text and set a new day, or withdraw it (valid_to).",
    ),
    limits=Text(
        "Of er in werkelijkheid een evaluatie was, is niet te zien.",
        "Whether there was an evaluation in reality cannot be seen.",
    ),
    messages={
        "past": Text(
            "Deze tekst zou uiterlijk op {day} bekeken worden.",
            "This text was to be reviewed by {day}.",
        )
    },
    sources=(Cited("I&O, doorontwikkeling wijkgericht werken", "T19"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for the file, if it is still in force on the day of looking."""
    own = subject.own
    if own.review_by is None or own.review_by >= subject.as_of:
        return
    if own.valid_to is None or own.valid_to >= subject.as_of:
        yield Hit(Place("review_by"), "past", {"day": own.review_by})
