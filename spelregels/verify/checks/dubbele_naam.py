"""Two words of the ruleset with the same name for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spelregels.model.ruleset import Act, Role
from spelregels.model.verified import CheckRecord, Cited, Place, Text
from spelregels.model.words import Severity
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="dubbele-naam",
    severity=Severity.WARNING,
    title=Text("Dubbele omschrijving", "Duplicate definition"),
    looks_for=Text(
        "Twee rollen, handelingen of termijnen met dezelfde naam voor mensen, in dit bestand of "
        "in een laag eronder.",
        "Two roles, acts or terms with the same name for people, in this file or in a layer below.",
    ),
    why=Text(
        "Een lezer ziet één begrip, de regels hebben er twee. Een regel over de een zegt dan "
        "niets over de ander.",
        "A reader sees one notion, the rules have two. A norm on one then says nothing about the "
        "other.",
    ),
    repair=Text(
        "Gebruik één van de twee (een rol kan aliases hebben), of geef ze namen die verschillen.",
        "Use one of the two (a role may have aliases), or give them names that differ.",
    ),
    limits=Text(
        "Kijkt naar de hele Nederlandse naam, niet naar de betekenis.",
        "Looks at the whole Dutch name, not at the meaning.",
    ),
    messages={
        "same": Text(
            "‘{title}’ is de naam van twee dingen: {one} en {other}.",
            "‘{title}’ is the name of two things: {one} and {other}.",
        )
    },
    sources=(Cited("Capelle aan den IJssel 2011, art. 1 onder c-d", "D35"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each own word that bears a name already given."""
    ruleset = subject.ruleset
    tables: Mapping[str, Mapping[str, str]] = {
        "roles": {one.id: _title(one) for one in ruleset.roles.values()},
        "acts": {one.id: _title(one) for one in ruleset.acts.values()},
        "terms": {one.id: one.title for file in ruleset.files for one in file.terms},
    }
    for section, titles in tables.items():
        own = set(subject.outline.names(section))
        first: dict[str, str] = {}
        # words of layers come first, so that the own word is the one that is found
        for id_, title in sorted(titles.items(), key=lambda one: one[0] in own):
            said = title.casefold().strip()
            if said and said in first and id_ in own:
                values = {"title": title, "one": first[said], "other": id_}
                yield Hit(Place(f"{section}/{id_}"), "same", values)
            elif said:
                first.setdefault(said, id_)


def _title(one: Role | Act) -> str:
    return one.title.get("nl", "")
