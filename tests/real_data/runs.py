"""The runs behind ``docs/real-data.md``: what ``spelregels check`` judges, kept as objects.

Each run is one command line of the document; ``check`` here is what that command calls.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from spelregels import doors
from spelregels.check import check
from spelregels.language import load_ruleset
from spelregels.model.checked import Checked, LeftOut
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Verdict
from spelregels.model.words import Word
from tests.conftest import DATA

LAST_READ = date(2026, 1, 13)  # the day on which the newest source was read
BREACH = (Word.BROKEN, Word.LATE, Word.OVERDUE)
PLANS = "real-trajectories-plannen", "data/werkelijke-plannen"
OTHERS = "real-trajectories-besluiten", "data/werkelijke-besluiten"
WINDOWS = "real-trajectories-vensters", "data/vensters"
LATENESS = "real-trajectories", "spanningen/te-laat"


@cache
def run(name: str, mapping: str, rules: str, as_of: date = LAST_READ) -> tuple[Checked, ...]:
    """``spelregels check NAME --map MAPPING --rules RULES --as-of AS_OF``."""
    return judged(trajectories(name, mapping), rules, as_of)


@cache
def trajectories(name: str, mapping: str) -> tuple[Trajectory, ...]:
    """A real file, read through a shipped mapping."""
    return doors.read(DATA / name, mapping=doors.mapping_path(mapping))


@cache
def left_out(name: str, mapping: str) -> tuple[LeftOut, ...]:
    """What that mapping leaves out, counted."""
    reading = doors.read_with_report(DATA / name, mapping=doors.mapping_path(mapping))
    return tuple(LeftOut(s.what, s.word, s.count, s.first) for s in reading.skipped)


def judged(
    read: Iterable[Trajectory],
    rules: str,
    as_of: date = LAST_READ,
    only: Collection[str] | None = None,
) -> tuple[Checked, ...]:
    """Trajectories under a shipped ruleset; ``only`` these norms, to save time (no norm looks at
    the verdict of another)."""
    ruleset = load_ruleset(rules)
    if only is not None:
        few = (replace(f, norms=tuple(n for n in f.norms if n.id in only)) for f in ruleset.files)
        ruleset = replace(ruleset, files=tuple(few))
    return check(ruleset, read, today=as_of, as_of=as_of).checked


@cache
def combined() -> dict[str, Checked]:
    """The 67 trajectories, each under all layers that govern it."""
    file = "real-trajectories.json"
    both = (*run(file, *PLANS), *run(file, *OTHERS))
    return {one.trajectory.id: one for one in both}


@cache
def windows_of() -> dict[str, Checked]:
    """The display windows of the same 67."""
    return {one.trajectory.id: one for one in run("real-trajectories.json", *WINDOWS)}


@cache
def lateness() -> dict[str, Checked]:
    """The same 67 under the tension *too late* alone."""
    return {one.trajectory.id: one for one in run("real-trajectories.json", *LATENESS)}


def broken(one: Checked, layer: str = "") -> tuple[Verdict, ...]:
    """The breaches of a trajectory, of one layer or of all."""
    return tuple(
        v for v in one.judgement.verdicts if v.word in BREACH and layer in ("", v.layer)
    )  # fmt: skip


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


Table = Callable[[], str]
