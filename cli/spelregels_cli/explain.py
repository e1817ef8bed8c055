"""``spelregels explain``: the rules read back in plain words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from spelregels_cli.options import Format, FormatOption, Language, LanguageOption
from spelregels_cli.output import emit, emit_json, refusing, style


def explain(
    rules: Annotated[
        str, typer.Argument(metavar="REGELS[#REGEL]", help="Naam of bestand, of één regel daarin.")
    ],
    format_: FormatOption = Format.text,
    lang: LanguageOption = Language.nl,
) -> None:
    """Lees de regels terug in gewone taal."""
    from spelregels.language import load_ruleset
    from spelregels.report.explain import explain_text, sections_json
    from spelregels.report.lookup import sections_of

    ref, norm = _split(rules)
    with refusing(format_, lang):
        sections = sections_of(load_ruleset(ref), norm, lang.value)
    if format_ is Format.json:
        emit_json({"ruleset": ref, "sections": sections_json(sections)})
    else:
        emit(explain_text(sections, style()))


def _split(rules: str) -> tuple[str, str]:
    """``R#norm``; a file whose own name holds a ``#`` is a file."""
    if "#" not in rules or Path(rules).exists():
        return rules, ""
    ref, _, norm = rules.rpartition("#")
    return ref, norm
