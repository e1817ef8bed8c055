"""When something was due or allowed, and how hard the rule is: values for sentences."""

from __future__ import annotations

from spelregels.model.patterns import MomentPattern, Value
from spelregels.model.terms import AttributeTerm, DateTerm, Reckoning, Vague
from spelregels.model.words import How
from spelregels.report.asked import asked_pattern
from spelregels.report.day_terms import when_on
from spelregels.report.deadlines import allowed_from, due_text, failed_length, wait_after_term
from spelregels.report.said import Said


class Timed(Said):
    """What a verdict says of time, in the form that the strength of its norm asks."""

    # --- when ------------------------------------------------------------------------------------

    def _say_due_was(self) -> str:
        due = due_text(self.verdict, self.names)
        return self._strong("due_was", due=due) if due else ""

    def _say_due_allowed(self) -> str:
        due = due_text(self.verdict, self.names)
        return self.words.part("due_allowed", due=due) if due else ""

    def _say_due_last(self) -> str:
        if self.verdict.how is How.SUSPENDED:
            return self.words.part("due_suspended")
        due = due_text(self.verdict, self.names)
        return self.words.part("due_last", due=due) if due else self.words.part("due_end")

    def _first_day(self) -> str:
        day = allowed_from(self.verdict, self.norm, self._found(), self.wait())
        return self.names.day(day) if day else ""

    def wait(self) -> Reckoning | None:
        """The wait after a term that the verdict itself does not reckon."""
        calendars = self.names.ruleset.calendars
        return wait_after_term(self.verdict, self.norm, self._events(), calendars)

    def _say_allowed_from(self) -> str:
        day = self._first_day()
        return self._strong("allowed_from", day=day) if day else ""

    def _say_again_from(self) -> str:
        day = self._first_day()
        return self.words.part("again_from", day=day) if day else ""

    def _on_date(self, *names: str) -> str:
        """``vóór 1 oktober``, where the first of these that the norm has is a day of the year."""
        for name in names:
            term = getattr(self.norm, name, None)
            if term is not None:
                return when_on(term, name, self.words) if isinstance(term, DateTerm) else ""
        return ""

    def _length(self, *names: str) -> str:
        found = (t for name in names if (t := getattr(self.norm, name, None)) is not None)
        term = next(found, None)
        if isinstance(term, AttributeTerm):
            stated = self._stated(term)
            if stated is not None:
                return self.names.value(stated)
        return self.phrases.length(term) if term is not None else ""

    def _stated(self, term: AttributeTerm) -> Value | None:
        """The length that an event of this verdict itself gives."""
        events = [e for e in (self.trigger, *self._events()) if e and e.act == term.act]
        values = (event.attributes.get(term.attribute) for event in events)
        return next((value for value in values if value is not None), None)

    def _say_lead(self) -> str:
        length = "" if self._on_date("lead") else self._length("lead")
        return self._strong("lead", term=length) if length else ""

    def _say_lead_again(self) -> str:
        when = self._on_date("lead")
        if when:
            return self.words.part("lead_again_date", asked=self._say_asked(), when=when)
        return self.words.part("lead_again", term=self._length("lead"), found=self._say_found())

    def _say_gap(self) -> str:
        if self._on_date("lead", "wait", "lasts"):
            return ""
        length = self._length("lead", "wait", "lasts")
        return self.words.part("gap", term=length) if length else ""

    def _say_too_early(self) -> str:
        """How B came too early: in a wait, before a term was over, too soon or too long after A."""
        return self._early("too_early")

    def _say_early_again(self) -> str:
        """How to do it over when it came too early."""
        return self._early("again_early")

    def _early(self, key: str) -> str:
        field = failed_length(self.verdict, self.norm) or "term"
        day = self._first_day()
        through = self.words.part("through", day=day) if day and field == "lasts" else ""
        length, when = self._length(field), self._on_date(field)
        field = f"{'at_longest_' * (field == 'at_longest')}date" if when else field
        return self.words.part(
            f"{key}_{field}",
            trigger=self._say_trigger(),
            trigger_again=self._say_trigger_again(),
            found=self._say_found(),
            asked=self._say_asked(),
            term=length,
            when=when,
            had_to_last=self._strong("had_to_last", term=length, through=through),
            allowed_from=self._say_allowed_from(),
            again_from=self._say_again_from(),
        )

    def _say_vague(self) -> str:
        for name in ("within", "wait", "lead", "lasts"):
            term = getattr(self.norm, name, None)
            if isinstance(term, Vague):
                return term.word
        return self.words.part("vague_default")

    # --- how hard --------------------------------------------------------------------------------

    def _say_had_to(self) -> str:
        return self._strong("had_to")

    def _say_still(self) -> str:
        return self._strong("still")

    def _say_still_to_come(self) -> str:
        return self._strong("still_to_come")

    def _say_needed(self) -> str:
        return self._strong("needed")

    def _say_needed_now(self) -> str:
        asked = asked_pattern(self.norm, self.verdict.act)
        if asked and all(isinstance(one, MomentPattern) for one in asked):
            return self.words.part("wait_for")
        return self._strong("needed_now")

    def _say_not_allowed(self) -> str:
        return self._strong("not_allowed")
