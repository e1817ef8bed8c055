"""Nodes to trajectories: names are not checked here (see ``binding``), forms are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spelregels.language.dutch import english_word
from spelregels.language.events import read_events
from spelregels.language.filebytes import TRAJECTORY_LIMITS, Limits
from spelregels.language.header import AREA_KEYS, TRAJECTORY_KEYS
from spelregels.language.kinds import Kind, is_something_else
from spelregels.language.moments import zone_named
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems, as_list, suggest
from spelregels.language.reading import Reader, entries
from spelregels.language.yamltext import read_tree
from spelregels.model.patterns import Value
from spelregels.model.problem import Position
from spelregels.model.trajectory import Closed, PersonRole, Trajectory
from spelregels.model.words import Level, Order

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_ALL_OR_LIST_NL = "all, of een lijst van handelingen"
_ALL_OR_LIST_EN = "all, or a list of acts"
_PERSONS_NL = "de naam van iedere persoon, met een lijst van {role:, from:, to:}"
_PERSONS_EN = "the name of each person, with a list of {role:, from:, to:}"


def trajectories_from_yaml(
    text: bytes | str, source: str, *, limits: Limits = TRAJECTORY_LIMITS
) -> tuple[Trajectory, ...]:
    """Like :func:`trajectories_from_node`, from YAML: what is wrong in the YAML and in what it says
    is reported together."""
    problems = Problems()
    node = read_tree(text, source, problems, limits=limits)
    if node is None:
        problems.refuse()
        raise AssertionError("no tree and no problem")
    return trajectories_from_node(node, problems)


def trajectories_from_node(node: Node, problems: Problems | None = None) -> tuple[Trajectory, ...]:
    """Every trajectory of a file: one, a list, or a list under ``trajectories``.

    Untyped: values are as written. ``problems``: what is wrong already. Raises
    :class:`InputRefused` with all problems of all of them.
    """
    reader = Reader(problems or Problems())
    read = [_one(part, reader, None) for part in _parts(node, reader)]
    seen: dict[str, Trajectory] = {}
    for trajectory in read:
        if trajectory is None:
            continue
        if trajectory.id in seen:
            reader.problems.add(
                "double-id",
                trajectory.position,
                f"Het traject {trajectory.id} staat dubbel in dit bestand "
                f"(eerst op regel {seen[trajectory.id].position.line}).",
                f"The trajectory {trajectory.id} stands twice in this file "
                f"(first on line {seen[trajectory.id].position.line}).",
            )
        seen[trajectory.id] = trajectory
    reader.problems.refuse()
    return tuple(trajectory for trajectory in read if trajectory is not None)


def trajectory_from_node(node: Node, *, source: str = "") -> Trajectory:
    """The single trajectory of a file, untyped; ``source`` names the file in problems.

    Raises :class:`InputRefused`, also when the file holds none or several.
    """
    found = trajectories_from_node(node)
    if len(found) != 1:
        reader = Reader()
        reader.problems.add(
            "not-one-trajectory",
            node.position,
            f"Hier wordt een traject verwacht, maar er staan er {len(found)}.",
            f"One trajectory is expected here, but there are {len(found)}.",
        )
        reader.problems.refuse()
    return found[0]


def example_trajectory(
    node: MapNode, reader: Reader, defaults: Mapping[str, Node]
) -> Trajectory | None:
    """The trajectory inside an example of a ruleset; ``defaults`` fill in absent header keys."""
    return _one(node, reader, defaults)


def _parts(node: Node, reader: Reader) -> tuple[Node, ...]:
    match node:
        case ListNode(items=items):
            parts = items
        case MapNode(entries=found) if "trajectories" in found:
            reader.known_keys(node, ("trajectories",))
            listed = found["trajectories"]
            parts = reader.items(listed, "een lijst van trajecten", "a list of trajectories")
            if not isinstance(listed, ListNode):
                return ()
        case _:
            return (node,)
    if not parts:
        reader.problems.add(
            "no-trajectory",
            node.position,
            "Deze lijst bevat geen enkel traject.",
            "This list holds no trajectory.",
        )
    return parts


@dataclass(slots=True)
class _Header:
    """Collects what stands above the events."""

    reader: Reader
    values: dict[str, Value | None] = field(default_factory=dict)

    def text(self, found: Mapping[str, Node], key: str) -> str:
        return (self.reader.identifier(found[key]) or "") if key in found else ""

    def name(self, found: Mapping[str, Node], key: str) -> str:
        return (self.reader.name(found[key]) or "") if key in found else ""

    def level(self, found: Mapping[str, Node]) -> Level | None:
        if "level" not in found:
            return None
        level = self.reader.word(found["level"], Level)
        if level is not None:
            self.values["level"] = level.value
        return level

    def readable(self, found: Mapping[str, Node]) -> None:
        for key in ("topic", "competent_authority", "municipality", "gemeente_code"):
            if key in found:
                self.values[key] = self.reader.text(found[key])
        if "area" not in found:
            return
        area = self.reader.mapping(found["area"], "{level:, name:, …}", "{level:, name:, …}")
        if area is None:
            return
        self.reader.known_keys(area, AREA_KEYS)
        for key, part in entries(area).items():
            if key in ("affected", "informed"):
                self.values[f"area.{key}"] = self.reader.texts(
                    part, "een lijst van gebieden", "a list of areas"
                )
            elif key in AREA_KEYS:
                self.values[f"area.{key}"] = self.reader.text(part)


def _one(node: Node, reader: Reader, defaults: Mapping[str, Node] | None) -> Trajectory | None:
    top = reader.mapping(node, "een traject: id, records, events", "a trajectory")
    if top is None or is_something_else(top, Kind.TRAJECTORY, reader.problems):
        return None
    reader.known_keys(top, tuple(TRAJECTORY_KEYS))
    found = {**(defaults or {}), **entries(top)}
    _required(top, found, reader)
    header = _Header(reader)
    header.readable(found)
    level = header.level(found)
    zone = _zone(found.get("time_zone"), reader)
    events, errors = read_events(found.get("events"), zone, reader)
    authority = header.values.get("competent_authority")
    return Trajectory(
        id=header.name(found, "id"),
        events=events,
        records=_records(found.get("records"), reader),
        ruleset=header.name(found, "ruleset"),
        title=header.text(found, "title"),
        level=level,
        competent_authority=authority if isinstance(authority, str) else None,
        header=header.values,
        facts=_facts(top.entries.get("facts"), reader),
        persons=_persons(found.get("persons"), reader),
        order=_order(found.get("order"), reader),
        closed=_closed(found.get("closed"), reader),
        as_of=reader.day(found["as_of"]) if "as_of" in found else None,
        data_errors=errors,
        position=top.position,
        places=_places(top),
    )


def _places(top: MapNode) -> dict[str, Position]:
    """Where each header key stands; keys inside ``area``, ``facts`` and the like are dotted."""
    places = {key: part.position for key, part in top.entries.items()}
    for key in ("area", "facts", "persons", "closed"):
        part = top.entries.get(key)
        if isinstance(part, MapNode):
            places |= {f"{key}.{name}": place for name, place in part.keys.items()}
    return places


def _required(top: MapNode, found: Mapping[str, Node], reader: Reader) -> None:
    if "id" not in found:
        reader.missing(top, "id", "een naam", "a name", top.position)
    if "records" not in found:
        reader.missing(top, "records", _ALL_OR_LIST_NL, _ALL_OR_LIST_EN, top.position)
    if "events" not in found:
        reader.missing(
            top, "events", "een lijst, mag leeg: []", "a list, may be empty: []", top.position
        )


def _zone(node: Node | None, reader: Reader) -> ZoneInfo | None:
    name = reader.text(node) if node is not None else None
    if node is None or name is None:
        return None
    zone = zone_named(name)
    if zone is None:
        reader.wrong(
            node,
            "een tijdzone zoals Europe/Amsterdam",
            "a zone like Europe/Amsterdam",
            suggest(name, ("Europe/Amsterdam", "UTC", "Europe/Brussels")),
        )
    return zone


def _order(node: Node | None, reader: Reader) -> Order:
    return (reader.word(node, Order) if node is not None else None) or Order.UNKNOWN


def _records(node: Node | None, reader: Reader) -> frozenset[str] | None:
    if node is None or (isinstance(node, ScalarNode) and node.value == "all"):
        return None
    if not isinstance(node, ListNode):
        text = node.value if isinstance(node, ScalarNode) else None
        word = english_word(str(text), ("all",)) if isinstance(text, str) else ""
        reader.wrong(node, _ALL_OR_LIST_NL, _ALL_OR_LIST_EN, word or as_list(text))
        return None
    return frozenset(reader.names(node, _ALL_OR_LIST_NL, _ALL_OR_LIST_EN))


def _closed(node: Node | None, reader: Reader) -> Closed:
    if node is None:
        return Closed()
    if isinstance(node, ScalarNode) and node.value == "all":
        return Closed(everything=True)
    nl = "all, of per handeling een lijst van gegevens: {besluit.genomen: [motivering]}"
    en = "all, or per act a list of attributes: {besluit.genomen: [motivering]}"
    found = reader.mapping(node, nl, en)
    if found is None:
        return Closed()
    read = {key: frozenset(reader.texts(part, nl, en)) for key, part in found.entries.items()}
    facts = read.pop("facts", frozenset())
    return Closed(attributes=read, facts=facts)


def _facts(node: Node | None, reader: Reader) -> Mapping[str, Value | None]:
    if node is None or (isinstance(node, ScalarNode) and node.value is None):
        return {}
    found = reader.mapping(node, "feiten met hun waarde", "facts with their value")
    return {key: reader.value(part) for key, part in found.entries.items()} if found else {}


def _persons(node: Node | None, reader: Reader) -> Mapping[str, tuple[PersonRole, ...]]:
    found = reader.mapping(node, _PERSONS_NL, _PERSONS_EN) if node is not None else None
    if found is None:
        return {}
    nl = "een lijst van {role:, from:, to:}, zoals [{role: raad}]"
    en = "a list of {role:, from:, to:}, such as [{role: raad}]"
    told = {}
    for person, part in found.entries.items():
        roles = [_person_role(item, reader) for item in reader.items(part, nl, en)]
        name = reader.name(ScalarNode(person, found.keys[person], True, person))
        told[name or person] = tuple(role for role in roles if role is not None)
    return told


def _person_role(node: Node, reader: Reader) -> PersonRole | None:
    found = reader.mapping(node, "{role:, from:, to:}", "{role:, from:, to:}")
    if found is None:
        return None
    reader.known_keys(found, ("role", "from", "to"))
    said = entries(found)
    if "role" not in said:
        reader.missing(found, "role", "een rol", "a role", found.position)
        return None
    role = reader.text(said["role"])
    first = reader.day(said["from"]) if "from" in said else None
    last = reader.day(said["to"]) if "to" in said else None
    if first and last and last < first:
        reader.problems.add(
            "end-before-begin",
            found.position,
            f"Deze rol eindigt ({last}) voordat hij begint ({first}).",
            f"This role ends ({last}) before it begins ({first}).",
        )
    return PersonRole(role, first, last) if role else None
