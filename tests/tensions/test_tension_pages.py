"""Every tension of the reports has something that looks for it, and a page (issue 4, 3.4)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from spelregels.model.verified import Text
from spelregels.verify.run import findings_of, subject_of
from tests.rulesets.library_rows import place_of, rows
from tests.tensions.gather import PORTFOLIO, TENSIONS, Prose, places, prose
from tests.tensions.met import of_cases, of_texts, of_trajectories, stored
from tests.tensions.page import FOLDER, fresh
from tests.verify import test_cases
from tests.verify.looking import CHECKS, DAY, looked_at, written

OVER = {  # over several trajectories, by norm of spanningen/portefeuille
    "T1": {"kruisende-trajecten"},
    "T4": {"beloofd-en-gegeven"},
    "T5": {"geraakt-en-verteld", "kanaal-komt-aan", "niet-alleen-digitaal",
           "afspiegeling-leeftijd"},
    "T6": {"lang-zittende-leden"},
    "T8": {"lange-stilte"},
    "T12": {"invloed-van-advies"},
    "T15": {"te-veel-gevraagd"},
    "T16": {"een-regisseur", "een-regisseur-samen"},
    "T20": {"leunen-op-enkelen"},
    "T21": {"niet-alleen-digitaal"},
}  # fmt: skip
TEXTS = {  # in the text of rules, by check
    "T2": {"inspraak-na-besluit", "zachte-volgorde"},
    "T3": {"fase-onbereikbaar", "fase-zonder-uitgang", "geen-beslisser", "handeling-ongebruikt",
           "onduidelijke-landing"},
    "T4": {"antwoord-zonder-termijn", "niveau-boven-macht"},
    "T8": {"termijn-korter-dan-de-weg", "termijn-ontbreekt", "termijn-zonder-bovengrens"},
    "T14": {"advies-zonder-grondslag", "beslisser-zonder-vorm", "bindend-advies-naast-beslisser",
            "wijkbudget-zonder-grondslag"},
    "T16": {"twee-beslissers"},
    "T19": {"herziening-voorbij", "inspraakverordening-na-overgang", "vervallen-bron"},
    "T22": {"lagere-regel-vervangt-hogere"},
}  # fmt: skip
CHECKED = sorted({check for checks in TEXTS.values() for check in checks})


def each_row() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", TENSIONS)


def test_no_row_is_missing() -> None:
    """3.4: the table, the prose and the pages hold T1-T25, and nothing else."""
    assert {row for row in rows() if row.startswith("T")} == set(TENSIONS) == set(prose())
    for language in ("nl", "en"):
        pages = {path.stem for path in (FOLDER / language).glob("*.md")}
        assert pages == {*TENSIONS, "README"}


@each_row()
def test_each_row_names_what_looks_for_it(row: str) -> None:
    """3.4: take a norm or check away, or let it no longer name its tension, and this fails."""
    found = places(row)
    assert found.any
    assert {norm.id for norm in found.over} == OVER.get(row, set())
    assert {one.id for one in found.texts} == TEXTS.get(row, set())
    listed = place_of(row)
    assert found.within == (listed if listed not in (PORTFOLIO, "verify") else "")


@pytest.mark.parametrize("check", CHECKED)
def test_without_its_check_a_row_is_no_longer_found(
    check: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """3.4, by mutation: a check that finds nothing fails the test of its own wrong texts."""
    case = test_cases.FILES[check].wrong[0]
    test_cases.test_a_check_finds_what_its_cases_say(check, case)
    silent = replace(CHECKS[check], find=lambda _: ())
    ruleset = written(tmp_path, case.rules, case.beside)
    blind = ruleset, findings_of(silent, subject_of(ruleset, DAY))
    monkeypatch.setattr(test_cases, "looked_at", lambda *_: blind)
    with pytest.raises(AssertionError):
        test_cases.test_a_check_finds_what_its_cases_say(check, case)
    assert looked_at(check, case)[1]


@each_row()
def test_the_prose_is_whole_in_both_languages(row: str) -> None:
    """3.4: what it is, why it counts and what to do; plain sentences, both languages."""
    said: Prose = prose()[row]
    texts = [said.what, said.why, said.do, *([said.people] if said.people else [])]
    for text in texts:
        assert text.nl.endswith((".", "?")) and text.en.endswith((".", "?"))
        assert text.nl != text.en
    assert isinstance(said.name, Text) and not said.name.nl.endswith(".")
    assert "DSP" in said.where or "I&O" in said.where


@pytest.mark.parametrize(
    ("language", "heading"),
    [("nl", "Wat alleen mensen kunnen beoordelen"), ("en", "What only people can judge")],
)
def test_what_only_people_can_judge_is_asked_on_the_page(language: str, heading: str) -> None:
    """3.4: T9, T12, T17 and T23 are asked of people, not guessed."""
    for row in ("T9", "T12", "T17", "T23"):
        page = (FOLDER / language / f"{row}.md").read_text(encoding="utf-8")
        assert f"## {heading}" in page


def test_the_pages_are_fresh() -> None:
    """3.4: docs/tensions says what the norms and checks say. Stale? `python -m tests.tensions`."""
    wanted = dict(fresh())
    assert set(FOLDER.rglob("*.md")) == set(wanted)
    stale = [path.name for path, text in wanted.items() if path.read_text("utf-8") != text]
    assert stale == []


def test_the_cases_supply_what_the_pages_say() -> None:
    """3.4: which case file shows a tension found, or in order."""
    assert of_cases() == stored()["cases"]


def test_the_real_trajectories_are_as_the_pages_say(real_data: Path) -> None:
    """3.4: a tension that has never met real input is said to have met none."""
    assert of_trajectories(real_data) == stored()["trajectories"]


@pytest.mark.long
def test_the_real_texts_are_as_the_pages_say() -> None:
    """3.4: in how many municipal texts a check found something."""
    assert of_texts() == stored()["texts"]
