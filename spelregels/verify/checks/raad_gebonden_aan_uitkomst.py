"""A council that must decide as others did."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Power, Response
from spelregels.model.patterns import ActPattern, Pattern
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Confidence, RoleKind, Severity, Strength
from spelregels.verify.parts import acts_of, basic_roles, kind_of
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="raad-gebonden-aan-uitkomst",
    severity=Severity.WARNING,
    title=Text("Raad gebonden aan de uitkomst", "Council bound to the outcome"),
    looks_for=Text(
        "Een plicht voor de gemeenteraad om een besluit met één vaste uitkomst te nemen, omdat "
        "bewoners iets besloten, kozen of adviseerden.",
        "A duty of the council to take a decision with one fixed outcome, since residents decided, "
        "chose or advised something.",
    ),
    why=Text(
        "Raadsleden stemmen zonder last (Gemeentewet 27). Zo'n plicht is een politieke belofte: "
        "niemand kan de raad eraan houden.",
        "Councillors vote without instruction (Municipalities Act 27). Such a duty is a political "
        "promise: nobody can hold the council to it.",
    ),
    repair=Text(
        "Laat de raad beslissen én uitleggen als hij afwijkt, of schrijf dat het een belofte is "
        "(strength: should). Wie bewoners echt wil laten beslissen, zoekt een vorm: mandaat, "
        "delegatie of een bestuurscommissie.",
        "Have the council decide and explain when it departs, or write that it is a promise "
        "(strength: should). To let residents really decide, find a form: mandate, delegation or "
        "an executive committee.",
    ),
    limits=Text(
        "Alleen een plicht (after … must …) met één uitkomst, zonder uitzondering, na een "
        "handeling waarvan te zien is dat zij niet van een bestuursorgaan is. Een bindend advies "
        "in een fase staat in bindend-advies-naast-beslisser.",
        "Only a duty (after … must …) with one outcome and no exception, after an act that is "
        "seen not to be an authority's. Binding advice in a stage is another check: "
        "bindend-advies-naast-beslisser.",
    ),
    messages={
        "bound": Text(
            "Na {after} moet de raad een besluit nemen met de uitkomst {outcome}. Een raadslid "
            "stemt zonder last (Gemeentewet 27).",
            "After {after} the council must take a decision with the outcome {outcome}. A "
            "councillor votes without instruction (Municipalities Act 27).",
        )
    },
    sources=(
        Cited("Gemeentewet 27"),
        Cited("de gevolgtrekking voor zo'n plicht", confidence=Confidence.DER),
    ),
)
_COUNCIL = frozenset({"raad"})


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such duty."""
    for norm in subject.norms(Response):
        if norm.strength is not Strength.MUST or norm.unless:
            continue
        trigger = next((one for one in acts_of(norm.after) if _by_others(one, subject)), None)
        outcome = next((one for must in norm.must if (one := _only(must, subject))), "")
        if trigger and outcome:
            values: Values = {"after": ActName(trigger.act), "outcome": outcome}
            yield Hit(subject.at_norm(norm, "must"), "bound", values)


def _only(must: Pattern, subject: Subject) -> str:
    """The one outcome that the council may decide on here; empty when it has a choice."""
    acts = acts_of(must)
    if len(acts) != len(must) or len({one.act for one in acts}) != 1:
        return ""
    act = subject.act(acts[0].act)
    if act is None or not act.decision or len(act.outcomes) < 2:
        return ""
    if any(basic_roles(one.by, subject.ruleset) != _COUNCIL for one in acts):
        return ""
    left = {outcome for one in acts for outcome in one.outcome or act.outcomes}
    return left.pop() if len(left) == 1 else ""


def _by_others(act: ActPattern, subject: Subject) -> bool:
    """Whether it is seen that no public body does this: its bearer is named, here or as a power."""
    roles = basic_roles(act.by, subject.ruleset) or {
        role
        for norm in subject.norms(Power)
        if act.act in norm.may
        for role in basic_roles(norm.by, subject.ruleset)
    }
    return bool(roles) and all(
        kind_of(role, subject.ruleset) is not RoleKind.AUTHORITY for role in roles
    )
