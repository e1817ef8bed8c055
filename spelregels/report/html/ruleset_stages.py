"""The stages of a ruleset on a page: who decides, at which rung, what leads where, which norms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spelregels.model.patterns import RoleSpec
from spelregels.model.ruleset import Ruleset, Stage
from spelregels.model.terms import NotStated
from spelregels.model.words import Level
from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.parts import facts, joined, ladder, listing
from spelregels.report.html.places import title_text
from spelregels.report.html.words import PageWords
from spelregels.report.names import Names, readable
from spelregels.report.show import concerns
from spelregels.report.wording import sentence

_HELD = ("consents", "advises", "consulted", "answers_for")


class Stages:
    """``anchors``: the place on the page of each norm, by id."""

    def __init__(
        self, ruleset: Ruleset, names: Names, words: PageWords, anchors: Mapping[str, str]
    ) -> None:
        self.ruleset, self.names, self.words, self.anchors = ruleset, names, words, anchors
        self.stages = ruleset.machine.stages if ruleset.machine else ()
        self.numbers = {stage.id: number for number, stage in enumerate(self.stages, start=1)}

    def nodes(self) -> list[Node]:
        """A card for each stage, in the order of the text."""
        if not self.stages:
            return [el("p", self.words.say("stages_none"))]
        made: list[Node] = []
        machine = self.ruleset.machine
        if machine is not None and machine.file != self.ruleset.own.id:
            home = next(f for f in self.ruleset.files if f.id == machine.file)
            made.append(el("p", self.words.say("stages_from", file=self.names.file(home))))
        made.extend(map(self._card, self.stages))
        return made

    def _card(self, stage: Stage) -> Element:
        number = self.numbers[stage.id]
        title = sentence(self.names.title(stage.title, stage.id))
        heading = self.words.say("stage_number", number=number, stage=title)
        ends = self.words.words.labels.ENDINGS[stage.ends_as] if stage.ends_as else ""
        anchor = f"fase-{number}"
        return el(
            "article",
            el("h3", heading, id=anchor),
            el("p", sentence(ends) + ".") if ends else None,
            facts(self._rows(stage)),
            class_="card quiet" if ends else "card open",
            aria_labelledby=anchor,
        )

    def _rows(self, stage: Stage) -> Iterator[tuple[str, Sequence[Node]]]:
        say = self.words.say
        if stage.level is not None:
            yield say("level"), [self._level(stage.level)]
        yield from self._power(stage)
        if stage.edges:
            yield say("goes_to"), [listing(self._edges(stage), css="plain")]
        if stage.also:
            acts = self.words.words.join(map(self.names.act, sorted(stage.also)))
            yield say("may_also"), [sentence(acts)]
        norms = [n for n in self.ruleset.own.norms if concerns(n, stage)]
        if norms:
            yield (
                say("norms_here"),
                [listing((self._norm(n.id, self.names.title_of(n)) for n in norms), css="plain")],
            )

    def _level(self, level: Level) -> Element:
        step, steps = tuple(Level).index(level) + 1, len(Level)
        text = self.words.words.labels.LEVELS[level]
        said = self.words.say("level_value", level=text, step=step, steps=steps)
        return ladder(step, steps, said)

    def _power(self, stage: Stage) -> Iterator[tuple[str, Sequence[Node]]]:
        power, labels = stage.power, self.words.words.labels
        if power is None:
            return
        match power.decides:
            case NotStated():
                yield self.words.say("decides"), [self.words.say("hole_decides")]
            case RoleSpec():
                role = sentence(self.names.role_spec(power.decides))
                yield self.words.say("decides"), [el("strong", role)]
            case None:
                pass
        for key in _HELD:
            roles: tuple[str, ...] = getattr(power, key)
            if roles:
                yield self.words.say(key), [sentence(self.names.roles(roles))]
        if power.binding is not None:
            yield self.words.say("binding"), [sentence(labels.BINDINGS[power.binding])]
        if power.override_by is not None:
            role, act = self.names.role(power.override_by), self.names.act(power.override_act or "")
            said = self.words.say("override_value", role=sentence(role), act=act)
            yield self.words.say("override"), [said]

    def _edges(self, stage: Stage) -> Iterator[Node]:
        for edge in stage.edges:
            act = self.names.act(edge.act)
            if edge.outcome is not None:
                act += self.words.words.part("with_outcome", outcome=readable(edge.outcome))
            number = self.numbers[edge.to]
            target = next(s for s in self.stages if s.id == edge.to)
            title = self.names.title(target.title, target.id)
            to = el("a", f"{number}.\u00a0{sentence(title)}", href=f"#fase-{number}")
            yield joined(sentence(self.words.say("goes", act=act)), to)

    def _norm(self, norm: str, title: str) -> Node:
        text = title_text(title, norm)
        return el("a", text, href=f"#{self.anchors[norm]}") if norm in self.anchors else text
