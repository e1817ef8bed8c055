"""Trajectories as rows of a workbook, by heading; reading them gives the same trajectories."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from spelregels.doors import workbook_words as words
from spelregels.doors.plain_form import plain_event, plain_trajectory
from spelregels.doors.sheets import refuse
from spelregels.doors.workbook_book import Filled
from spelregels.model.frozen import dataclass
from spelregels.model.problem import InputRefused
from spelregels.model.ruleset import Attribute
from spelregels.model.trajectory import Event, Trajectory
from spelregels.model.words import AttributeType, Precision

MOST_DIGITS = 15  # what a spreadsheet keeps of a number
Filling = dict[str, Filled]


@dataclass(frozen=True, slots=True)
class RowMaker:
    """``acts``, ``roles``: labels by code. ``own``: heading and type by prefix and name."""

    acts: Mapping[str, str]
    roles: Mapping[str, str]
    own: Mapping[str, tuple[str, Attribute]]

    def trajectories(self, found: Iterable[Trajectory]) -> Iterator[Filling]:
        """The rows of the sheet trajecten."""
        for trajectory in found:
            told = plain_trajectory(trajectory)
            told |= {f"area.{name}": value for name, value in told.get("area", {}).items()}
            row = {
                heading: self._header(key, told[key])
                for heading, key in words.TRAJECTORY_HEADINGS.items()
                if key in told
            }
            yield row | dict(self._own(words.FACT, told.get("facts", {})))

    def events(self, found: Iterable[Trajectory]) -> Iterator[Filling]:
        """The rows of the sheet gebeurtenissen."""
        for trajectory in found:
            for event in trajectory.events:
                told = plain_event(event)
                row: Filling = {"Traject": _text(trajectory.id)} | _moment(event)
                for heading, key in words.EVENT_HEADINGS.items():
                    if key in told:
                        row[heading] = self._event(key, told[key])
                own = {name: told[name] for name in event.attributes if name != "until"}
                yield row | dict(self._own(words.ATTRIBUTE, own))

    def persons(self, found: Iterable[Trajectory]) -> Iterator[Filling]:
        """The rows of the sheet personen."""
        for trajectory in found:
            for person, held in trajectory.persons.items():
                for role in held:
                    row: Filling = {
                        "Traject": _text(trajectory.id),
                        "Persoon": _text(person),
                        "Rol": self.roles.get(role.role, role.role),
                    }
                    if role.first is not None:
                        row["Van"] = role.first
                    if role.last is not None:
                        row["Tot en met"] = role.last
                    yield row

    # -- cells ------------------------------------------------------------------------------------

    def _header(self, key: str, value: Any) -> Filled:
        match key:
            case "records":
                if value in ("all", []):
                    return words.ALL if value else words.NOTHING
                return joined(self.acts.get(act, act) for act in value)
            case "closed":
                return _closed(value)
            case "order":
                return _back(words.ORDER, value)
            case "competent_authority":
                return self.roles.get(str(value), str(value))
            case _:
                return _cell(value)

    def _event(self, key: str, value: Any) -> Filled:
        match key:
            case "act":
                return self.acts.get(str(value), str(value))
            case "as":
                return joined(self.roles.get(role, role) for role in value)
            case "certainty":
                return _back(words.CERTAINTY, value)
            case _:
                return _cell(value)

    def _own(self, prefix: str, values: Mapping[str, Any]) -> Iterator[tuple[str, Filled]]:
        """Facts, or attributes of an act, under their headings."""
        for name, value in values.items():
            heading, declared = self.own[prefix + name]
            if value is None:
                yield heading, words.ABSENT
            elif declared.many:
                parts = value if isinstance(value, list) else [value]
                yield heading, joined(_plain(part) for part in parts)
            elif isinstance(value, bool) and declared.type is AttributeType.BOOLEAN:
                yield heading, words.YES if value else words.NO
            else:
                yield heading, _cell(value)


def joined(parts: Iterable[str]) -> str:
    """Texts in one cell, divided by ``;``; one that holds that sign stands in quotes."""
    out = io.StringIO()
    kept = [part for part in parts if _text(part)]
    if not kept:
        return words.EMPTY_LIST
    if kept == [words.EMPTY_LIST]:
        raise _cannot(words.EMPTY_LIST)
    csv.writer(out, delimiter=words.BETWEEN, lineterminator="").writerow(kept)
    return out.getvalue()


def _moment(event: Event) -> Filling:
    when = event.at
    if when.day is None:
        return {"Hoe precies": "onbekend"}
    told: Filling = {"Datum": when.day}
    if when.minute is not None:
        return told | {"Tijd": time(*divmod(when.minute, 60))}
    if when.precision is not Precision.DAY:
        told["Hoe precies"] = _back(words.PRECISION, when.precision.value)
    return told


def _closed(value: Any) -> str:
    if value == "all":
        return words.ALL
    told = []
    for act, names in value.items():
        if any(sign in name for name in (act, *names) for sign in ";:,"):
            raise _cannot(f"{act}: {names}")
        told.append(f"{words.FACTS if act == 'facts' else act}: {', '.join(names)}")
    return "; ".join(told)


def _cell(value: Any) -> Filled:
    """A single value as a cell that is read back as that value."""
    match value:
        case bool() | date():
            return value
        case int() | Decimal():
            digits = f"{value:f}".replace(".", "").lstrip("-0")
            return f"{value:f}" if len(digits) > MOST_DIGITS else value
        case list():
            return joined(_plain(part) for part in value)
        case _:
            return _text(str(value))


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _text(value: str) -> str:
    """Text that is read back as it is; an empty one would say nothing."""
    if not value.strip() or value != value.strip() or value == words.ABSENT:
        raise _cannot(value)
    return value


def _back(table: Mapping[str, str], value: str) -> str:
    return next(ours for ours, theirs in table.items() if theirs == value)


def _cannot(value: str) -> InputRefused:
    return refuse(
        "cannot-write",
        Path(),
        f"De waarde {value!r} kan niet in een werkboek staan.",
        f"The value {value!r} cannot stand in a workbook.",
    )
