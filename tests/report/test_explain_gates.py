"""Gates read back (issue 3.2): each as one thing, every part once, and in a finding by itself."""

from __future__ import annotations

import re

import pytest

from spelregels.language import load_ruleset
from spelregels.model.ruleset import Ruleset
from spelregels.report.explain import Explainer
from spelregels.report.lookup import sections_of
from spelregels.report.show import overview

FORM = "vormen/burgerinitiatief"
SHIPPED = [FORM, "gemeenten/goes/wijk-en-dorpsbudget", "gemeenten/smallingerland/buurtbudget"]


def told(rules: Ruleset, language: str) -> list[str]:
    """Everything that is said, a line each."""
    sections = Explainer(rules, language).sections()
    return [f"{e.id} {e.text} {line}" for s in sections for e in s.entries for line in e.lines]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("id_", SHIPPED)
def test_every_part_is_told_once_and_under_its_gate(id_: str, language: str) -> None:
    rules = load_ruleset(id_)
    lines = told(rules, language)
    for gate in rules.own.gates:
        for norm in rules.own.norms:
            if gate.holds(norm.id):
                (line,) = [one for one in lines if re.search(rf" {re.escape(norm.id)}: ", one)]
                assert line.startswith(f"{gate.id} ")
    assert not {e.id for s in Explainer(rules, language).sections() for e in s.entries} & {
        one.id
        for one in (*rules.own.norms, *rules.own.terms)
        if any(gate.holds(one.id) for gate in rules.own.gates)
    }


def test_a_gate_can_be_asked_for_by_name() -> None:
    (section,) = sections_of(load_ruleset(FORM), "toelating", "nl")
    (entry,) = section.entries
    assert "geen overtreding van wie het indient" in entry.text
    assert any("minstens 50" in line and "nog te herstellen" in line for line in entry.lines)
    assert any("minstens 16" in line and "niet te herstellen" in line for line in entry.lines)


def test_a_part_by_itself_says_of_what_it_is_asked() -> None:
    """What a finding quotes: the request, the admission, and what must hold."""
    (section,) = sections_of(load_ruleset(FORM), "toelating.genoeg-steun", "en")
    assert section.entries[0].text.startswith("A request (‘initiative or request submitted’) is")
    assert "‘steunbetuigingen’ is at least 50" in section.entries[0].text


def test_the_overview_of_stages_names_the_gate() -> None:
    rows = {row.id: row.norms for row in overview(load_ruleset(FORM), "nl").rows}
    assert "toelating" in rows["toetsing"]
    assert not [norm for norms in rows.values() for norm in norms if norm.startswith("toelating.")]
