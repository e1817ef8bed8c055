"""What is wrong in a mapping or its source is told with its place; nothing is guessed (1.4)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from spelregels import doors
from spelregels.doors.result import Reading
from spelregels.model.problem import Problem

Mapped = Callable[..., Reading]
Refused = Callable[[Callable[[], object]], tuple[Problem, ...]]

GOOD = """spelregels_mapping: "1"
id: test
source: a test
input: {format: csv, dates: dd-mm-jjjj}
trajectory: {id: {from: id}, records: []}
events:
  stap:
    act: {from: act, words: {Besluit: besluit.genomen, Avond: bijeenkomst.gehouden}}
    at: {from: at}
    attributes: {k: {from: k, type: integer}, w: {from: w, unit: weken}}
"""
ROWS = "id,act,at,k,w\nA,Besluit,01-02-2026,1,2\n"


def test_the_good_one_is_good(mapped: Mapped) -> None:
    assert len(mapped(ROWS, GOOD).trajectories) == 1


@pytest.mark.parametrize(
    ("was", "is_now", "code", "cell", "hint"),
    [
        ("Besluit", "Besluiten", "unmapped-word", "B2", "Besluit"),
        ("01-02-2026", "31-02-2026", "no-such-date", "C2", ""),
        ("01-02-2026", "2026-02-01", "date-format", "C2", ""),
        (",1,", ",een,", "unreadable-value", "D2", ""),
        (",2\n", ",twee\n", "unreadable-value", "E2", ""),
        ("A,", ",", "empty-value", "A2", ""),
        ("01-02-2026", "", "empty-value", "A2", ""),
        ("Besluit,", ",", "empty-value", "A2", ""),
        (",w\n", ",weken\n", "path-nowhere", "", ""),
        (",at,", ",att,", "path-nowhere", "", "att"),
    ],
)
def test_a_wrong_cell_is_named(
    mapped: Mapped, refused: Refused, was: str, is_now: str, code: str, cell: str, hint: str
) -> None:
    problems = refused(lambda: mapped(ROWS.replace(was, is_now, 1), GOOD))
    assert [(p.code, p.position.cell, p.suggestion) for p in problems] == [(code, cell, hint)]


def test_a_slip_in_a_column_name_names_the_columns_that_are_there(
    mapped: Mapped, refused: Refused
) -> None:
    problems = refused(lambda: mapped(ROWS, GOOD.replace("from: act,", "from: acct,")))
    told = next(p for p in problems if p.code == "path-nowhere")
    assert told.suggestion == "act"
    assert "at" in told.expected_nl
    assert (told.position.line, told.position.column) == (8, 17)


def test_all_wrong_cells_are_told_together(mapped: Mapped, refused: Refused) -> None:
    rows = "id,act,at,k,w\nA,Besloten,1-2-2026,x,2\nB,Avondje,02-02-2026,1,2\n"
    problems = refused(lambda: mapped(rows, GOOD))
    assert [p.position.cell for p in problems] == ["B2", "B3"]


@pytest.mark.parametrize(
    ("was", "is_now", "code", "hint"),
    [
        ('spelregels_mapping: "1"\n', "", "missing-key", "spelregels_mapping:"),
        ('"1"', '"2"', "wrong-type", '"1"'),
        ("source:", "bron:", "unknown-key", "source"),
        ("trajectory:", "trajectorie:", "unknown-key", "trajectory"),
        ("format: csv", "format: xlsx", "unknown-word", ""),
        ("format: csv", "format: jsn", "unknown-word", "json"),
        ("dd-mm-jjjj", "dd-mm-yyyy", "wrong-type", "dd-mm-jjjj"),
        ("dates:", "date:", "unknown-key", "dates"),
        (", records: []", "", "missing-key", "records:"),
        ("act: {from: act,", "act: {form: act,", "unknown-key", "from"),
        ("at: {from: at}", "at: van", "wrong-type", "{from: van}"),
        ("at: {from: at}", "at: {from: at, day: voor}", "unknown-word", ""),
        ("at: {from: at}", "at: {from: [a, b]}", "missing-key", "glue:"),
        ("type: integer", "type: getal", "unknown-word", ""),
        ("type: integer", "otherwise: weg", "wrong-type", ""),
        ("type: integer", "required: ja", "wrong-type", ""),
        ("format: csv", "format: csv, encoding: ascii", "unknown-word", ""),
        ("format: csv", 'format: csv, delimiter: ";;"', "wrong-type", ""),
        ("format: csv", "format: csv, zone: Europa/Amsterdam", "wrong-type", ""),
        ("format: csv", "format: sections", "missing-key", "sections:"),
        ("dd-mm-jjjj", "DD/MM/YYYY HH:MM", "wrong-type", "dd/mm/jjjj uu:mi"),
        ("events:", "only: {a: {at_least: 3}}\nevents:", "unknown-key", ""),
        ("events:", "join: {x: {file: ../y, where: {a: b}}}\nevents:", "wrong-type", ""),
        ("events:", "join: {x: {index: i}}\nevents:", "missing-key", "list:"),
        ("events:", "data_errors: [{first: a}]\nevents:", "missing-key", "then:"),
        ("id: test", "id: test\nbased_on: ../x.yaml", "wrong-type", ""),
    ],
)
def test_a_slip_in_the_mapping_is_named(
    mapped: Mapped, refused: Refused, was: str, is_now: str, code: str, hint: str
) -> None:
    assert was in GOOD
    problems = refused(lambda: mapped(ROWS, GOOD.replace(was, is_now, 1)))
    told = next(p for p in problems if p.code == code)
    assert told.position.file.endswith("mapping.yaml")
    assert told.position.line > 0
    assert told.suggestion == hint


def test_a_mapping_based_on_itself_is_refused(mapped: Mapped, refused: Refused) -> None:
    problems = refused(lambda: mapped(ROWS, "based_on: mapping.yaml\n"))
    assert problems[0].code == "wrong-type"


@pytest.mark.parametrize(
    ("source", "path", "code"),
    [
        ('[{"id": "A", "act": "x", "at": "2026-01-01"}]', "a.b", "wrong-type"),
        ('{"rijen": 5}', "rijen", "no-records"),
        ('{"rijen": []}', "rijen", "no-trajectory"),
        ('{"andere": []}', "rijen", "no-records"),
    ],
)
def test_records_that_are_not_there(
    mapped: Mapped, refused: Refused, source: str, path: str, code: str
) -> None:
    rules = GOOD.replace("format: csv", f"format: json, path: {path}")
    assert code in {p.code for p in refused(lambda: mapped(source, rules, "b.json"))}


JOIN = """spelregels_mapping: "1"
id: test
source: a test
input: {format: json, path: z, dates: jjjj-mm-dd}
join:
  s: {path: s, where: {zaak: url}, one: true}
