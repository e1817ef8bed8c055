"""A fixed quorum for a body whose size may vary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spelregels.model.norms import Norm, Requirement, Threshold
from spelregels.model.patterns import Op, Test
from spelregels.model.verified import CheckRecord, Cited, Status, Text
from spelregels.model.words import Severity
from spelregels.verify.parts import acts_of, every, one_act
from spelregels.verify.subject import Hit, Subject, Values, norm_in
from spelregels.verify.voting import quorums

RECORD = CheckRecord(
    id="quorum-past-niet",
    severity=Severity.WARNING,
    status=Status.PREVIEW,
    title=Text("Quorum past niet bij de groep", "Quorum does not fit the body"),
    looks_for=Text(
        "Een vast aantal dat aanwezig moet zijn, terwijl de groep klein of groot mag zijn: bij de "
        "grootste groep is het niet eens de helft, of bij de kleinste is het niet te halen.",
        "A fixed number that must be present, while the body may be small or large: of the largest "
        "it is less than half, or of the smallest it cannot be reached.",
    ),
    why=Text(
        "Dan beslist een klein deel voor iedereen, of kan de groep nooit geldig beslissen.",
        "Then a small part decides for all, or the body can never validly decide.",
    ),
    repair=Text(
        "Maak er een aandeel van: aanwezig: {above: {share: 1/2, of: leden}}.",
        "Make it a share: aanwezig: {above: {share: 1/2, of: leden}}.",
    ),
    limits=Text(
        "Alleen als het aantal bij een gegeven staat dat met aanwezig, opgekomen of deelgenomen "
        "begint, en de grootte van de groep in dezelfde tekst geteld wordt (count met at_least of "
        "at_most van lid.benoemd, gekozen of aangewezen) of bij het gegeven leden staat. Bij meer "
        "groepen in één tekst zegt deze controle niets.",
        "Only if the number stands at an attribute that begins with aanwezig, opgekomen or "
        "deelgenomen, and the size of the body is counted in the same text (count with at_least or "
        "at_most of lid.benoemd, gekozen or aangewezen) or stands at the attribute leden. With "
        "several bodies in one text it says nothing.",
    ),
    messages={
        "few": Text(
            "Met {quorum} aanwezigen mag er beslist worden, ook als er {size} leden zijn. Dat is "
            "niet de helft.",
            "With {quorum} present a decision may be taken, even if there are {size} members. That "
            "is less than half.",
        ),
        "many": Text(
            "Er moeten er {quorum} aanwezig zijn, maar de groep mag ook {size} leden hebben.",
            "{quorum} must be present, but the body may also have {size} members.",
        ),
    },
    sources=(Cited("dorps- en wijkraden met zeven tot dertien leden (municipal-rules, R81)"),),
    national=False,
)

_MEMBER = re.compile(r"lid\w*\.(benoemd|gekozen|aangewezen|toegelaten)$")
_MEMBERS = ("leden", "aantal_leden")


@dataclass(frozen=True, slots=True)
class _Size:
    """How many members a body has at least or at most, and the norm that says so."""

    body: str
    least: int | None
    most: int | None
    norm: Norm


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each fixed quorum that does not fit."""
    sizes = [*_counted(subject), *_required(subject)]
    if len({one.body for one in sizes}) != 1:
        return
    for norm in subject.norms(Requirement):
        for test in quorums(norm):
            if not isinstance(test.operand, int):
                continue
            quorum = test.operand + (test.op is Op.ABOVE)
            found = next(_misfits(quorum, sizes), None)
            if found is not None:
                message, size, said = found
                values: Values = {"quorum": quorum, "size": size}
                beside = (norm_in(subject.own, said),)
                yield Hit(subject.at_norm(norm, "require"), message, values, beside=beside)


def _misfits(quorum: int, sizes: list[_Size]) -> Iterator[tuple[str, int, Norm]]:
    for one in sizes:
        if one.most is not None and 2 * quorum < one.most:
            yield "few", one.most, one.norm
        if one.least is not None and quorum > one.least:
            yield "many", one.least, one.norm


def _counted(subject: Subject) -> Iterator[_Size]:
    """Bodies whose members are counted as they are appointed, of whatever kind."""
    for norm in subject.norms(Threshold):
        act = one_act(norm.count)
        if act is None or act.where or not _MEMBER.match(act.act):
            continue
        if norm.total is None and not norm.per_year and norm.per_term is None:
            yield _Size(act.act, _whole(norm.at_least), _whole(norm.at_most), norm)


def _required(subject: Subject) -> Iterator[_Size]:
    """Bodies of which the number of members is asked."""
    for norm in subject.norms(Requirement):
        for test in every(norm.require, Test):
            number = _whole(test.operand)
            if test.attribute in _MEMBERS and number is not None:
                body = " ".join(sorted(one.act for one in acts_of(norm.upon)))
                least = number if test.op is Op.AT_LEAST else None
                most = number if test.op is Op.AT_MOST else None
                yield _Size(body, least, most, norm)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None
