"""``python -m spelregels.audit PROPERTY… --count N --from SEED``: run properties over many seeds.

Prints one line per property, and each failure shrunk; ``--save DIR`` writes failures as JSON for
``tests/corpus``. ``agreement`` counts what it went through. Exit 0: nothing found; 1: something.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from spelregels.audit.codec import encode
from spelregels.audit.generate import Case
from spelregels.audit.properties import PROPERTIES, SEARCHES, Failure, Property
from spelregels.audit.properties.agreement import AGREEMENT
from spelregels.audit.properties.common import RAISED
from spelregels.audit.show import case_lines
from spelregels.audit.shrink import shrink
from spelregels.audit.wellformed import well_formed

RETRIES = 12  # other draws of the property itself, while shrinking


def smaller(found: Failure) -> tuple[Case, str]:
    """The failing case shrunk, and what it says."""
    prop, raised = SEARCHES[found.property], found.text.startswith(RAISED)

    def fails(made: Case) -> bool:
        text = _text(prop, made, found.seed) if well_formed(made) else None
        return text is not None and text.startswith(RAISED) is raised

    made = shrink(found.case, fails)
    return made, _text(prop, made, found.seed) or found.text


def _text(prop: Property, made: Case, seed: int) -> str | None:
    for extra in range(RETRIES):
        text = prop.at(made, seed + extra)
        if text is not None:
            return text
    return None


def run(name: str, start: int, count: int, most: int, save: Path | None) -> int:
    """Run one property; the number of failures printed."""
    began, found = time.perf_counter(), 0
    for seed in range(start, start + count):
        failure = SEARCHES[name].check(seed)
        if failure is None:
            continue
        found += 1
        tell(failure, save)
        if found >= most:
            break
    print(
        f"{name}: {seed + 1 - start} cases, {found} failures, {time.perf_counter() - began:.1f} s"
    )
    return found


def agree(start: int, count: int, most: int, save: Path | None) -> int:
    """Run the agreement of the two evaluators; the number of failures printed."""
    from spelregels.audit.agreeing import run as agreeing

    began, spent = time.perf_counter(), time.process_time()
    done = agreeing(range(start, start + count), most)
    for failure in done.failures:
        tell(failure, save)
    took, busy = time.perf_counter() - began, time.process_time() - spent
    print(done.tally.table())
    rate = done.tally.verdicts / max(busy, 0.001)
    print(
        f"agreement: {len(done.failures)} failures, {took:.1f} s, "
        f"of which processor {busy:.1f} s: {rate:.0f} verdicts a second"
    )
    return len(done.failures)


def tell(failure: Failure, save: Path | None) -> None:
    """Print a failure shrunk, and save it."""
    made, text = smaller(failure)
    print(f"--- {failure.property} seed {failure.seed}\n{text}\n{case_lines(made)}")
    if save is not None:
        data = {
            "property": failure.property,
            "seed": failure.seed,
            "why": text,
            "case": encode(made),
        }
        target = save / f"{failure.property}-{failure.seed}.json"
        target.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")


def main(arguments: list[str] | None = None) -> int:
    """The command; ``arguments`` without the program's name."""
    parser = argparse.ArgumentParser(prog="python -m spelregels.audit", description=__doc__)
    parser.add_argument(
        "names", nargs="*", help=f"of {', '.join(SEARCHES)}; default all but agreement"
    )
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--from", dest="start", type=int, default=0)
    parser.add_argument("--most", type=int, default=3, help="stop a property after this many")
    parser.add_argument("--save", type=Path, default=None)
    given = parser.parse_args(arguments)
    unknown = [name for name in given.names if name not in SEARCHES]
    if unknown:
        parser.error(f"unknown property {unknown[0]}; one of {', '.join(SEARCHES)}")
    names = given.names or list(PROPERTIES)
    asked = (given.start, given.count, given.most, given.save)
    total = sum(agree(*asked) if name == AGREEMENT.name else run(name, *asked) for name in names)
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
