"""Rules of a neighbourhood that replace a norm of a by-law or an act."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.verified import CheckRecord, Cited, Place, Text
from spelregels.model.words import Confidence, RegulatoryLayer, Severity
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="lagere-regel-vervangt-hogere",
    severity=Severity.WARNING,
    title=Text("Lagere regel vervangt hogere", "Lower norm replaces a higher one"),
    looks_for=Text(
        "Spelregels, een convenant, een reglement, een notitie of een beleidsregel die een regel "
        "van een verordening of een wet vervangt (overrides), en niet zeker evenveel vraagt.",
        "Neighbourhood rules, a covenant, standing orders, a note or a policy rule that replace a "
        "norm of a by-law or an act (overrides), and do not surely ask as much.",
    ),
    why=Text(
        "Elke wijk mag anders zijn, maar niet met minder dan de gemeente of de wet voor iedereen "
        "regelde. Een verordening gaat voor, wat de spelregels ook zeggen.",
        "Every neighbourhood may differ, but not with less than the municipality or the act "
        "settled for everyone. A by-law goes first, whatever the neighbourhood rules say.",
    ),
    repair=Text(
        "Vraag evenveel of meer, of laat de raad in de verordening ruimte maken voor maatwerk. "
        "Zet in de hogere regel minimum: true als niemand eronder mag.",
        "Ask as much or more, or have the council make room in the by-law. Write minimum: true in "
        "the higher norm if nobody may go below it.",
    ),
    limits=Text(
        "Kan twee regels alleen vergelijken als zij op een termijn, een aantal of de kracht na "
        "gelijk zijn, ook in hoe dagen tellen (term_regime); anders is de melding ter informatie. "
        "Of de verordening zelf ruimte geeft om af te wijken, is niet te zien. Een verordening die "
        "een wet invult, wordt overgeslagen.",
        "Can compare two norms only if they are alike but for a term, a number or their strength, "
        "also in how days count (term_regime); else the finding is for information. Whether the "
        "by-law itself leaves room to depart cannot be seen. A by-law that fills in an act is "
        "passed over.",
    ),
    messages={
        "less": Text(
            "Deze regel vervangt {old} uit {file}, en vraagt minder. Dat is een hogere regeling.",
            "This norm replaces {old} of {file}, and asks less. That is a higher regulation.",
        ),
        "unlike": Text(
            "Deze regel vervangt {old} uit {file}, een hogere regeling. Of hij evenveel vraagt, is "
            "niet te vergelijken.",
            "This norm replaces {old} of {file}, a higher regulation. Whether it asks as much "
            "cannot be compared.",
        ),
    },
    sources=(
        Cited("I&O, doorontwikkeling wijkgericht werken: elke wijk is anders", "T22"),
        Cited("Gemeentewet 147, 149: verordeningen zijn van de raad", confidence=Confidence.DER),
    ),
)
_HIGHER = (RegulatoryLayer.WET, RegulatoryLayer.AMVB, RegulatoryLayer.VERORDENING)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each own norm or term that takes such a place."""
    own = subject.own
    if own.regulatory_layer in (*_HIGHER, RegulatoryLayer.NOT_STATED):
        return
    ranks = {file.id: file.regulatory_layer for file in subject.ruleset.files}
    terms = {term.id for term in own.terms}
    for one in subject.ruleset.replaced:
        if one.new.file == own.id and ranks[one.old.file] in _HIGHER and one.less is not False:
            section = "terms" if one.new.norm in terms else "norms"
            at = Place(f"{section}/{one.new.norm}/overrides")
            values: Values = {"old": one.old.norm, "file": one.old.file}
            severity = None if one.less else Severity.INFO
            key = "less" if one.less else "unlike"
            yield Hit(at, key, values, severity=severity)
