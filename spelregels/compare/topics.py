"""What is compared: topics, and what one ruleset says about each."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from spelregels.model.frozen import dataclass
from spelregels.model.norms import Article, NamedTerm, Norm
from spelregels.model.patterns import Condition, Test
from spelregels.model.ruleset import Ruleset, Stage


class Topic(str, Enum):
    """A question that a reader asks of every text; the value is what she types."""

    DECIDES = "beslissen"
    ADVISES = "adviseren"
    LEVEL = "niveau"
    ENTITLED = "meedoen"
    TERM = "termijnen"
    THRESHOLD = "drempels"
    MONEY = "geld"
    DEMANDS = "eisen"
    OPEN = "open"


class Gap(str, Enum):
    """What a text leaves open."""

    DECIDER = "decider"
    BEARER = "bearer"
    TERM = "term"
    NUMBER = "number"
    PRIORITY = "priority"
    NORM = "norm"  # an open norm: somebody has to judge


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a text says. ``subject``: the stem under which texts are laid side by side, and
    ``word`` the word of this text itself.

    It is a ``norm`` (a named term is one here), or a ``stage``; ``test``: the one condition in it
    that this is about; ``condition``: what is demanded, one test or a choice. ``gap``: the text
    says that it does not say.
    """

    topic: Topic
    subject: str
    word: str
    norm: Norm | NamedTerm | None = None
    stage: Stage | None = None
    test: Test | None = None
    gap: Gap | None = None
    condition: Condition | None = None

    @property
    def article(self) -> Article | None:
        """Where it stands; a stage has no article of its own."""
        return self.norm.article if self.norm is not None else None


@dataclass(frozen=True, slots=True)
class Column:
    """One ruleset with what it says. ``label``: as short as tells it from the others."""

    ruleset: Ruleset
    label: str
    entries: tuple[Entry, ...]

    def about(self, topic: Topic, subject: str | None = None) -> Sequence[Entry]:
        """The entries on a topic, or on one subject of it."""
        return [
            entry
            for entry in self.entries
            if entry.topic is topic and subject in (None, entry.subject)
        ]


@dataclass(frozen=True, slots=True)
class Silence:
    """Something the own text does not say, and others do. ``gap``: it says so itself."""

    topic: Topic
    subject: str
    others: tuple[int, ...]  # columns that do say it
    gap: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rulesets side by side. ``own``: the first column is the reader's own text.

    ``subjects``: per topic the subjects, those on which most texts speak first.
    """

    columns: tuple[Column, ...]
    topics: tuple[Topic, ...]
    subjects: tuple[tuple[Topic, tuple[str, ...]], ...]
    own: bool
    shared: bool = False  # only subjects of which two texts speak
    silences: tuple[Silence, ...] = ()
