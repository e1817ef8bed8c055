"""Faults put into the evaluator on purpose; every one must be caught (issue 1.5).

Run all and print which example or property catches each:

    python tests/semantics/mutants.py [--seeds 1000] [--every] [NAME…]

A mutant names a module, and texts to replace in its source *as ``ast.unparse`` writes it* (layout
does not matter). Each text must stand there exactly once: a mutant that went stale is an error.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from spelregels.audit.properties import PROPERTIES  # noqa: E402
from spelregels.audit.properties.common import Judge  # noqa: E402
from tests.semantics.example_runner import all_examples, complaints  # noqa: E402
from tests.semantics.mutant_list import MUTANTS, Mutant  # noqa: E402

LOG = "spelregels.model.log"
#: the modules that hold the meaning, in order of import
MEANING = (
    *(f"{LOG}.{name}" for name in ("truth", "moments", "amounts", "evidence", "walk")),
    *(f"{LOG}.{name}" for name in ("naming", "reading", "asking")),
    "spelregels.calendar.running",
    "spelregels.semantics",
)


class StaleMutant(Exception):
    """A text that a mutant replaces no longer stands in the evaluator exactly once."""


@dataclass(frozen=True)
class Caught:
    """By which property (or the examples) and after how many cases; ``by`` empty: by nothing."""

    by: str
    cases: int
    text: str


def mutated_source(mutant: Mutant) -> str:
    """The module's source with the fault in it."""
    spec = importlib.util.find_spec(mutant.module)
    assert spec is not None and spec.origin is not None
    source = ast.unparse(ast.parse(Path(spec.origin).read_text("utf-8")))
    for old, new in mutant.swaps:
        if source.count(old) != 1:
            raise StaleMutant(f"{mutant.name}: {source.count(old)} times in {mutant.module}: {old}")
        source = source.replace(old, new)
    return source


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the mutated source for one module."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant, self.source = mutant, mutated_source(mutant)

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self.mutant.module:
            return None
        return importlib.util.spec_from_loader(name, self)

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.source, f"<{self.mutant.name}>", "exec"), module.__dict__)


def judge_with(mutant: Mutant) -> Judge:
    """The ``judge`` of an evaluator with the fault in it; the real one stays as it was."""
    finder = _Finder(mutant)
    importlib.import_module("spelregels.semantics")
    kept = {name: sys.modules.pop(name) for name in MEANING}
    sys.meta_path.insert(0, finder)
    try:
        found: Judge = importlib.import_module("spelregels.semantics").judge
        return found
    finally:
        sys.meta_path.remove(finder)
        for name, module in kept.items():
            sys.modules[name] = module
            parent, _, last = name.rpartition(".")
            setattr(sys.modules[parent], last, module)


def by_examples(judge: Judge) -> Caught | None:
    """The first hand-written example that the mutant gets wrong."""
    for number, told in enumerate(all_examples(), start=1):
        try:
            wrong = complaints(told, judge)
        except Exception as error:  # a mutant that raises is caught as well
            wrong = [f"raised {type(error).__name__}"]
        if wrong:
            return Caught("examples", number, f"{told}: {wrong[0]}")
    return None


def by_properties(judge: Judge, seeds: int) -> Iterator[Caught]:
    """For each property, the first seed at which the mutant fails and the reference does not."""
    for name, prop in PROPERTIES.items():
        for seed in range(seeds):
            failure = prop.check(seed, judge)
            if failure is not None and prop.check(seed) is None:
                yield Caught(name, seed + 1, failure.text.splitlines()[0])
                break


def report(mutant: Mutant, seeds: int, every: bool) -> bool:
    """Print one row of the table; whether anything caught it."""
    try:
        judge = judge_with(mutant)
    except StaleMutant as stale:
        print(f"{mutant.name:<42} STALE {stale}", flush=True)
        return False
    began = time.perf_counter()
    properties = by_properties(judge, seeds)
    some = list(properties) if every else list(islice(properties, 1))
    found = [one for one in (by_examples(judge), *some) if one is not None]
    how = ", ".join(f"{one.by} ({one.cases})" for one in found) or "NOTHING"
    print(f"{mutant.name:<42} {how}   {time.perf_counter() - began:.0f} s", flush=True)
    return bool(found)


def main(arguments: list[str] | None = None) -> int:
    """Exit 0 if every mutant is caught, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seeds", type=int, default=1000, help="cases per property")
    parser.add_argument("--every", action="store_true", help="each property, not the first only")
    given = parser.parse_args(arguments)
    chosen = [mutant for mutant in MUTANTS if not given.names or mutant.name in given.names]
    print("mutant, and what catches it (after how many examples or cases)")
    missed = [mutant.name for mutant in chosen if not report(mutant, given.seeds, given.every)]
    print(f"{len(chosen)} mutants, {len(missed)} not caught {missed or ''}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
