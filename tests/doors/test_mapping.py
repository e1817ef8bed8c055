"""A mapping file turns tables and documents into trajectories without code (issue item 1.4)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from spelregels.doors.result import Reading
from spelregels.model.problem import InputRefused
from spelregels.model.trajectory import Event
from spelregels.model.words import Certainty, Precision

if TYPE_CHECKING:
    from collections.abc import Callable

    Mapped = Callable[..., Reading]

HEAD = 'spelregels_mapping: "1"\nid: test\nsource: a test\n'
CSV = HEAD + "input: {format: csv, dates: jjjj-mm-dd}\n"
JSON = HEAD + "input: {format: json, dates: [jjjj-mm-dd, iso-tijd]}\n"
ONE = """
trajectory: {id: {from: id}, records: []}
events:
  stap: {act: {from: act}, at: {from: at}%s}
"""


def first(reading: Reading) -> Event:
    return reading.trajectories[0].events[0]


def test_one_row_gives_several_events_and_keeps_its_cells(mapped: Mapped) -> None:
    found = mapped(
        "id,van,tot\nA,2026-01-01,2026-02-11\n",
        CSV
        + """
trajectory: {id: {from: id}, records: [begin, einde], order: listed}
events:
  begin: {act: begin, at: {from: van}}
  einde: {act: einde, at: {from: tot}}
""",
    ).trajectories[0]
    assert [(e.id, e.act, e.at.day) for e in found.events] == [
        ("begin", "begin", date(2026, 1, 1)),
        ("einde", "einde", date(2026, 2, 11)),
    ]
    assert found.records == frozenset({"begin", "einde"})
    assert found.events[1].places["at"].cell == "C2"


def test_many_rows_make_one_trajectory_in_the_order_of_the_source(mapped: Mapped) -> None:
    found = mapped(
        "id,act,at\nA,x,2026-03-01\nB,x,2026-01-01\nA,y,2026-02-01\n",
        CSV + "group_by: id\n" + ONE % "",
    ).trajectories
    assert [(t.id, [(e.id, e.act) for e in t.events]) for t in found] == [
        ("A", [("stap-1", "x"), ("stap-2", "y")]),
        ("B", [("stap-1", "x")]),
    ]


def test_nested_events_read_by_several_rules_keep_their_order(mapped: Mapped) -> None:
    found = mapped(
        """[{"id": "A", "soort": "plan", "stappen": [
            {"wat": "avond", "dag": "2026-01-02"},
            {"wat": "besluit", "dag": "2026-01-01"},
            {"wat": "avond", "dag": "2026-01-03"}]}]""",
        JSON
        + """
trajectory: {id: {from: id}, records: all}
events:
  besluit:
    {for_each: stappen, only: {wat: besluit}, act: b, at: {from: dag}, note: {from: ^.soort}}
  overig: {for_each: stappen, only: {wat: {is_not: besluit}}, act: {from: wat}, at: {from: dag}}
""",
        "bron.json",
    ).trajectories[0]
    assert [e.id for e in found.events] == ["overig-1", "besluit-1", "overig-2"]
    assert found.events[1].note == "plan"


def test_what_is_unknown_stays_unknown(mapped: Mapped) -> None:
    """An empty cell is an absent key; only `absent` and `null` of our own say *known absent*."""
    rules = CSV + ONE % (
        ", by: {from: wie}, attributes: {a: {from: a}, b: {from: b, absent: [geen]},"
        ' c: {from: c, empty: ["?"]}}'
    )
    event = first(mapped("id,act,at,wie,a,b,c\nA,x,2026-01-01,,,geen,?\n", rules))
    assert event.by is None
    assert dict(event.attributes) == {"b": None}


def test_precision_and_certainty_come_from_columns(mapped: Mapped) -> None:
    rules = (
        CSV.replace("dates: jjjj-mm-dd", "dates: [jjjj-mm-dd, jjjj]")
        + """
