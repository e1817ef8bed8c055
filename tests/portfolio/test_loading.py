"""Portfolio norms and registers load as strictly as rulesets do (3.5): place, what was expected,
the nearest known word, everything together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.portfolio import load_portfolio_rules, load_registers
from spelregels.language.schema import json_schema
from spelregels.language.yamltext import parse_yaml
from spelregels.model.portfolio import KINDS, PortfolioKind
from spelregels.model.problem import InputRefused, Problem
from tests.portfolio.given import HERE, rules, words

ROOT = Path(__file__).parents[2]
HEAD = """\
spelregels_portfolio: "1"
id: proef/portefeuille
title: Proef
extends: [proef]
norms:
"""


BUSIEST = (
    "{id: a, busiest: {of: inbreng.gegeven, by: bewoner, top: 1, at_most: 0.5, least_acts: 3}}"
)
LOAD = "{{id: a, load: {{of: {}, person: {}, window: 1 maand, at_most: 4}}}}"


def refused(text: str, tmp_path: Path) -> tuple[Problem, ...]:
    path = tmp_path / "norms.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputRefused) as caught:
        load_portfolio_rules(path, lambda name, place: words())
    return caught.value.problems


def refused_registers(text: str, tmp_path: Path) -> tuple[Problem, ...]:
    path = tmp_path / "registers.yaml"
    path.write_text('spelregels_registers: "1"\nid: proef/r\n' + text, encoding="utf-8")
    with pytest.raises(InputRefused) as caught:
        load_registers(path, [rules()])
    return caught.value.problems


@pytest.mark.parametrize(
    ("norm", "code", "at", "suggestion"),
    [
        ("{id: a, silense: {at_most: 1 maand}}", "unknown-key", "silense", "silence"),
        ("{id: a, silence: {at_most: 1 mnd}}", "bad-term", "1 mnd", "1 maand"),
        ("{id: a, silence: {at_most: 5 werkdagen}}", "working-days", "5 werk", "5 dagen"),
        ("{id: a, composition: {by: leeftijd, at_least: 50}}", "bad-share", "50", "0.5"),
        ("{id: a, informed: affectd}", "unknown-word", "affectd", "affected"),
        (LOAD.format("uitnodiging.verstuurt", "persoon"), "unknown-act", "uitnodiging",
         "uitnodiging.verstuurd"),
        (LOAD.format("uitnodiging.verstuurd", "persoo"), "unknown-attribute", "persoo,", "persoon"),
        (LOAD.format("uitnodiging.verstuurd", "kanaal"), "wrong-attribute-type", "kanaal", ""),
        (
            "{id: a, overlap: {same: [topik], coordinated_by: afstemming.gedaan, partners: met}}",
            "unknown-fact", "topik", "topic",
        ),
        (BUSIEST, "unknown-role", "bewoner,", "bewoners"),
        (
            "{id: a, silence: {of: {act: besluit.genomen, outcome: aangenome}, at_most: 1 jaar}}",
            "unknown-outcome", "aangenome}", "aangenomen",
        ),
        ("{id: a, article: [nota, '1'], informed: affected}", "unknown-source", "nota", ""),
        ("{id: a}", "no-kind", "{id", ""),
        ("{id: a, informed: affected, silence: {at_most: 1 jaar}}", "ambiguous-kind", "{id", ""),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place(
    norm: str, code: str, at: str, suggestion: str, tmp_path: Path
) -> None:
    """3.5: line, column and what was perhaps meant."""
    line = f"  - {norm}"
    (problem,) = refused(HEAD + line + "\n", tmp_path)
    assert problem.code == code
    assert (problem.position.line, problem.position.column) == (6, line.index(at) + 1)
    assert problem.suggestion == suggestion
    assert problem.message_nl != problem.message_en


def test_all_mistakes_are_told_together(tmp_path: Path) -> None:
    """3.5: two norms of one id, and a name in each that does not exist."""
    norm = "  - {id: a, silence: {of: informatie.gegevn, at_most: 1 maand}}\n"
    codes = [one.code for one in refused(HEAD + norm + norm, tmp_path)]
    assert sorted(codes) == ["double-id", "unknown-act", "unknown-act"]


def test_another_kind_of_file_is_told_so(tmp_path: Path) -> None:
    """3.5: a ruleset in the place of portfolio norms, and the other way round."""
    (problem,) = refused((HERE / "proef.yaml").read_text("utf-8"), tmp_path)
    assert problem.code == "not-a-portfolio"
    assert "--rules" in problem.expected_nl


def test_a_shipped_file_is_found_by_its_id() -> None:
    """3.5: and an id that does not exist is answered with the nearest."""
    assert load_portfolio_rules("spanningen/portefeuille").id == "spanningen/portefeuille"
    with pytest.raises(InputRefused) as caught:
        load_portfolio_rules("spanningen/portefeuile")
    (problem,) = caught.value.problems
    assert problem.suggestion == "spanningen/portefeuille"


def test_small_groups_are_always_withheld(tmp_path: Path) -> None:
    """P17: nobody can ask for groups of one or two."""
    text = HEAD.replace("norms:", "withhold_below: 2\nnorms:") + "  - {id: a, informed: affected}\n"
    (problem,) = refused(text, tmp_path)
    assert (problem.code, problem.suggestion) == ("withhold-too-few", "3")


@pytest.mark.parametrize(
    ("text", "code", "line", "suggestion"),
    [
        ("areas:\n  Haven: {part_of: Stat}\n  Stad:\n", "unknown-area", 4, "Stad"),
        ("areas:\n  A: {part_of: B}\n  B: {part_of: A}\n", "area-circle", 4, ""),
        ("areas:\n  A: {aliases: [B]}\n  B:\n", "double-area", 5, ""),
        ("channels:\n  brief: {digital: nee}\n", "wrong-type", 4, "false"),
        ("channels:\n  brief: {reaches: [Haven]}\n", "unknown-area", 4, ""),
        ("persons:\n  p: {seats: [{role: raat}]}\n", "unknown-role", 4, "raad"),
        (
            "persons:\n  p: {seats: [{body: platfrm}]}\nbodies: {platform: }\n",
            "unknown-body", 4, "platform",
        ),
        (
            "persons:\n  p: {seats: [{role: raad, from: 2026-02-01, to: 2026-01-01}]}\n",
            "end-before-begin", 4, "",
        ),
        (
            "areas: {Haven: }\npopulation:\n  Haven: {as_of: 2025-01-01, source: x, groups: "
            "{leeftijd: {jong: 1}}}\npersons:\n  p: {groups: {leeftijd: jng}}\n",
            "unknown-group", 7, "jong",
        ),
        ("bodys: {platform: }\n", "unknown-key", 3, "bodies"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_register_is_told_at_its_place(
    text: str, code: str, line: int, suggestion: str, tmp_path: Path
) -> None:
    """3.5: registers are as strict; nothing is skipped."""
    problems = refused_registers(text, tmp_path)
    assert code in [one.code for one in problems], problems
    problem = next(one for one in problems if one.code == code)
    assert (problem.position.line, problem.suggestion) == (line, suggestion)


def test_the_blocks_of_the_documentation_load(tmp_path: Path) -> None:
    """docs/portfolio.md: every block of YAML on the page is tried."""
    page = (ROOT / "docs" / "portfolio.md").read_text("utf-8")
    blocks = dict(re.findall(r"```yaml (portfolio|registers)\n(.*?)```", page, flags=re.DOTALL))
    norms, registers = tmp_path / "norms.yaml", tmp_path / "registers.yaml"
    norms.write_text(blocks["portfolio"], encoding="utf-8")
    registers.write_text(blocks["registers"], encoding="utf-8")
    loaded = load_portfolio_rules(norms)
    assert load_registers(registers, [loaded]).areas["Haven"].whole


def test_the_page_names_every_kind_with_its_parameters() -> None:
    """docs/portfolio.md is complete: each kind, and each parameter of it."""
    page = (ROOT / "docs" / "portfolio.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*?) \| P\d+ \|$", page, flags=re.MULTILINE))
    assert set(rows) == {kind.value for kind in PortfolioKind}
    properties = json_schema("portfolio")["$defs"]
    for kind in set(KINDS.values()) - {PortfolioKind.INFORMED}:
        keys = properties[f"{kind.value.capitalize()}In"]["properties"]
        assert all(f"`{key}" in rows[kind.value] for key in keys), kind


def plain(node: Node) -> object:
    match node:
        case MapNode():
            return {key: plain(part) for key, part in node.entries.items()}
        case ListNode():
            return [plain(part) for part in node.items]
        case ScalarNode(value=value):
            is_plain = value is None or isinstance(value, bool | int | str)
            return value if is_plain else float(value) if "." in str(value) else str(value)


@pytest.mark.parametrize(
    ("what", "path"),
    [
        ("portfolio", "rulesets/spanningen/portefeuille.yaml"),
        ("portfolio", "tests/portfolio/proef-portefeuille.yaml"),
        ("registers", "tests/portfolio/registers.yaml"),
    ],
)
def test_an_editor_accepts_what_the_loader_accepts(what: str, path: str) -> None:
    """The JSON Schema is made from the definitions that read the files."""
    from jsonschema import Draft202012Validator

    schema = json_schema(what)
    Draft202012Validator.check_schema(schema)
    file = ROOT / path
    Draft202012Validator(schema).validate(plain(parse_yaml(file.read_bytes(), path)))
