"""Strict YAML (issues 1.2, 1.9): places, traps, limits; a clear problem or a correct reading."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from spelregels.language import parse_yaml
from spelregels.language.filebytes import Limits
from spelregels.language.nodes import ListNode, MapNode, ScalarNode
from spelregels.language.yamltext import read_yaml
from spelregels.model.problem import InputRefused
from tests.language.texts import place, problems_of, unmarked

READ = {
    "text": "text",
    "nee": "nee",
    "true": True,
    "False": False,
    "12": 12,
    "-3": -3,
    "0": 0,
    "4.10": Decimal("4.10"),
    "2026-02-01": date(2026, 2, 1),
    "2024-02-29": date(2024, 2, 29),
    "2026-02-01T10:00:00+01:00": "2026-02-01T10:00:00+01:00",
    "2026-02": "2026-02",
    "~": None,
    "null": None,
    "1-2-2026": "1-2-2026",
    "3:16 lid 1": "3:16 lid 1",
    "6 weken": "6 weken",
    "'no'": "no",
    '"12:30"': "12:30",
    '"010"': "010",
    '"2026-02-01"': "2026-02-01",
    "é€😀": "é€😀",
}

REFUSED = [
    ("a: §on", "yaml-switch", '"on"'),
    ("a: §No", "yaml-switch", '"No"'),
    ("a: §y", "yaml-switch", '"y"'),
    ("§on: a", "yaml-switch", '"on"'),
    ("a: §12:30", "yaml-sixties", '"12:30"'),
    ("a: §3:50", "yaml-sixties", '"3:50"'),
    ("a: §1:30:00", "yaml-sixties", '"1:30:00"'),
    ("§12:30: a", "yaml-sixties", '"12:30"'),
    ("a: §010", "yaml-octal", '"010"'),
    ("a: §0x1F", "yaml-number", '"0x1F"'),
    ("a: §1_000", "yaml-number", '"1_000"'),
    ("a: §1e3", "yaml-number", '"1e3"'),
    ("a: §.inf", "yaml-number", '".inf"'),
    ("a: §12345678901234567890", "long-number", '"12345678901234567890"'),
    ("a: §2026-02-31", "no-such-date", ""),
    ("a: §2026-2-1", "loose-date", "2026-02-01"),
    ("a: 1\n§a: 2", "double-key", ""),
    ("§7: a", "key-not-text", '"7"'),
    ("§2026-01-01: a", "key-not-text", '"2026-01-01"'),
    ("? §[a]\n: b", "key-not-text", ""),
    ("§<<: {a: 1}", "yaml-merge", ""),
    ("a: §!!python/object:os.system x", "yaml-tag", ""),
    ("a: §!eigen {b: 1}", "yaml-tag", ""),
    ("a: §&anker [1]", "yaml-anchor", ""),
    ("a: &x [1]\nb: §*x", "yaml-alias", ""),
    ("a: 1\n§---\nb: 2", "several-documents", ""),
    ("§%YAML 1.1\n---\na: 1", "yaml-directive", ""),
    ("a: [1, 2\nb§: 3", "yaml-syntax", ""),
    ("a: b§: c", "yaml-syntax", ""),
    ("§\ta: 1", "yaml-syntax", ""),
    ("a: 1§\x07", "hidden-character", ""),
    ("a: 1§\x00", "hidden-character", ""),
    ("a: §\u202ekcilg", "hidden-character", ""),
    ("§", "empty-file", ""),
]


@pytest.mark.parametrize("written", READ)
def test_plain_words_mean_one_thing(written: str) -> None:
    node = parse_yaml(f"a: {written}\n", "f.yaml")
    assert isinstance(node, MapNode)
    value = node.entries["a"]
    assert isinstance(value, ScalarNode)
    assert value.value == READ[written]
    assert type(value.value) is type(READ[written])
    assert place(value.position) == (1, 4)


@pytest.mark.parametrize(("marked", "code", "suggestion"), REFUSED)
def test_traps_are_refused_at_their_place(marked: str, code: str, suggestion: str) -> None:
    """Issue 1.2: YAML 1.1 traps, duplicate keys, tags, anchors: each with its place."""
    text, where = unmarked(marked)
    found = [p for p in problems_of(lambda: parse_yaml(text, "f.yaml")) if p.code == code]
    assert found, f"no {code}"
    assert place(found[0].position) == where
    assert found[0].position.file == "f.yaml"
    assert found[0].suggestion == suggestion
    assert found[0].message_nl
    assert found[0].message_en


def test_all_problems_of_a_file_together() -> None:
    text = "a: on\nb: 010\nc: 3:50\na: 2\n"
    codes = [p.code for p in problems_of(lambda: parse_yaml(text, "f.yaml"))]
    assert codes == ["yaml-switch", "yaml-octal", "yaml-sixties", "double-key"]


def test_keys_lists_and_values_know_their_place() -> None:
    node = parse_yaml("a:\n  - {b: 1}\n  - c\n", "f.yaml")
    assert isinstance(node, MapNode)
    assert place(node.keys["a"]) == (1, 1)
    items = node.entries["a"]
    assert isinstance(items, ListNode)
    assert [place(item.position) for item in items.items] == [(2, 5), (3, 5)]


def test_an_article_keeps_its_digits() -> None:
    """4.10 and 4.1 are two articles: numbers are read as decimals, and remember how they stood."""
    node = parse_yaml("a: 4.10", "f.yaml")
    assert isinstance(node, MapNode)
    value = node.entries["a"]
    assert isinstance(value, ScalarNode)
    assert value.written == "4.10"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_depth_is_refused_before_anything_overflows(opening: str) -> None:
    """Issue 1.9: 10,000 levels deep."""
    found = problems_of(lambda: parse_yaml(opening * 10_000, "f.yaml"))
    assert [p.code for p in found] == ["too-deep"]


def test_a_billion_laughs_is_refused() -> None:
    lines = ["a: &a [x, x]"]
    lines += [f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    codes = {p.code for p in problems_of(lambda: parse_yaml("\n".join(lines), "f.yaml"))}
    assert codes == {"yaml-anchor", "yaml-alias"}


def test_size_is_limited_and_the_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert [p.code for p in problems_of(lambda: read_yaml(path))] == ["too-big"]
    small = Limits(max_bytes=10)
    assert [p.code for p in problems_of(lambda: read_yaml(path, limits=small))] == ["too-big"]


@pytest.mark.parametrize(
    ("raw", "where"),
    [
        ("a: 1".encode("utf-16"), (1, 1)),
        ("a: 1".encode("utf-16-be"), (1, 1)),
        ("a: 1\nb: caf\xe9\n".encode("latin-1"), (2, 7)),
    ],
)
def test_other_encodings_are_refused(raw: bytes, where: tuple[int, int]) -> None:
    found = problems_of(lambda: parse_yaml(raw, "f.yaml"))
    assert [p.code for p in found] == ["not-utf8"]
    assert place(found[0].position) == where


def test_a_byte_order_mark_is_read() -> None:
    """Windows editors write it; it changes nothing."""
    node = parse_yaml(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "f.yaml")
    assert isinstance(node, MapNode)
    assert list(node.entries) == ["a", "b"]


@pytest.mark.parametrize("text", ["", "# niets\n", "---\n", "---\n# niets\n"])
def test_nothing_is_an_error(text: str) -> None:
    assert [p.code for p in problems_of(lambda: parse_yaml(text, "f.yaml"))] == ["empty-file"]


def test_absent_files_and_folders_are_problems(tmp_path: Path) -> None:
    assert [p.code for p in problems_of(lambda: read_yaml(tmp_path / "weg"))] == ["no-such-file"]
    assert [p.code for p in problems_of(lambda: read_yaml(tmp_path))] == ["not-a-file"]


@pytest.mark.parametrize("cut", range(0, 60, 3))
def test_a_truncated_file_is_read_or_refused(cut: int) -> None:
    """Issue 1.9: never a traceback."""
    text = "id: x\nevents:\n  - {id: 'e1', at: 2026-01-01, act: a.b}\n  - [1, {"
    try:
        parse_yaml(text[:cut], "f.yaml")
    except InputRefused as refused:
        assert refused.problems


def test_many_problems_are_cut_and_counted() -> None:
    text = "".join(f"k{n}: on\n" for n in range(500))
    found = problems_of(lambda: parse_yaml(text, "f.yaml"))
    assert len(found) == 201
    assert found[-1].code == "more-problems"
    assert "300" in found[-1].message_nl