trajectory: {id: {from: id}, records: []}
group_by: id
events:
  stap:
    act: x
    at: {from: at, precision: {from: hoe, words: {maand: month, onbekend: unknown}}}
    certainty: {from: zeker, words: {gepland: planned}}
"""
    )
    found = mapped(
        "id,at,hoe,zeker\nA,2026-06-01,maand,gepland\nA,2026-06-01,,\nA,2026,,\nA,2026,onbekend,\n",
        rules,
    ).trajectories[0]
    assert [(e.at.precision, e.at.day) for e in found.events] == [
        (Precision.MONTH, date(2026, 6, 1)),
        (Precision.DAY, date(2026, 6, 1)),
        (Precision.YEAR, date(2026, 1, 1)),
        (Precision.UNKNOWN, None),
    ]
    assert [e.certainty for e in found.events] == [Certainty.PLANNED] + [Certainty.SEEN] * 3


def test_undated_steps_are_events_at_an_unknown_moment(mapped: Mapped) -> None:
    rules = (
        JSON
        + """
trajectory: {id: {from: id}, records: []}
events:
  stap: {for_each: undated, act: {from: ., words: {council decision: besluit.genomen}}, at: unknown}
"""
    )
    event = first(mapped('[{"id": "A", "undated": ["council decision"]}]', rules, "b.json"))
    assert (event.act, event.at.precision) == ("besluit.genomen", Precision.UNKNOWN)


def test_an_empty_date_is_unknown_or_no_event_when_the_mapping_says_so(mapped: Mapped) -> None:
    source = "id,act,at\nA,x,\nB,x,2026-01-01\n"
    rules = CSV + ONE.replace("{from: at}", "{from: at, if_empty: unknown}") % ""
    assert first(mapped(source, rules)).at.precision is Precision.UNKNOWN
    rules = CSV + ONE.replace("{from: at}", "{from: at, if_empty: skip}") % ""
    reading = mapped(source, rules)
    assert [len(t.events) for t in reading.trajectories] == [0, 1]
    assert [(s.what, s.count) for s in reading.skipped] == [("stap.at", 1)]


def test_the_day_before_and_the_whole_day(mapped: Mapped) -> None:
    """*Tot 5 januari* read as 4 January; a date-time cut to its Amsterdam day."""
    rules = CSV + ONE.replace("{from: at}", "{from: at, day: before}") % ""
    assert first(mapped("id,act,at\nA,x,2026-03-01\n", rules)).at.day == date(2026, 2, 28)
    rules = JSON + ONE.replace("{from: at}", "{from: at, whole_day: true}") % ""
    source = '[{"id": "A", "act": "x", "at": "2026-03-09T23:30:00Z"}]'
    at = first(mapped(source, rules, "b.json")).at
    assert (at.day, at.precision) == (date(2026, 3, 10), Precision.DAY)


def test_otherwise_skip_give_keep_are_counted_or_kept(mapped: Mapped) -> None:
    source = "id,act,at,wie\nA,x,2026-01-01,Raad\nA,q,2026-01-01,De Buurt\nA,r,2026-01-01,B\n"
    rules = (
        CSV
        + """
group_by: id
trajectory: {id: {from: id}, records: []}
events:
  stap:
    act: {from: act, words: {x: besluit.genomen}, otherwise: %s}
    at: {from: at}
    by: {from: wie, words: {Raad: raad}, otherwise: keep}
