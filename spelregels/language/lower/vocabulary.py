"""Roles, acts, facts, calendars and sources of a file and all it extends, merged.

Layers may repeat a role or an act if they say the same or add to it; where they contradict each
other, that is an error at the later place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import TypeVar

from spelregels.language.header import EVENT_KEYS, HEADER_ATTRIBUTES
from spelregels.language.lower.attributes import attribute_of, shown
from spelregels.language.lower.lists import word_lists
from spelregels.language.lower.parsed import ParsedFile
from spelregels.language.lower.titles import titles
from spelregels.language.problems import Problems, listing, suggest
from spelregels.language.surface.base import Name
from spelregels.language.surface.vocabulary import (
    ActDeclIn,
    CalendarIn,
    LongFactIn,
    RoleIn,
)
from spelregels.language.values import MisfitError, convert, role_names
from spelregels.model.frozen import dataclass
from spelregels.model.patterns import Value
from spelregels.model.ruleset import Act, Attribute, Role, Source, WordList
from spelregels.model.terms import CalendarData
from spelregels.model.words import RoleKind, Vehicle

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words of a file mean. ``role_of``: every name of a role, aliases included."""

    roles: Mapping[str, Role]
    acts: Mapping[str, Act]
    facts: Mapping[str, Attribute]
    calendars: Mapping[str, CalendarData]
    lists: Mapping[str, WordList]
    sources: Mapping[str, tuple[Source, ...]]
    role_of: Mapping[str, str]


def vocabulary(files: Sequence[ParsedFile], problems: Problems) -> Vocabulary:
    """The merged words of ``files``, ancestors first; contradictions go to ``problems``."""
    merge = _Merge(problems, frozenset().union(*(file.dropped for file in files)))
    cited: dict[str, dict[str, Source]] = {}
    for file in files:
        merge.here = file.id
        for name, role in (file.surface.roles or {}).items():
            merge.role(name, role)
        for name, act in (file.surface.acts or {}).items():
            merge.act(name, act)
        for name, calendar in (file.surface.calendars or {}).items():
            merge.calendar(name, calendar)
        for name, source in (file.surface.sources or {}).items():
            made = Source(str(name), str(source.title), str(source.url or ""))
            cited.setdefault(str(name), {})[file.id] = made  # the newest of several versions
    merge.sources = {name: tuple(dict.fromkeys(by.values())) for name, by in cited.items()}
    roles = merge.finished_roles()
    role_of = role_names(roles)
    for file in files:
        merge.here = file.id
        for name, fact in (file.surface.facts or {}).items():
            merge.fact(name, fact, role_of)
    lists = word_lists(files, problems)
    return Vocabulary(
        roles, merge.acts, merge.facts, merge.calendars, lists, merge.sources, role_of
    )


