"""What every page promises (issue 3.8): no script, nothing loaded, and anyone can use it."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from spelregels.report.html.check_page import check_page
from spelregels.report.html.markup import ATTRIBUTES, TAGS
from spelregels.verify import records

from .pages import NAMES, checked_page, named_page, parsed, report, said

VOID = {"meta", "wbr"}
KEYS = {  # ``{vague: …}``: keys of the language that a check names in its own texts
    key
    for one in records()
    for text in (one.looks_for, one.why, one.repair, one.limits)
    for key in re.findall(r"\{[^{}]*\}", text.nl + text.en)
}


@pytest.fixture(params=NAMES)
def page(request: pytest.FixtureRequest) -> str:
    """Every kind of page, in both languages."""
    return named_page(request.param)


class Balanced(HTMLParser):
    """What a browser's parser sees: every element closed by its own end tag."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.wrong.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_a_page_is_well_formed(page: str) -> None:
    """Both for a browser and for a strict XML parser."""
    parser = Balanced()
    parser.feed(page)
    assert (parser.open, parser.wrong) == ([], [])
    assert parsed(page).tag == "html"


def test_a_page_runs_and_loads_nothing(page: str) -> None:
    """Only our own tags and attributes; addresses stand in links alone; the policy says so too."""
    tree = parsed(page)
    for element in tree.iter():
        assert element.tag in TAGS
        assert set(element.keys()) <= ATTRIBUTES
        assert element.get("href") is None or element.tag == "a"
    css = next(tree.iter("style")).text or ""
    assert "url(" not in css and "@import" not in css
    digest = b64encode(sha256(css.encode()).digest()).decode()
    policy = next(m for m in tree.iter("meta") if m.get("http-equiv")).get("content") or ""
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert not {"script", "style", "onload", "src", "srcset"} & ATTRIBUTES
    assert not {"script", "img", "iframe", "object", "embed", "link", "use", "image"} & TAGS


def test_every_place_that_is_named_is_there_once(page: str) -> None:
    """No id twice; every link on the page and every label leads somewhere."""
    tree = parsed(page)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in tree.iter():
        href = element.get("href") or ""
        assert not href.startswith("#") or href[1:] in ids, href
        for name in (element.get("aria-labelledby") or "").split():
            assert name in ids


def test_a_page_can_be_walked_by_headings_and_landmarks(page: str) -> None:
    """One h1, no level skipped; header, main and footer once; the skip link comes first."""
    tree = parsed(page)
    levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for landmark in ("header", "main", "footer"):
        assert len(list(tree.iter(landmark))) == 1
    first, main = next(tree.iter("a")), next(tree.iter("main"))
    assert first.get("href") == f"#{main.get('id')}"
    assert main.get("tabindex") == "-1"
    assert all(nav.get("aria-label") for nav in tree.iter("nav"))
    assert tree.get("lang") in ("nl", "en")


def test_tables_and_pictures_can_be_heard(page: str) -> None:
    """A table has a caption and headings of both kinds; a picture is named, or hidden as a twin of
    the words beside it."""
    tree = parsed(page)
    for table in tree.iter("table"):
        assert table[0].tag == "caption" and said(table[0])
        assert {cell.get("scope") for cell in table.iter("th")} == {"col", "row"}
    inside = {child for svg in tree.iter("svg") for child in svg.iter("svg") if child is not svg}
    for svg in tree.iter("svg"):
        if svg in inside:
            continue
        if svg.get("role") == "img":
            assert svg[0].tag == "title" and svg[1].tag == "desc"
            assert svg.get("aria-labelledby") == f"{svg[0].get('id')} {svg[1].get('id')}"
        else:
            assert svg.get("aria-hidden") == "true"


def test_no_advice_is_given_and_the_page_says_so(page: str) -> None:
    """The last line of every page."""
    footer = said(next(parsed(page).iter("footer")))
    assert footer.endswith(("Dit is geen juridisch advies.", "This is no legal advice."))


def test_a_page_holds_no_word_of_ours(page: str) -> None:
    """No placeholder that was not filled in, no name of a class or an empty value."""
    text = said(next(parsed(page).iter("body")))
    for key in KEYS:
        text = text.replace(key, "")
    assert not re.search(r"\{|\}|\bNone\b(?! of )|Word\.|How\.|Kind\.|\bNotStated\b", text)


def test_the_same_input_gives_the_same_page() -> None:
    """Byte for byte: a page can be compared and kept as evidence."""
    for names in (("druk",), ("speelplek", "onzeker")):
        assert check_page(report(*names), "nl") == check_page(report(*names), "nl")


def test_what_is_folded_opens_on_paper() -> None:
    """Print rules open every folded part, also where it was never opened on the screen."""
    css = next(parsed(checked_page("speelplek")).iter("style")).text or ""
    printed = css[css.index("@media print") :]
    assert "details::details-content{content-visibility:visible" in printed
    assert any(parsed(checked_page("speelplek")).iter("details"))
