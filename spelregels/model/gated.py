"""Gates as texts read: what a request needs, asked of the request. For checks and comparison.

In verdicts an item is held against an admission, so that a request which is only not admitted
breaks nothing. To whoever reads the text it is what it reads like: a requirement on the request.
"""

from __future__ import annotations

from dataclasses import fields, replace

from spelregels.model.gates import Gate, GateItem
from spelregels.model.norms import Norm, NormBase, Precedence, Requirement
from spelregels.model.patterns import ActPattern, Condition, Pattern
from spelregels.model.ruleset import Ruleset, RulesetFile
from spelregels.model.words import Consequence, Strength


def as_text(ruleset: Ruleset) -> Ruleset:
    """The ruleset with each item of a gate as a requirement, where it is one."""
    if not any(file.gates for file in ruleset.files):
        return ruleset
    return replace(ruleset, files=tuple(map(_file, ruleset.files)))


def path_of(id_: str, file: RulesetFile) -> str:
    """Where a norm of a gate stands in its file; empty for any other norm or term."""
    for gate in file.gates:
        if any(item.norm == id_ for item in gate.items):
            return f"gates/{gate.id}/items/{id_.removeprefix(f'{gate.id}.')}"
        if gate.holds(id_):
            return f"gates/{gate.id}"
    return ""


def _file(file: RulesetFile) -> RulesetFile:
    asked = {item.norm: (gate, item) for gate in file.gates for item in gate.items}
    norms = (_norm(norm, *asked[norm.id]) if norm.id in asked else norm for norm in file.norms)
    return replace(file, norms=tuple(norms))


def _norm(norm: Norm, gate: Gate, item: GateItem) -> Norm:
    if not isinstance(norm, Precedence):
        return norm
    if item.require is not None:
        return _requirement(norm, gate.request, item.require)
    match norm.must:
        case ((ActPattern(where=where) as act,),) if where is not None and item.by is None:
            return _requirement(norm, (replace(act, where=None),), where)
        case _:
            return norm


def _requirement(norm: Norm, upon: Pattern, require: Condition) -> Requirement:
    """What is not met is not admitted: to the request that is as if it were void. An item that is
    only preferred keeps nobody out."""
    shared = {one.name: getattr(norm, one.name) for one in fields(NormBase)}
    kept_out = Consequence.VOID if norm.strength is Strength.MUST else None
    shared |= {"if_": None, "consequence": norm.consequence or kept_out}
    return Requirement(**shared, upon=upon, require=require)
