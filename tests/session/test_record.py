"""Recording and correcting: nothing is erased, nothing is recorded twice (issue 2.2)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from spelregels.model.words import Word
from spelregels.semantics import judge
from spelregels.session import (
    AlreadyCorrected,
    DifferentEvent,
    EventRefused,
    NotLawful,
    Rulebook,
    Session,
    SessionError,
    StaleSequence,
    UnknownEvent,
)
from spelregels.session.errors import __all__ as all_errors
from tests.session.conftest import HEADER, WALK, walked


def test_what_is_recorded_is_the_trajectory(book: Rulebook) -> None:
    """The events stand in the order of arrival, and are judged as a file with them would be."""
    session = walked(book, 6)
    assert [event.id for event in session.events] == ["e1", "e2", "e3", "e4", "e5", "e6"]
    as_of = date(2026, 7, 1)
    assert session.judge(as_of) == judge(book.ruleset, session.trajectory, as_of)
    assert session.judge(as_of).stage == "te_beslissen"


def test_the_same_event_again_changes_nothing(book: Rulebook) -> None:
    """A retry after a lost answer is safe, also with the old sequence number."""
    session = walked(book, 3)
    again = session.record(WALK[2], expected=2)
    assert (again.repeated, again.sequence, session.sequence) == (True, 3, 3)
    same_day = {**WALK[2], "at": date(2026, 3, 16)}
    assert session.record(same_day).repeated


def test_the_same_id_with_other_content_is_refused(book: Rulebook) -> None:
    """And nothing changes."""
    session = walked(book, 3)
    with pytest.raises(DifferentEvent, match="Give it an id of its own"):
        session.record({**WALK[2], "at": "2026-03-17"})
    assert [event.id for event in session.events] == ["e1", "e2", "e3"]


def test_a_correction_names_what_it_replaces_and_both_stay(book: Rulebook) -> None:
    """Until the day it was recorded, the old event counts; from then on, the new one."""
    session = walked(book, 3)
    late = {**WALK[2], "id": "e3b", "at": "2026-03-12"}
    session.correct("e3", late, recorded=date(2026, 3, 20))
    assert [event.id for event in session.events] == ["e1", "e2", "e3", "e3b"]
    assert [event.id for event in session.current] == ["e1", "e2", "e3b"]

    def word(day: date) -> Word:
        found = {v.norm: v.word for v in session.judge(day).verdicts}
        return found["informatie-vooraf"]

    assert word(date(2026, 3, 19)) is Word.KEPT
    assert word(date(2026, 3, 20)) is Word.BROKEN
    assert session.correct("e3", late, recorded=date(2026, 3, 20)).repeated


def test_a_correction_that_cannot_be(book: Rulebook) -> None:
    """Of nothing, of what was replaced already, of itself; and `record` takes no corrections."""
    session = walked(book, 3)
    day = date(2026, 3, 20)
    with pytest.raises(UnknownEvent):
        session.correct("e9", {**WALK[2], "id": "e3b"}, recorded=day)
    with pytest.raises(EventRefused):
        session.correct("e3", WALK[2], recorded=day)
    session.correct("e3", {**WALK[2], "id": "e3b"}, recorded=day)
    with pytest.raises(AlreadyCorrected):
        session.correct("e3", {**WALK[2], "id": "e3c"}, recorded=day)
    session.correct("e3b", {**WALK[2], "id": "e3c"}, recorded=day)
    with pytest.raises(EventRefused, match="correct"):
        session.record({**WALK[2], "id": "e3d", "corrects": "e3c", "recorded": day})
    assert session.sequence == 5


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"act": "raadpleging.geopent"}, "unknown-act"),
        ({"at": "31-02-2026"}, None),
        ({"at": "2026-02-31"}, None),
        ({"kleur": "rood"}, "unknown-attribute"),
        ({"outcome": "mooi"}, "unknown-outcome"),
        ({"as": "koning"}, "unknown-role"),
        ({"id": ""}, "no-id"),
        ({"note": object()}, "no-plain-data"),
        ({"note": "a\x00b"}, "hidden-character"),
        ({"note": "a\ud800b"}, "hidden-character"),
        ({"note": float("nan")}, "bad-number"),
        ({"note": 10**5000}, "bad-number"),
        ({"note": Decimal("1e9999")}, "bad-number"),
        ({"id": 10**5000}, "no-id"),
        ({"note": [[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]}, "too-deep"),
        ({1: "x"}, "bad-key"),
    ],
)
def test_an_event_that_does_not_fit_is_refused_with_problems(
    book: Rulebook, change: dict[Any, Any], code: str | None
) -> None:
    """Never a traceback from inside, never recorded."""
    session = walked(book, 2)
    with pytest.raises(EventRefused) as refused:
        session.record({**WALK[2], **change})
    assert refused.value.problems
    assert code is None or refused.value.problems[0].code == code
    assert session.sequence == 2


@pytest.mark.parametrize("thing", [None, 3, "e1", b"e1", ["id"], object()])
def test_what_is_no_event_at_all_is_refused(book: Rulebook, thing: Any) -> None:
    """Typed exceptions wherever data comes in; a session is never left half changed."""
    session = walked(book, 2)
    with pytest.raises(EventRefused):
        session.record(thing)
    with pytest.raises(EventRefused):
        session.correct("e1", thing, recorded=date(2026, 3, 9))
    with pytest.raises(EventRefused):
        Session.start(book, {**HEADER, "events": [thing]})
    with pytest.raises(EventRefused):
        session.preview("informatie.gegeven", by="college", on=date(2026, 3, 9), attributes={1: 2})
    if thing != "e1":
        with pytest.raises(UnknownEvent):
            session.correct(thing, {**WALK[2], "id": "e9"}, recorded=date(2026, 3, 9))
    assert session.sequence == 2 and len(session.events) == 2


@pytest.mark.parametrize("day", ["2026-03-09", datetime(2026, 3, 9, tzinfo=UTC), None])
def test_a_day_is_a_day_and_no_moment(book: Rulebook, day: Any) -> None:
    """A moment lies on two days, one for each side of the earth; so it is not taken for a day."""
    session = walked(book, 2)
    for ask in (session.judge, lambda on: session.agenda(on=on)):
        with pytest.raises(TypeError, match="date is asked"):
            ask(day)


def test_money_stays_exact(book: Rulebook) -> None:
    """A decimal comes back as it was, through JSON text too."""
    import json

    session = walked(book, 6)
    money = Decimal("4500.50")
    event = {"id": "b1", "at": "2026-05-06", "act": "budget.toegekend", "by": "college"}
    session.record({**event, "bedrag": money}, strict=False)
    text = json.dumps(session.snapshot())
    again = Session.restore(book, text)
    assert again.events[-1].attributes["bedrag"] == money
    assert again.record({**event, "bedrag": 4500.5}, strict=False).repeated


def test_a_clock_time_needs_a_zone_and_the_header_may_give_it(book: Rulebook) -> None:
    """`time_zone` of the header holds for events recorded later too."""
    event = {**WALK[0], "at": "2026-03-02T10:30"}
    with pytest.raises(EventRefused):
        walked(book, 0).record(event)
    session = Session.start(book, {**HEADER, "time_zone": "Europe/Amsterdam"})
    session.record(event)
    assert Session.restore(book, session.snapshot()).events[0].at.minute == 630


def test_recording_one_by_one_is_replaying_the_prefix(book: Rulebook) -> None:
    """2.5: after each event, corrections and answers too, a session in use says what one says that
    reads its log anew, on the day itself and later."""
    session = walked(book, 0)
    reply = {"id": "e7", "at": "2026-05-12", "act": "reactie.gegeven", "by": "college"}
    steps: list[dict[str, Any]] = [*WALK[:3], {**WALK[2], "id": "e3b"}, *WALK[3:]]
    steps += [{**reply, "antwoord_op": "e6"}, {**WALK[5], "id": "e6b", "by": "wijkplatvorm"}]
    days = [date(2026, 3, 20), date(2026, 7, 1)]
    for step in steps:
        if step["id"].endswith("b"):
            session.correct(step["id"][:-1], step, recorded=date(2026, 5, 20))
        else:
            session.record(step, strict=False)
        anew = Session.restore(book, session.snapshot())
        assert session.trajectory == anew.trajectory
        assert session.trajectory.data_errors == anew.trajectory.data_errors
        for day in (*days, days[0]):
            assert (
                session.judge(day) == anew.judge(day) == judge(book.ruleset, anew.trajectory, day)
            )
    assert session.sequence == len(steps) == 9


def test_an_event_that_names_another_is_read_as_in_a_whole_log(book: Rulebook) -> None:
    """Also where the other does not exist: what is wrong, and which event it may have meant."""
    session = walked(book, 6)
    reply = {"id": "e7", "at": "2026-05-12", "act": "reactie.gegeven", "antwoord_op": "e66"}
    with pytest.raises(EventRefused) as refused:
        session.record(reply)
    with pytest.raises(EventRefused) as whole:
        Session.start(book, {**HEADER, "events": [*WALK, reply]})
    assert refused.value.problems == whole.value.problems
    assert refused.value.problems[0].code == "unknown-event"


# --- strict mode -------------------------------------------------------------------------------


def test_strict_refuses_beforehand_with_the_same_verdict(book: Rulebook) -> None:
    """What strict mode refuses is exactly what the report would say afterwards."""
    strict, free = walked(book, 2), walked(book, 2, strict=False)
    early = {**WALK[2], "at": "2026-03-09"}
    with pytest.raises(NotLawful) as refused:
        strict.record(early)
    free.record(early)
    broken = [v for v in free.judge(date(2026, 3, 9)).verdicts if v.word is Word.BROKEN]
    assert list(refused.value.answer.against) == broken
    assert [verdict.norm for verdict in broken] == ["informatie-vooraf"]
    assert strict.sequence == 2
    assert "informatie-vooraf" in refused.value.text("nl")


def test_strict_can_be_left_aside_for_what_happened_all_the_same(book: Rulebook) -> None:
    """The advice of the exception works."""
    session = walked(book, 2)
    session.record({**WALK[2], "at": "2026-03-09"}, strict=False)
    assert session.sequence == 3


def test_strict_lets_a_late_duty_be_done(book: Rulebook) -> None:
    """A reply after its last day is late, not forbidden: refusing would make it impossible."""
    session = walked(book, 6)
    reply = {"id": "e7", "at": "2026-07-01", "act": "reactie.gegeven", "by": "college"}
    answer = session.record({**reply, "antwoord_op": "e6"}).answer
    assert answer is not None
    assert [v.norm for v in answer.late] == ["reactie-op-advies"]
    assert answer.may is False


def test_strict_never_refuses_a_correction(book: Rulebook) -> None:
    """It says what happened."""
    session = walked(book, 3)
    session.correct("e3", {**WALK[2], "id": "x", "at": "2026-03-04"}, recorded=date(2026, 4, 1))
    assert session.sequence == 4


# --- exceptions --------------------------------------------------------------------------------


def test_every_exception_says_what_to_do() -> None:
    """One per situation, with a code of its own and advice in both languages."""
    import spelregels.session as room

    kinds = [getattr(room, name) for name in all_errors if name != "SessionError"]
    assert len({kind.code for kind in kinds}) == len(kinds) == 12
    assert all(issubclass(kind, SessionError) for kind in kinds)
    assert all(kind.advice_nl.endswith(".") and kind.advice_en.endswith(".") for kind in kinds)


def test_a_stale_number_is_refused(book: Rulebook) -> None:
    """Optimistic concurrency: who did not see the last event asks again."""
    session = walked(book, 3)
    with pytest.raises(StaleSequence) as stale:
        session.record(WALK[3], expected=2)
    assert (stale.value.expected, stale.value.actual) == (2, 3)
    assert session.record(WALK[3], expected=3).sequence == 4
