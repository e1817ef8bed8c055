"""Text in named sections, each a list of pairs or a table (the Pabulib format is one)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spelregels.doors.mapping_model import Section
from spelregels.doors.table_text import Row, table
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems, listing, suggest
from spelregels.model.problem import Position


def parse_sections(
    all_rows: Iterable[Row], sections: Mapping[str, Section], *, source: str, delimiter: str
) -> MapNode:
    """One entry per section: a mapping for pairs, a list of mappings for a table.

    A section begins at a row with only its name. The first row of each section is its header.
    Raises ``InputRefused``: text before the first section, a section twice, a pair twice.
    """
    problems = Problems()
    parts = _split(all_rows, sections, source, problems)
    entries: dict[str, Node] = {}
    keys: dict[str, Position] = {}
    for name, (place, found) in parts.items():
        keys[name] = place
        match sections[name]:
            case Section.TABLE:
                with problems.gathering():
                    entries[name] = ListNode(table(found, source=source), place)
            case Section.PAIRS:
                entries[name] = _pairs(found, place, source, delimiter, problems)
            case Section.SKIP:
                pass
    problems.refuse()
    return MapNode(entries, keys, Position(source, 1, 1))


def _split(
    all_rows: Iterable[Row], sections: Mapping[str, Section], source: str, problems: Problems
) -> dict[str, tuple[Position, list[Row]]]:
    parts: dict[str, tuple[Position, list[Row]]] = {}
    current: list[Row] | None = None
    for row in all_rows:
        name = row.cells[0].strip()
        alone = not any(cell.strip() for cell in row.cells[1:])
        if alone and name in sections and name not in parts:
            current = []
            parts[name] = (row.place(0, source), current)
        elif alone and name in parts:
            problems.add(
                "double-section",
                row.place(0, source),
                f"De sectie {name} staat er twee keer.",
                f"The section {name} is there twice.",
            )
        elif current is None:
            problems.add(
                "no-section",
                row.place(0, source),
                f"Voor de eerste sectie staat hier `{name}`.",
                f"Before the first section there is `{name}` here.",
                expected_nl=listing(sections),
                suggestion=suggest(name, sections),
            )
            break
        else:
            current.append(row)
    return parts


def _pairs(
    found: list[Row], place: Position, source: str, delimiter: str, problems: Problems
) -> MapNode:
    entries: dict[str, Node] = {}
    keys: dict[str, Position] = {}
    for row in found[1:]:
        key = row.cells[0].strip()
        value = delimiter.join(row.cells[1:]).strip()
        if key in entries:
            problems.add(
                "double-key",
                row.place(0, source),
                f"De sleutel {key} staat hier dubbel; hij stond al op regel {keys[key].line}.",
                f"The key {key} stands here twice; it was already on line {keys[key].line}.",
            )
        entries[key] = ScalarNode(value, row.place(1, source), False, value)
        keys[key] = row.place(0, source)
    return MapNode(entries, keys, place)
