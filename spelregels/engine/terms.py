"""Named terms: when they begin, their two moments, and what lies inside (Terms, M15)."""

from __future__ import annotations

from typing import Final

from spelregels.engine.beginning import beginning
from spelregels.engine.changes import Rule
from spelregels.engine.compiled import PlacedTerm
from spelregels.engine.conditions import holds_of_header
from spelregels.engine.hearing import Hearing
from spelregels.engine.linking import tied
from spelregels.engine.matching import matches
from spelregels.engine.points import EVER, NEVER, Point, boundary
from spelregels.engine.running import running
from spelregels.engine.spans import Counting, Due
from spelregels.engine.truth import YES, Truth, both, every, some
from spelregels.model.frozen import dataclass
from spelregels.model.norms import NamedTerm
from spelregels.model.patterns import Edge, MomentPattern, TermRef
from spelregels.model.words import CountFrom

_WORKING: Final = "a term that depends on itself"


@dataclass(frozen=True, slots=True)
class Begun:
    """One beginning of a named term. ``begin``: X.begonnen; ``passed``: X.verstreken."""

    begin: Point
    due: Due
    passed: Point
    tied: Point | None


def moments(hearing: Hearing, pattern: MomentPattern) -> list[Point]:
    """The moments of a term that exist, or may; those for an unseen ``per`` rest on nothing."""
    found = []
    for one in begun(hearing, pattern.term):
        point = one.begin if pattern.edge is Edge.BEGUN else one.passed
        if point.exists.level:
            found.append(point)
    return found


def begun(hearing: Hearing, ref: TermRef) -> list[Begun]:
    """Every time the term began, or may have."""
    key = ("begun", ref)
    found = hearing.memo.get(key)
    if found is None:
        hearing.memo[key] = _WORKING
        hearing.memo["in work"] = hearing.memo.get("in work", 0) + 1
        found = hearing.memo[key] = [
            one for placed in hearing.compiled.terms.get(ref, ()) for one in _begun(hearing, placed)
        ]
        hearing.memo["in work"] -= 1
    if found is _WORKING:
        return []  # the loader refuses such circles
    made: list[Begun] = found
    return made


def _begun(hearing: Hearing, placed: PlacedTerm) -> list[Begun]:
    term = placed.term
    if not term.per:
        made = _begun_once(hearing, placed, None)
        return [made] if made is not None else []
    found = []
    for one in matches(hearing, term.per):
        made = _begun_once(hearing, placed, one.point, one.fit)
        if made is not None:
            found.append(made)
    return found


def _begun_once(
    hearing: Hearing, placed: PlacedTerm, per: Point | None, arises: Truth = YES
) -> Begun | None:
    term = placed.term
    begin = beginning(hearing, placed, per)
    if begin is None:
        return None
    here = every(
        (
            arises,
            begin.exists,
            holds_of_header(hearing, placed.file.applies),
            holds_of_header(hearing, term.applies),
        )
    )
    if here.level == 0:
        return None
    begin.exists = here
    due = _due(hearing, term, begin, per)
    return Begun(begin, due, _passed(hearing, term, begin, due), per)


# --- how long it lasts ---


def _due(hearing: Hearing, term: NamedTerm, begin: Point, per: Point | None) -> Due:
    counting = counting_from(begin, Counting(term.count_from, term.regime))
    rule = Rule(term.lasts, counting, term.extendable, term.suspended_by, term.longer)

    def tie(point: Point) -> Truth:
        return tied(hearing, term.link, point, per, term.per) if per is not None else YES

    return running(hearing, rule, begin, tie)


def counting_from(start: Point, counting: Counting) -> Counting:
    """A term counted from X.verstreken has the next day as day one."""
    if start.passed:
        return Counting(CountFrom.NEXT_DAY, counting.regime)
    return counting


def _passed(hearing: Hearing, term: NamedTerm, begin: Point, due: Due) -> Point:
    name = f"{term.id}.verstreken"
    exists = both(begin.exists, due.passed(hearing.as_of))
    low = max(boundary(due.first), begin.low) if due.first > EVER else begin.low
    high = boundary(due.last) if due.last < NEVER else NEVER
    first = max(due.first, begin.first)
    return Point(
        "",
        name,
        low,
        high,
        first,
        due.last,
        exists,
        source=begin.source,
        tied=begin.tied,
        cited=begin.cited,
        why=due.why if due.why.level == 1 else YES,
    )


# --- what lies inside ---


def inside_term(hearing: Hearing, ref: TermRef, point: Point) -> Truth:
    """Whether the point lies in the term: after its beginning, through its last day."""
    return some(inside_this(hearing, one, point) for one in begun(hearing, ref))


def inside_this(hearing: Hearing, one: Begun, point: Point) -> Truth:
    """Whether the point lies in this running of the term."""
    return both(one.begin.exists, inside_if_begun(hearing, one, point))


def not_over(one: Begun, point: Point) -> Truth:
    """Whether the point falls on or before the last day; the moment it passed does."""
    return YES if one.due.suspended or point is one.passed else one.due.by(point)


def inside_if_begun(hearing: Hearing, one: Begun, point: Point) -> Truth:
    """The same, if the term did begin."""
    return both(hearing.before(one.begin, point), not_over(one, point))
