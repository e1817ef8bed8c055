"""A maximum per calendar year, which starts again on the first of January."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.norms import Threshold
from spelregels.model.terms import NotStated
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.parts import acts_of
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="terugblik-met-sprong",
    severity=Severity.INFO,
    title=Text("Terugblik met een sprong", "Look-back with a jump"),
    looks_for=Text(
        "Een hoogste aantal of bedrag per kalenderjaar.",
        "A highest number or amount per calendar year.",
    ),
    why=Text(
        "De teller springt op 1 januari naar nul: op 31 december en op 1 januari mag het allebei. "
        "Wie in januari vraagt, wacht een jaar; wie in december vraagt, een dag.",
        "The count jumps to zero on 1 January: it may be done both on 31 December and on 1 "
        "January. Whoever asks in January waits a year; whoever asks in December, a day.",
    ),
    repair=Text(
        "Is dat niet bedoeld, kijk dan een vaste tijd terug: niet binnen 1 jaar na de vorige keer.",
        "If that is not meant, look back a fixed time: not within 1 year after the last time.",
    ),
    limits=Text(
        "Bij geld dat per begrotingsjaar wordt verdeeld, is dit vaak precies de bedoeling.",
        "With money that is divided per budget year this is often just what is meant.",
    ),
    messages={
        "jump": Text(
            "Hoogstens {count} keer {acts} per kalenderjaar: op 1 januari begint de telling "
            "opnieuw.",
            "At most {count} of {acts} per calendar year: on 1 January the count starts again.",
        ),
        "worked-out": Text(
            "Voor {acts} geldt een hoogste aantal of bedrag per kalenderjaar: op 1 januari begint "
            "de telling opnieuw.",
            "There is a highest number or amount per calendar year for {acts}: on 1 January the "
            "count starts again.",
        ),
    },
    sources=(Cited("Burgerinitiatief: terugblik op dezelfde raadsperiode of hetzelfde jaar"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each such ceiling."""
    for norm in subject.norms(Threshold):
        if not norm.per_year or isinstance(norm.at_most, NotStated | None):
            continue
        values: Values = {"acts": tuple(ActName(one.act) for one in acts_of(norm.count))}
        if isinstance(norm.at_most, int) and norm.total is None:
            yield Hit(subject.at_norm(norm, "per"), "jump", {**values, "count": norm.at_most})
        else:
            yield Hit(subject.at_norm(norm, "per"), "worked-out", values)
