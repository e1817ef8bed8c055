"""Texts for the language tests. ``§`` marks the place where a problem is expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from spelregels.language import load_ruleset
from spelregels.model.problem import InputRefused, Position, Problem
from spelregels.model.ruleset import Ruleset

MARK = "§"

BASE = """\
spelregels: "1"
id: voorbeeld/proef
title: Proef
regulatory_layer: VERORDENING
governs: event_date
valid_from: 2026-01-01
sources:
  vo: {title: Verordening}
roles:
  raad: {kind: authority}
  college: {kind: authority, aliases: [b_en_w]}
  bewoners: {kind: residents}
  wijkplatform: {kind: residents, vehicle: art_84, aliases: [wijkraad]}
  bevoegd: {one_of: [raad, college], bound_by: competent_authority}
facts:
  spoed: {type: boolean, default: false}
  soort: {one_of: [groot, klein]}
calendars:
  raadsvergadering: {meetings: [2026-02-05, 2026-03-05], known_until: 2026-12-31}
acts:
  advies.gevraagd: {attributes: {termijn: duration, uiterlijk: date, dossier: id}}
  advies.gegeven: {attributes: {antwoord_op: ref, zwaar: boolean, kanaal: [text], dossier: id}}
  advies.ingetrokken:
  besluit.genomen:
    decision: true
    outcomes: [aangenomen, verworpen]
    attributes: {bedrag: money, motivering: text, dossier: id, wie: role, aantal: integer}
  informatie.gegeven: {attributes: {kanaal: [{one_of: [brief, website]}]}}
  steun.betuigd: {attributes: {persoon: person}}
  uitstel.gemeld:
  traject.gesloten: {ends: true}
"""

FULL_LOG = """\
id: haven
ruleset: voorbeeld/proef
title: Plek voor jongeren
level: meebeslissen
topic: voorzieningen
competent_authority: raad
municipality: Voorbeeldstad
gemeente_code: GM9999
area: {level: wijk, name: Haven, affected: [Haven, Kade], informed: [Haven]}
order: listed
records: [a.gedaan, b.gedaan]
closed: {a.gedaan: [x, z], facts: [spoed]}
time_zone: Europe/Amsterdam
persons: {p1: [{role: raad, from: 2026-01-01, to: 2026-06-30}, {role: college}]}
facts: {spoed: true, budget: null}
as_of: 2026-12-31
note: van de gemeente gekregen
events:
  - {id: e1, at: 2026-02-01, act: a.gedaan, by: p1, as: college, kanaal: [brief, site], aantal: 2}
  - {id: e2, at: 2026-03, act: b.gedaan, as: [raad, college], outcome: ja, certainty: inferred}
  - {at: unknown, act: b.gedaan, source: "nota, blz. 3", note: later gevonden, x: null}
  - {id: 17, at: 2026-02-02, act: a.gedaan, corrects: e1, recorded: 2026-05-01}
"""


def unmarked(text: str) -> tuple[str, tuple[int, int] | None]:
    """The text without its mark, and the line and column (from 1) where the mark stood."""
    before, mark, after = text.partition(MARK)
    if not mark:
        return text, None
    assert MARK not in after, "one mark only"
    line = before.count("\n") + 1
    return before + after, (line, len(before) - (before.rfind("\n") + 1) + 1)


def with_norm(norm: str) -> str:
    """The base ruleset with one norm, given without its id: ``before: …, must: …``."""
    return f"{BASE}norms:\n  - {{id: proef, {norm}}}\n"


def load(text: str, folder: Path, name: str = "proef.yaml") -> Ruleset:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return load_ruleset(path)


def problems_of(action: Callable[[], object]) -> tuple[Problem, ...]:
    """What an action is refused for; empty when it is not refused."""
    try:
        action()
    except InputRefused as refused:
        return refused.problems
    return ()


def place(position: Position) -> tuple[int, int]:
    return position.line, position.column
