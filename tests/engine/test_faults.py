"""Faults put into the engine on purpose are each found by the agreement run (issue 2.5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from spelregels.audit import Settings, case
from spelregels.audit.properties.agreement import AGREEMENT
from spelregels.engine import (
    Monitors,
    beginning,
    compile_ruleset,
    course,
    duties,
    monitors,
    replay,
    spans,
)
from spelregels.engine.points import NEVER
from spelregels.engine.truth import YES
from spelregels.model.norms import NamedTerm
from spelregels.model.words import CountFrom, Kind

SEEDS = 1500
DUTIES = Settings(
    blur=0.0,
    corrections=False,
    planned=False,
    kinds=(Kind.RESPONSE, Kind.PRECEDENCE),
    changing=0.7,
)


def off_by_one_day(patch: pytest.MonkeyPatch) -> None:
    """The last day is a day longer."""
    old = spans.Due.by
    patch.setattr(spans.Due, "by", lambda due, point: old(replace(due, last=due.last + 1), point))


def last_instead_of_first(patch: pytest.MonkeyPatch) -> None:
    """A named term begins at its last begin act."""
    old = beginning._first_ready

    def last(hearing: Any, ready: Any) -> Any:
        sure = [pair for pair in ready if pair[0].exists.level == 2]
        return beginning._Part(sure[-1][0], True) if sure else old(hearing, ready)

    patch.setattr(beginning, "_first_ready", last)


def dropped_order_check(patch: pytest.MonkeyPatch) -> None:
    """An answer need not come after its trigger."""
    patch.setattr(duties, "after", lambda *_: YES)


def swapped_start_rule(patch: pytest.MonkeyPatch) -> None:
    """The day a term starts is day one, and the other way round."""
    old = spans._reckoned
    other = {CountFrom.NEXT_DAY: CountFrom.SAME_DAY, CountFrom.SAME_DAY: CountFrom.NEXT_DAY}

    def swapped(hearing: Any, term: Any, start: int, how: Any, *rest: Any) -> Any:
        return old(hearing, term, start, replace(how, count_from=other[how.count_from]), *rest)

    patch.setattr(spans, "_reckoned", swapped)


def second_extension(patch: pytest.MonkeyPatch) -> None:
    """Every extension adds again."""
    old = course._Run._extend

    def again(run: Any, item: Any) -> None:
        before, run.state.extended = run.state.extensions, None
        old(run, item)
        if run.state.extended:
            run.state.extensions = (*before, *run.state.extensions)

    patch.setattr(course._Run, "_extend", again)


def revived_term(patch: pytest.MonkeyPatch) -> None:
    """A change counts although the term has run out."""

    def always(run: Any) -> Any:
        return replace(old(run), first=NEVER, last=NEVER)

    old = course._Run.due
    for name in ("_extend", "_open"):
        patch.setattr(course._Run, name, _with_due(getattr(course._Run, name), always))


def _with_due(take: Any, due: Any) -> Any:
    """A step of the run that sees another last day."""

    def taken(run: Any, *given: Any) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(course._Run, "due", due)
            take(run, *given)

    return taken


FAULTS: tuple[Callable[[pytest.MonkeyPatch], None], ...] = (
    off_by_one_day,
    last_instead_of_first,
    dropped_order_check,
    swapped_start_rule,
    second_extension,
    revived_term,
)


def _wanted(rules: Any) -> bool:
    parts = [part for file in rules.files for part in (*file.norms, *file.terms)]
    changing = (getattr(part, "extendable", None) is not None for part in parts)
    return any(changing) or any(isinstance(part, NamedTerm) for part in parts)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_fault_is_found(fault: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """2.5: some case on which both agree is judged apart once the fault is in."""
    changing = fault in (second_extension, revived_term, last_instead_of_first)
    for seed in range(SEEDS):
        made = case(seed, DUTIES)
        if changing and not _wanted(made.ruleset):
            continue
        assert AGREEMENT.at(made, seed) is None, seed
        with monkeypatch.context() as patch:
            fault(patch)
            if AGREEMENT.at(made, seed) is not None:
                return
    pytest.fail(f"{fault.__name__} was not found in {SEEDS} cases")


def test_stale_state_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """2.5: a session that forgets which norms an act touches no longer equals its replay."""
    monkeypatch.setattr(monitors._Remembered, "__init__", _forgetful)
    for seed in range(200):
        made = case(seed, DUTIES)
        compiled = compile_ruleset(made.ruleset)
        live = Monitors(compiled, replace(made.trajectory, events=()))
        for count, event in enumerate(made.trajectory.events, start=1):
            live.record(event)
            log = replace(made.trajectory, events=made.trajectory.events[:count])
            if live.judge(made.as_of) != replay(compiled, log, made.as_of):
                return
    pytest.fail("stale state was not found")


class _Forgets(set[str]):
    def add(self, act: str) -> None:
        """Nothing is remembered."""


def _forgetful(kept: Any, as_of: Any, sign: Any, verdicts: Any) -> None:
    kept.as_of, kept.sign, kept.verdicts, kept.fresh = as_of, sign, verdicts, _Forgets()
