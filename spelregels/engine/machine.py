"""The stages as a ``transitions`` machine: for sessions and diagrams. Only this module imports it.

One machine for each compiled ruleset, never changed after it is made; what moves is a ``Place``, a
slotted model the machine does not know by name. Only functions are handed over, never a name out
of a ruleset, which ``transitions`` would look up and call. Built from the edges of the model, apart
from the step table, with which a stateful test holds it equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from transitions import EventData, Machine

from spelregels.engine.compiled import Compiled
from spelregels.engine.steps import outcomes_of
from spelregels.model.frozen import dataclass
from spelregels.model.ruleset import Act, Stage, StageEdge
from spelregels.model.ruleset import Machine as Stages

UNKNOWN: Final = "unknown"


class Place:
    """Where one trajectory is: the name of a state (``s0`` is the first stage), or ``unknown``."""

    __slots__ = ("state",)

    def __init__(self, state: str = "s0") -> None:
        self.state = state


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge as a diagram shows it: from stage to stage by an act (with an outcome)."""

    source: str
    target: str
    act: str
    outcome: str | None
    anywhere: bool


class StageMachine:
    """``fire`` moves a place; it holds no place itself and may be shared between threads."""

    __slots__ = ("_events", "_machine", "_names", "_stages")

    def __init__(self, stages: Stages, acts: Mapping[str, Act]) -> None:
        self._stages = stages
        self._names = {stage.id: f"s{number}" for number, stage in enumerate(stages.stages)}
        self._events: dict[tuple[str, str | None], str] = {}
        transitions: list[dict[str, Any]] = []
        for number, key in enumerate(_keys(stages, acts)):
            self._events[key] = f"e{number}"
            transitions += self._transitions(f"e{number}", *key)
        self._machine = Machine(
            model=None,
            states=[{"name": name} for name in (*self._names.values(), UNKNOWN)],
            transitions=transitions,
            initial="s0",
            model_attribute="state",
            auto_transitions=False,
            send_event=True,
            queued=False,
        )

    def _transitions(self, event: str, act: str, outcome: str | None) -> Iterator[dict[str, Any]]:
        everywhere = [
            (stage, edge)
            for stage in self._stages.stages
            for edge in stage.edges
            if _meets(edge, act, outcome)
        ]
        for stage in self._stages.stages:
            here = self._names[stage.id]
            own = _own_edge(stage, act, outcome)
            if own is not None:
                yield _arrow(event, here, self._names[own.to], _always)
            elif act in stage.also:
                yield _arrow(event, here, here, _always)
            else:
                to = self._landing(stage, everywhere)
                yield _arrow(event, here, to, _unless_strict)
        targets = {self._names[edge.to] for _, edge in everywhere}
        only = targets.pop() if len(targets) == 1 else UNKNOWN
        yield _arrow(event, UNKNOWN, only, _unless_strict)

    def _landing(self, here: Stage, everywhere: list[tuple[Stage, StageEdge]]) -> str:
        """Where an unlawful act leads: to its only later stage, nowhere, or nobody knows where."""
        if any(edge.anywhere for _, edge in everywhere):
            return self._names[here.id]
        order = list(self._names)
        leads = {edge.to for stage, edge in everywhere if edge.to != stage.id}
        if len(leads) > 1:
            return UNKNOWN
        later = [to for to in leads if order.index(to) > order.index(here.id)]
        return self._names[later[0] if later else here.id]

    def fire(self, place: Place, act: str, outcome: str | None, *, strict: bool = False) -> bool:
        """Move the place as the act × outcome does; whether it was let through.

        ``strict``: only lawful acts are; else the place is where the act, lawful or not, leaves it.
        An act on no edge is free and moves nothing.
        """
        name = self._events.get((act, outcome))
        if name is None:
            return True
        return self._machine.events[name].trigger(place, strict=strict) is True

    def permitting(self, act: str, outcome: str | None) -> tuple[str, ...]:
        """The stages that let the act × outcome through; those that list it, if it has no edge."""
        if (act, outcome) not in self._events:
            return tuple(stage.id for stage in self._stages.stages if act in stage.also)
        places = {stage: self.place_in(stage) for stage in self._names}
        return tuple(
            s for s, place in places.items() if self.fire(place, act, outcome, strict=True)
        )

    @property
    def stages(self) -> tuple[str, ...]:
        """The ids of the stages, in order."""
        return tuple(self._names)

    def stage(self, place: Place) -> str | None:
        """The id of the stage the place is in; None when it is unknown."""
        return next((id_ for id_, name in self._names.items() if name == place.state), None)

    def place_in(self, stage: str | None) -> Place:
        """A place in this stage."""
        return Place(UNKNOWN if stage is None else self._names[stage])

    def arrows(self) -> tuple[Arrow, ...]:
        """Every edge as written, for diagrams."""
        return tuple(
            Arrow(stage.id, edge.to, edge.act, edge.outcome, edge.anywhere)
            for stage in self._stages.stages
            for edge in stage.edges
        )


@lru_cache(maxsize=128)
def machine_for(compiled: Compiled) -> StageMachine | None:
    """The one machine of a compiled ruleset; None without stages."""
    stages = compiled.ruleset.machine
    return StageMachine(stages, compiled.acts) if stages is not None else None


def _keys(stages: Stages, acts: Mapping[str, Act]) -> Iterator[tuple[str, str | None]]:
    """Every act × outcome that is on some edge."""
    edges = [edge for stage in stages.stages for edge in stage.edges]
    for act in sorted({edge.act for edge in edges}):
        for outcome in (None, *outcomes_of(acts, act)):
            if any(_meets(edge, act, outcome) for edge in edges):
                yield act, outcome


def _meets(edge: StageEdge, act: str, outcome: str | None) -> bool:
    return edge.act == act and (edge.outcome is None or edge.outcome == outcome)


def _own_edge(stage: Stage, act: str, outcome: str | None) -> StageEdge | None:
    """The edge this stage has for the act: the one for the very outcome first."""
    mine = [edge for edge in stage.edges if _meets(edge, act, outcome)]
    mine.sort(key=lambda edge: edge.outcome is None)
    return mine[0] if mine else None


def _arrow(event: str, source: str, target: str, allowed: object) -> dict[str, Any]:
    return {"trigger": event, "source": source, "dest": target, "conditions": [allowed]}


def _always(event: EventData) -> bool:
    return True


def _unless_strict(event: EventData) -> bool:
    return event.kwargs["strict"] is False
