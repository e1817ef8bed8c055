"""Portfolio norms on random portfolios: as the plain meaning says, and never contradicted (3.5)."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spelregels.model.portfolio import (
    Busiest,
    Composition,
    Informed,
    Lead,
    LeadPer,
    Load,
    Overlap,
    Promise,
    Silence,
)
from spelregels.model.portfolio_found import NormResult, Reason
from spelregels.model.registers import Registers
from spelregels.model.trajectory import Trajectory
from spelregels.model.words import Word
from spelregels.portfolio import Member, evaluate
from spelregels.portfolio.levels import RANK
from spelregels.portfolio.plain import crossing, single
from spelregels.portfolio.plain.known import Known, known
from tests.portfolio import drawing
from tests.portfolio.given import AS_OF, norm, registers, rules, words

seeds = given(st.integers(min_value=0, max_value=2**32))
quick = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
long = settings(max_examples=6000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def results(some: list[Trajectory], known_of: Registers) -> dict[str, NormResult]:
    found = evaluate([rules()], [Member(one, words()) for one in some], known_of, AS_OF)
    return {one.norm.id: one for one in found}


def told(some: list[Trajectory]) -> list[Known]:
    made = (known(one, words(), rules().ends, AS_OF) for one in some)
    return [one for one in made if one is not None]


def breaches(result: NormResult, *reasons: Reason) -> list[tuple[str, ...]]:
    return sorted(
        one.trajectories
        for one in result.findings
        if one.word is Word.BROKEN and (not reasons or one.reason in reasons)
    )


def plainly(name: str, whole: list[Trajectory], known_of: Registers) -> object:
    """What the plain meaning finds wrong: ids, groups, persons, bodies; comparable with `swept`."""
    every, asks = told(whole), norm(name).asks
    areas = known_of.areas
    match asks:
        case Overlap():
            found = crossing.overlap(asks, every, areas)
            return sorted(tuple(sorted(group)) for group, tied in found.items() if not tied)
        case Load():
            return crossing.load(asks, every)
        case Lead(per=LeadPer.TRAJECTORY):
            none = sorted((o.log.id,) for o in every if crossing.no_lead(asks, o))
            several = sorted((o.log.id,) for o in every if crossing.several_leads(asks, [o], 1))
            return none, several
        case Lead():
            groups = crossing.groups(asks.same, every, areas)
            return sorted(
                tuple(sorted(group))
                for group in groups
                if crossing.several_leads(asks, [o for o in every if o.log.id in group], 2)
            )
        case Informed():
            return sorted((o.log.id,) for o in every if not single.told(o, areas))
        case Composition():
            return single.under_represented(asks, known_of, AS_OF)
        case Busiest():
            return crossing.busiest(asks, every, AS_OF)
        case Silence():
            return sorted((o.log.id,) for o in every if single.silent(asks, o))
        case Promise():
            return sorted((o.log.id,) for o in every if _promised_too_much(asks, o, known_of))
        case _:
            raise NotImplementedError(name)


def _promised_too_much(asks: Promise, one: Known, known_of: Registers) -> bool:
    decisions = one.of(asks.decision)
    first = decisions[0] if decisions else None
    order = [e for e in one.log.events if first is None or _before(one, e, first)]
    said = [e.attributes["niveau"] for e in order if e.act == "niveau.toegezegd"]
    level = said[-1] if said else one.log.level.value if one.log.level else None
    if level is None:
        return False
    rank = next(rank for known_level, rank in RANK.items() if known_level.value == level)
    held = RANK_HELD
    return rank > held or (
        first is not None and rank > single.used(asks, one, first, known_of.areas)
    )


RANK_HELD = 4  # the stages of proef.yaml let residents advise


def _before(one: Known, event: object, first: object) -> bool:
    events = list(one.log.events)
    return events.index(event) < events.index(first)  # type: ignore[arg-type]


def swept(name: str, result: NormResult) -> object:
    match norm(name).asks:
        case Load():
            found: dict[str, list[tuple[object, object, int]]] = {}
            for one in result.findings:
                if one.word is Word.BROKEN:
                    most = int(one.figures[0].low)
                    assert one.first and one.last
                    found.setdefault(one.persons[0], []).append((one.first, one.last, most))
            return found
        case Lead(per=LeadPer.TRAJECTORY):
            return breaches(result, Reason.NO_LEAD), breaches(result, Reason.SEVERAL_LEADS)
        case Composition():
            return {
                (one.about["body"][0], one.about["group"][0])
                for one in result.findings
                if one.word is Word.BROKEN
            }
        case Busiest():
            return {Word.BROKEN: True, Word.KEPT: False}.get(result.word)  # type: ignore[arg-type]
        case _:
            return breaches(result)


PLAIN = (
    "kruisen", "vragen", "regie", "regie-samen", "verteld", "afspiegeling", "enkelen", "stilte",
    "stilte-alles", "beloofd",
)  # fmt: skip


def equal_to_plain(seed: int) -> None:
    draw = Random(seed)
    whole, known_of = drawing.portfolio(draw, 3), drawing.registers(draw)
    found = results(whole, known_of)
    for name in PLAIN:
        assert found[name].word is not Word.CANNOT_TELL, (name, found[name].findings)
        mine, real = swept(name, found[name]), plainly(name, whole, known_of)
        assert mine == real, (name, mine, real)


def never_contradicted(seed: int) -> None:
    draw = Random(seed)
    whole, known_of = drawing.portfolio(draw), drawing.registers(draw)
    vague, hazy = drawing.blurred(whole, draw), drawing.blurred_registers(known_of, draw)
    found, truth = results(vague, hazy), results(whole, known_of)
    for name, result in found.items():
        what = (name, result.findings, truth[name].findings)
        if result.word in (Word.KEPT, None):
            assert truth[name].word is not Word.BROKEN, what
        if result.word is Word.BROKEN:
            assert truth[name].word is Word.BROKEN, what
    for name in PLAIN:
        _each_breach_holds(name, found[name], whole, known_of)


def _each_breach_holds(
    name: str, result: NormResult, whole: list[Trajectory], known_of: Registers
) -> None:
    """Every single breach that was told is there, or lies in a larger one, when all is known."""
    real = plainly(name, whole, known_of)
    match norm(name).asks:
        case Overlap() | Lead(per=LeadPer.GROUP):
            assert isinstance(real, list)
            for group in breaches(result):
                assert any(set(group) <= set(larger) for larger in real), (group, real)
        case Load():
            assert isinstance(real, dict)
            for one in result.findings:
                if one.word is Word.BROKEN:
                    most = int(one.figures[0].low)
                    assert any(time[2] >= most for time in real[one.persons[0]])
        case Lead():
            none, several = swept(name, result)  # type: ignore[misc]
            assert set(none) <= set(real[0]), (none, real)  # type: ignore[index]
            assert set(several) <= set(real[1]), (several, real)  # type: ignore[index]
        case Busiest():
            return
        case _:
            assert set(swept(name, result)) <= set(real)  # type: ignore[call-overload]


@quick
@seeds
def test_the_sweep_says_what_the_plain_meaning_says(seed: int) -> None:
    """P1-P14: where everything is known, findings are those of the day-by-day evaluator."""
    equal_to_plain(seed)


@quick
@seeds
def test_what_is_sure_stays_so_when_more_is_known(seed: int) -> None:
    """P1: filling in what was unknown never contradicts a definite verdict."""
    never_contradicted(seed)


@quick
@seeds
def test_the_order_of_trajectories_does_not_matter(seed: int) -> None:
    """P1: files may be read in any order."""
    draw = Random(seed)
    some, known_of = drawing.blurred(drawing.portfolio(draw), draw), drawing.registers(draw)
    mixed = draw.sample(some, len(some))
    assert results(mixed, known_of) == results(some, known_of)


@quick
@seeds
def test_an_unrelated_trajectory_changes_nothing(seed: int) -> None:
    """P1: elsewhere, about something else, with nobody asked: every finding stays as it was."""
    draw = Random(seed)
    drawn, known_of = drawing.blurred(drawing.portfolio(draw), draw), registers()
    some = [replace(o, header={**o.header, "municipality": "Proefstad"}) for o in drawn]
    alien = unrelated()
    with_it, without = results([*some, alien], known_of), results(some, known_of)
    for name, result in without.items():
        if name not in ("enkelen",):  # a share of all there is
            mine = [f for f in with_it[name].findings if f.trajectories != (alien.id,)]
            assert mine == list(result.findings), name


def unrelated() -> Trajectory:
    from tests.portfolio.given import event, trajectory

    events = [
        event("a", "regie.gekregen", "2026-03-01", by="bureau-9"),
        event("b", "traject.afgesloten", "2026-03-04", by="raad"),
    ]
    return trajectory(
        "zz-elders", events, area="Buitenland", topic="iets heel anders", municipality="Ver Weg",
        doelgroep=(), affected=(), informed=(),
    )  # fmt: skip


@pytest.mark.long
@long
@seeds
def test_the_sweep_says_what_the_plain_meaning_says_on_many(seed: int) -> None:
    """P1-P14, a longer search."""
    equal_to_plain(seed)


@pytest.mark.long
@long
@seeds
def test_what_is_sure_stays_so_on_many(seed: int) -> None:
    """P1, a longer search."""
    never_contradicted(seed)
