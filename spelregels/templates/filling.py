"""The text of a ruleset, from a form and what was chosen: only the places of choices change.

Whatever is put in is one YAML scalar of a declared type, never text that could become structure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from spelregels.templates.answers import slug
from spelregels.templates.choices import NAME
from spelregels.templates.form import Answers, Choice, ChosenValue, Form, Place, Said
from spelregels.templates.scalars import shown, told, written
from spelregels.templates.timelines import moved_dates
from spelregels.templates.tree import Leaf, Tree, at, names, read_tree

_HOLE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_HEAD = re.compile(r"(?:#[^\n]*\n|\s*\n)*")
OWN_TEXT = "vorm"
"""The source that stands for the form itself; in a town it is the town's own text."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Other letters from ``start`` to ``end``."""

    start: int
    end: int
    text: str


def new_id(form: Form, name: str) -> str:
    """The id of the ruleset that is made: ``voorbeeldstad/inspraak``."""
    return f"{slug(name)}/{form.id.rpartition('/')[2]}"


def fill(form: Form, answers: Answers) -> str:
    """The YAML of the new ruleset. Every choice must have a value (:func:`read_answers`)."""
    tree = read_tree(form.text)
    by_start = {edit.start: edit for edit in _edits(form, answers, tree)}
    text, done = [], 0
    for start in sorted(by_start):
        edit = by_start[start]
        text += [form.text[done:start], edit.text]
        done = edit.end
    body = "".join([*text, form.text[done:]])
    return "".join(_head(form, answers)) + _HEAD.sub("", body, count=1)


def _edits(form: Form, answers: Answers, tree: Tree) -> Iterator[Edit]:
    """Later ones win where two speak of one place."""
    for leaf in names(tree):
        if leaf.value in form.renames:
            yield _over(leaf, form.renames[leaf.value])
    for moved in moved_dates(tree, form, answers):
        yield _over(moved.leaf, moved.day)
    for path, value in _own(form, answers).items():
        yield from _put(tree, path, value)
    for choice in form.choices:
        for place in choice.places:
            yield from _put(tree, place.path, _value(place, choice, form, answers))


def _own(form: Form, answers: Answers) -> dict[tuple[str, ...], ChosenValue]:
    """What every new ruleset says of itself; its review is as long after its start as it was."""
    title = _title(form, answers)
    own: dict[tuple[str, ...], ChosenValue] = {
        ("id",): new_id(form, answers.name),
        ("title",): title.nl,
        ("title", "nl"): title.nl,
        ("title", "en"): title.en,
        ("valid_from",): answers.valid_from,
        ("sources", OWN_TEXT, "title"): f"{title.nl}: deze tekst zelf",
    }
    if form.review_by:
        own["review_by",] = form.review_by + (answers.valid_from - form.valid_from)
    return own


def _title(form: Form, answers: Answers) -> Said:
    """``Wijkplan in de Molenwijk``: what the form's title says between brackets is left out."""
    dutch, english = (one.partition(" (")[0] for one in (form.title.nl, form.title.en))
    return Said(f"{dutch} in {answers.name}", f"{english} in {answers.name}")


def _put(tree: Tree, path: tuple[str, ...], value: ChosenValue) -> Iterator[Edit]:
    leaf = at(tree, path)
    if isinstance(leaf, Leaf):
        yield _over(leaf, value)


def _over(leaf: Leaf, value: ChosenValue) -> Edit:
    return Edit(leaf.start, leaf.end, written(value))


def _value(place: Place, choice: Choice, form: Form, answers: Answers) -> ChosenValue:
    value = answers.chosen[choice.id]
    if place.text:
        language = "en" if place.path[-1] == "en" else "nl"
        return _HOLE.sub(lambda hole: _told(hole[1], form, answers, language), place.text)
    return value + place.plus if isinstance(value, int | Decimal) else value


def _told(name: str, form: Form, answers: Answers, language: str) -> str:
    if name == NAME:
        return answers.name
    choice = form.choice(name)
    return told(answers.chosen[name], choice, language) if choice else ""


def _head(form: Form, answers: Answers) -> Iterator[str]:
    yield f"# {_title(form, answers).nl}\n"
    yield f"# Gemaakt uit de vorm {form.id}. De tekst is van u: lees hem na en pas hem aan.\n"
    yield "# Dit is geen juridisch advies. De dagen in de voorbeelden zijn verzonnen.\n"
    for choice in form.choices:
        yield f"# Gekozen: {choice.id} = {shown(answers.chosen[choice.id])}\n"
