"""A circle of stages, or a chance to mend a request, that may come any number of times."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Response, Threshold
from spelregels.model.ruleset import Stage
from spelregels.model.terms import Duration, MeetingTerm, NotStated
from spelregels.model.verified import ActName, CheckRecord, Cited, Place, StageName, Text
from spelregels.model.words import Severity
from spelregels.verify.machine import at_stage, circles
from spelregels.verify.parts import acts_of
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="lus-zonder-grens",
    severity=Severity.WARNING,
    title=Text("Lus zonder grens", "Repair loop without bound"),
    looks_for=Text(
        "Fasen die naar elkaar terugleiden (aanvullen, opnieuw beoordelen, weer aanvullen), of "
        "een toelating met herstel, terwijl niets zegt hoe vaak, en ook geen termijn er een einde "
        "aan maakt.",
        "Stages that lead back to each other (add papers, look again, add papers again), or a gate "
        "with a chance to mend, while nothing says how often, and no term puts an end to it "
        "either.",
    ),
    why=Text(
        "Een aanvraag kan zo zonder eind heen en weer gaan. De indiener heeft geen moment waarop "
        "hij een antwoord kan verlangen.",
        "A request can thus go back and forth without end. The applicant has no moment at which "
        "to ask for an answer.",
    ),
    repair=Text(
        "Schrijf hoe vaak het mag (een telling met at_most, bij herstel times), of binnen welke "
        "tijd er een besluit moet zijn.",
        "Write how often it may be done (a count with at_most, for mending times), or within what "
        "time there must be a decision.",
    ),
    limits=Text(
        "Alleen kringen van twee of meer fasen. Een besluit dat wordt aangehouden en in dezelfde "
        "fase blijft, telt niet mee.",
        "Only circles of two or more stages. A decision that is held over and stays in the same "
        "stage does not count.",
    ),
    messages={
        "circle": Text(
            "Vanuit {stage} kan het traject terug naar een eerdere fase, zo vaak als men wil.",
            "From {stage} the trajectory can go back to an earlier stage, any number of times.",
        ),
        "rounds": Text(
            "Om herstel ({acts}) kan zo vaak worden gevraagd als men wil, en geen termijn maakt er "
            "een einde aan.",
            "Mending ({acts}) can be asked for any number of times, and no term puts an end to it.",
        ),
    },
    sources=(
        Cited("Nissewaard, inspraak- en participatieverordening 2020, art. 2 lid 2-3", "D34"),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each circle that nothing bounds, at its last stage, and for each gate."""
    for gate in subject.own.gates:
        ends = isinstance(gate.within, Duration | MeetingTerm)
        if gate.repair is not None and gate.repair.times is None and not ends:
            values: Values = {"acts": tuple(ActName(one.act) for one in acts_of(gate.repair.asks))}
            yield Hit(Place(f"gates/{gate.id}/repair"), "rounds", values, basis=subject.silence)
    if subject.machine is None:
        return
    for circle in circles(subject.machine):
        if not _bounded(circle, subject):
            stage = circle[-1]
            place = at_stage(stage, "next", subject=subject)
            yield Hit(place, "circle", {"stage": StageName(stage.id)}, basis=subject.silence)


def _bounded(circle: tuple[Stage, ...], subject: Subject) -> bool:
    inside = {stage.id for stage in circle}
    round_it = {e.act for stage in circle for e in stage.edges if e.to in inside}
    out = {e.act for stage in circle for e in stage.edges if e.to not in inside}
    bounded = [
        gate.repair.asks
        for file in subject.ruleset.files
        for gate in file.gates
        if gate.repair is not None and gate.repair.times is not None
    ]
    if round_it & {one.act for asks in bounded for one in acts_of(asks)}:
        return True
    for _, norm in subject.every_norm():
        if isinstance(norm, Threshold):
            if _limits(norm) and round_it & {one.act for one in acts_of(norm.count)}:
                return True
        elif isinstance(norm, Response) and isinstance(norm.within, Duration | MeetingTerm):
            due = {one.act for pattern in norm.must for one in acts_of(pattern)}
            if due & (out | round_it):
                return True
    return False


def _limits(norm: Threshold) -> bool:
    """Whether it says how often at most. An amount that is added up does not say how often."""
    return norm.total is None and not isinstance(norm.at_most, NotStated | None)
