"""Verdicts, and findings: what a verdict means for people."""

from __future__ import annotations

from datetime import date

from spelregels.model.frozen import dataclass
from spelregels.model.terms import Reckoning
from spelregels.model.words import How, Kind, Word


@dataclass(frozen=True, slots=True)
class Unknown:
    """Why something cannot be told: the reason, and which event, act or fact it hangs on.

    ``event``: an event id ("" when the thing missing is an event itself). ``name``: an act, an
    attribute, a fact, a role, a calendar.
    """

    how: How
    event: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One instance of one norm, judged.

    ``norm``: the norm's own id, or ``@stage``, ``@power``, ``@law``. ``layer``: id of its file;
    ``version``: ``valid_from`` of that file as text, "" if none. ``trigger``: the event id, or
    ``<term>.begonnen``/``<term>.verstreken``, or "" (whole trajectory). ``day``: first possible day
    of the trigger. ``due``: the last day for which nothing is in doubt; ``due_latest`` the last day
    under the most generous reading (None: no upper bound). ``act``: the act asked for or judged.
    ``evidence``: event ids the verdict rests on. ``unknowns``: what is missing, for *cannot tell*.
    ``stage``: the stage before the event, for stage verdicts. ``inferred``: by an inferred date.
    """

    norm: str
    layer: str
    version: str = ""
    kind: Kind
    word: Word
    how: How | None = None
    trigger: str = ""
    day: date | None = None
    due: date | None = None
    due_latest: date | None = None
    act: str = ""
    evidence: tuple[str, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    stage: str | None = None
    reckoning: Reckoning | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """All verdicts of one trajectory under one ruleset on one day (M1).

    ``outcome`` is the worst definite verdict (M10), None when there is nothing to judge;
    ``undetermined`` counts the verdicts that cannot be told. ``stage``: where the machine says it
    is (None: unknown, or no machine). ``remarks``: codes of things the report must say.
    """

    trajectory: str
    as_of: date
    verdicts: tuple[Verdict, ...]
    outcome: Word | None
    undetermined: int
    stage: str | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """``code``: ``end_not_recorded`` (an ending act the source does not record is taken not to have
    happened), ``decision_outside_machine`` (not judged for power), ``validity_not_stated``."""

    code: str
    name: str = ""
