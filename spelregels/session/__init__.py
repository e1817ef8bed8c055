"""A running trajectory, for programs that embed spelregels: ``docs/session.md``.

Stable: what stands in ``__all__`` changes only by addition within a major version; what is to go is
marked deprecated for at least one minor version and six months first.
"""

from __future__ import annotations

from spelregels.model.words import Governs
from spelregels.session.answer import (
    AgendaItem,
    AgendaKind,
    Answer,
    Days,
    Lawful,
    Need,
    NeedKind,
    Recorded,
)
from spelregels.session.errors import (
    AlreadyCorrected,
    AnotherRuleset,
    DifferentEvent,
    EventRefused,
    NotLawful,
    RulesetChanged,
    SessionError,
    SessionInUse,
    StaleSequence,
    StateUnreadable,
    TransitionNotStated,
    TransitionUnclear,
    UnknownEvent,
)
from spelregels.session.rulebook import Rulebook
from spelregels.session.session import Session

__all__ = [
    "AgendaItem",
    "AgendaKind",
    "AlreadyCorrected",
    "AnotherRuleset",
    "Answer",
    "Days",
    "DifferentEvent",
    "EventRefused",
    "Governs",
    "Lawful",
    "Need",
    "NeedKind",
    "NotLawful",
    "Recorded",
    "Rulebook",
    "RulesetChanged",
    "Session",
    "SessionError",
    "SessionInUse",
    "StaleSequence",
    "StateUnreadable",
    "TransitionNotStated",
    "TransitionUnclear",
    "UnknownEvent",
]