"""
    )
    reading = mapped(source, rules % "skip")
    assert [e.act for e in reading.trajectories[0].events] == ["besluit.genomen"]
    assert [(s.what, s.word, s.count) for s in reading.skipped] == [
        ("stap.act", "q", 1),
        ("stap.act", "r", 1),
    ]
    reading = mapped(source, rules % "{give: overig}")
    assert [(e.act, e.by) for e in reading.trajectories[0].events] == [
        ("besluit.genomen", "raad"),
        ("overig", "De Buurt"),
        ("overig", "B"),
    ]
    assert len(reading.skipped) == 2


def test_records_that_do_not_count_are_counted(mapped: Mapped) -> None:
    reading = mapped(
        "id,act,at,soort\nA,x,2026-01-01,ontwerp\nB,x,2026-01-01,voorontwerp\nC,x,2026-01-01,\n",
        CSV + "only: {soort: ontwerp}\n" + ONE % "",
    )
    assert [t.id for t in reading.trajectories] == ["A"]
    assert [(s.what, s.count, s.first.line) for s in reading.skipped] == [("only", 2, 3)]


def test_cases_come_before_words_and_may_compare_two_numbers(mapped: Mapped) -> None:
    source = "id,act,at,kosten,budget\nA,x,2026-01-01,10,9\nB,x,2026-01-01,9,9\nC,x,2026-01-01,,9\n"
    rules = CSV + ONE % (
        ", attributes: {past: {cases: ["
        "{if: {kosten: {at_most: {from: ^.budget}}}, then: true},"
        "{if: {kosten: {above: {from: budget}}}, then: false}], otherwise: skip},"
        " duur: {cases: [{if: {kosten: {above: 9.5}}, then: ja}], from: id, words: {B: nee},"
        " otherwise: skip}}"
    )
    found = [dict(t.events[0].attributes) for t in mapped(source, rules).trajectories]
    assert found == [{"past": False, "duur": "ja"}, {"past": True, "duur": "nee"}, {}]


def test_conversions(mapped: Mapped) -> None:
    source = (
        "id,act,at,k,eenheid,lijst,bedrag,vlag,dag\n"
        'A,x,2026-01-01,6,weken,"a, b,",1,TRUE,05/01/2026\n'
    )
    rules = CSV + ONE % (
        ", attributes: {t: {from: k, unit: {from: eenheid}}, i: {from: k, type: integer},"
        ' l: {from: lijst, separator: ",", words: {a: A}, otherwise: keep},'
        " v: {from: vlag, type: boolean}, d: {from: dag, dates: dd/mm/jjjj},"
        " s: {from: k, type: text}}"
    )
    assert dict(first(mapped(source, rules)).attributes) == {
        "t": "6 weken",
        "i": 6,
        "l": ("A", "b"),
        "v": True,
        "d": date(2026, 1, 5),
        "s": "6",
    }


def test_dutch_amounts(mapped: Mapped) -> None:
    rules = CSV + ONE % ', attributes: {b: {from: b, decimal_sign: ","}}'
    source = 'id,act,at,b\nA,x,2026-01-01,"1.234,50"\n'
    assert first(mapped(source, rules)).attributes["b"] == Decimal("1234.50")
    assert first(mapped(source.replace("1.2", "€ 1.2"), rules)).attributes["b"] == Decimal("1234.5")
    assert first(mapped(source.replace("50", "-"), rules)).attributes["b"] == 1234


BUNDLE = """{"zaken": [{"url": "z1", "nr": "Z-1"}, {"url": "z2", "nr": "Z-2"}],
 "statussen": [{"zaak": "z1", "type": "t1", "op": "2026-01-01"},
               {"zaak": "z2", "type": "t2", "op": "2026-01-02"},
               {"zaak": "z1", "type": "t2", "op": "2026-01-03"}],
 "typen": [{"url": "t1", "naam": "Begin"}, {"url": "t2", "naam": "Eind"}]}"""
JOINED = """
input: {format: json, path: zaken, dates: jjjj-mm-dd}
join:
  statussen: {path: statussen, where: {zaak: url}}
  soort: {into: statussen, path: typen, where: {url: type}, one: true}
trajectory: {id: {from: nr}, records: []}
events:
  status: {for_each: statussen, act: {from: soort.naam}, at: {from: op}}
