"""ZGW resources: lenient about nulls, strict about what is missing; the audit trail (3, 2.4)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from spelregels import doors
from spelregels.judging import judge_for
from spelregels.language import bind, load_ruleset
from spelregels.model.problem import Problem
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Verdict
from spelregels.model.words import Certainty, How, Precision, Word
from tests.doors.test_same_findings import CASE, zgw

Refused = Callable[[Callable[[], object]], tuple[Problem, ...]]
SUSPENSION = {"opschorting.begonnen", "opschorting.beeindigd"}
EXTENSION = "verdaging.meegedeeld"


def read(folder: Path, bundle: Any, name: str = "bundle.json") -> Trajectory:
    path = folder / name
    path.write_text(json.dumps(bundle, indent=1), encoding="utf-8")
    (one,) = doors.read(path, mapping="zgw-bundel")
    return one


def case_with(**changes: Any) -> dict[str, Any]:
    bundle: dict[str, Any] = json.loads(json.dumps(zgw()))
    bundle["zaak"] |= changes
    return bundle


def line(at: str, action: str, before: Any, after: Any) -> dict[str, Any]:
    """A line of an audit trail, as the Zaken API gives it."""
    return {
        "uuid": at, "bron": "zrc", "actie": action, "resultaat": 200, "hoofdObject": CASE,
        "resource": "zaak", "resourceUrl": CASE, "aanmaakdatum": at,
        "wijzigingen": {"oud": before, "nieuw": after},
    }  # fmt: skip


def state(suspended: bool, duration: str | None = None, reason: str = "") -> dict[str, Any]:
    return {
        "url": CASE,
        "opschorting": {"indicatie": suspended, "eerdereOpschorting": False, "reden": reason},
        "verlenging": {"reden": "druk", "duur": duration} if duration else None,
    }


TRAIL = [
    line("2026-03-01T08:00:00Z", "create", None, state(False)),
    line("2026-03-10T23:30:00Z", "partial_update", state(False), state(True, None, "stukken")),
    line("2026-03-20T09:00:00Z", "update", state(True), state(False)),
    line("2026-04-01T09:00:00Z", "update", state(False), state(False, "P6W")),
]
NOW = {
    "opschorting": {"indicatie": False, "eerdereOpschorting": True, "reden": ""},
    "verlenging": {"reden": "druk", "duur": "P6W"},
}


def told(one: Trajectory) -> list[tuple[str, object, str]]:
    return [
        (e.act, e.at.day or e.at.precision, e.note)
        for e in one.events
        if e.act in SUSPENSION or e.act == EXTENSION
    ]


def test_suspension_and_extension_from_the_audit_trail(tmp_path: Path) -> None:
    """2.4: the moment of registration, so inferred; the extension with its duration."""
    one = read(tmp_path, case_with(**NOW) | {"audittrail": TRAIL})
    assert told(one) == [
        ("opschorting.begonnen", date(2026, 3, 11), "stukken"),  # half past midnight here
        ("opschorting.beeindigd", date(2026, 3, 20), ""),
        (EXTENSION, date(2026, 4, 1), "druk"),
    ]  # fmt: skip
    assert one.records is not None and SUSPENSION | {EXTENSION} <= one.records
    dated = [e for e in one.events if e.act in SUSPENSION | {EXTENSION}]
    assert {e.certainty for e in dated} == {Certainty.INFERRED}
    assert dated[2].attributes == {"duur": "6 weken"}


def test_without_audit_trail_it_happened_but_nobody_knows_when(tmp_path: Path) -> None:
    one = read(tmp_path, case_with(**NOW))
    assert told(one) == [
        ("opschorting.begonnen", Precision.UNKNOWN, ""),
        ("opschorting.beeindigd", Precision.UNKNOWN, ""),
        (EXTENSION, Precision.UNKNOWN, "druk"),
    ]
    assert one.records is not None and not (SUSPENSION | {EXTENSION}) & one.records


RULES = """
spelregels: "1"
id: proef/termijn
title: Termijn
regulatory_layer: not_stated
governs: started_in_force
term_regime: calendar
extends: [nl/vocabulaire]
norms:
  - id: op-tijd
    after: traject.gestart
    must: besluit.genomen
    within: 4 weken
    extendable: {act: verdaging.meegedeeld, once: 2 weken}
    suspended_by: [opschorting.begonnen, opschorting.beeindigd]
