"""A ruleset as the checks see it: the whole of it, and where the own file says what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from spelregels.model.gated import path_of
from spelregels.model.norms import NamedTerm, Norm
from spelregels.model.patterns import NormRef, TermRef
from spelregels.model.ruleset import Act, Machine, Ruleset, RulesetFile, Stage
from spelregels.model.verified import Basis, Mention, Place
from spelregels.model.words import Severity
from spelregels.verify.outline import Outline

Kind = TypeVar("Kind")
Values = Mapping[str, Mention]


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found: where, which of its sentences, and what fills that sentence."""

    at: Place
    message: str
    values: Values = field(default_factory=dict)
    basis: Basis = Basis.VISIBLE
    beside: tuple[Place, ...] = ()
    severity: Severity | None = None  # where it is milder than the check as a rule is


@dataclass(frozen=True, slots=True)
class Subject:
    """What a check reads. ``as_of``: the day on which the text is looked at. ``beside``: other
    texts of the same town that were given before it (:mod:`spelregels.verify.documents`)."""

    ruleset: Ruleset
    outline: Outline  # of the own file
    as_of: date
    beside: tuple[Subject, ...] = ()

    @property
    def own(self) -> RulesetFile:
        """The file that is checked; findings are about this file only."""
        return self.ruleset.own

    @property
    def machine(self) -> Machine | None:
        """The stages, if the own file wrote them."""
        machine = self.ruleset.machine
        return machine if machine is not None and machine.file == self.own.id else None

    @property
    def silence(self) -> Basis:
        """What it means that the text does not say something: nobody read all of it, or it is
        not there."""
        encoded = self.own.encoded
        return Basis.NOT_SEEN if encoded and encoded.rest == "not_seen" else Basis.NOT_STATED

    def norms(self, kind: type[Kind]) -> Iterator[Kind]:
        """The own norms of one kind (or several: a base class)."""
        return (norm for norm in self.own.norms if isinstance(norm, kind))

    def every_norm(self) -> Iterator[tuple[RulesetFile, Norm]]:
        """The norms of all layers with their file; own file last."""
        return ((file, norm) for file in self.ruleset.files for norm in file.norms)

    def term(self, ref: TermRef) -> NamedTerm | None:
        """A named term; of several versions the newest."""
        found = [t for f in self.ruleset.files if f.id == ref.file for t in f.terms]
        return next((term for term in reversed(found) if term.id == ref.term), None)

    def act(self, act: str) -> Act | None:
        """An act by its id."""
        return self.ruleset.acts.get(act)

    def is_decision(self, act: str) -> bool:
        """Whether this act decides."""
        found = self.act(act)
        return found is not None and found.decision

    def stages(self) -> tuple[Stage, ...]:
        """The own stages, in order."""
        return self.machine.stages if self.machine else ()

    def at_norm(self, norm: Norm | NamedTerm, *keys: str) -> Place:
        """The place of an own norm or term, or of the first of ``keys`` that it has."""
        path = norm_in(self.own, norm).path
        found = (f"{path}/{key}" for key in keys if self.outline.has(f"{path}/{key}"))
        return Place(next(found, path))

    def ref(self, norm: Norm, file: RulesetFile | None = None) -> NormRef:
        """A norm, to be named in a sentence."""
        return NormRef((file or self.own).id, norm.id)


def norm_in(file: RulesetFile, norm: Norm | NamedTerm) -> Place:
    """The place of a norm of any layer."""
    section = "terms" if isinstance(norm, NamedTerm) else "norms"
    return Place(path_of(norm.id, file) or f"{section}/{norm.id}", file.id)
