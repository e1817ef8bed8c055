"""From what a source says to what a trajectory says: one value at a time, nothing guessed."""

from __future__ import annotations

from collections.abc import Mapping

from spelregels.doors import conversions
from spelregels.doors.date_formats import NoFitError, Written, read_date
from spelregels.doors.finding import Finder, Scope
from spelregels.doors.mapping_model import (
    Field,
    FieldType,
    Otherwise,
    text_of,
)
from spelregels.language.nodes import ListNode, MapNode, Node, NodeScalar, ScalarNode
from spelregels.language.problems import listing, suggest
from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position, Problem
from spelregels.model.words import Precision

_EXPECTED = {
    FieldType.INTEGER: ("een geheel getal", "a whole number"),
    FieldType.NUMBER: ("een getal", "a number"),
    FieldType.BOOLEAN: (
        "true of false; geef andere woorden onder `words`",
        "true or false; give other words under `words`",
    ),
    FieldType.DURATION: ("een duur zoals 6 weken", "a duration such as 6 weken"),
    FieldType.DATE: ("een hele datum, met de dag", "a whole date, with its day"),
}
_DATE_TROUBLE = {
    "date-format": ("past in geen van de vormen", "fits none of the forms"),
    "date-ambiguous": ("kan op twee manieren worden gelezen", "can be read in two ways"),
    "no-such-date": ("is geen bestaande datum", "is not a date that exists"),
    "no-zone": ("heeft geen tijdzone", "has no time zone"),
}


