"""Titles by language."""

from __future__ import annotations

from spelregels.language.surface.titles import BothTitlesIn


def titles(given: str | BothTitlesIn | None) -> dict[str, str]:
    """A title by language; plain text is Dutch."""
    if given is None:
        return {}
    if isinstance(given, BothTitlesIn):
        both = {"nl": given.nl, "en": given.en}
        return {language: str(text) for language, text in both.items() if text is not None}
    return {"nl": str(given)}
