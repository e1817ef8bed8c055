"""One test on one attribute in words: ``‘bedrag’ is hoogstens 5000 euro``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from spelregels.model.figures import FIGURES
from spelregels.model.patterns import Earlier, Op, Test, Value
from spelregels.model.words import AttributeType
from spelregels.report.names import Names, readable
from spelregels.report.numbers import figure_text

_WHO = ("by", "as")


@dataclass(frozen=True, slots=True)
class Attributes:
    """The tests of conditions in the words of ``names``."""

    names: Names

    def said(self, test: Test, frames: Mapping[Op, str]) -> str:
        """``frames``: OPERATORS for a sentence of its own, CLAUSES after *if*, *that*, *where*."""
        words = self.names.words
        labels = words.labels
        if test.attribute in _WHO:
            frames = labels.WHO_CLAUSES if frames is labels.CLAUSES else labels.WHO_OPERATORS
        elif isinstance(test.operand, bool):
            frames = labels.ANSWER_CLAUSES if frames is labels.CLAUSES else labels.ANSWERS
        frame: str = frames[test.op]
        attribute = self.names.quote(readable(test.attribute))
        return frame.format(attribute=attribute, value=self._operand(test))

    def _operand(self, test: Test) -> str:
        if isinstance(test.operand, Earlier):
            return self._earlier(test.operand, test.attribute in _WHO)
        if isinstance(test.operand, FIGURES):
            is_money = AttributeType.MONEY in self.types(test.attribute)
            return figure_text(test.operand, self.names, money=is_money)
        return self._value(test.attribute, test.operand)

    def _value(self, attribute: str, value: Value | None) -> str:
        if isinstance(value, tuple):
            return self.names.words.join((self._value(attribute, one) for one in value), "or")
        types = self.types(attribute)
        if isinstance(value, str) and (attribute in _WHO or AttributeType.ROLE in types):
            return self.names.role(value)
        text = self.names.value(value)
        is_money = isinstance(value, int | Decimal) and AttributeType.MONEY in types
        return self.names.words.part("money", amount=text) if is_money else text

    def types(self, attribute: str) -> set[AttributeType]:
        """The types that acts and facts declare for an attribute of this name."""
        ruleset = self.names.ruleset
        tables = (ruleset.facts, *(act.attributes for act in ruleset.acts.values()))
        return {table[attribute].type for table in tables if attribute in table}

    def _earlier(self, earlier: Earlier, who: bool) -> str:
        words, frames = self.names.words, self.names.words.frames.SITUATIONS
        attribute = self.names.quote(readable(earlier.attribute))
        if earlier.act is None:
            return words.say(frames, "earlier_own", attribute=attribute)
        act = self.names.act(earlier.act)
        return words.say(frames, "earlier_who" if who else "earlier", attribute=attribute, act=act)
