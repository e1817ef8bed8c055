"""What answers and agenda items are called in one language; no sentence holds a person's name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from spelregels.model.checked import AsOf, AsOfOrigin, Checked
from spelregels.model.finding import Finding
from spelregels.model.frozen import dataclass
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement, Verdict
from spelregels.report.findings import FindingMaker
from spelregels.report.names import Names, readable
from spelregels.report.phrases import Phrases
from spelregels.report.wording import sentence
from spelregels.session.answer import Need, NeedKind
from spelregels.session.words import say

__all__ = ["Voice"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One ruleset in one language; ``maker`` says of a verdict what the report says of it."""

    maker: FindingMaker
    names: Names
    language: str

    @classmethod
    def of(cls, ruleset: Ruleset, language: str) -> Voice:
        """``language``: ``nl`` or ``en``."""
        return cls(FindingMaker(ruleset, language), Names.of(ruleset, language), language)

    def say(self, key: str, **values: object) -> str:
        """A sentence of this room."""
        return say(self.language, key, **values)

    def finding(self, verdict: Verdict, trajectory: Trajectory, judgement: Judgement) -> Finding:
        """One verdict as the report tells it."""
        only = replace(judgement, verdicts=(verdict,))
        as_of = AsOf(judgement.as_of, AsOfOrigin.OPTION)
        (finding,) = self.maker.of(Checked(trajectory, as_of, only))
        return finding

    def norm(self, verdict: Verdict) -> str:
        """The id of a norm with its title; a finding of the machine by what it is about."""
        _, norm = self.maker.home(verdict)
        if norm is None:
            kind: str = self.names.words.labels.KINDS[verdict.kind]
            return kind
        title = self.names.title_of(norm)
        return norm.id if title == norm.id else f"{norm.id}: {title}"

    def short_norm(self, verdict: Verdict) -> str:
        """The id of a norm; a finding of the machine by what it is about."""
        return self.norm(verdict) if verdict.norm.startswith("@") else verdict.norm

    def act(self, act: str, outcome: str | None = None) -> str:
        """``‘besluit genomen’ (aangenomen)``; a moment of a term by its own name."""
        if act not in self.names.ruleset.acts:
            return self.names.quote(readable(act))
        extra = self.say("outcome", outcome=readable(outcome)) if outcome else ""
        return self.names.act(act) + extra

    def roles(self, roles: Iterable[str]) -> str:
        """Any of these roles; empty if there are none."""
        return self.names.roles(tuple(roles), "or")

    def by(self, role: str | None) -> str:
        """``, door het college``; empty if nobody is named."""
        if role is None:
            return ""
        known = role in self.names.ruleset.roles
        return self.say("by", role=self.names.role(role) if known else self.names.quote(role))

    def day(self, day: date) -> str:
        """``4 juni 2026``."""
        return self.names.day(day)

    def stage(self, stage: str | None) -> str:
        """``‘geopend’``; an unknown stage in words."""
        if stage is None:
            return self.names.words.part("no_stage")
        return Phrases(self.names).bare_stage(stage)

    def verdict(self, verdict: Verdict) -> str:
        """``geschonden (te laat)``."""
        return self.maker.label(verdict)

    def need(self, need: Need) -> str:
        """What is missing, as part of a sentence."""
        join = self.names.words.join
        match need.kind:
            case NeedKind.ACT:
                return self.say("need_act", names=join(map(self.act, need.names), "or"))
            case NeedKind.FACT:
                quoted = (self.names.quote(readable(name)) for name in need.names)
                return self.say("need_fact", names=join(quoted, "or"))
            case NeedKind.STAGE:
                return self.say("need_stage", names=join(map(self.stage, need.names), "or"))
            case NeedKind.ROLE if need.names:
                return self.say("need_role", names=self.roles(need.names))
            case NeedKind.ROLE:
                return self.say("need_role_unknown")

    def capital(self, text: str) -> str:
        """The same text, beginning with a capital; a quotation mark is passed over."""
        lead = len(text) - len(text.lstrip("‘'\""))
        return text[:lead] + sentence(text[lead:])
