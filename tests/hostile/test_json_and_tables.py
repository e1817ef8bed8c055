"""JSON, JSONL and CSV that are broken, doubled or ambiguous (issues 1.4, 1.9)."""

from __future__ import annotations

import json

import pytest

from tests.hostile.conftest import Checker
from tests.hostile.inputs import CSV, JSON, LOG

AT = JSON.index('"2026-02-01"') + 1


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ('"2026-02-01"', "NaN", f"1:{AT}", "hier staat `NaN"),
        ('"2026-02-01"', "-Infinity", f"1:{AT}", "hier staat `-Infinity"),
        ('"2026-02-01"', "1e99999", f"1:{AT}", "geen geldige JSON"),
        ('"2026-02-01"', "1e999", f"1:{AT}", "Hier staat 1e999"),
        ('"2026-02-01"', "9" * 5000, f"1:{AT}", "`999999999999…`"),
        ('"2026-02-01"', "20260201", f"1:{AT}", "Hier staat 20260201"),
        ('"2026-02-01"', "true", f"1:{AT}", "Hier staat true"),
        ('"A"', '"A",', "1:12", "hier staat `,`"),
        ('"ja"}]}', '"ja"},]}', None, "hier staat `]`"),
        ('"ja"}]}', '"ja"}],}', None, "hier staat `}`"),
        ('{"id"', '// zo\n{"id"', "1:1", "hier staat `// zo`"),
        ('"id": "A"', '/* */ "id": "A"', "1:2", "geen geldige JSON"),
        ('"A"', "'A'", "1:8", "geen geldige JSON"),
        ('"A"', "A", "1:8", "geen geldige JSON"),
        ('"A"', "0x1", "1:9", "geen geldige JSON"),
        ('"A"', "01", "1:8", "geen geldige JSON"),
        ('"A"', "True", "1:8", "geen geldige JSON"),
        ('"A"', '"A\nB"', "1:8", 'hier staat `"A`'),
        ('"A"', '"\\x41"', "1:8", "geen geldige JSON"),
        ('"A"', '"\\ud800"', "1:8", "geen geldige JSON"),
        ('"A"', '["A"]', "1:8", "Hier staat een lijst"),
        ('"A"', "1.5", "1:8", "Hier staat 1.5"),
        ('"id": "A"', '"id": "A", "id": "B"', "1:13", "voor de tweede keer"),
        ('"id": "A"', '"id": "A", "\\u0069d": "B"', "1:13", "voor de tweede keer"),
        ('"all"', "null", "1:1", "De sleutel records ontbreekt."),
        ('"college"', '{"naam": "college"}', None, "een groep sleutels"),
    ],
)
def test_json_that_is_no_json_or_no_trajectory_is_refused(
    checks: Checker, old: str, new: str, place: str | None, said: str
) -> None:
    checks.refuses("t.json", JSON.replace(old, new, 1), place, said)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("[" * 10_000, "1:65", "dieper genest dan 64 lagen"),
        ('{"a":' * 10_000, "1:321", "dieper genest dan 64 lagen"),
        (JSON + JSON, f"1:{len(JSON) + 1}", "geen geldige JSON"),
        ("null", "1:1", "Hier staat niets"),
        ("[]", "1:1", "geen enkel traject"),
        (f"[[{JSON}]]", "1:2", "Hier staat een lijst"),
        ('{"": 1}', "1:1", "De sleutel id ontbreekt."),
        ('{"id": "' + "x" * 3_000_000, "1:8", "hier staat `"),
        ('{"id": "' + "\\\\" * 1_000_000, "1:8", "hier staat `"),
        ('{"id": ' + "9" * 3_000_000 + "}", "1:8", "`999999999999…`"),
        (" " * 3_000_000, "1:3000001", "het einde van de tekst"),
        (f"[{JSON}, {JSON}]", f"1:{len(JSON) + 4}", "Het traject A staat dubbel"),
    ],
)
def test_json_of_another_shape_is_refused(
    checks: Checker, text: str, place: str, said: str
) -> None:
    checks.refuses("t.json", text, place, said)


@pytest.mark.parametrize("amount", ["1e999", "-1e999", "9" * 30])
def test_an_amount_beyond_all_budgets_is_no_amount(checks: Checker, amount: str) -> None:
    """1e999 is a number to JSON; nobody grants that."""
    hostile = JSON.replace('"by": "college"', f'"bedrag": {amount}, "aantal": 1')
    checks.refuses("t.json", hostile, None, "past niet bij bedrag")
    checks.refuses("t.json", hostile.replace("bedrag", "x").replace("aantal", "y"), None, "x")


