"""Under which word an act or an attribute stands, so that texts with words of their own still
lie side by side. Acts are called ``noun.participle``; the noun is the subject."""

from __future__ import annotations

import re

from spelregels.compare.topics import Entry, Gap, Topic
from spelregels.model.norms import NamedTerm, Norm
from spelregels.model.patterns import ActPattern, Condition, MomentPattern, Pattern, Test
from spelregels.model.ruleset import Stage

# Participles of acts by which somebody asks or takes part; who may do them may take part.
FILING = frozenset(
    ["ingediend", "aangevraagd", "gevraagd", "gedaan", "ondertekend", "ontvangen", "gegeven"]
)
# Participles of acts by which somebody decides on what others asked or proposed.
DECIDING = frozenset(
    {"besloten", "beslist", "verleend", "toegekend", "vastgesteld", "genomen", "benoemd"}
)
ADVICE = frozenset({"advies", "zienswijze", "aanbeveling", "peiling"})
_LONG = 6
_PARTS = re.compile("[._]")


def stem(name: str) -> str:
    """``steunbetuigingen`` and ``steunbetuiging.gedaan`` are both ``steunbetuiging``."""
    word = word_of(name)
    return word.removesuffix("en") if len(word) > _LONG else word


def word_of(name: str) -> str:
    """The first word of an act, attribute or term: ``leeftijd`` of ``leeftijd_bij_indiening``."""
    return _PARTS.split(name)[0]


def participle(act: str) -> str:
    """``ingediend`` of ``initiatief.ingediend``; empty for an act of one part."""
    return act.partition(".")[2]


def is_filing(act: str) -> bool:
    """Whether by this act somebody takes part."""
    return participle(act) in FILING


def is_deciding(act: str) -> bool:
    """Whether somebody decides by this act, also where its ruleset does not mark it."""
    return participle(act) in DECIDING


def is_advice(act: str) -> bool:
    """Whether this act is advice to somebody else, or a question for it."""
    return stem(act) in ADVICE


def acts_in(pattern: Pattern) -> tuple[str, ...]:
    """The acts named in a pattern; a moment of a term stands for the term."""
    return tuple(one.act if isinstance(one, ActPattern) else _moment(one) for one in pattern)


def _moment(one: MomentPattern) -> str:
    return one.term.term


def name_in(pattern: Pattern) -> str:
    """The first act in a pattern, by which its subject is known."""
    return acts_in(pattern)[0] if pattern else ""


def entry_on(
    topic: Topic,
    name: str,
    *,
    norm: Norm | NamedTerm | None = None,
    stage: Stage | None = None,
    test: Test | None = None,
    gap: Gap | None = None,
    condition: Condition | None = None,
) -> Entry:
    """An entry on one subject. ``name``: the act, attribute or term by which it is known."""
    return Entry(topic, stem(name), word_of(name), norm, stage, test, gap, condition)
