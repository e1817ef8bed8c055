"""What is due, by whom, when, under which article, and what is possible only later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256

from spelregels.model.norms import Norm, Recurrence, Threshold
from spelregels.model.patterns import RoleSpec
from spelregels.model.terms import NotStated
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Kind, Word
from spelregels.session.answer import AgendaItem, AgendaKind, Answer, Lawful
from spelregels.session.possible import what_can_happen, with_days
from spelregels.session.weighing import Weighing

__all__ = ["agenda"]

_DUTIES = (Kind.RESPONSE, Kind.RECURRENCE, Kind.THRESHOLD)
_NO_DAY = (How.VAGUE, How.NOT_STATED, How.CALENDAR_UNKNOWN, How.REGIME_NOT_STATED, How.DATE_UNKNOWN)


def agenda(weighing: Weighing, on: date, *, later: bool = True) -> tuple[AgendaItem, ...]:
    """The agenda of one trajectory at the end of the day ``on``, by day; undated items last.

    ``later``: also what is not allowed yet and will be, as things stand, from a day on.
    """
    items = list(_due(weighing, on))
    if later:
        items += _later(weighing, on)
    return tuple(sorted(_numbered(items), key=_order))


def _order(item: AgendaItem) -> tuple[date, str, str]:
    return item.day or date.max, item.act, item.uid


def _due(weighing: Weighing, on: date) -> Iterator[AgendaItem]:
    for verdict in weighing.before(on).verdicts:
        norm = weighing.norm(verdict)
        kind = _kind(verdict, norm)
        if kind is None:
            continue
        day = verdict.due if kind in (AgendaKind.DUE, AgendaKind.OVERDUE) else None
        yield AgendaItem(
            uid=_uid(weighing, "duty", verdict, verdict.act),
            trajectory=weighing.trajectory.id,
            kind=kind,
            act=verdict.act,
            by=_bearers(norm),
            day=day,
            latest=verdict.due_latest if day and verdict.due_latest != day else None,
            verdict=verdict,
        )


def _kind(verdict: Verdict, norm: Norm | None) -> AgendaKind | None:
    """Whether a verdict is something to do; None: it is not."""
    if verdict.kind not in _DUTIES:
        return None
    if isinstance(norm, Threshold) and isinstance(norm.at_least, NotStated | None):
        return None  # a ceiling asks nothing of anybody
    match verdict.word:
        case Word.OVERDUE:
            return AgendaKind.OVERDUE
        case Word.OPEN if verdict.how is How.SUSPENDED:
            return AgendaKind.SUSPENDED
        case Word.OPEN:
            return AgendaKind.DUE if verdict.due else AgendaKind.UNDATED
        case Word.CANNOT_TELL if verdict.how in _NO_DAY and len(verdict.evidence) <= 1:
            return AgendaKind.UNDATED
        case _:
            return None


def _bearers(norm: Norm | None) -> tuple[str, ...]:
    by = getattr(norm, "by", None)
    return by.any_of if isinstance(by, RoleSpec) else ()


def _later(weighing: Weighing, on: date) -> Iterator[AgendaItem]:
    for answer in what_can_happen(weighing, on, days=False):
        blocked = _blocking(answer)
        days = with_days(answer, weighing, on).days if blocked else None
        first = days.earliest if days else None
        if first is None or first <= on or blocked is None:
            continue
        yield AgendaItem(
            uid=_uid(weighing, "from", blocked, f"{answer.act} {answer.outcome} {answer.by}"),
            trajectory=weighing.trajectory.id,
            kind=AgendaKind.POSSIBLE_FROM,
            act=answer.act,
            outcome=answer.outcome,
            by=(answer.by,) if answer.by else (),
            day=first,
            verdict=blocked,
        )


def _blocking(answer: Answer) -> Verdict | None:
    """The verdict that keeps an act from being lawful today."""
    blocked = answer.against if answer.lawful is Lawful.UNLAWFUL else answer.unknown
    return blocked[0] if blocked and not answer.conditional else None


def _uid(weighing: Weighing, what: str, verdict: Verdict, act: str) -> str:
    """The same duty has the same id in every run; the version of the law is no part of it."""
    ruleset = weighing.judging.ruleset.id
    trigger = verdict.trigger if what == "duty" else ""
    norm = weighing.norm(verdict)
    yearly = isinstance(norm, Threshold) or (isinstance(norm, Recurrence) and norm.every is None)
    year = str(verdict.due.year) if yearly and verdict.due and what == "duty" else ""
    log = weighing.trajectory.id
    parts = (ruleset, log, what, verdict.layer, verdict.norm, trigger, act, year)
    return sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def _numbered(items: list[AgendaItem]) -> Iterator[AgendaItem]:
    """Several instances of one norm without a trigger of their own: told apart by their day."""
    seen: set[str] = set()
    for item in items:
        uid, again = item.uid, 1
        while uid in seen:
            again += 1
            uid = sha256(f"{item.uid} {again}".encode()).hexdigest()[:32]
        seen.add(uid)
        yield replace(item, uid=uid)
