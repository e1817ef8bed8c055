"""The page of `compare` (issue 4, 3.8): texts are called as people call them."""

from __future__ import annotations

from dataclasses import replace

from spelregels.compare import compare
from spelregels.compare.page import comparison_page
from spelregels.language import load_ruleset

from .pages import FORM, TEXTS, beside_page, parsed, said


def named(page: str) -> list[str]:
    """What the texts are called in the first table."""
    table = next(parsed(page).iter("table"))
    return [said(row[0]) for row in table.findall("tbody/tr")]


def test_texts_have_their_titles_and_the_own_text_says_so() -> None:
    """Not an id that only the command line knows."""
    assert named(beside_page()) == [
        "Wijkplatform met wijkspelregels (eigen tekst)",
        "Spelregels Arnhemse Wijkaanpak (vernieuwd)",
        "Inspraak- en participatieverordening Nissewaard 2020",
    ]


def test_texts_with_one_title_are_told_apart() -> None:
    """By their ids, so that no row is mistaken for another."""
    form = load_ruleset(FORM)
    twin = replace(form, id="vormen/tweeling")
    other = load_ruleset(*TEXTS["nissewaard"])
    one, same, third = named(comparison_page(compare([form, twin, other]), "nl"))
    assert one.endswith("wijkplatform")
    assert same.endswith("tweeling")
    assert third == "Inspraak- en participatieverordening Nissewaard 2020"
