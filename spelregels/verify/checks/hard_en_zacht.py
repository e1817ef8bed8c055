"""One thing that is asked firmly by one norm and softly by another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from spelregels.model.norms import Norm, Requirement, Response, Statement
from spelregels.model.patterns import ActPattern
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity, Strength
from spelregels.verify.logic import attributes_of, possible
from spelregels.verify.parts import acts_named, acts_of, one_act, pairs
from spelregels.verify.powers import together
from spelregels.verify.subject import Hit, Subject, Values, norm_in

RECORD = CheckRecord(
    id="hard-en-zacht",
    severity=Severity.WARNING,
    title=Text("Hard en zacht tegelijk", "Firm and soft at once"),
    looks_for=Text(
        "Twee regels die hetzelfde vragen, de ene hard en de andere zacht. Ook: een uitkomst die "
        "moet volgen als iets er niet is, naast gronden voor de andere uitkomst die alleen in "
        "beginsel gelden.",
        "Two norms that ask the same, one firmly and the other softly. Also: an outcome that must "
        "follow when something is absent, beside grounds for the other outcome that hold in "
        "principle only.",
    ),
    why=Text(
        "Wie zich op de zachte regel beroept, breekt de harde. Een aanvrager weet dan niet waar "
        "hij op kan rekenen.",
        "Whoever relies on the soft norm breaks the firm one. An applicant then does not know what "
        "to count on.",
    ),
    repair=Text(
        "Kies één kracht, of schrijf wanneer de zachte regel geldt (applies, where).",
        "Choose one strength, or write when the soft norm holds (applies, where).",
    ),
    limits=Text(
        "Alleen regels die op hun kracht na gelijk zijn, en besluiten met twee uitkomsten die aan "
        "hetzelfde gegeven hangen.",
        "Only norms that are the same but for their strength, and decisions with two outcomes that "
        "hang on the same attribute.",
    ),
    messages={
        "same": Text(
            "{norm} en {other} vragen hetzelfde: de ene moet, de andere is zacht.",
            "{norm} and {other} ask the same: one is a must, the other is soft.",
        ),
        "outcomes": Text(
            "Volgens {norm} moet {act} de ene uitkomst hebben als er geen grond is voor de "
            "andere. {other} laat die andere uitkomst ook zonder zo'n grond toe, want die regel "
            "is zacht.",
            "By {norm}, {act} must have the one outcome when there is no ground for the other. "
            "{other} lets in that other outcome without such a ground too, for that norm is soft.",
        ),
    },
    sources=(Cited("Wijnjewoude (Opsterland), richtlijn dorpsbudget", "D50"),),
)
# What may differ between two norms that still ask the same of the same people.
_APART = {"id", "title", "title_en", "position", "article", "why", "confidence", "severity",
          "strength", "consequence", "minimum", "in_force_from", "in_force_to"}  # fmt: skip


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each pair, at the soft norm."""
    norms = [one for one in subject.own.norms if not isinstance(one, Statement)]
    for one, other in pairs(norms, lambda norm: (type(norm), acts_named(norm))):
        firm, soft = (one, other) if one.strength is Strength.MUST else (other, one)
        if _is_pair(firm, soft, subject) and _same(firm, soft):
            yield _hit(firm, soft, "same", {}, subject)
    for firm in subject.norms(Response):
        for soft in subject.norms(Requirement):
            act = _turned_around(firm, soft, subject)
            if act and _is_pair(firm, soft, subject):
                yield _hit(firm, soft, "outcomes", {"act": ActName(act)}, subject)


def _is_pair(firm: Norm, soft: Norm, subject: Subject) -> bool:
    strengths = firm.strength is Strength.MUST and soft.strength is not Strength.MUST
    return strengths and together((subject.own, firm), (subject.own, soft), subject)


def _same(one: Norm, other: Norm) -> bool:
    return all(
        getattr(one, field.name) == getattr(other, field.name)
        for field in fields(one)
        if field.name not in _APART
    )


def _turned_around(firm: Response, soft: Requirement, subject: Subject) -> str:
    """The act of which the firm norm demands one outcome where something holds, and of which the
    soft one ties the other outcome to the opposite."""
    trigger, duty = one_act(firm.after), [act for must in firm.must for act in acts_of(must)]
    if trigger is None or trigger.where is None or len(duty) != 1:
        return ""
    asked, other = duty[0], one_act(soft.upon)
    if other is None or not _opposed(asked, other):
        return ""
    types = attributes_of(trigger.act, subject.ruleset)
    alone = all(possible(one, types=types) for one in (trigger.where, soft.require))
    both = possible(trigger.where, soft.require, types=types)
    return asked.act if alone and not both else ""


def _opposed(one: ActPattern, other: ActPattern) -> bool:
    outcomes = bool(one.outcome and other.outcome) and not set(one.outcome) & set(other.outcome)
    return one.act == other.act and outcomes


def _hit(firm: Norm, soft: Norm, message: str, more: Values, subject: Subject) -> Hit:
    values: Values = {"norm": subject.ref(firm), "other": subject.ref(soft), **more}
    place = subject.at_norm(soft, "strength")
    return Hit(place, message, values, beside=(norm_in(subject.own, firm),))
