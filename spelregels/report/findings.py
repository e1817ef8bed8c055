"""From verdicts to findings: the one object every output format is a view of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from spelregels.calendar.wording import Lang, doubts_text, questions_text, steps_text
from spelregels.model.checked import Checked
from spelregels.model.finding import ArticleRef, Finding
from spelregels.model.norms import Norm, Precedence, Recurrence, Response, Statement
from spelregels.model.problem import Position
from spelregels.model.ruleset import Ruleset, RulesetFile
from spelregels.model.terms import NotStated, Step
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Kind, Severity, Strength, Word
from spelregels.report.asked import looks_at_length_only
from spelregels.report.deadlines import failed_length
from spelregels.report.facts import Facts
from spelregels.report.happenings import Happenings
from spelregels.report.names import Names, bearer_id
from spelregels.report.phrases import Phrases
from spelregels.report.rules import rule_sentence
from spelregels.report.wording import BREACHES, Wording, sentence, wording

LANGS: Mapping[str, Lang] = {"nl": "nl", "en": "en"}

NormIndex = Mapping[tuple[str, str, str], tuple[RulesetFile, Norm]]

# Worst first, as people want to read them.
ORDER = (
    Word.BROKEN,
    Word.OVERDUE,
    Word.LATE,
    Word.CANNOT_TELL,
    Word.OPEN,
    Word.NO_LONGER_DUE,
    Word.EXCUSED,
    Word.KEPT,
)


# How a *must* is broken; of what only should be, or is an aim, these words would say too much.
ACCUSING = frozenset({How.FORBIDDEN, How.NO_POWER, How.NOT_PERMITTED_HERE, How.REQUIREMENT_NOT_MET})


# What *too early* is called where a length between two events was not kept.
_LENGTHS = {"lasts": "too_short", "at_longest": "too_long"}


def with_stages(verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """The verdicts; one on power also names the stage that the same event was found in."""
    stages = {v.trigger: v.stage for v in verdicts if v.kind is Kind.STAGE}
    for verdict in verdicts:
        power = verdict.kind is Kind.STAGE_POWER and verdict.stage is None
        yield replace(verdict, stage=stages.get(verdict.trigger)) if power else verdict


def norm_index(ruleset: Ruleset) -> NormIndex:
    """Every norm with its file, by layer, version and id."""
    return {
        (file.id, file.version, norm.id): (file, norm)
        for file in ruleset.files
        for norm in file.norms
    }


class FindingMaker:
    """Makes findings of verdicts under one ruleset in one language."""

    def __init__(self, ruleset: Ruleset, language: str) -> None:
        """``language``: ``nl`` or ``en``."""
        self.ruleset, self.language = ruleset, language
        self.index = norm_index(ruleset)
        self.rules = lru_cache(maxsize=None)(self._rule)

    def of(self, checked: Checked, marks: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
        """The findings of one trajectory, worst first, then by day. ``marks``: see ``Names``."""
        phrases = Phrases(Names.of(self.ruleset, self.language, checked.trajectory, marks))
        happenings = Happenings.of(phrases.names)
        verdicts = with_stages(checked.judgement.verdicts)
        made = [self._make(verdict, phrases, happenings) for verdict in verdicts]
        return tuple(sorted(made, key=_rank))

    def statements(
        self, checked: Sequence[Checked] = ()
    ) -> Iterator[tuple[RulesetFile, Statement]]:
        """What only people can judge, of files that were in force while anything happened."""
        for file in self.ruleset.files:
            if checked and not any(_was_in_force(file, one) for one in checked):
                continue
            for norm in file.norms:
                if isinstance(norm, Statement):
                    yield file, norm

    def _rule(self, key: tuple[str, str, str], kind: Kind) -> str:
        phrases = Phrases(Names.of(self.ruleset, self.language))
        if key in self.index:
            file, norm = self.index[key]
            return rule_sentence(norm, phrases, file.applies)
        words = phrases.names.words
        frames: Mapping[str, str] = words.frames.RULES
        return sentence(frames.get(kind.value, ""))

    def _make(self, verdict: Verdict, phrases: Phrases, happenings: Happenings) -> Finding:
        key = (verdict.layer, verdict.version, verdict.norm)
        file, norm = self.home(verdict)
        facts = Facts(verdict, norm, phrases, happenings)
        words = phrases.names.words
        breach = verdict.word in BREACHES
        consequence = norm.consequence if norm else None
        bearer = facts.people.bearer()
        return Finding(
            language=self.language,
            norm=verdict.norm,
            title=self._title(norm, verdict, phrases.names),
            layer=verdict.layer,
            version=verdict.version,
            kind=verdict.kind,
            strength=norm.strength if norm else Strength.MUST,
            severity=self.severity(verdict),
            confidence=norm.confidence if norm else None,
            verdict=verdict.word,
            how=verdict.how,
            trigger=verdict.trigger,
            day=facts.day,
            due=verdict.due,
            due_latest=verdict.due_latest,
            article=article_ref(file, norm),
            bearer=bearer_id(bearer),
            bearer_text=phrases.names.bearer(bearer),
            act=verdict.act,
            stage=verdict.stage,
            evidence=verdict.evidence,
            rule=self.rules(key, verdict.kind),
            happened=facts.happened(),
            message=_message(verdict, facts, words),
            repair=_repair(verdict, facts, words),
            consequence=consequence,
            consequence_text=(
                words.labels.CONSEQUENCES[consequence] if consequence and breach else ""
            ),
            dates=_dates(verdict, facts, file, self.language),
            missing=facts.missing() if verdict.word is Word.CANNOT_TELL else (),
            notes=tuple(_notes(verdict, file, words)),
            inferred=verdict.inferred,
            location=_location(facts),
            norm_location=norm.position if norm else Position(),
            label=_label(verdict, norm, words),
        )

    def _title(self, norm: Norm | None, verdict: Verdict, names: Names) -> str:
        if norm is None:
            kind: str = names.words.labels.KINDS[verdict.kind]
            return kind
        title = names.title_of(norm)
        return title if title != norm.id else ""

    def home(self, verdict: Verdict) -> tuple[RulesetFile | None, Norm | None]:
        """The norm a verdict is about and its file; none for the findings of the machine."""
        return self.index.get((verdict.layer, verdict.version, verdict.norm), (None, None))

    def label(self, verdict: Verdict) -> str:
        """What a verdict is called, with how: ``geschonden (te laat)``."""
        _, norm = self.home(verdict)
        return _label(verdict, norm, wording(self.language))

    def strength(self, verdict: Verdict) -> Strength:
        """What its norm says: *must*, *should*, or an *aim*; the machine's findings are *must*."""
        _, norm = self.home(verdict)
        return norm.strength if norm else Strength.MUST

    def severity(self, verdict: Verdict) -> Severity:
        """How serious a breach would be: as the norm says, or as the machine's file says."""
        _, norm = self.home(verdict)
        if norm is not None:
            return norm.severity
        if verdict.kind is Kind.LAW or self.ruleset.machine is None:
            return Severity.WARNING
        return self.ruleset.machine.severity


