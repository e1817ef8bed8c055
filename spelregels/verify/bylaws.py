"""What acts of parliament ask of the text of a by-law, held against what it says it settles.

The by-law names the act under ``legal_basis`` and what it settles under ``covers``. Without those
two nothing is known, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from spelregels.model.ruleset import RulesetFile
from spelregels.model.terms import NotStated
from spelregels.model.verified import Basis, Text
from spelregels.model.words import RegulatoryLayer
from spelregels.verify.subject import Subject

PARTICIPATION_SINCE = date(2025, 1, 1)
"""Since this day Gemeentewet 150 asks for execution, evaluation and the right to challenge."""

PHASES: Mapping[str, Text] = {
    "voorbereiding": Text("de voorbereiding", "the preparation"),
    "uitvoering": Text("de uitvoering", "the execution"),
    "evaluatie": Text("de evaluatie", "the evaluation"),
}


@dataclass(frozen=True, slots=True)
class Cites:
    """An article of an act: how its title begins, its number at wetten.overheid.nl, the article."""

    act: re.Pattern[str]
    bwb: str
    article: str

    def stands_in(self, own: RulesetFile) -> bool:
        """Whether the file names it as its basis."""
        number = re.compile(rf"(?<![\d.:]){re.escape(self.article)}(?![\da-zA-Z:]|\.\d)")
        return any(
            number.search(one.article) and self._is(own, one.source) for one in own.legal_basis
        )

    def _is(self, own: RulesetFile, source: str) -> bool:
        known = own.sources.get(source)
        return known is not None and bool(self.act.match(known.title) or self.bwb in known.url)


GEMEENTEWET_150 = Cites(re.compile(r"Gemeentewet\b", re.IGNORECASE), "BWBR0005416", "150")


def in_use(own: RulesetFile, as_of: date) -> bool:
    """Whether it is a by-law that has not ended; one that is still to begin counts."""
    ended = own.valid_to is not None and own.valid_to < as_of
    return own.regulatory_layer is RegulatoryLayer.VERORDENING and not ended


def of_participation(subject: Subject) -> bool:
    """Whether it is a by-law under the present Gemeentewet 150 (from 2025) that is in use.

    Silent about older ones: for those there is a transition.
    """
    own = subject.own
    begins = own.valid_from
    return (
        in_use(own, subject.as_of)
        and isinstance(begins, date)
        and begins >= PARTICIPATION_SINCE
        and GEMEENTEWET_150.stands_in(own)
    )


def missing(subject: Subject, asked: Sequence[str]) -> Iterator[tuple[Basis, tuple[str, ...]]]:
    """What of ``asked`` the text does not settle, by what that rests on; nothing where the file
    does not say what it settles."""
    covers = subject.own.covers
    if not covers:
        return
    read = tuple(one for one in asked if isinstance(covers.get(one), NotStated))
    unread = tuple(one for one in asked if one not in covers)
    if subject.silence is Basis.NOT_STATED:
        read, unread = tuple(one for one in asked if one in (*read, *unread)), ()
    if read:
        yield Basis.NOT_STATED, read
    if unread:
        yield Basis.NOT_SEEN, unread


_AGREED = (
    RegulatoryLayer.WIJKSPELREGELS,
    RegulatoryLayer.CONVENANT,
    RegulatoryLayer.NOTITIE,
    RegulatoryLayer.BELEIDSREGEL,
)


def rests_on_nothing(subject: Subject) -> bool:
    """Whether it is a text that is no legal rule, and names none that it rests on.

    A by-law among its layers counts as named; silent where the kind of text is not stated.
    """
    own = subject.own
    layers = {file.regulatory_layer for file in subject.ruleset.files}
    named = bool(own.legal_basis) or RegulatoryLayer.VERORDENING in layers
    return own.regulatory_layer in _AGREED and not named
