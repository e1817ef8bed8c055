"""What an agreement run went through: cases, verdicts, and combinations of kind and option."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from spelregels.model.figures import FIGURES
from spelregels.model.norms import NamedTerm, Norm, Threshold
from spelregels.model.patterns import BetweenWindow, MomentPattern, StageWindow, TermWindow
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import Duration
from spelregels.model.verdict import Judgement
from spelregels.model.words import Word

#: fields that change what a norm means, by the name the table gives them
OPTIONS = (
    *("unless", "if_", "applies", "link", "lead", "wait", "lasts", "at_longest", "last_counts"),
    *("within", "not_before", "extendable", "suspended_by", "exclusive", "distinct", "per_year"),
    *("per_term", "in_force_from", "total"),
)
#: of a named term, for the norms that look at it
TERM_OPTIONS = ("begins_only_if", "per", "longer", "extendable", "suspended_by")
Combination = tuple[str, str]


@dataclass(slots=True)
class Tally:
    """Counts of one run. ``combinations``: verdicts by kind and option of the norm they are of;
    ``definite``: those of them that are not *cannot tell*. ``same_reasons``: for how many that
    cannot be told both evaluators give the same reason."""

    cases: int = 0
    verdicts: int = 0
    same_reasons: int = 0
    combinations: Counter[Combination] = field(default_factory=Counter)
    definite: Counter[Combination] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)

    def add(self, rules: Ruleset, judged: Judgement) -> None:
        """Count the verdicts of one judgement."""
        options = _by_norm(rules)
        for verdict in judged.verdicts:
            self.verdicts += 1
            self.words[verdict.word.value] += 1
            named = options.get((verdict.layer, verdict.version, verdict.norm), ("(any)",))
            for name in named:
                self.combinations[verdict.kind.value, name] += 1
                if verdict.word is not Word.CANNOT_TELL:
                    self.definite[verdict.kind.value, name] += 1

    @property
    def untold(self) -> int:
        """How many verdicts cannot be told."""
        return self.words[Word.CANNOT_TELL.value]

    def table(self) -> str:
        """Verdicts by word, and by kind x option, the most frequent first."""
        rows = [
            f"  {kind:<14}{option:<24}{many:>9}{self.definite[kind, option]:>9}"
            for (kind, option), many in self.combinations.most_common()
        ]
        words = ", ".join(f"{word} {many}" for word, many in self.words.most_common())
        head = f"  {'kind':<14}{'option':<24}{'verdicts':>9}{'definite':>9}"
        return "\n".join(
            [
                f"{self.cases} cases, {self.verdicts} verdicts: {words}",
                f"cannot tell for the same reason: {self.same_reasons} of {self.untold}",
                f"combinations of kind and option: {len(rows)}",
                head,
                *rows,
            ]
        )


def _by_norm(rules: Ruleset) -> dict[tuple[str, str, str], tuple[str, ...]]:
    terms = [term for file in rules.files for term in file.terms]
    return {
        (file.id, file.version, norm.id): tuple(dict.fromkeys(_options(norm, terms)))
        for file in rules.files
        for norm in file.norms
    }


def _options(norm: Norm, terms: list[NamedTerm]) -> Iterator[str]:
    yield "(any)"
    for name in OPTIONS:
        held = getattr(norm, name, None)
        if held not in (None, (), False):
            yield name.rstrip("_")
            if name in ("within", "lead", "wait") and not isinstance(held, Duration):
                yield f"{name}: {type(held).__name__}"
    if getattr(norm, "times", 1) > 1:
        yield "times"
    window = getattr(norm, "window", None)
    if isinstance(window, (BetweenWindow, StageWindow, TermWindow)):
        yield type(window).__name__
    if isinstance(norm, Threshold):
        yield "at_least" if norm.at_least is not None else "at_most"
        yield "before" if norm.before else "over all"
        if isinstance(norm.at_least, FIGURES) or isinstance(norm.at_most, FIGURES):
            yield "figure"
    moments = [part for part in norm.raised_by if isinstance(part, MomentPattern)]
    if moments:
        yield "upon a moment"
    for term in terms:
        if any(term.id == moment.term.term for moment in moments):
            yield from (f"term: {name}" for name in TERM_OPTIONS if getattr(term, name))
