"""Who a verdict is about: who had to act, who did, and who can do something now."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Absence, Norm, Requirement
from spelregels.model.patterns import Bearer, RoleSpec
from spelregels.model.ruleset import Stage
from spelregels.model.trajectory import Event
from spelregels.model.verdict import Verdict
from spelregels.model.words import Kind, RoleKind
from spelregels.report.names import Names

# Who answers for how a trajectory goes. Residents and whoever else takes part are never told to
# put something right for which no rule makes them responsible.
_ANSWERING = frozenset({RoleKind.AUTHORITY, RoleKind.OFFICIALS})


class People:
    """The people of one verdict, by role; a person's name is never said."""

    def __init__(self, verdict: Verdict, norm: Norm | None, names: Names) -> None:
        self.verdict, self.norm, self.names, self.words = verdict, norm, names, names.words

    def stage(self) -> Stage | None:
        """The stage before the event, if the verdict names one."""
        machine = self.names.ruleset.machine
        stages = machine.stages if machine else ()
        return next((s for s in stages if s.id == self.verdict.stage), None)

    def bearer(self) -> Bearer:
        """The bearer of the norm; for the power of a stage, who decides there."""
        if self.verdict.kind is Kind.STAGE_POWER:
            return self._decider()
        if isinstance(self.norm, (Absence, Requirement)) or self.norm is None:
            return None
        return getattr(self.norm, "by", None)

    def _decider(self) -> Bearer:
        """Who decides on the act: in its own stage if that lists it, else in any that does."""
        machine, act = self.names.ruleset.machine, self.verdict.act
        listing = [
            stage
            for stage in (machine.stages if machine else ())
            if act in stage.also or any(edge.act == act for edge in stage.edges)
        ]
        here = self.stage()
        if here is not None and (here in listing or not listing):
            listing = [here]
        deciders = [stage.power.decides for stage in listing if stage.power]
        if len(set(deciders)) == 1:
            return deciders[0]
        named = [d for d in deciders if isinstance(d, RoleSpec) and d.any_of]
        roles = dict.fromkeys(role for decider in named for role in decider.any_of)
        return RoleSpec(tuple(roles)) if roles else None

    def bearer_text(self) -> str:
        """The bearer as part of a sentence."""
        bearer = self.bearer()
        known = isinstance(bearer, RoleSpec)
        return self.names.bearer(bearer) if known else self.words.part("someone")

    def done_by(self, event: Event | None) -> str:
        """``door het college``; empty if the role is not known."""
        known = event is not None and self.names.actor_roles(event)
        return self.words.part("by", role=self.names.actor(event)) if event and known else ""

    def responsible(self, trigger: Event | None, seen: list[Event]) -> str:
        """Who can answer for this or put it right, in words: never somebody who only took part.

        The bearer, else who did it, else who did what it rests on, else the competent authority.
        """
        bearer = self.bearer()
        if isinstance(bearer, RoleSpec) and bearer.any_of and self._answer(bearer.any_of):
            return self.names.role_spec(bearer)
        for roles in self._acting([trigger, *seen]):
            return self.names.roles(roles)
        log = self.names.trajectory
        if log is not None and log.competent_authority:
            return self.names.role(log.competent_authority)
        return self.words.part("whoever_leads")

    def _acting(self, events: list[Event | None]) -> Iterator[tuple[str, ...]]:
        for event in events:
            roles = self.names.actor_roles(event) if event is not None else ()
            if roles and self._answer(roles):
                yield roles

    def _answer(self, roles: tuple[str, ...]) -> bool:
        known = self.names.ruleset.roles
        return all(role in known and known[role].kind in _ANSWERING for role in roles)
