"""A term that is counted from a moment that has no day."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import NamedTerm, Norm, Response
from spelregels.model.patterns import Edge, MomentPattern, TermRef
from spelregels.model.terms import NotStated, SameMoment, Vague
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.parts import acts_of, every, one_act
from spelregels.verify.subject import Hit, Subject, Values, norm_in

RECORD = CheckRecord(
    id="anker-zonder-dag",
    severity=Severity.WARNING,
    title=Text("Anker zonder dag", "Dangling anchor"),
    looks_for=Text(
        "Een plicht of termijn die begint als een andere termijn om is, terwijl van die andere "
        "niet staat hoe lang hij duurt. Ook: een plicht op het moment van een handeling die zelf "
        "alleen ‘zo spoedig mogelijk’ moet.",
        "A duty or term that begins when another term is over, while it does not say how long "
        "that other one lasts. Also: a duty at the moment of an act that itself is due only ‘as "
        "soon as possible’.",
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
        "Alleen ankers aan een termijn met een naam, en plichten die tegelijk moeten. Een getal na "
        "een handeling zonder dag is te tellen zodra die er is.",
        "Only anchors at a term with a name, and duties that must be done at once. A number after "
        "an act without a day can be counted once it is there.",
    ),
    messages={
        "dangling": Text(
            "Dit begint na {term}, maar hoe lang die termijn duurt, staat er niet.",
            "This begins after {term}, but how long that term lasts is not stated.",
        ),
        "undated": Text(
            "Dit moet gebeuren als {act} er is, en daarvoor is de termijn alleen een woord: "
            "‘{word}’.",
            "This must be done when {act} is there, and for that the term is only a word: "
            "‘{word}’.",
        ),
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
    yield from _undated(subject)


def _undated(subject: Subject) -> Iterator[Hit]:
    """Duties at the moment of an act that itself has a word for a term."""
    vague = {
        act.act: (norm, norm.within)
        for norm in subject.norms(Response)
        if isinstance(norm.within, Vague)
        for pattern in norm.must
        for act in acts_of(pattern)
    }
    for norm in subject.norms(Response):
        start = one_act(norm.after)
        if start is None or start.act not in vague:
            continue
        first, term = vague[start.act]
        if isinstance(norm.within, Vague | SameMoment) and first is not norm:
            values: Values = {"act": ActName(start.act), "word": term.word}
            place, beside = subject.at_norm(norm, "after"), (norm_in(subject.own, first),)
            yield Hit(place, "undated", values, beside=beside)


def _begins_after(norm: Norm | NamedTerm) -> Iterator[TermRef]:
    start = norm.after if isinstance(norm, Response) else ()
    begins = norm.begins if isinstance(norm, NamedTerm) else ()
    for moment in every((start, begins), MomentPattern):
        if moment.edge is Edge.PASSED:
            yield moment.term
