"""Rulesets kept on disk: quick when nothing changed, never wrong when something did (issue 2.1)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from spelregels.audit import case
from spelregels.engine.cache import cached_ruleset
from spelregels.engine.codec import content_hash, decode, encode
from spelregels.language import load_ruleset
from spelregels.model.ruleset import Ruleset

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "tests" / "bench" / "vijf-regels.yaml").read_text("utf-8")


class Loader:
    """Loads a file, and counts how often."""

    def __init__(self, path: Path) -> None:
        self.path, self.times = path, 0

    def __call__(self) -> Ruleset:
        self.times += 1
        return load_ruleset(self.path)


@pytest.fixture
def loader(tmp_path: Path) -> Loader:
    path = tmp_path / "rules" / "vijf.yaml"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    return Loader(path)


def test_the_second_time_nothing_is_loaded(loader: Loader, tmp_path: Path) -> None:
    """2.1: the same ruleset, but for its examples and guarantees."""
    first = cached_ruleset(loader.path, loader, tmp_path / "cache")
    assert cached_ruleset(loader.path, loader, tmp_path / "cache") == first
    assert loader.times == 1
    loaded = load_ruleset(loader.path)
    bare = tuple(replace(file, examples=(), guarantees=()) for file in loaded.files)
    assert first == replace(loaded, files=bare)


def _changed(loader: Loader, cache: Path) -> None:
    loader.path.write_text(TEXT.replace("42 dagen", "41 dagen"), "utf-8")


def _neighbour(loader: Loader, cache: Path) -> None:
    (loader.path.parent / "vijf@2030-01-01.yml").write_text("{}", "utf-8")


def _truncated(loader: Loader, cache: Path) -> None:
    for entry in cache.iterdir():
        entry.write_bytes(entry.read_bytes()[:-40])


def _foreign(loader: Loader, cache: Path) -> None:
    for entry in cache.iterdir():
        entry.write_text('{"sha256": "x", "body": "[]"}', "utf-8")


def _deep(loader: Loader, cache: Path) -> None:
    for entry in cache.iterdir():
        entry.write_text("[" * 100_000, "utf-8")


def _other_version(loader: Loader, cache: Path) -> None:
    from hashlib import sha256

    for entry in cache.iterdir():
        inner = json.loads(json.loads(entry.read_text("utf-8"))["body"])
        body = json.dumps({**inner, "package": "0.0.0"})
        whole = {"sha256": sha256(body.encode()).hexdigest(), "body": body}
        entry.write_text(json.dumps(whole), "utf-8")


@pytest.mark.parametrize(
    "spoil", [_changed, _neighbour, _truncated, _foreign, _deep, _other_version]
)
def test_whatever_is_not_surely_the_same_is_loaded_again(
    spoil: Callable[[Loader, Path], None], loader: Loader, tmp_path: Path
) -> None:
    """2.1: a changed file, a new file beside it, a broken or foreign entry."""
    cache = tmp_path / "cache"
    cached_ruleset(loader.path, loader, cache)
    spoil(loader, cache)
    found = cached_ruleset(loader.path, loader, cache)
    assert loader.times == 2 and found.own.sha256 == load_ruleset(loader.path).own.sha256
    assert cached_ruleset(loader.path, loader, cache) == found and loader.times == 2


def test_a_warm_start_needs_no_yaml_and_no_validator(loader: Loader, tmp_path: Path) -> None:
    """2.6: neither is imported."""
    cached_ruleset(loader.path, loader, tmp_path)
    code = (
        "import sys; from pathlib import Path\n"
        "from spelregels.engine.cache import cached_ruleset\n"
        f"cached_ruleset(Path({str(loader.path)!r}), lambda: 1/0, Path({str(tmp_path)!r}))\n"
        "assert not {'pydantic', 'yaml'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


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
