"""Random cases: a well-formed ruleset, a log at the edges of its terms, and a day to judge on.

>>> from random import Random
>>> case(7).as_of == case(7).as_of  # the same seed gives the same case
True
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from spelregels.audit import blur
from spelregels.audit.chance import between, chance, pick, weighted
from spelregels.audit.days import clamp
from spelregels.audit.drafts import Workshop, at_random, at_the_edge, finish, repeat
from spelregels.audit.rulesets import ruleset
from spelregels.audit.settings import DEFAULT, Settings
from spelregels.audit.spans import spans
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory


@dataclass(frozen=True, slots=True)
class Case:
    """What ``judge`` takes."""

    ruleset: Ruleset
    trajectory: Trajectory
    as_of: date


def log_for(rng: Random, rules: Ruleset, settings: Settings = DEFAULT) -> tuple[Trajectory, date]:
    """A log aimed at the edges of the terms of ``rules``, and an ``as_of`` at or after an edge."""
    shop = Workshop(rng, settings, rules, spans(rules))
    size = between(rng, settings.events)
    while len(shop.drafts) < size:
        step = weighted(rng, ((8, at_the_edge), (2, at_random), (1, repeat)))
        step(shop)
    if chance(rng, 0.4):
        finish(shop)
    days = sorted(draft.day for draft in shop.drafts) or [date(2026, 6, 1)]
    made = blur.trajectory(rng, shop.drafts, settings)
    return made, _as_of(rng, days, shop.edges, settings)


def _as_of(rng: Random, days: list[date], edges: list[date], settings: Settings) -> date:
    if edges and chance(rng, 0.3):
        day = pick(rng, edges) + timedelta(pick(rng, (-1, 0, 1)))
    elif chance(rng, 0.25):
        day = pick(rng, days) + timedelta(pick(rng, (-1, 0, 1)))
    else:
        day = days[-1] + timedelta(pick(rng, (0, 1, 7, 45, 100, 800)))
    return clamp(day, settings.window)


def case(seed: int | Random, settings: Settings = DEFAULT) -> Case:
    """One case; an integer seed always gives the same one.

    A ``random.Random`` may be passed instead, such as the one Hypothesis gives, which shrinks.
    """
    rng = seed if isinstance(seed, Random) else Random(seed)
    rules = ruleset(rng, settings)
    trajectory, as_of = log_for(rng, rules, settings)
    return Case(rules, trajectory, as_of)
