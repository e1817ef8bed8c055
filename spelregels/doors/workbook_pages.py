"""A ruleset, and trajectories if there are any, as the pages of a workbook that people fill in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum

from spelregels.doors import workbook_words as words
from spelregels.doors.workbook_book import LISTS, Book, Column, Filled, Page, Style
from spelregels.doors.workbook_rows import RowMaker
from spelregels.model.ruleset import Act, Attribute, Role, Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.words import AttributeType, Level

_TYPES: Mapping[AttributeType, str] = {
    AttributeType.BOOLEAN: words.TYPE_BOOLEAN,
    AttributeType.DATE: words.TYPE_DATE,
    AttributeType.INTEGER: "geheel getal",
    AttributeType.MONEY: "bedrag",
    AttributeType.DURATION: "termijn, zoals 6 weken",
    AttributeType.ROLE: "code van een rol",
    AttributeType.REF: "nr van een gebeurtenis",
}
_WIDE = {"Motivering": 40, "Opmerking": 40, "Titel": 32, "Wat": 34, "Bron": 24}


def book(ruleset: Ruleset, trajectories: Sequence[Trajectory] = ()) -> Book:
    """The workbook for a ruleset, filled with trajectories (bound to it).

    Raises ``InputRefused`` when a value cannot stand in a cell: an empty text, or ``~``.
    """
    return _Maker(ruleset, tuple(trajectories)).book()


def used_names(ruleset: Ruleset) -> frozenset[str]:
    """Every word in the norms, terms and stages: acts, roles, attributes, facts among them."""
    parts: list[object] = [(f.norms, f.terms, f.guarantees, f.applies) for f in ruleset.files]
    return frozenset(_words([*parts, ruleset.machine]))


def _words(parts: list[object]) -> Iterator[str]:
    while parts:
        part = parts.pop()
        if isinstance(part, str) and not isinstance(part, Enum):
            yield part
        elif isinstance(part, (tuple, frozenset)):
            parts.extend(part)
        elif is_dataclass(part) and not isinstance(part, type):
            parts.extend(getattr(part, one.name) for one in fields(part))


@dataclass(slots=True)
class _Lists:
    """The sheet of lists in the making: columns with a heading, each of its own length."""

    columns: list[tuple[str, list[str]]] = field(default_factory=list)

    def add(self, heading: str, values: Iterable[str]) -> tuple[int, int]:
        """A column; its number and how many values it has."""
        kept = list(values)
        self.columns.append((heading, kept))
        return len(self.columns), len(kept)

    def page(self) -> Page:
        """The sheet."""
        longest = max(len(values) for _, values in self.columns)
        rows = [
            tuple(values[row] if row < len(values) else None for _, values in self.columns)
            for row in range(longest)
        ]
        return Page(LISTS, tuple(Column(heading, 30) for heading, _ in self.columns), rows)


@dataclass(slots=True)
class _Maker:
    ruleset: Ruleset
    trajectories: tuple[Trajectory, ...]
    lists: _Lists = field(default_factory=_Lists)
    choices: dict[str, tuple[int, int]] = field(default_factory=dict)  # by key or heading

    def book(self) -> Book:
        used = used_names(self.ruleset)
        acts = _labels(self.ruleset.acts, used)
        roles = _with_aliases(_labels(self.ruleset.roles, used), self.ruleset.roles)
        attributes = self._columns(words.ATTRIBUTE, self._attributes(used))
        facts = self._columns(words.FACT, self._facts(used))
        self._fill_lists(acts, roles)
        self._fill_types(attributes, facts)
        rows = RowMaker(acts, roles, attributes | facts)
        told = self.trajectories
        pages = (
            self._explanation(),
            self._page(words.TRAJECTORIES, rows.trajectories(told), facts),
            self._page(words.EVENTS, rows.events(told), attributes),
            self._page(words.DEPARTURES, (), {}),
            self._page(words.PERSONS, rows.persons(told), {}),
            self.lists.page(),
        )
        return Book(pages)

    # -- what may be filled in --------------------------------------------------------------------

    def _attributes(self, used: frozenset[str]) -> Iterator[tuple[str, Attribute]]:
        """The attributes that the rules read or that the trajectories have, act by act."""
        events = [event for one in self.trajectories for event in one.events]
        told = {(event.act, name) for event in events for name in event.attributes}
        for act in self.ruleset.acts.values():
            for name, declared in act.attributes.items():
                if (act.id, name) in told or (act.id in used and name in used):
                    yield name, declared

    def _facts(self, used: frozenset[str]) -> Iterator[tuple[str, Attribute]]:
        told = {name for one in self.trajectories for name in one.facts}
        for name, declared in self.ruleset.facts.items():
            if name in told or name in used:
                yield name, declared

    @staticmethod
    def _columns(
        prefix: str, found: Iterable[tuple[str, Attribute]]
    ) -> dict[str, tuple[str, Attribute]]:
        """By prefix and name: the heading, and what every act agrees on for it."""
        agreed: dict[str, Attribute] = {}
        for name, declared in found:
            other = agreed.get(name, declared)
            same = other.type is declared.type and other.one_of == declared.one_of
            many = other.many or declared.many
            kind = declared.type if same else AttributeType.TEXT
            agreed[name] = Attribute(kind, many, declared.one_of if same else ())
        return {
            prefix + name: (f"{prefix}{name}{words.MANY if one.many else ''}", one)
            for name, one in agreed.items()
        }

    def _fill_lists(self, acts: Mapping[str, str], roles: Mapping[str, str]) -> None:
        add = self.lists.add
        self.choices["act"] = add(words.LIST_ACTS, acts.values())
        add(words.CODES[words.LIST_ACTS], acts)
        self.choices["as"] = add(words.LIST_ROLES, roles.values())
        add(words.CODES[words.LIST_ROLES], roles)
        self.choices["role"] = self.choices["competent_authority"] = self.choices["as"]
        outcomes = (o for act in acts for o in self.ruleset.acts[act].outcomes)
        self.choices["outcome"] = add("Uitkomsten", dict.fromkeys(outcomes))
        self.choices["level"] = add("Niveaus", [level.value for level in Level])
        self.choices["precision"] = add("Precies", words.PRECISION)
        self.choices["certainty"] = add("Zekerheden", words.CERTAINTY)
        self.choices["order"] = add("Volgordes", words.ORDER)
        departures = [acts[act] for act in words.DEPARTURES_KNOWN if act in acts]
        self.choices["departure"] = add("Afwijkingen", departures)
        self.choices[words.TYPE_BOOLEAN] = add("Ja of nee", (words.YES, words.NO))

    def _fill_types(
        self,
        attributes: Mapping[str, tuple[str, Attribute]],
        facts: Mapping[str, tuple[str, Attribute]],
    ) -> None:
        add = self.lists.add
        for heading, prefix, found in (
            (words.LIST_ATTRIBUTES, words.ATTRIBUTE, attributes),
            (words.LIST_FACTS, words.FACT, facts),
        ):
            add(heading, (name.removeprefix(prefix) for name, _ in found.values()))
            add(words.CODES[heading], (_type(declared) for _, declared in found.values()))
        for name, declared in (*attributes.values(), *facts.values()):
            if declared.one_of:
                self.choices[name] = add(name, declared.one_of)

    # -- pages ------------------------------------------------------------------------------------

    def _explanation(self) -> Page:
        own = self.ruleset.own
        lines = (
            f"Werkboek: {own.title.get('nl') or self.ruleset.id}",
            "",
            *words.TEXT_LINES,
            "",
            f"Laten toetsen: spelregels check DIT-BESTAND --rules {self.ruleset.id}",
            "Met de uitkomst in een nieuw werkboek: zet er achter: --write-back NIEUW-BESTAND",
        )
        column = Column(words.EXPLANATION, 110)
        return Page(
            words.EXPLANATION, (column,), [(line,) for line in lines], plain=True, wrap=True
        )

    def _page(
        self,
        name: str,
        rows: Iterable[Mapping[str, Filled]],
        own: Mapping[str, tuple[str, Attribute]],
    ) -> Page:
        columns = [self._column(h, key, name) for h, key in words.HEADINGS[name].items()]
        columns += [self._own_column(heading, declared) for heading, declared in own.values()]
        cells = [tuple(row.get(column.heading) for column in columns) for row in rows]
        return Page(name, tuple(columns), cells, fill_in=True)

    def _column(self, heading: str, key: str, page: str) -> Column:
        of = "departure" if page == words.DEPARTURES and key == "act" else key
        style = Style.DATE if key in words.DATES else Style.TIME if key == "time" else Style.PLAIN
        width = _WIDE.get(heading, 18)
        return Column(heading, width, style, self.choices.get(of), strict=key != "as")

    def _own_column(self, heading: str, declared: Attribute) -> Column:
        choices = self.choices.get(heading) or self.choices.get(_type(declared))
        style = Style.DATE if declared.type is AttributeType.DATE else Style.PLAIN
        return Column(heading, 24, style, choices, strict=not declared.many, note=_type(declared))


def _type(declared: Attribute) -> str:
    return "keuze" if declared.one_of else _TYPES.get(declared.type, "tekst")


def _labels(found: Mapping[str, Act] | Mapping[str, Role], used: frozenset[str]) -> dict[str, str]:
    """A label by code, those that the rules use first; two with one title keep their code too."""
    titles = {code: one.title.get("nl", "").strip() or code for code, one in found.items()}
    several = {t for t in titles.values() if list(titles.values()).count(t) > 1}
    clear = {code: f"{t} ({code})" if t in several else t for code, t in titles.items()}
    return dict(sorted(clear.items(), key=lambda pair: pair[0] not in used))


def _with_aliases(labels: Mapping[str, str], roles: Mapping[str, Role]) -> dict[str, str]:
    """The other names of roles too, each as itself, behind the roles."""
    taken = set(labels.values())
    aliases = (alias for role in roles.values() for alias in role.aliases if alias not in labels)
    return {**labels, **{a: f"{a} (andere naam)" if a in taken else a for a in aliases}}
