"""What is no text, or other text than it seems (issue 1.9): refused in place, or read right."""

from __future__ import annotations

import json

import pytest

from tests.hostile.conftest import OPTIONS, Checker
from tests.hostile.inputs import CSV, JSON, LOG, YAML

FORMATS = {"t.yaml": YAML, "t.json": JSON, "t.csv": CSV, "t.jsonl": JSON}
KEPT = "1× nagekomen"


@pytest.mark.parametrize("name", FORMATS)
def test_the_input_that_is_made_hostile_is_right(checks: Checker, name: str) -> None:
    checks.reads(name, FORMATS[name], 0, "Traject A", KEPT)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_a_wide_encoding_is_refused(checks: Checker, name: str, encoding: str) -> None:
    checks.refuses(name, FORMATS[name].encode(encoding), "1:1", "bewaar het als UTF-8")


@pytest.mark.parametrize("name", FORMATS)
def test_a_byte_order_mark_is_read_over(checks: Checker, name: str) -> None:
    checks.reads(name, "\ufeff" + FORMATS[name], 0, KEPT)


@pytest.mark.parametrize("name", ["t.yaml", "t.csv", "t.jsonl"])
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_are_line_ends(checks: Checker, name: str, end: str) -> None:
    """Also mixed: an editor that changed half of the file."""
    text = FORMATS[name]
    checks.reads(name, text.replace("\n", end), 0, KEPT)
    checks.reads(name, text.replace("\n", end, 2), 0, KEPT)


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("t.yaml", YAML + "title: café\n", "6:11"),
        ("t.json", json.dumps({**LOG, "title": "café"}, ensure_ascii=False), "1:227"),
        ("t.csv", CSV.replace("ja", "café"), "3:41"),
    ],
)
def test_latin_1_is_refused_at_its_first_letter(
    checks: Checker, name: str, text: str, place: str
) -> None:
    checks.refuses(name, text.encode("latin-1"), place, "misschien Windows-1252 of Latin-1")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04\x14\x00", "een werkmap of zip-bestand, geen tekst"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "een oude werkmap"),
        (b"\x1f\x8b\x08\x00\x00", "een ingepakt bestand (gzip)"),
        (b"%PDF-1.7\n\xe2\xe3", "een pdf"),
        (bytes(range(256)), "onzichtbaar teken (U+0000)"),
    ],
)
@pytest.mark.parametrize("name", ["t.yaml", "t.csv", "t.json"])
def test_what_is_no_text_is_called_by_its_name(
    checks: Checker, name: str, content: bytes, said: str
) -> None:
    place = "1:1"
    if content[0] == 0:
        content, said = b"id: " + content, "misschien Windows-1252"
        place = "2:118"
    checks.refuses(name, content, place, said)


@pytest.mark.parametrize(
    "sign", ["\0", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\ufeff", "\uffff"]
)
@pytest.mark.parametrize(
    ("name", "before", "column"), [("t.yaml", "id: A", 6), ("t.json", '{"id": "A', 10)]
)
def test_a_control_character_is_refused_wherever_it_stands(
    checks: Checker, name: str, before: str, column: int, sign: str
) -> None:
    hostile = FORMATS[name].replace(before, before + sign, 1)
    checks.refuses(name, hostile, f"1:{column}", f"onzichtbaar teken (U+{ord(sign):04X}")


@pytest.mark.parametrize("sign", ["\0", "\x1b[31m", "\x9b2J", "\u202e", "\u2066"])
@pytest.mark.parametrize("key", ["id", "title", "note"])
def test_an_escape_hides_nothing_either(checks: Checker, key: str, sign: str) -> None:
    """``\\u001b`` in JSON and ``\\x1b`` in YAML are as invisible as the character itself."""
    hidden = f"U+{ord(sign[0]):04X}"
    written = json.dumps({**LOG, key: f"A{sign}B"})
    column = written.index(f'"A{json.dumps(sign)[1:-1]}') + 1
    checks.refuses("t.json", written, f"1:{column}", hidden)
    escaped = "".join(f"\\U{ord(one):08x}" for one in sign)
    rest = YAML.split("\n", 1)[1] if key == "id" else YAML
    checks.refuses("t.yaml", f'{key}: "A{escaped}B"\n{rest}', f"1:{len(key) + 3}", hidden)


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_a_line_end_that_only_some_readers_see_is_refused(checks: Checker, sign: str) -> None:
    checks.refuses("t.yaml", YAML.replace("id: A", f"id: A{sign}B"), "1:6", "onzichtbaar teken")


@pytest.mark.parametrize("text", ["", "   \n\n", "# niets\n", "---\n", "---\n...\n", "null\n"])
def test_a_yaml_file_that_says_nothing_is_called_empty(checks: Checker, text: str) -> None:
    checks.refuses("t.yaml", text, "1:1", "Het bestand is leeg.")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("t.json", "het einde van de tekst"),
        ("t.jsonl", "geen enkel traject"),
        ("t.csv", "niet de kop van een trajectentabel"),
    ],
)
def test_an_empty_file_is_refused(checks: Checker, name: str, said: str) -> None:
    checks.refuses(name, "", "1:1", said)


def test_a_truncated_yaml_file_is_refused(checks: Checker) -> None:
    """Cut anywhere but at the end of an event: that no reader of YAML can see."""
    for kept in range(3, len(YAML) - 1, 7):
        if not YAML[:kept].rstrip().endswith("}"):
            checks.refuses("t.yaml", YAML[:kept], None, "")


def test_a_truncated_json_file_is_refused(checks: Checker) -> None:
    for kept in range(1, len(JSON), 11):
        checks.refuses("t.json", JSON[:kept], None, "geen geldige JSON")


@pytest.mark.parametrize("kept", [20, 60, 100, len(CSV) - 2])
def test_a_truncated_table_is_refused(checks: Checker, kept: int) -> None:
    path = checks.write("t.csv", CSV[:kept])
    got = checks.cli("check", path, *OPTIONS)
    assert got.code == 2
    assert got.err.startswith(f"{path}:")
