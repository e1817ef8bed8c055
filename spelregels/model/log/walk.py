"""Where a stage machine says a trajectory is, over every order the log allows.

The machine only says where we are (section *Stages* of ``docs/meaning.md``); the norms say whether
that was right.
"""

from __future__ import annotations

from collections.abc import Collection

from spelregels.model.log.evidence import Evidence
from spelregels.model.log.moments import Moment
from spelregels.model.log.truth import Truth, either
from spelregels.model.patterns import RoleSpec
from spelregels.model.ruleset import StageEdge
from spelregels.model.verdict import Unknown
from spelregels.model.words import EndsAs, How

Places = set[str | None]  # possible stages; None: the stage is unknown
MOST_SETS = 16_384  # of events that may have happened, in whatever order


class Walk:
    """The stages of one trajectory. ``watched``: acts whose stage is asked though on no edge."""

    def __init__(self, evidence: Evidence, watched: Collection[str] = ()) -> None:
        machine = evidence.rules.machine
        self.evidence = evidence
        self.stages = {s.id: s for s in machine.stages} if machine else {}
        self.rank = {s: i for i, s in enumerate(self.stages)}
        self.edges = [(s.id, e) for s in self.stages.values() for e in s.edges]
        self.moving = {e.act for _, e in self.edges}
        self._moves: list[Moment] = []
        self._after: dict[int, Places] = {}  # by the set of moves that happened
        self._leading = {a: [(s, e) for s, e in self.edges if e.act == a] for a in self.moving}
        self.before, self.now = self._walk(self.moving | set(watched))

    def outcomes(self, m: Moment) -> tuple[str | None, ...]:
        """The outcomes an event may have had."""
        given = self.evidence.attribute(m, "outcome")
        if not isinstance(given, Unknown):
            return (str(given) if given else None,)
        act = self.evidence.rules.acts.get(m.act)
        return (act.outcomes if act else ()) or (None,)

    def leading(self, act: str, outcome: str | None) -> list[tuple[str, StageEdge]]:
        """The edges of an act x outcome, each with the stage it leaves."""
        return [(s, e) for s, e in self._leading.get(act, ()) if e.outcome in (None, outcome)]

    def ending(self, m: Moment, ends_as: Collection[EndsAs] = tuple(EndsAs)) -> Truth:
        """M5: whether it is an act x outcome that ends, or all of whose edges lead to such ends."""
        act = self.evidence.rules.acts.get(m.act)
        declared = act is not None and act.ends and len(ends_as) == len(EndsAs)
        answers = {declared or self.ends(m.act, o, ends_as) for o in self.outcomes(m)}
        return answers.pop() if len(answers) == 1 else Unknown(How.FACT_UNKNOWN, m.id, "outcome")

    def ends(
        self, act: str, outcome: str | None, ends_as: Collection[EndsAs] = tuple(EndsAs)
    ) -> bool:
        """M5: whether all edges of an act x outcome lead to stages that end so."""
        ends = [self.stages[e.to].ends_as for _, e in self.leading(act, outcome)]
        return bool(ends) and all(end in ends_as for end in ends)

    def listing(self, act: str) -> list[str]:
        """The stages that list an act."""
        return [s for s, stage in self.stages.items()
                if act in stage.also or any(e.act == act for e in stage.edges)]  # fmt: skip

    def judges(self, m: Moment) -> bool:
        """Whether it is a decision act that some stage lists, and so judged by a stage's power."""
        act = self.evidence.rules.acts.get(m.act)
        return act is not None and act.decision and bool(self.listing(m.act))

    def decided(self, m: Moment) -> Truth:
        """Power: whether the decider did it: of the stage it happened in if that lists the act,
        else of any stage that does. A stage that names no decider leaves it open."""
        listing = self.listing(m.act)
        answers: list[Truth] = []
        for at in self.before.get(m, {None}):
            if at is None:  # it may have been any of them
                answers += [self._decider(s, m) for s in listing]
            else:
                deciding = [at] if at in listing else listing
                answers.append(either(self._decider(s, m) for s in deciding))
        if all(a == answers[0] for a in answers):
            return answers[0]
        return Unknown(How.STAGE_UNKNOWN, m.id, m.act)

    def _decider(self, stage: str | None, m: Moment) -> Truth:
        power = self.stages[stage].power if stage else None
        if power is None or not isinstance(power.decides, RoleSpec):
            return Unknown(How.NOT_STATED, m.id, "decides")
        return self.evidence.role_fits(m, power.decides)

    def step(self, at: str | None, act: str, outcome: str | None) -> tuple[str | None, Truth]:
        """Where an act leads from a stage (None: unknown), and whether it may happen there.

        An act with edges elsewhere only: to the one later stage that all its edges lead to; to one
        stage not later, or none, nowhere; to several, the stage is unknown. An unlawful
        ``from_anywhere`` act moves nothing.
        """
        edges = self.leading(act, outcome)
        if at is None:
            landings = {e.to for _, e in edges}
            lawful = {self.step(s, act, outcome)[1] for s in self.stages}
            answer = lawful.pop() if len(lawful) == 1 else Unknown(How.STAGE_UNKNOWN, "", act)
            return (landings.pop() if len(landings) == 1 else None), answer
        here = next((e.to for s, e in edges if s == at), None)
        if here is not None:
            return here, True
        if act in self.stages[at].also or not edges:
            return at, True
        if any(e.anywhere for _, e in edges):
            return at, False
        targets = {e.to for s, e in edges if e.to != s}
        if len(targets) > 1:
            return None, False
        to = next(iter(targets), at)
        return (to if self.rank[to] > self.rank[at] else at), False

    def permits(self, m: Moment) -> Truth:
        """Whether the machine permits it: an act on no edge is free."""
        lawful = self.lawful(m)
        return True if lawful is None else lawful

    def lawful(self, m: Moment) -> Truth | None:
        """Whether an act might happen where it did; None: it is on no edge, hence free."""
        outcomes, places = self.outcomes(m), self.before.get(m)
        if not places or not any(self.leading(m.act, o) for o in outcomes):
            return None
        answers = {self.step(s, m.act, o)[1] for s in places for o in outcomes}
        if len(answers) == 1:
            return answers.pop()
        stage_known = len(places) == 1 and None not in places
        return Unknown(How.FACT_UNKNOWN if stage_known else How.STAGE_UNKNOWN, m.id, m.act)

    def _walk(self, acts: Collection[str]) -> tuple[dict[Moment, Places], Places]:
        """The stages possible before each moment of these acts, and now."""
        if not self.stages:
            return {}, {None}
        moments = [m for m in self.evidence.moments if m.act in acts]
        moves = [m for m in moments if not m.phantom]
        ghosts = self._ghosts([m for m in moments if m.phantom])
        earlier = [
            sum(1 << j for j, x in enumerate(moves) if self.evidence.before(x, m) is True)
            for m in moves
        ]
        seen: dict[Moment, Places] = {m: set() for m in moves}
        self._moves, self._after = moves, {}
        layer: dict[int, Places] = {0: {next(iter(self.stages))}}  # by the set of events taken
        sets = 1
        for _ in moves:
            following: dict[int, Places] = {}
            for done, places in layer.items():
                self._haunt(places, ghosts)
                self._after[done] = places
                for i, m in enumerate(moves):
                    if not done >> i & 1 and not earlier[i] & ~done:
                        seen[m] |= places
                        to = self._moved(places, m) | (places if m.sure is not True else set())
                        following.setdefault(done | 1 << i, set()).update(to)
                if sets + len(following) > MOST_SETS:  # too much to walk: nothing is claimed
                    anywhere: Places = {None, *self.stages}
                    self._after = {}
                    return dict.fromkeys(moves, anywhere), anywhere
            sets += len(following)
            layer = following
        ((done, places),) = layer.items()
        self._haunt(places, ghosts)
        self._after[done] = places
        return seen, places

    def at(self, m: Moment) -> Places:
        """The stages possible at an act, or at a moment of a term whose order is known."""
        if m in self.before or not m.of_term:
            return self.before.get(m, {None})
        orders = [self.evidence.before(x, m) for x in self._moves]
        if any(isinstance(order, Unknown) for order in orders):
            return {None}
        return self._after.get(sum(1 << j for j, order in enumerate(orders) if order), {None})

    def _moved(self, places: Places, m: Moment) -> Places:
        return {self.step(s, m.act, o)[0] for s in places for o in self.outcomes(m)}

    def _ghosts(self, phantoms: list[Moment]) -> list[tuple[str, str | None]]:
        """M9: what may have moved the stage unrecorded; an end is taken not to have happened."""
        acts = self.evidence.rules.acts
        return [
            (m.act, o)
            for m in phantoms
            for o in self.outcomes(m)
            if not acts[m.act].ends and not self.ends(m.act, o)
        ]

    def _haunt(self, places: Places, ghosts: list[tuple[str, str | None]]) -> None:
        """Adds the stages to which acts that are not recorded may have led."""
        while more := {self.step(s, act, o)[0] for s in places for act, o in ghosts} - places:
            places |= more
