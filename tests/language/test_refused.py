"""Rulesets that are refused (issue 1.2): the place, the kind of problem, and what was meant.

``§`` marks where the problem must point. A misspelt key is never silently passed over.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from spelregels.language.problems import suggest
from tests.language.texts import BASE, load, place, problems_of, unmarked, with_norm

MACHINE = "stages:\n  open: {next: {traject.gesloten: dicht}}\n  dicht: {ends_as: decided}\n"

NORMS = [
    # the kind cannot be told
    ("§befor: besluit.genomen, must: advies.gevraagd", "no-kind", "before:"),
    ("§title: Niets", "no-kind", None),
    ("§must: advies.gevraagd, by: raad", "no-kind", None),
    # keys
    ("before: besluit.genomen, must: advies.gevraagd, §leed: 2 weken", "unknown-key", "lead"),
    ("before: besluit.genomen, must: advies.gevraagd, §within: 2 weken", "unknown-key", ""),
    ("after: advies.gevraagd, §mst: advies.gegeven", "unknown-key", "must"),
    (
        "never: besluit.genomen, §by: raad",
        "unknown-key",
        "never: {act: besluit.genomen, by: raad}",
    ),
    ("never: besluit.genomen, §sterkte: must", "unknown-key", None),
    (
        "separate: [advies.gegeven, besluit.genomen], §if: {happened: uitstel.gemeld}",
        "unknown-key",
        None,
    ),
    ("statement: Doe mee., §unless: uitstel.gemeld", "unknown-key", None),
    (
        "before: {act: besluit.genomen, §wher: {bedrag: 5}}, must: advies.gevraagd",
        "unknown-key",
        "where",
    ),
    # names
    ("before: §besluit.genome, must: advies.gevraagd", "unknown-act", "besluit.genomen"),
    ("before: besluit.genomen, must: §inzag.verstreken", "unknown-act", None),
    (
        "before: besluit.genomen, must: {any_of: [advies.gevraagd, §advies.gegevn]}",
        "unknown-act",
        "advies.gegeven",
    ),
    ("may: §besluit.genome, by: raad", "unknown-act", "besluit.genomen"),
    ("after: advies.gevraagd, must: advies.gegeven, by: §colege", "unknown-role", "college"),
    ("never: {act: besluit.genomen, by: {any_of: [raad, §colege]}}", "unknown-role", "college"),
    ("statement: Doe mee., judged_by: §rad", "unknown-role", "raad"),
    ("never: {act: besluit.genomen, outcome: §aangenome}", "unknown-outcome", "aangenomen"),
    ("never: {act: uitstel.gemeld, outcome: §ja}", "unknown-outcome", ""),
    ("never: besluit.genomen, where: {§bedragg: 5}", "unknown-attribute", "bedrag"),
    ("never: besluit.genomen, where: {§outcome: aangenomen}", "unknown-attribute", None),
    ("upon: besluit.genomen, require: {§motiverin: present}", "unknown-attribute", "motivering"),
    ("never: besluit.genomen, applies: {§spoet: true}", "unknown-attribute", "spoed"),
    ("never: besluit.genomen, applies: {§bedrag: 5}", "unknown-attribute", None),
    (
        "after: advies.gevraagd, must: advies.gegeven, answers: §antword_op",
        "unknown-attribute",
        "antwoord_op",
    ),
    ("after: advies.gevraagd, must: advies.gegeven, answers: §dossier", "wrong-type", None),
    ("after: uitstel.gemeld, must: advies.gegeven, same: §dossier", "unknown-attribute", None),
    ("count: steun.betuigd, distinct: §persoonn, at_least: 2", "unknown-attribute", "persoon"),
    (
        "after: advies.gevraagd, must: advies.gegeven, within: {next: §raadsvergaderin}",
        "unknown-calendar",
        "raadsvergadering",
    ),
    (
        "before: besluit.genomen, must: uitstel.gemeld, wait: {attribute: §steun.betuigd.persoon}",
        "wrong-type",
        None,
    ),
    (
        "after: uitstel.gemeld, must: uitstel.gemeld, within: {attribute: §advies.gevraagd.termij}",
        "unknown-attribute",
        "termijn",
    ),
    ("during: {term: §inzage}, must_not: besluit.genomen", "unknown-term", None),
    ("during: {stage: §open}, must_not: besluit.genomen", "unknown-stage", None),
    ("never: besluit.genomen, prevails_over: §profe", "unknown-norm", "proef"),
    ('never: besluit.genomen, article: [§voo, "3"]', "unknown-source", "vo"),
    # values
    ("never: besluit.genomen, where: {bedrag: §veel}", "wrong-value", None),
    ("never: besluit.genomen, where: {wie: §rad}", "wrong-value", "raad"),
    ("never: informatie.gegeven, where: {kanaal: §brieven}", "wrong-value", "brief"),
    ("never: besluit.genomen, where: {motivering: {§above: 5}}", "not-comparable", None),
    ("upon: besluit.genomen, require: {bedrag: {same_as: §motivering}}", "different-types", None),
    ("never: besluit.genomen, where: §{}", "empty-condition", None),
    ("never: besluit.genomen, where: {bedrag: §{}}", "empty-condition", None),
    ("never: besluit.genomen, where: {any_of: §[]}", "wrong-length", None),
    ("never: besluit.genomen, where: §bedrag", "wrong-type", None),
    ("never: besluit.genomen, applies: {level: §adviseer}", "wrong-value", "adviseren"),
    ("after: advies.gevraagd, must: advies.gegeven, within: §zes weken", "bad-term", "6 weken"),
    ("after: advies.gevraagd, must: advies.gegeven, within: §6", "wrong-type", None),
    ("after: advies.gevraagd, must: advies.gegeven, within: §{tot: morgen}", "wrong-type", None),
    ("never: besluit.genomen, strength: §moet", "unknown-word", None),
    ("never: besluit.genomen, severity: §warnin", "unknown-word", "warning"),
    ("never: besluit.genomen, confidence: §zeker", "unknown-word", None),
    ("never: besluit.genomen, consequence: §curabel", "unknown-word", "curable"),
    ("before: besluit.genomen, must: advies.gevraagd, counts: §first", "unknown-word", None),
    ("before: besluit.genomen, must: advies.gevraagd, §times: 0", "wrong-type", "1"),
    (
        "before: besluit.genomen, must: advies.gevraagd, counts: last, §times: 2",
        "times-and-last",
        None,
    ),
    ("before: besluit.genomen, must: advies.gevraagd, clear_days: §2", "wrong-type", None),
    ("count: steun.betuigd, at_least: §-1", "wrong-type", None),
    ("count: steun.betuigd, at_least: §veel", "unknown-attribute", None),
    ("never: besluit.genomen, article: §[vo, 3.16]", "unquoted-article", '[vo, "3.16"]'),
    ("never: besluit.genomen, article: §vo", "wrong-type", None),
    (
        "never: besluit.genomen, in_force: §{from: 2026-02-01, to: 2026-01-01}",
        "end-before-begin",
        None,
    ),
    ("never: besluit.genomen, in_force: {from: §1-2-2026}", "wrong-type", "2026-02-01"),
    # shapes
    (
        "after: advies.gevraagd, must: advies.gegeven, by: §[raad, college]",
        "bare-list",
        "{any_of: [raad, college]}",
    ),
    ("never: {act: besluit.genomen, by: §[raad, college]}", "bare-list", None),
    ("never: §[besluit.genomen, uitstel.gemeld]", "wrong-type", None),
    (
        "every: 2 jaar, from: besluit.genomen, must: §[advies.gevraagd, advies.gegeven]",
        "wrong-type",
        None,
    ),
    ("separate: §[besluit.genomen]", "wrong-length", None),
    ("during: §[a.b, a.c, a.d], must_not: besluit.genomen", "wrong-length", None),
    ("never: {any_of: §[]}", "wrong-length", None),
    ("before: besluit.genomen, §must: ", "empty-value", None),
    ("never: besluit.genomen, if: §{gebeurd: uitstel.gemeld}", "wrong-type", None),
    # combinations that mean nothing
    ("count: §steun.betuigd", "missing-key", "at_least:"),
    (
        "count: steun.betuigd, at_least: 2, before: besluit.genomen, §per: kalenderjaar",
        "two-scopes",
        None,
    ),
    ("count: steun.betuigd, at_least: 2, §if: {happened: uitstel.gemeld}", "no-if-here", None),
    ("may: besluit.genomen, by: raad, §within: 6 weken", "missing-key", "after:"),
    (
        "after: advies.gevraagd, must: advies.gegeven, answers: antwoord_op, §same: dossier",
        "double-link",
        None,
    ),
    (
        "after: advies.gevraagd, must: {act: advies.gegeven, by: raad}, §by: college",
        "double-by",
        None,
    ),
    ("never: {act: besluit.genomen, by: raad, §as: college}", "double-by", None),
    # not in this version
    ("after: advies.gevraagd, must: advies.gegeven, by: {§each: [raad, college]}", "not-yet", None),
    (
        "after: advies.gevraagd, must: advies.gegeven, by: {§together: [raad, college]}",
        "not-yet",
        None,
    ),
    ("count: steun.betuigd, §exactly: 3", "not-yet", None),
    ("count: steun.betuigd, at_least: 3, §for_each: persoon", "not-yet", None),
    ("never: besluit.genomen, where: {§at.weekday: zondag}", "not-yet", None),
    (
        "never: besluit.genomen, where: {bedrag: {at_most: {share: §half, of: bedrag}}}",
        "bad-share",
        None,
    ),
    ("after: advies.gevraagd, must: advies.gegeven, within: {date: §1 May}", "bad-term", "1 mei"),
    (
        "after: advies.gevraagd, must: advies.gegeven, within: {date: §2026-05-01}",
        "wrong-type",
        "1 mei",
    ),
    ("after: advies.gevraagd, must: advies.gegeven, within: {date: §31 april}", "bad-term", None),
    (
        "after: advies.gevraagd, must: advies.gegeven, within: {date: 1 mei, §year: previous}",
        "wrong-year",
        "next",
    ),
    (
        "before: advies.gegeven, must: advies.gevraagd, lead: {date: 1 mei, §year: next}",
        "wrong-year",
        "previous",
    ),
    (
        "before: advies.gegeven, must: advies.gevraagd, lead: {date: 1 mei, last_day: §voor}",
        "unknown-word",
        None,
    ),
    ("never: besluit.genomen, if: {§blocked_by: uitzonderingen}", "not-yet", None),
]

AMBIGUOUS = [
    "before: besluit.genomen, after: advies.gevraagd, must: advies.gegeven",
    "never: besluit.genomen, upon: besluit.genomen, require: {motivering: present}",
    "count: steun.betuigd, at_least: 2, may: besluit.genomen, by: raad",
    "during: {stage: x}, must_not: besluit.genomen, never: besluit.genomen",
]

INCOMPLETE = [
    ("before: besluit.genomen", "must:"),
    ("after: besluit.genomen, within: 6 weken", "must:"),
    ("upon: besluit.genomen", "require:"),
    ("require: {motivering: present}", "upon:"),
    ("may: besluit.genomen", "by:"),
    ("every: 2 jaar, must: advies.gevraagd", "from:"),
    ("during: [besluit.genomen, advies.gegeven]", "must_not:"),
    ("must_not: besluit.genomen", "during:"),
]

FILES = [
    # header
    (
        'spelregels: §"2"\nid: a/b\ntitle: x\nregulatory_layer: WET\ngoverns: event_date\n',
        "unknown-version",
        '"1"',
    ),
    (
        "§id: a/b\ntitle: x\nregulatory_layer: WET\ngoverns: event_date\n",
        "missing-key",
        "spelregels:",
    ),
    ('§spelregels: "1"\nid: a/b\ntitle: x\nregulatory_layer: WET\n', "missing-key", "governs:"),
    (
        '§spelregels: "1"\nid: a/b\ntitle: x\ngoverns: event_date\n',
        "missing-key",
        "regulatory_layer:",
    ),
    (
        '§spelregels: "1"\ntitle: x\nregulatory_layer: WET\ngoverns: event_date\n',
        "missing-key",
        "id:",
    ),
    (BASE.replace("id: voorbeeld/proef", "id: §Voorbeeld/Proef"), "bad-name", "voorbeeld/proef"),
    (BASE.replace("governs: event_date", "governs: §gebeurtenis"), "unknown-word", None),
    (BASE.replace("VERORDENING", "§verordening"), "unknown-word", "VERORDENING"),
    (BASE + "§normen: []\n", "unknown-key", "norms"),
    (BASE + "§tracks: {}\n", "not-yet", None),
    (BASE + "valid_to: §2025-12-31\n", "end-before-begin", None),
    (BASE + "review_by: §31-12-2029\n", "wrong-type", "2029-12-31"),
    (BASE + 'legal_basis: [[§wet, "1"]]\n', "unknown-source", None),
    (BASE + "encoded: {rest: §onbekend}\n", "unknown-word", None),
    (BASE + "norms: §{id: a}\n", "wrong-type", None),
    (BASE + "norms:\n  - §a\n", "wrong-type", None),
    (BASE + "norms:\n  - {id: §Één, never: besluit.genomen}\n", "bad-name", "een"),
    (BASE + "norms:\n  - §{never: besluit.genomen}\n", "missing-key", "id:"),
    (
        BASE
        + "norms:\n  - {id: a, never: besluit.genomen}\n  - {id: §a, never: besluit.genomen}\n",
        "double-id",
        None,
    ),
    (
        BASE + "norms:\n  - {id: §a, never: besluit.genomen}\nterms:\n"
        "  a: {begins: besluit.genomen, lasts: 6 weken}\n",
        "double-id",
        None,
    ),
    ("§[1, 2]\n", "not-a-ruleset", None),
    ("§id: t\nrecords: all\nevents: []\n", "not-a-ruleset", None),
    # roles, acts, facts, calendars
    (
        BASE.replace("raad: {kind: authority}", "raad: {kind: §autority}"),
        "unknown-word",
        "authority",
    ),
    (BASE.replace("raad: {kind: authority}", "§raad: {title: Raad}"), "missing-key", "kind:"),
    (
        BASE.replace("one_of: [raad, college]", "one_of: [raad, colege]").replace(
            "bevoegd:", "§bevoegd:"
        ),
        "unknown-role",
        "college",
    ),
    (
        BASE.replace("one_of: [raad, college], ", "").replace("bevoegd:", "§bevoegd:"),
        "missing-key",
        None,
    ),
    (
        BASE.replace("aliases: [wijkraad]", "aliases: [raad]").replace(
            "wijkplatform:", "§wijkplatform:"
        ),
        "double-alias",
        None,
    ),
    (BASE.replace("raad: {kind", "§Raad: {kind"), "bad-name", "raad"),
    (
        BASE.replace("raad: {kind: authority}", "raad: {kind: authority, §soort: x}"),
        "unknown-key",
        None,
    ),
    (BASE.replace("zwaar: boolean", "zwaar: §bool"), "unknown-word", "boolean"),
    (BASE.replace("zwaar: boolean", "§source: text"), "reserved-name", None),
    (BASE.replace("decision: true", "decision: §ja"), "wrong-type", None),
    (
        BASE.replace(
            "spoed: {type: boolean, default: false}", "spoed: {type: boolean, §default: nee}"
        ),
        "wrong-value",
        "false",
    ),
    (BASE.replace("spoed:", "§topic:"), "reserved-name", None),
    (BASE.replace("known_until: 2026-12-31", "known_until: §einde"), "wrong-type", None),
    # stages
    (
        BASE + MACHINE.replace("traject.gesloten: dicht", "traject.gesloten: §dich"),
        "unknown-stage",
        "dicht",
    ),
    (
        BASE + MACHINE.replace("traject.gesloten: dicht", "§traject.geslote: dicht"),
        "unknown-act",
        "traject.gesloten",
    ),
    (
        BASE + MACHINE.replace("traject.gesloten: dicht", "besluit.genomen: {§aangenome: dicht}"),
        "unknown-outcome",
        "aangenomen",
    ),
    (
        BASE
        + MACHINE.replace(
            "traject.gesloten: dicht}", "traject.gesloten: dicht}, also: [§traject.gesloten]"
        ),
        "ambiguous-edge",
        None,
    ),
    (
        BASE
        + MACHINE.replace("ends_as: decided", "ends_as: decided, §next: {uitstel.gemeld: open}"),
        "end-with-edges",
        None,
    ),
    (
        BASE + MACHINE.replace("ends_as: decided", "ends_as: §besloten"),
        "unknown-word",
        None,
    ),
    (
        BASE + MACHINE + "from_anywhere: {§traject.gesloten: {to: dicht}}\n",
        "ambiguous-edge",
        "except: [open]",
    ),
    (
        BASE + MACHINE + "from_anywhere: {§uitstel.gemeld: {except: [open]}}\n",
        "ambiguous-edge",
        None,
    ),
    (
        BASE + MACHINE + "from_anywhere: {uitstel.gemeld: {to: §weg}}\n",
        "unknown-stage",
        None,
    ),
    (BASE + "from_anywhere: {§uitstel.gemeld: {stays: true}}\n", "missing-key", "stages:"),
    (
        BASE + MACHINE.replace("open: {", "open: {power: {decides: §rad}, "),
        "unknown-role",
        "raad",
    ),
    (
        BASE + MACHINE.replace("open: {", "open: {power: {decides: §[raad, college]}, "),
        "bare-list",
        None,
    ),
    (
        BASE + MACHINE.replace("open: {", "open: {level: §advies, "),
        "unknown-word",
        "adviseren",
    ),
    # terms
    (BASE + "terms:\n  §a: {begins: a.begonnen, lasts: 6 weken}\n", "term-circle", None),
    (
        BASE + "terms:\n  §a: {begins: b.verstreken, lasts: 6 weken}\n"
        "  b: {begins: a.verstreken, lasts: 6 weken}\n",
        "term-circle",
        None,
    ),
    (
        BASE + "terms:\n  §a: {begins: besluit.genomen, lasts: 6 weken, begins_only_if: [nn]}\n"
        "norms:\n  - {id: nn, before: besluit.genomen, must: a.begonnen}\n",
        "term-circle",
        None,
    ),
    (
        BASE + "terms:\n  a: {begins: besluit.genomen, lasts: 6 weken, begins_only_if: [nn]}\n"
        "norms:\n  - {id: §nn, never: uitstel.gemeld, consequence: void}\n",
        "gate-consequence",
        "consequence: not_started",
    ),
    (
        BASE + "terms:\n  a: {begins: besluit.genomen, lasts: 6 weken, begins_only_if: [§m]}\n",
        "unknown-norm",
        None,
    ),
    (BASE + "terms:\n  a: {begins: besluit.genomen, §duurt: 6 weken}\n", "unknown-key", None),
    (BASE + "terms:\n  §a: {begins: besluit.genomen}\n", "missing-key", "lasts:"),
    (
        BASE + "terms:\n  a: {begins: besluit.genomen, lasts: 6 weken, §same: dossier}\n",
        "link-without-per",
        None,
    ),
    (
        BASE + "terms:\n  a: {begins: besluit.genomen, lasts: 6 weken, "
        "may_be: {longer: §advies.gevraagd.uiterlijk}}\n",
        "wrong-type",
        None,
    ),
    (
        BASE.replace("uitstel.gemeld:", "b.begonnen:")
        + "terms:\n  §b: {begins: besluit.genomen, lasts: 6 weken}\n",
        "moment-is-act",
        None,
    ),
    (
        BASE + "terms:\n  a: {begins: besluit.genomen, lasts: 6 weken}\n"
        "norms:\n  - {id: nn, never: §a.verstreken}\n",
        "moment-not-here",
        None,
    ),
    (
        BASE + "terms:\n  a: {begins: besluit.genomen, lasts: 6 weken}\nnorms:\n"
        "  - {id: nn, after: a.verstreken, §where: {bedrag: 5}, must: advies.gevraagd}\n",
        "no-act-for-this",
        None,
    ),
    (
        BASE + "terms:\n  a: {begins: besluit.genomen, lasts: 6 weken}\nnorms:\n"
        "  - {id: nn, before: besluit.genomen, must: a.verstreken, §by: raad}\n",
        "no-act-for-this",
        None,
    ),
    (
        BASE + "terms:\n  a: {begins: besluit.genomen, lasts: 6 weken}\nnorms:\n"
        "  - {id: nn, after: a.verstreken, must: advies.gegeven, same: §dossier}\n",
        "no-act-for-this",
        None,
    ),
    # guarantees and examples
    (
        BASE + "guarantees:\n  - {id: g, before: besluit.genomen, must: §advies.gevraag}\n",
        "unknown-act",
        "advies.gevraagd",
    ),
    (
        BASE
        + "guarantees:\n  - {id: g, before: besluit.genomen, must: advies.gevraagd, §lead: 1}\n",
        "unknown-key",
        None,
    ),
    (
        BASE + "examples:\n  - {title: x, as_of: 2026-01-01, events: [], expect: {§geen: kept}}\n",
        "unknown-norm",
        None,
    ),
    (
        BASE + "examples:\n  - {title: x, as_of: 2026-01-01, expect: {}, "
        "events: [{at: 2026-01-01, act: §besluit.genome}]}\n",
        "unknown-act",
        "besluit.genomen",
    ),
    (
        BASE + "examples:\n  - {title: x, as_of: 2026-01-01, expect: {}, "
        "events: [{at: §1-1-2026, act: besluit.genomen}]}\n",
        "wrong-type",
        "2026-01-01",
    ),
    (BASE + "examples:\n  - §{title: x, expect: {}, events: []}\n", "missing-key", "as_of:"),
    (
        BASE + "examples:\n  - {title: x, as_of: 2026-01-01, events: [], expect: {}, §topik: y_}\n",
        "unknown-key",
        "topic",
    ),
    (
        with_norm("never: besluit.genomen") + "examples:\n"
        "  - {title: x, as_of: 2026-01-01, events: [], expect: {proef: §kep}}\n",
        "unknown-word",
        "kept",
    ),
    (
        with_norm("never: besluit.genomen") + "examples:\n"
        "  - {title: x, as_of: 2026-01-01, events: [], "
        "expect: {proef: {verdict: broken, how: §verboden}}}\n",
        "unknown-word",
        None,
    ),
]


def check(marked: str, code: str, suggestion: str | None, folder: Path) -> None:
    text, where = unmarked(marked)
    found = problems_of(lambda: load(text, folder))
    there = [p for p in found if p.code == code and place(p.position) == where]
    if code == "end-before-begin" and not there:
        there = [p for p in found if p.code == code]
    assert there, [(p.code, place(p.position), p.message_nl) for p in found]
    assert there[0].message_nl
    assert there[0].message_en
    if suggestion is not None:
        assert there[0].suggestion == suggestion


@pytest.mark.parametrize(("norm", "code", "suggestion"), NORMS)
def test_norms(norm: str, code: str, suggestion: str | None, tmp_path: Path) -> None:
    whole_norm = code in {"no-kind"} and not norm.startswith("§befor")
    marked = with_norm(norm)
    if whole_norm or norm == "count: §steun.betuigd":
        marked = with_norm(norm.replace("§", "")).replace("- {id: proef", "- §{id: proef")
    check(marked, code, suggestion, tmp_path)


@pytest.mark.parametrize("norm", AMBIGUOUS)
def test_a_norm_of_two_kinds_names_both(norm: str, tmp_path: Path) -> None:
    found = problems_of(lambda: load(with_norm(norm), tmp_path))
    assert [p.code for p in found] == ["ambiguous-kind"]
    assert found[0].message_nl.count("(") >= 2


@pytest.mark.parametrize(("norm", "suggestion"), INCOMPLETE)
def test_a_norm_of_a_kind_has_its_other_half(norm: str, suggestion: str, tmp_path: Path) -> None:
    found = problems_of(lambda: load(with_norm(norm), tmp_path))
    assert [(p.code, p.suggestion) for p in found] == [("missing-key", suggestion)]


@pytest.mark.parametrize(("marked", "code", "suggestion"), FILES)
def test_files(marked: str, code: str, suggestion: str | None, tmp_path: Path) -> None:
    check(marked, code, suggestion, tmp_path)


def test_all_problems_of_a_file_together(tmp_path: Path) -> None:
    """Issue 1.2: traps, shapes and names of one file in one go, in order of place."""
    text = BASE.replace("governs: event_date\n", "") + (
        "norms:\n"
        "  - {id: a, before: besluit.genome, must: advies.gevraagd, leed: 2 weken}\n"
        "  - {id: b, after: advies.gevraagd, must: advies.gegeven, by: [raad, college]}\n"
        "  - {id: c, may: besluit.genomen, by: colege, exclusive: yes}\n"
        "  - {id: d, never: besluit.genomen, where: {bedrag: veel}}\n"
    )
    found = problems_of(lambda: load(text, tmp_path))
    assert [p.code for p in found] == [
        "missing-key",
        "unknown-act",
        "unknown-key",
        "bare-list",
        "unknown-role",
        "wrong-type",
        "wrong-value",
    ]
    assert [p.position.line for p in found] == sorted(p.position.line for p in found)


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("colege", ["college", "raad"], "college"),
        ("wei", ["wie", "wat"], "wie"),  # the same letters
        ("brieven", ["brief", "website"], "brief"),
        ("not_in_list", ["in_list", "is_not"], ""),  # rather nothing than the opposite
        ("kind", ["id", "upon"], ""),
        ("euro", ["person", "text"], ""),
    ],
)
def test_rather_no_suggestion_than_another_meaning(word: str, known: list[str], near: str) -> None:
    """Issue 1: an error leads to a file that loads, and that says what was meant."""
    assert suggest(word, known) == near


def test_what_was_refused_brings_no_problems_of_its_own(tmp_path: Path) -> None:
    """A misspelt type of an attribute is one problem, not one per use of that attribute."""
    text = with_norm("never: besluit.genomen, where: {bedrag: {at_most: 5}}").replace(
        "bedrag: money", "bedrag: geld"
    )
    found = problems_of(lambda: load(text, tmp_path))
    assert [p.code for p in found] == ["unknown-word"]


def test_the_events_of_a_refused_example_are_read_too(tmp_path: Path) -> None:
    """Issue 1.2: all errors of a file together, also where an example lacks its day."""
    events = "[{datum: 2026-01-01, act: besluit.genomen}]"
    text = with_norm("never: besluit.genomen") + (
        f"examples:\n  - {{title: x, events: {events}, expect: {{proef: broken}}}}\n"
    )
    found = problems_of(lambda: load(text, tmp_path))
    assert [(p.code, p.suggestion) for p in found] == [
        ("missing-key", "as_of:"),
        ("unknown-key", "at"),
    ]


MENDED = [
    ("§leed: 2 weken", "before: besluit.genomen, must: advies.gevraagd, {}: 2 weken"),
    ("by: §[raad, college]", "after: advies.gevraagd, must: advies.gegeven, by: {}"),
    ("article: §[vo, 3.16]", "never: besluit.genomen, article: {}"),
    ("within: §zes weken", "after: advies.gevraagd, must: advies.gegeven, within: {}"),
    ("before: §besluit.genome", "before: {}, must: advies.gevraagd"),
]


@pytest.mark.parametrize(("wrong", "norm"), MENDED)
def test_a_suggestion_leads_to_a_file_that_loads(wrong: str, norm: str, tmp_path: Path) -> None:
    """Issue 1: an error must lead the writer to a file that loads."""
    mistake = wrong.split("§")[1]
    key = mistake.partition(":")[0] if mistake.startswith("leed") else mistake
    found = problems_of(lambda: load(with_norm(norm.format(key)), tmp_path))
    assert len(found) == 1
    assert problems_of(lambda: load(with_norm(norm.format(found[0].suggestion)), tmp_path)) == ()
