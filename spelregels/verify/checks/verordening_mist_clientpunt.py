"""A by-law of the social domain that leaves out a point on how clients take part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from spelregels.model.verified import CheckRecord, Cited, Place, Text
from spelregels.model.words import Severity
from spelregels.verify.bylaws import Cites, in_use, missing
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="verordening-mist-clientpunt",
    severity=Severity.WARNING,
    title=Text("Verordening mist een punt over cliënten", "By-law leaves out a point on clients"),
    looks_for=Text(
        "Een verordening over maatschappelijke ondersteuning, jeugdhulp of participatie naar werk "
        "die een van de punten mist die de wet noemt over het meepraten van cliënten.",
        "A by-law on social support, youth care or participation in work that leaves out one of "
        "the points the act names on how clients have a say.",
    ),
    why=Text(
        "De Wmo 2015 en de Jeugdwet noemen zes punten, de Participatiewet vijf: voorstellen doen "
        "staat alleen in de eerste twee.",
        "The Wmo 2015 and the Jeugdwet name six points, the Participatiewet five: making proposals "
        "is in the first two only.",
    ),
    repair=Text(
        "Regel het punt, of zet bij covers in welk artikel het staat.",
        "Settle the point, or write the article where it stands under covers.",
    ),
    limits=Text(
        "Alleen voor een verordening die zegt op welk wetsartikel zij rust (legal_basis) en wat "
        "zij regelt (covers). Wat vroeg genoeg is en of de regeling goed is, weegt een mens. "
        "Artikel 2.5.1 van de Wmo 2015 is niet gelezen; oudere teksten van de Participatiewet "
        "ook niet.",
        "Only for a by-law that says on which article it rests (legal_basis) and what it settles "
        "(covers). What is early enough and whether the arrangement is good is for people to "
        "weigh. Article 2.5.1 of the Wmo 2015 was not read; nor were older texts of the "
        "Participatiewet.",
    ),
    messages={
        "missing": Text(
            "Dat cliënten of hun vertegenwoordigers {what}, staat er niet. {act} wil dat de "
            "verordening dat regelt.",
            "That clients or their representatives {what} is not stated. {act} wants the by-law "
            "to settle that.",
        )
    },
    sources=(
        Cited("Wmo 2015, artikel 2.1.3 lid 3 (tekst van 1 juli 2026)"),
        Cited("Jeugdwet, artikel 2.10 (tekst van 1 januari 2026)"),
        Cited("Participatiewet, artikel 47 (tekst van 1 januari 2026)"),
    ),
)

_POINTS: Mapping[str, Text] = {
    "voorstellen_doen": Text("voorstellen kunnen doen", "can make proposals"),
    "vroeg_advies": Text(
        "vroeg en ook ongevraagd kunnen adviseren", "can advise early and also unasked"
    ),
    "ondersteuning": Text("daarbij steun krijgen", "are supported in doing so"),
    "periodiek_overleg": Text("op vaste tijden kunnen overleggen", "can confer periodically"),
    "onderwerpen_aandragen": Text(
        "onderwerpen voor dat overleg kunnen aandragen", "can put topics on that agenda"
    ),
    "informatie": Text(
        "de informatie krijgen die zij daarvoor nodig hebben", "get the information they need"
    ),
}


@dataclass(frozen=True, slots=True)
class _Act:
    """An act that names points. ``since``: the first day for which its text is known to us."""

    cited: Cites
    name: Text
    since: date
    points: tuple[str, ...]


_ACTS = (
    _Act(
        Cites(
            re.compile(r"Wet maatschappelijke ondersteuning 2015\b|Wmo 2015\b", re.IGNORECASE),
            "BWBR0035362",
            "2.1.3",
        ),
        Text("Artikel 2.1.3 van de Wmo 2015", "Article 2.1.3 of the Wmo 2015"),
        date(2015, 1, 1),
        tuple(_POINTS),
    ),
    _Act(
        Cites(re.compile(r"Jeugdwet\b", re.IGNORECASE), "BWBR0034925", "2.10"),
        Text("Artikel 2.10 van de Jeugdwet", "Article 2.10 of the Jeugdwet"),
        date(2015, 1, 1),
        tuple(_POINTS),
    ),
    _Act(
        Cites(re.compile(r"Participatiewet\b", re.IGNORECASE), "BWBR0015703", "47"),
        Text("Artikel 47 van de Participatiewet", "Article 47 of the Participatiewet"),
        date(2026, 1, 1),
        tuple(point for point in _POINTS if point != "voorstellen_doen"),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """For each act the by-law rests on: one finding for what is missing, one for what is unseen."""
    if not in_use(subject.own, subject.as_of):
        return
    for act in _ACTS:
        if subject.as_of >= act.since and act.cited.stands_in(subject.own):
            for basis, points in missing(subject, act.points):
                what = tuple(_POINTS[point] for point in points)
                values: Values = {"what": what, "act": act.name}
                yield Hit(Place("covers"), "missing", values, basis=basis)