trajectory: {id: {from: url}, records: []}
events: {e: {act: x, at: unknown, note: {from: s.t, optional: true}}}
"""


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ('{"z": [{"url": "1"}], "s": [{"zaak": "2", "t": "a"}]}', "join-not-one"),
        ('{"z": [{"url": "1"}], "s": [{"zaak": "1"}, {"zaak": "1"}]}', "join-not-one"),
        ('{"z": [{"url": "1", "s": 0}], "s": [{"zaak": "1"}]}', "join-name-taken"),
    ],
)
def test_a_join_that_does_not_fit_is_refused(
    mapped: Mapped, refused: Refused, source: str, code: str
) -> None:
    assert code in {p.code for p in refused(lambda: mapped(source, JOIN, "b.json"))}


def test_a_join_may_find_nothing_when_the_mapping_says_so(mapped: Mapped) -> None:
    rules = JOIN.replace("one: true", "one: true, optional: true")
    source = '{"z": [{"url": "1"}], "s": [{"zaak": "2", "t": "a"}]}'
    assert mapped(source, rules, "b.json").trajectories[0].events[0].note == ""


def test_a_missing_file_of_a_join_is_named(mapped: Mapped, refused: Refused) -> None:
    rules = JOIN.replace("{path: s,", "{file: weg.json, path: s,")
    problems = refused(lambda: mapped('{"z": [{"url": "1"}]}', rules, "b.json"))
    assert problems[0].code == "no-such-file"
    assert "weg.json" in problems[0].message_nl
    assert problems[0].position.line > 1  # of the join in the mapping


def test_rows_of_one_trajectory_must_agree(mapped: Mapped, refused: Refused) -> None:
    rules = GOOD.replace("trajectory: {", "group_by: id\ntrajectory: {title: {from: k}, ")
    rows = ROWS + "A,Avond,01-03-2026,2,2\n"
    problems = refused(lambda: mapped(rows, rules))
    assert [(p.code, p.position.cell) for p in problems] == [("rows-disagree", "D3")]


def test_the_same_id_twice_is_refused(mapped: Mapped, refused: Refused) -> None:
    problems = refused(lambda: mapped(ROWS + "A,Avond,01-03-2026,2,2\n", GOOD))
    assert [p.code for p in problems] == ["double-id"]


def test_a_word_of_ours_that_is_wrong_is_named_where_theirs_stands(
    mapped: Mapped, refused: Refused
) -> None:
    rules = GOOD.replace(
        "at: {from: at}", "at: {from: at}\n    certainty: {from: k, words: {'1': zeker}}"
    )
    problems = refused(lambda: mapped(ROWS, rules))
    assert [(p.code, p.position.cell) for p in problems] == [("unknown-word", "D2")]


def test_a_folder_without_fitting_files(tmp_path: Path, refused: Refused) -> None:
    (tmp_path / "m.yaml").write_text(GOOD)
    problems = refused(lambda: doors.read(tmp_path, mapping=tmp_path / "m.yaml"))
    assert problems[0].code == "no-files"


def test_a_mapping_is_found_by_name_or_the_nearest_is_told(refused: Refused) -> None:
    assert doors.mapping_path("pabulib").is_file()
    assert refused(lambda: doors.mapping_path("pabulip"))[0].suggestion == "pabulib"


@pytest.mark.parametrize("name", doors.shipped_mappings())
def test_every_shipped_mapping_loads_and_names_its_source(name: str) -> None:
    from spelregels.doors.mapping_text import load_mapping

    path = doors.mapping_path(name)
    assert load_mapping(path).id == name
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert any("Bron" in line for line in head)
