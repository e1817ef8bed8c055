"""Every length in a ruleset one day shorter and one day longer: does an example notice?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import Duration
from spelregels.model.words import Unit
from tests.law.places import Rule, changed, loaded, shown

_LENGTHS = ("within", "wait", "lasts", "lead", "at_longest", "not_before")
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}


def lengths(rules: Ruleset) -> Iterator[tuple[Rule, str, Duration]]:
    """Norm or term, key and duration. Months and years are left out: no day more is a month."""
    for rule in (*rules.own.norms, *rules.own.terms):
        for key in _LENGTHS:
            term = getattr(rule, key, None)
            if isinstance(term, Duration) and (term.unit in _DAYS or term.unit is Unit.WORKING_DAY):
                yield rule, key, term


def unnoticed(file: str) -> Iterator[str]:
    """What no example of a shipped file notices: ``id key -1`` or ``+1``."""
    rules, examples = loaded(file), shown(file)
    for rule, key, term in lengths(rules):
        for more in (-1, 1):
            longer: dict[str, Any] = {key: _other(term, more)}
            mutant = changed(rules, rule, replace(rule, **longer))
            if not any(examples.noticed(mutant)):
                yield f"{rule.id} {key} {more:+d}"


def _other(term: Duration, more: int) -> Duration:
    if term.unit is Unit.WORKING_DAY:
        return replace(term, amount=term.amount + more)
    return Duration(term.amount * _DAYS[term.unit] + more, Unit.DAY)
