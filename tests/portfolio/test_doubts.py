"""What is not known, one thing at a time: never clean, and never more doubt than there is (P1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from spelregels.model.portfolio import PortfolioRules
from spelregels.model.portfolio_found import Reason, What
from spelregels.model.registers import Area
from spelregels.model.trajectory import Trajectory
from spelregels.model.words import Certainty, How, Level, Order, Word
from spelregels.portfolio import Member, evaluate
from tests.portfolio.given import AS_OF, event, judged, norm, registers, rules, trajectory, words

TOLD = event("i", "informatie.gegeven", "2026-02-01", by="raad")
ENDED = event("b", "besluit.genomen", "2026-03-01", by="raad", outcome="aangenomen", locatie="A")


def asked(name: str, day: str, who: str | None = "p1", **more: object) -> Trajectory:
    made = event("u", "uitnodiging.verstuurd", day, by="raad", persoon=who, **more)
    return trajectory(name, [made])


def test_a_vague_day_far_away_leaves_no_doubt() -> None:
    """P7: two in March is the limit; one more somewhere in June is not within a month of both."""
    two = [asked("a", "2026-03-02"), asked("b", "2026-03-20")]
    assert judged("vragen", *two, asked("c", "2026-06")).word is Word.KEPT
    assert judged("vragen", *two, asked("c", "2026-04")).word is Word.CANNOT_TELL
    assert judged("vragen", *two, asked("c", "2026-03")).word is Word.BROKEN


def test_a_planned_invitation_may_not_have_been_sent() -> None:
    """P1: it leaves a doubt, and never makes a breach."""
    two = [asked("a", "2026-03-02"), asked("b", "2026-03-20")]
    plan = asked("c", "2026-03-21", certainty=Certainty.PLANNED)
    assert judged("vragen", *two, plan).word is Word.CANNOT_TELL


def test_windows_that_share_days_are_one_finding() -> None:
    """P7: every week for ten weeks is one time of too much, with the most in one window."""
    days = [date(2026, 3, 2).fromordinal(date(2026, 3, 2).toordinal() + 7 * n) for n in range(10)]
    events = [event(f"u{n}", "uitnodiging.verstuurd", d, persoon="p1") for n, d in enumerate(days)]
    (finding,) = judged("vragen", trajectory("a", events)).findings
    assert (finding.first, finding.last) == (days[0], days[-1])
    assert finding.figures[0].low == 5


def test_an_end_that_is_not_recorded() -> None:
    """P2: it surely ran while things were recorded in it; after that it may run still."""
    acts = set(words().acts) - {"besluit.genomen", "traject.afgesloten"}
    early = trajectory(
        "a", [TOLD, event("r", "reactie.gegeven", "2026-02-20", by="raad")], records=acts
    )
    during = trajectory("b", [event("x", "informatie.gegeven", "2026-02-10", by="raad")])
    after = trajectory("b", [event("x", "informatie.gegeven", "2026-03-10", by="raad")])
    # the source of the first would show coordination, were there any
    assert judged("kruisen", early, during).word is Word.BROKEN
    (finding,) = judged("kruisen", early, after).findings
    assert (finding.word, finding.trajectories) == (Word.CANNOT_TELL, ("a",))
    assert [lack.what for lack in finding.lacks] == [What.END]


def test_coordination_that_would_not_be_shown() -> None:
    """P5: if one of the two does not record it, it may have been."""
    acts = set(words().acts) - {"afstemming.gedaan"}
    hidden = trajectory("a", [TOLD], records=acts)
    (finding,) = judged("kruisen", hidden, trajectory("b", [TOLD])).findings
    assert (finding.word, finding.reason) == (Word.CANNOT_TELL, Reason.COORDINATION_UNKNOWN)
    assert [(lack.owner, lack.how) for lack in finding.lacks] == [("a", How.NOT_RECORDED)]
    met = event("c", "afstemming.gedaan", "2026-02-02", by="raad", met=("a",))
    assert judged("kruisen", hidden, trajectory("b", [TOLD, met])).word is Word.KEPT


def test_what_meets_in_an_area_meets_in_its_parts() -> None:
    """P5: a plan for the town crosses one for each of two quarters, which do not cross."""
    town = trajectory("stad", [TOLD], area="Stad")
    quarters = [trajectory(name, [TOLD], area=name) for name in ("Kade", "Dorp")]
    found = judged("kruisen", town, *quarters).findings
    assert [f.trajectories for f in found] == [("Dorp", "stad"), ("Kade", "stad")]


def test_a_name_outside_the_register_may_lie_anywhere() -> None:
    """P3: the same name is the same place; another name may be a part of it."""
    here, there = trajectory("a", [TOLD], area="Ergens"), trajectory("b", [TOLD], area="Ergens")
    broken = judged("kruisen", here, there)
    assert broken.word is Word.BROKEN
    elsewhere = replace(there, header={**there.header, "area.name": "Dorp"})
    (finding,) = judged("kruisen", here, elsewhere).findings
    assert finding.lacks[0].what is What.AREA_NOT_IN_REGISTER
    other_town = [replace(t, header={**t.header, "municipality": t.id}) for t in (here, elsewhere)]
    assert judged("kruisen", *other_town).findings == ()


def test_one_day_without_a_stated_order() -> None:
    """P14, M2: told on the day of the decision: before it, or after? Listed, it is known."""
    same_day = replace(TOLD, at=ENDED.at)
    log = trajectory(
        "a", [same_day, ENDED], level=Level.INFORMEREN, affected=("Haven",), informed=("Haven",)
    )
    assert judged("beloofd", log).word is Word.KEPT
    assert judged("beloofd", replace(log, order=Order.UNKNOWN)).word is Word.CANNOT_TELL


def test_taken_and_laid_down_on_one_day() -> None:
    """P6, M2: without a stated order the lead may have been kept; listed, nobody has it."""
    taken = event("r1", "regie.gekregen", "2026-02-01", by="raad")
    laid = event("r2", "regie.neergelegd", "2026-02-01", by="raad")
    log = trajectory("a", [taken, laid])
    assert judged("regie", log).word is Word.BROKEN
    (finding,) = judged("regie", replace(log, order=Order.UNKNOWN)).findings
    assert (finding.word, finding.lacks[0].how) == (Word.CANNOT_TELL, How.ORDER_UNKNOWN)


def test_a_reply_that_came_first_answers_nothing() -> None:
    """P14, M8: an answer without a link counts only for what was there to be answered."""
    asks = event("v", "inbreng.gegeven", "2026-02-10", by="bewoners")
    places = {"affected": ("Haven",), "informed": ("Haven",)}
    for day, word in (("2026-02-05", Word.BROKEN), ("2026-02-15", Word.KEPT)):
        reply = event("r", "reactie.gegeven", day, by="raad", antwoord_op=None)
        log = trajectory("a", [TOLD, asks, reply, ENDED], level=Level.RAADPLEGEN, **places)
        assert judged("beloofd", log).word is word


def test_input_that_would_not_be_shown_may_be_unanswered() -> None:
    """P14, M9: consulted, and every input that is shown answered; others may have been given."""
    opened = event("o", "raadpleging.geopend", "2026-02-03", by="raad")
    acts = set(words().acts) - {"inbreng.gegeven"}
    places = {"affected": ("Haven",), "informed": ("Haven",)}
    log = trajectory("a", [TOLD, opened, ENDED], level=Level.RAADPLEGEN, **places)
    assert judged("beloofd", log).word is Word.KEPT
    hidden = replace(log, records=frozenset(acts))
    assert judged("beloofd", hidden).word is Word.CANNOT_TELL


def test_what_only_may_have_begun_is_not_found_wrong() -> None:
    """P8: one planned event and nothing else: whether it began is not known."""
    plan = replace(TOLD, certainty=Certainty.PLANNED)
    log = trajectory("a", [plan], affected=("Haven",), informed=())
    (finding,) = judged("verteld", log).findings
    assert (finding.word, finding.lacks[0].what) == (Word.CANNOT_TELL, What.BEGIN)


def test_an_appointment_of_nobody_knows_whom() -> None:
    """P12: it may change any body, so nothing is said for sure."""
    begin = {"persoon": "p1", "orgaan": "platform"}
    long = event("l1", "lid.benoemd", "2015-01-01", by="raad", **begin)
    hazy = event("l2", "lid.benoemd", "2026-01-01", by="raad", orgaan="platform")
    assert judged("zittend", trajectory("a", [long], closed=False)).word is Word.BROKEN
    log = trajectory("a", [long, hazy], closed=False)
    assert judged("zittend", log).word is Word.CANNOT_TELL


def test_corrected_events_do_not_count() -> None:
    """M15: from the day a correction was recorded, the corrected event does not exist."""
    wrong = event("u1", "uitnodiging.verstuurd", "2026-03-02", by="raad", persoon="p1")
    right = replace(
        event("u2", "uitnodiging.verstuurd", "2026-05-20", by="raad", persoon="p1"),
        corrects="u1", recorded=date(2026, 6, 1),
    )  # fmt: skip
    others = [asked("b", "2026-03-03"), asked("c", "2026-03-04")]
    log = trajectory("a", [wrong, right])
    assert judged("vragen", log, *others).word is Word.KEPT
    assert judged("vragen", log, *others, as_of=date(2026, 5, 31)).word is Word.BROKEN


def test_nothing_to_judge_is_said_so() -> None:
    """P16: no trajectories, or none with events: no verdict at all."""
    for some in ((), (trajectory("a", []),)):
        for one in rules().norms:
            if one.id not in ("afspiegeling", "zittend"):
                assert judged(one.id, *some).word is None, one.id


@pytest.mark.parametrize("number", [2_000])
def test_many_are_judged_in_a_breath(number: int) -> None:
    """3.5: a sweep, not all pairs; nothing is timed here, but pairs would not finish."""
    areas = {f"buurt {n}": Area(f"buurt {n}", part_of="Stad") for n in range(200)}
    known = replace(registers(), areas={"Stad": Area("Stad"), **areas})
    some = [
        trajectory(f"t{n}", [TOLD, replace(ENDED, at=TOLD.at)], area=f"buurt {n % 200}")
        for n in range(number)
    ]
    own = rules()
    only = PortfolioRules(
        id=own.id, title=own.title, words=own.words, ends=own.ends, norms=(norm("kruisen"),)
    )
    (result,) = evaluate([only], [Member(t, words()) for t in some], known, AS_OF)
    assert len(result.findings) == 200
    assert {len(f.trajectories) for f in result.findings} == {number // 200}
