"""Texts of one town beside each other: which of them are held against the text that is checked.

Layers (``extends``) are read along with a text by every check. A text that stands beside it, such
as the page of a neighbourhood beside the rules of the town, is read by a few checks only, and only
when both were asked for in one run.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spelregels.model.norms import Norm
from spelregels.model.ruleset import Ruleset, RulesetFile
from spelregels.model.verified import Place, Text
from spelregels.model.words import RegulatoryLayer
from spelregels.verify.subject import Subject

_NATIONAL = frozenset({RegulatoryLayer.WET, RegulatoryLayer.AMVB})


def beside(ruleset: Ruleset, earlier: Sequence[Subject]) -> tuple[Subject, ...]:
    """Those of the earlier texts that are held against this one: of the same town by their
    ``gemeente_code``, not a layer or a version of each other, and in force on one day as far as is
    known."""
    return tuple(one for one in earlier if _comparable(one.ruleset, ruleset))


def place_in(other: Subject, place: Place) -> Place:
    """A place in the text beside, with its file."""
    return Place(place.path, place.file or other.own.id)


def norm_called(norm: Norm) -> Text:
    """A norm of another text, as its writer calls it."""
    dutch = norm.title or norm.id
    return Text(f"‘{dutch}’", f"‘{norm.title_en or dutch}’")


def text_called(other: Subject) -> Text:
    """The title of another text."""
    titles = other.own.title
    dutch = titles.get("nl") or other.own.id
    return Text(f"‘{dutch}’", f"‘{titles.get('en') or dutch}’")


def _comparable(one: Ruleset, other: Ruleset) -> bool:
    first, second = one.own, other.own
    return (
        bool(first.gemeente_code)
        and first.gemeente_code == second.gemeente_code
        and not {first.regulatory_layer, second.regulatory_layer} & _NATIONAL
        and first.id not in {file.id for file in other.files}
        and second.id not in {file.id for file in one.files}
        and _overlap(first, second)
    )


def _overlap(one: RulesetFile, other: RulesetFile) -> bool:
    return _begins(one) <= _ends(other) and _begins(other) <= _ends(one)


def _begins(file: RulesetFile) -> date:
    """Its first day; the earliest there is when that is not known."""
    return file.valid_from if isinstance(file.valid_from, date) else date.min


def _ends(file: RulesetFile) -> date:
    return file.valid_to or date.max
