"""Rulesets written against us (issues 1.2, 1.9): refused at their place, or read right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.hostile.conftest import OPTIONS, RULES, Checker
from tests.hostile.inputs import YAML

TEXT = RULES.read_text(encoding="utf-8")
BARE = TEXT[: TEXT.index("norms:")]


def changed(old: str, new: str) -> str:
    assert TEXT.count(old) == 1, old
    return TEXT.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("governs:", "extends: [../../etc/passwd]\ngoverns:", "7:11", "is hier geen goede naam"),
        ("governs:", "extends: [/etc/passwd]\ngoverns:", "7:11", "is hier geen goede naam"),
        ("governs:", 'extends: ["C:\\\\x"]\ngoverns:', "7:11", "is hier geen goede naam"),
        ("governs:", 'extends: ["nl/*"]\ngoverns:', "7:11", "nl/* is hier geen goede naam."),
        ("governs:", "extends: [nl/awb.yaml]\ngoverns:", "7:11", "is hier geen goede naam"),
        ("governs:", "extends: [nl//awb]\ngoverns:", "7:11", "is hier geen goede naam"),
        ("governs:", "extends: [NL/AWB]\ngoverns:", "7:11", "is hier geen goede naam"),
        ("governs:", 'extends: ["a\\0b"]\ngoverns:', "7:11", "onzichtbaar teken (U+0000)"),
        ("governs:", 'extends: [""]\ngoverns:', "7:11", "een lege tekst"),
        ("governs:", "extends: [~]\ngoverns:", "7:11", "Achter het streepje staat niets."),
        ("governs:", "extends: nl/awb\ngoverns:", "7:10", "Hier staat nl/awb"),
        ("governs:", "extends: {a: b}\ngoverns:", None, "een groep sleutels"),
        ("governs:", "extends: [[nl/awb]]\ngoverns:", None, "een lijst"),
        ("governs:", "extends: [nl/awp]\ngoverns:", "7:11", "De ruleset nl/awp bestaat niet."),
        ("governs:", f"extends: [{'a' * 5000}]\ngoverns:", "7:11", "bestaat niet."),
        ("governs:", "extends: [proef]\ngoverns:", "7:11", "extends gaat in een kring"),
        ("id: proef", "id: ../x", "3:5", "../x is hier geen goede naam."),
        ("id: proef", 'id: "$(id)"', "3:5", "$(id) is hier geen goede naam."),
        ("id: proef", 'id: "a\\nb"', "3:5", "is hier geen goede naam."),
        ("id: proef", "id: 5", "3:5", "Hier staat 5"),
        ("title: Proef\n", "title: [a]\n", None, "Hier staat een lijst"),
        ("title: Proef\n", 'title: {nl: "", en: x}\n', "4:13", "Deze tekst is leeg."),
        ("title: Proef\n", "title: {fr: x}\n", "4:9", "De sleutel fr bestaat hier niet."),
        ("title: Proef\n", 'title: "\\x1b[31m"\n', "4:8", "onzichtbaar teken (U+001B, escape)"),
        ("title: Proef\n", 'title: "\\u202e"\n', "4:8", "onzichtbaar teken (U+202E)"),
        ('spelregels: "1"', 'spelregels: "2"', "2:13", "Deze versie van de taal bestaat niet."),
        ('spelregels: "1"', "spelregels: 1.0", "2:13", "Deze versie van de taal bestaat niet."),
        ('spelregels: "1"', "spelregels: [1]", None, "Deze versie van de taal bestaat niet."),
        ("2020-01-01", "31-02-2026", "6:13", "De datum 31-02-2026 bestaat niet."),
        ("2020-01-01", "2026-02-31", "6:13", "De datum 2026-02-31 bestaat niet."),
        ("2020-01-01", "[2026-01-01]", None, "een lijst is geen datum."),
        ("2020-01-01", "20260101", "6:13", "20260101 is geen datum."),
        ("REGLEMENT", "WETJE", "5:19", "WETJE is hier geen bekend woord."),
        ("REGLEMENT", "[WET]", None, "een lijst is hier geen bekend woord."),
        ("kind: residents", "kind: god", "13:20", "god is hier geen bekend woord."),
        ("aantal: integer", "aantal: int", "16:26", "int is hier geen bekend woord."),
        ('[p, "1"]', '[q, "1"]', "22:15", "De bron q bestaat niet."),
        ('[p, "1"]', "[p, 3:50]", "22:18", "leest YAML soms als een getal"),
        ("must: informatie.gegeven", "must: informatie.geven", "24:11", "bestaat niet."),
        ("by: college", "by: [college, raad]", None, "Een kale lijst van rollen is niet duidelijk"),
        ("by: college", "by: colege", "25:9", "De rol colege bestaat niet."),
        ("    before: besluit", "    on: besluit", "23:5", "betekent in YAML soms true"),
        ("    lead:", "    lede:", "26:5", "De sleutel lede bestaat hier niet"),
        ("    lead: 2 weken", "    lead: -1 weken", "26:11", "is geen termijn"),
        ("    lead: 2 weken", "    lead: 0 dagen", "26:11", "is geen termijn"),
        ("    lead: 2 weken", "    lead: 99999999999 weken", "26:11", "is geen termijn"),
        ("    lead: 2 weken", "    lead: 1,5 weken", "26:11", "is geen termijn"),
        ("    lead: 2 weken", "    lead: 99999 weken", "26:11", "is te lang"),
        ("    lead: 2 weken", "    lead: 6", "26:11", "Hier staat 6"),
        ("- id: inf", '- id: "$(reboot)"\n    x: inf', "21:9", "is hier geen goede naam"),
        ("norms:\n  -", "norms:\n   ", None, "een groep sleutels"),
        ("roles:\n", "roles: [college]\nx:\n", None, "Hier staat een lijst"),
        (
            "before: besluit.genomen",
            f"before: {{any_of: {'[{any_of: ' * 30}[besluit.genomen]{'}]' * 30}}}",
            None,
            "meer dan 50 niveaus diep",
        ),
    ],
)
def test_a_wrong_ruleset_is_refused_at_its_place(
    checks: Checker, old: str, new: str, place: str | None, said: str
) -> None:
    path = checks.write("regels/proef.yaml", changed(old, new))
    checks.refusal(("show", str(path)), path, place, said)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2020-01-01", "0001-01-01"),
        ("2020-01-01", "9999-12-31"),
        ("2020-01-01", "not_stated"),
        ("2020-01-01", "{date: 2026-01-01, precision: year}"),
        ("    lead: 2 weken", "    lead: 100 jaar"),
        ("    lead: 2 weken", '    lead: {vague: "{}%s"}'),
        ("    lead: 2 weken", "    lead: not_stated"),
        ("governs:", "extends: [nl/awb, nl/awb]\ngoverns:"),
        ("title: Proef\n", f'title: "{"x" * 100_000}"\n'),
        ("title: Proef\n", 'title: "a\\nUitkomst: schoon"\n'),
        (
            "before: besluit.genomen",
            f"before: {{any_of: [{', '.join(['besluit.genomen'] * 5000)}]}}",
        ),
    ],
)
def test_an_odd_ruleset_is_read_and_judges(checks: Checker, old: str, new: str) -> None:
    """Exit 0 of ``show``, 0 or 1 of ``check``; no line of the report is the title's."""
    path = checks.write("regels/proef.yaml", changed(old, new))
    got = checks.cli("show", path)
    assert got.code == 0, got.err
    assert not any(line.startswith("Uitkomst") for line in got.out.splitlines())
    log = checks.write("t.yaml", YAML)
    assert checks.cli("check", log, "--rules", path, "--as-of", "2026-12-31").code in (0, 1)


