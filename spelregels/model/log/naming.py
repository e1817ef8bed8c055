"""What patterns and situations name: acts, and what is asked for."""

from __future__ import annotations

from dataclasses import replace

from spelregels.model.patterns import (
    ActPattern,
    Happened,
    OnePattern,
    Pattern,
    RoleSpec,
    Situation,
    SituationAll,
    SituationAny,
    StageWindow,
)


def watched_acts(s: Situation | None) -> set[str]:
    """The acts of which an *if* asks in which stage they happened."""
    match s:
        case None:
            return set()
        case SituationAll() | SituationAny():
            return {act for p in s.parts for act in watched_acts(p)}
        case Happened():
            return acts_of(s.pattern) if isinstance(s.during, StageWindow) else set()


def covers(exemption: Pattern, duty: Pattern) -> bool:
    """Whether *need_not* this is about a duty to do that: it asks the same, or less."""
    return bool(duty) and all(any(_asks_less(e, d) for e in exemption) for d in duty)


def _asks_less(e: OnePattern, d: OnePattern) -> bool:
    """Whether whoever did d has done e."""
    return (
        isinstance(e, ActPattern)
        and isinstance(d, ActPattern)
        and e.act == d.act
        and (e.by is None or (d.by is not None and _among(d.by, e.by)))
        and (not e.outcome or (bool(d.outcome) and {*d.outcome} <= {*e.outcome}))
        and e.where in (None, d.where)
    )


def _among(roles: RoleSpec, others: RoleSpec) -> bool:
    """Whether whoever fits these roles fits the others."""
    return roles.vehicle == others.vehicle and {*roles.any_of} <= {*others.any_of}


def acts_of(pattern: Pattern) -> set[str]:
    """The acts a pattern names."""
    return {p.act for p in pattern if isinstance(p, ActPattern)}


def by_anyone(pattern: Pattern) -> Pattern:
    """The same acts, whoever does them."""
    return tuple(replace(p, by=None) if isinstance(p, ActPattern) else p for p in pattern)


def asked_for(pattern: Pattern) -> str:
    """The act or moment a pattern asks for, in the words of a ruleset."""
    p = pattern[0]
    return p.act if isinstance(p, ActPattern) else f"{p.term.term}.{p.edge.value}"
