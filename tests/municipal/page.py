"""The page ``docs/expressiveness.md``: prose by hand, tables between marks by the code here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from spelregels.model.norms import Power
from tests.municipal.mutation import loaded
from tests.municipal.register import Fact, Held, Instrument, Part, register

PAGE = Path(__file__).parents[2] / "docs" / "expressiveness.md"
PLACE = re.compile(r"(<!-- table: ([a-z0-9-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
COUNTED = (Held.WHOLE, Held.PART, Held.OPEN, Held.MISSING, Held.IDLE)
ENCODED = (Held.WHOLE, Held.PART)


def fresh() -> str:
    """The page as it should be."""
    text = PAGE.read_text(encoding="utf-8")
    return PLACE.sub(lambda m: f"{m[1]}{TABLES[m[2]]()}\n{m[3]}", text)


def named() -> list[str]:
    """The tables that the page shows, in order."""
    return [name for _, name, _ in PLACE.findall(PAGE.read_text(encoding="utf-8"))]


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return "\n".join(lines)


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|").replace("\n", " ")


def share(part: int, whole: int) -> str:
    """A percentage, rounded down to one decimal: a floor is never reached by rounding."""
    return f"{part * 1000 // whole / 10:.1f} %"


# -- totals ---------------------------------------------------------------------------------------


def within() -> list[Fact]:
    """The facts of the instruments that are encoded."""
    return [fact for one in register().encoded for fact in one.facts]


def totals() -> str:
    everything, inside = list(register().facts()), within()
    rows: list[Sequence[object]] = []
    for held in Held:
        of_all = sum(fact.held is held for fact in everything)
        of_encoded = sum(fact.held is held for fact in inside)
        shown = share(of_encoded, len(inside)) if held is not Held.LEFT else ""
        rows.append((held.value, of_all, of_encoded or "", shown))
    rows.append(("all", len(everything), len(inside), ""))
    return table(("", "of all facts", "of the encoded instruments", "share of those"), rows)


def goals() -> str:
    inside = within()
    encoded = sum(fact.held in ENCODED for fact in inside)
    open_ = sum(fact.held is Held.OPEN for fact in inside)
    return table(
        ("asked", "is"),
        (
            ("at least 34 of 66 instruments", f"{len(register().encoded)}"),
            ("at least 180 of 292 facts in them", f"{len(inside)}"),
            ("at least 85 % of those encoded, goal 95 %", share(encoded, len(inside))),
            ("at most 10 % open norms", share(open_, len(inside))),
        ),
    )


def by_kind() -> str:
    kinds = sorted({kind for one in register().instruments for kind in one.kinds})
    rows: list[Sequence[object]] = []
    for kind in kinds:
        all_ = [one for one in register().instruments if kind in one.kinds]
        done = [one for one in all_ if one.files]
        held = Counter(fact.held for one in done for fact in one.facts)
        rows.append((kind, f"{len(done)} of {len(all_)}", *(held[h] or "" for h in COUNTED)))
    return table(("kind", "instruments", *(held.value for held in COUNTED)), rows)


def by_modality() -> str:
    rows: list[Sequence[object]] = []
    modalities = Counter(fact.modality for fact in within())
    for modality, number in modalities.most_common():
        held = Counter(fact.held for fact in within() if fact.modality == modality)
        rows.append((modality, number, *(held[h] or "" for h in COUNTED)))
    return table(("modality", "facts", *(held.value for held in COUNTED)), rows)


# -- constructs -----------------------------------------------------------------------------------


def constructs() -> str:
    rows: list[tuple[int, Sequence[object]]] = []
    for name, construct in register().constructs.items():
        none = [f for f in within() if f.needs == name and f.held is Held.MISSING]
        some = [f for f in within() if f.needs == name and f.held is Held.PART]
        better = [f for f in within() if f.better == name]
        announced = "yes" if construct.announced else "no"
        numbers = (len(none) or "", len(some) or "", len(better) or "")
        row = (f"`{name}`", construct.says, announced, *numbers, _places([*none, *some, *better]))
        rows.append((len(none) + len(some) + len(better), row))
    rows.sort(key=lambda pair: -pair[0])
    head = ("construct", "would say", "announced", "unlocks", "completes", "betters", "facts")
    return table(head, (row for _, row in rows))


def _places(facts: Iterable[Fact]) -> str:
    return ", ".join(f"{fact.instrument}.{fact.number}" for fact in facts)


# -- proof ----------------------------------------------------------------------------------------


def parts() -> list[tuple[Instrument, Fact, Part]]:
    """Every part that a fact rests on."""
    return [(one, f, part) for one in register().encoded for f in one.facts for part in f.parts]


def proof() -> str:
    kinds = Counter(part.kind for _, _, part in parts())
    rows = [(kind.replace("_", " "), number) for kind, number in kinds.most_common()]
    return table(("taken out", "times"), (*rows, ("all", sum(kinds.values()))))


def free_rights() -> str:
    """Facts that rest on a right without limits only: it can be used, and never be broken."""
    bare = [fact for fact in within() if fact.parts and all(map(_bare_right, fact.parts))]
    return f"{len(bare)} facts: {_places(bare)}."


def _bare_right(part: Part) -> bool:
    files = (file for file in loaded(part.file).files if file.id == part.file)
    norms = [norm for file in files for norm in file.norms if norm.id == part.name]
    return part.kind == "norm" and all(
        isinstance(norm, Power) and not (norm.where or norm.exclusive or norm.within)
        for norm in norms
    )


# -- one by one -----------------------------------------------------------------------------------


def each() -> str:
    return "\n\n".join(map(_instrument, register().encoded))


def _instrument(one: Instrument) -> str:
    files = ", ".join(f"`{file}`" for file in one.files)
    rows = [(f.number, f.modality, f.says, f.held.value, _where(f, one)) for f in one.facts]
    head = ("", "modality", "fact", "", "where")
    return f"### {one.id} {one.what}\n\n{files}\n\n{table(head, rows)}"


def _where(fact: Fact, one: Instrument) -> str:
    held = ", ".join(f"`{_short(part, one)}`" for part in fact.parts)
    if fact.statement is not None:
        judge = "nobody is named" if fact.judge == "not_stated" else f"`{fact.judge}`"
        asked = f"`{_short(fact.statement, one)}`, judged by: {judge}"
        held = f"{held}; asked: {asked}" if held else asked
    told = [held, f"left: {fact.left}" if fact.left else "", fact.why]
    told.append(f"not seen: {fact.unseen}" if fact.unseen else "")
    told.append(f"needs `{fact.needs}`" if fact.needs else "")
    told.append(f"better with `{fact.better}`" if fact.better else "")
    return "; ".join(text for text in told if text)


def _short(part: Part, one: Instrument) -> str:
    """As short as it is clear: without the file where the instrument has one only."""
    name = part.name if part.kind == "norm" else f"{part.kind} {part.name}".strip()
    return name if one.files == (part.file,) else f"{part.file.partition('/')[2]}#{name}"


def left_out() -> str:
    rows = [
        (one.id, one.what, ", ".join(one.kinds), len(one.facts))
        for one in register().instruments
        if not one.files
    ]
    return table(("", "instrument", "kinds", "facts"), rows)


TABLES: dict[str, Callable[[], str]] = {
    "goals": goals,
    "totals": totals,
    "by-kind": by_kind,
    "by-modality": by_modality,
    "constructs": constructs,
    "proof": proof,
    "free-rights": free_rights,
    "left-out": left_out,
    "each": each,
}
