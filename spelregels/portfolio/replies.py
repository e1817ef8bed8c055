"""Whether something was answered: by an act that names it, or the only one it could be (M8)."""

from __future__ import annotations

from spelregels.model.log.truth import Truth, both, either
from spelregels.model.portfolio import Deeds
from spelregels.model.verdict import Unknown
from spelregels.model.words import How
from spelregels.portfolio.seen import Found, Seen, before, deeds_named, texts_of
from spelregels.portfolio.shown import Shown


def unseen(shown: Shown, deeds: Deeds) -> Truth:
    """Unknown, if one of these may have happened without being shown; else no."""
    names = shown.unrecorded(deeds_named(deeds))
    return Unknown(How.NOT_RECORDED, "", names[0]) if names else False


def surely(seen: Seen, sure: bool) -> Truth:
    """Whether an event happened, as the act that is meant."""
    if sure:
        return True
    if seen.sure:  # it happened; whether with the outcome that is meant is not known
        return Unknown(How.FACT_UNKNOWN, seen.event.id, "outcome")
    return Unknown(How.DATE_UNKNOWN, seen.event.id, seen.event.act)


def replied(shown: Shown, to: Seen, among: Found, by: Deeds, link: str) -> Truth:
    """Whether one of the acts ``by`` answers ``to``; ``among``: all that could be answered.

    An answer that names nothing counts if there is one thing only, not surely later, that it could
    answer.
    """
    truths: list[Truth] = []
    for reply, happened in shown.found(by):
        said = shown.value(reply, link)
        names = texts_of(said)
        meant = [seen for seen, _ in among if before(shown.log, reply, seen) is not True]
        if names:
            fits: Truth = to.event.id in names
        elif to not in meant:
            fits = False
        elif len(meant) == 1 and before(shown.log, to, reply) is True:
            fits = True
        else:
            fits = Unknown(How.FACT_UNKNOWN, reply.event.id, link)
        truths.append(both(fits, surely(reply, happened)))
    return either((*truths, unseen(shown, by)))
