"""Every failure that the properties ever found, shrunk, must stay fixed (issue 1.5).

Files are JSON as `python -m spelregels.audit PROPERTY --save tests/corpus` writes them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from spelregels.audit.codec import decode
from spelregels.audit.properties import SEARCHES

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
FILES = sorted(CORPUS.glob("*.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_old_failure_stays_fixed(path: Path) -> None:
    data = json.loads(path.read_text("utf-8"))
    made = decode(data["case"])
    for extra in range(20):
        assert SEARCHES[data["property"]].at(made, data["seed"] + extra) is None, data["why"]
