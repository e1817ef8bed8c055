"""P10: whether a body looks like the population it speaks for, group by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from spelregels.model.frozen import dataclass
from spelregels.model.portfolio import Composition
from spelregels.model.portfolio_found import Figure, Lack, Name, PortfolioFinding, Reason, What
from spelregels.model.registers import Body, Registers
from spelregels.model.words import How, Word
from spelregels.portfolio.answer import Answer
from spelregels.portfolio.areas import Tree


@dataclass(frozen=True, slots=True)
class Members:
    """Who sits in a body on a day. ``more``: how many others may; None: no bound is known."""

    known: tuple[str, ...]
    more: int | None


def members_of(name: str, body: Body, registers: Registers, as_of: int) -> Members:
    """Who the register seats in a body, and how many it may have left out."""
    known = tuple(
        sorted(
            who
            for who, person in registers.persons.items()
            if any(
                seat.body == name
                and (seat.first is None or seat.first.toordinal() <= as_of)
                and (seat.last is None or seat.last.toordinal() >= as_of)
                for seat in person.seats
            )
        )
    )
    if body.complete:
        return Members(known, 0)
    return Members(known, None if body.seats is None else max(0, body.seats - len(known)))


def composition(asked: Composition, registers: Registers, tree: Tree, as_of: int) -> Answer:
    """Every body of the register, held against the population of its area."""
    answer = Answer()
    lacks: list[Lack] = []
    for name in sorted(registers.bodies):
        lacks += _of_body(name, asked, registers, tree, as_of, answer)
    if lacks:
        answer.findings.append(_unclear(lacks))
    return answer


def _unclear(lacks: Sequence[Lack]) -> PortfolioFinding:
    bodies = tuple(dict.fromkeys(lack.owner for lack in lacks))
    return PortfolioFinding(
        word=Word.CANNOT_TELL,
        reason=Reason.COMPOSITION_UNKNOWN,
        about={"body": bodies},
        lacks=tuple(dict.fromkeys(lacks)),
    )


def _of_body(
    name: str,
    asked: Composition,
    registers: Registers,
    tree: Tree,
    as_of: int,
    answer: Answer,
) -> Sequence[Lack]:
    """Notes the groups of one body. Out: what is missing, if something cannot be told."""
    body = registers.bodies[name]
    if body.area is None:
        return (Lack(name, How.FACT_UNKNOWN, what=What.BODY_AREA),)
    living = registers.population.get(tree.name(body.area))
    groups = living.groups.get(asked.by) if living else None
    if not groups or not sum(groups.values()):
        return (Lack(name, How.FACT_UNKNOWN, "", body.area, What.POPULATION),)
    seated = members_of(name, body, registers, as_of)
    if seated.more is None:
        return (Lack(name, How.FACT_UNKNOWN, what=What.SEATS),)
    told = [registers.persons[who].groups.get(asked.by) for who in seated.known]
    counts = Counter(group for group in told if group is not None)
    loose, total = told.count(None) + seated.more, len(told) + seated.more
    if not total:
        return ()
    unclear = False
    for group, inhabitants in groups.items():
        expected = asked.at_least * Fraction(inhabitants, sum(groups.values()))
        low = Fraction(counts[group], total)
        high = Fraction(counts[group] + loose, total)
        if low >= expected:
            answer.kept += 1
        elif high < expected:
            figures = _figures(counts[group], loose, total, expected)
            answer.findings.append(_finding(name, asked.by, group, figures))
        else:
            unclear = True
    if not unclear:
        return ()
    lacks = [Lack(name, How.FACT_UNKNOWN, "", asked.by, What.MEMBER_GROUP)] if None in told else []
    return [*lacks, *([Lack(name, How.FACT_UNKNOWN, what=What.SEATS)] if seated.more else [])]


def _figures(count: int, loose: int, total: int, expected: Fraction) -> tuple[Figure, ...]:
    return (
        Figure(Name.IN_GROUP, count, count + loose, persons=True, of=total),
        Figure(Name.MEMBERS, total, total, persons=True),
        Figure(Name.EXPECTED, expected, expected),
    )


def _finding(body: str, by: str, group: str, figures: tuple[Figure, ...]) -> PortfolioFinding:
    return PortfolioFinding(
        word=Word.BROKEN,
        reason=Reason.UNDER_REPRESENTED,
        about={"body": (body,), "dimension": (by,), "group": (group,)},
        figures=figures,
    )