"""


@pytest.mark.parametrize(
    ("changes", "trail", "word"),
    [
        ({}, [], Word.OVERDUE),  # never suspended nor extended: the case itself says so
        (NOW, [], Word.CANNOT_TELL),
        (NOW, TRAIL, Word.OPEN),
        ({"opschorting": None, "verlenging": None}, [], Word.CANNOT_TELL),
    ],
)
def test_a_term_that_hangs_on_it(
    tmp_path: Path, changes: dict[str, Any], trail: list[Any], word: Word
) -> None:
    """2.4: suspension and extension known, else cannot tell; a null says nothing."""
    path = tmp_path / "termijn.yaml"
    path.write_text(RULES, encoding="utf-8")
    rules = load_ruleset(path)
    bundle = case_with(**changes) | {"besluiten": [], "audittrail": trail}
    (verdict,) = judge_for(rules)(bind(read(tmp_path, bundle), rules), date(2026, 4, 12)).verdicts
    assert verdict.word is word
    if word is Word.CANNOT_TELL:
        assert verdict.how in (How.NOT_RECORDED, How.DATE_UNKNOWN)


@pytest.mark.parametrize(
    "trail",
    [
        TRAIL[1:],  # does not begin with the case
        [TRAIL[0], *TRAIL[2:]],  # a line is gone
        TRAIL[:2],  # ends elsewhere than the case is now
    ],
)
def test_a_trail_with_a_hole_is_no_source_of_moments(tmp_path: Path, trail: list[Any]) -> None:
    one = read(tmp_path, case_with(**NOW) | {"audittrail": trail})
    assert one.records is not None and not SUSPENSION & one.records
    assert {e.at.day for e in one.events if e.act in SUSPENSION} == {None}


def test_an_extension_of_nothing_is_none(tmp_path: Path) -> None:
    """Open Zaak may write an empty group where the standard asks for null."""
    one = read(tmp_path, case_with(verlenging={"reden": "", "duur": None}))
    assert one.records is not None and EXTENSION in one.records
    assert not told(one)


def test_answers_in_a_folder_are_one_bundle(tmp_path: Path) -> None:
    """Pages with `results`, expanded resources and an error in place of an audit trail."""
    bundle = zgw()
    zaak = bundle["zaak"]
    assert isinstance(zaak, dict)
    expanded = zaak | {"_expand": {"status": bundle["statussen"][4]}}  # type: ignore[index]
    for name, answer in {
        "zaken_list": {"count": 1, "next": None, "previous": None, "results": [zaak]},
        "zaak_expand": expanded,
        "statussen": {"count": 5, "next": None, "results": bundle["statussen"]},
        "statustypen": {"count": 5, "next": None, "results": bundle["statustypen"]},
        "besluiten": {"count": 1, "next": None, "results": bundle["besluiten"]},
        "audittrail": {"ERR": 404, "body": {"code": "not_found", "status": 404}},
        "error_400": {"code": "invalid", "status": 400, "title": "Invalid input."},
    }.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(answer), encoding="utf-8")
    (folder,) = doors.read(tmp_path, mapping="openzaak")
    (file,) = doors.read(tmp_path / "zaken_list.json", mapping="openzaak")
    assert folder == file
    (tmp_path / "los").mkdir()
    one = read(tmp_path / "los", bundle)
    assert [(e.act, e.at) for e in folder.events] == [(e.act, e.at) for e in one.events]


def broken(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    bundle = case_with()
    change(bundle)
    return bundle


BAD = {
    "a next page": ("incomplete-bundle", broken(lambda b: b.update(
        statussen={"next": "https://x.test?page=2", "results": b["statussen"]}))),
    "a status is gone": ("incomplete-bundle", broken(lambda b: b["statussen"].pop())),
    "a status type is gone": ("incomplete-bundle", broken(lambda b: b["statustypen"].pop(0))),
    "a notification of a status": ("incomplete-bundle", broken(lambda b: b.update(notificatie={
        "kanaal": "zaken", "hoofdObject": CASE, "resource": "status", "actie": "create",
        "resourceUrl": "https://zaken.test/zaken/api/v1/statussen/99"}))),
    "an error for statuses": ("error-answer", broken(lambda b: b.update(
        statussen={"code": "permission_denied", "status": 403, "title": "Nee"}))),
    "two answers": ("answers-disagree", broken(lambda b: b.update(
        zaken_list={"results": [b["zaak"] | {"startdatum": "2026-01-01"}]}))),
    "no case": ("no-trajectory", {"statustypen": []}),
    "a trail without a date": ("date-format", case_with() | {
        "audittrail": [line("gisteren", "create", None, state(False))]}),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_an_incomplete_bundle_is_refused(tmp_path: Path, refused: Refused, name: str) -> None:
    """2.4: what is not there is never read as what did not happen."""
    code, bundle = BAD[name]
    problems = refused(partial(read, tmp_path, bundle))
    assert code in {problem.code for problem in problems}
    assert all(problem.position.line >= 1 for problem in problems)


def test_acts_of_what_was_not_asked_for_are_not_recorded(tmp_path: Path) -> None:
    """No answer about besluiten: nobody says there were none."""
    bundle = case_with()
    del bundle["besluiten"]
    one = read(tmp_path, bundle)
    assert one.records is not None and "besluit.genomen" not in one.records
    empty = read(tmp_path, case_with() | {"besluiten": []})
    assert empty.records is not None and "besluit.genomen" in empty.records


FAULTS = {
    "@stage": "order",
    "een-keer-aangekondigd": "duplicate",
    "besluit-na-begin": "decision before the start",
    "bekendmaken-na-besluit": "publication before the decision",
}


def broken_by(one: Trajectory) -> dict[str, list[Verdict]]:
    """The breaches under the rules of that case type, by norm."""
    rules = load_ruleset("data/openzaak-inspraak")
    found: dict[str, list[Verdict]] = {}
    for verdict in judge_for(rules)(bind(one, rules), date(2026, 12, 31)).verdicts:
        if verdict.word is Word.BROKEN:
            found.setdefault(verdict.norm, []).append(verdict)
    return found


def test_what_open_zaak_accepts_is_found(tmp_path: Path) -> None:
    """What must be shown: order, duplicate, decision before the start, publication before it."""
    bundle = case_with()
    bundle["statussen"].append(
        bundle["statussen"][0]
        | {"url": bundle["statussen"][0]["url"] + "0", "datumStatusGezet": "2026-03-03T09:00:00Z"}
    )
    assert broken_by(read(tmp_path, bundle)).keys() >= FAULTS.keys()


def test_all_four_faults_are_found_in_the_recorded_answers(real_data: Path, tmp_path: Path) -> None:
    """The recording holds the wrong order only. With the three other acts that Open Zaak took (a
    status set twice, a decision of before the case, published earlier still) put into the same
    answers, in their shape, each is found, and by what is named."""
    recorded = real_data / "zgw" / "openzaak_1.21.0"
    (before,) = doors.read(recorded, mapping="openzaak")
    assert broken_by(before).keys() & FAULTS.keys() == {"@stage"}

    folder = tmp_path / "openzaak"
    copytree(recorded, folder)
    first = min(results(folder / "statussen.json"), key=lambda one: str(one["datumStatusGezet"]))
    twice = another(first, "dubbel", datumStatusGezet="2026-03-03T09:00:00Z")
    (decision,) = results(folder / "besluiten.json")
    early = another(decision, "vroeg", datum="2026-02-20", publicatiedatum="2026-02-10")
    add(folder / "statussen.json", twice)
    add(folder / "besluiten.json", early)

    (after,) = doors.read(folder, mapping="openzaak")
    found = broken_by(after)
    assert found.keys() >= FAULTS.keys()
    new = {event.act: event.id for event in after.events if event.id.endswith(("dubbel", "vroeg"))}
    [twice_set] = found["een-keer-aangekondigd"]
    assert twice_set.how is How.TOO_MANY
    assert {name.rsplit("/", 1)[-1] for name in twice_set.evidence} >= {"dubbel"}
    [too_soon] = found["besluit-na-begin"]
    assert too_soon.trigger == new["besluit.genomen"]
    [unmade] = found["bekendmaken-na-besluit"]
    assert unmade.day == date(2026, 2, 10)


def results(path: Path) -> list[dict[str, Any]]:
    """The answers of a page, as Open Zaak gives them."""
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["results"]
    return found


def another(one: dict[str, Any], name: str, **changes: str) -> dict[str, Any]:
    """The same answer under an address of its own."""
    address = str(one["url"]).rsplit("/", 1)[0] + f"/{name}"
    return one | {"url": address} | ({"uuid": name} if "uuid" in one else {}) | changes


def add(path: Path, one: dict[str, Any]) -> None:
    """Put one more answer on a page."""
    page = json.loads(path.read_text("utf-8"))
    page |= {"results": [*page["results"], one], "count": page["count"] + 1}
    path.write_text(json.dumps(page, indent=1), encoding="utf-8")


def test_the_recorded_case(real_data: Path) -> None:
    """Recorded from Open Zaak 1.21.0; suspension was never, the audit trail was refused (404)."""
    (one,) = doors.read(real_data / "zgw" / "openzaak_1.21.0", mapping="openzaak")
    assert one.records is not None and SUSPENSION | {EXTENSION} <= one.records
    (bundle,) = doors.read(real_data / "zgw" / "inspraak_zaak_bundle.json", mapping="zgw-bundel")
    statuses = [e for e in bundle.events if "/statussen/" in e.id]
    assert [e.by for e in statuses] == ["Behandelaar"] * 5
