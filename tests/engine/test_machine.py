"""The `transitions` machine and the step table say the same of the same acts (issue 2.1)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from spelregels.audit import PRECISE, case
from spelregels.engine import compile_ruleset
from spelregels.engine.machine import Place, machine_for
from spelregels.engine.steps import UNKNOWN_STAGE
from spelregels.language import load_ruleset
from spelregels.report.diagram import picture

ROOT = Path(__file__).resolve().parents[2]
WITH_STAGES = [seed for seed in range(80) if case(seed, PRECISE).ruleset.machine is not None]


class SameStage(RuleBasedStateMachine):
    """The same random acts through both."""

    @initialize(seed=strategies.sampled_from(WITH_STAGES))
    def begin(self, seed: int) -> None:
        compiled = compile_ruleset(case(seed, PRECISE).ruleset)
        machine, table = machine_for(compiled), compiled.steps
        assert machine is not None and table is not None
        self.machine, self.table = machine, table
        self.acts = [
            (name, outcome)
            for name, act in compiled.acts.items()
            for outcome in (None, *act.outcomes)
        ]
        self.place, self.number = Place(), 0

    @rule(draw=strategies.integers(0, 10_000), strict=strategies.booleans())
    def act(self, draw: int, strict: bool) -> None:
        act, outcome = self.acts[draw % len(self.acts)]
        step = self.table.steps.get((self.number, act, outcome))
        lawful = step is None or step.how is None
        let_through = self.machine.fire(self.place, act, outcome, strict=strict)
        assert let_through is (lawful or not strict)
        if step is not None and let_through:
            self.number = step.to

    @invariant()
    def same_stage(self) -> None:
        if hasattr(self, "place"):
            expected = self.table.name(self.number)
            assert self.machine.stage(self.place) == expected
            assert (expected is None) == (self.number == UNKNOWN_STAGE)


SameStage.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestSameStage = SameStage.TestCase


def test_one_machine_for_a_compiled_ruleset_serves_every_place() -> None:
    """2.1: one machine per ruleset version; places are slotted and unknown to it."""
    compiled = compile_ruleset(case(WITH_STAGES[0], PRECISE).ruleset)
    machine = machine_for(compiled)
    assert machine is not None and machine is machine_for(compiled)
    one, two = Place(), Place()
    first = machine.arrows()[0]
    one.state = machine.place_in(first.source).state
    machine.fire(one, first.act, first.outcome)
    assert machine.stage(one) == first.target and two.state == "s0"
    assert not hasattr(one, "__dict__")


def test_a_diagram_shows_the_machine_that_sessions_ask() -> None:
    """2.1: the same arrows, and each stage permits the acts on its own arrows."""
    rules = load_ruleset("vormen/wijkplatform")
    machine = machine_for(compile_ruleset(rules))
    assert machine is not None
    drawn = {(a.source, a.target) for a in picture(rules, "nl").arrows}
    number = {stage: machine.place_in(stage).state for stage in machine.stages}
    arrows = machine.arrows()
    assert drawn == {(number[arrow.source], number[arrow.target]) for arrow in arrows}
    assert len(drawn) > 5
    for arrow in arrows:
        assert arrow.source in machine.permitting(arrow.act, arrow.outcome)
    assert set(machine.permitting(arrows[0].act, arrows[0].outcome)) < set(number)


def test_names_from_a_ruleset_are_never_called() -> None:
    """2.1: an act called after a function of Python moves a stage and runs nothing."""
    from dataclasses import replace

    from spelregels.model.ruleset import Act, Machine, Stage, StageEdge

    rules = case(WITH_STAGES[0], PRECISE).ruleset
    stages = (
        Stage("os.getcwd", edges=(StageEdge("os.getcwd", None, "on_enter"),)),
        Stage("on_enter"),
    )
    acts = {**rules.acts, "os.getcwd": Act("os.getcwd")}
    odd = replace(rules, files=(), acts=acts, machine=Machine("x", stages))
    machine = machine_for(compile_ruleset(odd))
    assert machine is not None
    place = Place()
    assert machine.fire(place, "os.getcwd", None) and machine.stage(place) == "on_enter"


def test_nothing_else_imports_transitions() -> None:
    """2.1: compiling, replaying, and monitors work without `transitions`."""
    code = (
        "import sys; sys.modules['transitions'] = None\n"
        "from spelregels.engine import Monitors, compile_ruleset, replay, scan\n"
        "assert not {'pydantic', 'yaml', 'typer'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
