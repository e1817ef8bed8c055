"""What the commands share that ask about trajectories: reading them, their rules, and the day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from spelregels_cli import check as checking
from spelregels_cli.options import Format, Language, as_day
from spelregels_cli.output import refuse
from spelregels_cli.rules import ruleset_of

if TYPE_CHECKING:
    from spelregels.model.problem import Problem
    from spelregels.model.ruleset import Ruleset
    from spelregels.model.trajectory import Trajectory

TrajectoryArgument = Annotated[
    Path, typer.Argument(metavar="TRAJECT", help="Bestand met één traject.")
]
TrajectoriesArgument = Annotated[
    list[Path], typer.Argument(metavar="TRAJECT…", help="Bestanden of mappen met trajecten.")
]
RulesOption = Annotated[
    str | None,
    typer.Option("--rules", metavar="REGELS", help="Naam of bestand; anders die van het traject."),
]
MapOption = Annotated[
    Path | None,
    typer.Option("--map", metavar="BESTAND", help="Koppelbestand voor vreemde invoer."),
]
AsOfOption = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=as_day,
        metavar="JJJJ-MM-DD",
        help="Kijk op deze dag; anders de dag in het traject, anders vandaag.",
    ),
]


def read(
    paths: list[Path], rules: str | None, mapping: Path | None, format_: Format, lang: Language
) -> tuple[Ruleset, list[Trajectory]]:
    """The rules and the trajectories, bound to them. Raises ``InputRefused``."""
    from spelregels.doors import mapping_path
    from spelregels.language import bind
    from spelregels.language.problems import Problems

    found, _ = checking._read(paths, mapping_path(mapping) if mapping else None)
    ruleset = ruleset_of(rules or checking._named(found, format_, lang))
    bound: list[Trajectory] = []
    problems = Problems()
    for trajectory in found:
        with problems.gathering():
            bound.append(bind(trajectory, ruleset))
    problems.refuse()
    return ruleset, bound


def read_one(
    path: Path, rules: str | None, mapping: Path | None, format_: Format, lang: Language
) -> tuple[Ruleset, Trajectory]:
    """As ``read``, where there must be exactly one trajectory."""
    ruleset, found = read([path], rules, mapping, format_, lang)
    if len(found) != 1:
        raise wrong(
            "not-one-trajectory",
            f"Hier wordt één traject verwacht, maar er staan er {len(found)} in {path}.",
            f"One trajectory is expected here, but there are {len(found)} in {path}.",
        )
    return ruleset, found[0]


def day_for(trajectory: Trajectory, asked: date | None) -> date:
    """The day as asked, else the header's, else today in Amsterdam."""
    from spelregels.check import choose_as_of

    return choose_as_of(asked, trajectory, checking._today()).day


def wrong(
    code: str, nl: str, en: str, expected_nl: str = "", expected_en: str = "", suggestion: str = ""
) -> Exception:
    """An ``InputRefused`` about the command itself."""
    from spelregels.model.problem import InputRefused, Position, Problem

    problem = Problem(code, Position(), nl, en, expected_nl, expected_en, suggestion)
    return InputRefused((problem,))


def unknown(what_nl: str, what_en: str, name: str, known: list[str]) -> Exception:
    """An ``InputRefused`` for a name that is not there, with the nearest one."""
    from spelregels.language.problems import clipped, listing, suggest

    shown = clipped(name, 60)
    return wrong(
        "unknown-name",
        f"{what_nl} {shown} bestaat hier niet.",
        f"{what_en} {shown} does not exist here.",
        listing(known),
        listing(known),
        suggest(name, known),
    )


@contextmanager
def refusing_events(format_: Format, lang: Language) -> Iterator[None]:
    """What a session refuses inside this block is told, with exit code 2."""
    from spelregels.session.errors import EventRefused

    try:
        yield
    except EventRefused as refused:
        problems: tuple[Problem, ...] = refused.problems
        raise refuse(problems, format_, lang) from None
