"""Moments and terms that cannot be, or can be read in two ways (issues 1.3, 1.4, 1.9)."""

from __future__ import annotations

import json

import pytest

from tests.hostile.conftest import OPTIONS, RULES, Checker, Cli
from tests.hostile.inputs import CSV, LOG, YAML, yaml_event

GONE = "bestaat niet."
SHAPE = "maar dat past hier niet."


def event(at: str, head: str = "") -> str:
    return yaml_event(f"{{at: {at}, act: informatie.gegeven}}", head)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("31-02-2026", f"De datum 31-02-2026 {GONE}"),
        ("2026-02-31", f"De datum 2026-02-31 {GONE}"),
        ("2026-13-01", f"De datum 2026-13-01 {GONE}"),
        ("2025-02-29", f"De datum 2025-02-29 {GONE}"),
        ('"2025-02-29"', f"De datum 2025-02-29 {GONE}"),
        ("0000-01-01", f"De datum 0000-01-01 {GONE}"),
        ("10000-01-01", SHAPE),
        ('"2026-13"', SHAPE),
        ('"2026-00"', SHAPE),
        ('"0000"', SHAPE),
        ("2026-2-1", "mist een nul."),
        ("01-02-2026", SHAPE),
        ("20260201", SHAPE),
        ("46054", SHAPE),
        ("1769900400", SHAPE),
        ("-1", SHAPE),
        ("1.5", SHAPE),
        ("true", SHAPE),
        ("gisteren", SHAPE),
        ('"2026-W23-4"', SHAPE),
        ('"٢٠٢٦-٠٢-٠١"', SHAPE),
        ('"２０２６-０２-０１"', SHAPE),
        ('"2026-02-01T24:00+01:00"', SHAPE),
        ('"2026-02-01T25:61+01:00"', SHAPE),
        ('"2026-02-31T12:00+01:00"', SHAPE),
        ('"2026-02-01T12:00+99:00"', SHAPE),
        ('"2026-02-01T12:00+23:59"', SHAPE),
        ('"2026-02-01T12:00-12:01"', SHAPE),
        ('"2026-02-01T12:00"', "heeft geen tijdzone."),
        ("[2026-01-01]", SHAPE),
    ],
)
def test_a_moment_that_cannot_be_is_refused(checks: Checker, at: str, said: str) -> None:
    checks.refuses("t.yaml", event(at), "4:10", said)
    if at.startswith('"'):
        log = {**LOG, "events": [{"at": at.strip('"'), "act": "informatie.gegeven"}]}
        checks.refuses("t.json", json.dumps(log, ensure_ascii=False), "1:49", said)
        row = CSV.replace("2026-03-01", at.strip('"'))
        checks.refuses("t.csv", row, "C3", said)


@pytest.mark.parametrize(
    ("at", "place", "said"),
    [
        ("", "4:5", "De sleutel at ontbreekt."),
        ("~", "4:5", "De sleutel at ontbreekt."),
        ("{date: 2026-01-01, precision: minute}", "4:40", "minder precies dan minute"),
        ("{date: 2026, precision: day}", "4:34", "minder precies dan day"),
        ("{date: {date: 2026-01-01}}", "4:17", "een groep sleutels"),
        ("{precision: day}", "4:10", "De sleutel date ontbreekt."),
        ("{date: 2026-01-01, precision: dag}", "4:40", "dag is hier geen bekend woord"),
    ],
)
def test_a_moment_of_another_shape_is_refused(
    checks: Checker, at: str, place: str, said: str
) -> None:
    checks.refuses("t.yaml", event(at), place, said)


def test_a_clock_that_skipped_this_hour_is_refused(checks: Checker) -> None:
    zone = "time_zone: Europe/Amsterdam\n"
    checks.refuses("t.yaml", event('"2026-03-29T02:30"', zone), "5:10", SHAPE)
    checks.reads("t.yaml", event('"2026-10-25T02:30"', zone), 0)  # twice: the same day, and minute


@pytest.mark.parametrize(
    "zone", ["../../etc/passwd", "/etc/passwd", "Mars", "Europe", '""', "é", '"' + "x" * 5000 + '"']
)
def test_a_zone_that_is_none_is_refused(checks: Checker, zone: str) -> None:
    checks.refuses("t.yaml", event("2026-01-01", f"time_zone: {zone}\n"), "3:12", SHAPE)


