"""Answers and agendas as JSON data; ``docs/session.md`` documents the fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from spelregels.model.ruleset import Ruleset
from spelregels.model.verdict import Verdict
from spelregels.report.fields import VERDICT, Json, write
from spelregels.session.answer import AgendaItem, Answer, Days
from spelregels.session.telling import because, days_text, when_text, who_text
from spelregels.session.voice import Voice
from spelregels.session.weighing import Weighing

__all__ = ["FORMAT", "agenda_json", "answer_json", "answers_json"]

FORMAT = "1"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def answers_json(
    answers: Sequence[Answer], trajectory: str, ruleset: Ruleset, language: str, on: date
) -> dict[str, Json]:
    """Everything that was asked of one trajectory on one day."""
    voice = Voice.of(ruleset, language)
    return {
        "spelregels_preview": FORMAT,
        "language": language,
        "ruleset": ruleset.id,
        "trajectory": trajectory,
        "on": on.isoformat(),
        "answers": [answer_json(answer, voice) for answer in answers],
    }


def answer_json(answer: Answer, voice: Voice) -> dict[str, Json]:
    """One answer."""

    def findings(verdicts: Iterable[Verdict]) -> list[Json]:
        found = (voice.finding(v, answer.trajectory, answer.judgement) for v in verdicts)
        return [write(VERDICT, finding) for finding in found]

    needs: list[Json] = [
        {"kind": need.kind.value, "names": list(need.names), "text": voice.need(need)}
        for need in answer.needs
    ]
    return {
        "act": answer.act,
        "outcome": answer.outcome,
        "by": answer.by,
        "on": answer.on.isoformat(),
        "answer": answer.lawful.value,
        "may": answer.may,
        "conditional": answer.conditional,
        "untouched": answer.untouched,
        "needs": needs,
        "days": _days(answer.days, voice, answer.on),
        "against": findings(answer.against),
        "late": findings(answer.late),
        "unknown": findings(answer.unknown),
        "advice": findings(answer.advice),
        "raises": findings(answer.raises),
        "meets": findings(answer.meets),
    }


def _days(days: Days | None, voice: Voice, on: date) -> Json:
    if days is None:
        return None
    return {
        "earliest": _iso(days.earliest),
        "latest": _iso(days.latest),
        "open_end": days.open_end,
        "searched_from": _iso(days.searched_from),
        "searched_to": _iso(days.searched_to),
        "text": days_text(days, voice, on),
    }


def agenda_json(
    agendas: Sequence[tuple[Weighing, date, tuple[AgendaItem, ...]]],
    ruleset: Ruleset,
    language: str,
) -> dict[str, Json]:
    """The agendas of several trajectories, each on its day."""
    voice = Voice.of(ruleset, language)
    trajectories: list[Json] = [
        {
            "id": weighing.trajectory.id,
            "as_of": on.isoformat(),
            "items": [_item(item, weighing, voice, on) for item in items],
        }
        for weighing, on, items in agendas
    ]
    return {
        "spelregels_agenda": FORMAT,
        "language": language,
        "ruleset": ruleset.id,
        "trajectories": trajectories,
    }


def _item(item: AgendaItem, weighing: Weighing, voice: Voice, on: date) -> dict[str, Json]:
    finding = voice.finding(item.verdict, weighing.trajectory, weighing.before(on))
    about = write(VERDICT, finding)
    return {
        "uid": item.uid,
        "kind": item.kind.value,
        "act": item.act,
        "outcome": item.outcome,
        "by": list(item.by),
        "day": _iso(item.day),
        "latest": _iso(item.latest),
        "norm": item.verdict.norm,
        "layer": item.verdict.layer,
        "article": about["article"],
        "trigger": item.verdict.trigger,
        "when": when_text(item, voice),
        "who": who_text(item, voice),
        "because": list(because(item, weighing, voice)),
    }
