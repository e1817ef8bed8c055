"""A warm `check` of one trajectory beside the start of the libraries under it, in turn.

    python tests/bench/warm_check.py [--runs 20]

Whole processes, seconds of processor time, median of the ratios of neighbours; the cache and the
compiled modules lie in a folder of their own that is thrown away.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "speelplek.yaml"
START = ("-c", "import typer, yaml")
CHECK = ("-m", "spelregels_cli", "check", str(EXAMPLE))
MOST = 2.5


def seconds(arguments: tuple[str, ...], environment: dict[str, str]) -> float:
    """Processor seconds of one run, its output thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.stderr:  # a run that failed is no quick run
        raise SystemExit(done.stderr.decode())
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Measure, print, and fail above the limit."""
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    given.add_argument("--runs", type=int, default=20)
    runs = given.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        environment = {
            **kept,
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'cli'}",
            "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
            "SPELREGELS_CACHE": f"{folder}/cache",
            "XDG_STATE_HOME": f"{folder}/state",
        }
        cold = seconds(CHECK, environment)
        seconds(CHECK, environment)
        seconds(START, environment)
        pairs = [(seconds(CHECK, environment), seconds(START, environment)) for _ in range(runs)]
    ratio = statistics.median(check / start for check, start in pairs)
    check, start = (statistics.median(one) for one in zip(*pairs, strict=True))
    print(f"first run, nothing kept yet       {cold:>7.3f} s")
    print(f"warm check of one trajectory      {check:>7.3f} s")
    print(f"python -c 'import typer, yaml'    {start:>7.3f} s")
    print(f"ratio, median of {runs} pairs: {ratio:.2f} (at most {MOST})")
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
