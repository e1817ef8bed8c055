"""Pages to look at, and a strict reading of them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from spelregels.check import check
from spelregels.check_portfolio import check_portfolio
from spelregels.compare import compare
from spelregels.compare.page import comparison_page
from spelregels.doors import read
from spelregels.language import load_ruleset
from spelregels.language.portfolio import load_portfolio_rules, load_registers
from spelregels.model.checked import CheckReport
from spelregels.model.portfolio_found import PortfolioReport
from spelregels.model.verified import VerifyReport
from spelregels.report.html.check_page import check_page
from spelregels.report.html.portfolio_page import portfolio_page
from spelregels.report.html.ruleset_page import ruleset_page
from spelregels.report.html.verify_page import verify_page
from spelregels.verify import settings_from, verify

ROOT = Path(__file__).parents[2]
FORM = "vormen/wijkplatform"
HERE = Path(__file__).parent
TRAJECTORIES = {
    "speelplek": ROOT / "examples" / "speelplek.yaml",
    "druk": HERE / "druk.yaml",
    "onzeker": HERE / "onzeker.yaml",
    "leeg": HERE / "leeg.yaml",
}
RULESETS = (FORM, "vormen/inspraak", "nl/awb", "gemeenten/arnhem/wijkaanpak-2022")
TEXTS = {
    "schoon": ("vormen/inspraak",),
    "nissewaard": ("gemeenten/nissewaard/inspraak-en-participatie",),
    "onderdrukt": ("gemeenten/arnhem/wijkaanpak-2014",),
    "stuk": ("stuk/besluiten", "stuk/eisen", "stuk/wijk", "vormen/wijkplatform"),
}
BESIDE = "naast-elkaar"
SETTINGS = HERE / "onderdrukt.toml"
TOWN = ROOT / "examples" / "portefeuille"
PORTFOLIOS = {
    "samen": TOWN / "trajecten.yaml",
    "deur": ROOT / "rulesets" / "casussen" / "geitenkamp-achter-de-voordeur.yaml",
    "stil": HERE / "leeg.yaml",
}
Element = ElementTree.Element


@cache
def report(*names: str) -> CheckReport:
    """These trajectories, judged under the form for a neighbourhood platform."""
    logs = [log for name in names for log in read(TRAJECTORIES[name])]
    return check(load_ruleset(FORM), logs, today=date(2026, 9, 30))


@cache
def checked_page(*names: str, language: str = "nl", with_names: bool = False) -> str:
    """The page of ``check``."""
    return check_page(report(*names), language, with_names)


@cache
def rules_page(ruleset: str, language: str = "nl") -> str:
    """The page of ``explain``."""
    return ruleset_page(load_ruleset(ruleset), language)


@cache
def verified(name: str) -> VerifyReport:
    """Some texts, looked at; one of them with a finding suppressed."""
    settings = settings_from(SETTINGS if name == "onderdrukt" else None, HERE / "geen.toml")
    rulesets = [load_ruleset(one) for one in TEXTS[name]]
    return verify(rulesets, as_of=date(2026, 11, 22), settings=settings)


@cache
def verified_page(name: str, language: str = "nl") -> str:
    """The page of ``verify``."""
    return verify_page(verified(name), language)


@cache
def together(name: str) -> PortfolioReport:
    """Some trajectories judged together; those of the example with what the town knows."""
    rules = [load_portfolio_rules("spanningen/portefeuille")]
    known = load_registers(TOWN / "registers.yaml", rules) if name == "samen" else None
    words = load_ruleset("spanningen/alle") if name == "deur" else rules[0].words[-1]
    day = date(2026, 6, 30)
    return check_portfolio(rules, read(PORTFOLIOS[name]), lambda _: words, known, today=day)


@cache
def together_page(name: str, language: str = "nl", with_names: bool = False) -> str:
    """The page of ``portfolio``."""
    return portfolio_page(together(name), language, names_persons=with_names)


@cache
def beside_page(language: str = "nl") -> str:
    """The page of ``compare``: two towns beside an own text."""
    texts = [
        load_ruleset(one) for one in ("gemeenten/arnhem/wijkaanpak-2022", *TEXTS["nissewaard"])
    ]
    return comparison_page(compare(texts, own=load_ruleset(FORM)), language)


NAMES = tuple(
    f"{name} {language}"
    for name in (*TRAJECTORIES, "speelplek+onzeker", *RULESETS, *TEXTS, *PORTFOLIOS, BESIDE)
    for language in ("nl", "en")
)


def named_page(name: str) -> str:
    """One of ``NAMES``: a trajectory, several joined by ``+``, a ruleset, texts looked at, a
    portfolio or a comparison; and a language."""
    what, language = name.split()
    if what in RULESETS:
        return rules_page(what, language)
    if what in TEXTS:
        return verified_page(what, language)
    if what in PORTFOLIOS:
        return together_page(what, language)
    if what == BESIDE:
        return beside_page(language)
    return checked_page(*what.split("+"), language=language)


def parsed(page: str) -> Element:
    """The page as a tree; an error if it is not well-formed."""
    return ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>\n"))


def said(element: Element) -> str:
    """All text in an element, on one line."""
    return " ".join("".join(element.itertext()).split())


def pictures(tree: Element) -> list[Element]:
    """The timelines, narrow and wide."""
    return [svg for svg in tree.iter("svg") if svg.get("role") == "img"]


def timeline_rows(tree: Element) -> list[tuple[str, str, str]]:
    """Number or letter, day and text of each row of the table under the first picture."""
    table = next(table for table in tree.iter("table") if table.find("thead/tr/th[3]") is not None)
    cells = ([said(cell) for cell in row] for row in table.findall("tbody/tr"))
    return [(mark, day, what) for mark, day, what in cells]
