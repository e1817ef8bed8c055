"""What one verdict has to tell: every value a sentence may ask for, made only when asked for."""

from __future__ import annotations

from datetime import date

from spelregels.model.finding import Missing
from spelregels.model.norms import (
    Absence,
    Norm,
    Power,
    Precedence,
    Requirement,
    Separation,
    Threshold,
)
from spelregels.model.patterns import (
    Bearer,
    BetweenWindow,
    RoleSpec,
    StageWindow,
    TermWindow,
)
from spelregels.model.ruleset import Stage
from spelregels.model.terms import NotStated, Vague
from spelregels.model.verdict import Unknown, Verdict
from spelregels.model.words import Kind
from spelregels.report.deadlines import allowed_from, due_text
from spelregels.report.happenings import Happenings
from spelregels.report.phrases import Phrases
from spelregels.report.unknowns import Unknowns


class Facts:
    """A mapping for ``str.format_map``: ``facts["trigger"]`` is the method ``_say_trigger()``."""

    def __init__(
        self, verdict: Verdict, norm: Norm | None, phrases: Phrases, happenings: Happenings
    ) -> None:
        """``norm``: None for findings of the machine."""
        self.verdict, self.norm, self.happenings = verdict, norm, happenings
        self.phrases, self.names, self.words = phrases, phrases.names, phrases.names.words
        self.trigger = happenings.by_id.get(verdict.trigger)
        self.day = verdict.day if verdict.day and happenings.is_known(verdict.day) else None

    def __getitem__(self, name: str) -> str:
        """The value of one placeholder."""
        return str(getattr(self, f"_say_{name}")())

    # --- who -------------------------------------------------------------------------------------

    def bearer(self) -> Bearer:
        """The bearer of the norm; for the power of a stage, who decides there."""
        if self.verdict.kind is Kind.STAGE_POWER:
            stage = self.stage()
            return stage.power.decides if stage and stage.power else None
        if isinstance(self.norm, (Absence, Requirement)) or self.norm is None:
            return None
        return getattr(self.norm, "by", None)

    def _say_bearer(self) -> str:
        return self.names.bearer(self.bearer()) or self.words.part("someone")

    def _say_decider(self) -> str:
        return self._say_bearer()

    def _say_by(self) -> str:
        bearer = self.bearer()
        if not isinstance(bearer, RoleSpec) or self._moment(self.verdict.act):
            return ""
        return self.words.part("by", role=self.names.role_spec(bearer))

    def _say_actor(self) -> str:
        event = self.trigger
        return self.names.actor(event) if event else self.words.part("someone_unknown")

    def _say_doer(self) -> str:
        known = self.trigger is not None and self.names.actor_roles(self.trigger)
        return self._say_actor() if known else self.words.part("whoever")

    def _moment(self, identifier: str) -> str:
        return self.happenings.moment(identifier, self.verdict.layer)

    def _what(self, identifier: str) -> str:
        return self.happenings.what(identifier, self.verdict.layer)

    # --- what happened ---------------------------------------------------------------------------

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

    def _say_trigger_act(self) -> str:
        return self.names.act(self.trigger.act) if self.trigger else self.words.part("it")

    def _say_asked(self) -> str:
        act = self.verdict.act
        if act:
            return self._moment(act) or self.names.act(act)
        match self.norm:
            case Threshold(count=pattern) | Absence(must_not=pattern) | Requirement(upon=pattern):
                return self.phrases.pattern(pattern)
            case Power(may=may):
                return self.words.join(map(self.names.act, may), "or")
            case _:
                return self.words.part("the_act")

    def _say_too_early(self) -> str:
        """How B came too early: before the end of a wait or a term, or too long after A."""
        norm = self.norm if isinstance(self.norm, Precedence) else None
        lengths = (
            {"wait": norm.wait, "lasts": norm.lasts, "longest": norm.at_longest} if norm else {}
        )
        stated = next(((key, t) for key, t in lengths.items() if t is not None), None)
        key, term = stated or ("term", None)
        return self.words.part(
            f"too_early_{key}",
            trigger=self._say_trigger(),
            found=self._say_found(),
            asked=self._say_asked(),
            term=self.phrases.length(term) if term is not None else "",
        )

    def evidence(self) -> tuple[str, ...]:
        """What the verdict rests on, besides its trigger."""
        return tuple(e for e in self.verdict.evidence if e != self.verdict.trigger)

    def _say_found(self) -> str:
        found = self.evidence()
        return self.words.join(map(self._what, found)) if found else self._say_asked()

    def _say_both(self) -> str:
        if not isinstance(self.norm, Separation):
            return self._say_asked()
        both = (self.phrases.pattern(self.norm.first), self.phrases.pattern(self.norm.second))
        return self.words.join(both)

    def _say_all_found(self) -> str:
        found = self.verdict.evidence or (self.verdict.trigger,)
        return self.words.join(map(self._what, found))

    def _say_found_in_brackets(self) -> str:
        found = self.evidence()
        return self.words.part("found_in_brackets", found=self._say_found()) if found else ""

    def _say_forbidden(self) -> str:
        return self._say_trigger() if self.trigger else self._say_found()

    # --- when ------------------------------------------------------------------------------------

    def _with_due(self, key: str) -> str:
        due = due_text(self.verdict, self.names)
        return self.words.part(key, due=due) if due else ""

    def _say_due_was(self) -> str:
        return self._with_due("due_was")

    def _say_due_allowed(self) -> str:
        return self._with_due("due_allowed")

    def _say_due_last(self) -> str:
        return self._with_due("due_last") or self.words.part("due_end")

    def _from(self, key: str) -> str:
        found = self.happenings.events(self.evidence())
        day = allowed_from(self.verdict, self.norm, found)
        return self.words.part(key, day=self.names.day(day)) if day else ""

    def _say_allowed_from(self) -> str:
        return self._from("allowed_from")

    def _say_again_from(self) -> str:
        return self._from("again_from")

    def _term(self, key: str, field: str) -> str:
        term = getattr(self.norm, field, None)
        return self.words.part(key, term=self.phrases.length(term)) if term is not None else ""

    def _say_lead(self) -> str:
        return self._term("lead", "lead")

    def _say_term(self) -> str:
        names = ("lead", "wait", "lasts")
        term = next((t for n in names if (t := getattr(self.norm, n, None)) is not None), None)
        return self.phrases.length(term) if term is not None else ""

    def _say_gap(self) -> str:
        return next((said for n in ("lead", "wait", "lasts") if (said := self._term("gap", n))), "")

    def _say_vague(self) -> str:
        for name in ("within", "wait", "lead", "lasts"):
            term = getattr(self.norm, name, None)
            if isinstance(term, Vague):
                return term.word
        return self.words.part("vague_default")

    # --- what the norm asks ----------------------------------------------------------------------

    def _say_limit(self) -> str:
        limits: list[tuple[str, int | NotStated | None]] = []
        if isinstance(self.norm, Threshold):
            limits = [("limit_least", self.norm.at_least), ("limit_most", self.norm.at_most)]
        elif isinstance(self.norm, Precedence) and self.norm.times > 1:
            limits = [("limit_least", self.norm.times)]
        texts = [
            self.words.part("limit_not_stated" if isinstance(n, NotStated) else key, number=n)
            for key, n in limits
            if n is not None
        ]
        return self.words.part("limit", limit=self.words.join(texts)) if texts else ""

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

    def _say_redo(self) -> str:
        """When the forbidden act may be done again; empty: never."""
        match self.norm:
            case Absence(window=BetweenWindow(closes=closes)):
                return self.words.part("redo_after", pattern=self.phrases.pattern(closes))
            case Absence(window=TermWindow(term=term)):
                passed = self.words.part("term_passed", term=self.names.term(term))
                return self.words.part("redo_term", moment=passed)
            case Absence(window=StageWindow()):
                return self.words.part("redo_stage")
            case _:
                return ""

    def _say_window(self) -> str:
        if not isinstance(self.norm, Absence) or self.norm.window is None:
            return ""
        window = self.phrases.window(self.norm.window)
        return self.words.part("window", window=window[:1].lower() + window[1:])

    # --- stages ----------------------------------------------------------------------------------

    def stage(self) -> Stage | None:
        """The stage before the event, if the verdict names one."""
        machine = self.names.ruleset.machine
        stages = machine.stages if machine else ()
        return next((s for s in stages if s.id == self.verdict.stage), None)

    def _say_stage(self) -> str:
        return self.names.stage(self.verdict.stage)

    def _say_possible(self) -> str:
        stage = self.stage()
        acts = dict.fromkeys([*(e.act for e in stage.edges), *sorted(stage.also)]) if stage else {}
        return self.words.join(map(self.names.act, acts)) or self.words.part("nothing")

    # --- what is not known -----------------------------------------------------------------------

    def reasons(self) -> tuple[Unknown, ...]:
        """What is missing; the verdict's own ``how`` if it names nothing."""
        if self.verdict.unknowns:
            return self.verdict.unknowns
        return (Unknown(self.verdict.how, self.verdict.trigger),) if self.verdict.how else ()

    def missing(self) -> tuple[Missing, ...]:
        """Each thing that is missing, in words, with who could tell."""
        telling = Unknowns(self.phrases, self._what, self._moment, self._say_vague())
        return tuple(telling.told(unknown) for unknown in self.reasons())

    def _say_missing(self) -> str:
        return self.words.join(dict.fromkeys(one.text for one in self.missing()))

    def _say_suppliers(self) -> str:
        return self.words.join(dict.fromkeys(one.supplied_by for one in self.missing()))
