"""A ruleset in its shortest form: who decides, which terms run, what residents may do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spelregels.model.norms import Norm, Power, Precedence, Recurrence, Response
from spelregels.model.patterns import RoleSpec
from spelregels.model.ruleset import Ruleset, Stage
from spelregels.model.terms import Duration, MeetingTerm, NotStated, Term
from spelregels.model.words import Level, RoleKind
from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.parts import joined, listing
from spelregels.report.html.places import title_text
from spelregels.report.html.words import PageWords
from spelregels.report.phrases import Phrases
from spelregels.report.wording import sentence

_RESIDENTS = frozenset({RoleKind.RESIDENTS, RoleKind.ANYONE})
_MOST = 8


class Summary:
    """``anchors``: the place on the page of each norm and term, by id."""

    def __init__(
        self, ruleset: Ruleset, phrases: Phrases, words: PageWords, anchors: Mapping[str, str]
    ) -> None:
        self.ruleset, self.phrases, self.words, self.anchors = ruleset, phrases, words, anchors
        self.names = phrases.names
        self.stages = ruleset.machine.stages if ruleset.machine else ()

    def nodes(self) -> Element:
        """Three short lists side by side."""
        columns = (
            ("who_decides", list(self.who_decides())),
            ("which_terms", list(self.which_terms())),
            ("which_powers", list(self.which_powers())),
        )
        made = (self._column(key, items) for key, items in columns)
        return el("div", *made, class_="columns")

    def _column(self, key: str, items: list[Node]) -> Element:
        if not items:
            content: Node = el("p", self.words.say(f"{key}_none"), class_="muted")
        else:
            more = len(items) - _MOST
            shown = items if more < 2 else [*items[:_MOST], self.words.say("more", count=more)]
            content = listing(shown)
        return el("div", el("h3", self.words.say(key)), content, class_="card")

    def _linked(self, one: str, text: str) -> Node:
        return el("a", text, href=f"#{self.anchors[one]}") if one in self.anchors else text

    # --- who decides -----------------------------------------------------------------------------

    def who_decides(self) -> Iterator[Node]:
        """Each decider with the stages; then who alone may do what, apart from stages."""
        by_role: dict[str, list[Stage]] = {}
        silent = []
        for stage in self.stages:
            decides = stage.power.decides if stage.power else None
            if isinstance(decides, NotStated):
                silent.append(stage)
            elif decides is not None:
                by_role.setdefault(self.names.role_spec(decides), []).append(stage)
        going_on = [stage for stage in self.stages if stage.ends_as is None]
        whole = any(len(stages) >= len(going_on) for stages in by_role.values())
        for role, stages in by_role.items():
            told = self.words.say("every_stage") if whole else self._stages(stages)
            yield self.words.say("who_decides_in", role=sentence(role), stages=told)
        if silent:
            yield self.words.say("who_decides_not_stated", stages=self._stages(silent))
        for norm in self.ruleset.own.norms:
            if isinstance(norm, Power) and self._decisive(norm) and not self._of_residents(norm):
                yield self._may(norm)

    def _decisive(self, norm: Power) -> bool:
        acts = self.ruleset.acts
        return norm.exclusive or any(a in acts and acts[a].decision for a in norm.may)

    def _stages(self, stages: list[Stage]) -> str:
        return self.words.words.join(self.phrases.bare_stage(stage.id) for stage in stages)

    def _may(self, norm: Power) -> Node:
        role = sentence(self.names.bearer(norm.by))
        many = isinstance(norm.by, RoleSpec) and self.names.are_many(norm.by)
        acts = self.words.words.join(map(self.names.act, norm.may), "or")
        text = self.words.say("power_may_many" if many else "power_may", role=role, acts=acts)
        return self._linked(norm.id, text)

    # --- which terms -----------------------------------------------------------------------------

    def which_terms(self) -> Iterator[Node]:
        """Each length of time that the own file states, with what it is for."""
        own = self.ruleset.own
        for term in own.terms:
            if isinstance(term.lasts, Duration | MeetingTerm):
                yield self._term(
                    term.id, self.phrases.length(term.lasts), self.names.title_of(term)
                )
        for norm in own.norms:
            for length in self._lengths(norm):
                yield self._term(norm.id, length, self.names.title_of(norm))

    def _term(self, one: str, length: str, title: str) -> Node:
        linked = self._linked(one, title_text(title, one))
        return joined(el("strong", sentence(length)), ": ", linked)

    def _lengths(self, norm: Norm) -> Iterator[str]:
        stated: tuple[tuple[str, Term | None], ...]
        match norm:
            case Response():
                stated = (("within", norm.within),)
            case Precedence():
                stated = tuple(
                    (key, getattr(norm, key)) for key in ("lead", "wait", "lasts", "at_longest")
                )
            case Recurrence():
                yield (
                    self.words.say("every_year")
                    if norm.every is None
                    else self.words.say("every", length=self.phrases.length(norm.every))
                )
                return
            case _:
                return
        for key, term in stated:
            if isinstance(term, Duration | MeetingTerm) and key == "within":
                yield self.phrases.within(term)
            elif isinstance(term, Duration | MeetingTerm):
                yield self.words.say(f"length_{key}", length=self.phrases.length(term))

    # --- what residents may ----------------------------------------------------------------------

    def which_powers(self) -> Iterator[Node]:
        """The highest rung, what residents hold in stages, and what norms say they may do."""
        levels = [stage.level for stage in self.stages if stage.level is not None]
        if levels:
            highest = max(levels, key=tuple(Level).index)
            level = self.words.words.labels.LEVELS[highest]
            yield self.words.say("highest_level", level=level)
        yield from self._held()
        for norm in self.ruleset.own.norms:
            if isinstance(norm, Power) and self._of_residents(norm):
                yield self._may(norm)

    def _held(self) -> Iterator[str]:
        held: dict[tuple[str, str], list[Stage]] = {}
        for stage in self.stages:
            power = stage.power
            if power is None:
                continue
            decides = power.decides.any_of if isinstance(power.decides, RoleSpec) else ()
            lists = {"decides": decides, "consents": power.consents}
            lists |= {"advises": power.advises, "consulted": power.consulted}
            for key, roles in lists.items():
                for role in filter(self._resident, roles):
                    held.setdefault((key, role), []).append(stage)
        for (key, role), stages in held.items():
            named = sentence(self.names.role(role))
            yield self.words.say(f"power_{key}", role=named, stages=self._stages(stages))

    def _of_residents(self, norm: Power) -> bool:
        return isinstance(norm.by, RoleSpec) and any(map(self._resident, norm.by.any_of))

    def _resident(self, role: str) -> bool:
        known = self.ruleset.roles.get(role)
        return known is not None and known.kind in _RESIDENTS
