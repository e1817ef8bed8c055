"""A choice in one norm of what another norm asks all of."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Requirement
from spelregels.model.patterns import AllOf, AnyOf, Condition, Test
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.logic import Types, attributes_of, follows
from spelregels.verify.parts import acts_of, every
from spelregels.verify.powers import together
from spelregels.verify.subject import Hit, Subject, Values, norm_in

RECORD = CheckRecord(
    id="keuze-en-alles",
    severity=Severity.WARNING,
    title=Text("En of of", "And or or"),
    looks_for=Text(
        "Twee eisen aan dezelfde handeling: volgens de ene is één van een aantal punten genoeg, "
        "volgens de andere moeten die punten er allemaal zijn.",
        "Two demands on the same act: by the one, one of some points is enough; by the other, all "
        "of those points must be there.",
    ),
    why=Text(
        "Wie op de eerste regel afgaat, stuurt te weinig in en wordt afgewezen.",
        "Whoever goes by the first norm sends in too little and is turned down.",
    ),
    repair=Text(
        "Kies: en of of. Schrijf het op beide plaatsen gelijk.",
        "Choose: and or or. Write it the same in both places.",
    ),
    limits=Text(
        "Alleen eisen aan dezelfde handeling, onder dezelfde voorwaarden.",
        "Only demands on the same act, under the same conditions.",
    ),
    messages={
        "both": Text(
            "Bij {act} is volgens {norm} één van deze punten genoeg: {points}. Volgens {others} "
            "moeten ze er allemaal zijn.",
            "For {act}, by {norm} one of these points is enough: {points}. By {others} all of them "
            "must be there.",
        )
    },
    sources=(Cited("Middelburg, uitdaagrecht: inleiding en formulier", "D43"),),
)
_SCOPE = ("upon", "applies", "if_", "unless", "strength")


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each choice of which other norms ask every point."""
    norms = tuple(subject.norms(Requirement))
    for loose in norms:
        others = tuple(one for one in norms if one is not loose and _beside(one, loose, subject))
        act = acts_of(loose.upon)[0].act if acts_of(loose.upon) else ""
        types = attributes_of(act, subject.ruleset)
        for choice in _choices(loose.require):
            asking = _all_asked(choice, others, types)
            points = dict.fromkeys(test.attribute for test in every(choice, Test))
            if asking and len(points) > 1:
                values: Values = {
                    "act": ActName(act),
                    "norm": subject.ref(loose),
                    "others": tuple(subject.ref(one) for one in asking),
                    "points": tuple(point.replace("_", " ") for point in points),
                }
                beside = tuple(norm_in(subject.own, one) for one in asking)
                yield Hit(subject.at_norm(loose, "require"), "both", values, beside=beside)


def _beside(one: Requirement, other: Requirement, subject: Subject) -> bool:
    """Whether both ask of the same act under the same conditions."""
    same = all(getattr(one, name) == getattr(other, name) for name in _SCOPE)
    return same and together((subject.own, one), (subject.own, other), subject)


def _all_asked(
    choice: AnyOf, others: tuple[Requirement, ...], types: Types
) -> tuple[Requirement, ...]:
    """The norms that between them ask every point of a choice; none if a point stays free."""
    found: dict[str, Requirement] = {}
    for point in choice.parts:
        asking = next((one for one in others if follows(point, one.require, types)), None)
        if asking is None:
            return ()
        found[asking.id] = asking
    return tuple(found.values())


def _choices(condition: Condition) -> Iterator[AnyOf]:
    match condition:
        case AnyOf():
            yield condition
        case AllOf(parts):
            for part in parts:
                yield from _choices(part)
        case _:  # a single test, or what may not be
            pass
