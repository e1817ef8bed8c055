"""What holds for every term, 1990-2100 (issue 1.3). The oracle searches; it does not step."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from spelregels.calendar import decree_days_known, is_free_day, reckon
from spelregels.calendar.reckoning import _reckoned_before
from spelregels.model.terms import Duration, Step
from spelregels.model.words import CountFrom, Regime, Unit

from .strategies import days, durations

quick = settings(max_examples=250, deadline=None)
SAME, NEXT = CountFrom.SAME_DAY, CountFrom.NEXT_DAY
ONE_DAY = timedelta(days=1)
count_froms = st.sampled_from(CountFrom)
regimes = st.sampled_from(Regime)
CALENDAR_UNITS = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
LIMITS = {Unit.DAY: 90, Unit.WEEK: 12, Unit.MONTH: 3, Unit.YEAR: 0}


def ordinary_days(first: date, last: date, extra: Collection[date] = ()) -> int:
    span = [first + timedelta(days=i) for i in range((last - first).days + 1)]
    return sum(not is_free_day(day, extra) for day in span)


def by_search(first: date, raw: date, term: Duration, extra: Collection[date] = ()) -> date:
    """Atw 1, 2 and 4 as a condition: the earliest day from the raw one that meets them all."""
    if term.amount > LIMITS[term.unit]:
        return raw
    needs_two = term.unit is not Unit.DAY or term.amount >= 3
    for later in range(60):
        day = raw + timedelta(days=later)
        if is_free_day(day, extra):
            continue
        if not needs_two or ordinary_days(first, day, extra) >= 2:
            return day
    raise AssertionError("no such day")


@quick
@given(days(), durations(CALENDAR_UNITS), count_froms)
def test_the_atw_gives_the_earliest_day_that_meets_its_conditions(
    start: date, term: Duration, count_from: CountFrom
) -> None:
    """Atw 1, 2, 4: never before the raw day, an ordinary day, two ordinary days, and no later."""
    found = reckon(start, term, count_from=count_from, regime=Regime.ATW)
    assert found.last_day == by_search(found.first_day, found.raw_last_day, term)
    assert found.last_day >= found.raw_last_day


@quick
@given(days(), durations(CALENDAR_UNITS), count_froms)
def test_latest_is_the_worst_that_one_unknown_decree_day_can_do(
    start: date, term: Duration, count_from: CountFrom
) -> None:
    """Decree days (M-Terms): every single further free day in an unknown year stays within it."""
    found = reckon(start, term, count_from=count_from, regime=Regime.ATW)
    assume((found.last_day - found.first_day).days < 120)
    span = [
        found.first_day + timedelta(days=i)
        for i in range((found.last_day - found.first_day).days + 1)
    ]
    unknown = [day for day in span[-10:] if not decree_days_known(day.year)]
    ends = [by_search(found.first_day, found.raw_last_day, term, {day}) for day in unknown]
    assert found.latest == max(ends, default=found.last_day)


@quick
@given(days(), st.integers(1, 15), count_froms, st.booleans())
def test_working_days_are_counted_one_by_one(
    start: date, amount: int, count_from: CountFrom, backwards: bool
) -> None:
    """Working days: so many ordinary days from day one up to the last day, which is one itself."""
    found = reckon(
        start,
        Duration(amount, Unit.WORKING_DAY),
        count_from=count_from,
        regime=Regime.CALENDAR,
        backwards=backwards,
    )
    one, other = sorted((found.first_day, found.raw_last_day))
    assert ordinary_days(one, other) == amount
    assert not is_free_day(found.raw_last_day)
    assert found.latest is not None and found.last_day <= found.latest


@quick
@given(days(), st.integers(0, 40), durations((*CALENDAR_UNITS, Unit.WORKING_DAY)), regimes)
def test_a_later_start_never_ends_earlier(
    start: date, later: int, term: Duration, regime: Regime
) -> None:
    """Monotone in the start, for the last day and for the latest."""
    one = reckon(start, term, regime=regime)
    other = reckon(start + timedelta(days=later), term, regime=regime)
    assert one.last_day <= other.last_day


@quick
@given(days(), durations((Unit.DAY, Unit.WEEK)), regimes, count_froms)
def test_a_longer_term_never_ends_earlier_within_article_4(
    start: date, term: Duration, regime: Regime, count_from: CountFrom
) -> None:
    """Only across the limit of article 4 may one day more end earlier."""
    assume(term.amount < LIMITS[term.unit])
    longer = Duration(term.amount + 1, term.unit)
    one = reckon(start, term, regime=regime, count_from=count_from)
    other = reckon(start, longer, regime=regime, count_from=count_from)
    assert one.last_day <= other.last_day


@quick
@given(days(), durations(), regimes, count_froms, st.booleans())
def test_backwards_is_never_moved(
    start: date, term: Duration, regime: Regime, count_from: CountFrom, clear: bool
) -> None:
    """Atw 1 lid 2: the same day under every regime; days and weeks are a plain subtraction."""
    options = {"count_from": count_from, "backwards": True, "clear_days": clear}
    found = reckon(start, term, regime=regime, **options)  # type: ignore[arg-type]
    plain = reckon(start, term, regime=Regime.CALENDAR, **options)  # type: ignore[arg-type]
    assert (found.last_day, found.latest) == (plain.last_day, plain.latest)
    if term.unit in (Unit.DAY, Unit.WEEK):
        back = term.amount * (7 if term.unit is Unit.WEEK else 1)
        correction = clear - (count_from is SAME)
        assert found.last_day == start - timedelta(days=back + correction)


@quick
@given(days(), durations((Unit.MONTH, Unit.YEAR)))
def test_months_keep_the_day_number_or_stop_at_the_end(start: date, term: Duration) -> None:
    """Month sums: the same number in the right month, or the last day of that month."""
    months = term.amount * (12 if term.unit is Unit.YEAR else 1)
    for backwards in (False, True):
        raw = reckon(start, term, regime=Regime.CALENDAR, backwards=backwards).last_day
        passed = (raw.year - start.year) * 12 + raw.month - start.month
        assert passed == (-months if backwards else months)
        assert raw.day == start.day or (raw.day < start.day and (raw + ONE_DAY).month != raw.month)


@quick
@given(days(), durations(CALENDAR_UNITS), regimes)
def test_from_the_same_day_is_one_day_less(start: date, term: Duration, regime: Regime) -> None:
    """M-Terms: where the start day is day one, the raw last day is one day earlier."""
    same = reckon(start, term, count_from=SAME, regime=regime)
    following = reckon(start, term, count_from=NEXT, regime=regime)
    assert same.raw_last_day == following.raw_last_day - ONE_DAY
    assert same.first_day == start == following.first_day - ONE_DAY


@quick
@given(days(), durations(), count_froms)
def test_without_a_stated_regime_both_stand(
    start: date, term: Duration, count_from: CountFrom
) -> None:
    """Issue 1.3: the plain day and the moved one; in doubt exactly where they differ."""
    both = reckon(start, term, count_from=count_from, regime=Regime.NOT_STATED)
    plain = reckon(start, term, count_from=count_from, regime=Regime.CALENDAR)
    moved = reckon(start, term, count_from=count_from, regime=Regime.ATW)
    assert both.last_day == plain.last_day
    assert both.latest == moved.latest
    assert ("regime_not_stated" in both.doubts) == (plain.last_day != moved.last_day)


@quick
@given(days(), durations(), regimes, count_froms, st.booleans(), st.integers(0, 30))
def test_the_trace_leads_to_the_last_day(
    start: date, term: Duration, regime: Regime, count_from: CountFrom, back: bool, pause: int
) -> None:
    """Issue 1.3: every date explains itself, step by step, and the same way each time."""
    options = {"backwards": back, "suspended_days": 0 if back else pause}
    ask = lambda: reckon(start, term, count_from=count_from, regime=regime, **options)  # type: ignore[arg-type]  # noqa: E731
    found = ask()
    assert found.steps[0].step is Step.START and found.steps[0].day == start
    assert found.steps[-1].step is Step.ACT_FROM
    assert found.steps[-1].day == found.act_from == found.last_day + ONE_DAY
    assert found.steps[-2].day == found.last_day
    assert any(step.day == found.raw_last_day for step in found.steps)
    assert bool(found.doubts) == (found.latest != found.last_day)
    assert {reading.question for reading in found.readings} <= set(found.open_questions)
    _reckoned_before.cache_clear()
    assert ask() == found


@quick
@given(days(), durations(CALENDAR_UNITS), st.integers(0, 60), durations(CALENDAR_UNITS))
def test_the_atw_is_applied_once_and_last(
    start: date, term: Duration, pause: int, more: Duration
) -> None:
    """M-Terms: extensions and suspensions lengthen the raw day; only the end of it all moves."""
    found = reckon(start, term, regime=Regime.ATW, extensions=[more], suspended_days=pause)
    plain = reckon(start, term, regime=Regime.CALENDAR, extensions=[more], suspended_days=pause)
    assert found.raw_last_day == plain.last_day
    stretched = reckon(plain.last_day, Duration(2, Unit.DAY), regime=Regime.ATW, count_from=SAME)
    assert found.last_day <= max(found.raw_last_day, stretched.last_day) + timedelta(days=7)
    if any(part.amount > LIMITS[part.unit] for part in (term, more)):
        assert found.last_day == found.raw_last_day
    else:
        assert not is_free_day(found.last_day)
