"""Where the file of an id lives: extra folders, the asking file's own folder, what is shipped.

The id ``nl/awb`` is the file ``nl/awb.yaml``; further versions of the same id stand beside it as
``nl/awb@2005-07-01.yaml``, named after their first day in force.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import spelregels

_VERSION = re.compile(r"@[0-9-]+$")
_MARK = re.compile(r"^spelregels\s*:", re.MULTILINE)
_ID = re.compile(r"[a-z0-9_-]+(/[a-z0-9_-]+)*")
_SUFFIX = ".yaml"
_LOOK_AT = 4000
_LONGEST = 200
_DEEPEST = 4
_MOST_FOLDERS = 500


def is_id(text: str) -> bool:
    """Whether this could be the id of a file; a path that climbs out of its folder could not."""
    return len(text) <= _LONGEST and _ID.fullmatch(text) is not None


def is_path(ref: str | Path) -> bool:
    """Whether a ruleset is named by where it stands, and not by its id."""
    try:
        return isinstance(ref, Path) or ref.endswith((_SUFFIX, ".yml")) or Path(ref).is_file()
    except OSError:  # too long for a file
        return False


def shipped_root() -> Path:
    """The folder of the rulesets that come with the package: in the wheel, else in the checkout."""
    package = Path(spelregels.__file__).resolve().parent
    packaged = package / "rulesets"
    return packaged if packaged.is_dir() else package.parent / "rulesets"


def shipped_ids() -> tuple[str, ...]:
    """The ids of all shipped rulesets, in alphabetical order; mappings and data are no rulesets."""
    return ids_under(shipped_root())


def ids_under(root: Path) -> tuple[str, ...]:
    """The ids of the ruleset files under a folder."""
    return tuple(sorted({id_of(path, root) for path in _files_under(root) if _is_ruleset(path)}))


def _files_under(root: Path) -> Iterator[Path]:
    """The YAML files under a folder: no deeper than an id goes, and not the whole disk."""
    for number, (folder, inner, files) in enumerate(os.walk(root)):
        here = Path(folder)
        deep = len(here.relative_to(root).parts) >= _DEEPEST
        inner[:] = [] if deep else sorted(one for one in inner if not one.startswith("."))
        yield from (here / file for file in files if file.endswith(_SUFFIX))
        if number >= _MOST_FOLDERS:
            return


def id_of(path: Path, root: Path) -> str:
    """The id that a path stands for under a root."""
    relative = path.relative_to(root).with_suffix("").as_posix()
    return _VERSION.sub("", relative)


def version_in_name(path: Path) -> str:
    """The first day in force that a file name gives, or nothing."""
    found = _VERSION.search(path.stem)
    return found.group()[1:] if found else ""


def root_of(path: Path, id_: str) -> Path | None:
    """The folder that ``path`` stands in if its path ends in its id; else None."""
    here = path.resolve().with_suffix("")
    parts = [*here.parts[:-1], _VERSION.sub("", here.name)]
    wanted = id_.split("/")
    if len(parts) <= len(wanted) or parts[-len(wanted) :] != wanted:
        return None
    return Path(*parts[: -len(wanted)])


def versions(id_: str, roots: Sequence[Path]) -> tuple[Path, ...]:
    """The files of an id in the first root that has any; empty when none has."""
    for root in roots:
        base = root.joinpath(*id_.split("/"))
        found = [base.with_name(base.name + _SUFFIX)]
        if base.parent.is_dir():
            found += sorted(base.parent.glob(f"{base.name}@*{_SUFFIX}"))
        files = tuple(path for path in found if path.is_file())
        if files:
            return files
    return ()


def _is_ruleset(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open(encoding="utf-8") as file:
            return _MARK.search(file.read(_LOOK_AT)) is not None
    except (OSError, UnicodeDecodeError):
        return False
