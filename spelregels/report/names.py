"""How acts, roles, stages, events and days are called in a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Final

from spelregels.model.frozen import dataclass
from spelregels.model.norms import NamedTerm, Norm
from spelregels.model.patterns import Bearer, NormRef, RoleSpec, TermRef, Value
from spelregels.model.ruleset import Ruleset, RulesetFile
from spelregels.model.terms import Duration, NotStated
from spelregels.model.trajectory import Event, Trajectory, When
from spelregels.model.words import Certainty, Precision
from spelregels.report.grammar import is_plural, with_article
from spelregels.report.wording import Wording, wording

# An id longer than this (an address) is not repeated whole inside a sentence.
LONG_ID, ID_TAIL = 32, 8
_ID: Final = re.compile(r"\b\w+_\w+\b")


@dataclass(frozen=True, slots=True)
class Names:
    """Names under one ruleset, in one language, for one trajectory (None: for the rules alone).

    ``marks``: what an event is pointed at with, by its id, where that is not the id itself.
    """

    ruleset: Ruleset
    words: Wording
    trajectory: Trajectory | None = None
    marks: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        ruleset: Ruleset,
        language: str,
        trajectory: Trajectory | None = None,
        marks: Mapping[str, str] | None = None,
    ) -> Names:
        """``language``: ``nl`` or ``en``."""
        return cls(ruleset, wording(language), trajectory, marks or {})

    def title(self, titles: Mapping[str, str], fallback: str) -> str:
        """The title in this language, else the Dutch one, else the id made readable."""
        return titles.get(self.words.language) or titles.get("nl") or readable(fallback)

    def quote(self, text: str) -> str:
        """``‘text’``."""
        return self.words.part("quote", text=text)

    def act(self, act: str) -> str:
        """``‘advies uitgebracht’``."""
        known = self.ruleset.acts.get(act)
        return self.quote(short(self.title(known.title if known else {}, act)))

    def stage(self, stage: str | None) -> str:
        """``de fase ‘geopend’``; None: an unknown stage."""
        machine = self.ruleset.machine
        if stage is None:
            return self.words.part("no_stage")
        titles = next((s.title for s in machine.stages if s.id == stage), {}) if machine else {}
        return self.words.part("stage", stage=self.quote(self.title(titles, stage)))

    def term(self, ref: TermRef) -> str:
        """``‘zienswijzetermijn’``."""
        term = self.find_term(ref)
        return self.quote(self.title_of(term) if term else readable(ref.term))

    def the_term(self, ref: TermRef) -> str:
        """``de termijn ‘post’``; what is called a term already: ``de ‘beroepstermijn’``."""
        named = self.term(ref)
        first = named.split(maxsplit=1)[0].strip(self.quote(""))
        known = first.lower().endswith(self.words.part("a_term"))
        return self.words.part("term_by_its_name" if known else "term", term=named)

    def title_of(self, one: Norm | NamedTerm) -> str:
        """What a norm or term is called; the id of a norm, or the id of a term made readable."""
        english = one.title_en if self.words.language == "en" else ""
        named = readable(one.id) if isinstance(one, NamedTerm) else one.id
        return english or one.title or named

    def find_term(self, ref: TermRef) -> NamedTerm | None:
        """The newest version of a named term; None when no file has it."""
        found = [t for f in self.ruleset.files if f.id == ref.file for t in f.terms]
        return next((t for t in reversed(found) if t.id == ref.term), None)

    def norm(self, ref: NormRef) -> str:
        """``‘titel’`` of a norm, else its id."""
        files = [f for f in self.ruleset.files if f.id == ref.file]
        norm = next((n for f in reversed(files) for n in f.norms if n.id == ref.norm), None)
        return self.quote(self.title_of(norm) if norm else ref.norm)

    def file(self, file: RulesetFile) -> str:
        """The title of a file."""
        return self.title(file.title, file.id)

    def role(self, role: str) -> str:
        """``het college``; a role that the header fills in is named by what fills it."""
        return with_article(self._role_title(role), self.words.language)

    def _role_title(self, role: str) -> str:
        known = self.ruleset.roles.get(role)
        if known and known.bound_by_header and self.trajectory:
            bound = self.trajectory.competent_authority
            if bound and bound != role:
                return self._role_title(bound)
        title = self.title(known.title if known else {}, role)
        return title.partition(" (")[0].partition(": ")[0]

    def roles(self, roles: tuple[str, ...], word: str = "and") -> str:
        """Several roles; ``word`` is ``and`` or ``or``."""
        return self.words.join((self.role(role) for role in roles), word)

    def role_spec(self, spec: RoleSpec) -> str:
        """Any of these roles, or every body with this legal form."""
        if spec.vehicle is not None:
            body: str = self.words.labels.BODIES[spec.vehicle]
            return body
        return self.roles(spec.any_of, "or")

    def are_many(self, spec: RoleSpec) -> bool:
        """Whether a verb after these roles is plural; of alternatives the last one counts."""
        return bool(spec.any_of) and is_plural(self._role_title(spec.any_of[-1]))

    def bearer(self, bearer: Bearer) -> str:
        """Who must act, in words; empty for a norm that has no bearer."""
        match bearer:
            case None:
                return ""
            case NotStated():
                return self.words.part("bearer_not_stated")
            case RoleSpec():
                return self.role_spec(bearer)

    def day(self, day: date) -> str:
        """``4 juni 2026``."""
        return f"{day.day} {self.words.labels.MONTHS[day.month - 1]} {day.year}"

    def when(self, at: When) -> str:
        """``4 juni 2026``, ``4 juni 2026 om 14:05``, ``juni 2026``, ``2026``, ``dag onbekend``."""
        if at.day is None:
            return self.words.part("unknown_day")
        match at.precision:
            case Precision.MINUTE:
                clock = f"{(at.minute or 0) // 60}:{(at.minute or 0) % 60:02}"
                return self.words.part("at_minute", day=self.day(at.day), time=clock)
            case Precision.DAY:
                return self.day(at.day)
            case Precision.MONTH:
                return f"{self.words.labels.MONTHS[at.day.month - 1]} {at.day.year}"
            case Precision.YEAR:
                return str(at.day.year)
            case Precision.UNKNOWN:
                return self.words.part("unknown_day")

    def event(self, event: Event) -> str:
        """``‘besluit genomen’ (e2, aangenomen, 4 juni 2026)``; a very long id loses its front."""
        planned = event.certainty is Certainty.PLANNED
        return self.words.part(
            "event_planned" if planned else "event",
            act=self.act(event.act),
            id=self._mark(event, event.id if len(event.id) <= LONG_ID else _tail(event.id)),
            outcome=self._outcome(event),
            when=self.when(event.at),
        )

    def event_line(self, event: Event) -> str:
        """``4 juni 2026: ‘advies gevraagd’ (e2), door het college``: never a person's name."""
        known = bool(self.actor_roles(event))
        return self.words.part(
            "event_line",
            when=self.when(event.at),
            act=self.act(event.act),
            id=self._mark(event, event.id),
            outcome=self._outcome(event),
            by=self.words.part("by_line", role=self.actor(event)) if known else "",
            doubt=self._doubt(event),
        )

    def _mark(self, event: Event, otherwise: str) -> str:
        return self.marks.get(event.id, otherwise)

    def _outcome(self, event: Event) -> str:
        outcome = event.outcome
        return self.words.part("outcome", outcome=readable(outcome)) if outcome else ""

    def _doubt(self, event: Event) -> str:
        match event.certainty:
            case Certainty.SEEN:
                return ""
            case Certainty.INFERRED:
                return self.words.part("inferred_line")
            case Certainty.PLANNED:
                return self.words.part("planned_line")

    def actor_roles(self, event: Event) -> tuple[str, ...]:
        """The roles in which an event was done; empty when the source gives none (M12)."""
        if event.roles:
            return event.roles
        if event.by is None:
            return ()
        if event.by in self.ruleset.roles:
            return (event.by,)
        aliased = [r.id for r in self.ruleset.roles.values() if event.by in r.aliases]
        if aliased:
            return tuple(aliased)
        held = self.trajectory.persons.get(event.by, ()) if self.trajectory else ()
        return tuple(
            spell.role
            for spell in held
            if event.at.day is not None
            and (spell.first is None or spell.first <= event.at.day)
            and (spell.last is None or event.at.day <= spell.last)
        )

    def actor(self, event: Event) -> str:
        """The role of whoever did it, in words."""
        roles = self.actor_roles(event)
        return self.roles(roles) if roles else self.words.part("someone_unknown")

    def prose(self, text: str) -> str:
        """A text as its author wrote it, with the facts that it names by id made readable."""
        tables = (self.ruleset.facts, *(act.attributes for act in self.ruleset.acts.values()))

        def read(found: re.Match[str]) -> str:
            known = any(found[0] in table for table in tables)
            return self.quote(readable(found[0])) if known else found[0]

        return _ID.sub(read, text)

    def value(self, value: Value | None) -> str:
        """A value as a person would write it."""
        match value:
            case None:
                return self.words.part("nothing_found")
            case bool():
                return self.words.part("yes" if value else "no")
            case tuple():
                return self.words.join((self.value(one) for one in value), "or")
            case date():
                return self.day(value)
            case Duration():
                return self.duration(value)
            case Decimal():
                return self.words.number(value)
            case int():
                return self.words.whole(value)
            case str():
                return readable(value)

    def duration(self, duration: Duration) -> str:
        """``1 week``, ``6 weken``."""
        one, many = self.words.labels.UNITS[duration.unit]
        unit = one if duration.amount == 1 else many
        frames = self.words.frames.TERMS
        return self.words.say(frames, "duration", amount=duration.amount, unit=unit)


def _tail(identifier: str) -> str:
    return f"…{identifier[-ID_TAIL:]}"


def short(title: str) -> str:
    """A title without the explanation in brackets at its end."""
    return title[: title.rindex(" (")] if title.endswith(")") and " (" in title else title


def readable(identifier: str) -> str:
    """An id as words: ``advies.niet_gevolgd`` is ``advies niet gevolgd``."""
    return identifier.replace(".", " ").replace("_", " ")


def bearer_id(bearer: Bearer) -> str:
    """The bearer as data: role ids joined by ``|``, ``not_stated``, or empty."""
    match bearer:
        case None:
            return ""
        case NotStated():
            return "not_stated"
        case RoleSpec(vehicle=vehicle, any_of=any_of):
            return "|".join(any_of) if vehicle is None else f"vehicle:{vehicle.value}"
