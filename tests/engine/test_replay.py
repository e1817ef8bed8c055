"""Short way and general path, whole and event by event: always the same verdicts (issue 2.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from spelregels.audit import DEFAULT, PRECISE, Settings, case
from spelregels.check import check
from spelregels.engine import Monitors, compile_ruleset, scan
from spelregels.engine import replay as replayed
from spelregels.language import load_ruleset
from spelregels.model.trajectory import Closed, Event, Trajectory, When
from spelregels.model.words import Kind, Precision, Word

ROOT = Path(__file__).resolve().parents[2]

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


@pytest.mark.parametrize("name", ["nl/awb", "vormen/wijkplatform"])
def test_a_batch_says_of_each_what_it_says_alone(name: str) -> None:
    """2.5: one compiled form, many trajectories: none leaves anything behind for the next."""
    rules, day = load_ruleset(name), date(2027, 12, 31)
    logs = [replace(one.trajectory, id=one.title) for one in rules.own.examples]
    alone = [check(rules, [log], today=day, as_of=day).checked[0] for log in logs]
    assert list(check(rules, logs, today=day, as_of=day).checked) == alone
    back = check(rules, reversed(logs), today=day, as_of=day).checked
    assert list(reversed(back)) == alone
    assert len(alone) > 2


def test_scanning_finds_what_replaying_says() -> None:
    """2.6: the bare finds of many logs are the words, triggers and evidence of the verdicts."""
    rules = load_ruleset(ROOT / "tests" / "bench" / "vijf-regels.yaml")
    compiled, rng = compile_ruleset(rules), Random(26)
    acts, broken = sorted(rules.acts), 0
    together, apart = [], []
    for _ in range(400):
        days = sorted(rng.sample(range(739_000, 739_120), rng.randint(1, 14)))
        done = [rng.choice(acts) for _ in days]
        late = date.fromordinal(739_100 + rng.randint(0, 200))
        seen = [(act, day) for act, day in zip(done, days, strict=True) if day <= late.toordinal()]
        [(_, finds)] = scan(compiled, [("x", [a for a, _ in seen], [d for _, d in seen])], late)
        events = tuple(
            Event(id=str(n), act=act, at=When(Precision.DAY, date.fromordinal(day)))
            for n, (act, day) in enumerate(zip(done, days, strict=True))
        )
        log = Trajectory(id="x", events=events, records=None, closed=Closed(everything=True))
        verdicts = replayed(compiled, log, late, swift=False).verdicts
        said = [(v.norm, v.trigger, v.word, v.how) for v in verdicts]
        names = {placed.number: placed.norm.id for placed in compiled.norms}
        assert said == [(names[f[0]], str(f[2]) if f[2] >= 0 else "", f[3], f[4]) for f in finds]
        broken += sum(find[3] is Word.BROKEN for find in finds)
        together.append(("x", [a for a, _ in seen], [d for _, d in seen]))
        apart += scan(compiled, together[-1:], date(2025, 1, 1))
    assert broken > 100
    assert list(scan(compiled, together, date(2025, 1, 1))) == apart
