"""Every part of every municipal norm is tried: a long run (`pytest -m long tests/municipal`).

A change that no example notices is listed in ``unnoticed.txt``, one a line, so that a new norm is
tried at its boundary days too; the list may shrink, and a new line has to be looked at.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from spelregels.check import try_examples
from spelregels.language.library import ids_under, shipped_root
from spelregels.model.norms import Norm, Statement
from spelregels.model.ruleset import Ruleset, RulesetFile
from tests.municipal.mutation import in_file, loaded
from tests.municipal.register import FOLDER, HERE
from tests.municipal.weaker import changed

pytestmark = pytest.mark.long
UNNOTICED = HERE / "unnoticed.txt"


def exchanged(old: Norm, new: Norm, ruleset: Ruleset) -> Ruleset:
    def change(file: RulesetFile) -> RulesetFile:
        return replace(file, norms=tuple(new if one is old else one for one in file.norms))

    return in_file(ruleset.id, ruleset, change)


def unnoticed() -> list[str]:
    found = []
    for id_ in ids_under(shipped_root()):
        if not id_.startswith(f"{FOLDER}/"):
            continue
        ruleset = loaded(id_)
        for norm in ruleset.own.norms:
            if isinstance(norm, Statement):
                continue
            gated = any(gate.holds(norm.id) for gate in ruleset.own.gates)
            for what, other in changed(norm):
                if gated and what == "if_: dropped":
                    continue  # the guard of a gate is the language's (tests/language/test_gates.py)
                if not try_examples(exchanged(norm, other, ruleset)).failed:
                    found.append(f"{id_}#{norm.id} {what}")
    return found


def test_what_no_example_notices_is_known() -> None:
    """4.2: each limit, number, term and bearer bites at its boundary, save what is listed."""
    known = UNNOTICED.read_text(encoding="utf-8").splitlines()
    assert sorted(set(unnoticed()) - set(known)) == []


def test_the_list_is_no_longer_than_needed() -> None:
    """What is noticed by now is taken off the list."""
    known = UNNOTICED.read_text(encoding="utf-8").splitlines()
    assert sorted(set(known) - set(unnoticed())) == []
