"""A ruleset's own examples, tried: what came out otherwise; guarantees are never called proved."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.checked import Difference, TestReport, TriedExample, TriedGuarantee
from spelregels.model.norms import Power
from spelregels.model.ruleset import Expected, Ruleset
from spelregels.report.layout import Style, clean, paragraph
from spelregels.report.wording import Wording, wording


def examples_text(report: TestReport, language: str, style: Style) -> Iterator[str]:
    """The lines of a test run."""
    words = wording(language)
    frames = words.frames.TESTS
    if not report.examples:
        yield words.say(frames, "no_examples")
    for tried in report.examples:
        yield from _example(tried, report.ruleset, words, style)
    if report.examples:
        good = sum(not tried.differences for tried in report.examples)
        yield words.say(frames, "summary", good=good, total=len(report.examples))
    if report.guarantees:
        yield ""
        yield words.say(frames, "guarantees")
    for guarantee in report.guarantees:
        text = words.say(
            frames, "guarantee", id=guarantee.guarantee.id, tried=_tried(guarantee, words)
        )
        yield from paragraph(text, indent="  ")


def _example(tried: TriedExample, ruleset: Ruleset, words: Wording, style: Style) -> Iterator[str]:
    key = "example_bad" if tried.differences else "example_good"
    line = clean(words.say(words.frames.TESTS, key, title=tried.example.title))
    yield style.alarm(line) if tried.differences else line
    for difference in tried.differences:
        yield from paragraph(_difference(difference, words), indent="          ")
        if not difference.found and _judged_as_power(difference.norm, ruleset):
            hint = words.say(words.frames.TESTS, "at_power", norm=difference.norm)
            yield from paragraph(hint, indent="          ")


def _judged_as_power(norm: str, ruleset: Ruleset) -> bool:
    """Whether this is a power over a decision that a stage lists: it has no verdict of its own."""
    machine = ruleset.machine
    if machine is None:
        return False
    powers = (one for one in ruleset.own.norms if isinstance(one, Power) and one.id == norm)
    decisions = {act for one in powers for act in one.may if ruleset.acts[act].decision}
    listed = {edge.act for stage in machine.stages for edge in stage.edges if not edge.anywhere}
    return bool(decisions & listed.union(*(stage.also for stage in machine.stages)))


def _difference(difference: Difference, words: Wording) -> str:
    found = ", ".join(
        _verdict(Expected(verdict.word, verdict.how), words) for verdict in difference.found
    )
    return words.say(
        words.frames.TESTS,
        "difference",
        norm=difference.norm,
        expected=_expected(difference.expected, words),
        found=found or words.say(words.frames.TESTS, "nothing"),
    )


def _expected(expected: Expected | tuple[Expected, ...], words: Wording) -> str:
    frames = words.frames.TESTS
    if isinstance(expected, Expected):
        return words.say(frames, "every_time", verdict=_verdict(expected, words))
    if not expected:
        return words.say(frames, "nothing")
    listed = ", ".join(_verdict(one, words) for one in expected)
    return words.say(frames, "in_order", verdicts=listed) if len(expected) > 1 else listed


def _verdict(expected: Expected, words: Wording) -> str:
    verdict: str = words.labels.VERDICTS[expected.verdict]
    how = words.labels.HOWS[expected.how] if expected.how else ""
    return f"{verdict} ({how})" if how else verdict


def _tried(guarantee: TriedGuarantee, words: Wording) -> str:
    frames = words.frames.TESTS
    parts = []
    if guarantee.contradicted:
        titles = "; ".join(guarantee.contradicted)
        parts.append(words.say(frames, "guarantee_contradicted", titles=titles))
    if len(guarantee.upheld) == 1:
        parts.append(words.say(frames, "guarantee_upheld_one"))
    elif guarantee.upheld:
        parts.append(words.say(frames, "guarantee_upheld", count=len(guarantee.upheld)))
    return " ".join(parts) or words.say(frames, "guarantee_untried")


def examples_json(report: TestReport) -> dict[str, object]:
    """A test run as JSON data."""
    return {
        "ruleset": report.ruleset.id,
        "examples": [
            {
                "title": tried.example.title,
                "as_expected": not tried.differences,
                "differences": [
                    {
                        "norm": d.norm,
                        "expected": _expected_json(d.expected),
                        "found": [_verdict_json(Expected(v.word, v.how)) for v in d.found],
                    }
                    for d in tried.differences
                ],
            }
            for tried in report.examples
        ],
        "guarantees": [
            {
                "id": g.guarantee.id,
                "proved": False,
                "upheld": list(g.upheld),
                "contradicted": list(g.contradicted),
                "skipped": g.skipped,
            }
            for g in report.guarantees
        ],
    }


def _expected_json(expected: Expected | tuple[Expected, ...]) -> object:
    if isinstance(expected, Expected):
        return _verdict_json(expected)
    return [_verdict_json(one) for one in expected]


def _verdict_json(expected: Expected) -> dict[str, str | None]:
    how = expected.how.value if expected.how else None
    return {"verdict": expected.verdict.value, "how": how}
