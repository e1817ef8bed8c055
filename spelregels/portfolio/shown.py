"""What one trajectory shows to a portfolio: when it ran, where, about what, for whom (P1-P4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from spelregels.model.frozen import dataclass
from spelregels.model.log.truth import Truth
from spelregels.model.patterns import Value
from spelregels.model.portfolio import Deed, Deeds
from spelregels.model.portfolio_found import Run
from spelregels.model.registers import Person
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Unknown
from spelregels.model.words import How, RoleKind
from spelregels.portfolio.areas import Tree
from spelregels.portfolio.seen import (
    Found,
    Seen,
    fits,
    index_by_act,
    seen_on,
    texts_of,
    value_of,
)

Place = tuple[str, str]
"""Municipality (empty: not said) and area."""


@dataclass(frozen=True, slots=True)
class Roles:
    """P4: the roles in which an act was done; ``known`` False: there may be others instead."""

    held: frozenset[str]
    known: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One trajectory on one day. ``run`` None: there is no event yet.

    ``areas`` None: the header names no area. ``municipality`` empty: the header names none.
    """

    log: Trajectory
    rules: Ruleset
    seen: tuple[Seen, ...]
    by_act: Mapping[str, tuple[Seen, ...]]
    run: Run | None
    areas: frozenset[str] | None
    municipality: str
    alias: Mapping[str, str]

    @property
    def id(self) -> str:
        """The id of the trajectory."""
        return self.log.id

    @property
    def begun(self) -> bool:
        """Whether anything surely happened in it."""
        return any(one.sure for one in self.seen)

    def recorded(self, acts: Iterable[str]) -> bool:
        """M9: whether its source would show each of these acts if it had happened."""
        records = self.log.records
        return all(a in self.rules.acts and (records is None or a in records) for a in acts)

    def unrecorded(self, acts: Iterable[str]) -> tuple[str, ...]:
        """Those of these acts that its source would not show."""
        return tuple(act for act in acts if not self.recorded((act,)))

    def found(self, deeds: Deeds) -> Found:
        """Every event that is one of these, or may be, in order of time."""
        some: Found = []
        for deed in deeds:
            for one in self.by_act.get(deed.act, ()):
                truth = fits(deed, one.event, self.rules)
                if truth is not False:
                    some.append((one, one.sure and truth is True))
        if len(deeds) > 1:
            surely = {one.place: False for one, _ in some}
            for one, sure in some:
                surely[one.place] |= sure
            kept = {one.place: one for one, _ in some}
            some = [(one, surely[place]) for place, one in kept.items()]
            some.sort(key=lambda pair: (pair[0].lo, pair[0].hi, pair[0].place))
        return some

    def value(self, seen: Seen, name: str) -> Value | Unknown | None:
        """An attribute of an event (M3)."""
        return value_of(self.log, seen.event, name)

    def header(self, key: str) -> Value | Unknown | None:
        """A header key or a fact. Only facts can be closed; a header key not there is unknown."""
        log = self.log
        if key == "level":
            return log.level.value if log.level else Unknown(How.FACT_UNKNOWN, "", key)
        for table in (log.header, log.facts):
            if key in table and (table[key] is not None or table is log.facts):
                return table[key]
        declared = self.rules.facts.get(key)
        if declared is not None:
            if declared.default is not None:
                return declared.default
            if log.closed.everything or key in log.closed.facts:
                return None
        return Unknown(How.FACT_UNKNOWN, "", key)

    def person(self, seen: Seen) -> str | Unknown:
        """Who did it: a ``by`` that is a role names no person (M12)."""
        by = seen.event.by
        if by is None or by in self.alias:
            return Unknown(How.FACT_UNKNOWN, seen.event.id, "by")
        return by

    def party(self, seen: Seen) -> str | Unknown:
        """Which person, body or role did it; roles together are one party."""
        event = seen.event
        if event.by is not None:
            return self.alias.get(event.by, event.by)
        if event.roles:
            return "+".join(sorted({self.alias.get(role, role) for role in event.roles}))
        return Unknown(How.FACT_UNKNOWN, event.id, "by")

    def roles(self, seen: Seen, persons: Mapping[str, Person]) -> Roles:
        """M12: ``as``, else ``by`` if that is a role, else what the header or register gives."""
        event = seen.event
        named = event.roles or ((event.by,) if event.by in self.alias else ())
        if named:
            return Roles(frozenset(self.alias.get(role, role) for role in named if role), True)
        if event.by is None:
            return Roles(frozenset(), False)
        held: set[str] = set()
        known = seen.lo == seen.hi
        for role, first, last in self._seats(event.by, persons):
            begins = first.toordinal() if first else seen.lo
            ends = last.toordinal() if last else seen.hi
            if begins <= seen.hi and ends >= seen.lo:
                held.add(self.alias.get(role, role))
        return Roles(frozenset(held), known and bool(held))

    def _seats(
        self, person: str, persons: Mapping[str, Person]
    ) -> Iterator[tuple[str, date | None, date | None]]:
        for told in self.log.persons.get(person, ()):
            yield told.role, told.first, told.last
        if person in persons:
            for seat in persons[person].seats:
                if seat.role is not None:
                    yield seat.role, seat.first, seat.last

    def by_residents(self, seen: Seen, persons: Mapping[str, Person]) -> Truth:
        """Whether residents, or a role open to anyone, did it."""
        roles = self.roles(seen, persons)
        kinds = {self.rules.roles[r].kind for r in roles.held if r in self.rules.roles}
        residents = bool(kinds & {RoleKind.RESIDENTS, RoleKind.ANYONE})
        if roles.known:
            return residents
        return Unknown(How.FACT_UNKNOWN, seen.event.id, "as")


