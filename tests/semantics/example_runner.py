"""Loads the hand-written examples and compares a judgement with what they expect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from spelregels.model.ruleset import Example, Expected, Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement, Verdict

FOLDER = Path(__file__).parent / "examples"
Judge = Callable[[Ruleset, Trajectory, date], Judgement]


@dataclass(frozen=True)
class Told:
    """One example of one file."""

    path: Path
    ruleset: Ruleset
    example: Example

    def __str__(self) -> str:
        return f"{self.path.stem}: {self.example.title}"


@cache
def all_examples() -> tuple[Told, ...]:
    """Every example of every file."""
    return tuple(_read())


def _read() -> Iterator[Told]:
    from spelregels.language import load_ruleset

    for path in sorted(FOLDER.glob("*.yaml")):
        ruleset = load_ruleset(path)
        for example in ruleset.own.examples:
            yield Told(path, ruleset, example)


def complaints(told: Told, judge: Judge) -> list[str]:
    """What a judge says otherwise than the example expects."""
    example = told.example
    judged = judge(told.ruleset, example.trajectory, example.as_of)
    found = []
    for norm, expected in example.expect.items():
        given = [v for v in judged.verdicts if v.norm == norm]
        if not _meets(given, expected):
            found.append(f"{norm}: expected {_text(expected)}, got {_said(given)}")
    return found


def _meets(given: list[Verdict], expected: Expected | tuple[Expected, ...]) -> bool:
    if isinstance(expected, Expected):
        return bool(given) and all(_is(v, expected) for v in given)
    pairs = zip(given, expected, strict=False)
    return len(given) == len(expected) and all(_is(v, e) for v, e in pairs)


def _is(verdict: Verdict, expected: Expected) -> bool:
    return verdict.word is expected.verdict and expected.how in (None, verdict.how)


def _text(expected: Expected | tuple[Expected, ...]) -> str:
    one = (expected,) if isinstance(expected, Expected) else expected
    return (
        ", ".join(f"{e.verdict.value}{f'/{e.how.value}' if e.how else ''}" for e in one) or "none"
    )


def _said(given: list[Verdict]) -> str:
    return ", ".join(f"{v.word.value}{f'/{v.how.value}' if v.how else ''}" for v in given) or "none"


def words() -> set[str]:
    """Every verdict word that some example expects."""
    found = set()
    for told in all_examples():
        for expected in told.example.expect.values():
            many = (expected,) if isinstance(expected, Expected) else expected
            found |= {one.verdict.value for one in many}
    return found
