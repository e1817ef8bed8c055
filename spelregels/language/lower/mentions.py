"""Which terms and stages a norm or a term speaks of, wherever in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from spelregels.model.patterns import StageWindow, TermRef


def terms_in(thing: object) -> frozenset[TermRef]:
    """Every named term that stands anywhere inside a norm or a term."""
    return frozenset(part for part in _parts(thing) if isinstance(part, TermRef))


def stages_in(thing: object) -> frozenset[str]:
    """Every stage that a window inside a norm or a term names."""
    return frozenset(part.stage for part in _parts(thing) if isinstance(part, StageWindow))


def _parts(thing: object) -> Iterator[object]:
    """The thing itself and all that stands in it: dataclasses and tuples, nothing else."""
    yield thing
    if isinstance(thing, tuple):
        for part in thing:
            yield from _parts(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _parts(getattr(thing, field.name))
