"""JSON Schema (issue 1.2): from the one model; good files fit it, misspelt ones do not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from spelregels.language import json_schema, parse_yaml
from spelregels.language.header import EVENT_KEYS, TRAJECTORY_KEYS
from spelregels.language.library import ids_under, shipped_root, versions
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from tests.language.reference import BLOCKS, whole
from tests.language.texts import BASE, FULL_LOG, with_norm

SHIPPED = [path for id_ in ids_under(shipped_root()) for path in versions(id_, [shipped_root()])]


def plain(node: Node) -> Any:
    """A node as a YAML language server sees it: dates are text."""
    match node:
        case ScalarNode(value=date() as day):
            return day.isoformat()
        case ScalarNode(value=Decimal() as number):
            return float(number)
        case ScalarNode(value=value):
            return value
        case ListNode(items=items):
            return [plain(item) for item in items]
        case MapNode(entries=entries):
            return {key: plain(part) for key, part in entries.items()}


def errors(what: str, text: str) -> list[str]:
    validator = Draft202012Validator(json_schema(what))
    return [error.message for error in validator.iter_errors(plain(parse_yaml(text, "f.yaml")))]


@pytest.mark.parametrize("what", ["ruleset", "trajectory"])
def test_the_schema_is_a_schema(what: str) -> None:
    Draft202012Validator.check_schema(json_schema(what))


def test_another_word_is_an_error() -> None:
    with pytest.raises(KeyError):
        json_schema("iets")


@pytest.mark.parametrize(("kind", "text"), BLOCKS)
def test_the_files_of_the_reference_fit(kind: str, text: str) -> None:
    what = "trajectory" if kind == "trajectory" else "ruleset"
    assert errors(what, text if what == "trajectory" else whole(kind, text)) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_rulesets_fit(path: Any) -> None:
    assert errors("ruleset", path.read_text(encoding="utf-8")) == []


def test_every_form_of_a_trajectory_fits() -> None:
    assert errors("trajectory", FULL_LOG) == []
    assert errors("trajectory", "- {id: a, records: all, events: []}\n") == []
    assert errors("trajectory", "trajectories: [{id: a, records: all, events: []}]\n") == []


WRONG_RULESETS = [
    BASE + "normen: []\n",
    BASE.replace("governs: event_date\n", ""),
    BASE.replace("VERORDENING", "verordening"),
    with_norm("before: besluit.genomen, must: advies.gevraagd, leed: 2 weken"),
    with_norm("before: besluit.genomen"),
    with_norm("after: advies.gevraagd, must: advies.gegeven, by: [raad, college]"),
    with_norm("after: advies.gevraagd, must: advies.gegeven, within: zes weken"),
    with_norm("never: besluit.genomen, strength: moet"),
    with_norm("never: besluit.genomen, where: {bedrag: {meer: 5}}"),
    BASE + "stages: {open: {ends_as: klaar}}\n",
    BASE + "examples: [{title: x, as_of: 2026-01-01, events: [], expect: {n1: goed}}]\n",
    BASE + "examples: [{title: x, as_of: 2026-01-01, expect: {}, events: [{at: straks}]}]\n",
]
WRONG_TRAJECTORIES = [
    "id: a\nevents: []\n",
    "id: a\nrecords: all\nevents: []\ntopc: x\n",
    "id: a\nrecords: alles\nevents: []\n",
    "id: a\nrecords: all\nevents: [{at: 1-2-2026, act: a.b}]\n",
    "id: a\nrecords: all\nevents: [{at: 2026-02-01}]\n",
    "id: a\nrecords: all\nevents: [{at: 2026-02-01, act: a.b, corrects: e1}]\n",
    "id: a\nrecords: all\nevents: [{at: 2026-02-01, act: a.b, x: {b: 1}}]\n",
]


@pytest.mark.parametrize("text", WRONG_RULESETS)
def test_wrong_rulesets_do_not_fit(text: str) -> None:
    assert errors("ruleset", text)


@pytest.mark.parametrize("text", WRONG_TRAJECTORIES)
def test_wrong_trajectories_do_not_fit(text: str) -> None:
    assert errors("trajectory", text)


def test_the_trajectory_schema_has_exactly_the_keys_that_are_read() -> None:
    made = json_schema("trajectory")["$defs"]
    assert list(made["Trajectory"]["properties"]) == list(TRAJECTORY_KEYS)
    assert list(made["Event"]["properties"]) == list(EVENT_KEYS)
