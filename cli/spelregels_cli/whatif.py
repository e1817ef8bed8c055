"""``spelregels what-if``: a trajectory with events added or moved, verdicts before and after."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from spelregels_cli.asking import (
    AsOfOption,
    MapOption,
    RulesOption,
    TrajectoryArgument,
    day_for,
    read_one,
    unknown,
    wrong,
)
from spelregels_cli.options import Format, FormatOption, Language, LanguageOption
from spelregels_cli.output import emit, emit_json, refusing, style

if TYPE_CHECKING:
    from spelregels.model.trajectory import Event, Trajectory


def what_if(
    trajectory: TrajectoryArgument,
    rules: RulesOption = None,
    add: Annotated[
        list[str] | None,
        typer.Option(
            "--add",
            metavar="GEBEURTENIS",
            help="Erbij, zoals '{at: 2026-06-01, act: reactie.gegeven, by: college}'; mag vaker.",
        ),
    ] = None,
    move: Annotated[
        list[str] | None,
        typer.Option("--move", metavar="ID=JJJJ-MM-DD", help="Op een andere dag; mag vaker."),
    ] = None,
    as_of: AsOfOption = None,
    mapping: MapOption = None,
    format_: FormatOption = Format.text,
    lang: LanguageOption = Language.nl,
) -> None:
    """Wat als het anders was gegaan? Uitkomst 1: dan wordt er een regel nieuw geschonden."""
    from spelregels.session.judging import Judging
    from spelregels.session.voice import Voice
    from spelregels.session.whatif import suppose, suppose_json, suppose_text

    with refusing(format_, lang):
        if not add and not move:
            raise wrong(
                "nothing-supposed",
                "Zeg wat er anders zou zijn.",
                "Say what would be different.",
                "--add of --move",
                "--add or --move",
            )
        ruleset, log = read_one(trajectory, rules, mapping, format_, lang)
        moves = [_move(text, log) for text in move or ()]
        added = _added(add or [], log)
        day = day_for(log, as_of)
        supposed = suppose(Judging(ruleset), log, add=added, move=moves, as_of=day)
    voice = Voice.of(ruleset, lang.value)
    if format_ is Format.json:
        emit_json(suppose_json(supposed, voice))
    else:
        emit(suppose_text(supposed, voice, style()))
    if supposed.new_breaches:
        raise typer.Exit(1)


def _move(text: str, log: Trajectory) -> tuple[str, date]:
    """``e6=2026-07-01``."""
    name, _, day = text.rpartition("=")
    known = [event.id for event in log.events]
    try:
        on = date.fromisoformat(day) if len(day) == 10 else None
    except ValueError:
        on = None
    if not name or on is None:
        raise wrong(
            "bad-move",
            f"--move {text[:60]} is niet te lezen.",
            f"--move {text[:60]} cannot be read.",
            "id=jjjj-mm-dd, zoals e6=2026-07-01",
            "id=yyyy-mm-dd, such as e6=2026-07-01",
        )
    if name not in known:
        raise unknown("De gebeurtenis", "The event", name, known)
    return name, on


def _added(texts: list[str], log: Trajectory) -> list[Event]:
    """Each text as an event, read as in a trajectory file; without an id: ``nieuw1``, …."""
    from spelregels.language import parse_yaml
    from spelregels.language.nodes import ListNode, MapNode, ScalarNode
    from spelregels.language.problems import Problems
    from spelregels.language.trajectories import trajectory_from_node
    from spelregels.model.problem import Position

    place = Position("--add")
    taken = {event.id for event in log.events}
    problems, items = Problems(), []
    for number, text in enumerate(texts, 1):
        with problems.gathering():
            node = parse_yaml(text, f"--add {number}")
            if isinstance(node, MapNode) and "id" not in node.entries:
                name = next(n for n in _names(number) if n not in taken)
                entries = {**node.entries, "id": ScalarNode(name, place)}
                node = MapNode(entries, {**node.keys, "id": place}, node.position)
            items.append(node)
    problems.refuse()
    entries = {
        "id": ScalarNode(log.id, place),
        "records": ScalarNode("all", place),
        "events": ListNode(tuple(items), place),
    }
    read = trajectory_from_node(MapNode(entries, dict.fromkeys(entries, place), place))
    for event in read.events:
        if event.id in taken:
            raise wrong(
                "double-id",
                f"De gebeurtenis {event.id} is er al; gebruik --move om haar te verplaatsen.",
                f"The event {event.id} is there already; use --move to move it.",
            )
    return list(read.events)


def _names(number: int) -> list[str]:
    return [f"nieuw{number}" + "'" * marks for marks in range(1000)]
