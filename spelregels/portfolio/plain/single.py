"""What can be seen of one trajectory or body: P8, P10, P13, P14."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise

from spelregels.model.portfolio import Composition, Deeds, Promise, Silence
from spelregels.model.registers import Registers
from spelregels.model.trajectory import Event
from spelregels.portfolio.plain.known import (
    Areas,
    Known,
    after,
    by_residents,
    covered,
    day_of,
    is_one,
    texts,
)


def silent(asked: Silence, one: Known) -> bool:
    """P13: whether between two acts, or at either end of the run, it was silent too long."""
    acts = one.of(asked.of) if asked.of else one.log.events
    marks = sorted({one.first, one.last, *(d for d in map(day_of, acts) if one.runs(d))})
    return any(
        later > after(earlier, asked.at_most, counted_in=False)
        for earlier, later in pairwise(marks)
    )


def told(one: Known, areas: Areas) -> bool:
    """P8."""
    by = texts(one.log.header.get("area.informed"))
    return all(covered(a, by, areas) for a in texts(one.log.header.get("area.affected")))


def under_represented(
    asked: Composition, registers: Registers, as_of: date
) -> set[tuple[str, str]]:
    """P10: body and group, for each group that has too few members."""
    found = set()
    for name, body in registers.bodies.items():
        groups_there = registers.population[str(body.area)].groups[asked.by]
        sitting = [
            person.groups[asked.by]
            for person in registers.persons.values()
            if any(
                s.body == name and (s.first or as_of) <= as_of <= (s.last or as_of)
                for s in person.seats
            )
        ]
        for group, living in groups_there.items():
            expected = asked.at_least * Fraction(living, sum(groups_there.values()))
            if sitting and Fraction(sitting.count(group), len(sitting)) < expected:
                found.add((name, group))
    return found


def used(asked: Promise, one: Known, decision: Event, areas: Areas) -> int:
    """P14: the highest rung of which the demands are met, and those of all below it."""
    order = {e.id: (day_of(e), n) for n, e in enumerate(one.log.events)}
    before = [e for e in one.log.events if order[e.id] < order[decision.id]]

    def came(deeds: Deeds) -> list[Event]:
        return [e for e in before if is_one(e, deeds)]

    def reasoned(event: Event) -> bool:
        return any(texts(event.attributes.get(asked.reasons)))

    answered = {
        t for r in one.of(asked.answered_by) for t in texts(r.attributes.get(asked.answers))
    }
    agreed = max(came(asked.agreed_by), key=lambda e: order[e.id], default=None)
    follows = agreed is not None and all(
        agreed.attributes[name] == decision.attributes.get(name)
        for name in asked.same
        if agreed.attributes.get(name) is not None
    )
    rungs = (
        bool(came(asked.informed_by)) and told(one, areas),
        bool(came((*asked.asked_by, *asked.input)))
        and all(e.id in answered for e in one.of(asked.input)),
        any(by_residents(e, one.rules) for e in came(asked.advice))
        and all(reasoned(e) for e in one.of(asked.departed_by)),
        bool(came(asked.drawn_up_by)),
        agreed is not None
        and (
            (follows and decision.outcome in (asked.adopted or (decision.outcome,)))
            or any(reasoned(e) for e in one.of(asked.overridden_by))
        ),
    )
    return next((n for n, met in enumerate(rungs) if not met), len(rungs))
