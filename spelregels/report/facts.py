"""What one verdict has to tell: every value a sentence may ask for, made only when asked for."""

from __future__ import annotations

from spelregels.model.finding import Missing
from spelregels.model.norms import Absence, Power, Precedence, Requirement, Threshold
from spelregels.model.patterns import (
    ActPattern,
    BetweenWindow,
    Pattern,
    RoleSpec,
    StageWindow,
    TermWindow,
)
from spelregels.model.ruleset import Stage
from spelregels.model.verdict import Unknown
from spelregels.model.words import Word
from spelregels.report.asked import counted, total
from spelregels.report.conditions import after_what
from spelregels.report.numbers import euros, exact
from spelregels.report.rules import counts_persons, is_amount, threshold_limits
from spelregels.report.timing import Timed
from spelregels.report.unknowns import Unknowns
from spelregels.report.wording import sentence


class Facts(Timed):
    """A mapping for ``str.format_map``: ``facts["trigger"]`` is the method ``_say_trigger()``."""

    def __getitem__(self, name: str) -> str:
        """The value of one placeholder."""
        return str(getattr(self, f"_say_{name}")())

    # --- what the norm asks -----------------------------------------------------------------------

    def _say_requirement(self) -> str:
        match self.norm:
            case Requirement(require=condition):
                return self.phrases.clause(condition)
            case Power(where=condition) if condition is not None:
                return self.phrases.clause(condition)
            case Power(within=within, after=after) if within is not None:
                said = self.phrases.within(within), self.phrases.pattern(after)
                return self.words.part("requirement_within", within=said[0], after=said[1])
            case _:
                return self.words.part("requirement_default")

    def _say_count(self) -> str:
        if isinstance(self.norm, Threshold) and self.norm.total is not None:
            said = euros if is_amount(self.norm.total, self.phrases) else exact
            amount = said(total(self.norm, self._events()), self.names)
            return self.words.part("in_all", amount=amount)
        return self.words.times(counted(self.norm, self._events()))

    def _say_limit(self) -> str:
        """What the number had to be, as a sentence without its full stop."""
        if isinstance(self.norm, Threshold):
            return sentence(threshold_limits(self.norm, self.phrases, "counted"))
        times = self.norm.times if isinstance(self.norm, Precedence) else 1
        frames, key = self.words.frames.RULES, f"counted_least_{self.strength.value}"
        return sentence(self.words.say(frames, key, times=self.words.times(times)))

    def _say_period(self) -> str:
        """Over what was counted: before B, in a year, inside a term, in the whole trajectory."""
        match self.norm:
            case Threshold(before=(_, *_)) | Precedence():
                period = self.words.part("earlier_than", act=self._say_trigger())
            case Threshold(per_term=term) if term is not None:
                period = self.words.part("in_term", term=self.names.the_term(term))
            case _:
                period = self.words.part("in_period", period=self._say_trigger())
        return period

    def _say_distinct(self) -> str:
        by_person = isinstance(self.norm, Threshold) and counts_persons(self.norm, self.phrases)
        return self.words.part("distinct_persons") if by_person else ""

    def _say_still_counted(self) -> str:
        """What can still be done about a number that is not final."""
        have, asked = counted(self.norm, self._events()), self._say_asked()
        match self.norm:
            case Threshold(total=str()):
                return self.words.part("keep_total", asked=asked)
            case Threshold(at_least=int() as least) | Precedence(times=least) if have < least:
                needed, times = self._strong("needed"), self.words.times(least - have)
                more = self.words.part("more_needed", needed=needed, times=times, asked=asked)
                still = self.verdict.word is Word.OPEN
                return more + self._say_due_last() if still else more
            case Threshold(at_most=int() as most):
                key = "more_allowed" if have < most else "no_more_allowed"
                return self.words.part(key, times=self.words.times(most - have), asked=asked)
            case _:
                return self.words.part("keep_count", asked=asked)

    def _say_count_again(self) -> str:
        """What can be done over once the number is there; empty if it is not before anything."""
        if not isinstance(self.norm, Threshold) or not self.norm.before:
            return ""
        return self.words.part("count_again", again=self._say_trigger_again())

    def _say_when_forbidden(self) -> str:
        """Inside which window, or after what, it happened; else by whom, and how."""
        if not isinstance(self.norm, Absence):
            return self.words.part("after_found", found=self._say_found()) if self._events() else ""
        if self.norm.window is not None:
            return " " + self.phrases.window(self.norm.window, past=True)
        after, rest = after_what(self.norm)
        if after is not None:  # the moment of a term is no event, so no evidence
            found = self._listed(self._of(after.pattern)) or self.phrases.pattern(after.pattern)
            return self.words.part("after_found", found=found)
        if rest is not None and self._events():
            return self.words.part("after_found", found=self._say_found())
        return self._say_what_made_it_wrong(self.norm.must_not)

    def _say_what_made_it_wrong(self, forbidden: Pattern) -> str:
        """Who may not, and the condition of the ban: without these the act may well be done."""
        act = self.trigger.act if self.trigger else ""
        match [one for one in forbidden if isinstance(one, ActPattern) and one.act == act]:
            case [ActPattern(by=by, where=where)]:
                who = self.words.part("by", role=self._say_actor()) if by else ""
                how = self.phrases.condition(where) if where else ""
                return who + (self.words.part("where", condition=how) if how else "")
            case _:
                return ""

    def _say_undo(self) -> str:
        """How a forbidden act is put right: later, if its window closes; else it is a question."""
        redo = ""
        match self.norm:
            case Absence(window=BetweenWindow(closes=closes)):
                redo = self.words.part("redo_after", pattern=self.phrases.pattern(closes))
            case Absence(window=TermWindow(term=term)):
                passed = self.words.part("term_passed", term=self.names.the_term(term))
                redo = self.words.part("redo_after", pattern=passed)
            case Absence(window=StageWindow()):
                redo = self.words.part("redo_stage")
            case _:
                pass
        if not redo:
            return self.words.part("undo", responsible=self._say_responsible())
        again = self._say_trigger_again()
        return self.words.part("redo", redo=redo, again=again) + self._say_who_can()

    # --- stages -----------------------------------------------------------------------------------

    def _say_stage(self) -> str:
        return self.names.stage(self.verdict.stage)

    def _say_not_in_stage(self) -> str:
        key = "not_in_stage" if self.verdict.stage else "in_no_stage"
        return self.words.part(key, stage=self._say_stage())

    def _say_in_stage(self) -> str:
        if not self.verdict.stage:
            return ""
        return self.words.part("in_stage", stage=self._say_stage())

    def _say_who_decides(self) -> str:
        """Who decides in the stage; if no stage names anybody, that it is not who did it."""
        if not isinstance(self.people.bearer(), RoleSpec):
            return self.words.part("decides_another")
        role, where = self._say_bearer(), self._say_in_stage()
        return self.words.part("decides", role=role, in_stage=where)

    def _say_possible(self) -> str:
        """What can happen in the stage; empty if the stage is not known."""
        stage = self.people.stage()
        if stage is None:
            return ""
        acts = dict.fromkeys([*(e.act for e in stage.edges), *sorted(stage.also)])
        listed = self.words.join(map(self.names.act, acts)) or self.words.part("nothing")
        return self.words.part("possible", stage=self._say_stage(), acts=listed)

    def _say_right_stage(self) -> str:
        """In which stage it can be done, and whether that is still to come."""
        machine, here = self.names.ruleset.machine, self.people.stage()
        stages = machine.stages if machine else ()
        fitting = [s for s in stages if s is not here and _lists(s, self.verdict.act)]
        responsible = self._say_responsible()
        if here is None or not fitting:
            return self.words.part("right_stage", responsible=responsible)
        later = [s for s in fitting if stages.index(s) > stages.index(here)]
        named = self.words.join((self.names.stage(s.id) for s in later or fitting), "or")
        key = "right_stage_later" if later else "right_stage_earlier"
        return self.words.part(key, stages=named, responsible=responsible)

    # --- what is not known ------------------------------------------------------------------------

    def reasons(self) -> tuple[Unknown, ...]:
        """What is missing; the verdict's own ``how`` if it names nothing."""
        if self.verdict.unknowns:
            return self.verdict.unknowns
        return (Unknown(self.verdict.how, self.verdict.trigger),) if self.verdict.how else ()

    def missing(self) -> tuple[Missing, ...]:
        """Each thing that is missing, in words, with who could tell."""
        telling = Unknowns(self.phrases, self.happenings, self.verdict.layer, self._say_vague())
        return tuple(telling.told(unknown) for unknown in self.reasons())

    def _say_missing(self) -> str:
        return self.words.join(dict.fromkeys(one.text for one in self.missing()))

    def _say_suppliers(self) -> str:
        return self.words.join(dict.fromkeys(one.supplied_by for one in self.missing()))


def _lists(stage: Stage, act: str) -> bool:
    """Whether an act can happen in a stage."""
    return act in stage.also or any(edge.act == act for edge in stage.edges)
