"""What if: the same trajectory with events added or moved, its verdicts before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from spelregels.language import bind
from spelregels.model.frozen import dataclass
from spelregels.model.trajectory import Event, Trajectory, When
from spelregels.model.verdict import Judgement, Verdict
from spelregels.model.words import Precision
from spelregels.report.fields import VERDICT, Json, write
from spelregels.report.layout import Style, clean, paragraph
from spelregels.report.wording import BREACHES
from spelregels.session.judging import Judging
from spelregels.session.voice import Voice
from spelregels.session.weighing import paired

__all__ = ["Difference", "Supposed", "suppose"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One instance of a norm whose verdict or due day differs; None: there is none on that side."""

    before: Verdict | None
    after: Verdict | None

    @property
    def is_new_breach(self) -> bool:
        """Broken, late or overdue after, and not before."""
        was = self.before is not None and self.before.word in BREACHES
        return self.after is not None and self.after.word in BREACHES and not was


@dataclass(frozen=True, slots=True)
class Supposed:
    """Both trajectories with their judgements, and what differs."""

    given: Trajectory
    supposed: Trajectory
    before: Judgement
    after: Judgement
    added: tuple[Event, ...]
    moved: tuple[tuple[Event, Event], ...]
    differences: tuple[Difference, ...]

    @property
    def new_breaches(self) -> int:
        """How many instances become a breach."""
        return sum(difference.is_new_breach for difference in self.differences)


def suppose(
    judging: Judging,
    given: Trajectory,
    *,
    add: Sequence[Event] = (),
    move: Sequence[tuple[str, date]] = (),
    as_of: date,
) -> Supposed:
    """Judge ``given`` with and without the changes. ``move``: event ids with their new day.

    Every id of ``move`` must be there; raises ``KeyError``. Added events are bound; raises
    ``InputRefused``.
    """
    days = dict(move)
    unknown = days.keys() - {event.id for event in given.events}
    if unknown:
        raise KeyError(sorted(unknown)[0])
    there = tuple(
        replace(event, at=When(Precision.DAY, days[event.id])) if event.id in days else event
        for event in given.events
    )
    supposed = bind(replace(given, events=(*there, *add)), judging.ruleset)
    before, after = judging.on(given, as_of), judging.on(supposed, as_of)
    return Supposed(
        given=given,
        supposed=supposed,
        before=before,
        after=after,
        added=supposed.events[len(there) :],
        moved=tuple((e, n) for e, n in zip(given.events, there, strict=True) if e is not n),
        differences=tuple(_differences(before, after)),
    )


def _differences(before: Judgement, after: Judgement) -> Iterator[Difference]:
    for verdict, earlier in paired(before, after):
        if earlier is None or _said(earlier) != _said(verdict):
            yield Difference(earlier, verdict)
    for verdict, later in paired(after, before):
        if later is None:
            yield Difference(verdict, None)


def _said(v: Verdict) -> tuple[Any, ...]:
    return v.word, v.how, v.due, v.due_latest


def suppose_text(supposed: Supposed, voice: Voice, style: Style) -> Iterator[str]:
    """The lines for people."""
    yield style.strong(voice.say("whatif", day=voice.day(supposed.after.as_of)))
    for event in supposed.added:
        line = voice.say("whatif_added", event=voice.names.event(event))
        yield from paragraph(f"+ {line}", indent="  ", hang="  ")
    for old, new in supposed.moved:
        was = voice.names.when(old.at)
        line = voice.say("whatif_moved", event=voice.names.event(new), was=was)
        yield from paragraph(f"> {line}", indent="  ", hang="  ")
    yield ""
    if supposed.before.stage != supposed.after.stage:
        stages = (voice.stage(j.stage) for j in (supposed.before, supposed.after))
        yield voice.say("whatif_stage", before=next(stages), after=next(stages))
    labels = voice.names.words.labels.VERDICTS
    outcomes = [j.outcome for j in (supposed.before, supposed.after)]
    if outcomes[0] is not outcomes[1]:
        told = [labels[o] if o else voice.say("whatif_nothing") for o in outcomes]
        yield voice.say("whatif_outcome", before=told[0], after=told[1])
    if not supposed.differences:
        yield voice.say("whatif_same")
    for difference in supposed.differences:
        yield from _line(difference, voice, style)
    if supposed.new_breaches:
        yield ""
        yield style.alarm(voice.say("whatif_breaches", count=supposed.new_breaches))
    yield ""
    yield voice.say("no_advice")


def _line(difference: Difference, voice: Voice, style: Style) -> Iterator[str]:
    before, after = difference.before, difference.after
    about = after or before
    assert about is not None
    trigger = f" [{about.trigger}]" if about.trigger else ""
    told = [
        voice.verdict(v) if v else voice.say("whatif_nothing" if v is before else "whatif_gone")
        for v in (before, after)
    ]
    mark = "!" if difference.is_new_breach else "-"
    norm = voice.short_norm(about) + trigger
    line = voice.say("whatif_line", norm=norm, before=told[0], after=told[1])
    first, *rest = paragraph(f"{mark} {line}", hang="  ")
    yield style.alarm(clean(first)) if difference.is_new_breach else first
    yield from rest
    dues = [v.due if v else None for v in (before, after)]
    if dues[0] != dues[1] and before and after:
        days = [voice.day(d) if d else voice.say("no_day") for d in dues]
        yield f"    {voice.say('whatif_due_line', before=days[0], after=days[1])}"


def suppose_json(supposed: Supposed, voice: Voice) -> dict[str, Json]:
    """The same as data."""

    def told(verdict: Verdict | None, log: Trajectory, judged: Judgement) -> Json:
        return write(VERDICT, voice.finding(verdict, log, judged)) if verdict else None

    differences: list[Json] = [
        {
            "norm": (d.after or d.before).norm,  # type: ignore[union-attr]
            "new_breach": d.is_new_breach,
            "before": told(d.before, supposed.given, supposed.before),
            "after": told(d.after, supposed.supposed, supposed.after),
        }
        for d in supposed.differences
    ]
    return {
        "spelregels_what_if": "1",
        "language": voice.language,
        "ruleset": voice.names.ruleset.id,
        "trajectory": supposed.given.id,
        "as_of": supposed.after.as_of.isoformat(),
        "added": [event.id for event in supposed.added],
        "moved": [event.id for event, _ in supposed.moved],
        "stage": {"before": supposed.before.stage, "after": supposed.after.stage},
        "outcome": {
            "before": supposed.before.outcome.value if supposed.before.outcome else None,
            "after": supposed.after.outcome.value if supposed.after.outcome else None,
        },
        "new_breaches": supposed.new_breaches,
        "differences": differences,
    }
