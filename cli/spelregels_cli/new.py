"""``spelregels new``: from a form of participation and a town's own choices to a ruleset."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from spelregels_cli.asking import wrong
from spelregels_cli.options import Format, FormatOption, Language, LanguageOption
from spelregels_cli.output import emit, emit_json, refusing

if TYPE_CHECKING:
    from spelregels.templates import Answers, Form

NEXT_STEPS = ("explain", "test", "verify")


def new(
    form: Annotated[
        str, typer.Argument(metavar="[VORM]", help="Naam van de vorm; zonder naam een lijst.")
    ] = "",
    name: Annotated[
        str, typer.Option("--naam", metavar="NAAM", help="De gemeente, het dorp of de wijk.")
    ] = "",
    valid_from: Annotated[
        str, typer.Option("--vanaf", metavar="JJJJ-MM-DD", help="Eerste dag dat de regels gelden.")
    ] = "",
    chosen: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEUZE=ANTWOORD", help="Een keuze; vaker te gebruiken."),
    ] = None,
    defaults: Annotated[
        bool, typer.Option("--voorstellen", help="Neem voor de andere keuzes het voorstel.")
    ] = False,
    choices: Annotated[
        bool, typer.Option("--keuzes", help="Toon welke keuzes de vorm openlaat.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="BESTAND", help="Nieuw bestand; anders op het scherm."),
    ] = None,
    format_: FormatOption = Format.text,
    lang: LanguageOption = Language.nl,
) -> None:
    """Maak regels uit een vorm van participatie: kies wat de vorm openlaat."""
    with refusing(format_, lang):
        from spelregels.templates import load_form

        if not form:
            _list(format_, lang)
            return
        loaded = load_form(form)
        if choices:
            _show_choices(loaded, format_, lang)
            return
        _refuse_existing(output)
        answers = _answers(loaded, name, valid_from, _given(chosen or []), defaults, lang)
        _make(loaded, answers, output, format_, lang)


def _list(format_: Format, lang: Language) -> None:
    from spelregels.templates import load_form, shipped_forms

    forms = sorted(map(load_form, shipped_forms()), key=lambda one: (len(one.row), one.row))
    if format_ is Format.json:
        rows = [
            {"form": one.id, "row": one.row, "title": one.title.told(lang.value)} for one in forms
        ]
        emit_json(rows)
        return
    width = max(len(one.id) for one in forms)
    emit(f"{one.row:<3}  {one.id:<{width}}  {one.title.told(lang.value)}" for one in forms)


def _show_choices(form: Form, format_: Format, lang: Language) -> None:
    from spelregels.templates.words import choices_json, choices_text

    if format_ is Format.json:
        emit_json(choices_json(form, lang.value))
    else:
        emit(choices_text(form, lang.value))


def _given(chosen: list[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for item in chosen:
        choice, sign, answer = item.partition("=")
        if not sign or choice.strip() in given:
            raise wrong(
                "wrong-set",
                f"--set {item[:80]}: schrijf één keer KEUZE=ANTWOORD.",
                f"--set {item[:80]}: write CHOICE=ANSWER once.",
                suggestion='--set reactietermijn="6 weken"',
            )
        given[choice.strip()] = answer
    return given


def _refuse_existing(output: Path | None) -> None:
    if output is not None and output.exists():
        raise wrong(
            "file-exists",
            f"Het bestand {output} bestaat al; het blijft zoals het is.",
            f"The file {output} exists already; it stays as it is.",
            "een nieuwe naam",
            "a new name",
        )


def _on_a_terminal() -> bool:
    return sys.stdin.isatty()


def _answers(
    form: Form, name: str, day: str, given: dict[str, str], defaults: bool, lang: Language
) -> Answers:
    from spelregels.templates import read_answers

    if _on_a_terminal() and not defaults:
        name, day, given = _asked(form, name, day, given, lang)
    return read_answers(form, name, day, given, defaults=defaults)


def _asked(
    form: Form, name: str, day: str, given: dict[str, str], lang: Language
) -> tuple[str, str, dict[str, str]]:
    """What was not given as an option, asked on the terminal."""
    from spelregels.templates import words
    from spelregels.templates.answers import ask, first_day, name_of
    from spelregels.templates.scalars import shown

    spoken = lang.value
    opening = words.INTRODUCTION.told(spoken)
    typer.echo(opening.format(title=form.title.told(spoken), count=len(form.choices)), err=True)
    name = name or _question(words.NAME.told(spoken), [], "", name_of, lang)
    day = day or _question(words.FROM.told(spoken), [], "", partial(first_day, form), lang)
    for choice in form.choices:
        if choice.id not in given:
            lines = list(words.about(choice, spoken))
            given[choice.id] = _question(
                choice.question.told(spoken),
                lines,
                shown(choice.default),
                partial(ask, choice),
                lang,
            )
    return name, day, given


def _question(
    question: str, lines: list[str], default: str, read: Callable[[str], object], lang: Language
) -> str:
    """One answer that fits; what does not fit is told and asked again."""
    from spelregels.language.values import MisfitError
    from spelregels.report.problems import problems_text
    from spelregels.templates.answers import problem_of
    from spelregels.templates.words import ANSWER

    typer.echo(err=True)
    for line in (question, *(f"  {line}" for line in lines)):
        typer.echo(line, err=True)
    while True:
        text: str = typer.prompt(f"  {ANSWER.told(lang.value)}", default=default or None, err=True)
        try:
            read(text)
        except MisfitError as misfit:
            for line in problems_text((problem_of(misfit, "", text),), lang.value):
                typer.echo(f"  {line}", err=True)
        else:
            return text


def _make(
    form: Form, answers: Answers, output: Path | None, format_: Format, lang: Language
) -> None:
    from spelregels.templates import fill, tried
    from spelregels.templates.filling import new_id

    text, id_ = fill(form, answers), new_id(form, answers.name)
    report = tried(text, id_)
    if report.failed:
        titles = [one.example.title for one in report.examples if one.differences]
        raise RuntimeError(f"{form.id} does not pass its own examples: {titles}")
    if output is None:
        sys.stdout.write(text)
        return
    with output.open("x", encoding="utf-8") as file:
        file.write(text)
    if format_ is Format.json:
        emit_json({"form": form.id, "id": id_, "path": str(output)})
    else:
        emit(_told(output, id_, lang.value))


def _told(output: Path, id_: str, language: str) -> list[str]:
    from spelregels.templates import words

    return [
        words.WRITTEN.told(language).format(path=output, id=id_),
        words.NEXT.told(language),
        *(f"    spelregels {command} {output}" for command in NEXT_STEPS),
        words.NO_ADVICE.told(language),
    ]
