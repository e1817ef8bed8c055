"""The trajectory table: CSV with one row per event. The columns stand in ``docs/mapping.md``.

``id`` (of the trajectory), ``at`` and ``act`` are needed; ``event`` is the id of the event. Header
keys (``records``, ``ruleset``, ``area.name``, ``facts.x`` …) are columns that say the same, or
nothing, on every row of a trajectory. Any other column is an attribute. A name that ends in ``[]``
holds a list, its parts divided by ``|``. An empty cell says nothing; ``~`` says *known absent*.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spelregels.doors.table_text import rows, table
from spelregels.language.header import EVENT_KEYS, TRAJECTORY_KEYS
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems, suggest
from spelregels.model.problem import InputRefused, Position, Problem

DELIMITERS = (",", ";", "\t", "|")
LIST_SIGN = "|"
ABSENT = "~"
_MOST_NAMES = 200  # of a first line that is no header, to find a slip of the pen in
NEEDED = ("id", "at", "act")
_HEADER = frozenset(TRAJECTORY_KEYS) - {"events", "note", "persons"}
_OWN = frozenset({"event", "precision"}) | frozenset(EVENT_KEYS) - {"id"}
_DOTTED = ("area.", "facts.", "closed.")
_LISTS = ("records", "closed")  # a list, or the word `all`


def parse_trajectory_csv(text: str, *, source: str) -> ListNode:
    """The rows as nodes of trajectories. Raises ``InputRefused``."""
    problems = Problems()
    found = _table(text, source)
    if not found:
        raise InputRefused((_empty(source),))
    _columns(found[0], problems)
    made: dict[str, _Making] = {}
    for row in found:
        name = row.entries.get("id")
        value = name.value if isinstance(name, ScalarNode) else None
        if not isinstance(value, str) or value in ("", ABSENT):
            problems.add(
                "empty-value",
                name.position if name else row.position,
                "Deze rij noemt geen traject.",
                "This row names no trajectory.",
                expected_nl="in de kolom `id` de naam van het traject",
                expected_en="the name of the trajectory in the column `id`",
            )
            continue
        made.setdefault(value, _Making(row)).add(row, problems)
    problems.refuse()
    return ListNode(tuple(one.node() for one in made.values()), Position(source, 1, 1))


def looks_like_trajectories(text: str) -> bool:
    """Is the first line the header of a trajectory table?"""
    return _delimiter(text) is not None


def _delimiter(text: str) -> str | None:
    """The delimiter under which the first line holds the needed columns; one at most fits."""
    first = text.lstrip("\n\r").split("\n", 1)[0]
    for sign in DELIMITERS:
        names = {cell.strip().strip('"') for cell in first.split(sign)}
        if set(NEEDED) <= names:
            return sign
    return None


def _table(text: str, source: str) -> tuple[MapNode, ...]:
    sign = _delimiter(text)
    if sign is None:
        raise InputRefused((_no_columns(text, source),))
    return table(rows(text, source=source, delimiter=sign), source=source)


def _columns(row: MapNode, problems: Problems) -> None:
    """Columns that cannot be: what has no place in a table, and one value in two columns."""
    seen: set[str] = set()
    for name, position in row.keys.items():
        bare = name.removesuffix("[]")
        if bare in seen:
            problems.add(
                "duplicate-column",
                position,
                f"De kolom `{bare}` staat er twee keer (met en zonder []).",
                f"The column `{bare}` is there twice (with and without []).",
                expected_nl="één van de twee",
                expected_en="one of the two",
            )
        seen.add(bare)
        if not bare.split(".", 1)[-1]:
            problems.add(
                "nameless-column",
                position,
                f"De kolom `{name}` heeft geen hele naam.",
                f"The column `{name}` has no whole name.",
                expected_nl="een naam als kanaal[] of facts.naam",
                expected_en="a name like kanaal[] or facts.name",
            )
        if bare in ("events", "persons", "area", "facts"):
            problems.add(
                "unknown-column",
                position,
                f"De kolom `{name}` kan niet in een tabel.",
                f"The column `{name}` cannot stand in a table.",
                expected_nl="area.name, facts.naam, …; personen alleen in YAML of JSON",
                expected_en="area.name, facts.name, …; persons only in YAML or JSON",
            )


@dataclass(slots=True)
class _Making:
    """A trajectory while its rows go by."""

    first: MapNode
    header: dict[str, Node] = field(default_factory=dict)
    inner: dict[str, dict[str, Node]] = field(default_factory=dict)
    events: list[Node] = field(default_factory=list)

    def add(self, row: MapNode, problems: Problems) -> None:
        event: dict[str, Node] = {}
        keys: dict[str, Position] = {}
        for column, cell in row.entries.items():
            value = _value(column, cell)
            if value is None:
                continue
            name = column.removesuffix("[]")
            if name in _HEADER and name != "id":
                self._once(self.header, name, value, problems)
            elif name.startswith(_DOTTED):
                group, _, key = name.partition(".")
                self._once(self.inner.setdefault(group, {}), key, value, problems)
            elif name != "id":
                name = "id" if name == "event" else name
                event[name] = value
                keys[name] = value.position
        self._precision(event, keys)
        if event:
            self.events.append(MapNode(event, keys, row.position))
        self.header.setdefault("id", row.entries["id"])

    def _once(self, into: dict[str, Node], name: str, value: Node, problems: Problems) -> None:
        first = into.setdefault(name, value)
        if _plain(first) != _plain(value):
            problems.add(
                "rows-disagree",
                value.position,
                f"Deze rij geeft voor `{name}` iets anders dan regel {first.position.line}.",
                f"This row gives something else for `{name}` than line {first.position.line}.",
                expected_nl="dezelfde waarde, of een lege cel",
                expected_en="the same value, or an empty cell",
            )

    @staticmethod
    def _precision(event: dict[str, Node], keys: dict[str, Position]) -> None:
        """The column ``precision`` belongs to ``at``."""
        precision = event.pop("precision", None)
        at = event.get("at")
        if precision is not None and at is not None:
            parts: dict[str, Node] = {"date": at, "precision": precision}
            places = {key: part.position for key, part in parts.items()}
            event["at"] = MapNode(parts, places, at.position)
        keys.pop("precision", None)

    def node(self) -> MapNode:
        entries = dict(self.header)
        for group, parts in self.inner.items():
            places = {key: part.position for key, part in parts.items()}
            entries[group] = MapNode(parts, places, self.first.position)
        entries["events"] = ListNode(tuple(self.events), self.first.position)
        places = {key: part.position for key, part in entries.items()}
        return MapNode(entries, places, self.first.position)


def _value(column: str, cell: Node) -> Node | None:
    """A cell as a value; None when it says nothing."""
    if not isinstance(cell, ScalarNode) or not isinstance(cell.value, str) or not cell.value:
        return None
    if cell.value == ABSENT:
        return ScalarNode(None, cell.position, False, ABSENT)
    if column.endswith("[]") or (column in _LISTS and cell.value != "all"):
        parts = (part.strip() for part in cell.value.split(LIST_SIGN))
        items = tuple(ScalarNode(part, cell.position, False, part) for part in parts if part)
        return ListNode(items, cell.position)
    return cell


def _plain(node: Node) -> object:
    if isinstance(node, ListNode):
        return tuple(_plain(item) for item in node.items)
    return node.value if isinstance(node, ScalarNode) else node


def _empty(source: str) -> Problem:
    return Problem(
        "no-trajectory",
        Position(source, 1, 1),
        "Onder de kop staat geen enkele rij.",
        "There is no row below the header.",
        "één rij per gebeurtenis",
        "one row per event",
    )


def _no_columns(text: str, source: str) -> Problem:
    first = text.split("\n", 1)[0]
    names = [cell.strip().strip('"') for sign in DELIMITERS for cell in first.split(sign)]
    near = [suggest(name, NEEDED) for name in names[:_MOST_NAMES] if name not in NEEDED]
    return Problem(
        "no-header",
        Position(source, 1, 1),
        "De eerste regel is niet de kop van een trajectentabel.",
        "The first line is not the header of a table of trajectories.",
        f"de kolommen {', '.join(NEEDED)} (en records); een andere tabel leest u met een mapping",
        f"the columns {', '.join(NEEDED)} (and records); read another table with a mapping",
        next((word for word in near if word), ""),
    )


def header_columns() -> Iterable[str]:
    """The columns of the header, for the documentation and its test."""
    return sorted(_HEADER)


def event_columns() -> Iterable[str]:
    """The columns of an event, for the documentation and its test."""
    return sorted(_OWN)
