"""A share of a fixed number that is no whole number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from spelregels.model.figures import FactFigure, Share
from spelregels.model.norms import Requirement, Threshold
from spelregels.model.patterns import AllOf, Op, Test
from spelregels.model.verified import ActName, CheckRecord, Cited, Place, Text
from spelregels.model.words import AttributeType, Severity
from spelregels.verify.logic import attributes_of
from spelregels.verify.parts import acts_of, every
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="aandeel-komt-niet-uit",
    severity=Severity.WARNING,
    title=Text("Een deel dat niet uitkomt", "A part that does not come out even"),
    looks_for=Text(
        "Een aandeel van een vast aantal mensen of keren dat geen heel getal is, zoals een derde "
        "van zeven leden, zonder te zeggen hoe er wordt afgerond.",
        "A share of a fixed number of people or times that is no whole number, such as a third of "
        "seven members, without saying how it is rounded.",
    ),
    why=Text(
        "Bij een rooster van aftreden is elk jaar de vraag of er twee of drie gaan. Wie net niet "
        "genoeg heeft, hoort achteraf hoe er geteld is.",
        "With a rota of stepping down it is asked every year whether two go or three. Whoever is "
        "just short hears afterwards how it was counted.",
    ),
    repair=Text(
        "Kies een aantal dat uitkomt, of zeg hoe er wordt afgerond: {share: 1/3, of: 7, round: "
        "up}.",
        "Choose a number that comes out even, or say how it is rounded: {share: 1/3, of: 7, round: "
        "up}.",
    ),
    limits=Text(
        "Alleen een aandeel van een getal dat in de tekst staat, bij tellen (count) of bij een "
        "aantal. Van een aantal dat per traject verschilt, is het niet te zien.",
        "Only a share of a number that stands in the text, with counting (count) or at a number. "
        "Of a number that differs by trajectory it does not show.",
    ),
    messages={
        "uneven": Text(
            "Bij {act} gaat het om {some}/{all} van {whole}, en dat is geen heel getal. Of er naar "
            "boven of naar beneden wordt afgerond, staat er niet.",
            "For {act} it is {some}/{all} of {whole}, which is no whole number. Whether it is "
            "rounded up or down is not stated.",
        )
    },
    sources=(Cited("rooster van aftreden van wijkraden (municipal-rules, C29)"),),
    national=False,
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such bound."""
    for norm in subject.norms(Threshold):
        acts = acts_of(norm.count)
        if norm.total is None and acts:
            for key, bound in (("at_least", norm.at_least), ("at_most", norm.at_most)):
                yield from _uneven(bound, {}, acts[0].act, subject.at_norm(norm, key))
    fixed = _fixed(subject)
    for asked in subject.norms(Requirement):
        acts = acts_of(asked.upon)
        for test in every(asked.require, Test):
            if acts and _whole(test.attribute, acts[0].act, subject):
                place = subject.at_norm(asked, "require")
                yield from _uneven(test.operand, fixed.get(acts[0].act, {}), acts[0].act, place)


def _uneven(bound: object, fixed: Mapping[str, int], act: str, at: Place) -> Iterator[Hit]:
    """``fixed``: the attributes of the act that can have one number only."""
    if not isinstance(bound, Share) or bound.rounding is not None:
        return
    of = fixed.get(bound.of.name) if isinstance(bound.of, FactFigure) else bound.of
    if isinstance(of, int) and (Fraction(bound.some, bound.all) * of).denominator > 1:
        values: Values = {"act": ActName(act), "some": bound.some, "all": bound.all, "whole": of}
        yield Hit(at, "uneven", values)


def _fixed(subject: Subject) -> dict[str, dict[str, int]]:
    """Per act the attributes that the text fixes at one whole number (``leden: 7``)."""
    found: dict[str, dict[str, int]] = {}
    for norm in subject.norms(Requirement):
        parts = norm.require.parts if isinstance(norm.require, AllOf) else (norm.require,)
        for test in parts:
            if isinstance(test, Test) and test.op is Op.IS and isinstance(test.operand, int):
                for act in acts_of(norm.upon):
                    found.setdefault(act.act, {})[test.attribute] = test.operand
    return found


def _whole(attribute: str, act: str, subject: Subject) -> bool:
    """Whether an attribute counts people or things; an amount of money divides well."""
    declared = attributes_of(act, subject.ruleset)(attribute)
    return declared is not None and declared.type is AttributeType.INTEGER
