"""A shape for each verdict, so that nothing hangs on colour; drawn in a field of 16 by 16."""

from __future__ import annotations

from spelregels.model.words import Strength, Word
from spelregels.report.html.markup import Element, el
from spelregels.report.wording import BREACHES

SIZE = 16
_OUTLINE = {
    Word.BROKEN: "M5 1H11L15 5V11L11 15H5L1 11V5Z",  # eight corners, as a stop sign
    Word.OVERDUE: "M8 1L15.5 15H.5Z",
    Word.LATE: "M8 1A7 7 0 1 1 8 15A7 7 0 1 1 8 1Z",
    Word.CANNOT_TELL: "M4 1.5H12L16 8L12 14.5H4L0 8Z",
    Word.OPEN: "M8 1A7 7 0 1 1 8 15A7 7 0 1 1 8 1ZM8 4A4 4 0 1 0 8 12A4 4 0 1 0 8 4Z",
    Word.KEPT: "M3 1H13Q15 1 15 3V13Q15 15 13 15H3Q1 15 1 13V3Q1 1 3 1Z",
    Word.EXCUSED: "M3 1H13Q15 1 15 3V13Q15 15 13 15H3Q1 15 1 13V3Q1 1 3 1Z",
    Word.NO_LONGER_DUE: "M3 1H13Q15 1 15 3V13Q15 15 13 15H3Q1 15 1 13V3Q1 1 3 1Z",
}
_INSIDE = {
    Word.BROKEN: "M5 5L11 11M11 5L5 11",
    Word.OVERDUE: "M8 6V10.5M8 12V13.6",
    Word.LATE: "M8 4V8.4L10.8 10",
    Word.CANNOT_TELL: "M6 6.3Q6 4.4 8 4.4Q10 4.4 10 6.2Q10 7.4 8 8.4V9.4M8 10.6V12",
    Word.OPEN: "",
    Word.KEPT: "M4 8.5L7 11.3L12 5",
    Word.EXCUSED: "M4.5 8H11.5",
    Word.NO_LONGER_DUE: "M4.5 5.5H11.5M4.5 10.5H11.5",
}
_TONE = {
    Word.BROKEN: "bad",
    Word.OVERDUE: "bad",
    Word.LATE: "late",
    Word.CANNOT_TELL: "unknown",
    Word.OPEN: "open",
    Word.KEPT: "good",
    Word.EXCUSED: "quiet",
    Word.NO_LONGER_DUE: "quiet",
}


def tone(word: Word, strength: Strength = Strength.MUST) -> str:
    """The tone of a verdict; a breach of what only should be, or is an aim, is never *bad*."""
    soft = word in BREACHES and strength is not Strength.MUST
    return "late" if soft else _TONE[word]


def drawn(word: Word, strength: Strength = Strength.MUST) -> tuple[Element, ...]:
    """The paths of the shape."""
    paths = [el("path", class_=f"shape {tone(word, strength)}", d=_OUTLINE[word])]
    if _INSIDE[word]:
        paths.append(el("path", class_="in", d=_INSIDE[word]))
    return tuple(paths)


def icon(word: Word, strength: Strength = Strength.MUST) -> Element:
    """The shape beside a word that says the same; hidden for who listens."""
    return el(
        "svg",
        *drawn(word, strength),
        viewBox=f"0 0 {SIZE} {SIZE}",
        width=SIZE,
        height=SIZE,
        aria_hidden="true",
        focusable="false",
    )
