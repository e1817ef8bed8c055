"""``spelregels portfolio``: many trajectories judged together."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from spelregels_cli import check as checking
from spelregels_cli.options import Format, FormatOption, Language, LanguageOption, as_day
from spelregels_cli.output import emit, emit_json, refusing, style
from spelregels_cli.page import HtmlOption, refuse_page, write_page
from spelregels_cli.rules import ruleset_of

if TYPE_CHECKING:
    from spelregels.check_portfolio import RulesetOf
    from spelregels.model.portfolio import PortfolioRules
    from spelregels.model.portfolio_found import PortfolioReport
    from spelregels.model.problem import Position
    from spelregels.model.ruleset import Ruleset
    from spelregels.model.trajectory import Trajectory

SHIPPED = "spanningen/portefeuille"


def portfolio(
    trajectories: Annotated[
        list[Path], typer.Argument(metavar="MAP…", help="Mappen of bestanden met trajecten.")
    ],
    rules: Annotated[
        list[str] | None,
        typer.Option(
            "--rules",
            metavar="REGELS",
            help=f"Portefeuilleregels: naam of bestand; vaker te gebruiken. Anders {SHIPPED}.",
        ),
    ] = None,
    registers: Annotated[
        Path | None,
        typer.Option(
            "--registers",
            metavar="BESTAND",
            help="Gebieden, bevolking, kanalen, organen, personen.",
        ),
    ] = None,
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of",
            parser=as_day,
            metavar="JJJJ-MM-DD",
            help="Toets op deze dag; anders de dag in de trajecten, anders vandaag.",
        ),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option("--map", metavar="BESTAND", help="Koppelbestand voor vreemde invoer."),
    ] = None,
    format_: FormatOption = Format.text,
    lang: LanguageOption = Language.nl,
    fail_on: Annotated[
        checking._FailOn, typer.Option("--fail-on", help="Vanaf welk niveau de uitkomst 1 is.")
    ] = checking._FailOn.error,
    names: Annotated[
        bool,
        typer.Option("--names", help="Toon ook pseudoniemen en kleine aantallen personen."),
    ] = False,
    html: HtmlOption = None,
) -> None:
    """Toets veel trajecten samen. Uitkomst 0: schoon, 1: bevindingen, 2: invoer klopt niet."""
    with refusing(format_, lang):
        refuse_page(html)
        report = _report(trajectories, rules or [SHIPPED], registers, as_of, mapping)
    if html is not None:
        from spelregels.report.html.portfolio_page import portfolio_page

        write_page(
            html, lambda: portfolio_page(report, lang.value, names_persons=names), format_, lang
        )
    if format_ is Format.json:
        from spelregels.report.portfolio_json import portfolio_json

        emit_json(portfolio_json(report, lang.value, names_persons=names))
    else:
        from spelregels.report.portfolio_text import portfolio_text

        emit(portfolio_text(report, lang.value, style(), names_persons=names))
    from spelregels.report.levels import FailOn
    from spelregels.report.portfolio_levels import portfolio_fails

    if portfolio_fails(report, FailOn(fail_on.value)):
        raise typer.Exit(1)


def _report(
    paths: list[Path],
    rules: list[str],
    registers: Path | None,
    as_of: date | None,
    mapping: Path | None,
) -> PortfolioReport:
    from spelregels.check_portfolio import check_portfolio
    from spelregels.doors import mapping_path
    from spelregels.language.portfolio import load_portfolio_rules, load_registers

    files = [load_portfolio_rules(ref, _find) for ref in rules]
    known = load_registers(registers, files) if registers else None
    chosen = mapping_path(mapping) if mapping else None
    beside = [path for path in (registers, *map(Path, rules)) if path]
    inputs = _without(paths, beside) if chosen is None else paths
    read, left_out = checking._read(inputs, chosen)
    return check_portfolio(
        files,
        read,
        _chooser(files),
        known,
        today=checking._today(),
        as_of=as_of,
        inputs=checking._hashes([*inputs, *([chosen] if chosen else [])]),
        left_out=left_out,
    )


def _find(name: str, place: Position) -> Ruleset:
    return ruleset_of(name, named_at=place)


def _chooser(files: list[PortfolioRules]) -> RulesetOf:
    """The ruleset that a trajectory names; without a name, the words of the portfolio norms."""
    found: dict[str, Ruleset] = {}

    def choose(trajectory: Trajectory) -> Ruleset:
        name = trajectory.ruleset
        if not name:
            return files[0].words[-1]
        if name not in found:
            found[name] = ruleset_of(name, named_at=trajectory.places.get("ruleset"))
        return found[name]

    return choose


def _without(paths: list[Path], beside: list[Path]) -> list[Path]:
    """The inputs, with the files of a folder that are no trajectories (norms, registers) left out:
    those that were named as such."""
    apart = {path.resolve() for path in beside if path.is_file()}
    inputs: list[Path] = []
    for path in paths:
        inside = path.is_dir() and any(one.parent == path.resolve() for one in apart)
        if inside:
            inputs += [f for f in checking._files_of(path) if f.resolve() not in apart]
        else:
            inputs.append(path)
    return inputs
