"""Honest mistakes of who writes a first ruleset or log (issue 1.2): each is one message, on its own
line, and where it suggests something, writing that gives a file that loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from spelregels.language import bind, load_ruleset
from spelregels.language.trajectories import trajectories_from_yaml
from spelregels.model.problem import Problem
from tests.language.texts import problems_of

RULES = """\
spelregels: "1"
id: stad/inspraak
title: Inspraakregels
regulatory_layer: VERORDENING
valid_from: 2026-01-01
governs: started_in_force
extends: [nl/vocabulaire]
legal_basis: [[iv, "1"]]
sources:
  iv: {title: Inspraakverordening}
roles:
  wijkteam: {kind: residents}
acts:
  uitleg.gegeven: {attributes: {antwoord_op: ref, lengte: integer, bedrag: money}}
stages:
  inspraak:
    power: {decides: college}
    next: {raadpleging.gesloten: klaar}
  klaar: {ends_as: decided}
terms:
  reactietermijn: {begins: raadpleging.gesloten, lasts: 6 weken}
norms:
  - id: vooraf
    article: [iv, "4 lid 1"]
    before: raadpleging.gesloten
    must: informatie.gegeven
    by: college
    lead: 2 weken
  - id: reactie
    article: [iv, "6"]
    after: besluit.genomen
    must: reactie.gegeven
    by: college
    within: 6 weken
  - id: eis
    upon: uitleg.gegeven
    require: {lengte: {at_least: 10}}
  - id: mag
    may: uitleg.gegeven
    by: {any_of: [college, wijkteam]}
  - id: telling
    count: steunbetuiging.gedaan
    at_least: 25
    before: verzoek.behandeld
  - id: jaarlijks
    every: 1 jaar
    from: besluit.genomen
    must: evaluatie.gehouden
  - id: verbod
    during: {stage: inspraak}
    must_not: budget.toegekend
examples:
  - title: te laat
    as_of: 2026-12-31
    events:
      - {at: 2026-02-01, act: informatie.gegeven, by: college}
      - {at: 2026-02-10, act: raadpleging.gesloten, by: college}
    expect: {vooraf: broken, reactie: none}
