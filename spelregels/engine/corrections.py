"""Which events take part on a day: a correction replaces an event once it is recorded (M15)."""

from __future__ import annotations

from spelregels.model.trajectory import Event


def standing(events: tuple[Event, ...], as_of: int) -> list[tuple[int, Event, tuple[str, ...]]]:
    """The events that take part on this day, each with its place and the ids it replaces (M15)."""
    if all(event.corrects is None for event in events):
        return [(place, event, ()) for place, event in enumerate(events)]
    replaced_by: dict[str, Event] = {}
    for event in events:
        if event.corrects is not None and _recorded(event, as_of):
            replaced_by[event.corrects] = event
    places = {event.id: place for place, event in enumerate(events)}
    found: list[tuple[int, Event, tuple[str, ...]]] = []
    for event in events:
        if event.corrects is not None:
            continue
        old: list[str] = []
        seen = event
        while seen.id in replaced_by and seen.id not in old:
            old.append(seen.id)
            seen = replaced_by[seen.id]
        found.append((places[seen.id], seen, tuple(old)))
    return found


def _recorded(event: Event, as_of: int) -> bool:
    return event.recorded is None or event.recorded.toordinal() <= as_of