@dataclass(slots=True)
class _Merge:
    problems: Problems
    dropped: frozenset[str]  # what was refused already, by name
    roles: dict[str, Role] = field(default_factory=dict)
    kinds: dict[str, RoleKind] = field(default_factory=dict)
    places: dict[str, Name] = field(default_factory=dict)
    acts: dict[str, Act] = field(default_factory=dict)
    decisions: dict[str, bool] = field(default_factory=dict)
    facts: dict[str, Attribute] = field(default_factory=dict)
    calendars: dict[str, CalendarData] = field(default_factory=dict)
    sources: dict[str, tuple[Source, ...]] = field(default_factory=dict)
    here: str = ""  # the id of the file whose words are being added
    first: dict[str, str] = field(default_factory=dict)  # the file in which a name stood first

    def clash(self, name: Name, what: str, old: object, new: object, of: str = "") -> None:
        there = self.first.get(of or str(name), "een andere laag")
        self.problems.add(
            "conflicting-layers",
            name.position,
            f"{name} is in {there} anders: {what} is daar {old}, hier {new}.",
            f"{name} differs in {there}: {what} is {old} there, {new} here.",
            expected_nl="hetzelfde, of alleen een aanvulling",
            expected_en="the same, or only an addition",
        )

    def same(self, name: Name, what: str, old: Thing, new: Thing, blank: Thing) -> Thing:
        """The one that says something; a clash when both do and differ."""
        if new in (blank, old):
            return old
        if old != blank:
            self.clash(name, what, old, new)
        return new

    # ------------------------------------------------------------ roles

    def role(self, name: Name, given: RoleIn) -> None:
        key = str(name)
        old = self.roles.get(key, Role(key, RoleKind.ANYONE))
        self.first.setdefault(key, self.here)
        self.places.setdefault(key, name)
        if given.kind is not None:
            known = self.kinds.setdefault(key, given.kind)
            if known is not given.kind:
                self.clash(name, "kind", known.value, given.kind.value)
        self.roles[key] = Role(
            id=key,
            kind=self.kinds.get(key, RoleKind.ANYONE),
            title={**old.title, **titles(given.title)},
            vehicle=self.same(
                name, "vehicle", old.vehicle, given.vehicle or Vehicle.NONE, Vehicle.NONE
            ),
            aliases=_union(old.aliases, tuple(map(str, given.aliases or ()))),
            one_of=self.same(name, "one_of", old.one_of, tuple(map(str, given.one_of or ())), ()),
            bound_by_header=old.bound_by_header or given.bound_by is not None,
        )

    def finished_roles(self) -> dict[str, Role]:
        """Roles with their kind; aliases and members checked."""
        taken: dict[str, str] = {key: key for key in self.roles}
        for key, role in self.roles.items():
            for alias in role.aliases:
                owner = taken.setdefault(alias, key)
                if owner != key:
                    self.double_alias(alias, key, owner)
            self.members(key, role)
        return {key: self.with_kind(key, role) for key, role in self.roles.items()}

    def double_alias(self, alias: str, key: str, owner: str) -> None:
        """Told where the writer can mend it: at the role that the own file brought in."""
        mine, other = (owner, key) if self.first[owner] == self.here else (key, owner)
        there = self.first[other]
        self.problems.add(
            "double-alias",
            self.places[key if self.first[key] == self.here else mine].position,
            f"De naam {alias} hoort bij twee rollen: {mine} en {other} ({other} staat in {there}).",
            f"The name {alias} belongs to two roles: {mine} and {other} ({other} is in {there}).",
            expected_nl="een andere naam, of gebruik de rol die er al is",
            expected_en="another name, or use the role that is there already",
        )

    def members(self, key: str, role: Role) -> None:
        place = self.places[key].position
        if role.bound_by_header and not role.one_of:
            self.problems.add(
                "missing-key",
                place,
                f"De rol {key} heeft bound_by, maar geen one_of.",
                f"The role {key} has bound_by but no one_of.",
                expected_nl="one_of: [rol, rol]",
                expected_en="one_of: [role, role]",
            )
        for member in role.one_of:
            known = member in self.roles and not self.roles[member].one_of
            if not known and member not in self.dropped:
                plain = [name for name, other in self.roles.items() if not other.one_of]
                self.problems.add(
                    "unknown-role",
                    place,
                    f"De rol {member} in one_of van {key} is geen gewone rol.",
                    f"The role {member} in one_of of {key} is no plain role.",
                    expected_nl=listing(plain),
                    suggestion=suggest(member, plain),
                )

    def with_kind(self, key: str, role: Role) -> Role:
        if key in self.kinds:
            return role
        if not role.one_of and "kind" in self.dropped:
            return role
        if not role.one_of:
            self.problems.add(
                "missing-key",
                self.places[key].position,
                f"De rol {key} heeft geen kind.",
                f"The role {key} has no kind.",
                expected_nl=listing(kind.value for kind in RoleKind),
                suggestion="kind:",
            )
            return role
        kinds = [self.kinds[member] for member in role.one_of if member in self.kinds]
        if not kinds or RoleKind.ANYONE in kinds:
            return replace(role, kind=RoleKind.ANYONE)
        return replace(role, kind=kinds[0])  # never ANYONE: whoever is no member does not fit

    # ------------------------------------------------------------ acts

    def act(self, name: Name, given: ActDeclIn) -> None:
        key = str(name)
        old = self.acts.get(key, Act(key))
        self.first.setdefault(key, self.here)
        attributes = dict(old.attributes)
        for attribute, form in (given.attributes or {}).items():
            made = attribute_of(form)
            self.reserved(attribute)
            known = attributes.setdefault(str(attribute), made)
            self.first.setdefault(f"{key}.{attribute}", self.here)
            if known != made:
                self.clash(attribute, "type", shown(known), shown(made), of=f"{key}.{attribute}")
        if given.decision is not None:
            known_decision = self.decisions.setdefault(key, given.decision)
            if known_decision != given.decision:
                self.clash(name, "decision", known_decision, given.decision)
        self.acts[key] = Act(
            id=key,
            title={**old.title, **titles(given.title)},
            attributes=attributes,
            decision=self.decisions.get(key, False),
            outcomes=_union(old.outcomes, tuple(map(str, given.outcomes or ()))),
            ends=old.ends or bool(given.ends),
        )

    def reserved(self, name: Name) -> None:
        if str(name) in EVENT_KEYS:
            self.problems.add(
                "reserved-name",
                name.position,
                f"{name} is al een sleutel van elke gebeurtenis; kies een andere naam.",
                f"{name} is already a key of every event; choose another name.",
            )

    # ------------------------------------------------------------ facts and calendars

    def fact(self, name: Name, given: object, role_of: Mapping[str, str]) -> None:
        made = attribute_of(given)
        if isinstance(given, LongFactIn) and given.default is not None:
            made = replace(made, default=self.default(given, made, role_of))
        if str(name) in HEADER_ATTRIBUTES:
            self.problems.add(
                "reserved-name",
                name.position,
                f"{name} is al een sleutel van de kop van een traject; kies een andere naam.",
                f"{name} is already a key of a trajectory's header; choose another name.",
            )
        known = self.facts.get(str(name))
        self.first.setdefault(str(name), self.here)
        if known is not None and replace(known, default=None) != replace(made, default=None):
            self.clash(name, "type", shown(known), shown(made))
        default = made.default if made.default is not None else known.default if known else None
        self.facts[str(name)] = replace(made, default=default)

    def default(
        self, given: LongFactIn, made: Attribute, role_of: Mapping[str, str]
    ) -> Value | None:
        raw = given.default
        value = tuple(raw) if isinstance(raw, list) else raw
        try:
            return convert(value, made, role_of)
        except MisfitError as misfit:
            self.problems.add(
                "wrong-value",
                given.at("default"),
                f"De default {raw} past niet bij dit feit.",
                f"The default {raw} does not fit this fact.",
                expected_nl=misfit.expected_nl,
                expected_en=misfit.expected_en,
                suggestion=misfit.suggestion,
            )
            return None

    def calendar(self, name: Name, given: CalendarIn) -> None:
        key = str(name)
        old = self.calendars.get(key, CalendarData(key))
        self.first.setdefault(key, self.here)
        self.calendars[key] = CalendarData(
            id=key,
            meetings=tuple(sorted({*old.meetings, *(given.meetings or ())})),
            closed_days=tuple(sorted({*old.closed_days, *(given.closed_days or ())})),
            known_until=self.same(name, "known_until", old.known_until, given.known_until, None),
            source=old.source or str(given.source or ""),
        )


def _union(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *new)))
