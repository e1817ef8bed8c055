"""Stages read back: who decides in each, what can happen there, and where that leads."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.ruleset import Machine, Stage, StageEdge
from spelregels.model.terms import NotStated
from spelregels.report.explain_file import FileReader
from spelregels.report.explain_norms import Entry
from spelregels.report.wording import sentence


class StageReader:
    """Reads stages back in the words of ``file``."""

    def __init__(self, file: FileReader) -> None:
        self.file, self.phrases = file, file.phrases
        self.names, self.words = file.names, file.words

    def _say(self, key: str, **values: object) -> str:
        return self.words.say(self.words.frames.EXPLAIN, key, **values)

    def stage(self, stage: Stage) -> Entry:
        """One stage: who decides, what can happen, where that leads."""
        title = self.names.title(stage.title, stage.id)
        lines = tuple(self._lines(stage)) or (self._say("stage_bare"),)
        return Entry(stage.id, title, "", lines)

    def about(self, machine: Machine) -> Iterator[str]:
        """Where the stages come from, and what follows when something does not fit in them."""
        if machine.file != self.names.ruleset.own.id:
            yield self._say("stages_from", file=self.file.layer(machine.file))
        severity = self.words.labels.SEVERITY_CLAUSES[machine.severity]
        yield self._say("stages_severity", severity=severity)
        known = self.names.ruleset.machine
        anywhere = known and any(edge.anywhere for stage in known.stages for edge in stage.edges)
        also = self._say("stages_unfit_anywhere") if anywhere else ""
        yield self._say("stages_unfit", also=also)

    def _lines(self, stage: Stage) -> Iterator[str]:
        labels = self.words.labels
        if stage.level is not None:
            yield self._say("stage_level", level=labels.LEVELS[stage.level])
        if stage.power is not None:
            yield from self._power(stage)
        for edge in stage.edges:
            key = "stage_again" if edge.to == stage.id else "stage_next"
            yield self._say(key, act=self._act(edge), stage=self.phrases.bare_stage(edge.to))
        if stage.also:
            acts = self.words.join(map(self.names.act, sorted(stage.also)))
            yield self._say("stage_stays", acts=acts)
        if stage.ends_as is not None:
            yield sentence(labels.ENDINGS[stage.ends_as]) + "."

    def _act(self, edge: StageEdge) -> str:
        outcome = (edge.outcome,) if edge.outcome is not None else ()
        act = self.names.act(edge.act) + self.phrases.outcome(outcome)
        return act + self._say("stage_anywhere") if edge.anywhere else act

    def _power(self, stage: Stage) -> Iterator[str]:
        power = stage.power
        assert power is not None
        if isinstance(power.decides, NotStated):
            yield self._say("stage_decides_not_stated")
        elif power.decides is not None:
            yield self._say("stage_decides", role=self.names.role_spec(power.decides))
        for key in ("consents", "advises", "consulted", "answers_for"):
            roles: tuple[str, ...] = getattr(power, key)
            if roles:
                yield self._say(f"stage_{key}", roles=self.names.roles(roles))
        if power.binding is not None:
            yield self._say("stage_binding", binding=self.words.labels.BINDINGS[power.binding])
        if power.override_by is not None:
            role, act = self.names.role(power.override_by), self.names.act(power.override_act or "")
            yield self._say("stage_override", role=role, act=act)
