"""The things a verdict names by id: events, and moments of terms."""

from __future__ import annotations

from dataclasses import dataclass

from spelregels.model.patterns import Edge, TermRef
from spelregels.model.trajectory import Event
from spelregels.report.names import Names

_EDGES = {f".{edge.value}": edge for edge in Edge}


@dataclass(frozen=True, slots=True)
class Happenings:
    """Looks ids up; ``layer`` is the file in which a term without a file's name stands."""

    names: Names
    layer: str

    def event(self, identifier: str) -> Event | None:
        """The event with this id."""
        log = self.names.trajectory
        return next((e for e in log.events if e.id == identifier), None) if log else None

    def events(self, identifiers: tuple[str, ...]) -> list[Event]:
        """The events among these ids, in their order, each once."""
        found = (self.event(i) for i in dict.fromkeys(identifiers))
        return [e for e in found if e is not None]

    def moment(self, identifier: str) -> str:
        """``het einde van de termijn ‘x’`` if this names a moment of a term; else empty."""
        if self.event(identifier) or identifier in self.names.ruleset.acts:
            return ""
        for ending, edge in _EDGES.items():
            if identifier.endswith(ending):
                file, _, term = identifier.removesuffix(ending).rpartition("#")
                key = "term_begun" if edge is Edge.BEGUN else "term_passed"
                return self.names.words.part(key, term=self.names.term(self._ref(file, term)))
        return ""

    def _ref(self, file: str, term: str) -> TermRef:
        own = TermRef(file or self.layer, term)
        if self.names.find_term(own):
            return own
        holders = [f.id for f in self.names.ruleset.files if any(t.id == term for t in f.terms)]
        return TermRef(holders[-1] if holders else own.file, term)

    def what(self, identifier: str) -> str:
        """An event with its day, or a moment of a term; the id itself if neither."""
        event = self.event(identifier)
        if event is not None:
            return self.names.event(event)
        return self.moment(identifier) or self.names.quote(identifier)
