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

from spelregels.compare import Topic, compare
from spelregels.verify import settings_from, verify
from spelregels.verify.outline import outline_of
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
    """A check that reports at a place in a ruleset; ``at``: the beginning of its path.
    ``beside``: the rulesets that are given before it, for a check that lays texts side by side."""

    file: str
    check: str
    at: str
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Silent:
    """A comparison that shows that one text is silent on a subject, where others are not."""

    own: str
    beside: tuple[str, ...]
    topic: str
    subject: str


@dataclass(frozen=True, slots=True)
class Defect:
    """``found``: by which checks, ``compared``: by which comparison; else ``kind`` and ``why``
    nothing finds it."""

    id: str
    where: tuple[str, ...]
    class_: str
    says: str
    found: tuple[Expected, ...]
    compared: tuple[Silent, ...]
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
            found=tuple(map(_expected, told.get("found", ()))),
            compared=tuple(map(_silent, told.get("compared", ()))),
            kind=told.get("kind", ""),
            why=told.get("why", ""),
            needs=told.get("needs", ""),
            left=told.get("left", ""),
        )
        for id_, told in _read()["defects"].items()
    )


def _expected(told: Mapping[str, Any]) -> Expected:
    return Expected(told["file"], told["check"], told["at"], tuple(told.get("beside", ())))


def _silent(told: Mapping[str, Any]) -> Silent:
    return Silent(told["own"], tuple(told["beside"]), told["topic"], told["subject"])


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
def findings(file: str, beside: tuple[str, ...] = ()) -> frozenset[tuple[str, str]]:
    """The checks that report something of a municipal ruleset, each with its place. ``beside``:
    the rulesets that are given before it."""
    report = verify(
        [loaded(f"{FOLDER}/{one}") for one in (*beside, file)],
        as_of=LOOKED_ON,
        settings=settings_from(None, Path("spelregels-absent.toml")),
    )
    return frozenset((one.check, one.at.place.path) for one in report.rulesets[-1].findings)


def is_found(one: Expected) -> bool:
    """Whether that check reports there."""
    seen = findings(one.file, one.beside)
    return any(check == one.check and at.startswith(one.at) for check, at in seen)


def is_shown(one: Silent) -> bool:
    """Whether that comparison shows that silence."""
    own, *others = (loaded(f"{FOLDER}/{file}") for file in (one.own, *one.beside))
    shown = compare(others, own=own, topics=[Topic(one.topic)]).silences
    return any(silence.subject == one.subject for silence in shown)


def is_there(guard: Guard) -> bool:
    """Whether the text still has the place that is guarded."""
    own = loaded(f"{FOLDER}/{guard.file}").own
    return not guard.at or outline_of(own.path, own.sha256).has(guard.at)


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
    parts = sum(1 for one in defects() if not one.kind and one.left)
    rows = [*counted.most_common(), ("all", len(defects()))]
    return f"{table(('', 'defects'), rows)}\n\nOf those found, {parts} in part."


def each() -> str:
    rows = [(d.id, ", ".join(d.where), d.class_, d.says, _outcome(d)) for d in defects()]
    return table(("", "instruments", "class", "defect", "outcome"), rows)


def _outcome(defect: Defect) -> str:
    if defect.kind:
        needs = f" (needs `{defect.needs}`)" if defect.needs else ""
        return f"{KINDS[defect.kind]}{needs}: {defect.why}"
    places: dict[str, list[str]] = {}
    for one in defect.found:
        beside = "".join(f" beside `{file}`" for file in one.beside)
        places.setdefault(one.check, []).append(f"`{one.file}`{beside}")
    told = [
        f"**`{check}`** in {', '.join(dict.fromkeys(files))}" for check, files in places.items()
    ]
    told += [
        f"**`compare --own {one.own}`** beside {', '.join(f'`{file}`' for file in one.beside)}: "
        f"silent on *{one.subject}*"
        for one in defect.compared
    ]
    left = [f"left: {defect.left}"] if defect.left else []
    return "; ".join(told + left)


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
