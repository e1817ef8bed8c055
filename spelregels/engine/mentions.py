"""Which acts a norm hangs on, and in what part: the index that incremental judging reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Final

from spelregels.model.frozen import dataclass
from spelregels.model.norms import (
    Exemption,
    Extension,
    NamedTerm,
    Norm,
    Power,
    Recurrence,
    Response,
    Separation,
    Suspension,
    Threshold,
)
from spelregels.model.patterns import (
    ActPattern,
    BetweenWindow,
    Earlier,
    Happened,
    NormRef,
    StageWindow,
    TermRef,
)
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import AttributeTerm


class Part(str, Enum):
    """What an act can be to a norm."""

    TRIGGER = "trigger"
    ANSWER = "answer"
    EXCUSE = "excuse"
    WINDOW = "window"
    CHANGE = "change"
    CONDITION = "condition"
    TERM = "term"


#: fields whose acts are what the norm asks for, looks at, or starts from
_PARTS: Final[Mapping[str, Part]] = {
    "before": Part.TRIGGER,
    "after": Part.TRIGGER,
    "upon": Part.TRIGGER,
    "start": Part.TRIGGER,
    "must_not": Part.TRIGGER,
    "may": Part.TRIGGER,
    "need_not": Part.TRIGGER,
    "first": Part.TRIGGER,
    "second": Part.TRIGGER,
    "must": Part.ANSWER,
    "count": Part.ANSWER,
    "unless": Part.EXCUSE,
    "window": Part.WINDOW,
    "extendable": Part.CHANGE,
    "suspended_by": Part.CHANGE,
    "if_": Part.CONDITION,
}


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a norm or term mentions: acts by part, terms, and whether it looks at stages."""

    acts: Mapping[str, frozenset[Part]]
    terms: frozenset[TermRef]
    stages: bool


def mentions(thing: Norm | NamedTerm) -> Mentions:
    """Everything one norm or term mentions by itself."""
    acts: dict[str, set[Part]] = {}
    terms: set[TermRef] = set()
    stages = False
    for field in fields(thing):
        part = _PARTS.get(field.name, Part.CONDITION)
        held = getattr(thing, field.name)
        if field.name == "may":
            for act in held:
                acts.setdefault(act, set()).add(part)
            continue
        for found, inner in _walk(held, part):
            match found:
                case ActPattern() | AttributeTerm():
                    acts.setdefault(found.act, set()).add(inner)
                case Earlier(act=str(name)):
                    acts.setdefault(name, set()).add(Part.CONDITION)
                case TermRef():
                    terms.add(found)
                case StageWindow():
                    stages = True
                case _:
                    pass
    kept = {act: frozenset(parts) for act, parts in acts.items()}
    return Mentions(kept, frozenset(terms), stages)


def _walk(thing: Any, part: Part) -> Iterator[tuple[Any, Part]]:
    if isinstance(thing, tuple):
        for one in thing:
            yield from _walk(one, part)
    elif is_dataclass(thing) and not isinstance(thing, (type, NormRef)):
        yield thing, part
        match thing:
            case BetweenWindow():
                part = Part.WINDOW
            case Extension() | Suspension():
                part = Part.CHANGE
            case Happened():
                part = Part.CONDITION
            case _:
                pass
        for field in fields(thing):
            yield from _walk(getattr(thing, field.name), part)


class MentionIndex:
    """For each norm, every act that may change its verdicts: its own, those of the terms it
    names and their gates, what ends the trajectory, what moves the stage."""

    def __init__(
        self, ruleset: Ruleset, ending: frozenset[str], moving: frozenset[str], withdraws: bool
    ) -> None:
        self._ending = ending
        self._moving = moving
        self._withdraws = withdraws
        self._norms: dict[NormRef, list[Norm]] = {}
        self._terms: dict[TermRef, list[NamedTerm]] = {}
        for file in ruleset.files:
            for norm in file.norms:
                self._norms.setdefault(NormRef(file.id, norm.id), []).append(norm)
            for term in file.terms:
                self._terms.setdefault(TermRef(file.id, term.id), []).append(term)
        every = [norm for norms in self._norms.values() for norm in norms]
        self._shared = self._of_shared(every)

    def _of_shared(self, norms: list[Norm]) -> frozenset[str]:
        """Acts that reach beyond their own norm: exemptions, powers beside powers, links."""
        found: set[str] = set()
        for norm in norms:
            linked = isinstance(norm, Response) and norm.link is not None
            if isinstance(norm, (Exemption, Power)) or linked:
                found |= self._acts_of(norm, set())
        return frozenset(found)

    def touching(self, norm: Norm) -> frozenset[str]:
        """Every act of which an event may change what the norm says."""
        found = self._acts_of(norm, set()) | self._shared
        if isinstance(norm, (Response, Recurrence, Separation, Threshold)):
            found |= self._ending
        if isinstance(norm, Response) and self._withdraws:
            found |= self._moving
        return frozenset(found)

    def _acts_of(self, thing: Norm | NamedTerm, seen: set[TermRef]) -> set[str]:
        said = mentions(thing)
        found = set(said.acts)
        if said.stages:
            found |= self._moving
        for ref in said.terms - seen:
            seen.add(ref)
            for term in self._terms.get(ref, ()):
                found |= self._acts_of(term, seen)
                for gate in term.begins_only_if:
                    for norm in self._norms.get(gate, ()):
                        found |= self._acts_of(norm, seen)
                        found |= self._ending
                        found |= self._moving if self._withdraws else set()
        return found