"""


def test_resources_are_joined_by_key(mapped: Mapped) -> None:
    found = mapped(BUNDLE, HEAD + JOINED, "b.json").trajectories
    assert [(t.id, [e.act for e in t.events]) for t in found] == [
        ("Z-1", ["Begin", "Eind"]),
        ("Z-2", ["Eind"]),
    ]


def test_joined_items_of_no_record_are_counted(mapped: Mapped) -> None:
    """Issue 1.4: nothing is dropped in silence; a type that no status has is no loss."""
    left = BUNDLE.replace('"zaak": "z2"', '"zaak": "z9"').replace('"type": "t2"', '"type": "t1"')
    reading = mapped(left, HEAD + JOINED, "b.json")
    skipped = [(s.what, s.word, s.count, s.first.line) for s in reading.skipped]
    assert skipped == [("join.statussen", "b.json", 1, 3)]


def test_items_are_joined_by_number(mapped: Mapped) -> None:
    rules = (
        JSON
        + """
join: {venster: {into: stappen, list: vensters, index: w}}
trajectory: {id: {from: id}, records: []}
events:
  stap: {for_each: stappen, act: x, at: unknown, attributes: {soort: {from: venster.soort}}}
"""
    )
    source = """[{"id": "A", "vensters": [{"soort": "p"}, {"soort": "q"}],
                 "stappen": [{"w": 1}, {"w": null}, {"w": 0}, {}]}]"""
    found = mapped(source, rules, "b.json").trajectories[0]
    assert [e.attributes.get("soort") for e in found.events] == ["q", None, "p", None]


def test_data_errors_are_no_breaches(mapped: Mapped) -> None:
    """End before begin within one record; a placeholder date counts as unknown."""
    rules = (
        CSV.replace("dates: jjjj-mm-dd", "dates: jjjj-mm-dd, placeholders: [2099-01-01]")
        + """
trajectory: {id: {from: id}, records: []}
events:
  begin: {act: begin, at: {from: van}, attributes: {v: {from: id}}}
  einde: {act: einde, at: {from: tot}, attributes: {v: {from: id}}}
data_errors:
  - {first: begin, then: einde, same: v}
"""
    )
    found = mapped(
        "id,van,tot\nA,2026-02-01,2026-01-01\nB,2026-02-01,2026-02-01\nC,2099-01-01,2026-01-01\n",
        rules,
    ).trajectories
    assert [[(e.code, e.events) for e in t.data_errors] for t in found] == [
        [("end-before-begin", ("begin", "einde"))],
        [],
        [("placeholder-date", ("begin",))],
    ]
    assert found[2].events[0].at.precision is Precision.UNKNOWN


def test_an_order_is_impossible_only_when_nothing_leaves_room(mapped: Mapped) -> None:
    rules = (
        CSV.replace("jjjj-mm-dd", "[jjjj-mm-dd, mm-jjjj]")
        + """
group_by: id
trajectory: {id: {from: id}, records: []}
events: {stap: {act: {from: act}, at: {from: at, if_empty: unknown}}}
data_errors: [{first: besluit, then: goedkeuring}]
"""
    )
    source = (
        "id,act,at\nA,goedkeuring,2005-09-27\nA,besluit,2005-11-03\n"
        "B,goedkeuring,2005-09-27\nB,besluit,09-2005\n"
        "C,goedkeuring,2005-09-27\nC,besluit,\n"
        "D,goedkeuring,2005-09-27\n"
        "E,besluit,2005-01-01\nE,goedkeuring,2005-09-27\nE,besluit,2006-01-01\n"
    )
    found = {t.id: len(t.data_errors) for t in mapped(source, rules).trajectories}
    assert found == {"A": 1, "B": 0, "C": 0, "D": 0, "E": 0}


def test_sections(mapped: Mapped) -> None:
    rules = (
        HEAD
        + """
