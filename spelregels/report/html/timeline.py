"""What a trajectory shows over time, as data: picture and table are two views of this one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from string import ascii_uppercase

from spelregels.model.checked import Checked
from spelregels.model.finding import Finding
from spelregels.model.norms import Norm, Precedence
from spelregels.model.trajectory import Event, Trajectory, When
from spelregels.model.words import Certainty, Kind, Precision, Strength, Word
from spelregels.report.findings import FindingMaker
from spelregels.report.html.places import title_text
from spelregels.report.html.spans import Span, Spans, limit
from spelregels.report.html.words import PageWords
from spelregels.report.names import Names, readable, short
from spelregels.report.wording import BREACHES, sentence


class State(str, Enum):
    """How sure it is that something happened."""

    SEEN = "seen"
    INFERRED = "inferred"
    PLANNED = "planned"
    AFTER = "after"  # begins after the day of judging: it does not count yet (M4)
    REPLACED = "replaced"  # a later record corrects it (M15)
    UNRECORDED = "unrecorded"  # a correction that was not recorded yet on the day of judging


@dataclass(frozen=True, slots=True)
class Happening:
    """One event. ``first``, ``last``: the days between which it was; None: not known at all."""

    number: int
    id: str
    when: str
    first: date | None
    last: date | None
    what: str
    who: str
    state: State
    remark: str


@dataclass(frozen=True, slots=True)
class Duty:
    """What was due, or what broke. ``letter``: its mark in picture and table.

    ``finding``: the ``id()`` of what it shows. ``flag``: the due day; ``by``: the same in words,
    with every reading; ``when``: that, or the day on which it broke. ``bar``: from when it ran
    until that day. ``over``: for how long it went wrong. ``mark``: the day of the verdict's shape.
    ``done``: numbers of the happenings it rests on.
    """

    letter: str
    finding: int
    title: str
    label: str
    word: Word
    strength: Strength
    anchor: str
    by: str
    when: str
    flag: date | None
    latest: date | None
    bar: Span | None
    over: Span | None
    mark: date | None
    done: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything of one trajectory that has a place in time; duties by norm, worst norm first."""

    as_of: date
    happenings: tuple[Happening, ...]
    duties: tuple[Duty, ...]
    by_norm: Mapping[str, tuple[Duty, ...]] = field(default_factory=dict)


