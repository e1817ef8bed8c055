"""Random portfolios of which everything is known, and the same with things blurred.

What is blurred is one of many that may turn out to be the whole; so whatever is said for sure of
the blurred portfolio must hold for the whole.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from spelregels.model.registers import Channel, Person, Registers
from spelregels.model.trajectory import Closed, Event, Trajectory, When
from spelregels.model.words import Certainty, Level, Order, Precision
from tests.portfolio import given

FIRST = date(2026, 1, 1)
LADDER = (
    "raadpleging.geopend",
    "informatie.gegeven",
    "inbreng.gegeven",
    "reactie.gegeven",
    "advies.uitgebracht",
    "advies.niet_gevolgd",
    "voorstel.opgesteld",
    "akkoord.bereikt",
    "afwijking.besloten",
)
PERSONS = ("p1", "p2", "p3")
PARTIES = ("raad", "corporatie", "wijkplatform")
AREAS = ("Stad", "Haven", "Kade", "Werf", "Dorp", "Elders")
TOPICS = ("speelplek", "verkeer")
GROUPS = ("jong", "midden", "oud")
ACTS = (
    "informatie.gegeven",
    "uitnodiging.verstuurd",
    "uitnodiging.verstuurd",
    "inbreng.gegeven",
    "reactie.gegeven",
    "advies.uitgebracht",
    "advies.niet_gevolgd",
    "voorstel.opgesteld",
    "akkoord.bereikt",
    "afwijking.besloten",
    "raadpleging.geopend",
    "niveau.toegezegd",
    "regie.gekregen",
    "regie.neergelegd",
    "afstemming.gedaan",
)


def portfolio(draw: Random, most_partners: int = 1) -> list[Trajectory]:
    """Up to six trajectories of which everything is known.

    An act of coordination of more than two shows in the log of each (P5), which is not drawn here:
    ``most_partners`` above 1 is for portfolios that stay whole.
    """
    names = [f"t{n}" for n in range(1, draw.randint(2, 7))]
    return [_trajectory(name, names, most_partners, draw) for name in names]


def registers(draw: Random) -> Registers:
    """Those of the tests, with members drawn."""
    members = {
        name: given.person(
            draw.choice(GROUPS), date(draw.randint(2015, 2025), draw.randint(1, 12), 1)
        )
        for name in ("m1", "m2", "m3", "m4")[: draw.randint(1, 4)]
    }
    return replace(given.registers(), persons=members)


FLAVOURS = (
    ACTS,
    ("regie.gekregen", "regie.neergelegd", "regie.gekregen", "informatie.gegeven"),
    ("uitnodiging.verstuurd",),
    ("afstemming.gedaan", "informatie.gegeven", "inbreng.gegeven"),
    LADDER,
)


def _trajectory(name: str, names: list[str], partners: int, draw: Random) -> Trajectory:
    flavour = draw.choice(FLAVOURS)
    start = FIRST + timedelta(draw.randint(0, 120))
    span = draw.choice((3, 40, 90))
    days = sorted(start + timedelta(draw.randint(0, span)) for _ in range(draw.randint(1, 7)))
    steps = [step for step in LADDER if draw.random() < 0.9]
    days = sorted(start + timedelta(draw.randint(0, span)) for _ in steps) or days
    if flavour is not LADDER:
        steps = [draw.choice(flavour) for _ in days]
    events: list[Event] = []
    for number, (act, day) in enumerate(zip(steps, days, strict=False), start=1):
        event = _event(f"e{number}", act, day, events, draw)
        if event.act == "afstemming.gedaan":
            some = draw.sample(names, draw.randint(1, min(partners, len(names))))
            event = replace(event, attributes={"met": tuple(some)})
        events.append(event)
    if not events:
        events.append(_event("e1", "informatie.gegeven", start, events, draw))
    if draw.random() < 0.6:
        events += _ending(events[-1].at.day or start, draw)
    affected = tuple(draw.sample(AREAS, draw.randint(1, 2)))
    return given.trajectory(
        name,
        events,
        area=draw.choice(AREAS),
        topic=draw.choice(TOPICS),
        level=draw.choice((None, *Level)),
        doelgroep=tuple(draw.sample(("jongeren", "ouderen"), draw.randint(0, 1))),
        affected=affected,
        informed=affected if draw.random() < 0.5 else tuple(draw.sample(AREAS, draw.randint(0, 3))),
    )


def _ending(last: date, draw: Random) -> list[Event]:
    """A decision, and sometimes a promise that comes too late to count."""
    day = last + timedelta(draw.randint(0, 20))
    outcome = draw.choice(("aangenomen", "aangenomen", "verworpen"))
    where = draw.choice(("Kade", "Werf"))
    made = given.event("einde", "besluit.genomen", day, by="raad", outcome=outcome)
    ending = [replace(made, attributes={"locatie": where})]
    if draw.random() < 0.2:
        late = given.event("laat", "niveau.toegezegd", day + timedelta(2), by="raad")
        ending.append(replace(late, attributes={"niveau": draw.choice(list(Level)).value}))
    return ending


def _event(name: str, act: str, day: date, earlier: list[Event], draw: Random) -> Event:
    attributes: dict[str, Any] = {}
    role = draw.choice(("bewoners", "wijkplatform", "raad"))
    by: str = draw.choice(PERSONS)
    if act in ("informatie.gegeven", "uitnodiging.verstuurd"):
        attributes["kanaal"] = tuple(draw.sample(("website", "app", "wijkkrant", "brief"), 1))
    if act == "uitnodiging.verstuurd":
        attributes["persoon"] = draw.choice(PERSONS)
    if act in ("reactie.gegeven", "advies.niet_gevolgd"):
        ids = [e.id for e in earlier if e.act in ("inbreng.gegeven", "advies.uitgebracht")]
        attributes["antwoord_op"] = draw.choice(ids) if ids else None
    if act in ("advies.niet_gevolgd", "afwijking.besloten"):
        attributes["motivering"] = draw.choice((None, "omdat"))
    if act == "akkoord.bereikt":
        attributes["locatie"] = draw.choice(("Kade", "Werf"))
    if act == "niveau.toegezegd":
        attributes["niveau"] = draw.choice(list(Level)).value
    if act.startswith("regie"):
        role = by = draw.choice(PARTIES)
    return Event(
        id=name,
        act=act,
        at=When(Precision.DAY, day),
        by=by,
        roles=(role,),
        attributes=attributes,
    )


# ---------------------------------------------------------------- blurring


def blurred(whole: list[Trajectory], draw: Random) -> list[Trajectory]:
    """The same trajectories, with some things no longer known."""
    return [_blur(one, draw) if draw.random() < 0.6 else one for one in whole]


def _blur(one: Trajectory, draw: Random) -> Trajectory:
    header, facts = dict(one.header), dict(one.facts)
    closed = draw.random() < 0.5
    for key in ("topic", "area.informed"):
        if draw.random() < 0.15:
            header.pop(key)
    if draw.random() < 0.1:
        header.pop("area.name")
        header.pop("area.affected")
    elif draw.random() < 0.1:
        header = {key: _loose(value) if key.startswith("area") else value
                  for key, value in header.items()}  # fmt: skip
    if draw.random() < 0.15 and not closed:
        facts.pop("doelgroep")
    events = [_vague(e, closed, draw) if draw.random() < 0.3 else e for e in one.events]
    events, records = _unrecorded(events, one.level is not None, draw)
    if draw.random() < 0.2:
        events.append(_planned(draw))
    return replace(
        one,
        events=tuple(events),
        header=header,
        facts=facts,
        records=records,
        closed=Closed(everything=closed),
        order=draw.choice((Order.LISTED, Order.UNKNOWN)),
    )


def _loose(value: object) -> Any:
    """Names that no register has, one for each area."""
    return tuple(map(_loose, value)) if isinstance(value, tuple) else f"de {value}"


def _vague(event: Event, closed: bool, draw: Random) -> Event:
    what = draw.choice(("month", "month", "unknown", "planned", "by", "as", "outcome", "attribute"))
    day = event.at.day
    assert day is not None
    if what == "month":
        return replace(event, at=When(Precision.MONTH, day.replace(day=1)))
    if what == "unknown":
        return replace(event, at=When(Precision.UNKNOWN))
    if what == "planned":
        return replace(event, certainty=Certainty.PLANNED)
    if what == "by" and event.act != "besluit.genomen":
        return replace(event, by=None, roles=() if event.act.startswith("regie") else event.roles)
    if what == "as":
        return replace(event, roles=())
    if what == "outcome":
        return replace(event, outcome=None)
    if what == "attribute" and event.attributes and not closed:
        gone = draw.choice(sorted(event.attributes))
        return replace(event, attributes={k: v for k, v in event.attributes.items() if k != gone})
    return event


def _unrecorded(
    events: list[Event], promised: bool, draw: Random
) -> tuple[list[Event], frozenset[str] | None]:
    """Sometimes a source that does not show some act; never the one it begins with (P2), and no
    promise beside that of the header (P14)."""
    if draw.random() < 0.7:
        return events, None
    first = {e.act for e in events if e.at.day is None or e.id == "e1"}
    first |= {"niveau.toegezegd"} if promised else set()
    first |= {"besluit.genomen"} if any(e.id == "laat" for e in events) else set()  # P2
    acts = [act for act in sorted(given.words().acts) if act not in first]
    met = [act for act in {e.act: None for e in events} if act in acts]
    gone = {draw.choice(met if met and draw.random() < 0.7 else acts)}
    shown = frozenset(given.words().acts) - gone
    return [e for e in events if e.act not in gone], shown


def _planned(draw: Random) -> Event:
    act = draw.choice((*ACTS[:4], "regie.gekregen", "besluit.genomen"))
    day = FIRST + timedelta(draw.randint(0, 170))
    return Event(
        id="plan",
        act=act,
        at=When(Precision.DAY, day),
        by="p1",
        roles=("bewoners",),
        attributes={"persoon": "p1", "kanaal": ("website",)} if act == ACTS[1] else {},
        certainty=Certainty.PLANNED,
    )


def blurred_registers(whole: Registers, draw: Random) -> Registers:
    """The same registers, with some things no longer known."""
    persons: dict[str, Person] = {}
    for name, one in whole.persons.items():
        if draw.random() < 0.3:
            one = replace(one, groups={})
        persons[name] = one
    channels = {
        name: Channel(
            None if draw.random() < 0.2 else one.digital,
            None if draw.random() < 0.2 else one.reaches,
        )
        for name, one in whole.channels.items()
    }
    bodies = dict(whole.bodies)
    if draw.random() < 0.3:
        seats = draw.choice((None, len(persons) + draw.randint(0, 2)))
        bodies["platform"] = replace(bodies["platform"], complete=False, seats=seats)
    population = {} if draw.random() < 0.2 else whole.population
    return replace(whole, persons=persons, channels=channels, bodies=bodies, population=population)
