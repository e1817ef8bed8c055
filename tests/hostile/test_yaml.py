"""YAML as a weapon, and as a trap (issues 1.2, 1.9): data only, and nothing read by surprise."""

from __future__ import annotations

import pytest

from tests.hostile.conftest import OPTIONS, Checker
from tests.hostile.inputs import YAML, yaml_event

DEEP = 10_000
LAUGHS = "a: &a [x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * DEEP, "1:51"),
        ("[" * DEEP + "]" * DEEP, "1:51"),
        ("{a: " * DEEP, "1:201"),
        ("- " * DEEP + "x", "1:101"),
        ("? " * DEEP + "x", "1:101"),
        ("".join(" " * depth + "a:\n" for depth in range(1000)), "51:51"),
    ],
)
def test_ten_thousand_levels_are_refused_at_the_limit(
    checks: Checker, text: str, place: str
) -> None:
    checks.refuses("t.yaml", text, place, "meer dan 50 niveaus diep")


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        (LAUGHS, "1:4", "Ankers (&a) zijn niet toegestaan; schrijf de inhoud uit."),
        ("a: &a [*a]\n", "1:8", "Verwijzingen (*a) zijn niet toegestaan; schrijf de inhoud uit."),
        ("a: *b\n", "1:4", "Verwijzingen (*b)"),
        ('!!python/object/apply:os.system ["true"]\n', "1:1", "Labels zoals !!python/object"),
        ("id: !!str A\n", "1:5", "Labels zoals !!str zijn niet toegestaan; laat het weg."),
        ("id: !x!y A\n", "1:5", "Tekst die met ! begint hoort tussen aanhalingstekens."),
        ("<<: {id: A}\nrecords: all\n", "1:1", "Samenvoegen met << is niet toegestaan"),
        ("%YAML 1.1\n---\nid: A\n", "1:1", "YAML-instructies"),
        ("%TAG ! tag:x,2000:\n---\nid: A\n", "1:1", "YAML-instructies"),
        ("id: A\n---\nid: B\n", "2:1", "meer dan een document"),
        (YAML + "id: B\n", "6:1", "De sleutel id staat hier dubbel; hij stond al op regel 1."),
        (YAML.replace("id: A", "1: A"), "1:1", "De sleutel 1 is geen tekst."),
        (YAML.replace("id: A", "~: A"), "1:1", "De sleutel ~ is geen tekst."),
        (YAML.replace("id: A", "true: A"), "1:1", "De sleutel true is geen tekst."),
        (YAML.replace("id: A", "2026-01-01: A"), "1:1", "De sleutel 2026-01-01 is geen tekst."),
        (YAML.replace("id: A", "[a, b]: A"), "1:1", "is geen tekst."),
        ("{{ id }}: A\n", "1:2", "is geen tekst."),
    ],
)
def test_what_data_need_not_have_is_refused(
    checks: Checker, text: str, place: str, said: str
) -> None:
    checks.refuses("t.yaml", text, place, said)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("no", "betekent in YAML soms false"),
        ("on", "betekent in YAML soms true"),
        ("12:30", "leest YAML soms als een getal (uren en minuten)"),
        ("3:50", "leest YAML soms als een getal (uren en minuten)"),
        ("010", "begint met een nul"),
        ("0x1F", "is geen gewoon getal"),
        ("1_000", "is geen gewoon getal"),
        ("1e999", "is geen gewoon getal"),
        (".inf", "is geen gewoon getal"),
        (".nan", "is geen gewoon getal"),
        ("1" + "0" * 5000, "is te lang om zeker goed te lezen"),
        ("@a", "zet zulke tekst tussen aanhalingstekens"),
        ("`a", "zet zulke tekst tussen aanhalingstekens"),
        ("%a", "zet zulke tekst tussen aanhalingstekens"),
        ("| a", "zet zulke tekst tussen aanhalingstekens"),
        ("- a", "hoort er een aanhalingsteken?"),
        ('"\\xZZ"', "geen teken aanwijst"),
        ('"\\ud800"', "geen teken aanwijst"),
        ("{a: b}", "Hier staat een groep sleutels"),
    ],
)
def test_a_word_that_readers_disagree_about_is_refused_with_what_to_write(
    checks: Checker, written: str, said: str
) -> None:
    line = f"{{at: 2026-01-01, act: informatie.gegeven, tekst: {written}}}"
    column = yaml_event(line).splitlines()[3].index("tekst:") + 8
    column += 3 if written.startswith('"\\') else 0
    checks.refuses("t.yaml", yaml_event(line), f"4:{column}", said)


