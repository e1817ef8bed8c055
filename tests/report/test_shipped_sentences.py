"""Every norm of every shipped ruleset read back: nothing of it is left out (issues 1.6 and 1.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

from spelregels.language import load_ruleset
from spelregels.language.library import ids_under, shipped_root, versions
from spelregels.model.norms import Norm, Statement
from spelregels.model.patterns import ActPattern, Test
from spelregels.model.ruleset import Ruleset
from spelregels.report.grammar import is_plural, with_article
from spelregels.report.names import Names, readable
from spelregels.report.phrases import Phrases
from spelregels.report.rules import rule_sentence

ROOT = shipped_root()
FILES = tuple(path for id_ in ids_under(ROOT) for path in versions(id_, [ROOT]))
WHO = ("by", "as")
JARGON = re.compile(r"\{|\}|\bNone\b|\.\.|  |\b(is|zijn) (True|False)\b|[a-z]_[a-z]")


@cache
def loaded(path: Path) -> Ruleset:
    return load_ruleset(path)


def parts(thing: object) -> Iterator[object]:
    yield thing
    if isinstance(thing, tuple):
        for part in thing:
            yield from parts(part)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            yield from parts(getattr(thing, field.name))


def said_of(norm: Norm, names: Names) -> Iterator[str]:
    """The words that a sentence about this norm cannot do without."""
    conditions = (norm.applies, norm.if_, norm.unless)
    patterns = [getattr(norm, field.name) for field in fields(norm)]
    for part in parts((conditions, tuple(p for p in patterns if isinstance(p, tuple)))):
        if isinstance(part, Test) and part.attribute not in WHO:
            yield Phrases(names).attribute(part.attribute)
        if isinstance(part, ActPattern):
            yield names.act(part.act)
            yield from map(readable, part.outcome)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_condition_of_a_norm_is_in_its_sentence(path: Path, language: str) -> None:
    """1.6: `applies`, `if`, `unless`, `where`, outcomes: a rule told without them is another."""
    ruleset = loaded(path)
    names = Names.of(ruleset, language)
    for norm in ruleset.own.norms:
        if isinstance(norm, Statement):
            continue
        text = rule_sentence(norm, Phrases(names))
        for word in said_of(norm, names):
            assert word in text, (norm.id, word, text)
        assert not JARGON.search(re.sub(r"‘[^’]*’", "x", text)), (norm.id, text)
        assert text[0].isupper() or text[0] == "‘", (norm.id, text)
        assert text.endswith("."), (norm.id, text)


# Every name of a role in the shipped files that takes a plural verb in Dutch.
MANY = {
    "ambtenaren",
    "bewoners",
    "bewoners en organisaties die meedenken",
    "deskundigen",
    "gedeputeerde staten",
    "kiesgerechtigden",
    "kiezers",
    "ondernemers",
    "wijkmanager en opbouwwerker",
}
NEUTER = {
    "bestuur van een stadsdeel",
    "bestuursorgaan",
    "bestuursorgaan van de gemeente",
    "Centraal Orgaan opvang asielzoekers",
    "college van burgemeester en wethouders",
    "dagelijks bestuur van een stadsdeel",
    "dorpsplatform of wijkcomité",
    "gemeentebestuur",
    "managementpanel",
    "nieuwsmedium",
    "panel van het dorp",
    "raadslid",
    "Rijk",
    "stembureau",
    "team leefomgeving",
    "wijkplatform",
    "wijkteam",
    "wijkteam van bewoners",
}


def role_titles() -> set[str]:
    return {
        role.title["nl"].partition(" (")[0]
        for path in FILES
        for role in loaded(path).roles.values()
        if role.title.get("nl")
    }


def test_who_is_one_and_who_are_many() -> None:
    """*De kiezers mogen*, *het college mag*: of every role that is shipped."""
    titles = role_titles()
    assert {title for title in titles if is_plural(title)} == MANY & titles
    assert len(MANY & titles) > 4


def test_het_and_de() -> None:
    """*Het college*, *de raad*: of every role that is shipped."""
    titles = role_titles()
    said = {title for title in titles if with_article(title, "nl").startswith("het ")}
    named = {title for title in titles if title.startswith("het ")}
    assert said - named == NEUTER & titles


@pytest.mark.parametrize(
    ("title", "many"),
    [
        ("initiatief- en referendumcommissie", False),
        ("burgemeester en wethouders", True),
        ("secretaris van de commissie", False),
        ("iedereen", False),
        ("leden van de commissie", True),
    ],
)
def test_one_or_many(title: str, many: bool) -> None:
    """Names that unseen rulesets may use."""
    assert is_plural(title) is many
