"""The short way of Absence and Threshold: windows between acts, and counts over the whole log."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spelregels.engine.sheet import OPEN, Find, Rule, Sheet, finder, plain
from spelregels.model.norms import Absence, Threshold
from spelregels.model.patterns import BetweenWindow
from spelregels.model.words import How, Word


def absence(number: int, norm: Absence) -> Rule | None:
    """The rule of an absence that only acts decide; None if it has no short way."""
    window = norm.window
    if norm.unless or not plain(norm.must_not):
        return None
    triggers = finder(norm.must_not)
    if window is None:

        def never(sheet: Sheet, finds: list[Find]) -> None:
            for place in triggers(sheet.at):
                finds.append((number, 0, place, Word.BROKEN, How.FORBIDDEN, -1, OPEN))

        return never
    if not isinstance(window, BetweenWindow) or not plain(window.opens, window.closes):
        return None
    opens, closes = finder(window.opens), finder(window.closes)

    def between(sheet: Sheet, finds: list[Find]) -> None:
        at = sheet.at
        for place in triggers(at):
            opened = _last_before(opens(at), place)
            if opened >= 0 and _last_before(closes(at), place) <= opened:
                finds.append((number, 0, place, Word.BROKEN, How.FORBIDDEN, -1, OPEN))
            else:
                finds.append((number, 0, place, Word.KEPT, None, -1, OPEN))

    return between


def _last_before(places: Sequence[int], place: int) -> int:
    found = -1
    for one in places:
        if one >= place:
            break
        found = one
    return found


def threshold(number: int, norm: Threshold) -> Rule | None:
    """The rule of a plain count over the whole log; None if it has no short way."""
    floor, ceiling = norm.at_least, norm.at_most
    whole = not norm.before and not norm.per_year and norm.per_term is None
    summed = norm.distinct is not None or norm.total is not None
    if not whole or summed or norm.unless or not plain(norm.count):
        return None
    count = finder(norm.count)
    if isinstance(floor, int):

        def at_least(sheet: Sheet, finds: list[Find]) -> None:
            if not sheet.days:
                return
            acts = count(sheet.at)
            within = bisect_right(acts, sheet.end)
            if within >= floor:
                finds.append((number, 0, -1, Word.KEPT, None, -1, OPEN))
            elif sheet.end < len(sheet.days):
                finds.append((number, 0, -1, Word.BROKEN, How.TOO_FEW, -1, OPEN))
            else:
                finds.append((number, 0, -1, Word.OPEN, None, -1, OPEN))

        return at_least
    if isinstance(ceiling, int):

        def at_most(sheet: Sheet, finds: list[Find]) -> None:
            if not sheet.days:
                return
            within = bisect_right(count(sheet.at), sheet.end)
            if within > ceiling:
                finds.append((number, 0, -1, Word.BROKEN, How.TOO_MANY, -1, OPEN))
            elif sheet.end < len(sheet.days):
                finds.append((number, 0, -1, Word.KEPT, None, -1, OPEN))
            else:
                finds.append((number, 0, -1, Word.OPEN, None, -1, OPEN))

        return at_most
    return None
