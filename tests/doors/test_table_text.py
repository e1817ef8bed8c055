"""Tables know their cells, and say which cell is wrong (1.4, 1.9)."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.doors.table_text import column_name, rows, table
from spelregels.language.nodes import MapNode, ScalarNode
from spelregels.model.problem import InputRefused

CELLS = st.text(st.sampled_from('ab ;,"\n\r\u2028é|'), max_size=6)


def read(text: str, delimiter: str = ",") -> tuple[MapNode, ...]:
    return table(rows(text, source="t.csv", delimiter=delimiter), source="t.csv")


def cell(row: MapNode, name: str) -> ScalarNode:
    found = row.entries[name]
    assert isinstance(found, ScalarNode)
    return found


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5), st.sampled_from(",;|\t"))
def test_reads_what_the_standard_library_writes(grid: list[list[str]], delimiter: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([["a", "b", "c"], *grid])
    found = [[cell(row, name).value for name in "abc"] for row in read(out.getvalue(), delimiter)]
    told = [
        [text.replace("\r\n", "\n").replace("\r", "\n").strip() for text in line] for line in grid
    ]
    assert found == [line for line in told if any(line)]


def test_a_cell_knows_its_name_in_the_spreadsheet_and_its_line_in_the_file() -> None:
    found = read('a,b\n"one\ntwo",x\n\ny,z\n')
    assert (cell(found[0], "b").position.cell, cell(found[0], "b").position.line) == ("B2", 2)
    assert (cell(found[1], "b").position.cell, cell(found[1], "b").position.line) == ("B4", 5)
    assert [column_name(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA")
    ]


@pytest.mark.parametrize(
    ("text", "code", "cell_name"),
    [
        ("", "no-header", ""),
        ("a,b\n1\n", "row-width", "B2"),
        ("a,b\n1,2,3\n", "row-width", "C2"),
        ("a,a\n1,2\n", "duplicate-column", "B1"),
        ("a,,c\n1,2,3\n", "nameless-column", "B1"),
        ('a,b\n"1,2\n', "bad-csv", ""),
        ('a,b\n"1"x,2\n', "bad-csv", ""),
    ],
)
def test_a_bad_table_is_refused(text: str, code: str, cell_name: str) -> None:
    with pytest.raises(InputRefused) as caught:
        read(text)
    assert caught.value.problems[0].code == code
    assert caught.value.problems[0].position.cell == cell_name


def test_empty_columns_that_a_spreadsheet_adds_do_no_harm() -> None:
    assert [cell(row, "b").value for row in read("a;b;;\n1;2;;\n3;4\n", ";")] == ["2", "4"]


def test_all_bad_rows_are_told_together() -> None:
    with pytest.raises(InputRefused) as caught:
        read("a,b\n1\n1,2\n3\n")
    assert [problem.position.line for problem in caught.value.problems] == [2, 4]
