"""P8, P9: whether those affected were informed, and through channels that reach them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field

from spelregels.model.frozen import dataclass
from spelregels.model.portfolio import ChannelAsk, Channels
from spelregels.model.portfolio_found import (
    AreaTold,
    Lack,
    Pointer,
    PortfolioFinding,
    Reason,
    What,
)
from spelregels.model.registers import Registers
from spelregels.model.verdict import Unknown
from spelregels.model.words import How, Word
from spelregels.portfolio.answer import Answer
from spelregels.portfolio.areas import Covers, Tree
from spelregels.portfolio.seen import deeds_named, texts_of
from spelregels.portfolio.shown import Shown


@dataclass(frozen=True, slots=True)
class Reached:
    """How a trajectory stands: in order, not, or not to be told; None: nothing to judge.

    ``areas``: those left out; ``lacks``: what is not known; ``each``: the same area by area.
    """

    good: Covers
    areas: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()
    evidence: tuple[Pointer, ...] = ()
    judged: bool = True
    each: Mapping[str, Covers] = field(default_factory=dict)


def informed(portfolio: Sequence[Shown], tree: Tree) -> Answer:
    """P8: every trajectory of which the affected areas are told, or not."""
    return _answer(
        portfolio,
        lambda shown: informed_of(shown, tree),
        Reason.NOT_INFORMED,
        Reason.INFORMED_UNKNOWN,
    )


def _answer(
    portfolio: Sequence[Shown], judge: Callable[[Shown], Reached], broken: Reason, unknown: Reason
) -> Answer:
    answer = Answer()
    doubts: list[str] = []
    lacks: list[Lack] = []
    counted: dict[str, Counter[Covers]] = {}
    for shown in portfolio:
        found = judge(shown)
        if not found.judged:
            continue
        if found.good is False and not shown.begun:
            begin = Lack(shown.id, How.DATE_UNKNOWN, what=What.BEGIN)
            found = Reached(None, lacks=(begin,), each=dict.fromkeys(found.each))
        for area, told in found.each.items():
            counted.setdefault(area, Counter())[told] += 1
        if found.good is None:
            doubts.append(shown.id)
            lacks += found.lacks
        elif found.good:
            answer.kept += 1
        else:
            answer.findings.append(
                PortfolioFinding(
                    word=Word.BROKEN,
                    reason=broken,
                    trajectories=(shown.id,),
                    about={"area": found.areas},
                    evidence=found.evidence,
                )
            )
    if doubts:
        answer.doubt(unknown, doubts, lacks)
    answer.areas = [AreaTold(area, n[True], n[False], n[None]) for area, n in counted.items()]
    return answer


def informed_of(shown: Shown, tree: Tree) -> Reached:
    """P8: whether the informed areas cover each affected area of one trajectory."""
    affected, told = shown.header("area.affected"), shown.header("area.informed")
    if shown.run is None:
        return Reached(None, judged=False)
    lacks = []
    if isinstance(affected, Unknown):
        lacks.append(Lack(shown.id, How.FACT_UNKNOWN, what=What.AFFECTED))
    if isinstance(told, Unknown):
        lacks.append(Lack(shown.id, How.FACT_UNKNOWN, what=What.INFORMED))
    if lacks:
        if isinstance(affected, Unknown):
            return Reached(None, lacks=tuple(lacks))
        each: Mapping[str, Covers] = dict.fromkeys(_named(affected, tree))
        return Reached(None, lacks=tuple(lacks), judged=bool(each), each=each)
    return _covering(shown, _named(affected, tree), _named(told, tree), tree)


def _named(value: object, tree: Tree) -> tuple[str, ...]:
    given = value if isinstance(value, tuple) else () if value is None else (value,)
    return tuple(dict.fromkeys(tree.name(str(one)) for one in given))


def _covering(shown: Shown, affected: Sequence[str], by: Sequence[str], tree: Tree) -> Reached:
    answers = {area: tree.covered(area, by) for area in affected}
    out = tuple(area for area, covered in answers.items() if covered is False)
    if out:
        return Reached(False, out, each=answers)
    if None not in answers.values():
        return Reached(True, judged=bool(affected), each=answers)
    unclear = [area for area, covered in answers.items() if covered is None]
    return Reached(None, lacks=tuple(_why(shown, unclear, by, tree)), each=answers)


def _why(shown: Shown, unclear: Sequence[str], by: Sequence[str], tree: Tree) -> Iterator[Lack]:
    """Why it cannot be told whether some areas are covered."""
    loose = [area for area in (*unclear, *by) if not tree.known(area)]
    for area in dict.fromkeys(loose):
        yield Lack(shown.id, How.FACT_UNKNOWN, "", area, What.AREA_NOT_IN_REGISTER)
    if not loose:
        for area in unclear:
            yield Lack(shown.id, How.FACT_UNKNOWN, "", area, What.PARTS)


def channels(
    asked: Channels, portfolio: Sequence[Shown], registers: Registers, tree: Tree
) -> Answer:
    """P9: every trajectory in which people were told something."""
    if asked.ask is ChannelAsk.NOT_ONLY_DIGITAL:
        return _answer(
            portfolio,
            lambda shown: _not_only_digital(asked, shown, registers),
            Reason.ONLY_DIGITAL,
            Reason.CHANNELS_UNKNOWN,
        )
    return _answer(
        portfolio,
        lambda shown: _reaches(asked, shown, registers, tree),
        Reason.NOT_REACHED,
        Reason.CHANNELS_UNKNOWN,
    )


@dataclass(frozen=True, slots=True)
class _Used:
    """The channels surely used and those perhaps used; and what else may have been used."""

    surely: tuple[str, ...]
    perhaps: tuple[str, ...]
    lacks: tuple[Lack, ...]
    evidence: tuple[Pointer, ...]
    told: bool  # whether anything surely was told


def _used(asked: Channels, shown: Shown) -> _Used:
    surely: list[str] = []
    perhaps: list[str] = []
    acts = deeds_named(asked.of)
    lacks = [Lack(shown.id, How.NOT_RECORDED, "", name) for name in shown.unrecorded(acts)]
    found = shown.found(asked.of)
    for seen, sure in found:
        given = shown.value(seen, asked.attribute)
        if isinstance(given, Unknown):
            lacks.append(Lack(shown.id, How.FACT_UNKNOWN, seen.event.id, asked.attribute))
        if not sure:
            lacks.append(Lack(shown.id, How.DATE_UNKNOWN, seen.event.id))
        (surely if sure else perhaps).extend(texts_of(given))
    evidence = tuple(Pointer(shown.id, seen.event.id) for seen, sure in found if sure)
    told = any(sure for _, sure in found)
    return _Used(
        tuple(dict.fromkeys(surely)), tuple(dict.fromkeys(perhaps)), tuple(lacks), evidence, told
    )


def _not_only_digital(asked: Channels, shown: Shown, registers: Registers) -> Reached:
    used = _used(asked, shown)
    digital = {name: _digital(registers, name) for name in (*used.surely, *used.perhaps)}
    if any(digital[name] is False for name in used.surely):
        return Reached(True)
    unclear = [name for name, known in digital.items() if known is None]
    lacks = [*used.lacks]
    lacks += [Lack(shown.id, How.FACT_UNKNOWN, "", name, What.CHANNEL) for name in unclear]
    if not used.told and not lacks:
        return Reached(None, judged=False)
    if not used.told or lacks:
        return Reached(None, lacks=tuple(lacks))
    # something was told, all of it is known, and no channel is anything but digital
    return Reached(False, evidence=used.evidence) if used.surely else Reached(None, judged=False)


def _digital(registers: Registers, name: str) -> bool | None:
    known = registers.channels.get(name)
    return known.digital if known else None


def _reaches(asked: Channels, shown: Shown, registers: Registers, tree: Tree) -> Reached:
    affected = shown.header("area.affected")
    used = _used(asked, shown)
    if isinstance(affected, Unknown):
        lack = Lack(shown.id, How.FACT_UNKNOWN, what=What.AFFECTED)
        nothing = not used.told and not used.lacks
        return Reached(None, lacks=(lack,), judged=not nothing)
    wanted = _named(affected, tree)
    if not wanted or (not used.told and not used.lacks):
        return Reached(None, judged=False)
    surely = _reach(used.surely, registers, tree)
    sure = _covering(shown, wanted, surely, tree)
    if sure.good:
        return sure
    names = (*used.surely, *used.perhaps)
    unclear = [name for name in names if _areas(registers, name) is None]
    lacks = [*used.lacks]
    lacks += [Lack(shown.id, How.FACT_UNKNOWN, "", name, What.REACH) for name in unclear]
    if lacks or not used.told:
        each = {area: covered or None for area, covered in sure.each.items()}
        return Reached(None, lacks=tuple(lacks), each=each)
    if not names:  # an act that surely names no channel says nothing of whom it reached
        return Reached(None, judged=False)
    return Reached(sure.good, sure.areas, sure.lacks, used.evidence, each=sure.each)


def _reach(names: Sequence[str], registers: Registers, tree: Tree) -> tuple[str, ...]:
    areas = (area for name in names for area in _areas(registers, name) or ())
    return tuple(dict.fromkeys(tree.name(area) for area in areas))


def _areas(registers: Registers, name: str) -> tuple[str, ...] | None:
    known = registers.channels.get(name)
    return known.reaches if known else None
