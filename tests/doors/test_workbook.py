"""The workbook that people fill in: what they may type, and which cell an error names (3, 2.4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from spelregels import doors
from spelregels.doors.workbook_save import write_workbook
from spelregels.language import bind, load_ruleset
from spelregels.model.problem import Problem
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.words import Certainty, Precision

Refused = Callable[[Callable[[], object]], tuple[Problem, ...]]
Book = openpyxl.Workbook
EVENTS = [
    "Traject",
    "Nr",
    "Datum",
    "Tijd",
    "Hoe precies",
    "Wat",
    "Wie",
    "In welke rol[]",
    "Uitkomst",
]


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return load_ruleset("vormen/wijkplatform")


def plain_book(**sheets: list[list[Any]]) -> Book:
    """A workbook somebody made by hand, without lists: the codes themselves."""
    book = Book()
    book.remove(book.worksheets[0])
    told: dict[str, list[list[Any]]] = {
        "trajecten": [["Traject", "Wat staat erin[]", "Volgorde"], ["A", "alles", None]],
        "gebeurtenissen": [EVENTS, ["A", "e1", date(2026, 2, 1), None, None, "besluit.genomen"]],
        **sheets,
    }
    for name, rows in told.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def saved(book: Book, folder: Path) -> Path:
    path = folder / "t.xlsx"
    book.save(path)
    return path


def read(book: Book, folder: Path) -> Trajectory:
    (one,) = doors.read(saved(book, folder))
    return one


def cells(problems: tuple[Problem, ...]) -> dict[str, str]:
    return {problem.position.cell: problem.code for problem in problems}


# -- what may be filled in ------------------------------------------------------------------------


def test_rows_become_events(tmp_path: Path) -> None:
    rows = [
        [*EVENTS, "Zekerheid", "Gegeven: bedrag", "Gegeven: kanaal[]", "Gegeven: openbaar"],
        ["A", 7, date(2026, 2, 1), None, None, "x", "raad", "raad; college", "ja", "gepland", 12.5],
        ["A", None, datetime(2026, 2, 1, 19, 30), None, None, "x", None, None, None, None, 5000],
        ["A", None, date(2026, 2, 1), time(9, 5), None, "x", None, None, None, None, None,
         '"een;twee"; drie', True],
        ["A", None, date(2026, 2, 14), None, "maand", "x", None, None, None, None, "~"],
        ["A", None, None, None, "onbekend", "x"],
    ]  # fmt: skip
    one = read(plain_book(gebeurtenissen=rows), tmp_path)
    first, second, third, fourth, fifth = one.events
    assert (first.id, first.by, first.roles, first.outcome) == (
        "7",
        "raad",
        ("raad", "college"),
        "ja",
    )
    assert first.certainty is Certainty.PLANNED
    assert first.attributes == {"bedrag": Decimal("12.5")}
    assert (second.at.minute, third.at.minute) == (19 * 60 + 30, 9 * 60 + 5)
    assert second.attributes == {"bedrag": 5000}
    assert third.attributes == {"kanaal": ("een;twee", "drie"), "openbaar": True}
    assert (fourth.at.precision, fourth.at.day) == (Precision.MONTH, date(2026, 2, 1))
    assert fourth.attributes == {"bedrag": None}  # known not to be there
    assert fifth.at.precision is Precision.UNKNOWN
    assert first.position.cell == "gebeurtenissen!A2"


def test_departures_are_events_of_their_own(tmp_path: Path, rules: Ruleset) -> None:
    head = ["Traject", "Nr", "Datum", "Over welke gebeurtenis", "Motivering", "Soort afwijking"]
    book = plain_book(
        afwijkingen=[
            head,
            ["A", "a1", date(2026, 3, 1), "e1", "te duur"],
            ["A", "a2", date(2026, 3, 2), "e1", None, "advies.niet_gevolgd"],
        ]
    )
    one = bind(read(book, tmp_path), rules)
    assert [(e.id, e.act, dict(e.attributes)) for e in one.events[1:]] == [
        ("a1", "afwijking.besloten", {"antwoord_op": "e1", "motivering": "te duur"}),
        ("a2", "advies.niet_gevolgd", {"antwoord_op": "e1"}),
    ]


def test_a_departure_on_the_day_of_another_event_needs_its_place(
    tmp_path: Path, refused: Refused
) -> None:
    """Two sheets have no order between them; only where the order is asserted that matters."""
    departures = [["Traject", "Datum"], ["A", date(2026, 2, 1)]]
    listed = [["Traject", "Wat staat erin[]", "Volgorde"], ["A", "alles", "zoals op het blad"]]
    assert len(read(plain_book(afwijkingen=departures), tmp_path).events) == 2
    path = saved(plain_book(afwijkingen=departures, trajecten=listed), tmp_path)
    assert cells(refused(partial(doors.read, path))) == {"afwijkingen!B2": "order-across-sheets"}


def test_headings_words_and_labels_are_those_of_the_fill_in_workbook(
    tmp_path: Path, rules: Ruleset, refused: Refused
) -> None:
    path = tmp_path / "leeg.xlsx"
    write_workbook(rules, path)
    assert refused(partial(doors.read, path))[0].code == "no-trajectory"
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        *("uitleg", "trajecten", "gebeurtenissen", "afwijkingen", "personen", "lijsten"),
    ]
    book["trajecten"].append([])
    fill(book["trajecten"], {
        "Traject": "plein",
        "Wat staat erin[]": "besluit genomen over de zaak zelf; advies uitgebracht",
        "Bevoegd orgaan": "college van burgemeester en wethouders", "Niveau": "adviseren",
        "Compleet": "besluit.genomen: motivering", "Volgorde": "zoals op het blad",
        "Toetsdatum": date(2026, 9, 1),
    })  # fmt: skip
    fill(book["gebeurtenissen"], {
        "Traject": "plein", "Datum": date(2026, 2, 1), "Wat": "besluit genomen over de zaak zelf",
        "In welke rol[]": "gemeenteraad; wijkraad", "Uitkomst": "aangenomen",
    })  # fmt: skip
    fill(book["personen"], {
        "Traject": "plein", "Persoon": "lid-1", "Rol": "raadslid", "Van": date(2022, 3, 30),
    })  # fmt: skip
    one = bind(read(book, tmp_path), rules)
    assert one.records == {"besluit.genomen", "advies.uitgebracht"}
    assert (one.competent_authority, one.as_of) == ("college", date(2026, 9, 1))
    assert one.closed.attributes == {"besluit.genomen": frozenset({"motivering"})}
    assert one.events[0].roles == ("raad", "wijkraad")
    assert one.persons["lid-1"][0].first == date(2022, 3, 30)


def fill(sheet: Any, values: dict[str, Any]) -> None:
    """Type values under headings, in the first row below them."""
    at = {cell.value: cell.column for cell in sheet[1]}
    for heading, value in values.items():
        sheet.cell(2, at[heading]).value = value


def test_drop_down_lists_reach_every_act_role_and_outcome(tmp_path: Path, rules: Ruleset) -> None:
    path = tmp_path / "leeg.xlsx"
    write_workbook(rules, path)
    book = openpyxl.load_workbook(path)
    events = book["gebeurtenissen"]
    checks = {
        str(area): check
        for check in events.data_validations.dataValidation
        for area in check.sqref.ranges
    }
    listed = {"F2:F500": set(), "H2:H500": set(), "I2:I500": set()}  # type: ignore[var-annotated]
    for area, found in listed.items():
        column, last = checks[area].formula1.split("!$")[1].split("$")[0], 400
        found |= {book["lijsten"][f"{column}{row}"].value for row in range(2, last)} - {None}
    assert len(listed["F2:F500"]) == len(rules.acts)
    assert len(listed["H2:H500"]) >= len(rules.roles)
    assert listed["I2:I500"] == {o for act in rules.acts.values() for o in act.outcomes}
    assert checks["C2:C500"].type == "date"


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_both_date_systems_give_the_day_that_is_shown(tmp_path: Path, epoch: Any) -> None:
    book = plain_book()
    if epoch is not None:
        book.epoch = epoch
    assert read(book, tmp_path).events[0].at.day == date(2026, 2, 1)


# -- what is refused ------------------------------------------------------------------------------

DATES = {
    "1-2-2026": "2026-02-01",
    "2026-02-01": "",
    "begin maart": "",
    45000: "",
    True: "",
    time(19, 30): "",
}


@pytest.mark.parametrize("value", DATES, ids=str)
def test_a_date_is_a_real_date(tmp_path: Path, refused: Refused, value: Any) -> None:
    book = plain_book()
    book["gebeurtenissen"]["C2"].value = value
    book["gebeurtenissen"]["C2"].number_format = "General"
    (problem,) = refused(partial(read, book, tmp_path))
    assert (problem.position.cell, problem.code) == ("gebeurtenissen!C2", "no-date")
    assert problem.suggestion == DATES[value]


BAD: dict[str, tuple[str, Any, str]] = {
    "a formula": ("gebeurtenissen!G2", "=1+1", "formula"),
    "a formula as date": ("gebeurtenissen!C2", "=TODAY()", "formula"),
    "an error": ("gebeurtenissen!G2", "#REF!", "bad-cell"),
    "an unknown word": ("gebeurtenissen!E2", "ongeveer", "unknown-word"),
    "a trajectory that is not there": ("gebeurtenissen!A2", "B", "unknown-trajectory"),
    "no trajectory": ("gebeurtenissen!B2", "weg", "empty-value"),
    "an unknown column": ("gebeurtenissen!H1", "Wei", "unknown-column"),
    "the same column twice": ("gebeurtenissen!H1", "Wat", "duplicate-column"),
    "a value beside the columns": ("gebeurtenissen!Z2", "x", "cell-without-column"),
    "a hidden character": ("gebeurtenissen!G2", "a\u202eb", "hidden-character"),
    "a name twice": ("trajecten!A3", "A", "double-id"),
    "records is empty": ("trajecten!A2", "A", "empty-value"),
    "a time as text": ("gebeurtenissen!D2", "half acht", "no-time"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_error_names_its_cell(tmp_path: Path, refused: Refused, name: str) -> None:
    """2.4: errors name the cell."""
    where, value, code = BAD[name]
    book = plain_book()
    sheet, cell = where.split("!")
    book[sheet][cell].value = value
    if name == "no trajectory":
        book[sheet]["A2"].value = None
    if name == "records is empty":
        book[sheet]["B2"].value = None
    found = cells(refused(partial(read, book, tmp_path)))
    assert found.get(where) == code, found


def test_all_errors_of_a_workbook_come_together(tmp_path: Path, refused: Refused) -> None:
    book = plain_book()
    book["gebeurtenissen"]["C2"].value = "1-2-2026"
    book["gebeurtenissen"]["E2"].value = "ongeveer"
    book["trajecten"]["C2"].value = "omgekeerd"
    assert set(cells(refused(partial(read, book, tmp_path)))) == {
        *("gebeurtenissen!C2", "gebeurtenissen!E2", "trajecten!C2"),
    }


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_what_nobody_sees_is_not_read(tmp_path: Path, refused: Refused, state: str) -> None:
    book = plain_book(aantekeningen=[["hallo"]])
    book["aantekeningen"].sheet_state = state
    assert len(read(book, tmp_path).events) == 1
    book["gebeurtenissen"].sheet_state = state
    assert "hidden-sheet" in cells(refused(partial(read, book, tmp_path))).values()


def test_merged_cells_are_refused_and_filtered_rows_are_read(
    tmp_path: Path, refused: Refused
) -> None:
    book = plain_book()
    book["gebeurtenissen"].row_dimensions[2].hidden = True
    assert len(read(book, tmp_path).events) == 1
    book["gebeurtenissen"].merge_cells("F2:F4")
    found = cells(refused(partial(read, book, tmp_path)))
    assert found == {"gebeurtenissen!F2": "merged-cells"}


def test_huge_empty_ranges_cost_nothing(tmp_path: Path) -> None:
    book = plain_book()
    book["gebeurtenissen"]["XFD1048576"].number_format = "0.00"  # a cell, and nothing in it
    book["gebeurtenissen"].row_dimensions[900_000].height = 30
    assert len(read(book, tmp_path).events) == 1
