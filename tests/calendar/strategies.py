"""Days and terms near the edges: weekends, holidays, decree days, 29 February, year ends."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from spelregels.calendar import holidays_of
from spelregels.model.terms import Duration
from spelregels.model.words import Unit

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)

_EDGES = [
    day
    for year in range(1990, 2101)
    for day in (
        *(holiday.day for holiday in holidays_of(year)),
        date(year, 12, 31),
        date(year, 3, 1) - timedelta(days=1),
        date(year, 1, 31),
    )
]


def days() -> st.SearchStrategy[date]:
    """Mostly within a week of an edge, or some weeks before it, so that terms end there."""
    near = st.builds(
        lambda edge, off, weeks: edge + timedelta(days=off, weeks=-weeks),
        st.sampled_from(_EDGES),
        st.integers(-6, 4),
        st.sampled_from([0, 0, 0, 1, 2, 6, 12]),
    )
    return st.one_of(near, near, st.dates(FIRST, LAST))


def durations(units: tuple[Unit, ...] = tuple(Unit)) -> st.SearchStrategy[Duration]:
    """Short terms and those around the limits of article 4."""
    amounts = {
        Unit.DAY: st.one_of(st.integers(1, 6), st.sampled_from([7, 14, 42, 89, 90, 91, 200])),
        Unit.WORKING_DAY: st.one_of(st.integers(1, 12), st.sampled_from([59, 60, 61])),
        Unit.WEEK: st.sampled_from([1, 2, 3, 4, 6, 8, 11, 12, 13, 26]),
        Unit.MONTH: st.sampled_from([1, 2, 3, 4, 6, 12, 13]),
        Unit.YEAR: st.sampled_from([1, 2, 4]),
    }
    return st.one_of([st.builds(Duration, amounts[unit], st.just(unit)) for unit in units])
