"""Errors in what a user wrote: data with a position, all of a file together."""

from __future__ import annotations

from spelregels.model.frozen import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Line and column count from 1; 0 means unknown. ``cell``: the cell of a table (``B7``)."""

    file: str = ""
    line: int = 0
    column: int = 0
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in an input.

    ``message_*`` says what is wrong, ``expected_*`` what was expected there (may be empty),
    ``suggestion`` the nearest known word or a text to write instead (may be empty).
    ``code`` is a stable id such as ``unknown-key``.
    """

    code: str
    position: Position
    message_nl: str
    message_en: str
    expected_nl: str = ""
    expected_en: str = ""
    suggestion: str = ""


class InputRefused(Exception):
    """An input was refused whole. ``problems`` holds everything found, in order of position."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(
            "; ".join(f"{p.position.file}:{p.position.line}: {p.message_en}" for p in problems[:3])
        )
