"""Model data as JSON and back (issue 3, 2.1)."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from spelregels.audit import case
from spelregels.engine.codec import content_hash, decode, encode


def test_what_is_encoded_comes_back_and_hashes_alike() -> None:
    """2.1: model data as JSON and back; the hash does not hang on where a file stands."""
    for seed in range(60):
        made = case(seed)
        assert decode(json.loads(json.dumps(encode(made.ruleset)))) == made.ruleset
        assert decode(encode(made.trajectory)) == made.trajectory
        moved = tuple(replace(file, path="/elsewhere") for file in made.ruleset.files)
        assert content_hash(replace(made.ruleset, files=moved)) == content_hash(made.ruleset)
    with pytest.raises(ValueError):
        decode(["c", "Path", 0, "x"])
