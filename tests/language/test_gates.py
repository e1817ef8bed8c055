"""Gates (issue 3.2): what they are read as, what that comes to, what is refused, and in layers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from spelregels.engine import compile_ruleset, replay
from spelregels.language import bind, load_ruleset, parse_yaml, trajectory_from_node
from spelregels.model.norms import NamedTerm, Norm
from spelregels.model.patterns import NormRef
from spelregels.model.problem import Position
from spelregels.model.ruleset import Ruleset
from spelregels.model.words import Word
from spelregels.report.lookup import sections_of
from spelregels.semantics import judge
from tests.language.texts import place, problems_of, unmarked

HEAD = """\
spelregels: "1"
id: stad/initiatief
title: Initiatief
regulatory_layer: VERORDENING
governs: event_date
valid_from: 2026-01-01
sources:
  vo: {title: Verordening}
roles:
  raad: {kind: authority}
  college: {kind: authority}
  bewoners: {kind: residents}
acts:
  verzoek.gedaan: {attributes: {dossier: id, steun: integer, vorm: boolean, soort: text}}
  verzoek.aangevuld: {attributes: {dossier: id, steun: integer, vorm: boolean}}
  herstel.gevraagd: {attributes: {dossier: id}}
  besluit.genomen: {outcomes: [ja, nee], attributes: {dossier: id}}
  verzoek.behandeld: {attributes: {dossier: id}}
  overleg.gevoerd: {attributes: {dossier: id}}
  steun.betuigd: {attributes: {persoon: person}}
"""
WHOLE = """\
gates:
  - id: poort
    article: [vo, "3"]
    confidence: DER
    request: verzoek.gedaan
    admits: {act: besluit.genomen, outcome: ja}
    refuses: {act: besluit.genomen, outcome: nee}
    by: raad
    within: 4 weken
    term_regime: calendar
    items:
      - {id: steun, require: {steun: {at_least: 50}}}
      - {id: vorm, article: [vo, "4"], require: {vorm: true}, strength: should}
      - {id: wie, by: bewoners}
    must_admit: true
    repair: {asks: herstel.gevraagd, done: verzoek.aangevuld, within: 2 weken, times: 1,
      items: [steun, vorm]}
    opens: verzoek.behandeld
"""
BY_HAND = """\
terms:
  poort.hersteltermijn: {article: [vo, "3"], confidence: DER, begins: herstel.gevraagd,
    lasts: 2 weken, term_regime: calendar}
norms:
  - id: poort.steun
    article: [vo, "3"]
    confidence: DER
    before: {act: besluit.genomen, outcome: ja}
    if: {happened: verzoek.gedaan}
    must: {any_of: [{act: verzoek.gedaan, where: {steun: {at_least: 50}}},
      {act: verzoek.aangevuld, where: {steun: {at_least: 50}}}]}
  - id: poort.vorm
    article: [vo, "4"]
    confidence: DER
    strength: should
    before: {act: besluit.genomen, outcome: ja}
    if: {happened: verzoek.gedaan}
    must: {any_of: [{act: verzoek.gedaan, where: {vorm: true}}, {act: verzoek.aangevuld,
      where: {vorm: true}}]}
  - id: poort.wie
    article: [vo, "3"]
    confidence: DER
    before: {act: besluit.genomen, outcome: ja}
    if: {happened: verzoek.gedaan}
    must: {act: verzoek.gedaan, by: bewoners}
  - id: poort.door-wie
    article: [vo, "3"]
    confidence: DER
    upon: {any_of: [{act: besluit.genomen, outcome: ja}, {act: besluit.genomen, outcome: nee}]}
    if: {happened: verzoek.gedaan}
    require: {as: raad}
  - id: poort.op-tijd
    article: [vo, "3"]
    confidence: DER
    after: verzoek.gedaan
    must: {any_of: [{act: besluit.genomen, outcome: ja}, {act: besluit.genomen, outcome: nee}]}
    by: raad
    within: 4 weken
    term_regime: calendar
  - id: poort.toelaten
    article: [vo, "3"]
    confidence: DER
    after: {act: verzoek.gedaan, where: {all_of: [{steun: {at_least: 50}}, {vorm: true},
      {as: bewoners}]}}
    must: {act: besluit.genomen, outcome: ja}
    by: raad
    within: 4 weken
    term_regime: calendar
  - id: poort.herstelkans
    article: [vo, "3"]
    confidence: DER
    before: {act: besluit.genomen, outcome: nee}
    if: {happened: verzoek.gedaan}
    must: {any_of: [verzoek.aangevuld, poort.hersteltermijn.verstreken, {act: verzoek.gedaan,
      where: {none_of: [{as: bewoners}]}}]}
  - id: poort.herstelrondes
    article: [vo, "3"]
    confidence: DER
    never: herstel.gevraagd
    if: {happened: herstel.gevraagd}
  - id: poort.eerst-toelaten
    article: [vo, "3"]
    confidence: DER
    before: verzoek.behandeld
    if: {happened: verzoek.gedaan}
    must: {act: besluit.genomen, outcome: ja}
