"""What is said to somebody who fills in a form, in Dutch and English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from spelregels.templates.answers import expected, quoted
from spelregels.templates.form import Choice, Form, Said
from spelregels.templates.scalars import shown

NAME = Said(
    "Voor welke gemeente, welk dorp of welke wijk zijn deze regels?",
    "For which town, village or neighbourhood are these rules?",
)
FROM = Said("Vanaf welke dag gelden ze?", "From which day do they apply?")
FROM_EXPECTED = Said("een datum als 2027-01-01", "a date like 2027-01-01")
PROPOSAL = Said("Voorstel: {default}.", "Proposal: {default}.")
ANSWER = Said("Antwoord", "Answer")
OR = Said("of", "or")
BOUNDS = Said("Mogelijk: {expected}.", "Possible: {expected}.")
INTRODUCTION = Said(
    "{title}: {count} keuzes. Met Enter neemt u het voorstel over.",
    "{title}: {count} choices. Enter takes the proposal.",
)
NO_CHOICES = Said("Deze vorm heeft geen keuzes.", "This form has no choices.")
WRITTEN = Said("Geschreven: {path} ({id}).", "Written: {path} ({id}).")
NEXT = Said("Lees de regels nu na, en pas ze aan:", "Now read the rules, and adapt them:")
NO_ADVICE = Said(
    "Dit is een begin, geen juridisch advies. Laat een jurist de tekst nalezen.",
    "This is a start, no legal advice. Have a lawyer read the text.",
)


def choices_text(form: Form, language: str) -> Iterator[str]:
    """The choices of a form, each with what may be answered."""
    count = len(form.choices)
    yield f"{form.title.told(language)} ({form.id}, {form.row})"
    if not count:
        yield NO_CHOICES.told(language)
    for choice in form.choices:
        yield ""
        yield f"{choice.id}: {choice.question.told(language)}"
        yield from (f"    {line}" for line in about(choice, language))
        yield f"    --set {choice.id}={quoted(shown(choice.default))}"


def about(choice: Choice, language: str) -> Iterator[str]:
    """What somebody needs to know to answer: the law, the words to choose from, the proposal."""
    if choice.help.told(language):
        yield choice.help.told(language)
    for word, meaning in choice.options.items():
        yield f"- {word}: {meaning.told(language)}"
    if not choice.options:
        said = expected(choice)[1 if language == "en" else 0]
        yield BOUNDS.told(language).format(expected=said)
    yield PROPOSAL.told(language).format(default=shown(choice.default))


def choices_json(form: Form, language: str) -> dict[str, Any]:
    """The same for programs."""
    return {
        "form": form.id,
        "row": form.row,
        "title": form.title.told(language),
        "choices": [_choice_json(choice, language) for choice in form.choices],
    }


def _choice_json(choice: Choice, language: str) -> Mapping[str, Any]:
    return {
        "id": choice.id,
        "question": choice.question.told(language),
        "help": choice.help.told(language),
        "type": choice.type.value,
        "options": {word: said.told(language) for word, said in choice.options.items()},
        "at_least": None if choice.at_least is None else shown(choice.at_least),
        "at_most": None if choice.at_most is None else shown(choice.at_most),
        "default": shown(choice.default),
    }
