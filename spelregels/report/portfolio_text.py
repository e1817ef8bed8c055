"""A portfolio report as text for people: what was found first, then what cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spelregels.model.portfolio_found import PortfolioReport
from spelregels.model.words import Severity, Word
from spelregels.report.layout import Style, clean, labelled, paragraph
from spelregels.report.portfolio import ToldFinding, ToldPortfolio, ToldResult, told_portfolio
from spelregels.report.portfolio_speech import Speech
from spelregels.report.portfolio_words import VERDICTS

TOLD = (Word.BROKEN, Word.CANNOT_TELL)


def portfolio_text(
    report: PortfolioReport, language: str, style: Style, *, names_persons: bool = False
) -> Iterator[str]:
    """The lines of a whole report. ``language``: ``nl`` or ``en``."""
    told = told_portfolio(report, language, names_persons=names_persons)
    speech = told.speech
    count = speech.count("trajectory_one", "trajectories", len(report.trajectories))
    yield style.strong(speech.say("title", count=count))
    origin = speech.words.labels.ORIGINS[report.as_of.origin]
    rules = speech.join(file.id for file in report.rules)
    yield from paragraph(
        speech.say("judged", day=speech.day(report.as_of.day), origin=origin, rules=rules)
    )
    for word in TOLD:
        for one in told.results:
            findings = [f for f in one.findings if f.verdict is word]
            if findings:
                yield ""
                again = word is Word.CANNOT_TELL and one.result.word is Word.BROKEN
                yield from _result(one, findings, speech, style, again=again)
    yield from _figures(told, speech, style)
    yield ""
    yield from _counted(told, speech)
    yield from _closing(told, speech)


def _result(
    one: ToldResult,
    findings: Iterable[ToldFinding],
    speech: Speech,
    style: Style,
    *,
    again: bool,
) -> Iterator[str]:
    """The findings of one norm. ``again``: what it asks was told above."""
    listed = list(findings)
    norm = one.result.norm
    word = listed[0].verdict
    label = VERDICTS[word].told(speech.language).upper()
    if word is Word.BROKEN and norm.severity is not Severity.ERROR:
        label += f" — {speech.words.labels.SEVERITIES[norm.severity]}"
    mark = style.alarm if word is Word.BROKEN else style.mild
    title = f": {one.title}" if one.title else ""
    yield f"{mark(label)}  {clean(norm.id + title)}"
    if not again:
        yield from _row("source", [_source(one, speech)], speech)
        yield from _row("asks", [one.rule], speech)
    for number, finding in enumerate(listed, start=1):
        lead = f"{number}. " if len(listed) > 1 else ""
        yield from _row("found" if number == 1 else "", [lead + finding.message], speech)
        if word is Word.BROKEN and finding.trajectories:
            yield from _row("trajectories_label", [speech.join(finding.trajectories)], speech)
        yield from _row("missing", [lack.text for lack in finding.missing], speech)
    if word is Word.BROKEN:
        yield from _row("why", [norm.why], speech)


def _row(key: str, texts: Iterable[str], speech: Speech) -> Iterator[str]:
    """Some texts beside their label; nothing without text."""
    yield from labelled(speech.say(key) if key else "", texts, width=11)


def _source(one: ToldResult, speech: Speech) -> str:
    """Where the norm comes from, and how well that was verified."""
    article = one.article
    if article is None:
        return ""
    confidence = speech.words.labels.CONFIDENCES[one.result.norm.confidence]
    cited = f"{article.title or article.source}, {article.article} ({confidence})"
    return f"{cited} {article.url}".rstrip()


def _figures(told: ToldPortfolio, speech: Speech, style: Style) -> Iterator[str]:
    """Norms that only give figures."""
    for one in told.results:
        if one.result.word is None and one.figures:
            yield ""
            title = f": {one.title}" if one.title else ""
            yield style.strong(clean(one.result.norm.id + title))
            yield from _row("source", [_source(one, speech)], speech)
            yield from _row("asks", [one.rule], speech)
            yield from _row("figures", [line for _, line, _ in one.figures], speech)
            yield from _row("why", [one.result.norm.why], speech)


def _counted(told: ToldPortfolio, speech: Speech) -> Iterator[str]:
    """Norms without a finding, and how many of each there are."""
    fine = [one for one in told.results if one.result.word is Word.KEPT]
    open_ = [one for one in told.results if one.result.word is Word.OPEN]
    nothing = [one for one in told.results if one.result.word is None and not one.figures]
    for key, some in (("in_order", fine), ("open", open_), ("nothing", nothing)):
        if some:
            norms = ", ".join(
                speech.say("times", norm=one.result.norm.id, count=one.kept)
                if one.kept is not None and one.kept > 1
                else one.result.norm.id
                for one in some
            )
            yield from paragraph(speech.say(key, norms=norms))
    found = sum(f.verdict is Word.BROKEN for one in told.results for f in one.findings)
    unknown = sum(one.result.word is Word.CANNOT_TELL for one in told.results)
    yield from paragraph(speech.say("summary", found=found, unknown=unknown))


def _closing(told: ToldPortfolio, speech: Speech) -> Iterator[str]:
    report = told.report
    errors = sum(len(one.data_errors) for one in report.trajectories)
    if errors:
        yield from paragraph(speech.say("data_errors", count=errors))
    if not told.names_persons:
        yield from paragraph(speech.say("privacy", least=speech.least))
    yield from paragraph(speech.say("caution"))
    receipt = report.receipt
    rules = ", ".join(f"{one.name} {one.sha256[:12]}" for one in receipt.rules)
    yield from paragraph(speech.say("receipt", engine=receipt.engine, rules=rules))
    if receipt.registers:
        named = ", ".join(f"{one.name} {one.sha256[:12]}" for one in receipt.registers)
        yield from paragraph(speech.say("registers", registers=named))
    else:
        yield from paragraph(speech.say("no_registers"))
    yield speech.words.say(speech.words.frames.REPORT, "disclaimer")
