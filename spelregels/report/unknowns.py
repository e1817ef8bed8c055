"""What is missing for *cannot tell*, in words, and who could supply it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spelregels.model.finding import Missing
from spelregels.model.verdict import Unknown
from spelregels.model.words import How
from spelregels.report.phrases import Phrases

_HOLES = ("term", "number")  # what a text may leave out, as the evaluator names it


@dataclass(frozen=True, slots=True)
class Unknowns:
    """``what`` and ``moment`` say an id in words; ``vague``: the word of a vague term of the norm,
    for an unknown that does not carry it."""

    phrases: Phrases
    what: Callable[[str], str]
    moment: Callable[[str], str]
    vague: str

    def told(self, unknown: Unknown) -> Missing:
        """One thing that is missing; the text has no capital and no full stop."""
        words = self.phrases.names.words
        supplier: str = words.labels.SUPPLIER[unknown.how]
        return Missing(unknown.how, unknown.event, unknown.name, self._text(unknown), supplier)

    def _text(self, unknown: Unknown) -> str:
        words = self.phrases.names.words
        name, event = self._name(unknown), self._event(unknown)
        key = "fact_of_event" if unknown.event and unknown.name else "fact_alone"
        frame: str = words.labels.UNKNOWN[unknown.how]
        return frame.format(
            name=name,
            event=event,
            fact=words.part(key, name=name, event=event),
            of_name=words.part("of_name", name=name) if unknown.name else "",
            of_event=words.part("of_event", event=event) if unknown.event else "",
            vague=unknown.name or self.vague,
        )

    def _event(self, unknown: Unknown) -> str:
        words = self.phrases.names.words
        return self.what(unknown.event) if unknown.event else words.part("an_event")

    def _name(self, unknown: Unknown) -> str:
        names, name = self.phrases.names, unknown.name
        if not name:
            return names.words.part("it")
        if name in names.ruleset.acts:
            return names.act(name)
        if name in names.ruleset.roles:
            return names.role(name)
        if unknown.how is How.NOT_STATED and name in _HOLES:
            return names.words.part(f"name_{name}")
        file = next((f for f in names.ruleset.files if f.id == name), None)
        if file is not None:
            return names.quote(names.file(file))
        return self.moment(name) or self.phrases.attribute(name)
