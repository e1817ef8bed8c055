"""The cache as a user meets it (issue 3, 2.1 and 2.6): quicker, and never another answer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from spelregels_cli.rules import _store

ROOT = Path(__file__).parents[2]
EXAMPLE = str(ROOT / "examples" / "speelplek.yaml")
HEAVY = {"pydantic", "transitions", "rich", "hypothesis", "jsonschema", "openpyxl", "odf"}
HEAVY |= {"sqlite3", "zipfile", "xml", "email", "zoneinfo", "csv"}
NOT_NEEDED = ("spelregels.language.surface", "spelregels.language.lower", "spelregels.doors.xes")


class Home:
    """A home folder of its own, and the command line in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache, self.key = folder / "c" / "spelregels", folder / "s" / "spelregels/cache.key"
        self.work = folder / "work"
        self.work.mkdir()

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        mine = {"HOME": str(self.folder), "SPELREGELS_CACHE": ""}
        mine |= {"XDG_CACHE_HOME": str(self.folder / "c"), "XDG_STATE_HOME": str(self.folder / "s")}
        path = os.pathsep.join([str(ROOT), str(ROOT / "cli")])
        return subprocess.run(
            [sys.executable, *arguments],
            env={**os.environ, **mine, "PYTHONPATH": path, **environment},
            cwd=self.work,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


@pytest.fixture
def home(tmp_path: Path) -> Home:
    if sys.platform in ("win32", "darwin"):
        pytest.skip("the folders of this test are those of Linux")
    return Home(tmp_path)


def test_cold_warm_and_off_say_the_same(home: Home) -> None:
    """2.1, 2.6: the report does not hang on the cache; `off` is obeyed; and a warm run imports
    neither pydantic nor transitions, no reader of rules, and no door but that of YAML."""
    check = ("-m", "spelregels_cli", "check", EXAMPLE)
    off = home.run(*check, SPELREGELS_CACHE="off")
    assert off.returncode == 1, off.stderr
    assert not home.cache.exists() and not home.key.exists()
    cold = home.run(*check)
    assert (cold.returncode, cold.stdout) == (1, off.stdout)
    assert list(home.cache.glob("*.json"))
    warm = home.run("-X", "importtime", *check)
    assert (warm.returncode, warm.stdout) == (1, off.stdout)
    modules = {line.rsplit("|", 1)[-1].strip() for line in warm.stderr.splitlines()}
    assert "spelregels.doors.opening" in modules
    assert not {name for name in modules if name.split(".")[0] in HEAVY}
    assert not {name for name in modules if name.startswith(NOT_NEEDED)}
    assert not any(home.work.iterdir()), "something was written into the working folder"


def test_without_a_key_of_ones_own_there_is_no_cache(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """2.1: a key that others can read, or no key, seals nothing; and that is no error."""
    monkeypatch.setenv("SPELREGELS_CACHE", str(home.folder / "own"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home.folder / "s"))
    made = _store()
    assert made is not None and made.folder == home.folder / "own" and len(made.key) == 32
    assert _store() == made
    home.key.chmod(0o644)
    assert _store() is None
    home.key.chmod(0o600)
    home.key.write_bytes(b"short")
    assert _store() is None
    home.key.unlink()
    home.key.symlink_to(home.folder / "gone")
    assert _store() is None
    home.key.unlink()
    home.key.parent.rmdir()
    home.key.parent.write_text("a file where the folder should be", "utf-8")
    assert _store() is None
