"""Why a reader does not need a fact that has no sentence: the whole list, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from spelregels.model.norms import Exemption, Norm, NormBase, Power, Precedence, Statement
from spelregels.model.ruleset import Attribute, Role, RulesetFile
from spelregels.model.terms import AttributeTerm, Duration

from .traces import Fact

_COUNTED = ("every", "lasts", "not_before", "wait", "within")
_BACK = ("at_longest", "lead")


@dataclass(frozen=True)
class Reason:
    """``text`` in Dutch, for the page; ``fits``: whether this is why a fact has no sentence."""

    text: str
    fits: Callable[[Fact], bool]


def _is(fact: Fact, *names: str) -> bool:
    return fact.leaf.place.partition(".")[2] in names


def _has_length(thing: Any, names: tuple[str, ...]) -> bool:
    return any(isinstance(getattr(thing, name, None), Duration | AttributeTerm) for name in names)


def _cannot_be_broken(fact: Fact) -> bool:
    norm = fact.thing
    open_power = isinstance(norm, Power) and not (norm.exclusive or norm.where or norm.within)
    return open_power or isinstance(norm, Exemption | Statement)


def _nothing_to_count(fact: Fact) -> bool:
    if not _is(fact, "count_from", "regime"):
        return False
    lengths = _COUNTED if _is(fact, "regime") else (*_COUNTED, *_BACK)
    return not _has_length(fact.thing, lengths)


def _means_nothing_here(fact: Fact) -> bool:
    match fact.thing:
        case Precedence(lead=None):
            return _is(fact, "clear_days")
        case Role(one_of=()):
            return _is(fact, "bound_by_header")
        case RulesetFile(valid_from=first) if not isinstance(first, date):
            return _is(fact, "valid_from_precision")
        case _:
            return False


def _within_a_known_month(fact: Fact) -> bool:
    return (
        isinstance(fact.thing, RulesetFile)
        and _is(fact, "valid_from")
        and fact.thing.valid_from_precision.value in ("month", "year")
    )


def _said_with_the_act(fact: Fact) -> bool:
    """A bearer is written once, and stands in the model with the norm and with each act."""
    if not isinstance(fact.thing, NormBase) or not fact.leaf.path.startswith("by."):
        return False
    return any(field.name in ("must", "count") for field in fields(fact.thing))


def _one_of_known_words(fact: Fact) -> bool:
    declared = fact.thing
    if not isinstance(declared, Attribute):
        name = fact.leaf.path.removeprefix("attributes[").removesuffix("].type")
        declared = getattr(fact.thing, "attributes", {}).get(name)
    return _is(fact, "type") and isinstance(declared, Attribute) and bool(declared.one_of)


REASONS = (
    Reason(
        "De plaats in het bestand. Die is er voor foutmeldingen.",
        lambda fact: _is(fact, "position"),
    ),
    Reason(
        "Van welk bestand dit is gelezen. Dat staat op het bewijs onder `spelregels check`.",
        lambda fact: _is(fact, "path", "sha256"),
    ),
    Reason(
        "De Engelse naam. Die staat in de Engelse uitleg (`--lang en`).",
        lambda fact: _is(fact, "title[en]", "title_en"),
    ),
    Reason("Wie het moet doen. Dat staat in de zin al bij de handeling zelf.", _said_with_the_act),
    Reason(
        "Hoe tijd wordt geteld, bij een regel zonder tijd die zo wordt geteld.", _nothing_to_count
    ),
    Reason("Een nadere bepaling van iets dat deze tekst niet zegt.", _means_nothing_here),
    Reason(
        "De dag in een datum waarvan alleen de maand of het jaar bekend is.", _within_a_known_month
    ),
    Reason(
        "Hoe ernstig een overtreding is, bij wat niemand kan overtreden: een vrijstelling, een "
        "recht zonder grens, of iets dat een mens beoordeelt.",
        lambda fact: _is(fact, "severity", "strength") and _cannot_be_broken(fact),
    ),
    Reason(
        "Dat een overgang voor meer fasen tegelijk is opgeschreven. Hij staat bij elke fase waarin "
        "hij kan.",
        lambda fact: _is(fact, "anywhere"),
    ),
    Reason(
        "Dat een gegeven tekst is. De woorden die er mogen staan, staan er al.", _one_of_known_words
    ),
)

# Frames of sentences that hang on no fact of the file, and why they are there.
LOOSE = {
    "": "kop",
    "in_brackets": "vaste aantekening",
    "others_roles": "telling van wat elders staat",
    "others_acts": "telling van wat elders staat",
    "others_facts": "telling van wat elders staat",
    "no_norms": "zegt wat er niet staat",
    "validity": "zegt wat er niet staat",
    "stage_bare": "zegt wat er niet staat",
    "calendar_empty": "zegt wat er niet staat",
    "judged_by_nobody": "zegt wat er niet staat",
}


def reason(fact: Fact) -> Reason | None:
    """Why a fact needs no sentence; None: a reader would miss it."""
    return next((one for one in REASONS if one.fits(fact)), None)


def unexplained(facts: tuple[Fact, ...]) -> list[str]:
    """The facts that have no sentence and no reason, as ``norm: path``."""
    return [
        f"{_name(fact.thing)}: {fact.leaf.place} {fact.leaf.path}"
        for fact in facts
        if not fact.traced and reason(fact) is None
    ]


def _name(thing: Norm | object) -> str:
    return str(getattr(thing, "id", type(thing).__name__))
