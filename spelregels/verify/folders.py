"""Which files under a folder are rulesets."""

from __future__ import annotations

from pathlib import Path

from spelregels.language import library
from spelregels.model.problem import InputRefused, Position, Problem


def rulesets_in(folder: Path) -> tuple[Path, ...]:
    """The ruleset files under a folder, all versions, in order of name.

    Raises :class:`InputRefused` when there is none: looking at nothing is no clean run.
    """
    found = [path for id_ in library.ids_under(folder) for path in library.versions(id_, [folder])]
    if not found:
        nl = "In deze map staan geen regels."
        en = "There are no rulesets in this folder."
        expected = "een .yaml-bestand dat met spelregels: begint", "a .yaml file with spelregels:"
        raise InputRefused((Problem("no-rulesets", Position(str(folder)), nl, en, *expected),))
    return tuple(sorted(found))
