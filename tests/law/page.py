"""The page ``docs/law-coverage.md``: every fact of national law, and where it lives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spelregels.model.words import Confidence
from tests.law.facts import CONSTRUCTS, REASONS, Fact, read, sources
from tests.law.machinery import BUILT
from tests.law.places import place

PAGE = Path(__file__).parents[2] / "docs" / "law-coverage.md"

PARTS = {
    "ATW": "Calendar and terms",
    "AWB": "Algemene wet bestuursrecht",
    "BMW": "Publication",
    "GW": "Gemeentewet",
    "OW": "Omgevingswet",
    "WRO": "Older planning law",
    "WMO": "Social domain",
    "WOHV": "Tenants",
    "WOO": "Open government",
}
_WITH = {"OB": "OW", "JW": "WMO", "PW": "WMO"}

HEAD = """\
# National law: what of it is encoded

Written by `python -m tests.law` from `tests/law/facts.yaml`; do not edit. A test holds this page
against that list, looks up every place named here, and switches each of them off to see an example
of its ruleset come out otherwise.

**Read first.** The list was made from consolidated texts as read in November 2026 and from the
other sources named below. All wording is ours. A jurist should sign it before anyone relies on it:
this is no legal advice.

- *judged*: norms, terms or rules of the calendar give verdicts on it, or a check looks at the text
  of a by-law (`check:x`, see [verify.md](verify.md)). Such a check reads what the encoder wrote
  under `covers`, under `legal_basis` and in norms, not the prose of the by-law.
- *judged in part*: the same; the last column says what is left, and what it would need.
- *asked*: printed as a question to a person and never judged; the last column says why.

A place `file#id` is a norm or a term; `:applies`, `:start`, `:regime`, `:minimum`, `:where` or
`:gates` is that part of it. *Confidence*: SEEN, the consolidated text was read; SEC, second hand;
DER, derived; MEM, from memory. It travels into every finding, where a reader sees how well the rule
under it was verified. No norm claims more than its fact.
"""


def fresh() -> str:
    """The page as it should be."""
    parts = [HEAD, "## Counted\n", _counts(), *_tables(), "## What the language lacks\n", _lacks()]
    parts += ["## Other reasons\n", _reasons(), "## Sources\n", _sources()]
    return "\n".join(parts)


def status(fact: Fact) -> str:
    """*judged*, *judged in part* or *asked*."""
    if all(place(one).asked for one in fact.lives):
        return "asked"
    return "judged in part" if fact.left else "judged"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; a bar in a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    escaped = ([cell.replace("|", "\\|") for cell in one] for one in lines)
    return "\n".join(f"| {' | '.join(one)} |" for one in escaped)


def _counts() -> str:
    facts = read()
    rows = []
    for word in ("judged", "judged in part", "asked"):
        some = [fact for fact in facts if status(fact) == word]
        rows.append([word, *_by_confidence(some)])
    rows.append(["**all**", *_by_confidence(facts)])
    head = ["", *(c.value for c in Confidence), "all"]
    places = sorted({one for fact in facts for one in fact.lives})
    kinds = Counter("statement" if place(one).asked else _kind(one) for one in places)
    listed = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return f"{table(head, rows)}\n\n{len(places)} places: {listed}.\n"


def _kind(written: str) -> str:
    where = place(written)
    kind = where.kind()
    return f"part of a {kind}" if where.part and where.id else kind


def _by_confidence(facts: Sequence[Fact]) -> list[str]:
    counted = Counter(fact.confidence for fact in facts)
    return [*(str(counted[c]) for c in Confidence), str(len(facts))]


def _tables() -> Iterator[str]:
    for source, title in PARTS.items():
        some = [f for f in read() if _part(f) == source]
        rows = ([*_fact_cells(f), status(f), _lives(f), _left(f)] for f in some)
        head = ["fact", "law", "in our words", "confidence", "", "where it lives", "what is left"]
        yield f"## {title}\n"
        yield table(head, rows) + "\n"


def _part(fact: Fact) -> str:
    head = fact.id.partition("-")[0]
    return _WITH.get(head, head)


def _fact_cells(fact: Fact) -> list[str]:
    return [fact.id, fact.law, fact.words, f"{fact.confidence.value} ({fact.source})"]


def _lives(fact: Fact) -> str:
    return ", ".join(f"`{one}`" + (" (asked)" if place(one).asked else "") for one in fact.lives)


def _left(fact: Fact) -> str:
    return "; ".join(f"{one.what} ({one.needs.replace('_', ' ')})" for one in fact.left)


def _needing(need: str) -> list[str]:
    return [fact.id for fact in read() if any(one.needs == need for one in fact.left)]


def _lacks() -> str:
    rows = [[text, str(len(ids)), ", ".join(ids)]
            for need, text in CONSTRUCTS.items() if (ids := _needing(need))]  # fmt: skip
    rows.sort(key=lambda row: -int(row[1]))
    return table(["construct", "facts", "which"], rows) + "\n"


def _reasons() -> str:
    rows = (
        [need.replace("_", " "), text, ", ".join(_needing(need))] for need, text in REASONS.items()
    )
    return table(["reason", "what it means", "facts"], rows) + "\n"


def _sources() -> str:
    rows = [[key, one["title"], one.get("url", "")] for key, one in sources().items()]
    built = [[f"`{key}`", one.where, ""] for key, one in BUILT.items()]
    return table(["key", "source", "address"], rows) + (
        "\n\nRules of the program:\n\n" + table(["place", "file", ""], built) + "\n"
    )
