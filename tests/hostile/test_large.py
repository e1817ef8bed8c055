"""Inputs meant to eat the machine (issue 1.9): answered in bounded time and memory.

Each runs in a process of its own that may not hold more than a stated number of megabytes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.conftest import OPTIONS
from tests.hostile.inputs import CSV, JSON, YAML

resource = pytest.importorskip("resource")
ROOT = Path(__file__).parents[2]
MEGA = 1_000_000
SECONDS = 120


def check(path: Path, megabytes: int) -> subprocess.CompletedProcess[str]:
    """``check`` under a limit on memory; slower than ``SECONDS`` is a failure."""

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGA, megabytes * MEGA))

    done = subprocess.run(
        [sys.executable, "-m", "spelregels_cli", "check", str(path), *OPTIONS],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'cli'}"},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        preexec_fn=limited,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "MemoryError" not in done.stderr
    return done


@pytest.mark.parametrize("name", ["t.yaml", "t.json", "t.csv", "t.jsonl", "t", "regels.yaml"])
def test_fifty_megabytes_are_refused_unread(tmp_path: Path, name: str) -> None:
    """Refused by its size alone: the process never holds it."""
    path = tmp_path / name
    part = {"t.json": JSON, "t.csv": CSV, "t.jsonl": JSON}.get(name, YAML).encode() + b"\n"
    with path.open("wb") as stream:
        for _ in range(50):
            stream.write(part * (MEGA // len(part) + 1))
    assert path.stat().st_size > 50 * MEGA
    done = check(path, 250)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{path}: Het bestand is te groot (" in done.stderr


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("t.yaml", "id: A\nrecords: all\nevents:\n" + "-\n" * MEGA, "meer dan 1000000 waarden"),
        ("t.json", "[" + ",".join(["{}"] * 300_000) + "]", "De sleutel id ontbreekt."),
        ("t.csv", "id,at,act,records\n" + "A,\n" * MEGA, "Deze rij heeft 2 cellen"),
        ("t.jsonl", "{}\n" * 100_000, "De sleutel id ontbreekt."),
    ],
    ids=["a million items", "objects", "rows", "lines"],
)
def test_a_million_of_nothing_is_refused(tmp_path: Path, name: str, text: str, said: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    done = check(path, 900)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr) < 200_000
