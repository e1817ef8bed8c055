"""What is missing for *cannot tell*, in words, and who could supply it."""

from __future__ import annotations

from spelregels.model.finding import Missing
from spelregels.model.frozen import dataclass
from spelregels.model.verdict import Unknown
from spelregels.model.words import How
from spelregels.report.happenings import Happenings
from spelregels.report.names import Names
from spelregels.report.phrases import Phrases

# What a text may leave out, and facts that everyone knows by another word, as evaluators name them.
_LISTS = "lists."  # what a list of cases is called among the unknowns
_HOLES = ("term", "number", "governs", "decides")
_FACTS = ("by", "as", "outcome")


@dataclass(frozen=True, slots=True)
class Unknowns:
    """``layer``: the file of the verdict. ``vague``: the word of a vague term of the norm, for an
    unknown that does not carry it."""

    phrases: Phrases
    happenings: Happenings
    layer: str
    vague: str

    @property
    def names(self) -> Names:
        """The names that the phrases use."""
        return self.phrases.names

    def told(self, unknown: Unknown) -> Missing:
        """One thing that is missing; the text has no capital and no full stop."""
        supplier: str = self.names.words.labels.SUPPLIER[unknown.how]
        return Missing(unknown.how, unknown.event, unknown.name, self._text(unknown), supplier)

    def _text(self, unknown: Unknown) -> str:
        words = self.names.words
        event = unknown.event
        special = self._special(unknown)
        frame: str = words.frames.UNKNOWN[special] if special else words.labels.UNKNOWN[unknown.how]
        name, said = self._name(unknown), self._event(unknown)
        return frame.format(
            name=name,
            event=said,
            fact=self._fact(unknown, name, said),
            of_name=words.part("of_name", name=name) if unknown.name else "",
            at_event=words.part("at_event", event=said) if event else "",
            from_event=words.part("from_event", event=said) if event else "",
            vague=unknown.name or self.vague,
        )

    def _fact(self, unknown: Unknown, name: str, event: str) -> str:
        """A fact of an event or of the trajectory; what any trajectory may have needs no more."""
        words = self.names.words
        if unknown.event:
            return words.part("fact_of_event", name=name, event=event)
        common = name in words.labels.COMMON_FACTS.values()
        return name if common else words.part("fact_alone", name=name)

    def _special(self, unknown: Unknown) -> str:
        """The key of a sentence that says more than ``how`` alone; empty if there is none."""
        names, name, event = self.names, unknown.name, unknown.event
        match unknown.how:
            case How.NOT_RECORDED if self.happenings.is_planned(event):
                return "planned"
            case How.NOT_RECORDED if self.happenings.shows(name):
                return "not_all_recorded"
            case How.NOT_STATED if name.startswith(_LISTS):
                return "rest_of_list"
            case How.NOT_STATED if name in _HOLES:
                return f"no_{name}"
            case How.NOT_STATED if name in names.ruleset.acts:
                return "may_be_ban"
            case How.NOT_STATED if event and name:
                return "not_stated_for_event"
            case How.DATE_UNKNOWN if name == "valid_from" and not event:
                return "no_valid_from"
            case How.DATE_UNKNOWN if self.happenings.is_undated(event):
                return "no_date"
            case How.ORDER_UNKNOWN if event:
                return "order_of_event"
            case How.FACT_UNKNOWN if name in _FACTS and event:
                return f"no_{name}"
            case How.FACT_UNKNOWN if name in names.ruleset.acts and event:
                return "no_outcome"
            case How.FACT_UNKNOWN if name == "competent_authority":
                return "no_authority"
            case How.FACT_UNKNOWN if name in names.ruleset.roles and not event:
                return "which_role"
        return ""

    def _event(self, unknown: Unknown) -> str:
        if not unknown.event:
            return self.names.words.part("an_event")
        return self.happenings.what(unknown.event, self.layer)

    def _name(self, unknown: Unknown) -> str:
        names, name = self.names, unknown.name
        if not name:
            return names.words.part("it")
        if name.startswith(_LISTS):
            named = names.ruleset.lists[name.removeprefix(_LISTS)]
            return names.quote(names.title(named.title, named.id))
        if name in names.ruleset.acts:
            return names.act(name)
        if name in names.ruleset.roles:
            return names.role(name)
        file = next((f for f in names.ruleset.files if f.id == name), None)
        if file is not None:
            return names.quote(names.file(file))
        return self.happenings.moment(name, self.layer) or self.phrases.attribute(name)
