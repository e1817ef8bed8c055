"""Rulesets for the commands: from the user's own cache when nothing changed, else from the files.

``SPELREGELS_CACHE`` names another folder, or is ``off``. Entries are sealed with a key in another
folder that only the user can read; where no such key can be kept, there is no cache. Neither folder
is ever the working folder or that of the rules.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spelregels.cache import Store
    from spelregels.model.problem import Position
    from spelregels.model.ruleset import Ruleset

_KEY_BYTES = 32


def ruleset_of(ref: str, *, named_at: Position | None = None) -> Ruleset:
    """The ruleset without its examples. Raises ``InputRefused``."""
    from spelregels.cache import cached_ruleset

    return cached_ruleset(ref, _store(), named_at=named_at)


def _store() -> Store | None:
    named = os.environ.get("SPELREGELS_CACHE", "")
    if named == "off":
        return None
    try:
        folder = Path(named) if named else _user_folder("XDG_CACHE_HOME", ".cache", "Caches")
        key = _key(_user_folder("XDG_STATE_HOME", ".local/state", "Application Support"))
    except (OSError, RuntimeError):  # no home, or one that cannot be written
        return None
    from spelregels.cache import Store

    return Store(folder.absolute(), key) if key else None


def _user_folder(variable: str, linux: str, mac: str) -> Path:
    """Where this system keeps such files of one user."""
    if sys.platform == "win32":
        said, other = os.environ.get("LOCALAPPDATA", ""), "AppData/Local"
    elif sys.platform == "darwin":
        said, other = "", f"Library/{mac}"
    else:
        said, other = os.environ.get(variable, ""), linux
    base = Path(said) if Path(said).is_absolute() else Path.home() / other
    return base / "spelregels"


def _key(folder: Path) -> bytes:
    """The user's key, made at first use; nothing if what stands there can be another's."""
    path = folder / "cache.key"
    if not path.is_symlink() and not path.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another run was first
            pass
        else:
            with os.fdopen(handle, "wb") as file:
                file.write(os.urandom(_KEY_BYTES))
    about = path.lstat()
    mine = not hasattr(os, "getuid") or (
        about.st_uid == os.getuid() and not stat.S_IMODE(about.st_mode) & 0o077
    )
    if not mine or not stat.S_ISREG(about.st_mode):
        return b""
    key = path.read_bytes()
    return key if len(key) == _KEY_BYTES else b""
