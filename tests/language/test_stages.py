"""Stages (issue 1.2): edges by outcome, ``also``, ``from_anywhere`` written out, powers."""

from __future__ import annotations

from pathlib import Path

from spelregels.model.norms import Absence
from spelregels.model.patterns import RoleSpec
from spelregels.model.ruleset import Machine, StageEdge, StagePower
from spelregels.model.terms import NotStated
from spelregels.model.words import Binding, EndsAs, Level, Severity
from tests.language.texts import BASE, load

STAGES = """\
stage_severity: warning
stages:
  open:
    title: {nl: Open, en: Open}
    level: raadplegen
    power:
      decides: {any_of: [raad, b_en_w]}
      consents: [raad]
      advises: [wijkraad]
      consulted: [bewoners]
      answers_for: [college]
      binding: comply_or_explain
      override: {by: raad, act: uitstel.gemeld}
    next:
      advies.gegeven: besluit
      informatie.gegeven: open
    also: [advies.gevraagd]
  besluit:
    power: {decides: not_stated}
    next: {besluit.genomen: {aangenomen: klaar, verworpen: open}}
  klaar: {ends_as: decided, also: [steun.betuigd]}
  weg: {ends_as: withdrawn}
from_anywhere:
  advies.ingetrokken: {to: weg, except: [besluit]}
  informatie.gegeven: {stays: true}
"""


def machine(folder: Path) -> Machine:
    found = load(BASE + STAGES, folder).machine
    assert found is not None
    return found


def test_stages_in_declared_order(tmp_path: Path) -> None:
    made = machine(tmp_path)
    assert made.file == "voorbeeld/proef"
    assert made.severity is Severity.WARNING
    assert [stage.id for stage in made.stages] == ["open", "besluit", "klaar", "weg"]
    assert made.stages[0].level is Level.RAADPLEGEN
    assert made.stages[0].title == {"nl": "Open", "en": "Open"}
    assert [stage.ends_as for stage in made.stages] == [
        None, None, EndsAs.DECIDED, EndsAs.WITHDRAWN,
    ]  # fmt: skip


def test_edges_and_from_anywhere(tmp_path: Path) -> None:
    """``to`` goes into every stage that is no end; ``stays`` into every one without an edge."""
    start, decision, done, gone = machine(tmp_path).stages
    away = StageEdge("advies.ingetrokken", None, "weg", anywhere=True)
    assert start.edges == (
        StageEdge("advies.gegeven", None, "besluit"),
        StageEdge("informatie.gegeven", None, "open"),
        away,
    )
    assert start.also == {"advies.gevraagd"}
    assert decision.edges == (
        StageEdge("besluit.genomen", "aangenomen", "klaar"),
        StageEdge("besluit.genomen", "verworpen", "open"),
    )
    assert decision.also == {"informatie.gegeven"}
    assert (done.edges, done.also) == ((), {"informatie.gegeven", "steun.betuigd"})
    assert (gone.edges, gone.also) == ((), {"informatie.gegeven"})


def test_powers(tmp_path: Path) -> None:
    start, decision, *_ = machine(tmp_path).stages
    assert start.power == StagePower(
        decides=RoleSpec(any_of=("raad", "college")),
        consents=("raad",),
        advises=("wijkplatform",),
        consulted=("bewoners",),
        answers_for=("college",),
        binding=Binding.COMPLY_OR_EXPLAIN,
        override_by="raad",
        override_act="uitstel.gemeld",
    )
    assert decision.power == StagePower(decides=NotStated())


def test_from_anywhere_by_outcome(tmp_path: Path) -> None:
    text = BASE + (
        "stages:\n  open: {next: {advies.gegeven: weg}}\n  weg: {ends_as: refused}\n"
        "from_anywhere: {besluit.genomen: {to: {verworpen: weg, aangenomen: open}}}\n"
    )
    found = load(text, tmp_path).machine
    assert found is not None
    assert found.stages[0].edges[1:] == (
        StageEdge("besluit.genomen", "verworpen", "weg", anywhere=True),
        StageEdge("besluit.genomen", "aangenomen", "open", anywhere=True),
    )


def test_a_file_without_stages_has_no_machine(tmp_path: Path) -> None:
    made = load(BASE + "norms:\n  - {id: nooit, never: besluit.genomen}\n", tmp_path)
    assert made.machine is None
    assert isinstance(made.own.norms[0], Absence)
