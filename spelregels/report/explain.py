"""The rules read back in plain words: what a file says, as data first, then as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spelregels.model.frozen import dataclass
from spelregels.model.ruleset import (
    Act,
    Attribute,
    Guarantee,
    Machine,
    Role,
    Ruleset,
    RulesetFile,
    Source,
    Stage,
)
from spelregels.model.terms import CalendarData, NotStated
from spelregels.model.words import Vehicle
from spelregels.report.explain_file import FileReader
from spelregels.report.explain_norms import Entry, NormReader
from spelregels.report.layout import Style, clean, paragraph
from spelregels.report.names import Names, readable, short
from spelregels.report.phrases import Phrases
from spelregels.report.used import used_acts, used_facts, used_roles, used_terms
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
        self.file = FileReader(self.phrases)

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
            self._facts(own),
            Section(
                self._say("calendars"), tuple(map(self.calendar, self.ruleset.calendars.values()))
            ),
            self._stages(),
            self._terms(own),
            self._norms(own),
            Section(self._say("guarantees"), tuple(map(self.guarantee, own.guarantees))),
        ]
        return tuple(section for section in made if section.entries or section.lines)

    def _head(self, file: RulesetFile) -> Section:
        return Section(self.file.title(file), lines=tuple(self.file.lines(file)))

    def _sources(self, file: RulesetFile) -> Section:
        return Section(self._say("sources"), lines=tuple(map(self.source, file.sources.values())))

    def _roles(self, own: RulesetFile) -> Section:
        used = used_roles(self.ruleset)
        shown = [r for r in self.ruleset.roles.values() if r.id in used or self._shows_all(own)]
        lines = self._others("roles", len(self.ruleset.roles) - len(shown))
        return self._named("roles", tuple(map(self.role, shown)), lines)

    def _acts(self, own: RulesetFile) -> Section:
        used = used_acts(self.ruleset)
        shown = [a for a in self.ruleset.acts.values() if a.id in used or self._shows_all(own)]
        lines = self._others("acts", len(self.ruleset.acts) - len(shown))
        return self._named("acts", tuple(map(self.act, shown)), lines)

    def _facts(self, own: RulesetFile) -> Section:
        used = used_facts(self.ruleset)
        shown = {n: f for n, f in self.ruleset.facts.items() if n in used or self._shows_all(own)}
        lines = self._others("facts", len(self.ruleset.facts) - len(shown)) if shown else ()
        return self._named("facts", tuple(self.fact(n, f) for n, f in shown.items()), lines)

    def _shows_all(self, own: RulesetFile) -> bool:
        """A vocabulary, or a file without layers: there is no other place to read its words."""
        return not own.norms or not own.extends

    def _named(self, key: str, entries: tuple[Entry, ...], others: tuple[str, ...]) -> Section:
        """Words with the names they have in files."""
        note = (self._say("in_brackets"),) if entries else ()
        return Section(self._say(key), entries, (*note, *others))

    def _others(self, key: str, count: int) -> tuple[str, ...]:
        """How many words of other layers are left out, and where to read them."""
        files = self.words.join(dict.fromkeys(f.id for f in self.ruleset.files[:-1]))
        return (self._say(f"others_{key}", count=count, files=files),) if count and files else ()

    def _terms(self, own: RulesetFile) -> Section:
        """The terms of the file, and where those stand that it takes from other layers."""
        entries = tuple(self.norms.term(term, own) for term in own.terms)
        refs = [ref for ref in used_terms(own) if ref.file != own.id]
        named = (self.words.part("in_file", name=self.names.term(r), file=r.file) for r in refs)
        elsewhere = (self._say("terms_elsewhere", terms=self.words.join(named)),) if refs else ()
        return Section(self._say("terms"), entries, elsewhere)

    def _norms(self, file: RulesetFile) -> Section:
        if not file.norms:
            return Section(self._say("norms"), lines=(self._say("no_norms"),))
        return Section(
            self._say("norms"), tuple(self.norms.norm(norm, file) for norm in file.norms)
        )

    # --- one thing each --------------------------------------------------------------------------

    def source(self, source: Source) -> str:
        """One source with its address."""
        return self._say("source_line", id=source.id, title=source.title, url=source.url).rstrip()

    def calendar(self, calendar: CalendarData) -> Entry:
        """One calendar: its days, and until when they are known."""
        return Entry(calendar.id, readable(calendar.id), "", tuple(self.file.calendar(calendar)))

    def guarantee(self, guarantee: Guarantee) -> Entry:
        """What must always hold."""
        before, must = self.phrases.pattern(guarantee.before), self.phrases.each(guarantee.must)
        text = self._say("guarantee", before=before, must=must)
        title = self.names.title(guarantee.title, "") or guarantee.id
        return Entry(guarantee.id, title, f"{title}: {text}")

    def role(self, role: Role) -> Entry:
        """One role, with its other names and legal form."""
        extra, title = "", self.names.title(role.title, role.id)
        if role.aliases:
            names = self.words.join(map(readable, role.aliases), "or")
            extra += self._say("role_aliases", names=names)
        if role.one_of:
            extra += self._say("role_one_of", names=self.names.roles(role.one_of, "or"))
            extra += self._say("role_bound") if role.bound_by_header else ""
        if role.vehicle is not Vehicle.NONE:
            extra += self._say("role_vehicle", vehicle=self.words.labels.VEHICLES[role.vehicle])
        kind = self.words.labels.ROLE_KINDS[role.kind]
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
        title = self.names.quote(short(self.names.title(act.title, act.id)))
        line = self._say("act_line", act=title, id=act.id, extra=extra)
        return Entry(act.id, title, line)

    def attribute(self, name: str, attribute: Attribute) -> str:
        """``bedrag (bedrag in euro)``: a name with what may stand there."""
        return f"{readable(name)} ({self._kind_of(attribute)})"

    def _kind_of(self, attribute: Attribute) -> str:
        kind = self.words.join(map(readable, attribute.one_of), "or")
        kind = kind or self.words.labels.ATTRIBUTE_TYPES[attribute.type]
        return self._say("many", kind=kind) if attribute.many else kind

    def fact(self, name: str, fact: Attribute) -> Entry:
        """One fact of a trajectory: what may stand there, and what silence means."""
        extra = ""
        if fact.default is not None:
            extra = self._say("fact_default", value=self.names.value(fact.default))
        title, kind = sentence(readable(name)), self._kind_of(fact)
        return Entry(name, title, self._say("fact_line", fact=title, id=name, kind=kind) + extra)

    def stage(self, stage: Stage) -> Entry:
        """One stage: who decides, what can happen, where that leads."""
        title = self.names.title(stage.title, stage.id)
        lines = tuple(self._stage_lines(stage)) or (self._say("stage_bare"),)
        return Entry(stage.id, title, "", lines)

    def about_stages(self, machine: Machine) -> Iterator[str]:
        """Where the stages come from, and what it means when something does not fit in them."""
        if machine.file != self.ruleset.own.id:
            yield self._say("stages_from", file=self.file.layer(machine.file))
        severity = self.words.labels.SEVERITY_CLAUSES[machine.severity]
        yield self._say("stages_severity", severity=severity)

    def _stages(self) -> Section:
        machine, title = self.ruleset.machine, self._say("stages")
        if machine is None:
            return Section(title)
        entries = tuple(map(self.stage, machine.stages))
        return Section(title, entries, tuple(self.about_stages(machine)))

    def _stage_lines(self, stage: Stage) -> Iterator[str]:
        labels = self.words.labels
        if stage.level is not None:
            yield self._say("stage_level", level=labels.LEVELS[stage.level])
        if stage.power is not None:
            yield from self._power_lines(stage)
        for edge in stage.edges:
            outcome = (edge.outcome,) if edge.outcome is not None else ()
            act = self.names.act(edge.act) + self.phrases.outcome(outcome)
            key = "stage_again" if edge.to == stage.id else "stage_next"
            yield self._say(key, act=act, stage=self.phrases.bare_stage(edge.to))
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
