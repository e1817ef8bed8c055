"""A soft norm with a hard consequence."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.verified import CheckRecord, Cited, Text
from spelregels.model.words import Consequence, Severity, Strength
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="zachte-norm-hard-gevolg",
    severity=Severity.WARNING,
    title=Text("Zachte norm met een hard gevolg", "Soft norm with a hard consequence"),
    looks_for=Text(
        "Een regel die hoort (should) of een streven is (aim), en die toch een handeling ongeldig "
        "maakt of een termijn niet laat beginnen.",
        "A norm that should be kept (should) or is an aim (aim), and yet makes an act void or "
        "keeps a term from beginning.",
    ),
    why=Text(
        "In beginsel en ongeldig gaan niet samen: wie mag afwijken, kan niet worden afgewezen "
        "omdat hij afwijkt.",
        "In principle and void do not go together: whoever may depart cannot be refused for "
        "departing.",
    ),
    repair=Text(
        "Kies: maak er een harde eis van (must), of een zachter gevolg (explain, curable).",
        "Choose: make it a hard requirement (must), or a milder consequence (explain, curable).",
    ),
    limits=Text(
        "Alleen waar consequence bij de regel staat.", "Only where the norm has a consequence."
    ),
    messages={
        "clash": Text(
            "Deze regel is geen harde eis, maar maakt wel ongeldig wat er niet aan voldoet.",
            "This norm is no hard requirement, yet it makes void what does not meet it.",
        )
    },
    sources=(Cited("Wijnjewoude, dorpsbudget", "D50"),),
)
_HARD = (Consequence.VOID, Consequence.NOT_STARTED)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such norm."""
    for norm in subject.own.norms:
        if norm.strength is not Strength.MUST and norm.consequence in _HARD:
            yield Hit(subject.at_norm(norm, "consequence", "strength"), "clash")
