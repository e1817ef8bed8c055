"""The cases of the reports, diagnosed as the reports do (issue 4, 3.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from spelregels.doors import read
from spelregels.language import bind, load_ruleset
from spelregels.language.library import shipped_root
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement
from spelregels.model.words import Word
from spelregels.semantics import judge
from tests.rulesets.library_rows import CASES, place_of, rows, tension_of

BREACH = {Word.BROKEN, Word.LATE, Word.OVERDUE}
GOOD = {Word.KEPT, Word.EXCUSED}
ALL = "spanningen/alle"
DAY = date(2026, 12, 31)

# case, trajectory, what breaks: norm by norm, in the words of the rulesets
DIAGNOSES: list[tuple[str, str, set[str]]] = [
    (
        "C1",
        "almere-haven-jongerenplek",
        {"T10 zelfde-plek-of-een-reden", "T4 meebeslissen-beloofd"},
    ),
    ("C1", "almere-haven-zoals-afgesproken", set()),
    ("C1", "almere-haven-met-uitleg", set()),
    ("C2", "kruisdal-moskee", {"T5 geraakten-bereikt"}),
    ("C2", "kruisdal-gezien-van-buiten-de-grens", {"T2 informatie-voor-standpunt"}),
    ("C2", "kruisdal-iedereen-een-brief", set()),
    *(
        ("C3", f"geitenkamp-{who}", {"T16 eerst-een-regisseur"})
        for who in (
            "corporatie",
            "inwonerszaken",
            "vrijwilligerscentrale",
            "uitkeringsinstelling",
            "opbouwwerk",
        )
    ),
    ("C4", "arnhem-platform-waar-raadsleden-luisteren", set()),
    (
        "C4",
        "arnhem-platform-waar-raadsleden-meevergaderen",
        {"T11 bestuurder-luistert", "T11 adviseur-stemt-niet"},
    ),
    ("C5", "deventer-bewonersplannen", set()),
    ("C5", "deventer-meer-toegezegd", {"F10 niet-meer-toezeggen"}),
    ("C6", "het-broek-tien-bewoners", set()),
    ("C6", "het-broek-negen-bewoners", {"T5 contact-met-tien-bewoners"}),
    *(
        ("C7", f"gevraagd-voor-{what}", set())
        for what in ("buurtpanel", "speelplek", "groenplan", "renovatie", "verkeer")
    ),
    (
        "C8",
        "besluit-al-genomen",
        {
            "T2 informatie-voor-besluit",
            "T2 raadpleging-na-besluit",
            "T4 adviseren-beloofd",
            "T4 gevraagde-inbreng-beantwoord",
        },
    ),
    ("C8", "eerst-gevraagd-dan-besloten", set()),
    ("C9", "raadslid-als-ombudsman", {"T10 geen-toezegging-door-raadslid"}),
    ("C9", "raadslid-dat-luistert", set()),
    ("C10", "rivierenwijk-corporatie", set()),
    ("C10", "rivierenwijk-twee-regisseurs", {"T16 een-regisseur-tegelijk"}),
    ("C11", "ijburg-projectgroep", set()),
    (
        "C11",
        "ijburg-zonder-leger",
        {
            "T7 signaal-beantwoord",
            "T7 toezegging-met-mandaat",
            "T7 toezegging-met-budget",
            "T7 toezegging-nagekomen",
            "T14 mandaat-komt-er",
        },
    ),
    ("C12", "jongerenplek-wijkkrant", {"T5 geraakten-bereikt"}),
    ("C12", "jongerenplek-website", {"T5 geraakten-bereikt", "T21 niet-alleen-digitaal"}),
    ("C12", "jongerenplek-iedereen-bereikt", set()),
]
# cases whose point is that something was done well: what must be *kept*, not merely unseen
DONE_WELL = {
    "almere-haven-zoals-afgesproken": {"T10 zelfde-plek-of-een-reden", "T4 meebeslissen-beloofd"},
    "almere-haven-met-uitleg": {"T10 zelfde-plek-of-een-reden", "T4 meebeslissen-beloofd"},
    "deventer-bewonersplannen": {"F10 plafond-vooraf", "F10 hoogstens-twee-jaar"},
    "het-broek-tien-bewoners": {"T5 contact-met-tien-bewoners"},
    "eerst-gevraagd-dan-besloten": {"T4 adviseren-beloofd", "T2 informatie-voor-besluit"},
    "rivierenwijk-corporatie": {"T16 eerst-een-regisseur"},
    "ijburg-projectgroep": {"T7 toezegging-met-mandaat", "T7 toezegging-met-budget",
                            "T14 mandaat-komt-er"},
    "jongerenplek-iedereen-bereikt": {"T5 geraakten-bereikt", "T21 niet-alleen-digitaal"},
}  # fmt: skip


@cache
def rules(name: str) -> Ruleset:
    return load_ruleset(name)


def file_of(case: str) -> Path:
    return shipped_root().joinpath(*place_of(case).split("/")).with_suffix(".yaml")


@cache
def trajectories(case: str) -> dict[str, Trajectory]:
    return {one.id: one for one in read(file_of(case))}


def judged(case: str, name: str) -> Judgement:
    one = trajectories(case)[name]
    ruleset = rules(one.ruleset or ALL)
    return judge(ruleset, bind(one, ruleset), one.as_of or DAY)


def named(judgement: Judgement, words: set[Word]) -> set[str]:
    return {f"{tension_of(v.layer)} {v.norm}" for v in judgement.verdicts if v.word in words}


@pytest.mark.parametrize(
    ("case", "name", "diagnosis"), DIAGNOSES, ids=[f"{case}-{name}" for case, name, _ in DIAGNOSES]
)
def test_diagnosed_as_the_report_does(case: str, name: str, diagnosis: set[str]) -> None:
    """3.6: exactly the tensions the report names break, and no other rule is flagged."""
    assert named(judged(case, name), BREACH) == diagnosis


BROKEN = [
    pytest.param(case, name, one, id=f"{case}-{name}-{one.split()[1]}")
    for case, name, found in DIAGNOSES
    for one in sorted(found)
]


@pytest.mark.parametrize(("case", "name", "one"), BROKEN)
def test_without_its_norm_the_diagnosis_is_lost(case: str, name: str, one: str) -> None:
    """3.6, by mutation: take a norm of a diagnosis away, and just that part of it is gone."""
    log = trajectories(case)[name]
    whole = rules(log.ruleset or ALL)
    norm = one.split()[1]
    files = tuple(
        replace(file, norms=tuple(n for n in file.norms if n.id != norm)) for file in whole.files
    )
    fewer = replace(whole, files=files)
    judgement = judge(fewer, bind(log, fewer), log.as_of or DAY)
    assert named(judgement, BREACH) == named(judged(case, name), BREACH) - {one}


@pytest.mark.parametrize(("name", "kept"), DONE_WELL.items(), ids=list(DONE_WELL))
def test_done_well_is_seen_as_kept(name: str, kept: set[str]) -> None:
    """3.6: where the report praises, the rule is kept on evidence, not silent."""
    case = next(case for case, other, _ in DIAGNOSES if other == name)
    assert kept <= named(judged(case, name), GOOD)


@pytest.mark.parametrize("case", CASES)
def test_every_trajectory_of_a_case_is_diagnosed(case: str) -> None:
    """3.6: no trajectory lies in a case file without a diagnosis."""
    assert set(trajectories(case)) == {name for other, name, _ in DIAGNOSES if other == case}


@pytest.mark.parametrize("case", CASES)
def test_the_table_and_the_diagnoses_agree(case: str) -> None:
    """3.6: docs/library.md names the tensions that the tests prove."""
    shown = {word.strip() for word in rows()[case][2].split(",")} - {"none"}
    proved = {one.split()[0] for other, _, found in DIAGNOSES if other == case for one in found}
    assert shown == proved


@pytest.mark.parametrize("case", CASES)
def test_the_dates_are_marked_as_made_up(case: str) -> None:
    """3.6: the reports give no dates; each file says so, and names its source."""
    head = file_of(case).read_text(encoding="utf-8").split("trajectories:")[0]
    assert f"# {case} " in head
    assert "verzonnen" in head
    assert "DSP" in head


def test_no_row_is_missing() -> None:
    """3.6: every case of the reports is in the table, its file exists, and it is diagnosed."""
    assert {row for row in rows() if row.startswith("C")} == set(CASES)
    assert all(file_of(case).is_file() for case in CASES)
    assert {case for case, _, _ in DIAGNOSES} == set(CASES)
