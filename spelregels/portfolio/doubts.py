"""Trajectories of which it cannot be told whether they cross another (P5), in one sweep.

Held against each other are only those that may run on one day, near one place, with one theme; of
each the search stops at the first partner that leaves a doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import product

from spelregels.portfolio.areas import Tree
from spelregels.portfolio.facets import Facet

Key = tuple[str, ...]
Doubtful = Callable[[Facet, Facet], bool]
_ANY = "*"


class Shelf:
    """Facets that may run now, filed by where and what they may be about."""

    def __init__(self) -> None:
        self._filed: dict[Key, dict[int, None]] = {}

    def put(self, number: int, keys: Sequence[Key]) -> None:
        """File one under all its keys."""
        for key in keys:
            self._filed.setdefault(key, {})[number] = None

    def take(self, number: int, keys: Sequence[Key]) -> None:
        """Take one away."""
        for key in keys:
            self._filed.get(key, {}).pop(number, None)

    def near(self, keys: Sequence[Key]) -> Iterator[int]:
        """All under any of these keys; some more than once."""
        for key in keys:
            yield from tuple(self._filed.get(key, ()))


def doubtful(facets: Sequence[Facet], tree: Tree, doubt: Doubtful) -> list[int]:
    """The numbers of the inexact facets that have some ``doubt`` with any other facet.

    ``doubt``: whether two may cross and it is not sure that they do, or that this is no matter.
    """
    vague = {n for n, f in enumerate(facets) if not f.exact}
    if not vague or len(facets) < 2:
        return []
    active, waiting = Shelf(), Shelf()
    filed = [tuple(_filed(f, tree)) for f in facets]
    found: set[int] = set()
    ends: list[tuple[int, int]] = []
    for n in sorted(range(len(facets)), key=lambda n: facets[n].run.may_from):
        one = facets[n]
        while ends and ends[0][0] < one.run.may_from:
            _, gone = heappop(ends)
            active.take(gone, filed[gone])
            waiting.take(gone, filed[gone])
        asked = tuple(_asked(one, tree))
        for m in dict.fromkeys(waiting.near(asked)):
            if doubt(facets[m], one):
                found.add(m)
                waiting.take(m, filed[m])
        if n in vague:
            if any(doubt(one, facets[m]) for m in active.near(asked)):
                found.add(n)
            else:
                waiting.put(n, filed[n])
        active.put(n, filed[n])
        heappush(ends, (one.run.may_to, n))
    return sorted(found, key=lambda n: facets[n].id)


def _filed(one: Facet, tree: Tree) -> Iterator[Key]:
    """Where it can be found: under its areas, under all they lie in, and under *any*."""
    areas = [_ANY]
    if one.open_area:
        areas.append("?")
    else:
        areas += [f"={area}" for area in one.areas]
        areas += sorted({f"<{above}" for area in one.areas for above in tree.above(area)})
    themes = [_ANY, *(f"={k}={v}" for k, v in one.themes)]
    themes += [f"?{key}" for key in one.hidden]
    themes += [f"~{key}" for key in {*one.hidden, *(key for key, _ in one.themes)}]
    towns = [_ANY, f"={one.municipality}"]
    yield from product(areas, themes, towns)


def _asked(one: Facet, tree: Tree) -> Iterator[Key]:
    """Where its possible partners are filed."""
    if one.open_area:
        areas = [_ANY]
    else:
        areas = ["?", *(f"<{area}" for area in one.areas)]
        areas += sorted({f"={above}" for area in one.areas for above in tree.above(area)})
    themes = [f"={k}={v}" for k, v in one.themes]
    themes += [f"?{key}" for key, _ in one.themes]
    themes += [f"~{key}" for key in one.hidden]
    if not one.themes and not one.hidden:
        themes = [_ANY]
    towns = ["=", f"={one.municipality}"] if one.municipality else [_ANY]
    yield from product(areas, themes, towns)