class TimelineMaker:
    """Makes the timeline of one judged trajectory."""

    def __init__(self, checked: Checked, maker: FindingMaker, words: PageWords) -> None:
        self.checked, self.maker, self.words = checked, maker, words
        self.names = Names.of(maker.ruleset, maker.language, checked.trajectory)
        self.as_of = checked.as_of.day
        self.numbers = numbered(checked.trajectory)
        by_id = {event.id: event for event in checked.trajectory.events}
        self.events = {name: by_id[name] for name in self.numbers}

    def timeline(self, findings: Iterable[Finding], anchors: Mapping[int, str]) -> Timeline:
        """``findings``: worst first. ``anchors``: places on the page, by ``id()`` of a finding."""
        happenings = tuple(map(self.happening, self.events.values()))
        shown: dict[str, list[Finding]] = {}
        for finding in findings:
            if _has_a_day(finding):
                shown.setdefault(f"{finding.layer} {finding.norm}", []).append(finding)
        by_norm: dict[str, tuple[Duty, ...]] = {}
        for mark, (key, same) in zip(letters(), shown.items(), strict=False):
            by_norm[key] = tuple(self._duties(mark, sorted(same, key=_by_day), anchors))
        duties = tuple(duty for some in by_norm.values() for duty in some)
        return Timeline(self.as_of, happenings, duties, by_norm)

    # --- what happened ---------------------------------------------------------------------------

    def happening(self, event: Event) -> Happening:
        """One event in words."""
        state = self._state(event)
        act = self.names.ruleset.acts.get(event.act)
        title = short(self.names.title(act.title if act else {}, event.act))
        outcome = f": {readable(event.outcome)}" if event.outcome else ""
        return Happening(
            self.numbers[event.id],
            event.id,
            self.names.when(event.at),
            event.at.day,
            _last_day(event.at),
            sentence(title) + outcome,
            self.who(event),
            state,
            self._remark(event, state),
        )

    def who(self, event: Event) -> str:
        """Who did it, by role, with the person (or the number of the person) if one is named."""
        roles = self.names.actor_roles(event)
        person = event.by if event.by and event.by not in self._role_names() else ""
        if roles and person:
            return self.words.say("who_both", role=self.names.roles(roles), person=person)
        if roles:
            return self.words.say("who", role=self.names.roles(roles))
        if person:
            return self.words.say("who_person", person=person)
        return ""

    def _role_names(self) -> set[str]:
        roles = self.maker.ruleset.roles.values()
        return {name for role in roles for name in (role.id, *role.aliases)}

    def _state(self, event: Event) -> State:
        if event.corrects and event.recorded and event.recorded > self.as_of:
            return State.UNRECORDED
        if self._correction(event):
            return State.REPLACED
        if event.at.day is not None and event.at.day > self.as_of:
            return State.AFTER
        match event.certainty:
            case Certainty.SEEN:
                return State.SEEN
            case Certainty.INFERRED:
                return State.INFERRED
            case Certainty.PLANNED:
                return State.PLANNED

    def _correction(self, event: Event) -> Event | None:
        """The record that replaced this one by the day of judging."""
        return next(
            (
                e
                for e in self.events.values()
                if e.corrects == event.id and not (e.recorded and e.recorded > self.as_of)
            ),
            None,
        )

    def _remark(self, event: Event, state: State) -> str:
        if state is State.SEEN:
            return ""
        correction = self._correction(event)
        number = self.numbers[correction.id] if correction else ""
        return self.words.say(f"state_{state.value}", number=number)

    # --- what was due ----------------------------------------------------------------------------

    def _duties(
        self, mark: str, findings: list[Finding], anchors: Mapping[int, str]
    ) -> Iterator[Duty]:
        for number, finding in enumerate(findings, start=1):
            letter = mark if len(findings) == 1 else f"{mark}{number}"
            yield self._duty(letter, finding, anchors.get(id(finding), ""))

    def _duty(self, letter: str, finding: Finding, anchor: str) -> Duty:
        key = (finding.layer, finding.version, finding.norm)
        _, norm = self.maker.index.get(key, (None, None))
        done = [e for e in finding.evidence if e != finding.trigger and e in self.events]
        days = [day for e in done if (day := self.events[e].at.day) is not None]
        acted = max(days, default=None) if isinstance(norm, Precedence) else min(days, default=None)
        spans = Spans(finding, norm, acted, self.as_of)
        by, mark = self._by(finding, norm), spans.mark()
        if finding.verdict is Word.OPEN:
            when = by or self.words.say("no_due_day")
        else:
            when = by or (self.names.day(mark) if mark else self.words.say("whole"))
        return Duty(
            letter,
            id(finding),
            title_text(finding.title, finding.norm),
            self._label(finding),
            finding.verdict,
            finding.strength,
            anchor,
            by,
            when,
            finding.due if by else None,
            finding.due_latest,
            spans.bar(),
            spans.over(),
            mark,
            tuple(sorted(self.numbers[e] for e in done)),
        )

    def _label(self, finding: Finding) -> str:
        """The verdict; with how for what broke. Why something cannot be told is said elsewhere."""
        if finding.verdict in BREACHES:
            return finding.label
        return self.words.words.verdict(finding.verdict, finding.strength)

    def _by(self, finding: Finding, norm: Norm | None) -> str:
        """The due day in words: until, from or through; empty if there is none."""
        if finding.due is None or limit(norm) == "none":
            return ""
        part, day = self.words.words.part, self.names.day
        latest = finding.due_latest
        if latest is None:
            due = part("due_open", due=day(finding.due))
        elif latest != finding.due:
            due = part("due_until", due=day(finding.due), latest=day(latest))
        else:
            due = day(finding.due)
        return self.words.say(f"due_{limit(norm)}", due=due)


def numbered(trajectory: Trajectory) -> dict[str, int]:
    """The number of each event on the page, by its id: in order of time."""
    events = sorted(trajectory.events, key=_order)
    return {event.id: number for number, event in enumerate(events, start=1)}


def _has_a_day(finding: Finding) -> bool:
    """Whether it belongs in a picture of time: what broke, what was due, what still runs."""
    if finding.verdict in BREACHES or finding.due is not None:
        return True
    duty = finding.kind in (Kind.RESPONSE, Kind.RECURRENCE)
    return finding.verdict is Word.OPEN and duty and finding.day is not None


def _order(event: Event) -> tuple[date, int]:
    """By day and minute; what has no date last. Python keeps the order of the source otherwise."""
    return event.at.day or date.max, event.at.minute or 0


def _last_day(at: When) -> date | None:
    """The last day on which it may have been."""
    if at.day is None or at.precision not in (Precision.MONTH, Precision.YEAR):
        return at.day
    year, month = at.day.year, 12 if at.precision is Precision.YEAR else at.day.month
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _by_day(finding: Finding) -> date:
    return finding.day or finding.due or date.max


def letters() -> Iterator[str]:
    """A, B, … Z, AA, AB, …"""
    yield from ascii_uppercase
    for first in letters():
        yield from (first + second for second in ascii_uppercase)
