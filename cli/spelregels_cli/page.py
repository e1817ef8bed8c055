"""``--html``: a page for people who do not program, beside the output of a command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from spelregels_cli.options import Format, Language
from spelregels_cli.output import refusing

ENDS = (".html", ".htm")

HtmlOption = Annotated[
    Path | None,
    typer.Option(
        "--html",
        metavar="BESTAND",
        help="Schrijf ook een pagina om te lezen of te printen (.html).",
    ),
]
NamesOption = Annotated[
    bool,
    typer.Option("--names", help="Noem op de pagina personen bij hun naam; anders een nummer."),
]


def refuse_page(path: Path | None, of_all: bool = True) -> None:
    """Raise ``InputRefused`` when no page can be written to ``path``; to call before the work.

    ``of_all``: whether whole rules were asked for; there is no page of one norm.
    """
    if path is None:
        return
    from spelregels.doors.writing import refuse_foreign
    from spelregels.model.problem import InputRefused, Position, Problem
    from spelregels.report.html.frame import GENERATOR

    if path.suffix.lower() not in ENDS:
        problem = Problem(
            "unknown-format",
            Position(str(path)),
            f"Een pagina eindigt op {' of '.join(ENDS)}.",
            f"A page ends in {' or '.join(ENDS)}.",
        )
        raise InputRefused((problem,))
    if not of_all:
        problem = Problem(
            "page-of-one-norm",
            Position(str(path)),
            "Een pagina gaat over hele regels, niet over één regel daaruit.",
            "A page is about whole rules, not about one of them.",
            "de naam van de regels, zonder # en wat erachter staat",
            "the name of the rules, without # and what follows it",
        )
        raise InputRefused((problem,))
    refuse_foreign(path, GENERATOR.encode())


def write_page(
    path: Path | None, make: Callable[[], str], format_: Format, language: Language
) -> None:
    """The page that ``make`` gives, to ``path``; nothing without a path. Bad input is exit 2."""
    if path is None:
        return
    from spelregels.doors.writing import write_own
    from spelregels.report.html.frame import GENERATOR

    with refusing(format_, language):
        write_own(path, make().encode(), GENERATOR.encode())
