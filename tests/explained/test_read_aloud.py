"""Sentences as a lawyer and a resident hear them (issue 4, *must be shown*)."""

from __future__ import annotations

import pytest

from spelregels.language import load_ruleset
from spelregels.model.ruleset import Ruleset
from spelregels.report.explain import Explainer, explain_text
from spelregels.report.layout import Style

RULES = """
spelregels: "1"
id: proef/aloud
title: Proefregels
regulatory_layer: VERORDENING
governs: event_date
term_regime: atw
extends: [nl/awb]
legal_basis: [[vo, "1"]]
covers: {voorbereiding: [vo, "1 lid 1"], evaluatie: [vo, "1 lid 1"], uitvoering: [vo, "2"]}
encoded: {articles: [aanhef, "1", "2 lid 3"], rest: not_seen}
sources:
  vo: {title: Proefverordening}
roles:
  jury: {kind: residents, title: jury of raad van wijzen, aliases: [raad_van_wijzen, panel]}
acts:
  toets.gedaan:
    attributes: {bedrag: money, open: boolean, eerlijk: boolean, vlot: boolean}
stages:
  open:
    next: {besluit.genomen: {aangenomen: klaar, verworpen: weg}}
    power: {decides: college}
  klaar: {ends_as: decided}
  weg: {ends_as: withdrawn}
from_anywhere:
  voorstel.ingetrokken: {to: weg}
norms:
  - id: lang
    after: aanvraag.ontvangen
    must: besluit.genomen
    by: college
    within: 6 maanden
    extendable: {act: verdaging.meegedeeld, by: college, once: 4 weken}
  - id: kort
    after: aanvraag.ontvangen
    must: reactie.gegeven
    by: college
    within: 6 weken
  - id: peildag
    before: besluit.genomen
    must: verslag.gemaakt
    lead: 43 dagen
    at_longest: 43 dagen
    counts: last
  - id: goed
    upon: toets.gedaan
    require: {open: true, eerlijk: true, bedrag: {at_least: 10000, below: 50000}}
  - id: een-van-twee
    upon: toets.gedaan
    require: {any_of: [{eerlijk: true}, {vlot: true}]}
  - id: niet-deze
    never: toets.gedaan
    where: {all_of: [{by: {is_not: raad}}, {by: {is_not: college}}]}
  - id: laatste
    upon: besluit.genomen
    require: {bedrag: {same_as: {act: toets.gedaan, attribute: bedrag}}}
  - id: hoort-zo
    statement: De jury is eerlijk.
    by: jury
    strength: should
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    """Loaded once."""
    path = tmp_path_factory.mktemp("proef") / "aloud.yaml"
    path.write_text(RULES, encoding="utf-8")
    return load_ruleset(path)


def said(rules: Ruleset, language: str = "nl") -> str:
    """The explanation as one line of text."""
    sections = Explainer(rules, language).sections()
    return " ".join(" ".join(explain_text(sections, Style())).split())


def test_a_time_too_long_for_the_atw_is_not_said_to_move(rules: Ruleset) -> None:
    """Article 4 sub a of the Atw: more than twelve weeks or three months never moves."""
    text = said(rules)
    long_one, _, short_one = text.partition("binnen 6 maanden")[2].partition("binnen 6 weken")
    assert "schuift niet door: deze tijd is te lang voor de Algemene termijnenwet" in long_one
    assert "eindigt, schuift door (Algemene termijnenwet)" in short_one
    assert "too long for the Algemene termijnenwet" in said(rules, "en")


def test_what_is_asked_alike_is_told_at_once(rules: Ruleset) -> None:
    """No *bij a staat ja en bij b staat ja*; no *is minder dan x en is minstens y*."""
    text = said(rules)
    for line in (
        "moet gelden: bij ‘open’ en bij ‘eerlijk’ staat ja, en ‘bedrag’ is minstens 10.000 euro en "
        "minder dan 50.000 euro.",
        "moet gelden: bij ‘eerlijk’ of bij ‘vlot’ staat ja.",
        "(het is niet gedaan door de gemeenteraad of het college van burgemeester en wethouders)",
        "‘verslag gemaakt’, precies 43 dagen eerder, waarbij de laatste keer telt.",
        "‘bedrag’ is gelijk aan ‘bedrag’ bij de laatste keer ‘toets gedaan’ daarvóór.",
    ):
        assert line in text, line
    english = said(rules, "en")
    assert "‘bedrag’ is at least 10,000 euro and less than 50,000 euro." in english
    assert "‘open’ and ‘eerlijk’ say yes, and" in english


def test_what_moves_nothing_where_it_does_not_fit_is_told(rules: Ruleset) -> None:
    """An act of `from_anywhere` leaves the stage where it was; others may lead on all the same."""
    text = said(rules)
    assert "Na ‘voorstel of plan ingetrokken’ (kan in meer fasen) volgt de fase ‘weg’." in text
    assert "Anders blijft de fase dezelfde, ook na wat ‘in meer fasen kan’." in text


def test_names_and_places_are_said_once(rules: Ruleset) -> None:
    """What a title says already is no other name; what one article settles is told together."""
    text = said(rules)
    for line in (
        "Jury of raad van wijzen (jury); soort: bewoners; heet ook: panel",
        "Regelt zelf: voorbereiding en evaluatie (Proefverordening, artikel 1 lid 1); uitvoering "
        "(Proefverordening, artikel 2).",
        "Ingevoerd uit de tekst: aanhef, artikelen 1 en 2 lid 3.",
        "Verlengen: dat kan één keer, met 4 weken. Daarvoor is nodig, nog binnen de "
        "termijn: ‘meegedeeld dat de beslissing later komt’ door het college van burgemeester en "
        "wethouders.",
        "Voor wie dit geldt: de jury of raad van wijzen. - Hoe hard: dit hoort zo",
    ):
        assert line in text, line


def test_what_takes_the_place_of_a_rule_below_says_so() -> None:
    """`overrides`: which rule, of which text, and whether less is asked."""
    text = said(load_ruleset("stuk/wijk"))
    assert (
        "Komt in de plaats van ‘antwoord-op-inbreng’ (vormen/inspraak), en vraagt minder." in text
    )
