"""Checks on the text of a ruleset: what a check says of itself, and what it found. Frozen data.

A finding is about a text, never about what anybody did; it never says that something is unlawful.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import Enum

from spelregels.model.frozen import dataclass
from spelregels.model.norms import NamedTerm, Norm
from spelregels.model.patterns import NormRef, RoleSpec, TermRef
from spelregels.model.problem import Position
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import Duration
from spelregels.model.words import Confidence, Severity


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages."""

    nl: str
    en: str

    def told(self, language: str) -> str:
        """The text in ``nl`` or ``en``."""
        return self.en if language == "en" else self.nl


class Basis(str, Enum):
    """What a finding rests on: words that are there, or silence in what could be read."""

    VISIBLE = "visible"
    NOT_STATED = "not_stated"  # the text was read, and does not say it
    NOT_SEEN = "not_seen"  # what was read does not say it; not all of the text was read


class Status(str, Enum):
    """``preview``: on trial. Its findings are shown, and never make a run fail."""

    STABLE = "stable"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a check comes from. ``where``: an article, or a real text in which it was seen.

    ``ref``: D1-D54 (defects seen in real texts), T1-T25 (tensions), or empty for law.
    """

    where: str
    ref: str = ""
    confidence: Confidence = Confidence.SEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRecord:
    """What a check says of itself. ``id`` is a contract: it never changes and is never used again.

    ``messages``: the sentences of its findings, by key, with placeholders for what they name.
    ``national``: whether acts of parliament and AMvB's are looked at too; their silence is not for
    a municipality to mend.
    """

    id: str
    severity: Severity
    title: Text
    looks_for: Text
    why: Text
    repair: Text
    limits: Text
    messages: Mapping[str, Text]
    sources: tuple[Cited, ...]
    status: Status = Status.STABLE
    national: bool = True


@dataclass(frozen=True, slots=True)
class ActName:
    """An act, named in a sentence."""

    id: str


@dataclass(frozen=True, slots=True)
class RoleName:
    """A role, named in a sentence."""

    id: str


@dataclass(frozen=True, slots=True)
class StageName:
    """A stage, named in a sentence."""

    id: str


@dataclass(frozen=True, slots=True)
class Either:
    """One of these, in a sentence: *a or b*."""

    one_of: tuple[ActName | str, ...]


Named = (
    ActName
    | Either
    | RoleName
    | StageName
    | RoleSpec
    | NormRef
    | TermRef
    | Duration
    | Text
    | date
    | str
    | int
    | Decimal
)
Mention = Named | tuple[Named, ...]
"""What fills a placeholder; the report turns it into words. A ``str`` stands as it is written."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file by the names on the way to it: ``norms/reactie-op-advies/within``.

    It stays when lines move. ``file``: id of the file; empty: the file that is checked.
    """

    path: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """A place with where it stands now."""

    place: Place
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFinding:
    """One thing found. ``message``: key in the record's messages. ``beside``: what it clashes with.

    ``counts``: whether it can make a run fail (a check in preview never does).
    """

    check: str
    ruleset: str
    at: Located
    message: str
    values: Mapping[str, Mention] = field(default_factory=dict)
    beside: tuple[Located, ...] = ()
    basis: Basis = Basis.VISIBLE
    severity: Severity = Severity.WARNING
    counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A finding that somebody accepted, why, and until when (the last day)."""

    check: str
    ruleset: str
    reason: str
    expires: date
    place: str = ""
    position: Position = field(default_factory=Position)

    def fits(self, finding: TextFinding) -> bool:
        """Whether this is about that finding, whatever the day."""
        same = (finding.check, finding.ruleset) == (self.check, self.ruleset)
        return same and self.place in ("", finding.at.place.path)


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is not counted, and what set it aside."""

    finding: TextFinding
    by: Suppression


@dataclass(frozen=True, slots=True)
class VerifiedRuleset:
    """What was found in one file. ``ran``: the ids of the checks that looked at it."""

    ruleset: Ruleset
    ran: tuple[str, ...]
    findings: tuple[TextFinding, ...]
    suppressed: tuple[Suppressed, ...] = ()


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """A run over one or more rulesets. ``loose``: findings about the settings themselves."""

    records: Mapping[str, CheckRecord]
    rulesets: tuple[VerifiedRuleset, ...]
    loose: tuple[TextFinding, ...]
    as_of: date
    engine: str

    @property
    def findings(self) -> tuple[TextFinding, ...]:
        """All that counts: of every ruleset, and about the settings."""
        return (*(f for one in self.rulesets for f in one.findings), *self.loose)

    @property
    def suppressed(self) -> tuple[Suppressed, ...]:
        """All that was set aside."""
        return tuple(s for one in self.rulesets for s in one.suppressed)


@dataclass(frozen=True, slots=True)
class Case:
    """A text that shows a check: ``at`` are the places it is found at; none for a right text."""

    title: Text
    rules: str
    at: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    position: Position = field(default_factory=Position)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The cases of one check."""

    check: str
    wrong: tuple[Case, ...]
    right: tuple[Case, ...]


NormLike = Norm | NamedTerm