def _was_in_force(file: RulesetFile, checked: Checked) -> bool:
    days = [e.at.day for e in checked.trajectory.events if e.at.day is not None]
    first, last = min(days, default=checked.as_of.day), max(days, default=checked.as_of.day)
    begun = not isinstance(file.valid_from, date) or file.valid_from <= last
    return begun and (file.valid_to is None or first <= file.valid_to)


def article_ref(file: RulesetFile | None, norm: Norm | None) -> ArticleRef | None:
    """The article of a norm with the title and address of its source; None if it names none."""
    if file is None or norm is None or norm.article is None:
        return None
    source = file.sources.get(norm.article.source)
    title, url = (source.title, source.url) if source else ("", "")
    return ArticleRef(norm.article.source, norm.article.article, title, url)


def _rank(finding: Finding) -> tuple[int, bool, date]:
    """Worst first, what must be before what should be, by day; else in the order of the rules."""
    soft = finding.verdict in BREACHES and finding.strength is not Strength.MUST
    return ORDER.index(finding.verdict), soft, finding.day or date.max


def _label(verdict: Verdict, norm: Norm | None, words: Wording) -> str:
    strength = norm.strength if norm else Strength.MUST
    label = words.verdict(verdict.word, strength)
    if verdict.how is None or verdict.word not in (Word.BROKEN, Word.CANNOT_TELL):
        return label
    soft = strength is not Strength.MUST and verdict.word is Word.BROKEN
    if soft and verdict.how in ACCUSING:
        return label
    how: str = words.labels.HOWS[verdict.how]
    if verdict.how is How.TOO_EARLY and verdict.word is Word.BROKEN:
        key = _LENGTHS.get(failed_length(verdict, norm))
        how = words.part(key) if key else how
    return f"{label} ({how})"


def _message(verdict: Verdict, facts: Facts, words: Wording) -> str:
    frame = words.message_frame(verdict.kind, verdict.word, verdict.how)
    text = sentence(frame.format_map(facts))
    if verdict.word is not Word.CANNOT_TELL or not facts.reasons():
        return text
    return f"{text} {sentence(facts['missing'])}."


def _repair(verdict: Verdict, facts: Facts, words: Wording) -> str:
    frame = words.repair_frame(verdict.kind, verdict.word, verdict.how, facts.strength)
    return sentence(frame.format_map(facts))


def _beside_the_point(norm: Norm | None, file: RulesetFile | None) -> Iterator[Step]:
    """Steps of the arithmetic that say nothing here: a day to wait for where nothing waits, and
    that the Atw is off in an act to which it applies, for a norm that looks at the length only."""
    lasting = isinstance(norm, Precedence) and norm.lasts is not None
    if lasting or isinstance(norm, Response | Recurrence):
        yield Step.ACT_FROM
    if lasting and norm and file and looks_at_length_only(norm, file):
        yield Step.REGIME_OFF


def _dates(
    verdict: Verdict, facts: Facts, file: RulesetFile | None, language: str
) -> tuple[str, ...]:
    if verdict.reckoning is None or not facts.happenings.is_known(verdict.reckoning.start):
        return ()
    lang, reckoning = LANGS[language], verdict.reckoning
    wait = facts.wait()
    left_out = (*_beside_the_point(facts.norm, file), *([Step.ACT_FROM] if wait else ()))
    steps = tuple(s for s in reckoning.steps if s.step not in left_out)
    told = [replace(reckoning, steps=steps), *([wait] if wait else ())]
    return tuple(
        line
        for one in told
        for line in (*steps_text(one, lang), *doubts_text(one, lang), *questions_text(one, lang))
    )


def _notes(verdict: Verdict, file: RulesetFile | None, words: Wording) -> Iterator[str]:
    if verdict.inferred:
        yield words.part("inferred")
    if file is not None and isinstance(file.valid_from, NotStated):
        yield words.part("validity_not_stated")


def _location(facts: Facts) -> Position:
    if facts.trigger is not None:
        return facts.trigger.position
    log = facts.names.trajectory
    return log.position if log else Position()
