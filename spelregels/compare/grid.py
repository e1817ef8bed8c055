"""The cells of a comparison in words: one row a subject, one cell a text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spelregels.compare.lines import Line, Teller
from spelregels.compare.side_by_side import ENOUGH
from spelregels.compare.topics import Column, Comparison, Silence, Topic
from spelregels.compare.words import SHORT, TOPICS, say
from spelregels.model.frozen import dataclass
from spelregels.model.ruleset import RulesetFile
from spelregels.model.terms import NotStated
from spelregels.model.words import Precision
from spelregels.report.names import readable
from spelregels.report.wording import wording

NOTHING = "–"
NAMED = 3  # so many texts are named in a line about silence; of more, how many


@dataclass(frozen=True, slots=True)
class Row:
    """One subject of one topic; ``cells``: what each text says, in the order of the columns."""

    topic: Topic
    subject: str
    cells: tuple[tuple[Line, ...], ...]


def rows(comparison: Comparison, language: str) -> Iterator[Row]:
    """Every subject, topic by topic."""
    tellers = [(column, Teller.of(column, language)) for column in comparison.columns]
    for topic, subjects in comparison.subjects:
        for subject in subjects:
            cells = tuple(teller.lines(c.about(topic, subject)) for c, teller in tellers)
            yield Row(topic, subject_word(topic, subject, comparison), cells)


def subject_word(topic: Topic, subject: str, comparison: Comparison) -> str:
    """A subject as the texts call it: the shortest of their words."""
    found = {e.word for column in comparison.columns for e in column.about(topic, subject)}
    return readable(min(found, key=lambda word: (len(word), word)))


def glance(comparison: Comparison, language: str) -> list[list[str]]:
    """Per text how much it says on each topic; the first row is the heading."""
    short = SHORT[language]
    head = [say(language, "name"), *(short[topic] for topic in comparison.topics)]
    return [head, *(_counts(column, comparison, language) for column in comparison.columns)]


def _counts(column: Column, comparison: Comparison, language: str) -> list[str]:
    numbers = (len(column.about(topic)) for topic in comparison.topics)
    shown = (str(number) if number else NOTHING for number in numbers)
    return [label(column, comparison, language), *shown]


def label(column: Column, comparison: Comparison, language: str) -> str:
    """The name of a text; the reader's own text is called so."""
    return owned(column.label, column, comparison, language)


def owned(name: str, column: Column, comparison: Comparison, language: str) -> str:
    """A name of a text, said to be the reader's own where it is."""
    mine = comparison.own and column is comparison.columns[0]
    return f"{name} ({say(language, 'own')})" if mine else name


def titled(column: Column, language: str) -> str:
    """The title of a text."""
    own = column.ruleset.own
    return own.title.get(language) or own.title.get("nl") or own.id


def silence_text(one: Silence, comparison: Comparison, language: str) -> str:
    """One thing that the own text does not say."""
    names = [comparison.columns[number].label for number in one.others]
    listed = ", ".join(names[:NAMED])
    if len(names) > NAMED:
        listed += ", " + say(language, "and_more", count=len(names) - NAMED)
    key = "others_one" if len(names) == 1 else "others_many"
    others = say(language, key, names=listed, count=len(names))
    topic = TOPICS[language][one.topic]
    subject = subject_word(one.topic, one.subject, comparison)
    frame = "silent_gap" if one.gap else "silent_line"
    return say(language, frame, topic=topic, subject=subject, others=others)


def nothing(comparison: Comparison, language: str) -> str:
    """What stands under a topic without subjects."""
    return say(language, "nothing_shared" if comparison.shared else "nothing")


def silence_intro(language: str) -> str:
    """When something counts as silent."""
    return say(language, "silent_intro", enough=ENOUGH)


def described(column: Column, language: str) -> str:
    """Title, form, time in force, and how much of the text was there."""
    own = column.ruleset.own
    parts = [titled(column, language), _force(own, language), _seen(own, language)]
    return "; ".join(part for part in parts if part)


def _force(own: RulesetFile, language: str) -> str:
    begins = own.valid_from
    told = []
    if isinstance(begins, NotStated):
        told.append(say(language, "law_from_open"))
    elif begins is not None:
        told.append(say(language, "law_from", day=_day(begins, own.valid_from_precision, language)))
    if own.valid_to is not None:
        told.append(say(language, "law_to", day=_day(own.valid_to, Precision.DAY, language)))
    return ", ".join(told)


def _day(day: date, precision: Precision, language: str) -> str:
    """``1 januari 2022``, ``januari 2022`` or ``2022``."""
    parts = (str(day.day), wording(language).labels.MONTHS[day.month - 1], str(day.year))
    left_out = {Precision.YEAR: 2, Precision.MONTH: 1}.get(precision, 0)
    return " ".join(parts[left_out:])


def _seen(own: RulesetFile, language: str) -> str:
    if own.encoded is None:
        return ""
    seen = say(language, "where", articles=", ".join(own.encoded.articles))
    return f"{seen}; {say(language, f'rest_{own.encoded.rest}')}" if own.encoded.rest else seen
