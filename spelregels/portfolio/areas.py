"""Areas as a tree: an area covers its parts (P3). What is not in the tree may be anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spelregels.model.frozen import dataclass
from spelregels.model.registers import Area

Covers = bool | None
"""Yes, no, or None: cannot be told."""


@dataclass(frozen=True, slots=True)
class Tree:
    """``up``: each area with what it lies in, nearest first. ``parts``: one level down."""

    names: Mapping[str, str]
    up: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, tuple[str, ...]]
    whole: frozenset[str]

    @classmethod
    def of(cls, areas: Mapping[str, Area]) -> Tree:
        """The tree of a register, which has no circles."""
        names = {name: area.name for area in areas.values() for name in (area.name, *area.aliases)}
        parts: dict[str, list[str]] = {}
        for area in areas.values():
            if area.part_of is not None:
                parts.setdefault(area.part_of, []).append(area.name)
        return cls(
            names,
            {name: tuple(_upwards(name, areas)) for name in areas},
            {name: tuple(sorted(below)) for name, below in parts.items()},
            frozenset(area.name for area in areas.values() if area.whole),
        )

    def name(self, given: str) -> str:
        """The area that a name or alias stands for; itself when the register does not have it."""
        return self.names.get(given, given)

    def known(self, name: str) -> bool:
        """Whether the register has this area."""
        return name in self.up

    def above(self, name: str) -> tuple[str, ...]:
        """An area and all it lies in, nearest first."""
        return self.up.get(name, (name,))

    def covers(self, one: str, other: str) -> Covers:
        """Whether all of ``other`` lies in ``one``."""
        if one == other:
            return True
        if one in self.up and other in self.up:
            return one in self.up[other]
        return None

    def related(self, one: str, other: str) -> Covers:
        """Whether one of the two covers the other; areas in a tree overlap in no other way."""
        there, back = self.covers(one, other), self.covers(other, one)
        return True if there or back else None if there is None or back is None else False

    def covered(self, area: str, by: Iterable[str]) -> Covers:
        """Whether an area lies in these together: in one of them, or each of all its parts does."""
        given = tuple(by)
        answers = [self.covers(one, area) for one in given]
        if True in answers:
            return True
        below = self.parts.get(area, ())
        inside = [self.covered(part, given) for part in below]
        if below and area in self.whole:
            if all(one is True for one in inside):
                return True
            if False in inside and None not in answers:
                return False
            return None
        if None in answers:
            return None
        touched = any(self.covers(area, one) for one in given)
        return None if touched else False


def _upwards(name: str, areas: Mapping[str, Area]) -> Iterable[str]:
    here: str | None = name
    while here is not None:
        yield here
        here = areas[here].part_of
