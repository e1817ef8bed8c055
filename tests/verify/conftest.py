"""The shipped layers under all these short texts are read once, not once a text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from spelregels.language import gather
from spelregels.language.library import shipped_root
from spelregels.language.lower.parsed import ParsedFile
from spelregels.language.problems import Problems


@pytest.fixture(scope="session", autouse=True)
def layers_read_once() -> Iterator[None]:
    """Reading is most of the time of a load, and a shipped file does not change meanwhile."""
    really = gather.read_file
    kept: dict[Path, ParsedFile | None] = {}

    def read(path: Path, problems: Problems) -> ParsedFile | None:
        if not path.resolve().is_relative_to(shipped_root()):
            return really(path, problems)
        if path not in kept:
            kept[path] = really(path, problems)
        return kept[path]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gather, "read_file", read)
        yield
