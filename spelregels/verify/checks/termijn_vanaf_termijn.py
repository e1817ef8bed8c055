"""A term counted from the end of a term of which the last day is not sure."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import NamedTerm, Response
from spelregels.model.patterns import Edge, MomentPattern
from spelregels.model.terms import Duration
from spelregels.model.verified import CheckRecord, Cited, Text
from spelregels.model.words import Regime, Severity
from spelregels.verify.durations import atw_may_move
from spelregels.verify.parts import every
from spelregels.verify.subject import Hit, Subject, norm_in

RECORD = CheckRecord(
    id="termijn-vanaf-termijn",
    severity=Severity.WARNING,
    title=Text("Termijn vanaf een termijn", "Term counted from a deadline"),
    looks_for=Text(
        "Een termijn die begint als een andere termijn om is, terwijl niet vaststaat of die "
        "andere doorschuift als hij op een vrije dag eindigt.",
        "A term that begins when another term is over, while it is not settled whether that other "
        "one moves on when it ends on a free day.",
    ),
    why=Text(
        "De onzekerheid telt door: de tweede laatste dag kan meer dan een week verschillen.",
        "The doubt adds up: the second last day can differ by more than a week.",
    ),
    repair=Text(
        "Zet term_regime bij de eerste termijn, of tel vanaf iets dat gebeurt.",
        "Put term_regime with the first term, or count from something that happens.",
    ),
    limits=Text(
        "Waar vaststaat of de Algemene termijnenwet geldt, is tellen vanaf een termijn gewoon "
        "goed.",
        "Where it is settled whether the Algemene termijnenwet holds, counting from a term is "
        "fine.",
    ),
    messages={
        "chained": Text(
            "Dit telt vanaf het einde van {term}, en van die termijn staat niet vast of hij "
            "doorschuift.",
            "This counts from the end of {term}, and it is not settled whether that term moves on.",
        )
    },
    sources=(Cited("Algemene termijnenwet 1"), Cited("Weesp, referendum", "D53")),
    national=False,
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each norm or term that begins there and is counted itself."""
    for norm in (*subject.own.norms, *subject.own.terms):
        match norm:
            case Response():
                moments, length = every(norm.after, MomentPattern), norm.within
            case NamedTerm():
                moments, length = every(norm.begins, MomentPattern), norm.lasts
            case _:
                continue
        for moment in moments:
            term = subject.term(moment.term)
            loose = (
                term is not None
                and moment.edge is Edge.PASSED
                and term.regime is Regime.NOT_STATED
                and isinstance(term.lasts, Duration)
                and atw_may_move(term.lasts)
            )
            if loose and term is not None and isinstance(length, Duration):
                file = next(f for f in reversed(subject.ruleset.files) if f.id == moment.term.file)
                place, beside = subject.at_norm(norm, "after", "begins"), (norm_in(file, term),)
                yield Hit(place, "chained", {"term": moment.term}, beside=beside)
