"""What one run of a mapping meets on its way."""

from __future__ import annotations

from dataclasses import dataclass, field

from spelregels.doors.mapping_model import KeyPath
from spelregels.language.problems import Problems, listing, suggest
from spelregels.model.problem import Position


@dataclass(slots=True)
class Tally:
    """Problems, words that were skipped on purpose, and paths that led somewhere."""

    problems: Problems = field(default_factory=Problems)
    skipped: dict[tuple[str, str], list[Position]] = field(default_factory=dict)
    tried: dict[KeyPath, set[str]] = field(default_factory=dict)
    found: set[KeyPath] = field(default_factory=set)

    def skip(self, what: str, word: str, position: Position) -> None:
        """Count one thing that the mapping says to skip."""
        self.skipped.setdefault((what, word), []).append(position)

    def unused_paths(self) -> None:
        """A path that led nowhere, in no record at all, is a slip of the pen."""
        for path, seen in self.tried.items():
            if path not in self.found and not path.optional:
                self.problems.add(
                    "path-nowhere",
                    path.position,
                    f"`{path.text}` komt in de hele bron niet voor.",
                    f"`{path.text}` occurs nowhere in the source.",
                    expected_nl=listing(sorted(seen)) or "een kolom of sleutel van de bron",
                    expected_en=listing(sorted(seen)) or "a column or key of the source",
                    suggestion=suggest(path.keys[-1] if path.keys else "", seen),
                )