"""
TIED = """\
gates:
  - id: poort
    request: {act: verzoek.gedaan, where: {soort: groot}}
    admits: {act: besluit.genomen, outcome: ja}
    refuses: {act: besluit.genomen, outcome: nee}
    same: dossier
    items:
      - {id: steun, require: {steun: {at_least: 50}}}
      - {id: wie, by: bewoners, require: {vorm: true}}
      - {id: overleg, must: overleg.gevoerd, by: college}
    repair: {asks: herstel.gevraagd, done: {act: verzoek.aangevuld, by: bewoners},
      within: not_stated}
    opens: verzoek.behandeld
"""
TIED_BY_HAND = """\
terms:
  poort.hersteltermijn: {begins: herstel.gevraagd, lasts: not_stated,
    per: {act: verzoek.gedaan, where: {soort: groot}}, same: dossier}
norms:
  - id: poort.steun
    before: {act: besluit.genomen, outcome: ja}
    if: {happened: {act: verzoek.gedaan, where: {soort: groot}}}
    must:
      any_of:
        - {act: verzoek.gedaan, where: {any_of: [{none_of: [{soort: groot}]},
          {steun: {at_least: 50}}]}}
        - {act: verzoek.aangevuld, by: bewoners, where: {steun: {at_least: 50}}}
    same: dossier
  - id: poort.wie
    before: {act: besluit.genomen, outcome: ja}
    if: {happened: {act: verzoek.gedaan, where: {soort: groot}}}
    must:
      any_of:
        - {act: verzoek.gedaan, where: {any_of: [{none_of: [{soort: groot}]},
          {all_of: [{vorm: true}, {as: bewoners}]}]}}
        - {act: verzoek.aangevuld, by: bewoners, where: {vorm: true}}
    same: dossier
  - id: poort.overleg
    before: {act: besluit.genomen, outcome: ja}
    if: {happened: {act: verzoek.gedaan, where: {soort: groot}}}
    must:
      any_of:
        - {act: overleg.gevoerd, by: college}
        - {act: verzoek.gedaan, where: {none_of: [{soort: groot}]}}
    same: dossier
  - id: poort.herstelkans
    before: {act: besluit.genomen, outcome: nee}
    if: {happened: {act: verzoek.gedaan, where: {soort: groot}}}
    must: {any_of: [{act: verzoek.aangevuld, by: bewoners}, poort.hersteltermijn.verstreken,
      {act: verzoek.gedaan, where: {none_of: [{soort: groot}]}}]}
    same: dossier
  - id: poort.eerst-toelaten
    before: verzoek.behandeld
    if: {happened: {act: verzoek.gedaan, where: {soort: groot}}}
    must: {any_of: [{act: besluit.genomen, outcome: ja}, {act: verzoek.gedaan,
      where: {none_of: [{soort: groot}]}}]}
    same: dossier
