"""Where a fact lives, and the ruleset without it.

A place is written ``nl/awb#id`` (a norm or a named term), ``nl/awb@2005-07-01#id`` (of that
version), with ``:part`` a part of it; ``nl/x:part`` is about the file, ``nl/x:fact name`` about the
default of a fact. ``calendar:x``, ``language:x`` and ``check:x`` are rules of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spelregels.language import load_ruleset
from spelregels.language.library import shipped_root
from spelregels.model.norms import Exemption, NamedTerm, Norm, Statement
from spelregels.model.patterns import ActPattern
from spelregels.model.ruleset import Ruleset, RulesetFile
from spelregels.model.words import CountFrom, Regime
from tests.law.seen import Shown

PROGRAM = ("calendar", "language", "check")
Rule = Norm | NamedTerm


@dataclass(frozen=True, slots=True)
class Place:
    """``file``: id or ``id@version`` of a ruleset, or the room of a rule of the program."""

    text: str
    file: str
    id: str = ""
    part: str = ""

    @property
    def of_program(self) -> bool:
        """Is it a rule of the program, not of a ruleset?"""
        return self.file in PROGRAM

    def load(self) -> Ruleset:
        """The ruleset it stands in."""
        return loaded(self.file)

    def rule(self) -> Rule | None:
        """The norm or term; None if there is none of that id."""
        own = self.load().own
        return next((one for one in (*own.norms, *own.terms) if one.id == self.id), None)

    @property
    def asked(self) -> bool:
        """Is it a statement: printed and asked, never judged?"""
        return not self.of_program and isinstance(self.rule(), Statement)

    @property
    def exempts(self) -> bool:
        """Is it an exemption? It has no verdict of its own."""
        return not self.of_program and isinstance(self.rule(), Exemption)

    def __str__(self) -> str:
        return self.text

    def kind(self) -> str:
        """What kind of thing it is, in a word."""
        if self.of_program:
            return self.file
        if not self.id:
            return "fact" if self.part.startswith("fact ") else "file"
        rule = self.rule()
        return "term" if isinstance(rule, NamedTerm) else type(rule).__name__.lower()


def place(text: str) -> Place:
    """A place as it is written in ``facts.yaml``."""
    head, _, part = text.partition(":")
    file, _, id_ = head.partition("#")
    return Place(text, file, id_, part)


@cache
def loaded(file: str) -> Ruleset:
    """A shipped ruleset by id, or one version of it by ``id@version``."""
    return load_ruleset(shipped_root() / f"{file}.yaml")


@cache
def shown(file: str) -> Shown:
    """The examples of that ruleset, judged once."""
    return Shown(loaded(file))


def without(where: Place) -> Ruleset:
    """The ruleset of a place without what lives there, or with it turned the other way.

    Raises KeyError if no such thing exists.
    """
    rules = where.load()
    if where.part.startswith("fact "):
        name = where.part.removeprefix("fact ")
        facts = {**rules.facts, name: replace(rules.facts[name], default=None)}
        return replace(rules, facts=facts)
    if not where.id:
        return _with_own(rules, replace(rules.own, **_OF_FILE[where.part]))
    rule = where.rule()
    if rule is None:
        raise KeyError(where.text)
    return changed(rules, rule, _PARTS[where.part](rule) if where.part else None)


def changed(rules: Ruleset, rule: Rule, new: Rule | None) -> Ruleset:
    """``rules`` with one norm or term of its own file replaced, or dropped."""
    own = rules.own
    norms: list[Any] = [new if norm is rule else norm for norm in own.norms]
    terms: list[Any] = [new if term is rule else term for term in own.terms]
    return _with_own(
        rules, replace(own, norms=tuple(filter(None, norms)), terms=tuple(filter(None, terms)))
    )


def _with_own(rules: Ruleset, own: RulesetFile) -> Ruleset:
    return replace(rules, files=(*rules.files[:-1], own))


_OF_FILE: Mapping[str, Mapping[str, Any]] = {
    "applies": {"applies": None},
    "valid_from": {"valid_from": None},
}


def _other_start(rule: Any) -> Any:
    same = rule.count_from is CountFrom.SAME_DAY
    return replace(rule, count_from=CountFrom.NEXT_DAY if same else CountFrom.SAME_DAY)


def _other_regime(rule: Any) -> Any:
    moved = rule.regime is Regime.ATW
    return replace(rule, regime=Regime.CALENDAR if moved else Regime.ATW)


def _without_where(rule: Any) -> Any:
    upon = tuple(replace(p, where=None) if isinstance(p, ActPattern) else p for p in rule.upon)
    return replace(rule, upon=upon)


_PARTS: Mapping[str, Callable[[Any], Any]] = {
    "applies": lambda rule: replace(rule, applies=None),
    "where": _without_where,
    "start": _other_start,
    "regime": _other_regime,
    "gates": lambda rule: replace(rule, begins_only_if=()),
}
