"""A soft order before a decision: what should come first may come too late."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Norm, Precedence, Statement
from spelregels.model.patterns import ActPattern
from spelregels.model.verified import CheckRecord, Cited, Text
from spelregels.model.words import Consequence, Severity, Strength
from spelregels.verify.logic import covers
from spelregels.verify.parts import acts_of, asked
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="zachte-volgorde",
    severity=Severity.WARNING,
    title=Text("Volgorde die niet vastligt", "An order that is not fixed"),
    looks_for=Text(
        "Iets wat meestal of in beginsel vóór het vaststellen of beslissen komt (strength: "
        "should), terwijl niet staat wanneer het later mag.",
        "Something that mostly or in principle comes before adopting or deciding (strength: "
        "should), while it does not say when it may come later.",
    ),
    why=Text(
        "Zo mag het ook komen als de keuze al gemaakt is. Juist bij meepraten maakt dat het "
        "verschil.",
        "So it may also come when the choice was already made. With participation that makes all "
        "the difference.",
    ),
    repair=Text(
        "Maak de volgorde hard (strength: must), of schrijf wanneer het later mag (applies, "
        "unless) of dat er dan een reden bij hoort (consequence: explain).",
        "Make the order firm (strength: must), or write when it may come later (applies, unless) "
        "or that reasons must then be given (consequence: explain).",
    ),
    limits=Text(
        "Alleen in een tekst die verder harde regels heeft, en alleen vóór een besluit of een "
        "handeling op .vastgesteld. Een streven (strength: aim) telt niet mee.",
        "Only in a text that has firm norms besides, and only before a decision or an act that "
        "ends in .vastgesteld. An aim (strength: aim) is left out.",
    ),
    messages={
        "late": Text(
            "Volgens {norm} komt {first} meestal vóór {decision}. Wanneer het ook later mag, staat "
            "er niet.",
            "By {norm}, {first} mostly comes before {decision}. When it may come later is not "
            "stated.",
        )
    },
    sources=(
        Cited("Den Haag, inspraak en participatie 2012 (volgens de pers)", "D12"),
        Cited("DSP, De waarde van de wijk 4.2", "T2"),
    ),
)
_ADOPTED = "vastgesteld"


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each soft order that no firm norm makes firm."""
    firm = [norm for norm in subject.own.norms if _is_firm(norm)]
    if not firm:
        return
    for norm in subject.norms(Precedence):
        bare = norm.applies is None and norm.if_ is None and not norm.unless
        soft = norm.strength is Strength.SHOULD and norm.consequence is not Consequence.EXPLAIN
        fixing = [one for one in acts_of(norm.before) if _fixes(one, subject)]
        if bare and soft and fixing and not _made_firm(norm, firm, subject):
            values: Values = {
                "norm": subject.ref(norm),
                "first": asked(norm.must) or norm.id,
                "decision": asked((tuple(fixing),)),
            }
            place = subject.at_norm(norm, "strength")
            yield Hit(place, "late", values, basis=subject.silence)


def _is_firm(norm: Norm) -> bool:
    return norm.strength is Strength.MUST and not isinstance(norm, Statement)


def _fixes(act: ActPattern, subject: Subject) -> bool:
    return subject.is_decision(act.act) or act.act.rpartition(".")[2] == _ADOPTED


def _made_firm(norm: Precedence, firm: list[Norm], subject: Subject) -> bool:
    """Whether a firm norm asks the same order, so that the soft one only adds to it."""
    return any(
        covers(wide, one, subject.ruleset)
        for other in firm
        if isinstance(other, Precedence) and set(other.must) & set(norm.must)
        for wide in acts_of(other.before)
        for one in acts_of(norm.before)
    )