"""


def load(folder: Path, text: str, name: str = "stad/initiatief") -> Ruleset:
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return load_ruleset(path)


def bare(some: Iterable[Norm | NamedTerm]) -> dict[str, Norm | NamedTerm]:
    """By id, without what it is called and where it stands."""
    return {one.id: replace(one, title="", title_en="", position=Position()) for one in some}


@pytest.mark.parametrize(("gate", "by_hand"), [(WHOLE, BY_HAND), (TIED, TIED_BY_HAND)])
def test_a_gate_is_exactly_its_norms(gate: str, by_hand: str, tmp_path: Path) -> None:
    """G1-G8: the norms and the term of a gate are those that somebody would write by hand."""
    read = load(tmp_path, HEAD + gate).own
    written = load(tmp_path / "hand", HEAD + by_hand).own
    assert bare(read.norms) == bare(written.norms)
    assert bare(read.terms) == bare(written.terms)


# -- what it comes to: the plain reading of a gate, worked out apart from any norm -----------------

START = date(2026, 2, 2)
LAST = date(2026, 12, 31)


def a_log(rng: Random, *, first: bool = False) -> list[dict[str, object]]:
    """One request, and what may follow it, on days that all differ. ``first``: it comes first."""
    days = iter(sorted(rng.sample(range(60), 7)))
    steps = ["verzoek.gedaan"]
    others = ["herstel.gevraagd", "herstel.gevraagd", "verzoek.aangevuld", "besluit.genomen",
              "besluit.genomen", "verzoek.behandeld"]  # fmt: skip
    steps += rng.sample(others, rng.randint(1, 6))
    if not first and rng.random() < 0.2:
        rng.shuffle(steps)
    events: list[dict[str, object]] = []
    for act in steps:
        event: dict[str, object] = {"at": START + timedelta(next(days)), "act": act}
        if act in ("verzoek.gedaan", "verzoek.aangevuld"):
            event |= {"steun": rng.choice([49, 50]), "vorm": rng.choice([True, False])}
        if act == "verzoek.gedaan":
            event["by"] = rng.choice(["bewoners", "bewoners", "college"])
        if act == "besluit.genomen":
            event |= {"by": rng.choice(["raad", "raad", "college"])}
            event |= {"outcome": rng.choice(["ja", "nee"])}
        events.append(event)
    return events


def plainly(events: list[dict[str, object]]) -> dict[str, list[Word]]:
    """What the parts of ``WHOLE`` ought to say of each event that raises them, in plain words."""
    found: dict[str, list[Word]] = {}

    def say(part: str, right: bool, word: Word = Word.BROKEN) -> None:
        found.setdefault(f"poort.{part}", []).append(Word.KEPT if right else word)

    def earlier(act: str, here: int) -> list[dict[str, object]]:
        return [event for event in events[:here] if event["act"] == act]

    for here, event in enumerate(events):
        asked = earlier("verzoek.gedaan", here)
        mended = earlier("verzoek.aangevuld", here)
        act, outcome, day = event["act"], event.get("outcome"), event["at"]
        assert isinstance(day, date)
        if act == "herstel.gevraagd" and earlier("herstel.gevraagd", here):
            say("herstelrondes", False)
        if act == "besluit.genomen" and asked:
            say("door-wie", event["by"] == "raad")
        if outcome == "ja" and asked:
            say("steun", any(one["steun"] == 50 for one in asked + mended))
            say("vorm", any(one["vorm"] is True for one in asked + mended))
            say("wie", any(one["by"] == "bewoners" for one in asked))
        if outcome == "nee" and asked:
            first = next((e["at"] for e in earlier("herstel.gevraagd", here)), None)
            over = isinstance(first, date) and day > first + timedelta(14)
            lost = any(one["by"] != "bewoners" for one in asked)
            say("herstelkans", bool(mended) or over or lost)
        if act == "verzoek.behandeld" and asked:
            admitted = earlier("besluit.genomen", here)
            say("eerst-toelaten", any(one["outcome"] == "ja" for one in admitted))
        if act == "verzoek.gedaan":
            later = [e for e in events[here:] if e.get("by") == "raad" and e.get("outcome")]
            answer(say, "op-tijd", day, later)
            if event["steun"] == 50 and event["vorm"] is True and event["by"] == "bewoners":
                answer(say, "toelaten", day, [e for e in later if e["outcome"] == "ja"])
    return found


def answer(say: object, part: str, day: date, later: list[dict[str, object]]) -> None:
    """Kept by an answer within four weeks, late by a later one, else overdue."""
    assert callable(say)
    days = [event["at"] for event in later]
    in_time = any(isinstance(one, date) and one <= day + timedelta(28) for one in days)
    say(part, in_time, Word.LATE if days else Word.OVERDUE)


def test_a_gate_comes_to_what_it_says(tmp_path: Path) -> None:
    """G2-G8 on logs in which all is known, by both evaluators, against a plain reading that knows
    no norms."""
    rules, rng, seen = load(tmp_path, HEAD + WHOLE), Random(64), set()
    compiled = compile_ruleset(rules)
    for number in range(150):
        events = a_log(rng)
        log = bind(trajectory_from_node(parse_yaml(log_text(number, events), "log")), rules)
        judged = judge(rules, log, LAST)
        assert replay(compiled, log, LAST) == judged
        told: dict[str, list[Word]] = {}
        for verdict in judged.verdicts:
            told.setdefault(verdict.norm, []).append(verdict.word)
        assert told == plainly(events), events
        seen |= {(norm, word) for norm, words in told.items() for word in words}
    both = {"steun", "vorm", "wie", "door-wie", "op-tijd", "toelaten", "herstelkans"}
    assert {(f"poort.{part}", Word.KEPT) for part in both | {"eerst-toelaten"}} <= seen
    assert {norm for norm, word in seen if word is not Word.KEPT} == {
        f"poort.{part}" for part in both | {"eerst-toelaten", "herstelrondes"}
    }


def log_text(number: int, events: list[dict[str, object]]) -> str:
    rows = []
    for event in events:
        said = {key: str(value).lower() if isinstance(value, bool) else value
                for key, value in event.items()}  # fmt: skip
        rows.append("  - {" + ", ".join(f"{key}: {value}" for key, value in said.items()) + "}")
    body = "\n".join(rows)
    return f"id: t{number}\nrecords: all\nclosed: all\nevents:\n{body}\n"


def test_requests_that_are_tied_do_not_touch_each_other(tmp_path: Path) -> None:
    """G1, `same`: two requests in one log, each with what belongs to it, come to what each of them
    comes to by itself."""
    tied = WHOLE.replace(" times: 1,", "").replace(
        "    by: raad\n", "    by: raad\n    same: dossier\n"
    )
    rules, rng, broken = load(tmp_path, HEAD + tied), Random(46), 0
    for number in range(60):
        both = [
            [{**event, "dossier": name} for event in a_log(rng, first=True)] for name in ("a", "b")
        ]
        apart = sum((words(rules, number, events) for events in both), Counter())
        assert words(rules, number, both[0] + both[1]) == apart, both
        broken += sum(many for (_, word), many in apart.items() if word is Word.BROKEN)
    assert broken > 100


def words(
    rules: Ruleset, number: int, events: list[dict[str, object]]
) -> Counter[tuple[str, Word]]:
    log = bind(trajectory_from_node(parse_yaml(log_text(number, events), "log")), rules)
    return Counter((verdict.norm, verdict.word) for verdict in judge(rules, log, LAST).verdicts)


def test_a_request_that_is_not_admitted_breaks_nothing(tmp_path: Path) -> None:
    """G2: too little support, not mended, refused when the time for that was over: all is kept."""
    log = """\
