"""Collecting what is wrong, all together, with the nearest known word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches

from spelregels.language.dutch import english_key, english_word
from spelregels.model.problem import InputRefused, Position, Problem

MOST_SHOWN = 200
"""More problems than this help nobody; the rest is counted in one last line."""
MOST_NOTED = 1000
"""Reading stops here, so that a huge file of nothing but mistakes is answered at once."""
_MORE = "more-problems"
CUT_BY_A_COMMA = (
    " Tussen accolades begint na een komma iets nieuws: zet tekst met een komma tussen "
    "aanhalingstekens.",
    " In braces something new begins after a comma: put text with a comma in quotes.",
)
MOST_LETTERS = 1000
"""Longer texts in a problem lose their middle: a word of a megabyte is nobody's reading."""


@dataclass(slots=True)
class Problems:
    """A list of problems that grows while a file is read; ``refuse`` ends the reading."""

    found: list[Problem] = field(default_factory=list)
    cut: bool = False  # a reader whose problems were taken over had more than it showed

    def add(
        self,
        code: str,
        position: Position,
        nl: str,
        en: str,
        *,
        expected_nl: str = "",
        expected_en: str = "",
        suggestion: str = "",
    ) -> None:
        """Note one problem; reading goes on, unless there are very many."""
        texts = (nl, en, expected_nl, expected_en or expected_nl, suggestion)
        self.extend((Problem(code, position, *(clipped(text) for text in texts)),))

    def extend(self, more: Iterable[Problem]) -> None:
        """Take over problems found elsewhere. Raises :class:`InputRefused` at ``MOST_NOTED``."""
        for problem in more:
            if problem.code == _MORE:
                self.cut = True
            else:
                self.found.append(problem)
        if len(self.found) >= MOST_NOTED:
            self.refuse()

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Run a reader that refuses on its own; keep its problems and go on."""
        try:
            yield
        except InputRefused as refused:
            self.extend(refused.problems)

    def refuse(self) -> None:
        """Raise :class:`InputRefused` with everything found, in order of place; else nothing."""
        if not self.found:
            return
        unique = sorted(
            _said_once(self.found),
            key=lambda p: (p.position.file, p.position.line, p.position.column, p.code),
        )
        shown = unique[:MOST_SHOWN]
        rest = len(unique) - len(shown)
        if self.cut or len(self.found) >= MOST_NOTED:
            nl, en = "Er zijn nog meer fouten", "There are more problems"
        else:
            nl, en = f"Er zijn nog {rest} fouten", f"There are {rest} more problems"
        if rest or self.cut:
            nl, en = f"{nl}; herstel eerst deze.", f"{en}; mend these first."
            shown.append(Problem(_MORE, shown[-1].position, nl, en))
        raise InputRefused(tuple(shown))


_WRONG_VALUE = ("wrong-type", "wrong-value", "unknown-word")


def _said_once(found: list[Problem]) -> list[Problem]:
    """Without what another says at the same place, and better: a word that YAML may read in two
    ways is no news where no such word belongs."""
    told = {(one.position, one.message_nl): one for one in found}
    wrong = {one.position for one in told.values() if one.code in _WRONG_VALUE}
    return [one for one in told.values() if one.code != "yaml-switch" or one.position not in wrong]


def clipped(text: str, most: int = MOST_LETTERS) -> str:
    """The text, without its middle when it is longer than ``most``."""
    if len(text) <= most:
        return text
    part = (most - 3) // 2
    return f"{text[:part]} … {text[-part:]}"


_ALIKE, _MUCH_ALIKE = 0.6, 0.7
"""Words that begin alike, or have the same letters, need to look less alike than others."""


def suggest(word: str, known: Iterable[str]) -> str:
    """The known word nearest to ``word``, or nothing when none is near: rather none than a word of
    another meaning."""
    options = sorted(set(known))
    folded = {option.casefold(): option for option in reversed(options)}
    options = [option for option in folded if _negates(option) is _negates(word.casefold())]
    near = get_close_matches(word.casefold(), options, n=3, cutoff=_ALIKE)
    begin, letters = word.casefold()[:4], sorted(word.casefold())
    like = [one for one in near if one[:4] == begin or sorted(one) == letters]
    surely = get_close_matches(word.casefold(), near, n=1, cutoff=_MUCH_ALIKE)
    return folded[(surely or like)[0]] if surely or like else ""


def _negates(word: str) -> bool:
    return not {"not", "niet", "geen", "no", "none", "never"}.isdisjoint(re.split(r"[\W_]+", word))


def suggest_key(key: str, known: Collection[str]) -> str:
    """The known key that ``key`` stands for: its Dutch name, else the nearest one."""
    return english_key(key, known) or suggest(key, known)


def suggest_word(word: str, known: Collection[str]) -> str:
    """The word of a closed set that ``word`` stands for: its Dutch name, the only one that is among
    its words, else the nearest one."""
    folded = {option.casefold(): option for option in known}
    among = [folded[part] for part in word.casefold().split() if part in folded]
    return english_word(word, known) or (among[0] if len(among) == 1 else suggest(word, known))


def as_list(text: object) -> str:
    """``[a, b]`` for ``a, b``: a list that was written as one text; else nothing."""
    if not isinstance(text, str):
        return ""
    parts = [part.strip() for part in re.split(",| en ", text)]
    if not all(re.fullmatch(r"[a-z0-9_.@#/-]+", part) for part in parts):
        return ""
    return "[" + ", ".join(parts) + "]"


def nearest(word: str, known: Iterable[str], most: int = 24, near: int = 8) -> str:
    """For ``expected``: the known words, or of a long row those that look most like ``word``."""
    every = sorted(set(known))
    if len(every) <= most:
        return ", ".join(every)
    best = get_close_matches(word, every, n=near, cutoff=0.0)
    return ", ".join(best) + f", … (+{len(every) - len(best)})"


def listing(words: Iterable[str], most: int = 24) -> str:
    """Words in a row for ``expected``: ``a, b, c``; a long row is cut and says so."""
    every = list(words)
    if len(every) <= most:
        return ", ".join(every)
    return ", ".join(every[:most]) + f", … (+{len(every) - most})"
