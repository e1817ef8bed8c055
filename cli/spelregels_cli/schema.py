"""``spelregels schema``: the JSON Schema of a file format, for editors and other programs."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from spelregels_cli.output import emit_json


class _What(str, Enum):
    ruleset = "ruleset"
    trajectory = "trajectory"
    portfolio = "portfolio"
    registers = "registers"
    report = "report"


def schema(
    what: Annotated[
        _What,
        typer.Argument(metavar="WAT", help="ruleset, trajectory, portfolio, registers of report."),
    ] = _What.ruleset,
) -> None:
    """Druk het JSON Schema af van een soort bestand."""
    if what is _What.report:
        from spelregels.report.contract import schema as report_schema

        emit_json(report_schema())
        return
    from spelregels.language import json_schema

    emit_json(json_schema(what.value))
