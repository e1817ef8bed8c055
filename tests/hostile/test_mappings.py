"""Mapping files that are wrong or reach too far, and sources that do not fit them (1.4, 1.9)."""

from __future__ import annotations

import json

import pytest

from tests.hostile.conftest import OPTIONS, Checker
from tests.hostile.inputs import YAML

MAPPING = """\
spelregels_mapping: "1"
id: m
source: proef
input: {format: csv, dates: jjjj-mm-dd}
trajectory:
  id: {from: id}
  records: []
events:
  e: {act: informatie.gegeven, at: {from: van}, by: {from: wie}}
"""
SOURCE = "id,van,wie\nA,2026-02-01,college\n"


def arguments(checks: Checker, mapping: str, source: str | bytes) -> tuple[str, ...]:
    checks.write("m.yaml", mapping)
    path = checks.write("bron.csv", source)
    return ("check", str(path), "--map", str(checks.folder / "m.yaml"), *OPTIONS)


def test_the_mapping_that_is_made_hostile_is_right(checks: Checker) -> None:
    got = checks.cli(*arguments(checks, MAPPING, SOURCE))
    assert (got.code, got.err) == (0, "")
    assert "Traject A" in got.out


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("from: wie", "from: wi", "9:60", "`wi` komt in de hele bron niet voor."),
        (
            "from: wie",
            f"from: {'.'.join(['a'] * 10_000)}",
            "9:60",
            "komt in de hele bron niet voor",
        ),
        ("format: csv", "format: xml", "4:17", "xml is hier geen bekend woord."),
        ("format: csv", "format: csv, encoding: utf-9", "4:32", "utf-9 is hier geen bekend woord."),
        ("format: csv", 'format: csv, delimiter: ""', "4:33", "een lege tekst"),
        ("format: csv", 'format: csv, delimiter: ";;"', "4:33", "Hier staat ;;"),
        ("format: csv", "format: csv, delimiter: a", "4:33", "Hier staat a"),
        ("format: csv", 'format: csv, delimiter: "\'", quote: "\'"', "4:33", "Hier staat '"),
        ("format: csv", "format: csv, zone: Mars", "4:28", "Hier staat Mars"),
        ("format: csv", "format: csv, zone: ../../etc/passwd", "4:28", "../../etc/passwd"),
        ("format: csv", "format: csv, path: a.b", "4:28", "komt in de hele bron niet voor"),
        ("jjjj-mm-dd", "dd-mm-jj", "4:29", "Hier staat dd-mm-jj"),
        ("jjjj-mm-dd", '"(a+)+$jjjj"', "4:29", "Hier staat (a+)+$jjjj"),
        ("jjjj-mm-dd", "[]", None, ""),
        ("source: proef", "source: proef\nbased_on: ../x.yaml", "4:11", "Hier staat ../x.yaml"),
        ("source: proef", "source: proef\nbased_on: /etc/passwd", "4:11", "Hier staat /etc/passwd"),
        ("source: proef", "source: proef\nbased_on: m.yaml", "4:11", "Hier staat m.yaml"),
        ("source: proef", "source: proef\nbased_on: weg.yaml", "4:11", "weg.yaml bestaat niet."),
        ("source: proef", "source: proef\nbron: x", "4:1", "De sleutel bron bestaat hier niet."),
        (
            "trajectory:",
            "join: {x: {file: ../b.csv, where: {a: id}}}\ntrajectory:",
            "5:18",
            "../b.csv",
        ),
        (
            "trajectory:",
            "join: {x: {file: /etc/passwd, where: {a: id}}}\ntrajectory:",
            "5:18",
            "passwd",
        ),
        (
            "trajectory:",
            "join: {x: {file: weg.csv, where: {a: id}}}\ntrajectory:",
            "5:11",
            "weg.csv",
        ),
        ("trajectory:", 'join: {x: {file: "a\\0", where: {a: id}}}\ntrajectory:', "5:18", "U+0000"),
        ("{from: wie}", "{from: wie, words: [a]}", "9:72", "Hier staat een lijst"),
        ("{from: wie}", "{from: wie, cases: 5}", "9:72", "Hier staat 5"),
        ("  records: []\n", "", "6:3", "De sleutel records ontbreekt."),
        ("records: []", "records: 5", "7:12", "Hier staat 5"),
        ("records: []", "records: [x.y]", "7:12", "De handeling x.y bestaat niet"),
        ("informatie.gegeven", "informatie.geven", "9:12", "informatie.geven bestaat niet"),
        ('"1"', '"2"', "1:21", "Hier staat 2"),
        ('spelregels_mapping: "1"\n', "", "1:1", "De sleutel spelregels_mapping ontbreekt."),
        (MAPPING, YAML, "1:1", "Dit is een traject; hier wordt een mapping verwacht."),
        (MAPPING, "[]\n", "1:1", "Hier staat een lijst"),
        (MAPPING, "", "1:1", "Het bestand is leeg."),
        (MAPPING, '!!python/object/apply:os.system ["x"]\n', "1:1", "zijn niet toegestaan"),
        (MAPPING, "[" * 10_000, "1:51", "niveaus diep"),
    ],
)
def test_a_wrong_mapping_is_refused_at_its_place(
    checks: Checker, old: str, new: str, place: str | None, said: str
) -> None:
    command = arguments(checks, MAPPING.replace(old, new, 1), SOURCE)
    checks.refusal(command, checks.folder / "m.yaml", place, said)


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("2026-02-01", "31-02-2026", "B2", "`31-02-2026` past in geen van de vormen."),
        ("2026-02-01", "2026-02-31", "B2", "`2026-02-31` is geen bestaande datum."),
        ("2026-02-01", "0000-01-01", "B2", "is geen bestaande datum."),
        ("2026-02-01", "", "2:1", "moet een waarde hebben"),
        ("A,", ",", "2:1", "`id` moet een waarde hebben"),
        ("A,", "A\x1b[31m,", "2:2", "onzichtbaar teken (U+001B, escape)"),
        ("A,", "A\u200b,", "A2", "onzichtbaar teken (U+200B"),
        ("college", "collège", "2:18", "misschien Windows-1252 of Latin-1"),
        ("id,van,wie", "id,van,van", "C1", "De kolom `van` staat er twee keer."),
        ("college\n", "college\nA,2026-02-02,raad\n", "A3", "Het traject A staat dubbel"),
        ("A,2026-02-01,college\n", "", "1:1", "maakt hier geen enkel traject van"),
        ("A,", '"A,', "2:1", "een aanhalingsteken wordt niet gesloten"),
    ],
)
def test_a_source_that_does_not_fit_is_refused_at_its_cell(
    checks: Checker, old: str, new: str, place: str, said: str
) -> None:
    source = SOURCE.replace(old, new, 1)
    raw = source.encode("latin-1" if "è" in source else "utf-8")
    cell = place if place[0].isalpha() or said.startswith(("onz", "miss", "maakt", "een")) else None
    command = arguments(checks, MAPPING, raw)
    got = checks.cli(*command)
    assert got.code == 2
    assert said in got.err
    path = checks.folder / "bron.csv"
    checks.refusal(command, path, cell or _place(got.err), said)


