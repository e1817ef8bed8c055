"""Names that are code elsewhere, look like other names, or want to be a screen (issue 1.9)."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.hostile.conftest import OPTIONS, RULES, Checker
from tests.hostile.inputs import CSV, LOG, YAML

ODD = [
    "o'brien",
    'a"b',
    "$(rm -rf /)",
    "`id`; reboot",
    "a && b | c > d",
    "../../etc/passwd",
    "C:\\Windows",
    "<script>alert(1)</script>",
    "a, b; c",
    "{}",
    "{0.__class__.__init__.__globals__}",
    "{id}{count}",
    "%s%n%(id)s",
    "{{ 7 * 7 }}",
    "${jndi:ldap://x}",
    "' OR 1=1 --",
    "\\n\\x1b",
    "[rood]a[/rood]",
    "-",
    "--help",
    "#",
    "null",
    "é",
    "日本",
    "🙂",
]


def named(name: str, **more: str) -> str:
    """Every name of a log at once."""
    first, second = ({**event, "id": f"{name}{n}"} for n, event in enumerate(LOG["events"]))
    log = {**LOG, "id": name, "title": name, "note": name, **more}
    log["events"] = [first, {**second, "by": name, "as": "raad", "source": name, "note": name}]
    return json.dumps(log, ensure_ascii=False)


@pytest.mark.parametrize("name", ODD)
def test_a_name_is_only_a_name(checks: Checker, name: str) -> None:
    """Exit 0 and 1: kept as written in the report and in its JSON, whatever it means elsewhere."""
    checks.reads("t.json", named(name), 0, f"Traject {name} — {name}")
    late = checks.write("t.json", named(name).replace("2026-02-01", "2026-02-28"))
    got = checks.cli("check", late, *OPTIONS, "--format", "json")
    assert got.code == 1
    told = json.loads(got.out)["trajectories"][0]
    assert told["id"] == name
    assert f"{name}1" in {one for verdict in told["verdicts"] for one in verdict["evidence"]}
    cells = io.StringIO()
    csv.writer(cells).writerows(
        [name if cell == "A" else cell for cell in row] for row in csv.reader(io.StringIO(CSV))
    )
    checks.reads("t.csv", cells.getvalue(), 0, f"Traject {name}")


@pytest.mark.parametrize("name", ["{}", "%s", "{id}", "{{x}}", "{0.__class__}", "{message}"])
def test_a_title_of_the_rules_is_no_template(checks: Checker, name: str) -> None:
    """In findings, in the rules read back, and in messages about mistakes."""
    text = RULES.read_text(encoding="utf-8")
    quoted = json.dumps(name)
    text = text.replace("title: Proefreglement", f"title: {quoted}")
    text = text.replace("title: Proef\n", f"title: {quoted}\nwhy: {quoted}\n")
    text = text.replace("- id: inf", f"- title: {quoted}\n    why: {quoted}\n    id: inf")
    text = text.replace("{kind: authority}", f"{{kind: authority, title: {quoted}}}")
    rules = checks.write("regels.yaml", text)
    for command in ("show", "explain"):
        got = checks.cli(command, rules)
        assert got.code == 0, got
        assert name in got.out
    late = checks.write("t.json", named(name).replace("2026-02-01", "2026-02-28"))
    got = checks.cli("check", late, "--rules", rules, "--as-of", "2026-12-31")
    assert got.code == 1
    assert got.out.count(name) > 5
    wrong = checks.write("fout.yaml", text.replace("must: informatie", f"must: {quoted} #"))
    assert name in checks.refusal(("show", str(wrong)), wrong, None, name).err


INVISIBLE = {
    "zero-width space": "\u200b",
    "joiner": "\u200d",
    "word joiner": "\u2060",
    "soft hyphen": "\xad",
    "no-break space": "\xa0",
    "right-to-left mark": "\u200f",
    "Arabic letter mark": "\u061c",
    "Hangul filler": "\u3164",
    "braille blank": "\u2800",
    "tag letter": "\U000e0041",
    "variation": "\ufe01",
    "new line": "\n",
    "tab": "\t",
    "line separator": "\u2028",
}


@pytest.mark.parametrize("sign", INVISIBLE.values(), ids=INVISIBLE)
@pytest.mark.parametrize("key", ["id", "act", "by", "as", "outcome", "corrects", "ruleset"])
def test_a_name_that_looks_like_another_is_refused(checks: Checker, key: str, sign: str) -> None:
    """Two trajectories, acts or persons that nobody can tell apart on paper are one mistake."""
    event = {**LOG["events"][1], "as": "raad", "recorded": "2026-04-01", "corrects": "e1"}
    if key in event and key != "id":
        log = {**LOG, "events": [LOG["events"][0], {**event, key: f"e{sign}1"}]}
    else:
        log = {**LOG, key: f"A{sign}B"}
    code = f"onzichtbaar teken (U+{ord(sign):04X}"
    checks.refuses("t.json", json.dumps(log), None, code)


def test_one_letter_is_one_letter_however_it_is_stored(checks: Checker) -> None:
    """``é`` and ``e`` with a loose accent are one name: as event, and as person."""
    whole, loose = "Ren\u00e9e", "Rene\u0301e"
    first, second = LOG["events"]
    log = {**LOG, "events": [{**first, "id": whole}, {**second, "id": loose}]}
    checks.refuses("t.json", json.dumps(log, ensure_ascii=False), None, "staat dubbel")
    log = {**LOG, "events": [{**first, "by": loose}, second]}
    log["persons"] = {whole: [{"role": "college"}]}
    checks.reads("t.json", json.dumps(log, ensure_ascii=False), 0, "Uitkomst: nagekomen")


def test_a_note_may_hold_what_a_name_may_not(checks: Checker) -> None:
    """Pasted text has soft hyphens and new lines; the report keeps each thing on its own line."""
    text = "eerste\nTraject B\n\nUitkomst: schoon\xad\u200d\u200b"
    got = checks.reads("t.json", json.dumps({**LOG, "title": text, "note": text}), 0)
    assert not any(line.startswith("Traject B") for line in got.out.splitlines())


@pytest.mark.parametrize("name", [" A", "A ", "x" * 201])
def test_a_name_has_no_loose_ends(checks: Checker, name: str) -> None:
    checks.refuses("t.yaml", YAML.replace("id: A", f'id: "{name}"'), "1:5", "dat past hier niet")


@pytest.mark.parametrize("written", ["5", "2026", "-0"])
def test_a_case_number_is_a_name_as_written(checks: Checker, written: str) -> None:
    checks.reads("t.yaml", YAML.replace("id: A", f"id: {written}"), 0, f"Traject {written}")


@pytest.mark.parametrize("written", ["2026-01-01", "true", "1.50", "010", "1e5", "[a]", '""'])
def test_an_id_that_is_no_text_is_refused(checks: Checker, written: str) -> None:
    checks.refuses("t.yaml", YAML.replace("id: A", f"id: {written}"), "1:5", "")


def test_escape_sequences_never_reach_a_terminal(checks: Checker) -> None:
    """In a file name, a ruleset's name, a norm's name, a mapping's name (asserted in ``run``)."""
    path = checks.write("a\x1b[31m\u202eb.yaml", YAML)
    assert checks.cli("check", path, *OPTIONS).code == 0
    checks.write("a\x1b[31m\u202eb.yaml", "x")
    assert checks.cli("check", path, *OPTIONS).code == 2
    assert checks.cli("check", path, *OPTIONS, "--format", "json").code == 2
    good = checks.write("t.yaml", YAML)
    assert checks.cli("check", good, "--rules", "a\x1b]0;x\x07b").code == 2
    assert checks.cli("explain", f"{RULES}#\x1b[2J").code == 2
    assert checks.cli("check", good, *OPTIONS, "--map", "\x9b31m").code == 2
