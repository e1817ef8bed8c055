"""A migration plan as text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spelregels.report.fields import Json
from spelregels.report.layout import Style, clean, paragraph
from spelregels.session.migrating import Fate, Migration, Moved, Plan, Reading
from spelregels.session.voice import Voice

__all__ = ["plan_json", "plan_text"]


def plan_text(plan: Plan, language: str, style: Style) -> Iterator[str]:
    """The lines for people."""
    old, new = Voice.of(plan.old, language), Voice.of(plan.new, language)
    names = {"old": _name(old), "new": _name(new)}
    yield from map(style.strong, paragraph(old.say("plan", **names)))
    yield old.say("plan_from", day=old.day(plan.since))
    if plan.states is None:
        yield from paragraph(old.say("plan_silent"))
    else:
        said = old.say(f"reading_{plan.states.value}")
        yield from paragraph(old.say("plan_states", reading=said))
    for migration in plan.migrations:
        yield ""
        yield from _migration(migration, old, new, style)
    yield ""
    counted = Counter(migration.fate for migration in plan.migrations)
    counts = [
        old.say("plan_count", count=counted[fate], word=old.say(f"plan_{fate.value}"))
        for fate in Fate
        if counted[fate]
    ]
    yield "; ".join(counts) + "."
    yield old.say("plan_nothing_done")
    yield old.say("no_advice")


def _name(voice: Voice) -> str:
    own = voice.names.ruleset.own
    return f"{own.id} {own.version}".rstrip()


def _migration(one: Migration, old: Voice, new: Voice, style: Style) -> Iterator[str]:
    fate, day = old.say(f"plan_{one.fate.value}"), old.day(one.as_of)
    line = old.say("plan_trajectory", trajectory=one.trajectory.id, fate=fate, day=day)
    yield (style.alarm if one.fate is Fate.IMPOSSIBLE else style.strong)(clean(line))
    for problem in one.problems:
        text = problem.message_nl if old.language == "nl" else problem.message_en
        yield from paragraph(f"- {text}", indent="  ", hang="  ")
    if one.to != one.stage and one.to is not None:
        moved = old.say("plan_stage", before=old.stage(one.stage), after=new.stage(one.to))
        yield from paragraph(f"- {moved}", indent="  ", hang="  ")
    if one.to is not None and one.replayed != one.to:
        line = old.say("plan_replay", stage=new.stage(one.replayed))
        yield from paragraph(f"- {line}", indent="  ", hang="  ")
    for reading, moves in (one.moves or {}).items():
        title = old.say("plan_reading", reading=old.say(f"reading_{reading.value}"))
        told = old.say("plan_no_moves") if not moves else ""
        yield from paragraph(f"- {title}: {told}".rstrip(), indent="  ", hang="  ")
        for move in moves:
            yield from paragraph(f"* {_moved(move, old)}", indent="    ", hang="  ")


def _moved(move: Moved, voice: Voice) -> str:
    about = move.old or move.new
    assert about is not None
    key = "plan_moved" if move.old and move.new else "plan_gone" if move.old else "plan_new"
    before, after = (
        voice.day(day) if day else voice.say("no_day") for day in (move.before, move.after)
    )
    about_it = {"norm": about.norm, "trigger": about.trigger}
    return voice.say(key, **about_it, before=before, after=after)


def plan_json(plan: Plan, language: str) -> dict[str, Json]:
    """The same as data."""
    return {
        "spelregels_plan": "1",
        "language": language,
        "old": {"id": plan.old.id, "version": plan.old.own.version},
        "new": {"id": plan.new.id, "version": plan.new.own.version},
        "since": plan.since.isoformat(),
        "states": plan.states.value if plan.states else None,
        "trajectories": [_migration_json(one, language) for one in plan.migrations],
    }


def _migration_json(one: Migration, language: str) -> dict[str, Json]:
    problems: list[Json] = [
        {"code": p.code, "message": p.message_nl if language == "nl" else p.message_en}
        for p in one.problems
    ]
    return {
        "id": one.trajectory.id,
        "as_of": one.as_of.isoformat(),
        "fate": one.fate.value,
        "stage": one.stage,
        "to": one.to,
        "replayed": one.replayed,
        "problems": problems,
        "moves": {
            reading.value: [_moved_json(move) for move in (one.moves or {}).get(reading, ())]
            for reading in Reading
        },
    }


def _moved_json(move: Moved) -> dict[str, Json]:
    about = move.old or move.new
    assert about is not None
    return {
        "norm": about.norm,
        "trigger": about.trigger,
        "act": about.act,
        "before": move.before.isoformat() if move.before else None,
        "after": move.after.isoformat() if move.after else None,
        "falls_away": move.new is None,
        "is_new": move.old is None,
    }
