"""The ``spelregels`` command: names its commands and catches what must never be a traceback."""

from __future__ import annotations

import gc
import sys
from typing import Annotated, Any

import typer

from spelregels_cli.commands import Commands
from spelregels_cli.output import BAD_INPUT, refuse, silence_stdout

BROKEN_PIPE = 141
INTERRUPTED = 130
OWN_FAULT = 70
# The module of typer's exceptions differs by version; their common ancestor is reached this way.
_UNREADABLE: type[Exception] = typer.BadParameter.__mro__[2]

app = typer.Typer(
    name="spelregels",
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="De spelregels van participatie tussen gemeente en bewoners, als rekenmachine. "
    "Geen juridisch advies.",
)


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
        code = app(prog_name="spelregels", standalone_mode=False)
    except _UNREADABLE as error:
        sys.exit(_unreadable(error))
    except typer.Abort:
        sys.exit(INTERRUPTED)
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
    sys.exit(code if isinstance(code, int) else 0)


def _unreadable(error: Any) -> int:
    """Say what is wrong with the command line; without any argument, show the help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(error.format_message(), err=True)
        return BAD_INPUT
    from spelregels_cli.usage import asked_for, usage_problem

    return refuse((usage_problem(error),), *asked_for(sys.argv[1:])).exit_code
