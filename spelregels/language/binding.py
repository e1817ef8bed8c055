"""A trajectory against a ruleset: every name is checked, every value gets its declared type."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from spelregels.language.header import EVENT_KEYS, HEADER_ATTRIBUTES
from spelregels.language.problems import (
    CUT_BY_A_COMMA,
    Problems,
    listing,
    nearest,
    suggest,
    suggest_key,
)
from spelregels.language.reading import plain
from spelregels.language.resembling import CODE, resembling
from spelregels.language.values import MisfitError, convert, role_names
from spelregels.model.patterns import Edge, Value
from spelregels.model.problem import Position
from spelregels.model.ruleset import Act, Attribute, Ruleset
from spelregels.model.trajectory import Closed, Event, PersonRole, Trajectory
from spelregels.model.words import AttributeType

_UNTIL = {"until": Attribute(AttributeType.DATE)}
_WHO_AND_HOW = {key: Attribute(AttributeType.TEXT) for key in ("by", "as", "outcome")}
"""Closed only when named (M3): somebody did it, somehow."""
MOST_EVENTS = 5_000
"""Of one trajectory: judging compares its events two by two."""


def bind(trajectory: Trajectory, ruleset: Ruleset) -> Trajectory:
    """The trajectory with names checked against ``ruleset`` and values converted.

    Raises :class:`InputRefused` for an act, outcome, role, attribute or fact that the ruleset does
    not declare, for a value that does not fit its type, and for more than ``MOST_EVENTS``. A ``by``
    may be anyone; one that looks like a role is an error in the data.
    """
    binder = _Binder(trajectory, ruleset)
    binder.size()
    bound = binder.bound()
    binder.problems.refuse()
    return bound


@dataclass(slots=True)
class _Binder:
    trajectory: Trajectory
    ruleset: Ruleset
    problems: Problems = field(default_factory=Problems)
    roles: Mapping[str, str] = field(init=False)
    moments: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.roles = role_names(self.ruleset.roles)
        self.moments = frozenset(
            f"{term.id}.{edge.value}"
            for file in self.ruleset.files
            for term in file.terms
            for edge in Edge
        )

    def bound(self) -> Trajectory:
        given = self.trajectory
        header = self.values(given.header, HEADER_ATTRIBUTES, "")
        authority = header.get("competent_authority")
        return replace(
            given,
            events=tuple(self.event(event) for event in given.events),
            records=self.records(),
            header=header,
            competent_authority=authority if isinstance(authority, str) else None,
            facts=self.values(given.facts, self.ruleset.facts, "facts."),
            persons={
                person: tuple(self.person_role(person, role) for role in roles)
                for person, roles in given.persons.items()
            },
            closed=self.closed(given.closed),
            data_errors=(
                *(error for error in given.data_errors if error.code != CODE),
                *resembling(given, self.ruleset, self.roles),
            ),
        )

    def size(self) -> None:
        """Raises :class:`InputRefused` at once if there is more than can be judged in one go."""
        many = len(self.trajectory.events)
        if many > MOST_EVENTS:
            self.problems.add(
                "too-many-events",
                self.trajectory.position,
                f"Traject {self.trajectory.id} heeft {many} gebeurtenissen; dat is te veel.",
                f"Trajectory {self.trajectory.id} has {many} events; that is too many.",
                expected_nl=f"hoogstens {MOST_EVENTS} gebeurtenissen in een traject; splits het op",
                expected_en=f"at most {MOST_EVENTS} events in a trajectory; split it up",
            )
            self.problems.refuse()

    def place(self, key: str) -> Position:
        return self.trajectory.places.get(key, self.trajectory.position)

    def event(self, event: Event) -> Event:
        act = self.act(event.act, event.places.get("act", event.position))
        if act is None:
            return event
        self.outcome(event, act)
        for role in event.roles:
            self.role(role, event.places.get("as", event.position))
        declared = {**_UNTIL, **act.attributes}
        converted = {
            name: self.value(
                name,
                value,
                declared,
                event.places.get(name, event.position),
                f"{event.id} ({act.id})",
                EVENT_KEYS,
            )
            for name, value in event.attributes.items()
        }
        return replace(event, attributes=converted)

    def reference(self, event: str, place: Position) -> None:
        """A reference names an event of this trajectory."""
        known = [one.id for one in self.trajectory.events]
        if event not in known:
            self.problems.add(
                "unknown-event",
                place,
                f"De gebeurtenis {event} bestaat niet in dit traject.",
                f"The event {event} does not exist in this trajectory.",
                expected_nl=nearest(event, known),
                suggestion=suggest(event, known),
            )

    def act(self, name: str, place: Position) -> Act | None:
        if name in self.ruleset.acts:
            return self.ruleset.acts[name]
        if name in self.moments:
            self.problems.add(
                "moment-as-event",
                place,
                f"{name} is een moment van een termijn; het volgt uit andere gebeurtenissen en "
                "kan niet zelf een gebeurtenis zijn.",
                f"{name} is a moment of a term; it follows from other events and cannot be an "
                "event itself.",
            )
            return None
        acts = sorted(self.ruleset.acts)
        self.problems.add(
            "unknown-act",
            place,
            f"De handeling {name} bestaat niet in {self.ruleset.id}.",
            f"The act {name} does not exist in {self.ruleset.id}.",
            expected_nl=nearest(name, acts),
            suggestion=suggest(name, acts),
        )
        return None

    def outcome(self, event: Event, act: Act) -> None:
        if event.outcome is None or event.outcome in act.outcomes:
            return
        none_nl, none_en = "geen outcome bij deze handeling", "no outcome for this act"
        self.problems.add(
            "unknown-outcome",
            event.places.get("outcome", event.position),
            f"De uitkomst {event.outcome} bestaat niet bij {act.id}.",
            f"The outcome {event.outcome} does not exist for {act.id}.",
            expected_nl=listing(act.outcomes) or none_nl,
            expected_en=listing(act.outcomes) or none_en,
            suggestion=suggest(event.outcome, act.outcomes),
        )

    def role(self, name: str, place: Position) -> str:
        if name not in self.roles:
            self.problems.add(
                "unknown-role",
                place,
                f"De rol {name} bestaat niet in {self.ruleset.id}.",
                f"The role {name} does not exist in {self.ruleset.id}.",
                expected_nl=nearest(name, self.roles),
                suggestion=_several(name, self.roles) or suggest(name, self.roles),
            )
        return self.roles.get(name, name)

    def person_role(self, person: str, held: PersonRole) -> PersonRole:
        return replace(held, role=self.role(held.role, self.place(f"persons.{person}")))

    def values(
        self, given: Mapping[str, Value | None], declared: Mapping[str, Attribute], prefix: str
    ) -> dict[str, Value | None]:
        return {
            name: self.value(name, value, declared, self.place(prefix + name), "de kop")
            for name, value in given.items()
        }

    def value(
        self,
        name: str,
        value: Value | None,
        declared: Mapping[str, Attribute],
        place: Position,
        owner: str,
        keys: Collection[str] = (),
    ) -> Value | None:
        if name not in declared:
            cut = value is None and not re.fullmatch("[a-z0-9_]+", name)
            comma_nl, comma_en = CUT_BY_A_COMMA if cut else ("", "")
            self.problems.add(
                "unknown-attribute",
                place,
                f"Het gegeven {name} bestaat niet bij {owner}.{comma_nl}",
                f"The attribute {name} does not exist for {owner}.{comma_en}",
                expected_nl=nearest(name, declared) or "geen",
                expected_en=nearest(name, declared) or "none",
                suggestion=suggest_key(name, (*declared, *keys)),
            )
            return value
        try:
            made = convert(value, declared[name], self.roles)
            if declared[name].type is AttributeType.REF:
                for event in made if isinstance(made, tuple) else (made,):
                    if event is not None:
                        self.reference(str(event), place)
            return made
        except MisfitError as misfit:
            self.problems.add(
                "wrong-value",
                place,
                f"{plain(value)} past niet bij {name} van {owner}.",
                f"{plain(value)} does not fit {name} of {owner}.",
                expected_nl=misfit.expected_nl,
                expected_en=misfit.expected_en,
                suggestion=misfit.suggestion,
            )
            return value

    def records(self) -> frozenset[str] | None:
        for act in sorted(self.trajectory.records or ()):
            self.act(act, self.place("records"))
        return self.trajectory.records

    def closed(self, closed: Closed) -> Closed:
        for name, attributes in closed.attributes.items():
            place = self.place(f"closed.{name}")
            act = self.act(name, place)
            if act is not None:
                known = {**_UNTIL, **_WHO_AND_HOW, **act.attributes}
                self.named(attributes, known, place, name)
        self.named(closed.facts, self.ruleset.facts, self.place("closed.facts"), "facts")
        return closed

    def named(
        self, names: frozenset[str], known: Mapping[str, Attribute], place: Position, owner: str
    ) -> None:
        for name in sorted(names):
            if name not in known:
                self.value(name, None, known, place, owner)


def _several(name: str, roles: Mapping[str, str]) -> str:
    """``[raad, college]`` for ``raad en college``: roles that did it together."""
    parts = [part.strip() for part in re.split(r",|\ben\b|&|\+", name)]
    if len(parts) < 2 or not all(part in roles for part in parts):
        return ""
    return "[" + ", ".join(parts) + "]"
