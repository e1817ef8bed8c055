"""Classes of ``spelregels.model.frozen`` are what the standard library makes (issue 3, 2.6)."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, replace
from dataclasses import dataclass as standard
from typing import Any

import pytest

from spelregels.model.frozen import dataclass

Maker = Callable[..., Any]


def plain(made: Maker) -> Any:
    @made(frozen=True, slots=True)
    class Thing:
        """Said."""

        name: str
        size: int = 3
        tags: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

        @property
        def twice(self) -> int:
            return self.size * 2

    return Thing


def named(made: Maker) -> Any:
    @made(frozen=True, slots=True, kw_only=True)
    class Thing:
        name: str
        size: int = 3

    return Thing


def inherited(made: Maker) -> Any:
    @made(frozen=True, slots=True, kw_only=True)
    class Base:
        size: int = 3

    @made(frozen=True, slots=True, kw_only=True)
    class Thing(Base):
        name: str

    return Thing


def empty(made: Maker) -> Any:
    @made(frozen=True, slots=True)
    class Thing:
        pass

    return Thing


FORMS = (plain, named, inherited, empty)


@pytest.mark.parametrize("form", FORMS)
def test_a_class_is_made_called_and_shown_alike(form: Callable[[Maker], Any]) -> None:
    """Same fields, same parameters, same defaults, same text."""
    ours, theirs = form(dataclass), form(standard)
    told = [
        [(one.name, one.kind, one.default is one.empty) for one in found.parameters.values()]
        for found in (inspect.signature(ours), inspect.signature(theirs))
    ]
    assert told[0] == told[1]
    assert [f.name for f in fields(ours)] == [f.name for f in fields(theirs)]
    assert ours.__match_args__ == theirs.__match_args__
    given: dict[str, Any] = {"name": "a"} if "name" in told[0].__repr__() else {}
    one, other = ours(**given), theirs(**given)
    assert repr(one).split(".")[-1] == repr(other).split(".")[-1]
    assert not hasattr(one, "__dict__")
    for wrong in ((1, 2, 3, 4), ()):
        if form is not empty or wrong:
            with pytest.raises(TypeError):
                ours(*wrong)


def test_equal_when_equal_and_only_within_a_class() -> None:
    """Equality and hash go by the fields that are compared; another class is never equal."""
    ours, other = plain(dataclass), plain(dataclass)
    assert ours("a", tags={"x": "y"}) == ours("a")
    assert hash(ours("a", tags={"x": "y"})) == hash(ours("a"))
    assert ours("a") != ours("b") and ours("a") != ours("a", 4)
    assert ours("a") != other("a") and ours("a") != "a"
    assert len({ours("a"), ours("a"), ours("b")}) == 2
    assert empty(dataclass)() != empty(dataclass)()
    with pytest.raises(TypeError):
        hash(ours([]))


def test_defaults_are_made_anew() -> None:
    """A default that can change is not shared; methods and texts stay."""
    ours = plain(dataclass)
    assert ours("a").tags is not ours("a").tags
    assert ours("a").twice == 6
    assert ours.__doc__ == "Said."
    with pytest.raises(ValueError, match="mutable default"):
        dataclass(frozen=True, slots=True)(type("T", (), {"__annotations__": {"x": list}, "x": []}))


def test_nothing_can_be_changed_but_in_a_copy() -> None:
    """Frozen; ``replace``, ``copy`` and patterns work."""
    one = plain(dataclass)("a")
    for change in (lambda: setattr(one, "name", "b"), lambda: delattr(one, "name")):
        with pytest.raises(FrozenInstanceError):
            change()
    with pytest.raises(AttributeError):
        one.other = 1
    assert one.name == "a"
    assert replace(one, name="b").name == "b"
    assert copy.copy(one) == one and copy.deepcopy(one) == one
    match one:
        case object(name="a", size=3):
            pass
        case _:
            pytest.fail("no match")


@dataclass(frozen=True, slots=True)
class Kept:
    """At the top of a module, where pickling finds it."""

    name: str
    size: int = 3


def test_it_travels_between_processes() -> None:
    """As a process pool sends it."""
    assert pickle.loads(pickle.dumps(Kept("a", 4))) == Kept("a", 4)


def test_anything_else_is_left_to_the_standard_library() -> None:
    """Ordered, changeable, with a step after making: made as always."""

    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        x: int

    @dataclass(slots=True)
    class Changeable:
        x: int

    @dataclass(frozen=True, slots=True)
    class Checked:
        x: int

        def __post_init__(self) -> None:
            if self.x < 0:
                raise ValueError

    assert Ordered(1) < Ordered(2)
    one = Changeable(1)
    one.x = 2
    with pytest.raises(ValueError):
        Checked(-1)
