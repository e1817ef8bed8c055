"""Lists of cases (issue 3.2): read, completed by a layer above, refused where not to be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from spelregels.language import load_ruleset
from spelregels.model.patterns import Op, Test
from spelregels.model.problem import Problem
from spelregels.model.ruleset import WordList

from .texts import problems_of

HEAD = """spelregels: "1"
id: {id}
title: Lijsten
regulatory_layer: VERORDENING
governs: event_date
"""
LOW = (
    HEAD.format(id="proef/laag")
    + """lists:
  gevallen: {items: [kap, sloop], complete: false, title: {nl: gevallen, en: cases}}
  soorten: {items: [groot, klein], complete: true}
acts:
  besluit.genomen: {attributes: {geval: text, soort: {one_of: [groot, klein]}, bedrag: money}}
norms:
  - {id: geval, upon: besluit.genomen, require: {geval: {in_list: gevallen}}}
"""
)


def loaded(folder: Path, upper: str):  # type: ignore[no-untyped-def]
    (folder / "proef").mkdir(exist_ok=True)
    (folder / "proef" / "laag.yaml").write_text(LOW, encoding="utf-8")
    path = folder / "proef" / "boven.yaml"
    head = HEAD.format(id="proef/boven") + "extends: [proef/laag]\n"
    path.write_text(head + upper, encoding="utf-8")
    return load_ruleset(path)


def refused(folder: Path, upper: str) -> list[Problem]:
    return list(problems_of(lambda: loaded(folder, upper)))


def test_a_list_is_asked_by_name(tmp_path: Path) -> None:
    ruleset = loaded(tmp_path, "")
    assert ruleset.files[0].norms[0].require == Test("geval", Op.IN_LIST, "gevallen")
    assert ruleset.lists["gevallen"] == WordList(
        "gevallen", ("kap", "sloop"), False, {"nl": "gevallen", "en": "cases"}
    )


def test_a_layer_above_adds_and_completes(tmp_path: Path) -> None:
    ruleset = loaded(tmp_path, "lists:\n  gevallen: {items: [mast, kap], complete: true}\n")
    named = ruleset.lists["gevallen"]
    assert (named.items, named.complete) == (("kap", "sloop", "mast"), True)


@pytest.mark.parametrize(
    ("upper", "code", "line", "suggestion"),
    [
        (
            "lists:\n  soorten: {items: [groot, reus], complete: true}\n",
            "conflicting-layers",
            8,
            "",
        ),
        ("lists:\n  gevallen: {items: [mast]}\n", "missing-key", 8, "complete:"),
        ("lists:\n  gevallen: {items: mast, complete: true}\n", "wrong-type", 8, None),
        (
            "norms:\n  - {id: a, never: besluit.genomen, where: {geval: {in_list: geval}}}\n",
            "unknown-list",
            8,
            "gevallen",
        ),
        (
            "norms:\n  - {id: a, never: besluit.genomen, where: {bedrag: {in_list: gevallen}}}\n",
            "wrong-type",
            8,
            "",
        ),
        (
            "norms:\n  - {id: a, never: besluit.genomen, where: {soort: {in_list: gevallen}}}\n",
            "wrong-value",
            8,
            None,
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(
    tmp_path: Path, upper: str, code: str, line: int, suggestion: str | None
) -> None:
    found = refused(tmp_path, upper)
    assert found[0].code == code
    assert found[0].position.line == line
    if suggestion is not None:
        assert found[0].suggestion == suggestion
