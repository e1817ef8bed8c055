"""Agreement: the reference evaluator and the engine say the same of every case (issue 2.5).

Compared per instance: the file and its version, the norm, the trigger, the word, how it was broken
(not which of several unknowns is named first), the day, the last days, the stage.
"""

from __future__ import annotations

from datetime import date
from random import Random

from spelregels.audit.generate import Case
from spelregels.audit.properties.common import Judge, Property, differs, key, yearly_norms
from spelregels.model.norms import Precedence
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement, Verdict
from spelregels.model.words import Kind, Word


def by_engine(rules: Ruleset, log: Trajectory, as_of: date) -> Judgement:
    """The engine as an evaluator."""
    from spelregels.engine import compile_ruleset, replay

    return replay(compile_ruleset(rules), log, as_of)


def several_measures(case: Case) -> frozenset[str]:
    """Precedences that several acts can fail in several ways: which is named is not settled."""
    return frozenset(
        norm.id
        for file in case.ruleset.files
        for norm in file.norms
        if isinstance(norm, Precedence)
        and (norm.link is not None or norm.times > 1 or _measures(norm) > 1)
    )


def _measures(norm: Precedence) -> int:
    return sum(term is not None for term in (norm.lead, norm.wait, norm.at_longest))


def said(
    verdict: Verdict, yearly: frozenset[str] = frozenset(), loose: frozenset[str] = frozenset()
) -> tuple[object, ...]:
    """What two evaluators must say alike. ``loose``: norms of which no one how is settled."""
    how = verdict.how if verdict.word is not Word.CANNOT_TELL else None
    if verdict.norm in loose:
        how = None
    if verdict.kind is Kind.LAW:  # one line for a file; which trigger it names is not settled
        return (verdict.layer, verdict.norm, verdict.kind.value, "", "", "", verdict.word.value, "")
    return (*key(verdict, yearly), verdict.version, verdict.word.value, how.value if how else "")


def look(case: Case, rng: Random, judge: Judge) -> str | None:
    """The first verdicts on which the two evaluators differ."""
    yearly, loose = yearly_norms(case), several_measures(case)
    one = judge(case.ruleset, case.trajectory, case.as_of)
    two = by_engine(case.ruleset, case.trajectory, case.as_of)
    text = differs(
        (said(v, yearly, loose) for v in one.verdicts),
        (said(v, yearly, loose) for v in two.verdicts),
    )
    return None if text is None else f"reference and engine differ: {text}"


AGREEMENT = Property("agreement", look)
