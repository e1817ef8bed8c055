"""Which norms ask something, at which moment, and how surely (M6, M8, M9, M14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spelregels.model.log.moments import Found, Moment, day_of, interval, within_days
from spelregels.model.log.reading import Reading, acts_of
from spelregels.model.log.truth import Truth, both, either
from spelregels.model.norms import (
    NamedTerm,
    Norm,
    Power,
    Precedence,
    Recurrence,
    Response,
)
from spelregels.model.patterns import Pattern
from spelregels.model.ruleset import RulesetFile
from spelregels.model.terms import NotStated
from spelregels.model.trajectory import When
from spelregels.model.verdict import Remark, Unknown
from spelregels.model.words import Governs, How

Rule = Response | Precedence | NamedTerm | Recurrence | Power


class Asking(Reading):
    """A reading, with what raises instances of norms."""

    def in_force(self, file: RulesetFile, m: Moment | None) -> Truth:
        """M14: ``governs`` picks the day, of the first event or of the trigger.

        ``m`` None: of a norm over the whole trajectory, which asks nothing of an empty one (M6).
        """
        events = [x for x in self.moments if not x.phantom]
        begun = either(x.sure for x in events)
        if m is None and begun is False:
            return False
        hi = min((x.hi for x in events if x.sure is True), default=self.now)
        started = replace(events[0], hi=max(hi, events[0].lo)) if events else None
        began, then = (self._valid(file, x) for x in (started, m or started))
        surely = True if m else begun
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
                pools = [rule.per if isinstance(rule, NamedTerm) else rule.after]
                for _, n in self.norms:
                    if isinstance(n, Response) and n.link:
                        pools += [n.after for must in n.must if b.act in acts_of(must)]
                return self.tied(rule.link, t, b, pools)
            case Precedence():
                return self.tied(rule.link, t, b, ())
            case Recurrence() | Power():
                return True

    def excused(self, n: Norm, m: Moment) -> Truth:
        """M11: an excuse before the trigger, with the same link."""
        tie = n if isinstance(n, Precedence) else None
        return either(
            both(t, self.before(u, m), tie is None or self.linked(tie, m, u))
            for u, t in self.found(n.unless)
        )

    def answers(self, rule: Response, t: Moment, b: Moment) -> Truth:
        """Whether b comes after t and is linked to it; a link that names t says so itself (M16)."""
        after, tie = self.before(t, b), self.linked(rule, t, b)
        stated = self.attribute(b, rule.link.answers) if rule.link and rule.link.answers else None
        named = tie is True and stated is not None and not isinstance(stated, Unknown)
        return tie if named and after is not False else both(after, tie)

    def remarks(self) -> tuple[Remark, ...]:
        """M5, M9, M14, M16: what a report must say beside the verdicts."""
        remarks = []
        for act in self.rules.acts.values():
            unseen = self.log.records is not None and act.id not in self.log.records
            leading = [self.walk.stages[e.to] for _, e in self.walk.edges if e.act == act.id]
            if unseen and (act.ends or any(stage.ends_as for stage in leading)):
                remarks.append(Remark("end_not_recorded", act.id))
            happened = any(m.act == act.id and m.event for m in self.moments)
            if act.decision and happened and not self.walk.listing(act.id):
                remarks.append(Remark("decision_outside_machine", act.id))
        for file in self.rules.files:
            if isinstance(file.valid_from, NotStated) and file.norms:
                remarks.append(Remark("validity_not_stated", file.id))
        return tuple(remarks)