def layer(checks: Checker, name: str, *below: str) -> Path:
    text = BARE.replace("id: proef", f"id: {name}\nextends: [{', '.join(below)}]")
    return checks.write(f"{name}.yaml", text.replace("extends: []\n", ""))


def test_layers_in_a_circle_are_refused(checks: Checker) -> None:
    first = layer(checks, "a", "b")
    last = layer(checks, "b", "c")
    layer(checks, "c", "a")
    got = checks.refusal(("show", str(first)), last.with_name("c.yaml"), "4:11", "a → b → c → a")
    assert "2 fouten" not in got.err


def test_a_tower_of_layers_is_refused(checks: Checker) -> None:
    """A thousand files, each on the next: told where it became too high."""
    for number in range(1000):
        layer(checks, f"l{number}", f"l{number + 1}")
    path, at = checks.folder / "l0.yaml", checks.folder / "l29.yaml"
    checks.refusal(("show", str(path)), at, "4:11", "meer dan 30 bestanden op elkaar")


def test_layers_that_meet_again_and_again_are_read_once_each(checks: Checker) -> None:
    """2**20 ways down, forty files: exit 0, at once."""
    for number in range(20):
        for side in "de":
            layer(checks, f"{side}{number}", f"d{number + 1}", f"e{number + 1}")
    layer(checks, "d20")
    layer(checks, "e20")
    assert checks.cli("show", checks.folder / "d0.yaml").code == 0


