"""Every real file maps without a problem, and the counts are right (issue items 1.4 and 1.8).

The files come from ``$SPELREGELS_DATA`` (default ``../shared/data``); without them these tests are
skipped. The counts are made here anew, with the standard library alone.
"""

from __future__ import annotations

import csv
import json
import os
from collections import Counter
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from spelregels import doors
from spelregels.doors.result import Reading
from spelregels.language import bind, load_ruleset
from spelregels.model.words import Certainty, Precision

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("SPELREGELS_DATA") or ROOT / ".." / "shared" / "data").resolve()
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason=f"real data not found in {DATA} (set SPELREGELS_DATA)"
)


@cache
def read(name: str, mapping: str) -> Reading:
    return doors.read_with_report(DATA / name, mapping=doors.mapping_path(mapping))


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


def document(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


# -- plan-windows.csv -----------------------------------------------------------------------------


def test_plan_windows_row_by_row() -> None:
    """1,698 windows, each with the row's days, kind, claim and closing word, and nothing more."""
    told = rows("plan-windows.csv")
    found = read("plan-windows.csv", "plan-windows").trajectories
    assert len(found) == len(told) == 1698
    assert len({one.id for one in found}) == 1698
    for row, one in zip(told, found, strict=True):
        begin, end = one.events
        assert (begin.act, end.act) == ("terinzagelegging.begonnen", "terinzagelegging.beeindigd")
        assert (str(begin.at.day), str(end.at.day)) == (row["from"], row["to"])
        for event in one.events:
            kind = row["kind"] if row["kind"] in ("ontwerp", "voorontwerp") else None
            assert event.attributes.get("soort") == kind
            assert event.attributes["soort_in_bron"] == row["kind"]
            assert event.attributes["slotwoord"] == row["closing_word"]
            weeks = row["claimed_weeks"]
            assert event.attributes.get("termijn") == (f"{weeks} weken" if weeks else None)
            assert event.position.line == told.index(row) + 2


def test_the_two_readings_of_tot_differ_in_one_hundred_last_days() -> None:
    inclusive = read("plan-windows.csv", "plan-windows").trajectories
    exclusive = read("plan-windows.csv", "plan-windows-tot-exclusief").trajectories
    moved = 0
    for row, one, other in zip(rows("plan-windows.csv"), inclusive, exclusive, strict=True):
        assert one.id == other.id
        assert one.events[0].at == other.events[0].at
        first, second = one.events[1].at.day, other.events[1].at.day
        assert first is not None
        assert second == (first - timedelta(days=1) if row["closing_word"] == "tot" else first)
        moved += first != second
        assert [event.id for event in other.events] == ["begin", "einde"]
    assert moved == 100


# -- real-trajectories.json -----------------------------------------------------------------------


def test_real_trajectories_event_by_event() -> None:
    """67 trajectories; every event keeps its day, certainty, precision and source."""
    told = document("real-trajectories.json")
    found = read("real-trajectories.json", "real-trajectories").trajectories
    assert [one.id for one in found] == [one["id"] for one in told]
    for source, one in zip(told, found, strict=True):
        assert one.records == frozenset()
        windows = sorted(
            Counter(
                (e.at.day, e.at.precision, e.certainty, e.source, e.note)
                for e in one.events
                if e.source
            ).items(),
            key=str,
        )
        assert windows == sorted(
            Counter(
                (
                    date.fromisoformat(e["date"]).replace(**first_of(e["precision"])),
                    Precision(e["precision"]),
                    Certainty(e["certainty"]),
                    e["source"],
                    e["note"],
                )
                for e in source["events"]
            ).items(),
            key=str,
        )
        undated = [e for e in one.events if e.at.precision is Precision.UNKNOWN]
        twice = source["undated_steps"].count("draft window")
        assert len(undated) == len(source["undated_steps"]) + twice
        assert {e.certainty for e in undated} <= {Certainty.INFERRED, Certainty.PLANNED}


def first_of(precision: str) -> dict[str, int]:
    return {"day": {}, "month": {"day": 1}, "year": {"month": 1, "day": 1}}[precision]


def test_real_trajectories_no_word_is_left_over() -> None:
    """Every act, actor and instrument is known; only free words for level and power are skipped."""
    reading = read("real-trajectories.json", "real-trajectories")
    assert {skipped.what for skipped in reading.skipped} == {"level", "competent_authority"}
    acts = Counter(e.act for one in reading.trajectories for e in one.events)
    told = Counter(e["act"] for one in document("real-trajectories.json") for e in one["events"])
    undated = Counter(
        step for one in document("real-trajectories.json") for step in one["undated_steps"]
    )
    assert acts["gebeurtenis.overig"] == told["other"] + 2 + 1  # two letters to the council
    assert (
        acts["terinzagelegging.begonnen"] == told["draft_available_from"] + undated["draft window"]
    )
    assert (
        acts["bijeenkomst.gehouden"]
        == sum(
            told[act]
            for act in told
            if act.endswith("meeting") and act[:7] not in ("council", "committ")
        )
        + told["hearing"]
    )
    decided = told["council_decision"] + told["college_decision"]
    others = ("procedure.besloten", "kaders.vastgesteld", "referendum.toegelaten")
    more = ("referendum.vraag_vastgesteld", "verzoek.behandeld")
    dated = Counter(e.act for one in reading.trajectories for e in one.events if e.source)
    assert dated["besluit.genomen"] + sum(dated[a] for a in (*others, *more)) == decided
    assert acts["kennisgeving.gedaan"] == 3  # of thirty drafts on display


def test_real_trajectories_windows_carry_their_own_claim() -> None:
    found = read("real-trajectories.json", "real-trajectories").trajectories
    told = {one["id"]: one["windows"] for one in document("real-trajectories.json")}
    ends = [
        (one, e)
        for one in found
        for e in one.events
        if e.act == "terinzagelegging.beeindigd" and e.source
    ]
    assert len(ends) == 42
    for one, event in ends:
        window = told[one.id][int(str(event.attributes["venster"]))]
        assert str(event.at.day) == window["to"]
        claim = window["claimed_term"]
        assert event.attributes.get("termijn") == (f"{claim['n']} weken" if claim else None)
        assert event.attributes["soort_in_bron"] == window["kind"]


def test_real_trajectories_impossible_orders_are_data_errors() -> None:
    """Eemnes was approved before it was adopted, Zoetermeer repealed before it was in force."""
    found = read("real-trajectories.json", "real-trajectories").trajectories
    assert {one.id: [e.code for e in one.data_errors] for one in found if one.data_errors} == {
        "eemnes-landelijk-gebied-3": ["impossible-order"],
        "zoetermeer-verordening": ["impossible-order"],
    }


def test_no_mapping_reads_the_labels() -> None:
    for name in doors.shipped_mappings():
        assert "labels" not in doors.mapping_path(name).read_text(encoding="utf-8")


# -- the others -----------------------------------------------------------------------------------


def test_consultations_of_the_european_commission() -> None:
    told = rows("eventlogs/eu_consultations_2016_2026.csv")
    found = read("eventlogs/eu_consultations_2016_2026.csv", "eu-consultations").trajectories
    assert [one.id for one in found] == [row["initiative_id"] for row in told]
    assert len(found) == 657
    short = 0
    for row, one in zip(told, found, strict=True):
        days = [
            datetime.strptime(row[f"consultation_{edge}_date"], "%d %B %Y").date()
            for edge in ("start", "end")
        ]
        assert [e.at.day for e in one.events[:2]] == days
        short += (days[1] - days[0]).days + 1 < 84
        assert (len(one.events) == 3) == (row["has_summary_report"] == "True")
    assert 0 < short < 657
    assert sum(len(one.events) == 3 for one in found) == 388


def test_the_recorded_open_zaak_case() -> None:
    """Folder or file gives the same; times in UTC become Amsterdam minutes."""
    folder = read("zgw/openzaak_1.21.0", "openzaak").trajectories
    assert folder == read("zgw/openzaak_1.21.0/zaken_list.json", "openzaak").trajectories
    (one,) = folder
    told = document("zgw/openzaak_1.21.0/statussen.json")["results"]
    statuses = [e for e in one.events if e.id in {status["url"] for status in told}]
    assert len(statuses) == len(told) == 5
    by_day = sorted(statuses, key=lambda e: (e.at.day, e.at.minute))
    assert [e.act for e in by_day] == [
        "aankondiging.gedaan",
        "terinzagelegging.begonnen",
        "reacties.verwerkt",
        "status.gezet",
        "eindverslag.vastgesteld",
    ]
    assert by_day[3].attributes["status"] == "Besloten"
    assert (by_day[1].at.minute, by_day[3].at.minute) == (9 * 60, 22 * 60 + 15)
    dated = {e.act: str(e.at.day) for e in one.events if e.act.startswith("besluit")}
    assert dated == {
        "besluit.genomen": "2026-04-23",
        "besluit.bekendgemaakt": "2026-04-29",
        "besluit.in_werking_getreden": "2026-05-01",
    }


def test_the_zgw_bundle_says_the_same_as_the_recorded_case_and_its_end() -> None:
    (bundle,) = read("zgw/inspraak_zaak_bundle.json", "zgw-bundel").trajectories
    (recorded,) = read("zgw/openzaak_1.21.0", "openzaak").trajectories
    mine = {(e.act, e.at) for e in bundle.events}
    assert {(e.act, e.at) for e in recorded.events} < mine
    assert {act for act, _ in mine} - {e.act for e in recorded.events} == {"traject.afgesloten"}


def test_the_decidim_step_begins_before_its_process() -> None:
    (one,) = read("decidim", "decidim-steps").trajectories
    days = {e.act: str(e.at.day) for e in one.events}
    assert days == {
        "traject.gestart": "2019-10-02",
        "fase.begonnen": "2019-09-02",
        "fase.beeindigd": "2019-12-02",
        "traject.afgesloten": "2019-12-02",
    }


def test_pabulib_budgets() -> None:
    """22 files; each project line is an event; a year stays a year; ceilings are compared."""
    found = read("pabulib", "pabulib").trajectories
    files = sorted((DATA / "pabulib").glob("*.pb"))
    assert len(found) == len(files) == 22
    exceeded = 0
    for path, one in zip(files, found, strict=True):
        meta, projects = path.read_text(encoding="utf-8-sig").split("\nPROJECTS\n")
        facts = dict(line.split(";", 1) for line in meta.splitlines() if ";" in line)
        lines = list(csv.DictReader(projects.splitlines(), delimiter=";"))
        plans = [e for e in one.events if e.act == "plan.ingediend"]
        assert [e.attributes["plan"] for e in plans] == [line["project_id"] for line in lines]
        day_known = "." in facts["date_begin"]
        opened = next(e for e in one.events if e.act == "stemming.geopend")
        assert opened.at.precision is (Precision.DAY if day_known else Precision.YEAR)
        for event, line in zip(plans, lines, strict=True):
            inside = float(line["cost"]) <= float(facts["budget"])
            assert event.attributes["binnen_budget"] is inside
            ceiling = facts.get("max_project_cost")
            told = None if ceiling is None else float(line["cost"]) <= float(ceiling)
            assert event.attributes.get("binnen_plafond") is told
            exceeded += told is False
    assert sum(len(one.events) for one in found) == 22 * 3 + 767


# -- with the rulesets ----------------------------------------------------------------------------

JUDGED = [
    ("plan-windows.csv", "plan-windows", "nl/wro"),
    ("plan-windows.csv", "plan-windows-tot-exclusief", "nl/wro"),
    ("real-trajectories.json", "real-trajectories", "nl/vocabulaire"),
    ("eventlogs/eu_consultations_2016_2026.csv", "eu-consultations", ""),
    ("zgw/openzaak_1.21.0", "openzaak", ""),
    ("zgw/inspraak_zaak_bundle.json", "zgw-bundel", ""),
    ("decidim", "decidim-steps", ""),
    ("pabulib", "pabulib", ""),
]


@pytest.mark.parametrize(("name", "mapping", "rules"), JUDGED, ids=lambda text: text)
def test_every_act_role_and_attribute_is_known_to_the_ruleset(
    name: str, mapping: str, rules: str
) -> None:
    """Without `rules` the mapping itself names the ruleset in the header."""
    found = read(name, mapping).trajectories
    assert {one.ruleset for one in found} == ({found[0].ruleset} if not rules else {""})
    ruleset = load_ruleset(rules or found[0].ruleset)
    assert len([bind(one, ruleset) for one in found]) == len(found) > 0
