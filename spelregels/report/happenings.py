"""The things a verdict names by id: events, and moments of terms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from spelregels.model.frozen import dataclass
from spelregels.model.patterns import Edge, TermRef
from spelregels.model.trajectory import Event
from spelregels.model.words import Certainty
from spelregels.report.names import Names

_EDGES = {f".{edge.value}": edge for edge in Edge}


@dataclass(frozen=True, slots=True)
class Happenings:
    """Looks ids of one trajectory up. ``first``: the first day that the source shows at all."""

    names: Names
    by_id: Mapping[str, Event]
    first: date | None

    @classmethod
    def of(cls, names: Names) -> Happenings:
        """``names`` must be of a trajectory, else there is nothing to look up."""
        events = names.trajectory.events if names.trajectory else ()
        days = [event.at.day for event in events if event.at.day is not None]
        return cls(names, {event.id: event for event in events}, min(days, default=None))

    def is_known(self, day: date) -> bool:
        """A day before all that the source shows is the far end of an unknown: no day to name."""
        return self.first is not None and self.first <= day

    def shows(self, act: str) -> bool:
        """Whether the source shows this act at least once."""
        return any(event.act == act for event in self.by_id.values())

    def is_planned(self, identifier: str) -> bool:
        """Whether this is an event that was only planned."""
        event = self.by_id.get(identifier)
        return event is not None and event.certainty is Certainty.PLANNED

    def is_undated(self, identifier: str) -> bool:
        """Whether this is an event without any date."""
        event = self.by_id.get(identifier)
        return event is not None and event.at.day is None

    def events(self, identifiers: tuple[str, ...]) -> list[Event]:
        """The events among these ids, in their order, each once."""
        return [self.by_id[i] for i in dict.fromkeys(identifiers) if i in self.by_id]

    def moment(self, identifier: str, layer: str) -> str:
        """``het einde van de termijn ‘x’`` if this names a moment of a term; else empty.

        ``layer``: the file in which a term without a file's name stands.
        """
        if identifier in self.by_id or identifier in self.names.ruleset.acts:
            return ""
        for ending, edge in _EDGES.items():
            if identifier.endswith(ending):
                file, _, term = identifier.removesuffix(ending).rpartition("#")
                key = "term_begun" if edge is Edge.BEGUN else "term_passed"
                return self.names.words.part(
                    key, term=self.names.the_term(self._ref(file or layer, term))
                )
        return ""

    def _ref(self, file: str, term: str) -> TermRef:
        own = TermRef(file, term)
        if self.names.find_term(own):
            return own
        holders = [f.id for f in self.names.ruleset.files if any(t.id == term for t in f.terms)]
        return TermRef(holders[-1] if holders else own.file, term)

    def what(self, identifier: str, layer: str) -> str:
        """An event with its day, or a moment of a term; the id itself if neither."""
        if identifier in self.by_id:
            return self.names.event(self.by_id[identifier])
        return self.moment(identifier, layer) or self.names.quote(identifier)
