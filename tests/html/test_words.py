"""The words of pages: the same things in Dutch and in English (issue 3.8)."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import spelregels.report.html as room
from spelregels.report.html import words_en, words_nl
from spelregels.report.html.words import page_words


def holders(frame: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(frame) if name}


def test_both_languages_say_the_same_things() -> None:
    """The same keys and placeholders: no sentence exists in one language only."""
    dutch, english = page_words("nl").table, page_words("en").table
    assert words_nl.PAGE.keys() == words_en.PAGE.keys()
    assert dutch.keys() == english.keys()
    for key, frame in dutch.items():
        assert holders(frame) == holders(english[key]), key
    assert len(words_nl.MONTHS) == len(words_en.MONTHS) == 12


def test_no_sentence_is_left_that_no_page_says() -> None:
    """Each key stands in the code, whole or as a family that is completed there."""
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(room.__file__).parent.glob("*.py")
        if not path.name.startswith("words_")
    )
    families = re.findall(r'f"(\w+_)\{', code)
    for key in page_words("nl").table:
        stem = re.sub(r"_(one|many|none)$", "", key)
        known = f'"{key}"' in code or f'"{stem}"' in code
        assert known or any(key.startswith(family) for family in families), key
