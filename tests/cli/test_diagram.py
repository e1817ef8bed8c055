"""`diagram`: stages with power and level in words, as other programs draw them (issue 2.3)."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from spelregels_cli.app import app
from typer.testing import CliRunner

from spelregels.language import load_ruleset, shipped_rulesets
from spelregels.language.library import shipped_root
from spelregels.model.ruleset import Ruleset
from spelregels.report.diagram import dot, mermaid, picture
from tests.cli.conftest import NO_MERMAID, mermaid_home

NASTY = """\
spelregels: "1"
id: stuk
title: 'Een "titel"; met: [haken] --> en % tekens'
regulatory_layer: REGLEMENT
governs: event_date
roles:
  baas: {kind: authority, title: 'de "baas"; #35; <b>x</b>'}
acts:
  doe: {title: 'doe: "dit" --> dat; %% niet', outcomes: [ja, nee]}
  klaar:
stages:
  end: {title: 'Begin\\; "state" as s9', level: informeren, power: {decides: baas},
        next: {doe: {ja: geinformeerd, nee: end}}}
  geinformeerd: {title: 'geïnformeerd {x} :::klas', next: {klaar: s0}}
  s0: {title: 'note right of s0', ends_as: decided}
"""


def with_stages() -> list[Ruleset]:
    """Every shipped ruleset that has stages in its own file."""
    files = [(ref, shipped_root() / f"{ref}.yaml") for ref in shipped_rulesets()]
    return [load_ruleset(ref) for ref, file in files if "\nstages:" in file.read_text("utf-8")]


@pytest.fixture
def nasty(tmp_path: Path) -> Ruleset:
    path = tmp_path / "stuk.yaml"
    path.write_text(NASTY, encoding="utf-8")
    return load_ruleset(path)


def test_the_command_prints_either_format() -> None:
    """Mermaid unless DOT is asked for; without stages: 2."""
    result = CliRunner().invoke(app, ["diagram", "vormen/wijkplatform"])
    assert result.exit_code == 0, result.output
    assert "stateDiagram-v2" in result.stdout
    assert "beslist" in result.stdout
    result = CliRunner().invoke(app, ["diagram", "vormen/wijkplatform", "--format", "dot"])
    assert result.stdout.startswith("digraph stages {")
    assert CliRunner().invoke(app, ["diagram", "nl/vocabulaire"]).exit_code == 2


def test_every_stage_says_who_decides_and_at_which_level() -> None:
    """In words, in the order of the ruleset, with ids of their own."""
    boxes = picture(load_ruleset("vormen/wijkplatform"), "nl").boxes
    assert [box.id for box in boxes] == [f"s{n}" for n in range(9)]
    assert boxes[0].lines[1] == "(informeren)"
    assert "college van burgemeester en wethouders" in boxes[0].lines[2]
    assert [box.ends for box in boxes] == [False] * 6 + [True] * 3


def test_the_arrows_are_the_edges() -> None:
    """One for each pair of stages that some act joins."""
    ruleset = load_ruleset("vormen/wijkplatform")
    assert ruleset.machine is not None
    ids = {stage.id: f"s{n}" for n, stage in enumerate(ruleset.machine.stages)}
    edges = {(ids[s.id], ids[e.to]) for s in ruleset.machine.stages for e in s.edges}
    arrows = [(arrow.source, arrow.target) for arrow in picture(ruleset, "nl").arrows]
    assert set(arrows) == edges
    assert len(arrows) == len(edges)


def test_no_word_of_a_ruleset_stands_bare(nasty: Ruleset) -> None:
    """Outside quotes and entities there are only our own ids and signs."""
    for line in list(mermaid(nasty, "nl"))[4:]:
        text = re.sub(r"#\d+;|<br/>|\[\*\]", "", line)
        assert re.fullmatch(r'[\w ]*(-->)?[\w "]*:?[\w "]*', text), line
    for line in dot(nasty, "nl"):
        assert "titel" not in re.sub(r'"(\\.|[^"\\])*"', "", line)


def parsed(text: str, tmp_path: Path) -> dict[str, object]:
    """What Mermaid itself makes of a diagram; skipped where node or the package is not there."""
    folder, node = mermaid_home(), shutil.which("node")
    if folder is None or node is None:
        pytest.skip(NO_MERMAID)
    source = tmp_path / "d.mmd"
    source.write_text(text, encoding="utf-8")
    script = Path(__file__).with_name("parse_mermaid.mjs")
    home = folder / f"parse_mermaid_{os.getpid()}.mjs"
    shutil.copyfile(script, home)  # node looks for packages beside the script
    try:
        done = subprocess.run(
            [node, str(home), str(source)],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    finally:
        home.unlink()
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_mermaid_reads_what_we_meant(nasty: Ruleset, tmp_path: Path) -> None:
    """The same stages and arrows, no more; the words come back as they were."""
    for ruleset in (nasty, load_ruleset("vormen/wijkplatform"), load_ruleset("vormen/inspraak")):
        drawn = picture(ruleset, "nl")
        found = parsed("\n".join(mermaid(ruleset, "nl")), tmp_path)
        assert found["states"] == {box.id: list(box.lines) for box in drawn.boxes}
        wanted = [["root_start", "s0", []]]
        wanted += [[a.source, a.target, list(a.lines)] for a in drawn.arrows]
        wanted += [[box.id, "root_end", []] for box in drawn.boxes if box.ends]
        assert found["arrows"] == wanted


def test_graphviz_draws_what_we_meant(nasty: Ruleset) -> None:
    """Every shipped ruleset with stages of its own, and a nasty one; words come back unchanged."""
    command = shutil.which("dot")
    if command is None:
        pytest.skip("graphviz is not there (its command `dot`)")
    for ruleset in (nasty, *with_stages()):
        done = subprocess.run(
            [command, "-Tjson0"],
            input="\n".join(dot(ruleset, "nl")),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        drawn = json.loads(done.stdout)
        labels = {node["name"]: node["label"] for node in drawn["objects"]}
        for box in picture(ruleset, "nl").boxes:
            shown = labels[box.id].replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")
            assert shown == "\n".join(box.lines)