def test_broken_lines_of_jsonl_are_told_together(checks: Checker) -> None:
    other = JSON.replace('"A"', '"B"')
    checks.reads("t.jsonl", f"\n{JSON}\n\n  \n{other}\n\n", 0, "Traject A", "Traject B")
    broken = f'{JSON}\n{{"id": \n\n{other}\n{{x}}\n'
    got = checks.refuses("t.jsonl", broken, "2:8", "het einde van de tekst")
    assert "t.jsonl:5:2: Dit is geen geldige JSON" in got.err
    checks.refuses("t.jsonl", f"{JSON}\n{JSON}\n", "2:1", "(eerst op regel 1)")
    checks.refuses("t.jsonl", JSON + "\n" + JSON[:56], "2:55", "geen geldige JSON")
    checks.refuses("t.jsonl", "1\n2\n", "2:1", "Hier staat 2")
    got = checks.refuses("t.jsonl", "{x}\n" * 20_000, "1:2", "geen geldige JSON")
    assert len(got.err.splitlines()) < 1000


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_of_a_spreadsheet_is_read(checks: Checker, delimiter: str) -> None:
    """With a byte order mark, with Windows line ends, with empty columns and rows at the end."""
    text = CSV.replace(",", delimiter).replace("\n", delimiter * 3 + "\r\n")
    checks.reads("t.csv", "\ufeff" + text + delimiter * 9 + "\r\n\r\n", 0, "1× nagekomen")


def test_a_cell_may_hold_lines_and_quotes(checks: Checker) -> None:
    text = CSV.replace("records\n", "records,tekst\n").replace("all\n", 'all,"a\nb\n""c"""\n')
    text = text.replace("ja,\n", "ja,,\n").replace(",,\nA", ",\nA")
    checks.reads("t.csv", text, 0, "1× nagekomen")
    checks.refuses("t.csv", text.replace("2026-03-01", "31-02-2026"), "C3", "bestaat niet")


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("A,e2", '"A,e2', "3:1", "een aanhalingsteken wordt niet gesloten"),
        ("A,e2", '"A"x,e2', "3:1", "na een aanhalingsteken dat sluit staat nog tekst"),
        (",ja,", ",ja,,x,y", "H3", "Deze rij heeft 9 cellen, de kop heeft er 7."),
        ("raad,ja,", "", "F3", "Deze rij heeft 5 cellen, de kop heeft er 7."),
        ("by,outcome", "by,by", "F1", "De kolom `by` staat er twee keer."),
        ("by,outcome", "by,by[]", "F1", "De kolom `by` staat er twee keer"),
        ("by,outcome", "by,", "F1", "Deze kolom heeft geen naam."),
        ("by,outcome", "by,[]", "F1", "heeft geen hele naam"),
        ("by,outcome", "by,facts.", "F1", "heeft geen hele naam"),
        ("by,outcome", "by,persons", "F1", "kan niet in een tabel"),
        ("by,outcome", "by,kleur", "F3", "Het gegeven kleur bestaat niet"),
        ("id,event,at", "ID,Event,At", "1:1", "niet de kop van een trajectentabel"),
        ("id,event,at", "id,event,att", "1:1", "niet de kop van een trajectentabel"),
        ("id,event", "sep=,\nid,event", "1:1", "niet de kop van een trajectentabel"),
        ("A,e2", ",e2", "A3", "Deze rij noemt geen traject."),
        ("A,e2", "~,e2", "A3", "Deze rij noemt geen traject."),
        ("e2,", "e1,", "B3", "De gebeurtenis e1 staat dubbel"),
        ("2026-03-01", "46054", "C3", "Hier staat 46054"),
        ("2026-03-01", "01-03-2026", "C3", "Hier staat 01-03-2026"),
        ("2026-03-01", "~", "A3", "De sleutel at ontbreekt."),
        ("2026-03-01", "", "A3", "De sleutel at ontbreekt."),
        (",ja,\n", ",ja,besluit.genomen\n", "G3", "iets anders dan regel 2"),
        (",ja,", ",5,", "F3", "De uitkomst 5 bestaat niet"),
        ("raad", "x" * 200_000, "3:1", "een cel is langer dan 131072 tekens"),
    ],
)
def test_a_wrong_table_is_refused_at_its_cell(
    checks: Checker, old: str, new: str, place: str, said: str
) -> None:
    checks.refuses("t.csv", CSV.replace(old, new, 1), place, said)


def test_a_table_of_nothing_but_mistakes_is_answered_at_once(checks: Checker) -> None:
    head = CSV.splitlines()[0] + "\n"
    rows = "".join(f"A{n},e1,31-02-2026,informatie.gegeven,,,all\n" for n in range(3000))
    got = checks.refuses("t.csv", head + rows, "C2", "De datum 31-02-2026 bestaat niet.")
    assert "Er zijn nog meer fouten" in got.err
    checks.refuses("t.csv", head + "A,e1\n" * 20_000, "C2", "Deze rij heeft 2 cellen")
    checks.refuses("t.csv", head.strip() + ",x" * 20_000 + "\nA\n", "I1", "staat er twee keer")
    checks.refuses("t.csv", "x," * 300_000, "1:1", "niet de kop")


def test_a_formula_is_text(checks: Checker) -> None:
    """What a spreadsheet would run is a name here, and is written back as text."""
    formula = "=cmd|' /C calc'!A0"
    checks.reads("t.csv", CSV.replace("A,", f'"{formula}",'), 0, f"Traject {formula}")
    checks.reads("t.json", json.dumps({**LOG, "id": formula}), 0, f"Traject {formula}")
