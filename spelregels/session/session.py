"""A trajectory that is running: what happens is recorded, and asked about beforehand.

A ``Session`` has no clock, no storage and no threads of its own; see ``docs/session.md`` for what
that asks of a program that uses it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from threading import Lock
from typing import Any, NoReturn
from weakref import ref

from spelregels.model.trajectory import Event, Trajectory
from spelregels.model.verdict import Judgement
from spelregels.model.words import Governs
from spelregels.session.agenda import agenda
from spelregels.session.answer import AgendaItem, Answer, Lawful, Recorded
from spelregels.session.entering import Plain, canonical, event_of, header_of
from spelregels.session.entry import (
    free_name,
    no_such_event,
    not_correcting,
    plain_of,
    read_log,
    refusal,
)
from spelregels.session.errors import SessionInUse, StaleSequence
from spelregels.session.memory import Memory
from spelregels.session.possible import ask, what_can_happen
from spelregels.session.rulebook import Rulebook
from spelregels.session.state import State, read_state, write_state
from spelregels.session.transition import allow, belongs
from spelregels.session.weighing import PROPOSED, Weighing, last_day_of

__all__ = ["Session"]


class Session:
    """One running trajectory under one version of a ruleset.

    Make one with :meth:`start` or :meth:`restore`. ``strict``: refuse what would break a norm.
    """

    __slots__ = ("_header", "_lock", "_log", "_memory", "_moves", "_reading", "book", "strict")

    def __init__(self, book: Rulebook, state: State) -> None:
        """For this room; use :meth:`start` or :meth:`restore`."""
        self.book, self.strict = book, state.strict
        self._header, self._log = state.header, state.log
        self._reading, self._moves = state.reading, state.moves
        self._lock = Lock()
        self._memory: ref[Memory] | None = None

    @classmethod
    def start(
        cls, book: Rulebook, trajectory: Plain | Trajectory, *, strict: bool = True
    ) -> Session:
        """A new session.

        ``trajectory``: the keys of a trajectory file (``id`` and ``records`` at least), or a
        trajectory as a door gives it; its events are the first of the log. Raises ``EventRefused``.
        """
        if isinstance(trajectory, Trajectory):
            header, events = header_of(trajectory), [event_of(e) for e in trajectory.events]
        else:
            header = {key: value for key, value in trajectory.items() if key != "events"}
            events = trajectory.get("events", ())
        log = read_log(header, events, book.ruleset)
        state = State(
            ruleset=book.ruleset.id,
            hash=book.hash,
            laws=book.laws,
            stages=book.stages,
            reading=None,
            strict=strict,
            moves=(),
            header=canonical(header),
            log=tuple(canonical(event_of(event)) for event in log.events),
        )
        return cls(book, state)

    # --- what is there ---------------------------------------------------------------------------

    @property
    def id(self) -> str:
        """The id of the trajectory."""
        return str(json.loads(self._header)["id"])

    @property
    def sequence(self) -> int:
        """How many events were recorded; a next one gets this number plus one."""
        return len(self._log)

    @property
    def trajectory(self) -> Trajectory:
        """Everything recorded, replaced events too, bound to the ruleset."""
        return self._read_log().trajectory

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event in order of arrival; a correction and what it replaced both."""
        return self.trajectory.events

    @property
    def current(self) -> tuple[Event, ...]:
        """The events that no correction has replaced."""
        events = self.events
        replaced = {event.corrects for event in events}
        return tuple(event for event in events if event.id not in replaced)

    def _read_log(self) -> Memory:
        """The log, read; it stays so while the rulebook keeps it at hand."""
        memory = self._memory() if self._memory is not None else None
        if memory is None or memory.recorded != self.sequence:  # or stopped half-way in recording
            memory = Memory(self.book.judging(self._reading), self._header, self._log)
            self._memory = ref(memory)
            self.book.keep_at_hand(memory)
        return memory

    def _weighing(self) -> Weighing:
        memory = self._read_log()
        return Weighing(memory.judging, memory.trajectory, memory.judge)

    # --- asking ----------------------------------------------------------------------------------

    def judge(self, as_of: date) -> Judgement:
        """Every verdict at the end of the day ``as_of``."""
        return self._read_log().judge(_day(as_of))

    def preview(
        self,
        act: str,
        *,
        by: str | None,
        on: date,
        outcome: str | None = None,
        attributes: Plain | None = None,
        days: bool = True,
    ) -> Answer:
        """May this role do this act on this day, and if not, why not and when?

        ``attributes``: what is known of it; what is left out is unknown, and named under ``needs``
        where it matters. ``days``: look for the lawful days, two years ahead. Changes nothing.
        Raises ``EventRefused``.
        """
        memory = self._read_log()
        plain = {**plain_of(attributes or {}), "act": act, "at": _day(on)}
        plain |= {key: value for key, value in (("by", by), ("outcome", outcome)) if value}
        read = memory.read({**plain, "id": free_name(memory.trajectory, PROPOSED)})
        return ask(self._weighing(), read.events[-1], on, days=days)

    def possibilities(
        self, *, on: date, by: str | None = None, days: bool = True
    ) -> tuple[Answer, ...]:
        """What can happen on this day: an answer for every act that some norm or stage names."""
        return what_can_happen(self._weighing(), _day(on), by, days=days)

    def agenda(self, *, on: date, later: bool = True) -> tuple[AgendaItem, ...]:
        """What is due, by whom and when, and (``later``) what is possible only later."""
        return agenda(self._weighing(), _day(on), later=later)

    # --- recording -------------------------------------------------------------------------------

    def record(
        self, event: Plain | Event, *, expected: int | None = None, strict: bool | None = None
    ) -> Recorded:
        """Record what happened.

        ``event``: the keys of an event in a trajectory file, with an ``id`` of its own. The same
        event again changes nothing. ``expected``: the sequence number the caller has seen.
        ``strict``: another choice than the session's, for this event. Raises ``EventRefused``,
        ``DifferentEvent``, ``StaleSequence``, ``NotLawful``, ``SessionInUse``.
        """
        with self._alone():
            read = self._read_log().read(not_correcting(plain_of(event)))
            return self._append(read, expected, self.strict if strict is None else strict)

    def correct(
        self, replaced: str, event: Plain | Event, *, recorded: date, expected: int | None = None
    ) -> Recorded:
        """Record that ``replaced`` was not as it says, but as ``event`` says, from ``recorded`` on.

        Both stay visible. A correction says what happened, so strict mode never refuses it.
        Raises ``EventRefused``, ``UnknownEvent``, ``AlreadyCorrected``, ``DifferentEvent``,
        ``StaleSequence``, ``SessionInUse``.
        """
        if not isinstance(replaced, str):
            raise no_such_event(replaced)
        plain = {**plain_of(event), "corrects": replaced, "recorded": recorded}
        with self._alone():
            return self._append(self._read_log().read(plain), expected, strict=False)

    def _append(self, read: Trajectory, expected: int | None, strict: bool) -> Recorded:
        """The last event behind the log, unless it is there, out of date, or unlawful where that
        matters."""
        memory, event = self._read_log(), read.events[-1]
        if memory.has(event):
            return Recorded(self.sequence, event.id, repeated=True)
        if expected is not None and expected != self.sequence:
            raise StaleSequence(expected, self.sequence)
        if event.corrects is not None:
            memory.not_corrected(event.corrects)
        answer = self._weigh(event) if strict else None
        self._log = (*self._log, memory.append(read))
        return Recorded(self.sequence, event.id, answer=answer)

    def _weigh(self, event: Event) -> Answer:
        """Strict mode: the answer for this event. Raises ``NotLawful``."""
        weighing = self._weighing()
        on = last_day_of(weighing.trajectory, event.at.day or date.min)
        answer = weighing.weigh(event, on)
        if answer.lawful is Lawful.UNLAWFUL:
            raise refusal(answer, self.book.ruleset)
        return answer

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self._lock.acquire(blocking=False):
            raise SessionInUse(
                "Deze sessie wordt op dit moment door een andere draad veranderd.",
                "Another thread is changing this session right now.",
            )
        try:
            yield
        finally:
            self._lock.release()

    # --- keeping ---------------------------------------------------------------------------------

    def snapshot(self) -> dict[str, Any]:
        """The whole state as plain JSON data, with the hash of the ruleset."""
        return write_state(
            self.book, self._reading, self.strict, self._moves, self._header, self._log
        )

    @classmethod
    def restore(
        cls,
        book: Rulebook,
        state: Mapping[str, Any] | str | bytes,
        *,
        reading: Governs | None = None,
    ) -> Session:
        """The session a state was made of.

        Under another hash than the state names only where transition law allows it
        (:mod:`spelregels.session.transition`); ``reading`` chooses where that leaves it open, and
        is kept. Raises ``StateUnreadable``, ``AnotherRuleset``, ``RulesetChanged``,
        ``TransitionNotStated``, ``TransitionUnclear``, ``EventRefused``.
        """
        read = read_state(state)
        chosen = reading or read.reading
        belongs(read.ruleset, book)
        made = cls(book, replace(read, reading=chosen))
        events = read_log(json.loads(read.header), map(json.loads, read.log), book.ruleset).events
        if read.hash != book.hash:
            allow(read.laws, read.stages, events, book, chosen)
        if read.hash != book.hash or chosen is not read.reading:
            move = {"sequence": len(read.log), "from": read.hash, "to": book.hash}
            move["reading"] = chosen.value if chosen else None
            made._moves = (*read.moves, move)
        return made

    def __getstate__(self) -> NoReturn:
        """A session is not copied or sent to another process: its state is."""
        raise TypeError("send Session.snapshot() and use Session.restore() on the other side")


def _day(day: date) -> date:
    """A day as a day; a moment would be one too to Python, but of which place on earth?"""
    if isinstance(day, datetime) or not isinstance(day, date):
        raise TypeError(f"a datetime.date is asked here, not a {type(day).__name__}")
    return day
