"""The ``spelregels`` command: names its commands and catches what must never be a traceback."""

from __future__ import annotations

import gc
import sys
from typing import Annotated

import typer

from spelregels_cli.agenda import agenda
from spelregels_cli.check import check
from spelregels_cli.diagram import diagram
from spelregels_cli.explain import explain
from spelregels_cli.library import list_rulesets
from spelregels_cli.migrate import migrate
from spelregels_cli.output import silence_stdout
from spelregels_cli.preview import preview
from spelregels_cli.schema import schema
from spelregels_cli.sheet import sheet
from spelregels_cli.show import show
from spelregels_cli.term import term
from spelregels_cli.test import test
from spelregels_cli.whatif import what_if

BROKEN_PIPE = 141
INTERRUPTED = 130
OWN_FAULT = 70

app = typer.Typer(
    name="spelregels",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="De spelregels van participatie tussen gemeente en bewoners, als rekenmachine. "
    "Geen juridisch advies.",
)
app.command("check")(check)
app.command("test")(test)
app.command("explain")(explain)
app.command("show")(show)
app.command("preview")(preview)
app.command("agenda")(agenda)
app.command("what-if")(what_if)
app.command("diagram")(diagram)
app.command("migrate")(migrate)
app.command("term")(term)
app.command("schema")(schema)
app.command("sheet")(sheet)
app.command("list")(list_rulesets)


def _version(asked: bool) -> None:
    if asked:
        from spelregels import __version__

        typer.echo(f"spelregels {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Toon de versie.")
    ] = False,
) -> None:
    """Nothing of its own to do."""


def main() -> None:
    """Run the command line; the process ends with its exit code."""
    gc.set_threshold(200_000, 50, 50)  # a big file is many small things, none of them in a circle
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows a ?
    try:
        app()
    except BrokenPipeError:
        silence_stdout()
        sys.exit(BROKEN_PIPE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:
        kind = type(error).__name__
        typer.echo(
            f"Fout in spelregels zelf ({kind}: {error}). Meld dit alstublieft. / "
            "This is a fault in spelregels itself; please report it.",
            err=True,
        )
        sys.exit(OWN_FAULT)
