"""The worked examples of docs/mapping.md do what the page says (issue items 1.4 and 1.8)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from spelregels import doors
from spelregels.doors.csv_file import event_columns, header_columns
from spelregels.doors.mapping_fields import FIELD_KEYS, MOMENT_KEYS
from spelregels.doors.mapping_model import FILE_KEYS, INPUT_KEYS
from spelregels.doors.opening import FILE_DOORS
from spelregels.doors.workbook_words import HEADINGS
from spelregels.doors.xes_own import own_keys
from spelregels.language import parse_yaml, trajectories_from_node
from spelregels.model.trajectory import Trajectory

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "mapping.md").read_text(encoding="utf-8")
DOORS = (DOCS / "doors.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"<!-- (file|mapping|gives)(?:: (\S+))? -->\n```\w+\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Worked:
    name: str
    source: str
    mapping: str
    gives: str


def worked(page: str = PAGE) -> list[Worked]:
    found: list[Worked] = []
    parts: dict[str, str] = {}
    for kind, name, text in BLOCK.findall(page):
        parts[kind] = text
        parts["name"] = name or parts["name"]
        if kind == "gives":
            found.append(
                Worked(parts["name"], parts["file"], parts.get("mapping", ""), parts["gives"])
            )
            parts = {}
    return found


def shape(trajectory: Trajectory) -> object:
    """A trajectory without places."""
    return (
        trajectory.id,
        trajectory.records,
        dict(trajectory.header),
        dict(trajectory.facts),
        [
            (e.id, e.act, e.at, e.by, e.roles, e.outcome, dict(e.attributes))
            for e in trajectory.events
        ],
    )


@pytest.mark.parametrize("example", [*worked(), *worked(DOORS)], ids=lambda example: example.name)
def test_a_worked_example_gives_what_the_page_says(example: Worked, tmp_path: Path) -> None:
    source = tmp_path / example.name
    source.write_text(example.source, encoding="utf-8")
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(example.mapping, encoding="utf-8")
    read = doors.read(source, mapping=mapping if example.mapping else None)
    told = trajectories_from_node(parse_yaml(example.gives, "page"))
    assert [shape(one) for one in read] == [shape(one) for one in told]


def test_the_page_has_examples_of_every_way_to_group() -> None:
    """A row, many rows, joined resources, and our own table."""
    assert [one.name for one in worked()] == ["windows.csv", "log.csv", "cases.json", "own.csv"]
    assert [one.name for one in worked(DOORS)] == ["log.xes"]


@pytest.mark.parametrize(
    "word",
    [
        *FILE_KEYS,
        *FIELD_KEYS,
        *INPUT_KEYS,
        *MOMENT_KEYS,
        *header_columns(),
        *event_columns(),
        *doors.shipped_mappings(),
    ],
)
def test_the_page_names_every_key_column_and_shipped_mapping(word: str) -> None:
    assert f"`{word}`" in PAGE or f"`{word}." in PAGE or f"`{word}:" in PAGE


@pytest.mark.parametrize("word", [*FILE_DOORS, *HEADINGS, *own_keys()])
def test_the_page_of_doors_names_every_format_sheet_and_key(word: str) -> None:
    assert f"`{word}`" in DOORS