id: t
records: all
closed: all
events:
  - {at: 2026-02-02, act: verzoek.gedaan, by: bewoners, steun: 2, vorm: false}
  - {at: 2026-02-03, act: herstel.gevraagd, by: raad}
  - {at: 2026-02-18, act: besluit.genomen, outcome: nee, by: raad}
"""
    rules = load(tmp_path, HEAD + WHOLE)
    judged = judge(rules, bind(trajectory_from_node(parse_yaml(log, "log")), rules), LAST)
    assert {v.norm: v.word for v in judged.verdicts} == {
        "poort.door-wie": Word.KEPT,
        "poort.op-tijd": Word.KEPT,
        "poort.herstelkans": Word.KEPT,
    }


@pytest.mark.parametrize("known", ["vorm: true", "steun: 60"])
def test_what_is_not_known_stays_unknown(known: str, tmp_path: Path) -> None:
    """G2, M7: an admission of a request of which an item is not known cannot be told."""
    log = f"""\
id: t
records: all
events:
  - {{at: 2026-02-02, act: verzoek.gedaan, by: bewoners, {known}}}
  - {{at: 2026-02-18, act: besluit.genomen, outcome: ja, by: raad}}
"""
    rules = load(tmp_path, HEAD + WHOLE)
    judged = judge(rules, bind(trajectory_from_node(parse_yaml(log, "log")), rules), LAST)
    told = {v.norm: v.word for v in judged.verdicts}
    unknown, kept = ("steun", "vorm") if known.startswith("vorm") else ("vorm", "steun")
    assert (told[f"poort.{unknown}"], told[f"poort.{kept}"]) == (Word.CANNOT_TELL, Word.KEPT)


# -- what is refused -------------------------------------------------------------------------------

GATE = """\
gates:
  - id: poort
    request: verzoek.gedaan
    admits: {act: besluit.genomen, outcome: ja}
    refuses: {act: besluit.genomen, outcome: nee}
    items:
      - {id: steun, require: {steun: {at_least: 50}}}
    repair: {asks: herstel.gevraagd, done: verzoek.aangevuld, within: 2 weken}
