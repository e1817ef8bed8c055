"""What conditions allow together (issue 3.1), held against trying every value there is.

The checks trust two answers: *cannot hold together*, and *follows from*. Each must be true of every
combination of values; a doubt may only ever make a check silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from random import Random

import pytest

from spelregels.model.figures import FactFigure, Share
from spelregels.model.patterns import AllOf, AnyOf, Condition, NoneOf, Op, Test, Value
from spelregels.model.ruleset import Attribute
from spelregels.model.words import AttributeType
from spelregels.verify.bands import Band, band_of, gaps
from spelregels.verify.logic import follows, possible

TYPES = {
    "ja": Attribute(AttributeType.BOOLEAN),
    "soort": Attribute(AttributeType.TEXT, one_of=("a", "b", "c")),
    "aantal": Attribute(AttributeType.INTEGER),
}
VALUES: Mapping[str, tuple[Value | None, ...]] = {
    "ja": (True, False, None),
    "soort": ("a", "b", "c", None),
    "aantal": (*range(-1, 5), None),
}
World = Mapping[str, Value | None]


def worlds() -> Iterator[World]:
    for values in product(*VALUES.values()):
        yield dict(zip(VALUES, values, strict=True))


WORLDS = tuple(worlds())


def holds(condition: Condition, world: World) -> bool:
    match condition:
        case Test():
            return meets(condition, world[condition.attribute])
        case AllOf(parts):
            return all(holds(part, world) for part in parts)
        case AnyOf(parts):
            return any(holds(part, world) for part in parts)
        case NoneOf(parts):
            return not any(holds(part, world) for part in parts)


def meets(test: Test, value: Value | None) -> bool:
    given = test.operand
    match test.op:
        case Op.PRESENT:
            return value is not None
        case Op.ABSENT:
            return value is None
        case Op.IS:
            return value == given and value is not None
        case Op.IS_NOT:
            return value != given
        case Op.ONE_OF:
            return isinstance(given, tuple) and value in given
    if not isinstance(value, int) or not isinstance(given, int):
        # what is not there is neither above nor below anything
        return False
    return {
        Op.ABOVE: value > given,
        Op.BELOW: value < given,
        Op.AT_LEAST: value >= given,
        Op.AT_MOST: value <= given,
    }[test.op]


def one_test(random: Random) -> Test:
    name = random.choice(list(TYPES))
    op = random.choice([Op.IS, Op.IS_NOT, Op.PRESENT, Op.ABSENT])
    if name == "aantal":
        op = random.choice([op, Op.ABOVE, Op.BELOW, Op.AT_LEAST, Op.AT_MOST])
    if name == "soort" and random.random() < 0.3:
        return Test(name, Op.ONE_OF, tuple(random.sample(["a", "b", "c"], random.randint(1, 2))))
    known = [value for value in VALUES[name] if value is not None]
    needs_none = op in (Op.PRESENT, Op.ABSENT)
    return Test(name, op, None if needs_none else random.choice(known))


def condition(random: Random, depth: int) -> Condition:
    if depth == 0 or random.random() < 0.3:
        return one_test(random)
    kind = random.choice([AllOf, AnyOf, NoneOf])
    return kind(tuple(condition(random, depth - 1) for _ in range(random.randint(1, 3))))


@pytest.mark.parametrize("seed", range(4))
def test_impossible_is_said_only_of_what_no_values_meet(seed: int) -> None:
    """3.1: where any values meet all conditions, no check may call them empty."""
    random = Random(seed)
    empty = 0
    for _ in range(300):
        given = [condition(random, 2) for _ in range(2)]
        real = any(all(holds(one, world) for one in given) for world in WORLDS)
        said = possible(*given, types=TYPES.get)
        assert said or not real, given
        empty += not said
    assert empty > 10


@pytest.mark.parametrize("seed", range(4))
def test_follows_is_said_only_of_what_always_follows(seed: int) -> None:
    """3.1: a ban covers a duty only if it does so for all values."""
    random = Random(seed)
    sure = 0
    for _ in range(300):
        wide, narrow = condition(random, 1), condition(random, 2)
        if follows(wide, narrow, TYPES.get):
            sure += 1
            for world in WORLDS:
                assert not holds(narrow, world) or holds(wide, world), (wide, narrow, world)
    assert sure > 10


HALF, THIRD = Share(1, 2, FactFigure("wijkbudget")), Share(1, 3, FactFigure("wijkbudget"))


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (Test("aantal", Op.AT_MOST, HALF), Test("aantal", Op.ABOVE, HALF), False),
        (Test("aantal", Op.BELOW, HALF), Test("aantal", Op.AT_LEAST, HALF), False),
        (Test("aantal", Op.AT_MOST, HALF), Test("aantal", Op.AT_LEAST, HALF), True),
        (Test("aantal", Op.BELOW, HALF), Test("aantal", Op.ABOVE, THIRD), True),
        (Test("aantal", Op.BELOW, HALF), Test("aantal", Op.ABOVE, 5), True),
    ],
)
def test_a_bound_that_is_worked_out(one: Test, other: Test, together: bool) -> None:
    """3.1: what it comes to is not known, but nothing lies above and below the same bound."""
    assert possible(one, other, types=TYPES.get) is together
    assert follows(one, one, TYPES.get)
    assert not follows(one, Test("aantal", Op.PRESENT), TYPES.get)


def test_a_list_can_hold_two_values_at_once() -> None:
    """A list-valued attribute fits if one of its values does, so two may be asked of it."""
    both = AllOf((Test("kanaal", Op.IS, "krant"), Test("kanaal", Op.IS, "website")))
    channels = Attribute(AttributeType.TEXT, many=True)
    assert possible(both, types={"kanaal": channels}.get)
    assert not possible(both, types={"kanaal": Attribute(AttributeType.TEXT)}.get)


def test_what_is_too_long_to_write_out_is_left_alone() -> None:
    """3.1: a check that is not sure says nothing."""
    wide = AllOf(tuple(AnyOf((Test("aantal", Op.IS, n), Test("aantal", Op.IS, n + 1)))
                       for n in range(0, 40, 2)))  # fmt: skip
    assert possible(wide, types=TYPES.get)
    assert not follows(Test("aantal", Op.IS, 99), wide, TYPES.get)


def test_bands_and_the_gaps_between_them() -> None:
    """Amounts that meet leave no gap; a gap is told with its own edges."""
    low, high = Test("bedrag", Op.AT_MOST, 5000), Test("bedrag", Op.ABOVE, 5000)
    bands = [band for one in (low, high) if (band := band_of(one))]
    assert list(gaps(bands)) == []
    assert bands[0].shared(bands[1]) is None
    (gap,) = gaps([bands[0], _band(Test("bedrag", Op.AT_LEAST, 10000))])
    assert gap.told().nl == "boven 5000 en onder 10000"
    (point,) = gaps([_band(Test("bedrag", Op.BELOW, 5000)), bands[1]])
    assert point.told().en == "of exactly 5000"
    assert band_of(Test("bedrag", Op.IS, 5)) is None
    assert band_of(None) is None


def _band(test: Test) -> Band:
    found = band_of(test)
    assert found is not None
    return found
