"""From what somebody typed to values: checked by type, list and bounds, never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TypeVar
from unicodedata import normalize

from spelregels.language.problems import Problems, clipped, listing, suggest
from spelregels.language.reading import MOST_IN_NAME, MOST_SHOWN, iso_date, iso_hint
from spelregels.language.textbytes import hidden_in_name
from spelregels.language.values import MisfitError, convert_one
from spelregels.model.problem import Position, Problem
from spelregels.model.ruleset import Attribute
from spelregels.model.words import AttributeType
from spelregels.templates.form import Answers, Choice, ChoiceType, ChosenValue, Form
from spelregels.templates.scalars import shown, size

_TYPES = {
    ChoiceType.DURATION: AttributeType.DURATION,
    ChoiceType.INTEGER: AttributeType.INTEGER,
    ChoiceType.MONEY: AttributeType.MONEY,
    ChoiceType.DATE: AttributeType.DATE,
}
_KINDS = {
    ChoiceType.DURATION: ("een termijn als 6 weken", "a term like 6 weken"),
    ChoiceType.INTEGER: ("een geheel getal als 25", "a whole number like 25"),
    ChoiceType.MONEY: ("een bedrag als 5000", "an amount like 5000"),
    ChoiceType.DATE: ("een datum als 2027-01-01", "a date like 2027-01-01"),
    ChoiceType.TEXT: ("een korte tekst op één regel", "a short text on one line"),
}
LATEST = date(2099, 12, 31)
Answer = TypeVar("Answer")


def ask(choice: Choice, answer: str) -> ChosenValue:
    """The value of one answer. Raises :class:`MisfitError`."""
    text = normalize("NFC", answer.strip())
    if choice.type is ChoiceType.ONE_OF:
        if text not in choice.options:
            raise MisfitError(*expected(choice), suggest(text, choice.options))
        return text
    if choice.type is ChoiceType.TEXT:
        return one_line(text)
    value = convert_one(text, Attribute(_TYPES[choice.type]), {})
    if isinstance(value, bool):
        raise MisfitError(*expected(choice))
    low, high = choice.at_least, choice.at_most
    if low is not None and size(value) < size(low):
        raise MisfitError(*expected(choice), shown(low))
    if high is not None and size(value) > size(high):
        raise MisfitError(*expected(choice), shown(high))
    return value


def expected(choice: Choice) -> tuple[str, str]:
    """What an answer may be, in Dutch and English."""
    if choice.options:
        words = listing(choice.options)
        return f"een van: {words}", f"one of: {words}"
    nl, en = _KINDS[choice.type]
    low, high = choice.at_least, choice.at_most
    if low is not None:
        nl, en = f"{nl}, minstens {shown(low)}", f"{en}, at least {shown(low)}"
    if high is not None:
        nl, en = f"{nl}, hoogstens {shown(high)}", f"{en}, at most {shown(high)}"
    return nl, en


def one_line(text: str) -> str:
    """A name or a short text: something on one line, nothing invisible. Raises MisfitError."""
    if not text or len(text) > MOST_IN_NAME or hidden_in_name(text):
        raise MisfitError(
            f"een korte tekst op één regel (hoogstens {MOST_IN_NAME} tekens, geen onzichtbare)",
            f"a short text on one line (at most {MOST_IN_NAME} signs, none invisible)",
        )
    return text


def name_of(text: str) -> str:
    """The name of a town or neighbourhood, from which an id can be made. Raises MisfitError."""
    name = one_line(normalize("NFC", text.strip()))
    if slug(name):
        return name
    raise MisfitError("een naam met letters, zoals Voorbeeldstad", "a name with letters")


def slug(name: str) -> str:
    """The name as part of an id: ``Súdwest-Fryslân`` is ``sudwest-fryslan``."""
    folded = normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")


def first_day(form: Form, text: str) -> date:
    """The first day in force, not before the form's own: it cites the law of that day and later.

    Raises MisfitError.
    """
    found = iso_date(text.strip())
    if found is not None and form.valid_from <= found <= LATEST:
        return found
    raise MisfitError(
        f"een datum als 2027-01-01, van {form.valid_from} tot en met {LATEST}",
        f"a date like 2027-01-01, from {form.valid_from} through {LATEST}",
        iso_hint(text),
    )


def read_answers(
    form: Form, name: str, valid_from: str, given: Mapping[str, str], *, defaults: bool
) -> Answers:
    """All answers together. ``given``: per choice what was typed. ``defaults``: what was not
    answered is as the form proposes; else that is a problem. Name and first day have no default.

    Raises :class:`InputRefused` with everything that is missing or does not fit.
    """
    problems = Problems()
    town = _checked(problems, "--naam", name, name_of)
    day = _checked(problems, "--vanaf", valid_from, partial(first_day, form))
    known = [choice.id for choice in form.choices]
    for other in given:
        if other not in known:
            _unknown(problems, other, known)
    chosen: dict[str, ChosenValue] = {}
    for choice in form.choices:
        if choice.id in given:
            value = _checked(problems, f"--set {choice.id}", given[choice.id], partial(ask, choice))
            chosen[choice.id] = choice.default if value is None else value
        elif defaults:
            chosen[choice.id] = choice.default
        else:
            _unanswered(problems, choice)
    problems.refuse()
    if town is None or day is None:
        raise AssertionError("refused above")
    return Answers(town, day, chosen)


def _checked(
    problems: Problems, option: str, text: str, read: Callable[[str], Answer]
) -> Answer | None:
    if not text.strip():
        examples = {"--naam": "--naam Voorbeeldstad", "--vanaf": "--vanaf 2027-01-01"}
        problems.add(
            "no-answer",
            Position(option),
            "Hier is geen antwoord gegeven.",
            "No answer was given here.",
            suggestion=examples.get(option, ""),
        )
        return None
    try:
        return read(text)
    except MisfitError as misfit:
        problems.extend([problem_of(misfit, option, text)])
        return None


def problem_of(misfit: MisfitError, place: str, text: str) -> Problem:
    """The problem of one answer, to show beside its question or its option."""
    shown_text = clipped(text.strip(), MOST_SHOWN)
    return Problem(
        "wrong-answer",
        Position(place),
        f"Het antwoord {shown_text} past hier niet.",
        f"The answer {shown_text} does not fit here.",
        misfit.expected_nl,
        misfit.expected_en,
        misfit.suggestion,
    )


def _unknown(problems: Problems, name: str, known: list[str]) -> None:
    shown_name = clipped(name, MOST_SHOWN)
    problems.add(
        "unknown-choice",
        Position("--set"),
        f"Deze vorm kent geen keuze {shown_name}.",
        f"This form has no choice {shown_name}.",
        expected_nl=listing(known) or "deze vorm heeft geen keuzes",
        expected_en=listing(known) or "this form has no choices",
        suggestion=suggest(name, known),
    )


def _unanswered(problems: Problems, choice: Choice) -> None:
    problems.add(
        "not-chosen",
        Position(f"--set {choice.id}"),
        f"Nog niet gekozen: {choice.question.nl}",
        f"Not chosen yet: {choice.question.en}",
        expected_nl=f"{expected(choice)[0]}; of --voorstellen voor alles wat u niet zelf kiest",
        expected_en=f"{expected(choice)[1]}; or --voorstellen for all you do not choose yourself",
        suggestion=f"--set {choice.id}={quoted(shown(choice.default))}",
    )


def quoted(text: str) -> str:
    """As typed on a command line: in quotes when there is a space in it."""
    return f'"{text}"' if " " in text else text