"""
REFUSED = [
    (GATE.replace("request:", "§verzoek:"), "unknown-key", "request"),
    (GATE.replace("verzoek.gedaan", "§verzoek.gedann"), "unknown-act", "verzoek.gedaan"),
    (GATE.replace("outcome: ja", "outcome: §jaa"), "unknown-outcome", "ja"),
    (GATE.replace("require: {steun", "require: {§steunn"), "unknown-attribute", "steun"),
    (GATE.replace("require:", "§requires:"), "unknown-key", "require"),
    (GATE.replace("{id: steun, require: {steun: {at_least: 50}}}", "§{id: steun}"), "missing-key",
     "require:"),
    (GATE.replace("{id: steun, req", "{id: §op-tijd, req"), "gate-part-name", ""),
    (GATE + "    within: §4 wekn\n", "bad-term", None),
    (GATE.replace("    refuses: {act: besluit.genomen, outcome: nee}\n", "    §within: 4 weken\n"),
     "missing-key", "refuses:"),
    (GATE.replace("2 weken}", "2 weken, items: [§stuen]}"), "unknown-item", "steun"),
    (GATE.replace("2 weken}", "2 weken, times: §een}"), "wrong-type", None),
    (GATE.replace("2 weken}", "2 weken, §times: 1}") + "    same: dossier\n", "not-tied", ""),
    (GATE.replace("      - {id: steun", "      - {id: g, §count: steun.betuigd, at_least: 2}\n"
     "      - {id: steun") + "    same: dossier\n", "not-tied", ""),
    (GATE.replace("      - {id: steun", "      - {id: g, must: overleg.gevoerd}\n"
     "      - {id: steun") + "    §must_admit: true\n", "not-of-the-request", ""),
    (GATE.replace("      - {id: steun", "      - {id: §g, must: overleg.gevoerd}\n"
     "      - {id: steun").replace("2 weken}", "2 weken, items: [steun]}"),
     "not-of-the-request", ""),
    (GATE + "    by: §{vehicle: art_84}\n", "gate-vehicle", ""),
    (GATE.replace("must_admit", "x") + "    §overrides: [a#b]\n", "unknown-key", None),
    ("terms: {t: {begins: overleg.gevoerd, lasts: 1 week}}\n"
     + GATE.replace("request: verzoek.gedaan", "request: §t.verstreken"), "moment-not-here", None),
    (GATE.replace("2 weken}", "2 weken, §times: 0}"), "wrong-type", "1"),
    (GATE + "    §suspended_by: [herstel.gevraagd, verzoek.aangevuld]\n", "missing-key", "within:"),
    ("terms: {poort.hersteltermijn: {begins: overleg.gevoerd, lasts: 1 week}}\n"
     + GATE.replace("repair: {", "repair: §{"), "double-id", None),
    (GATE + "    same: §dosier\n", "unknown-attribute", "dossier"),
    (GATE + "  - {id: §poort, request: verzoek.gedaan, admits: verzoek.behandeld, items: "
     "[{id: a, by: raad}]}\n", "double-id", None),
    (GATE.replace("    repair", "      - {id: §steun, by: raad}\n    repair"), "double-id", None),
    (GATE + "norms:\n  - {id: x, never: verzoek.behandeld, prevails_over: §poort.stuen}\n",
     "unknown-norm", "poort.steun"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "code", "suggestion"), REFUSED)
def test_what_is_wrong_is_said_where_it_stands(
    marked: str, code: str, suggestion: str | None, tmp_path: Path
) -> None:
    """1.2: with its place and the nearest word, and of one mistake nothing else is said."""
    text, where = unmarked(HEAD + marked)
    problems = problems_of(lambda: load(tmp_path, text))
    assert {(one.code, place(one.position)) for one in problems} == {(code, where)}
    assert suggestion is None or {one.suggestion for one in problems} == {suggestion}


def test_what_mends_must_have_what_is_asked(tmp_path: Path) -> None:
    """G2: an item that can be mended is asked of the act that mends it too."""
    marked = GATE.replace("{steun: {at_least: 50}}", "{§soort: present}")
    text, where = unmarked(HEAD + marked)
    (problem,) = problems_of(lambda: load(tmp_path, text))
    assert (problem.code, place(problem.position)) == ("unknown-attribute", where)
    assert "verzoek.aangevuld" in problem.message_nl


# -- layers ----------------------------------------------------------------------------------------

ABOVE = """\
spelregels: "1"
id: stad/wijk
title: Wijk
regulatory_layer: WIJKSPELREGELS
governs: event_date
extends: [stad/initiatief]
"""


def above(tmp_path: Path, body: str, below: str = GATE) -> Ruleset:
    load(tmp_path, HEAD + below)
    return load(tmp_path, ABOVE + body, "stad/wijk")


def gone(rules: Ruleset) -> set[str]:
    return {norm.id for file in rules.files[:-1] for norm in file.norms}


def test_a_norm_replaces_an_item(tmp_path: Path) -> None:
    rules = above(
        tmp_path,
        """\
