"""What a session in use remembers of its log: read once, judged again only where an event matters.

All of it can be made anew from the log, so it may be let go of at any moment.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from spelregels.language.binding import MOST_EVENTS
from spelregels.model.problem import InputRefused
from spelregels.model.trajectory import Event, Trajectory
from spelregels.model.verdict import Judgement
from spelregels.session.entering import Plain, canonical, event_of, read_alone
from spelregels.session.entry import (
    corrected_already,
    different,
    name_of,
    no_such_event,
    read_log,
)
from spelregels.session.judging import Judging

__all__ = ["Memory"]


class Memory:
    """A log that was read. ``trajectory``: everything in it, bound to the ruleset."""

    __slots__ = (
        *("__weakref__", "_corrected", "_header", "_live", "_log", "_places"),
        *("judging", "trajectory"),
    )

    def __init__(self, judging: Judging, header: bytes, log: Sequence[bytes]) -> None:
        """``log``: events as canonical JSON. Raises ``EventRefused``."""
        self.judging = judging
        self._header: Plain = json.loads(header)
        self._log = list(log)
        self.trajectory = read_log(self._header, map(json.loads, log), judging.ruleset)
        events = self.trajectory.events
        self._places = {event.id: place for place, event in enumerate(events)}
        self._corrected = {event.corrects: event.id for event in events if event.corrects}
        self._live = judging.live(self.trajectory)

    @property
    def recorded(self) -> int:
        """How many events it holds."""
        return len(self._log)

    def judge(self, as_of: date) -> Judgement:
        """Every verdict at the end of ``as_of``."""
        return self._live.judge(as_of)

    def read(self, event: Mapping[str, Any]) -> Trajectory:
        """The log as it would be with this event behind it. Raises ``EventRefused``,
        ``UnknownEvent``. If its id is there, the event that has it is left out."""
        name, replaced = name_of(event), event.get("corrects")
        if replaced is not None and replaced != name and replaced not in self._places:
            raise no_such_event(replaced)
        if replaced is None and name not in self._places and len(self._log) < MOST_EVENTS:
            with suppress(InputRefused):  # then the whole log is read, to say what is wrong
                alone = read_alone(
                    self._header, (name, event), self.judging.ruleset, self._places.keys()
                )
                if not alone.data_errors:  # which may be about names that stand elsewhere too
                    return replace(self.trajectory, events=(*self.trajectory.events, *alone.events))
        others = [one for one in map(json.loads, self._log) if one["id"] != name]
        return read_log(self._header, [*others, dict(event)], self.judging.ruleset)

    def has(self, event: Event) -> bool:
        """Whether exactly this event is there. Raises ``DifferentEvent``."""
        place = self._places.get(event.id)
        if place is None:
            return False
        if self._log[place] != canonical(event_of(event)):
            raise different(event.id)
        return True

    def not_corrected(self, replaced: str) -> None:
        """Raises ``AlreadyCorrected`` if this was replaced before."""
        if replaced in self._corrected:
            raise corrected_already(replaced, self._corrected[replaced])

    def append(self, read: Trajectory) -> bytes:
        """Record the last event of what was read; the line for the log."""
        event = read.events[-1]
        line = canonical(event_of(event))
        self._places[event.id] = len(self._log)
        self._log.append(line)
        if event.corrects is not None:
            self._corrected[event.corrects] = event.id
        self.trajectory = read
        self._live.record(event)
        return line
