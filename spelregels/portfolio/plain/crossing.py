"""What trajectories are to each other: P5 overlap, P6 the lead, P7 load, P11 the busiest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations

from spelregels.model.portfolio import Busiest, Lead, Load, Overlap
from spelregels.model.terms import Duration
from spelregels.portfolio.plain.known import (
    Areas,
    Ids,
    Known,
    after,
    covers,
    day_of,
    days_in,
    is_one,
    own_areas,
    role_of,
    texts,
)


def groups(same: Sequence[str], every: Sequence[Known], areas: Areas) -> set[Ids]:
    """P5: for each day, area and theme all that share them; of these sets the largest."""
    found: set[Ids] = set()
    days = {one.first for one in every}  # a set is complete on the day its last member begins
    themes = {theme for one in every for theme in _themes(one, same)} if same else {None}
    for day in days:
        for area in areas:
            for theme in themes:
                sharing = frozenset(
                    one.log.id
                    for one in every
                    if one.runs(day)
                    and any(covers(own, area, areas) for own in own_areas(one))
                    and (theme is None or theme in _themes(one, same))
                )
                if len(sharing) > 1:
                    found.add(sharing)
    return {one for one in found if not any(one < other for other in found)}


def _themes(one: Known, same: Sequence[str]) -> set[tuple[str, str]]:
    given = {**one.log.header, **one.log.facts}
    return {(key, text) for key in same for text in texts(given.get(key))}


def overlap(asked: Overlap, every: Sequence[Known], areas: Areas) -> dict[Ids, bool]:
    """P5: each largest group, and whether every two of it are tied by an act of coordination."""
    tied = {
        pair
        for one in every
        for act in one.of(asked.coordinated_by)
        for pair in combinations(
            sorted({one.log.id, *texts(act.attributes.get(asked.partners))}), 2
        )
    }
    return {
        group: all(pair in tied for pair in combinations(sorted(group), 2))
        for group in groups(asked.same, every, areas)
    }


def leaders(asked: Lead, one: Known, day: date) -> set[str]:
    """P6: who has the lead on a day: taken by then, and not laid down since."""
    having: set[str] = set()
    for event in sorted(one.log.events, key=day_of):
        if day_of(event) <= day and is_one(event, asked.begins):
            having.add(str(event.by))
        if day_of(event) <= day and is_one(event, asked.ends):
            having.discard(str(event.by))
    return having


def _too_long(days: Iterable[date], longer: Duration | None) -> bool:
    """Whether some days in a row last longer than that."""
    every = sorted(days)
    for day in every:
        if day - timedelta(1) in every:
            continue
        last = day
        while last + timedelta(1) in every:
            last += timedelta(1)
        if longer is None or last > after(day, longer, counted_in=True):
            return True
    return False


def no_lead(asked: Lead, one: Known) -> bool:
    """P6: whether nobody has the lead for too long."""
    days = days_in(one.first, one.last)
    return _too_long((d for d in days if not leaders(asked, one, d)), asked.longer_than)


def several_leads(asked: Lead, some: Sequence[Known], least: int) -> bool:
    """P6: whether two parties have it for too long, on days on which ``least`` of these run."""
    days = days_in(min(o.first for o in some), max(o.last for o in some))
    wrong = []
    for day in days:
        running = [one for one in some if one.runs(day)]
        parties = {party for one in running for party in leaders(asked, one, day)}
        if len(running) >= least and len(parties) > 1:
            wrong.append(day)
    return _too_long(wrong, asked.longer_than)


def load(asked: Load, every: Sequence[Known]) -> dict[str, list[tuple[date, date, int]]]:
    """P7: per person the times of too much: first and last day, and the most in one window."""
    asking: dict[str, list[date]] = {}
    for one in every:
        for event in one.of(asked.of):
            for person in set(texts(event.attributes.get(asked.person))):
                asking.setdefault(person, []).append(day_of(event))
    found: dict[str, list[tuple[date, date, int]]] = {}
    for person, days in asking.items():
        for start in sorted(set(days)):
            end = after(start, asked.window, counted_in=True)
            inside = [day for day in days if start <= day <= end]
            if len(inside) <= asked.at_most:
                continue
            times = found.setdefault(person, [])
            if times and start <= times[-1][1]:
                first, last, most = times.pop()
                times.append((first, max(last, *inside), max(most, len(inside))))
            else:
                times.append((start, max(inside), len(inside)))
    return found


def busiest(asked: Busiest, every: Sequence[Known], as_of: date) -> bool | None:
    """P11: whether few carry too much; None: too few acts to judge."""
    acts = [
        event
        for one in every
        for event in one.of(asked.of)
        if (not asked.roles or role_of(event, one.rules) in asked.roles)
        and (not asked.window or after(day_of(event), asked.window, counted_in=True) >= as_of)
    ]
    if len(acts) < asked.least_acts:
        return None
    top = Counter(str(event.by) for event in acts).most_common(asked.top)
    return Fraction(sum(count for _, count in top), len(acts)) > asked.at_most