norms:
  - {id: steun, before: {act: besluit.genomen, outcome: ja}, must: verzoek.gedaan,
     overrides: ["stad/initiatief#poort.steun"]}
""",
    )
    assert gone(rules) == {"poort.herstelkans"}
    assert [r.old for r in rules.replaced] == [NormRef("stad/initiatief", "poort.steun")]


def test_an_item_replaces_an_item(tmp_path: Path) -> None:
    rules = above(tmp_path, GATE.replace("poort", "wijkpoort").replace(
        "steun, require", 'steun, overrides: ["stad/initiatief#poort.steun"], require'
    ))  # fmt: skip
    assert gone(rules) == {"poort.herstelkans"}
    assert "wijkpoort.steun" in {norm.id for norm in rules.own.norms}
    (shown,) = sections_of(rules, "poort", "nl")
    assert "poort.steun" not in str(shown)


def test_a_gate_of_a_minimum_is_replaced_by_no_less(tmp_path: Path) -> None:
    """An item that asks something else cannot be compared; a shorter term to decide is stricter."""
    below = GATE.replace("request", "minimum: true\n    within: 6 weken\n    request", 1)
    other = GATE.replace("poort", "wijkpoort").replace(
        "steun, require: {steun: {at_least: 50}}",
        'steun, overrides: ["stad/initiatief#poort.steun"], require: {vorm: true}',
    )
    (problem,) = problems_of(lambda: above(tmp_path, other, below))
    assert problem.code == "below-minimum"
    shorter = """\
norms:
  - {id: sneller, after: verzoek.gedaan, within: 4 weken, minimum: true,
     must: {any_of: [{act: besluit.genomen, outcome: ja}, {act: besluit.genomen, outcome: nee}]},
     overrides: ["stad/initiatief#poort.op-tijd"], term_regime: atw}
"""
    assert "poort.op-tijd" not in gone(above(tmp_path, shorter, below))


def test_the_same_gate_again_is_refused(tmp_path: Path) -> None:
    problems = problems_of(lambda: above(tmp_path, GATE))
    assert {problem.code for problem in problems} == {"double-id"}


def test_versions_have_their_own_gates(tmp_path: Path) -> None:
    older = HEAD.replace("valid_from: 2026-01-01", "valid_from: 2020-01-01\nvalid_to: 2025-12-31")
    load(tmp_path, HEAD + GATE)
    (tmp_path / "stad" / "initiatief@2020-01-01.yaml").write_text(
        older + GATE.replace("at_least: 50", "at_least: 20"), encoding="utf-8"
    )
    rules = load_ruleset("stad/initiatief", library=[tmp_path])
    assert [norm.id for f in rules.files for norm in f.norms].count("poort.steun") == 2
    assert len({str(f.gates[0].items[0].require) for f in rules.files}) == 2
