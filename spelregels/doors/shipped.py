"""The mapping files that come with the package, found by name."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from spelregels.doors.reading import refuse_one
from spelregels.language.problems import listing, suggest


def shipped_mappings() -> tuple[str, ...]:
    """The names of the mapping files that come with the package, in alphabetical order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


def mapping_path(ref: str | Path) -> Path:
    """The mapping file that is meant: a path to a file, or the name of a shipped one.

    Raises ``InputRefused`` when there is neither, with the nearest name.
    """
    path = Path(ref)
    if path.is_file():
        return path
    name = str(ref).removesuffix(".yaml")
    known = shipped_mappings()
    if name in known:
        return _folder() / f"{name}.yaml"
    raise refuse_one(
        "no-such-mapping",
        str(ref),
        f"De mapping {ref} bestaat niet.",
        f"The mapping {ref} does not exist.",
        f"een bestand, of een van: {listing(known)}",
        f"a file, or one of: {listing(known)}",
        suggest(name, known),
    )


def _folder() -> Path:
    package = Path(str(files("spelregels")))
    packaged = package / "rulesets" / "mappings"
    return packaged if packaged.is_dir() else package.parent / "rulesets" / "mappings"
