"""A deadline that hangs on the next meeting."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.terms import AttributeTerm, MeetingTerm
from spelregels.model.verified import CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.parts import timed
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="termijn-zonder-bovengrens",
    severity=Severity.INFO,
    title=Text("Termijn zonder bovengrens", "Deadline without an upper bound"),
    looks_for=Text(
        "Een termijn tot de volgende vergadering, of een verlenging waarvan de lengte vrij is.",
        "A term until the next meeting, or an extension of which the length is free.",
    ),
    why=Text(
        "Een reces of een afgelaste vergadering schuift de termijn op, zonder grens.",
        "A recess or a cancelled meeting moves the term, without limit.",
    ),
    repair=Text(
        "Zet er een uiterste bij: de eerstvolgende vergadering, en uiterlijk binnen 10 weken.",
        "Add an outer limit: the next meeting, and within 10 weeks at the latest.",
    ),
    limits=Text(
        "Vergadert het orgaan vaak, dan doet dit weinig. Een tweede regel met een uiterste "
        "termijn voor hetzelfde ziet deze controle niet.",
        "If the body meets often, this matters little. A second norm with an outer limit for the "
        "same is not seen.",
    ),
    messages={
        "meeting": Text(
            "De termijn loopt tot een vergadering. Hoeveel weken dat hoogstens zijn, staat er "
            "niet.",
            "The term runs until a meeting. How many weeks that is at most, is not stated.",
        ),
        "free": Text(
            "De termijn mag langer worden, zonder grens aan hoeveel.",
            "The term may be made longer, without a limit to how much.",
        ),
    },
    sources=(
        Cited("Boarnsterhim 2002, art. 53 lid 1", "D8"),
        Cited("DSP, De waarde van de wijk 4.2", "T8"),
    ),
    national=False,
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such term or extension."""
    for norm in (*subject.own.norms, *subject.own.terms):
        for key, term in timed(norm):
            if isinstance(term, MeetingTerm):
                yield Hit(subject.at_norm(norm, key), "meeting")
            elif key == "extendable" and isinstance(term, AttributeTerm):
                yield Hit(subject.at_norm(norm, key), "free")
