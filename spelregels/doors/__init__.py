"""Formats in: YAML, JSON, JSONL, CSV, and anything else through a mapping file. See ``read``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spelregels.doors.result import Reading
    from spelregels.model.trajectory import Trajectory

__all__ = ["mapping_path", "read", "read_with_report", "shipped_mappings"]


def read(path: Path, *, mapping: Path | str | None = None) -> tuple[Trajectory, ...]:
    """The trajectories in a file or folder, in the order of the source (folders: by file name).

    ``mapping``: a file that says how to read a foreign format, or the name of a shipped one.
    Raises ``InputRefused`` with every problem found; never returns part of an input.
    """
    return read_with_report(path, mapping=mapping).trajectories


def read_with_report(path: Path, *, mapping: Path | str | None = None) -> Reading:
    """As ``read``, with a count of everything that was left out because a mapping says so."""
    from spelregels.doors import opening

    return opening.open_door(path, mapping_path(mapping) if mapping is not None else None)


def mapping_path(ref: str | Path) -> Path:
    """The mapping file that is meant: a path, or the name of one that comes with the package."""
    from spelregels.doors import shipped

    return shipped.mapping_path(ref)


def shipped_mappings() -> tuple[str, ...]:
    """The names of the mapping files that come with the package."""
    from spelregels.doors import shipped

    return shipped.shipped_mappings()
