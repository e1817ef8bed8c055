"""What a text leaves open: every *not stated* and every vague word of the own file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from spelregels.model.norms import Exemption, NamedTerm, Norm, Statement
from spelregels.model.ruleset import Machine, Ruleset, RulesetFile
from spelregels.model.terms import Duration, NotStated, Vague
from spelregels.model.words import Governs, Regime, RegulatoryLayer


@dataclass(frozen=True, slots=True)
class Hole:
    """``owner``: the id of a norm, term or stage; empty: the file. ``part``: which part of it."""

    owner: str
    part: str
    word: str = ""


def holes(ruleset: Ruleset) -> Iterator[Hole]:
    """The holes of the own file: of the whole, of its stages, terms and norms, in that order."""
    own = ruleset.own
    yield from _file_holes(own)
    machine = ruleset.machine
    if machine is not None and machine.file == own.id:
        yield from _stage_holes(machine)
    for one in (*own.terms, *own.norms):
        seen = dict.fromkeys(_parts(one.id, one))
        yield from seen


def _file_holes(file: RulesetFile) -> Iterator[Hole]:
    if isinstance(file.valid_from, NotStated):
        yield Hole("", "valid_from")
    if file.governs is Governs.NOT_STATED:
        yield Hole("", "governs")
    if file.term_regime is Regime.NOT_STATED and _counts_days((file.norms, file.terms)):
        yield Hole("", "term_regime")
    if file.regulatory_layer is RegulatoryLayer.NOT_STATED:
        yield Hole("", "regulatory_layer")


def _stage_holes(machine: Machine) -> Iterator[Hole]:
    for stage in machine.stages:
        if stage.power is not None and isinstance(stage.power.decides, NotStated):
            yield Hole(stage.id, "decides")


def _counts_days(thing: object) -> bool:
    """Whether a length of time occurs in this, so that free days can matter."""
    if isinstance(thing, Duration):
        return True
    if isinstance(thing, tuple):
        return any(map(_counts_days, thing))
    if not is_dataclass(thing) or isinstance(thing, type):
        return False
    return any(_counts_days(getattr(thing, field.name)) for field in fields(thing))


def _parts(owner: str, thing: Norm | NamedTerm) -> Iterator[Hole]:
    if isinstance(thing, Statement) and thing.judged_by is None:
        yield Hole(owner, "judged_by")
    if isinstance(thing, Exemption) and thing.may_be_ban:
        yield Hole(owner, "may_be_ban")
    yield from _within(owner, thing)


def _within(owner: str, thing: object) -> Iterator[Hole]:
    """Holes in the fields of this and of what it is made of."""
    if isinstance(thing, tuple):
        for one in thing:
            yield from _within(owner, one)
    if not is_dataclass(thing) or isinstance(thing, type):
        return
    for field in fields(thing):
        value = getattr(thing, field.name)
        match value:
            case NotStated():
                yield Hole(owner, field.name)
            case Vague(word=word):
                yield Hole(owner, "vague", word)
            case _:
                yield from _within(owner, value)
