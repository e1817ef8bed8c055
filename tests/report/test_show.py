"""`show`: the stages at a glance (issue 1.6)."""

from __future__ import annotations

from dataclasses import replace

from spelregels.report.layout import Style, table
from spelregels.report.names import Names
from spelregels.report.show import overview, overview_json, overview_text

from .hand import RULESET


def test_each_stage_names_its_power_holder_level_and_norms() -> None:
    """Who decides, the level in words, what can happen, which norms concern those acts."""
    first, second, last = overview(RULESET, "nl").rows
    assert (first.stage, first.level, first.decides) == (
        "aangekondigd",
        "informeren",
        "het college",
    )
    assert first.goes == (
        "‘raadpleging geopend’ → ‘bewoners praten mee’",
        "‘informatie gegeven’ (blijft hier)",
    )
    assert "informatie-vooraf" in first.norms
    assert second.decides == "de raad"
    assert second.also == (
        "adviseert: het wijkplatform",
        "advies volgen of uitleggen waarom niet",
    )
    assert {"dubbele-petten", "evaluatie", "geen-besluit-tijdens-inspraak"} <= set(second.norms)
    assert (last.level, last.goes) == ("einde: besloten", ())


def test_norms_about_no_stage_are_not_lost() -> None:
    """A norm that concerns no act of any stage is listed apart."""
    assert "steun" in overview(RULESET, "nl").elsewhere


def test_the_table_fits_and_holds_every_word() -> None:
    """As text: no line wider than the page, no word lost."""
    shown = overview(RULESET, "nl")
    lines = list(overview_text(shown, Names.of(RULESET, "nl"), Style()))
    assert max(map(len, lines)) <= 120
    assert "informatie-vooraf" in "\n".join(lines)
    assert overview_json(shown)["stages"][1]["decides"] == "de raad"  # type: ignore[index]


def test_rules_without_stages_say_so() -> None:
    """A ruleset without a machine is no error."""
    bare = replace(RULESET, machine=None)
    shown = overview(bare, "nl")
    assert "Deze regels hebben geen fasen." in overview_text(shown, Names.of(bare, "nl"), Style())
    assert "informatie-vooraf" in shown.elsewhere


def test_long_cells_wrap_inside_their_column() -> None:
    """A table never breaks its columns."""
    lines = list(table(["a", "b"], [["kort", "woord " * 60], ["x", "y"]], width=60))
    assert all(line[:6].rstrip() in ("a", "----", "kort", "x", "") for line in lines)
    assert "".join(lines).count("woord") == 60
