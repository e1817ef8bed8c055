"""A duty that nobody is named for."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Precedence, Recurrence, Response, Statement
from spelregels.model.terms import NotStated
from spelregels.model.verified import CheckRecord, Cited, Either, Text
from spelregels.model.words import Severity, Strength
from spelregels.verify.parts import asked
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="plicht-zonder-drager",
    severity=Severity.WARNING,
    title=Text("Plicht zonder drager", "Duty without bearer"),
    looks_for=Text(
        "Een plicht in de lijdende vorm: er moet iets gebeuren, maar er staat niet wie dat moet "
        "doen (by: not_stated).",
        "A duty in the passive: something must happen, but it does not say who must do it (by: "
        "not_stated).",
    ),
    why=Text(
        "Wat van niemand is, doet niemand. Bewoners weten niet wie zij kunnen aanspreken.",
        "What is nobody's, nobody does. Residents do not know whom to address.",
    ),
    repair=Text(
        "Noem wie het moet doen: by: college, of een ander orgaan.",
        "Name who must do it: by: college, or another body.",
    ),
    limits=Text(
        "Een regel waarin by helemaal ontbreekt, geldt voor iedereen die de handeling doet; daar "
        "zegt deze controle niets over.",
        "A norm without by holds for anyone who does the act; this check says nothing about that.",
    ),
    messages={
        "duty": Text(
            "Er moet {acts} gebeuren, maar er staat niet wie dat moet doen.",
            "{acts} must happen, but it does not say who must do it.",
        ),
        "statement": Text(
            "Deze regel vraagt iets, maar er staat niet van wie.",
            "This norm asks something, but it does not say of whom.",
        ),
    },
    sources=(
        Cited("Eindhoven 2023, art. 2 lid 2; model VNG 2004, art. 2 lid 2", "D6"),
        Cited("Boarnsterhim 2002, art. 53 lid 5-6", "D7"),
    ),
    national=False,
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each duty that says it names nobody."""
    for norm in subject.own.norms:
        if isinstance(norm, Precedence | Response | Recurrence):
            if isinstance(norm.by, NotStated):
                yield _hit(norm, subject, "duty", asked(norm.demands))
        elif isinstance(norm, Statement) and isinstance(norm.by, NotStated):
            yield _hit(norm, subject, "statement", ())


def _hit(
    norm: Precedence | Response | Recurrence | Statement,
    subject: Subject,
    message: str,
    acts: tuple[Either, ...],
) -> Hit:
    soft = norm.strength is not Strength.MUST
    return Hit(
        subject.at_norm(norm, "by"),
        message,
        {"acts": acts},
        basis=subject.silence,
        severity=Severity.INFO if soft else None,
    )
