"""A ruleset worked out once: tables indexed by act, the step table, roles as sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from spelregels.engine.codec import content_hash
from spelregels.engine.fast import FastTable
from spelregels.engine.mentions import MentionIndex, Part, mentions
from spelregels.engine.roles import RoleTable
from spelregels.engine.steps import StepTable
from spelregels.model.frozen import dataclass
from spelregels.model.norms import (
    Exemption,
    NamedTerm,
    Norm,
    Power,
    Response,
    Statement,
)
from spelregels.model.patterns import NormRef, TermRef
from spelregels.model.ruleset import Act, Attribute, Ruleset, RulesetFile
from spelregels.model.terms import CalendarData


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A norm and the version of the file it stands in. ``number``: its place in the ruleset."""

    number: int
    file: RulesetFile
    norm: Norm


@dataclass(frozen=True, slots=True, eq=False)
class PlacedTerm:
    """A named term and the version of the file it stands in."""

    number: int
    file: RulesetFile
    term: NamedTerm


class Compiled:
    """What every part of the engine reads. Frozen: what is worked out later is the same for all."""

    __slots__ = (
        "_mentioned",
        "_sha256",
        "_touching",
        "acts",
        "calendars",
        "ending",
        "exemptions",
        "facts",
        "fast",
        "linked",
        "norms",
        "norms_by_ref",
        "powers",
        "roles",
        "ruleset",
        "steps",
        "terms",
        "withdraws",
    )

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset: Final = ruleset
        self._sha256 = ""
        self.acts: Final[Mapping[str, Act]] = ruleset.acts
        self.facts: Final[Mapping[str, Attribute]] = ruleset.facts
        self.calendars: Final[Mapping[str, CalendarData]] = ruleset.calendars
        self.roles: Final = RoleTable(ruleset.roles)
        machine = ruleset.machine
        self.steps: Final = StepTable(machine, ruleset.acts) if machine is not None else None
        self.norms: Final = _placed(ruleset)
        self.norms_by_ref: Final = _by_ref(self.norms)
        self.terms: Final = _terms(ruleset)
        self.powers: Final = _powers(self.norms)
        self.exemptions: Final = _exemptions(self.norms)
        self.linked: Final = tuple(
            placed
            for placed in self.norms
            if isinstance(placed.norm, Response) and placed.norm.link is not None
        )
        self.ending: Final = _ending(ruleset, self.steps)
        self.withdraws: Final = self.steps is not None and any(
            self.steps.withdraws(step.to) for step in self.steps.steps.values()
        )
        self._touching: Mapping[int, frozenset[str]] | None = None
        self._mentioned: Mapping[str, Mapping[Part, tuple[int, ...]]] | None = None
        self.fast: Final = FastTable(self)

    @property
    def touching(self) -> Mapping[int, frozenset[str]]:
        """For each norm, every act of which an event may change its verdicts."""
        if self._touching is None:
            moving = self.steps.moving if self.steps is not None else frozenset()
            ending = frozenset(act for act, _ in self.ending)
            index = MentionIndex(self.ruleset, ending, moving, self.withdraws)
            self._touching = {one.number: index.touching(one.norm) for one in self.norms}
        return self._touching

    @property
    def mentioned(self) -> Mapping[str, Mapping[Part, tuple[int, ...]]]:
        """Norms by act, and by what the act is to them: trigger, answer, excuse, window edge …"""
        if self._mentioned is None:
            self._mentioned = _mentioned(self.norms)
        return self._mentioned

    @property
    def sha256(self) -> str:
        """The hash of what verdicts hang on, worked out when it is first asked for."""
        if not self._sha256:
            self._sha256 = content_hash(self.ruleset)
        return self._sha256

    def ends(self, act: str, outcome: str | None) -> bool:
        """Whether an act with this outcome is an ending act (M5)."""
        return (act, outcome) in self.ending


def compile_ruleset(ruleset: Ruleset) -> Compiled:
    """The tables of a ruleset; the ruleset is taken to be well-formed, as the loader makes it."""
    return Compiled(ruleset)


def _placed(ruleset: Ruleset) -> tuple[Placed, ...]:
    found = ((file, norm) for file in ruleset.files for norm in file.norms)
    return tuple(
        Placed(number, file, norm)
        for number, (file, norm) in enumerate(found)
        if not isinstance(norm, Statement)
    )


def _by_ref(norms: tuple[Placed, ...]) -> Mapping[NormRef, tuple[Placed, ...]]:
    found: dict[NormRef, tuple[Placed, ...]] = {}
    for placed in norms:
        ref = NormRef(placed.file.id, placed.norm.id)
        found[ref] = (*found.get(ref, ()), placed)
    return found


def _terms(ruleset: Ruleset) -> Mapping[TermRef, tuple[PlacedTerm, ...]]:
    found: dict[TermRef, tuple[PlacedTerm, ...]] = {}
    number = 0
    for file in ruleset.files:
        for term in file.terms:
            ref = TermRef(file.id, term.id)
            found[ref] = (*found.get(ref, ()), PlacedTerm(number, file, term))
            number += 1
    return found


def _mentioned(
    norms: tuple[Placed, ...],
) -> Mapping[str, Mapping[Part, tuple[int, ...]]]:
    """Norms by act and by what the act is to them: trigger, answer, excuse, window edge …"""
    found: dict[str, dict[Part, tuple[int, ...]]] = {}
    for placed in norms:
        for act, parts in mentions(placed.norm).acts.items():
            by_part = found.setdefault(act, {})
            for part in parts:
                by_part[part] = (*by_part.get(part, ()), placed.number)
    return found


def _powers(norms: tuple[Placed, ...]) -> Mapping[str, tuple[Placed, ...]]:
    found: dict[str, tuple[Placed, ...]] = {}
    for placed in norms:
        if isinstance(placed.norm, Power):
            for act in placed.norm.may:
                found[act] = (*found.get(act, ()), placed)
    return found


def _exemptions(norms: tuple[Placed, ...]) -> tuple[Placed, ...]:
    return tuple(placed for placed in norms if isinstance(placed.norm, Exemption))


def _ending(ruleset: Ruleset, steps: StepTable | None) -> frozenset[tuple[str, str | None]]:
    found: set[tuple[str, str | None]] = set()
    for name, act in ruleset.acts.items():
        for outcome in (None, *act.outcomes):
            by_edges = steps is not None and steps.ends.get((name, outcome), False)
            if act.ends or by_edges:
                found.add((name, outcome))
    return frozenset(found)
