"""The short way for what is certain: logs with a total order of known days, nothing missing.

A rule of this table gives the same verdicts as the general path (``kinds``) and says ``Unsure``
where it cannot, so that the general path takes over for that norm. It works on positions in the
order of the log, on days as numbers, and makes no verdict objects: a *find* is
``(norm, must, trigger, word, how, evidence, due)`` with positions for events, -1 for none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from spelregels.calendar import TermError, reckon
from spelregels.engine.points import day_of
from spelregels.engine.sheet import OPEN, Find, Finder, Rule, Sheet, Unsure, finder, plain
from spelregels.engine.shortcounts import absence, threshold
from spelregels.model.norms import Absence, Precedence, Response, Threshold
from spelregels.model.terms import CalendarData, Duration, Term
from spelregels.model.words import CountFrom, How, Regime, Word

if TYPE_CHECKING:
    from spelregels.engine.compiled import Compiled, Placed


class FastTable:
    """The rules of a ruleset that have a short way, by number of the norm."""

    __slots__ = ("complete", "ending", "rules", "uncertain_ends")

    def __init__(self, compiled: Compiled) -> None:
        made = {placed.number: _rule(compiled, placed) for placed in compiled.norms}
        self.rules = {number: rule for number, rule in made.items() if rule is not None}
        self.complete = len(self.rules) == len(made) and compiled.steps is None
        self.ending = frozenset(
            act
            for act, declared in compiled.acts.items()
            if all(compiled.ends(act, outcome) for outcome in (declared.outcomes or (None,)))
        )
        self.uncertain_ends = frozenset(act for act, _ in compiled.ending) - self.ending


def _rule(compiled: Compiled, placed: Placed) -> Rule | None:
    norm, file = placed.norm, placed.file
    if file.valid_from is not None or file.valid_to is not None or file.applies is not None:
        return None
    if norm.in_force_from is not None or norm.in_force_to is not None:
        return None
    if norm.applies is not None or norm.if_ is not None or compiled.exemptions:
        return None
    match norm:
        case Precedence():
            return _precedence(compiled, placed.number, norm)
        case Response():
            return _response(compiled, placed.number, norm)
        case Absence():
            return absence(placed.number, norm)
        case Threshold():
            return threshold(placed.number, norm)
        case _:
            return None


class _Days(dict[int, tuple[int, int]]):
    """The first and latest reading of the last day of a term, by start day; worked out once."""

    def __init__(
        self,
        term: Duration,
        count_from: CountFrom,
        regime: Regime,
        calendars: Mapping[str, CalendarData],
        backwards: bool = False,
        clear_days: bool = False,
    ) -> None:
        super().__init__()
        self.asked = (term, count_from, regime, calendars, backwards, clear_days)

    def __missing__(self, start: int) -> tuple[int, int]:
        term, count_from, regime, calendars, backwards, clear_days = self.asked
        day = day_of(start)
        if day is None:
            raise Unsure
        try:
            found = reckon(
                day,
                term,
                count_from=count_from,
                regime=regime,
                calendars=calendars,
                backwards=backwards,
                clear_days=clear_days,
            )
        except TermError:
            raise Unsure from None
        if found.latest is None:
            raise Unsure
        made = self[start] = (found.last_day.toordinal(), found.latest.toordinal())
        return made


# --- precedence ---


def _precedence(compiled: Compiled, number: int, norm: Precedence) -> Rule | None:
    measures = (norm.lead, norm.wait, norm.at_longest)
    usual = norm.times == 1 and not norm.last_counts and norm.link is None and not norm.unless
    if not usual or norm.lasts is not None or not plain(norm.before, *norm.must):
        return None
    if sum(term is not None for term in measures) > 1:
        return None
    if not all(term is None or isinstance(term, Duration) for term in measures):
        return None
    fits = _measure(compiled, norm)
    triggers = finder(norm.before)
    musts = tuple(finder(must) for must in norm.must)
    failing = How.TOO_LATE if norm.lead is not None else How.TOO_EARLY

    def rule(sheet: Sheet, finds: list[Find]) -> None:
        at, days = sheet.at, sheet.days
        for place in triggers(at):
            for must, find in enumerate(musts):
                acts = find(at)
                if fits is None:
                    if acts and acts[0] < place:
                        finds.append((number, must, place, Word.KEPT, None, acts[0], OPEN))
                        continue
                    near = -1
                else:
                    near, kept = -1, -1
                    for act in acts:
                        if act >= place:
                            break
                        near = act
                        if fits(days[act], days[place]):
                            kept = act
                            break
                    if kept >= 0:
                        finds.append((number, must, place, Word.KEPT, None, kept, OPEN))
                        continue
                if near >= 0:
                    found, how = near, failing
                elif acts:
                    found, how = acts[0], How.OUT_OF_ORDER
                else:
                    found, how = -1, How.MISSING
                finds.append((number, must, place, Word.BROKEN, how, found, OPEN))

    return rule


def _measure(compiled: Compiled, norm: Precedence) -> Callable[[int, int], bool] | None:
    """Whether A's day and B's day are far enough apart, or near enough."""
    calendars = compiled.calendars
    if isinstance(norm.wait, Duration):
        until = _Days(norm.wait, norm.count_from, norm.regime, calendars)
        return lambda one, two: not _by(two, until[one])
    if isinstance(norm.lead, Duration):
        by = _Days(norm.lead, norm.count_from, norm.regime, calendars, True, norm.clear_days)
        return lambda one, two: _by(one, by[two])
    if isinstance(norm.at_longest, Duration):
        least = _Days(norm.at_longest, norm.count_from, norm.regime, calendars, True)
        return lambda one, two: _from(one, least[two])
    return None


def _by(day: int, last: tuple[int, int]) -> bool:
    if day <= last[0]:
        return True
    if day > last[1]:
        return False
    raise Unsure


def _from(day: int, least: tuple[int, int]) -> bool:
    if day >= least[1]:
        return True
    if day < least[0]:
        return False
    raise Unsure


# --- response ---


def _response(compiled: Compiled, number: int, norm: Response) -> Rule | None:
    changes = norm.extendable is not None or norm.suspended_by is not None
    if changes or norm.link is not None or norm.not_before is not None or norm.unless:
        return None
    if not plain(norm.after, *norm.must) or not isinstance(norm.within, Duration | None):
        return None
    if compiled.withdraws:
        return None
    triggers = finder(norm.after)
    musts = tuple(finder(must) for must in norm.must)
    term: Term | None = norm.within
    if not isinstance(term, Duration):
        return _untimed(number, triggers, musts)
    until = _Days(term, norm.count_from, norm.regime, compiled.calendars)

    def rule(sheet: Sheet, finds: list[Find]) -> None:
        at, days = sheet.at, sheet.days
        for place in triggers(at):
            last = until[days[place]]
            for must, find in enumerate(musts):
                acts = find(at)
                after = bisect_right(acts, place)
                if after < len(acts):
                    act = acts[after]
                    if days[act] <= last[0]:
                        finds.append((number, must, place, Word.KEPT, None, act, last[0]))
                        continue
                    if days[act] <= last[1]:
                        raise Unsure
                    finds.append((number, must, place, Word.LATE, How.TOO_LATE, act, last[0]))
                elif sheet.as_of <= last[0]:
                    finds.append((number, must, place, Word.OPEN, None, -1, last[0]))
                elif sheet.as_of <= last[1]:
                    raise Unsure
                elif sheet.end < len(days):
                    finds.append((number, must, place, Word.BROKEN, How.MISSING, -1, last[0]))
                else:
                    finds.append((number, must, place, Word.OVERDUE, How.MISSING, -1, last[0]))

    return rule


def _untimed(number: int, triggers: Finder, musts: tuple[Finder, ...]) -> Rule:
    """A duty without term: the end is the term; after the end none arises."""

    def rule(sheet: Sheet, finds: list[Find]) -> None:
        at, end, none = sheet.at, sheet.end, len(sheet.days)
        for place in triggers(at):
            if end < place:
                continue
            last = none if end == place else end
            for must, find in enumerate(musts):
                acts = find(at)
                after = bisect_right(acts, place)
                if after < len(acts):
                    act = acts[after]
                    late = act > last
                    how = How.AFTER_THE_END if late else None
                    word = Word.LATE if late else Word.KEPT
                    finds.append((number, must, place, word, how, act, OPEN))
                elif last < none:
                    finds.append((number, must, place, Word.BROKEN, How.MISSING, -1, OPEN))
                else:
                    finds.append((number, must, place, Word.OPEN, None, -1, OPEN))

    return rule
