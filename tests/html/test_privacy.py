"""Pages name nobody, unless somebody asks for it outright (issue 3.8, docs/privacy.md)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from spelregels.model.checked import Hashed
from spelregels.report.html.check_page import check_page

from .pages import checked_page, parsed, report, said, timeline_rows

PEOPLE = ("Fatima Voorbeeld", "Piet Verzonnen")


def test_persons_are_numbers() -> None:
    """Whoever stands under `by` and is no role appears as person 1, 2, …; the role stays."""
    page = checked_page("onzeker")
    assert not any(part in page for name in PEOPLE for part in name.split())
    told = {what for _, _, what in timeline_rows(parsed(page))}
    assert any("(persoon 1)" in what and "college" in what for what in told)
    assert any("door persoon 2 (rol niet bekend)" in what for what in told)
    assert "Personen staan hier met een nummer" in said(parsed(page))


def test_the_same_person_has_the_same_number() -> None:
    """A reader can still see that one person did two things."""
    told = [what for _, _, what in timeline_rows(parsed(checked_page("onzeker")))]
    assert sum("persoon 1)" in what for what in told) == 2
    english = [w for _, _, w in timeline_rows(parsed(checked_page("onzeker", language="en")))]
    assert sum("person 1)" in what for what in english) == 2


def test_names_are_shown_on_demand() -> None:
    """`--names`: as the source has them, and the page no longer says otherwise."""
    page = checked_page("onzeker", with_names=True)
    assert all(name in page for name in PEOPLE)
    assert "persoon 1" not in page and "met een nummer" not in page


def test_findings_are_the_same_with_and_without_names() -> None:
    """A number stands for the person everywhere: roles, verdicts and counts do not move."""
    hidden = said(parsed(checked_page("onzeker")))
    named = said(parsed(checked_page("onzeker", with_names=True)))
    for number, name in enumerate(PEOPLE, start=1):
        named = named.replace(name, f"persoon {number}")
    assert hidden.replace(" Personen staan hier met een nummer, niet met hun naam.", "") == named


def test_no_folder_of_the_machine_is_named() -> None:
    """A path may hold the name of whoever ran the check; the page has the file's name alone."""
    run = report("speelplek")
    inputs = (Hashed("/home/j.jansen/dossiers/speelplek.yaml", "a" * 64),)
    page = check_page(replace(run, receipt=replace(run.receipt, inputs=inputs)), "nl")
    assert "speelplek.yaml aaaaaaaaaaaa" in page
    assert "jansen" not in page and str(PurePath("/home")) not in page
