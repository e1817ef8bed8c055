"""Events under construction, and the steps that put them at the edges of terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from spelregels.audit.chance import chance, pick, weighted
from spelregels.audit.days import anchor, clamp
from spelregels.audit.patterns import outcomes_of
from spelregels.audit.settings import Settings
from spelregels.audit.spans import Span, last_day, rough_length
from spelregels.audit.vocabulary import (
    ATTRIBUTES,
    BOUND,
    CLOSING,
    ENDING,
    GENERAL,
    LINK,
    OPENING,
    PERSONS,
    PLAIN_ROLES,
    WITHDRAWING,
    value,
)
from spelregels.model.patterns import ActPattern, Op, RoleSpec, Test, Value
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import Duration

EDGE = ((1, -2), (4, -1), (6, 0), (6, 1), (1, 2))  # days from the last day, by weight


@dataclass(slots=True)
class Draft:
    """One event, everything about it known."""

    id: str
    act: str
    day: date
    minute: int
    by: str = ""
    role: str = ""
    outcome: str | None = None
    attributes: dict[str, Value | None] = field(default_factory=dict)


@dataclass(slots=True)
class Workshop:
    """The log so far, and what it is built for."""

    rng: Random
    settings: Settings
    ruleset: Ruleset
    spans: Sequence[Span]
    drafts: list[Draft] = field(default_factory=list)
    edges: list[date] = field(default_factory=list)


def _fitting_role(rng: Random, pattern: ActPattern | None) -> str:
    wanted = pattern.by if pattern is not None else None
    if isinstance(wanted, RoleSpec) and chance(rng, 0.75):
        if wanted.vehicle is not None:
            return "wijkplatform"
        name = pick(rng, wanted.any_of)
        return pick(rng, ("raad", "college")) if name in (BOUND, "orgaan") else name
    return pick(rng, PLAIN_ROLES)


def _fitting_attributes(rng: Random, pattern: ActPattern | None) -> dict[str, Value | None]:
    made: dict[str, Value | None] = {n: value(rng, n) for n in ATTRIBUTES if n != LINK}
    where = pattern.where if pattern is not None else None
    if isinstance(where, Test) and where.op is Op.IS and where.attribute in made:
        made[where.attribute] = where.operand  # type: ignore[assignment]
    return made


def add(shop: Workshop, pattern: ActPattern | str, day: date) -> Draft:
    """Put one event of the pattern on the day, with everything known about it."""
    rng = shop.rng
    shape = pattern if isinstance(pattern, ActPattern) else None
    act = pattern.act if isinstance(pattern, ActPattern) else pattern
    outcomes = shape.outcome if shape and shape.outcome and chance(rng, 0.8) else outcomes_of(act)
    draft = Draft(
        id=f"e{len(shop.drafts) + 1}",
        act=act,
        day=clamp(day, shop.settings.window),
        minute=rng.choice((0, 540, 540, 600, 1439)) if chance(rng, 0.5) else rng.randrange(1440),
        by=pick(rng, PERSONS),
        role=_fitting_role(rng, shape),
        outcome=pick(rng, outcomes) if outcomes else None,
        attributes=_fitting_attributes(rng, shape),
    )
    shop.drafts.append(draft)
    return draft


def tie(shop: Workshop, span: Span, start: Draft, end: Draft) -> None:
    """Make ``end`` name ``start``, as the span's link asks, most of the time."""
    link = span.link
    end.attributes[LINK] = start.id if chance(shop.rng, 0.8) else pick(shop.rng, shop.drafts).id
    if link is not None and link.same is not None and chance(shop.rng, 0.7):
        end.attributes[link.same] = start.attributes[link.same]


def _start_of(shop: Workshop, span: Span) -> Draft:
    rng = shop.rng
    acts = [part.act for part in span.starts]
    there = [draft for draft in shop.drafts if draft.act in acts]
    if there and chance(rng, 0.65):
        return pick(rng, there)
    if shop.drafts and chance(rng, 0.4):
        day = pick(rng, shop.drafts).day + timedelta(rng.randint(0, 10))
    else:
        day = _near(shop)
        away = rough_length(span) + timedelta(rng.randint(-1, 1))
        if chance(rng, 0.6):
            day = day + away if span.backwards else day - away
    return add(shop, pick(rng, span.starts), day)


def _near(shop: Workshop) -> date:
    """A day that bites, not decades from the rest of the log."""
    day = anchor(shop.rng, shop.settings.window)
    if not shop.drafts:
        return day
    centre = shop.drafts[0].day
    for _ in range(6):
        if abs((day - centre).days) < 500:
            return day
        day = anchor(shop.rng, shop.settings.window)
    return centre + timedelta(shop.rng.randint(-60, 120))


