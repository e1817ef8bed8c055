"""A hearing with all that it may ask."""

from __future__ import annotations

from datetime import date
from typing import Final

from spelregels.engine.compiled import Compiled
from spelregels.engine.gates import met_moments
from spelregels.engine.hearing import Above, Hearing
from spelregels.engine.terms import moments
from spelregels.model.trajectory import Trajectory

_ABOVE: Final = Above(moments, met_moments)


def hear(compiled: Compiled, log: Trajectory, as_of: date) -> Hearing:
    """The log as it stands at the end of ``as_of``."""
    return Hearing(compiled, log, as_of, _ABOVE)
