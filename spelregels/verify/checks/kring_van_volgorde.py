"""Acts that each have to come before the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spelregels.model.norms import Precedence
from spelregels.model.patterns import ActPattern
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity, Strength
from spelregels.verify.parts import acts_of, one_act
from spelregels.verify.subject import Hit, Subject, Values, norm_in

RECORD = CheckRecord(
    id="kring-van-volgorde",
    severity=Severity.ERROR,
    title=Text("Volgorde in een kring", "An order that goes round"),
    looks_for=Text(
        "Handelingen die elk pas mogen nadat de andere er is geweest, ook langs een omweg.",
        "Acts that each may come only after the other, also in a roundabout way.",
    ),
    why=Text(
        "Dan kan niemand beginnen: wat eerst moet, wacht op wat erna komt.",
        "Then nobody can begin: what must come first waits for what comes after.",
    ),
    repair=Text(
        "Haal een van de regels weg, of zeg wanneer zij geldt (applies, if).",
        "Remove one of the norms, or say when it holds (applies, if).",
    ),
    limits=Text(
        "Alleen harde regels die altijd gelden, over handelingen zonder verdere voorwaarden.",
        "Only firm norms that always hold, on acts without further conditions.",
    ),
    messages={
        "round": Text(
            "Dit gaat in een kring: {acts}. Elk van deze moet er eerder zijn dan die ervoor, dus "
            "geen van deze kan ooit de eerste zijn.",
            "This goes round: {acts}. Each of these must come before the one it follows here, so "
            "none of them can ever be the first.",
        )
    },
    sources=(
        Cited("Enschede, sparen van een wijkbudget", "D16"),
        Cited("ORDER_UNSATISFIABLE, lijst van gebreken (municipal-rules, 4)"),
    ),
)
_Needs = Mapping[str, Mapping[str, Precedence]]


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each circle, at the last norm that closes it."""
    needs = _needs(subject)
    told: set[frozenset[str]] = set()
    for start in needs:
        circle = _back_to(start, needs)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            steps = zip(circle, (*circle[1:], circle[0]), strict=True)
            norms = sorted((needs[a][b] for a, b in steps), key=lambda norm: norm.position)
            values: Values = {"acts": tuple(map(ActName, circle))}
            beside = tuple(norm_in(subject.own, norm) for norm in norms[:-1])
            yield Hit(subject.at_norm(norms[-1]), "round", values, beside=beside)


def _needs(subject: Subject) -> dict[str, dict[str, Precedence]]:
    """Per act the acts that must always come before it, each with the norm that says so."""
    found: dict[str, dict[str, Precedence]] = {}
    for norm in subject.norms(Precedence):
        if not _always(norm):
            continue
        for act in filter(_is_bare, acts_of(norm.before)):
            for pattern in norm.must:
                first = one_act(pattern)
                if first is not None:
                    found.setdefault(act.act, {}).setdefault(first.act, norm)
    return found


def _always(norm: Precedence) -> bool:
    free = norm.applies is None and norm.if_ is None and not norm.unless and norm.link is None
    dated = norm.in_force_from is not None or norm.in_force_to is not None
    return free and not dated and norm.strength is Strength.MUST


def _is_bare(act: ActPattern) -> bool:
    return not (act.by or act.where or act.outcome)


def _back_to(start: str, needs: _Needs) -> tuple[str, ...]:
    """The shortest way from an act through what it needs back to itself; empty if there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for act in needs.get(way[-1], {}):
            if act == start:
                return way
            if act not in seen:
                seen.add(act)
                ways.append((*way, act))
    return ()
