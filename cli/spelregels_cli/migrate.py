"""``spelregels migrate --plan``: what moving running trajectories to a new text would mean."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from spelregels_cli.asking import AsOfOption, MapOption, day_for, read, unknown, wrong
from spelregels_cli.options import Format, FormatOption, Language, LanguageOption, as_day
from spelregels_cli.output import emit, emit_json, refusing, style
from spelregels_cli.rules import ruleset_of

if TYPE_CHECKING:
    from spelregels.model.ruleset import Ruleset


def migrate(
    old: Annotated[str, typer.Argument(metavar="OUD", help="De regels van nu.")],
    new: Annotated[str, typer.Argument(metavar="NIEUW", help="De nieuwe regels.")],
    trajectories: Annotated[
        list[Path], typer.Argument(metavar="TRAJECT…", help="Trajecten die lopen.")
    ],
    plan: Annotated[
        bool, typer.Option("--plan", help="Laat zien wat er zou gebeuren. Er verandert niets.")
    ] = False,
    stage: Annotated[
        list[str] | None,
        typer.Option("--stage", metavar="OUD=NIEUW", help="Waar een fase heen gaat; mag vaker."),
    ] = None,
    since: Annotated[
        date | None,
        typer.Option(
            "--from",
            parser=as_day,
            metavar="JJJJ-MM-DD",
            help="De dag waarop de nieuwe tekst ingaat, als hij die zelf niet noemt.",
        ),
    ] = None,
    as_of: AsOfOption = None,
    mapping: MapOption = None,
    format_: FormatOption = Format.text,
    lang: LanguageOption = Language.nl,
) -> None:
    """Plan een overstap. Uitkomst 1: iets kan niet over, of er verschuift een datum."""
    from spelregels.session.migrating import Fate
    from spelregels.session.migrating import plan as make_plan
    from spelregels.session.planned import plan_json, plan_text

    with refusing(format_, lang):
        if not plan:
            raise wrong(
                "only-a-plan",
                "Alleen --plan bestaat: spelregels verandert geen trajecten. Overstappen doet uw "
                "eigen systeem, met Session.restore en een gekozen lezing (docs/session.md).",
                "Only --plan exists: spelregels changes no trajectories. Your own system moves "
                "them, with Session.restore and a chosen reading (docs/session.md).",
                "--plan",
                "--plan",
            )
        before, logs = read(trajectories, old, mapping, format_, lang)
        after = ruleset_of(new)
        day = _since(after, since)
        made = make_plan(
            before,
            after,
            [(log, day_for(log, as_of)) for log in logs],
            since=day,
            stages=_stages(stage or [], before, after),
        )
    if format_ is Format.json:
        emit_json(plan_json(made, lang.value))
    else:
        emit(plan_text(made, lang.value, style()))
    moving = any(moves for one in made.migrations for moves in (one.moves or {}).values())
    if moving or any(one.fate is Fate.IMPOSSIBLE for one in made.migrations):
        raise typer.Exit(1)


def _since(new: Ruleset, asked: date | None) -> date:
    if asked is not None:
        return asked
    if isinstance(new.own.valid_from, date):
        return new.own.valid_from
    raise wrong(
        "no-valid-from",
        f"{new.id} zegt niet vanaf welke dag het geldt.",
        f"{new.id} does not say from which day it is in force.",
        "--from jjjj-mm-dd",
        "--from yyyy-mm-dd",
    )


def _stages(texts: list[str], old: Ruleset, new: Ruleset) -> dict[str, str]:
    """``oud=nieuw``: both must exist."""
    found: dict[str, str] = {}
    known = [[s.id for s in r.machine.stages] if r.machine else [] for r in (old, new)]
    for text in texts:
        before, sign, after = text.partition("=")
        if not sign:
            raise wrong(
                "bad-stage",
                f"--stage {text[:60]} is niet te lezen.",
                f"--stage {text[:60]} cannot be read.",
                "oud=nieuw",
                "old=new",
            )
        for name, names in ((before, known[0]), (after, known[1])):
            if name not in names:
                raise unknown("De fase", "The stage", name, names)
        found[before] = after
    return found
