"""National law (issue item 3.7): every fact has a place or a reason, every place works, every term
is tried on its last day and the day after, and ``docs/law-coverage.md`` says so."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
from typer.testing import CliRunner

from spelregels.language import load_ruleset
from spelregels.language.library import shipped_root
from spelregels.model.checked import AsOf, AsOfOrigin, Checked
from spelregels.model.norms import NamedTerm, Statement
from spelregels.model.problem import InputRefused
from spelregels.model.terms import Duration
from spelregels.model.words import Confidence
from spelregels.report.findings import FindingMaker
from spelregels.semantics import judge
from spelregels.verify.found import all_checks
from tests.conftest import DATA
from tests.law.facts import CONSTRUCTS, REASONS, read, sources
from tests.law.machinery import BUILT
from tests.law.page import PAGE, fresh
from tests.law.places import Place, loaded, place, shown, without
from tests.law.seen import verdicts
from tests.law.stretching import unnoticed

LAWS = sorted(f"nl/{path.stem}" for path in (shipped_root() / "nl").glob("*.yaml"))
MATERIAL = DATA.parent / "law" / "national-law.md"
NEWEST = [file for file in LAWS if "@" not in file]


def places() -> list[Place]:
    return [place(one) for one in sorted({one for fact in read() for one in fact.lives})]


# -- the list -------------------------------------------------------------------------------------


def test_the_page_is_fresh() -> None:
    """3.7: ``python -m tests.law`` would change nothing."""
    assert PAGE.read_text(encoding="utf-8") == fresh()


@pytest.mark.skipif(not MATERIAL.is_file(), reason=f"the material is not in {MATERIAL}")
def test_every_fact_of_the_material_is_listed() -> None:
    """3.7: each row of the material by its own name, none added."""
    rows = re.findall(r"^\| ([A-Z]+-[^ |]+) \|", MATERIAL.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(fact.id for fact in read())


def test_a_fact_lives_somewhere_and_says_what_is_left() -> None:
    """3.7: a known source, at least one place, and a reason for what only people are asked."""
    assert len({fact.id for fact in read()}) == len(read())
    for fact in read():
        assert fact.source in sources(), fact.id
        assert fact.lives, fact.id
        assert {one.needs for one in fact.left} <= {*CONSTRUCTS, *REASONS}, fact.id
        if all(place(one).asked for one in fact.lives):
            assert fact.left, f"{fact.id} is only asked, and does not say why"


def test_no_rule_without_a_fact() -> None:
    """3.7: a norm or term of national law that no listed fact supports would be our invention."""
    named = {(one.file.split("@")[0], one.id) for one in places()}
    loose = [
        f"{file}#{rule.id}"
        for file in LAWS
        for rule in (*loaded(file).own.norms, *loaded(file).own.terms)
        if (file.split("@")[0], rule.id) not in named
    ]
    assert loose == []


def test_no_rule_claims_more_than_its_fact() -> None:
    """3.7: confidence is never lost on the way: SEC in the material is not SEEN in the law."""
    ranks = list(Confidence)
    for fact in read():
        for one in map(place, fact.lives):
            rule = None if one.of_program else one.rule()
            if rule is not None:
                assert ranks.index(rule.confidence) >= ranks.index(fact.confidence), one.text
            if one.file == "check":
                cited = next(c.record.sources for c in all_checks() if c.record.id == one.part)
                least = max(ranks.index(source.confidence) for source in cited)
                assert least >= ranks.index(fact.confidence), one.text


# -- the places -----------------------------------------------------------------------------------


def by_file() -> dict[str, list[Place]]:
    found = defaultdict(list)
    for one in places():
        if not (one.of_program or one.asked or one.part == "minimum"):
            found[one.file].append(one)
    return dict(found)


@pytest.mark.parametrize("file", by_file())
def test_without_it_an_example_comes_out_otherwise(file: str) -> None:
    """3.7, by mutation: every norm, term and part that is named is needed by an example."""
    idle = []
    for one in by_file()[file]:
        rule = one.rule() if one.id else None
        assert rule or not one.id, f"{one.text} does not exist"
        about = "" if one.part or isinstance(rule, NamedTerm) or one.exempts else one.id
        if not any(shown(file).noticed(without(one), about)):
            idle.append(one.text)
    assert idle == []


@pytest.mark.parametrize("name", BUILT)
def test_what_the_program_knows_shows_in_an_example(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """3.7, by mutation: a rule of the calendar or the loader switched off changes a verdict."""
    built = BUILT[name]
    assert (shipped_root().parent / built.where).is_file()
    rules = built.rules(tmp_path)
    before = [verdicts(rules, example) for example in rules.own.examples]
    built.off(monkeypatch)
    rules = built.rules(tmp_path)
    assert before != [verdicts(rules, example) for example in rules.own.examples]


def test_the_lower_text_gives_what_it_expects() -> None:
    """Gw 145, Atw 1 lid 2: in a by-law a term moves on; one counted back never does."""
    rules = load_ruleset(Path(__file__).parents[1] / "law" / "verordening.yaml")
    for example in rules.own.examples:
        for norm, expected in example.expect.items():
            words = [word for name, _, word, _ in verdicts(rules, example) if name == norm]
            assert words == [expected.verdict.value], example.title


def test_every_rule_of_the_program_is_named_and_known() -> None:
    """3.7: ``calendar:x``, ``language:x`` and ``check:x`` are there."""
    of_program = [one for one in places() if one.of_program]
    checks = {f"check:{one.record.id}" for one in all_checks()}
    assert {one.text for one in of_program} <= {*BUILT, *checks}
    assert {one.text for one in of_program} >= set(BUILT)


OWN_TERM = """
spelregels: "1"
id: proef/soepeler
title: Proef
regulatory_layer: WET
governs: event_date
extends: [{file}]
terms:
  eigen: {{{text}, lasts: {lasts}, overrides: ["{file}#{id}"]}}
