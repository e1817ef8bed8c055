"""What ``preview`` answers, and what ``agenda`` lists: data, no words."""

from __future__ import annotations

from datetime import date
from enum import Enum

from spelregels.model.frozen import dataclass
from spelregels.model.trajectory import Event, Trajectory
from spelregels.model.verdict import Judgement, Verdict

__all__ = ["AgendaItem", "AgendaKind", "Answer", "Days", "Lawful", "Need", "NeedKind", "Recorded"]


class Lawful(str, Enum):
    """The answer in one word.

    ``too_late``: the last day of a duty has passed; the act must still be done. ``cannot_tell``:
    it hangs on something that is not known.
    """

    LAWFUL = "lawful"
    TOO_LATE = "too_late"
    UNLAWFUL = "unlawful"
    CANNOT_TELL = "cannot_tell"


class NeedKind(str, Enum):
    """What is missing: an earlier act, a fact of the act itself, another role, another stage."""

    ACT = "act"
    FACT = "fact"
    ROLE = "role"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class Need:
    """``names``: ids of acts, attributes, roles or stages; any one of them will do."""

    kind: NeedKind
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """The lawful days that were found, as things stand (nothing else happens meanwhile).

    ``earliest``: the first lawful day; ``latest``: the last day of the lawful days that begin
    there. A day that hangs only on facts of the act itself (``needs``) counts as lawful. Both None:
    no lawful day found on or before ``searched_to``. ``open_end``: lawful through ``searched_to``,
    no last day found. Only ``latest``: the lawful days lie behind.
    """

    earliest: date | None
    latest: date | None
    searched_from: date
    searched_to: date
    open_end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """May this role do this act on this day? Made by judging the trajectory as if it did.

    ``against``: the verdicts it would break; ``late``: the duties it would meet too late;
    ``unknown``: what could not be told; ``advice``: breaches of *should* and *aim*, which forbid
    nothing; ``raises``: duties that begin with it; ``meets``: duties it fulfils. ``conditional``:
    cannot tell, only because facts of the act itself (``needs``) were not given. ``untouched``: no
    norm has anything to say and the stage does not list it. ``days``: None if not asked for.
    """

    act: str
    outcome: str | None
    by: str | None
    on: date
    lawful: Lawful
    against: tuple[Verdict, ...] = ()
    late: tuple[Verdict, ...] = ()
    unknown: tuple[Verdict, ...] = ()
    advice: tuple[Verdict, ...] = ()
    raises: tuple[Verdict, ...] = ()
    meets: tuple[Verdict, ...] = ()
    needs: tuple[Need, ...] = ()
    conditional: bool = False
    untouched: bool = False
    days: Days | None = None
    event: Event
    trajectory: Trajectory
    judgement: Judgement

    @property
    def may(self) -> bool | None:
        """True, False, or None when it cannot be told. Too late counts as False."""
        if self.lawful is Lawful.CANNOT_TELL:
            return None
        return self.lawful is Lawful.LAWFUL


class AgendaKind(str, Enum):
    """``due``: a last day lies ahead. ``overdue``: it has passed. ``suspended``: the term stands
    still. ``undated``: due, but no day is known or there is none. ``possible_from``: not allowed
    yet, allowed from a day on."""

    DUE = "due"
    OVERDUE = "overdue"
    SUSPENDED = "suspended"
    UNDATED = "undated"
    POSSIBLE_FROM = "possible_from"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One thing to do or to wait for. ``day``: the last day, or for ``possible_from`` the first.

    ``uid``: stable as long as the same duty of the same trajectory is meant. ``verdict``: the norm
    it rests on. ``latest``: the last day under the most generous reading, if that differs. ``by``:
    role ids; empty when the text does not say.
    """

    uid: str
    trajectory: str
    kind: AgendaKind
    act: str
    outcome: str | None = None
    by: tuple[str, ...] = ()
    day: date | None = None
    latest: date | None = None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Recorded:
    """What ``record`` and ``correct`` give back: the sequence number now; ``repeated``: the same
    event was there already and nothing changed; ``answer``: what strict mode weighed."""

    sequence: int
    event: str
    repeated: bool = False
    answer: Answer | None = None
