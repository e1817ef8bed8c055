"""Elements of a page, and the one place where they become HTML.

A page is a tree of elements; everything else in it is text, and text is always escaped. Names of
tags and attributes come from this code only and from closed sets: nothing that runs, nothing that
loads. What is written is also well-formed XML, so that it can be checked with a strict parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from spelregels.report.layout import clean

_VOID = frozenset({"meta", "wbr"})
_TAGS = (
    "html head meta title style body header main footer nav section article aside figure figcaption"
    " h1 h2 h3 h4 p a ul ol li dl dt dd div span strong em table caption thead tbody tr th td"
    " details summary wbr"
    " svg g title desc text tspan line rect circle path"
)
_ATTRIBUTES = (
    "charset class cx cy content d height href http-equiv id lang name open r rel role rx scope"
    " start stroke-dasharray tabindex text-anchor transform viewBox width x x1 x2 y y1 y2"
    " focusable aria-hidden aria-label aria-labelledby aria-describedby"
)
# After these a line ends, so that a page can be read and compared as text.
_ENDING = (
    "head meta title style header main footer nav section article figure figcaption h1 h2 h3 h4 p"
    " li dl dd table caption thead tbody tr details summary svg"
)
TAGS = frozenset(_TAGS.split())
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
_BLOCKS = frozenset(_ENDING.split())
# What an address may hold; an address of another kind is shown as text and leads nowhere.
_ADDRESS = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9._~:/?#\[\]@!$&()*+,;=%'-]*")
_ANCHOR = re.compile(r"#[a-z][a-z0-9-]*")
# What XML cannot hold: halves of pairs and the two last signs of a plane.
_IMPOSSIBLE = re.compile("[\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Element:
    """One element; ``children`` in their order, text among them as ``str``."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """Our own CSS, the only thing that is written as it is. ValueError if it could end itself."""

    css: str

    def __post_init__(self) -> None:
        """No sign that HTML or XML reads."""
        if set("<&") & set(self.css):
            raise ValueError("a stylesheet holds no < and no &")


Node = Element | Stylesheet | str


def el(tag: str, *children: Node | None, **attributes: str | float | None) -> Element:
    """An element. ``class_`` is ``class``, ``aria_label`` is ``aria-label``; None is left out.

    ValueError for a tag, an attribute or an ``href`` that pages here never hold.
    """
    if tag not in TAGS:
        raise ValueError(f"no tag of ours: {tag}")
    made: dict[str, str] = {}
    for key, value in attributes.items():
        name = key.rstrip("_").replace("_", "-")
        if name not in ATTRIBUTES:
            raise ValueError(f"no attribute of ours: {name}")
        if value is not None and value != "":
            made[name] = f"{value:.6g}" if isinstance(value, float) else str(value)
    if "href" in made and not leads_somewhere(made["href"]):
        raise ValueError(f"no address of ours: {made['href']}")
    kept = tuple(child for child in children if child is not None and child != "")
    return Element(tag, MappingProxyType(made), kept)


def leads_somewhere(address: str) -> bool:
    """Whether this may stand in a link: a place on the page, or an address on the web."""
    return bool(_ANCHOR.fullmatch(address) or _ADDRESS.fullmatch(address))


def link(address: str, text: str) -> Node:
    """A link to an address that a ruleset names; plain text where it is no address of the web."""
    if not address.startswith("#") and leads_somewhere(address):
        return el("a", text, href=address, rel="noreferrer noopener")
    return text if address in ("", text) else f"{text} ({address})"


def escaped(text: str) -> str:
    """Text as it may stand between tags and in an attribute; control signs are made visible."""
    plain = _IMPOSSIBLE.sub("�", clean(text))
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        plain = plain.replace(sign, entity)
    return plain.replace("'", "&#39;")


def rendered(node: Node) -> str:
    """The HTML of a node."""
    return "".join(_pieces(node))


def _pieces(node: Node) -> Iterator[str]:
    match node:
        case str():
            yield escaped(node)
        case Stylesheet(css=css):
            yield css
        case Element(tag=tag, attributes=attributes, children=children):
            listed = "".join(f' {key}="{escaped(value)}"' for key, value in attributes.items())
            if tag in _VOID:
                yield f"<{tag}{listed}/>"
                return
            yield f"<{tag}{listed}>"
            for child in children:
                yield from _pieces(child)
            yield f"</{tag}>"
            if tag in _BLOCKS:
                yield "\n"


def texts(nodes: Iterable[Node]) -> Iterator[str]:
    """All text below these nodes, in order."""
    for node in nodes:
        match node:
            case str():
                yield node
            case Element(children=children):
                yield from texts(children)
            case Stylesheet():
                pass
