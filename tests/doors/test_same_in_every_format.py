"""The same trajectory through YAML, JSON, JSONL and CSV is the same trajectory (issue item 1.4)."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from spelregels import doors
from spelregels.language import bind
from spelregels.model.problem import Position
from spelregels.model.ruleset import Act, Attribute, Role, Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.words import AttributeType as T
from spelregels.model.words import RoleKind

ATTRIBUTES = {
    "tekst": Attribute(T.TEXT),
    "getal": Attribute(T.INTEGER),
    "bedrag": Attribute(T.MONEY),
    "vlag": Attribute(T.BOOLEAN),
    "dag": Attribute(T.DATE),
    "duur": Attribute(T.DURATION),
    "lijst": Attribute(T.TEXT, many=True),
}
RULES = Ruleset(
    id="proef",
    files=(),
    roles={name: Role(name, RoleKind.AUTHORITY) for name in ("raad", "college")},
    acts={name: Act(name, attributes=ATTRIBUTES) for name in ("besluit.genomen", "avond")},
    facts=ATTRIBUTES,
)
WORDS = st.text(st.sampled_from("abé 1-:#'\"{}[],;?$€~"), min_size=1, max_size=10).map(str.strip)
TEXTS = WORDS.filter(lambda text: text not in ("", "~"))
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "tekst": TEXTS,
    "getal": st.integers(-(10**9), 10**9),
    "bedrag": st.integers(0, 10**6).map(lambda cents: Decimal(cents) / 100),
    "vlag": st.booleans(),
    "dag": DAYS,
    "duur": st.tuples(st.integers(1, 9), st.sampled_from(["dagen", "weken", "werkdagen"])).map(
        lambda two: f"{two[0]} {two[1]}"
    ),
    "lijst": st.lists(TEXTS, min_size=1, max_size=3),
}
MOMENTS = st.one_of(
    DAYS.map(lambda day: (day.isoformat(), None)),
    DAYS.map(lambda day: (day.isoformat(), "month")),
    DAYS.map(lambda day: (f"{day:%Y-%m}", None)),
    DAYS.map(lambda day: (f"{day}T23:45+00:00", None)),
    st.just(("unknown", None)),
)


@st.composite
def some_values(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(sorted(VALUES)), unique=True, max_size=4))
    return {name: draw(st.none() | VALUES[name]) for name in names}


@st.composite
def trajectories(draw: st.DrawFn) -> dict[str, Any]:
    events = []
    for number in range(draw(st.integers(1, 3))):
        at, precision = draw(MOMENTS)
        event: dict[str, Any] = {
            "id": f"e{number}",
            "at": {"date": at, "precision": precision} if precision else at,
            "act": draw(st.sampled_from(sorted(RULES.acts))),
            "certainty": draw(st.sampled_from(["seen", "planned"])),
            **draw(some_values()),
        }
        if draw(st.booleans()):
            event["by"], event["as"] = draw(TEXTS), ["raad", "college"]
        events.append(event)
    return {
        "id": draw(TEXTS),
        "records": draw(st.sampled_from(["all", ["avond", "besluit.genomen"]])),
        "order": draw(st.sampled_from(["listed", "unknown"])),
        "facts": draw(some_values()),
        "closed": {"avond": ["tekst", "lijst"], "facts": ["vlag"]},
        "area": {"name": draw(TEXTS), "affected": draw(st.lists(TEXTS, min_size=1, max_size=2))},
        "events": events,
    }


def as_yaml(thing: Any, key: str = "") -> str:
    """Flow YAML: text in quotes, numbers, dates and booleans bare."""
    match thing:
        case dict():
            parts = (f"{json.dumps(k)}: {as_yaml(v, k)}" for k, v in thing.items())
            return "{" + ", ".join(parts) + "}"
        case list():
            return "[" + ", ".join(as_yaml(item) for item in thing) + "]"
        case str():
            return json.dumps(thing, ensure_ascii=False)
        case None:
            return "null"
        case bool():
            return "true" if thing else "false"
        case _:
            return str(thing)


def as_cells(thing: Any) -> str:
    match thing:
        case None:
            return "~"
        case bool():
            return "true" if thing else "false"
        case list():
            return " | ".join(thing)
        case _:
            return str(thing)


def column(key: str, value: Any = None) -> str:
    """Lists stand in a column with ``[]``, also where nothing is there."""
    return f"{key}[]" if isinstance(value, list) or key in ("lijst", "as") else key


def as_csv(trajectory: dict[str, Any]) -> str:
    rows = []
    for event in trajectory["events"]:
        row = {"id": trajectory["id"], "event": event["id"]}
        for key, value in event.items():
            if key == "at" and isinstance(value, dict):
                row |= {"at": value["date"], "precision": value["precision"]}
            elif key != "id":
                row[column(key)] = as_cells(value)
        rows.append(row)
    for key in ("records", "order"):
        rows[0][key] = as_cells(trajectory[key])
    for group in ("facts", "closed", "area"):
        for key, value in trajectory[group].items():
            rows[-1][f"{group}.{column(key, value)}"] = as_cells(value)
    columns = sorted({name for row in rows for name in row} | {"at"})
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def without_places(trajectory: Trajectory) -> Trajectory:
    events = tuple(replace(event, position=Position()) for event in trajectory.events)
    return replace(trajectory, events=events, position=Position())


@settings(max_examples=60, deadline=None)
@given(trajectories())
def test_the_same_in_every_format(trajectory: dict[str, Any]) -> None:
    plain = json.dumps(trajectory, default=lambda value: str(value), ensure_ascii=False)
    texts = {
        "t.json": plain,
        "t.jsonl": plain + "\n",
        "t.yaml": as_yaml(trajectory),
        "t.csv": as_csv(trajectory),
    }
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            path = Path(folder) / name
            path.write_text(text, encoding="utf-8")
            (read,) = doors.read(path)
            found[name] = without_places(bind(read, RULES))
    told = found.pop("t.yaml")
    assert told.id == trajectory["id"]
    for name, other in found.items():
        assert other == told, name
