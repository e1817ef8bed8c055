"""Clauses that take more than one file or more than verdicts to show (issue 1.5): M1, M5, M9, M10,
M14 and M16. Expected results follow from docs/meaning.md."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from spelregels.model.norms import Norm, Precedence, Requirement, Response
from spelregels.model.patterns import ActPattern, Op, Pattern, Test
from spelregels.model.ruleset import Act, Ruleset, RulesetFile
from spelregels.model.terms import Duration, NotStated
from spelregels.model.trajectory import Closed, Event, Trajectory, When
from spelregels.model.verdict import Judgement
from spelregels.model.words import (
    Governs,
    How,
    Order,
    Precision,
    Regime,
    RegulatoryLayer,
    Strength,
    Unit,
    Word,
)
from spelregels.semantics import judge

TURN = date(2026, 6, 15)


def act(name: str) -> Pattern:
    return (ActPattern(name),)


ASKS_A = Precedence(id="vooraf", before=act("b"), must=(act("a"),))
ASKS_C = Precedence(id="vooraf", before=act("b"), must=(act("c"),))


def file(*norms: Norm, since: date | NotStated | None = None, until: date | None = None,
         governs: Governs = Governs.EVENT_DATE, name: str = "f") -> RulesetFile:  # fmt: skip
    return RulesetFile(
        id=name, title={}, regulatory_layer=RegulatoryLayer.WET, governs=governs,
        valid_from=since, valid_to=until, norms=norms,
    )  # fmt: skip


def ruleset(*files: RulesetFile) -> Ruleset:
    acts = {name: Act(name) for name in ("a", "b", "c")}
    acts["besluit"] = Act("besluit", decision=True)
    acts["einde"] = Act("einde", ends=True)
    return Ruleset(id=files[-1].id, files=files, roles={}, acts=acts)


def log(*events: tuple[str, str], records: frozenset[str] | None = None) -> Trajectory:
    made = tuple(
        Event(id=f"e{n}", act=name, at=When(Precision.DAY, date.fromisoformat(f"2026-{day}")))
        for n, (day, name) in enumerate(events, start=1)
    )
    return Trajectory(
        id="t", events=made, records=records, order=Order.LISTED, closed=Closed(everything=True)
    )


def words(judgement: Judgement) -> list[tuple[str, str, Word]]:
    return [(v.norm, v.trigger, v.word) for v in judgement.verdicts]


END = date(2026, 12, 31)
BEFORE_AND_AFTER = log(("06-01", "a"), ("06-10", "b"), ("06-20", "b"))


def versions(governs: Governs) -> Ruleset:
    """Until 14 June A is asked before B, from 15 June C."""
    old = file(ASKS_A, since=date(2020, 1, 1), until=date(2026, 6, 14), governs=governs)
    return ruleset(old, file(ASKS_C, since=TURN, governs=governs))


def test_m14_the_day_of_the_trigger_picks_the_version() -> None:
    found = judge(versions(Governs.EVENT_DATE), BEFORE_AND_AFTER, END)
    assert words(found) == [("vooraf", "e2", Word.KEPT), ("vooraf", "e3", Word.BROKEN)]
    assert [v.version for v in found.verdicts] == ["2020-01-01", "2026-06-15"]


def test_m14_the_day_of_the_first_event_picks_the_version() -> None:
    found = judge(versions(Governs.STARTED_IN_FORCE), BEFORE_AND_AFTER, END)
    assert words(found) == [("vooraf", "e2", Word.KEPT), ("vooraf", "e3", Word.KEPT)]


def test_m14_where_the_text_is_silent_what_differs_cannot_be_told() -> None:
    found = judge(versions(Governs.NOT_STATED), BEFORE_AND_AFTER, END)
    on = {v.trigger: {w.word for w in found.verdicts if w.trigger == v.trigger}
          for v in found.verdicts}  # fmt: skip
    assert on["e2"] == {Word.KEPT}
    assert Word.CANNOT_TELL in on["e3"] and Word.BROKEN not in on["e3"]


def test_m14_law_of_another_date_gives_one_line() -> None:
    found = judge(ruleset(file(ASKS_C, since=TURN)), BEFORE_AND_AFTER, END)
    assert words(found) == [("vooraf", "e3", Word.BROKEN), ("@law", "e2", Word.CANNOT_TELL)]
    assert found.verdicts[1].how is How.LAW_NOT_ENCODED


def test_m14_valid_to_is_the_last_day_in_force() -> None:
    last_day = file(ASKS_C, since=date(2020, 1, 1), until=date(2026, 6, 20))
    assert len(judge(ruleset(last_day), BEFORE_AND_AFTER, END).verdicts) == 2
    day_before = replace(last_day, valid_to=date(2026, 6, 19))
    assert words(judge(ruleset(day_before), BEFORE_AND_AFTER, END))[1][0] == "@law"


def test_m14_unknown_validity_is_judged_and_said() -> None:
    found = judge(ruleset(file(ASKS_C, since=NotStated())), BEFORE_AND_AFTER, END)
    assert [v.word for v in found.verdicts] == [Word.BROKEN, Word.BROKEN]
    assert [r.code for r in found.remarks] == ["validity_not_stated"]


def test_m14_a_file_that_asks_nothing_says_nothing() -> None:
    asks_of_c = Precedence(id="x", before=act("c"), must=(act("a"),))
    assert judge(ruleset(file(asks_of_c, since=TURN)), BEFORE_AND_AFTER, END).verdicts == ()


def test_in_force_limits_one_norm() -> None:
    late = replace(ASKS_C, in_force_from=TURN)
    found = judge(ruleset(file(late)), BEFORE_AND_AFTER, END)
    assert words(found) == [("vooraf", "e3", Word.BROKEN)]


@pytest.mark.parametrize(
    ("strength", "outcome"),
    [(Strength.MUST, Word.BROKEN), (Strength.SHOULD, Word.LATE), (Strength.AIM, Word.LATE)],
)
def test_m10_should_and_aim_weigh_at_most_as_late(strength: Strength, outcome: Word) -> None:
    """M16: the cap touches the outcome, not the verdict."""
    found = judge(ruleset(file(replace(ASKS_C, strength=strength))), BEFORE_AND_AFTER, END)
    assert [v.word for v in found.verdicts] == [Word.BROKEN, Word.BROKEN]
    assert found.outcome is outcome


def test_m10_two_axes() -> None:
    unknown = Requirement(id="eis", upon=act("b"), require=Test("x", Op.PRESENT))
    open_log = replace(BEFORE_AND_AFTER, closed=Closed())
    found = judge(ruleset(file(ASKS_A, unknown)), open_log, END)
    assert found.outcome is Word.KEPT and found.undetermined == 2


def test_m10_nothing_to_judge() -> None:
    found = judge(ruleset(file(ASKS_A)), log(("06-01", "a")), END)
    assert (found.outcome, found.undetermined, found.verdicts) == (None, 0, ())


def test_m9_an_end_that_is_not_recorded_did_not_happen_and_that_is_said() -> None:
    duty = Response(id="d", after=act("b"), must=(act("c"),), regime=Regime.CALENDAR,
                    within=Duration(3, Unit.DAY))  # fmt: skip
    seen = log(("06-10", "b"), records=frozenset({"a", "b", "c", "besluit"}))
    found = judge(ruleset(file(duty)), seen, END)
    assert [v.word for v in found.verdicts] == [Word.OVERDUE]
    assert [(r.code, r.name) for r in found.remarks] == [("end_not_recorded", "einde")]


def test_m16_a_decision_outside_any_machine_is_not_judged_for_power_and_that_is_said() -> None:
    found = judge(ruleset(file(ASKS_A)), log(("06-10", "besluit")), END)
    assert found.verdicts == ()
    assert [(r.code, r.name) for r in found.remarks] == [("decision_outside_machine", "besluit")]


def test_m1_the_same_input_gives_the_same_judgement() -> None:
    rules = versions(Governs.NOT_STATED)
    assert judge(rules, BEFORE_AND_AFTER, END) == judge(rules, BEFORE_AND_AFTER, END)


def test_m5_the_first_ending_act_is_the_end() -> None:
    """A second one ends nothing: a duty without term raised between them does not arise."""
    duty = Response(id="d", after=act("b"), must=(act("c"),))
    ended = log(("06-01", "einde"), ("06-10", "b"), ("06-20", "einde"))
    assert judge(ruleset(file(duty)), ended, END).verdicts == ()


def test_m13_a_duty_broken_at_the_end_becomes_late_by_an_act_after_it() -> None:
    duty = Response(id="d", after=act("b"), must=(act("c"),), regime=Regime.CALENDAR,
                    within=Duration(3, Unit.DAY))  # fmt: skip
    told = log(("06-01", "b"), ("06-10", "einde"), ("06-20", "c"))
    days = (date(2026, 6, 4), date(2026, 6, 5), date(2026, 6, 10), date(2026, 6, 20))
    found = [judge(ruleset(file(duty)), told, day).verdicts[0].word for day in days]
    assert found == [Word.OPEN, Word.OVERDUE, Word.BROKEN, Word.LATE]
