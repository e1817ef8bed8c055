"""A term that is counted from a moment that has no day."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import NamedTerm, Norm, Response
from spelregels.model.patterns import Edge, MomentPattern, TermRef
from spelregels.model.terms import NotStated, Vague
from spelregels.model.verified import CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.parts import every
from spelregels.verify.subject import Hit, Subject, norm_in

RECORD = CheckRecord(
    id="anker-zonder-dag",
    severity=Severity.WARNING,
    title=Text("Anker zonder dag", "Dangling anchor"),
    looks_for=Text(
        "Een plicht of termijn die begint als een andere termijn om is, terwijl van die andere "
        "niet staat hoe lang hij duurt.",
        "A duty or term that begins when another term is over, while it does not say how long "
        "that other one lasts.",
    ),
    why=Text(
        "Een getal lijkt duidelijk, maar hangt dan nergens aan: er is geen eerste dag.",
        "A number looks clear, but hangs on nothing: there is no first day.",
    ),
    repair=Text(
        "Geef de eerste termijn een lengte, of tel vanaf iets dat een dag heeft.",
        "Give the first term a length, or count from something that has a day.",
    ),
    limits=Text(
        "Alleen ankers aan een termijn met een naam.", "Only anchors at a term with a name."
    ),
    messages={
        "dangling": Text(
            "Dit begint na {term}, maar hoe lang die termijn duurt, staat er niet.",
            "This begins after {term}, but how long that term lasts is not stated.",
        )
    },
    sources=(Cited("Boarnsterhim 2002, art. 53 lid 6", "D7"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each norm or term that begins at such a moment."""
    for norm in (*subject.own.norms, *subject.own.terms):
        for ref in _begins_after(norm):
            term = subject.term(ref)
            if term is not None and isinstance(term.lasts, NotStated | Vague):
                file = next(f for f in reversed(subject.ruleset.files) if f.id == ref.file)
                place = subject.at_norm(norm, "after", "begins")
                basis = subject.silence
                beside = (norm_in(file, term),)
                yield Hit(place, "dangling", {"term": ref}, basis=basis, beside=beside)


def _begins_after(norm: Norm | NamedTerm) -> Iterator[TermRef]:
    start = norm.after if isinstance(norm, Response) else ()
    begins = norm.begins if isinstance(norm, NamedTerm) else ()
    for moment in every((start, begins), MomentPattern):
        if moment.edge is Edge.PASSED:
            yield moment.term
