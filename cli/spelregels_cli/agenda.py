"""``spelregels agenda``: what is due, by whom, when, and what is possible only later."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from spelregels_cli.asking import (
    AsOfOption,
    MapOption,
    RulesOption,
    TrajectoriesArgument,
    day_for,
    read,
)
from spelregels_cli.options import Format, Language, LanguageOption
from spelregels_cli.output import emit, emit_json, progress, refusing, style

if TYPE_CHECKING:
    from datetime import date

    from spelregels.model.ruleset import Ruleset
    from spelregels.model.trajectory import Trajectory
    from spelregels.session.answer import AgendaItem
    from spelregels.session.weighing import Weighing

    Agendas = list[tuple[Weighing, date, tuple[AgendaItem, ...]]]


class _Format(str, Enum):
    text = "text"
    json = "json"
    ics = "ics"


def agenda(
    trajectories: TrajectoriesArgument,
    rules: RulesOption = None,
    as_of: AsOfOption = None,
    mapping: MapOption = None,
    format_: Annotated[
        _Format, typer.Option("--format", help="Uitvoer; ics is voor agendaprogramma's.")
    ] = _Format.text,
    previous: Annotated[
        Path | None,
        typer.Option(
            "--previous",
            metavar="BESTAND",
            help="De vorige ics van deze trajecten: wat vervalt, wordt daarin afgezegd.",
        ),
    ] = None,
    later: Annotated[
        bool, typer.Option("--later/--no-later", help="Ook wat pas later mag.")
    ] = True,
    lang: LanguageOption = Language.nl,
) -> None:
    """Wat moet er, door wie en wanneer? Uitkomst 1: er is iets te laat."""
    plain = Format.json if format_ is _Format.json else Format.text
    with refusing(plain, lang):
        ruleset, logs = read(trajectories, rules, mapping, plain, lang)
        before = _text(previous)
        agendas = _agendas(ruleset, [(log, day_for(log, as_of)) for log in logs], later)
    if format_ is _Format.ics:
        with refusing(plain, lang):
            text = _ics(agendas, ruleset, lang, before)
        _emit_bytes(text.encode())
    elif format_ is _Format.json:
        from spelregels.session.plain import agenda_json

        emit_json(agenda_json(agendas, ruleset, lang.value))
    else:
        from spelregels.session.telling import agenda_text

        emit(agenda_text(agendas, ruleset, lang.value, style()))
    from spelregels.session.answer import AgendaKind

    if any(item.kind is AgendaKind.OVERDUE for _, _, items in agendas for item in items):
        raise typer.Exit(1)


def _agendas(ruleset: Ruleset, asked: list[tuple[Trajectory, date]], later: bool) -> Agendas:
    from spelregels.session.agenda import agenda as agenda_of
    from spelregels.session.judging import Judging
    from spelregels.session.weighing import Weighing

    judging, made = Judging(ruleset), []
    with progress(len(asked)) as after_each:
        for log, day in asked:
            weighing = Weighing(judging, log)
            made.append((weighing, day, agenda_of(weighing, day, later=later)))
            after_each()
    return made


def _text(previous: Path | None) -> str:
    from spelregels.doors.reading import read_text

    return read_text(previous) if previous else ""


def _ics(agendas: Agendas, ruleset: Ruleset, lang: Language, before: str) -> str:
    from spelregels.session.icalendar import agenda_ics

    return agenda_ics(agendas, ruleset, lang.value, stamp=_now(), previous=before)


def _emit_bytes(data: bytes) -> None:
    """The format asks for UTF-8 and CRLF, whatever the terminal."""
    import sys

    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(data.decode())
        return
    stream.write(data)
    stream.flush()


def _now() -> datetime:
    from datetime import UTC

    return datetime.now(UTC)
