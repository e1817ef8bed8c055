"""Very many precise logs: bare finds, no objects, for reports that only look at some of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from spelregels.engine.compiled import Compiled
from spelregels.engine.sheet import Find, Sheet

Log = tuple[str, Sequence[str], Sequence[int]]


def scan(compiled: Compiled, logs: Iterable[Log], as_of: date) -> Iterator[tuple[str, list[Find]]]:
    """Each log's id and its finds: ``(norm, must, trigger, word, how, evidence, due)``.

    A log is ``(id, acts, days)``: acts and days (ordinals) in the order in which they happened, of
    a source that records every act, on or before ``as_of``. Finds name norms by ``Placed.number``
    and events by position (-1: none); what they say is what ``replay`` says. For more than that,
    ``replay`` the logs that matter.

    Raises ``ValueError`` if a norm of the ruleset has no short way, or the ruleset has stages;
    ``spelregels.engine.sheet.Unsure`` where the calendar or the text leaves a day open.
    """
    table = compiled.fast
    if not table.complete or table.uncertain_ends:
        raise ValueError("this ruleset asks for more than acts and days: use replay")
    rules, ending, today = tuple(table.rules.values()), table.ending, as_of.toordinal()
    for name, acts, days in logs:
        at: dict[str, list[int]] = {}
        end = len(days)
        for place, act in enumerate(acts):
            if act in at:
                at[act].append(place)
            else:
                at[act] = [place]
                if act in ending:
                    end = min(end, place)
        sheet = Sheet(at, days, end, today)
        finds: list[Find] = []
        for rule in rules:
            rule(sheet, finds)
        yield name, finds
