"""``spelregels sheet``: a workbook to fill in; and findings written beside what was filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from spelregels_cli.options import Format, Language, LanguageOption, RulesetArgument
from spelregels_cli.output import refusing
from spelregels_cli.rules import ruleset_of

if TYPE_CHECKING:
    from spelregels.model.checked import CheckReport

WriteBackOption = Annotated[
    Path | None,
    typer.Option(
        "--write-back",
        metavar="BESTAND",
        help="Schrijf het getoetste werkboek met een blad bevindingen naar dit nieuwe bestand.",
    ),
]


def sheet(
    rules: RulesetArgument,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="BESTAND",
            help="Nieuw bestand op .xlsx of .ods; anders de naam van de regels met .xlsx.",
        ),
    ] = None,
    lang: LanguageOption = Language.nl,
) -> None:
    """Maak een werkboek om trajecten in te vullen (.xlsx of .ods)."""

    with refusing(Format.text, lang):
        ruleset = ruleset_of(rules)
        from spelregels.doors.workbook_save import write_workbook

        path = output or Path(f"{ruleset.id.rpartition('/')[2]}.xlsx")
        write_workbook(ruleset, path)
    typer.echo(str(path))


def write_findings(
    report: CheckReport, paths: list[Path], target: Path, format_: Format, lang: Language
) -> None:
    """The one workbook among ``paths`` to ``target``, with a sheet of findings."""
    from spelregels.doors.workbook_save import write_back
    from spelregels.model.problem import InputRefused, Position, Problem
    from spelregels.report.rows import finding_rows

    with refusing(format_, lang):
        if len(paths) != 1:
            problem = Problem(
                "not-one-workbook",
                Position(str(target)),
                "--write-back werkt met precies één werkboek.",
                "--write-back works with exactly one workbook.",
            )
            raise InputRefused((problem,))
        write_back(paths[0], target, finding_rows(report, lang.value))
