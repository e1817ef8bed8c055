"""A ban among points of which one is enough."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Requirement
from spelregels.model.patterns import AllOf, AnyOf, Condition, NoneOf, Op, Test
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.logic import attributes_of
from spelregels.verify.parts import acts_of, every
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="verbod-als-keuze",
    severity=Severity.WARNING,
    title=Text("Verbod tussen punten waarvan er één genoeg is", "Ban where one point suffices"),
    looks_for=Text(
        "Een eis met een lijst waarvan één punt genoeg is (any_of), met tussen de doelen ook een "
        "verbod.",
        "A requirement with a list of which one point suffices (any_of), with a ban among the "
        "aims.",
    ),
    why=Text(
        "Letterlijk gelezen is het verbod dan vrijblijvend: wie aan een doel voldoet, mag het "
        "verbod overtreden.",
        "Read to the letter the ban is then optional: whoever meets an aim may break the ban.",
    ),
    repair=Text(
        "Haal het verbod uit de lijst en maak er een eigen eis van: any_of voor de doelen, en "
        "apart de verboden.",
        "Take the ban out of the list and make it a requirement of its own: any_of for the aims, "
        "and the bans apart.",
    ),
    limits=Text(
        "Alleen bij ten minste twee doelen, of een lijst van doelen. Eén doel naast één verbod kan "
        "‘als dit, dan dat’ betekenen, en daar zegt deze controle niets over.",
        "Only with at least two aims, or a list of aims. One aim beside one ban may mean ‘if this, "
        "then that’, and on that this check is silent.",
    ),
    messages={
        "ban": Text(
            "Voor {acts} is één punt van deze lijst genoeg, maar er staan ook verboden in "
            "({attributes}). Die gelden dan niet altijd.",
            "For {acts} one point of this list suffices, but there are bans in it too "
            "({attributes}). They then do not always hold.",
        )
    },
    sources=(Cited("Harderwijk, spelregels wijkbudget", "D17"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such list."""
    for norm in subject.norms(Requirement):
        for choice in _choices(norm.require):
            bans = [one for one in choice.parts if _forbids(one)]
            aims = [one for one in choice.parts if one not in bans]
            if bans and (len(aims) > 1 or any(_lists(aim, norm, subject) for aim in aims)):
                values: Values = {
                    "acts": tuple(ActName(one.act) for one in acts_of(norm.upon)),
                    "attributes": ", ".join(dict.fromkeys(_names(AllOf(tuple(bans))))),
                }
                yield Hit(subject.at_norm(norm, "require"), "ban", values)


def _choices(condition: Condition) -> Iterator[AnyOf]:
    match condition:
        case AnyOf(parts):
            yield condition
            for part in parts:
                yield from _choices(part)
        case AllOf(parts):
            for part in parts:
                yield from _choices(part)
        case _:
            return


def _forbids(condition: Condition) -> bool:
    match condition:
        case NoneOf():
            return True
        case Test():
            no = condition.op is Op.IS and condition.operand is False
            return no or condition.op in (Op.IS_NOT, Op.ABSENT)
        case AllOf(parts):
            return all(map(_forbids, parts))
        case AnyOf():
            return False


def _lists(condition: Condition, norm: Requirement, subject: Subject) -> bool:
    """Whether one point stands for a list of them (``doelen: present``)."""
    types = [attributes_of(one.act, subject.ruleset) for one in acts_of(norm.upon)]
    declared = [type_(test.attribute) for type_ in types for test in every(condition, Test)]
    return any(one is not None and one.many for one in declared)


def _names(condition: Condition) -> Iterator[str]:
    if isinstance(condition, Test):
        yield condition.attribute.replace("_", " ")
    else:
        for part in condition.parts:
            yield from _names(part)
