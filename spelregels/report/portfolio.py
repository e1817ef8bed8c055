"""Results over many trajectories, told in one language: what text, JSON and pages are views of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from spelregels.model.finding import ArticleRef
from spelregels.model.frozen import dataclass
from spelregels.model.portfolio import Busiest, Lead, Load, Overlap, Tenure
from spelregels.model.portfolio_found import (
    Figure,
    Name,
    NormResult,
    Pointer,
    PortfolioFinding,
    PortfolioReport,
    Reason,
)
from spelregels.model.words import Word
from spelregels.report.portfolio_asks import asks_text
from spelregels.report.portfolio_lacks import ToldLack, told_lacks
from spelregels.report.portfolio_speech import Speech
from spelregels.report.portfolio_words import MESSAGES, VERDICTS

ABOUT_PERSONS = frozenset({Reason.ASKED_TOO_OFTEN, Reason.FEW_CARRY, Reason.LONG_SERVING})


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """One finding in words. ``persons``: pseudonyms, only where they were asked for."""

    verdict: Word
    reason: Reason
    message: str
    trajectories: tuple[str, ...]
    persons: tuple[str, ...]
    about: Mapping[str, tuple[str, ...]]
    first: date | None
    last: date | None
    evidence: tuple[Pointer, ...]
    figures: tuple[tuple[Figure, str, bool], ...]
    missing: tuple[ToldLack, ...]


@dataclass(frozen=True, slots=True)
class ToldResult:
    """One norm with its findings in words. ``rule``: what it asks; ``label``: its verdict.

    ``kept``: how many were in order; None: that would tell of few persons (P17).
    """

    result: NormResult
    title: str
    rule: str
    label: str
    article: ArticleRef | None
    kept: int | None
    findings: tuple[ToldFinding, ...]
    figures: tuple[tuple[Figure, str, bool], ...]


@dataclass(frozen=True, slots=True)
class ToldPortfolio:
    """A whole report in one language."""

    language: str
    names_persons: bool
    report: PortfolioReport
    results: tuple[ToldResult, ...]

    @property
    def speech(self) -> Speech:
        """For what is said of the whole; the strictest file says how small is too small."""
        strictest = max(self.report.rules, key=lambda file: file.withhold_below)
        return Speech(self.language, strictest, self.report.registers, self.names_persons)


def told_portfolio(
    report: PortfolioReport, language: str, *, names_persons: bool = False
) -> ToldPortfolio:
    """Every result in words. ``names_persons``: pseudonyms and small counts may be printed."""
    results = tuple(_result(one, report, language, names_persons) for one in report.results)
    return ToldPortfolio(language, names_persons, report, results)


def _result(
    result: NormResult, report: PortfolioReport, language: str, names_persons: bool
) -> ToldResult:
    speech = Speech(language, result.rules, report.registers, names_persons)
    norm = result.norm
    article = None
    if norm.article is not None:
        source = result.rules.sources.get(norm.article.source)
        article = ArticleRef(
            norm.article.source,
            norm.article.article,
            source.title if source else "",
            source.url if source else "",
        )
    return ToldResult(
        result=result,
        title=norm.title.get(language) or norm.title.get("nl", ""),
        rule=asks_text(norm.asks, speech),
        label=VERDICTS[result.word].told(language) if result.word else "",
        article=article,
        kept=_kept(result, speech),
        findings=tuple(_told(result, speech)),
        figures=_figures(result.figures, speech),
    )


def _kept(result: NormResult, speech: Speech) -> int | None:
    """Of load it counts persons: with the total beside it, it would tell how few are above."""
    counts_persons = isinstance(result.norm.asks, Load)
    hidden = counts_persons and any(speech.withheld(figure) for figure in result.figures)
    return None if hidden else result.kept


def _told(result: NormResult, speech: Speech) -> Iterator[ToldFinding]:
    """The findings; of too much asked only one, unless persons may be named (P17)."""
    together: list[PortfolioFinding] = []
    if not speech.names_persons:
        together = [one for one in result.findings if one.reason is Reason.ASKED_TOO_OFTEN]
    if together:
        yield _finding(_merged(together), result, speech)
    for one in result.findings:
        if not together or one.reason is not Reason.ASKED_TOO_OFTEN:
            yield _finding(one, result, speech)


def _merged(some: Sequence[PortfolioFinding]) -> PortfolioFinding:
    """All who were asked too often as one finding, so that nobody stands out."""
    persons = tuple(dict.fromkeys(name for one in some for name in one.persons))
    asked = max(int(one.figures[0].low) for one in some)
    return PortfolioFinding(
        word=Word.BROKEN,
        reason=Reason.ASKED_TOO_OFTEN,
        trajectories=tuple(sorted({t for one in some for t in one.trajectories})),
        persons=persons,
        first=min(one.first for one in some if one.first),
        last=max(one.last for one in some if one.last),
        figures=(
            Figure(Name.ASKED, asked, asked),
            some[0].figures[1],
            Figure(Name.PERSONS_ABOVE, len(persons), len(persons), persons=True),
        ),
    )


def _finding(one: PortfolioFinding, result: NormResult, speech: Speech) -> ToldFinding:
    private = one.reason in ABOUT_PERSONS and not speech.names_persons
    about = dict(one.about)
    if not speech.names_persons and not speech.parties(about.get("party", ())):
        about.pop("party", None)
    return ToldFinding(
        verdict=one.word,
        reason=one.reason,
        message=_message(one, result, speech),
        trajectories=one.trajectories,
        persons=one.persons if speech.names_persons else (),
        about=about,
        first=one.first,
        last=one.last,
        evidence=() if private else one.evidence,
        figures=_figures(one.figures, speech),
        missing=told_lacks(one.lacks, speech),
    )


def _figures(figures: Iterable[Figure], speech: Speech) -> tuple[tuple[Figure, str, bool], ...]:
    return tuple((f, speech.figure_line(f), speech.withheld(f)) for f in figures)


def _message(one: PortfolioFinding, result: NormResult, speech: Speech) -> str:
    """The sentence of a finding; what stands in a file is only ever filled in."""
    asks = result.norm.asks
    figures = {f.name.value: speech.figure(f) for f in one.figures}
    numbers = {f.name: f.low for f in one.figures}
    about = one.about
    values: dict[str, object] = {
        **figures,
        "first": speech.day(one.first),
        "last": speech.day(one.last),
        "trajectories": speech.count("trajectory_one", "trajectories", len(one.trajectories)),
        "areas": speech.join(about.get("area", ())),
        "body": speech.join(speech.body(body) for body in about.get("body", ())),
        "group": speech.join(about.get("group", ())),
        "dimension": speech.join(about.get("dimension", ())),
        "days": speech.count("day_one", "days", int(numbers.get(Name.DAYS, 0))),
        "size": figures.get(Name.GROUP.value, ""),
    }
    match asks:
        case Overlap():
            values |= _crossing(one, speech, numbers)
        case Lead():
            values["parties"] = speech.parties(about.get("party", ()))
        case Load():
            values["window"] = speech.duration(asks.window)
            values["persons"] = _persons(one, speech)
        case Tenure():
            values["longer"] = speech.duration(asks.longer_than)
        case Busiest():
            acts = int(numbers.get(Name.ACTS, 0))
            values["acts"] = speech.count("act_one", "acts", acts) if acts else ""
        case _:
            pass
    return (
        MESSAGES[one.reason]
        .told(speech.language)
        .format_map({name: str(value) for name, value in values.items()})
    )


def _crossing(
    one: PortfolioFinding, speech: Speech, numbers: Mapping[Name, object]
) -> dict[str, object]:
    areas, themes = one.about.get("area", ()), one.about.get("theme", ())
    tied = numbers.get(Name.COORDINATED_PAIRS, 0)
    key = "partly_tied" if tied else "not_tied"
    quoted = [speech.words.part("quote", text=theme) for theme in themes]
    return {
        "where": speech.say("where", areas=speech.join(areas)) if areas else "",
        "theme": speech.say("theme", themes=speech.join(quoted)) if themes else "",
        "tied": speech.say(key, tied=tied, pairs=numbers.get(Name.PAIRS, 0)),
    }


def _persons(one: PortfolioFinding, speech: Speech) -> str:
    """Who was asked too often: a name where allowed, else how many."""
    if speech.names_persons:
        return speech.say("person_is", name=speech.join(one.persons))
    above = next((f for f in one.figures if f.name is Name.PERSONS_ABOVE), None)
    text = speech.figure(above) if above else ""
    return speech.say("some_people", persons=text[:1].upper() + text[1:])
