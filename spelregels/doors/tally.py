"""What one run of a mapping meets on its way."""

from __future__ import annotations

from dataclasses import dataclass, field

from spelregels.doors.mapping_model import KeyPath
from spelregels.language.problems import Problems, listing, suggest
from spelregels.model.problem import Position, Problem


@dataclass(slots=True)
class Tally:
    """Problems, words that were skipped on purpose, and paths that led somewhere."""

    problems: Problems = field(default_factory=Problems)
    skipped: dict[tuple[str, str], list[Position]] = field(default_factory=dict)
    tried: dict[KeyPath, set[str]] = field(default_factory=dict)
    found: set[KeyPath] = field(default_factory=set)
    empty: list[tuple[tuple[KeyPath, ...], Problem]] = field(default_factory=list)

    def skip(self, what: str, word: str, position: Position) -> None:
        """Count one thing that the mapping says to skip."""
        self.skipped.setdefault((what, word), []).append(position)

    def settle(self) -> None:
        """A path that led nowhere, in no record at all, is a slip of the pen: told once.

        Only then is it known which empty values are more than that.
        """
        nowhere = self.tried.keys() - self.found
        for paths, problem in self.empty:
            if all(path in self.found or path.optional for path in paths):
                self.problems.extend([problem])
        for path, seen in self.tried.items():
            if path in nowhere and not path.optional:
                self.problems.add(
                    "path-nowhere",
                    path.position,
                    f"`{path.text}` komt in de hele bron niet voor.",
                    f"`{path.text}` occurs nowhere in the source.",
                    expected_nl=listing(sorted(seen)) or "een kolom of sleutel van de bron",
                    expected_en=listing(sorted(seen)) or "a column or key of the source",
                    suggestion=suggest(path.keys[-1] if path.keys else "", seen),
                )