def show(
    log: Trajectory,
    rules: Ruleset,
    tree: Tree,
    ends: Deeds,
    as_of: int,
    alias: Mapping[str, str],
) -> Shown:
    """One trajectory on a day. ``ends``: the acts that end it, besides those its ruleset declares.

    ``alias``: every name of a role of ``rules``, with the role it stands for.
    """
    seen = seen_on(log, as_of)
    named = [log.header.get("area.name"), *texts_of(log.header.get("area.affected"))]
    areas = frozenset(tree.name(str(name)) for name in named if name)
    made = Shown(
        log,
        rules,
        seen,
        index_by_act(seen),
        None,
        areas or None,
        str(log.header.get("municipality") or ""),
        alias,
    )
    own = tuple(Deed(act.id) for act in rules.acts.values() if act.ends)
    run = _run(made, (*ends, *own), as_of) if seen else None
    return Shown(log, rules, seen, made.by_act, run, made.areas, made.municipality, alias)


def aliases(rules: Ruleset) -> Mapping[str, str]:
    """Every name of a role with the role it stands for."""
    return {name: r.id for r in rules.roles.values() for name in (r.id, *r.aliases)}


def _run(shown: Shown, ends: Deeds, as_of: int) -> Run:
    surely = [one for one in shown.seen if one.sure]
    may_from = shown.seen[0].lo
    if not surely:
        return Run(may_from, as_of + 1, as_of, as_of)
    own = tuple(deed for deed in ends if deed.act in shown.rules.acts)
    ending = shown.found(own)
    sure_end = min((one.hi for one, sure in ending if sure), default=None)
    shows_its_end = bool(own) and shown.recorded(deed.act for deed in own)
    sure_to = as_of
    if sure_end is None and not shows_its_end:
        sure_to = max(one.lo for one in surely)
    sure_to = min([sure_to, *(one.lo for one, _ in ending)])
    may_to = as_of if sure_end is None else sure_end
    return Run(may_from, min(one.hi for one in surely), sure_to, may_to)
