"""Attributes of acts and facts, as written and as the model has them."""

from __future__ import annotations

from spelregels.language.surface.vocabulary import LongAttributeIn, OneOfIn
from spelregels.model.ruleset import Attribute
from spelregels.model.words import AttributeType


def attribute_of(given: object) -> Attribute:
    """``text``, ``[text]``, ``{one_of: […]}``, ``{type: text, many: true}`` as an attribute."""
    match given:
        case AttributeType():
            return Attribute(given)
        case [AttributeType() as kind]:
            return Attribute(kind, many=True)
        case [OneOfIn() as words]:
            return Attribute(AttributeType.TEXT, many=True, one_of=tuple(map(str, words.one_of)))
        case LongAttributeIn():
            words_of = tuple(map(str, given.one_of or ()))
            return Attribute(given.type or AttributeType.TEXT, bool(given.many), words_of)
        case _:
            raise AssertionError(f"not an attribute: {given!r}")


def shown(attribute: Attribute) -> str:
    """An attribute's type in the words of the file."""
    what = "|".join(attribute.one_of) or attribute.type.value
    return f"[{what}]" if attribute.many else what
