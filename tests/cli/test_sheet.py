"""``spelregels sheet`` and ``check --write-back`` as a user types them (issue 3, item 2.4)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from spelregels_cli.app import app
from typer.testing import CliRunner, Result

from spelregels import doors
from spelregels.doors.workbook_save import write_workbook
from spelregels.language import bind, load_ruleset

ROOT = Path(__file__).parents[2]
RULES = "vormen/wijkplatform"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    rules = load_ruleset(RULES)
    (read,) = doors.read(ROOT / "examples" / "speelplek.yaml")
    path = tmp_path / "wijk.xlsx"
    write_workbook(rules, path, [bind(read, rules)])
    return path


def test_a_workbook_to_fill_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """2.4: its name follows from the rules; what exists is kept."""
    monkeypatch.chdir(tmp_path)
    assert run("sheet", RULES).stdout == "wijkplatform.xlsx\n"
    assert "gebeurtenissen" in openpyxl.load_workbook("wijkplatform.xlsx").sheetnames
    again = run("sheet", RULES)
    assert again.exit_code == 2
    assert "bestaat al" in again.stderr
    assert run("sheet", RULES, "-o", "wijk.ods").exit_code == 0
    assert Path("wijk.ods").is_file()
    assert run("sheet", RULES, "-o", "wijk.csv").exit_code == 2


def test_findings_beside_what_was_filled_in(tmp_path: Path, filled: Path) -> None:
    before = filled.read_bytes()
    target = tmp_path / "uit.xlsx"
    done = run("check", str(filled), "--rules", RULES, "--write-back", str(target))
    assert done.exit_code == 1  # the example has a breach
    assert filled.read_bytes() == before
    head, *rows = openpyxl.load_workbook(target)["bevindingen"].iter_rows(values_only=True)
    found = [dict(zip(head, row, strict=True)) for row in rows]
    late = next(row for row in found if row["Oordeel"] == "te laat gedaan")
    assert str(late["Regel"]).startswith("reactie-op-advies")
    assert (late["Uiterlijk"], late["Cel"]) == (datetime(2026, 6, 9), "gebeurtenissen!A7")
    assert {row["Traject"] for row in found} == {"speelplek-molenwijk"}


def test_the_original_is_never_overwritten(filled: Path) -> None:
    before = filled.read_bytes()
    done = run("check", str(filled), "--rules", RULES, "--write-back", str(filled))
    assert done.exit_code == 2
    assert filled.read_bytes() == before


def test_only_one_workbook_can_be_written_back(tmp_path: Path, filled: Path) -> None:
    for paths in ([str(filled), str(ROOT / "examples" / "speelplek.yaml")],):
        done = run("check", *paths, "--rules", RULES, "--write-back", str(tmp_path / "u.xlsx"))
        assert done.exit_code == 2
    plain = str(ROOT / "examples" / "speelplek.yaml")
    done = run("check", plain, "--rules", RULES, "--write-back", str(tmp_path / "u.xlsx"))
    assert done.exit_code == 2
    assert not (tmp_path / "u.xlsx").exists()


def test_an_error_names_the_cell(filled: Path) -> None:
    book = openpyxl.load_workbook(filled)
    book["gebeurtenissen"]["C3"].value = "2 maart 2026"
    book.save(filled)
    done = run("check", str(filled), "--rules", RULES)
    assert done.exit_code == 2
    assert "gebeurtenissen!C3" in done.stderr
