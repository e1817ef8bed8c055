"""Votes and who is there, as far as the names of attributes tell: the language has no votes of its
own, so checks that use this are on trial."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.figures import FactFigure, Share
from spelregels.model.norms import Requirement
from spelregels.model.patterns import Op, Test
from spelregels.verify.parts import every

_PRESENT = ("aanwezig", "opgekomen", "opkomst", "deelgenomen", "deelnemers")
_FOR = ("voor", "voorstemmen", "voorstemmers", "stemmen_voor", "ja_stemmen")
_MAJORITY = ("gewone_meerderheid", "meerderheid", "volstrekte_meerderheid")
_FLOORS = (Op.AT_LEAST, Op.ABOVE)


def quorums(norm: Requirement) -> Iterator[Test]:
    """The tests in it that ask how many must be there at least."""
    for test in every(norm.require, Test):
        if test.op in _FLOORS and test.attribute.startswith(_PRESENT):
            yield test


def majorities(norm: Requirement) -> Iterator[Test]:
    """The tests in it that ask for half of the votes or more than half, and no more than that."""
    for test in every(norm.require, Test):
        said = test.attribute in _MAJORITY and test.op is Op.IS and test.operand is True
        counted = test.attribute in _FOR and test.op in _FLOORS and _half(test.operand)
        if said or counted:
            yield test


def _half(bound: object) -> bool:
    """Half of a number, or the number of those against."""
    if isinstance(bound, Share):
        return bound.some * 2 == bound.all
    return isinstance(bound, FactFigure) and "tegen" in bound.name
