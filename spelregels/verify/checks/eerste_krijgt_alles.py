"""A right that goes to whoever asks first, and shuts out everybody after."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Absence, Precedence, Response
from spelregels.model.patterns import ActPattern, BetweenWindow
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.parts import acts_of, asked, basic_roles, of_government, one_act
from spelregels.verify.subject import Hit, Subject, Values, norm_in

RECORD = CheckRecord(
    id="eerste-krijgt-alles",
    severity=Severity.INFO,
    title=Text("Wie het eerst komt", "First come, first served"),
    looks_for=Text(
        "Iets wat de gemeente moet toekennen aan wie erom vraagt, terwijl er daarna geen tweede "
        "bij mag. Hoe de keuze tussen twee aanvragers gaat, staat er niet.",
        "Something that the municipality must grant to whoever asks, while no second may follow. "
        "How the choice between two applicants goes is not stated.",
    ),
    why=Text(
        "De eerste groep krijgt het gebied en sluit alle andere uit, ook als die er beter past. "
        "Daar komt ruzie van.",
        "The first group gets the area and shuts out all others, also those that fit better. That "
        "leads to disputes.",
    ),
    repair=Text(
        "Schrijf hoe gekozen wordt: een periode om te melden, een stemming in de wijk, of een "
        "einde waarna anderen weer aan de beurt komen.",
        "Write how the choice is made: a period to apply, a vote in the neighbourhood, or an end "
        "after which it is the turn of others.",
    ),
    limits=Text(
        "Alleen als de plicht om toe te kennen (after … must) en het verbod op een tweede (during "
        "… must_not) er allebei staan. Vraagt een regel vóór het toekennen nog iets anders dan de "
        "aanvraag zelf, dan geldt dat als keuze.",
        "Only if the duty to grant (after … must) and the ban on a second (during … must_not) are "
        "both there. If a norm asks something before granting besides the request itself, that "
        "counts as a choice.",
    ),
    messages={
        "first": Text(
            "Na {request} moet {act} volgen, en daarna is er geen plaats voor een tweede. Hoe de "
            "gemeente kiest als twee erom vragen, staat er niet.",
            "After {request}, {act} must follow, and then there is no room for a second. How the "
            "municipality chooses when two ask, is not stated.",
        )
    },
    sources=(Cited("Haarlem, verordening op de wijkraden 2021, art. 2 lid 2", "D47"),),
    national=False,
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each ban on a second."""
    for ban in subject.norms(Absence):
        act = one_act(ban.must_not)
        if act is None or act.where or not _opened_by(ban, act):
            continue
        grants = (norm for norm in subject.norms(Response) if _grants(norm, act, subject))
        grant = next((norm for norm in grants if not _follows_up(norm, ban)), None)
        if grant is not None and not _chosen(grant, act, subject):
            values: Values = {"request": asked((grant.after,)), "act": ActName(act.act)}
            beside = (norm_in(subject.own, grant),)
            yield Hit(subject.at_norm(ban), "first", values, subject.silence, beside)


def _opened_by(ban: Absence, act: ActPattern) -> bool:
    window = ban.window
    return isinstance(window, BetweenWindow) and act.act in {o.act for o in acts_of(window.opens)}


def _grants(norm: Response, act: ActPattern, subject: Subject) -> bool:
    """Whether it obliges the municipality to do that act for whoever asked."""
    roles = basic_roles(norm.by, subject.ruleset)
    official = bool(roles) and all(of_government(role, subject.ruleset) for role in roles)
    answers = [one.act for pattern in norm.must for one in acts_of(pattern)]
    return official and answers == [act.act] and bool(acts_of(norm.after))


def _follows_up(norm: Response, ban: Absence) -> bool:
    """Whether it fills an open place (*when the one stops, a successor is named*): nobody asked."""
    closes = acts_of(ban.window.closes) if isinstance(ban.window, BetweenWindow) else ()
    return bool({one.act for one in acts_of(norm.after)} & {one.act for one in closes})


def _chosen(grant: Response, act: ActPattern, subject: Subject) -> bool:
    """Whether something else than the request has to come first."""
    requests = {one.act for one in acts_of(grant.after)}
    first = (
        pattern
        for norm in subject.norms(Precedence)
        if act.act in {one.act for one in acts_of(norm.before)}
        for pattern in norm.must
    )
    return any(
        not acts_of(pattern) or {one.act for one in acts_of(pattern)} - requests
        for pattern in first
    )
