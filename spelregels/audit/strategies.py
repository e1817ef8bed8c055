"""Hypothesis strategies over the generators, for shrinking. Needs the ``test`` extra."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spelregels.audit.generate import Case, case
from spelregels.audit.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def cases(settings: Settings = DEFAULT) -> SearchStrategy[Case]:
    """Random cases whose every draw Hypothesis controls, so that a failure shrinks."""
    from hypothesis import strategies

    randoms = strategies.randoms(use_true_random=False, note_method_calls=False)
    return randoms.map(lambda rng: case(rng, settings))
