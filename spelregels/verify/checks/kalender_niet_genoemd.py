"""Nobody said whether a last day moves off a weekend."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import NamedTerm, Precedence, Response
from spelregels.model.terms import Duration
from spelregels.model.verified import CheckRecord, Cited, Place, Text
from spelregels.model.words import Regime, Severity
from spelregels.verify.durations import atw_may_move
from spelregels.verify.parts import timed
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="kalender-niet-genoemd",
    severity=Severity.WARNING,
    title=Text("Kalender niet genoemd", "Calendar regime undeclared"),
    looks_for=Text(
        "Termijnen in dagen, weken of maanden in een tekst die geen wet, AMvB of verordening is, "
        "zonder regel over weekenden en feestdagen.",
        "Terms in days, weeks or months in a text that is no act, AMvB or by-law, without a rule "
        "on weekends and holidays.",
    ),
    why=Text(
        "Voor wetten en verordeningen schuift de Algemene termijnenwet een laatste dag door naar "
        "een werkdag. Voor wijkspelregels, beleidsregels en convenanten doet zij dat niet vanzelf.",
        "For acts and by-laws the Algemene termijnenwet moves a last day to a working day. For "
        "neighbourhood rules, policy rules and covenants it does not do so by itself.",
    ),
    repair=Text(
        "Schrijf term_regime: atw (schuift door) of calendar (schuift niet), en zet het in de "
        "tekst.",
        "Write term_regime: atw (moves) or calendar (does not), and put it in the text.",
    ),
    limits=Text(
        "Alleen termijnen vooruit, en niet langer dan de Algemene termijnenwet verschuift (12 "
        "weken, 3 maanden, 90 dagen). Eén melding per bestand.",
        "Only terms that run forward, and no longer than the Algemene termijnenwet moves (12 "
        "weeks, 3 months, 90 days). One finding a file.",
    ),
    messages={
        "undeclared": Text(
            "Er staat niet of een termijn die op een vrije dag eindigt doorschuift. Dat maakt uit "
            "voor {count} van de termijnen hier, zoals {term}.",
            "It is not stated whether a term that ends on a free day moves on. That matters for "
            "{count} of the terms here, such as {term}.",
        )
    },
    sources=(
        Cited("Algemene termijnenwet 1-4; Gemeentewet 145"),
        Cited("alle gelezen teksten behalve Delft 2008", "D52"),
    ),
    national=False,
)
_FORWARD = ("within", "wait", "lasts")


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for the file, at the key that is missing."""
    touched = [
        term
        for norm in (*subject.own.norms, *subject.own.terms)
        if isinstance(norm, Precedence | Response | NamedTerm)
        if norm.regime is Regime.NOT_STATED
        for key, term in timed(norm)
        if key in _FORWARD and isinstance(term, Duration) and atw_may_move(term)
    ]
    if touched:
        key = "term_regime" if subject.outline.has("term_regime") else "regulatory_layer"
        values: Values = {"count": len(touched), "term": touched[0]}
        yield Hit(Place(key), "undeclared", values, basis=subject.silence)