def test_a_lost_layer_does_not_search_the_disk(checks: Checker) -> None:
    """The id says that the file's library is the root of the disk."""
    path = checks.folder / "x.yaml"
    parts = [part for part in path.resolve().with_suffix("").parts if part != "/"]
    if not all(part.replace("_", "").replace("-", "").isalnum() for part in parts):
        pytest.skip("a folder above has a name that no id can have")
    name = "/".join(parts).lower()
    checks.write("x.yaml", BARE.replace("id: proef", f"id: {name}\nextends: [bestaat/niet]"))
    checks.refusal(("show", str(path)), path, "4:11", "De ruleset bestaat/niet bestaat niet.")


def test_ten_thousand_norms_are_read(checks: Checker) -> None:
    """Exit 0 of ``show``; exit 1 of ``check``: some are broken. More than fit are refused."""
    norm = TEXT[TEXT.index("  - id:") :]
    many = [norm.replace("informatie-vooraf", f"n{n}") for n in range(10_000)]
    path = checks.write("veel.yaml", TEXT + "".join(many))
    got = checks.cli("show", path)
    assert (got.code, "n9999" in got.out) == (0, True)
    path = checks.write("veel.yaml", TEXT + "".join(many[:200]).replace("2 weken", "9 weken"))
    log = checks.write("t.yaml", YAML)
    got = checks.cli("check", log, "--rules", path, "--as-of", "2026-12-31", "--format", "json")
    assert got.code == 1
    assert len(json.loads(got.out)["trajectories"][0]["verdicts"]) == 201
    tiny = "".join(f"  - {{id: n{n}, x: 1}}\n" for n in range(60_000))
    path = checks.write("teveel.yaml", TEXT + tiny)
    got = checks.cli("show", path)
    assert (got.code, "meer dan 200000 waarden" in got.err) == (2, True)


def test_a_thousand_wrong_norms_are_answered_at_once(checks: Checker) -> None:
    wrong = "".join(f"  - {{id: n{n}, aftr: x, must: y{n}}}\n" for n in range(600))
    path = checks.write("fout.yaml", TEXT + wrong)
    got = checks.refusal(("show", str(path)), path, None, "welke soort regel dit is")
    assert "herstel eerst deze." in got.err
    assert len(got.err.splitlines()) < 1000


GONE = ["nietbestaand", "../rulesets/nl/awb", "*", "nl/*", ".", "{}", "%s", "nl/awb@x", "a" * 5000]
NEAR = ["vormen/inspraakk", "./vormen/inspraak", "vormen//inspraak", "VORMEN/INSPRAAK"]


@pytest.mark.parametrize("ref", [*GONE, *NEAR, "vormen/inspraak#x"])
def test_rules_that_do_not_exist_are_refused(checks: Checker, ref: str) -> None:
    """On the command line and in the header of a log; near names are offered."""
    log = checks.write("t.yaml", YAML)
    got = checks.cli("check", log, "--rules", ref)
    assert (got.code, got.out) == (2, "")
    assert "bestaat niet." in got.err
    assert ref not in NEAR or "bedoelde u: vormen/inspraak" in got.err
    if len(ref) <= 200:
        log = checks.write("t.yaml", f"{YAML}ruleset: {json.dumps(ref)}\n")
        assert checks.cli("check", log).code == 2


@pytest.mark.parametrize(
    "ref", ["/etc/passwd", "a\\0b.yaml", "x" * 190 + ".yaml", "weg.yaml", "t.csv"]
)
def test_a_header_that_names_a_strange_file_is_refused(checks: Checker, ref: str) -> None:
    log = checks.write("t.yaml", f'{YAML}ruleset: "{ref}"\n')
    got = checks.cli("check", log)
    assert (got.code, got.out) == (2, "")


def test_different_rulesets_in_one_run_are_refused(checks: Checker) -> None:
    one = checks.write("een.yaml", YAML + "ruleset: nl/awb\n")
    two = checks.write("twee.yaml", YAML.replace("id: A", "id: B") + "ruleset: nl/wro\n")
    got = checks.cli("check", one, two)
    assert (got.code, got.out) == (2, "")
    assert "--rules met een naam of bestand" in got.err
    assert checks.cli("check", one, "--rules", "", *OPTIONS[2:]).code in (1, 0, 2)
