"""Which combinations of norm kinds and options the random cases hold: a table to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from spelregels.audit.generate import case
from spelregels.model.figures import FIGURES
from spelregels.model.norms import KIND_OF, NamedTerm, Norm, Threshold
from spelregels.model.patterns import BetweenWindow, MomentPattern, StageWindow, TermWindow
from spelregels.model.terms import Duration

#: fields that change what a norm means, by the name the table gives them
OPTIONS = (
    *("unless", "if_", "applies", "link", "lead", "wait", "at_longest", "last_counts", "within"),
    *("not_before", "extendable", "suspended_by", "exclusive", "distinct", "per_year", "per_term"),
    *("begins_only_if", "per", "longer", "in_force_from"),
)


def table(seeds: Iterable[int]) -> str:
    """Counts of kind x option over these cases, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    for seed in seeds:
        for file in case(seed).ruleset.files:
            for norm in file.norms:
                counts.update((KIND_OF[type(norm)].value, option) for option in _options(norm))
            for term in file.terms:
                counts.update(("named term", option) for option in _options(term))
    rows = [f"  {kind:<14}{option:<22}{many:>8}" for (kind, option), many in counts.most_common()]
    return "\n".join([f"combinations of kind and option: {len(rows)}", *rows])


def _options(thing: Norm | NamedTerm) -> Iterator[str]:
    yield "(any)"
    for name in OPTIONS:
        held = getattr(thing, name, None)
        if held not in (None, (), False):
            yield name.rstrip("_")
            if name in ("within", "lead", "wait") and not isinstance(held, Duration):
                yield f"{name}: {type(held).__name__}"
    window = getattr(thing, "window", None)
    if isinstance(window, (BetweenWindow, StageWindow, TermWindow)):
        yield type(window).__name__
    if isinstance(thing, Threshold):
        yield "at_least" if thing.at_least is not None else "at_most"
        yield "before" if thing.before else "over all"
        if isinstance(thing.at_least, FIGURES) or isinstance(thing.at_most, FIGURES):
            yield "figure"
    if any(isinstance(part, MomentPattern) for part in getattr(thing, "raised_by", ())):
        yield "upon a term's moment"
