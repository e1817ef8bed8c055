"""The rules read back in plain words: what a file says, as data first, then as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass

from spelregels.model.ruleset import Act, Attribute, Role, Ruleset, RulesetFile, Stage
from spelregels.model.terms import NotStated
from spelregels.model.words import Vehicle
from spelregels.report.explain_norms import Entry, NormReader
from spelregels.report.layout import Style, clean, paragraph
from spelregels.report.names import Names, readable
from spelregels.report.phrases import Phrases
from spelregels.report.used import used_acts, used_facts, used_roles
from spelregels.report.wording import sentence


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one heading; ``lines`` stand after them."""

    title: str
    entries: tuple[Entry, ...] = ()
    lines: tuple[str, ...] = ()


class Explainer:
    """Reads one ruleset back in one language."""

    def __init__(self, ruleset: Ruleset, language: str) -> None:
        """``language``: ``nl`` or ``en``."""
        self.ruleset = ruleset
        self.names = Names.of(ruleset, language)
        self.phrases = Phrases(self.names)
        self.words = self.names.words
        self.norms = NormReader(self.phrases)

    def _say(self, key: str, **values: object) -> str:
        return self.words.say(self.words.frames.EXPLAIN, key, **values)

    # --- the whole file --------------------------------------------------------------------------

    def sections(self) -> tuple[Section, ...]:
        """The own file of the ruleset, whole: head, who, what, stages, terms, rules."""
        own = self.ruleset.own
        made = [
            self._head(own),
            self._sources(own),
            self._roles(own),
            self._acts(own),
            Section(self._say("facts"), tuple(self._facts())),
            Section(self._say("stages"), tuple(self._stages())),
            Section(self._say("terms"), tuple(map(self.norms.term, own.terms))),
            self._norms(own),
            Section(self._say("guarantees"), tuple(self._guarantees(own))),
        ]
        return tuple(section for section in made if section.entries or section.lines)

    def _head(self, file: RulesetFile) -> Section:
        title = self._say("heading_file", title=self.names.file(file), id=file.id)
        return Section(title, lines=tuple(self._head_lines(file)))

    def _head_lines(self, file: RulesetFile) -> Iterator[str]:
        labels = self.words.labels
        yield self._say("kind_of_text", layer=labels.LAYERS[file.regulatory_layer])
        yield self._say("validity", period=self.norms.period(file.valid_from, file.valid_to))
        yield self._say("governs", governs=labels.GOVERNS[file.governs])
        yield self._say("term_regime", regime=labels.REGIMES[file.term_regime])
        if file.review_by is not None:
            yield self._say("review_by", day=self.names.day(file.review_by))
        if file.encoded is not None:
            rest = ""
            if file.encoded.rest in ("not_seen", "not_encoded"):
                rest = self._say(f"encoded_rest_{file.encoded.rest}")
            elif file.encoded.rest:
                rest = self._say("encoded_rest", rest=readable(file.encoded.rest))
            articles = self.words.join(file.encoded.articles)
            yield self._say("encoded", articles=articles, rest=rest)
        if file.extends:
            yield self._say("extends", files=self.words.join(file.extends))
        if file.applies is not None:
            yield self._say("file_applies", condition=self.phrases.clause(file.applies))

    def _sources(self, file: RulesetFile) -> Section:
        lines = tuple(
            self._say("source_line", id=s.id, title=s.title, url=s.url).rstrip()
            for s in file.sources.values()
        )
        return Section(self._say("sources"), lines=lines)

    def _roles(self, own: RulesetFile) -> Section:
        used = used_roles(self.ruleset)
        shown = [r for r in self.ruleset.roles.values() if r.id in used or not own.norms]
        entries = tuple(map(self.role, shown))
        return Section(self._say("roles"), entries, self._others(len(shown), self.ruleset.roles))

    def _acts(self, own: RulesetFile) -> Section:
        used = used_acts(self.ruleset)
        shown = [a for a in self.ruleset.acts.values() if a.id in used or not own.norms]
        entries = tuple(map(self.act, shown))
        return Section(self._say("acts"), entries, self._others(len(shown), self.ruleset.acts))

    def _others(self, shown: int, known: Sized) -> tuple[str, ...]:
        """How many words of other layers are left out, and where to read them."""
        count = len(known) - shown
        files = self.words.join(dict.fromkeys(f.id for f in self.ruleset.files[:-1]))
        return (self._say("others", count=count, files=files),) if count and files else ()

    def _norms(self, file: RulesetFile) -> Section:
        if not file.norms:
            return Section(self._say("norms"), lines=(self._say("no_norms"),))
        return Section(
            self._say("norms"), tuple(self.norms.norm(norm, file) for norm in file.norms)
        )

    def _guarantees(self, file: RulesetFile) -> Iterator[Entry]:
        for guarantee in file.guarantees:
            before, must = self.phrases.pattern(guarantee.before), self.phrases.each(guarantee.must)
            text = self._say("guarantee", before=before, must=must)
            yield Entry(guarantee.id, "", f"{guarantee.id}: {text}")

    # --- who and what ----------------------------------------------------------------------------

    def role(self, role: Role) -> Entry:
        """One role, with its other names and legal form."""
        extra = ""
        if role.aliases:
            names = self.words.join(map(readable, role.aliases), "or")
            extra += self._say("role_aliases", names=names)
        if role.one_of:
            extra += self._say("role_one_of", names=self.names.roles(role.one_of, "or"))
            extra += self._say("role_bound") if role.bound_by_header else ""
        if role.vehicle is not Vehicle.NONE:
            extra += self._say("role_vehicle", vehicle=self.words.labels.VEHICLES[role.vehicle])
        kind = self.words.labels.ROLE_KINDS[role.kind]
        title = self.names.title(role.title, role.id)
        line = self._say("role_line", role=sentence(title), id=role.id, kind=kind, extra=extra)
        return Entry(role.id, title, line)

    def act(self, act: Act) -> Entry:
        """One act, with its outcomes and the facts that go with it."""
        extra = self._say("act_decision") if act.decision else ""
        if act.outcomes:
            outcomes = self.words.join(map(readable, act.outcomes), "or")
            extra += self._say("act_outcomes", outcomes=outcomes)
        extra += self._say("act_ends") if act.ends else ""
        if act.attributes:
            listed = ", ".join(self.attribute(n, a) for n, a in act.attributes.items())
            extra += self._say("act_attributes", attributes=listed)
        title = self.names.act(act.id)
        line = self._say("act_line", act=title, id=act.id, extra=extra)
        return Entry(act.id, title, line)

    def attribute(self, name: str, attribute: Attribute) -> str:
        """``bedrag (bedrag in euro)``: a name with what may stand there."""
        labels = self.words.labels
        kind = self.words.join(map(readable, attribute.one_of), "or")
        kind = kind or labels.ATTRIBUTE_TYPES[attribute.type]
        if attribute.many:
            kind = self._say("many", kind=kind)
        return f"{readable(name)} ({kind})"

    def _facts(self) -> Iterator[Entry]:
        used = used_facts(self.ruleset)
        for name, fact in self.ruleset.facts.items():
            if name not in used and self.ruleset.own.norms:
                continue
            text = f"{name}: {self.attribute(name, fact)}"
            if fact.default is not None:
                text += self._say("fact_default", value=self.names.value(fact.default))
            yield Entry(name, readable(name), text)

    def _stages(self) -> Iterator[Entry]:
        machine = self.ruleset.machine
        for stage in machine.stages if machine else ():
            title = self.names.title(stage.title, stage.id)
            yield Entry(stage.id, title, "", tuple(self._stage_lines(stage)))

    def _stage_lines(self, stage: Stage) -> Iterator[str]:
        labels = self.words.labels
        if stage.level is not None:
            yield self._say("stage_level", level=labels.LEVELS[stage.level])
        if stage.power is not None:
            yield from self._power_lines(stage)
        for edge in stage.edges:
            act = self.names.act(edge.act)
            if edge.outcome is not None:
                act += self.words.part("with_outcome", outcome=readable(edge.outcome))
            yield self._say("stage_next", act=act, stage=self.phrases.bare_stage(edge.to))
        if stage.also:
            acts = self.words.join(map(self.names.act, sorted(stage.also)))
            yield self._say("stage_stays", acts=acts)
        if stage.ends_as is not None:
            yield sentence(labels.ENDINGS[stage.ends_as]) + "."

    def _power_lines(self, stage: Stage) -> Iterator[str]:
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


def explain_text(sections: Iterable[Section], style: Style) -> Iterator[str]:
    """Sections as lines of text."""
    for section in sections:
        yield style.strong(clean(section.title))
        for entry in section.entries:
            yield from entry_text(entry)
        for line in section.lines:
            yield from paragraph(line, indent="  ")
        yield ""


def entry_text(entry: Entry) -> Iterator[str]:
    """One entry as lines of text: by name if there is more to say, else in one sentence."""
    if not entry.lines:
        yield from paragraph(entry.text, indent="  ", hang="  ")
        return
    same = entry.title in ("", entry.id)
    yield from paragraph(entry.id if same else f"{entry.id}: {entry.title}", indent="  ")
    if entry.text:
        yield from paragraph(entry.text, indent="    ")
    for line in entry.lines:
        yield from paragraph(f"- {line}", indent="    ", hang="  ")


def sections_json(sections: Iterable[Section]) -> list[dict[str, object]]:
    """Sections as JSON data."""
    return [
        {
            "title": section.title,
            "lines": list(section.lines),
            "entries": [
                {"id": e.id, "title": e.title, "text": e.text, "lines": list(e.lines)}
                for e in section.entries
            ],
        }
        for section in sections
    ]
