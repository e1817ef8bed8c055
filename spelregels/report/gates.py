"""What each part of a gate asks, in a sentence: its parts are norms, but read better so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spelregels.model.gates import Gate, GateItem, GatePart, Repair
from spelregels.model.norms import Norm
from spelregels.model.patterns import AllOf, RoleSpec
from spelregels.report.phrases import Phrases


def gate_of(norm: Norm, phrases: Phrases) -> Gate | None:
    """The gate that a norm is part of."""
    for file in phrases.names.ruleset.files:
        for gate in file.gates:
            if gate.holds(norm.id) and any(one is norm for one in file.norms):
                return gate
    return None


def gate_sentence(norm: Norm, phrases: Phrases) -> str | None:
    """The rule as its gate says it; None for a norm of no gate, and for an item about other acts
    than the request, which says it best itself."""
    gate = gate_of(norm, phrases)
    if gate is None:
        return None
    words = GateWords(phrases)
    told = {part.of(gate.id): text for part, text in words.parts(gate)}
    told |= {item.norm: words.rule_of(item, gate) for item in gate.items}
    text = told[norm.id]
    if not text or gate.link is None:
        return text or None
    return f"{text} {words.say('tied', attribute=phrases.attribute(gate.link))}"


class GateWords:
    """Says the parts of gates in the words of ``phrases``."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases, self.names, self.words = phrases, phrases.names, phrases.names.words

    def say(self, key: str, **values: object) -> str:
        """One of the sentences about gates."""
        return self.words.say(self.words.frames.GATES, key, **values)

    def asked(self, item: GateItem) -> str:
        """What must hold of the request; empty for an item about other acts."""
        asked = [self.phrases.condition(item.require)] if item.require is not None else []
        if isinstance(item.by, RoleSpec):
            asked.append(self.say("by", role=self.names.role_spec(item.by)))
        return self.words.join(asked)

    def mendable(self, item: GateItem, gate: Gate) -> str:
        """Whether this can be mended; empty where nothing can."""
        if gate.repair is None:
            return ""
        done = self.phrases.pattern(gate.repair.done)
        return self.say("mendable", done=done) if item.mendable else self.say("not_mendable")

    def rule_of(self, item: GateItem, gate: Gate) -> str:
        """An item by itself: before what it is asked, and of what; empty if of other acts."""
        asked = self.asked(item)
        if not asked:
            return ""
        rule = self.say("rule", **self._acts(gate), asked=asked)
        return f"{rule} {self.mendable(item, gate)}".rstrip()

    def parts(self, gate: Gate) -> Iterator[tuple[GatePart, str]]:
        """What a gate asks besides its items."""
        acts = self._acts(gate)
        within = f", {self.phrases.within(gate.within)}" if gate.within is not None else ""
        role = self.names.role_spec(gate.by) if isinstance(gate.by, RoleSpec) else ""
        who = {"by": self.say("by_whom", role=role) if role else "", "within": within}
        yield GatePart.JUDGE, self.say("judge", **acts, role=role)
        yield GatePart.IN_TIME, self.say("in_time", **acts, **who)
        yield GatePart.ADMIT, self.say("admit", **acts, **who, asked=self._all(gate.items))
        if gate.repair is not None:
            yield GatePart.REPAIR, self._repair(gate, gate.repair)
            asks, times = gate.repair.asks, self.words.times(gate.repair.times or 0)
            yield GatePart.ROUNDS, self.say("rounds", asks=self.phrases.pattern(asks), times=times)
        yield GatePart.FIRST, self.say("first", **acts)

    def _acts(self, gate: Gate) -> dict[str, str]:
        """The acts of a gate in words."""
        pattern = self.phrases.pattern
        decided = pattern((*gate.admits, *gate.refuses))
        return {
            "request": pattern(gate.request),
            "admits": pattern(gate.admits),
            "refuses": pattern(gate.refuses),
            "decided": decided,
            "opens": pattern(gate.opens),
        }

    def _all(self, items: Iterable[GateItem]) -> str:
        found = tuple(items)
        required = tuple(item.require for item in found if item.require is not None)
        told = [self.phrases.condition(AllOf(required))] if required else []
        told += [self.asked(replace(item, require=None)) for item in found if item.by is not None]
        return self.words.join(told)

    def _repair(self, gate: Gate, repair: Repair) -> str:
        asks, done = self.phrases.pattern(repair.asks), self.phrases.pattern(repair.done)
        length = self.phrases.length(repair.within)
        text = self.say("repair", **self._acts(gate), asks=asks, done=done, length=length)
        lost = self._all(item for item in gate.items if not item.mendable)
        return f"{text} {self.say('beyond', asked=lost)}" if lost else text
