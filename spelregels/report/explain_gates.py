"""One gate read back as one thing: what a request needs, who judges it, what can be mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from spelregels.model.gates import Gate, GateItem
from spelregels.model.norms import Norm
from spelregels.model.ruleset import RulesetFile
from spelregels.report.conditions import period
from spelregels.report.explain_norms import Entry, NormReader
from spelregels.report.gates import GateWords
from spelregels.report.rules import rule_sentence
from spelregels.report.wording import sentence


class GateReader:
    """Reads gates back; ``norms`` reads what qualifies each of their norms."""

    def __init__(self, norms: NormReader) -> None:
        self.norms, self.phrases = norms, norms.phrases
        self.words = GateWords(norms.phrases)

    def gate(self, gate: Gate, file: RulesetFile) -> Entry:
        """The gate in a sentence, with what holds for all its parts, and a line for each part.

        The usual source is told once; a part from another names its own. A part that another file
        replaces is left out.
        """
        say, phrases = self.words.say, self.phrases
        norms = {norm.id: norm for norm in file.norms if gate.holds(norm.id)}
        told = {item.norm: self._item(item, gate, norms) for item in gate.items}
        told |= {part.of(gate.id): text for part, text in self.words.parts(gate)}
        beside = {id_: self._beside(norm, file) for id_, norm in norms.items()}
        usual = Counter(source for source, *_ in beside.values()).most_common(1)
        first = next(iter(beside.values()), ())
        lines = [source for source, _ in usual]
        lines += [one for one in first[1:] if all(one in others for others in beside.values())]
        shared = frozenset(lines)
        for id_ in norms:
            own = (line for line in beside[id_] if line not in shared)
            lines.append(say("part", id=id_, text=" ".join((sentence(told[id_]), *own))))
        if gate.link is not None:
            lines.append(say("tied", attribute=phrases.attribute(gate.link)))
        if gate.why:
            lines.append(say("why", why=gate.why))
        text = say(
            "gate", request=phrases.pattern(gate.request), admits=phrases.pattern(gate.admits)
        )
        return Entry(gate.id, phrases.names.title(gate.title, gate.id), text, tuple(lines))

    def _beside(self, norm: Norm, file: RulesetFile) -> tuple[str, ...]:
        """What qualifies a norm: its source, how firm, how its term is counted, when it holds."""
        lines = self.norms.norm(norm, file).lines
        if norm.applies is not None:
            lines += (self.words.say("applies", condition=self.phrases.clause(norm.applies)),)
        if norm.in_force_from is not None or norm.in_force_to is not None:
            days = period(norm.in_force_from, norm.in_force_to, self.phrases)
            lines += (self.words.say("in_force", period=days),)
        return lines

    def _item(self, item: GateItem, gate: Gate, norms: Mapping[str, Norm]) -> str:
        """What must hold of the request, or what else is needed."""
        asked = self.words.asked(item)
        if asked:
            said = self.words.say("item", asked=asked)
        else:
            said = rule_sentence(norms[item.norm], self.phrases) if item.norm in norms else ""
        return f"{said} {self.words.mendable(item, gate)}".rstrip()
