"""The page of a ruleset: who decides, which terms, what residents may do, what is open (3.8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args, get_type_hints

import pytest

from spelregels.language import load_ruleset
from spelregels.model import patterns
from spelregels.model.norms import KIND_OF, Extension, NamedTerm, Suspension
from spelregels.model.ruleset import RulesetFile, StagePower
from spelregels.model.terms import NotStated, Vague
from spelregels.report.html.holes import Hole, holes
from spelregels.report.html.ruleset_page import ruleset_page
from spelregels.report.html.words import page_words
from tests.report.hand import RULESET

from .pages import FORM, RULESETS, Element, parsed, rules_page, said


def section(tree: Element, name: str) -> Element:
    """The part of a page under the heading with this id."""
    return next(s for s in tree.iter("section") if s.get("aria-labelledby") == name)


def test_the_summary_says_who_decides_which_terms_and_what_residents_may() -> None:
    """In three short lists, before anything else."""
    tree = parsed(rules_page(FORM))
    short = section(tree, "kort")
    who, terms, powers = [said(card) for card in short.iter("div") if card.get("class") == "card"]
    assert "Het college van burgemeester en wethouders: in alle fasen" in who
    assert "Binnen 6 weken: " in terms and "Minstens 2 weken van tevoren: " in terms
    assert "Hoogste trede van meepraten: adviseren." in powers
    assert "Het wijkplatform: adviseren in" in powers


def test_each_stage_says_who_decides_and_on_which_rung() -> None:
    """In words: the ladder beside it is for the eye alone."""
    tree = parsed(ruleset_page(RULESET, "nl"))
    cards = [said(card) for card in section(tree, "fasen").iter("article")]
    assert len(cards) == 3
    assert "Fase 2: Bewoners praten mee" in cards[1]
    assert "adviseren (trede 3 van 5)" in cards[1]
    assert "Wie beslistDe raad" in cards[1] and "Advies volgen of uitleggen" in cards[1]
    assert "3. Besloten" in cards[1]
    assert "Einde: besloten." in cards[2]


@pytest.mark.parametrize("ruleset", RULESETS)
def test_every_norm_and_term_of_the_own_file_is_read_back_once(ruleset: str) -> None:
    """With its article and how well that was verified."""
    own = load_ruleset(ruleset).own
    tree = parsed(rules_page(ruleset))
    cards = [
        card
        for card in tree.iter("article")
        if (card.get("aria-labelledby") or "").startswith("regel-")
    ]
    assert len(cards) == len(own.norms) + len(own.terms)
    confidences = page_words("nl").words.labels.CONFIDENCES.values()
    assert all(any(f"({known})" in said(card) for known in confidences) for card in cards)


def silent_or_vague() -> Iterator[tuple[type, str]]:
    """Every field of a norm, a term or a stage's power in which a text may be silent or vague."""
    things = (*KIND_OF, NamedTerm, Extension, Suspension, StagePower)
    for thing in things:
        for name, hint in get_type_hints(thing, localns=vars(patterns)).items():
            if {NotStated, Vague} & set(get_args(hint)):
                yield thing, name


def test_every_hole_there_can_be_has_a_sentence() -> None:
    """Whatever field of the model may be *not stated*, in both languages."""
    found = {name for _, name in silent_or_vague()}
    assert {"by", "within", "lead", "at_least", "decides", "lasts", "once"} <= found
    for language in ("nl", "en"):
        words = page_words(language)
        for name in found:
            assert words.say(f"hole_{name}", word="")


def test_holes_are_found_where_they_are() -> None:
    """A bearer that is not stated, a vague term and a question of ban or not, by their norm."""
    found = set(holes(RULESET))
    assert Hole("tijdig-antwoord", "by") in found
    assert Hole("tijdig-antwoord", "vague", "zo spoedig mogelijk") in found
    assert Hole("geen-verslag", "may_be_ban") in found
    shown = said(section(parsed(ruleset_page(RULESET, "nl")), "open"))
    assert "De tekst zegt alleen ‘zo spoedig mogelijk’; preciezer is hij niet." in shown


@pytest.mark.parametrize("ruleset", RULESETS)
def test_no_hole_of_a_shipped_ruleset_is_missed(ruleset: str) -> None:
    """Counted again in another way: every NotStated and Vague below the own file's norms."""
    loaded = load_ruleset(ruleset)

    def count(thing: Any) -> int:
        if isinstance(thing, NotStated | Vague):
            return 1
        if isinstance(thing, tuple):
            return sum(map(count, thing))
        if is_dataclass(thing) and not isinstance(thing, type):
            return sum(count(getattr(thing, f.name)) for f in fields(thing))
        return 0

    for one in (*loaded.own.norms, *loaded.own.terms):
        told = [hole for hole in holes(loaded) if hole.owner == one.id]
        silent = [hole for hole in told if hole.part not in ("judged_by", "may_be_ban")]
        assert len(told) == len(set(told))
        assert bool(silent) == bool(count(one)), one.id


def test_it_says_what_was_encoded_and_what_not() -> None:
    """How much of the text was available, and how sure each norm is."""
    tree = parsed(rules_page("gemeenten/arnhem/wijkaanpak-2022"))
    told = said(section(tree, "ingevoerd"))
    assert "De rest van de tekst is niet gezien." in told
    assert "uit een andere bron, de tekst zelf is niet gelezen" in told


def test_a_text_without_stages_terms_or_norms_still_has_a_page() -> None:
    """It says so, instead of leaving holes in the page."""
    bare = RulesetFile(
        id=RULESET.id,
        title={},
        regulatory_layer=RULESET.own.regulatory_layer,
        governs=RULESET.own.governs,
    )
    tree = parsed(ruleset_page(replace(RULESET, files=(bare,), machine=None), "nl"))
    told = said(tree)
    for sentence in (
        "Deze tekst heeft geen fasen.",
        "Deze tekst noemt geen termijnen.",
        "Deze tekst heeft zelf geen regels.",
        "Deze tekst noemt zelf geen bronnen.",
        "Er is niet vastgelegd hoeveel van de tekst is ingevoerd.",
    ):
        assert sentence in told
