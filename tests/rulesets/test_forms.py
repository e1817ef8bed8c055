"""The forms of participation, and filling them in (issue 4, 3.3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from spelregels.check import try_examples
from spelregels.language import load_ruleset
from spelregels.language.library import shipped_root
from spelregels.model.checked import TestReport
from spelregels.model.norms import Statement
from spelregels.model.problem import InputRefused
from spelregels.model.ruleset import Ruleset
from spelregels.model.words import Word
from spelregels.templates import Answers, Choice, Form, fill, load_form, read_answers, tried
from spelregels.templates import shipped_forms as known_forms
from spelregels.templates.filling import new_id
from spelregels.templates.form import ChosenValue
from spelregels.templates.scalars import written
from spelregels.templates.tree import Leaf, at, read_tree
from spelregels.verify import verify
from tests.forms_readme import fresh, readme_of
from tests.rulesets.library_rows import FORMS, place_of, rows

BREACH = {Word.BROKEN, Word.LATE, Word.OVERDUE}
DAY = date(2026, 12, 31)

# what is special of each form (the sources' table), as the rules that a broken example breaks
SPECIAL: dict[str, tuple[str, ...]] = {
    "F1": ("inspraak-voor-besluit", "raad-kiest-onderwerpen", "college-bereidt-voor"),
    "F2": ("uitgenodigd-voor-standpunt", "vroeg-betrokken", "samen-opgesteld",
           "afwijken-alleen-met-reden"),
    "F3": ("toelating.genoeg-steun", "toelating.volledig-verzoek", "toelating.raad-gaat-erover",
           "toelating.herstelkans", "toelating.eerst-toelaten", "geen-besluit-tijdens-inspraak"),
    "F4": ("hele-stad", "alleen-bron-van-informatie"),
    "F5": ("inspreken-voor-het-besluit", "inspreker-komt-aan-het-woord", "eerst-horen"),
    "F6": ("eenmalig", "niets-besloten"),
    "F7": ("advies-voor-besluit", "wijkbudget-college-beslist", "dubbele-petten"),
    "F8": ("vooral-bewoners", "genoeg-bewoners", "meer-dan-de-helft-bewoners"),
    "F9": ("zonder-tussenkomst-van-de-raad", "snel-beslist", "snel-begonnen",
           "totaal-binnen-het-budget"),
    "F10": ("plafond-vooraf", "niet-meer-toezeggen", "niet-meer-verdelen", "hoogstens-twee-jaar",
            "per-wijk-gebundeld", "bewoners-dienen-in"),
    "F11": ("prioriteiten-met-bewoners",),
    "F12": ("overleg-lang-genoeg", "volgt-de-woningen"),
    "F13": ("niet-twee-regisseurs", "uitvoerders-komen-bijeen", "directies-komen-bijeen"),
    "F14": ("een-per-wijk", "steunt-de-wijkmanager"),
}  # fmt: skip


def each_row() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", FORMS)


@cache
def form(row: str) -> Form:
    return load_form(place_of(row))


@cache
def ruleset(row: str) -> Ruleset:
    return load_ruleset(place_of(row))


def broken_in_an_example(row: str, report: TestReport, norm: str) -> bool:
    own = ruleset(row).id
    return any(
        v.layer == own and v.norm == norm and v.word in BREACH
        for one in report.examples
        if norm in one.example.expect and not one.differences
        for v in one.judgement.verdicts
    )


def without(rules: Ruleset, norm: str) -> Ruleset:
    own = rules.files[-1]
    fewer = replace(own, norms=tuple(one for one in own.norms if one.id != norm))
    return replace(rules, files=(*rules.files[:-1], fewer))


def test_no_row_is_missing() -> None:
    """3.3: every form of the report is in the table, has a ruleset, choices and a page."""
    assert {row for row in rows() if row.startswith("F")} == set(FORMS) == set(SPECIAL)
    assert {place_of(row) for row in FORMS} == set(known_forms())
    assert all(form(row).row == row and form(row).choices for row in FORMS)


@each_row()
def test_what_is_special_is_what_breaks(row: str) -> None:
    """3.3: the special thing of each form is a rule, and a broken example breaks it; take the rule
    away and the examples no longer come out."""
    rules = ruleset(row)
    report = try_examples(rules)
    assert all(broken_in_an_example(row, report, norm) for norm in SPECIAL[row])
    assert all(try_examples(without(rules, norm)).failed for norm in SPECIAL[row])


@each_row()
def test_a_form_verifies_clean(row: str) -> None:
    """3.3: a form says who decides, how far residents go, and within what time; no holes."""
    report = verify([ruleset(row)], as_of=DAY)
    assert [(one.check, one.at) for one in report.findings] == []


# --- filling in


def answers(one: Form, chosen: dict[str, ChosenValue], first: date) -> Answers:
    return Answers("Bergen op Zoom", max(first, one.valid_from), chosen)


def lowest(choice: Choice) -> ChosenValue:
    return next(iter(choice.options), None) or choice.at_least or choice.default


def highest(choice: Choice) -> ChosenValue:
    return next(reversed(choice.options), None) or choice.at_most or choice.default


def in_turn(one: Form, begin: int) -> dict[str, ChosenValue]:
    return {
        choice.id: (lowest, highest)[(number + begin) % 2](choice)
        for number, choice in enumerate(one.choices)
    }


def ways(one: Form) -> list[tuple[str, Answers]]:
    """Lowest and highest in turn, begun with either, in force before and after the known years."""
    return [
        ("lowest first", answers(one, in_turn(one, 0), date(2027, 1, 1))),
        ("highest first", answers(one, in_turn(one, 1), date(2031, 3, 3))),
    ]


@each_row()
def test_every_choice_gives_rules_that_hold(row: str) -> None:
    """3.3: whatever is chosen within the bounds, the new rules load, pass their own examples, and
    still show one example kept and one broken; each choice stands at every one of its places."""
    for name, chosen in ways(form(row)):
        text = fill(form(row), chosen)
        report = tried(text, new_id(form(row), chosen.name))
        shown = [(d.norm, name) for one in report.examples for d in one.differences]
        assert shown == []
        words = [{v.word for v in one.judgement.verdicts} for one in report.examples]
        assert any(Word.KEPT in found and not found & BREACH for found in words), name
        assert any(found & BREACH for found in words), name
        tree = read_tree(text)
        for choice in form(row).choices:
            for place in choice.places:
                leaf = at(tree, tuple(form(row).renames.get(step, step) for step in place.path))
                assert isinstance(leaf, Leaf)
                if not place.text and not place.plus:
                    assert written(chosen.chosen[choice.id]).strip('"') == leaf.value
                assert "{" not in leaf.value


@each_row()
def test_what_is_made_verifies_clean(row: str, tmp_path: Path) -> None:
    """3.3: the rules a town gets have no holes either."""
    _, chosen = ways(form(row))[0]
    path = tmp_path / f"{new_id(form(row), chosen.name)}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(fill(form(row), chosen), encoding="utf-8")
    report = verify([load_ruleset(path)], as_of=DAY)
    assert [(one.check, one.at) for one in report.findings] == []


@each_row()
def test_the_proposals_change_nothing_but_the_name(row: str) -> None:
    """3.3: what the form says is what it proposes; taking it over says nothing else."""
    one = form(row)
    taken = Answers("X", one.valid_from, {choice.id: choice.default for choice in one.choices})
    made = fill(one, taken).splitlines()
    start = next(number for number, line in enumerate(made) if line.startswith("spelregels:"))
    shipped = one.text.splitlines()
    begin = next(number for number, line in enumerate(shipped) if line.startswith("spelregels:"))
    changed = {
        new.strip()
        for new, old in zip(made[start:], shipped[begin:], strict=True)
        if new != old and not set(one.renames) & set(old.replace(":", " ").split())
    }
    about_the_town = ("id:", "title:", "vorm:")
    assert all(line.startswith(about_the_town) for line in changed), changed


@each_row()
def test_each_form_has_a_page_that_is_right(row: str) -> None:
    """3.3: a page in Dutch: what it is for, what is left open, which law, what was not verified.
    Stale? Run `python -m tests.forms_readme`."""
    text = readme_of(form(row)).read_text(encoding="utf-8")
    assert text == fresh(form(row))
    assert text.startswith(f"# {text.splitlines()[0][2:]}") and f"({row})" in text.splitlines()[0]
    parts = ("## Wat u kiest", "## Welke wet staat erboven", "## Niet nagegaan")
    assert all(part in text for part in parts)
    assert "geen juridisch advies" in text


def test_questions_are_whole_sentences() -> None:
    """3.3: asked in Dutch (and English); every option says what it means; every bound is there."""
    for row in FORMS:
        for choice in form(row).choices:
            assert choice.question.nl.endswith("?") and choice.question.en.endswith("?"), choice.id
            assert choice.help.nl and choice.help.en, choice.id
            assert choice.options or (choice.at_least is not None and choice.at_most is not None)
            assert all(said.nl and said.en for said in choice.options.values())


# --- answers and choices that do not fit


def problems(call: object, *given: object, **more: object) -> list[tuple[str, str]]:
    with pytest.raises(InputRefused) as refused:
        call(*given, **more)  # type: ignore[operator]
    return [(one.code, one.position.file or one.message_nl) for one in refused.value.problems]


def test_all_answers_that_do_not_fit_are_told_together() -> None:
    """3.3: nothing is guessed; every wrong or missing answer is a problem of its own."""
    given = {"duur": "1 dag", "reactietermijn": "6weken", "onbekend": "x"}
    found = problems(read_answers, load_form("inspraak"), "", "2020-01-01", given, defaults=False)
    assert set(found) == {
        ("no-answer", "--naam"),
        ("wrong-answer", "--vanaf"),
        ("wrong-answer", "--set duur"),
        ("wrong-answer", "--set reactietermijn"),
        ("unknown-choice", "--set"),
        ("not-chosen", "--set beslisser"),
        ("not-chosen", "--set informatie_vooraf"),
    }


@pytest.mark.parametrize(
    "name",
    ['B"}, norms: [', "B\nnorms: []", "{naam}", "B: x # y", "'s-Gravenhage", "&a *b !c", "{duur}"],
)
def test_a_name_never_becomes_structure(name: str) -> None:
    """3.3: whatever somebody types as a name is one value in the file, or is refused."""
    one = load_form("wijkwethouder")
    given = {choice.id: choice.default for choice in one.choices}
    if "\n" in name:
        assert problems(read_answers, one, name, "2027-01-01", {}, defaults=True) == [
            ("wrong-answer", "--naam")
        ]
        return
    taken = read_answers(one, name, "2027-01-01", {}, defaults=True)
    report = tried(fill(one, replace(taken, chosen=given)), new_id(one, name))
    own, shipped = report.ruleset.own, load_ruleset("vormen/wijkwethouder").own
    assert own.title["nl"] == f"Wijkwethouder in {name}"
    assert [norm.id for norm in own.norms] == [norm.id for norm in shipped.norms]


CHOICES = """\
spelregels_choices: "1"
choices:
  duur:
    question: {nl: Hoe lang?, en: How long?}
    type: duration
    places: [norms/a/within]
