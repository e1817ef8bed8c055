"""One norm in one sentence: read aloud as the article would be."""

from __future__ import annotations

from spelregels.model.norms import (
    Absence,
    Exemption,
    Link,
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
from spelregels.model.patterns import Bearer
from spelregels.model.terms import NotStated
from spelregels.report.names import readable
from spelregels.report.phrases import Phrases
from spelregels.report.wording import sentence


def rule_sentence(norm: Norm, phrases: Phrases) -> str:
    """What this norm asks, in one sentence; a statement gives its own text."""
    match norm:
        case Precedence():
            text = _precedence(norm, phrases)
        case Response():
            text = _response(norm, phrases)
        case Absence():
            text = _absence(norm, phrases)
        case Requirement(upon=upon, require=require):
            upon_text, asked = phrases.pattern(upon), phrases.condition(require)
            text = _say(phrases, "requirement", upon=upon_text, require=asked)
        case Power():
            text = _power(norm, phrases)
        case Recurrence():
            text = _recurrence(norm, phrases)
        case Separation(first=first, second=second):
            one, other = phrases.pattern(first), phrases.pattern(second)
            text = _say(phrases, "separation", first=one, second=other)
        case Threshold():
            text = _threshold(norm, phrases)
        case Exemption(need_not=need_not, may_be_ban=may_be_ban):
            key = "exemption_or_ban" if may_be_ban else "exemption"
            text = _say(phrases, key, need_not=phrases.pattern(need_not))
        case Statement(text=said):
            text = said
    return sentence(text)


def _say(phrases: Phrases, key: str, **values: object) -> str:
    words = phrases.names.words
    return words.say(words.frames.RULES, key, **values)


def _by_not_stated(by: Bearer, phrases: Phrases) -> str:
    return phrases.names.words.part("by_not_stated") if isinstance(by, NotStated) else ""


def _link(link: Link | None, phrases: Phrases) -> str:
    if link is None:
        return ""
    if link.answers is not None:
        return _say(phrases, "link_answers", attribute=phrases.attribute(link.answers))
    return _say(phrases, "link_same", attribute=phrases.attribute(link.same or ""))


def _precedence(norm: Precedence, phrases: Phrases) -> str:
    details = _by_not_stated(norm.by, phrases)
    if norm.times > 1:
        details += _say(phrases, "times", times=norm.times)
    if norm.lead is not None:
        details += _say(phrases, "lead", term=phrases.length(norm.lead))
        details += _say(phrases, "clear_days") if norm.clear_days else ""
    if norm.at_longest is not None:
        details += _say(phrases, "at_longest", term=phrases.length(norm.at_longest))
    if norm.wait is not None:
        details += _say(phrases, "wait", term=phrases.length(norm.wait))
    if norm.lasts is not None:
        details += _say(phrases, "lasts", term=phrases.length(norm.lasts))
    details += _link(norm.link, phrases)
    details += _say(phrases, "last_counts") if norm.last_counts else ""
    before, must = phrases.pattern(norm.before), phrases.each(norm.must)
    key = f"precedence_{norm.strength.value}"
    return _say(phrases, key, before=before, must=must, details=details)


def _response(norm: Response, phrases: Phrases) -> str:
    details = _by_not_stated(norm.by, phrases)
    if norm.within is None:
        details += _say(phrases, "no_term")
    else:
        details += _say(phrases, "within", within=phrases.within(norm.within))
    if norm.not_before is not None:
        details += _say(phrases, "not_before", term=phrases.length(norm.not_before))
    details += _link(norm.link, phrases)
    after, must = phrases.pattern(norm.after), phrases.each(norm.must)
    key = f"response_{norm.strength.value}"
    return _say(phrases, key, after=after, must=must, details=details)


def _absence(norm: Absence, phrases: Phrases) -> str:
    forbidden = phrases.pattern(norm.must_not)
    if norm.window is None:
        return _say(phrases, "absence_never", must_not=forbidden)
    window = phrases.window(norm.window)
    return _say(phrases, "absence_window", window=window, must_not=forbidden)


def _power(norm: Power, phrases: Phrases) -> str:
    names = phrases.names
    details = ""
    if norm.where is not None:
        details += _say(phrases, "power_where", condition=phrases.clause(norm.where))
    if norm.within is not None:
        within, after = phrases.within(norm.within), phrases.pattern(norm.after)
        details += _say(phrases, "power_after", within=within, after=after)
    details += _say(phrases, "power_exclusive") if norm.exclusive else ""
    by = names.bearer(norm.by) or names.words.part("someone")
    may = names.words.join((names.act(act) for act in norm.may), "or")
    return _say(phrases, "power", by=by, may=may, details=details)


def _recurrence(norm: Recurrence, phrases: Phrases) -> str:
    if norm.every is None:
        every = _say(phrases, "every_year")
    else:
        every = _say(phrases, "every", duration=phrases.names.duration(norm.every))
    start, must = phrases.pattern(norm.start), phrases.pattern(norm.must)
    details = _by_not_stated(norm.by, phrases)
    key = f"recurrence_{norm.strength.value}"
    return _say(phrases, key, start=start, every=every, must=must, details=details)


def threshold_limits(norm: Threshold, phrases: Phrases) -> str:
    """``er zijn er minstens 25 nodig``; a number the text leaves out is said to be left out."""
    parts = []
    for key, number in (("at_least", norm.at_least), ("at_most", norm.at_most)):
        if isinstance(number, NotStated):
            parts.append(_say(phrases, "number_not_stated"))
        elif number is not None:
            parts.append(_say(phrases, key, number=number))
    return phrases.names.words.join(parts)


def _threshold(norm: Threshold, phrases: Phrases) -> str:
    details = ""
    if norm.distinct == "by":
        details += _say(phrases, "distinct_persons")
    elif norm.distinct is not None:
        details += _say(phrases, "distinct", attribute=readable(norm.distinct))
    details += _say(phrases, "per_year") if norm.per_year else ""
    if norm.per_term is not None:
        details += _say(phrases, "per_term", term=phrases.names.term(norm.per_term))
    details += _by_not_stated(norm.by, phrases)
    values = {
        "count": phrases.pattern(norm.count),
        "limits": threshold_limits(norm, phrases),
        "details": details,
    }
    if norm.before:
        before = phrases.pattern(norm.before)
        return _say(phrases, "threshold_before", before=before, **values)
    return _say(phrases, "threshold", **values)
