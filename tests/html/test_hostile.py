"""Text from a ruleset or a trajectory is never HTML, SVG or CSS (issue 3.8)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.model.checked import CheckReport
from spelregels.report.html.check_page import check_page
from spelregels.report.html.markup import (
    ATTRIBUTES,
    TAGS,
    Stylesheet,
    el,
    escaped,
    leads_somewhere,
    link,
    rendered,
)
from spelregels.report.html.ruleset_page import ruleset_page
from spelregels.semantics import judge

from .pages import checked_page, parsed, report, rules_page, said
from .poison import poisoned

PAYLOADS = (
    "\"'><script>alert(1)</script>",
    "</title></style></svg><img src=x onerror=alert(1)>",
    "]]><!--&#60;&lt;{0}{title}%s",
    "\u202e\x1b[2J\x00\ud800\uffff\u2028",
)


def hostile(text: str) -> CheckReport:
    """The example with this text after every id, title, word and value, judged anew."""
    run = report("onzeker")
    (one,) = run.checked
    ruleset, log = poisoned(run.ruleset, text), poisoned(one.trajectory, text)
    judged = replace(one, trajectory=log, judgement=judge(ruleset, log, one.as_of.day))
    assert judged.judgement.verdicts
    return replace(run, ruleset=ruleset, checked=(judged,), receipt=poisoned(run.receipt, text))


@pytest.mark.parametrize("text", PAYLOADS, ids=["script", "close", "entity", "control"])
def test_hostile_text_stays_text(text: str) -> None:
    """Only our own tags and attributes come out, and what was written is there to be read."""
    run = hostile(text)
    for page in (check_page(run, "nl", with_names=True), ruleset_page(run.ruleset, "en")):
        tree = parsed(page)
        assert {element.tag for element in tree.iter()} <= TAGS
        assert {key for element in tree.iter() for key in element.attrib} <= ATTRIBUTES
        assert len(list(tree.iter("style"))) == 1
        assert not any(sign in page for sign in "\x00\x1b\u202e\u2028\uffff")
        visible = "".join(sign for sign in text if sign.isascii() and sign.isprintable())
        if visible == text:
            assert " ".join(text.split()) in said(tree)


@pytest.mark.parametrize("text", PAYLOADS[:3], ids=["script", "close", "entity"])
def test_hostile_text_changes_no_structure(text: str) -> None:
    """Outside the pictures, where lines break elsewhere, the same elements in the same order.

    Addresses that are no longer addresses are shown as text, so links to the web are left out.
    """

    def skeleton(page: str) -> list[str]:
        tree = parsed(page)
        made = []
        stack = [tree]
        while stack:
            element = stack.pop()
            if element.tag == "svg" or (element.tag == "a" and element.get("rel")):
                continue
            made.append(element.tag)
            stack.extend(element)
        return made

    ruleset = hostile(text).ruleset
    assert skeleton(ruleset_page(ruleset, "nl")) == skeleton(rules_page("vormen/wijkplatform"))
    assert skeleton(check_page(hostile(text), "nl")) == skeleton(checked_page("onzeker"))


@given(st.text())
def test_escaped_text_reads_back(text: str) -> None:
    """For any text: no tag can open or close, and a strict parser finds the same letters."""
    assert not set("<>\"'") & set(escaped(text))
    tree = parsed(rendered(el("p", text)))
    assert not list(tree)
    assert (tree.text or "") == escaped_back(escaped(text))
    same = parsed(rendered(el("p", "x", class_=text)))
    assert (same.get("class") or "") == (escaped_back(escaped(text)) if text else "")


def escaped_back(text: str) -> str:
    from html import unescape

    return unescape(text)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,<script>",
        "//elders.example",
        'https://a.example/"><script>',
        "https://a.example/ b",
        "https:///x",
        "file:///etc/passwd",
        "vbscript:x",
        "\thttps://a.example",
        "https://a.example\n",
    ],
)
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    """Anything else that a ruleset calls an address is shown, not followed."""
    assert not leads_somewhere(address)
    assert link(address, "tekst") == f"tekst ({address})"
    with pytest.raises(ValueError, match="address"):
        el("a", "x", href=address)


def test_a_good_address_becomes_a_link_that_tells_nothing() -> None:
    """The site that is visited does not learn from which page."""
    made = rendered(link("https://wetten.overheid.nl/BWBR0005537/2026-07-01#a?b=c&d", "Awb"))
    assert 'href="https://wetten.overheid.nl/BWBR0005537/2026-07-01#a?b=c&amp;d"' in made
    assert 'rel="noreferrer noopener"' in made


@pytest.mark.parametrize("tag", ["script", "iframe", "img", "object", "foreignObject", "use"])
def test_nothing_that_runs_or_loads_can_be_made(tag: str) -> None:
    """Also by a mistake of ours."""
    with pytest.raises(ValueError, match="tag"):
        el(tag)


@pytest.mark.parametrize("name", ["onclick", "style", "src", "srcdoc", "xlink:href"])
def test_no_attribute_that_runs_or_loads_can_be_made(name: str) -> None:
    """Also by a mistake of ours."""
    with pytest.raises(ValueError, match="attribute"):
        el("p", **{name: "x"})


def test_a_stylesheet_cannot_end_itself() -> None:
    """The one thing that is written as it is holds no sign of HTML."""
    with pytest.raises(ValueError, match="stylesheet"):
        Stylesheet("p{}</style><script>")
