"""A plan for moving running trajectories to a new text: what would move under which reading.

Nothing is moved here, and nothing moves until somebody chooses a reading. The readings:

* ``started_in_force``: a trajectory stays under the text of the day on which it began;
* ``event_date``: each event, and each duty, falls under the text of its own day;
* ``at_once``: the new text for everything at once. No text in the language can say this; it shows
  what a council would do that wants it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum

from spelregels.language import bind
from spelregels.model.frozen import dataclass
from spelregels.model.problem import InputRefused, Position, Problem
from spelregels.model.ruleset import Ruleset, RulesetFile
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement, Verdict
from spelregels.model.words import Governs, Kind, Word
from spelregels.session.identity import laws_of
from spelregels.session.judging import Judging
from spelregels.session.words import say

__all__ = ["Fate", "Migration", "Moved", "Plan", "Reading", "plan"]

_DATED = (Kind.RESPONSE, Kind.RECURRENCE, Kind.THRESHOLD)
_RUNNING = (Word.OPEN, Word.OVERDUE, Word.CANNOT_TELL)


class Reading(str, Enum):
    """A reading of transition law."""

    STARTED_IN_FORCE = "started_in_force"
    EVENT_DATE = "event_date"
    AT_ONCE = "at_once"


class Fate(str, Enum):
    """What moving would be for a trajectory."""

    SAME = "same"
    MAPPED = "mapped"
    IMPOSSIBLE = "impossible"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Moved:
    """A running duty whose last day differs. ``before``, ``after``: the days; None: no day.

    ``old``, ``new``: the verdicts; None: the duty is not there on that side.
    """

    old: Verdict | None
    new: Verdict | None

    @property
    def before(self) -> date | None:
        """The last day under the old text."""
        return self.old.due if self.old else None

    @property
    def after(self) -> date | None:
        """The last day under the reading."""
        return self.new.due if self.new else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One trajectory. ``stage``: now, under the old text; ``to``: where it would go.

    ``replayed``: where the new stages would arrive with the same events. ``problems``: why it
    cannot be read under the new text. ``moves``: per reading, the dates that would move.
    """

    trajectory: Trajectory
    as_of: date
    fate: Fate
    stage: str | None
    to: str | None = None
    replayed: str | None = None
    problems: tuple[Problem, ...] = ()
    moves: Mapping[Reading, tuple[Moved, ...]] | None = None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Plan:
    """``states``: the reading the new text itself gives; None: it is silent."""

    old: Ruleset
    new: Ruleset
    since: date
    states: Reading | None
    migrations: tuple[Migration, ...]


def plan(
    old: Ruleset,
    new: Ruleset,
    trajectories: list[tuple[Trajectory, date]],
    *,
    since: date,
    stages: Mapping[str, str] | None = None,
) -> Plan:
    """A plan for trajectories (bound to ``old``), each judged on its day.

    ``since``: the day on which the new text comes into force. ``stages``: where stages go that the
    new text does not have.
    """
    judges = {
        Reading.STARTED_IN_FORCE: Judging(both(old, new, since, Governs.STARTED_IN_FORCE)),
        Reading.EVENT_DATE: Judging(both(old, new, since, Governs.EVENT_DATE)),
        Reading.AT_ONCE: Judging(at_once(new)),
    }
    now, mapping = Judging(old), stages or {}
    made = tuple(_one(log, day, now, new, judges, mapping) for log, day in trajectories)
    return Plan(old, new, since, _stated(new), made)


def _stated(new: Ruleset) -> Reading | None:
    governs = new.own.governs
    return None if governs is Governs.NOT_STATED else Reading(governs.value)


def _one(
    log: Trajectory,
    as_of: date,
    now: Judging,
    new: Ruleset,
    judges: Mapping[Reading, Judging],
    stages: Mapping[str, str],
) -> Migration:
    judgement = now.on(log, as_of)
    told = Migration(
        trajectory=log, as_of=as_of, fate=Fate.ENDED, stage=judgement.stage, judgement=judgement
    )
    if _has_ended(now.ruleset, judgement):
        return told
    try:
        moved = bind(log, new)
    except InputRefused as refused:
        return replace(told, fate=Fate.IMPOSSIBLE, problems=refused.problems)
    replayed = judges[Reading.AT_ONCE].on(moved, as_of)
    to, problem = _stage(judgement.stage, now.ruleset, new, stages)
    told = replace(told, to=to, replayed=replayed.stage)
    if problem:
        return replace(told, fate=Fate.IMPOSSIBLE, problems=(problem,))
    judged = {
        reading: replayed if reading is Reading.AT_ONCE else judges[reading].on(moved, as_of)
        for reading in Reading
    }
    moves = {reading: tuple(moves_between(judgement, after)) for reading, after in judged.items()}
    same = to == judgement.stage and not any(moves.values()) and _same_stage(to, now.ruleset, new)
    return replace(told, fate=Fate.SAME if same else Fate.MAPPED, moves=moves)


