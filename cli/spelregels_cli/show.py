"""``spelregels show``: the stages, who decides in each, and which norms."""

from __future__ import annotations

from spelregels_cli.options import (
    Format,
    FormatOption,
    Language,
    LanguageOption,
    RulesetArgument,
)
from spelregels_cli.output import emit, emit_json, refusing, style
from spelregels_cli.rules import ruleset_of


def show(
    rules: RulesetArgument,
    format_: FormatOption = Format.text,
    lang: LanguageOption = Language.nl,
) -> None:
    """Toon de fasen: wie beslist, op welk niveau, wat kan er, en welke regels horen erbij."""

    with refusing(format_, lang):
        ruleset = ruleset_of(rules)
    from spelregels.report.names import Names
    from spelregels.report.show import overview, overview_json, overview_text

    shown = overview(ruleset, lang.value)
    if format_ is Format.json:
        emit_json(overview_json(shown))
    else:
        emit(overview_text(shown, Names.of(ruleset, lang.value), style()))
