"""Which rulesets are meant: names, files, folders, patterns; and those of one kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from spelregels.compare.kinds import KINDS, words_for
from spelregels.language import library
from spelregels.language.problems import Problems, suggest
from spelregels.model.problem import InputRefused, Position, Problem
from spelregels.model.ruleset import Ruleset

_WILD = set("*?[")


def chosen(named: Sequence[str]) -> tuple[str, ...]:
    """What to load, in order and each once: a folder on disk holds all rulesets in it, a pattern
    (``gemeenten/*``) or a shipped folder (``gemeenten/``) all shipped ones that fit, anything else
    is one name or file.

    Raises ``InputRefused`` with the problems of all names together.
    """
    problems = Problems()
    found: list[str] = []
    if not named:
        problems.add(
            "no-ruleset",
            Position(),
            "Onbekend welke regels naast elkaar komen.",
            "It is not known which rules to compare.",
            expected_nl="namen (zie list), bestanden, mappen, of een patroon als 'gemeenten/*'",
            expected_en="names (see list), files, folders, or a pattern like 'gemeenten/*'",
        )
    for name in named:
        fitting = _meant(name)
        if not fitting:
            problems.add(
                "no-rulesets",
                Position(name),
                "Hier zijn geen regels gevonden.",
                "No rulesets were found here.",
                expected_nl="een naam (zie list), een bestand, een map, of een patroon",
                expected_en="a name (see list), a file, a folder, or a pattern",
            )
        found += fitting
    problems.refuse()
    return tuple(dict.fromkeys(found))


def _meant(name: str) -> list[str]:
    if _WILD & set(name):
        return [id_ for id_ in library.shipped_ids() if _fits(id_, name)]
    if Path(name).is_dir():
        ids = library.ids_under(Path(name))
        files = [path for id_ in ids for path in library.versions(id_, [Path(name)])]
        return [str(path) for path in sorted(files)]
    if name.endswith("/"):
        return [id_ for id_ in library.shipped_ids() if id_.startswith(name)]
    return [name]


def _fits(id_: str, pattern: str) -> bool:
    """``gemeenten/*`` holds all below it, ``gemeenten/*/wijkbudget`` one of each town."""
    return fnmatchcase(id_, pattern)


def of_kind(rulesets: Sequence[Ruleset], kinds: Iterable[str]) -> tuple[Ruleset, ...]:
    """Those whose name or title holds a word for one of these kinds (``wijkbudget`` is also called
    ``dorpsbudget``), or whose form is it (``convenant``).

    Raises ``InputRefused`` when a word fits none of them.
    """
    wanted = [kind.casefold() for kind in kinds]
    if not wanted:
        return tuple(rulesets)
    idle = [kind for kind in wanted if not any(_is(one, kind) for one in rulesets)]
    if idle:
        raise InputRefused(tuple(_no_such_kind(kind, rulesets) for kind in idle))
    return tuple(one for one in rulesets if any(_is(one, kind) for kind in wanted))


def _is(ruleset: Ruleset, kind: str) -> bool:
    own = ruleset.own
    if kind == own.regulatory_layer.value.casefold():
        return True
    texts = [text.casefold() for text in (own.id, *own.title.values())]
    return any(word in text for word in words_for(kind) for text in texts)


def _no_such_kind(kind: str, rulesets: Sequence[Ruleset]) -> Problem:
    known = ", ".join(KINDS)
    return Problem(
        "unknown-kind",
        Position(),
        f"Geen van deze {len(rulesets)} regelingen is {kind[:40]!r} of heet zo.",
        f"None of these {len(rulesets)} texts is {kind[:40]!r} or is called so.",
        f"{known}; of een woord uit een naam of titel",
        f"{known}; or a word from a name or title",
        suggest(kind, KINDS),
    )
