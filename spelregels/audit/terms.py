"""Random terms, changes of terms, and named terms."""

from __future__ import annotations

from random import Random

from spelregels.audit.chance import chance, pick, weighted
from spelregels.audit.patterns import (
    Scope,
    act_pattern,
    acts_only,
    condition,
    header_test,
    moment,
    role_spec,
)
from spelregels.audit.settings import Settings
from spelregels.audit.vocabulary import (
    CLOSING,
    EXTENDING,
    GENERAL,
    LINK,
    MEETINGS,
    OPENING,
    SAME,
)
from spelregels.model.norms import Extension, Link, NamedTerm, Suspension
from spelregels.model.patterns import NormRef, Pattern
from spelregels.model.terms import (
    AttributeTerm,
    DateTerm,
    Duration,
    MeetingTerm,
    NotStated,
    SameMoment,
    Term,
    Vague,
)
from spelregels.model.words import CountFrom, Regime, Unit


def duration(rng: Random, settings: Settings) -> Duration:
    """A length: short ones, the usual ones, and the edges of the Algemene termijnenwet."""
    if settings.whole_weeks:
        unit = pick(rng, (Unit.DAY, Unit.WEEK, Unit.WORKING_DAY))
        return Duration(rng.randint(1, 3 if unit is Unit.WEEK else 12), unit)
    return weighted(
        rng,
        (
            (4, Duration(rng.randint(1, 14), Unit.DAY)),
            (4, Duration(rng.randint(1, 6), Unit.WEEK)),
            (2, Duration(rng.randint(1, 10), Unit.WORKING_DAY)),
            (3, Duration(rng.randint(1, 4), Unit.MONTH)),
            (1, Duration(rng.randint(1, 2), Unit.YEAR)),
            (1, Duration(pick(rng, (2, 3, 89, 90, 91)), Unit.DAY)),
            (1, Duration(pick(rng, (12, 13)), Unit.WEEK)),
        ),
    )


def minimum(scope: Scope) -> Term:
    """A lead, a wait, an at_longest, a not_before, or an extension's length."""
    rng = scope.rng
    if scope.settings.open_texts and chance(rng, 0.06):
        return NotStated() if chance(rng, 0.5) else Vague("tijdig")
    if chance(rng, 0.06):
        return _attribute_term(rng, scope.settings)
    return duration(rng, scope.settings)


def _attribute_term(rng: Random, settings: Settings) -> Term:
    name = "termijn" if settings.whole_weeks or chance(rng, 0.7) else "einddatum"
    return AttributeTerm(pick(rng, GENERAL), name)


def _date_term(rng: Random) -> DateTerm:
    day, month = pick(rng, ((1, 5), (5, 5), (31, 12), (1, 1), (29, 2), (1, 3), (30, 6)))
    return DateTerm(day, month, chance(rng, 0.3), chance(rng, 0.4))


def any_term(scope: Scope, act: str | None = None) -> Term:
    """Every type of term; lengths most. ``act``: the act whose attribute may hold the term."""
    rng, settings = scope.rng, scope.settings
    if settings.open_texts and chance(rng, 0.07):
        return NotStated() if chance(rng, 0.5) else Vague("zo spoedig mogelijk")
    if chance(rng, 0.08):
        if act is None:
            return _attribute_term(rng, settings)
        return AttributeTerm(act, "termijn")
    if settings.whole_weeks or chance(rng, 0.8):
        return duration(rng, settings)
    options: tuple[tuple[int, Term], ...] = (
        (2, MeetingTerm(MEETINGS)),
        (2, MeetingTerm(MEETINGS, Duration(rng.randint(1, 3), Unit.WEEK))),
        (2, _date_term(rng)),
        (1, SameMoment()),
    )
    return weighted(rng, options)


def count_from(rng: Random) -> CountFrom:
    """Usually the next day."""
    return CountFrom.SAME_DAY if chance(rng, 0.25) else CountFrom.NEXT_DAY


def regime(rng: Random, settings: Settings) -> Regime:
    """Statute most; sometimes the text leaves it open."""
    if not settings.open_texts:
        return pick(rng, (Regime.ATW, Regime.CALENDAR))
    return weighted(rng, ((5, Regime.ATW), (3, Regime.CALENDAR), (1, Regime.NOT_STATED)))


def extension(scope: Scope, less: float = 0.0) -> Extension | None:
    """An extension act, by the right role or by anyone. ``less``: than the usual share."""
    if not scope.settings.changes or not chance(scope.rng, scope.settings.changing - less):
        return None
    act = EXTENDING if chance(scope.rng, 0.8) else pick(scope.rng, GENERAL)
    by = role_spec(scope) if scope.settings.roles and chance(scope.rng, 0.4) else None
    return Extension(act_pattern(scope, act, by), minimum(scope))


def suspension(scope: Scope, less: float = 0.0) -> Suspension | None:
    """A suspension between two acts; sometimes of the general acts, that do more than that."""
    if not scope.settings.changes or not chance(scope.rng, scope.settings.changing - less):
        return None
    opens = OPENING if chance(scope.rng, 0.85) else pick(scope.rng, GENERAL)
    closes = CLOSING if chance(scope.rng, 0.85) else pick(scope.rng, GENERAL)
    if opens == closes:
        closes = CLOSING
    return Suspension((act_pattern(scope, opens),), (act_pattern(scope, closes),))


def _per(scope: Scope, begins: tuple[Pattern, ...]) -> tuple[Pattern, Link | None]:
    if not chance(scope.rng, 0.2):
        return (), None
    others = [
        act for act in GENERAL if all(act != getattr(p, "act", "") for b in begins for p in b)
    ]
    if not others:
        return (), None
    link = Link(answers=LINK) if chance(scope.rng, 0.5) else Link(same=SAME)
    return (act_pattern(scope, pick(scope.rng, others)),), link


def named_term(scope: Scope, number: int, act: str, gates: tuple[NormRef, ...]) -> NamedTerm:
    """A term that begins with ``act``, and now and then everything else a term can have."""
    rng, settings = scope.rng, scope.settings
    begins: list[Pattern] = [(act_pattern(scope, act),)]
    if chance(rng, 0.35):
        begins.append((moment(scope),) if scope.terms and chance(rng, 0.3) else acts_only(scope))
    if begins[1:] == begins[:1]:
        begins.pop()
    per, link = _per(scope, tuple(begins))
    return NamedTerm(
        id=f"termijn{number}",
        begins=tuple(begins),
        lasts=any_term(scope, act),
        count_from=count_from(rng),
        regime=regime(rng, settings),
        longer=AttributeTerm(act, "termijn") if chance(rng, 0.3) else None,
        begins_only_if=gates,
        extendable=extension(scope, 0.05),
        suspended_by=suspension(scope, 0.05),
        per=per,
        link=link,
        applies=condition(rng, header_test) if settings.conditions and chance(rng, 0.08) else None,
    )
