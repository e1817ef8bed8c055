"""P7: how often one person is asked in a window of days, over all trajectories."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from spelregels.model.frozen import dataclass
from spelregels.model.portfolio import Load
from spelregels.model.portfolio_found import Figure, Lack, Name, Pointer, PortfolioFinding, Reason
from spelregels.model.terms import Duration
from spelregels.model.verdict import Unknown
from spelregels.model.words import How, Word
from spelregels.portfolio.answer import Answer
from spelregels.portfolio.seen import Seen, deeds_named, texts_of, window_end
from spelregels.portfolio.shown import Shown


@dataclass(frozen=True, slots=True)
class Asking:
    """One time that somebody was asked, between two days. ``person`` None: not known who."""

    person: str | None
    at: Pointer
    lo: int
    hi: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Crowded:
    """Windows with too many, merged where they share days: the days, the askings, the most."""

    first: int
    last: int
    askings: tuple[Asking, ...]
    most: int


def load(asked: Load, portfolio: Sequence[Shown]) -> Answer:
    """One finding per person and time of too much; one for all that cannot be told."""
    answer = Answer()
    askings, lacks = _askings(asked, portfolio)
    own: dict[str, list[Asking]] = {}
    for one in askings:
        if one.person is not None:
            own.setdefault(one.person, []).append(one)
    above = 0
    for person in sorted(own):
        sure = [a for a in own[person] if a.sure]
        answer.loads[most_sure(sure, asked.window)] += 1
        crowded = list(too_many(sure, asked.window, asked.at_most))
        above += bool(crowded)
        answer.findings += [_finding(person, one, asked) for one in crowded]
    unseen = [lack for s in portfolio for lack in _unseen(asked, s)]
    if unseen or most_possible(_open_to_doubt(askings), asked.window) > asked.at_most:
        missing = [*unseen, *lacks]
        answer.doubt(Reason.LOAD_UNKNOWN, (lack.owner for lack in missing), missing)
    answer.kept = len(own) - above
    answer.figures.append(Figure(Name.PERSONS, len(own), len(own), persons=True))
    answer.figures.append(Figure(Name.PERSONS_ABOVE, above, above, persons=True))
    return answer


def _askings(asked: Load, portfolio: Sequence[Shown]) -> tuple[list[Asking], list[Lack]]:
    """Everybody asked, and what is not known of it; an act for nobody in particular counts not."""
    made: list[Asking] = []
    lacks: list[Lack] = []
    for shown in portfolio:
        for seen, sure in shown.found(asked.of):
            at = Pointer(shown.id, seen.event.id)
            who = shown.value(seen, asked.person)
            names: tuple[str | None, ...] = texts_of(who)
            if isinstance(who, Unknown):
                names = (None,)
                lacks.append(Lack(shown.id, How.FACT_UNKNOWN, seen.event.id, asked.person))
            if names and (not sure or seen.lo != seen.hi):
                lacks.append(Lack(shown.id, How.DATE_UNKNOWN, seen.event.id))
            made += [_asking(name, at, seen, sure) for name in dict.fromkeys(names)]
    return made, lacks


def _open_to_doubt(askings: Sequence[Asking]) -> Sequence[Asking]:
    """The askings of whoever may have had more or other ones than those that are sure."""
    vague = {a.person for a in askings if not a.sure or a.lo != a.hi or a.person is None}
    return askings if None in vague else [a for a in askings if a.person in vague]


def _asking(name: str | None, at: Pointer, seen: Seen, sure: bool) -> Asking:
    return Asking(name, at, seen.lo, seen.hi, sure)


def _unseen(asked: Load, shown: Shown) -> Iterator[Lack]:
    for name in shown.unrecorded(deeds_named(asked.of)):
        yield Lack(shown.id, How.NOT_RECORDED, "", name)


def too_many(askings: Sequence[Asking], window: Duration, at_most: int) -> Iterator[Crowded]:
    """The windows that surely hold more than ``at_most`` of these, merged where days are shared.

    A window begins on the first possible day of an asking: with any other it could begin later and
    hold no less.
    """
    ordered = sorted(askings, key=lambda a: (a.lo, a.hi, a.at.trajectory, a.at.event))
    begins = [a.lo for a in ordered]
    held: dict[Asking, None] = {}
    first = last = most = 0
    for n, one in enumerate(ordered):
        if n and begins[n - 1] == one.lo:
            continue
        end = window_end(one.lo, window)
        inside = [a for a in ordered[n : bisect_right(begins, end)] if a.hi <= end]
        if len(inside) <= at_most:
            continue
        if held and one.lo > last:
            yield Crowded(first, last, tuple(held), most)
            held, most = {}, 0
        if not held:
            first = last = one.lo
        held.update(dict.fromkeys(inside))
        last, most = max(last, *(a.hi for a in inside)), max(most, len(inside))
    if held:
        yield Crowded(first, last, tuple(held), most)


def most_sure(askings: Sequence[Asking], window: Duration) -> int:
    """The most that surely lie in one window: the largest of what ``too_many`` would tell."""
    return max((one.most for one in too_many(askings, window, 0)), default=0)


def most_possible(askings: Sequence[Asking], window: Duration) -> int:
    """The most that one person may have had in one window, for all that is known.

    Whoever is not named may be anyone. Windows begin on the last possible day of an asking: what a
    window may hold, one of these may hold too. One sweep: askings come in by their first possible
    day and go out by their last.
    """
    coming = sorted(askings, key=lambda a: a.lo)
    going = sorted(askings, key=lambda a: a.hi)
    counts: Counter[str] = Counter()
    having: Counter[int] = Counter()  # how many persons have so many
    top = nameless = most = came = went = 0

    def change(person: str | None, by: int) -> None:
        nonlocal top, nameless
        if person is None:
            nameless += by
            return
        having[counts[person]] -= 1
        counts[person] += by
        having[counts[person]] += 1
        top = max(top, counts[person])
        while top and not having[top]:
            top -= 1

    for one in going:
        end = window_end(one.hi, window)
        while came < len(coming) and coming[came].lo <= end:
            change(coming[came].person, 1)
            came += 1
        while going[went].hi < one.hi:
            change(going[went].person, -1)
            went += 1
        most = max(most, top + nameless)
    return most


def _finding(person: str, crowded: Crowded, asked: Load) -> PortfolioFinding:
    where: Mapping[str, None] = dict.fromkeys(a.at.trajectory for a in crowded.askings)
    return PortfolioFinding(
        word=Word.BROKEN,
        reason=Reason.ASKED_TOO_OFTEN,
        trajectories=tuple(sorted(where)),
        persons=(person,),
        first=date.fromordinal(crowded.first),
        last=date.fromordinal(crowded.last),
        evidence=tuple(a.at for a in crowded.askings),
        figures=(
            Figure(Name.ASKED, crowded.most, crowded.most),
            Figure(Name.LIMIT, asked.at_most, asked.at_most),
        ),
    )
