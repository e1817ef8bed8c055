"""The rules read back in plain words: what a file says, as data first, then as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spelregels.model.frozen import dataclass
from spelregels.model.ruleset import (
    Act,
    Attribute,
    Guarantee,
    Role,
    Ruleset,
    RulesetFile,
    Source,
    WordList,
)
from spelregels.model.terms import CalendarData
from spelregels.model.words import Vehicle
from spelregels.report.explain_file import FileReader
from spelregels.report.explain_gates import GateReader
from spelregels.report.explain_norms import Entry, NormReader
from spelregels.report.explain_stages import StageReader
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
        self.gates = GateReader(self.norms)
        self.file = FileReader(self.phrases)
        self.stages = StageReader(self.file)

    def _say(self, key: str, **values: object) -> str:
        return self.words.say(self.words.frames.EXPLAIN, key, **values)

    # --- the whole file --------------------------------------------------------------------------

    def sections(self) -> tuple[Section, ...]:
        """The own file of the ruleset, whole: head, who, what, stages, terms, rules."""
        own = self.ruleset.own
        made = [
            self._head(own),
            *self._with_note(
                self._sources(own), self._roles(own), self._acts(own), self._facts(own)
            ),
            Section(
                self._say("calendars"), tuple(map(self.calendar, self.ruleset.calendars.values()))
            ),
            Section(self._say("lists"), tuple(map(self.word_list, self.ruleset.lists.values()))),
            self._stages(),
            self._terms(own),
            self._gates(own),
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
        return Section(self._say("roles"), tuple(map(self.role, shown)), lines)

    def _acts(self, own: RulesetFile) -> Section:
        used = used_acts(self.ruleset)
        shown = [a for a in self.ruleset.acts.values() if a.id in used or self._shows_all(own)]
        lines = self._others("acts", len(self.ruleset.acts) - len(shown))
        return Section(self._say("acts"), tuple(map(self.act, shown)), lines)

    def _facts(self, own: RulesetFile) -> Section:
        used = used_facts(self.ruleset)
        shown = {n: f for n, f in self.ruleset.facts.items() if n in used or self._shows_all(own)}
        lines = self._others("facts", len(self.ruleset.facts) - len(shown)) if shown else ()
        entries = tuple(self.fact(name, fact) for name, fact in shown.items())
        return Section(self._say("facts"), entries, lines)

    def _shows_all(self, own: RulesetFile) -> bool:
        """A vocabulary, or a file without layers: there is no other place to read its words."""
        return not own.norms or not own.extends

    def _with_note(self, *sections: Section) -> Iterator[Section]:
        """Once, under the first of them, what the names between brackets are."""
        note: tuple[str, ...] = (self._say("in_brackets"),)
        for section in sections:
            if section.entries or section.lines:
                yield replace(section, lines=(*section.lines, *note))
                note = ()

    def _others(self, key: str, count: int) -> tuple[str, ...]:
        """How many words of other layers are left out, and where to read them."""
        below = (f.id for f in self.ruleset.files if f.id != self.ruleset.own.id)
        files = self.words.join(dict.fromkeys(below))
        return (self._say(f"others_{key}", count=count, files=files),) if count and files else ()

    def _terms(self, own: RulesetFile) -> Section:
        """The terms of the file, and where those stand that it takes from other layers."""
        entries = tuple(self.norms.term(t, own) for t in own.terms if not in_gate(t.id, own))
        refs = [ref for ref in used_terms(own) if ref.file != own.id]
        named = (self.words.part("in_file", name=self.names.term(r), file=r.file) for r in refs)
        elsewhere = (self._say("terms_elsewhere", terms=self.words.join(named)),) if refs else ()
        return Section(self._say("terms"), entries, elsewhere)

    def _norms(self, file: RulesetFile) -> Section:
        if not file.norms:
            return Section(self._say("norms"), lines=(self._say("no_norms"),))
        alone = (norm for norm in file.norms if not in_gate(norm.id, file))
        return Section(self._say("norms"), tuple(self.norms.norm(norm, file) for norm in alone))

    def _gates(self, file: RulesetFile) -> Section:
        """The gates, each as one thing; their norms and terms are told nowhere else."""
        title = self.words.say(self.words.frames.GATES, "gates")
        return Section(title, tuple(self.gates.gate(gate, file) for gate in file.gates))

    # --- one thing each --------------------------------------------------------------------------

    def source(self, source: Source) -> str:
        """One source with its address."""
        return self._say("source_line", id=source.id, title=source.title, url=source.url).rstrip()

    def word_list(self, named: WordList) -> Entry:
        """One list: what stands in it, and whether that is all."""
        title = self.names.title(named.title, named.id)
        return Entry(named.id, title, "", tuple(self.file.word_list(named)))

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
        aliases = [name for name in map(readable, role.aliases) if not _within(name, title)]
        if aliases:
            extra += self._say("role_aliases", names=self.words.join(aliases, "or"))
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

    def _stages(self) -> Section:
        machine, title = self.ruleset.machine, self._say("stages")
        if machine is None:
            return Section(title)
        entries = tuple(map(self.stages.stage, machine.stages))
        return Section(title, entries, tuple(self.stages.about(machine)))


def _within(name: str, title: str) -> bool:
    """Whether a title already says a name."""
    return re.search(rf"\b{re.escape(name)}\b", title, re.IGNORECASE) is not None


def in_gate(id_: str, file: RulesetFile) -> bool:
    """Whether a norm or term of a file is part of one of its gates."""
    return any(gate.holds(id_) for gate in file.gates)


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
