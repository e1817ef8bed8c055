"""The same trajectory through every door gives the same findings (issue 3, items 2.4 and 2.5)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from spelregels import doors
from spelregels.audit.generate import case
from spelregels.language import bind, load_ruleset
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from tests.doors.through import WRITERS, bare, findings, through

ROOT = Path(__file__).parents[2]
SEEDS = {"t.xes": 120, "t.xes.gz": 20, "t.jsonocel": 120, "t.xlsx": 15, "t.ods": 25}


@pytest.mark.parametrize("name", WRITERS)
def test_random_trajectories_come_back_equal(name: str, tmp_path: Path) -> None:
    """2.4: writing and reading again loses nothing: precision, order, persons, unknowns."""
    for seed in range(SEEDS[name]):
        made = case(seed)
        told = bind(made.trajectory, made.ruleset)
        read = through(name, made.ruleset, told, tmp_path)
        assert bare(read) == bare(told), seed
        assert findings(made.ruleset, read, made.as_of) == findings(
            made.ruleset, told, made.as_of
        ), seed


@pytest.fixture(scope="module")
def example() -> tuple[Ruleset, Trajectory]:
    rules = load_ruleset("vormen/wijkplatform")
    (read,) = doors.read(ROOT / "examples" / "speelplek.yaml")
    return rules, bind(read, rules)


@pytest.mark.parametrize("name", WRITERS)
def test_the_shipped_example_through_every_door(
    name: str, example: tuple[Ruleset, Trajectory], tmp_path: Path
) -> None:
    rules, told = example
    read = through(name, rules, told, tmp_path)
    assert bare(read) == bare(told)
    day = date(2026, 9, 30)
    assert findings(rules, read, day) == findings(rules, told, day) != []


CASE = "https://zaken.test/zaken/api/v1/zaken/1"
STATUSES = (
    ("Aangekondigd", "2026-03-02T09:00:00Z"),
    ("Ter inzage", "2026-03-09T08:00:00Z"),
    ("Reacties verwerkt", "2026-04-14T15:30:00Z"),
    ("Besloten", "2026-04-23T22:15:00Z"),  # a quarter past midnight in Amsterdam
    ("Eindverslag vastgesteld", "2026-05-12T10:00:00Z"),
)


def zgw() -> dict[str, object]:
    """A case in the words of the ZGW standards."""
    base = CASE.rpartition("/zaken/")[0]
    types = [f"{base}/statustypen/{n}" for n, _ in enumerate(STATUSES)]
    return {
        "zaak": {
            "url": CASE, "identificatie": "Z-1", "omschrijving": "Wijkvisie",
            "startdatum": "2026-03-01", "einddatum": None, "status": f"{base}/statussen/4",
            "verlenging": None, "opschorting": {"indicatie": False, "eerdereOpschorting": False},
        },
        "statustypen": [
            {"url": url, "omschrijving": name}
            for url, (name, _) in zip(types, STATUSES, strict=True)
        ],
        "statussen": [
            {"url": f"{base}/statussen/{n}", "zaak": CASE, "statustype": types[n],
             "datumStatusGezet": at}
            for n, (_, at) in enumerate(STATUSES)
        ],
        "besluiten": [
            {"url": f"{base}/besluiten/1", "zaak": CASE, "identificatie": "RB-41",
             "datum": "2026-02-27", "publicatiedatum": "2026-02-25", "ingangsdatum": None,
             "bestuursorgaan": "Gemeenteraad", "toelichting": ""},
        ],
    }  # fmt: skip


def test_a_case_of_a_case_system_through_every_door(tmp_path: Path) -> None:
    """2.4, 2.5: ZGW first, then what it says as YAML, XES, OCEL and workbook."""
    path = tmp_path / "bundle.json"
    path.write_text(json.dumps(zgw()), encoding="utf-8")
    rules = load_ruleset("data/openzaak-inspraak")
    (read,) = doors.read(path, mapping="zgw-bundel")
    told = bind(read, rules)
    day = date(2026, 12, 31)
    expected = findings(rules, told, day)
    assert ("een-keer-aangekondigd", "kept") in {(f[0], f[2].value) for f in expected}  # type: ignore[index]
    for name in WRITERS:
        again = through(name, rules, told, tmp_path)
        assert bare(again) == bare(told), name
        assert findings(rules, again, day) == expected, name


def test_several_trajectories_in_one_file(tmp_path: Path) -> None:
    """Actors and ids that occur in more than one trajectory stay apart."""
    from spelregels.doors.ocel_own import write_ocel
    from spelregels.doors.workbook_save import write_workbook
    from spelregels.doors.xes_own import write_xes

    made = [case(seed) for seed in range(40)]
    rules = made[0].ruleset
    several = []
    for one in made:
        if one.ruleset.acts == rules.acts and one.ruleset.facts == rules.facts:
            trajectory = bind(one.trajectory, rules)
            name = f"{'/' if len(several) % 2 else ''}{len(several)}/e1"
            several.append(bare(trajectory.__class__(**{
                **{f: getattr(trajectory, f) for f in trajectory.__slots__}, "id": name
            })))  # fmt: skip
    assert len(several) > 10
    write_xes(several, tmp_path / "t.xes")
    write_ocel(several, tmp_path / "t.jsonocel")
    write_workbook(rules, tmp_path / "t.xlsx", several)
    for name in ("t.xes", "t.jsonocel", "t.xlsx"):
        assert [bare(bind(t, rules)) for t in doors.read(tmp_path / name)] == several, name
