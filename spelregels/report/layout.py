"""Lines on a page of text: wrapping, labels, and style for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from spelregels.model.frozen import dataclass

WIDTH = 96
# Control signs, and the marks that turn a line of text around or break it.
_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROL = dict.fromkeys((*range(32), *range(127, 160), *_TURNING), "�")
_CONTROL |= dict.fromkeys(map(ord, "\n\r\t\x85\u2028\u2029"), " ")


@dataclass(frozen=True, slots=True)
class Style:
    """How words stand out. ``colour`` only on a terminal; meaning never hangs on it."""

    colour: bool = False

    def strong(self, text: str) -> str:
        """Bold."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def alarm(self, text: str) -> str:
        """Bold red."""
        return f"\x1b[1;31m{text}\x1b[0m" if self.colour else text

    def mild(self, text: str) -> str:
        """Yellow."""
        return f"\x1b[33m{text}\x1b[0m" if self.colour else text


def clean(text: str) -> str:
    """The text on one line, without control characters: a file can never steer the terminal."""
    return text.translate(_CONTROL)


def paragraph(text: str, indent: str = "", hang: str = "") -> list[str]:
    """One paragraph, wrapped, each line after ``indent``; all but the first after ``hang`` too."""
    lines = _wrapped(text, WIDTH - len(indent) - len(hang)) or [""]
    return [indent + lines[0], *(indent + hang + line for line in lines[1:])]


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(clean(text), width, break_long_words=False, break_on_hyphens=False)


def labelled(label: str, texts: Iterable[str], indent: str = "  ", width: int = 10) -> list[str]:
    """``  Regel     …`` with the text hanging beside the label; nothing if there is no text."""
    lines: list[str] = []
    start = len(indent) + width
    for text in texts:
        if not text:
            continue
        for line in _wrapped(text, WIDTH - start):
            lead = label if not lines else ""
            lines.append(f"{indent}{lead:<{width}}{line}")
    return lines


def table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int = 120) -> Iterator[str]:
    """A plain table; long cells are wrapped, wide columns give way first."""
    widths = _widths([header, *rows], width - 2 * (len(header) - 1))
    yield _row(header, widths)
    yield "  ".join("-" * w for w in widths)
    for row in rows:
        cells = [
            [line for part in cell.split("\n") for line in wrap(clean(part), w) or [""]]
            for cell, w in zip(row, widths, strict=True)
        ]
        for i in range(max(map(len, cells))):
            yield _row([cell[i] if i < len(cell) else "" for cell in cells], widths)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(f"{cell:<{w}}" for cell, w in zip(cells, widths, strict=True)).rstrip()


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    natural = [
        max(len(line) for row in rows for line in row[i].split("\n")) for i in range(len(rows[0]))
    ]
    widths = [max(w, 1) for w in natural]
    while sum(widths) > room and max(widths) > 12:
        widths[widths.index(max(widths))] -= 1
    return widths
