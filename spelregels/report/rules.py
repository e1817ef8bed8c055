"""One norm in one or two sentences, read aloud as the article would be, with every condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spelregels.model.figures import Figure
from spelregels.model.norms import (
    Absence,
    Exemption,
    Norm,
    Power,
    Precedence,
    Recurrence,
    Requirement,
    Response,
    Separation,
    Statement,
    Threshold,
)
from spelregels.model.patterns import Bearer, Condition, RoleSpec
from spelregels.model.terms import DateTerm, Duration, NotStated, Term
from spelregels.model.words import AttributeType, Regime, Strength
from spelregels.report.asked import never_moves
from spelregels.report.attributes import Attributes
from spelregels.report.conditions import after_what, conditions
from spelregels.report.day_terms import when_on
from spelregels.report.gates import gate_sentence
from spelregels.report.names import readable
from spelregels.report.numbers import figure_text
from spelregels.report.phrases import Phrases
from spelregels.report.wording import sentence


def rule_sentence(norm: Norm, phrases: Phrases, file_applies: Condition | None = None) -> str:
    """What this norm asks, and when; a statement gives its own text.

    ``file_applies``: the condition of its whole file, where a reader does not see the file.
    """
    in_gate = gate_sentence(norm, phrases)
    if in_gate is not None:  # which tells too when it asks something, and what belongs together
        left = conditions(replace(norm, if_=None), phrases, file_applies)
        return " ".join(map(sentence, (in_gate, *left)))
    limits = tuple(conditions(norm, phrases, file_applies))
    parts = (_asked(norm, phrases, bool(limits)), *_link(norm, phrases), *limits)
    return " ".join(map(sentence, parts))


def _asked(norm: Norm, phrases: Phrases, limited: bool) -> str:
    match norm:
        case Precedence():
            return _precedence(norm, phrases)
        case Response():
            return _response(norm, phrases)
        case Absence():
            return _absence(norm, phrases, limited)
        case Requirement(upon=upon, require=require):
            upon_text, asked = phrases.pattern(upon), phrases.condition(require)
            return _strong(norm, phrases, "requirement", upon=upon_text, require=asked)
        case Power():
            return _power(norm, phrases)
        case Recurrence():
            return _recurrence(norm, phrases)
        case Separation(first=first, second=second):
            one, other = phrases.pattern(first), phrases.pattern(second)
            return _strong(norm, phrases, "separation", first=one, second=other)
        case Threshold():
            return _threshold(norm, phrases)
        case Exemption(need_not=need_not, may_be_ban=may_be_ban):
            key = "exemption_or_ban" if may_be_ban else "exemption"
            return _say(phrases, key, need_not=phrases.pattern(need_not))
        case Statement(text=said):
            return phrases.names.prose(said)


def _say(phrases: Phrases, key: str, **values: object) -> str:
    words = phrases.names.words
    return words.say(words.frames.RULES, key, **values)


def _strong(norm: Norm, phrases: Phrases, key: str, **values: object) -> str:
    """What must, what should, or what is aimed at."""
    return _say(phrases, f"{key}_{norm.strength.value}", **values)


def _by_not_stated(by: Bearer, phrases: Phrases, key: str = "by_somebody") -> str:
    return phrases.names.words.part(key) if isinstance(by, NotStated) else ""


def _link(norm: Norm, phrases: Phrases) -> Iterator[str]:
    """How an answer is tied to what it answers."""
    link = norm.link if isinstance(norm, Precedence | Response) else None
    if link is not None:
        key = "link_same" if link.answers is None else "link_answers"
        yield _say(phrases, key, attribute=phrases.attribute(link.answers or link.same or ""))


def _precedence(norm: Precedence, phrases: Phrases) -> str:
    before, must = phrases.pattern(norm.before), phrases.each(norm.must)
    after = _say(phrases, "last_counts") if norm.last_counts else ""
    bounds = (norm.lead, norm.wait, norm.at_longest)
    alone = norm.times == 1 and not any(bounds)
    if norm.lasts is not None and alone and not isinstance(norm.lasts, DateTerm):
        details = _by_not_stated(norm.by, phrases, "by_not_stated") + after
        length = phrases.length(norm.lasts)
        values = {"must": must, "before": before, "term": length, "details": details}
        may_move = norm.regime is Regime.ATW and not never_moves(norm.lasts)
        moves = _say(phrases, "lasts_moves") if may_move else ""
        key = "lasts" if isinstance(norm.lasts, Duration) else "lasts_as"
        return _strong(norm, phrases, key, **values) + moves
    details = _by_not_stated(norm.by, phrases)
    if norm.times > 1:
        details += _say(phrases, "times", times=phrases.names.words.times(norm.times))
    details += "".join(_before_it(norm, phrases))
    if norm.wait is not None:
        details += _after_that(norm.wait, "wait", before, phrases)
    if norm.lasts is not None:
        details += _after_that(norm.lasts, "lasts", before, phrases)
    return _strong(norm, phrases, "precedence", before=before, must=must, details=details + after)


def _after_that(term: Term, key: str, before: str, phrases: Phrases) -> str:
    """How long ``before`` has to wait, or until which day."""
    if not isinstance(term, DateTerm):
        return phrases.detail(term, key)
    return _say(
        phrases, "then_on_date", before=before, when=when_on(term, key, phrases.names.words)
    )


def _before_it(norm: Precedence, phrases: Phrases) -> Iterator[str]:
    """How long before it: at least, at most, or exactly."""
    if isinstance(norm.lead, Duration) and norm.lead == norm.at_longest and not norm.clear_days:
        yield phrases.detail(norm.lead, "exactly")
        return
    if norm.lead is not None:
        yield phrases.detail(norm.lead, "lead")
        yield _say(phrases, "clear_days") if norm.clear_days else ""
    if norm.at_longest is not None:
        yield phrases.detail(norm.at_longest, "at_longest")


def _response(norm: Response, phrases: Phrases) -> str:
    details = _by_not_stated(norm.by, phrases)
    if norm.within is None:
        details += _say(phrases, "no_term")
    else:
        details += _say(phrases, "within", within=phrases.within(norm.within))
    if norm.not_before is not None:
        details += phrases.detail(norm.not_before, "not_before")
    after, must = phrases.pattern(norm.after), phrases.each(norm.must)
    return _strong(norm, phrases, "response", after=after, must=must, details=details)


def _absence(norm: Absence, phrases: Phrases, limited: bool) -> str:
    forbidden = phrases.pattern(norm.must_not)
    if norm.window is not None:
        window = phrases.window(norm.window, first=norm.strength is not Strength.AIM)
        return _strong(norm, phrases, "absence_window", window=window, must_not=forbidden)
    after, _ = after_what(norm)
    if after is not None:
        pattern = phrases.pattern(after.pattern)
        return _strong(norm, phrases, "absence_after", after=pattern, must_not=forbidden)
    key = "absence_if" if limited else "absence_never"
    return _strong(norm, phrases, key, must_not=forbidden)


def _power(norm: Power, phrases: Phrases) -> str:
    names = phrases.names
    acts = names.words.join((names.act(act) for act in norm.may), "or")
    details = "".join(_power_details(norm, phrases))
    if not isinstance(norm.by, RoleSpec):
        return _say(phrases, "power_not_stated", may=acts, details=details)
    key = "power_many" if names.are_many(norm.by) else "power"
    return _say(phrases, key, by=names.role_spec(norm.by), may=acts, details=details)


def _power_details(norm: Power, phrases: Phrases) -> Iterator[str]:
    if norm.where is not None:
        yield _say(phrases, "power_where", condition=phrases.clause(norm.where))
    if norm.within is not None:
        within, after = phrases.within(norm.within), phrases.pattern(norm.after)
        yield _say(phrases, "power_after", within=within, after=after)
    if norm.exclusive:
        yield _say(phrases, "power_exclusive")


def _recurrence(norm: Recurrence, phrases: Phrases) -> str:
    if norm.every is None:
        every = _say(phrases, "every_year")
    else:
        every = _say(phrases, "every", duration=phrases.names.duration(norm.every))
    start, must = phrases.pattern(norm.start), phrases.pattern(norm.must)
    details = _by_not_stated(norm.by, phrases)
    values = {"start": start, "every": every, "must": must, "details": details}
    return _strong(norm, phrases, "recurrence", **values)


def threshold_limits(norm: Threshold, phrases: Phrases, key: str = "at") -> str:
    """``dit moet minstens 25 keer``; a number the text leaves out is said to be left out."""
    parts = []
    for end, number in (("least", norm.at_least), ("most", norm.at_most)):
        if isinstance(number, NotStated):
            parts.append(_say(phrases, f"{end}_not_stated"))
        elif isinstance(number, int) and norm.total is None:
            times = phrases.names.words.times(number)
            parts.append(_strong(norm, phrases, f"{key}_{end}", times=times))
        elif number is not None:
            parts.append(_worked_out(norm, phrases, f"{key}_{end}", number))
    return phrases.names.words.join(parts)


def _worked_out(norm: Threshold, phrases: Phrases, key: str, number: Figure) -> str:
    """A limit that is an amount, or a number that has to be worked out."""
    is_money = norm.total is not None and is_amount(norm.total, phrases)
    figure = figure_text(number, phrases.names, money=is_money)
    if norm.total is None or key.startswith("counted"):
        return _strong(norm, phrases, f"{key}_figure", figure=figure)
    attribute = phrases.names.quote(readable(norm.total))
    return _strong(norm, phrases, f"{key}_total", figure=figure, attribute=attribute)


def is_amount(attribute: str, phrases: Phrases) -> bool:
    """Whether an attribute is an amount of money."""
    return AttributeType.MONEY in Attributes(phrases.names).types(attribute)


def counts_persons(norm: Threshold, phrases: Phrases) -> bool:
    """Whether a number counts each person once."""
    types = Attributes(phrases.names).types(norm.distinct) if norm.distinct else ()
    return norm.distinct == "by" or AttributeType.PERSON in types


def _threshold(norm: Threshold, phrases: Phrases) -> str:
    details = _by_not_stated(norm.by, phrases, "by_not_stated")
    if counts_persons(norm, phrases):
        details += _say(phrases, "distinct_persons")
    elif norm.distinct is not None:
        details += _say(phrases, "distinct", attribute=phrases.attribute(norm.distinct))
    details += _say(phrases, "per_year") if norm.per_year else ""
    if norm.per_term is not None:
        details += _say(phrases, "per_term", term=phrases.names.the_term(norm.per_term))
    count, limits = phrases.pattern(norm.count), threshold_limits(norm, phrases)
    values = {"count": count, "limits": limits, "details": details}
    if norm.before:
        return _say(phrases, "threshold_before", before=phrases.pattern(norm.before), **values)
    return _say(phrases, "threshold", **values)
