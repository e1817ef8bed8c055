"""The colours of pages, light and dark: enough contrast for everyone (WCAG 2.2 AA, issue 3.8)."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from spelregels.report.html.style import stylesheet
from spelregels.report.html.tokens import DARK, LIGHT, PAIRS


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance of ``#rrggbb``."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    """Black on white is 21; a known grey on white is just enough for text."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_has_enough_contrast(tokens: Mapping[str, str]) -> None:
    """4.5 for text, 3 for what is drawn."""
    poor = {
        (text, ground): round(found, 2)
        for text, ground, least in PAIRS
        if (found := contrast(tokens[text], tokens[ground])) < least
    }
    assert not poor


def test_light_and_dark_name_the_same_colours() -> None:
    """A token that one of them lacks would fall back to the other's."""
    assert LIGHT.keys() == DARK.keys()


def test_the_stylesheet_uses_tokens_only_and_every_use_is_measured() -> None:
    """No colour outside the tokens; whatever is text or drawn stands in a measured pair."""
    css = stylesheet()
    rules = re.sub(r":root\{[^}]*\}", "", css)
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", rules)
    assert set(re.findall(r"var\(--([a-z-]+)\)", css)) <= LIGHT.keys()
    used = set(re.findall(r"(?:color|fill|stroke):var\(--([a-z-]+)\)", rules))
    decoration = {"hair", "panel"}  # thin lines between parts that are apart anyway; a halo
    assert used - decoration <= {text for text, _, _ in PAIRS}
    grounds = set(re.findall(r"background:var\(--([a-z-]+)\)", rules))
    assert grounds <= {ground for _, ground, _ in PAIRS}
