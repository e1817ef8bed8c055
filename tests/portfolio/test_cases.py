"""The cases that only a portfolio can diagnose, as the reports do (3.6): C2, C3, C7."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from spelregels.check_portfolio import check_portfolio
from spelregels.doors import read_with_report
from spelregels.language import load_ruleset
from spelregels.language.library import shipped_root
from spelregels.language.portfolio import load_portfolio_rules, load_registers
from spelregels.model.portfolio_found import PortfolioFinding, PortfolioReport, Reason
from spelregels.model.words import Word

DAY = date(2026, 12, 31)
KRUISDAL = """\
spelregels_registers: "1"
id: kruisdal
areas:
  Gemeente:
  Kruisdal: {part_of: Gemeente}
  straten net buiten Kruisdal: {part_of: Gemeente}
"""


def judged(name: str, registers: Path | None = None) -> PortfolioReport:
    rules = [load_portfolio_rules("spanningen/portefeuille")]
    read = read_with_report(shipped_root() / "casussen" / f"{name}.yaml").trajectories
    known = load_registers(registers, rules) if registers else None
    ruleset = load_ruleset("spanningen/alle")
    return check_portfolio(rules, read, lambda _: ruleset, known, today=DAY)


def broken(report: PortfolioReport, norm: str) -> list[PortfolioFinding]:
    result = next(one for one in report.results if one.norm.id == norm)
    return [one for one in result.findings if one.word is Word.BROKEN]


def test_c3_five_at_the_door_of_one_family() -> None:
    """C3, De Geitenkamp: T1 (they cross, untied), T15 (one family asked by all), T16 (no lead)."""
    report = judged("geitenkamp-achter-de-voordeur")
    crossing = broken(report, "kruisende-trajecten")
    met = {one for finding in crossing for one in finding.trajectories}
    assert met == {one.id for one in report.trajectories}
    assert len(met) == 5
    assert all(finding.about["area"] == ("De Geitenkamp",) for finding in crossing)
    (asked,) = broken(report, "te-veel-gevraagd")
    assert len(asked.trajectories) == 5
    assert [one.reason for one in broken(report, "een-regisseur")] == [Reason.NO_LEAD]


def test_c7_the_resident_asked_five_times_in_a_month() -> None:
    """C7: T15, and nothing else is claimed of five trajectories that record invitations only."""
    report = judged("vijf-keer-gevraagd")
    (asked,) = broken(report, "te-veel-gevraagd")
    assert len(asked.trajectories) == 5
    others = [one for one in report.results if one.norm.id != "te-veel-gevraagd"]
    assert all(one.word is not Word.BROKEN for one in others)


def test_c2_neighbours_just_outside_the_quarter(tmp_path: Path) -> None:
    """C2, Kruisdal: T5 for the plan that only the quarter's paper told of, not for its variant
    with a letter to all; without a register of areas it cannot be told."""
    registers = tmp_path / "registers.yaml"
    registers.write_text(KRUISDAL, encoding="utf-8")
    (finding,) = broken(judged("kruisdal-moskee", registers), "geraakt-en-verteld")
    assert finding.trajectories == ("kruisdal-moskee",)
    assert finding.about["area"] == ("straten net buiten Kruisdal",)
    assert not broken(judged("kruisdal-moskee"), "geraakt-en-verteld")
