"""A day that the other side chooses, on which somebody's right hangs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spelregels.model.norms import Precedence, Requirement, Response, Threshold
from spelregels.model.patterns import ActPattern, Op, Test
from spelregels.model.terms import Duration
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Consequence, RegulatoryLayer, Severity
from spelregels.verify.answers import asks_a_decision
from spelregels.verify.parts import acts_of, basic_roles, every, of_government, one_act
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="dag-in-andermans-hand",
    severity=Severity.WARNING,
    title=Text("Dag in andermans hand", "Date controlled by the other side"),
    looks_for=Text(
        "Een recht of eis die wordt gemeten op de dag van een handeling van de gemeente "
        "(inboeken, besluiten), of een beslistermijn die dan pas begint, terwijl de bewoner eerder "
        "zelf iets indiende.",
        "A right or requirement measured on the day of an act of the municipality (registering, "
        "deciding), or a term to decide that begins only then, while the resident filed something "
        "before.",
    ),
    why=Text(
        "Wie de dag kiest, bepaalt of de ander voldoet. Een trage gemeente kan een goed verzoek "
        "laten verlopen.",
        "Whoever chooses the day decides whether the other meets it. A slow municipality can let "
        "a good request lapse.",
    ),
    repair=Text(
        "Meet op de dag van indiening, of geef de gemeente een termijn voor haar handeling.",
        "Measure on the day of filing, or give the municipality a term for its act.",
    ),
    limits=Text(
        "Alleen als de tekst zegt wie de handeling doet en dat de indiening ervóór komt. Wat bij "
        "een besluit geëist wordt, telt niet: dat is een gewone voorwaarde.",
        "Only if the text says who does the act and that the filing comes before it. What is "
        "required at a decision does not count: that is an ordinary condition.",
    ),
    messages={
        "measured": Text(
            "Gemeten wordt op de dag van {act}, en die dag bepaalt de gemeente. De bewoner diende "
            "al eerder in: {filed}.",
            "It is measured on the day of {act}, a day the municipality chooses. The resident "
            "filed before: {filed}.",
        ),
        "lapses": Text(
            "{filed} mag hoogstens {term} oud zijn bij {act}. Die dag bepaalt de gemeente, en een "
            "termijn daarvoor is er niet.",
            "{filed} may be at most {term} old at {act}. The municipality chooses that day, and "
            "has no term for it.",
        ),
        "starts": Text(
            "De termijn van {term} begint pas bij {act}. Hoe snel de gemeente dat na {filed} moet "
            "doen, staat er niet.",
            "The term of {term} begins only with {act}. How soon after {filed} the municipality "
            "must do that is not stated.",
        ),
    },
    sources=(Cited("Hellendoorn 2005, art. 3 lid 2", "D46"),),
)
_NATIONAL = (RegulatoryLayer.WET, RegulatoryLayer.AMVB)
_MEASURES = (Op.ABOVE, Op.BELOW, Op.AT_LEAST, Op.AT_MOST)


def find(subject: Subject) -> Iterator[Hit]:
    """Requirements and counts at a registration; papers that grow too old before a decision."""
    filed, registered = _filed_before(subject), _registered(subject)
    for norm in subject.own.norms:
        match norm:
            case Requirement() if _measures(norm):
                act, key = one_act(norm.upon), "upon"
            case Threshold():
                act, key = one_act(norm.before), "before"
            case _:
                continue
        if act is None or subject.is_decision(act.act):
            continue
        first = filed.get(act.act)
        if first is None and norm.consequence is Consequence.VOID:
            first = registered.get(act.act)
        if first is not None:
            values: Values = {"act": ActName(act.act), "filed": ActName(first)}
            yield Hit(subject.at_norm(norm, key), "measured", values)
    yield from _lapsing(subject)
    yield from _starting(registered, subject)


def _measures(norm: Requirement) -> bool:
    """Whether it asks for a number: an age, a count, a day."""
    return any(test.op in _MEASURES for test in every(norm.require, Test))


def _filed_before(subject: Subject) -> dict[str, str]:
    """Acts of the municipality that must follow a filing by somebody else: act to filing."""
    found = {}
    for norm in subject.norms(Precedence):
        act = one_act(norm.before)
        if act is None or not _whose(act, subject):
            continue
        for pattern in norm.must:
            first = one_act(pattern)
            if first is not None and first.by and not _whose(first, subject):
                found[act.act] = first.act
    return found


def _registered(subject: Subject) -> dict[str, str]:
    """Acts that the municipality must do after a filing, without a term: act to filing."""
    found = {}
    for norm in subject.norms(Response):
        first = one_act(norm.after)
        if first is None or isinstance(norm.within, Duration) or _whose(first, subject):
            continue
        for pattern in norm.must:
            act = one_act(pattern)
            if act is not None and _whose(act, subject):
                found[act.act] = first.act
    return found


def _lapsing(subject: Subject) -> Iterator[Hit]:
    due = {
        one.act
        for _, norm in subject.every_norm()
        if isinstance(norm, Response) and isinstance(norm.within, Duration)
        for pattern in norm.must
        for one in acts_of(pattern)
    }
    for norm in subject.norms(Precedence):
        act, first = one_act(norm.before), one_act(norm.must[0])
        if act is None or first is None or not isinstance(norm.at_longest, Duration):
            continue
        theirs = first.by is not None and not _whose(first, subject)
        if _whose(act, subject) and theirs and act.act not in due:
            values: Values = {
                "act": ActName(act.act),
                "filed": ActName(first.act),
                "term": norm.at_longest,
            }
            yield Hit(subject.at_norm(norm, "at_longest"), "lapses", values)


def _starting(registered: Mapping[str, str], subject: Subject) -> Iterator[Hit]:
    """Decisions whose term the municipality starts itself, on a day of its own choice."""
    if subject.own.regulatory_layer in _NATIONAL:
        return
    for norm in subject.norms(Response):
        act = one_act(norm.after)
        if not isinstance(norm.within, Duration) or not asks_a_decision(norm, subject):
            continue
        if act is not None and act.act in registered:
            values: Values = {
                "act": ActName(act.act),
                "filed": ActName(registered[act.act]),
                "term": norm.within,
            }
            place = subject.at_norm(norm, "after")
            yield Hit(place, "starts", values, basis=subject.silence)


def _whose(act: ActPattern, subject: Subject) -> bool:
    """Whether only the municipality or another authority does this act, by the text."""
    roles = basic_roles(act.by, subject.ruleset)
    return bool(roles) and all(of_government(role, subject.ruleset) for role in roles)
