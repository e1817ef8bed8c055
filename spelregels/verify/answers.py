"""Duties to decide and duties to reply, told apart from the others."""

from __future__ import annotations

import re

from spelregels.model.norms import Response
from spelregels.verify.parts import acts_of
from spelregels.verify.subject import Subject

_REPLY = re.compile(r"(^|[._])(reactie|antwoord|beantwoord)")
"""Names of acts that say that they are a reply."""


def asks_a_decision(norm: Response, subject: Subject) -> bool:
    """Whether a deciding act must follow."""
    return any(subject.is_decision(one.act) for pattern in norm.must for one in acts_of(pattern))


def asks_a_reply(norm: Response, subject: Subject) -> bool:
    """Whether what must follow answers what somebody sent in, and is no decision."""
    tied = norm.link is not None and norm.link.answers is not None
    named = any(_REPLY.search(one.act) for pattern in norm.must for one in acts_of(pattern))
    return (tied or named) and not asks_a_decision(norm, subject)
