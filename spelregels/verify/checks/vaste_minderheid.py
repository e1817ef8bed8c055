"""A body with so few seats for residents that they can always be outvoted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spelregels.model.norms import Threshold
from spelregels.model.patterns import Condition, Op, Test
from spelregels.model.verified import CheckRecord, Cited, Place, Text
from spelregels.model.words import RoleKind, Severity
from spelregels.verify.parts import one_act
from spelregels.verify.subject import Hit, Subject, norm_in

RECORD = CheckRecord(
    id="vaste-minderheid",
    severity=Severity.WARNING,
    title=Text("Bewoners altijd in de minderheid", "Residents always in the minority"),
    looks_for=Text(
        "Een groep met zo weinig plaatsen voor bewoners dat de anderen hen bij elke stemming "
        "kunnen overstemmen.",
        "A body with so few seats for residents that the others can outvote them every time.",
    ),
    why=Text(
        "Op papier beslissen bewoners mee, in een stemming telt hun stem nooit. Dat wekt "
        "verwachtingen die niet uitkomen.",
        "On paper residents decide too; in a vote theirs never counts. That raises expectations "
        "that do not come true.",
    ),
    repair=Text(
        "Verdeel de plaatsen anders, vraag een grotere meerderheid of instemming van de bewoners, "
        "of zeg dat bewoners hier adviseren.",
        "Divide the seats otherwise, ask a larger majority or the consent of the residents, or say "
        "that residents advise here.",
    ),
    limits=Text(
        "Alleen plaatsen die geteld worden met een hoogste aantal per soort (count met where en "
        "at_most), waarbij de soort de naam van een rol van bewoners heeft. Of de groep bij "
        "meerderheid beslist, is niet te zien.",
        "Only seats counted with a ceiling for each kind (count with where and at_most), in which "
        "the kind has the name of a role of residents. Whether the body decides by majority does "
        "not show.",
    ),
    messages={
        "fewer": Text(
            "Voor bewoners zijn er hoogstens {some} plaatsen en voor anderen {others}. Bij een "
            "gewone stemming kunnen bewoners nooit de meerderheid halen.",
            "There are at most {some} seats for residents and {others} for others. In an ordinary "
            "vote residents can never reach a majority.",
        )
    },
    sources=(Cited("Hoogeveen, Smederijen: stuurgroep van zes en vier", "D42"),),
    national=False,
)


@dataclass(slots=True)
class _Seats:
    """Of one body: seats by kind, and where those of residents stand."""

    residents: int = 0
    others: int = 0
    at: Place | None = None
    beside: list[Place] = field(default_factory=list)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each body, at the seats of residents."""
    for seats in _bodies(subject).values():
        if seats.at is not None and seats.residents < seats.others:
            values = {"some": seats.residents, "others": seats.others}
            yield Hit(seats.at, "fewer", values, beside=tuple(seats.beside))


def _bodies(subject: Subject) -> dict[tuple[str, str], _Seats]:
    """Bodies by the act of appointing and the attribute that tells the kinds of seats apart."""
    found: dict[tuple[str, str], _Seats] = {}
    for norm in subject.norms(Threshold):
        act = one_act(norm.count)
        kind = _kind(act.where) if act else None
        if act is None or kind is None or not _plain(norm):
            continue
        assert isinstance(norm.at_most, int)
        seats = found.setdefault((act.act, kind.attribute), _Seats())
        if _resident(str(kind.operand), subject):
            seats.residents += norm.at_most
            seats.at = seats.at or subject.at_norm(norm, "at_most")
        else:
            seats.others += norm.at_most
            seats.beside.append(norm_in(subject.own, norm))
    return found


def _plain(norm: Threshold) -> bool:
    """A ceiling that always holds."""
    number = isinstance(norm.at_most, int) and norm.total is None
    return number and norm.applies is None and norm.if_ is None


def _kind(condition: Condition | None) -> Test | None:
    """The one kind of seat that is counted."""
    if isinstance(condition, Test) and condition.op is Op.IS:
        return condition
    return None


def _resident(kind: str, subject: Subject) -> bool:
    roles = (r for r in subject.ruleset.roles.values() if kind == r.id or kind in r.aliases)
    return any(role.kind in (RoleKind.RESIDENTS, RoleKind.ANYONE) for role in roles)
