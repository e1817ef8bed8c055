"""P12: how long members of a body have served, renewals counted on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from spelregels.model.frozen import dataclass
from spelregels.model.portfolio import Tenure
from spelregels.model.portfolio_found import Figure, Lack, Name, PortfolioFinding, Reason, What
from spelregels.model.registers import Body, Registers
from spelregels.model.verdict import Unknown
from spelregels.model.words import How, Word
from spelregels.portfolio.answer import Answer
from spelregels.portfolio.seen import FIRST_DAY, LAST_DAY, Seen, last_before, texts_of
from spelregels.portfolio.shown import Shown

Between = tuple[int, int]
"""Some day from the first through the second of these ordinals."""


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in a body: when it began, and the first day after it, each between two days.

    ``till`` None: it has not ended.
    """

    since: Between
    till: Between | None


@dataclass(frozen=True, slots=True)
class Service:
    """Whether somebody sits in a body now, and since when without a break; None: perhaps."""

    now: bool | None
    long: bool | None


Move = tuple[Seen, bool, bool]
"""An event, whether it surely happened, and whether somebody began (else: ended)."""


def tenure(asked: Tenure, portfolio: Sequence[Shown], registers: Registers, as_of: int) -> Answer:
    """Every body of the register or of an appointment."""
    answer = Answer()
    lacks: list[Lack] = []
    moves, hazy = _moves(asked, portfolio)
    seats: dict[str, dict[str, list[Spell]]] = {name: {} for name in registers.bodies}
    for who, person in registers.persons.items():
        for seat in person.seats:
            if seat.body is not None:
                begin = seat.first.toordinal() if seat.first else None
                since = (begin, begin) if begin is not None else (FIRST_DAY, as_of)
                end = seat.last.toordinal() + 1 if seat.last else None
                spell = Spell(since, (end, end) if end is not None else None)
                seats.setdefault(seat.body, {}).setdefault(who, []).append(spell)
    for (body, who), some in moves.items():
        spells = seats.setdefault(body, {}).setdefault(who, [])
        spells += list(_spells(some))
    for body in sorted(seats):
        known = registers.bodies.get(body, Body())
        lacks += _of_body(body, known, seats[body], asked, as_of, answer, bool(hazy))
    if lacks:
        bodies = tuple(dict.fromkeys(lack.owner for lack in lacks))
        answer.findings.append(
            PortfolioFinding(
                word=Word.CANNOT_TELL,
                reason=Reason.TENURE_UNKNOWN,
                about={"body": bodies},
                lacks=tuple(dict.fromkeys((*lacks, *hazy))),
            )
        )
    return answer


def _moves(
    asked: Tenure, portfolio: Sequence[Shown]
) -> tuple[Mapping[tuple[str, str], list[Move]], list[Lack]]:
    """Appointments and departures by body and person; and those of which these are not known."""
    found: dict[tuple[str, str], list[Move]] = {}
    hazy: list[Lack] = []
    for shown in portfolio:
        for deeds, began in ((asked.begins, True), (asked.ends, False)):
            for seen, sure in shown.found(deeds):
                bodies, who = shown.value(seen, asked.body), shown.value(seen, asked.person)
                for value, name in ((bodies, asked.body), (who, asked.person)):
                    if isinstance(value, Unknown):
                        hazy.append(Lack(shown.id, How.FACT_UNKNOWN, seen.event.id, name))
                for body in texts_of(bodies):
                    for person in texts_of(who):
                        found.setdefault((body, person), []).append((seen, sure, began))
    return found, hazy


def _spells(moves: Sequence[Move]) -> Iterator[Spell]:
    """From each appointment to the next departure; an appointment meanwhile is a renewal."""
    since: Between | None = None
    perhaps_left: int | None = None
    for seen, sure, began in sorted(moves, key=lambda m: (m[0].lo, m[0].hi, m[2])):
        if began and since is None:
            since = (seen.lo, seen.hi if sure else LAST_DAY)
        elif began and since is not None and perhaps_left is not None and sure:
            since, perhaps_left = (since[0], seen.hi), None
        elif not began and since is not None and sure:
            yield Spell(since, (seen.lo, seen.hi))
            since = perhaps_left = None
        elif not began and since is not None and perhaps_left is None:
            perhaps_left = seen.lo
    if since is not None:
        yield Spell(since, None if perhaps_left is None else (perhaps_left, LAST_DAY))


