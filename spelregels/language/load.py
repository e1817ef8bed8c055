"""From an id or a path to a ruleset with all its layers, or to every problem in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from spelregels.language.examples import examples
from spelregels.language.gather import gather
from spelregels.language.layers import assemble
from spelregels.language.problems import Problems
from spelregels.model.problem import InputRefused, Position
from spelregels.model.ruleset import Ruleset


def load_ruleset(
    ref: str | Path, *, library: Sequence[Path] = (), named_at: Position | None = None
) -> Ruleset:
    """See :func:`spelregels.language.load_ruleset`."""
    problems = Problems()
    gathered, own = gather(ref, library, problems, named_at)
    if own is None or gathered.incomplete:
        problems.refuse()
        raise InputRefused(())
    ruleset = assemble(gathered, own)
    made = examples(own, ruleset, problems)
    problems.refuse()
    return replace(ruleset, files=(*ruleset.files[:-1], replace(ruleset.files[-1], examples=made)))
