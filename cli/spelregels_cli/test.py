"""``spelregels test``: a ruleset's own examples."""

from __future__ import annotations

import typer

from spelregels_cli.options import (
    Format,
    FormatOption,
    Language,
    LanguageOption,
    RulesetArgument,
)
from spelregels_cli.output import emit, emit_json, refusing, style


def test(
    rules: RulesetArgument,
    format_: FormatOption = Format.text,
    lang: LanguageOption = Language.nl,
) -> None:
    """Probeer de voorbeelden van deze regels. Uitkomst 1: een voorbeeld komt anders uit."""
    from spelregels.language import load_ruleset

    with refusing(format_, lang):
        ruleset = load_ruleset(rules)
    from spelregels.check import try_examples
    from spelregels.report.examples import examples_json, examples_text

    report = try_examples(ruleset)
    if format_ is Format.json:
        emit_json(examples_json(report))
    else:
        emit(examples_text(report, lang.value, style()))
    if report.failed:
        raise typer.Exit(1)
