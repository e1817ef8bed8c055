"""Writing to the terminal: lines, JSON, problems; colour and bars only where they belong."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from spelregels.model.problem import Problem
    from spelregels.report.layout import Style
    from spelregels_cli.options import Format, Language

BAD_INPUT = 2


def style() -> Style:
    """Colour on a terminal that wants it (``NO_COLOR``, ``TERM=dumb``), else none."""
    from spelregels.report.layout import Style

    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Style(colour=sys.stdout.isatty() and not plain)


def emit(lines: Iterable[str]) -> None:
    """Lines to stdout."""
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()


def emit_json(data: Any) -> None:
    """JSON to stdout."""
    from spelregels.report.json import dumps

    emit([dumps(data)])


def silence_stdout() -> None:
    """The reader has gone: leave nothing for the interpreter to flush at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def refuse(problems: tuple[Problem, ...], format_: Format, language: Language) -> typer.Exit:
    """Say what is wrong with the input; the exit to raise (2)."""
    if format_.value == "json":
        from spelregels.report.json import problems_json

        emit_json(problems_json(problems, language.value))
    else:
        from spelregels.report.problems import problems_text

        for line in problems_text(problems, language.value):
            typer.echo(line, err=True)
    return typer.Exit(BAD_INPUT)


@contextmanager
def refusing(format_: Format, language: Language) -> Iterator[None]:
    """Bad input inside this block is told, with exit code 2; never a traceback."""
    from spelregels.model.problem import InputRefused

    try:
        yield
    except InputRefused as refused:
        raise refuse(refused.problems, format_, language) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        from spelregels.language.filebytes import cannot_read

        unreadable = cannot_read(str(error.filename or ""), error)
        raise refuse(unreadable.problems, format_, language) from None


@contextmanager
def progress(total: int, least: int = 25) -> Iterator[Any]:
    """A function to call after each of ``total``: a bar on a terminal for many, else nothing."""
    quiet = total < least or not sys.stderr.isatty() or os.environ.get("NO_COLOR")
    if quiet:
        yield lambda: None
        return
    with typer.progressbar(length=total, file=sys.stderr) as bar:
        yield lambda: bar.update(1)
