"""Whether an answer is tied to its trigger (M8, M16)."""

from __future__ import annotations

from spelregels.engine.conditions import alike
from spelregels.engine.hearing import MISSING, Hearing, Known
from spelregels.engine.matching import matches
from spelregels.engine.points import Point
from spelregels.engine.truth import NO, YES, Truth, every, unknown
from spelregels.model.norms import Link, Response
from spelregels.model.patterns import ActPattern, Pattern
from spelregels.model.words import How


def tied(hearing: Hearing, link: Link | None, answer: Point, trigger: Point, own: Pattern) -> Truth:
    """Whether the answer is tied to the trigger; a missing link counts if only it could be meant.

    ``own``: what the tied rule starts from.
    """
    if link is None:
        return YES
    if not answer.rests_on:
        return answer.exists
    found = _by_value(hearing, link, answer, trigger)
    if found is not None:
        return found
    meant = _could_be_meant(hearing, answer, own)
    asked = trigger.tied or trigger
    if len(meant) == 1 and meant[0] is asked and hearing.before(answer, trigger).level == 0:
        return YES
    return unknown(How.FACT_UNKNOWN, answer.name, link.answers or link.same or "")


def _by_value(hearing: Hearing, link: Link, answer: Point, trigger: Point) -> Truth | None:
    """By what the source shows; None if the link is missing, known absent or not.

    A moment of a term has no attributes; with ``per`` it stands for an event that has.
    """
    if link.answers is not None:
        value = hearing.value(answer.tied or answer, link.answers)
        if value is MISSING or value is None:
            return None
        return YES if _names(hearing, value, trigger) else NO
    assert link.same is not None
    one, two = (hearing.value(point.tied or point, link.same) for point in (answer, trigger))
    if one in (None, MISSING) or two in (None, MISSING):
        return None
    return YES if alike(one, two) else NO


def _names(hearing: Hearing, value: Known, trigger: Point) -> bool:
    members = value if isinstance(value, tuple) else (value,)
    asked = trigger.tied or trigger
    return any(isinstance(one, str) and hearing.by_id.get(one) is asked for one in members)


def _could_be_meant(hearing: Hearing, answer: Point, own: Pattern) -> list[Point]:
    """Every event and moment, not surely after the answer, that a linked response may start from.

    A moment that stands for an event (``per``) is a candidate beside it, and never the one meant.
    """
    key = ("meant", id(answer), id(own))
    found: list[Point] | None = hearing.memo.get(key)
    if found is None:
        found = []
        for triggers in _starts(hearing, answer.act, own):
            for one in matches(hearing, triggers):
                point = one.point
                if point is answer or point in found or one.fit.level == 0:
                    continue
                if hearing.before(answer, point).level == 2:
                    continue
                found.append(point)
        if not hearing.memo.get("in work"):
            hearing.memo[key] = found
    return found


def _starts(hearing: Hearing, act: str, own: Pattern) -> list[Pattern]:
    """What the tied rule starts from, and every linked response that the act answers."""
    found: list[Pattern] = [own]
    for placed in hearing.compiled.linked:
        rule = placed.norm
        assert isinstance(rule, Response)
        if rule.after is not own and act in _acts(*rule.must):
            found.append(rule.after)
    return found


def _acts(*patterns: Pattern) -> set[str]:
    return {part.act for one in patterns for part in one if isinstance(part, ActPattern)}


def after(hearing: Hearing, trigger: Point, answer: Point, link: Link | None) -> Truth:
    """Whether the answer is strictly after its trigger; a written link says so too."""
    found = hearing.before(trigger, answer)
    if found.level == 1 and link is not None and link.answers is not None and answer.event:
        named = hearing.value(answer, link.answers)
        if _names(hearing, named, trigger):
            return YES
    return found


def tied_if_known(hearing: Hearing, link: Link | None, one: Point, two: Point) -> Truth:
    """Whether two events are tied where a missing link is never filled in (Precedence, M8)."""
    if link is None:
        return YES
    if not one.rests_on:
        return one.exists
    found = _by_value(hearing, link, one, two)
    if found is not None:
        return found
    assert link.same is not None
    silent = [p for p in (one, two) if hearing.value(p.tied or p, link.same) in (None, MISSING)]
    return every(unknown(How.FACT_UNKNOWN, point.name, link.same) for point in silent)
