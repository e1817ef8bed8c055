"""Reading the sheets of a workbook, whichever program wrote it."""

from __future__ import annotations

from pathlib import Path

from spelregels.doors.sheets import Sheet, open_package


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook, in its order. Raises ``InputRefused``: no workbook, too big,
    hostile, or the library that reads it is not installed."""
    with open_package(path) as package:
        if path.suffix.lower() == ".ods":
            from spelregels.doors.workbook_ods import read_ods

            return tuple(read_ods(package, path))
    from spelregels.doors.workbook_xlsx import read_xlsx

    return tuple(read_xlsx(path))
