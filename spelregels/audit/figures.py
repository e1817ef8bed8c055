"""Random figures: facts, shares of them, the lowest of two, a number by scale."""

from __future__ import annotations

from random import Random

from spelregels.audit.chance import chance, pick, weighted
from spelregels.audit.vocabulary import GENERAL, TOPICS
from spelregels.model.figures import FactFigure, Figure, Pick, Picked, Rounding, Scaled, Share

FACT, OWN, SCALE = "omvang", "aantal", "topic"
_SHARES = ((1, 2), (3, 4), (1, 100), (3, 2))


def limit(rng: Random, number: int) -> Figure:
    """A number of a text: most often just that number."""
    return number if chance(rng, 0.75) else figure(rng, number)


def figure(rng: Random, number: int, *, own: bool = False) -> Figure:
    """A figure. ``own``: it may read the event that is judged, or one before it."""
    facts = [FactFigure(FACT)]
    if own:
        facts += [FactFigure(OWN, own=True), FactFigure(OWN, act=pick(rng, GENERAL))]
    fact = pick(rng, facts)
    some, whole = pick(rng, _SHARES)
    rounding = pick(rng, (None, None, *Rounding))
    forms: tuple[tuple[int, Figure], ...] = (
        (2, fact),
        (3, Share(some, whole, fact, rounding)),
        (3, Picked(pick(rng, tuple(Pick)), (fact, number))),
        (1, Scaled(SCALE, tuple((word, number + n) for n, word in enumerate(TOPICS)))),
    )
    return weighted(rng, forms)
