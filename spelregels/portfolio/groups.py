"""The largest sets of trajectories that surely cross each other, found in one sweep (P5).

A set crosses when there are one day, one area and one theme that all its members share. Only the
deepest areas need be looked at: what meets in an area also meets in each part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush

from spelregels.model.frozen import dataclass
from spelregels.portfolio.areas import Tree
from spelregels.portfolio.facets import Facet, Theme

Members = frozenset[int]


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers of facets, in order; where they meet; and from when to when all surely run."""

    members: tuple[int, ...]
    areas: tuple[str, ...]
    themes: tuple[Theme, ...]
    first: int
    last: int


def groups(facets: Sequence[Facet], same: Sequence[str], tree: Tree, least: int) -> list[Group]:
    """Every set of at least ``least`` that crosses and lies in no larger one that does."""
    met: dict[Members, set[str]] = {}
    surely = [n for n, f in enumerate(facets) if f.run.sure_from <= f.run.sure_to and f.areas]
    for area, numbers in _meeting_places(facets, surely, tree):
        for some in _by_theme(facets, numbers, same):
            for members in _at_once(facets, some):
                if len(members) >= least:
                    met.setdefault(members, set()).add(area)
    made = [_group(facets, members, met[members]) for members in largest(met)]
    return sorted(made, key=lambda g: [facets[n].id for n in g.members])


def _group(facets: Sequence[Facet], members: Members, areas: set[str]) -> Group:
    inside = sorted(members, key=lambda n: facets[n].id)
    shared = frozenset.intersection(*(facets[n].themes for n in inside))
    return Group(
        tuple(inside),
        tuple(sorted(areas)),
        tuple(sorted(shared)),
        max(facets[n].run.sure_from for n in inside),
        min(facets[n].run.sure_to for n in inside),
    )


def _meeting_places(
    facets: Sequence[Facet], numbers: Sequence[int], tree: Tree
) -> Iterator[tuple[str, list[int]]]:
    """Each deepest area, with all that lie over it; a town at a time."""
    towns = {facets[n].municipality for n in numbers} - {""} or {""}
    for town in sorted(towns):
        at: dict[str, list[int]] = {}
        for n in numbers:
            if facets[n].municipality in ("", town):
                for area in facets[n].areas:
                    at.setdefault(area, []).append(n)
        holding_others = {above for area in at for above in tree.above(area)[1:]}
        for area in at:
            if area not in holding_others:
                over = {n: None for above in tree.above(area) for n in at.get(above, ())}
                yield area, list(over)


def _by_theme(
    facets: Sequence[Facet], numbers: list[int], same: Sequence[str]
) -> Iterable[list[int]]:
    if not same:
        return [numbers]
    sharing: dict[Theme, list[int]] = {}
    for n in numbers:
        for theme in facets[n].themes:
            sharing.setdefault(theme, []).append(n)
    return sharing.values()


def _at_once(facets: Sequence[Facet], numbers: list[int]) -> Iterator[Members]:
    """The largest sets that surely run on one day, day by day on which one of them is complete."""
    running: set[int] = set()
    ends: list[tuple[int, int]] = []
    grown = False
    for n in sorted(numbers, key=lambda n: facets[n].run.sure_from):
        run = facets[n].run
        if ends and ends[0][0] < run.sure_from:
            if grown:
                yield frozenset(running)
            grown = False
            while ends and ends[0][0] < run.sure_from:
                running.discard(heappop(ends)[1])
        running.add(n)
        heappush(ends, (run.sure_to, n))
        grown = True
    if running:
        yield frozenset(running)


def largest(sets: Mapping[Members, object] | Iterable[Members]) -> Iterator[Members]:
    """Those that lie in no other: each is held only against sets with its rarest member."""
    accepted: list[Members] = []
    holding: dict[int, list[int]] = {}
    for one in sorted(sets, key=len, reverse=True):
        rarest = min((holding.get(n, []) for n in one), key=len, default=[])
        if not any(one <= accepted[number] for number in rarest):
            for n in one:
                holding.setdefault(n, []).append(len(accepted))
            accepted.append(one)
            yield one
