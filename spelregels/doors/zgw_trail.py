"""Suspension and extension of a case: from its audit trail, else only that it happened, not when.

A case shows whether it is suspended now (``opschorting.indicatie``), whether it ever was
(``eerdereOpschorting``), and its last extension (``verlenging``); never since when. The audit trail
shows each change with the moment it was *registered*, which need not be the day it took effect. A
notification says only that something changed: no suspension can be read from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise

from spelregels.doors.parts import Parts
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems
from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position

BEGUN, ENDED = "begonnen", "beeindigd"


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened to the term of a case. ``known``: for which of the two that is all."""

    suspensions: ListNode
    extensions: ListNode
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """Of a case at one moment; None: not told."""

    suspended: bool | None
    extended: str | None  # the duration; empty: not extended


@dataclass(frozen=True, slots=True)
class _Step:
    """One line of the trail."""

    at: datetime
    line: MapNode
    before: _State
    after: _State


def changes_of(case: MapNode, trail: Iterable[MapNode], problems: Problems) -> Changes:
    """The suspensions and extensions of a case. Lines of the trail that cannot be dated are
    problems."""
    steps = sorted(_steps(trail, problems), key=lambda step: step.at)
    last = _state(case)
    whole = bool(steps) and _text(steps[0].line, "actie") == "create"
    known: list[str] = []
    if whole and _told(steps, last, "suspended"):
        suspensions: Iterable[Node] = _suspensions(steps)
        known.append("opschorting")
    else:
        suspensions = _undated_suspensions(case)
        if last.suspended is False and _earlier(case) is False:
            known.append("opschorting")
    if whole and _told(steps, last, "extended"):
        extensions: Iterable[Node] = _extensions(steps)
        known.append("verlenging")
    else:
        extensions = _undated_extension(case, last)
        if last.extended == "":
            known.append("verlenging")
    place = case.position
    return Changes(
        ListNode(tuple(suspensions), place), ListNode(tuple(extensions), place), tuple(known)
    )


def _told(steps: Sequence[_Step], last: _State, what: str) -> bool:
    """Does every line begin where the one before it ended, up to what the case says now?"""
    joined = all(
        getattr(earlier.after, what) == getattr(later.before, what)
        for earlier, later in pairwise(steps)
    )
    return joined and getattr(steps[-1].after, what) == getattr(last, what) is not None


def _steps(trail: Iterable[MapNode], problems: Problems) -> Iterator[_Step]:
    previous = _State(False, "")  # of a case that does not exist yet
    for line in trail:
        if _text(line, "resource") != "zaak":
            continue
        changed = line.entries.get("wijzigingen")
        if not isinstance(changed, MapNode):
            continue
        at = _moment(line, problems)
        if at is None:
            continue
        before, after = (changed.entries.get(key) for key in ("oud", "nieuw"))
        if isinstance(after, MapNode):
            begin = _state(before) if isinstance(before, MapNode) else previous
            yield _Step(at, line, begin, _state(after))


def _moment(line: MapNode, problems: Problems) -> datetime | None:
    said = _text(line, "aanmaakdatum")
    try:
        read = datetime.fromisoformat(said)
    except ValueError:
        read = None
    if read is None or read.tzinfo is None:
        problems.add(
            "date-format",
            line.position,
            f"De regel van de audit trail heeft geen leesbare aanmaakdatum (`{said}`).",
            f"This line of the audit trail has no readable aanmaakdatum (`{said}`).",
            expected_nl="2026-03-02T09:00:00Z",
        )
        return None
    return read.astimezone(UTC)


def _suspensions(steps: Iterable[_Step]) -> Iterator[Node]:
    for number, step in enumerate(steps, start=1):
        if step.after.suspended is True and step.before.suspended is not True:
            yield _event(BEGUN, step, number, _reason(step, "opschorting"))
        elif step.before.suspended is True and step.after.suspended is False:
            yield _event(ENDED, step, number, _reason(step, "opschorting"))


def _extensions(steps: Iterable[_Step]) -> Iterator[Node]:
    for number, step in enumerate(steps, start=1):
        if step.after.extended and step.after.extended != step.before.extended:
            made = _event("verlengd", step, number, _reason(step, "verlenging"))
            duration = _scalar(step.after.extended, step.line.position)
            entries = {**made.entries, "duur": duration}
            keys = {**made.keys, "duur": duration.position}
            yield MapNode(entries, keys, made.position)


def _event(kind: str, step: _Step, number: int, reason: Node | None) -> MapNode:
    parts = Parts(step.line.position)
    name = _text(step.line, "uuid") or str(number)
    parts.set("id", _scalar(f"audittrail-{name}-{kind}", step.line.position))
    parts.set("soort", _scalar(kind, step.line.position))
    parts.set("at", step.line.entries.get("aanmaakdatum"))
    parts.set("reden", reason)
    return parts.node()


def _reason(step: _Step, key: str) -> Node | None:
    changed = step.line.entries["wijzigingen"]
    after = changed.entries.get("nieuw") if isinstance(changed, MapNode) else None
    group = after.entries.get(key) if isinstance(after, MapNode) else None
    return group.entries.get("reden") if isinstance(group, MapNode) else None


# -- the case itself ------------------------------------------------------------------------------


def _undated_suspensions(case: MapNode) -> Iterator[Node]:
    """That it is or was suspended, at unknown moments."""
    group = case.entries.get("opschorting")
    if not isinstance(group, MapNode):
        return
    if _earlier(case):
        yield _undated(BEGUN, "eerder", group)
        yield _undated(ENDED, "eerder", group)
    if _state(case).suspended:
        yield _undated(BEGUN, "nu", group)


def _undated_extension(case: MapNode, last: _State) -> Iterator[Node]:
    group = case.entries.get("verlenging")
    if last.extended and isinstance(group, MapNode):
        made = _undated("verlengd", "laatst", group)
        entries = {**made.entries, "duur": group.entries["duur"]}
        keys = {**made.keys, "duur": group.entries["duur"].position}
        yield MapNode(entries, keys, made.position)


def _undated(kind: str, when: str, group: MapNode) -> MapNode:
    parts = Parts(group.position)
    parts.set("id", _scalar(f"zaak-{when}-{kind}", group.position))
    parts.set("soort", _scalar(kind, group.position))
    parts.set("reden", group.entries.get("reden"))
    return parts.node()


def _state(case: MapNode) -> _State:
    """What a case says of itself; null where the specification forbids it says nothing."""
    suspended: bool | None = None
    group = case.entries.get("opschorting")
    if isinstance(group, MapNode):
        suspended = _truth(group, "indicatie")
    extended: str | None = None
    if "verlenging" in case.entries:
        group = case.entries["verlenging"]
        extended = _text(group, "duur") if isinstance(group, MapNode) else ""
    return _State(suspended, extended)


def _earlier(case: MapNode) -> bool | None:
    group = case.entries.get("opschorting")
    return _truth(group, "eerdereOpschorting") if isinstance(group, MapNode) else None


def _truth(group: MapNode, key: str) -> bool | None:
    found = group.entries.get(key)
    value = found.value if isinstance(found, ScalarNode) else None
    return value if isinstance(value, bool) else None


def _text(node: MapNode, key: str) -> str:
    found = node.entries.get(key)
    return found.value if isinstance(found, ScalarNode) and isinstance(found.value, str) else ""


def _scalar(text: str, position: Position) -> ScalarNode:
    return ScalarNode(text, position, False, text)
