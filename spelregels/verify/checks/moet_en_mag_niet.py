"""A duty and a ban on the same thing, without saying which goes first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spelregels.model.norms import Absence, Norm, Precedence, Recurrence, Response
from spelregels.model.patterns import Happened, NormRef, Pattern
from spelregels.model.ruleset import RulesetFile
from spelregels.model.terms import NotStated
from spelregels.model.verified import ActName, Basis, CheckRecord, Cited, Text
from spelregels.model.words import Severity, Strength
from spelregels.verify.logic import covers, meet
from spelregels.verify.parts import MOST_PAIRS, acts_of
from spelregels.verify.powers import together
from spelregels.verify.subject import Hit, Subject, Values, norm_in

RECORD = CheckRecord(
    id="moet-en-mag-niet",
    severity=Severity.ERROR,
    title=Text("Moet en mag niet", "Must and must not"),
    looks_for=Text(
        "Een plicht en een verbod op dezelfde handeling die samen kunnen gelden, terwijl niet "
        "staat welke van de twee voorgaat.",
        "A duty and a ban on the same act that can hold together, while it does not say which of "
        "the two goes first.",
    ),
    why=Text(
        "Wie de ene regel volgt, breekt de andere.", "Whoever keeps one norm breaks the other."
    ),
    repair=Text(
        "Zorg dat ze niet samen gelden (applies), of schrijf welke voorgaat (prevails_over).",
        "See to it that they do not hold together (applies), or write which goes first "
        "(prevails_over).",
    ),
    limits=Text(
        "Alleen verboden die altijd gelden, of na dezelfde handeling als de plicht: een verbod "
        "tijdens een periode, of na iets anders, laat ruimte over. Dat voorwaarden elkaar in "
        "werkelijkheid uitsluiten, is aan de tekst niet altijd te zien.",
        "Only bans that always hold, or after the same act as the duty: a ban during a period, or "
        "after something else, leaves room. That conditions exclude each other in reality cannot "
        "always be seen in the text.",
    ),
    messages={
        "all": Text(
            "Volgens {norm} moet {acts}, maar {ban} verbiedt dat. Wat voorgaat, staat er niet.",
            "By {norm} {acts} must happen, but {ban} forbids it. Which goes first is not stated.",
        ),
        "part": Text(
            "{norm} en {ban} kunnen samen gelden, over {acts}. De tekst zegt niet wat dan "
            "voorgaat.",
            "{norm} and {ban} can hold together, on {acts}. The text does not say which then goes "
            "first.",
        ),
    },
    sources=(
        Cited("Waalre, inspraakverordening, art. 2 lid 2-3", "D3"),
        Cited("Eindhoven 2023, art. 2 lid 2-3; model VNG 2004, art. 2", "D4"),
    ),
)
Duty = Precedence | Response | Recurrence


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each pair of which at least one is our own."""
    norms = list(subject.every_norm())
    duties = [(f, n) for f, n in norms if isinstance(n, Precedence | Response | Recurrence)]
    bans = [(f, n) for f, n in norms if isinstance(n, Absence) and _always(n)]
    side_by_side = ((duty, ban) for duty in duties for ban in bans)
    for (file, duty), (other, ban) in islice(side_by_side, MOST_PAIRS):
        ours = file is subject.own or other is subject.own
        if ours and duty.strength is Strength.MUST and _arises_with(duty, ban, subject):
            yield from _clash(file, duty, other, ban, subject)


def _always(ban: Absence) -> bool:
    """Whether it holds throughout, or from one earlier act on."""
    free = ban.window is None and not ban.unless
    return free and ban.strength is Strength.MUST


def _arises_with(duty: Duty, ban: Absence, subject: Subject) -> bool:
    """Whether a ban *if something happened* holds when the duty arises: one act calls up both."""
    if ban.if_ is None:
        return True
    if not isinstance(ban.if_, Happened) or not isinstance(duty, Response):
        return False
    plain = not ban.if_.none and ban.if_.more_than is None and ban.if_.during is None
    return plain and any(
        meet(one, other, subject.ruleset)
        for one in acts_of(duty.after)
        for other in acts_of(ban.if_.pattern)
    )


def _clash(
    file: RulesetFile, duty: Duty, other: RulesetFile, ban: Absence, subject: Subject
) -> Iterator[Hit]:
    banned = [_banned(pattern, ban, subject) for pattern in duty.demands]
    every = any(acts and len(acts) == len(p) for acts, p in zip(banned, duty.demands, strict=True))
    some = any(banned) and _unsaid(duty, ban)
    if not (every or some) or not together((file, duty), (other, ban), subject):
        return
    if _first(duty, other, ban) or _first(ban, file, duty):
        return
    acts = dict.fromkeys(act for found in banned for act in found)
    values: Values = {
        "norm": NormRef(file.id, duty.id),
        "ban": NormRef(other.id, ban.id),
        "acts": tuple(ActName(act) for act in acts),
    }
    at, beside = (duty, norm_in(other, ban)) if file is subject.own else (ban, norm_in(file, duty))
    message = "all" if every else "part"
    # a rule of priority may stand in a part of the text that nobody read
    seen = subject.silence is Basis.NOT_STATED
    severity = None if every and seen else Severity.WARNING
    yield Hit(subject.at_norm(at), message, values, beside=(beside,), severity=severity)


def _banned(pattern: Pattern, ban: Absence, subject: Subject) -> list[str]:
    """The alternatives of one duty that the ban takes away."""
    return [
        one.act
        for one in acts_of(pattern)
        if any(covers(wide, one, subject.ruleset) for wide in acts_of(ban.must_not))
    ]


def _unsaid(duty: Norm, ban: Norm) -> bool:
    """Whether somebody wrote down that the text does not say which goes first."""
    return any(isinstance(norm.prevails_over, NotStated) for norm in (duty, ban))


def _first(norm: Norm, file: RulesetFile, other: Norm) -> bool:
    return norm.prevails_over == NormRef(file.id, other.id)
