"""What one verdict is about: who, what happened, what was asked; values for sentences."""

from __future__ import annotations

from datetime import date

from spelregels.model.norms import Norm, Threshold
from spelregels.model.patterns import ActPattern, Pattern, RoleSpec
from spelregels.model.trajectory import Event
from spelregels.model.verdict import Verdict
from spelregels.model.words import Strength
from spelregels.report.asked import asked_pattern, exemptions, patterns_of
from spelregels.report.happenings import Happenings
from spelregels.report.people import People
from spelregels.report.phrases import Phrases

_SHOWN = 3  # more things than this are counted, not listed, inside one sentence


class Said:
    """One verdict with its norm, in the words of ``phrases``."""

    def __init__(
        self, verdict: Verdict, norm: Norm | None, phrases: Phrases, happenings: Happenings
    ) -> None:
        """``norm``: None for findings of the machine."""
        self.verdict, self.norm, self.happenings = verdict, norm, happenings
        self.phrases, self.names, self.words = phrases, phrases.names, phrases.names.words
        self.people = People(verdict, norm, self.names)
        self.strength = norm.strength if norm else Strength.MUST
        self.trigger = happenings.by_id.get(verdict.trigger)
        self.day = verdict.day if verdict.day and happenings.is_known(verdict.day) else None

    def _strong(self, key: str, **values: object) -> str:
        return self.words.strong(key, self.strength, **values)

    # --- who -------------------------------------------------------------------------------------

    def _say_bearer(self) -> str:
        return self.people.bearer_text()

    def _say_actor(self) -> str:
        event = self.trigger
        return self.names.actor(event) if event else self.words.part("someone_unknown")

    def _say_responsible(self) -> str:
        return self.people.responsible(self.trigger, self._events())

    def _say_completer(self) -> str:
        """Who did it, or else who answers for it."""
        event = self.trigger
        known = event is not None and self.names.actor_roles(event)
        return self._say_actor() if known else self._say_responsible()

    def _say_who_can(self) -> str:
        """Who can do it over, where the sentence so far names nobody."""
        named = self.people.done_by(self.trigger) or isinstance(self.people.bearer(), RoleSpec)
        return "" if named else self.words.part("who_can", role=self._say_responsible())

    # --- what happened ---------------------------------------------------------------------------

    def _moment(self, identifier: str) -> str:
        return self.happenings.moment(identifier, self.verdict.layer)

    def _what(self, identifier: str) -> str:
        return self.happenings.what(identifier, self.verdict.layer)

    def _events(self) -> list[Event]:
        return self.happenings.events(self.evidence())

    def _found(self) -> list[Event]:
        """What was found of what the norm asks: not what raised it, nor what a term began with."""
        return self.happenings.events(self._asked_for())

    def _say_trigger(self) -> str:
        day = self.day
        if self.trigger is not None:
            return self.names.event(self.trigger)
        text = self._moment(self.verdict.trigger)
        if text:
            return text + (f" ({self.names.day(day)})" if day else "")
        if isinstance(self.norm, Threshold) and self.norm.per_year and day is not None:
            return self.words.part("the_year", year=day.year)
        return self.words.part("the_trajectory")

    def _say_at_trigger(self) -> str:
        """``bij ‘x’``; ``in dit traject`` for a norm over the whole of it."""
        said = self._say_trigger()
        if self.trigger is None and not self._moment(self.verdict.trigger):
            return self.words.part("in_period", period=said)
        return self.words.part("at_trigger", trigger=said)

    def happened(self) -> tuple[str, ...]:
        """What happened, a line for each event, by day: trigger and evidence."""
        events = self.happenings.events((self.verdict.trigger, *self.verdict.evidence))
        events.sort(key=lambda e: (e.at.day or date.max, e.at.minute or 0))
        lines = [self.names.event_line(e) for e in events]
        moment, day = self._moment(self.verdict.trigger), self.day
        if moment and day:
            when = self.names.day(day)
            lines.append(self.words.part("moment_line", when=when, moment=moment))
        return tuple(lines)

    def _say_trigger_again(self) -> str:
        """The trigger as something to be done once more, with who may do it."""
        if self.trigger is None:
            return self._moment(self.verdict.trigger) or self.words.part("it")
        return self.names.act(self.trigger.act) + self.people.done_by(self.trigger)

    def _say_asked(self) -> str:
        """The act asked for, with every alternative and who must do it."""
        pattern = asked_pattern(self.norm, self.verdict.act)
        if pattern:
            return self.phrases.pattern(pattern)
        act = self.verdict.act
        if act:
            return self._moment(act) or self.names.act(act)
        said = self._say_both()
        return said or self.words.part("the_act")

    def _say_again(self) -> str:
        acts = {getattr(p, "act", None) for p in asked_pattern(self.norm, self.verdict.act)}
        return self.words.part("again") if self.trigger and self.trigger.act in acts else ""

    def evidence(self) -> tuple[str, ...]:
        """What the verdict rests on, besides its trigger."""
        return tuple(e for e in self.verdict.evidence if e != self.verdict.trigger)

    def _of(self, pattern: Pattern) -> tuple[str, ...]:
        """The evidence that is of one of these acts; all of it where no act is asked."""
        if not pattern:
            return self.evidence()
        acts = {one.act for one in pattern if isinstance(one, ActPattern)}
        return tuple(e.id for e in self._events() if e.act in acts)

    def _listed(self, identifiers: tuple[str, ...], word: str = "and") -> str:
        shown = [self._what(one) for one in identifiers[:_SHOWN]]
        more = len(identifiers) - len(shown)
        if more:
            shown.append(self.words.part("others", count=more))
        return self.words.join(shown, word)

    def _say_found(self) -> str:
        return self._listed(self._asked_for()) or self._say_asked()

    def _asked_for(self) -> tuple[str, ...]:
        return self._of(asked_pattern(self.norm, self.verdict.act))

    def _say_found_any(self) -> str:
        return self._listed(self._asked_for(), "or") or self._say_asked()

    def _say_all_found(self) -> str:
        return self._listed(self.verdict.evidence or (self.verdict.trigger,))

    def _say_found_in_brackets(self) -> str:
        found = self._asked_for()
        return self.words.part("found_in_brackets", found=self._listed(found)) if found else ""

    def _say_both(self) -> str:
        return self.words.join(map(self.phrases.pattern, patterns_of(self.norm)))

    def _say_excuse(self) -> str:
        """What excuses: what happened, else the exemption of the rules."""
        unless = self.norm.unless if self.norm else ()
        excuses = self._of(unless) if unless else ()
        if excuses:
            return self.words.part("found_in_brackets", found=self._listed(excuses))
        titles = exemptions(self.names.ruleset, self.norm)
        quoted = (self.names.quote(self.names.title_of(one)) for one in titles)
        said = self.words.join(quoted)
        return self.words.part("found_in_brackets", found=said) if said else ""
