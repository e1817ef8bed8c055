"""``spelregels list``: the rulesets that come with spelregels."""

from __future__ import annotations

from spelregels_cli.options import Format, FormatOption, Language, LanguageOption
from spelregels_cli.output import emit, emit_json, refusing


def list_rulesets(
    format_: FormatOption = Format.text,
    lang: LanguageOption = Language.nl,
) -> None:
    """Noem de regels die zijn meegeleverd."""
    from spelregels.language import load_ruleset, shipped_rulesets

    with refusing(format_, lang):
        files = [load_ruleset(ref).own for ref in shipped_rulesets()]
    rows = [(file.id, file.title.get(lang.value) or file.title.get("nl", "")) for file in files]
    if format_ is Format.json:
        emit_json([{"id": ref, "title": title} for ref, title in rows])
        return
    width = max((len(ref) for ref, _ in rows), default=0)
    emit(f"{ref:<{width}}  {title}".rstrip() for ref, title in rows)
