"""Conditions that nothing can meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from spelregels.model.norms import Absence, Norm, Power, Requirement
from spelregels.model.patterns import ActPattern, AllOf, Condition
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity, Strength
from spelregels.verify.logic import attributes_of, covers, facts_of, meet, possible
from spelregels.verify.parts import MOST_PAIRS, acts_of, every, pairs
from spelregels.verify.powers import together
from spelregels.verify.subject import Hit, Subject, Values, norm_in

RECORD = CheckRecord(
    id="lege-reikwijdte",
    severity=Severity.ERROR,
    title=Text("Lege reikwijdte", "Empty scope"),
    looks_for=Text(
        "Voorwaarden of eisen die niet samen waar kunnen zijn, zodat een regel nooit geldt of "
        "niemand eraan kan voldoen.",
        "Conditions or requirements that cannot be true together, so that a norm never holds or "
        "nobody can meet it.",
    ),
    why=Text(
        "Een recht dat nooit geldt is geen recht; een eis waar niemand aan voldoet is een verbod "
        "in vermomming.",
        "A right that never holds is no right; a requirement nobody meets is a ban in disguise.",
    ),
    repair=Text(
        "Kijk welke voorwaarde te veel is. Vaak is en bedoeld als of.",
        "See which condition is too much. Often and was meant as or.",
    ),
    limits=Text(
        "Alleen wat aan waarden en getallen te zien is. Een reikwijdte die in de praktijk bijna "
        "leeg is (zoals geen advies zodra een ander bestuur meedoet) ziet deze controle niet.",
        "Only what shows in values and numbers. A scope that is nearly empty in practice (such as "
        "no advice once another authority takes part) is not seen.",
    ),
    messages={
        "never": Text(
            "Deze regel geldt nooit: de voorwaarden kunnen niet samen waar zijn.",
            "This norm never holds: its conditions cannot be true together.",
        ),
        "act": Text(
            "Zoals {act} hier is beschreven, kan het niet voorkomen: de voorwaarden kunnen niet "
            "samen waar zijn.",
            "As {act} is described here, it cannot occur: the conditions cannot be true together.",
        ),
        "require": Text(
            "Niemand kan aan deze eis voldoen: de onderdelen kunnen niet samen waar zijn.",
            "Nobody can meet this requirement: its parts cannot be true together.",
        ),
        "pair": Text(
            "Niemand kan tegelijk voldoen aan {norm} en {other}, allebei over {act}.",
            "Nobody can meet both {norm} and {other}, both about {act}.",
        ),
    },
    sources=(
        Cited("Heerlen en Opsterland, burgerinitiatief", "D18"),
        Cited("Groningen, convenant, art. 2", "D32"),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """Norms that never hold, acts that cannot occur, requirements that nobody can meet."""
    facts = facts_of(subject.ruleset)
    for norm in subject.own.norms:
        if not possible(subject.own.applies, norm.applies, types=facts):
            yield Hit(subject.at_norm(norm, "applies"), "never")
            continue
        yield from _impossible_acts(norm, subject)
    yield from _pairs(subject)
    yield from _required_and_banned(subject)


def _impossible_acts(norm: Norm, subject: Subject) -> Iterator[Hit]:
    patterns = list(every(norm, ActPattern))
    if isinstance(norm, Power):
        patterns += [ActPattern(act, where=norm.where) for act in norm.may]
    for pattern in patterns:
        types = attributes_of(pattern.act, subject.ruleset)
        if not possible(pattern.where, types=types):
            yield Hit(subject.at_norm(norm, "where"), "act", {"act": ActName(pattern.act)})
            return
    if isinstance(norm, Requirement):
        for pattern in acts_of(norm.upon):
            types = attributes_of(pattern.act, subject.ruleset)
            if not possible(pattern.where, norm.require, types=types):
                yield Hit(subject.at_norm(norm, "require"), "require")
                return


def _required_and_banned(subject: Subject) -> Iterator[Hit]:
    """A requirement on an act that is banned wherever the requirement is met."""
    bans = [n for n in subject.norms(Absence) if n.strength is Strength.MUST and _always(n)]
    asked = [n for n in subject.norms(Requirement) if n.strength is Strength.MUST and _always(n)]
    for one, ban in islice(((one, ban) for one in asked for ban in bans), MOST_PAIRS):
        if one.applies != ban.applies:
            continue
        if not together((subject.own, one), (subject.own, ban), subject):
            continue
        for first in acts_of(one.upon):
            met = _with(first, one.require)
            if any(
                _bans_what_was_free(wide, first, met, subject) for wide in acts_of(ban.must_not)
            ):
                values: Values = {
                    "norm": subject.ref(one),
                    "other": subject.ref(ban),
                    "act": ActName(first.act),
                }
                beside = (norm_in(subject.own, one),)
                yield Hit(subject.at_norm(ban), "pair", values, beside=beside)


def _always(norm: Absence | Requirement) -> bool:
    window = norm.window if isinstance(norm, Absence) else None
    return window is None and norm.if_ is None and not norm.unless


def _with(act: ActPattern, more: Condition) -> ActPattern:
    return replace(act, where=AllOf((act.where, more)) if act.where else more)


def _bans_what_was_free(
    ban: ActPattern, act: ActPattern, met: ActPattern, subject: Subject
) -> bool:
    """Whether all that meets the requirement is banned, and not simply the act itself."""
    types = attributes_of(act.act, subject.ruleset)
    return (
        covers(ban, met, subject.ruleset)
        and not covers(ban, act, subject.ruleset)
        and possible(met.where, types=types)
    )


def _pairs(subject: Subject) -> Iterator[Hit]:
    """Two requirements on one act that exclude each other wherever both hold."""
    hard = [n for n in subject.norms(Requirement) if n.strength is Strength.MUST and not n.if_]
    for one, other in pairs(hard, lambda norm: frozenset(one.act for one in acts_of(norm.upon))):
        if one.unless or other.unless or one.applies != other.applies:
            continue
        if not together((subject.own, one), (subject.own, other), subject):
            continue
        for first in acts_of(one.upon):
            for second in acts_of(other.upon):
                if _clash(first, second, one, other, subject):
                    values: Values = {
                        "norm": subject.ref(one),
                        "other": subject.ref(other),
                        "act": ActName(first.act),
                    }
                    beside = (norm_in(subject.own, one),)
                    yield Hit(subject.at_norm(other, "require"), "pair", values, beside=beside)


def _clash(
    first: ActPattern, second: ActPattern, one: Requirement, other: Requirement, subject: Subject
) -> bool:
    if not meet(first, second, subject.ruleset):
        return False
    types = attributes_of(first.act, subject.ruleset)
    alone = [possible(p.where, n.require, types=types) for p, n in ((first, one), (second, other))]
    both = possible(first.where, second.where, one.require, other.require, types=types)
    return all(alone) and not both
