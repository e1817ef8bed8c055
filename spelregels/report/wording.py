"""The words of one language, and how a sentence is filled in.

The tables stand in ``wording_nl``, ``texts_nl`` and their English twins. Text from a ruleset is
only ever a value that is filled in, never a template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Final

from spelregels.model.frozen import dataclass
from spelregels.model.words import How, Kind, Strength, Word

LANGUAGES = ("nl", "en")

BREACHES = frozenset({Word.LATE, Word.OVERDUE, Word.BROKEN})

# More than one article: a range (10:1-10:12), or a second number that is not of a member (lid).
_MORE_ARTICLES: Final = re.compile(
    r"[^\s,]*\d[a-z]?-\d|[^\s,]+ en \d|[^\s,]+, \d|.*, \S*\d[.:]\d|.*, \S+ lid "
)


@dataclass(frozen=True, slots=True)
class Wording:
    """The tables of one language. ``labels``: the modules' own tables by name."""

    language: str
    labels: Any
    frames: Any

    def say(self, table: Mapping[str, str], key: str, **values: object) -> str:
        """One frame, filled in."""
        return table[key].format_map({name: str(value) for name, value in values.items()})

    def part(self, key: str, **values: object) -> str:
        """A part of a sentence."""
        parts: Mapping[str, str] = self.frames.PARTS
        return self.say(parts, key, **values)

    def strong(self, key: str, strength: Strength, **values: object) -> str:
        """A part of a sentence in three forms: what must be, what should be, what is aimed at."""
        return self.part(f"{key}_{strength.value}", **values)

    def number(self, number: Decimal) -> str:
        """``2500,50`` in Dutch, ``2500.50`` in English."""
        return f"{number:f}".replace(".", self.part("decimal_point"))

    def whole(self, number: int) -> str:
        """``9999``, ``10.000``: a year and other short numbers are written without a sign."""
        return str(number) if abs(number) < 10_000 else self._grouped(number)

    def amount(self, number: Decimal) -> str:
        """Euros: ``5.000 euro`` and ``2.500,50 euro``; in English ``5,000 euro``."""
        whole, _, cents = f"{number:f}".partition(".")
        text = self._grouped(int(whole)) + (self.part("decimal_point") + cents if cents else "")
        return self.part("money", amount=text)

    def _grouped(self, number: int) -> str:
        return f"{number:,}".replace(",", self.part("thousands"))

    def times(self, number: int) -> str:
        """``1 keer``, ``25 keer``; in English ``once``, ``25 times``."""
        return self.part("times_one" if number == 1 else "times_many", number=number)

    def verdict(self, word: Word, strength: Strength) -> str:
        """What a verdict is called: what only *should* be or is an *aim* is never *broken*."""
        soft: str | None = self.labels.SOFT_VERDICTS.get((strength, word))
        return soft or str(self.labels.VERDICTS[word])

    def article(self, article: str) -> str:
        """``artikel 3:16 lid 1``; what is no number of an article (*aanhef*) stands by itself."""
        first = article.split(maxsplit=1)[0] if article.split() else ""
        number = any(sign.isdigit() for sign in first) or (first.isupper() and len(first) < 4)
        if not number:
            return article
        parts = article.split(", ")
        key = "article_numbers" if _MORE_ARTICLES.match(article) else "article_number"
        return self.say(self.frames.REPORT, key, article=self.join(parts))

    def join(self, parts: Iterable[str], word: str = "and") -> str:
        """``a, b en c``; ``word`` is a key of PARTS: ``and`` or ``or``."""
        listed = [part for part in parts if part]
        if len(listed) < 2:
            return "".join(listed)
        return ", ".join(listed[:-1]) + self.part(word) + listed[-1]

    def message_frame(self, kind: Kind, word: Word, how: How | None) -> str:
        """The sentence that says what happened, for any verdict there can be."""
        if word in BREACHES and how is not None:
            special: str | None = self.labels.BREACH_BY_KIND.get((kind, word, how))
            return special or str(self.labels.BREACH[how])
        plain: str | None = self.labels.PLAIN_BY_KIND.get((kind, word))
        return plain or str(self.labels.PLAIN[word])

    def repair_frame(self, kind: Kind, word: Word, how: How | None, strength: Strength) -> str:
        """The sentence that says what can be done now; empty when nothing is left to do.

        Of what only should be, or is an aim, nothing is undone: people are asked how it went.
        """
        if strength is not Strength.MUST and word is Word.BROKEN:
            soft: str | None = self.labels.REPAIR_SOFT.get(kind)
            if soft:
                return soft
        if how is not None:
            special: str | None = self.labels.REPAIR_BY_KIND.get((kind, word, how))
            by_how: str | None = self.labels.REPAIR_BY_HOW.get((word, how))
            found = special or by_how
            if found:
                return found
        plain: str | None = self.labels.REPAIR_PLAIN_BY_KIND.get((kind, word))
        return plain or str(self.labels.REPAIR[word])


def sentence(text: str) -> str:
    """The same text, beginning with a capital."""
    return text[:1].upper() + text[1:]


@cache
def wording(language: str) -> Wording:
    """The tables of ``nl`` or ``en``; KeyError for any other language."""
    if language == "nl":
        from spelregels.report import texts_nl, wording_nl

        return Wording(language, wording_nl, texts_nl)
    if language == "en":
        from spelregels.report import texts_en, wording_en

        return Wording(language, wording_en, texts_en)
    raise KeyError(language)
