"""``spelregels compare``: rulesets side by side."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from spelregels_cli.options import Format, Language, LanguageOption
from spelregels_cli.output import emit, emit_json, refusing, style

if TYPE_CHECKING:
    from spelregels.compare import Comparison


class _Format(str, Enum):
    text = "text"
    csv = "csv"
    xlsx = "xlsx"
    html = "html"
    json = "json"


class _Topic(str, Enum):
    beslissen = "beslissen"
    adviseren = "adviseren"
    niveau = "niveau"
    meedoen = "meedoen"
    termijnen = "termijnen"
    drempels = "drempels"
    geld = "geld"
    eisen = "eisen"
    open = "open"


def compare(
    rules: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REGELS…",
            help="Namen (zie list), bestanden, mappen, of een patroon zoals 'gemeenten/*'.",
        ),
    ] = None,
    own: Annotated[
        str | None,
        typer.Option("--own", metavar="REGELS", help="Uw eigen tekst: waar zwijgt die?"),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="SOORT",
            help="Alleen wat zo heet of is, zoals wijkbudget of convenant (mag vaker).",
        ),
    ] = None,
    topic: Annotated[
        list[_Topic] | None, typer.Option("--topic", help="Alleen dit onderwerp (mag vaker).")
    ] = None,
    shared: Annotated[
        bool, typer.Option("--shared", help="Alleen waar ten minste twee teksten iets over zeggen.")
    ] = False,
    format_: Annotated[
        _Format, typer.Option("--format", help="Uitvoer voor mensen of machines.")
    ] = _Format.text,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="BESTAND", help="Schrijf naar dit nieuwe bestand."),
    ] = None,
    lang: LanguageOption = Language.nl,
) -> None:
    """Leg regels naast elkaar: wie beslist, termijnen, drempels, en waar een tekst zwijgt."""
    as_problems = Format.json if format_ is _Format.json else Format.text
    with refusing(as_problems, lang):
        _refuse_place(out, format_)
        comparison = _compared(rules or [], own, kind or [], topic or [], shared)
        _write(comparison, format_, lang, out)


def _compared(
    named: list[str], own: str | None, kinds: list[str], topics: list[_Topic], shared: bool
) -> Comparison:
    from spelregels.compare import Topic, chosen, of_kind
    from spelregels.compare import compare as side_by_side
    from spelregels.language.problems import Problems
    from spelregels_cli.rules import ruleset_of

    problems = Problems()
    found = []
    for ref in chosen(named):
        with problems.gathering():
            found.append(ruleset_of(ref))
    mine = None
    if own is not None:
        with problems.gathering():
            mine = ruleset_of(own)
    problems.refuse()
    asked = [Topic(one.value) for one in topics]
    return side_by_side(of_kind(found, kinds), own=mine, topics=asked, shared=shared)


def _refuse_place(out: Path | None, format_: _Format) -> None:
    """Raise ``InputRefused`` before the work when nothing can be written there."""
    from spelregels.doors.writing import refuse_existing
    from spelregels.model.problem import InputRefused, Position, Problem

    if out is not None:
        refuse_existing(out)
    elif format_ is _Format.xlsx:
        nl = "Een werkboek kan niet op het scherm."
        en = "A workbook cannot be shown on a screen."
        expected = "--out en de naam van een bestand", "--out and the name of a file"
        raise InputRefused((Problem("no-file", Position(), nl, en, *expected),))


def _write(comparison: Comparison, format_: _Format, lang: Language, out: Path | None) -> None:
    from spelregels.doors.writing import write_new

    match format_:
        case _Format.xlsx:
            from spelregels.compare.sheet import comparison_book
            from spelregels.doors.workbook_xlsx import xlsx_bytes

            assert out is not None
            write_new(out, xlsx_bytes(comparison_book(comparison, lang.value)))
            return
        case _Format.json if out is None:
            from spelregels.compare.data import comparison_json

            emit_json(comparison_json(comparison, lang.value))
            return
    text = _text(comparison, format_, lang, plain=out is not None)
    if out is None:
        emit(text.splitlines() if format_ is not _Format.csv else [text.rstrip("\r\n")])
    else:
        write_new(out, text.encode())


def _text(comparison: Comparison, format_: _Format, lang: Language, plain: bool) -> str:
    match format_:
        case _Format.csv:
            from spelregels.compare.sheet import comparison_csv

            return comparison_csv(comparison, lang.value)
        case _Format.html:
            from spelregels.compare.page import comparison_page

            return comparison_page(comparison, lang.value)
        case _Format.json:
            from spelregels.compare.data import comparison_json
            from spelregels.report.json import dumps

            return dumps(comparison_json(comparison, lang.value)) + "\n"
        case _:
            from spelregels.compare.text import comparison_text
            from spelregels.report.layout import Style

            marked = Style() if plain else style()
            return "\n".join(comparison_text(comparison, lang.value, marked)) + "\n"