"""
LOADS_WITH_IT = [  # what stands there, the mistake, the kind of problem, what is suggested
    ("    by: college\n    within", "    §door§: college\n    within", "unknown-key", "by"),
    ("    by: college\n    within", "    §binnen§: 6 weken\n    not_before", "unknown-key",
     "within"),
    ("by: college\n    within", "by: §[raad, college]§\n    within", "bare-list",
     "{any_of: [raad, college]}"),
    ("by: college\n    lead", "by: §College§\n    lead", "bad-name", "college"),
    ("within: 6 weken", "within: §6weken§", "bad-term", "6 weken"),
    ("within: 6 weken", "within: §1 mei 2027§", "bad-term", "{date: 1 mei}"),
    ("within: 6 weken", "within: §6 weeks§", "bad-term", "6 weken"),
    ("within: 6 weken", "within: §6§", "wrong-type", "6 weken"),
    ("within: 6 weken", "within: §zes weken§", "bad-term", "6 weken"),
    ("within: 6 weken", "within: §zo spoedig mogelijk§", "bad-term",
     "{vague: zo spoedig mogelijk}"),
    ("every: 1 jaar", "every: §jaarlijks§", "bad-term", "kalenderjaar"),
    ("valid_from: 2026-01-01", "valid_from: §1-1-2026§", "wrong-type", "2026-01-01"),
    ("valid_from: 2026-01-01", "valid_from: §1 januari 2026§", "wrong-type", "2026-01-01"),
    ("VERORDENING", "§Verordening§", "unknown-word", "VERORDENING"),
    ("[nl/vocabulaire]", "§nl/vocabulaire§", "wrong-type", "[nl/vocabulaire]"),
    ("[nl/vocabulaire]", "[§nl/vocabulair§]", "unknown-ruleset", "nl/vocabulaire"),
    ('[[iv, "1"]]', '§[iv, "1"]§', "wrong-type", '[[iv, "1"]]'),
    ('[iv, "6"]', "§[iv, 6.1]§", "unquoted-article", '[iv, "6.1"]'),
    ("kind: residents", "kind: §bewoners§", "unknown-word", "residents"),
    ("must: reactie.gegeven", "must: §reactie.gegevn§", "unknown-act", "reactie.gegeven"),
    ("must: reactie.gegeven", "must: §reactie-gegeven§", "unknown-act", "reactie.gegeven"),
    ("must: reactie.gegeven", "must: §reactie.gegeven, uitleg.gegeven§", "bad-name",
     "[reactie.gegeven, uitleg.gegeven]"),
    ("before: verzoek.behandeld", "before: §reactietermijn.verlopen§", "unknown-act",
     "reactietermijn.verstreken"),
    ("gesloten: klaar}", "gesloten: §klar§}", "unknown-stage", "klaar"),
    ("{at_least: 10}", '§">= 10"§', "wrong-value", "{at_least: 10}"),
    ("at_least: 10}", "§minimaal§: 10}", "unknown-key", "at_least"),
    ("{lengte: {at_least: 10}}", "{bedrag: {at_least: §25.000§}}", "wrong-value", "25000"),
    ("during: {stage: inspraak}", "during: §inspraak§", "unknown-term", "{stage: inspraak}"),
    ("after: besluit.genomen", "after: besluit.genomen\n    strength: §moet§", "unknown-word",
     "must"),
    ("vooraf: broken", "vooraf: §geschonden§", "unknown-word", "broken"),
    ("vooraf: broken", "§voraf§: broken", "unknown-norm", "vooraf"),
    ("at: 2026-02-10", "at: §10 februari 2026§", "wrong-type", "2026-02-10"),
    ("at: 2026-02-10", "§datum§: 2026-02-10", "unknown-key", "at"),
    ("id: stad/inspraak", "id: §Stad/Inspraak§", "bad-name", "stad/inspraak"),
    ("by: college\n    lead", "by: §college, raad§\n    lead", "bad-name",
     "{any_of: [college, raad]}"),
    ("by: college\n    lead", "by: §college of raad§\n    lead", "bad-name",
     "{any_of: [college, raad]}"),
    ("    within: 6 weken", "    §term§: 6 weken", "unknown-key", "within"),
    ("within: 6 weken", "within: §niet genoemd§", "bad-term", "not_stated"),
    ("before: raadpleging.gesloten", "before: §Raadpleging.gesloten§", "bad-name",
     "raadpleging.gesloten"),
    ("must_not: budget", "§must not§: budget", "unknown-key", "must_not"),
    ("{kind: residents}", "§burgers§", "wrong-type", "{kind: residents}"),
    ("{title: Inspraakverordening}", "§Inspraakverordening§", "wrong-type",
     '{title: "Inspraakverordening"}'),
    ("bedrag: money", "bedrag: §euro§", "unknown-word", "money"),
    ("{attributes: {antwoord", "{decision: §yes§, attributes: {antwoord", "wrong-type", "true"),
    ("power: {decides: college}", "§decides: college§", "unknown-key",
     "power: {decides: college}"),
    ("VERORDENING", "§Gemeentelijke verordening§", "unknown-word", "VERORDENING"),
    ("vooraf: broken", "vooraf: §fout§", "unknown-word", "broken"),
    ("{lengte: {at_least: 10}}", "{lengte: §minimaal 10§}", "wrong-value", "{at_least: 10}"),
    ("upon: uitleg.gegeven\n    require: {lengte: {at_least: 10}}",
     "upon: besluit.genomen\n    require: {motivering: §verplicht§}", "wrong-value", "present"),
    ("after: besluit.genomen", "after: besluit.genomen\n    if: §uitleg.gegeven§", "wrong-type",
     "{happened: uitleg.gegeven}"),
]  # fmt: skip
ONLY_SAID = [  # the code, and a word of the message or of what was expected
    ("within: 6 weken", "within: §six weeks", "bad-term", "6 weken"),
    ("governs: started_in_force\n", "", "missing-key", "governs"),
    ("    must: reactie.gegeven\n", "", "missing-key", "must"),
    ("  - id: reactie\n    article", "  - §article", "missing-key", "id"),
    ("    after: besluit.genomen\n    must", "    §na: besluit.genomen\n    moet", "no-kind",
     "na, moet"),
    ("    after: besluit", "    before: uitleg.gegeven\n    after: besluit", "ambiguous-kind",
     "volgorde"),
    ("    lead: 2 weken", "    §within: 2 weken", "unknown-key", "reactie (after)"),
    ("    within: 6 weken", "    §lead: 6 weken", "unknown-key", "volgorde (before)"),
    ("must: informatie.gegeven", "must: §college", "unknown-act", "college is een rol"),
    ("by: college\n    lead", "by: §uitleg.gegeven\n    lead", "unknown-role", "is een handeling"),
    ("must: informatie.gegeven", "must: §reactietermijn", "unknown-act", "is een termijn"),
    ("must: reactie.gegeven", "must: §antwoord.gestuurd", "unknown-act", "bestaat niet"),
    ("must: reactie.gegeven", "must: §reactietermijn.verstreken", "moment-not-here", "moment"),
    ("    after: besluit.genomen\n", "    after: besluit.genomen\n    §outcome: aangenomen\n",
     "unknown-key", "hoort hier bij de handeling"),
    ("at_least: 25\n", "at_least: 25\n    §at_most: 99\n", "two-bounds", "niet allebei"),
    ("at_least: 25\n", "at_least: §veel\n", "unknown-attribute", "veel"),
    ("  wijkteam: {kind: residents}", "  §wijkteam:", "empty-value", "wijkteam"),
    ("{title: Inspraakverordening}", "{title: Verordening, §Inspraak}", "unknown-key", "komma"),
    ("{title: Inspraakverordening}", "{title: Verordening: 2026}", "yaml-syntax", "dubbele punt"),
    ("must: reactie.gegeven", "§must:reactie.gegeven", "yaml-syntax", "dubbele punt"),
    ("title: te laat", 'title: §"te laat', "yaml-syntax", "aanhalingsteken"),
    ("title: Inspraakregels", 'title: §"Inspraakregels', "yaml-syntax", "niet gesloten"),
    ("  - id: mag\n", "    §id: mag\n", "double-key", "streepje"),
    ("every: 1 jaar", "every: §{vague: periodiek}", "bad-term", "hoe vaak"),
    ("within: 6 weken", "in_force: {from: §{date: 2026-01-01}}", "wrong-type", "datum"),
    ("  - id: verbod\n", "  - §id: toelating\n    request: uitleg.gegeven\n"
     "    admits: besluit.genomen\n  - id: verbod\n", "no-kind", "gates"),
    ("at_least: 25\n", "at_least: §1%\n", "bad-share", "{share: 1%, of: kiesgerechtigden}"),
    ("roles:\n  wijkteam: {kind: residents}", "§rollen:\n  wijkteam: {kind: residents}",
     "unknown-key", "roles"),
    ("roles:\n  wijkteam: {kind: residents}", "roles:\n  §- wijkteam", "wrong-type", "kind"),
    ("  wijkteam: {kind: residents}", "  §wijk team: {kind: residents}", "bad-name", "naam"),
    ("within: 6 weken", "suspended_by: §uitleg.gegeven", "wrong-type", "twee"),
    ("within: 6 weken", "extendable: §2 weken", "wrong-type", "once: 4 weken"),
    ("within: 6 weken", "within: {date: §1-5}", "bad-term", "geen dag van het jaar"),
    ("next: {raadpleging.gesloten: klaar}", "next: §[klaar]", "wrong-type", "lijst"),
    ("expect: {vooraf: broken, reactie: none}", "expect: §broken", "wrong-type", "broken"),
    ("acts:\n", "acts:\n  besluit.genomen: {attributes: {§bedrag: integer}}\n",
     "conflicting-layers", "nl/vocabulaire"),
]  # fmt: skip

LOG = """\
id: plein
records: all
events:
  - {id: e1, at: 2026-02-01, act: informatie.gegeven, by: college}
  - {id: e2, at: 2026-02-20, act: uitleg.gegeven, by: college, antwoord_op: e1, bedrag: 500}
  - {id: e3, at: 2026-03-20, act: besluit.genomen, as: raad, outcome: aangenomen, gewijzigd: true}
