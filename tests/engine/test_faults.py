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
    duties,
    monitors,
    replay,
    running,
    spans,
)
from spelregels.engine.truth import YES
from spelregels.model.norms import NamedTerm
from spelregels.model.words import CountFrom, Kind

SEEDS = 1500
DUTIES = Settings(
    blur=0.0, corrections=False, planned=False, kinds=(Kind.RESPONSE, Kind.PRECEDENCE)
)


def off_by_one_day(patch: pytest.MonkeyPatch) -> None:
    """The last day is a day longer."""
    old = spans.Due.by
    patch.setattr(spans.Due, "by", lambda due, point: old(replace(due, last=due.last + 1), point))


def last_instead_of_first(patch: pytest.MonkeyPatch) -> None:
    """A named term begins at its last begin act."""
    old = beginning._first_ready

    def last(hearing: Any, placed: Any, pattern: Any, per: Any) -> Any:
        ready = [p for p in beginning._ready(hearing, placed, pattern, per) if p.exists.level == 2]
        return ready[-1] if ready else old(hearing, placed, pattern, per)

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
    old = running._apply

    def again(hearing: Any, rule: Any, state: Any, item: Any, *rest: Any) -> None:
        before, state.extended = state.extensions, None
        old(hearing, rule, state, item, *rest)
        if item.kind is running.Change.EXTENDED and state.extended is not None:
            state.extensions = (*before, *state.extensions)

    patch.setattr(running, "_apply", again)


def revived_term(patch: pytest.MonkeyPatch) -> None:
    """A change counts although the term has run out."""
    patch.setattr(running, "_in_time", lambda *_: True)


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
    changes = fault in (second_extension, revived_term, last_instead_of_first)
    seeds = [s for s in range(SEEDS) if not changes or _wanted(case(s, DUTIES).ruleset)]
    for seed in seeds:
        made = case(seed, DUTIES)
        if AGREEMENT.at(made, seed) is not None:
            continue
        with monkeypatch.context() as patch:
            fault(patch)
            if AGREEMENT.at(made, seed) is not None:
                return
    pytest.fail(f"{fault.__name__} was not found in {len(seeds)} cases")


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
