"""From a path to bytes: ordinary files only, and never more than the limit."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from spelregels.language.problems import clipped
from spelregels.model.frozen import dataclass
from spelregels.model.problem import InputRefused, Position, Problem

_WHY_NL = {
    errno.EACCES: "u mag dit bestand niet lezen",
    errno.EPERM: "u mag dit bestand niet lezen",
    errno.ELOOP: "de verwijzingen lopen in een kring",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EIO: "de schijf geeft een fout",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How big an input may be: bytes of text, levels of nesting, and single values."""

    max_bytes: int = 2_000_000
    max_depth: int = 50
    max_values: int = 200_000


RULESET_LIMITS = Limits()
TRAJECTORY_LIMITS = Limits(max_bytes=10_000_000, max_values=1_000_000)


def read_bytes(path: Path, *, limits: Limits = RULESET_LIMITS) -> bytes:
    """The bytes of a file.

    Raises :class:`InputRefused`, before anything is read, when it is absent, no ordinary file (a
    pipe never ends, a device has no size), or too big.
    """
    place = Position(str(path))
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            nl, en = "Dit is een map, geen bestand.", "This is a folder, no file."
            raise _refused("not-a-file", place, nl, en)
        if not stat.S_ISREG(mode):
            nl = "Dit is geen gewoon bestand; bewaar de inhoud eerst in een bestand."
            en = "This is no ordinary file; save what it holds in a file first."
            raise _refused("not-a-file", place, nl, en)
        size = path.stat().st_size
        if size > limits.max_bytes:
            raise InputRefused((too_big(place, size, limits),))
        with path.open("rb") as stream:
            raw = stream.read(limits.max_bytes + 1)  # it may have grown since
    except (FileNotFoundError, ValueError):  # ValueError: a name that no file can have
        nl, en = f"Het bestand {path} bestaat niet.", f"The file {path} does not exist."
        raise _refused("no-such-file", place, nl, en) from None
    except OSError as error:
        raise cannot_read(path, error) from None
    if len(raw) > limits.max_bytes:
        raise InputRefused((too_big(place, len(raw), limits),))
    return raw


def cannot_read(path: Path | str, error: OSError) -> InputRefused:
    """What the system said when a file could not be read, in plain words."""
    why = error.strerror or str(error)
    nl = f"Het bestand {path} is niet te lezen ({_WHY_NL.get(error.errno or 0, why)})."
    en = f"The file {path} cannot be read ({why})."
    return _refused("cannot-read", Position(clipped(str(path))), nl, en)


def too_big(place: Position, size: int, limits: Limits) -> Problem:
    """A file of this size is refused."""
    most = limits.max_bytes / 1_000_000
    return Problem(
        "too-big",
        place,
        f"Het bestand is te groot ({size / 1_000_000:.1f} MB); het mag {most:g} MB zijn. "
        "Verdeel het over meer bestanden.",
        f"The file is too big ({size / 1_000_000:.1f} MB); it may be {most:g} MB. "
        "Divide it over more files.",
    )


def _refused(code: str, place: Position, nl: str, en: str) -> InputRefused:
    return InputRefused((Problem(code, place, clipped(nl), clipped(en)),))
