"""Named terms and guarantees."""

from __future__ import annotations

from spelregels.language.surface.base import Surface
from spelregels.language.surface.conditions import BearerIn, ConditionIn
from spelregels.language.surface.normparts import ConfidenceIn, ReferencesIn, TimedIn
from spelregels.language.surface.patterns import MustIn, PatternIn
from spelregels.language.surface.scalars import Flag, PlainId, Text, WordId
from spelregels.language.surface.terms import (
    BeginsIn,
    ExtensionIn,
    MayBeIn,
    SuspensionIn,
    TermIn,
)
from spelregels.language.surface.titles import ArticleIn, TitleIn


class NamedTermIn(TimedIn):
    """A named term: gives the moments X.begonnen and X.verstreken."""

    title: TitleIn | None = None
    article: ArticleIn | None = None
    applies: ConditionIn | None = None
    confidence: ConfidenceIn | None = None
    minimum: Flag | None = None
    overrides: ReferencesIn | None = None
    why: Text | None = None
    begins: BeginsIn
    lasts: TermIn
    may_be: MayBeIn | None = None
    begins_only_if: ReferencesIn | None = None
    extendable: ExtensionIn | None = None
    suspended_by: SuspensionIn | None = None
    per: PatternIn | None = None
    answers: WordId | None = None
    same: WordId | None = None


class GuaranteeIn(Surface):
    """Must follow from stages and norms: before B, must A."""

    id: PlainId
    title: TitleIn | None = None
    overrides: ReferencesIn | None = None
    before: PatternIn
    must: MustIn
    by: BearerIn | None = None
    where: ConditionIn | None = None
