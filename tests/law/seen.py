"""What the examples of a ruleset show: their verdicts, and whether a change to the ruleset shows.

Judged are only the norms that an example names in its ``expect``, with what bears on them
(exemptions, and norms that gate a term), so that many changes can be tried in little time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from spelregels.model.norms import Exemption
from spelregels.model.ruleset import Example, Ruleset
from spelregels.semantics import judge

Seen = tuple[tuple[str, str, str, str], ...]


class Shown:
    """The examples of one ruleset, each judged once without any change."""

    def __init__(self, rules: Ruleset) -> None:
        self.rules = rules

    def noticed(self, mutant: Ruleset, about: str = "") -> Iterator[str]:
        """The titles of the examples that come out otherwise under ``mutant``.

        ``about``: only the examples that expect something of this norm.
        """
        for example in self.rules.own.examples:
            if about and about not in example.expect:
                continue
            if self._unchanged[example.title] != verdicts(mutant, example):
                yield example.title

    @cached_property
    def _unchanged(self) -> Mapping[str, Seen]:
        return {one.title: verdicts(self.rules, one) for one in self.rules.own.examples}


def verdicts(rules: Ruleset, example: Example) -> Seen:
    """Norm, trigger, word and how of each verdict that the example expects something of."""
    wanted = {name.rpartition("#")[2] for name in example.expect}
    return tuple(
        (v.norm, v.trigger, v.word.value, v.how.value if v.how else "")
        for v in judge(_only(rules, wanted), example.trajectory, example.as_of).verdicts
        if v.norm in wanted
    )


def _only(rules: Ruleset, wanted: set[str]) -> Ruleset:
    gates = {ref.norm for file in rules.files for term in file.terms for ref in term.begins_only_if}
    files = tuple(
        replace(
            file,
            norms=tuple(
                n for n in file.norms if n.id in wanted | gates or isinstance(n, Exemption)
            ),
        )
        for file in rules.files
    )
    return replace(rules, files=files)
