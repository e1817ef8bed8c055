"""A comparison as JSON."""

from __future__ import annotations

from typing import Any

from spelregels.compare.grid import rows, silence_text, subject_word
from spelregels.compare.topics import Comparison
from spelregels.compare.words import TOPICS

FORMAT = "spelregels-compare/1"


def comparison_json(comparison: Comparison, language: str) -> dict[str, Any]:
    """``texts``, per topic the subjects with what each text says, and ``silent`` (with ``own``)."""
    return {
        "format": FORMAT,
        "language": language,
        "own": comparison.columns[0].ruleset.id if comparison.own else None,
        "texts": [
            {
                "id": column.ruleset.id,
                "label": column.label,
                "title": column.ruleset.own.title.get(language, column.ruleset.id),
                "form": column.ruleset.own.regulatory_layer.value,
                "version": column.ruleset.own.version,
            }
            for column in comparison.columns
        ],
        "subjects": [
            {
                "topic": row.topic.value,
                "title": TOPICS[language][row.topic],
                "subject": row.subject,
                "said": {
                    column.ruleset.id: [
                        {"text": line.text, "article": line.article or None, "open": line.gap}
                        for line in cell
                    ]
                    for column, cell in zip(comparison.columns, row.cells, strict=True)
                    if cell
                },
            }
            for row in rows(comparison, language)
        ],
        "silent": [
            {
                "topic": one.topic.value,
                "subject": subject_word(one.topic, one.subject, comparison),
                "left_open": one.gap,
                "others": [comparison.columns[number].ruleset.id for number in one.others],
                "text": silence_text(one, comparison, language),
            }
            for one in comparison.silences
        ],
    }
