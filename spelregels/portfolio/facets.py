"""What of a trajectory says whether it crosses another: time, area, theme (P5)."""

from __future__ import annotations

from collections.abc import Sequence

from spelregels.model.frozen import dataclass
from spelregels.model.portfolio_found import Lack, Run, What
from spelregels.model.verdict import Unknown
from spelregels.model.words import How
from spelregels.portfolio.areas import Tree
from spelregels.portfolio.seen import texts_of
from spelregels.portfolio.shown import Shown

Theme = tuple[str, str]
"""A header key or fact, and one of its values."""


@dataclass(frozen=True, slots=True)
class Facet:
    """``areas`` empty: not known. ``open_area``: it may be about other areas than the tree tells.

    ``hidden``: the keys whose value is not known.
    """

    shown: Shown
    run: Run
    municipality: str
    areas: frozenset[str]
    open_area: bool
    themes: frozenset[Theme]
    hidden: frozenset[str]

    @property
    def id(self) -> str:
        """The id of the trajectory."""
        return self.shown.id

    @property
    def exact(self) -> bool:
        """Whether time, area and theme are all known."""
        return self.run.exact and not self.open_area and not self.hidden

    def lacks(self, tree: Tree) -> tuple[Lack, ...]:
        """What is not known of its time, area and theme."""
        made = []
        if not self.areas:
            made.append(Lack(self.id, How.FACT_UNKNOWN, what=What.AREA))
        for area in sorted(self.areas):
            if not tree.known(area):
                unknown = Lack(self.id, How.FACT_UNKNOWN, "", area, What.AREA_NOT_IN_REGISTER)
                made.append(unknown)
        made += [Lack(self.id, How.FACT_UNKNOWN, "", key) for key in sorted(self.hidden)]
        made += run_lacks(self.shown, self.run)
        return tuple(made)


def run_lacks(shown: Shown, run: Run) -> list[Lack]:
    """What is not known of when a trajectory ran."""
    made = []
    if run.may_from != run.sure_from:
        made.append(Lack(shown.id, How.DATE_UNKNOWN, what=What.BEGIN))
    if run.sure_to != run.may_to:
        made.append(Lack(shown.id, How.NOT_RECORDED, what=What.END))
    return made


def facet(shown: Shown, same: Sequence[str], tree: Tree) -> Facet | None:
    """What is known of a trajectory; None when it has no events."""
    if shown.run is None:
        return None
    themes: set[Theme] = set()
    hidden = []
    for key in same:
        value = shown.header(key)
        if isinstance(value, Unknown):
            hidden.append(key)
        themes.update((key, text) for text in texts_of(value))
    areas = shown.areas or frozenset()
    loose = not areas or not all(tree.known(area) for area in areas)
    return Facet(
        shown, shown.run, shown.municipality, areas, loose, frozenset(themes), frozenset(hidden)
    )


def one_town(one: Facet, other: Facet) -> bool:
    """Whether they may lie in one municipality: not when both name one, and not the same."""
    named = {one.municipality, other.municipality} - {""}
    return len(named) < 2


def surely_cross(one: Facet, other: Facet, same: Sequence[str], tree: Tree) -> bool:
    """P5: whether they surely run on one day, for one area, with one theme."""
    return (
        one.run.surely_with(other.run)
        and one_town(one, other)
        and (not same or bool(one.themes & other.themes))
        and any(tree.related(a, b) is True for a in one.areas for b in other.areas)
    )


def may_cross(one: Facet, other: Facet, same: Sequence[str], tree: Tree) -> bool:
    """P5: whether they may, for all that is known."""
    return (
        one.run.maybe_with(other.run)
        and one_town(one, other)
        and (not same or _may_share(one, other))
        and (
            not one.areas
            or not other.areas
            or any(tree.related(a, b) is not False for a in one.areas for b in other.areas)
        )
    )


def _may_share(one: Facet, other: Facet) -> bool:
    if one.themes & other.themes or one.hidden & other.hidden:
        return True
    return bool(
        one.hidden & {key for key, _ in other.themes}
        or other.hidden & {key for key, _ in one.themes}
    )
