"""A file of registers as the model has it, its names checked against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from spelregels.language.portfolio.registers import (
    AreaIn,
    PersonIn,
    PopulationIn,
    RegistersIn,
    SeatIn,
)
from spelregels.language.portfolio.words import Words
from spelregels.language.problems import Problems
from spelregels.language.surface.base import Name
from spelregels.model.portfolio import PortfolioRules
from spelregels.model.registers import Area, Body, Channel, Person, Population, Registers, Seat

MOST_LEVELS = 12
"""Areas inside areas; a longer chain is a mistake."""


def registers(
    given: RegistersIn,
    rules: Sequence[PortfolioRules],
    path: str,
    sha256: str,
    problems: Problems,
) -> Registers:
    """The registers; names that lead nowhere go to ``problems``."""
    words = Words.of((ruleset for file in rules for ruleset in file.words), problems)
    areas = _areas(given.areas or {}, words)
    names = {name: one.name for one in areas.values() for name in (one.name, *one.aliases)}
    bodies = given.bodies or {}
    population = {
        _known(name, names, words): _population(one)
        for name, one in (given.population or {}).items()
    }
    return Registers(
        id=str(given.id),
        areas=areas,
        population=population,
        channels={
            str(name): Channel(one.digital, _reached(one.reaches, names, words))
            for name, one in (given.channels or {}).items()
        },
        bodies={
            str(name): Body(
                str(one.title or ""),
                _known(one.area, names, words) if one.area is not None else None,
                one.seats,
                one.members is not None,
            )
            for name, one in bodies.items()
        },
        persons={
            str(name): _person(one, bodies, population.values(), words)
            for name, one in (given.persons or {}).items()
        },
        topics={str(name): one.weight for name, one in (given.topics or {}).items()},
        path=path,
        sha256=sha256,
    )


def _areas(given: Mapping[Name, AreaIn], words: Words) -> dict[str, Area]:
    declared: dict[str, Name] = {}
    for name, one in given.items():
        for alias in (name, *(one.aliases or ())):
            if str(alias) in declared:
                line = declared[str(alias)].position.line
                words.problems.add(
                    "double-area",
                    alias.position,
                    f"Het gebied {alias} staat dubbel (eerst op regel {line}).",
                    f"The area {alias} stands twice (first on line {line}).",
                )
            declared.setdefault(str(alias), alias)
    names = {
        str(alias): str(name)
        for name, one in given.items()
        for alias in (name, *(one.aliases or ()))
    }
    areas = {
        str(name): Area(
            str(name),
            str(one.level or ""),
            _known(one.part_of, names, words) if one.part_of is not None else None,
            tuple(map(str, one.aliases or ())),
            one.parts is not None,
        )
        for name, one in given.items()
    }
    for name, one in given.items():
        _no_circle(name, one, areas, words)
    return areas


def _no_circle(name: Name, given: AreaIn, areas: Mapping[str, Area], words: Words) -> None:
    above: list[str] = [str(name)]
    here = areas[str(name)].part_of
    while here is not None and here in areas:
        if here == str(name) or len(above) > MOST_LEVELS:
            circle = here == str(name)
            place = given.part_of.position if given.part_of is not None else name.position
            words.problems.add(
                "area-circle" if circle else "area-too-deep",
                place,
                f"Het gebied {name} ligt zo in zichzelf."
                if circle
                else f"Het gebied {name} ligt meer dan {MOST_LEVELS} gebieden diep.",
                f"The area {name} lies in itself this way."
                if circle
                else f"The area {name} lies more than {MOST_LEVELS} areas deep.",
            )
            return
        above.append(here)
        here = areas[here].part_of


def _known(name: Name, names: Mapping[str, str], words: Words) -> str:
    """The area that a name stands for."""
    if str(name) not in names:
        words.unknown("unknown-area", "Het gebied", "The area", name, names)
    return names.get(str(name), str(name))


def _reached(
    given: list[Name] | None, names: Mapping[str, str], words: Words
) -> tuple[str, ...] | None:
    return None if given is None else tuple(_known(name, names, words) for name in given)


def _population(given: PopulationIn) -> Population:
    groups = {
        str(by): {str(group): count for group, count in counts.items()}
        for by, counts in given.groups.items()
    }
    return Population(given.as_of, str(given.source), groups)


def _person(
    given: PersonIn,
    bodies: Mapping[Name, object],
    population: Iterable[Population],
    words: Words,
) -> Person:
    known: dict[str, set[str]] = {}
    for living in population:
        for by, counts in living.groups.items():
            known.setdefault(by, set()).update(counts)
    for by, group in (given.groups or {}).items():
        if str(by) in known and str(group) not in known[str(by)]:
            words.unknown("unknown-group", "De groep", "The group", group, known[str(by)])
    return Person(
        tuple(_seat(seat, bodies, words) for seat in given.seats or ()),
        {str(by): str(group) for by, group in (given.groups or {}).items()},
    )


def _seat(given: SeatIn, bodies: Mapping[Name, object], words: Words) -> Seat:
    if given.body is not None and str(given.body) not in bodies:
        words.unknown("unknown-body", "Het orgaan", "The body", given.body, map(str, bodies))
    if given.from_ and given.to and given.to < given.from_:
        words.problems.add(
            "end-before-begin",
            given.at("to"),
            f"Dit eindigt ({given.to}) voordat het begint ({given.from_}).",
            f"This ends ({given.to}) before it begins ({given.from_}).",
        )
    return Seat(
        words.role(given.role) if given.role is not None else None,
        str(given.body) if given.body is not None else None,
        given.from_,
        given.to,
    )
