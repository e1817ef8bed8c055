"""What one more event would do: the trajectory judged without it and with it, on the same day.

An event is *unlawful* when a verdict becomes a breach that was none before. A duty that was overdue
already and is met at last is *too late*: a breach, but not a new one. Everything else that changes
(duties raised, duties met, things that cannot be told) is told beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from spelregels.model.norms import Norm, NormBase
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Closed, Event, Trajectory, When
from spelregels.model.verdict import Judgement, Verdict
from spelregels.model.words import Kind, Precision, Strength, Word
from spelregels.session.answer import Answer, Lawful
from spelregels.session.judging import Judging
from spelregels.session.needs import needs_of, own_fact

__all__ = ["Weighing", "last_day_of", "proposal"]

BREACHES = frozenset({Word.LATE, Word.OVERDUE, Word.BROKEN})
WAITING = frozenset({Word.OPEN, Word.OVERDUE})
DUTIES = (Kind.RESPONSE, Kind.RECURRENCE)
PROPOSED = "preview"

_Key = tuple[str, str, str, Kind, str, str]


@dataclass(slots=True)
class _Change:
    """The verdicts an event changes, by what that means."""

    against: list[Verdict] = field(default_factory=list)
    late: list[Verdict] = field(default_factory=list)
    unknown: list[Verdict] = field(default_factory=list)
    advice: list[Verdict] = field(default_factory=list)
    raises: list[Verdict] = field(default_factory=list)
    meets: list[Verdict] = field(default_factory=list)


class Weighing:
    """Weighs events against one trajectory. Remembers how it stood on each day that was asked."""

    def __init__(
        self,
        judging: Judging,
        trajectory: Trajectory,
        judge: Callable[[date], Judgement] | None = None,
    ) -> None:
        """``trajectory``: bound to the ruleset of ``judging``. ``judge``: what judges it as it is,
        if that remembers more than ``judging`` does."""
        self.judging, self.trajectory = judging, trajectory
        self._judge = judge or (lambda as_of: judging.on(trajectory, as_of))
        self.norms = {
            (file.id, file.version, norm.id): norm
            for file in judging.ruleset.files
            for norm in file.norms
        }
        self._before: dict[date, Judgement] = {}

    def before(self, as_of: date) -> Judgement:
        """The judgement without the event."""
        if as_of not in self._before:
            self._before[as_of] = self._judge(as_of)
        return self._before[as_of]

    def weigh(self, event: Event, on: date, *, known: bool = True) -> Answer:
        """The answer for one event at the end of the day ``on``.

        ``known``: all there is to know of the event stands in it, as far as the trajectory is
        closed for that; else what it does not say is unknown.
        """
        log = self.trajectory if known else opened(self.trajectory, event.act, self.judging.ruleset)
        log = replace(log, events=(*log.events, event))
        after = self.judging.on(log, on)
        change = self._changes(self.before(on), after, event.id)
        return Answer(
            act=event.act,
            outcome=event.outcome,
            by=event.by,
            on=on,
            lawful=_lawful(change),
            against=tuple(change.against),
            late=tuple(change.late),
            unknown=tuple(change.unknown),
            advice=tuple(change.advice),
            raises=tuple(change.raises),
            meets=tuple(change.meets),
            needs=needs_of((*change.against, *change.unknown), event, self.judging),
            conditional=_lawful(change) is Lawful.CANNOT_TELL
            and all(
                own_fact(unknown, verdict, event, self.judging.ruleset)
                for verdict in change.unknown
                for unknown in verdict.unknowns
            ),
            untouched=not self._listed(event, on)
            and not any(event.id in (v.trigger, *v.evidence) for v in after.verdicts),
            event=event,
            trajectory=log,
            judgement=after,
        )

    def norm(self, verdict: Verdict) -> Norm | None:
        """The norm a verdict is about; None for the findings of the machine."""
        return self.norms.get((verdict.layer, verdict.version, verdict.norm))

    def _listed(self, event: Event, on: date) -> bool:
        """Does the stage the trajectory is in name this act?"""
        machine, here = self.judging.ruleset.machine, self.before(on).stage
        stage = next((s for s in machine.stages if s.id == here), None) if machine else None
        if stage is None:
            return False
        return event.act in stage.also or any(edge.act == event.act for edge in stage.edges)

    def _changes(self, before: Judgement, after: Judgement, event: str) -> _Change:
        change = _Change()
        for verdict, earlier in paired(before, after):
            self._sort(verdict, earlier, event, change)
        return change

    def _sort(self, v: Verdict, earlier: Verdict | None, event: str, change: _Change) -> None:
        was = earlier.word if earlier else None
        mine = event in (v.trigger, *v.evidence) or any(u.event == event for u in v.unknowns)
        norm: NormBase | None = self.norm(v)
        soft = norm is not None and norm.strength is not Strength.MUST
        if v.word in BREACHES:
            if was not in BREACHES:
                (change.advice if soft else change.against).append(v)
            elif v.word is Word.LATE and was is Word.OVERDUE and mine:
                change.late.append(v)
        elif v.kind in DUTIES and v.trigger == event and v.word in (Word.OPEN, Word.CANNOT_TELL):
            change.raises.append(v)  # what it asks afterwards says nothing of the act itself
        elif v.word is Word.CANNOT_TELL:
            if was is not Word.CANNOT_TELL and not soft:
                change.unknown.append(v)
        elif v.word in (Word.KEPT, Word.NO_LONGER_DUE, Word.EXCUSED) and was in WAITING and mine:
            change.meets.append(v)


def paired(before: Judgement, after: Judgement) -> Iterator[tuple[Verdict, Verdict | None]]:
    """Each verdict after, with the verdict of the same instance before; None: it is new."""
    waiting: dict[_Key, list[Verdict]] = defaultdict(list)
    for verdict in before.verdicts:
        waiting[instance(verdict)].append(verdict)
    for verdict in after.verdicts:
        same = waiting[instance(verdict)]
        yield verdict, same.pop(0) if same else None


def instance(v: Verdict) -> _Key:
    """What makes it the same instance of the same norm."""
    act = v.act if v.kind is not Kind.STAGE else ""
    return v.layer, v.version, v.norm, v.kind, v.trigger, act


def _lawful(change: _Change) -> Lawful:
    if change.against:
        return Lawful.UNLAWFUL
    if change.late:
        return Lawful.TOO_LATE
    return Lawful.CANNOT_TELL if change.unknown else Lawful.LAWFUL


def proposal(
    trajectory: Trajectory,
    act: str,
    by: str | None,
    on: date,
    outcome: str | None = None,
    like: Event | None = None,
) -> Event:
    """An event as if it happened on ``on``. ``like``: take its attributes and roles."""
    taken = {event.id for event in trajectory.events}
    name = PROPOSED
    while name in taken:
        name += "'"
    at = When(Precision.DAY, on)
    if like is not None:
        return replace(like, id=name, act=act, by=by, at=at, outcome=outcome)
    return Event(id=name, act=act, at=at, by=by, outcome=outcome)


def last_day_of(trajectory: Trajectory, day: date) -> date:
    """``day``, or the last day on which something that is recorded began, if that is later."""
    days = [event.at.day for event in trajectory.events if event.at.day is not None]
    return max([day, *days])


def opened(trajectory: Trajectory, act: str, ruleset: Ruleset) -> Trajectory:
    """The same knowledge, except that nothing is presumed of one more event of ``act``.

    What the source is closed for is written out: per act, and as *known absent* on the events of
    this act that are there.
    """
    closed = trajectory.closed
    every = {name: frozenset((*one.attributes, "until")) for name, one in ruleset.acts.items()}
    named = dict(closed.attributes)
    if closed.everything:
        named = {name: every[name] | named.get(name, frozenset()) for name in every}
        facts = frozenset((*ruleset.facts, *trajectory.header, *_HEADER)) | closed.facts
    else:
        facts = closed.facts
    absent = {name: None for name in named.pop(act, frozenset()) if name not in _WHO}
    events = tuple(
        replace(event, attributes={**absent, **event.attributes}) if event.act == act else event
        for event in trajectory.events
    )
    return replace(trajectory, events=events, closed=Closed(False, named, facts))


_WHO = ("by", "as", "outcome")
_HEADER = (
    "level",
    "topic",
    "competent_authority",
    "municipality",
    "gemeente_code",
    "area.level",
    "area.name",
    "area.affected",
    "area.informed",
)
