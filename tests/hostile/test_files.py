"""What stands at a path besides a file with text (issue 1.9)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.hostile.conftest import OPTIONS, Checker
from tests.hostile.inputs import CSV, YAML


def refused(checks: Checker, path: Path, said: str, at: Path | None = None) -> None:
    checks.refusal(("check", str(path), *OPTIONS), at or path, "", said)


def test_what_is_not_there_is_said(checks: Checker) -> None:
    refused(checks, checks.folder / "weg.yaml", "bestaat niet.")
    checks.write("t.yaml", YAML)
    refused(checks, checks.folder / "t.yaml" / "x.yaml", "een deel van het pad is geen map")


def test_a_name_that_no_file_can_have_is_refused(checks: Checker) -> None:
    got = checks.cli("check", "x" * 5000 + ".yaml", *OPTIONS)
    assert got.code == 2
    assert "de naam is te lang" in got.err
    got = checks.cli("check", "a\nb.yaml", *OPTIONS)
    assert got.code == 2
    assert len(got.err.splitlines()) == 1


def test_links_that_lead_nowhere_are_refused(checks: Checker) -> None:
    (checks.folder / "kring.yaml").symlink_to("kring.yaml")
    (checks.folder / "los.yaml").symlink_to("weg.yaml")
    refused(checks, checks.folder / "kring.yaml", "de verwijzingen lopen in een kring")
    refused(checks, checks.folder / "los.yaml", "bestaat niet.")
    refused(
        checks, checks.folder, "de verwijzingen lopen in een kring", checks.folder / "kring.yaml"
    )


def test_a_folder_in_itself_is_read_once(checks: Checker) -> None:
    """Exit 0: doors do not go deeper than the folder they are given."""
    checks.write("map/t.yaml", YAML)
    checks.write("map/.verborgen.yaml", "x")
    (checks.folder / "map" / "zelf").symlink_to(".")
    (checks.folder / "map" / "onder.yaml").mkdir()
    checks.write("map/onder.yaml/t.yaml", "x")
    checks.write("map/foto.jpg", b"\xff\xd8\xff")
    got = checks.cli("check", checks.folder / "map", *OPTIONS)
    assert (got.code, got.err) == (0, "")
    assert got.out.count("Traject A") == 1
    assert "foto.jpg" in got.out


def test_a_folder_without_trajectories_is_refused(checks: Checker) -> None:
    refused(checks, checks.folder, "geen bestand met trajecten")
    checks.write("a.md", "hallo")
    refused(checks, checks.folder, "geen bestand met trajecten")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_refused_unread(checks: Checker) -> None:
    """Nobody writes into it: reading would wait for ever."""
    pipe = checks.folder / "pijp.yaml"
    os.mkfifo(pipe)
    refused(checks, pipe, "geen gewoon bestand")
    refused(checks, checks.folder, "geen gewoon bestand", pipe)
    for options in (("--rules", str(pipe)), ("--map", str(pipe))):
        got = checks.cli("check", checks.write("t/t.yaml", YAML), *options)
        assert got.code == 2
    rules = checks.write("r.yaml", 'spelregels: "1"\nid: r\nextends: [weg]\n')
    assert checks.cli("show", rules).code == 2


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_file_without_end_is_refused_unread(checks: Checker) -> None:
    (checks.folder / "nul.csv").symlink_to("/dev/zero")
    refused(checks, checks.folder / "nul.csv", "geen gewoon bestand")


def test_a_file_that_may_not_be_read_is_refused(checks: Checker) -> None:
    path = checks.write("dicht.yaml", YAML)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    refused(checks, path, "u mag dit bestand niet lezen")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.txt", "hallo\n", "geen bekende vorm (`.txt`)"),
        ("x", "hallo\n", "geen bekende vorm (`x`)"),
        ("x.docx", b"PK\x03\x04" + bytes(40), "een werkmap of zip-bestand"),
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een oude werkmap"),
    ],
)
def test_a_file_of_an_unknown_kind_is_refused(
    checks: Checker, name: str, content: str | bytes, said: str
) -> None:
    checks.refuses(name, content, "1:1", said)


@pytest.mark.parametrize(
    ("name", "content"), [("x.txt", YAML), ("x", CSV), ("x.YML", YAML), ("a b #1%.yaml", YAML)]
)
def test_a_right_file_under_an_odd_name_is_read(checks: Checker, name: str, content: str) -> None:
    checks.reads(name, content, 0, "Traject A")
