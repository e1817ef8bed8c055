"""A text that does not say from when it holds."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.terms import NotStated
from spelregels.model.verified import CheckRecord, Cited, Place, Text
from spelregels.model.words import Confidence, Severity
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="begin-open",
    severity=Severity.WARNING,
    title=Text("Begin open", "Open commencement"),
    looks_for=Text(
        "Regels zonder eerste dag: valid_from is not_stated, of ontbreekt.",
        "Rules without a first day: valid_from is not_stated, or is absent.",
    ),
    why=Text(
        "Zonder eerste dag weet niemand of een lopend traject onder deze regels valt.",
        "Without a first day nobody knows whether a running trajectory falls under these rules.",
    ),
    repair=Text(
        "Schrijf valid_from, en in de tekst een bepaling over de inwerkingtreding.",
        "Write valid_from, and in the text a provision on entry into force.",
    ),
    limits=Text(
        "Kijkt naar het hele bestand, niet naar artikelen die later ingaan.",
        "Looks at the whole file, not at articles that begin later.",
    ),
    messages={
        "not_stated": Text(
            "Vanaf welke dag deze regels gelden, staat er niet.",
            "From which day these rules hold, is not stated.",
        ),
        "absent": Text(
            "Er is geen valid_from, dus deze regels zouden altijd al gelden.",
            "There is no valid_from, so these rules would always have held.",
        ),
    },
    sources=(
        Cited("Amsterdam 2022, bestuurscommissies", "D38"),
        Cited("Gemeentewet 139 en volgende", confidence=Confidence.MEM),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for the file; a file without norms is a list of words and needs no day."""
    own = subject.own
    if not (own.norms or own.terms or subject.machine):
        return
    if isinstance(own.valid_from, NotStated):
        yield Hit(Place("valid_from"), "not_stated", basis=subject.silence)
    elif own.valid_from is None:
        yield Hit(Place("id"), "absent", basis=subject.silence)
