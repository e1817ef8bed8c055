"""Workbook files: hostile ones, and what is written into new ones (issue 3, item 2.4)."""

from __future__ import annotations

import builtins
import json
import zipfile
from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from spelregels import doors
from spelregels.doors.sheets import Kind
from spelregels.doors.workbook_read import read_sheets
from spelregels.doors.workbook_save import FINDING_COLUMNS, write_back, write_workbook
from spelregels.language import bind, load_ruleset
from spelregels.model.problem import Problem
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory

Refused = Callable[[Callable[[], object]], tuple[Problem, ...]]


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return load_ruleset("vormen/wijkplatform")


# -- files that are no workbook -------------------------------------------------------------------


def packed(**parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("_", "."), data)
    return out.getvalue()


HOSTILE = {
    "bad-workbook": [b"PK\x03\x04", b"", b"\xd0\xcf\x11\xe0 an encrypted workbook", packed(a=b"")],
    "too-big": [packed(content_xml=b"<a>" + b" " * 70_000_000)],
    "xml-doctype": [packed(content_xml=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")],
    "bad-xml": [packed(content_xml=b"<a><b></a>")],
}


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
@pytest.mark.parametrize("code", HOSTILE)
def test_hostile_workbooks_are_refused(
    tmp_path: Path, refused: Refused, code: str, suffix: str
) -> None:
    for raw in HOSTILE[code]:
        path = tmp_path / f"t{suffix}"
        path.write_bytes(raw)
        (problem,) = refused(partial(doors.read, path))
        assert problem.code == code
        assert problem.position.line == 1


def test_what_to_do_when_the_library_is_not_installed(
    tmp_path: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch, rules: Ruleset
) -> None:
    path = tmp_path / "t.xlsx"
    openpyxl.Workbook().save(path)
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.split(".")[0] in ("openpyxl", "odf"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    for call in (
        partial(doors.read, path),
        partial(write_workbook, rules, tmp_path / "n.xlsx"),
        partial(write_workbook, rules, tmp_path / "n.ods"),
    ):
        (problem,) = refused(call)
        assert problem.code == "not-installed"
        assert "spelregels[sheets]" in problem.expected_nl
    assert not (tmp_path / "n.xlsx").exists()


# -- text is text, and files are kept -------------------------------------------------------------

RISKY = ("=1+1", '=HYPERLINK("http://x.test")', "+31 6", "-5 graden", "@SUM(A1)", "#REF!", "\t=1")


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_no_text_becomes_a_formula(tmp_path: Path, rules: Ruleset, suffix: str) -> None:
    """Names of trajectories, findings: whatever a text begins with, it is written as text."""
    source = tmp_path / f"bron{suffix}"
    write_workbook(rules, source)
    row = [None] * len(FINDING_COLUMNS)
    target = tmp_path / f"uit{suffix}"
    write_back(source, target, [(text, *row[1:]) for text in RISKY])
    (page,) = [sheet for sheet in read_sheets(target) if sheet.name == "bevindingen"]
    found = [page.rows[number][1] for number in range(2, 2 + len(RISKY))]
    assert [cell.value for cell in found] == list(RISKY)
    assert {cell.kind for cell in found} == {Kind.VALUE}
    if suffix == ".xlsx":
        sheet = openpyxl.load_workbook(target)["bevindingen"]
        quoted = {sheet.cell(n, 1).value for n in range(2, 9) if sheet.cell(n, 1).quotePrefix}  # type: ignore[union-attr]
        assert quoted == set(RISKY) - {"#REF!"}


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_findings_are_written_into_a_copy(tmp_path: Path, refused: Refused, suffix: str) -> None:
    rules = load_ruleset("vormen/wijkplatform")
    (read_one,) = doors.read(Path(__file__).parents[2] / "examples" / "speelplek.yaml")
    source, target = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    write_workbook(rules, source, [bind(read_one, rules)])
    before = source.read_bytes()
    row = ("speelplek", "geschonden", *[None] * 7, date(2026, 6, 9), "gebeurtenissen!A7")
    for path in (source, target):
        if path == source:
            assert refused(partial(write_back, source, path, [row]))[0].code == "file-exists"
        else:
            write_back(source, path, [row])
    assert source.read_bytes() == before
    assert [s.name for s in read_sheets(target)][-1] == "bevindingen"
    again = tmp_path / f"c{suffix}"
    write_back(target, again, [])  # the sheet of an earlier run is replaced
    names = [sheet.name for sheet in read_sheets(again)]
    assert names.count("bevindingen") == 1
    assert [t.id for t in doors.read(again)] == ["speelplek-molenwijk"]
    other = tmp_path / ("x.ods" if suffix == ".xlsx" else "x.xlsx")
    assert refused(partial(write_back, source, other, []))[0].code == "other-format"


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
@pytest.mark.parametrize(
    "text", ["regel\nregel", "a  b   c", "a\tb", "<a> & 'b' \"c\"", "ë🙂", "1"]
)
def test_text_comes_back_as_it_was(tmp_path: Path, rules: Ruleset, text: str, suffix: str) -> None:
    path = tmp_path / f"t{suffix}"
    write_workbook(rules, path, [decided(tmp_path, rules, text)])
    (one,) = doors.read(path)
    assert bind(one, rules).events[0].attributes == {"motivering": text}


@pytest.mark.parametrize("text", ["", "~", " rand"])
def test_what_no_cell_can_hold_is_refused_not_changed(
    tmp_path: Path, refused: Refused, rules: Ruleset, text: str
) -> None:
    call = partial(write_workbook, rules, tmp_path / "t.xlsx", [decided(tmp_path, rules, text)])
    assert refused(call)[0].code == "cannot-write"
    assert not (tmp_path / "t.xlsx").exists()


def decided(folder: Path, rules: Ruleset, text: str) -> Trajectory:
    """A trajectory with one event, whose reasons are this text."""
    event = {"at": "2026-02-01", "act": "besluit.genomen", "motivering": text}
    path = folder / "t.json"
    path.write_text(json.dumps({"id": "A", "records": "all", "events": [event]}), encoding="utf-8")
    (one,) = doors.read(path)
    return bind(one, rules)
