"""Laying rulesets side by side, and finding what the own text does not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from spelregels.compare.gather import entries_of
from spelregels.compare.topics import Column, Comparison, Silence, Topic
from spelregels.model.ruleset import Ruleset

ENOUGH = 2
"""A subject is missed in the own text when so many others speak of it."""


def compare(
    rulesets: Sequence[Ruleset],
    *,
    own: Ruleset | None = None,
    topics: Iterable[Topic] = (),
    shared: bool = False,
) -> Comparison:
    """Rulesets side by side, in the order given; ``own`` comes first.

    ``topics``: only these (none: all). ``shared``: only subjects of which two texts speak.
    """
    chosen = [one for one in rulesets if own is None or one.id != own.id]
    ordered = [own, *chosen] if own is not None else chosen
    labels = _labels([one.id for one in ordered])
    columns = tuple(
        Column(one, label, entries_of(one)) for one, label in zip(ordered, labels, strict=True)
    )
    asked = tuple(dict.fromkeys(topics)) or tuple(Topic)
    subjects = tuple((topic, _subjects(topic, columns, shared)) for topic in asked)
    silences = tuple(_silences(columns, asked)) if own is not None else ()
    return Comparison(columns, asked, subjects, own is not None, shared, silences)


def _labels(ids: Sequence[str]) -> list[str]:
    """The ids without the folder that they all stand in, and no longer than tells them apart: the
    town alone where it has one text here."""
    names = [id_.split("/") for id_ in ids]
    deep = 0
    while len(ids) > 1 and all(
        len(name) - 1 > deep and name[deep] == names[0][deep] for name in names
    ):
        deep += 1
    names = [name[deep:] for name in names]
    towns = Counter(name[0] for name in names)
    return [name[0] if towns[name[0]] == 1 else "/".join(name) for name in names]


def _subjects(topic: Topic, columns: Sequence[Column], shared: bool) -> tuple[str, ...]:
    """Those of which most texts speak first, then by name."""
    spoken: Counter[str] = Counter()
    for column in columns:
        spoken.update({entry.subject for entry in column.about(topic)})
    kept = [subject for subject, texts in spoken.items() if not shared or texts >= ENOUGH]
    return tuple(sorted(kept, key=lambda subject: (-spoken[subject], subject)))


def _silences(columns: Sequence[Column], topics: Iterable[Topic]) -> Iterable[Silence]:
    """What is missed most first, topic by topic; what others leave open too is not missed."""
    own, others = columns[0], list(enumerate(columns))[1:]
    for topic in topics:
        if topic is Topic.OPEN:
            continue
        missed = []
        for subject in _subjects(topic, columns, shared=False):
            said = [entry for entry in own.about(topic, subject) if entry.gap is None]
            speaking = tuple(
                number
                for number, column in others
                if any(entry.gap is None for entry in column.about(topic, subject))
            )
            gap = bool(own.about(topic, subject))
            if not said and len(speaking) >= (1 if gap else ENOUGH):
                missed.append(Silence(topic, subject, speaking, gap))
        yield from sorted(missed, key=lambda one: (not one.gap, -len(one.others), one.subject))
