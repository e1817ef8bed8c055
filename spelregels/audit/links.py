"""Which event a missing link can mean (M8), read from the ruleset's text alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from spelregels.audit.chance import chance, pick
from spelregels.audit.intervals import surely_before
from spelregels.audit.vocabulary import value
from spelregels.model.norms import Link, NamedTerm, Response
from spelregels.model.patterns import ActPattern, Pattern, Value
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Event, Trajectory, When
from spelregels.model.words import Order, Precision


class Undecided(Exception):
    """The settled readings do not say which event this link means."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Acts in ``answers`` name an event fitting ``triggers`` in their attribute ``name``."""

    name: str
    by_id: bool
    answers: frozenset[str]
    triggers: tuple[ActPattern, ...]
    bare: bool  # nothing but the act decides whether the trigger is meant


def _acts(pattern: Iterable[object]) -> tuple[ActPattern, ...]:
    return tuple(part for part in pattern if isinstance(part, ActPattern))


def _tie(link: Link, answers: Iterable[Pattern], triggers: Pattern, bare: bool) -> Tie:
    acts = frozenset(part.act for pattern in answers for part in _acts(pattern))
    name = link.answers or link.same or ""
    return Tie(name, link.answers is not None, acts, _acts(triggers), bare)


def _others(rule: Response | NamedTerm) -> tuple[Pattern, ...]:
    """Excuses and changes of a term name their trigger by the same link (M11)."""
    found: list[Pattern] = [rule.unless] if isinstance(rule, Response) else []
    if rule.extendable is not None:
        found.append((rule.extendable.by_act,))
    if rule.suspended_by is not None:
        found += [rule.suspended_by.opens, rule.suspended_by.closes]
    return tuple(found)


def _ties(rules: Ruleset) -> list[Tie]:
    found: list[Tie] = []
    for file in rules.files:
        always = file.applies is None and file.valid_from is None
        for norm in file.norms:
            if isinstance(norm, Response) and norm.link is not None:
                plain = norm.applies is None and norm.if_ is None and norm.in_force_from is None
                bare = always and plain and norm.in_force_to is None
                found.append(_tie(norm.link, (*norm.must, *_others(norm)), norm.after, bare))
        for term in file.terms:
            if isinstance(term, NamedTerm) and term.link is not None:
                bare = always and term.applies is None
                found.append(_tie(term.link, (*term.begins, *_others(term)), term.per, bare))
    return found


class LinkBook:
    """For one log: which attributes are links, and which events a missing one can mean."""

    def __init__(self, rules: Ruleset, log: Trajectory, as_of: date) -> None:
        self.log = log
        self.shown = {event.id: event for event in log.events}
        told = [e for e in log.events if e.recorded is None or e.recorded <= as_of]
        replaced = {event.corrects for event in told}
        self.live = [event for event in told if event.id not in replaced]
        self.all_ties = _ties(rules)

    def ties(self, act: str, name: str) -> bool:
        """Whether the attribute is a link of answers by this act."""
        return any(tie.name == name and act in tie.answers for tie in self.all_ties)

    def depth(self, event: Event) -> int:
        """Triggers come before answers; an act that is both comes last."""
        return sum(event.act in tie.answers for tie in self.all_ties)

    def meant(
        self, rng: Random, event: Event, name: str, done: Mapping[str, Event]
    ) -> Value | None:
        """A value for the missing link. The only event that could be meant is meant; among several
        any, or none. Raises ``Undecided`` where the readings do not say."""
        mine = [tie for tie in self.all_ties if tie.name == name and event.act in tie.answers]
        by_id = mine[0].by_id
        only = self._only(mine, event)
        if only is not None and by_id:
            return only
        if only is not None:
            if only not in done:
                raise Undecided
            return done[only].attributes.get(name)
        could = self._all(mine, event)
        if not could or chance(rng, 0.15):
            return None if by_id else value(rng, name)
        return pick(rng, sorted(could)) if by_id else value(rng, name)

    def _all(self, ties: list[Tie], answer: Event) -> set[str]:
        return {e.id for tie in ties for e in self.live if self._could(tie, e, answer)}

    def _only(self, ties: list[Tie], answer: Event) -> str | None:
        """The only event that the answer can mean; None: there are several, or none. Raises
        ``Undecided`` where the text of the ruleset alone does not say."""
        could = self._all(ties, answer)
        sure = {e.id for tie in ties for e in self.live if self._sure(tie, e, answer)}
        if len(could) == 1 or len(sure) == 1:
            return next(iter(could if len(could) == 1 else sure))
        if could and not sure:
            raise Undecided
        return None

    def owed(self, trigger: Event, name: str) -> Value | None:
        """What a trigger's missing value must be, so that an answer that can mean no other event
        means this one; None: nothing says. Raises ``Undecided`` where two answers differ."""
        found: set[Value] = set()
        for tie in self.all_ties:
            if tie.name != name or tie.by_id:
                continue
            for answer in self.live:
                stated = answer.attributes.get(name)
                if answer.act not in tie.answers or stated is None:
                    continue
                if self._only([tie], answer) == trigger.id:
                    found.add(stated)
        if len(found) > 1:
            raise Undecided
        return found.pop() if found else None

    def against_links(self, when: Mapping[str, tuple[int, float]]) -> bool:
        """M16: whether an answer that names its trigger was put before it, where it need not be."""
        events = {event.id: event for event in self.log.events}
        for tie in self.all_ties:
            for answer in self.log.events:
                named = answer.attributes.get(tie.name)
                if not tie.by_id or answer.act not in tie.answers or named not in events:
                    continue
                trigger = events[str(named)]
                free = self._could(tie, trigger, answer) and not surely_before(answer, trigger)
                if free and when[answer.id] < when[trigger.id]:
                    return True
        return False

    def _could(self, tie: Tie, trigger: Event, answer: Event) -> bool:
        shown = self.shown[answer.id]
        asked = trigger.id != answer.id and any(part.act == trigger.act for part in tie.triggers)
        return asked and not surely_before(shown, self.shown[trigger.id])

    def _sure(self, tie: Tie, trigger: Event, answer: Event) -> bool:
        plain = any(part == ActPattern(trigger.act) for part in tie.triggers)
        return (
            tie.bare
            and plain
            and self._could(tie, trigger, answer)
            and not self._perhaps_after(trigger, answer)
        )

    def _perhaps_after(self, trigger: Event, answer: Event) -> bool:
        asked = next(one for one in self.log.events if one.id == answer.id)
        if trigger.at == asked.at:
            ids = [one.id for one in self.log.events]
            listed = self.log.order is Order.LISTED
            return listed and ids.index(trigger.id) > ids.index(asked.id)
        first, last = _first(trigger.at), _last(asked.at)
        return first is None or last is None or first >= last


def _first(when: When) -> date | None:
    return when.day


def _last(when: When) -> date | None:
    """A day not after the last of the interval; the start of it will do for ``sure``."""
    return None if when.precision is Precision.UNKNOWN else when.day
