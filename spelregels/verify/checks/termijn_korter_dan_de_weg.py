"""A term to decide that is shorter than what must happen first."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Response
from spelregels.model.terms import Duration, Term
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity, Strength
from spelregels.verify.durations import most_days
from spelregels.verify.parts import acts_of
from spelregels.verify.subject import Hit, Subject, Values
from spelregels.verify.waiting import longest_way

RECORD = CheckRecord(
    id="termijn-korter-dan-de-weg",
    severity=Severity.WARNING,
    title=Text("Termijn korter dan de weg ernaartoe", "Term shorter than the way there"),
    looks_for=Text(
        "Een termijn voor een besluit of een antwoord, terwijl de stappen die volgens de regels "
        "eerst moeten, samen langer duren.",
        "A term for a decision or a reply, while the steps that must come first by the rules take "
        "longer together.",
    ),
    why=Text(
        "Wie zich aan de ene regel houdt, is dan altijd te laat voor de andere. Zo duurt een "
        "traject langer dan beloofd, zonder dat iemand iets fout doet.",
        "Whoever keeps the one rule is always late for the other. So a trajectory takes longer "
        "than promised, while nobody does anything wrong.",
    ),
    repair=Text(
        "Maak de termijn langer, of de stappen ervoor korter of tegelijk.",
        "Make the term longer, or the steps before it shorter or at the same time.",
    ),
    limits=Text(
        "Telt alleen mee wat altijd geldt: geen uitzonderingen, geen keuze tussen stappen, geen "
        "fasen. Elke wachttijd telt zo kort mogelijk en de termijn zo lang mogelijk, met een week "
        "extra voor vrije dagen. Een termijn die kan stilstaan, wordt overgeslagen.",
        "Only what always holds is counted: no exceptions, no choice between steps, no stages. "
        "Every wait counts as short as can be and the term as long as can be, with a week extra "
        "for free days. A term that can stand still is passed over.",
    ),
    messages={
        "through": Text(
            "Na {start} moet {end} binnen {term}. Maar eerst moet {steps}, en dat kost volgens de "
            "regels samen minstens {days} dagen.",
            "After {start} {end} must follow within {term}. But first {steps} must happen, and by "
            "the rules that takes at least {days} days together.",
        ),
        "straight": Text(
            "Na {start} moet {end} binnen {term}. Maar volgens de regels moeten er minstens {days} "
            "dagen tussen zitten.",
            "After {start} {end} must follow within {term}. But by the rules at least {days} days "
            "must lie between them.",
        ),
    },
    sources=(Cited("DSP, De waarde van de wijk 4.2: traag en stroperig", "T8"),),
)
_FREE_DAYS = 7
"""More than the Atw ever moves a last day: at most five free days follow each other."""


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each duty that cannot be met in time."""
    for norm in subject.norms(Response):
        most = _most(norm)
        if most is None or norm.strength is not Strength.MUST or norm.unless:
            continue
        for must in norm.must:
            if len(must) != 1 or not acts_of(must):
                continue
            end = acts_of(must)[0]
            way = longest_way(norm.after, end, norm, subject)
            if way and way.days > most:
                values: Values = {
                    "start": tuple(ActName(one.act) for one in acts_of(norm.after)),
                    "end": ActName(end.act),
                    "term": norm.within if isinstance(norm.within, Duration) else "",
                    "days": way.days,
                    "steps": tuple(map(ActName, way.between)),
                }
                key = "through" if way.between else "straight"
                yield Hit(subject.at_norm(norm, "within"), key, values, beside=way.places)


def _most(norm: Response) -> int | None:
    """The most days it may take, extended and moved off free days; None if that is not known."""
    once = norm.extendable.once if norm.extendable else None
    first, more = _longest(norm.within), _longest(once) if once is not None else 0
    if norm.suspended_by is not None or first is None or more is None:
        return None
    return first + more + _FREE_DAYS


def _longest(term: Term | None) -> int | None:
    return most_days(term) if isinstance(term, Duration) else None
