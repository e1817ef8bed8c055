"""Which acts of a ruleset are tied by a term: where the edges of a log lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from spelregels.calendar import reckon
from spelregels.model.norms import (
    Extension,
    Link,
    NamedTerm,
    Power,
    Precedence,
    Recurrence,
    Response,
    Suspension,
    Threshold,
)
from spelregels.model.patterns import ActPattern, BetweenWindow, MomentPattern, Pattern, TermRef
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import (
    AttributeTerm,
    CalendarData,
    DateTerm,
    Duration,
    MeetingTerm,
    NotStated,
    SameMoment,
    Term,
    Vague,
)
from spelregels.model.words import CountFrom, Regime, Unit

ROUGH = {Unit.DAY: 1.0, Unit.WORKING_DAY: 1.4, Unit.WEEK: 7.0, Unit.MONTH: 30.4, Unit.YEAR: 365.25}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From an act in ``starts`` to an act in ``ends`` lies ``term`` (None: just the order)."""

    starts: tuple[ActPattern, ...]
    ends: tuple[ActPattern, ...]
    term: Term | None = None
    backwards: bool = False
    count_from: CountFrom = CountFrom.NEXT_DAY
    regime: Regime = Regime.NOT_STATED
    clear_days: bool = False
    extendable: Extension | None = None
    suspended_by: Suspension | None = None
    link: Link | None = None


def last_day(
    span: Span, start: date, calendars: Mapping[str, CalendarData], extra: Term | None = None
) -> date:
    """Where the term from ``start`` ends, with ``extra`` added; a guess when it has no length."""
    match span.term:
        case Duration() | MeetingTerm() | DateTerm() | SameMoment():
            made = reckon(
                start,
                span.term,
                count_from=span.count_from,
                regime=span.regime,
                backwards=span.backwards,
                clear_days=span.clear_days,
                extensions=(extra,) if isinstance(extra, Duration) else (),
                calendars=calendars,
            )
            return made.last_day
        case AttributeTerm():
            return start + timedelta(14)
        case NotStated() | Vague() | None:
            return start + timedelta(7)


def rough_length(span: Span) -> timedelta:
    """About how long the span is, to place its start before a day that bites."""
    if isinstance(span.term, Duration):
        return timedelta(round(span.term.amount * ROUGH[span.term.unit]))
    return timedelta(14)


def _acts(
    pattern: Pattern, begins: Mapping[TermRef, tuple[ActPattern, ...]]
) -> tuple[ActPattern, ...]:
    found: list[ActPattern] = []
    for part in pattern:
        match part:
            case ActPattern():
                found.append(part)
            case MomentPattern():
                found += begins.get(part.term, ())
    return tuple(found)


def _term_spans(
    term: NamedTerm, begins: tuple[ActPattern, ...], ends: tuple[ActPattern, ...]
) -> Span:
    return Span(
        starts=begins,
        ends=ends or begins,
        term=term.lasts,
        count_from=term.count_from,
        regime=term.regime,
        extendable=term.extendable,
        suspended_by=term.suspended_by,
        link=term.link,
    )


def spans(ruleset: Ruleset) -> tuple[Span, ...]:
    """Every pair of acts that some norm or term ties, with the term between them, if any."""
    terms = {TermRef(f.id, t.id): t for f in ruleset.files for t in f.terms}
    begins: dict[TermRef, tuple[ActPattern, ...]] = {}
    for ref, term in terms.items():
        begins[ref] = tuple(act for group in term.begins for act in _acts(group, begins))
    found = [_term_spans(term, begins[ref], ()) for ref, term in terms.items()]
    found += [
        Span(starts=_acts(term.per, begins), ends=begins[ref], link=term.link)
        for ref, term in terms.items()
        if term.per
    ]
    for norm in (norm for file in ruleset.files for norm in file.norms):
        match norm:
            case Response():
                to = tuple(act for part in norm.must for act in _acts(part, begins))
                found += 2 * [
                    Span(
                        starts=_acts(norm.after, begins),
                        ends=to,
                        term=norm.within,
                        count_from=norm.count_from,
                        regime=norm.regime,
                        extendable=norm.extendable,
                        suspended_by=norm.suspended_by,
                        link=norm.link,
                    )
                ]
                found += _moment_spans(norm.after, to, terms, begins)
                found.append(
                    Span(
                        starts=_acts(norm.after, begins),
                        ends=_acts(norm.unless, begins),
                        term=norm.within,
                        count_from=norm.count_from,
                        regime=norm.regime,
                    )
                )
            case Precedence():
                found += _precedence_spans(norm, begins)
                found += _moment_spans(norm.must[0], _acts(norm.before, begins), terms, begins)
            case Recurrence():
                to = _acts(norm.must, begins)
                found += [
                    Span(
                        starts=starts,
                        ends=to,
                        term=norm.every,
                        count_from=norm.count_from,
                        regime=norm.regime,
                    )
                    for starts in (_acts(norm.start, begins), to)
                ]
            case Power():
                to = tuple(ActPattern(act) for act in norm.may)
                found.append(
                    Span(
                        starts=_acts(norm.after, begins),
                        ends=to,
                        term=norm.within,
                        count_from=norm.count_from,
                        regime=norm.regime,
                    )
                )
            case Threshold():
                found.append(
                    Span(starts=_acts(norm.count, begins), ends=_acts(norm.before, begins))
                )
            case _:
                window = getattr(norm, "window", None)
                inner = getattr(norm, "must_not", ())
                if isinstance(window, BetweenWindow):
                    found.append(
                        Span(starts=_acts(window.opens, begins), ends=_acts(inner, begins))
                    )
                    found.append(
                        Span(starts=_acts(inner, begins), ends=_acts(window.closes, begins))
                    )
    return tuple(span for span in found if span.starts and span.ends)


def _moment_spans(
    pattern: Pattern,
    ends: tuple[ActPattern, ...],
    terms: Mapping[TermRef, NamedTerm],
    begins: Mapping[TermRef, tuple[ActPattern, ...]],
) -> list[Span]:
    refs = [part.term for part in pattern if isinstance(part, MomentPattern)]
    return [_term_spans(terms[ref], begins[ref], ends) for ref in refs if ref in terms]


def _precedence_spans(
    norm: Precedence, begins: Mapping[TermRef, tuple[ActPattern, ...]]
) -> list[Span]:
    must = tuple(act for part in norm.must for act in _acts(part, begins))
    before = _acts(norm.before, begins)
    found = [Span(starts=must, ends=before, link=norm.link)]
    if norm.lead is not None:
        found.append(
            Span(
                starts=before,
                ends=must,
                term=norm.lead,
                backwards=True,
                regime=norm.regime,
                clear_days=norm.clear_days,
                link=norm.link,
            )
        )
    for term in (norm.wait, norm.at_longest, norm.lasts):
        if term is not None:
            found.append(
                Span(
                    starts=must,
                    ends=before,
                    term=term,
                    count_from=norm.count_from,
                    regime=norm.regime,
                    link=norm.link,
                )
            )
    return found
