"""The frame of every page: head, landmarks, contents, footer. Other commands fill it too.

A page holds no script, loads nothing and sends nothing; its own policy forbids both.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256

from spelregels import __version__
from spelregels.report.html.markup import Element, Node, Stylesheet, el, rendered
from spelregels.report.html.style import stylesheet
from spelregels.report.html.words import page_words

GENERATOR = '<meta name="generator" content="spelregels'
"""Stands in the head of every page of ours; what holds it may be written anew."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a page under a heading. ``id``: ours, never a text from an input. ``listed``:
    among the contents of the page."""

    id: str
    title: str
    content: tuple[Node, ...]
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page. ``language``: ``nl`` or ``en``. ``kicker`` and ``intro`` stand with the title;
    ``footer`` before the line that this is no legal advice."""

    language: str
    title: str
    kicker: str
    intro: tuple[Node, ...]
    sections: tuple[Section, ...]
    footer: tuple[Node, ...] = ()


def page_html(page: Page) -> str:
    """The page as the text of one file (UTF-8)."""
    words = page_words(page.language)
    body = el(
        "body",
        el("a", words.say("skip"), class_="skip", href="#inhoud"),
        _header(page),
        _contents(page),
        el("main", *map(_section, page.sections), class_="wrap", id="inhoud", tabindex="-1"),
        _footer(page),
    )
    document = el("html", _head(page), body, lang=page.language)
    return f"<!DOCTYPE html>\n{rendered(document)}\n"


def _head(page: Page) -> Element:
    css = stylesheet()
    digest = b64encode(sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="generator", content=f"spelregels {__version__}"),
        el("title", f"{page.title} – {page.kicker}"),
        el("style", Stylesheet(css)),
    )


def _header(page: Page) -> Element:
    kicker, title = el("p", page.kicker, class_="kicker"), el("h1", page.title)
    return el("header", el("div", kicker, title, *page.intro, class_="wrap"), class_="top")


def _contents(page: Page) -> Element | None:
    listed = [section for section in page.sections if section.listed]
    if len(listed) < 2:
        return None
    words = page_words(page.language)
    items = (el("li", el("a", s.title, href=f"#{s.id}")) for s in listed)
    inner = el("div", el("ul", *items, class_="plain"), class_="wrap")
    return el("nav", inner, class_="contents", aria_label=words.say("contents"))


def _section(section: Section) -> Element:
    heading = el("h2", section.title, id=section.id)
    return el("section", heading, *section.content, aria_labelledby=section.id)


def _footer(page: Page) -> Element:
    words = page_words(page.language)
    no_advice = words.words.say(words.words.frames.REPORT, "disclaimer")
    inner = el("div", *page.footer, el("p", el("strong", no_advice)), class_="wrap small")
    return el("footer", inner, class_="foot")
