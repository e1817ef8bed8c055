"""Which door an input goes through: by its suffix, else by how it begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from spelregels.doors.reading import DOCUMENT, LINES, read_text
from spelregels.doors.result import Reading, Skipped
from spelregels.language.filebytes import TRAJECTORY_LIMITS, Limits
from spelregels.language.nodes import Node
from spelregels.language.problems import Problems
from spelregels.language.trajectories import trajectories_from_node
from spelregels.language.yamltext import parse_yaml
from spelregels.model.problem import Position
from spelregels.model.trajectory import Trajectory

Parser = Callable[[str, str], Node]
FileReader = Callable[[Path], Node]


# Each door is imported when a file comes through it: one file of YAML needs no other.


def _yaml(text: str, source: str) -> Node:
    return parse_yaml(text, source, limits=TRAJECTORY_LIMITS)


def _json(text: str, source: str) -> Node:
    from spelregels.doors.json_text import parse_json

    return parse_json(text, source=source)


def _jsonl(text: str, source: str) -> Node:
    from spelregels.doors.jsonl_text import parse_jsonl

    return parse_jsonl(text, source=source)


def _csv(text: str, source: str) -> Node:
    from spelregels.doors.csv_file import parse_trajectory_csv

    return parse_trajectory_csv(text, source=source)


DOORS: dict[str, tuple[Parser, Limits]] = {
    ".yaml": (_yaml, TRAJECTORY_LIMITS),
    ".yml": (_yaml, TRAJECTORY_LIMITS),
    ".json": (_json, DOCUMENT),
    ".jsonl": (_jsonl, LINES),
    ".ndjson": (_jsonl, LINES),
    ".csv": (_csv, LINES),
    ".tsv": (_csv, LINES),
}


def _xes(path: Path) -> Node:
    from spelregels.doors.xes_own import read_own

    return read_own(path)


def _ocel(path: Path) -> Node:
    from spelregels.doors.ocel_own import read_own

    return read_own(path)


def _workbook(path: Path) -> Node:
    from spelregels.doors.workbook import read_workbook

    return read_workbook(path)


FILE_DOORS: dict[str, FileReader] = {
    ".xes": _xes,
    ".xes.gz": _xes,
    ".jsonocel": _ocel,
    ".xmlocel": _ocel,
    ".sqlite": _ocel,
    ".xlsx": _workbook,
    ".ods": _workbook,
}
"""Doors that read the file themselves: it is packed, or no text."""


def suffix_of(path: Path) -> str:
    """The end of a name that says how the file is written; ``.xes.gz`` is one end."""
    name = path.name.lower()
    ends = (end for end in FILE_DOORS if end.count(".") > 1 and name.endswith(end))
    return next(ends, path.suffix.lower())


def open_door(path: Path, mapping: Path | None) -> Reading:
    """Read a file or a folder. Raises ``InputRefused``."""
    if mapping is not None:
        from spelregels.doors.mapped import read_mapped

        return read_mapped(path, mapping)
    if path.is_dir():
        return _folder(path)
    return Reading(_trajectories(path))


def _folder(path: Path) -> Reading:
    problems = Problems()
    found: list[Trajectory] = []
    left_out: list[Skipped] = []
    for file in sorted(path.iterdir()):
        if file.is_dir() or file.name.startswith((".", "~$")):  # ~$: open in Excel
            continue
        if suffix_of(file) not in (*DOORS, *FILE_DOORS):
            left_out.append(Skipped("file", file.name, 1, Position(str(file))))
            continue
        with problems.gathering():
            found.extend(_trajectories(file))
    if not found and not problems.found:
        problems.add(
            "no-trajectory",
            Position(str(path)),
            "In deze map staat geen bestand met trajecten.",
            "There is no file with trajectories in this folder.",
            expected_nl=f"bestanden met {_known()}",
            expected_en=f"files with {_known()}",
        )
    double_ids(found, problems)
    problems.refuse()
    return Reading(tuple(found), tuple(left_out))


def double_ids(found: Iterable[Trajectory], problems: Problems) -> None:
    """Note every id that came before: two trajectories of one name cannot be told apart."""
    seen: dict[str, Position] = {}
    for trajectory in found:
        if trajectory.id in seen:
            first = seen[trajectory.id]
            problems.add(
                "double-id",
                trajectory.position,
                f"Het traject {trajectory.id} staat ook in {first.file} (regel {first.line}).",
                f"The trajectory {trajectory.id} also stands in {first.file} (line {first.line}).",
                expected_nl="een eigen id per traject, en ieder bestand één keer",
                expected_en="an id of its own for each trajectory, and each file once",
            )
        seen.setdefault(trajectory.id, trajectory.position)


def _trajectories(path: Path) -> tuple[Trajectory, ...]:
    reader = FILE_DOORS.get(suffix_of(path))
    if reader is not None:
        return trajectories_from_node(reader(path))
    door = DOORS.get(path.suffix.lower())
    if door is not None:
        parse, limits = door
        return trajectories_from_node(parse(read_text(path, limits=limits), str(path)))
    text = read_text(path, limits=DOCUMENT)
    return trajectories_from_node(_by_content(text, path)(text, str(path)))


def _by_content(text: str, path: Path) -> Parser:
    """The door for a file whose suffix says nothing."""
    from spelregels.doors.csv_file import looks_like_trajectories

    start = text.lstrip()[:1]
    if start and start in "{[":
        return _json
    if looks_like_trajectories(text):
        return _csv
    first = text.lstrip().split("\n", 1)[0]
    if first.startswith(("id:", "- id:", "trajectories:", "spelregels:")):
        return _yaml
    problems = Problems()
    problems.add(
        "unknown-format",
        Position(str(path), 1, 1),
        f"Dit bestand heeft geen bekende vorm (`{path.suffix or path.name}`).",
        f"This file has no known format (`{path.suffix or path.name}`).",
        expected_nl=f"een bestand met {_known()}, of een mapping (--map)",
        expected_en=f"a file with {_known()}, or a mapping (--map)",
    )
    problems.refuse()
    raise AssertionError("unreachable")


def _known() -> str:
    return ", ".join((*DOORS, *FILE_DOORS))
