"""State: plain JSON, checked on the way in; other rules only where transition law allows (2.2)."""

from __future__ import annotations

import copy
import json
import pickle
import sqlite3
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spelregels.model.words import Word
from spelregels.session import (
    AnotherRuleset,
    Governs,
    Rulebook,
    RulesetChanged,
    Session,
    SessionInUse,
    StaleSequence,
    StateUnreadable,
    TransitionNotStated,
    TransitionUnclear,
)
from spelregels.session.rulebook import AT_HAND
from tests.session.conftest import WALK, walked


def test_a_snapshot_is_plain_json_and_comes_back_whole(book: Rulebook) -> None:
    """Through text: the same events, verdicts, sequence, strictness."""
    session = walked(book, 6)
    session.correct("e1", {**WALK[0], "id": "e1b", "kanaal": ["brief"]}, recorded=date(2026, 5, 1))
    text = json.dumps(session.snapshot())
    again = Session.restore(book, text)
    assert again.snapshot() == session.snapshot() == json.loads(text)
    assert (again.sequence, again.id, again.strict) == (7, "speelplek", True)
    day = date(2026, 7, 1)
    assert again.judge(day).verdicts == session.judge(day).verdicts


def test_the_state_names_rules_and_number(book: Rulebook) -> None:
    """Hash of the ruleset, its files, and the sequence number."""
    state = walked(book, 2).snapshot()
    assert state["sequence"] == 2
    assert state["ruleset"]["id"] == "vormen/wijkplatform"
    assert state["ruleset"]["hash"] == book.hash
    assert len(book.hash) == 64
    assert [entry["sequence"] for entry in state["log"]] == [1, 2]


@pytest.mark.parametrize(
    "damage",
    [
        lambda s: s["log"].pop(),
        lambda s: s["log"].pop(0),
        lambda s: s["log"][0]["event"].update(at="2026-03-01"),
        lambda s: s["header"].update(id="anders"),
        lambda s: s.update(sequence=7),
        lambda s: s.update(spelregels_session="9"),
        lambda s: s.pop("ruleset"),
        lambda s: s.update(log=None),
        lambda s: s.update(reading="mooi"),
        lambda s: s.update(strict=False),
        lambda s: s["ruleset"].update(hash="0" * 64, files=[]),
        lambda s: s.update(moves=[{}]),
        lambda s: s["log"].reverse(),
    ],
)
def test_a_state_that_was_changed_is_refused(
    book: Rulebook, damage: Callable[[dict[str, Any]], object]
) -> None:
    """By hand, or by losing an entry."""
    state = walked(book, 3).snapshot()
    damage(state)
    with pytest.raises(StateUnreadable):
        Session.restore(book, state)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "17", '"x"', "{}", "[" * 5000])
def test_what_is_no_state_is_refused(book: Rulebook, text: str) -> None:
    """Never another exception."""
    with pytest.raises(StateUnreadable):
        Session.restore(book, text)


# --- transition law ----------------------------------------------------------------------------

OLD = """\
spelregels: "1"
id: stad/regels
title: Regels
regulatory_layer: VERORDENING
valid_from: 2025-01-01
governs: {governs}
roles:
  college: {{kind: authority}}
acts:
  vraag:
  antwoord:
norms:
  - {{id: antwoorden, after: vraag, must: antwoord, by: college, within: {weeks} weken}}
"""


def library(
    folder: Path, *, governs: str = "event_date", weeks: int = 6, new: str = ""
) -> Rulebook:
    """The rules of 2025, and with ``new`` (a day) a second version that gives two weeks."""
    home = folder / "stad"
    home.mkdir(exist_ok=True)
    text = OLD.format(governs=governs, weeks=weeks)
    if not new:
        (home / "regels.yaml").write_text(text, encoding="utf-8")
        return Rulebook.load(home / "regels.yaml")
    first = text.replace("governs:", "valid_to: 2026-06-30\ngoverns:")
    (home / "regels@2025-01-01.yaml").write_text(first, encoding="utf-8")
    second = OLD.format(governs=governs, weeks=2).replace("2025-01-01", new)
    (home / "regels.yaml").write_text(second, encoding="utf-8")
    return Rulebook.load("stad/regels", library=[folder])


