"""The repository itself: what its documents promise is so (issue 1.1)."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.readme import README, fresh

ROOT = Path(__file__).parents[1]
TOP = {
    ".ci", "cli", "docs", "examples", "rulesets", "spelregels", "tests",
    "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "pyproject.toml", ".gitignore",
}  # fmt: skip


def test_the_excerpt_in_the_readme_is_real() -> None:
    """Stale? Run `python -m tests.readme`."""
    assert README.read_text(encoding="utf-8") == fresh()


def test_the_readme_has_its_two_commands() -> None:
    """1.1: one installs and checks an example, one installs and passes the tests; one line each."""
    text = README.read_text(encoding="utf-8")
    commands = re.findall(r"```sh\n(.*?)\n```", text, flags=re.DOTALL)
    assert len(commands) == 2
    assert all("\n" not in command for command in commands)
    check, tests = commands
    assert check.endswith("spelregels check examples/speelplek.yaml --rules vormen/wijkplatform")
    assert tests.endswith("-m pytest -n auto")


def test_links_in_the_documents_lead_somewhere() -> None:
    """Every relative link of README, CONTRIBUTING and docs/ names a file that is there."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    dead = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert dead == []


def test_the_licence_is_the_whole_eupl() -> None:
    """EUPL-1.2, from its first line through its appendix."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in text
    assert "‘Compatible Licences’ according to Article 5 EUPL" in text


def test_the_rooms_import_leftwards_only() -> None:
    """The import contracts of `pyproject.toml` are kept (docs/architecture.md)."""
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("import-linter is not installed (it comes with the extra `dev`)")
    done = subprocess.run(
        [command, "--no-cache"],
        cwd=ROOT,
        env={"PYTHONPATH": "cli:.", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout


def test_modules_stay_short() -> None:
    """Under 300 lines, unless a file is one closed table: words, norm kinds, the meaning."""
    tables = {"texts_nl.py", "texts_en.py", "wording_nl.py", "wording_en.py"}
    tables |= {"semantics.py", "texts.py", "norms.py"}
    files = [*(ROOT / "spelregels").rglob("*.py"), *(ROOT / "cli").rglob("*.py")]
    long = {
        file.relative_to(ROOT).as_posix(): count
        for file in files
        if file.name not in tables
        and (count := len(file.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}


def test_the_top_level_is_fixed() -> None:
    """Nothing new at the top: what git knows stands in the list above."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    done = subprocess.run(
        [git, "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert {line.split("/")[0] for line in done.stdout.splitlines()} <= TOP
