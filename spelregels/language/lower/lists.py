"""Lists of cases, of a file and all it extends, merged: a layer may add what the one below left."""

from __future__ import annotations

from collections.abc import Sequence

from spelregels.language.lower.parsed import ParsedFile
from spelregels.language.lower.titles import titles
from spelregels.language.problems import Problems, listing
from spelregels.language.surface.base import Name
from spelregels.language.surface.vocabulary import ListIn
from spelregels.model.ruleset import WordList


def word_lists(files: Sequence[ParsedFile], problems: Problems) -> dict[str, WordList]:
    """The lists of ``files``, ancestors first; what is added to a complete list is a problem."""
    made: dict[str, WordList] = {}
    for file in files:
        for name, given in (file.surface.lists or {}).items():
            old = made.get(str(name))
            if old is not None and old.complete:
                _nothing_new(name, given, old, problems)
            made[str(name)] = _joined(name, given, old or WordList(str(name)))
    return made


def _joined(name: Name, given: ListIn, old: WordList) -> WordList:
    items = (*old.items, *map(str, given.items))
    return WordList(
        id=str(name),
        items=tuple(dict.fromkeys(items)),
        complete=old.complete or given.complete,
        title=titles(given.title) or old.title,
    )


def _nothing_new(name: Name, given: ListIn, old: WordList, problems: Problems) -> None:
    for item in given.items:
        if str(item) not in old.items:
            problems.add(
                "conflicting-layers",
                item.position,
                f"{item} komt erbij, maar de lijst {name} is een laag lager al volledig.",
                f"{item} is added, but the list {name} is complete in a layer below.",
                expected_nl=listing(old.items) or "geen",
                expected_en=listing(old.items) or "none",
            )
