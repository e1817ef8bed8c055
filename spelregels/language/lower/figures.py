"""Figures: every fact declared and a number, every form whole."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from spelregels.language.lower.scope import Scope
from spelregels.language.problems import listing, nearest, suggest_key
from spelregels.language.surface.base import Name
from spelregels.language.surface.figures import WorkedOutIn
from spelregels.model.figures import FactFigure, Figure, Pick, Picked, Scaled, Share
from spelregels.model.frozen import dataclass
from spelregels.model.ruleset import Attribute
from spelregels.model.words import AttributeType

_NUMBERS = (AttributeType.INTEGER, AttributeType.MONEY)
_FORMS: Mapping[str, tuple[str, ...]] = {
    "share": ("of",),
    "lowest_of": (),
    "highest_of": (),
    "sum_of": (),
    "depends_on": ("values",),
    "act": ("attribute",),
}
_ALSO: Mapping[str, tuple[str, ...]] = {"share": ("round",)}
Written = int | Decimal | Name | WorkedOutIn


@dataclass(frozen=True, slots=True)
class FigureReader:
    """Reads figures. ``own``: the attributes of the event that is judged, if there is one."""

    scope: Scope
    own: Mapping[str, Attribute]

    def figure(self, given: Written) -> Figure | None:
        """The figure, or None when it cannot be made (problems are noted)."""
        match given:
            case Name():
                return self.fact(given)
            case WorkedOutIn():
                form = self.form(given)
                return self.worked_out(form, given) if form else None
            case _:
                return given

    def form(self, given: WorkedOutIn) -> str | None:
        """The one form that these keys make; anything else is noted."""
        keys = given.model_fields_set
        forms = [form for form in _FORMS if form in keys]
        if len(forms) == 1:
            form = forms[0]
            belong = {form, *_FORMS[form], *_ALSO.get(form, ())}
            missing = [key for key in _FORMS[form] if key not in keys]
            if not missing and keys <= belong:
                return form
        if not keys & self.scope.dropped:
            self.scope.note(
                "figure-form",
                given.position,
                "Aan deze sleutels is niet te zien welk getal dit is.",
                "These keys do not say which number this is.",
                expected_nl=_SHOWN.format("of"),
                expected_en=_SHOWN.format("or"),
            )
        return None

    def worked_out(self, form: str, given: WorkedOutIn) -> Figure | None:
        """The figure of one form."""
        match form:
            case "share" if given.share is not None and given.of is not None:
                of = self.figure(given.of)
                return None if of is None else Share(*given.share, of, given.round)
            case "depends_on" if given.depends_on is not None and given.values is not None:
                return self.scaled(given.depends_on, given.values, given)
            case "act" if given.act is not None and given.attribute is not None:
                return self.of_act(given.act, given.attribute)
            case _:
                pick = Pick(form)
                parts = [self.figure(part) for part in getattr(given, form) or ()]
                made = tuple(part for part in parts if part is not None)
                return Picked(pick, made) if len(made) == len(parts) else None

    def fact(self, name: Name) -> FactFigure | None:
        """A name: an attribute of the event that is judged, else a declared fact."""
        own = str(name) in self.own
        declared = {**self.scope.words.facts, **self.own}
        if not self.number(name, declared, "facts"):
            return None
        return FactFigure(str(name), own=own)

    def of_act(self, act: Name, attribute: Name) -> FactFigure | None:
        """An attribute of the last earlier event of an act."""
        found = self.scope.act(act)
        if found is None or not self.number(attribute, found.attributes, "acts"):
            return None
        return FactFigure(str(attribute), found.id)

    def number(self, name: Name, known: Mapping[str, Attribute], under: str) -> bool:
        """Whether that is declared, and a number; anything else is noted."""
        declared = known.get(str(name))
        if declared is None:
            near = nearest(str(name), known)
            self.scope.note(
                "unknown-attribute",
                name.position,
                f"Het gegeven {name} bestaat niet.",
                f"The fact {name} does not exist.",
                expected_nl="; ".join(
                    filter(None, (near, f"een nieuw gegeven hoort onder {under}"))
                ),
                expected_en="; ".join(filter(None, (near, f"a new one belongs under {under}"))),
                suggestion=suggest_key(str(name), known),
            )
            return False
        if declared.type in _NUMBERS and not declared.many and not declared.one_of:
            return True
        self.scope.note(
            "not-comparable",
            name.position,
            f"{name} is geen getal en geen bedrag.",
            f"{name} is no number and no amount.",
            expected_nl="een gegeven van het type integer of money",
            expected_en="a fact of type integer or money",
        )
        return False

    def scaled(
        self, name: Name, values: Mapping[str, Written], given: WorkedOutIn
    ) -> Scaled | None:
        """A number for each word of a fact that is one of a closed set of words."""
        declared = self.scope.words.facts.get(str(name))
        words = declared.one_of if declared else ()
        if not words:
            self.scope.note(
                "no-scale",
                name.position,
                f"{name} is geen gegeven met vaste woorden.",
                f"{name} is no fact with fixed words.",
                expected_nl="onder facts: naam: {one_of: [woord, woord]}",
                expected_en="under facts: name: {one_of: [word, word]}",
            )
            return None
        if {str(word) for word in values} != set(words):
            self.scope.note(
                "scale-words",
                given.at("values"),
                f"Voor elk woord van {name} hoort hier een getal, en voor geen ander.",
                f"Each word of {name} must have a number here, and no other word.",
                expected_nl=listing(words),
                expected_en=listing(words),
            )
            return None
        made = [(str(word), self.figure(part)) for word, part in values.items()]
        parts = tuple((word, part) for word, part in made if part is not None)
        return Scaled(str(name), parts) if len(parts) == len(made) else None


_SHOWN = (
    "{{share: 1%, of: gegeven}}, {{lowest_of: […]}}, {{highest_of: […]}}, {{sum_of: […]}}, "
    "{{depends_on: gegeven, values: {{woord: 100}}}} {0} {{act: handeling, attribute: gegeven}}"
)