@dataclass(frozen=True, slots=True)
class Values(Finder):
    """Evaluates the fields of one mapping."""

    # -- making -----------------------------------------------------------------------------------

    def make(self, rule: Field, scope: Scope, name: str) -> Node | None:
        """The value of a field; None when it is unknown or skipped (or refused, with a problem)."""
        if rule.constant is not None:
            return rule.constant
        for case in rule.cases:
            if self.holds(case.conditions, scope):
                return case.then
        if not rule.paths:
            return self._unknown_word(rule, name, "", scope.item.position)
        found = self._read(rule, scope, name)
        if found is None:
            if rule.required:
                self.empty_value(rule, scope, name)
            return None
        if isinstance(found, ScalarNode) and text_of(found) in rule.absent:
            return ScalarNode(None, found.position)
        if rule.type is FieldType.LIST:
            return self._list(rule, found, name)
        return self._one(rule, found, scope, name)

    def moment(self, rule: Field, scope: Scope, name: str) -> tuple[Written, Position] | None:
        """The date a field says, with its place; None when there is none."""
        found = self._read(rule, scope, name)
        return None if found is None else self._date(rule, found)

    def _read(self, rule: Field, scope: Scope, name: str) -> Node | None:
        nodes = [self.look(path, scope) for path in rule.paths]
        if any(self.says_nothing(node, rule.empty) for node in nodes):
            return None
        if len(nodes) == 1:
            return nodes[0]
        parts = [text_of(node) for node in nodes if isinstance(node, ScalarNode)]
        place = next((node.position for node in nodes if node is not None), rule.position)
        if len(parts) < len(nodes):
            self._shape(place, name)
            return None
        text = rule.glue.join(parts)
        return ScalarNode(text, place, False, text)

    def _list(self, rule: Field, found: Node, name: str) -> Node | None:
        if isinstance(found, ScalarNode):
            texts = text_of(found).split(rule.separator) if rule.separator else [text_of(found)]
            items: tuple[Node, ...] = tuple(
                ScalarNode(text.strip(), found.position, False, text.strip())
                for text in texts
                if text.strip()
            )
        elif isinstance(found, ListNode):
            items = found.items
        else:
            self._shape(found.position, name)
            return None
        made: list[Node] = []
        for item in items:
            word = self._word(rule, item, name)
            made.extend(word.items if isinstance(word, ListNode) else [word] if word else [])
        return ListNode(tuple(made), found.position)

    def _one(self, rule: Field, found: Node, scope: Scope, name: str) -> Node | None:
        if isinstance(found, MapNode) or (
            isinstance(found, ListNode) and rule.type is not FieldType.PLAIN
        ):
            self._shape(found.position, name)
            return None
        if isinstance(found, ListNode):
            return found
        word = self._word(rule, found, name)
        if not isinstance(word, ScalarNode) or word.value is None:
            return word
        return self._converted(rule, word, scope, name)

    def _word(self, rule: Field, node: Node, name: str) -> Node | None:
        if rule.words is None or not isinstance(node, ScalarNode):
            return node
        word = text_of(node)
        if word not in rule.words:
            return self._unknown_word(rule, name, word, node.position, node)
        ours = rule.words[word]
        if isinstance(ours, ScalarNode):  # our word, at the place where theirs stands
            return ScalarNode(ours.value, node.position, ours.quoted, ours.written)
        return ours

    def _unknown_word(
        self, rule: Field, name: str, word: str, position: Position, node: Node | None = None
    ) -> Node | None:
        match rule.otherwise:
            case Otherwise.GIVE:
                if word:
                    self.tally.skip(name, word, position)
                return rule.give
            case Otherwise.KEEP:
                return node
            case Otherwise.SKIP:
                if word:
                    self.tally.skip(name, word, position)
                return None
            case Otherwise.REFUSE:
                known: Mapping[str, Node] = rule.words or {}
                self.tally.problems.add(
                    "unmapped-word",
                    position,
                    f"De mapping kent het woord `{word}` niet (voor `{name}`).",
                    f"The mapping does not know the word `{word}` (for `{name}`).",
                    expected_nl=listing(known) or "een van de gevallen onder `cases`",
                    expected_en=listing(known) or "one of the cases under `cases`",
                    suggestion=suggest(word, known),
                )
                return None

    # -- converting -------------------------------------------------------------------------------

    def _converted(self, rule: Field, node: ScalarNode, scope: Scope, name: str) -> Node | None:
        text = text_of(node)
        value: NodeScalar
        match rule.type:
            case FieldType.PLAIN | FieldType.LIST:
                return node
            case FieldType.TEXT:
                value = text
            case FieldType.INTEGER | FieldType.NUMBER:
                sign = rule.decimal_sign if isinstance(node.value, str) else "."
                value = conversions.number(text, decimal_sign=sign)
                if rule.type is FieldType.INTEGER and not isinstance(value, int):
                    value = None
            case FieldType.BOOLEAN:
                value = conversions.boolean(text)
            case FieldType.DURATION:
                value = self._duration(rule, text, scope, name)
            case FieldType.DATE:
                read = self._date(rule, node)
                if read is None:
                    return None
                written = read[0]
                whole = written.precision in (Precision.DAY, Precision.MINUTE)
                value = written.day if whole else None
        if value is None:
            self._not(node, rule.type, name)
            return None
        return ScalarNode(value, node.position, False, node.written)

    def _duration(self, rule: Field, text: str, scope: Scope, name: str) -> str | None:
        if rule.unit is None:
            return conversions.duration(text)
        unit = self.make(rule.unit, scope, f"{name}.unit")
        return conversions.duration(text, text_of(unit)) if isinstance(unit, ScalarNode) else None

    def _date(self, rule: Field, node: Node) -> tuple[Written, Position] | None:
        if not isinstance(node, ScalarNode):
            self._shape(node.position, "at")
            return None
        try:
            return read_date(text_of(node), rule.dates, zone=self.zone), node.position
        except NoFitError as error:
            nl, en = _DATE_TROUBLE[error.code]
            forms = listing(rule.dates)
            zone = error.code == "no-zone"
            self.tally.problems.add(
                error.code,
                node.position,
                f"`{text_of(node)}` {nl}.",
                f"`{text_of(node)}` {en}.",
                expected_nl="een tijd met +01:00 of Z, of `zone` onder `input`" if zone else forms,
                expected_en="a time with +01:00 or Z, or `zone` under `input`" if zone else forms,
            )
            return None

    # -- problems ---------------------------------------------------------------------------------

    def _not(self, node: ScalarNode, kind: FieldType, name: str) -> None:
        nl, en = _EXPECTED.get(kind, ("", ""))
        self.tally.problems.add(
            "unreadable-value",
            node.position,
            f"`{text_of(node)}` is niet te lezen als waarde van `{name}`.",
            f"`{text_of(node)}` cannot be read as a value of `{name}`.",
            expected_nl=nl,
            expected_en=en,
        )

    def empty_value(self, rule: Field, scope: Scope, name: str, instead: str = "") -> None:
        """Note that a value that must be there is not; ``instead``: what could be written."""
        where = ", ".join(path.text for path in rule.paths)
        more = f"; `{instead}`" if instead else ""
        problem = Problem(
            "empty-value",
            scope.item.position,
            f"`{name}` moet een waarde hebben, maar `{where}` zegt hier niets.",
            f"`{name}` must have a value, but `{where}` says nothing here.",
            f"een waarde; of `only: {{{where}: present}}` om deze over te slaan{more}",
            f"a value; or `only: {{{where}: present}}` to leave this out{more}",
        )
        self.tally.empty.append((rule.paths, problem))

    def _shape(self, position: Position, name: str) -> None:
        self.tally.problems.add(
            "wrong-type",
            position,
            f"Voor `{name}` staat hier geen enkele waarde, maar een lijst of een groep sleutels.",
            f"For `{name}` there is no single value here, but a list or a group of keys.",
            expected_nl="één waarde; gebruik `for_each` voor een lijst",
            expected_en="one value; use `for_each` for a list",
        )
