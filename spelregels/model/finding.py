"""Findings: what a verdict means for people. Every output format is a view of one of these."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position
from spelregels.model.words import Confidence, Consequence, How, Kind, Severity, Strength, Word


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """Where the law stands: ``source`` is the id in the file; title and url are the source's."""

    source: str
    article: str
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is not known: why, about which event and name, and who could supply it."""

    how: How
    event: str = ""
    name: str = ""
    text: str = ""
    supplied_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One verdict, with its norm, in one language.

    ``norm``: the norm's own id, or ``@stage``, ``@power``, ``@law``. ``rule``: what the norm asks.
    ``happened``: a line an event. ``message``: how that broke or kept it. ``repair``: who can do
    what before when; empty when nothing is left to do. ``day``: of the trigger; None if it is not
    known. ``dates``: the date arithmetic, a line a step.
    ``label``: what the verdict is called with its strength and how (*geschonden (te laat)*).
    ``bearer``: role id, several joined by ``|``, ``not_stated``, or "" for a kind without bearer.
    ``confidence`` None: the finding rests on the stages, not on an article. ``location``: of the
    trigger in the input; ``norm_location``: of the norm in its file.
    """

    language: str
    norm: str
    title: str
    layer: str
    version: str
    kind: Kind
    strength: Strength
    severity: Severity
    confidence: Confidence | None
    verdict: Word
    how: How | None
    trigger: str
    day: date | None
    due: date | None
    due_latest: date | None
    article: ArticleRef | None
    bearer: str
    bearer_text: str
    act: str
    stage: str | None
    evidence: tuple[str, ...]
    rule: str
    happened: tuple[str, ...]
    message: str
    repair: str
    consequence: Consequence | None
    consequence_text: str
    dates: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    notes: tuple[str, ...] = ()
    inferred: bool = False
    location: Position = field(default_factory=Position)
    norm_location: Position = field(default_factory=Position)
    label: str = ""
