"""Response: *after A, must B* (Kinds; M5, M7, M8, M11)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spelregels.engine.changes import Rule
from spelregels.engine.compiled import Placed
from spelregels.engine.ending import after_end, ended, endings, withdrawals
from spelregels.engine.excuses import excused, exempted
from spelregels.engine.hearing import Hearing
from spelregels.engine.linking import after, tied
from spelregels.engine.matching import Match, matches
from spelregels.engine.points import Point
from spelregels.engine.rulings import (
    Raised,
    Ruling,
    act_of,
    cannot_tell,
    governed,
    kind_of,
    raised,
    ruled,
)
from spelregels.engine.running import running
from spelregels.engine.spans import Counting, Due, span
from spelregels.engine.terms import counting_from
from spelregels.engine.truth import NO, YES, Truth, both, either, every, negate, some, unknown
from spelregels.model.frozen import dataclass
from spelregels.model.norms import Response
from spelregels.model.patterns import Pattern
from spelregels.model.terms import NotStated, Vague
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Word


@dataclass(frozen=True, slots=True)
class Answer:
    """An event that may answer. ``fits``: everything but the term; ``timely``: the term;
    ``bare``: whether it is tied, if it surely fits and comes after the trigger but for the role.
    ``unripe``: it came before ``not_before`` was over."""

    point: Point
    fits: Truth
    timely: Truth
    bare: Truth
    unripe: bool = False


class Duty:
    """One instance of a response, for one of its ``must`` patterns."""

    __slots__ = ("hearing", "norm", "placed", "rule", "trigger")

    def __init__(self, hearing: Hearing, placed: Placed, trigger: Point) -> None:
        norm = placed.norm
        assert isinstance(norm, Response)
        self.hearing = hearing
        self.placed = placed
        self.norm = norm
        self.trigger = trigger
        counting = counting_from(trigger, Counting(norm.count_from, norm.regime))
        term = norm.within if norm.within is not None else NotStated()
        self.rule = Rule(term, counting, norm.extendable, norm.suspended_by)

    @property
    def stated(self) -> bool:
        """Whether the text states a term."""
        return not isinstance(self.norm.within, NotStated | Vague | None)

    def tie(self, point: Point) -> Truth:
        """Whether an answer, change or excuse belongs to this trigger."""
        return tied(self.hearing, self.norm.link, point, self.trigger, self.norm.after)

    def due(self, until: Point | None = None) -> Due:
        """The last day, as it stood when ``until`` came."""
        return running(self.hearing, self.rule, self.trigger, self.tie, until)

    def over(self, point: Point) -> Truth:
        """Whether the end that ends this duty had come before ``point``."""
        return self._ended(lambda one: self.hearing.before(one, point))

    def ended(self) -> Truth:
        """Whether the end that ends this duty has come.

        The end that itself raises a duty without term does not end that duty.
        """
        return ended(self.hearing) if self.stated else self._ended(lambda _: YES)

    def _ended(self, when: Callable[[Point], Truth]) -> Truth:
        trigger = self.trigger  # what ended before it leaves no duty at all
        others = some(
            every((ends, when(one), negate(self.hearing.before(one, trigger))))
            for one, ends in endings(self.hearing)
            if not _same(one, trigger)
        )
        own = some(ends for one, ends in endings(self.hearing) if _same(one, trigger))
        return both(negate(own), others)

    def excuses(self, point: Point) -> Truth:
        """Whether an act that may excuse belongs here and came in time."""
        return both(self.timely(point), self.tie(point))

    def timely(self, point: Point) -> Truth:
        """Whether the point came on or before the last day; without term, before the end."""
        if self.stated:
            return self.due(point).by(point)
        return negate(self.over(point))

    def answers(self, must: Pattern) -> list[Answer]:
        """Every event that may answer."""
        found = []
        for one in matches(self.hearing, must):
            answer = self._answer(one)
            if answer is not None:
                found.append(answer)
        return found

    def _answer(self, one: Match) -> Answer | None:
        point = one.point
        if one.bare.level == 0:
            return None
        tie = self.tie(point)
        order = after(self.hearing, self.trigger, point, self.norm.link)
        ripe, timely = self._ripe(point), self.timely(point)
        rest = every((ripe, order, tie))
        bare = tie if one.fit.level == 0 and both(one.bare, order).level == 2 else NO
        if rest.level == 0:
            early = order.level == 2 and both(tie, one.fit).level > 0
            return Answer(point, NO, timely, bare, early) if early or bare.level else None
        if ripe.level == 1 and timely.level == 1 and self._never_both():
            timely = NO
        return Answer(point, both(one.fit, rest), timely, bare)

    def _not_before(self) -> Due | None:
        if self.norm.not_before is None:
            return None
        return span(self.hearing, self.norm.not_before, self.trigger, self.rule.counting)

    def _ripe(self, point: Point) -> Truth:
        """Later than ``not_before``."""
        until = self._not_before()
        return YES if until is None else negate(until.by(point))

    def _never_both(self) -> bool:
        """Whether no day is both late enough and in time."""
        until = self._not_before()
        if until is None:
            return False
        if self.stated:
            return until.first >= self.due().last
        ends = (one for one, ends in endings(self.hearing) if ends.level == 2)
        return self.ended().level == 2 and any(one.last <= until.first for one in ends)


def _same(one: Point, two: Point) -> bool:
    """Whether they are one event; a term's beginning coincides with what completes it."""
    return one is two or (one.place >= 0 and one.place == two.place)


