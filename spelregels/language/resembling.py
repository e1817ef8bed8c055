"""A ``by`` that is no role but looks like one: most likely a slip, so it is reported, never silent.

Anyone may stand under ``by``; a name that is not a role is a person whose role is not known. Then
``by: colege`` would make a duty of the college *cannot tell* without a word about why.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import DataError, Event, Trajectory

CODE = "by-resembles-role"
_NEAR = 0.85  # how alike two names must be: one slip in a word of six letters is enough
_SHORTEST = 4
_ARTICLE = re.compile(r"^(de|het|een|the)[ _]")


def resembling(log: Trajectory, ruleset: Ruleset, roles: Mapping[str, str]) -> Iterator[DataError]:
    """One error for each such name, at its first event. ``roles``: every name with its role.

    A person who is named under ``persons``, or whose role stands under ``as``, is left alone; so is
    a name with a digit, which is a pseudonym (``bewoner-12``).
    """
    by_name: dict[str, list[Event]] = {}
    for event in log.events:
        if event.by and not event.roles and event.by not in roles and event.by not in log.persons:
            by_name.setdefault(event.by, []).append(event)
    for name, events in by_name.items():
        near = nearest_role(name, roles)
        if near:
            yield _error(near, events, ruleset)


def nearest_role(name: str, roles: Iterable[str]) -> str:
    """The name of a role that ``name`` looks like; empty if there is none."""
    options = {_folded(role): role for role in sorted(roles, reverse=True)}
    folded = _folded(name)
    if folded in options:
        return options[folded]
    if len(folded) < _SHORTEST or any(sign.isdigit() for sign in name):
        return ""
    near = get_close_matches(folded, list(options), n=1, cutoff=_NEAR)
    return options[near[0]] if near else ""


def _folded(name: str) -> str:
    """Without capitals, accents, article, spaces and the signs between words."""
    plain = _ARTICLE.sub("", name.strip().casefold())
    letters = unicodedata.normalize("NFKD", plain)
    return "".join(sign for sign in letters if sign.isalnum())


def _error(role: str, events: list[Event], ruleset: Ruleset) -> DataError:
    """The name itself is not repeated: it may be a person's after all."""
    first = events[0]
    return DataError(
        CODE,
        f"Wat hier onder by staat, lijkt op de rol {role}, maar is geen rol van {ruleset.id}. Het "
        f"is gelezen als een persoon van wie de rol niet bekend is. Bedoelde u: {role}?",
        f"What stands under by here resembles the role {role}, but is no role of {ruleset.id}. It "
        f"was read as a person whose role is not known. Did you mean: {role}?",
        tuple(event.id for event in events),
        first.places.get("by", first.position),
    )
