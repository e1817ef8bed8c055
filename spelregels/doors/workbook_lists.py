"""The sheet of lists: what people choose from, and what each choice means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from spelregels.doors import workbook_words as words
from spelregels.doors.sheets import Sheet
from spelregels.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Lists:
    """What the sheet of lists says: labels with their codes, and the types of columns."""

    acts: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)

    @staticmethod
    def of(sheet: Sheet | None) -> Lists:
        """The lists of a workbook; none when it has no such sheet."""
        if sheet is None or not sheet.rows:
            return Lists()
        head, *rest = sorted(sheet.rows)
        at = {str(cell.value): column for column, cell in sheet.rows[head].items()}
        pairs: dict[str, dict[str, str]] = {}
        for heading, code in words.CODES.items():
            label_column, code_column = at.get(heading, 0), at.get(code, 0)
            found = pairs.setdefault(heading, {})
            for row in rest:
                label = sheet.rows[row].get(label_column)
                meaning = sheet.rows[row].get(code_column)
                if label is not None and meaning is not None:
                    found[str(label.value)] = str(meaning.value)
        types = {f"{words.ATTRIBUTE}{n}": t for n, t in pairs[words.LIST_ATTRIBUTES].items()}
        types |= {f"{words.FACT}{n}": t for n, t in pairs[words.LIST_FACTS].items()}
        return Lists(pairs[words.LIST_ACTS], pairs[words.LIST_ROLES], types)
