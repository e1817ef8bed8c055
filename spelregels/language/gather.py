"""Reading a file and everything it extends: each file once, ancestors first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from spelregels.language import library
from spelregels.language.filebytes import read_bytes
from spelregels.language.gates import with_gates
from spelregels.language.lower.parsed import ParsedFile
from spelregels.language.nodes import MapNode
from spelregels.language.problems import Problems, clipped, nearest, suggest
from spelregels.language.reading import MOST_SHOWN
from spelregels.language.surface.base import Name
from spelregels.language.surface.read import read_surface
from spelregels.language.yamltext import read_tree
from spelregels.model.problem import Position

MOST_LAYERS = 30
"""Files on top of each other; law, by-law, rules of a neighbourhood and their forms need six."""


@dataclass(slots=True)
class Gathered:
    """All files of a ruleset: per id its versions, in the order in which ids were completed."""

    problems: Problems
    roots: tuple[Path, ...]
    files: dict[str, tuple[ParsedFile, ...]] = field(default_factory=dict)
    chain: list[str] = field(default_factory=list)
    incomplete: bool = False  # a file is absent or unreadable: names in others mean nothing now

    def lineage(self, file: ParsedFile) -> tuple[str, ...]:
        """The ids this file extends, directly or not, ancestors first; its own id left out."""
        reached: set[str] = set()
        waiting = [str(name) for name in file.extends]
        while waiting:
            here = waiting.pop()
            if here in reached or here == file.id:
                continue
            reached.add(here)
            for version in self.files.get(here, ()):
                waiting += [str(name) for name in version.extends]
        return tuple(id_ for id_ in self.files if id_ in reached)


def gather(
    ref: str | Path, more: Sequence[Path], problems: Problems, named_at: Position | None = None
) -> tuple[Gathered, ParsedFile | None]:
    """The file asked for and all it extends. ``more``: folders looked in before the others.
    ``named_at``: where the id ``ref`` stands, if in a file."""
    shipped = library.shipped_root()
    if not library.is_path(ref):
        gathered = Gathered(problems, (*more, shipped))
        ref = str(ref)
        _collect(Name(ref, named_at or Position()), gathered)
        own = gathered.files.get(ref, ())
        return gathered, own[-1] if own else None
    path = Path(ref)
    own_file = read_file(path, problems)
    if own_file is None:
        return Gathered(problems, (*more, shipped)), None
    root = library.root_of(path, own_file.id)
    roots = (*more, *([root] if root else []), shipped)
    gathered = Gathered(problems, roots)
    beside = library.versions(own_file.id, [root]) if root else ()
    others = [file for file in beside if file.resolve() != path.resolve()]
    _complete(own_file.id, [own_file, *_read_all(others, own_file.id, gathered)], gathered)
    return gathered, own_file


def read_file(path: Path, problems: Problems) -> ParsedFile | None:
    """One file, read and checked on its own; None when nothing of it can be used.

    What is wrong in it is noted and left out, so that the rest can be checked too.
    """
    with problems.gathering():
        raw = read_bytes(path)
        node = read_tree(raw, str(path), problems)
        read = read_surface(node, problems) if node is not None else None
        if read is not None:
            assert isinstance(node, MapNode)
            hashed = sha256(raw).hexdigest()
            whole = with_gates(read.surface, problems, read.dropped)
            return ParsedFile(whole, node, str(path), hashed, read.dropped)
    return None


def _collect(name: Name, gathered: Gathered) -> None:
    """Read an id and all it extends, unless that was done."""
    id_ = str(name)
    if id_ in gathered.chain:
        circle = " → ".join([*gathered.chain[gathered.chain.index(id_) :], id_])
        gathered.problems.add(
            "extends-circle",
            name.position,
            f"extends gaat in een kring: {circle}. Haal er een van weg.",
            f"extends goes in a circle: {circle}. Take one of these away.",
        )
        gathered.incomplete = True
        return
    if id_ in gathered.files:
        return
    if len(gathered.chain) >= MOST_LAYERS:
        gathered.problems.add(
            "too-many-layers",
            name.position,
            f"Hier staan meer dan {MOST_LAYERS} bestanden op elkaar (extends).",
            f"More than {MOST_LAYERS} files are stacked here (extends).",
            expected_nl=f"hoogstens {MOST_LAYERS} lagen",
            expected_en=f"at most {MOST_LAYERS} layers",
        )
        gathered.files[id_] = ()
        gathered.incomplete = True
        return
    paths = library.versions(id_, gathered.roots) if library.is_id(id_) else ()
    if not paths:
        known = sorted({one for root in gathered.roots for one in library.ids_under(root)})
        asked = not name.position.line  # by a command, where a path is good too
        gathered.problems.add(
            "unknown-ruleset",
            name.position,
            f"De ruleset {clipped(id_, MOST_SHOWN)} bestaat niet.",
            f"The ruleset {clipped(id_, MOST_SHOWN)} does not exist.",
            expected_nl=nearest(id_, known) + (_OR_A_FILE[0] if asked else ""),
            expected_en=nearest(id_, known) + (_OR_A_FILE[1] if asked else ""),
            suggestion=suggest(id_.removeprefix("./").removesuffix(".yaml"), known),
        )
        gathered.files[id_] = ()
        gathered.incomplete = True
        return
    _complete(id_, _read_all(paths, id_, gathered), gathered)


_OR_A_FILE = ("; of een bestand, zoals ./regels.yaml", "; or a file, such as ./regels.yaml")


def _complete(id_: str, versions: list[ParsedFile], gathered: Gathered) -> None:
    gathered.chain.append(id_)
    for version in versions:
        if "extends" in version.dropped:
            gathered.incomplete = True
        for name in version.extends:
            _collect(name, gathered)
    gathered.chain.pop()
    gathered.files[id_] = _in_order(versions, gathered.problems)


def _read_all(paths: Sequence[Path], id_: str, gathered: Gathered) -> list[ParsedFile]:
    found = []
    for path in paths:
        file = read_file(path, gathered.problems)
        if file is None:
            gathered.incomplete = True
            continue
        if file.id != id_:
            gathered.incomplete = True
            gathered.problems.add(
                "wrong-id",
                file.surface.id.position,
                f"Dit bestand heet {file.id}, maar het staat op de plek van {id_}.",
                f"This file is called {file.id}, but it stands in the place of {id_}.",
                suggestion=f"id: {id_}",
            )
            continue
        found.append(file)
    return found


def _in_order(versions: list[ParsedFile], problems: Problems) -> tuple[ParsedFile, ...]:
    """Versions by first day in force; overlaps and versions without a day are noted."""
    for file in versions:
        _named_after_its_day(file, problems)
    if len(versions) < 2:
        return tuple(versions)
    for file in versions:
        if not isinstance(file.valid_from, date):
            problems.add(
                "version-without-day",
                _place(file),
                f"Van {file.id} zijn er meer versies; dan moet elke versie valid_from hebben.",
                f"There are several versions of {file.id}; then each must have valid_from.",
                expected_nl="valid_from: 2026-01-01",
            )
            return tuple(versions)
    ordered = sorted(versions, key=lambda file: str(file.valid_from))
    for older, newer in pairwise(ordered):
        start = newer.valid_from
        assert isinstance(start, date)
        end = older.surface.valid_to
        if end is None or end >= start:
            problems.add(
                "overlapping-versions",
                _place(older),
                f"Deze versie van {older.id} geldt nog als de volgende begint ({start}).",
                f"This version of {older.id} is still in force when the next begins ({start}).",
                expected_nl="valid_to voor die dag",
                expected_en="valid_to before that day",
                suggestion=f"valid_to: {start - timedelta(days=1)}",
            )
    return tuple(ordered)


def _place(file: ParsedFile) -> Position:
    return file.surface.at("valid_to" if file.surface.valid_to else "valid_from")


def _named_after_its_day(file: ParsedFile, problems: Problems) -> None:
    named = library.version_in_name(Path(file.path))
    if named and isinstance(file.valid_from, date) and named != file.valid_from.isoformat():
        problems.add(
            "version-name",
            file.surface.at("valid_from"),
            f"De bestandsnaam zegt @{named}, maar valid_from is {file.valid_from}.",
            f"The file name says @{named}, but valid_from is {file.valid_from}.",
            expected_nl="dezelfde dag in naam en valid_from",
            expected_en="the same day in name and valid_from",
        )
