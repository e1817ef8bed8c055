"""``spelregels verify``: what can be seen in the text of rules, without any trajectory."""

from __future__ import annotations

from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from spelregels_cli.options import Format, Language, LanguageOption, as_day
from spelregels_cli.output import emit, emit_json, refusing, style
from spelregels_cli.page import HtmlOption, refuse_page, write_page

if TYPE_CHECKING:
    from spelregels.model.ruleset import Ruleset
    from spelregels.model.verified import VerifyReport

SETTINGS = Path("spelregels.toml")


class _Format(str, Enum):
    text = "text"
    json = "json"
    sarif = "sarif"
    junit = "junit"
    github = "github"


class _FailOn(str, Enum):
    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


def verify(
    rules: Annotated[
        list[str] | None,
        typer.Argument(metavar="REGELS…", help="Namen (zie list), bestanden of mappen met regels."),
    ] = None,
    format_: Annotated[
        _Format, typer.Option("--format", help="Uitvoer voor mensen of machines.")
    ] = _Format.text,
    lang: LanguageOption = Language.nl,
    fail_on: Annotated[
        _FailOn | None,
        typer.Option(
            "--fail-on",
            help="Vanaf welk niveau de uitkomst 1 is. Anders zoals in de instellingen, anders "
            "error.",
        ),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config",
            metavar="BESTAND",
            help="Instellingen; anders spelregels.toml in deze map, als die er is.",
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="CONTROLE", help="Alleen deze controle (mag vaker)."),
    ] = None,
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of", parser=as_day, metavar="JJJJ-MM-DD", help="Kijk op deze dag; anders vandaag."
        ),
    ] = None,
    checks: Annotated[
        bool, typer.Option("--checks", help="Noem alle controles, of met --only één helemaal.")
    ] = False,
    html: HtmlOption = None,
) -> None:
    """Bekijk de tekst van regels. Uitkomst 0: niets, 1: meldingen, 2: invoer klopt niet."""
    from spelregels.verify import fails, known_checks, settings_from
    from spelregels.verify import verify as look

    as_problems = Format.json if format_ is _Format.json else Format.text
    with refusing(as_problems, lang):
        wanted = known_checks(only or [])
        if checks:
            _tell_checks(wanted, lang)
            return
        refuse_page(html)
        settings = settings_from(config, SETTINGS)
        day = as_of or _today()
        report = look(_load(rules or []), as_of=day, settings=settings, only=wanted)
    if html is not None:
        from spelregels.report.html.verify_page import verify_page

        write_page(html, lambda: verify_page(report, lang.value), as_problems, lang)
    _write(report, format_, lang)
    if fails(report, fail_on.value if fail_on else settings.fail_on or _FailOn.error.value):
        raise typer.Exit(1)


def _load(named: list[str]) -> list[Ruleset]:
    """Each ruleset once; of a folder all in it. The problems of all of them together."""
    from spelregels.language import load_ruleset
    from spelregels.language.problems import Problems
    from spelregels.model.problem import Position
    from spelregels.verify import rulesets_in

    problems = Problems()
    found: dict[Path, Ruleset] = {}
    if not named:
        problems.add(
            "no-ruleset",
            Position(),
            "Onbekend welke regels bekeken worden.",
            "It is not known which rules to look at.",
            expected_nl="een naam (zie list), een bestand of een map",
            expected_en="a name (see list), a file or a folder",
        )
    for name in named:
        with problems.gathering():
            refs = rulesets_in(Path(name)) if Path(name).is_dir() else (name,)
            for ref in refs:
                with problems.gathering():
                    ruleset = load_ruleset(ref)
                    found.setdefault(Path(ruleset.own.path).resolve(), ruleset)
    problems.refuse()
    return list(found.values())


def _tell_checks(wanted: tuple[str, ...], lang: Language) -> None:
    """One check in full, or a line for each."""
    from spelregels.report.verify_text import about_text, checks_text
    from spelregels.verify import records

    chosen = [record for record in records() if not wanted or record.id in wanted]
    if wanted:
        for record in chosen:
            emit(about_text(record, lang.value, style()))
    else:
        emit(checks_text(chosen, lang.value))


def _write(report: VerifyReport, format_: _Format, lang: Language) -> None:
    match format_:
        case _Format.text:
            from spelregels.report.verify_text import verify_text

            emit(verify_text(report, lang.value, style()))
        case _Format.json:
            from spelregels.report.verify_json import verify_json

            emit_json(verify_json(report, lang.value))
        case _Format.sarif:
            from spelregels.report.sarif import sarif

            emit_json(sarif(report, lang.value))
        case _Format.junit:
            from spelregels.report.junit import junit

            emit([junit(report, lang.value)])
        case _Format.github:
            from spelregels.report.github import github

            emit(github(report, lang.value))


def _today() -> date:
    """The legal day (M1): today in Amsterdam."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()
