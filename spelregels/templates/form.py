"""What a form and its choices are: frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from spelregels.model.problem import Position
from spelregels.model.terms import Duration

ChosenValue = str | int | Decimal | date | Duration


class ChoiceType(str, Enum):
    """What kind of value is chosen. ``one_of``: a word of a closed list; ``text``: one line."""

    DURATION = "duration"
    INTEGER = "integer"
    MONEY = "money"
    DATE = "date"
    ONE_OF = "one_of"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Said:
    """A text in both languages."""

    nl: str
    en: str

    def told(self, language: str) -> str:
        """The text in ``nl`` or ``en``."""
        return self.en if language == "en" else self.nl


@dataclass(frozen=True, slots=True)
class Place:
    """A value in the ruleset that follows a choice.

    ``path``: keys from the top; an item of a list by its ``id``, else by its number from 1.
    ``text``: a sentence with ``{choice}`` in it, written as one quoted text; empty: the value
    itself. ``plus``: that number more than the choice.
    """

    path: tuple[str, ...]
    position: Position
    text: str = ""
    plus: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """In an example, the days from event ``start`` to ``end`` follow the length of a term.

    ``example``: its number from 1. ``end``: an event, or ``as_of``, the day of judging.
    """

    example: int
    start: str
    end: str
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing a form leaves open. ``default`` is what the form itself says at its place."""

    id: str
    type: ChoiceType
    question: Said
    help: Said
    default: ChosenValue
    position: Position
    options: Mapping[str, Said] = field(default_factory=dict)
    at_least: ChosenValue | None = None
    at_most: ChosenValue | None = None
    places: tuple[Place, ...] = ()
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form with its choices. ``row``: which form of participation it is (F1-F14), or empty.

    ``text``: the ruleset as it is shipped. ``renames``: ids in it that say a chosen value, with the
    id that is right whatever is chosen.
    """

    id: str
    path: str
    text: str
    title: Said
    valid_from: date
    review_by: date | None = None
    choices: tuple[Choice, ...]
    row: str = ""
    renames: Mapping[str, str] = field(default_factory=dict)

    def choice(self, name: str) -> Choice | None:
        """The choice of that name."""
        return next((one for one in self.choices if one.id == name), None)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a town chose: its name, the first day in force, and a value for every choice."""

    name: str
    valid_from: date
    chosen: Mapping[str, ChosenValue]
