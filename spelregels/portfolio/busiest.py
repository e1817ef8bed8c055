"""P11: how much of the work rests on the busiest few, and what is left when one stops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from spelregels.model.log.truth import Truth
from spelregels.model.portfolio import Busiest
from spelregels.model.portfolio_found import Figure, Lack, Name, PortfolioFinding, Reason
from spelregels.model.registers import Person, Registers
from spelregels.model.terms import Duration
from spelregels.model.verdict import Unknown
from spelregels.model.words import How, Word
from spelregels.portfolio.answer import Answer
from spelregels.portfolio.seen import Seen, deeds_named, window_end
from spelregels.portfolio.shown import Shown


@dataclass(slots=True)
class _Tally:
    """Acts by person; those by somebody not named; and those that may not count at all."""

    by: Counter[str] = field(default_factory=Counter)
    nameless: int = 0
    perhaps: int = 0
    lacks: list[Lack] = field(default_factory=list)

    @property
    def sure(self) -> int:
        return sum(self.by.values()) + self.nameless


def busiest(asked: Busiest, portfolio: Sequence[Shown], registers: Registers, as_of: int) -> Answer:
    """The whole portfolio, judged once."""
    answer = Answer()
    tally = _Tally()
    for shown in portfolio:
        _count(asked, shown, registers.persons, as_of, tally)
    unseen = [
        Lack(s.id, How.NOT_RECORDED, "", name)
        for s in portfolio
        for name in s.unrecorded(deeds_named(asked.of))
    ]
    if not unseen and tally.sure + tally.perhaps < asked.least_acts:
        return answer
    top = tally.by.most_common()
    most = sum(count for _, count in top[: asked.top])
    total = tally.sure + tally.perhaps
    low = Fraction(most, total) if total else Fraction(0)
    high = Fraction(most + tally.nameless + tally.perhaps, total) if total else Fraction(1)
    answer.figures += _figures(asked, top, tally, low, high)
    if unseen or tally.sure < asked.least_acts or low <= asked.at_most < high:
        answer.doubt(Reason.FEW_UNKNOWN, (), (*unseen, *tally.lacks))
    elif low > asked.at_most:
        names = tuple(sorted(name for name, _ in top[: asked.top]))
        answer.findings.append(
            PortfolioFinding(
                word=Word.BROKEN,
                reason=Reason.FEW_CARRY,
                persons=names,
                figures=tuple(answer.figures),
            )
        )
    else:
        answer.kept = 1
    return answer


def _figures(
    asked: Busiest,
    top: Sequence[tuple[str, int]],
    tally: _Tally,
    low: Fraction,
    high: Fraction,
) -> list[Figure]:
    first = top[0][1] if top else 0
    people = len(top)
    total = tally.sure + tally.perhaps
    left = Fraction(total - first, total) if total else Fraction(1)
    return [
        Figure(Name.ACTS, tally.sure, total),
        Figure(Name.PERSONS, people, people + tally.nameless + tally.perhaps, persons=True),
        Figure(Name.BY_BUSIEST, min(asked.top, people), asked.top),
        Figure(Name.SHARE, low, high, of=people),
        Figure(Name.LIMIT, asked.at_most, asked.at_most),
        Figure(Name.LEFT_WITHOUT_ONE, left, left, of=people),
    ]


def _count(
    asked: Busiest, shown: Shown, persons: Mapping[str, Person], as_of: int, tally: _Tally
) -> None:
    for seen, sure in shown.found(asked.of):
        counts = _counts(asked, shown, seen, persons, as_of)
        if counts is False:
            continue
        who = shown.person(seen)
        if isinstance(counts, Unknown):
            tally.lacks.append(Lack(shown.id, counts.how, counts.event, counts.name))
        if isinstance(who, Unknown):
            tally.lacks.append(Lack(shown.id, who.how, who.event, who.name))
        if not sure:
            tally.lacks.append(Lack(shown.id, How.DATE_UNKNOWN, seen.event.id))
        if not sure or counts is not True:
            tally.perhaps += 1
        elif isinstance(who, Unknown):
            tally.nameless += 1
        else:
            tally.by[who] += 1


def _counts(
    asked: Busiest, shown: Shown, seen: Seen, persons: Mapping[str, Person], as_of: int
) -> Truth:
    """Whether an act is one of those that count: in the right role, within the window."""
    within = in_window(seen, asked.window, as_of)
    if within is False or not asked.roles:
        return within
    roles = shown.roles(seen, persons)
    if roles.held & set(asked.roles):
        fits: Truth = True if roles.known else Unknown(How.FACT_UNKNOWN, seen.event.id, "as")
    elif roles.known:
        return False
    else:
        fits = Unknown(How.FACT_UNKNOWN, seen.event.id, "as")
    return fits if within is True else within


def in_window(seen: Seen, window: Duration | None, as_of: int) -> Truth:
    """Whether an event lies in the last so many days, weeks, months or years."""
    if window is None or window_end(seen.lo, window) >= as_of:
        return True
    if window_end(seen.hi, window) < as_of:
        return False
    return Unknown(How.DATE_UNKNOWN, seen.event.id, seen.event.act)
