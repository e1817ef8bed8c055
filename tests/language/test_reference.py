"""The language reference is true and complete (issue 1): its files load, and it names every key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from spelregels.check import try_examples
from spelregels.language import bind, load_ruleset, parse_yaml, trajectory_from_node
from spelregels.language.filebytes import RULESET_LIMITS, TRAJECTORY_LIMITS
from spelregels.language.gather import MOST_LAYERS
from spelregels.language.header import EVENT_KEYS, HEADER_ATTRIBUTES, TRAJECTORY_KEYS
from spelregels.language.reading import MOST_IN_NAME
from spelregels.language.surface.notyet import NOT_YET
from spelregels.language.surface.ruleset import RulesetIn
from spelregels.model import words
from spelregels.model.ruleset import Ruleset
from tests.language.reference import BLOCKS, FILES, TEXT, whole


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("regels")
    for id_, text in FILES.items():
        path = folder / f"{id_}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def load(kind: str, text: str, library: Path, folder: Path) -> Ruleset:
    path = folder / "blok.yaml"
    path.write_text(whole(kind, text), encoding="utf-8")
    return load_ruleset(path, library=[library])


RULES = [(kind, text) for kind, text in BLOCKS if kind != "trajectory"]


def test_the_reference_has_blocks_of_every_sort() -> None:
    kinds = {kind for kind, _ in BLOCKS}
    assert kinds == {"ruleset", "trajectory", "part", "norms", "terms"}


@pytest.mark.parametrize(("kind", "text"), RULES)
def test_every_ruleset_loads_and_its_examples_come_out(
    kind: str, text: str, library: Path, tmp_path: Path
) -> None:
    ruleset = load(kind, text, library, tmp_path)
    if kind in {"norms", "part"}:
        assert ruleset.own.norms or ruleset.machine
    report = try_examples(ruleset)
    assert [
        (one.example.title, one.differences) for one in report.examples if one.differences
    ] == []


@pytest.mark.parametrize("text", [text for kind, text in BLOCKS if kind == "trajectory"])
def test_every_trajectory_fits_its_ruleset(text: str, library: Path) -> None:
    log = trajectory_from_node(parse_yaml(text, "reference"))
    assert bind(log, load_ruleset(log.ruleset, library=[library])).events
    assert log.data_errors == ()


def test_the_limits_are_as_written() -> None:
    for limits in (RULESET_LIMITS, TRAJECTORY_LIMITS):
        assert f"{limits.max_bytes // 1_000_000} MB" in TEXT
        assert f"{limits.max_values:,} values" in TEXT
        assert f"{limits.max_depth} levels deep" in TEXT
    assert f"at most {MOST_LAYERS} may be stacked" in TEXT
    assert f"at most {MOST_IN_NAME} signs" in TEXT


def models(model: type[BaseModel], seen: set[type[BaseModel]]) -> None:
    """Every surface model that a ruleset may hold."""
    if model in seen:
        return
    seen.add(model)
    for field in model.model_fields.values():
        for part in parts(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                models(part, seen)


def parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from parts(inner)


def keys() -> set[str]:
    seen: set[type[BaseModel]] = set()
    models(RulesetIn, seen)
    assert len(seen) > 40
    found = {info.alias or name for model in seen for name, info in model.model_fields.items()}
    return found | set(TRAJECTORY_KEYS) | set(EVENT_KEYS) | set(HEADER_ATTRIBUTES)


def closed_words() -> set[str]:
    kinds = (
        words.RegulatoryLayer, words.Level, words.RoleKind, words.Vehicle, words.AttributeType,
        words.EndsAs, words.Binding, words.Governs, words.Regime, words.CountFrom, words.Unit,
        words.Strength, words.Severity, words.Consequence, words.Confidence, words.Certainty,
        words.Precision, words.Order, words.Word, words.How,
    )  # fmt: skip
    return {str(member.value) for kind in kinds for member in kind}


CODE = set(re.findall(r"[\w.]+", " ".join(re.findall(r"`[^`]*`|^```.*?^```", TEXT, re.M | re.S))))


@pytest.mark.parametrize("key", sorted(keys() | closed_words() | set(NOT_YET)))
def test_every_key_and_word_is_in_the_reference(key: str) -> None:
    assert key in CODE
