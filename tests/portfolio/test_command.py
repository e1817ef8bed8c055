"""`spelregels portfolio` as a user types it (3.5): a folder in, findings out, never a traceback."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DATA
from tests.portfolio.given import HERE

ROOT = Path(__file__).parents[2]
TRAJECTORY = """\
id: {name}
records: all
topic: spelen
area: {{name: Haven}}
events:
  - {{at: 2026-02-01, act: traject.gestart, by: gemeente}}
"""


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "spelregels_cli", "portfolio", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'cli'}", "SPELREGELS_CACHE": "off"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A folder with two trajectories that cross, and registers among them."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(TRAJECTORY.format(name=name), encoding="utf-8")
    shutil.copy(HERE / "registers.yaml", tmp_path)
    return tmp_path


def test_a_folder_is_judged_together(town: Path) -> None:
    """Registers may lie in the folder itself; warnings fail only when asked."""
    options = (town, "--registers", town / "registers.yaml", "--as-of", "2026-06-30")
    done = run(*options)
    assert (done.returncode, done.stderr) == (0, "")
    assert "GEVONDEN — waarschuwing  kruisende-trajecten" in done.stdout
    assert "2 trajecten lopen tegelijk in Haven over ‘spelen’" in done.stdout
    strict = run(*options, "--fail-on", "warning", "--lang", "en", "--format", "json")
    assert strict.returncode == 1
    data = json.loads(strict.stdout)
    assert data["trajectories"] == ["a", "b"]
    assert data["results"][0]["verdict"] == "broken"


def test_bad_input_is_told_with_its_place(town: Path) -> None:
    """Exit 2, file and line, nothing judged; registers that were not named are no trajectory."""
    done = run(town, "--as-of", "2026-06-30")
    assert done.returncode == 2
    assert "--registers" in done.stderr
    (town / "b.yaml").write_text(
        TRAJECTORY.format(name="b").replace("traject.gestart", "traject.gestrat"), encoding="utf-8"
    )
    done = run(town, "--registers", town / "registers.yaml", "--as-of", "2026-06-30")
    assert done.returncode == 2
    assert "b.yaml:6:" in done.stderr
    assert "bedoelde u: traject.gestart" in done.stderr
    done = run(town, "--rules", "spanningen/portefeuile")
    assert (done.returncode, "spanningen/portefeuille" in done.stderr) == (2, True)


def test_real_trajectories_raise_no_false_alarm() -> None:
    """Extracts that do not record coordination, invitations or the lead: nothing is claimed."""
    if not DATA.is_dir():
        pytest.skip("real data not found")
    done = run(
        DATA / "real-trajectories.json", "--map", "real-trajectories", "--as-of", "2026-06-30",
        "--format", "json",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert len(data["trajectories"]) == 67
    assert {one["verdict"] for one in data["results"]} <= {"cannot_tell", None}
    overlap = data["results"][0]
    (finding,) = overlap["findings"]
    towns = len(finding["trajectories"])
    assert 0 < towns < 67  # those of one municipality that may have run at one time