def test_a_quoted_word_is_text_whatever_it_looks_like(checks: Checker) -> None:
    for written in ("no", "12:30", "010", "1e999", "<<", "*a", "{}", "%s", "2026-02-31", "~"):
        line = f'{{at: 2026-01-01, act: informatie.gegeven, tekst: "{written}"}}'
        checks.reads("t.yaml", yaml_event(line), 0)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("hallo\n", "1:1", "Hier staat hallo, maar dat past hier niet."),
        ("[]\n", "1:1", "Deze lijst bevat geen enkel traject."),
        ("[1, 2]\n", "1:5", "Hier staat 2, maar dat past hier niet."),
        ("[[]]\n", "1:2", "Hier staat een lijst, maar dat past hier niet."),
        ("{}\n", "1:1", "De sleutel id ontbreekt."),
        ("trajectories: {a: b}\n", "1:15", "Hier staat een groep sleutels"),
        ("trajectories: []\n", "1:1", "Deze lijst bevat geen enkel traject."),
        (YAML.replace("events:\n", "events: {a: b}\nx:\n"), "3:9", "een groep sleutels"),
        (YAML.replace("all", "alles"), "2:10", "Hier staat alles"),
        (YAML.replace("all", "[nietbestaand]"), "2:10", "De handeling nietbestaand bestaat niet"),
        (YAML + "persons: [x]\n", "6:10", "Hier staat een lijst"),
        (YAML + "area: Haven\n", "6:7", "Hier staat Haven"),
        (YAML + "closed: {x.y: [z]}\n", "6:10", "De handeling x.y bestaat niet"),
        (YAML + "facts: {klein: true}\n", "6:9", "Het gegeven klein bestaat niet"),
        (YAML + "level: meebepalen\n", "6:8", "meebepalen is hier geen bekend woord."),
        (YAML + "time_zone: ../../etc/passwd\n", "6:12", "../../etc/passwd"),
        (YAML + "as_of: 31-02-2026\n", "6:8", "De datum 31-02-2026 bestaat niet."),
        ("id: A\n\trecords: all\n", "2:1", "Hier staat een tab; spring in met spaties."),
        ("id: A: B\n", "1:6", "Klopt de inspringing?"),
        ("id: - A\n", "1:5", "Hier kan geen streepje staan."),
        ("  id: A\nrecords: all\n", "2:1", "Klopt de inspringing?"),
        ('id: "A\nrecords: all\n', "1:5", "dat hier opent, wordt niet gesloten"),
        ("id: &\n", "1:6", "Tekst die met & begint hoort tussen aanhalingstekens."),
        ("id: |0\n a\n", "1:6", "hoort de tekst op de volgende regels te staan"),
    ],
)
def test_another_shape_than_a_trajectory_is_refused(
    checks: Checker, text: str, place: str, said: str
) -> None:
    """A list where keys belong and the reverse, an indent that slipped, a quote that is open."""
    checks.refuses("t.yaml", text, place, said)


def test_a_file_in_the_place_of_another_is_told_where_it_belongs(checks: Checker) -> None:
    ruleset = checks.write("proef.yaml", 'spelregels: "1"\nid: x\ntitle: x\n')
    mapping = checks.write("map.yaml", 'spelregels_mapping: "1"\nid: x\nevents: {}\n')
    log = checks.write("log.yaml", YAML)
    rules = ("--rules", str(ruleset))
    checks.refusal(("check", str(ruleset), *rules), ruleset, "1:1", "Dit is een set regels")
    checks.refusal(("check", str(mapping), *rules), mapping, "1:1", "Dit is een mapping")
    checks.refusal(("show", str(log)), log, "1:1", "Dit is een traject")
    checks.refusal(("explain", str(mapping)), mapping, "1:1", "Dit is een mapping")
    checks.refusal(("check", str(log), "--map", str(log), *rules), log, "1:1", "Dit is een traject")
    checks.refusal(
        ("check", str(log), "--map", str(ruleset), *rules), ruleset, "1:1", "Dit is een set regels"
    )


def test_very_long_words_and_lines_are_shown_short(checks: Checker) -> None:
    """Three megabytes on one line: read when it is a title, and never repeated in a message."""
    long = "x" * 3_000_000
    checks.reads("t.yaml", YAML + f'title: "{long}"\n', 0)
    checks.refuses("t.yaml", long, "1:1", " … ")
    checks.refuses("t.yaml", YAML.replace("id: A", f'"{long}": A'), None, "Klopt de inspringing?")
    checks.refuses("t.yaml", YAML.replace("id: A", f'id: "{long}"'), "1:5", "dat past hier niet")


def test_a_hundred_thousand_unknown_keys_are_answered_at_once(checks: Checker) -> None:
    keys = "".join(f"k{number}: 1\n" for number in range(100_000))
    path = checks.write("t.yaml", YAML + keys)
    got = checks.cli("check", path, *OPTIONS)
    assert got.code == 2
    assert f"{path}:6:1: De sleutel k0 bestaat hier niet." in got.err
    assert "Er zijn nog meer fouten; herstel eerst deze." in got.err
    assert len(got.err.splitlines()) < 1000
