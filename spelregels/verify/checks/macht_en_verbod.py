"""A power that the text, or a text above it, forbids altogether."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Absence, Power
from spelregels.model.patterns import ActPattern, NormRef, RoleSpec
from spelregels.model.ruleset import RulesetFile
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity, Vehicle
from spelregels.verify.logic import covers, facts_of, follows
from spelregels.verify.parts import acts_of
from spelregels.verify.powers import together
from spelregels.verify.subject import Hit, Subject, Values, norm_in

RECORD = CheckRecord(
    id="macht-en-verbod",
    severity=Severity.ERROR,
    title=Text("Mag en mag nooit", "May and may never"),
    looks_for=Text(
        "Een bevoegdheid die door een verbod, hier of in een hogere regeling, helemaal wordt "
        "weggenomen.",
        "A power that a ban, here or in a text above, takes away altogether.",
    ),
    why=Text(
        "De tekst geeft iets en neemt het ook. Wie de bevoegdheid gebruikt, overtreedt het verbod.",
        "The text gives something and takes it too. Whoever uses the power breaks the ban.",
    ),
    repair=Text(
        "Beperk het verbod (where, applies, unless), of haal de bevoegdheid weg.",
        "Narrow the ban (where, applies, unless), or take the power away.",
    ),
    limits=Text(
        "Alleen als het verbod de hele bevoegdheid dekt; een deel is een gewone grens. Dat een "
        "adviesorgaan niet beslist, staat in adviesorgaan-beslist.",
        "Only if the ban covers the whole power; a part is an ordinary limit. That an advisory "
        "body does not decide is another check: adviesorgaan-beslist.",
    ),
    messages={
        "both": Text(
            "Volgens {norm} mag {act}, maar {ban} verbiedt het altijd.",
            "By {norm} {act} is allowed, but {ban} always forbids it.",
        )
    },
    sources=(Cited("Waalre, inspraakverordening, art. 2", "D3"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each power that nothing is left of."""
    for norm in subject.norms(Power):
        if not isinstance(norm.by, RoleSpec):
            continue
        for file, ban in subject.every_norm():
            if isinstance(ban, Absence) and _always(ban):
                gone = [act for act in norm.may if _takes(file, ban, norm, act, subject)]
                if len(gone) == len(norm.may):
                    values: Values = {
                        "norm": subject.ref(norm),
                        "act": ActName(gone[0]),
                        "ban": NormRef(file.id, ban.id),
                    }
                    yield Hit(subject.at_norm(norm), "both", values, beside=(norm_in(file, ban),))


def _always(ban: Absence) -> bool:
    on_advisers = any(one.by and one.by.vehicle is Vehicle.ART_84 for one in acts_of(ban.must_not))
    return ban.window is None and ban.if_ is None and not ban.unless and not on_advisers


def _takes(file: RulesetFile, ban: Absence, norm: Power, act: str, subject: Subject) -> bool:
    assert isinstance(norm.by, RoleSpec)
    if not together((file, ban), (subject.own, norm), subject):
        return False
    if not follows(ban.applies, norm.applies, facts_of(subject.ruleset)):
        return False
    held = ActPattern(act, by=norm.by, where=norm.where)
    return any(covers(one, held, subject.ruleset) for one in acts_of(ban.must_not))
