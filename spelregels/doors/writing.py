"""Files written: what exists is never overwritten, save what we made ourselves."""

from __future__ import annotations

import os
from pathlib import Path

from spelregels.model.problem import InputRefused, Position, Problem

_MARKED_WITHIN = 2048  # bytes: so near its beginning a file of ours says so


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


def refuse_foreign(path: Path, mark: bytes) -> None:
    """Raise ``InputRefused`` unless ``path`` is new, or an own file that holds ``mark``."""
    if not path.is_symlink() and path.is_file() and mark in _beginning(path):
        return
    if path.is_dir():
        nl, en = f"{path} is een map, geen bestand.", f"{path} is a folder, not a file."
        raise _refused("is-a-folder", path, nl, en)
    refuse_existing(path)


def write_own(path: Path, data: bytes, mark: bytes) -> None:
    """Write a file whole or not at all, over an own file that holds ``mark`` if there is one.

    Raises ``InputRefused``: something else is there, or it cannot be written.
    """
    refuse_foreign(path, mark)
    made = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with made.open("xb") as stream:
            stream.write(data)
        made.replace(path)
    except OSError as error:
        made.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        nl, en = f"{path} is niet te schrijven ({reason}).", f"{path} cannot be written ({reason})."
        raise _refused("cannot-write", path, nl, en) from None


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_MARKED_WITHIN)
    except OSError:
        return b""
