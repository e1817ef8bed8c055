"""What every picture on a page is made of: a frame with a description, signs, and a legend."""

from __future__ import annotations

from collections.abc import Iterable

from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.scale import Layout
from spelregels.report.html.words import PageWords

Sign = tuple[Element, str]
"""A small drawing, with what it means."""


def framed(
    prefix: str, layout: Layout, title: str, desc: str, height: float, *content: Node
) -> Element:
    """A picture as wide as its place, whose words keep their size; for who listens it is one thing
    with a name and a description. ``prefix``: of the ids in it, ours."""
    name = f"{prefix}-{layout.name}"
    return el(
        "svg",
        el("title", title, id=f"{name}-t"),
        el("desc", desc, id=f"{name}-d"),
        *content,
        class_=layout.name,
        role="img",
        aria_labelledby=f"{name}-t {name}-d",
        width="100%",
        height=round(height),
    )


def figure(pictures: Iterable[Element], signs: Iterable[Sign], words: PageWords) -> Element:
    """Pictures of one thing (narrow and wide), with what their signs mean."""
    meanings = [el("li", drawing, text) for drawing, text in signs]
    legend = el("ul", *meanings, class_="legend", aria_label=words.say("legend"))
    return el("figure", el("div", *pictures, legend if meanings else None, class_="picture"))


def sign(*drawn: Element) -> Element:
    """A sign of a legend, drawn round its own middle; hidden for who listens."""
    return el(
        "svg",
        *drawn,
        viewBox="-12 -11 24 22",
        width=24,
        height=22,
        aria_hidden="true",
        focusable="false",
    )


def stroke(css: str) -> Element:
    """A short piece of a line, for a legend."""
    return el("line", class_=css, x1=-11, x2=11, y1=0, y2=0)
