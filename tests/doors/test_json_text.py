"""JSON becomes nodes that know their place; bad JSON is refused where it goes wrong (1.4, 1.9)."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.doors.json_text import MAX_DEPTH, parse_json
from spelregels.doors.jsonl_text import parse_jsonl
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.textbytes import hidden_in
from spelregels.model.problem import InputRefused


def plain(node: Node) -> object:
    match node:
        case ScalarNode(value=value):
            return value
        case ListNode(items=items):
            return [plain(item) for item in items]
        case MapNode(entries=entries):
            return {key: plain(part) for key, part in entries.items()}


SEEN = st.text(max_size=8).filter(lambda text: not hidden_in(text))
LEAVES = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | SEEN
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SEEN, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES, st.sampled_from([None, 1, 4]), st.booleans())
def test_reads_what_the_standard_library_writes(
    value: object, indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert plain(parse_json(text, source="x")) == value


def test_every_part_knows_its_line_and_column() -> None:
    node = parse_json('{\n  "a": [1,\n   {"b": "é", "c": 2.50}]\n}', source="t.json")
    assert isinstance(node, MapNode)
    assert (node.keys["a"].line, node.keys["a"].column) == (2, 3)
    inner = node.entries["a"]
    assert isinstance(inner, ListNode)
    assert (inner.position.line, inner.position.column) == (2, 8)
    deep = inner.items[1]
    assert isinstance(deep, MapNode)
    last = deep.entries["c"]
    assert isinstance(last, ScalarNode)
    assert (last.position.file, last.position.line, last.position.column) == ("t.json", 3, 20)
    assert last.value == Decimal("2.50")
    assert last.written == "2.50"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1),
        ("{", 1, 2),
        ('{"a": 1,}', 1, 9),
        ("[1, 2", 1, 6),
        ("[1 2]", 1, 4),
        ("{'a': 1}", 1, 2),
        ('{"a": tru}', 1, 7),
        ('{"a": NaN}', 1, 7),
        ('["a\nb"]', 1, 2),
        ('{"a": 01}', 1, 7),
        ('{"a": 1} x', 1, 10),
        ('["\\ud800"]', 1, 2),
        ('["\\x"]', 1, 2),
        ("[" + "9" * 101 + "]", 1, 2),
        ("[1e99999]", 1, 2),
        ('\n\n{"a" 1}', 3, 6),
    ],
)
def test_bad_json_is_refused_at_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(InputRefused) as caught:
        parse_json(text, source="t.json")
    problem = caught.value.problems[-1]
    assert problem.code == "bad-json"
    assert (problem.position.line, problem.position.column) == (line, column)
    assert problem.expected_nl


def test_a_key_that_stands_twice_is_refused_with_both_places() -> None:
    with pytest.raises(InputRefused) as caught:
        parse_json('{"at": 1,\n "at": 2,\n "by": 1, "by": 2}', source="t.json")
    assert [(p.code, p.position.line) for p in caught.value.problems] == [
        ("double-key", 2),
        ("double-key", 3),
    ]


def test_depth_is_bounded() -> None:
    parse_json("[" * MAX_DEPTH + "]" * MAX_DEPTH, source="x")
    with pytest.raises(InputRefused) as caught:
        parse_json("[" * 10_000 + "]" * 10_000, source="x")
    assert caught.value.problems[0].code == "too-deep"


def test_jsonl_tells_the_problems_of_all_lines() -> None:
    with pytest.raises(InputRefused) as caught:
        parse_jsonl('{"a": 1}\n\n{"a": }\n{"b": 1, "b": 2}\n', source="t.jsonl")
    assert [p.position.line for p in caught.value.problems] == [3, 4]
    assert len(parse_jsonl('{"a": 1}\r\n\r\n{"a": 2}', source="x").items) == 2
