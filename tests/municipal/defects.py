"""The register of defects in real texts, held against what the checks find: ``docs/defects.md``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from spelregels.verify import settings_from, verify
from tests.municipal.mutation import loaded
from tests.municipal.page import table
from tests.municipal.register import FOLDER, HERE

PAGE = HERE.parents[1] / "docs" / "defects.md"
PLACE = re.compile(r"(<!-- table: ([a-z0-9-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
LOOKED_ON = date(2026, 11, 1)
KINDS = {
    "unsaid": "cannot be said",
    "apart": "lies between two documents",
    "unseen": "the part that shows it was not seen",
    "unchecked": "no check looks for it",
    "none": "nothing to find",
}


@dataclass(frozen=True, slots=True)
class Expected:
    """A check that reports at a place in a ruleset; ``at``: the beginning of its path."""

    file: str
    check: str
    at: str


@dataclass(frozen=True, slots=True)
class Defect:
    """``found``: by which checks; else ``kind`` and ``why`` nothing finds it."""

    id: str
    where: tuple[str, ...]
    class_: str
    says: str
    found: tuple[Expected, ...]
    kind: str
    why: str
    needs: str
    left: str


@dataclass(frozen=True, slots=True)
class Guard:
    """What must never be reported: these checks (none named: any) at this place of this file."""

    file: str
    at: str
    checks: tuple[str, ...]
    says: str


def _read() -> Mapping[str, Any]:
    with (HERE / "defects.yaml").open(encoding="utf-8") as file:
        read: Mapping[str, Any] = yaml.safe_load(file)
    return read


@cache
def defects() -> tuple[Defect, ...]:
    return tuple(
        Defect(
            id=id_,
            where=tuple(told["where"]),
            class_=told["class"],
            says=told["says"],
            found=tuple(Expected(**one) for one in told.get("found", ())),
            kind=told.get("kind", ""),
            why=told.get("why", ""),
            needs=told.get("needs", ""),
            left=told.get("left", ""),
        )
        for id_, told in _read()["defects"].items()
    )


@cache
def guards() -> tuple[Guard, ...]:
    return tuple(
        Guard(
            one["file"],
            one.get("at", ""),
            () if one["checks"] == "all" else tuple(one["checks"]),
            one["says"],
        )
        for one in _read()["guards"]
    )


@cache
def findings(file: str) -> frozenset[tuple[str, str]]:
    """The checks that report something of a municipal ruleset, each with its place."""
    report = verify(
        [loaded(f"{FOLDER}/{file}")],
        as_of=LOOKED_ON,
        settings=settings_from(None, Path("spelregels-absent.toml")),
    )
    return frozenset(
        (one.check, one.at.place.path) for text in report.rulesets for one in text.findings
    )


def is_found(one: Expected) -> bool:
    """Whether that check reports there."""
    return any(check == one.check and at.startswith(one.at) for check, at in findings(one.file))


def disturbs(guard: Guard) -> list[tuple[str, str]]:
    """What is reported against a guard."""
    return sorted(
        (check, at)
        for check, at in findings(guard.file)
        if at.startswith(guard.at) and (not guard.checks or check in guard.checks)
    )


# -- the page -------------------------------------------------------------------------------------


def fresh() -> str:
    """The page as it should be."""
    text = PAGE.read_text(encoding="utf-8")
    return PLACE.sub(lambda m: f"{m[1]}{TABLES[m[2]]()}\n{m[3]}", text)


def totals() -> str:
    counted = Counter(KINDS[one.kind] if one.kind else "found" for one in defects())
    parts = sum(1 for one in defects() if one.found and one.left)
    rows = [*counted.most_common(), ("all", len(defects()))]
    return f"{table(('', 'defects'), rows)}\n\nOf those found, {parts} in part."


def each() -> str:
    rows = [(d.id, ", ".join(d.where), d.class_, d.says, _outcome(d)) for d in defects()]
    return table(("", "instruments", "class", "defect", "outcome"), rows)


def _outcome(defect: Defect) -> str:
    if defect.found:
        places: dict[str, list[str]] = {}
        for one in defect.found:
            places.setdefault(one.check, []).append(f"`{one.file}`")
        told = "; ".join(
            f"**`{check}`** in {', '.join(dict.fromkeys(files))}" for check, files in places.items()
        )
        return f"{told}; left: {defect.left}" if defect.left else told
    needs = f" (needs `{defect.needs}`)" if defect.needs else ""
    return f"{KINDS[defect.kind]}{needs}: {defect.why}"


def guarded() -> str:
    rows = [
        (
            guard.says,
            f"`{guard.file}`",
            ", ".join(f"`{one}`" for one in guard.checks) or "any check",
        )
        for guard in guards()
    ]
    return table(("", "ruleset", "silent"), rows)


TABLES: dict[str, Callable[[], str]] = {"totals": totals, "each": each, "guards": guarded}
