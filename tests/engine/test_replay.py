"""Short way and general path, whole and event by event: always the same verdicts (issue 2.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from spelregels.audit import DEFAULT, PRECISE, Settings, case
from spelregels.engine import Monitors, compile_ruleset, scan
from spelregels.engine import replay as replayed
from spelregels.model.words import Kind

SHORT = replace(
    PRECISE,
    layers=False,
    conditions=False,
    roles=False,
    changes=False,
    named_terms=False,
    machine=False,
    kinds=(Kind.PRECEDENCE, Kind.RESPONSE, Kind.ABSENCE, Kind.THRESHOLD),
    norms=(3, 6),
)


@pytest.mark.parametrize("settings", [SHORT, PRECISE, DEFAULT], ids=["short", "precise", "default"])
def test_the_short_way_says_what_the_general_path_says(settings: Settings) -> None:
    """2.6: every field of every verdict."""
    taken = 0
    for seed in range(250):
        made = case(seed, settings)
        compiled = compile_ruleset(made.ruleset)
        taken += len(compiled.fast.rules)
        one = replayed(compiled, made.trajectory, made.as_of)
        assert one == replayed(compiled, made.trajectory, made.as_of, swift=False), seed
    assert taken > 20


def test_prefix_by_prefix_equals_whole() -> None:
    """2.5: recording events one by one and judging after each equals replaying that prefix."""
    for seed in range(150):
        made = case(seed)
        compiled = compile_ruleset(made.ruleset)
        live = Monitors(compiled, replace(made.trajectory, events=()))
        for count, event in enumerate(made.trajectory.events, start=1):
            live.record(event)
            prefix = replace(made.trajectory, events=made.trajectory.events[:count])
            assert live.judge(made.as_of) == replayed(compiled, prefix, made.as_of), seed
        assert live.trajectory == made.trajectory


def test_a_rested_session_says_the_same() -> None:
    """2.1: what judging remembered changes nothing."""
    for seed in range(60):
        made = case(seed)
        live = Monitors(compile_ruleset(made.ruleset), made.trajectory)
        first = live.judge(made.as_of)
        assert live.judge(made.as_of) == first
        live.rest()
        assert live.judge(made.as_of) == first


def test_scanning_finds_what_replaying_says() -> None:
    """2.6: the bare finds of many logs are the words of the verdicts."""
    from spelregels.audit.properties.common import BREACHES

    seen = 0
    for seed in range(300):
        made = case(seed, SHORT)
        compiled = compile_ruleset(made.ruleset)
        moments = [(e.at.day, e.act) for e in made.trajectory.events]
        days = [day.toordinal() for day, _ in moments if day is not None]
        late = date.fromordinal(max(days, default=1) + 4000)
        if not compiled.fast.complete or sorted(set(days)) != days or compiled.ending == ():
            continue
        logs = [("x", [act for _, act in moments], days)]
        try:
            [(_, finds)] = scan(compiled, logs, late)
        except Exception as error:
            assert type(error).__name__ in ("Unsure", "ValueError")
            continue
        verdicts = replayed(compiled, made.trajectory, late).verdicts
        words = [find[3] for find in finds]
        assert words == [verdict.word for verdict in verdicts]
        seen += sum(word in BREACHES for word in words)
    assert seen > 10
