"""Rulesets as read before, on disk: a warm start needs neither YAML rules nor a validator.

The folder and the key are the caller's choice; without them there is no cache. An entry is JSON,
never code. It counts only if it is sealed with the key (so written by this user's own spelregels,
for this very question), this package reads rules as it did then, every name leads to the same
files, and every file has the same bytes. Anything else is passed over and written anew; what
cannot be read or written is no error. So an entry can save time and can do nothing else.
"""

from __future__ import annotations

import hmac
import json
import os
import stat
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import spelregels
from spelregels.engine.codec import decode, encode
from spelregels.language import library, load_ruleset
from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position
from spelregels.model.ruleset import Ruleset

__all__ = ["Store", "cached_ruleset"]

_FORMAT: Final = 1
_MOST_BYTES: Final = 20_000_000
_MOST_ENTRIES: Final = 200
_SEAL: Final = 64
_READERS: Final = ("language", "language/surface", "language/lower", "model", "calendar", "engine")
"""The folders with code that an entry hangs on: what reads rules, and what writes them as JSON."""


@dataclass(frozen=True, slots=True)
class Store:
    """Where entries are kept, and the key that seals them: 32 bytes that only the user can read."""

    folder: Path
    key: bytes


def cached_ruleset(
    ref: str | Path,
    store: Store | None,
    *,
    roots: Sequence[Path] = (),
    named_at: Position | None = None,
) -> Ruleset:
    """As ``load_ruleset``, from ``store`` when nothing has changed since.

    The examples of a ruleset are not kept: no verdict hangs on them. What loading raises is raised.
    ``roots``: the ``library`` of ``load_ruleset``.
    """
    if store is None:
        return load_ruleset(ref, library=roots, named_at=named_at)
    try:
        asked = _question(ref, roots)
    except OSError:  # the package is no folder of files: nothing to tell its state by
        return load_ruleset(ref, library=roots, named_at=named_at)
    entry = store.folder / f"{sha256(asked.encode()).hexdigest()[:32]}.json"
    found = _read(entry, asked, ref, roots, store.key)
    if found is None:
        found = _bare(load_ruleset(ref, library=roots, named_at=named_at))
        _write(entry, asked, ref, roots, found, store)
    return found


def _question(ref: str | Path, roots: Sequence[Path]) -> str:
    """Everything but files that the answer hangs on; an entry is an answer to one question."""
    where = Path(ref).absolute() if library.is_path(ref) else ""
    asked = [_FORMAT, spelregels.__version__, _reader(), type(ref).__name__, ref, where]
    return "\n".join(map(str, [*asked, library.shipped_root(), *(r.absolute() for r in roots)]))


def _reader() -> str:
    """The code that reads rules, by size and time: a checkout changes without its version."""
    package = Path(spelregels.__file__).parent
    seen = []
    for folder in _READERS:
        with os.scandir(package / folder) as files:
            for file in files:
                if file.name.endswith(".py"):
                    about = file.stat()
                    seen.append(f"{folder}/{file.name} {about.st_size} {about.st_mtime_ns}")
    return sha256("\n".join(sorted(seen)).encode()).hexdigest()


def _bare(rules: Ruleset) -> Ruleset:
    return replace(rules, files=tuple(replace(file, examples=()) for file in rules.files))


# --- reading ---


def _read(
    entry: Path, asked: str, ref: str | Path, roots: Sequence[Path], key: bytes
) -> Ruleset | None:
    try:
        about = entry.lstat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > _MOST_BYTES:
            return None
        raw = entry.read_bytes()
        seal, body = raw[:_SEAL], raw[_SEAL:]
        if not hmac.compare_digest(seal, _sealed(body, key)):
            return None
        held = json.loads(body)
        if held["asked"] != asked or not _still_so(held, ref, roots):
            return None
        found = decode(held["ruleset"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return found if isinstance(found, Ruleset) else None


def _sealed(body: bytes, key: bytes) -> bytes:
    return hmac.digest(key, body, "sha256").hex().encode()


def _still_so(held: Any, ref: str | Path, roots: Sequence[Path]) -> bool:
    """Does every id lead to the files it led to then, and are those files the same?"""
    led = _leads(held["ids"], ref, roots)
    return led == held["led"] and all(_hash_of(path) == said for path, said in held["files"])


def _leads(ids: Sequence[str], ref: str | Path, roots: Sequence[Path]) -> list[str]:
    """The files that ids lead to, as loading looks them up; the last id is the one asked for."""
    *layers, own = ids
    is_path = library.is_path(ref)
    beside = library.root_of(Path(ref), own) if is_path else None
    near = [beside] if beside else []
    places = [*roots, *near, library.shipped_root()]
    found = [path for id_ in layers for path in library.versions(id_, places)]
    found += library.versions(own, near if is_path else places)
    return [str(path) for path in found]


def _hash_of(path: str) -> str:
    return sha256(Path(path).read_bytes()).hexdigest()


# --- writing ---


def _write(
    entry: Path, asked: str, ref: str | Path, roots: Sequence[Path], rules: Ruleset, store: Store
) -> None:
    ids = [*dict.fromkeys(file.id for file in rules.files if file.id != rules.id), rules.id]
    try:
        held: dict[str, Any] = {
            "asked": asked,
            "ids": ids,
            "led": _leads(ids, ref, roots),
            "files": [[file.path, _hash_of(file.path)] for file in rules.files],
            "ruleset": encode(rules),
        }
        if not _as_loaded(held, rules):
            return  # a file changed, or came beside it, while it was read
        body = json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()
        if len(body) < _MOST_BYTES - _SEAL:
            _put(entry, _sealed(body, store.key) + body)
            _make_room(store.folder)
    except (OSError, TypeError, ValueError):
        return


def _as_loaded(held: Any, rules: Ruleset) -> bool:
    read = {Path(file.path).resolve() for file in rules.files}
    led = {Path(path).resolve() for path in held["led"]} | {Path(rules.own.path).resolve()}
    return read == led and [h for _, h in held["files"]] == [f.sha256 for f in rules.files]


def _put(entry: Path, data: bytes) -> None:
    """All at once: whoever reads meanwhile sees the old entry or the new one."""
    import tempfile  # not needed to read

    entry.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=entry.parent, prefix=entry.stem, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(data)
        Path(name).replace(entry)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _make_room(folder: Path) -> None:
    """The newest entries stay; questions of older versions are never asked again."""
    entries = sorted(folder.glob("*.json"), key=lambda one: one.stat().st_mtime, reverse=True)
    for old in entries[_MOST_ENTRIES:]:
        old.unlink(missing_ok=True)
