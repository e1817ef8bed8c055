"""From a fully known log to what a source shows of it: imprecise, partial, corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from spelregels.audit.chance import chance, few, pick, weighted
from spelregels.audit.drafts import Draft
from spelregels.audit.settings import Settings
from spelregels.audit.vocabulary import ACTS, ATTRIBUTES, FACTS, PERSONS, TOPICS, value
from spelregels.model.patterns import Value
from spelregels.model.trajectory import Closed, Event, PersonRole, Trajectory, When
from spelregels.model.words import Certainty, Order, Precision


@dataclass(frozen=True, slots=True)
class Lens:
    """How one source looks at what happened: shares of what it leaves out."""

    minutes: float
    imprecise: float
    no_role: float
    no_person: float
    no_attribute: float
    no_outcome: float
    planned: float
    inferred: float


def lens(rng: Random, settings: Settings) -> Lens:
    """A sharp lens in part of the logs; else each kind of blur is on or off, so that unknowns
    do not always come together."""
    minutes = pick(rng, (0.0, 0.0, 0.5, 1.0))
    if chance(rng, 1 - 2 * settings.blur if settings.blur < 0.5 else 0.0):
        return Lens(minutes, 0, 0, 0, 0, 0, 0, 0)

    def some(share: float) -> float:
        return share * settings.blur if chance(rng, 0.4) else 0.0

    return Lens(
        minutes,
        0.0 if settings.whole_weeks else some(1.0),
        some(0.8),
        some(0.5),
        some(0.8),
        some(0.8),
        some(0.5) if settings.planned else 0.0,
        some(0.4),
    )


def _when(rng: Random, draft: Draft, eye: Lens) -> When:
    if chance(rng, eye.imprecise):
        vague = weighted(rng, ((4, Precision.MONTH), (1, Precision.YEAR), (2, Precision.UNKNOWN)))
        match vague:
            case Precision.MONTH:
                return When(vague, draft.day.replace(day=1))
            case Precision.YEAR:
                return When(vague, draft.day.replace(month=1, day=1))
            case _:
                return When(Precision.UNKNOWN)
    if chance(rng, eye.minutes):
        return When(Precision.MINUTE, draft.day, draft.minute)
    return When(Precision.DAY, draft.day)


def _who(rng: Random, draft: Draft, eye: Lens) -> tuple[str | None, tuple[str, ...]]:
    roles = () if chance(rng, eye.no_role) else (draft.role,)
    if chance(rng, eye.no_person):
        return None, roles
    how = weighted(rng, ((6, "both"), (3, "body"), (1, "table")))
    if how == "body" and roles:
        return draft.role, ()
    if how == "table" and eye.no_role:
        return draft.by, ()
    return draft.by, roles


def _certainty(rng: Random, eye: Lens) -> Certainty:
    if chance(rng, eye.planned):
        return Certainty.PLANNED
    return Certainty.INFERRED if chance(rng, eye.inferred) else Certainty.SEEN


def event(rng: Random, draft: Draft, eye: Lens) -> Event:
    """The draft as the source shows it."""
    by, roles = _who(rng, draft, eye)
    return Event(
        id=draft.id,
        act=draft.act,
        at=_when(rng, draft, eye),
        by=by,
        roles=roles,
        outcome=None if chance(rng, eye.no_outcome) else draft.outcome,
        attributes={n: v for n, v in draft.attributes.items() if not chance(rng, eye.no_attribute)},
        certainty=_certainty(rng, eye),
    )


def _corrected(rng: Random, events: Sequence[Event]) -> list[Event]:
    """The events and one correction of one of them: another day, role or outcome."""
    made = list(events)
    old = pick(rng, made)
    day = old.at.day
    if day is None or old.at.precision not in (Precision.DAY, Precision.MINUTE):
        return made
    if old.certainty is Certainty.PLANNED:
        return made
    moved = replace(old.at, day=day + timedelta(pick(rng, (-3, -1, 0, 1, 20))))
    recorded = day + timedelta(rng.randint(0, 30))
    made.append(replace(old, id=f"{old.id}c", at=moved, corrects=old.id, recorded=recorded))
    return made


def _closed(rng: Random, settings: Settings) -> Closed:
    if settings.blur == 0 or chance(rng, 0.5):
        return Closed(everything=True)
    if chance(rng, 0.5):
        return Closed()
    acts = few(rng, tuple(ACTS), 1, 5)
    return Closed(
        attributes={act: frozenset(few(rng, tuple(ATTRIBUTES), 1, 8)) for act in acts},
        facts=frozenset(few(rng, tuple(FACTS), 0, 2)),
    )


def _facts(rng: Random, settings: Settings) -> dict[str, Value | None]:
    missing = settings.blur if chance(rng, 0.4) else 0.0
    return {name: value(rng, name) for name in FACTS if not chance(rng, missing)}


def _header(rng: Random, settings: Settings) -> dict[str, Value | None]:
    if chance(rng, settings.blur / 3):
        return {}
    return {"topic": pick(rng, TOPICS)}


def _persons(rng: Random, events: Sequence[Event]) -> dict[str, tuple[PersonRole, ...]]:
    nameless = [e for e in events if e.by in PERSONS and not e.roles and e.at.day is not None]
    table: dict[str, tuple[PersonRole, ...]] = {}
    for one in nameless:
        if one.by is None or chance(rng, 0.3):
            continue
        edge = one.at.day
        roles = ["raad", "college", "wijkplatform", "bewoners"]
        table[one.by] = tuple(
            PersonRole(pick(rng, roles), *pick(rng, ((None, None), (edge, None), (None, edge))))
            for _ in range(rng.randint(1, 2))
        )
    return table


def trajectory(rng: Random, drafts: Sequence[Draft], settings: Settings) -> Trajectory:
    """The log a source gives of these drafts."""
    eye = lens(rng, settings)
    order = Order.LISTED if chance(rng, 0.6) else Order.UNKNOWN
    listed = sorted(drafts, key=lambda draft: (draft.day, draft.minute))
    events = [event(rng, draft, eye) for draft in listed]
    if settings.corrections and events and chance(rng, 0.08):
        events = _corrected(rng, events)
    if order is Order.UNKNOWN and chance(rng, 0.5):
        events = few(rng, events, len(events), len(events))
    records: frozenset[str] | None = None
    if settings.blur and chance(rng, settings.blur):
        records = frozenset(act for act in ACTS if not chance(rng, 0.25))
    bound = None if chance(rng, settings.blur / 2) else pick(rng, ("raad", "college"))
    return Trajectory(
        id="t",
        events=tuple(events),
        records=records,
        competent_authority=bound,
        header=_header(rng, settings),
        facts=_facts(rng, settings),
        persons=_persons(rng, events),
        order=order,
        closed=_closed(rng, settings),
    )
