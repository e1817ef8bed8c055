"""Days and working days side by side."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.terms import Duration
from spelregels.model.verified import CheckRecord, Cited, Text
from spelregels.model.words import Severity, Unit
from spelregels.verify.parts import timed
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="gemengde-kalenders",
    severity=Severity.INFO,
    title=Text("Gemengde kalenders", "Mixed calendars"),
    looks_for=Text(
        "Een tekst die soms in dagen telt en soms in werkdagen.",
        "A text that counts now in days, now in working days.",
    ),
    why=Text(
        "Wie telt, vergist zich: tien dagen en tien werkdagen schelen al snel vier dagen of meer.",
        "Whoever counts, errs: ten days and ten working days soon differ four days or more.",
    ),
    repair=Text(
        "Kies één manier van tellen, en zeg in de tekst wat een werkdag is.",
        "Choose one way of counting, and say in the text what a working day is.",
    ),
    limits=Text(
        "Weken en maanden naast werkdagen vallen niet op.",
        "Weeks and months beside working days are not noticed.",
    ),
    messages={
        "mixed": Text(
            "Hier staat {one}, en elders {other}: dagen en werkdagen door elkaar.",
            "Here it says {one}, and elsewhere {other}: days and working days mixed.",
        )
    },
    sources=(Cited("Weesp, referendum; Waddinxveen en Capelle 2010-2011", "D53"),),
    national=False,
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for the file, at the first term that counts otherwise than those before it."""
    first: Duration | None = None
    for norm in (*subject.own.norms, *subject.own.terms):
        for key, term in timed(norm):
            if not isinstance(term, Duration) or term.unit not in (Unit.DAY, Unit.WORKING_DAY):
                continue
            if first is None:
                first = term
            elif term.unit is not first.unit:
                yield Hit(subject.at_norm(norm, key), "mixed", {"one": term, "other": first})
                return