"""
LOGS = [
    ("records: all", "records: §alles§", "wrong-type", "all"),
    ("records: all", "records: §besluit.genomen§", "wrong-type", "[besluit.genomen]"),
    ("events:", "§gebeurtenissen§:", "unknown-key", "events"),
    ("records: all", "§record§: all", "unknown-key", "records"),
    ("at: 2026-02-01", "§datum§: 2026-02-01", "unknown-key", "at"),
    ("at: 2026-02-01", "at: §1 februari 2026§", "wrong-type", "2026-02-01"),
    ("act: informatie", "§handeling§: informatie", "unknown-key", "act"),
    ("outcome: aan", "§uitkomst§: aan", "unknown-attribute", "outcome"),
    ("as: raad", "as: §raad en college§", "unknown-role", "[raad, college]"),
    ("as: raad", "as: §Raad§", "unknown-role", "raad"),
    ("antwoord_op: e1", "antwoord_op: §e11§", "unknown-event", "e1"),
    ("bedrag: 500", "bedrag: §€ 500§", "wrong-value", "500"),
    ("bedrag: 500", 'bedrag: §"25.000,50"§', "wrong-value", "25000.50"),
    ("bedrag: 500", "bedrag: §25.000§", "wrong-value", "25000"),
    ("gewijzigd: true", "gewijzigd: §ja§", "wrong-value", "true"),
    ("aangenomen", "§aangenome§", "unknown-outcome", "aangenomen"),
    ("at: 2026-02-01", "at: §februari 2026§", "wrong-type", "2026-02"),
    ("at: 2026-02-01", "at: §onbekend§", "wrong-type", "unknown"),
]
LOGS_SAID = [
    ("bedrag: 500", "bedrag: 500,§00", "key-not-text", "kommagetal"),
    ("gewijzigd: true", "motivering: Goed, §want nodig", "unknown-attribute", "komma"),
    ("records: all", "records: all\norder: §yes", "unknown-word", "listed"),
    ("at: 2026-02-01", "at: §2026-02-31", "no-such-date", "bestaat niet"),
]


def in_file(text: str, folder: Path) -> Path:
    path = folder / "stad" / "inspraak.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def line_of(text: str) -> int:
    return text[: text.index("§")].count("\n") + 1


def replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) >= 1, old
    return text.replace(old, new, 1)


def one(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, [(p.code, p.position.line, p.message_nl) for p in problems]
    return problems[0]


@pytest.mark.parametrize(("old", "new", "code", "suggestion"), LOADS_WITH_IT)
def test_a_mistake_in_rules_is_one_message_that_mends_it(
    old: str, new: str, code: str, suggestion: str, tmp_path: Path
) -> None:
    before, mistake, after = replaced(RULES, old, new).split("§")
    path = in_file(before + mistake + after, tmp_path)
    found = one(problems_of(lambda: load_ruleset(path)))
    assert (found.code, found.suggestion) == (code, suggestion)
    assert found.position.line == before.count("\n") + 1
    assert found.message_nl
    assert found.message_en
    mended = in_file(before + suggestion + after, tmp_path)
    assert problems_of(lambda: load_ruleset(mended)) == ()


@pytest.mark.parametrize(("old", "new", "code", "says"), ONLY_SAID)
def test_a_mistake_in_rules_is_one_message_at_its_line(
    old: str, new: str, code: str, says: str, tmp_path: Path
) -> None:
    marked = replaced(RULES, old, new)
    found = one(problems_of(lambda: load_ruleset(in_file(marked.replace("§", ""), tmp_path))))
    assert found.code == code
    assert says in found.message_nl or says in found.expected_nl
    if "§" in marked:
        assert found.position.line == line_of(marked)


@pytest.mark.parametrize(("old", "new", "code", "suggestion"), LOGS)
def test_a_mistake_in_a_log_is_one_message_that_mends_it(
    old: str, new: str, code: str, suggestion: str, tmp_path: Path
) -> None:
    rules = load_ruleset(in_file(RULES, tmp_path))

    def read(text: str) -> None:
        (trajectory,) = trajectories_from_yaml(text, "log.yaml")
        bind(trajectory, rules)

    before, mistake, after = replaced(LOG, old, new).split("§")
    found = one(problems_of(lambda: read(before + mistake + after)))
    assert (found.code, found.suggestion) == (code, suggestion)
    assert found.position.line == before.count("\n") + 1
    assert problems_of(lambda: read(before + suggestion + after)) == ()


@pytest.mark.parametrize(("old", "new", "code", "says"), LOGS_SAID)
def test_a_mistake_in_a_log_is_one_message_at_its_line(
    old: str, new: str, code: str, says: str, tmp_path: Path
) -> None:
    rules = load_ruleset(in_file(RULES, tmp_path))
    before, after = replaced(LOG, old, new).split("§")

    def read() -> None:
        (trajectory,) = trajectories_from_yaml(before + after, "log.yaml")
        bind(trajectory, rules)

    found = one(problems_of(read))
    assert found.code == code
    assert says in found.message_nl + found.expected_nl
    assert found.position.line == before.count("\n") + 1


def test_one_of_roles_of_several_kinds_lets_in_its_members_only(tmp_path: Path) -> None:
    """A role of unlike members is no role for everyone: its kind is never *anyone* by itself."""
    words = "  mengsel: {one_of: [wijkteam, bedrijf]}\n  bedrijf: {kind: corporation}\n"
    rules = load_ruleset(in_file(RULES.replace("acts:\n", f"{words}acts:\n", 1), tmp_path))
    assert rules.roles["mengsel"].kind.value == "residents"


def test_a_source_of_two_versions_is_the_newest(tmp_path: Path) -> None:
    """Versions of one law are one text to cite."""
    text = RULES.replace("[nl/vocabulaire]", "[nl/gemeentewet]").replace(
        '[[iv, "1"]]', '[[gw, "150"]]'
    )
    assert load_ruleset(in_file(text, tmp_path)).own.legal_basis[0].source == "gw"
