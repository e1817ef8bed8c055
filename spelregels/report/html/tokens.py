"""The design tokens: every colour of a page, in light and dark, and which stand on which.

``PAIRS`` is what the contrast test computes (WCAG 2.2: 4.5 for text, 3 for what is drawn).
"""

from __future__ import annotations

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "ground": "#ffffff",
    "panel": "#f3f5f8",
    "ink": "#17212b",
    "muted": "#4b5966",
    "line": "#7b8794",
    "hair": "#d5dbe1",
    "accent": "#0b4f8a",
    "bad": "#a01720",
    "bad-ground": "#fdeeee",
    "late": "#7f4700",
    "late-ground": "#fff4e2",
    "unknown": "#57378a",
    "unknown-ground": "#f4effb",
    "open": "#0b4f8a",
    "open-ground": "#eaf2fb",
    "good": "#1b6434",
    "good-ground": "#eaf6ed",
    "quiet": "#4b5966",
    "quiet-ground": "#f0f2f5",
}

DARK: Mapping[str, str] = {
    "ground": "#11161c",
    "panel": "#1a212a",
    "ink": "#e9eef3",
    "muted": "#b4c0cb",
    "line": "#7d8b99",
    "hair": "#35414d",
    "accent": "#8fc6ff",
    "bad": "#ffa3a3",
    "bad-ground": "#37161a",
    "late": "#ffc680",
    "late-ground": "#33240e",
    "unknown": "#d0b9ff",
    "unknown-ground": "#291f40",
    "open": "#9fd0ff",
    "open-ground": "#12273d",
    "good": "#93dea8",
    "good-ground": "#122b1b",
    "quiet": "#b4c0cb",
    "quiet-ground": "#222b35",
}

TONES = ("bad", "late", "unknown", "open", "good", "quiet")
TEXT, DRAWN = 4.5, 3.0

PAIRS: tuple[tuple[str, str, float], ...] = (
    *(
        (text, ground, TEXT)
        for text in ("ink", "muted", "accent")
        for ground in ("ground", "panel")
    ),
    *((tone, f"{tone}-ground", TEXT) for tone in TONES),
    *((tone, ground, TEXT) for tone in TONES for ground in ("ground", "panel")),
    # what is written inside a filled shape
    *(("ground", tone, TEXT) for tone in (*TONES, "ink")),
    *(("line", ground, DRAWN) for ground in ("ground", "panel")),
    *(("ink", f"{tone}-ground", TEXT) for tone in TONES),
    *(("muted", f"{tone}-ground", TEXT) for tone in TONES),
)
"""What stands on what, and the least contrast between the two."""


def variables(tokens: Mapping[str, str]) -> str:
    """The tokens as CSS custom properties."""
    return ";".join(f"--{name}:{value}" for name, value in tokens.items())
