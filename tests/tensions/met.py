"""Which tensions have met which input: kept in ``met.yaml``, so that pages need no data to be made.

Three kinds: the cases that ship, the real trajectories (not part of the project), and the real
texts in ``rulesets/gemeenten``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from spelregels.check_portfolio import check_portfolio
from spelregels.doors import read
from spelregels.language import bind, load_ruleset
from spelregels.language.library import shipped_root
from spelregels.model.trajectory import Trajectory
from spelregels.model.verified import Basis
from spelregels.model.words import Word
from spelregels.semantics import judge
from spelregels.verify import rulesets_in, verify
from tests.rulesets.library_rows import CASES, place_of
from tests.tensions.gather import HERE, PORTFOLIO, TENSIONS, places, portfolio, ruleset

STORE = HERE / "met.yaml"
ALL = "spanningen/alle"
DAY = date(2026, 11, 22)
END = date(2026, 12, 31)
BREACH = {Word.BROKEN, Word.LATE, Word.OVERDUE}
_HEAD = """\
# Written by `python -m tests.tensions`; do not edit. What the tensions met: in the cases that
# ship (which trajectories broke a norm, which kept it), in the real trajectories (how often), and
# in the real texts of rulesets/gemeenten (by check: seen in the text, or not all of it was seen).
"""
Met = Mapping[str, Any]


@cache
def stored() -> Met:
    """What was found when the pages were last made."""
    found: Met = yaml.safe_load(STORE.read_text(encoding="utf-8"))
    return found


def store(data: Path | None) -> None:
    """Look again and write it down; without the real data what was known of them stays."""
    trajectories = of_trajectories(data) if data else stored()["trajectories"]
    found = {"cases": of_cases(), "trajectories": trajectories, "texts": of_texts()}
    text = yaml.safe_dump(found, allow_unicode=True, sort_keys=True, width=118)
    STORE.write_text(_HEAD + text, encoding="utf-8")


def of_cases() -> dict[str, dict[str, dict[str, list[str]]]]:
    """Per case and norm: the trajectories that broke it and those that kept it."""
    return {case: _case(case) for case in CASES}


def of_trajectories(data: Path) -> dict[str, Any]:
    """How many real trajectories there are, and per norm how often it was broken or kept."""
    found = list(read(data / "real-trajectories.json", mapping="real-trajectories"))
    counted: dict[str, dict[str, int]] = defaultdict(lambda: {"broken": 0, "kept": 0})
    for _, norm, word in _verdicts(found):
        counted[norm][word] += 1
    for norm, broken, kept in _together(found):
        counted[norm] = {"broken": len(broken), "kept": kept}
    decided = {norm: some for norm, some in counted.items() if any(some.values())}
    return {"count": len(found), "norms": decided}


def of_texts() -> dict[str, dict[str, list[str]]]:
    """Per check: the real texts in which it saw something, and those of which it was not seen."""
    checks = sorted({one.id for row in TENSIONS for one in places(row).texts})
    texts = [load_ruleset(path) for path in rulesets_in(shipped_root() / "gemeenten")]
    report = verify(texts, as_of=DAY, only=checks)
    found: dict[str, dict[str, set[str]]] = {one: {"seen": set(), "not_seen": set()}
                                             for one in checks}  # fmt: skip
    for finding in report.findings:
        kind = "not_seen" if finding.basis is Basis.NOT_SEEN else "seen"
        found[finding.check][kind].add(finding.ruleset.removeprefix("gemeenten/"))
    return {check: {kind: sorted(ids) for kind, ids in some.items()}
            for check, some in found.items()}  # fmt: skip


def _case(case: str) -> dict[str, dict[str, list[str]]]:
    path = shipped_root().joinpath(*place_of(case).split("/")).with_suffix(".yaml")
    logs = [log for log in read(path) if log.ruleset in ("", ALL)]  # others are about a form
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"broken": set(), "kept": set()})
    for log, norm, word in _verdicts(logs):
        found[norm][word].add(log)
    for norm, broken, _ in _together(logs):
        found[norm]["broken"] |= broken
    return {norm: {word: sorted(ids) for word, ids in some.items()}
            for norm, some in sorted(found.items()) if any(some.values())}  # fmt: skip


def _verdicts(logs: Sequence[Trajectory]) -> Iterable[tuple[str, str, str]]:
    """Every verdict of a tension that is decided: trajectory, ``file#norm``, broken or kept."""
    for log in logs:
        rules = ruleset(ALL)
        for verdict in judge(rules, bind(log, rules), log.as_of or END).verdicts:
            word = "broken" if verdict.word in BREACH else "kept"
            if verdict.word in BREACH or verdict.word is Word.KEPT:
                yield log.id, f"{verdict.layer}#{verdict.norm}", word


def _together(logs: Sequence[Trajectory]) -> Iterable[tuple[str, set[str], int]]:
    """Every portfolio norm that found something: ``file#norm``, trajectories, how many in order."""
    report = check_portfolio([portfolio()], logs, lambda _: ruleset(ALL), None, today=END)
    for result in report.results:
        broken = [one for one in result.findings if one.word is Word.BROKEN]
        ids = {log for one in broken for log in one.trajectories}
        if ids or result.kept:
            yield f"{PORTFOLIO}#{result.norm.id}", ids, result.kept