"""
RULES = """\
spelregels: "1"
id: v/f
title: F
regulatory_layer: VERORDENING
governs: event_date
valid_from: 2025-01-01
norms:
  - {id: a, after: x.y, must: z.w, within: 6 weken}
"""


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("norms/a/within", "norms/b/within", 6),
        ("norms/a/within", "norms/a", 6),
        ("[norms/a/within]", "[norms/a/within, {path: norms/a/id, text: '{hoelang}'}]", 6),
        ("type: duration", "type: eeuw", 5),
        ("type: duration", "type: money", 6),
        ("type: duration", "typ: duration", 5),
        ("question: {nl: Hoe lang?, en: How long?}", "question: {nl: Hoe lang?}", 4),
        ("places:", "at_least: 8 weken\n    places:", 7),
        ("places:", "stretches: [{example: 1, from: e1, to: e2}]\n    places:", 6),
        ('"1"', '"2"', 1),
        ("  duur:", "  Duur:", 3),
    ],
)
def test_a_wrong_list_of_choices_is_told_with_its_place(
    old: str, new: str, line: int, tmp_path: Path
) -> None:
    """3.3: `keuzes.yaml` is read as strictly as any file."""
    path = tmp_path / "f.yaml"
    path.write_text(RULES, encoding="utf-8")
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "keuzes.yaml").write_text(CHOICES.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputRefused) as refused:
        load_form(str(path))
    assert line in {one.position.line for one in refused.value.problems}


def test_statements_are_asked_of_somebody() -> None:
    """3.3: what a form leaves to judgement names who judges."""
    for row in FORMS:
        asked = [norm for norm in ruleset(row).own.norms if isinstance(norm, Statement)]
        assert all(norm.judged_by for norm in asked), row


def test_forms_are_found_in_their_folder() -> None:
    """3.3: a form is its file and the folder beside it; there is no list to keep."""
    folder = shipped_root() / "vormen"
    assert {path.parent.name for path in folder.glob("*/keuzes.yaml")} == {
        path.stem for path in folder.glob("*.yaml")
    }