input: {format: sections, sections: {META: pairs, PROJECTS: table, VOTES: skip}, dates: jjjj}
trajectory: {id: {from: META.naam}, records: [plan]}
events:
  plan: {for_each: PROJECTS, act: plan, at: {from: ^.META.jaar}, attributes: {kosten: {from: cost}}}
"""
    )
    source = (
        "META\nkey;value\nnaam;Buurt; Noord\njaar;2021\n"
        "PROJECTS\nid;cost\n1;5\n2;6\nVOTES\nx;y;z\n1;2;3\n"
    )
    found = mapped(source, rules, "b.pb").trajectories[0]
    assert found.id == "Buurt; Noord"
    assert [e.attributes["kosten"] for e in found.events] == ["5", "6"]
    assert found.events[0].at.precision is Precision.YEAR
    assert found.events[1].places["kosten"].cell == "B8"


def test_one_mapping_laid_over_another(mapped: Mapped, tmp_path: Path) -> None:
    base = CSV + ONE % "" + "  einde: {act: einde, at: {from: at}}\n"
    (tmp_path / "basis.yaml").write_text(base)
    found = mapped(
        "id,act,at\nA,x,2026-01-05\n",
        "based_on: basis.yaml\nid: anders\nevents:\n"
        "  einde: {act: einde, at: {from: at, day: before}}\n",
    ).trajectories[0]
    assert [(e.act, e.at.day) for e in found.events] == [
        ("x", date(2026, 1, 5)),
        ("einde", date(2026, 1, 4)),
    ]


def test_encodings_and_delimiters_are_declared(mapped: Mapped) -> None:
    rules = CSV.replace("format: csv", 'format: csv, encoding: windows-1252, delimiter: ";"')
    source = "id;act;at\ncafé;x;2026-01-01\n".encode("windows-1252")
    assert mapped(source, rules + ONE % "").trajectories[0].id == "café"
    rules = CSV.replace("format: csv", "format: csv, delimiter: tab, quote: none")
    source = b'\xef\xbb\xbfid\tact\tat\n"A\tx\t2026-01-01\n'
    assert mapped(source, rules + ONE % "").trajectories[0].id == '"A'


def test_odd_ids_are_kept_as_they_are(mapped: Mapped) -> None:
    name = 'a\'b; $(rm) / "é" {x}'
    source = f'id,act,at\n"{name.replace(chr(34), chr(34) * 2)}",x,2026-01-01\n'
    assert mapped(source, CSV + ONE % "").trajectories[0].id == name


def test_a_time_without_offset_needs_a_declared_zone(mapped: Mapped) -> None:
    source = "id,act,at\nA,x,2026-03-09 23:30\n"
    rules = CSV.replace("jjjj-mm-dd", '"jjjj-mm-dd uu:mi", zone: America/New_York')
    at = first(mapped(source, rules + ONE % "")).at
    assert (at.day, at.minute) == (date(2026, 3, 10), 4 * 60 + 30)
    with pytest.raises(InputRefused) as caught:
        mapped(source, rules.replace(", zone: America/New_York", "") + ONE % "")
    assert [p.code for p in caught.value.problems] == ["no-zone"]


def test_a_correction_and_a_fixed_date(mapped: Mapped) -> None:
    rules = (
        CSV
        + """
trajectory: {id: {from: id}, records: [], as_of: 2026-12-31, persons: {jan: [{role: raad}]}}
events:
  fout: {act: x, at: 2026-01-01, by: jan}
  goed: {act: x, at: {from: at}, corrects: fout, recorded: {from: op}}
"""
    )
    found = mapped("id,at,op\nA,2026-01-02,2026-02-01\n", rules).trajectories[0]
    assert (found.as_of, found.persons["jan"][0].role) == (date(2026, 12, 31), "raad")
    assert found.events[0].at.day == date(2026, 1, 1)
    assert (found.events[1].corrects, found.events[1].recorded) == ("fout", date(2026, 2, 1))
