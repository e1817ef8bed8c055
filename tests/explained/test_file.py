"""What a file says of itself is read back, from YAML to sentence (issue 4, *must be shown*)."""

from __future__ import annotations

from pathlib import Path

from spelregels.language import load_ruleset
from spelregels.report.explain import Explainer, explain_text
from spelregels.report.layout import Style

RULES = """
spelregels: "1"
id: proef/regels
title: Proefregels
regulatory_layer: VERORDENING
governs: event_date
valid_from: {date: 2026-03-01, precision: month}
gemeente_code: GM9999
extends: [nl/awb]
legal_basis: [[gw, "149, 150 lid 2"], [gw, "84"]]
covers: {evaluatie: [gw, "7"], uitdaagrecht: not_stated}
encoded: {articles: ["1-3"], rest: none}
why: Gemaakt voor een proef.
sources:
  gw: {title: Gemeentewet}
roles:
  jury: {kind: residents, title: juryleden}
calendars:
  raadsvergadering: {meetings: [2026-01-29, 2026-02-26], known_until: 2026-03-01, source: Schema}
stages:
  open: {next: {besluit.genomen: klaar}, power: {decides: college}}
  klaar: {ends_as: decided}
norms:
  - {id: pas-na-de-termijn, before: besluit.genomen, must: zienswijzetermijn.verstreken}
  - id: aanwezig
    after: besluit.genomen
    must: {any_of: [{act: reactie.gegeven, by: jury}, {act: verslag.gemaakt, by: jury}]}
    within: {next: raadsvergadering}
    same: dossier
guarantees:
  - {id: eerst-klaar, title: niets zonder reactie, before: besluit.genomen, must: reactie.gegeven}
"""


def said(tmp_path: Path) -> str:
    """The explanation as one line of text."""
    path = tmp_path / "proef" / "regels.yaml"
    path.parent.mkdir()
    path.write_text(RULES, encoding="utf-8")
    sections = Explainer(load_ruleset(path), "nl").sections()
    return " ".join(" ".join(explain_text(sections, Style())).split())


def test_all_that_stands_at_the_head_of_a_file(tmp_path: Path) -> None:
    """Basis, what it settles, remarks, meetings, guarantees by name, terms of other layers."""
    text = said(tmp_path)
    for line in (
        "Code van de gemeente: GM9999.",
        "Geldig: vanaf een dag in maart 2026; welke dag is niet bekend.",
        "Rust op: Gemeentewet, artikelen 149 en 150 lid 2; Gemeentewet, artikel 84.",
        "Regelt zelf: evaluatie (Gemeentewet, artikel 7).",
        "Gezocht, maar niet gevonden in de tekst: uitdaagrecht.",
        "Ingevoerd uit de tekst: artikelen 1-3. Dat is de hele tekst.",
        "Toelichting: Gemaakt voor een proef.",
        "Er wordt vergaderd op: 29 januari 2026 en 26 februari 2026.",
        "Bekend tot en met 1 maart 2026; daarna is niets te zeggen.",
        "Bron: Schema.",
        "Past iets niet in de fase, of beslist een ander, dan telt dat als ernstig.",
        "Termijnen uit andere regelingen waar deze tekst mee rekent: ‘termijn voor zienswijzen en "
        "adviezen’ (nl/awb).",
        "niets zonder reactie: Vóór ‘besluit genomen over de zaak zelf’ is er altijd eerst:",
    ):
        assert line in text, line


def test_who_must_do_either_of_two_things_is_said_once(tmp_path: Path) -> None:
    """Not *a door X of b door X*; and what belongs together is a sentence of its own."""
    assert (
        "moet er komen: ‘antwoord gegeven op inbreng of advies’ of ‘verslag gemaakt’, steeds door "
        "de juryleden, uiterlijk bij de eerste raadsvergadering. Deze twee horen bij elkaar als "
        "‘dossier’ bij allebei hetzelfde is."
    ) in said(tmp_path)
