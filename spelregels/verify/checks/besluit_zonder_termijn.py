"""A decision that must come, without saying when."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Precedence, Response
from spelregels.model.terms import Duration, NotStated
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity, Strength
from spelregels.verify.answers import asks_a_decision
from spelregels.verify.parts import asked, basic_roles, of_government, one_act
from spelregels.verify.powers import deciders
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="besluit-zonder-termijn",
    severity=Severity.WARNING,
    title=Text("Besluit zonder termijn", "Decision without a deadline"),
    looks_for=Text(
        "Een plicht om te beslissen op een verzoek, initiatief of plan, zonder termijn.",
        "A duty to decide on a request, initiative or plan, without a term.",
    ),
    why=Text(
        "De indiener weet niet waar hij aan toe is. Is het geen aanvraag in de zin van de "
        "Algemene wet bestuursrecht, dan vult de wet de termijn ook niet aan.",
        "The applicant does not know where they stand. If it is no application in the sense of "
        "the General Administrative Law Act, the law does not supply a term either.",
    ),
    repair=Text(
        "Schrijf binnen welke tijd het besluit er is, en of die tijd één keer langer mag.",
        "Write within what time the decision is there, and whether that may be made longer once.",
    ),
    limits=Text(
        "Alleen als de tekst een plicht om te beslissen kent. Dat een orgaan mag beslissen of het "
        "iets doet (may), is geen gebrek.",
        "Only where the text has a duty to decide. That a body may choose whether to act (may) is "
        "no defect.",
    ),
    messages={
        "decision": Text(
            "Na {trigger} moet {acts} volgen, maar er staat niet binnen welke tijd.",
            "After {trigger}, {acts} must follow, but it does not say within what time.",
        ),
        "ahead": Text(
            "{act} moet {lead} van tevoren, maar binnen welke tijd erop wordt beslist, staat er "
            "niet.",
            "{act} must be {lead} beforehand, but within what time it is decided on is not stated.",
        ),
    },
    sources=(
        Cited("Langezwaag, dorpsbudget", "D15"),
        Cited("Nissewaard 2020, art. 2 lid 3", "D34"),
        Cited("Middelburg; Rotterdam, Right to Challenge", "D44"),
        Cited("Houtwijk, wijkbudget", "D49"),
    ),
    national=False,
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such duty, and for each request with a lead that is never due."""
    for norm in subject.norms(Response):
        if asks_a_decision(norm, subject) and isinstance(norm.within, NotStated | None):
            values: Values = {
                "trigger": asked((norm.after,)) or norm.id,
                "acts": asked(norm.must),
            }
            soft = norm.strength is not Strength.MUST
            yield Hit(
                subject.at_norm(norm, "within"),
                "decision",
                values,
                basis=subject.silence,
                severity=Severity.INFO if soft else None,
            )
    yield from _asked_ahead(subject)


def _asked_ahead(subject: Subject) -> Iterator[Hit]:
    """Requests that must be in some time before, where nothing at all asks for a decision."""
    due = any(isinstance(n, Response) and asks_a_decision(n, subject)
              for _, n in subject.every_norm())  # fmt: skip
    if due or not any(deciders(subject)):
        return
    for norm in subject.norms(Precedence):
        act = one_act(norm.must[0])
        if act is None or not isinstance(norm.lead, Duration):
            continue
        roles = basic_roles(act.by, subject.ruleset)
        if roles and not any(of_government(role, subject.ruleset) for role in roles):
            values: Values = {"act": ActName(act.act), "lead": norm.lead}
            yield Hit(subject.at_norm(norm, "lead"), "ahead", values, basis=subject.silence)
