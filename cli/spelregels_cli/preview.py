"""``spelregels preview``: may this be done on this day, or else: what can be done?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from spelregels_cli.asking import (
    MapOption,
    RulesOption,
    TrajectoryArgument,
    day_for,
    read_one,
    unknown,
    wrong,
)
from spelregels_cli.options import Format, FormatOption, Language, LanguageOption, as_day
from spelregels_cli.output import emit, emit_json, refusing, style

if TYPE_CHECKING:
    from spelregels.model.ruleset import Act, Ruleset
    from spelregels.model.trajectory import Event, Trajectory
    from spelregels.session.answer import Answer
    from spelregels.session.weighing import Weighing


def preview(
    trajectory: TrajectoryArgument,
    rules: RulesOption = None,
    act: Annotated[
        str | None,
        typer.Option("--act", metavar="HANDELING", help="Alleen deze handeling, helemaal."),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="ROL", help="Door wie; anders wie het zou zijn.")
    ] = None,
    outcome: Annotated[
        str | None, typer.Option("--outcome", metavar="UITKOMST", help="Met deze uitkomst.")
    ] = None,
    facts: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="GEGEVEN=WAARDE",
            help="Wat al bekend is van de handeling, zoals soort=ontwerp; mag vaker.",
        ),
    ] = None,
    on: Annotated[
        date | None,
        typer.Option("--on", parser=as_day, metavar="JJJJ-MM-DD", help="Op deze dag."),
    ] = None,
    mapping: MapOption = None,
    format_: FormatOption = Format.text,
    lang: LanguageOption = Language.nl,
) -> None:
    """Mag dit op deze dag? Of: wat kan er nu? Uitkomst 0: mag, 1: mag niet of niet te zeggen."""
    from spelregels.session.judging import Judging
    from spelregels.session.possible import what_can_happen
    from spelregels.session.weighing import Weighing

    with refusing(format_, lang):
        ruleset, log = read_one(trajectory, rules, mapping, format_, lang)
        by = _role(by, ruleset)
        if act is None and (outcome is not None or facts):
            raise wrong(
                "needs-act",
                "--outcome en --with horen bij --act.",
                "--outcome and --with need --act.",
            )
        day = day_for(log, on)
        weighing = Weighing(Judging(ruleset), log)
        if act is None:
            _show_all(what_can_happen(weighing, day, by), ruleset, log.id, day, format_, lang)
            return
        asked = _act(act, ruleset)
        like = _with(facts, asked, day, log, ruleset) if facts else None
        answers = _answers(weighing, asked, by, outcome, day, like)
    _show(answers, ruleset, log.id, day, format_, lang)
    if not any(answer.may or answer.conditional for answer in answers):
        raise typer.Exit(1)


def _act(name: str, ruleset: Ruleset) -> Act:
    if name not in ruleset.acts:
        raise unknown("De handeling", "The act", name, sorted(ruleset.acts))
    return ruleset.acts[name]


def _role(name: str | None, ruleset: Ruleset) -> str | None:
    if name is None:
        return None
    known = {
        alias: role.id for role in ruleset.roles.values() for alias in (role.id, *role.aliases)
    }
    if name not in known:
        raise unknown("De rol", "The role", name, sorted(known))
    return known[name]


def _with(facts: list[str], act: Act, day: date, log: Trajectory, ruleset: Ruleset) -> Event:
    """An event of this act with what is known of it, each value read as in a trajectory file."""
    from spelregels.language import bind, parse_yaml
    from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
    from spelregels.language.trajectories import trajectory_from_node
    from spelregels.model.problem import Position
    from spelregels.session.weighing import proposal

    place = Position("--with")
    name = proposal(log, act.id, None, day).id
    known: dict[str, Node] = {"id": ScalarNode(name, place), "at": ScalarNode(day, place)}
    known["act"] = ScalarNode(act.id, place)
    for text in facts:
        key, sign, value = text.partition("=")
        if not sign or key in known:
            raise wrong(
                "bad-fact",
                f"--with {text[:60]} is niet te lezen.",
                f"--with {text[:60]} cannot be read.",
                "gegeven=waarde, zoals soort=ontwerp",
                "fact=value, such as soort=ontwerp",
            )
        known[key] = parse_yaml(value, "--with")
    event = MapNode(known, dict.fromkeys(known, place), place)
    head: dict[str, Node] = {
        "id": ScalarNode(log.id, place),
        "records": ScalarNode("all", place),
        "events": ListNode((event,), place),
    }
    read = trajectory_from_node(MapNode(head, dict.fromkeys(head, place), place))
    return bind(replace(log, events=(*log.events, *read.events)), ruleset).events[-1]


def _answers(
    weighing: Weighing,
    act: Act,
    by: str | None,
    outcome: str | None,
    day: date,
    like: Event | None,
) -> tuple[Answer, ...]:
    from spelregels.session.possible import ask, best_of

    if outcome is not None and outcome not in act.outcomes:
        raise unknown("De uitkomst", "The outcome", outcome, sorted(act.outcomes))
    outcomes: Sequence[str | None] = [outcome] if outcome else act.outcomes or [None]
    best = [one for o in outcomes for one in best_of(weighing, act.id, o, day, by, like)]
    return tuple(ask(weighing, answer.event, day) for answer in best)


def _show(
    answers: tuple[Answer, ...],
    ruleset: Ruleset,
    log: str,
    day: date,
    format_: Format,
    lang: Language,
) -> None:
    if format_ is Format.json:
        from spelregels.session.plain import answers_json

        emit_json(answers_json(answers, log, ruleset, lang.value, day))
        return
    from spelregels.session.telling import answer_text

    emit(answer_text(answers, ruleset, lang.value, style()))


def _show_all(
    answers: tuple[Answer, ...],
    ruleset: Ruleset,
    log: str,
    day: date,
    format_: Format,
    lang: Language,
) -> None:
    if format_ is Format.json:
        _show(answers, ruleset, log, day, format_, lang)
        return
    from spelregels.session.telling import possibilities_text

    emit(possibilities_text(answers, ruleset, lang.value, style(), day))
