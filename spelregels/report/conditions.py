"""When a norm asks something at all: its ``if``, ``applies``, ``unless`` and days, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeGuard

from spelregels.model.norms import (
    Absence,
    Exemption,
    Norm,
    Power,
    Recurrence,
    Response,
    Separation,
    Statement,
    Threshold,
)
from spelregels.model.patterns import Condition, Happened, Situation, SituationAll
from spelregels.model.terms import NotStated
from spelregels.report.phrases import Phrases


def conditions(
    norm: Norm, phrases: Phrases, file_applies: Condition | None = None
) -> Iterator[str]:
    """A sentence for everything that limits a norm."""
    words = phrases.names.words
    applies = [c for c in (norm.applies, file_applies) if c is not None]
    situation = _situation(norm)
    beside = len(applies) + (situation is not None) > 1
    only = [phrases.situation(situation, _earlier(norm, phrases), beside)] if situation else []
    only += [phrases.clause(condition, beside) for condition in applies]
    if only:
        joined = words.part("and_if").join(only)
        yield words.say(words.frames.RULES, "only_if", conditions=joined)
    if norm.unless:
        in_time = isinstance(norm, Response | Recurrence | Threshold)
        key = "unless_in_time" if in_time else "unless_before"
        yield words.say(words.frames.RULES, key, pattern=phrases.pattern(norm.unless))
    if norm.in_force_from is not None or norm.in_force_to is not None:
        days = period(norm.in_force_from, norm.in_force_to, phrases)
        yield words.say(words.frames.RULES, "in_force", period=days)


def _situation(norm: Norm) -> Situation | None:
    return after_what(norm)[1] if isinstance(norm, Absence) else norm.if_


def _earlier(norm: Norm, phrases: Phrases) -> str:
    """``vóór ‘x’``, by the act that raises the norm; ``daarvóór`` if nothing else is named."""
    words = phrases.names.words
    if isinstance(norm, Absence | Power | Exemption | Separation | Statement):
        return words.part("earlier")
    return words.part("earlier_than", act=phrases.acts(norm.raised_by))


def after_what(norm: Absence) -> tuple[Happened | None, Situation | None]:
    """What a ban without a window comes after, if its ``if`` says so; and the rest of that."""
    situation = norm.if_
    if norm.window is not None:
        return None, situation
    if _plain(situation):
        return situation, None
    if isinstance(situation, SituationAll):
        first = next((part for part in situation.parts if _plain(part)), None)
        rest = tuple(part for part in situation.parts if part is not first)
        if first is not None:
            return first, rest[0] if len(rest) == 1 else SituationAll(rest)
    return None, situation


def period(first: date | NotStated | None, last: date | None, phrases: Phrases) -> str:
    """``vanaf 1 januari 2026 tot en met 31 december 2029``."""
    names = phrases.names
    words, frames = names.words, names.words.frames.EXPLAIN
    parts = []
    if isinstance(first, NotStated):
        parts.append(words.say(frames, "from_not_stated"))
    elif first is not None:
        parts.append(words.say(frames, "from", day=names.day(first)))
    if last is not None:
        parts.append(words.say(frames, "until", day=names.day(last)))
    return " ".join(parts) or words.say(frames, "always")


def _plain(situation: Situation | None) -> TypeGuard[Happened]:
    """Whether it asks only that something happened at least once."""
    return (
        isinstance(situation, Happened)
        and not situation.none
        and situation.more_than is None
        and situation.during is None
    )
