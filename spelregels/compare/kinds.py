"""Kinds of texts by the words that people use for them: who asks for one word means them all."""

from __future__ import annotations

from collections.abc import Mapping

KINDS: Mapping[str, tuple[str, ...]] = {
    "wijkbudget": ("wijkbudget", "dorpsbudget", "buurtbudget", "bewonersbudget"),
    "burgerbegroting": ("burgerbegroting", "buurtbegroting", "begroot"),
    "wijkraad": (
        *("wijkraad", "wijkraden", "dorpsraad", "dorpsraden", "wijkplatform", "overlegplatform"),
        *("wijkteam", "overlegpartner", "bewonersoverleg"),
    ),
    "wijkspelregels": ("wijkspelregels", "wijkregels", "wijkaanpak"),
    "burgerinitiatief": ("burgerinitiatief", "recht van initiatief"),
    "uitdaagrecht": ("uitdaagrecht", "right to challenge"),
    "burgerberaad": ("burgerberaad", "burgerraad"),
    "stadsdeel": ("stadsdeel", "stadsdelen", "bestuurscommissie", "bestuurlijk stelsel"),
    "participatie": ("participatie",),
    "inspraak": ("inspraak",),
    "referendum": ("referendum",),
    "convenant": ("convenant",),
}
"""A word that is no kind here is looked for in names and titles as it is."""


def words_for(kind: str) -> tuple[str, ...]:
    """The words by which a kind is known; an unknown kind is its own word."""
    return KINDS.get(kind.casefold(), (kind.casefold(),))
