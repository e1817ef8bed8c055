"""The JSON contract, field by field: one table makes the output, its schema and its page.

Version 1. Fields are only ever added; a field keeps its name, type and meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar

from spelregels.model.checked import Hashed, LeftOut, Receipt
from spelregels.model.finding import ArticleRef, Finding, Missing
from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position
from spelregels.model.words import Confidence, Consequence, How, Kind, Severity, Strength, Word

VERSION = "1"
Json = Any
Schema = Mapping[str, Json]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """One field: its name, its schema, how it is read off, and what it says."""

    name: str
    schema: Schema
    read: Callable[[T], Json]
    about: str


Fields = tuple[Field[T], ...]


def write(fields: Fields[T], thing: T) -> dict[str, Json]:
    """The JSON object of one thing."""
    return {field.name: field.read(thing) for field in fields}


def object_schema(fields: Fields[Any]) -> dict[str, Json]:
    """The JSON Schema of such an object; further fields may come in later versions."""
    return {
        "type": "object",
        "required": [field.name for field in fields],
        "properties": {
            field.name: {**field.schema, "description": field.about} for field in fields
        },
    }


TEXT: Schema = {"type": "string"}
DAY: Schema = {"type": "string", "format": "date"}
NUMBER: Schema = {"type": "integer", "minimum": 0}
TEXTS: Schema = {"type": "array", "items": TEXT}


def words(enum: type[Enum], *, nullable: bool = False) -> Schema:
    """One word of a closed set."""
    members: list[str | None] = [member.value for member in enum]
    return {"enum": [*members, None] if nullable else members}


def nullable(schema: Schema) -> Schema:
    """The same, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def listed(fields: Fields[Any]) -> Schema:
    """A list of such objects."""
    return {"type": "array", "items": object_schema(fields)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _word(member: Enum | None) -> str | None:
    return str(member.value) if member else None


PLACE: Fields[Position] = (
    Field("file", TEXT, lambda p: p.file, "The file, as it was given; empty if unknown."),
    Field("line", NUMBER, lambda p: p.line, "The line, counted from 1; 0 if unknown."),
    Field("column", NUMBER, lambda p: p.column, "The column, counted from 1; 0 if unknown."),
    Field("cell", TEXT, lambda p: p.cell, "The cell of a table; empty if there is none."),
)

ARTICLE: Fields[ArticleRef] = (
    Field("source", TEXT, lambda a: a.source, "The id of the source in the ruleset file."),
    Field("article", TEXT, lambda a: a.article, "The article, in the words of the source."),
    Field("title", TEXT, lambda a: a.title, "The title of the source."),
    Field("url", TEXT, lambda a: a.url, "Where the source can be read; may be empty."),
)

MISSING: Fields[Missing] = (
    Field("how", words(How), lambda m: m.how.value, "Why this is not known."),
    Field("event", TEXT, lambda m: m.event, "The event it hangs on; may be empty."),
    Field("name", TEXT, lambda m: m.name, "The act, attribute, fact or role; may be empty."),
    Field("text", TEXT, lambda m: m.text, "The same in words."),
    Field("supplied_by", TEXT, lambda m: m.supplied_by, "Who could tell, in words."),
)

VERDICT: Fields[Finding] = (
    Field(
        "norm",
        TEXT,
        lambda f: f.norm,
        "The id of the norm; `@stage`, `@power` and `@law` for findings of the machine.",
    ),
    Field("title", TEXT, lambda f: f.title, "What the norm is called."),
    Field("layer", TEXT, lambda f: f.layer, "The id of the file that holds the norm."),
    Field("version", TEXT, lambda f: f.version, "`valid_from` of that file; empty if none."),
    Field("kind", words(Kind), lambda f: f.kind.value, "The kind of norm."),
    Field("strength", words(Strength), lambda f: f.strength.value, "How firm the norm is."),
    Field(
        "confidence",
        words(Confidence, nullable=True),
        lambda f: _word(f.confidence),
        "How well the law was verified; null for findings of the machine.",
    ),
    Field("verdict", words(Word), lambda f: f.verdict.value, "The verdict."),
    Field(
        "how",
        words(How, nullable=True),
        lambda f: _word(f.how),
        "How it was broken, or why not told.",
    ),
    Field(
        "trigger",
        TEXT,
        lambda f: f.trigger,
        "The event id, or `<term>.begonnen` or `<term>.verstreken`; empty: the whole trajectory.",
    ),
    Field("date", nullable(DAY), lambda f: _day(f.day), "The first possible day of the trigger."),
    Field("due", nullable(DAY), lambda f: _day(f.due), "The last day that is surely in time."),
    Field(
        "due_latest",
        nullable(DAY),
        lambda f: _day(f.due_latest),
        "The last day under the most generous reading; null: no upper bound, or no term.",
    ),
    Field(
        "article",
        nullable(object_schema(ARTICLE)),
        lambda f: write(ARTICLE, f.article) if f.article else None,
        "The article behind the norm.",
    ),
    Field(
        "bearer",
        nullable(TEXT),
        lambda f: f.bearer or None,
        "The role that must or may act; several joined by `|`; `not_stated`; null: no bearer.",
    ),
    Field("act", TEXT, lambda f: f.act, "The act asked for or judged; may be empty."),
    Field("stage", nullable(TEXT), lambda f: f.stage, "The stage before the event, if known."),
    Field("evidence", TEXTS, lambda f: list(f.evidence), "The events the verdict rests on."),
    Field("rule", TEXT, lambda f: f.rule, "What the norm asks, in one sentence."),
    Field("happened", TEXTS, lambda f: list(f.happened), "What happened, a line an event."),
    Field(
        "message",
        TEXT,
        lambda f: f.message,
        "How that broke or kept the norm.",
    ),
    Field("repair", TEXT, lambda f: f.repair, "Who can do what before when; may be empty."),
    Field("severity", words(Severity), lambda f: f.severity.value, "How serious a breach is."),
    Field(
        "consequence",
        words(Consequence, nullable=True),
        lambda f: _word(f.consequence),
        "What a breach leads to, as the norm says.",
    ),
    Field("dates", TEXTS, lambda f: list(f.dates), "The date arithmetic, a sentence a step."),
    Field(
        "missing",
        listed(MISSING),
        lambda f: [write(MISSING, m) for m in f.missing],
        "What is not known.",
    ),
    Field("notes", TEXTS, lambda f: list(f.notes), "What to mind about this verdict."),
    Field("inferred", {"type": "boolean"}, lambda f: f.inferred, "Rests on an inferred date."),
    Field(
        "location",
        object_schema(PLACE),
        lambda f: write(PLACE, f.location),
        "Where the trigger stands in the input.",
    ),
    Field(
        "norm_location",
        object_schema(PLACE),
        lambda f: write(PLACE, f.norm_location),
        "Where the norm stands in its file.",
    ),
)

HASHED: Fields[Hashed] = (
    Field("name", TEXT, lambda h: h.name, "What was hashed."),
    Field("version", TEXT, lambda h: h.version, "Its version; may be empty."),
    Field("sha256", TEXT, lambda h: h.sha256, "The sha256 of its bytes, in hexadecimal."),
)

LEFT_OUT: Fields[LeftOut] = (
    Field("what", TEXT, lambda o: o.what, "`only` (a record), `file`, or the rule and field."),
    Field("word", TEXT, lambda o: o.word, "The word that the mapping says to skip."),
    Field("count", NUMBER, lambda o: o.count, "How often."),
    Field("first", object_schema(PLACE), lambda o: write(PLACE, o.first), "Where it was first."),
)

RECEIPT: Fields[Receipt] = (
    Field("engine", TEXT, lambda r: r.engine, "The version of spelregels."),
    Field("ruleset", TEXT, lambda r: r.ruleset, "The id of the ruleset."),
    Field(
        "files",
        listed(HASHED),
        lambda r: [write(HASHED, h) for h in r.files],
        "Every file of the ruleset, own file last.",
    ),
    Field(
        "calendar", object_schema(HASHED), lambda r: write(HASHED, r.calendar), "The calendar data."
    ),
    Field(
        "inputs",
        listed(HASHED),
        lambda r: [write(HASHED, h) for h in r.inputs],
        "The files that were judged.",
    ),
    Field(
        "as_of",
        nullable(DAY),
        lambda r: _day(r.as_of),
        "The day of judging; null when trajectories differ in it.",
    ),
    Field(
        "left_out",
        listed(LEFT_OUT),
        lambda r: [write(LEFT_OUT, one) for one in r.left_out],
        "What a mapping file says to leave out of the judging.",
    ),
)