def at_the_edge(shop: Workshop) -> None:
    """Start a span if need be, and put its other end one day before, on, or after the last day."""
    rng = shop.rng
    if not shop.spans:
        return at_random(shop)
    span = pick(rng, shop.spans)
    start = _start_of(shop, span)
    due = last_day(span, start.day, shop.ruleset.calendars)
    if span.suspended_by is not None and chance(rng, 0.7):
        due = _suspend(shop, span, start, due)
    if span.extendable is not None and chance(rng, 0.75):
        due = _extend(shop, span, start, due)
    shop.edges += [due, start.day]
    if chance(rng, 0.75):
        end = add(shop, pick(rng, span.ends), due + timedelta(weighted(rng, EDGE)))
        tie(shop, span, start, end)
    return None


def _suspend(shop: Workshop, span: Span, start: Draft, due: date) -> date:
    """A suspension around the start, inside the term, at its end, twice, or never lifted."""
    assert span.suspended_by is not None
    rng = shop.rng
    length = max(1, (due - start.day).days)
    added = 0
    opens = start.day
    for again in range(2 if chance(rng, 0.5) else 1):
        offset = pick(rng, (-5, -1, 0, 0, 1, length // 2, length - 1, length, length + 1))
        days = rng.randint(0, 12)
        overlaps = again and chance(rng, 0.6)
        opens = opens + timedelta(days // 2) if overlaps else start.day + timedelta(offset)
        add(shop, pick(rng, _only_acts(span.suspended_by.opens)), opens)
        if chance(rng, 0.85):
            add(shop, pick(rng, _only_acts(span.suspended_by.closes)), opens + timedelta(days))
            added += days + min(0, offset)
    return due + timedelta(max(0, added))


def _extend(shop: Workshop, span: Span, start: Draft, due: date) -> date:
    """An extension in time, on the last day, too late, or twice."""
    assert span.extendable is not None
    rng = shop.rng
    act = span.extendable.by_act
    add(shop, act, due + timedelta(pick(rng, (-9, -1, 0, 0, 1))))
    longer = last_day(span, start.day, shop.ruleset.calendars, span.extendable.once)
    if isinstance(span.extendable.once, Duration) and longer == due:
        longer = due + timedelta(14)
    if chance(rng, 0.4):
        add(shop, act, pick(rng, (due, longer, longer + timedelta(1))))
        again = longer + (longer - due)
        return pick(rng, (longer, again))
    return longer


def _only_acts(pattern: object) -> list[ActPattern]:
    parts = pattern if isinstance(pattern, tuple) else ()
    return [part for part in parts if isinstance(part, ActPattern)]


def at_random(shop: Workshop) -> None:
    """One event anywhere near the others, often on a day that already has one."""
    rng = shop.rng
    act = weighted(
        rng,
        (
            *((4, act) for act in GENERAL),
            (4, "besluit.genomen"),
            (1, ENDING),
            (1, WITHDRAWING),
            (1, OPENING),
            (1, CLOSING),
        ),
    )
    day = _near(shop)
    if shop.drafts and chance(rng, 0.6):
        day = pick(rng, shop.drafts).day + timedelta(pick(rng, (-1, 0, 0, 0, 1, 7)))
    made = add(shop, act, day)
    if chance(rng, 0.6):
        made.attributes[LINK] = pick(rng, shop.drafts).id


def repeat(shop: Workshop) -> None:
    """The same act again: a repeated trigger or a second answer."""
    if not shop.drafts:
        return at_random(shop)
    old = pick(shop.rng, shop.drafts)
    made = add(shop, old.act, old.day + timedelta(pick(shop.rng, (0, 0, 1, 5, 30))))
    made.attributes = dict(old.attributes)
    return None


def finish(shop: Workshop) -> None:
    """An end, at, just before or just after an edge."""
    if not shop.drafts:
        return
    stages = shop.ruleset.machine.stages if shop.ruleset.machine is not None else ()
    edges = [edge for stage in stages for edge in stage.edges]
    withdraws = any(edge.act == WITHDRAWING for edge in edges)
    acts = (ENDING, WITHDRAWING, WITHDRAWING) if withdraws else (ENDING,)
    for _ in range(2 if chance(shop.rng, 0.3) else 1):
        day = pick(shop.rng, shop.edges or [draft.day for draft in shop.drafts])
        add(shop, pick(shop.rng, acts), day + timedelta(pick(shop.rng, (-1, 0, 0, 1, 3, 30))))
