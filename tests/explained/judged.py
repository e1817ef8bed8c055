"""Whether what has no sentence means nothing: all of it changed at once, and nothing judged
otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from spelregels.judging import judge_for
from spelregels.model.ruleset import Ruleset, RulesetFile
from spelregels.model.verdict import Judgement

from .leaves import APART, leaves
from .traces import Fact


def judgements(ruleset: Ruleset) -> tuple[Judgement, ...]:
    """What every example of the own file comes to, without how days were reckoned and the name of
    the version."""
    judge = judge_for(ruleset)
    judged = (judge(example.trajectory, example.as_of) for example in ruleset.own.examples)
    return tuple(
        replace(one, verdicts=tuple(replace(v, reckoning=None, version="") for v in one.verdicts))
        for one in judged
    )


def changed(ruleset: Ruleset, facts: Iterable[Fact], pick: int) -> Ruleset:
    """The ruleset with another value for each of these facts. ``pick``: which of the others."""
    paths: dict[int, list[str]] = {}
    things: dict[int, Any] = {}
    for fact in facts:
        things[id(fact.thing)] = fact.thing
        paths.setdefault(id(fact.thing), []).append(fact.leaf.path)
    others = {key: _other(thing, paths[key], pick) for key, thing in things.items()}

    def each(table: Mapping[str, Any]) -> dict[str, Any]:
        return {name: others.get(id(one), one) for name, one in table.items()}

    own = ruleset.own
    tables = (ruleset.roles, ruleset.acts, ruleset.facts)
    known = {id(one) for one in (*own.norms, *own.terms, *(v for t in tables for v in t.values()))}
    elsewhere = [one for key, one in things.items() if key not in known]
    assert all(isinstance(one, RulesetFile) for one in elsewhere), elsewhere
    heads = [one for one in others.values() if isinstance(one, RulesetFile)]
    head = {f.name: getattr(one, f.name) for one in heads for f in fields(one) if _of_head(f.name)}
    norms = tuple(others.get(id(norm), norm) for norm in own.norms)
    terms = tuple(others.get(id(term), term) for term in own.terms)
    return replace(
        ruleset,
        files=(*ruleset.files[:-1], replace(own, norms=norms, terms=terms, **head)),
        roles=each(ruleset.roles),
        acts=each(ruleset.acts),
        facts=each(ruleset.facts),
    )


def _of_head(name: str) -> bool:
    return f"RulesetFile.{name}" not in APART


def _other(thing: Any, paths: Iterable[str], pick: int) -> Any:
    for path in paths:
        thing = next(leaf.others[pick] for leaf in leaves(thing) if leaf.path == path)
    return thing
