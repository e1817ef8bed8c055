"""``spelregels explain``: the rules read back in plain words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from spelregels_cli.options import Format, FormatOption, Language, LanguageOption
from spelregels_cli.output import emit, emit_json, refusing, style
from spelregels_cli.page import HtmlOption, refuse_page, write_page
from spelregels_cli.rules import ruleset_of


def explain(
    rules: Annotated[
        str, typer.Argument(metavar="REGELS[#REGEL]", help="Naam of bestand, of één regel daarin.")
    ],
    format_: FormatOption = Format.text,
    lang: LanguageOption = Language.nl,
    html: HtmlOption = None,
) -> None:
    """Lees de regels terug in gewone taal."""
    from spelregels.report.explain import explain_text, sections_json
    from spelregels.report.lookup import sections_of

    ref, norm = _split(rules)
    with refusing(format_, lang):
        refuse_page(html, of_all=not norm)
        ruleset = ruleset_of(ref)
        sections = sections_of(ruleset, norm, lang.value)
    if html is not None:
        from spelregels.report.html.ruleset_page import ruleset_page

        write_page(html, lambda: ruleset_page(ruleset, lang.value), format_, lang)
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
