"""``spelregels list``: the rulesets that come with spelregels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spelregels_cli.options import Format, FormatOption, Language, LanguageOption
from spelregels_cli.output import emit, emit_json, refusing

if TYPE_CHECKING:
    from spelregels.language.nodes import Node


def list_rulesets(
    format_: FormatOption = Format.text,
    lang: LanguageOption = Language.nl,
) -> None:
    """Noem de regels die zijn meegeleverd."""
    from spelregels.language import shipped_rulesets

    with refusing(format_, lang):
        rows = [(ref, _title(ref, lang.value)) for ref in shipped_rulesets()]
    if format_ is Format.json:
        emit_json([{"id": ref, "title": title} for ref, title in rows])
        return
    width = max((len(ref) for ref, _ in rows), default=0)
    emit(f"{ref:<{width}}  {title}".rstrip() for ref, title in rows)


def _title(ref: str, language: str) -> str:
    """The title in a ruleset's own file; the layers below it need not be loaded for that."""
    from spelregels.language import parse_yaml
    from spelregels.language.library import shipped_root, versions
    from spelregels.language.nodes import MapNode

    newest, *_ = versions(ref, [shipped_root()])
    file = parse_yaml(newest.read_bytes(), str(newest))
    title = file.entries.get("title") if isinstance(file, MapNode) else None
    if isinstance(title, MapNode):
        title = title.entries.get(language) or title.entries.get("nl")
    return _text(title)


def _text(node: Node | None) -> str:
    from spelregels.language.nodes import ScalarNode

    return str(node.value) if isinstance(node, ScalarNode) else ""
