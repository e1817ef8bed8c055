"""Facts that live in the program: the calendar (``docs/calendar.md``), the loader, the checks.

For each: where it is written, and how to switch it off, so that a test can see an example change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from spelregels.calendar import atw, holidays, reckoning
from spelregels.calendar.holidays import Holiday
from spelregels.calendar.questions import Asked
from spelregels.language import load_ruleset
from spelregels.language.lower import parsed
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import Reckoning
from spelregels.model.words import RegulatoryLayer
from tests.law.places import loaded

LOWER_TEXT = Path(__file__).with_name("verordening.yaml")
Patch = pytest.MonkeyPatch
Days = Mapping[date, Holiday]


@dataclass(frozen=True, slots=True)
class Built:
    """``where``: the module; ``off``: switches it off; ``shown_by``: a ruleset whose examples show
    it, by id, or the lower text of these tests as if it were of that layer."""

    where: str
    off: Callable[[Patch], None]
    shown_by: str | RegulatoryLayer

    def rules(self, folder: Path) -> Ruleset:
        """The ruleset that shows it, loaded anew; ``folder``: for a text made for the purpose."""
        if isinstance(self.shown_by, str) and not isinstance(self.shown_by, RegulatoryLayer):
            return loaded(self.shown_by)
        text = LOWER_TEXT.read_text(encoding="utf-8")
        path = folder / "proef" / "verordening.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace("VERORDENING", self.shown_by.value), encoding="utf-8")
        return load_ruleset(path)


def _no_cache(patch: Patch) -> None:
    plain = reckoning._reckoned_before.__wrapped__
    patch.setattr(reckoning, "_reckoned_before", plain)


def _calendar(change: Callable[[Days], Days]) -> Callable[[Patch], None]:
    """Switches off some holidays: every question about a free day asks this table."""

    def off(patch: Patch) -> None:
        _no_cache(patch)
        by_day = holidays._by_day
        patch.setattr(holidays, "_by_day", lambda year: MappingProxyType(change(by_day(year))))

    return off


def _without(*codes: str) -> Callable[[Patch], None]:
    return _calendar(lambda days: {d: h for d, h in days.items() if h.code not in codes})


def _kings_day_on_monday(days: Days) -> Days:
    moved = {}
    for day, holiday in days.items():
        early = holiday.code == "koningsdag" and day.day == 26
        moved[day + 2 * holidays.ONE_DAY if early else day] = holiday
    return moved


def _replaced(module: object, name: str, new: object) -> Callable[[Patch], None]:
    def off(patch: Patch) -> None:
        _no_cache(patch)
        patch.setattr(module, name, new)

    return off


def _moved_back(asked: Asked) -> Reckoning:
    found = _BACK(asked)
    day = holidays.ordinary_day_from(found.last_day)
    return replace(found, last_day=day, latest=day)


def _not_moved(day: date, closed_days: object, steps: object) -> date:
    return day


def _layers(gone: RegulatoryLayer) -> Callable[[Patch], None]:
    left = tuple(layer for layer in parsed._ATW_LAYERS if layer is not gone)
    return _replaced(parsed, "_ATW_LAYERS", left)


_BACK = reckoning._back
_LISTED = (
    "nieuwjaarsdag", "tweede_paasdag", "koningsdag", "bevrijdingsdag", "hemelvaartsdag",
    "tweede_pinksterdag", "eerste_kerstdag", "tweede_kerstdag",
)  # fmt: skip
_BY_LAW = RegulatoryLayer.VERORDENING

BUILT: Mapping[str, Built] = {
    "calendar:article-1": Built(
        "spelregels/calendar/atw.py", _replaced(atw, "_off_free_days", _not_moved), "nl/inspraak"
    ),
    "calendar:counting-back": Built(
        "spelregels/calendar/reckoning.py", _replaced(reckoning, "_back", _moved_back), _BY_LAW
    ),
    "calendar:article-2": Built(
        "spelregels/calendar/atw.py",
        _replaced(reckoning, "at_least_three_days", lambda parts: False),
        "nl/wohv",
    ),
    "calendar:holidays": Built("spelregels/calendar/holidays.py", _without(*_LISTED), "nl/awb"),
    "calendar:good-friday": Built(
        "spelregels/calendar/holidays.py", _without("goede_vrijdag"), "nl/awb"
    ),
    "calendar:decree-days": Built(
        "spelregels/calendar/decree_days.py", _without("gelijkgesteld"), "nl/awb"
    ),
    "calendar:unknown-years": Built(
        "spelregels/calendar/decree_days.py",
        _replaced(atw, "decree_days_known", lambda year: True),
        "nl/awb",
    ),
    "calendar:kings-day": Built(
        "spelregels/calendar/holidays.py", _calendar(_kings_day_on_monday), "nl/awb"
    ),
    "calendar:article-4": Built(
        "spelregels/calendar/atw.py",
        _replaced(reckoning, "within_article_4", lambda term: True),
        "nl/awb",
    ),
    "language:amvb": Built(
        "spelregels/language/lower/parsed.py",
        _layers(RegulatoryLayer.AMVB),
        RegulatoryLayer.AMVB,
    ),
    "language:verordening": Built("spelregels/language/lower/parsed.py", _layers(_BY_LAW), _BY_LAW),
}
