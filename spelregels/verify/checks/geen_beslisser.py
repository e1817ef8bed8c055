"""A decision that nobody is named to take."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Power
from spelregels.model.patterns import RoleSpec
from spelregels.model.terms import NotStated
from spelregels.model.verified import ActName, CheckRecord, Cited, StageName, Text
from spelregels.model.words import Severity
from spelregels.verify.machine import at_stage, decided_in
from spelregels.verify.powers import powers_over
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="geen-beslisser",
    severity=Severity.WARNING,
    title=Text("Geen beslisser", "No decider"),
    looks_for=Text(
        "Een fase waarin een besluit valt, of een bevoegdheid om te besluiten, terwijl er niet "
        "staat van wie.",
        "A stage in which a decision falls, or a power to decide, while it does not say whose.",
    ),
    why=Text(
        "Zonder naam weet niemand bij wie hij moet zijn, en is een besluit niet te toetsen.",
        "Without a name nobody knows whom to turn to, and a decision cannot be tested.",
    ),
    repair=Text(
        "Noem het orgaan: raad, college, burgemeester, een bestuurscommissie of een mandataris.",
        "Name the body: council, executive, mayor, an executive committee or whoever has a "
        "mandate.",
    ),
    limits=Text(
        "Een beslisser die alleen uit een andere tekst volgt, is hier niet te zien.",
        "A decider who follows only from another text is not seen here.",
    ),
    messages={
        "stage": Text(
            "In {stage} kan {acts} gebeuren, maar er staat niet wie daarover beslist.",
            "In {stage} {acts} can happen, but it does not say who decides on it.",
        ),
        "stage_open": Text(
            "Wie in {stage} beslist, staat er niet.", "Who decides in {stage} is not stated."
        ),
        "power": Text(
            "{acts} mag, maar er staat niet van wie die bevoegdheid is.",
            "{acts} is allowed, but it does not say who holds that power.",
        ),
    },
    sources=(
        Cited("Deventer, Meedoenbudget", "D41"),
        Cited("Goes, wijkbudget", "D40"),
        Cited("DSP, De waarde van de wijk 4.2", "T3"),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """Stages with a decision and no decider; powers to decide that name nobody."""
    for stage in subject.stages():
        decides = stage.power.decides if stage.power else None
        if isinstance(decides, RoleSpec):
            continue
        acts = [act for act in decided_in(stage, subject) if not _held(act, subject)]
        place = at_stage(stage, "power/decides", "power", subject=subject)
        values: Values = {"stage": StageName(stage.id), "acts": tuple(ActName(act) for act in acts)}
        if acts:
            yield Hit(place, "stage", values, basis=subject.silence)
        elif isinstance(decides, NotStated):
            yield Hit(place, "stage_open", values, basis=subject.silence)
    for norm in subject.norms(Power):
        acts = [act for act in norm.may if subject.is_decision(act)]
        if acts and isinstance(norm.by, NotStated):
            named = {"acts": tuple(ActName(act) for act in acts)}
            yield Hit(subject.at_norm(norm, "by"), "power", named, basis=subject.silence)


def _held(act: str, subject: Subject) -> bool:
    return any(isinstance(norm.by, RoleSpec) for _, norm in powers_over(act, subject))
