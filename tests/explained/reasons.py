"""Why a reader does not need a fact that has no sentence: the whole list, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from spelregels.model.norms import Exemption, Power, Precedence, Statement
from spelregels.model.ruleset import Attribute, Role, RulesetFile
from spelregels.model.terms import AttributeTerm, Duration
from spelregels.report.asked import never_moves

from .traces import Fact

_COUNTED = ("every", "lasts", "not_before", "wait", "within")
_EVERY = (*_COUNTED, "at_longest", "lead")


@dataclass(frozen=True)
class Reason:
    """``text`` in Dutch, for the page; ``fits``: whether this is why a fact has no sentence."""

    text: str
    fits: Callable[[Fact], bool]


def _is(fact: Fact, *names: str) -> bool:
    return fact.leaf.place.partition(".")[2] in names


def _cannot_be_broken(fact: Fact) -> bool:
    norm = fact.thing
    open_power = isinstance(norm, Power) and not (norm.exclusive or norm.where or norm.within)
    return open_power or isinstance(norm, Exemption | Statement)


def _nothing_to_count(fact: Fact) -> bool:
    """No length of time that ``count_from`` counts, or of which ``regime`` could move the end."""
    if not _is(fact, "count_from", "regime"):
        return False
    moving = _is(fact, "regime")
    lengths = (getattr(fact.thing, name, None) for name in (_COUNTED if moving else _EVERY))
    counted = [one for one in lengths if isinstance(one, Duration | AttributeTerm)]
    return all(moving and never_moves(one) for one in counted)


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


def _one_of_known_words(fact: Fact) -> bool:
    declared = fact.thing
    if not isinstance(declared, Attribute):
        name = fact.leaf.path.removeprefix("attributes[").removesuffix("].type")
        declared = getattr(fact.thing, "attributes", {}).get(name)
    return _is(fact, "type") and isinstance(declared, Attribute) and bool(declared.one_of)


REASONS = (
    Reason(
        "Hoe tijd wordt geteld, bij een regel zonder tijd die zo wordt geteld, of met een tijd die "
        "te lang is om door te schuiven.",
        _nothing_to_count,
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
    "stages_unfit": "zo rekent de toetsing, bij alle regels met fasen",
    "calendar_empty": "zegt wat er niet staat",
    "judged_by_nobody": "zegt wat er niet staat",
}


def reason(fact: Fact) -> Reason | None:
    """Why a fact needs no sentence; None: a reader would miss it."""
    return next((one for one in REASONS if one.fits(fact)), None)


def unexplained(facts: Iterable[Fact]) -> list[str]:
    """The facts that have no sentence and no reason, as ``norm: path``."""
    return [
        f"{fact.name}: {fact.leaf.place} {fact.leaf.path}"
        for fact in facts
        if not fact.traced and reason(fact) is None
    ]