def _place(err: str) -> str:
    return err.split("bron.csv:", 1)[1].split(": ", 1)[0]


def test_a_declared_encoding_is_held_to(checks: Checker) -> None:
    """windows-1252 has no 0x81: refused; with a letter it does have: read."""
    declared = MAPPING.replace("format: csv", "format: csv, encoding: windows-1252")
    wrong = SOURCE.replace("college", "coll\x81ge").encode("latin-1")
    command = arguments(checks, declared, wrong)
    checks.refusal(command, checks.folder / "bron.csv", "2:1", "Deze tekst is geen windows-1252")
    right = SOURCE.replace("college", "Renée").encode("cp1252")
    assert checks.cli(*arguments(checks, declared, right)).code == 0


def test_a_folder_is_read_no_wider_than_itself(checks: Checker) -> None:
    """``files`` names files in the folder; a pattern cannot climb out of it."""
    checks.write("data/een.csv", SOURCE)
    checks.write("geheim.csv", SOURCE)
    for files, code in (("een.csv", 0), ("../*.csv", 2), ("/etc/*", 2), ("**", 2), ("*/../*", 2)):
        mapping = MAPPING.replace("format: csv", f"format: csv, files: {json.dumps(files)}")
        path = checks.write("m.yaml", mapping)
        got = checks.cli("check", checks.folder / "data", "--map", path, *OPTIONS)
        assert (files, got.code) == (files, code), got
        assert "geheim" not in got.out + got.err


@pytest.mark.parametrize("name", ["weg.yaml", "pabulibb", "../mappings/pabulib", "", "map", "{}"])
def test_a_mapping_that_does_not_exist_is_refused(checks: Checker, name: str) -> None:
    (checks.folder / "map").mkdir()
    source = checks.write("bron.csv", SOURCE)
    got = checks.cli(
        "check", source, "--map", checks.folder / name if name == "map" else name, *OPTIONS
    )
    assert (got.code, got.out) == (2, "")
    assert "bestaat niet." in got.err or "niet de kop" in got.err
    assert name != "pabulibb" or "bedoelde u: pabulib" in got.err


def test_a_source_in_another_format_than_declared_is_refused(checks: Checker) -> None:
    command = arguments(checks, MAPPING.replace("csv", "json"), SOURCE)
    checks.refusal(command, checks.folder / "bron.csv", "1:1", "geen geldige JSON")
    nested = '{"id": ' * 100 + "1" + "}" * 100
    command = arguments(checks, MAPPING.replace("csv", "json"), nested)
    checks.refusal(command, checks.folder / "bron.csv", "1:449", "dieper genest dan 64 lagen")
