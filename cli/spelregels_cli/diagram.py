"""``spelregels diagram``: the stages as text that other programs draw."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from spelregels_cli.options import Format, Language, LanguageOption, RulesetArgument
from spelregels_cli.output import emit, refusing
from spelregels_cli.rules import ruleset_of


class _Drawing(str, Enum):
    mermaid = "mermaid"
    dot = "dot"


def diagram(
    rules: RulesetArgument,
    format_: Annotated[
        _Drawing, typer.Option("--format", help="Voor Mermaid of voor Graphviz (dot).")
    ] = _Drawing.mermaid,
    lang: LanguageOption = Language.nl,
) -> None:
    """Teken de fasen: wie beslist waar, op welk niveau, en wat leidt waarheen."""
    from spelregels_cli.asking import wrong

    with refusing(Format.text, lang):
        ruleset = ruleset_of(rules)
        if ruleset.machine is None:
            raise wrong(
                "no-stages",
                f"{ruleset.id} heeft geen fasen om te tekenen.",
                f"{ruleset.id} has no stages to draw.",
                "regels met `stages:`",
                "rules with `stages:`",
            )
    from spelregels.report import diagram as drawing

    draw = drawing.mermaid if format_ is _Drawing.mermaid else drawing.dot
    emit(draw(ruleset, lang.value))
