"""Which norms ask something, at which moment, and how surely (M6, M8, M9, M14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spelregels.model.log.moments import Found, Moment, day_of, interval, within_days
from spelregels.model.log.naming import acts_of
from spelregels.model.log.reading import Reading
from spelregels.model.log.truth import Truth, both, either
from spelregels.model.norms import (
    Exemption,
    NamedTerm,
    Norm,
    Power,
    Precedence,
    Recurrence,
    Response,
)
from spelregels.model.patterns import Pattern
from spelregels.model.ruleset import Ruleset, RulesetFile
from spelregels.model.terms import NotStated
from spelregels.model.trajectory import Trajectory, When
from spelregels.model.verdict import Remark, Unknown
from spelregels.model.words import Governs, How

Rule = Response | Precedence | NamedTerm | Recurrence | Power


class Asking(Reading):
    """A reading, with what raises instances of norms."""

    def __init__(self, rules: Ruleset, log: Trajectory, as_of: date) -> None:
        super().__init__(rules, log, as_of)
        events = [m for m in self.moments if m.event]
        hi = min((m.hi for m in events if m.sure is True), default=self.now)
        self.exemptions = [(f, n) for f, n in self.norms if isinstance(n, Exemption)]
        self._begun = either(m.sure for m in events)
        self._started = replace(events[0], hi=max(hi, events[0].lo)) if events else None
        self._answered: dict[str, list[Pattern]] = {}  # by act: what it may be the answer to
        for _, n in self.norms:
            if isinstance(n, Response) and n.link:
                for must in n.must:
                    for act in acts_of(must):
                        self._answered.setdefault(act, []).append(n.after)

    def in_force(self, file: RulesetFile, m: Moment | None) -> Truth:
        """M14: ``governs`` picks the day, of the first event or of the trigger.

        ``m`` None: of a norm over the whole trajectory, which asks nothing of an empty one (M6).
        """
        if m is None and self._begun is False:
            return False
        began, then = (self._valid(file, x) for x in (self._started, m or self._started))
        surely = True if m else self._begun
        match file.governs:
            case Governs.STARTED_IN_FORCE:
                return both(surely, began)
            case Governs.EVENT_DATE:
                return both(surely, then)
            case Governs.NOT_STATED:
                differ = Unknown(How.NOT_STATED, "", "governs")
                return both(surely, began if began == then else differ)

    def _valid(self, file: RulesetFile, m: Moment | None) -> Truth:
        """Whether a file is valid at a moment; a ``valid_from`` may be a month or a year."""
        if not isinstance(file.valid_from, date):
            return within_days(m, None, file.valid_to)
        surely = day_of(interval(When(file.valid_from_precision, file.valid_from))[1])
        truth = within_days(m, file.valid_from, file.valid_to)
        unsure = truth is True and m is not None and m.first < surely
        return Unknown(How.DATE_UNKNOWN, "", "valid_from") if unsure else truth

    def asked(self, file: RulesetFile, n: Norm, m: Moment | None) -> Truth:
        """M6: whether the norm asks anything at this trigger, were its file in force."""
        return both(
            self.holds(file.applies, None),
            self.holds(n.applies, None),
            within_days(m, n.in_force_from, n.in_force_to),
            self.situation(n.if_, m),
        )

    def gate(self, file: RulesetFile, n: Norm, m: Moment | None) -> Truth:
        """M6, M14: whether the norm asks something here, and is in force."""
        return both(self.asked(file, n, m), self.in_force(file, m))

    def triggers(self, file: RulesetFile, n: Norm, pattern: Pattern = ()) -> Found:
        """M6, M9: what raises an instance, and how surely; what is not recorded raises none."""
        found = [(m, t) for m, t in self.found(pattern or n.raised_by) if not m.phantom]
        gates = [(m, both(t, self.gate(file, n, m))) for m, t in found]
        return [(m, gate) for m, gate in gates if gate is not False]

    def linked(self, rule: Rule, t: Moment, b: Moment) -> Truth:
        """M8: a missing link counts if only one could be meant, over all norms this act answers."""
        match rule:
            case Response() | NamedTerm():
                own = rule.per if isinstance(rule, NamedTerm) else rule.after
                if t.of_term and t.event:  # a term of one event: that event is what is linked
                    t = next(m for m in self.moments if m.event is t.event)
                return self.tied(rule.link, t, b, (own, *self._answered.get(b.act, ())))
            case Precedence():
                return self.tied(rule.link, t, b, ())
            case Recurrence() | Power():
                return True

    def excuses(self, n: Norm, m: Moment) -> Found:
        """M11: what excuses if it came before the trigger, with the same link."""
        tie = n if isinstance(n, Precedence) else None
        return [
            (u, both(t, self.before(u, m), tie is None or self.linked(tie, m, u)))
            for u, t in self.found(n.unless)
        ]

    def answers(self, rule: Response, t: Moment, b: Moment) -> Truth:
        """Whether b comes after t and is linked to it; a link that names t says so itself (M16)."""
        after, tie = self.before(t, b), self.linked(rule, t, b)
        stated = self.attribute(b, rule.link.answers) if rule.link and rule.link.answers else None
        named = tie is True and stated is not None and not isinstance(stated, Unknown)
        return tie if named and after is not False else both(after, tie)

    def meant_for(self, rule: Response, t: Moment, b: Moment) -> bool:
        """Whether b surely came after t and, as far as is known, was meant for it."""
        late = self.before(t, b) is True and self.linked(rule, t, b) is not False
        return late or self.answers(rule, t, b) is True

    def remarks(self) -> tuple[Remark, ...]:
        """M5, M9, M14, M16: what a report must say beside the verdicts."""
        remarks = []
        for act in self.rules.acts.values():
            unseen = self.log.records is not None and act.id not in self.log.records
            ends = act.ends or any(self.walk.ends(act.id, o) for o in act.outcomes or (None,))
            if unseen and ends:
                remarks.append(Remark("end_not_recorded", act.id))
            happened = any(m.act == act.id and m.event for m in self.moments)
            if act.decision and happened and not self.walk.listing(act.id):
                remarks.append(Remark("decision_outside_machine", act.id))
        for file in self.rules.files:
            if isinstance(file.valid_from, NotStated) and file.norms:
                remarks.append(Remark("validity_not_stated", file.id))
        return tuple(remarks)
