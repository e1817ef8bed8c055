"""Logs that contradict themselves (issues 1.4, 1.9): refused, or read with a data error."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from spelregels.language.binding import MOST_EVENTS
from tests.hostile.conftest import OPTIONS, Checker
from tests.hostile.inputs import YAML, yaml_event

GIVEN = "at: 2026-01-01, act: informatie.gegeven"


def events(*lines: str) -> str:
    return yaml_event("\n  - ".join(f"{{{line}, {GIVEN}}}" for line in lines))


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        (events("id: e1", "id: e1"), "5:10", "staat dubbel (eerst op regel 4)"),
        (events("id: e2", "by: raad"), "5:5", "De gebeurtenis e2 staat dubbel"),
        (
            events("id: e1, corrects: e1, recorded: 2026-02-01"),
            "4:24",
            "De gebeurtenis e1 vervangt uiteindelijk zichzelf.",
        ),
        (
            events(
                "id: e1, corrects: e2, recorded: 2026-02-01",
                "id: e2, corrects: e3, recorded: 2026-02-01",
                "id: e3, corrects: e1, recorded: 2026-02-01",
            ),
            "6:24",
            "De gebeurtenis e3 vervangt uiteindelijk zichzelf.",
        ),
        (
            events("id: e1", "id: e2, corrects: e9, recorded: 2026-02-01"),
            "5:24",
            "De gebeurtenis e9 bestaat niet in dit traject.",
        ),
        (events("id: e1", "id: e2, corrects: e1"), "5:24", "De sleutel recorded ontbreekt."),
        (events("id: e1, recorded: 2026-02-01"), "4:24", "De sleutel corrects ontbreekt."),
        (events("id: e1, by: [raad, college]"), "4:18", "Hier staat een lijst"),
        (events("id: e1, as: keizer"), "4:18", "De rol keizer bestaat niet"),
        (events("id: e1, certainty: zeker"), "4:25", "zeker is hier geen bekend woord."),
        (events("id: e1, aantal: veel"), "4:22", "veel past niet bij aantal"),
        (events("id: e1, bedrag: '5.000,00'"), "4:22", "5.000,00 past niet bij bedrag"),
        (events("id: e1, duur: 1,5 weken"), "4:20", ""),
        (events("id: e1, dag: 31-02-2026"), "4:19", "31-02-2026 past niet bij dag"),
        (events("id: e1, kanaal: {a: b}"), "4:22", "een groep sleutels"),
        (events("id: e1, kanaal: [[a]]"), "4:23", "Hier staat een lijst"),
        (events('id: e1, "": x'), "4:18", "bestaat niet bij e1"),
        (events("id: e1, toelichting: x"), "4:27", "Het gegeven toelichting bestaat niet"),
        (yaml_event("{at: 2026-01-01, act: [informatie.gegeven]}"), "4:27", "een lijst"),
        (yaml_event("{at: 2026-01-01, act: informatie.geven}"), "4:27", "bestaat niet in proef"),
        (yaml_event("{at: 2026-01-01, act: 5}"), "4:27", "Hier staat 5"),
        (yaml_event("{act: informatie.gegeven}"), "4:5", "De sleutel at ontbreekt."),
        (yaml_event("informatie.gegeven"), "4:5", "Hier staat informatie.gegeven"),
        (
            yaml_event("{at: 2026-01-01, act: besluit.genomen, outcome: misschien}"),
            "4:53",
            "misschien",
        ),
    ],
)
def test_a_log_that_cannot_be_followed_is_refused(
    checks: Checker, text: str, place: str, said: str
) -> None:
    checks.refuses("t.yaml", text, place, said)


def test_an_end_before_its_begin_is_an_error_in_the_data(checks: Checker) -> None:
    """Exit 0: nothing is broken, and the error is said."""
    checks.reads("t.yaml", events("id: e1, until: 2025-01-01"), 0, "eindigt (2025-01-01) voordat")


def test_a_second_correction_of_one_event_is_read(checks: Checker) -> None:
    """Exit 0: both stay visible."""
    two = "corrects: e1, recorded: 2026-02-01"
    checks.reads("t.yaml", events("id: e1", f"id: e2, {two}", f"id: e3, {two}"), 0)


def test_one_trajectory_twice_is_refused(checks: Checker) -> None:
    """In one file, in a folder, and over several inputs; also the same file named twice."""
    one, other = checks.write("een.yaml", YAML), checks.write("map/twee.yaml", YAML)
    checks.write("map/drie.yaml", YAML)
    items = YAML.replace("\n", "\n  ").strip()
    both = f"- {items}\n- {items}\n"
    checks.refuses("t.yaml", both, "6:3", "Het traject A staat dubbel in dit bestand")
    folder = other.parent
    checks.refusal(("check", str(folder), *OPTIONS), other, "1:1", "staat ook in")
    checks.refusal(("check", str(one), str(other), *OPTIONS), other, "1:1", "staat ook in")
    checks.refusal(("check", str(one), str(one), *OPTIONS), one, "1:1", "staat ook in")


def test_the_mistakes_of_all_inputs_are_told_together(checks: Checker) -> None:
    one = checks.write("een.yaml", events("id: e1", "id: e1"))
    other = checks.write("twee.csv", "id;at;act;records\nB;31-02-2026;informatie.gegeven;all\n")
    got = checks.cli("check", one, other, *OPTIONS)
    assert got.code == 2
    assert f"{one}:5:10: " in got.err
    assert f"{other}:B2: " in got.err


def test_a_chain_of_corrections_is_followed_once(checks: Checker) -> None:
    """Exit 0: each event replaces the one before it, thousands deep; and a circle at its end."""
    event = "id: e{}, corrects: e{}, recorded: 2026-02-01"
    chain = [event.format(n, n - 1) for n in range(1, 4000)]
    checks.reads("t.yaml", events("id: e0", *chain), 0)
    looped = events(event.format(0, 3999), *chain)
    checks.refuses("t.yaml", looped, "4:24", "De gebeurtenis e0 vervangt uiteindelijk zichzelf.")


def test_a_long_trajectory_with_linked_answers_is_judged(checks: Checker) -> None:
    """1.9: every answer is held against every question, not every pair against every third."""
    day = "at: {at}, id: e{n}"
    log = []
    for n in range(0, 600, 2):
        at = date(2026, 2, 1) + timedelta(n)
        log.append(f"{day.format(at=at, n=n)}, act: advies.uitgebracht")
        log.append(f"{day.format(at=at, n=n + 1)}, act: reactie.gegeven, antwoord_op: e{n}")
    text = "\n".join(f"  - {{{one}}}" for one in log)
    path = checks.write("lang.yaml", f"id: lang\nrecords: all\norder: listed\nevents:\n{text}\n")
    assert (
        checks.cli("check", path, "--rules", "vormen/wijkplatform", "--as-of", "2029-01-01").code
        == 1
    )


def test_too_long_a_trajectory_is_refused(checks: Checker) -> None:
    chain = [f"id: e{n}" for n in range(MOST_EVENTS + 1)]
    said = f"Traject A heeft {MOST_EVENTS + 1} gebeurtenissen; dat is te veel."
    checks.refuses("t.yaml", events(*chain), "1:1", said)