def responses(hearing: Hearing, placed: Placed) -> Iterator[Verdict]:
    """Every instance of a response, judged."""
    norm = placed.norm
    assert isinstance(norm, Response)
    for point, arises in duty_triggers(hearing, placed, norm):
        duty = Duty(hearing, placed, point)
        for must in norm.must:
            ruling = rule_duty(duty, must)
            yield ruled(hearing, placed, kind_of(placed), point, arises, ruling, act_of(must))


def duty_triggers(
    hearing: Hearing, placed: Placed, norm: Response
) -> Iterator[tuple[Point, Truth]]:
    """What raises the duty, and whether it does."""
    for one in raised(hearing, placed, norm.after):
        asked = both(one.arises, _raises_duty(hearing, norm, one))
        arises = governed(hearing, placed, one.point, asked)
        if arises.level:
            yield one.point, arises


def _raises_duty(hearing: Hearing, norm: Response, one: Raised) -> Truth:
    """After the end a moment raises no duty, nor does an act for a duty without stated term."""
    stated = not isinstance(norm.within, NotStated | Vague | None)
    if one.point.event is not None and stated:
        return YES
    return negate(after_end(hearing, one.point))


def rule_duty(duty: Duty, must: Pattern) -> Ruling:
    """What became of the duty by the day of judging."""
    _hearing, norm = duty.hearing, duty.norm
    answers = duty.answers(must)
    due = duty.due() if duty.stated else None
    kept = [(a, both(a.fits, a.timely)) for a in answers]
    done = some(truth for _, truth in kept)
    if isinstance(norm.within, Vague):
        unsure = [truth for _, truth in kept if truth.level == 1]
        done = every((done, _told(norm), *(unsure if done.level else ())))
    if done.level == 2:
        return Ruling(Word.KEPT, None, YES, _first(a.point for a, t in kept if t.level == 2), due)
    by = _first(a.point for a in answers if a.fits.level == 2)
    by = by or _first(a.point for a in answers if a.bare.level)
    lifted = _lifted(duty, must, done, by)
    if lifted is not None:
        lifted.due = due
        return lifted
    ruling = _breach(duty, answers, due, by)
    if ruling.word is not Word.CANNOT_TELL:  # told if it does not surely arise
        ruling.why = every(answer.fits for answer in answers if answer.fits.level == 1)
    return ruling