@pytest.mark.parametrize("at", ["0001-01-01", "9999-12-31", "1900-01-01"])
def test_a_date_that_systems_fill_in_is_a_data_error(checks: Checker, at: str) -> None:
    """It happened, nobody knows when: said apart, never a breach."""
    checks.reads("t.yaml", event(at), 0, "is een invuldatum")


@pytest.mark.parametrize(
    "at", ["0001-01-02", '"0001"', "9999-12-30", '"9999-12"', "9999", '"9999-12-30T23:59-12:00"']
)
def test_the_ends_of_the_calendar_are_read(checks: Checker, at: str) -> None:
    """Exit 0: a moment far away breaks nothing."""
    for other in ("2026-03-01", at):
        log = YAML.replace("2026-02-01", at).replace("2026-03-01", other)
        got = checks.cli("check", checks.write("t.yaml", log), *OPTIONS)
        assert got.code in (0, 1), got


@pytest.mark.parametrize("day", ["0001-01-01", "0001-12-31", "9999-12-31", "2026-12-31"])
def test_any_day_may_be_the_day_of_judging(checks: Checker, day: str) -> None:
    """Exit 0: on the first day nothing has happened yet, on the last everything has."""
    path = checks.write("t.yaml", YAML)
    assert checks.cli("check", path, "--rules", RULES, "--as-of", day).code == 0
    path = checks.write("t.yaml", YAML + f"as_of: {day}\n")
    assert checks.cli("check", path, "--rules", RULES).code == 0


@pytest.mark.parametrize(
    "day", ["31-02-2026", "2026-02-30", "10000-01-01", "vandaag", "", "20260101", "2026-1-1"]
)
def test_a_wrong_day_of_judging_is_refused(checks: Checker, day: str) -> None:
    got = checks.cli("check", checks.write("t.yaml", YAML), "--rules", RULES, "--as-of", day)
    assert got.code == 2
    assert "is geen datum." in got.err and "jaar-maand-dag, zoals 2026-06-04" in got.err


@pytest.mark.parametrize(
    ("term", "hint"),
    [
        ("99999999999 weken", ""),
        ("0 dagen", ""),
        ("1,5 weken", ""),
        ("", ""),
        ("6  weken", "6 weken"),
        ("zes weken", "6 weken"),
        ("６ weken", ""),
        ("\x1b[31m6 weken", ""),
        ("6 weken; rm -rf /", ""),
        ("999999 jaar", "100 jaar"),
    ],
)
def test_a_term_that_is_none_is_refused(checks: Checker, cli: Cli, term: str, hint: str) -> None:
    """On the command line, in a ruleset and as an attribute."""
    got = cli("term", term, "--from", "2026-06-04")
    assert (got.code, got.out) == (2, "")
    assert ("is geen termijn" in got.err) or ("te lang" in got.err)
    assert hint in got.err
    rules = RULES.read_text(encoding="utf-8").replace("2 weken", json.dumps(term))
    path = checks.write("regels.yaml", rules)
    place = None if "\x1b" in term else "26:11"
    checks.refusal(("show", str(path)), path, place, "")
    log = {**LOG, "events": [{"at": "2026-01-01", "act": "informatie.gegeven", "duur": term}]}
    checks.refuses("t.json", json.dumps(log), None, "")


@pytest.mark.parametrize(
    "options",
    [
        ("100 jaar", "--from", "9950-01-01"),
        ("100 jaar", "--from", "0050-01-01", "--backwards"),
        ("1 dag", "--from", "9999-12-31"),
        ("6 weken", "--from", "9999-12-01", "--extend", "100 jaar"),
    ],
)
def test_a_term_that_leaves_the_calendar_is_refused(cli: Cli, options: tuple[str, ...]) -> None:
    got = cli("term", *options)
    assert (got.code, got.out) == (2, "")
    assert "buiten de kalender" in got.err


def test_minus_one_week_is_no_option_and_no_term(cli: Cli) -> None:
    assert cli("term", "-1 weken", "--from", "2026-06-04").code == 2
    assert cli("term", "6 weken", "--from", "2026-06-04", "--extend", "-1 week").code == 2
    assert cli("term", "6 weken", "--from", "2026-06-04", "--suspended-days", "-1").code == 2
    assert cli("term", "6 weken", "--from", "31-02-2026").code == 2
