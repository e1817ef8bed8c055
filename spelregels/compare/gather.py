"""What one ruleset says, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.compare.demands import of_demands, of_numbers
from spelregels.compare.subjects import (
    acts_in,
    entry_on,
    is_advice,
    is_deciding,
    is_filing,
    name_in,
    stem,
)
from spelregels.compare.topics import Entry, Gap, Topic
from spelregels.model.gated import as_text
from spelregels.model.norms import (
    NamedTerm,
    Norm,
    Power,
    Precedence,
    Recurrence,
    Response,
    Statement,
    Threshold,
)
from spelregels.model.patterns import (
    ActPattern,
    Op,
    Pattern,
    RoleSpec,
)
from spelregels.model.ruleset import Ruleset, RulesetFile, Stage
from spelregels.model.terms import NotStated, Vague
from spelregels.model.words import RegulatoryLayer, RoleKind

_NATIONAL = (RegulatoryLayer.WET, RegulatoryLayer.AMVB)
_COMPARED = (Op.ABOVE, Op.BELOW, Op.AT_LEAST, Op.AT_MOST)
_LEVEL = ("level", "niveau")
_ADVICE = "advies"
_DECISION = "besluit"
_OPEN_NORM = "open norm"


def entries_of(ruleset: Ruleset) -> tuple[Entry, ...]:
    """Everything that a text says itself; national law holds for all, so it is left out."""
    ruleset = as_text(ruleset)
    found = list(_of_stages(ruleset))
    for file in _files(ruleset):
        for norm in file.norms:
            found += _of_norm(norm, ruleset)
        for term in file.terms:
            found += _of_named_term(term)
    return tuple({_same(entry): entry for entry in found}.values())


def _same(entry: Entry) -> tuple[object, ...]:
    """What makes two entries one; norms and stages are what they are, not what they hold."""
    which = (id(entry.norm), id(entry.stage), entry.test, entry.condition)
    return entry.topic, entry.subject, *which, entry.gap


def _files(ruleset: Ruleset) -> Iterator[RulesetFile]:
    own = ruleset.own
    return (f for f in ruleset.files if f is own or f.regulatory_layer not in _NATIONAL)


# -- stages ---------------------------------------------------------------------------------------


def _of_stages(ruleset: Ruleset) -> Iterator[Entry]:
    machine = ruleset.machine
    if machine is None:
        return
    for stage in machine.stages:
        if stage.level is not None:
            yield entry_on(Topic.LEVEL, "niveau", stage=stage)
        yield from _of_power(stage, ruleset)


def _of_power(stage: Stage, ruleset: Ruleset) -> Iterator[Entry]:
    power = stage.power
    if power is None:
        return
    acts = [edge.act for edge in stage.edges] + sorted(stage.also)
    decided = [act for act in dict.fromkeys(acts) if ruleset.acts[act].decision]
    for name in {stem(act): act for act in decided}.values() or [_DECISION]:
        match power.decides:
            case NotStated():
                yield entry_on(Topic.OPEN, name, stage=stage, gap=Gap.DECIDER)
                yield entry_on(Topic.DECIDES, name, stage=stage, gap=Gap.DECIDER)
            case RoleSpec():
                yield entry_on(Topic.DECIDES, name, stage=stage)
            case None:
                pass
    if power.advises or power.consulted:
        yield entry_on(Topic.ADVISES, _ADVICE, stage=stage)


# -- norms ----------------------------------------------------------------------------------------


def _of_norm(norm: Norm, ruleset: Ruleset) -> Iterator[Entry]:
    yield from _of_who(norm, ruleset)
    yield from _of_time(norm)
    yield from of_numbers(norm, ruleset)
    yield from of_demands(norm, ruleset)
    yield from _of_gaps(norm)


def _of_who(norm: Norm, ruleset: Ruleset) -> Iterator[Entry]:
    if isinstance(norm, Power):
        for act in norm.may:
            yield entry_on(_topic_of_power(norm, act, ruleset), act, norm=norm)
    if isinstance(norm, Response) and isinstance(norm.by, RoleSpec):
        acts = dict.fromkeys(act for pattern in norm.must for act in acts_in(pattern))
        for act in acts:
            if ruleset.acts[act].decision or is_deciding(act):
                yield entry_on(Topic.DECIDES, act, norm=norm)
    if isinstance(norm, Precedence):
        for pattern in norm.must:
            named = [one for one in pattern if isinstance(one, ActPattern)]
            if any(is_advice(one.act) and one.by is not None for one in named):
                yield entry_on(Topic.ADVISES, _ADVICE, norm=norm)


def _topic_of_power(norm: Power, act: str, ruleset: Ruleset) -> Topic:
    if is_advice(act):
        return Topic.ADVISES
    if ruleset.acts[act].decision or is_deciding(act):
        return Topic.DECIDES
    if is_filing(act):
        return Topic.ENTITLED
    return Topic.DECIDES if norm.exclusive or _of_authority(norm, ruleset) else Topic.ENTITLED


def _of_authority(norm: Power, ruleset: Ruleset) -> bool:
    """Whether only organs of government may do it: then they decide, and nobody takes part."""
    roles = norm.by.any_of if isinstance(norm.by, RoleSpec) else ()
    return bool(roles) and all(ruleset.roles[one].kind is RoleKind.AUTHORITY for one in roles)


def _of_time(norm: Norm) -> Iterator[Entry]:
    match norm:
        case Precedence():
            if any((norm.lead, norm.wait, norm.lasts, norm.at_longest)):
                yield entry_on(Topic.TERM, _timed(norm), norm=norm, gap=_gap_of(norm))
        case Response():
            if norm.within is not None:
                yield entry_on(Topic.TERM, _duty(norm.must), norm=norm, gap=_gap_of(norm))
        case Recurrence():
            yield entry_on(Topic.TERM, name_in(norm.must), norm=norm)
        case Power():
            if norm.within is not None:
                yield entry_on(Topic.TERM, norm.may[0], norm=norm, gap=_gap_of(norm))
        case _:  # the other kinds hold no term
            pass


def _of_named_term(term: NamedTerm) -> Iterator[Entry]:
    open_ = isinstance(term.lasts, NotStated | Vague)
    yield entry_on(Topic.TERM, term.id, norm=term, gap=Gap.TERM if open_ else None)
    if open_:
        yield entry_on(Topic.OPEN, term.id, norm=term, gap=Gap.TERM)


def _timed(norm: Precedence) -> str:
    """What the term is about: so long beforehand the one act, so long afterwards the other."""
    return _duty(norm.must) if norm.lead is not None else name_in(norm.before)


def _duty(must: tuple[Pattern, ...]) -> str:
    return name_in(must[0])


def terms_of(norm: Norm) -> tuple[object, ...]:
    """The terms in a norm, in the order in which they are told."""
    names = ("within", "lead", "wait", "lasts", "at_longest", "not_before")
    return tuple(term for name in names if (term := getattr(norm, name, None)) is not None)


def _gap_of(norm: Norm) -> Gap | None:
    return Gap.TERM if any(isinstance(t, NotStated | Vague) for t in terms_of(norm)) else None


# -- what is left open ----------------------------------------------------------------------------


def _of_gaps(norm: Norm) -> Iterator[Entry]:
    if isinstance(norm, Statement):
        yield entry_on(Topic.OPEN, _OPEN_NORM, norm=norm, gap=Gap.NORM)
        return
    name = _name_of_gap(norm)
    if isinstance(getattr(norm, "by", None), NotStated):
        yield entry_on(Topic.OPEN, name, norm=norm, gap=Gap.BEARER)
    if _gap_of(norm):
        yield entry_on(Topic.OPEN, name, norm=norm, gap=Gap.TERM)
    if isinstance(norm, Threshold) and isinstance(norm.at_least or norm.at_most, NotStated):
        yield entry_on(Topic.OPEN, name, norm=norm, gap=Gap.NUMBER)
    if isinstance(norm.prevails_over, NotStated):
        yield entry_on(Topic.OPEN, name, norm=norm, gap=Gap.PRIORITY)


def _name_of_gap(norm: Norm) -> str:
    match norm:
        case Power():
            return norm.may[0]
        case Precedence():
            return _timed(norm) if _gap_of(norm) else _duty(norm.must)
        case Response():
            return _duty(norm.must)
        case Threshold():
            return name_in(norm.count)
        case _:
            return name_in(norm.raised_by)
