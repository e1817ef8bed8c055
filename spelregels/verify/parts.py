"""Taking norms apart: every pattern, condition and term in them, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import combinations, islice
from typing import TypeVar

from spelregels.model.norms import (
    NamedTerm,
    Norm,
    Power,
    Precedence,
    Recurrence,
    Response,
)
from spelregels.model.patterns import ActPattern, Bearer, Pattern, RoleSpec
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import Term
from spelregels.model.verified import ActName, Either
from spelregels.model.words import RoleKind, Vehicle

Part = TypeVar("Part")
MOST_PAIRS = 20_000
"""Norms that are held side by side; a file with more pairs than this is not one of rules."""


def every(thing: object, kind: type[Part]) -> Iterator[Part]:
    """Every part of that type inside a frozen tree, the thing itself included, in reading order."""
    if isinstance(thing, kind):
        yield thing
    if isinstance(thing, tuple):
        for part in thing:
            yield from every(part, kind)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for one in fields(thing):
            yield from every(getattr(thing, one.name), kind)


def acts_named(thing: object) -> frozenset[str]:
    """The acts that a norm or term speaks of, also through the terms that hang on a fact."""
    named = {pattern.act for pattern in every(thing, ActPattern)}
    for power in every(thing, Power):
        named.update(power.may)
    return frozenset(named)


def acts_of(pattern: Pattern) -> tuple[ActPattern, ...]:
    """The acts of a pattern, without the moments."""
    return tuple(one for one in pattern if isinstance(one, ActPattern))


def one_act(pattern: Pattern) -> ActPattern | None:
    """The single act a pattern is about; None when it is about several, or about a moment."""
    acts = acts_of(pattern)
    return acts[0] if len(pattern) == len(acts) == 1 else None


def timed(norm: Norm | NamedTerm) -> Iterator[tuple[str, Term]]:
    """The terms of a norm by the key they stand under; exemptions and such have none."""
    match norm:
        case Precedence():
            given = {"lead": norm.lead, "wait": norm.wait, "lasts": norm.lasts,
                     "at_longest": norm.at_longest}  # fmt: skip
        case Response():
            once = norm.extendable.once if norm.extendable else None
            given = {"within": norm.within, "not_before": norm.not_before, "extendable": once}
        case Power():
            given = {"within": norm.within}
        case Recurrence():
            given = {"every": norm.every}
        case NamedTerm():
            once = norm.extendable.once if norm.extendable else None
            given = {"lasts": norm.lasts, "extendable": once}
        case _:
            given = {}
    return ((key, term) for key, term in given.items() if term is not None)


def roles_of(spec: Bearer, ruleset: Ruleset) -> frozenset[str]:
    """Every role that fits: alternatives written out, and every body with a legal form."""
    if not isinstance(spec, RoleSpec):
        return frozenset()
    if spec.vehicle is not None:
        return frozenset(r.id for r in ruleset.roles.values() if r.vehicle is spec.vehicle)
    found: set[str] = set()
    waiting = list(spec.any_of)
    while waiting:
        role = waiting.pop()
        if role not in found:
            found.add(role)
            known = ruleset.roles.get(role)
            waiting += known.one_of if known else ()
    return frozenset(found)


def basic_roles(spec: Bearer, ruleset: Ruleset) -> frozenset[str]:
    """Like :func:`roles_of`, without the roles that only stand for others."""
    return frozenset(
        role
        for role in roles_of(spec, ruleset)
        if role not in ruleset.roles or not ruleset.roles[role].one_of
    )


def kind_of(role: str, ruleset: Ruleset) -> RoleKind | None:
    """What kind of role it is; None for one that is not known."""
    found = ruleset.roles.get(role)
    return found.kind if found else None


def vehicle_of(role: str, ruleset: Ruleset) -> Vehicle:
    """The legal form of a role."""
    found = ruleset.roles.get(role)
    return found.vehicle if found else Vehicle.NONE


def of_residents(role: str, ruleset: Ruleset) -> bool:
    """Whether residents (or anyone) take part through this role."""
    return kind_of(role, ruleset) in (RoleKind.RESIDENTS, RoleKind.ANYONE, RoleKind.CORPORATION)


def of_government(role: str, ruleset: Ruleset) -> bool:
    """Whether this role is the municipality, another authority, or its officials."""
    return kind_of(role, ruleset) in (RoleKind.AUTHORITY, RoleKind.OFFICIALS)


def asked(demands: tuple[Pattern, ...]) -> tuple[Either, ...]:
    """What must be done, for a sentence: each of these, of alternatives one."""
    return tuple(
        Either(tuple(ActName(act) for act in dict.fromkeys(one.act for one in acts_of(pattern))))
        for pattern in demands
        if acts_of(pattern)
    )


def pairs(items: Iterable[Part], key: Callable[[Part], Hashable]) -> Iterator[tuple[Part, Part]]:
    """Every two of them with the same key, in order; no more than ``MOST_PAIRS``."""
    groups: dict[Hashable, list[Part]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    every_two = (pair for group in groups.values() for pair in combinations(group, 2))
    return islice(every_two, MOST_PAIRS)
