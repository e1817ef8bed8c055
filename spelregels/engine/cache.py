"""Rulesets as read before, on disk: a warm start needs neither YAML nor a validator.

The folder is the caller's choice; without one there is no cache. An entry is JSON, never code, and
counts only if it is whole, of this version of the package, and every file it was made of is still
the same, with no file come or gone beside it. Anything else is passed over and written anew.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from spelregels import __version__
from spelregels.engine.codec import decode, encode
from spelregels.model.ruleset import Ruleset

_FORMAT: Final = 1


def cached_ruleset(
    ref: str | Path,
    load: Callable[[], Ruleset],
    folder: Path,
    *,
    library: Sequence[Path] = (),
) -> Ruleset:
    """The ruleset that ``load`` gives, from ``folder`` when nothing has changed since.

    ``ref``, ``library``: what ``load`` was asked for; they name the entry. The examples and
    guarantees of a ruleset are not kept: no verdict hangs on them. What ``load`` raises is
    raised; a folder that cannot be read or written is no error.
    """
    entry = folder / f"{_name(ref, library)}.json"
    found = _read(entry)
    if found is None:
        found = _bare(load())
        _write(entry, found, library)
    return found


def _name(ref: str | Path, library: Sequence[Path]) -> str:
    asked = [str(_FORMAT), __version__, type(ref).__name__, str(ref), os.fspath(Path.cwd())]
    asked += [str(path.resolve()) for path in library]
    return sha256("\n".join(asked).encode()).hexdigest()[:32]


def _bare(rules: Ruleset) -> Ruleset:
    from dataclasses import replace

    files = tuple(replace(file, examples=(), guarantees=()) for file in rules.files)
    return replace(rules, files=files)


# --- reading ---


def _read(entry: Path) -> Ruleset | None:
    try:
        outer = json.loads(entry.read_bytes())
        body = outer["body"]
        if outer["sha256"] != sha256(body.encode()).hexdigest():
            return None
        inner = json.loads(body)
        if inner["format"] != _FORMAT or inner["package"] != __version__:
            return None
        if not all(_hash_of(Path(path)) == said for path, said in inner["files"]):
            return None
        if not all(_listing(Path(path)) == said for path, said in inner["folders"]):
            return None
        found = decode(inner["ruleset"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return found if isinstance(found, Ruleset) else None


def _hash_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _listing(folder: Path) -> list[str]:
    """The rule files in a folder, by name: a new version of a file is a new name."""
    if not folder.is_dir():
        return []
    return sorted(one.name for one in folder.iterdir() if one.suffix in (".yaml", ".yml"))


# --- writing ---


def _folders(rules: Ruleset, library: Sequence[Path]) -> Iterator[Path]:
    for file in rules.files:
        yield Path(file.path).resolve().parent
        for root in library:
            yield (root / file.id).resolve().parent


def _write(entry: Path, rules: Ruleset, library: Sequence[Path]) -> None:
    paths = [Path(file.path).resolve() for file in rules.files]
    try:
        inner: dict[str, Any] = {
            "format": _FORMAT,
            "package": __version__,
            "files": [[str(path), _hash_of(path)] for path in paths],
            "folders": [
                [str(folder), _listing(folder)]
                for folder in dict.fromkeys(_folders(rules, library))
            ],
            "ruleset": encode(rules),
        }
        if [said for _, said in inner["files"]] != [file.sha256 for file in rules.files]:
            return  # a file changed while it was read
        body = json.dumps(inner, ensure_ascii=False, separators=(",", ":"))
        outer = {"sha256": sha256(body.encode()).hexdigest(), "body": body}
        _replace(entry, json.dumps(outer).encode())
    except (OSError, TypeError):
        return


def _replace(entry: Path, data: bytes) -> None:
    """All at once: whoever reads meanwhile sees the old entry or the new one."""
    entry.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=entry.parent, prefix=entry.stem, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(data)
        Path(name).replace(entry)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
