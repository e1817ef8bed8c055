"""The page of `verify` (issue 4, 3.8): findings on texts, for whoever writes or adopts them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from spelregels_cli.app import app
from typer.testing import CliRunner

from spelregels.model.problem import InputRefused
from spelregels.model.verified import Basis, VerifyReport
from spelregels.report.html.markup import ATTRIBUTES, TAGS
from spelregels.report.html.verify_page import MOST_RULESETS, verify_page
from tests.html.poison import poisoned

from .pages import Element, parsed, said, verified, verified_page


def section(tree: Element, name: str) -> Element:
    """The part of a page under the heading with this id."""
    return next(s for s in tree.iter("section") if s.get("aria-labelledby") == name)


def cards(element: Element) -> list[str]:
    return [said(one) for one in element.iter("article")]


def test_the_outcome_comes_first_with_what_was_not_seen() -> None:
    """In a sentence and in counts, before anything else; and what the rules are in short."""
    told = said(section(parsed(verified_page("nissewaard")), "kort"))
    assert told.startswith("In het kort Er zijn 2 waarschuwingen. Niets is ernstig.")
    assert "2 meldingen gaan over iets wat niet is gezien" in told
    assert "Zij zegt niet dat iets onrechtmatig is" in told
    assert "Wie beslist" in told


def test_findings_stand_worst_first_with_article_place_why_and_what_now() -> None:
    """Whoever reads one knows where to look, why it matters and what can be done."""
    tree = parsed(verified_page("nissewaard"))
    found = cards(section(tree, "meldingen"))
    levels = [one.split(" Termijn")[0].split(" Vervallen")[0].split(" Besluit")[0] for one in found]
    assert levels == ["Waarschuwing", "Waarschuwing", "Ter informatie", "Ter informatie"]
    vague = next(one for one in found if "vroegtijdig" in one)
    assert "artikel 1 lid 2 (de tekst zelf is gelezen)" in vague
    assert "norms/vroegtijdig-bij-bestemmingsplan/lead (regel " in vague
    assert "NuZet een getal bij het woord" in vague
    assert "Waarom" in vague and "Grenzen" in vague
    silent = next(one for one in found if one.startswith("Ter informatie"))
    assert "Niet gezien: niet de hele tekst was er." in silent


@pytest.mark.parametrize("name", ["nissewaard", "stuk", "onderdrukt", "schoon"])
def test_every_finding_is_on_the_page(name: str) -> None:
    """Each with its place; nothing is left out, whatever the level."""
    page = said(parsed(verified_page(name)))
    for finding in verified(name).findings:
        if finding.at.place.path.startswith("verify/"):
            continue
        assert finding.at.place.path in page, finding
    silent = sum(one.basis is Basis.NOT_SEEN for one in verified(name).findings)
    assert ("iets wat niet is gezien" in page) == bool(silent)


def test_suppressions_are_counted_and_told_with_their_reason() -> None:
    """What was set aside is not hidden; one that ran out is a finding of its own."""
    tree = parsed(verified_page("onderdrukt"))
    assert "1 melding is onderdrukt." in said(section(tree, "kort"))
    aside = said(next(section(tree, "meldingen").iter("details")))
    assert aside.startswith("1 melding onderdrukt Adviesorgaan beslist")
    assert "tot en met 30 juni 2027. Reden: Staat in het <b>mandaatbesluit</b>." in aside
    assert "Onderdrukking verlopen" in said(section(tree, "instellingen"))
    assert "vonden hier niets" not in said(tree)


def test_a_clean_text_is_not_called_proven() -> None:
    """Nothing found is said for what it is."""
    told = said(section(parsed(verified_page("schoon")), "meldingen"))
    assert "controles vonden hier niets. Dat bewijst niet dat de tekst in orde is." in told
    assert "De rest is gelezen maar niet ingevoerd." in told


def test_several_texts_have_an_overview_worst_first_and_a_part_each() -> None:
    """What is clean is named, and has no part of its own."""
    tree = parsed(verified_page("stuk"))
    rows = [said(row) for row in next(tree.iter("table")).findall("tbody/tr")]
    assert rows[0].startswith("Met opzet stuk: besluiten")
    assert len(rows) == 3
    assert "1 tekst zonder meldingen Wijkplatform" in said(section(tree, "kort"))
    assert len(list(tree.iter("h2"))) == 1 + 3 + 1  # in short, the texts, the foot


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "</title>", "&amp;\u202e"])
def test_hostile_text_stays_text(text: str) -> None:
    """Ids, titles and reasons of rulesets and settings never become markup."""
    report = verified("onderdrukt")
    rulesets = tuple(
        replace(one, ruleset=poisoned(one.ruleset, text)) for one in verified("stuk").rulesets
    )
    loose = tuple(
        replace(one, values={name: poisoned(value, text) for name, value in one.values.items()})
        for one in report.loose
    )
    poisonous = VerifyReport(report.records, rulesets, loose, report.as_of, report.engine)
    for page in (verify_page(poisonous, "nl"), verify_page(poisonous, "en")):
        tree = parsed(page)
        assert {element.tag for element in tree.iter()} <= TAGS
        assert {key for element in tree.iter() for key in element.attrib} <= ATTRIBUTES
        assert "\u202e" not in page


def test_too_many_texts_are_refused() -> None:
    """More than anybody reads on one page; nothing is cut off in silence."""
    report = verified("schoon")
    many = replace(report, rulesets=report.rulesets * (MOST_RULESETS + 1))
    with pytest.raises(InputRefused, match="201 texts"):
        verify_page(many, "nl")


def test_the_command_writes_it_beside_its_usual_output(tmp_path: Path) -> None:
    """3.8: same text, same exit code; no page for `--checks`; a bad name is refused first."""
    target = tmp_path / "pagina.html"
    day = ("verify", "stuk/besluiten", "--as-of", "2026-11-22")
    runner = CliRunner()
    plain, paged = runner.invoke(app, day), runner.invoke(app, [*day, "--html", str(target)])
    assert (plain.exit_code, paged.exit_code) == (1, 1)
    assert plain.stdout == paged.stdout
    assert said(next(parsed(target.read_text("utf-8")).iter("h1"))) == "Met opzet stuk: besluiten"
    refused = runner.invoke(app, [*day, "--html", str(tmp_path / "pagina.txt")])
    assert refused.exit_code == 2
    assert "eindigt op .html" in refused.stderr
