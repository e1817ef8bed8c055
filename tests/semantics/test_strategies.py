"""The generators as Hypothesis strategies, for shrinking, and the shrinker on data (issue 1.5)."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings

from spelregels.audit.generate import Case, case
from spelregels.audit.shrink import shrink
from spelregels.audit.strategies import cases
from spelregels.audit.wellformed import well_formed
from spelregels.semantics import judge


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(made=cases())
def test_drawn_cases_are_well_formed(made: Case) -> None:
    assert well_formed(made)


def test_a_failing_case_shrinks_to_what_makes_it_fail() -> None:
    """A case that *fails* by being broken somewhere ends with few events and one norm."""

    def broken(made: Case) -> bool:
        verdicts = judge(made.ruleset, made.trajectory, made.as_of).verdicts
        return well_formed(made) and any(v.norm[0] != "@" and v.word == "broken" for v in verdicts)

    seed = next(n for n in range(500) if broken(case(Random(n))))
    small = shrink(case(seed), broken)
    assert broken(small)
    assert len(small.trajectory.events) <= 3
    assert sum(len(file.norms) for file in small.ruleset.files) == 1
