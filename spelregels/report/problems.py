"""Problems in an input as text: where, what is wrong, what was expected, what to write instead."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.problem import Problem
from spelregels.report.layout import clean
from spelregels.report.wording import Wording, wording


def problems_text(problems: tuple[Problem, ...], language: str) -> Iterator[str]:
    """The lines for all problems, in the order given."""
    words = wording(language)
    for problem in problems:
        yield from _problem(problem, words)
    number = len(problems)
    if number > 1:
        yield words.say(words.frames.PROBLEMS, "count", count=number)


def _problem(problem: Problem, words: Wording) -> Iterator[str]:
    frames, dutch = words.frames.PROBLEMS, words.language == "nl"
    message = problem.message_nl if dutch else problem.message_en
    expected = problem.expected_nl if dutch else problem.expected_en
    yield clean(f"{_place(problem)}{message}")
    if expected:
        yield clean("    " + words.say(frames, "expected", expected=expected))
    if problem.suggestion:
        yield clean("    " + words.say(frames, "suggestion", suggestion=problem.suggestion))


def _place(problem: Problem) -> str:
    """``file:line:column: `` as far as it is known."""
    at = problem.position
    parts = [at.file] if at.file else []
    if at.cell:
        parts.append(at.cell)
    elif at.line:
        parts += [str(at.line), str(at.column)] if at.column else [str(at.line)]
    return ":".join(parts) + ": " if parts else ""
