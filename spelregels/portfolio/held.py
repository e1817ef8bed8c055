"""Who has the lead in one trajectory, day by day: surely, or for all that is known (P6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from spelregels.model.frozen import dataclass
from spelregels.model.portfolio import Lead
from spelregels.model.portfolio_found import Lack, Pointer
from spelregels.model.terms import Duration
from spelregels.model.verdict import Unknown
from spelregels.model.words import How
from spelregels.portfolio.seen import Seen, before, deeds_named, window_end
from spelregels.portfolio.shown import Shown

Stretch = tuple[int, int]
"""The first and the last of some days in a row, as ordinals."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One taking of the lead. ``party`` None: not known who; ``sure``: it surely was taken.

    ``may_end``: layings down that may have ended it; ``ends``: those that surely did.
    """

    party: str | None
    at: Pointer
    took: Seen
    sure: bool
    may_end: tuple[Seen, ...]
    ends: tuple[Seen, ...]

    def surely(self, day: int) -> bool:
        """Whether it surely holds on a day: taken by then, and nothing may have ended it."""
        return self.sure and self.took.hi <= day and all(end.lo > day for end in self.may_end)

    def maybe(self, day: int) -> bool:
        """Whether it may hold on a day: it may be taken by then, and nothing surely ended it."""
        return self.took.lo <= day and all(end.hi > day for end in self.ends)


@dataclass(frozen=True, slots=True)
class Held:
    """Who may hold the lead in one log. ``lacks``: what is not known of it.

    ``anyone``: its source does not record the taking, so anyone may hold. ``never_sure``: it does
    not record the laying down.
    """

    holdings: tuple[Holding, ...]
    lacks: tuple[Lack, ...]
    anyone: bool
    never_sure: bool

    def surely(self, day: int) -> list[Holding]:
        """What surely holds on a day."""
        return [] if self.never_sure else [h for h in self.holdings if h.surely(day)]

    def known(self, day: int) -> frozenset[str]:
        """The parties that surely hold."""
        return frozenset(h.party for h in self.surely(day) if h.party is not None)

    def surely_none(self, day: int) -> bool:
        """Whether surely nobody holds."""
        return not self.anyone and not any(h.maybe(day) for h in self.holdings)

    def changes(self) -> set[int]:
        """The days on which any of these answers may change."""
        ends = [end for h in self.holdings for end in (*h.may_end, *h.ends)]
        seen = [*(h.took for h in self.holdings), *ends]
        return {day for one in seen for day in (one.lo, one.hi)}


def may_be_several(some: Iterable[Held], day: int) -> bool:
    """Whether two parties or more may hold on a day, over these logs."""
    named: set[str] = set()
    nameless = 0
    for held in some:
        if held.anyone:
            return True
        for holding in held.holdings:
            if holding.maybe(day):
                nameless += holding.party is None
                named.update((holding.party,) if holding.party is not None else ())
    return len(named) + nameless > 1


def held_in(asked: Lead, shown: Shown) -> Held:
    """Who may hold the lead in one log."""
    begins, ends = deeds_named(asked.begins), deeds_named(asked.ends)
    took, laid = shown.found(asked.begins), shown.found(asked.ends)
    holdings = tuple(_holding(shown, seen, sure, laid) for seen, sure in took)
    missing = dict.fromkeys(shown.unrecorded((*begins, *ends)))
    lacks = [Lack(shown.id, How.NOT_RECORDED, "", name) for name in missing]
    lacks += _vague(shown, (*took, *laid))
    return Held(holdings, tuple(lacks), not shown.recorded(begins), not shown.recorded(ends))


def _holding(shown: Shown, took: Seen, sure: bool, laid: Sequence[tuple[Seen, bool]]) -> Holding:
    party = _name(shown, took)
    may_end, ends = [], []
    for end, sure_end in laid:
        who = _name(shown, end)
        if who != party and who is not None and party is not None:
            continue
        if before(shown.log, end, took) is not True:
            may_end.append(end)
        if sure_end and who == party and who and before(shown.log, took, end) is True:
            ends.append(end)
    at = Pointer(shown.id, took.event.id)
    return Holding(party, at, took, sure, tuple(may_end), tuple(ends))


def _name(shown: Shown, seen: Seen) -> str | None:
    party = shown.party(seen)
    return None if isinstance(party, Unknown) else party


def _vague(shown: Shown, found: Iterable[tuple[Seen, bool]]) -> Iterator[Lack]:
    for one, sure in found:
        if isinstance(shown.party(one), Unknown):
            yield Lack(shown.id, How.FACT_UNKNOWN, one.event.id, "by")
        if not sure or one.lo != one.hi:
            yield Lack(shown.id, How.DATE_UNKNOWN, one.event.id)


def stretches(
    days: Stretch, changes: Iterable[int], holds: Callable[[int], bool], longer: Duration | None
) -> list[Stretch]:
    """Days in a row, within ``days``, on which something holds; shorter lapses are passed over.

    ``changes``: the days on which the answer may change; ``longer`` None: every lapse counts.
    """
    first, last = days
    if first > last:
        return []
    points = sorted({first, *(day for day in changes if first < day <= last)})
    found: list[Stretch] = []
    for n, day in enumerate(points):
        end = points[n + 1] - 1 if n + 1 < len(points) else last
        if not holds(day):
            continue
        if found and found[-1][1] == day - 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((day, end))
    return [(a, b) for a, b in found if longer is None or b > window_end(a, longer)]
