"""One test on one attribute in words: ``‘bedrag’ is hoogstens 5000 euro``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from spelregels.model.figures import FIGURES
from spelregels.model.frozen import dataclass
from spelregels.model.patterns import Condition, Earlier, Op, Test, Value
from spelregels.model.ruleset import Attribute, WordList
from spelregels.model.words import AttributeType, Level
from spelregels.report.names import Names, readable
from spelregels.report.numbers import figure_text

_WHO = ("by", "as")
_BODY = "competent_authority"
_LEVEL = "level"
_BOUNDS = frozenset((Op.ABOVE, Op.BELOW, Op.AT_LEAST, Op.AT_MOST))
_FEW = 8  # more items than that stand in the explanation of the file only


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

    def shared(self, condition: Condition, word: str) -> str:
        """What tests share that are told at once; empty for one that is told by itself.

        ``word``: whether all must hold (``and``) or any (``or``).
        """
        if not isinstance(condition, Test):
            return ""
        name, every = condition.attribute, word == "and"
        match condition.op:
            case Op.IS if isinstance(condition.operand, bool):
                return f"answer {condition.operand}"
            case Op.IS if every and self._holds_a_list(name):
                return f"list {name}"
            case Op.IS_NOT if every and name in _WHO:
                return f"who {name}"
            case op if every and op in _BOUNDS:
                return f"bounds {name}"
            case _:
                return ""

    def at_once(self, tests: Sequence[Test], frames: Mapping[Op, str], word: str) -> str:
        """Tests with the same ``shared`` as one: ``bij ‘a’ en bij ‘b’ staat ja``."""
        words, first = self.names.words, tests[0]
        clause = frames is words.labels.CLAUSES
        match first.op:
            case Op.IS if isinstance(first.operand, bool):
                return self._answers(tests, word, clause)
            case Op.IS:
                values, name = words.join(map(self._operand, tests)), self.name(first.attribute)
                key = "listed_clause" if clause else "listed"
                return words.part(key, attribute=name, values=values)
            case Op.IS_NOT:
                who = words.labels.WHO_CLAUSES if clause else words.labels.WHO_OPERATORS
                return str(who[Op.IS_NOT]).format(value=words.join(map(self._operand, tests), "or"))
            case _:
                low_first = sorted(tests, key=lambda test: test.op in (Op.BELOW, Op.AT_MOST))
                bounds = [
                    words.part(f"bound_{test.op.value}", value=self._operand(test))
                    for test in low_first
                ]
                attribute, value = self.name(first.attribute), words.join(bounds)
                return frames[Op.IS].format(attribute=attribute, value=value)

    def _answers(self, tests: Sequence[Test], word: str, clause: bool) -> str:
        words, (first, *others) = self.names.words, [self.name(t.attribute) for t in tests]
        rest = (words.part("answers_next", attribute=other) for other in others)
        key = f"answers_{word}_clause" if clause else f"answers_{word}"
        names, value = words.join((first, *rest), word), self._operand(tests[0])
        return words.part(key, attributes=names, value=value)

    def name(self, attribute: str) -> str:
        """``‘motivering’``; what any trajectory or event may have, in words: *het onderwerp*."""
        common: Mapping[str, str] = self.names.words.labels.COMMON_FACTS
        if attribute in common and not self._declared(attribute):
            return common[attribute]
        return self.names.quote(readable(attribute))

    def _operand(self, test: Test) -> str:
        if isinstance(test.operand, Earlier):
            return self._earlier(test.operand)
        if test.op is Op.IN_LIST:
            listed = str(test.operand)
            return self.word_list(self.names.ruleset.lists.get(listed, WordList(listed)))
        if isinstance(test.operand, FIGURES):
            is_money = AttributeType.MONEY in self.types(test.attribute)
            return figure_text(test.operand, self.names, money=is_money)
        return self._value(test.attribute, test.operand)

    def word_list(self, named: WordList) -> str:
        """``‘uitgezonderd’ (belastingen en personeel, en wat niet bekend is)``."""
        words = self.names.words
        name = self.names.quote(self.names.title(named.title, named.id))
        items = words.join(map(readable, named.items)) if len(named.items) <= _FEW else ""
        seen = "whole" if named.complete else "partly"
        key = f"list_{seen}" if items else f"list_{seen}_unnamed"
        return words.part(key, name=name, items=items)

    def _value(self, attribute: str, value: Value | None) -> str:
        if isinstance(value, tuple):
            return self.names.words.join((self._value(attribute, one) for one in value), "or")
        types = self.types(attribute)
        if isinstance(value, str):
            return self._word(attribute, value, types)
        match value:
            case bool():
                return self.names.value(value)
            case int() | Decimal() if AttributeType.MONEY in types:
                return self.names.words.amount(Decimal(value))
            case _:
                return self.names.value(value)

    def _word(self, attribute: str, value: str, types: set[AttributeType]) -> str:
        """A role by its name, a level by its label; any other word between quotes."""
        known = value in self.names.ruleset.roles
        if attribute in (*_WHO, _BODY) or (AttributeType.ROLE in types and known):
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
