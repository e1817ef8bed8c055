"""Two bodies that decide on the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Power
from spelregels.model.patterns import NormRef, RoleSpec
from spelregels.model.ruleset import RulesetFile, Stage
from spelregels.model.verified import ActName, CheckRecord, Cited, StageName, Text
from spelregels.model.words import Severity
from spelregels.verify.bands import Band, band_of
from spelregels.verify.logic import attributes_of, possible
from spelregels.verify.machine import at_stage, decided_in
from spelregels.verify.parts import pairs
from spelregels.verify.powers import powers_over, same_bearers, together
from spelregels.verify.subject import Hit, Subject, Values, norm_in

RECORD = CheckRecord(
    id="twee-beslissers",
    severity=Severity.ERROR,
    title=Text("Twee beslissers", "Two deciders"),
    looks_for=Text(
        "Dezelfde beslissing, op hetzelfde moment of over hetzelfde bedrag, bij twee "
        "verschillende organen.",
        "The same decision, at the same moment or about the same amount, with two different "
        "bodies.",
    ),
    why=Text(
        "Beslissen zij verschillend, dan zegt de tekst niet wat geldt. Bewoners kunnen de een "
        "tegen de ander uitspelen, en andersom.",
        "If they decide differently, the text does not say what holds. Residents can play one off "
        "against the other, and the other way round.",
    ),
    repair=Text(
        "Kies één beslisser, of verdeel: per onderwerp, per bedrag (de een tot en met, de ander "
        "boven), of laat de een adviseren of instemmen.",
        "Choose one decider, or divide: by topic, by amount (one up to and including, the other "
        "above), or let one of them advise or consent.",
    ),
    limits=Text(
        "Bevoegdheden die elkaar niet uitsluiten mogen naast elkaar staan; alleen bedragen die "
        "deels overlappen vallen dan op.",
        "Powers that do not exclude each other may stand side by side; then only amounts that "
        "overlap in part are noticed.",
    ),
    messages={
        "stage": Text(
            "In {stage} beslist {roles}. Wie van de twee wanneer, staat er niet.",
            "In {stage} {roles} decides. Which of them when, is not there.",
        ),
        "exclusive": Text(
            "{norm} en {other} geven elk een ander als enige de bevoegdheid voor {act}.",
            "{norm} and {other} each give somebody else the sole power over {act}.",
        ),
        "against_stage": Text(
            "Volgens {norm} is alleen {roles} bevoegd voor {act}, maar in {stage} beslist {other}.",
            "By {norm} only {roles} has power over {act}, but in {stage} {other} decides.",
        ),
        "amounts": Text(
            "{attribute} {band}: dat valt onder {norm} en ook onder {other}.",
            "{attribute} {band}: that falls under {norm} and under {other} too.",
        ),
    },
    sources=(
        Cited("Arnhem, Wijkaanpak 2014", "D1"),
        Cited("Goes, wijkbudget; Deventer, wijkaanpak", "D40"),
        Cited("DSP, De waarde van de wijk 3.3", "T16"),
    ),
)
Held = tuple[RulesetFile, Power]


def find(subject: Subject) -> Iterator[Hit]:
    """Stages with alternatives, sole powers that clash, and amounts that belong to two."""
    for stage in subject.stages():
        yield from _in_stage(stage, subject)
    acts = sorted({act for norm in subject.norms(Power) for act in norm.may})
    for act in acts:
        held = [one for one in powers_over(act, subject) if isinstance(one[1].by, RoleSpec)]
        for one, other in pairs(held, lambda _: None):
            if other[0] is subject.own and _differ(one, other, subject):
                yield from _pair(act, one, other, subject)


def _in_stage(stage: Stage, subject: Subject) -> Iterator[Hit]:
    spec = stage.power.decides if stage.power else None
    if not isinstance(spec, RoleSpec):
        return
    place = at_stage(stage, "power/decides", subject=subject)
    acts = decided_in(stage, subject)
    held = [one for act in acts for one in powers_over(act, subject)]
    if len(spec.any_of) > 1 and acts and not held:
        either: Values = {"stage": StageName(stage.id), "roles": spec}
        yield Hit(place, "stage", either, severity=Severity.WARNING)
    for file, norm in held:
        sole = norm.exclusive and norm.applies is None and norm.where is None
        if sole and isinstance(norm.by, RoleSpec) and not same_bearers(norm.by, spec, subject):
            values: Values = {
                "norm": NormRef(file.id, norm.id),
                "roles": norm.by,
                "act": ActName(next(act for act in acts if act in norm.may)),
                "stage": StageName(stage.id),
                "other": spec,
            }
            yield Hit(place, "against_stage", values, beside=(norm_in(file, norm),))


def _differ(one: Held, other: Held, subject: Subject) -> bool:
    """Different bodies, and not divided by topic or by time."""
    bodies = not same_bearers(one[1].by, other[1].by, subject)
    return bodies and together(one, other, subject) and not (one[1].after or other[1].after)


def _pair(act: str, one: Held, other: Held, subject: Subject) -> Iterator[Hit]:
    (file, norm), (_, own) = one, other
    values: Values = {"norm": NormRef(file.id, norm.id), "other": subject.ref(own)}
    place, beside = subject.at_norm(own), (norm_in(file, norm),)
    types = attributes_of(act, subject.ruleset)
    if not possible(norm.where, own.where, types=types):
        return
    if norm.exclusive and own.exclusive:
        yield Hit(place, "exclusive", {**values, "act": ActName(act)}, beside=beside)
        return
    first, second = band_of(norm.where), band_of(own.where)
    shared = _partly(first, second) if first and second else None
    if shared is not None:
        name = shared.attribute.replace("_", " ")
        amounts: Values = {**values, "attribute": name, "band": shared.told()}
        yield Hit(place, "amounts", amounts, beside=beside, severity=Severity.WARNING)


def _partly(one: Band, other: Band) -> Band | None:
    """What two bands of amounts share, when neither holds the other."""
    if one.attribute != other.attribute or one.holds(other) or other.holds(one):
        return None
    return one.shared(other)