"""
THE_SAME_OTHERWISE = {
    "nl/awb#zienswijzetermijn:minimum": (
        "applies: {uniforme_voorbereidingsprocedure: true}, begins: {latest_of: ["
        "{act: terinzagelegging.begonnen, where: {soort: ontwerp}}, "
        "{act: kennisgeving.gedaan, where: {soort: ontwerp}}]}, count_from: same_day, "
        "may_be: {longer: terinzagelegging.begonnen.wettelijke_termijn}, "
        "begins_only_if: [kennisgeving-in-publicatieblad, kennisgeving-vermeldt-inzage, "
        "inzage-twee-wegen]"
    ),
    "nl/omgevingswet#wachttijd_milieueffectrapport:minimum": "begins: zienswijzetermijn.verstreken",
    "nl/wohv#overlegtermijn:minimum": (
        "begins: voornemen.gemeld, may_be: {longer: voornemen.gemeld.termijn}, "
        "term_regime: not_stated"
    ),
}


@pytest.mark.parametrize("one", [one for one in places() if one.part == "minimum"], ids=str)
def test_a_lower_layer_may_only_be_stricter(one: Place, tmp_path: Path) -> None:
    """3.7: what gives less than a statutory minimum is refused; what gives more is not."""
    rule = one.rule()
    assert isinstance(rule, NamedTerm)
    assert isinstance(rule.lasts, Duration)
    path = tmp_path / "soepeler.yaml"

    def of_length(lasts: str) -> Path:
        text = THE_SAME_OTHERWISE[one.text]
        path.write_text(OWN_TERM.format(file=one.file, id=one.id, text=text, lasts=lasts))
        return path

    load_ruleset(of_length(f"{rule.lasts.amount + 1} weken"))
    with pytest.raises(InputRefused) as refused:
        load_ruleset(of_length(f"{rule.lasts.amount - 1} weken"))
    assert {problem.code for problem in refused.value.problems} == {"below-minimum"}


@pytest.mark.parametrize("file", LAWS)
def test_a_day_more_or_less_is_noticed(file: str) -> None:
    """3.7: every length in days or weeks is tried by examples on its last day and the day after."""
    assert list(unnoticed(file)) == []


@pytest.mark.parametrize("file", [one for one in NEWEST if one != "nl/vocabulaire"])
def test_it_is_shown_kept_broken_and_not_to_be_told(file: str) -> None:
    """3.7: each law has examples of all three."""
    rules = loaded(file)
    own = {norm.id for norm in rules.own.norms} | {"@law"}
    words = {
        word
        for example in rules.own.examples
        for norm, _, word, _ in verdicts(rules, example)
        if norm in own
    }
    assert words >= {"kept", "broken", "cannot_tell"} or words >= {"kept", "late", "cannot_tell"}


def test_confidence_travels_into_the_findings() -> None:
    """3.7: a finding says how well its rule was verified, whatever that is."""
    met = set()
    for file in ("nl/awb", "nl/wro", "nl/gemeentewet"):
        rules, maker = loaded(file), FindingMaker(loaded(file), "nl")
        said = {norm.id: norm.confidence for norm in rules.own.norms}
        for example in rules.own.examples:
            found = judge(rules, example.trajectory, example.as_of)
            day = AsOf(example.as_of, AsOfOrigin.HEADER)
            for finding in maker.of(Checked(example.trajectory, day, found)):
                own = (finding.layer, finding.version) == (rules.own.id, rules.own.version)
                if own and finding.norm in said:
                    assert finding.confidence is said[finding.norm], finding.norm
                    met.add(finding.confidence)
    assert met == set(Confidence)


def test_a_statement_says_who_is_asked() -> None:
    """3.7: what no machine judges names the one who does."""
    for file in LAWS:
        for norm in loaded(file).own.norms:
            if isinstance(norm, Statement):
                assert norm.judged_by, f"{file}#{norm.id}"


# -- may we decide today, and if not, when? -------------------------------------------------------

DECIDING = [
    ("gewone-dagen", "2026-07-15", "2026-07-16"),
    ("gewone-dagen", "2026-07-16", "2026-07-16"),
    ("pasen", "2026-04-07", "2026-04-08"),
    ("pasen", "2026-04-08", "2026-04-08"),
    ("kennisgeving-later", "2026-07-16", "2026-07-22"),
    ("alleen-internet", "2026-10-01", None),
    ("hersteld", "2026-09-01", "2026-09-15"),
    ("milieueffectrapport", "2026-07-16", "2026-07-30"),
    ("milieueffectrapport", "2026-07-30", "2026-07-30"),
]


@pytest.mark.parametrize(("name", "on", "earliest"), DECIDING)
def test_may_the_council_decide_today(name: str, on: str, earliest: str | None) -> None:
    """3.7, 2.2: the day before the last day, the last day and the day after, with the reason."""
    from spelregels_cli.app import app

    file = shipped_root().parent / "examples" / "mogen-we-beslissen" / f"{name}.yaml"
    line = ["preview", str(file), "--act", "besluit.genomen", "--outcome", "aangenomen"]
    done = CliRunner().invoke(app, [*line, "--by", "raad", "--on", on, "--format", "json"])
    (answer,) = json.loads(done.stdout)["answers"]
    assert answer["days"]["earliest"] == earliest
    against = {one["norm"] for one in answer["against"]}
    assert bool(against) is (on != earliest)
    assert done.exit_code == (0 if on == earliest else 1)
