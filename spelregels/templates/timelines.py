"""Dates in the examples of a form follow the chosen terms and the first day in force.

Between the two events of a stretch the days grow or shrink by as much as the chosen term differs
from the proposed one. Every other event comes as many days after all that went before it as it did
in the form. So an example that was just in time still is, and one that was late still is late.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from spelregels.language.reading import iso_date
from spelregels.model.terms import Duration
from spelregels.templates.form import Answers, Form, Stretch
from spelregels.templates.scalars import last_day, term
from spelregels.templates.tree import Branch, Leaf, Tree, at, leaves

AS_OF = "as_of"
_WEEK = timedelta(weeks=1)
_NONE = timedelta(0)


@dataclass(frozen=True, slots=True)
class Moved:
    """A date in the text, and the day that belongs there now."""

    leaf: Leaf
    day: date


def events_of(ruleset: Tree, example: int) -> Mapping[str, date]:
    """The days of an example's events, by id; the third event without id is ``e3``."""
    return {name: day for name, _, day in _events(ruleset, example)}


def moved_dates(ruleset: Tree, form: Form, answers: Answers) -> Iterator[Moved]:
    """Every date in the examples that is another day now."""
    examples = at(ruleset, ("examples",))
    for number, example in enumerate(examples.items if isinstance(examples, Branch) else (), 1):
        yield from _Example(ruleset, example, number, form, answers).moved()


class _Example:
    def __init__(
        self, ruleset: Tree, tree: Tree, number: int, form: Form, answers: Answers
    ) -> None:
        self.tree = tree
        self.events = sorted(_events(ruleset, number), key=lambda event: event[2])
        self.old = {name: day for name, _, day in self.events}
        first = min(self.old.values(), default=answers.valid_from)
        self.shift = _whole_weeks(first, answers.valid_from)
        self.longer = tuple(_longer(form, answers, number))
        self.new: dict[str, date] = {}

    def moved(self) -> Iterator[Moved]:
        seen: set[Leaf] = set()
        for name, event, old in self.events:
            self.new[name] = new = self._placed(name, old)
            for leaf, day in _dates(event):
                seen.add(leaf)
                if new != old:
                    yield Moved(leaf, day + (new - old))
        end = at(self.tree, (AS_OF,))
        for leaf, day in _dates(self.tree):
            if leaf not in seen:
                new = self._end(day) if leaf is end else day + self.shift
                if new != day:
                    yield Moved(leaf, new)

    def _placed(self, name: str, old: date) -> date:
        """Where an event comes: by the stretches that end in it, else after all before it."""
        return max(self._stretched(name, old), default=self._after_all(old))

    def _end(self, old: date) -> date:
        last = max(self.new.values(), default=old)
        return max(last, max(self._stretched(AS_OF, old), default=self._after_all(old)))

    def _stretched(self, name: str, old: date) -> Iterator[date]:
        for stretch, chosen, proposed in self.longer:
            if stretch.end == name and stretch.start in self.new:
                start = self.new[stretch.start]
                longer = last_day(start, chosen) - last_day(start, proposed)
                yield start + (old - self.old[stretch.start]) + longer

    def _after_all(self, old: date) -> date:
        if not self.new:
            return old + self.shift
        before = max(self.old[name] for name in self.new)
        return max(self.new.values()) + (old - before)


def _longer(
    form: Form, answers: Answers, number: int
) -> Iterator[tuple[Stretch, Duration, Duration]]:
    """The stretches of an example, with the chosen term and the proposed one."""
    for choice in form.choices:
        chosen, proposed = term(answers.chosen[choice.id]), term(choice.default)
        for stretch in choice.stretches:
            if stretch.example == number and chosen and proposed:
                yield stretch, chosen, proposed


def _whole_weeks(first: date, valid_from: date) -> timedelta:
    """How far an example must move, in whole weeks, to begin when the rules are in force."""
    late = valid_from - first
    return _WEEK * -(-late // _WEEK) if late > _NONE else _NONE


def _events(ruleset: Tree, example: int) -> Iterator[tuple[str, Tree, date]]:
    events = at(ruleset, ("examples", str(example), "events"))
    for number, event in enumerate(events.items if isinstance(events, Branch) else (), start=1):
        name, moment = at(event, ("id",)), at(event, ("at",))
        day = iso_date(moment.value) if isinstance(moment, Leaf) else None
        if day is not None:
            yield name.value if isinstance(name, Leaf) else f"e{number}", event, day


def _dates(tree: Tree | None) -> Iterator[tuple[Leaf, date]]:
    for leaf in leaves(tree) if tree is not None else ():
        day = iso_date(leaf.value)
        if day is not None:
            yield leaf, day
