"""Which files of a folder a mapping reads."""

from __future__ import annotations

from pathlib import Path

from spelregels.doors.mapping_model import FILES, Format, Input
from spelregels.doors.tally import Tally
from spelregels.model.problem import Position


def files_of(path: Path, source: Input, tally: Tally) -> tuple[Path, ...]:
    """The file itself, or the files of a folder by name; none is a problem in ``tally``.

    Answers of a case system belong together: their folder is read as one thing.
    """
    if not path.is_dir() or source.format is Format.ZGW:
        return (path,)
    pattern = source.files or FILES.get(source.format, "")
    plain = pattern and "/" not in pattern
    found = sorted(one for one in path.glob(pattern) if not one.is_dir()) if plain else []
    if not found:
        tally.problems.add(
            "no-files",
            Position(str(path)),
            f"In deze map is geen bestand dat past bij `{pattern or 'files'}`.",
            f"No file in this folder fits `{pattern or 'files'}`.",
            expected_nl="`files` onder `input` in de mapping, zoals files: zaken.json",
            expected_en="`files` under `input` in the mapping, such as files: zaken.json",
        )
    return tuple(found)
