"""Parts of a file as if they stood there: what a gate's norms are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from spelregels.language.surface.base import Surface
from spelregels.language.surface.conditions import ConditionIn
from spelregels.language.surface.patterns import ActIn, AnyActIn
from spelregels.model.problem import Position

M = TypeVar("M", bound=Surface)
Parts = Sequence[ConditionIn | None]


def make(model: type[M], place: Position, **given: Any) -> M:
    """A part of a file as if it stood at ``place``; what is given was checked when it was read."""
    made = model.model_construct(**given)
    made._position = place
    return made


def singles(pattern: Any) -> list[Any]:
    """The acts of a pattern, apart."""
    if pattern is None:
        return []
    return list(pattern.any_of) if isinstance(pattern, AnyActIn) else [pattern]


def any_act(patterns: list[Any], place: Position) -> Any:
    """Any of these acts."""
    return patterns[0] if len(patterns) == 1 else make(AnyActIn, place, any_of=patterns)


def narrowed(act: Any, where: ConditionIn) -> ActIn:
    """That act, if this holds of it too."""
    if not isinstance(act, ActIn):
        return make(ActIn, act.position, act=act, where=where)
    both = all_hold([act.where, where], act.position)
    return act.model_copy(update={"where": both})


def done_by(act: Any, by: Any) -> Any:
    """That act, done in this role; ``None`` and ``not_stated``: by anyone."""
    if by is None or by == "not_stated":
        return act
    if not isinstance(act, ActIn):
        return make(ActIn, act.position, act=act, by=by)
    return act if act.by or act.as_ else act.model_copy(update={"by": by})


def all_hold(parts: Parts, place: Position) -> ConditionIn | None:
    """All of these; None when nothing is asked."""
    said = [part for part in parts if part is not None]
    if len(said) < 2:
        return said[0] if said else None
    return make(ConditionIn, place, all_of=said)


def any_holds(parts: Parts, place: Position) -> ConditionIn | None:
    """One of these; None when one of them asks nothing."""
    said = [part for part in parts if part is not None]
    return make(ConditionIn, place, any_of=said) if len(said) == len(parts) else None


def none_hold(parts: Parts, place: Position) -> ConditionIn:
    """None of these."""
    return make(ConditionIn, place, none_of=[part for part in parts if part is not None])