def _has_ended(ruleset: Ruleset, judgement: Judgement) -> bool:
    stages = ruleset.machine.stages if ruleset.machine else ()
    return any(stage.id == judgement.stage and stage.ends_as for stage in stages)


def _stage(
    stage: str | None, old: Ruleset, new: Ruleset, stages: Mapping[str, str]
) -> tuple[str | None, Problem | None]:
    """Where a stage goes: by name, as the caller says, or nowhere."""
    if old.machine is None or new.machine is None:
        return (stage if new.machine else None), None
    known = {one.id for one in new.machine.stages}
    if stage is None:
        nl, en = (say(language, "why_stage_unknown") for language in ("nl", "en"))
        return None, Problem("stage-unknown", Position(new.own.path), nl, en)
    to = stages.get(stage, stage)
    if to in known:
        return to, None
    nl, en = (say(language, "why_stage", stage=stage) for language in ("nl", "en"))
    return None, Problem("stage-gone", Position(new.own.path), nl, en)


def _same_stage(stage: str | None, old: Ruleset, new: Ruleset) -> bool:
    """Whether a stage offers the same acts, to the same places, with the same powers."""
    if old.machine is None or new.machine is None:
        return old.machine is new.machine
    pair = [next((s for s in m.stages if s.id == stage), None) for m in (old.machine, new.machine)]
    before, after = pair
    if before is None or after is None:
        return False
    return (before.edges, before.also, before.power) == (after.edges, after.also, after.power)


def moves_between(before: Judgement, after: Judgement) -> Iterator[Moved]:
    """The running duties whose last day differs, and those that come or fall away."""
    old = {_duty(v): v for v in before.verdicts if v.kind in _DATED and v.word in _RUNNING}
    new = {_duty(v): v for v in after.verdicts if v.kind in _DATED}
    for key, verdict in old.items():
        other = new.get(key)
        if other is None or other.due != verdict.due:
            yield Moved(verdict, other)
    for key, verdict in new.items():
        if key not in old and verdict.word in _RUNNING and not _was_there(key, before):
            yield Moved(None, verdict)


def _duty(v: Verdict) -> tuple[str, ...]:
    """The same duty in both texts: the norm by its own id, whatever file it stands in."""
    return v.norm, v.trigger, v.act, v.kind.value


def _was_there(key: tuple[str, ...], judgement: Judgement) -> bool:
    return any(_duty(v) == key for v in judgement.verdicts)


def at_once(new: Ruleset) -> Ruleset:
    """The new text as if it had always been there."""
    own = replace(new.own, valid_from=None, valid_to=None, governs=Governs.STARTED_IN_FORCE)
    return replace(new, files=(*new.files[:-1], own))


def both(old: Ruleset, new: Ruleset, since: date, governs: Governs) -> Ruleset:
    """Both texts side by side, the old one closed on the eve of the new one.

    Files that ask the same in both stand there once. Roles, acts and stages are those of the new
    text, with what only the old one has.
    """
    eve = since - timedelta(days=1)
    changed = {(law.id, law.version) for law in {*laws_of(old)} - {*laws_of(new)}}
    added = {(law.id, law.version) for law in {*laws_of(new)} - {*laws_of(old)}}
    kept = [f for f in old.files if (f.id, f.version) not in changed]
    closed = [
        replace(f, valid_to=min(eve, f.valid_to or eve), governs=governs)
        for f in old.files
        if (f.id, f.version) in changed
    ]
    opened = [
        replace(f, valid_from=_later(f, since), governs=governs)
        for f in new.files
        if (f.id, f.version) in added
    ]
    files = [*kept, *closed, *opened]
    files.sort(key=lambda file: file.id == new.own.id)  # the own file, newest version, stands last
    return replace(
        new,
        files=tuple(files),
        roles={**old.roles, **new.roles},
        acts={**old.acts, **new.acts},
        facts={**old.facts, **new.facts},
        calendars={**old.calendars, **new.calendars},
        lists={**old.lists, **new.lists},
    )


def _later(file: RulesetFile, since: date) -> date:
    return max(file.valid_from, since) if isinstance(file.valid_from, date) else since
