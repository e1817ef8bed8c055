"""An open set of checks (issue 3.1): found by reading the folder, wherever the package stands."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import spelregels
from spelregels.verify import found, records
from spelregels.verify.cases import case_file, read_cases
from spelregels.verify.found import check_ids
from spelregels.verify.scaffold import FILL_IN, scaffold

PACKAGE = Path(spelregels.__file__).parent
ROOM = PACKAGE / "verify"
LOOK = """
import sys
sys.path.insert(0, sys.argv[1])
import spelregels
assert sys.argv[1] in spelregels.__file__, spelregels.__file__
from spelregels.verify.cases import case_file
from spelregels.verify.found import all_checks
for check in all_checks():
    assert case_file(check.record.id).wrong
print(len(all_checks()))
"""


def test_one_module_and_one_case_file_a_check() -> None:
    """3.1: one file a check with its cases beside it; nothing is registered anywhere else."""
    modules = {path.stem for path in (ROOM / "checks").glob("[a-z]*.py")}
    cases = {path.stem for path in (ROOM / "cases").glob("*.yaml")}
    assert modules == cases == {id_.replace("-", "_") for id_ in check_ids()}
    assert [record.id for record in records()] == list(check_ids())


def test_checks_are_found_in_a_zip(tmp_path: Path) -> None:
    """3.1: also from a wheel or a zip."""
    packed = tmp_path / "spelregels.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in PACKAGE.rglob("*"):
            if path.suffix in (".py", ".yaml") and "rulesets" not in path.parts:
                archive.write(path, f"spelregels/{path.relative_to(PACKAGE)}")
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(packed)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=tmp_path,
        env={"PATH": ""},
    )
    assert done.stdout.strip() == str(len(check_ids())), done.stderr


def test_a_module_that_calls_itself_otherwise_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """An id is the name of its file: a copied module is noticed at once."""

    class Copied:
        __name__ = "spelregels.verify.checks.begin_open"
        RECORD = records()[0]

    monkeypatch.setattr(found, "import_module", lambda _: Copied)
    with pytest.raises(AssertionError, match="calls itself"):
        found._load("begin-open")


def test_the_scaffold_writes_a_check_that_is_not_done(tmp_path: Path) -> None:
    """3.1: add-a-check writes module and cases; the tests fail until both are filled in."""
    for folder in ("checks", "cases"):
        (tmp_path / folder).mkdir()
    module, cases = scaffold("nog-een-controle", tmp_path)
    made: dict[str, object] = {}
    exec(compile(module.read_text(encoding="utf-8"), str(module), "exec"), made)
    record = made["RECORD"]
    assert record.id == "nog-een-controle"
    assert FILL_IN in record.why.nl
    read = read_cases(cases.read_bytes(), str(cases))
    assert len(read.wrong) == len(read.right) == 2
    assert FILL_IN in read.wrong[0].title.nl


@pytest.mark.parametrize("id_", ["begin-open", "../weg", "Hoofdletter-fout", "een", "a_b", ""])
def test_the_scaffold_refuses_a_bad_id(id_: str, tmp_path: Path) -> None:
    """An id that is taken, or that is none, writes nothing."""
    with pytest.raises(ValueError, match=r"id|exists"):
        scaffold(id_, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_cases_of_a_check_come_with_the_package() -> None:
    """3.1: the wheel holds what the pages are made of."""
    assert case_file("begin-open").check == "begin-open"
