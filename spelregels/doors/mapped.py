"""Any table or document becomes trajectories, by a mapping file: nodes in, the one reader after.

Everything is turned into the nodes of our own format and read by ``spelregels.language``, so that a
mapped trajectory is checked by the same code as one written by hand, at the place in the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from spelregels.doors.date_formats import Written
from spelregels.doors.finding import Scope
from spelregels.doors.folder import files_of
from spelregels.doors.impossible import impossible_orders
from spelregels.doors.mapping_model import (
    EventRule,
    Field,
    Mapping,
    Moment,
    Shift,
    text_of,
)
from spelregels.doors.mapping_text import load_mapping
from spelregels.doors.parts import Events, Parts, plain
from spelregels.doors.result import Reading, Skipped
from spelregels.doors.sources import Library
from spelregels.doors.tally import Tally
from spelregels.doors.values import Values
from spelregels.language.nodes import ListNode, MapNode, Node, NodeScalar, ScalarNode
from spelregels.language.trajectories import trajectories_from_node
from spelregels.model.problem import Position
from spelregels.model.trajectory import DataError, Trajectory
from spelregels.model.words import Precision


def read_mapped(path: Path, mapping_path: Path) -> Reading:
    """The trajectories that a mapping makes of a file, or of the files of a folder.

    Raises ``InputRefused`` with everything that is wrong in mapping and source together.
    """
    mapping = load_mapping(mapping_path)
    run = _Run(mapping)
    nodes = run.nodes(path)
    run.tally.settle()
    run.tally.problems.refuse()
    trajectories = trajectories_from_node(ListNode(nodes, Position(str(path), 1, 1)))
    trajectories = tuple(run.with_errors(trajectory) for trajectory in trajectories)
    return Reading(trajectories, tuple(run.skipped()))


@dataclass(slots=True)
class _Run:
    """One run of one mapping."""

    mapping: Mapping
    tally: Tally = field(default_factory=Tally)
    values: Values = field(init=False)
    placeholders: dict[str, list[DataError]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        source = self.mapping.input
        joined = frozenset(join.name for join in self.mapping.joins)
        self.values = Values(self.tally, source.empty, source.zone, joined)

    def nodes(self, path: Path) -> tuple[Node, ...]:
        """One node per trajectory, in the order of the source."""
        library = Library(self.mapping.input, self.values, self.tally)
        made: list[Node] = []
        for file in files_of(path, self.mapping.input, self.tally):
            with self.tally.problems.gathering():
                records = self._selected(library.records(file, self.mapping.joins))
                made.extend(self._trajectory(group) for group in self._groups(records))
        library.count_unused(self.mapping.joins)
        if not (made or self.tally.problems.found or self.tally.empty):
            self.tally.problems.add(
                "no-trajectory",
                Position(str(path), 1, 1),
                "De mapping maakt hier geen enkel traject van.",
                "The mapping makes no trajectory at all of this.",
                expected_nl="minstens één rij die aan `only` voldoet",
                expected_en="at least one row that fits `only`",
            )
        return tuple(made)

    def _selected(self, records: Iterable[Node]) -> Iterator[Node]:
        for record in records:
            if self.values.holds(self.mapping.only, Scope(record, record)):
                yield record
            else:
                self.tally.skip("only", "", record.position)

    def _groups(self, records: Iterable[Node]) -> Iterator[list[Node]]:
        way = self.mapping.group_by
        if way is None:
            yield from ([record] for record in records)
            return
        rule = Field(position=way.position, paths=(way,), required=True)
        groups: dict[str, list[Node]] = {}
        for record in records:
            key = self.values.make(rule, Scope(record, record), "group_by")
            if isinstance(key, ScalarNode):
                groups.setdefault(text_of(key), []).append(record)
        yield from groups.values()

    # -- one trajectory ---------------------------------------------------------------------------

    def _trajectory(self, records: list[Node]) -> MapNode:
        rule = self.mapping.trajectory
        parts = Parts(records[0].position)
        parts.set("id", self._agreed("id", rule.id, records))
        for name, one in rule.fields.items():
            parts.set(name, self._agreed(name, one, records))
        for name, fields in rule.nested.items():
            inner = Parts(records[0].position)
            for key, one in fields.items():
                inner.set(key, self._agreed(f"{name}.{key}", one, records))
            parts.set(name, inner.node())
        for name, fixed in rule.fixed.items():
            parts.set(name, fixed)
        identifier = parts.entries.get("id")
        owner = text_of(identifier) if isinstance(identifier, ScalarNode) else ""
        events = Events(owner, grouped=self.mapping.group_by is not None)
        for record in records:
            self._events(record, events)
        parts.set("events", ListNode(tuple(events.nodes), records[0].position))
        return parts.node()

    def _agreed(self, name: str, rule: Field, records: list[Node]) -> Node | None:
        """The value that all rows of a trajectory give; rows that say nothing do not object."""
        first: Node | None = None
        for record in records:
            made = self.values.make(rule, Scope(record, record), name)
            if made is None:
                continue
            if first is None:
                first = made
            elif plain(made) != plain(first):
                self.tally.problems.add(
                    "rows-disagree",
                    made.position,
                    f"Deze rij geeft voor `{name}` iets anders dan een eerdere rij "
                    f"(regel {first.position.line}) van hetzelfde traject.",
                    f"This row gives something else for `{name}` than an earlier row "
                    f"(line {first.position.line}) of the same trajectory.",
                    expected_nl=str(plain(first)),
                )
        return first

    # -- events -----------------------------------------------------------------------------------

    def _events(self, record: Node, events: Events) -> None:
        """Rules that read the same list go through it together, so its order is kept."""
        together: dict[str, list[EventRule]] = {}
        for rule in self.mapping.events:
            together.setdefault(rule.for_each.text if rule.for_each else "", []).append(rule)
        for rules in together.values():
            for item in self._items(rules[0], record):
                scope = Scope(item, record)
                for rule in rules:
                    if self.values.holds(rule.only, scope):
                        self._event(rule, scope, events)

    def _items(self, rule: EventRule, record: Node) -> tuple[Node, ...]:
        if rule.for_each is None:
            return (record,)
        found = self.values.look(rule.for_each, Scope(record, record))
        if isinstance(found, ListNode):
            return found.items
        if not self.values.says_nothing(found) and found is not None:
            self.tally.problems.add(
                "wrong-type",
                found.position,
                f"`{rule.for_each.text}` is hier geen lijst.",
                f"`{rule.for_each.text}` is not a list here.",
                expected_nl="een lijst",
                expected_en="a list",
            )
        return ()

    def _event(self, rule: EventRule, scope: Scope, events: Events) -> None:
        act = self.values.make(rule.act, scope, f"{rule.name}.act")
        if act is None:
            return
        identifier = rule.fields.get("id")
        given = self.values.make(identifier, scope, "id") if identifier else None
        name = text_of(given) if isinstance(given, ScalarNode) else events.name(rule)
        at = self._at(rule, scope, events.owner, name)
        if at is None:
            return
        parts = Parts(scope.item.position)
        parts.set("id", given or ScalarNode(name, scope.item.position))
        parts.set("at", at)
        parts.set("act", act)
        for key, one in rule.fields.items():
            if key != "id":
                parts.set(key, self.values.make(one, scope, f"{rule.name}.{key}"))
        for key, one in rule.attributes.items():
            parts.set(key, self.values.make(one, scope, f"{rule.name}.{key}"))
        events.nodes.append(parts.node())

    def _at(self, rule: EventRule, scope: Scope, owner: str, event: str) -> Node | None:
        """The node under ``at``; None: no event (skipped, or refused with a problem)."""
        unknown = ScalarNode("unknown", scope.item.position)
        moment = rule.at
        if moment.field is None:
            return unknown
        if moment.field.constant is not None:
            return moment.field.constant
        before = len(self.tally.problems.found)
        read = self.values.moment(moment.field, scope, f"{rule.name}.at")
        if read is None and len(self.tally.problems.found) > before:
            return None
        if read is None:
            return self._without_date(moment, rule, scope, unknown)
        written, place = read
        if written.day in self.mapping.input.placeholders:
            self._placeholder(owner, event, written, place)
            return replace(unknown, position=place)
        return self._when(moment, written, place, scope, rule.name)

    def _without_date(
        self, moment: Moment, rule: EventRule, scope: Scope, unknown: ScalarNode
    ) -> Node | None:
        if moment.if_empty == "unknown":
            return unknown
        if moment.if_empty == "skip":
            self.tally.skip(f"{rule.name}.at", "", scope.item.position)
        elif moment.field is not None:
            self.values.empty_value(moment.field, scope, f"{rule.name}.at", "if_empty: unknown")
        return None

    def _when(
        self, moment: Moment, written: Written, place: Position, scope: Scope, name: str
    ) -> Node:
        days = {Shift.SAME: 0, Shift.BEFORE: -1, Shift.AFTER: 1}[moment.shift]
        day = written.day + timedelta(days=days)
        exact: NodeScalar = day
        match written.precision:
            case Precision.MINUTE if not moment.whole_day and written.stamp:
                exact = written.stamp
            case Precision.MONTH:
                exact = day.isoformat()[:7]
            case Precision.YEAR:
                exact = day.isoformat()[:4]
            case _:
                pass
        node = ScalarNode(exact, place, False, str(exact))
        if moment.precision is None:
            return node
        precision = self.values.make(moment.precision, scope, f"{name}.precision")
        if precision is None:
            return node
        parts = Parts(place)
        parts.set("date", node)
        parts.set("precision", precision)
        return parts.node()

    # -- what goes along --------------------------------------------------------------------------

    def _placeholder(self, owner: str, event: str, written: Written, place: Position) -> None:
        self.placeholders.setdefault(owner, []).append(
            DataError(
                "placeholder-date",
                f"De datum {written.day} van {event} is een invuldatum; "
                "het moment geldt als onbekend.",
                f"The date {written.day} of {event} is a placeholder; "
                "the moment counts as unknown.",
                (event,),
                place,
            )
        )

    def with_errors(self, trajectory: Trajectory) -> Trajectory:
        """The trajectory with the data errors that the mapping declares."""
        found = (
            *trajectory.data_errors,
            *self.placeholders.get(trajectory.id, ()),
            *impossible_orders(trajectory, self.mapping.impossible),
        )
        return replace(trajectory, data_errors=found) if found else trajectory

    def skipped(self) -> Iterator[Skipped]:
        """What the mapping said to skip, counted."""
        for (what, word), places in self.tally.skipped.items():
            yield Skipped(what, word, len(places), places[0])
