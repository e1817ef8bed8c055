"""One file as read: its surface, and what layering needs to know of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spelregels.language.nodes import MapNode
from spelregels.language.surface.base import Name, Surface
from spelregels.language.surface.ruleset import ImpreciseDayIn, RulesetIn
from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position
from spelregels.model.terms import NotStated
from spelregels.model.words import Regime, RegulatoryLayer

_ATW_LAYERS = (RegulatoryLayer.WET, RegulatoryLayer.AMVB, RegulatoryLayer.VERORDENING)


@dataclass(frozen=True, slots=True)
class Declared:
    """A norm, term, gate or guarantee that a file declares."""

    id: str
    kind: str  # norm, term, gate, guarantee
    position: Position
    surface: Surface
    overrides: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """``path`` and ``sha256`` of the bytes; ``node`` for what is read from nodes (examples).

    ``dropped``: names of what was refused and left out; that they are unknown is no news.
    """

    surface: RulesetIn
    node: MapNode
    path: str
    sha256: str
    dropped: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The id of the file: the same for all its versions."""
        return str(self.surface.id)

    @property
    def extends(self) -> tuple[Name, ...]:
        """The ids this file builds on."""
        return tuple(self.surface.extends or ())

    @property
    def regime(self) -> Regime:
        """The file's own regime, else the default of its layer (Atw 1 covers these three)."""
        if self.surface.term_regime is not None:
            return self.surface.term_regime
        return Regime.ATW if self.surface.regulatory_layer in _ATW_LAYERS else Regime.NOT_STATED

    @property
    def valid_from(self) -> date | NotStated | None:
        """First day in force; ``NotStated`` when the text is silent, None when it is no law."""
        given = self.surface.valid_from
        return given.date if isinstance(given, ImpreciseDayIn) else given

    def declared(self) -> Iterator[Declared]:
        """Everything with an id of its own that may be referred to or overridden."""
        for name, term in (self.surface.terms or {}).items():
            place = name.position
            yield Declared(str(name), "term", place, term, tuple(term.overrides or ()))
        for norm in self.surface.norms or ():
            place = norm.id.position
            yield Declared(str(norm.id), "norm", place, norm, tuple(norm.overrides or ()))
        for gate in self.surface.gates or ():
            yield Declared(str(gate.id), "gate", gate.id.position, gate, ())
        for guarantee in self.surface.guarantees or ():
            place = guarantee.id.position
            overrides = tuple(guarantee.overrides or ())
            yield Declared(str(guarantee.id), "guarantee", place, guarantee, overrides)
