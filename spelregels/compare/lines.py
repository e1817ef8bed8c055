"""One entry as one short line."""

from __future__ import annotations

from collections.abc import Iterable

from spelregels.compare.topics import Column, Entry, Gap, Topic
from spelregels.compare.words import GAPS, say
from spelregels.model.figures import Figure
from spelregels.model.frozen import dataclass
from spelregels.model.norms import (
    NamedTerm,
    Norm,
    Power,
    Precedence,
    Recurrence,
    Requirement,
    Response,
    Statement,
    Threshold,
)
from spelregels.model.patterns import ActPattern, Condition, Pattern, RoleSpec
from spelregels.model.ruleset import Stage
from spelregels.model.terms import NotStated, Term, Vague
from spelregels.report.attributes import Attributes
from spelregels.report.names import Names, readable
from spelregels.report.numbers import figure_text
from spelregels.report.phrases import Phrases
from spelregels.report.rules import is_amount


@dataclass(frozen=True, slots=True)
class Line:
    """What a text says in one line. ``article``: where; empty for a stage. ``gap``: it says that
    it does not say."""

    text: str
    article: str
    gap: bool


@dataclass(frozen=True, slots=True)
class Teller:
    """The words of one ruleset in one language."""

    names: Names
    phrases: Phrases

    @classmethod
    def of(cls, column: Column, language: str) -> Teller:
        """``language``: ``nl`` or ``en``."""
        names = Names.of(column.ruleset, language)
        return cls(names, Phrases(names))

    def lines(self, entries: Iterable[Entry]) -> tuple[Line, ...]:
        """The entries in words, each thing once."""
        return tuple(dict.fromkeys(map(self.line, entries)))

    def line(self, entry: Entry) -> Line:
        """The entry in words."""
        article = entry.article.article if entry.article is not None else ""
        return Line(self._scoped(entry), article, entry.gap is not None)

    def _scoped(self, entry: Entry) -> str:
        """With when it holds, where the norm says so."""
        text, applies = self._text(entry), entry.norm.applies if entry.norm is not None else None
        if applies is None or applies is entry.test or entry.topic is Topic.OPEN:
            return text
        return self._say("scoped", line=text, condition=self.phrases.clause(applies))

    def _say(self, key: str, **values: object) -> str:
        return say(self.names.words.language, key, **values)

    def _text(self, entry: Entry) -> str:
        if entry.topic is Topic.OPEN:
            return self._gap(entry)
        if entry.stage is not None:
            return self._stage(entry, entry.stage)
        if entry.condition is not None:
            return self._demand(entry.norm, entry.condition)
        if entry.test is not None:
            return Attributes(self.names).said(entry.test, self.names.words.labels.OPERATORS)
        match entry.norm:
            case Power() if entry.topic is Topic.TERM:
                return self._power_within(entry.norm)
            case Power():
                return self._power(entry.norm)
            case Response() if entry.topic is Topic.DECIDES:
                return self._must_decide(entry.norm)
            case Precedence() if entry.topic is Topic.ADVISES:
                return self._advice_first(entry.norm)
            case Precedence() | Response() | Recurrence() | NamedTerm():
                return self._time(entry.norm)
            case Threshold():
                return self._threshold(entry.norm)
            case _:
                raise AssertionError(entry)

    # -- stages -----------------------------------------------------------------------------------

    def _stage(self, entry: Entry, stage: Stage) -> str:
        name = self.phrases.bare_stage(stage.id)
        if entry.topic is Topic.LEVEL:
            level = self.names.words.labels.LEVELS[stage.level]
            return self._say("stage_level", stage=name, level=level)
        power = stage.power
        assert power is not None
        if entry.topic is Topic.ADVISES:
            told = (("stage_advises", power.advises), ("stage_consulted", power.consulted))
            lines = (
                self._say(key, stage=name, roles=self.names.roles(roles))
                for key, roles in told
                if roles
            )
            return "; ".join(lines)
        if isinstance(power.decides, RoleSpec):
            return self._say("stage_decides", stage=name, role=self.names.role_spec(power.decides))
        return self._say("stage_open", stage=name)

    # -- who --------------------------------------------------------------------------------------

    def _power(self, norm: Power) -> str:
        acts = self.names.words.join((self.names.act(act) for act in norm.may), "or")
        key = "only" if norm.exclusive else "power"
        line = self._say(key, role=self._bearer(norm), act=acts)
        if norm.where is None:
            return line
        return self._say("power_where", line=line, condition=self.phrases.clause(norm.where))

    def _must_decide(self, norm: Response) -> str:
        return self._say("duty", role=self._bearer(norm), act=self._acts(norm.must))

    def _bearer(self, norm: Power | Response) -> str:
        if isinstance(norm.by, RoleSpec):
            return self.names.role_spec(norm.by)
        return self._say("role_open" if isinstance(norm.by, NotStated) else "someone")

    def _advice_first(self, norm: Precedence) -> str:
        before, must = self.phrases.acts(norm.before), self.phrases.each(norm.must)
        return self._say("advice_first", before=before, must=must)

    # -- time -------------------------------------------------------------------------------------

    def _acts(self, must: tuple[Pattern, ...]) -> str:
        return self.names.words.join(dict.fromkeys(self.phrases.acts(one) for one in must))

    def _time(self, norm: Norm | NamedTerm) -> str:
        match norm:
            case Response():
                return self._response(norm)
            case Precedence():
                return self._precedence(norm)
            case Recurrence(every=None):
                return self._say("every_year", must=self.phrases.acts(norm.must))
            case Recurrence(every=every):
                assert every is not None
                length = self.names.duration(every)
                return self._say("every", must=self.phrases.acts(norm.must), length=length)
            case NamedTerm():
                length = self._length(norm.lasts)
                return self._say("named", term=self.names.title_of(norm), length=length)
            case _:
                raise AssertionError(norm)

    def _length(self, term: Term) -> str:
        """``6 weken``; of an open term what is open."""
        match term:
            case NotStated():
                return self._say("no_length")
            case Vague(word=word):
                return self._say("vague_length", word=word)
            case _:
                return self.phrases.length(term)

    def _response(self, norm: Response) -> str:
        assert norm.within is not None
        values = {"must": self._acts(norm.must), "after": self.phrases.acts(norm.after)}
        if isinstance(norm.within, NotStated | Vague):
            line = self._say("response_open", length=self._length(norm.within), **values)
        else:
            line = self._say("response", within=self.phrases.within(norm.within), **values)
        if norm.not_before is None:
            return line
        earliest = self.phrases.length(norm.not_before)
        return f"{line}; {self._say('not_before', length=earliest, **values)}"

    def _precedence(self, norm: Precedence) -> str:
        values = {"must": self._acts(norm.must), "before": self.phrases.acts(norm.before)}
        told = []
        for key in ("lead", "wait", "lasts", "at_longest"):
            term: Term | None = getattr(norm, key)
            if term is not None:
                frame = "lead_open" if isinstance(term, NotStated | Vague) else key
                told.append(self._say(frame, length=self._length(term), **values))
        return "; ".join(told)

    def _power_within(self, norm: Power) -> str:
        assert norm.within is not None
        acts = self.names.words.join((self.names.act(act) for act in norm.may), "or")
        within, after = self.phrases.within(norm.within), self.phrases.acts(norm.after)
        return self._say("power_within", act=acts, within=within, after=after)

    # -- numbers ----------------------------------------------------------------------------------

    def _demand(self, norm: Norm | NamedTerm | None, condition: Condition) -> str:
        assert isinstance(norm, Requirement)
        act = self.phrases.acts(norm.upon)
        return self._say("demand", act=act, condition=self.phrases.clause(condition))

    def _counted(self, norm: Threshold) -> str:
        """What is counted, with what it must meet to count."""
        act = self.phrases.acts(norm.count)
        (first, *others) = norm.count
        where = first.where if isinstance(first, ActPattern) and not others else None
        if where is None:
            return act
        return self._say("counted", act=act, condition=self.phrases.clause(where))

    def _threshold(self, norm: Threshold) -> str:
        act = self._counted(norm)
        told = []
        for key, number in (("least", norm.at_least), ("most", norm.at_most)):
            if isinstance(number, NotStated):
                told.append(self._say("number_open", act=act))
            elif number is not None:
                told.append(self._limit(key, act, number, norm.total))
        return "; ".join(told)

    def _limit(self, key: str, act: str, number: Figure, total: str | None) -> str:
        """So many times, or so much when ``total`` is added up."""
        money = total is not None and is_amount(total, self.phrases)
        figure = figure_text(number, self.names, money=money)
        if total is None:
            return self._say(key, act=act, number=figure)
        attribute = self.names.quote(readable(total))
        return self._say(f"{key}_total", act=act, number=figure, attribute=attribute)

    # -- what is open -----------------------------------------------------------------------------

    def _gap(self, entry: Entry) -> str:
        frames = GAPS[self.names.words.language]
        match entry.gap, entry.norm:
            case Gap.NORM, Statement() as norm:
                return frames[Gap.NORM].format_map(
                    {"text": norm.text.strip(), "judge": self._judge(norm)}
                )
            case Gap.DECIDER, _:
                assert entry.stage is not None
                stage = self.phrases.bare_stage(entry.stage.id)
                return frames[Gap.DECIDER].format_map({"stage": stage})
            case Gap() as gap, norm if norm is not None:
                values = {"act": self._about(norm), "term": self._open_term(norm)}
                return frames[gap].format_map(values)
        raise AssertionError(entry)

    def _judge(self, norm: Statement) -> str:
        if norm.judged_by is None:
            return self._say("judged_by_nobody")
        return self._say("judged_by", role=self.names.role(norm.judged_by))

    def _about(self, norm: Norm | NamedTerm) -> str:
        match norm:
            case NamedTerm():
                return self.names.title_of(norm)
            case Precedence() | Response():
                return self._acts(norm.must)
            case Power():
                return self.names.words.join((self.names.act(act) for act in norm.may), "or")
            case Threshold():
                return self.phrases.acts(norm.count)
            case _:
                return self.phrases.acts(norm.raised_by)

    def _open_term(self, norm: Norm | NamedTerm) -> str:
        names = ("lasts",) if isinstance(norm, NamedTerm) else ("within", "lead", "wait", "lasts")
        terms = (getattr(norm, name, None) for name in (*names, "at_longest"))
        found = (term for term in terms if isinstance(term, NotStated | Vague))
        return next((self._length(term) for term in found), "")