def _joined(spells: Sequence[Spell]) -> Spell:
    """The last time without a break: spells that follow each other at once are one."""
    ordered = sorted(spells, key=lambda s: s.since)
    joined = ordered[0]
    for spell in ordered[1:]:
        till = joined.till
        if till is None or spell.since[1] <= till[0]:
            later = None if till is None or spell.till is None else max(till, spell.till)
            joined = Spell(joined.since, later)
        elif spell.since[0] <= till[1]:
            joined = Spell((joined.since[0], spell.since[1]), spell.till)
        else:
            joined = spell
    return joined


def _service(spells: Sequence[Spell], asked: Tenure, as_of: int) -> Service:
    """How the time of one person in one body stands today."""
    spell = _joined(spells)
    since, till = spell.since, spell.till
    now: bool | None
    if since[0] > as_of or (till is not None and till[1] <= as_of):
        return Service(False, False)
    now = True if since[1] <= as_of and (till is None or till[0] > as_of) else None
    perhaps = last_before(since[0], asked.longer_than) < as_of
    surely = since[1] <= as_of and last_before(since[1], asked.longer_than) < as_of
    return Service(now, True if surely else None if perhaps else False)


def _of_body(
    name: str,
    body: Body,
    members: Mapping[str, Sequence[Spell]],
    asked: Tenure,
    as_of: int,
    answer: Answer,
    hazy: bool,
) -> Sequence[Lack]:
    """Notes one body. Out: what is missing, if it cannot be told."""
    served = {who: _service(spells, asked, as_of) for who, spells in members.items()}
    sitting = {who: s for who, s in served.items() if s.now is not False}
    if body.complete:
        more: int | None = 0
    else:
        more = None if body.seats is None else max(0, body.seats - len(sitting))
    if more is None:
        return (Lack(name, How.FACT_UNKNOWN, what=What.SEATS),) if sitting or hazy else ()
    surely = sum(s.now is True and s.long is True for s in sitting.values())
    perhaps = sum(s.long is not False for s in sitting.values())
    fresh = sum(s.now is True and s.long is False for s in sitting.values())
    total = len(sitting) + more
    if not total:
        return ()
    low = Fraction(surely, total)
    most = perhaps + more
    high = Fraction(most, fresh + most) if most else Fraction(0)
    if low > asked.at_most and not hazy:
        long = tuple(sorted(w for w, s in sitting.items() if s.now and s.long))
        answer.findings.append(_finding(name, long, (surely, most), total, low, high, asked))
    elif high <= asked.at_most and not hazy:
        answer.kept += 1
    else:
        vague = any(s.now is None or s.long is None for s in sitting.values())
        lacks = [Lack(name, How.DATE_UNKNOWN, what=What.MEMBER_SINCE)] if vague or hazy else []
        return [*lacks, *([Lack(name, How.FACT_UNKNOWN, what=What.SEATS)] if more else [])]
    return ()


def _finding(
    body: str,
    persons: tuple[str, ...],
    counted: tuple[int, int],
    total: int,
    low: Fraction,
    high: Fraction,
    asked: Tenure,
) -> PortfolioFinding:
    return PortfolioFinding(
        word=Word.BROKEN,
        reason=Reason.LONG_SERVING,
        persons=persons,
        about={"body": (body,)},
        figures=(
            Figure(Name.LONG, counted[0], counted[1], persons=True, of=total),
            Figure(Name.MEMBERS, total, total, persons=True),
            Figure(Name.SHARE, low, high, of=total),
            Figure(Name.LIMIT, asked.at_most, asked.at_most),
        ),
    )
