"""Gates as they were written, to be shown as one thing; their norms say what they mean.

``docs/meaning.md``, *Gates*: every gate is read as norms and a term of its file, whose ids begin
with that of the gate. No evaluator reads what is here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum

from spelregels.model.frozen import dataclass
from spelregels.model.norms import Article
from spelregels.model.patterns import Bearer, Condition, Pattern
from spelregels.model.problem import Position
from spelregels.model.terms import Term


class GatePart(str, Enum):
    """What a gate asks besides its items; the value ends the id of the norm that asks it."""

    JUDGE = "door-wie"
    IN_TIME = "op-tijd"
    ADMIT = "toelaten"
    REPAIR = "herstelkans"
    ROUNDS = "herstelrondes"
    FIRST = "eerst-toelaten"
    REPAIR_TERM = "hersteltermijn"  # a term, not a norm

    def of(self, gate: str) -> str:
        """The id of this part of a gate."""
        return f"{gate}.{self.value}"


@dataclass(frozen=True, slots=True)
class GateItem:
    """What a request must meet. ``norm``: the id of the norm that holds it.

    ``require`` and ``by`` are asked of the request; neither: the norm says what is asked.
    """

    norm: str
    require: Condition | None = None
    by: Bearer = None
    mendable: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """``times``: how often it may be asked; None: the text sets no number."""

    asks: Pattern
    done: Pattern
    within: Term
    times: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Admission of a request; ``link``: the attribute that ties its acts together."""

    id: str
    request: Pattern
    admits: Pattern
    items: tuple[GateItem, ...]
    refuses: Pattern = ()
    by: Bearer = None
    within: Term | None = None
    opens: Pattern = ()
    repair: Repair | None = None
    must_admit: bool = False
    link: str | None = None
    article: Article | None = None
    title: Mapping[str, str] = field(default_factory=dict)
    why: str = ""
    position: Position = field(default_factory=Position)

    def holds(self, id_: str) -> bool:
        """Whether a norm or term of the same file is a part of this gate."""
        parts = {part.of(self.id) for part in GatePart}
        return id_ in parts or any(item.norm == id_ for item in self.items)
