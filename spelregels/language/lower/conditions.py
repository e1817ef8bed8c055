"""Conditions: every attribute declared, every value of its declared type."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from spelregels.language.header import HEADER_ATTRIBUTES
from spelregels.language.lower.figures import FigureReader
from spelregels.language.lower.guesses import ORDERED, comparison, presence
from spelregels.language.lower.scope import Scope
from spelregels.language.problems import listing, nearest, suggest_key
from spelregels.language.reading import plain
from spelregels.language.surface.base import Name
from spelregels.language.surface.conditions import ConditionIn, EarlierIn, OpsIn
from spelregels.language.surface.figures import WorkedOutIn
from spelregels.language.surface.notyet import NOT_YET, add_not_yet
from spelregels.language.values import MisfitError, convert_one
from spelregels.model.frozen import dataclass
from spelregels.model.patterns import (
    AllOf,
    AnyOf,
    Condition,
    Earlier,
    NoneOf,
    Op,
    Scalar,
    Test,
)
from spelregels.model.problem import Position
from spelregels.model.ruleset import Act, Attribute
from spelregels.model.words import AttributeType

EVENT_ATTRIBUTES: Mapping[str, Attribute] = {
    "by": Attribute(AttributeType.PERSON),
    "as": Attribute(AttributeType.ROLE, many=True),
    "until": Attribute(AttributeType.DATE),
}
"""What conditions may read of every event, besides what its act declares."""
_COMPARISONS = (Op.ABOVE, Op.BELOW, Op.AT_LEAST, Op.AT_MOST)
_WORDS = (AttributeType.TEXT, AttributeType.ID, AttributeType.AREA)


@dataclass(frozen=True, slots=True)
class Table:
    """The attributes a condition may read, and whose they are."""

    attributes: Mapping[str, Attribute]
    owner_nl: str
    owner_en: str
    under: str  # where such an attribute is declared


def act_table(act: Act) -> Table:
    """What a condition on an event of this act may read."""
    return Table({**EVENT_ATTRIBUTES, **act.attributes}, act.id, act.id, "acts")


def header_table(scope: Scope) -> Table:
    """What ``applies`` may read: the header, and declared facts."""
    return Table(
        {**HEADER_ATTRIBUTES, **scope.words.facts},
        "de kop van een traject",
        "a trajectory's header",
        "facts",
    )


def condition(given: ConditionIn | None, table: Table, scope: Scope) -> Condition | None:
    """The condition, or None when there is none; problems are noted."""
    if given is None:
        return None
    return _Reader(table, scope).condition(given)


def conjunction(*parts: Condition | None) -> Condition | None:
    """All of these; None when there is none."""
    said = tuple(part for part in parts if part is not None)
    if len(said) < 2:
        return said[0] if said else None
    return AllOf(said)


@dataclass(slots=True)
class _Reader:
    table: Table
    scope: Scope

    def condition(self, given: ConditionIn) -> Condition | None:
        tests = given.model_extra or {}
        parts: list[Condition] = []
        for key, test in tests.items():
            parts += self.attribute(key, test, given.at(key))
        groups: tuple[tuple[list[ConditionIn] | None, Callable[..., Condition]], ...] = (
            (given.all_of, AllOf),
            (given.any_of, AnyOf),
            (given.none_of, NoneOf),
        )
        for group, kind in groups:
            if group is not None:
                read = tuple(part for one in group if (part := self.condition(one)) is not None)
                parts.append(kind(read))
        nothing = not tests and all(group is None for group, _ in groups)
        if nothing and not self.scope.dropped:
            self.scope.note(
                "empty-condition",
                given.position,
                "Deze voorwaarde is leeg.",
                "This condition is empty.",
                expected_nl="een gegeven met wat ervan moet gelden: {bedrag: {at_most: 5000}}",
                expected_en="an attribute with what must hold: {bedrag: {at_most: 5000}}",
            )
        return conjunction(*parts)

    def attribute(self, key: str, test: Any, place: Position) -> Iterator[Condition]:
        if key in NOT_YET and key not in self.table.attributes:
            add_not_yet(self.scope.problems, key, place)
            return
        declared = self.table.attributes.get(key)
        if declared is None:
            self.unknown(key, place)
            return
        match test:
            case OpsIn():
                yield from self.operators(key, declared, test)
            case list():
                values = self.values(key, declared, test, place)
                yield Test(key, Op.ONE_OF, values)
            case "present":
                yield Test(key, Op.PRESENT)
            case "absent":
                yield Test(key, Op.ABSENT)
            case Name() if presence(test) and _free(declared):
                self.not_meant(key, test)
            case _:
                for value in self.values(key, declared, [test], place):
                    yield Test(key, Op.IS, value)

    def not_meant(self, key: str, word: Name) -> None:
        """A word that says that it is there, where the value itself is asked."""
        self.scope.note(
            "wrong-value",
            word.position,
            f"Hier staat dat {key} letterlijk {word} moet zijn.",
            f"This says that {key} must literally be {word}.",
            expected_nl=f"{presence(word)}; als het toch de tekst zelf is: [{word}]",
            expected_en=f"{presence(word)}; if the text itself is meant: [{word}]",
            suggestion=presence(word),
        )

    def unknown(self, key: str, place: Position) -> None:
        if key in self.scope.dropped:
            return
        known = [*self.table.attributes, "all_of", "any_of", "none_of"]
        hint_nl = hint_en = ""
        if key == "outcome":
            hint_nl = " Een uitkomst staat naast act: {act: …, outcome: …}."
            hint_en = " An outcome stands beside act: {act: …, outcome: …}."
        self.scope.note(
            "unknown-attribute",
            place,
            f"Het gegeven {key} bestaat niet bij {self.table.owner_nl}.{hint_nl}",
            f"The attribute {key} does not exist for {self.table.owner_en}.{hint_en}",
            expected_nl=f"{nearest(key, known)}; een nieuw gegeven hoort onder {self.table.under}",
            expected_en=f"{nearest(key, known)}; a new one belongs under {self.table.under}",
            suggestion=suggest_key(key, known),
        )

    def values(
        self, key: str, declared: Attribute, given: list[Any], place: Position
    ) -> tuple[Scalar, ...]:
        read = []
        for raw in given:
            try:
                read.append(convert_one(_unnamed(raw), declared, self.scope.words.role_of))
            except MisfitError as misfit:
                self.scope.note(
                    "wrong-value",
                    raw.position if isinstance(raw, Name) else place,
                    f"{plain(raw)} past niet bij {key} van {self.table.owner_nl}.",
                    f"{plain(raw)} does not fit {key} of {self.table.owner_en}.",
                    expected_nl=misfit.expected_nl,
                    expected_en=misfit.expected_en,
                    suggestion=misfit.suggestion or comparison(raw, declared),
                )
        return tuple(read)

    def listed(self, key: str, declared: Attribute, name: Name) -> Iterator[Condition]:
        """Whether the attribute stands in a list; each item must be a value that it may have."""
        found = self.scope.word_list(name)
        if found is None:
            return
        if declared.type not in _WORDS:
            self.scope.note(
                "wrong-type",
                name.position,
                f"{key} van {self.table.owner_nl} is {declared.type.value}; een lijst bevat tekst.",
                f"{key} of {self.table.owner_en} is {declared.type.value}; a list holds text.",
                expected_nl=listing(kind.value for kind in _WORDS),
                expected_en=listing(kind.value for kind in _WORDS),
            )
            return
        self.values(key, declared, [Name(item, name.position) for item in found.items], Position())
        yield Test(key, Op.IN_LIST, found.id)

    def operators(self, key: str, declared: Attribute, test: OpsIn) -> Iterator[Condition]:
        if not test.model_fields_set and not self.scope.dropped:
            self.scope.note(
                "empty-condition",
                test.position,
                f"De toets op {key} is leeg.",
                f"The test on {key} is empty.",
                expected_nl=listing(OpsIn.known_keys()),
            )
        if test.is_not is not None:
            many = test.is_not if isinstance(test.is_not, list) else [test.is_not]
            for value in self.values(key, declared, many, test.at("is_not")):
                yield Test(key, Op.IS_NOT, value)
        if test.in_list is not None:
            yield from self.listed(key, declared, test.in_list)
        for op in _COMPARISONS:
            raw = getattr(test, op.value)
            if raw is None or not self.ordered(key, declared, op, test.at(op.value)):
                continue
            named = {**self.scope.words.facts, **self.table.attributes}
            is_number = declared.type is not AttributeType.DATE
            if isinstance(raw, WorkedOutIn) or (
                is_number and isinstance(raw, Name) and raw in named
            ):
                limit = FigureReader(self.scope, self.table.attributes).figure(raw)
                if limit is not None and self.is_number(key, declared, test.at(op.value)):
                    yield Test(key, op, limit)
            else:
                for value in self.values(key, declared, [raw], test.at(op.value)):
                    yield Test(key, op, value)
        if test.same_as is not None:
            earlier = self.earlier(test.same_as, declared, key)
            if earlier is not None:
                yield Test(key, Op.SAME_AS, earlier)

    def ordered(self, key: str, declared: Attribute, op: Op, place: Position) -> bool:
        if declared.type in ORDERED and not declared.one_of:
            return True
        self.scope.note(
            "not-comparable",
            place,
            f"{op.value} kan niet bij {key}: dat is geen getal, bedrag of datum.",
            f"{op.value} cannot be used on {key}: it is no number, amount or date.",
            expected_nl="een waarde, een lijst, present, absent, is_not of same_as",
            expected_en="a value, a list, present, absent, is_not or same_as",
        )
        return False

    def is_number(self, key: str, declared: Attribute, place: Position) -> bool:
        if declared.type is not AttributeType.DATE:
            return True
        self.scope.note(
            "different-types",
            place,
            f"{key} is een datum, en hier staat een getal.",
            f"{key} is a date, and here is a number.",
            expected_nl="een datum als 2026-02-01",
            expected_en="a date like 2026-02-01",
        )
        return False

    def earlier(self, given: Name | EarlierIn, declared: Attribute, key: str) -> Earlier | None:
        if isinstance(given, EarlierIn):
            act = self.scope.act(given.act)
            if act is None:
                return None
            table, name, of = act_table(act), given.attribute, act.id
        else:
            table, name, of = self.table, given, None
        other = table.attributes.get(str(name))
        if other is None:
            _Reader(table, self.scope).unknown(str(name), name.position)
            return None
        if (other.type, other.one_of) != (declared.type, declared.one_of):
            self.scope.note(
                "different-types",
                name.position,
                f"{key} is {declared.type.value}, maar {name} is {other.type.value}; "
                "die zijn niet te vergelijken.",
                f"{key} is {declared.type.value}, but {name} is {other.type.value}; "
                "they cannot be compared.",
            )
            return None
        return Earlier(of, str(name))


def _unnamed(raw: Any) -> Any:
    return str(raw) if isinstance(raw, Name) else raw


def _free(declared: Attribute) -> bool:
    """Whether the value is not one of a few words."""
    return not declared.one_of and declared.type is not AttributeType.BOOLEAN