def _first(points: Iterable[Point]) -> tuple[Point, ...]:
    found = min(points, key=lambda p: p.when, default=None)
    return () if found is None else (found,)


def _lifted(duty: Duty, must: Pattern, done: Truth, by: tuple[Point, ...]) -> Ruling | None:
    """Excused, no longer due, or not to be told; None if the duty surely stands unmet."""
    hearing, norm = duty.hearing, duty.norm
    excuse, whom = excused(hearing, norm.unless, duty.excuses)
    if isinstance(norm.within, Vague) and excuse.level:
        unsure = (one.fit for one in matches(hearing, norm.unless) if one.fit.level == 1)
        excuse = every((*unsure, _told(norm), excuse))
    free = either(excuse, exempted(hearing, must, duty.trigger))
    if free.level == 2:
        return Ruling(Word.EXCUSED, None, YES, (whom if excuse.level == 2 else ()) or by)
    gone, withdrawal = _withdrawn(duty)
    if gone.level == 2:
        return Ruling(Word.NO_LONGER_DUE, None, YES, withdrawal)
    perhaps = some((done, free, gone))
    return cannot_tell(perhaps, *by, perhaps=done.level == 1) if perhaps.level == 1 else None


def _told(norm: Response) -> Truth:
    """Whether the text says by when, or nothing at all; not by a vague word."""
    match norm.within:
        case Vague(word):
            return unknown(How.VAGUE, "", word)
        case _:
            return YES


def _withdrawn(duty: Duty) -> tuple[Truth, tuple[Point, ...]]:
    """A lawful withdrawal that is the end, after the trigger and on or before the last day."""
    hearing = duty.hearing
    found = []
    for point, truth in withdrawals(hearing):
        timely = duty.due(point).by(point) if duty.stated else _told(duty.norm)
        found.append((point, every((truth, hearing.before(duty.trigger, point), timely))))
    gone = some(truth for _, truth in found)
    return gone, tuple(point for point, truth in found if truth.level == gone.level)[:1]


def _breach(duty: Duty, answers: list[Answer], due: Due | None, by: tuple[Point, ...]) -> Ruling:
    late = _first(a.point for a in answers if both(a.fits, negate(a.timely)).level == 2)
    over = duty.ended()
    if late and due is not None and due.by(late[0]).level == 1:
        return cannot_tell(due.by(late[0]), *late, due=due)
    if late:
        how = How.TOO_LATE if duty.stated else How.AFTER_THE_END
        return Ruling(Word.LATE, how, YES, late, due)
    early = any(answer.unripe for answer in answers)
    how = How.WRONG_ROLE if by else How.TOO_EARLY if early else How.MISSING
    if due is None:
        return _running_without_term(duty, over, how, by)
    if due.suspended:
        return Ruling(Word.OPEN, How.SUSPENDED, YES, by, due)
    passed = due.passed(duty.hearing.as_of)
    if passed.level == 0:
        return Ruling(Word.OPEN, None, YES, by, due)
    if passed.level == 1:
        return cannot_tell(passed, *by, due=due)
    return Ruling(Word.BROKEN if over.level == 2 else Word.OVERDUE, how, YES, by, due)


def _running_without_term(duty: Duty, over: Truth, how: How, by: tuple[Point, ...]) -> Ruling:
    if over.level == 2:
        return Ruling(Word.BROKEN, how, YES, by)
    told = _told(duty.norm)
    if isinstance(duty.norm.within, NotStated):
        told = unknown(How.NOT_STATED, "", "term")
    if told.level == 1:
        return cannot_tell(told if over.level == 0 else every((told, over)), *by)
    if over.level == 1:
        return cannot_tell(over, *by)
    return Ruling(Word.OPEN, None, YES, by)


__all__ = ["NO", "Answer", "Duty", "responses", "rule_duty"]
