"""An act that is declared and then never used."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.figures import FactFigure
from spelregels.model.patterns import Earlier
from spelregels.model.terms import AttributeTerm
from spelregels.model.verified import ActName, CheckRecord, Cited, Place, Text
from spelregels.model.words import Severity
from spelregels.verify.parts import acts_named, every
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="handeling-ongebruikt",
    severity=Severity.INFO,
    title=Text("Handeling nergens gebruikt", "Act used nowhere"),
    looks_for=Text(
        "Een handeling die dit bestand opsomt, en die in geen regel, termijn of fase voorkomt.",
        "An act that this file lists, and that stands in no norm, term or stage.",
    ),
    why=Text(
        "Vaak is een regel vergeten, of is een naam veranderd.",
        "Often a norm was forgotten, or a name changed.",
    ),
    repair=Text(
        "Schrijf de regel die erbij hoort, of haal de handeling weg.",
        "Write the norm that belongs to it, or take the act away.",
    ),
    limits=Text(
        "Een bestand zonder regels en fasen is een woordenlijst en wordt overgeslagen.",
        "A file without norms and stages is a vocabulary and is skipped.",
    ),
    messages={
        "unused": Text(
            "{act} komt in geen regel, termijn of fase voor.",
            "{act} stands in no norm, term or stage.",
        )
    },
    sources=(Cited("DSP, De waarde van de wijk 5.3", "T3"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each act that only this file declares and nothing speaks of."""
    own, machine = subject.own, subject.ruleset.machine
    if not (own.norms or own.terms or subject.machine):
        return
    used: set[str] = set()
    for file in subject.ruleset.files:
        parts = (file.norms, file.terms, file.guarantees, file.gates)
        used |= acts_named(parts)
        used |= {term.act for term in every(parts, AttributeTerm)}
        used |= {one.act for one in every(parts, Earlier) if one.act}
        used |= {one.act for one in every(parts, FactFigure) if one.act}
    for stage in machine.stages if machine else ():
        used |= {edge.act for edge in stage.edges} | stage.also
        if stage.power and stage.power.override_act:
            used.add(stage.power.override_act)
    for act in subject.outline.names("acts"):
        known = subject.act(act)
        if act not in used and known is not None and not known.ends:
            yield Hit(Place(f"acts/{act}"), "unused", {"act": ActName(act)})
