"""What a mapping file says, as frozen data: how foreign records become trajectories."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import Enum

from spelregels.language.nodes import Node, ScalarNode
from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position


class Format(str, Enum):
    """How the source is written. Sections: named parts, each with pairs or a table (Pabulib)."""

    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    SECTIONS = "sections"
    XES = "xes"
    OCEL = "ocel"
    ZGW = "zgw"


FILE_KEYS = (
    *("spelregels_mapping", "id", "title", "source", "based_on", "input", "join", "group_by"),
    *("only", "trajectory", "events", "data_errors"),
)
INPUT_KEYS = (
    *("format", "files", "encoding", "delimiter", "quote", "path", "sections", "empty", "zone"),
    *("dates", "placeholders", "object_type"),
)
FILES = {
    Format.CSV: "*.csv",
    Format.JSON: "*.json",
    Format.JSONL: "*.jsonl",
    Format.XES: "*.xes*",
    Format.OCEL: "*.*ocel",
}
"""Which files of a folder are meant, when a mapping does not say."""
DATES = {
    Format.XES: ("iso-tijd", "jjjj-mm-dd"),
    Format.OCEL: ("iso-tijd", "jjjj-mm-dd"),
    Format.ZGW: ("jjjj-mm-dd", "iso-tijd"),
}
"""How dates are written where the standard of a format says it."""


class Section(str, Enum):
    """What stands in one section of a sectioned text."""

    PAIRS = "pairs"
    TABLE = "table"
    SKIP = "skip"


class FieldType(str, Enum):
    """The closed list of conversions. PLAIN keeps what the source says."""

    PLAIN = "plain"
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    DURATION = "duration"
    LIST = "list"


class Otherwise(str, Enum):
    """What happens with a word that is not in the table."""

    REFUSE = "refuse"
    SKIP = "skip"
    KEEP = "keep"
    GIVE = "give"


class Shift(str, Enum):
    """Which day is meant by the day that is written."""

    SAME = "same"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class KeyPath:
    """Where to look: keys from the item (or from its record) down; no keys: the thing itself."""

    keys: tuple[str, ...]
    position: Position
    of_record: bool = False
    optional: bool = False

    @property
    def text(self) -> str:
        """As written in the mapping."""
        way = ".".join(self.keys)
        return f"^.{way}" if self.of_record else way or "."


class Check(str, Enum):
    """The closed set of tests a mapping may put to a value."""

    ONE_OF = "one_of"
    NONE_OF = "is_not"
    PRESENT = "present"
    ABSENT = "absent"
    AT_MOST = "at_most"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Condition:
    """One test on one value. Words are compared as text.

    AT_MOST and ABOVE compare with a number: ``number``, or what stands at ``other``; where one of
    the two is no number, neither holds.
    """

    path: KeyPath
    check: Check
    words: frozenset[str] = frozenset()
    other: KeyPath | None = None
    number: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """``{if: …, then: …}``: when every condition holds, this is the value."""

    conditions: tuple[Condition, ...]
    then: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """How one value is made. ``constant`` alone, or read from ``paths``."""

    position: Position
    constant: Node | None = None
    paths: tuple[KeyPath, ...] = ()
    glue: str = ""
    cases: tuple[Case, ...] = ()
    words: MappingOf[str, Node] | None = None
    otherwise: Otherwise = Otherwise.REFUSE
    give: Node | None = None
    type: FieldType = FieldType.PLAIN
    separator: str = ""
    decimal_sign: str = "."
    unit: Field | None = None
    dates: tuple[str, ...] = ()
    empty: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When an event was. ``field`` None: unknown. ``if_empty``: refuse, ``unknown`` or ``skip``."""

    field: Field | None
    precision: Field | None = None
    shift: Shift = Shift.SAME
    whole_day: bool = False
    if_empty: str = "refuse"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRule:
    """One kind of event, made from the record or from each item of a list in it."""

    name: str
    position: Position
    act: Field
    at: Moment
    for_each: KeyPath | None = None
    only: tuple[Condition, ...] = ()
    fields: MappingOf[str, Field] = field(default_factory=dict)
    attributes: MappingOf[str, Field] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """A resource tied in under ``name``: by equal values, or as the n-th item of a list."""

    name: str
    position: Position
    into: KeyPath | None = None
    file: str = ""
    path: KeyPath | None = None
    where: tuple[tuple[KeyPath, KeyPath], ...] = ()  # (theirs, ours)
    list: KeyPath | None = None
    index: KeyPath | None = None
    one: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """How the source is read."""

    format: Format
    files: str = ""
    encoding: str = "utf-8"
    delimiter: str = ","
    quote: str = '"'
    path: KeyPath | None = None
    sections: MappingOf[str, Section] = field(default_factory=dict)
    empty: frozenset[str] = frozenset({""})
    zone: str = ""
    dates: tuple[str, ...] = ("jjjj-mm-dd",)
    placeholders: frozenset[date] = frozenset()
    object_type: str = ""


@dataclass(frozen=True, slots=True)
class OrderRule:
    """A ``then`` that surely came before every ``first`` is a data error, not a breach."""

    first: str
    then: str
    same: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrajectoryRule:
    """The header. ``fields`` are made per record; ``nested`` are mappings of fields; ``fixed`` is
    copied as it stands (``closed``, ``persons``)."""

    id: Field
    fields: MappingOf[str, Field] = field(default_factory=dict)
    nested: MappingOf[str, MappingOf[str, Field]] = field(default_factory=dict)
    fixed: MappingOf[str, Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """A whole mapping file."""

    id: str
    source: str
    path: str
    input: Input
    trajectory: TrajectoryRule
    events: tuple[EventRule, ...]
    joins: tuple[Join, ...] = ()
    group_by: KeyPath | None = None
    only: tuple[Condition, ...] = ()
    impossible: tuple[OrderRule, ...] = ()


def text_of(node: ScalarNode) -> str:
    """A value as the text it is compared by: what stands in the file."""
    return node.value if isinstance(node.value, str) else node.written