def asked(book: Rulebook, at: object = "2026-06-20") -> Session:
    """A question is put; another follows on 1 July."""
    session = Session.start(book, {"id": "t", "records": "all"}, strict=False)
    session.record({"id": "v1", "at": at, "act": "vraag", "by": "x"})
    session.record({"id": "v2", "at": "2026-07-01", "act": "vraag", "by": "x"})
    return session


def dues(session: Session) -> list[date | None]:
    return [v.due for v in session.judge(date(2026, 7, 2)).verdicts if v.word is Word.OPEN]


def test_a_text_changed_in_place_is_refused(tmp_path: Path) -> None:
    """What was law for a trajectory is never rewritten under it."""
    state = asked(library(tmp_path)).snapshot()
    with pytest.raises(RulesetChanged, match="migrate --plan"):
        Session.restore(library(tmp_path, weeks=2), state)


def test_a_remark_changed_in_place_is_no_other_law(tmp_path: Path) -> None:
    """Another hash, the same law: it goes on, and the state says so."""
    book = library(tmp_path)
    state = asked(book).snapshot()
    path = tmp_path / "stad" / "regels.yaml"
    path.write_text("# een opmerking\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    other = Rulebook.load(path)
    assert other.hash != book.hash
    moved = Session.restore(other, state).snapshot()
    assert moved["ruleset"]["hash"] == other.hash
    assert [(m["from"], m["to"]) for m in moved["moves"]] == [(book.hash, other.hash)]


def test_other_rules_are_refused(tmp_path: Path, book: Rulebook) -> None:
    """A state belongs to the ruleset it names."""
    with pytest.raises(AnotherRuleset):
        Session.restore(book, asked(library(tmp_path)).snapshot())


def test_event_date_lets_the_new_text_hold_from_its_day(tmp_path: Path) -> None:
    """The first question keeps its six weeks, the second gets two."""
    state = asked(library(tmp_path)).snapshot()
    session = Session.restore(library(tmp_path, new="2026-07-01"), state)
    assert dues(session) == [date(2026, 8, 3), date(2026, 7, 15)]


def test_started_in_force_keeps_what_was_running(tmp_path: Path) -> None:
    """Both questions keep the text of the day on which the trajectory began."""
    state = asked(library(tmp_path, governs="started_in_force")).snapshot()
    new = library(tmp_path, governs="started_in_force", new="2026-07-01")
    assert dues(Session.restore(new, state)) == [date(2026, 8, 3), date(2026, 8, 12)]


def test_started_in_force_needs_to_know_when_it_began(tmp_path: Path) -> None:
    """A first event somewhere in 2026 may be on either side."""
    state = asked(library(tmp_path, governs="started_in_force"), at="2026").snapshot()
    new = library(tmp_path, governs="started_in_force", new="2026-07-01")
    with pytest.raises(TransitionUnclear):
        Session.restore(new, state)


@pytest.mark.parametrize(
    ("reading", "second"),
    [(Governs.EVENT_DATE, date(2026, 7, 15)), (Governs.STARTED_IN_FORCE, date(2026, 8, 12))],
)
def test_a_silent_text_asks_for_a_reading_which_is_kept(
    tmp_path: Path, reading: Governs, second: date
) -> None:
    """Nothing moves until it is chosen; after that the state remembers it."""
    state = asked(library(tmp_path, governs="not_stated")).snapshot()
    new = library(tmp_path, governs="not_stated", new="2026-07-01")
    with pytest.raises(TransitionNotStated):
        Session.restore(new, state)
    session = Session.restore(new, state, reading=reading)
    assert dues(session) == [date(2026, 8, 3), second]
    again = Session.restore(new, session.snapshot())
    assert dues(again) == [date(2026, 8, 3), second]
    assert again.snapshot() == session.snapshot()


# --- threads and processes ---------------------------------------------------------------------


def test_threads_with_a_lock_lose_nothing(book: Rulebook) -> None:
    """The rule: one lock around each use of a shared session."""
    session, lock = walked(book, 2), threading.Lock()

    def tell(number: int) -> None:
        event = {**WALK[0], "id": f"i{number}", "at": "2026-03-05"}
        with lock:
            session.record(event, expected=session.sequence)

    threads = [threading.Thread(target=tell, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert session.sequence == 22
    assert len({event.id for event in session.events}) == 22


def test_two_threads_at_once_are_noticed(book: Rulebook) -> None:
    """Without a lock a change during a change is refused, not mixed."""
    session = walked(book, 2)
    found: list[BaseException] = []

    def intrude() -> None:
        try:
            session.record({**WALK[0], "id": "dwars"})
        except SessionInUse as refused:
            found.append(refused)

    with session._alone():  # what `record` and `correct` hold while they change the session
        other = threading.Thread(target=intrude)
        other.start()
        other.join()
    assert [type(one) for one in found] == [SessionInUse]
    session.record({**WALK[0], "id": "erna", "at": "2026-03-06"})
    assert session.sequence == 3


def test_a_rulebook_is_shared_by_threads(book: Rulebook) -> None:
    """Sessions of their own in each thread, one rulebook: the same verdicts as alone."""
    alone = walked(book, 6).judge(date(2026, 7, 1))
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.append(walked(book, 6).judge(date(2026, 7, 1))))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [alone] * 4


def test_an_idle_session_is_small(book: Rulebook) -> None:
    """2.6: at most 2 KB each, here with six events; what is kept at hand of those in use stays the
    same however many there are. Measured by what Python allocates."""
    import tracemalloc

    state = json.dumps(walked(book, 6).snapshot())

    def used_by(many: int) -> tuple[int, list[Session]]:
        kept = [Session.restore(book, state) for _ in range(many)]
        assert all(len(session.events) == 6 for session in kept)
        return tracemalloc.get_traced_memory()[0], kept

    tracemalloc.start()
    try:
        before, first = used_by(AT_HAND)
        after, more = used_by(50)
    finally:
        tracemalloc.stop()
    assert (after - before) / len(more) < 2048
    assert len(first) == AT_HAND


def test_between_processes_only_states_travel(book: Rulebook) -> None:
    """A session itself is neither copied nor pickled; the message says what to do."""
    session = walked(book, 1)
    for attempt in (lambda: pickle.dumps(session), lambda: copy.copy(session)):
        with pytest.raises(TypeError, match="snapshot"):
            attempt()


def test_the_sequence_number_guards_a_database(book: Rulebook) -> None:
    """Two processes fetch the same state; the second to write finds that it is stale."""
    base = sqlite3.connect(":memory:")
    base.execute("create table cases (id text primary key, sequence int, state text)")
    first = walked(book, 2)
    base.execute("insert into cases values ('t', 2, ?)", (json.dumps(first.snapshot()),))

    def fetch() -> Session:
        ((state,),) = base.execute("select state from cases")
        return Session.restore(book, state)

    def store(session: Session, seen: int) -> bool:
        done = base.execute(
            "update cases set sequence = ?, state = ? where sequence = ?",
            (session.sequence, json.dumps(session.snapshot()), seen),
        )
        return done.rowcount == 1

    mine, yours = fetch(), fetch()
    mine.record(WALK[2], expected=2)
    yours.record({**WALK[2], "id": "e3x"}, expected=2)
    assert store(mine, 2)
    assert not store(yours, 2)
    with pytest.raises(StaleSequence):
        fetch().record({**WALK[2], "id": "e3x"}, expected=2)
