"""The tables of ``docs/real-data-logs.md``; ``python -m tests.real_data.logs`` writes them anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from spelregels.model.checked import Checked
from spelregels.model.verdict import Verdict
from spelregels.model.words import Word
from tests.real_data.page import PLACE
from tests.real_data.runs import Table, run, table

PAGE = Path(__file__).parents[2] / "docs" / "real-data-logs.md"
RECEIPT = "eventlogs/receipt.xes.gz", "receipt", "data/receipt", date(2012, 1, 23)
BPIC15 = "eventlogs/T_BPIC15_1.xes.gz", "bpic15", "data/bpic15", date(2015, 12, 31)
RECEIPT_ORDER = (
    *("controleren-na-opstellen", "vaststellen-na-controle", "verzenden-na-vaststellen"),
    *("stoppen-na-advies", "brief-controleren-na-opstellen", "brief-vaststellen-na-controle"),
)
RECEIPT_GROUPS = (
    *("groep-opstellen", "groep-controleren", "groep-aanpassen", "groep-vaststellen"),
    *("groep-verzenden", "groep-advies", "groep-stoppen"),
)
RECEIPT_PERSONS = ("ander-controleert", "ander-stelt-vast")
BPIC15_ORDER = ("fase-1-na-0", "fase-2-na-1", "fase-4-na-1", "fase-5-na-4")
BPIC15_PERSONS = ("ander-in-fase-5",)
EIGHT, OWN = "acht-weken", "eigen-termijn"


def verdicts(checked: Iterable[Checked], norm: str) -> list[tuple[str, Verdict]]:
    """The verdicts of a norm, each with its trajectory."""
    return [
        (one.trajectory.id, verdict)
        for one in checked
        for verdict in one.judgement.verdicts
        if verdict.norm == norm
    ]


def counted(checked: Iterable[Checked], norm: str) -> Counter[str]:
    """How often a norm came out how."""
    return Counter(verdict.word.value for _, verdict in verdicts(checked, norm))


def _by_norm(checked: tuple[Checked, ...], norms: Iterable[str], words: tuple[Word, ...]) -> str:
    rows = []
    for norm in norms:
        found = counted(checked, norm)
        assert sum(found.values()) == sum(found[word.value] for word in words), norm
        rows.append([f"`{norm}`", sum(found.values()), *(found[word.value] for word in words)])
    return table(["norm", "judged", *(word.value.replace("_", " ") for word in words)], rows)


def receipt_order() -> str:
    return _by_norm(run(*RECEIPT), RECEIPT_ORDER, (Word.KEPT, Word.BROKEN))


def receipt_groups() -> str:
    words = Word.KEPT, Word.BROKEN, Word.CANNOT_TELL
    return _by_norm(run(*RECEIPT), RECEIPT_GROUPS, words)


def receipt_terms() -> str:
    """Eight weeks against the deadline that the log itself gives."""
    eight = dict(verdicts(run(*RECEIPT), EIGHT))
    own = dict(verdicts(run(*RECEIPT), OWN))
    pairs = Counter((eight[name].word.value, own[name].word.value) for name in eight)
    rows = [[first, second, count] for (first, second), count in sorted(pairs.items())]
    return table(["eight weeks", "own deadline", "cases"], rows)


def receipt_deadlines() -> str:
    """How far the own deadline lies from the last day of eight weeks."""
    days: Counter[str] = Counter()
    for one in run(*RECEIPT):
        (begun,) = [e for e in one.trajectory.events if e.act == "aanvraag.ontvangen"]
        deadline = begun.attributes["uiterste_dag"]
        assert isinstance(deadline, date) and begun.at.day is not None
        apart = (deadline - begun.at.day - timedelta(weeks=8)).days
        days["earlier" if apart < 0 else "the same day" if apart == 0 else "later"] += 1
        if apart == 42:
            days["of which exactly six weeks later"] += 1
    order = ("earlier", "the same day", "later", "of which exactly six weeks later")
    return table(["own deadline against eight weeks", "cases"], [[k, days[k]] for k in order])


def receipt_persons() -> str:
    words = Word.BROKEN, Word.CANNOT_TELL, Word.OPEN
    return _by_norm(run(*RECEIPT), RECEIPT_PERSONS, words)


def bpic15_order() -> str:
    words = Word.KEPT, Word.BROKEN, Word.CANNOT_TELL
    return _by_norm(run(*BPIC15), BPIC15_ORDER, words)


def bpic15_persons() -> str:
    found = verdicts(run(*BPIC15), BPIC15_PERSONS[0])
    broken = [name for name, verdict in found if verdict.word is Word.BROKEN]
    free = [name for name, verdict in found if verdict.word is Word.OPEN]
    rows = [["with a person who did both", len(set(broken)), len(broken)]]
    rows.append(["without", len(set(free)), 0])
    return table(["permits", "permits", "persons"], rows)


TABLES: dict[str, Table] = {
    "receipt-order": receipt_order,
    "receipt-groups": receipt_groups,
    "receipt-deadlines": receipt_deadlines,
    "receipt-terms": receipt_terms,
    "receipt-persons": receipt_persons,
    "bpic15-order": bpic15_order,
    "bpic15-persons": bpic15_persons,
}


def fresh() -> str:
    """The page as it should be."""
    text = PAGE.read_text(encoding="utf-8")
    return PLACE.sub(lambda m: f"{m[1]}{TABLES[m[2]]()}\n{m[3]}", text)


if __name__ == "__main__":
    PAGE.write_text(fresh(), encoding="utf-8")
