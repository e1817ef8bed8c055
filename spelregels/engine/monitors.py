"""One trajectory, event by event: judged again only where the new event can matter."""

from __future__ import annotations

from datetime import date

from spelregels.engine.compiled import Compiled
from spelregels.engine.hearing import Hearing
from spelregels.engine.hearings import hear
from spelregels.engine.kinds import verdicts_of
from spelregels.engine.law import first_day
from spelregels.engine.machine_verdicts import law_verdicts, machine_verdicts
from spelregels.engine.packing import pack, pack_header, unpack, unpack_header
from spelregels.engine.replay import judgement
from spelregels.engine.swift import swift_verdicts
from spelregels.model.trajectory import Event, Trajectory
from spelregels.model.verdict import Judgement, Verdict

_Found = dict[int, tuple[Verdict, ...]]


class _Remembered:
    """What the last judging found, and of which acts events have come since.

    ``sign``: what else may change every verdict: the day of the first event, whether there is one.
    """

    __slots__ = ("as_of", "fresh", "sign", "verdicts")

    def __init__(self, as_of: date, sign: object, verdicts: _Found) -> None:
        self.as_of = as_of
        self.sign = sign
        self.verdicts = verdicts
        self.fresh: set[str] = set()


class Monitors:
    """``record`` events, ``judge`` on any day: equal to ``replay`` of the same events.

    While nobody judges it holds a few hundred bytes plus about a hundred for each event. It is not
    thread-safe: one thread at a time per trajectory. The compiled ruleset is shared.
    """

    __slots__ = ("_compiled", "_header", "_log", "_remembered")

    def __init__(self, compiled: Compiled, header: Trajectory) -> None:
        """``header``: a bound trajectory; events it already has are recorded first."""
        self._compiled = compiled
        self._header = pack_header(header)
        self._log = b"\n".join(map(pack, header.events))
        self._remembered: _Remembered | None = None

    @property
    def compiled(self) -> Compiled:
        """The ruleset it is judged by."""
        return self._compiled

    @property
    def events(self) -> tuple[Event, ...]:
        """The events so far, in the order in which they were recorded."""
        return tuple(map(unpack, self._log.split(b"\n"))) if self._log else ()

    @property
    def trajectory(self) -> Trajectory:
        """The whole log so far."""
        return Trajectory(events=self.events, **unpack_header(self._header))

    def record(self, event: Event) -> None:
        """Add one event. What it replaces (``corrects``) stays visible in ``events``."""
        line = pack(event)
        self._log = self._log + b"\n" + line if self._log else line
        if self._remembered is None:
            return
        self._remembered.fresh.add(event.act)
        if event.corrects is not None:
            self._remembered.fresh |= {e.act for e in self.events if e.id == event.corrects}

    def judge(self, as_of: date) -> Judgement:
        """Every verdict on ``as_of``. Only norms that the new events touch are judged again."""
        compiled, old = self._compiled, self._remembered
        hearing = hear(compiled, self.trajectory, as_of)
        sign = (first_day(hearing), hearing.begun().level)
        if old is not None and (old.as_of != as_of or old.sign != sign):
            old = None
        kept: _Found = {}
        if old is not None:
            for number, verdicts in old.verdicts.items():
                if compiled.touching[number].isdisjoint(old.fresh):
                    kept[number] = verdicts
        found = self._found(hearing, kept)
        self._remembered = _Remembered(as_of, sign, found)
        flat = [verdict for placed in compiled.norms for verdict in found[placed.number]]
        flat += machine_verdicts(hearing)
        flat += law_verdicts(hearing)
        return judgement(hearing, tuple(flat))

    def _found(self, hearing: Hearing, kept: _Found) -> _Found:
        todo = [p for p in self._compiled.norms if p.number not in kept]
        short = swift_verdicts(hearing, self._compiled.fast, {p.number for p in todo})
        found = dict(kept)
        for placed in todo:
            swift = short.get(placed.number)
            found[placed.number] = swift if swift is not None else verdicts_of(hearing, placed)
        return found

    def rest(self) -> None:
        """Let go of what judging remembered; the next judging starts afresh."""
        self._remembered = None
