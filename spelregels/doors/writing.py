"""New files: what exists is never overwritten."""

from __future__ import annotations

from pathlib import Path

from spelregels.model.problem import InputRefused, Position, Problem


def refuse_existing(path: Path) -> None:
    """Raise ``InputRefused`` when there is something at ``path`` already, or no folder for it."""
    if path.exists() or path.is_symlink():
        raise _refused(
            "file-exists",
            path,
            f"{path} bestaat al en wordt niet overschreven.",
            f"{path} exists and is not overwritten.",
            "een naam die nog niet bestaat",
            "a name that does not exist yet",
        )
    if not path.parent.is_dir():
        raise _refused(
            "no-such-folder",
            path,
            f"De map {path.parent} bestaat niet.",
            f"The folder {path.parent} does not exist.",
        )


def write_new(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet. Raises ``InputRefused``."""
    refuse_existing(path)
    try:
        with path.open("xb") as stream:
            stream.write(data)
    except OSError as error:
        reason = error.strerror or str(error)
        nl, en = (
            f"{path} is niet te schrijven ({reason}).",
            f"{path} cannot be written ({reason}).",
        )
        raise _refused("cannot-write", path, nl, en) from None


def _refused(
    code: str, path: Path, nl: str, en: str, expected_nl: str = "", expected_en: str = ""
) -> InputRefused:
    return InputRefused((Problem(code, Position(str(path)), nl, en, expected_nl, expected_en),))
