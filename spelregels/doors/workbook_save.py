"""Writing workbooks: one to fill in, one with trajectories, and findings beside what was judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from spelregels.doors.sheets import ENDS, open_package, refuse
from spelregels.doors.workbook_book import FINDINGS, Book, Column, Filled, Page, Style
from spelregels.doors.workbook_pages import book
from spelregels.doors.writing import refuse_existing, write_new
from spelregels.model.problem import InputRefused, Position
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory

FINDING_COLUMNS = (
    Column("Traject", 20),
    Column("Oordeel", 18),
    Column("Ernst", 14),
    Column("Regel", 30),
    Column("Artikel", 24),
    Column("Wie", 24),
    Column("Wat er gebeurde", 44),
    Column("Uitleg", 60),
    Column("Wat nu", 44),
    Column("Uiterlijk", 14, Style.DATE),
    Column("Cel", 20),
)
FindingRow = tuple[Filled | None, ...]
"""One finding, a value for each of ``FINDING_COLUMNS``."""


def write_workbook(ruleset: Ruleset, path: Path, trajectories: Sequence[Trajectory] = ()) -> None:
    """Write a workbook for a ruleset; with ``trajectories`` (bound to it) they are filled in.

    Raises ``InputRefused``: the file exists, its name ends in something else, or a value does not
    fit in a cell.
    """
    suffix = _suffix(path)
    refuse_existing(path)
    with _naming(path):
        data = _bytes(suffix, book(ruleset, trajectories))
    write_new(path, data)


def _bytes(suffix: str, made: Book) -> bytes:
    if suffix == ".ods":
        from spelregels.doors.workbook_ods_write import ods_bytes

        return ods_bytes(made)
    from spelregels.doors.workbook_xlsx import xlsx_bytes

    return xlsx_bytes(made)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Problems with what is to be written name the file it was for."""
    try:
        yield
    except InputRefused as refused:
        place = Position(str(path))
        raise InputRefused(tuple(replace(p, position=place) for p in refused.problems)) from None


def write_back(original: Path, path: Path, findings: Iterable[FindingRow]) -> None:
    """The workbook at ``original`` written to ``path`` with a sheet ``bevindingen``.

    The original is never touched. Raises ``InputRefused``: ``path`` exists, or is another format.
    """
    suffix = _suffix(path)
    if _suffix(original) != suffix:
        raise refuse(
            "other-format",
            path,
            f"Het nieuwe werkboek moet ook op {original.suffix} eindigen.",
            f"The new workbook must end in {original.suffix} too.",
        )
    refuse_existing(path)
    open_package(original).close()
    page = Page(FINDINGS, FINDING_COLUMNS, list(findings), wrap=True)
    with _naming(path):
        data = _with_page(suffix, original, page)
    write_new(path, data)


def _with_page(suffix: str, original: Path, page: Page) -> bytes:
    if suffix == ".ods":
        from spelregels.doors.workbook_ods_write import ods_with_page

        return ods_with_page(original, page)
    from spelregels.doors.workbook_xlsx import xlsx_with_page

    return xlsx_with_page(original, page)


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in ENDS:
        raise refuse(
            "unknown-format",
            path,
            f"Een werkboek eindigt op {' of '.join(ENDS)}.",
            f"A workbook ends in {' or '.join(ENDS)}.",
        )
    return suffix
