"""What is missing in a portfolio, in words: everything of one sort in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from spelregels.model.frozen import dataclass
from spelregels.model.portfolio_found import Lack, What
from spelregels.model.verified import Text
from spelregels.model.words import How
from spelregels.report.portfolio_speech import Speech
from spelregels.report.portfolio_words import LACKS, PLAIN_LACKS


@dataclass(frozen=True, slots=True)
class ToldLack:
    """Everything of one sort that is missing. ``what``: the sort, a stable word."""

    what: str
    how: How
    names: tuple[str, ...]
    owners: tuple[str, ...]
    events: int
    text: str


Sort = tuple[str, How, str]


def told_lacks(lacks: Sequence[Lack], speech: Speech) -> tuple[ToldLack, ...]:
    """One sentence for each sort of thing, in the order in which they were met.

    Acts and facts that are missing in the very same places share a sentence.
    """
    by_sort: dict[Sort, list[Lack]] = {}
    for lack in lacks:
        by_sort.setdefault(_sort(lack), []).append(lack)
    merged: dict[tuple[str, How, object], list[Lack]] = {}
    for (what, how, name), some in by_sort.items():
        owners = tuple(sorted({lack.owner for lack in some}))
        apart: object = owners if what in _TOGETHER else name
        merged.setdefault((what, how, apart), []).extend(some)
    return tuple(_told(what, how, some, speech) for (what, how, _), some in merged.items())


_TOGETHER = frozenset({"act", "header"})


def _sort(lack: Lack) -> Sort:
    """Things of one sort stand in one sentence; of acts and attributes, those of one name."""
    if lack.what is not None:
        apart = lack.name if lack.what is What.MEMBER_GROUP else ""
        return lack.what.value, lack.how, apart
    match lack.how:
        case How.NOT_RECORDED:
            return ("act" if lack.name else "everything"), lack.how, lack.name
        case How.DATE_UNKNOWN:
            return "date", lack.how, ""
        case How.ORDER_UNKNOWN:
            return "order", lack.how, ""
        case _:
            return ("attribute" if lack.event else "header"), lack.how, lack.name


def _told(what: str, how: How, some: Sequence[Lack], speech: Speech) -> ToldLack:
    names = tuple(dict.fromkeys(lack.name for lack in some if lack.name))
    owners = tuple(sorted({lack.owner for lack in some}))
    events = len({(lack.owner, lack.event) for lack in some if lack.event})
    said = [_called(what, name, speech) for name in names]
    text = (
        _frame(what)
        .told(speech.language)
        .format_map(
            {
                "names": speech.join(said),
                "owners": speech.join(speech.body(owner) for owner in owners),
                "count": speech.count("event_one", "events", events),
            }
        )
    )
    return ToldLack(what, how, names, owners, events, text[:1].upper() + text[1:])


def _called(what: str, name: str, speech: Speech) -> str:
    if what == "act":
        return speech.act(name)
    return speech.key(name) if what in ("attribute", "header") else name


def _frame(what: str) -> Text:
    found = PLAIN_LACKS.get(what)
    return found if found is not None else LACKS[What(what)]
