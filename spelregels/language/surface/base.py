"""Names that know their place, and the base of every surface model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.model.problem import Position

NOWHERE = Position()


class Name(str):
    """Text from a file, with the place where it stands."""

    __slots__ = ("position", "quoted")

    position: Position
    quoted: bool

    def __new__(cls, text: str, position: Position = NOWHERE, quoted: bool = False) -> Name:
        """``text`` as it stands at ``position``."""
        name = super().__new__(cls, text)
        name.position = position
        name.quoted = quoted
        return name


class Group(dict[str, Any]):
    """A mapping from a file, with its place and the places of its keys."""

    __slots__ = ("keys_at", "position")

    position: Position
    keys_at: Mapping[str, Position]


class Row(list[Any]):
    """A list from a file, with its place."""

    __slots__ = ("position",)

    position: Position


def to_plain(node: Node) -> Any:
    """A node as mappings, lists and scalars that still know where they stand."""
    match node:
        case ScalarNode(value=str() as text):
            return Name(text, node.position, node.quoted)
        case ScalarNode():
            return node.value
        case ListNode():
            row = Row(to_plain(item) for item in node.items)
            row.position = node.position
            return row
        case MapNode():
            group = Group(
                (Name(key, node.keys[key]), to_plain(part)) for key, part in node.entries.items()
            )
            group.position = node.position
            group.keys_at = node.keys
            return group


class Surface(BaseModel):
    """A mapping in the file: closed keys, strict types; knows where it and its keys stand."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    _position: Position = PrivateAttr(default=NOWHERE)
    _keys: Mapping[str, Position] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _placed(cls, data: Any, handler: Any, info: ValidationInfo) -> Any:
        if isinstance(data, Group) and isinstance(info.context, dict):
            info.context[data.position] = cls  # so that an unknown key can be told what is known
        made = handler(data)
        if isinstance(data, Group):
            made._position = data.position
            made._keys = data.keys_at
        return made

    @property
    def position(self) -> Position:
        """Where this mapping begins."""
        return self._position

    @classmethod
    def known_keys(cls) -> tuple[str, ...]:
        """The keys this mapping may have, as they are written."""
        own = [name for name in cls.model_fields if name in cls.__annotations__]
        rest = [name for name in cls.model_fields if name not in own]
        return tuple(cls.model_fields[name].alias or name for name in (*own, *rest))

    def at(self, key: str) -> Position:
        """Where that key stands, else where the mapping begins."""
        return self._keys.get(key, self._position)


def fault(
    code: str,
    nl: str,
    en: str,
    *,
    expected_nl: str = "",
    expected_en: str = "",
    suggestion: str = "",
) -> PydanticCustomError:
    """An error that becomes a :class:`Problem` with these texts."""
    context = {
        "nl": nl,
        "en": en,
        "expected_nl": expected_nl,
        "expected_en": expected_en,
        "suggestion": suggestion,
    }
    return PydanticCustomError(code, "{en}", context)


class Expectation(dict[str, str | int | float]):
    """The context of a union's error; hashable, since annotations are compared by hash."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self.items()))


def expecting(nl: str, en: str) -> Expectation:
    """What may stand where a union is declared."""
    return Expectation(expected_nl=nl, expected_en=en)
