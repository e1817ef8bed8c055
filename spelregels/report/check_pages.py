"""The page of a check, in one language: what it looks for, why, wrong, right, limits.

Made from what the check says of itself and from its cases, which a test tries; so nothing on a page
can be untrue for long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spelregels.model.verified import Case, CaseFile, CheckRecord, Cited, Status
from spelregels.report.wording import Wording, wording

Said = Callable[[Case], Iterable[tuple[str, str]]]


def check_page(record: CheckRecord, cases: CaseFile, said: Said, language: str) -> str:
    """One page, as Markdown. ``said``: what the check says of a case, a sentence a place."""
    words = wording(language)
    return "\n".join(_page(record, cases, said, words)) + "\n"


def check_index(records: Iterable[CheckRecord], language: str) -> str:
    """The list of all checks, as Markdown."""
    words = wording(language)
    frames = words.frames.VERIFY_PAGES
    lines = [f"# {frames['index']}", "", frames["made"], "", frames["principle"], ""]
    lines += [frames["index_head"], "|---|---|---|---|"]
    for record in records:
        severity = words.labels.SEVERITIES[record.severity]
        told = frames["preview"] if record.status is Status.PREVIEW else ""
        link = f"[`{record.id}`]({record.id}.md)"
        lines.append(f"| {link} | {record.title.told(language)} | {severity} | {told} |")
    return "\n".join(lines) + "\n"


def _page(record: CheckRecord, cases: CaseFile, said: Said, words: Wording) -> Iterator[str]:
    frames, language = words.frames.VERIFY_PAGES, words.language
    yield f"# {record.title.told(language)}"
    yield ""
    severity = words.labels.SEVERITIES[record.severity]
    yield words.say(frames, "line", id=record.id, severity=severity)
    yield ""
    yield frames["made"]
    for key, text in (
        ("looks_for", record.looks_for),
        ("why", record.why),
        ("repair", record.repair),
    ):
        yield from _part(frames[key], text.told(language))
    yield from _cases(frames["wrong"], cases.wrong, said, words)
    yield from _cases(frames["right"], cases.right, said, words)
    yield from _part(frames["limits"], record.limits.told(language))
    if record.status is Status.PREVIEW:
        yield from ("", frames["on_trial"])
    if not record.national:
        yield from ("", frames["not_national"])
    yield from _part(frames["sources"], "")
    yield from (f"- {cited(one, words)}" for one in record.sources)


def _part(heading: str, text: str) -> list[str]:
    return ["", f"## {heading}", "", text] if text else ["", f"## {heading}", ""]


def _cases(heading: str, cases: Iterable[Case], said: Said, words: Wording) -> Iterator[str]:
    yield from ("", f"## {heading}")
    for case in cases:
        title = case.title.told(words.language)
        yield from ("", f"{title[:1].upper()}{title[1:]}:", "", "```yaml")
        yield from (case.rules.rstrip(), "```")
        if case.at:
            yield ""
            yield from (f"> `{place}`: {text}" for place, text in said(case))


def cited(one: Cited, words: Wording) -> str:
    """A source with its number in our lists, and how well it was verified when it was not read."""
    number = f" ({one.ref})" if one.ref else ""
    seen = words.labels.CONFIDENCES[one.confidence] if one.confidence.value != "SEEN" else ""
    return f"{one.where}{number}" + (f"; {seen}" if seen else "")
