"""What a portfolio gives for pictures beside its findings (3.8): the same facts, counted."""

from __future__ import annotations

from collections import Counter
from datetime import date

from spelregels.model.portfolio_found import AreaTold, Reason
from spelregels.model.trajectory import Event
from tests.portfolio.given import AS_OF, event, judged, trajectory


def asked(who: str, *days: str) -> list[Event]:
    return [
        event(f"{who}{n}", "uitnodiging.verstuurd", day, by="raad", persoon=who, kanaal=("brief",))
        for n, day in enumerate(days)
    ]


def test_loads_count_persons_by_the_most_in_any_one_window() -> None:
    """P7: not by all they were asked; those above the limit are those of the findings."""
    result = judged(
        "vragen",
        trajectory("a", asked("p1", "2026-01-01", "2026-01-20", "2026-03-01", "2026-05-01")),
        trajectory("b", asked("p2", "2026-01-05", "2026-01-06", "2026-02-04")),
        trajectory("c", [*asked("p3", "2026-02-01"), *asked("p4", "2026-02")]),
    )
    assert result.loads == {2: 1, 3: 1, 1: 2}
    found = Counter(int(one.figures[0].low) for one in result.findings)
    assert {times: n for times, n in result.loads.items() if times > 2} == found


def test_areas_are_told_one_by_one() -> None:
    """P8, P9: an area that was reached counts as such, also where another was not."""
    told = trajectory("a", asked("p", "2026-02-01"), affected=("Kade", "Dorp"), informed=("Haven",))
    unknown = trajectory("b", asked("p", "2026-02-01"), affected=("Kade",), closed=False)
    result = judged("verteld", told, unknown)
    assert set(result.areas) == {AreaTold("Kade", told=1, unknown=1), AreaTold("Dorp", missed=1)}
    assert [one.reason for one in result.findings] == [
        Reason.NOT_INFORMED,
        Reason.INFORMED_UNKNOWN,
    ]
    aware = event("i", "informatie.gegeven", "2026-03-01", by="raad", kanaal=("brief", "app"))
    reached = judged("bereikt", trajectory("a", [aware], affected=("Kade", "Dorp")))
    assert set(reached.areas) == {AreaTold("Kade", told=1), AreaTold("Dorp", unknown=1)}


def test_runs_are_those_that_crossings_are_judged_by() -> None:
    """P2: through the first act that ends it; else through the day of judging."""
    start = event("e", "besluit.genomen", "2026-02-01", outcome="aangehouden")
    end = event("z", "besluit.genomen", "2026-04-01", outcome="aangenomen")
    result = judged("kruisen", trajectory("a", [start, end]), trajectory("b", [start]))
    (finding,) = result.findings
    ends = {name: date.fromordinal(run.sure_to) for name, run in result.runs.items()}
    assert ends == {"a": date(2026, 4, 1), "b": AS_OF}
    assert finding.last == min(ends.values())
    assert judged("kruisen", trajectory("c", [])).runs == {}
