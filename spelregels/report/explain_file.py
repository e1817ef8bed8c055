"""The head of a file and its calendars read back: what kind of text, since when, on what basis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from spelregels.model.norms import Article
from spelregels.model.ruleset import Encoded, RulesetFile, WordList
from spelregels.model.terms import CalendarData, NotStated
from spelregels.model.trajectory import When
from spelregels.model.words import Precision, RegulatoryLayer
from spelregels.report.conditions import period
from spelregels.report.names import readable
from spelregels.report.phrases import Phrases


class FileReader:
    """Reads what a file says of itself, in the words of ``phrases``."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases, self.names, self.words = phrases, phrases.names, phrases.names.words

    def _say(self, key: str, **values: object) -> str:
        return self.words.say(self.words.frames.EXPLAIN, key, **values)

    def title(self, file: RulesetFile) -> str:
        """``Inspraak (vormen/inspraak)``."""
        return self._say("heading_file", title=self.names.file(file), id=file.id)

    def lines(self, file: RulesetFile) -> Iterator[str]:
        """A sentence for everything a file says of itself."""
        labels = self.words.labels
        if file.regulatory_layer is RegulatoryLayer.NOT_STATED:
            yield self._say("kind_not_stated")
        else:
            yield self._say("kind_of_text", layer=labels.LAYERS[file.regulatory_layer])
        if file.gemeente_code:
            yield self._say("gemeente_code", code=file.gemeente_code)
        yield self._say("validity", period=self.period(file))
        yield self._say("governs", governs=labels.GOVERNS[file.governs])
        yield self._say("term_regime", regime=labels.REGIMES[file.term_regime])
        if file.review_by is not None:
            yield self._say("review_by", day=self.names.day(file.review_by))
        if file.legal_basis:
            basis = (self.article(article, file) for article in file.legal_basis)
            yield self._say("legal_basis", articles="; ".join(basis))
        yield from self._covers(file)
        if file.encoded is not None:
            articles, rest = self._encoded(file.encoded.articles), self.rest(file.encoded)
            yield self._say("encoded", articles=articles, rest=f" {rest}" if rest else "")
        if file.extends:
            yield self._say("extends", files=self.words.join(map(self.layer, file.extends)))
        if file.applies is not None:
            yield self._say("file_applies", condition=self.phrases.clause(file.applies))
        if file.why:
            yield self._say("why", why=self.names.prose(file.why))

    def layer(self, file: str) -> str:
        """``Gemeentewet (nl/gemeentewet)``; a file that is not at hand by its id alone."""
        known = next((f for f in reversed(self.names.ruleset.files) if f.id == file), None)
        return self.title(known) if known else file

    def article(self, article: Article, file: RulesetFile) -> str:
        """``Gemeentewet, artikel 150 lid 2``."""
        source = file.sources.get(article.source)
        return self.words.say(
            self.words.frames.REPORT,
            "article",
            source=source.title if source else article.source,
            article=self.words.article(article.article),
        )

    def period(self, file: RulesetFile) -> str:
        """``vanaf 1 januari 2026 tot en met 31 december 2029``."""
        first, precision = file.valid_from, file.valid_from_precision
        if not isinstance(first, date) or precision is Precision.DAY:
            return period(first, file.valid_to, self.phrases)
        some = self._say("from_some_day", month=self.names.when(When(precision, first)))
        until = f" {self._say('until', day=self.names.day(file.valid_to))}" if file.valid_to else ""
        return f"{some}{until}"

    def _encoded(self, articles: tuple[str, ...]) -> str:
        """``artikelen 1 en 3 lid 1``; what is no number of an article stands by itself."""
        numbers = [number for number, one in enumerate(articles) if one[:1].isdigit()]
        if not numbers:
            return self.words.join(articles)
        several = len(numbers) > 1 or "-" in articles[numbers[0]].split()[0]
        word = self._say("encoded_many" if several else "encoded_one")
        first = numbers[0]
        named = (*articles[:first], f"{word} {articles[first]}", *articles[first + 1 :])
        return self.words.join(named)

    def rest(self, encoded: Encoded) -> str:
        """``De rest is niet ingevoerd.``; empty if nothing is said of it."""
        known = f"encoded_rest_{encoded.rest}"
        key = known if known in self.words.frames.EXPLAIN else "encoded_rest"
        return self._say(key, rest=readable(encoded.rest)).strip() if encoded.rest else ""

    def _covers(self, file: RulesetFile) -> Iterator[str]:
        """What the text settles of what an act asks of it, and what was looked for in vain."""
        places: dict[str, list[str]] = {}
        for what, where in file.covers.items():
            if isinstance(where, Article):
                places.setdefault(self.article(where, file), []).append(readable(what))
        found = [
            self._say("covers_one", what=self.words.join(what), article=article)
            for article, what in places.items()
        ]
        missing = [readable(w) for w, where in file.covers.items() if isinstance(where, NotStated)]
        if found:
            yield self._say("covers", found="; ".join(found))
        if missing:
            yield self._say("covers_not", missing=self.words.join(missing))

    # --- lists -----------------------------------------------------------------------------------

    def word_list(self, named: WordList) -> Iterator[str]:
        """What stands in a list, and whether that is all."""
        if named.items:
            yield self._say("list_items", items=self.words.join(map(readable, named.items)))
        yield self._say("list_complete" if named.complete else "list_incomplete")

    # --- calendars -------------------------------------------------------------------------------

    def calendar(self, calendar: CalendarData) -> Iterator[str]:
        """The days of one calendar, until when they are known, and by what source."""
        if calendar.meetings:
            yield self._say("calendar_meetings", days=self._days(calendar.meetings))
        if calendar.closed_days:
            yield self._say("calendar_closed", days=self._days(calendar.closed_days))
        if not calendar.meetings and not calendar.closed_days:
            yield self._say("calendar_empty")
        if calendar.known_until is not None:
            yield self._say("calendar_known", day=self.names.day(calendar.known_until))
        if calendar.source:
            yield self._say("calendar_source", source=calendar.source)

    def _days(self, days: Iterable[date]) -> str:
        return self.words.join(map(self.names.day, days))
