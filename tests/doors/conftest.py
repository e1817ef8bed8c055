"""Small inputs on disk, read through a door."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from spelregels import doors
from spelregels.doors.result import Reading
from spelregels.model.problem import InputRefused, Problem


class Mapped(Protocol):
    """Writes a source and a mapping, and reads the one through the other."""

    def __call__(self, source: str | bytes, mapping: str, name: str = "bron.csv") -> Reading: ...


@pytest.fixture
def mapped(tmp_path: Path) -> Mapped:
    def read(source: str | bytes, mapping: str, name: str = "bron.csv") -> Reading:
        path = tmp_path / name
        path.write_bytes(source if isinstance(source, bytes) else source.encode())
        rules = tmp_path / "mapping.yaml"
        rules.write_text(mapping, encoding="utf-8")
        return doors.read_with_report(path, mapping=rules)

    return read


@pytest.fixture
def refused() -> Callable[[Callable[[], object]], tuple[Problem, ...]]:
    """The problems with which a call is refused."""

    def run(call: Callable[[], object]) -> tuple[Problem, ...]:
        with pytest.raises(InputRefused) as caught:
            call()
        return caught.value.problems

    return run
