"""One test on one attribute in words: ``‘bedrag’ is hoogstens 5000 euro``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from spelregels.model.figures import FIGURES
from spelregels.model.frozen import dataclass
from spelregels.model.patterns import Condition, Earlier, Op, Test, Value
from spelregels.model.ruleset import Attribute
from spelregels.model.words import AttributeType, Level
from spelregels.report.names import Names, readable
from spelregels.report.numbers import figure_text

_WHO = ("by", "as")
_BODY = "competent_authority"
_LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Attributes:
    """The tests of conditions in the words of ``names``."""

    names: Names

    def said(self, test: Test, frames: Mapping[Op, str]) -> str:
        """``frames``: OPERATORS for a sentence of its own, CLAUSES after *if*, *that*, *where*."""
        labels = self.names.words.labels
        clause = frames is labels.CLAUSES
        if test.attribute in _WHO:
            frames = labels.WHO_CLAUSES if clause else labels.WHO_OPERATORS
        elif isinstance(test.operand, bool):
            frames = labels.ANSWER_CLAUSES if clause else labels.ANSWERS
        elif self._holds_a_list(test.attribute):
            frames = labels.LIST_CLAUSES if clause else labels.LISTS
        name, value = self.name(test.attribute), self._operand(test)
        if clause and self._quoted(name) and self._quoted(value):
            frames = labels.WORD_CLAUSES if frames is labels.CLAUSES else frames
        frame: str = frames[test.op]
        return frame.format(attribute=name, value=value)

    def _quoted(self, text: str) -> bool:
        return text.startswith(self.names.quote("")[:1])

    def list_asked(self, condition: Condition) -> str:
        """The list in which this asks for one value; empty if it asks anything else."""
        if not isinstance(condition, Test) or condition.op is not Op.IS:
            return ""
        return condition.attribute if self._holds_a_list(condition.attribute) else ""

    def all_listed(self, tests: Sequence[Test], frames: Mapping[Op, str]) -> str:
        """All that must stand in one list, told at once."""
        clause = frames is self.names.words.labels.CLAUSES
        attribute = self.name(tests[0].attribute)
        values = self.names.words.join(map(self._operand, tests))
        key = "listed_clause" if clause else "listed"
        return self.names.words.part(key, attribute=attribute, values=values)

    def name(self, attribute: str) -> str:
        """``‘motivering’``; what any trajectory or event may have, in words: *het onderwerp*."""
        common: Mapping[str, str] = self.names.words.labels.COMMON_FACTS
        if attribute in common and not self._declared(attribute):
            return common[attribute]
        return self.names.quote(readable(attribute))

    def _operand(self, test: Test) -> str:
        if isinstance(test.operand, Earlier):
            return self._earlier(test.operand)
        if isinstance(test.operand, FIGURES):
            is_money = AttributeType.MONEY in self.types(test.attribute)
            return figure_text(test.operand, self.names, money=is_money)
        return self._value(test.attribute, test.operand)

    def _value(self, attribute: str, value: Value | None) -> str:
        if isinstance(value, tuple):
            return self.names.words.join((self._value(attribute, one) for one in value), "or")
        types = self.types(attribute)
        if isinstance(value, str):
            return self._word(attribute, value, types)
        text = self.names.value(value)
        is_money = isinstance(value, int | Decimal) and AttributeType.MONEY in types
        return self.names.words.part("money", amount=text) if is_money else text

    def _word(self, attribute: str, value: str, types: set[AttributeType]) -> str:
        """A role by its name, a level by its label; any other word between quotes."""
        if attribute in (*_WHO, _BODY) or AttributeType.ROLE in types:
            return self.names.role(value)
        if attribute == _LEVEL and not types and value in {level.value for level in Level}:
            return self.names.quote(self.names.words.labels.LEVELS[Level(value)])
        return self.names.quote(readable(value))

    def types(self, attribute: str) -> set[AttributeType]:
        """The types that acts and facts declare for an attribute of this name."""
        return {one.type for one in self._declared(attribute)}

    def _holds_a_list(self, attribute: str) -> bool:
        """Of a list one says what stands in it, not what it is."""
        declared = self._declared(attribute)
        return bool(declared) and all(one.many for one in declared)

    def _declared(self, attribute: str) -> list[Attribute]:
        ruleset = self.names.ruleset
        tables = (ruleset.facts, *(act.attributes for act in ruleset.acts.values()))
        return [table[attribute] for table in tables if attribute in table]

    def _earlier(self, earlier: Earlier) -> str:
        words, frames = self.names.words, self.names.words.frames.SITUATIONS
        attribute = self.name(earlier.attribute)
        if earlier.act is None:
            return words.say(frames, "earlier_own", attribute=attribute)
        key = f"earlier_{earlier.attribute}" if earlier.attribute in _WHO else "earlier"
        return words.say(frames, key, attribute=attribute, act=self.names.act(earlier.act))
