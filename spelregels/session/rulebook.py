"""One version of a ruleset, ready for use: shared by all sessions and threads of a process."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from spelregels.language import load_ruleset
from spelregels.model.ruleset import Ruleset
from spelregels.model.words import Governs
from spelregels.session.identity import FileLaw, hash_of, laws_of, stages_of
from spelregels.session.judging import Judging

__all__ = ["Rulebook"]


AT_HAND = 16
"""Of how many sessions what they remember of their log is kept; the others read it anew."""


class Rulebook:
    """A ruleset with what sessions need of it. Nothing it says changes after it was made."""

    def __init__(self, ruleset: Ruleset) -> None:
        """``ruleset``: with all its layers, as ``load_ruleset`` gives it."""
        self.ruleset = ruleset
        self.hash = hash_of(ruleset)
        self._at_hand: deque[object] = deque(maxlen=AT_HAND)
        plain = Judging(ruleset)
        self._readings: dict[Governs | None, Judging] = {None: plain}
        for reading in (Governs.STARTED_IN_FORCE, Governs.EVENT_DATE):
            read = _read_as(ruleset, reading)
            self._readings[reading] = plain if read is ruleset else Judging(read)

    @classmethod
    def load(cls, ref: str | Path, *, library: Sequence[Path] = ()) -> Rulebook:
        """``ref``: the id of a shipped ruleset, or a path. Raises ``InputRefused``."""
        return cls(load_ruleset(ref, library=library))

    def judging(self, reading: Governs | None = None) -> Judging:
        """What judges. ``reading``: for the files that leave their transition law open."""
        return self._readings[reading]

    def keep_at_hand(self, memory: object) -> None:
        """Keep what a session in use remembers, and let go of what was kept longest."""
        self._at_hand.append(memory)

    @cached_property
    def laws(self) -> tuple[FileLaw, ...]:
        """What each file of it asks, as hashes."""
        return laws_of(self.ruleset)

    @cached_property
    def stages(self) -> str:
        """The stages, as a hash."""
        return stages_of(self.ruleset)


def _read_as(ruleset: Ruleset, reading: Governs) -> Ruleset:
    """The ruleset with a reading chosen where the text leaves it open; else itself."""
    if not any(file.governs is Governs.NOT_STATED for file in ruleset.files):
        return ruleset
    files = tuple(
        replace(file, governs=reading) if file.governs is Governs.NOT_STATED else file
        for file in ruleset.files
    )
    return replace(ruleset, files=files)
