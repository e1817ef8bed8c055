"""May this role do this act on this day; if not, what is missing and when may it (issue 2.2)?"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from spelregels.session import EventRefused, Lawful, NeedKind, Rulebook, Session
from spelregels.session.searching import Search
from tests.session.conftest import WALK, walked

RULES = """\
spelregels: "1"
id: proef
title: Proef
regulatory_layer: VERORDENING
governs: event_date
roles:
  raad: {kind: authority}
  college: {kind: authority}
calendars:
  raadsvergadering: {meetings: [2026-03-26, 2026-04-23], known_until: 2026-12-31}
acts:
  a: {attributes: {soort: text}}
  b:
  c:
  d:
  slot: {ends: true}
terms:
  wachttijd: {begins: a, lasts: 6 weken}
norms:
  - {id: eerst-wachten, before: b, must: wachttijd.verstreken}
  - {id: op-tijd, after: a, must: c, by: college, within: 3 maanden}
  - {id: ooit, after: a, must: c}
  - {id: liefst-niet, never: d, strength: should}
  - {id: alleen-zo, may: d, by: raad, exclusive: true, after: a, within: 2 weken}
"""


def own(tmp_path: Path) -> Session:
    """A session under the made-up rules, after act ``a`` on Wednesday 4 March 2026."""
    path = tmp_path / "proef.yaml"
    path.write_text(RULES, encoding="utf-8")
    header = {"id": "t", "records": "all", "closed": "all", "order": "listed"}
    session = Session.start(Rulebook.load(path), header)
    session.record({"id": "a1", "at": "2026-03-04", "act": "a", "by": "college"})
    return session


def test_a_lead_gives_the_first_lawful_day(book: Rulebook) -> None:
    """Two weeks after the letter of 2 March, not a day earlier."""
    session = walked(book, 2)
    answer = session.preview("raadpleging.geopend", by="college", on=date(2026, 3, 5))
    assert (answer.lawful, answer.may) == (Lawful.UNLAWFUL, False)
    assert [v.norm for v in answer.against] == ["informatie-vooraf"]
    assert answer.days is not None
    assert (answer.days.earliest, answer.days.latest) == (date(2026, 3, 16), None)
    assert answer.days.open_end
    assert answer.days.searched_to == date(2028, 3, 5)


def test_the_days_found_are_the_days_a_record_takes(book: Rulebook) -> None:
    """What preview promises, strict mode does: the eve of the first day is refused, the day not."""
    for day, refused in ((date(2026, 3, 15), True), (date(2026, 3, 16), False)):
        session = walked(book, 2)
        event = {"id": "x", "at": day, "act": "raadpleging.geopend", "by": "college"}
        if refused:
            with pytest.raises(Exception, match="informatie-vooraf"):
                session.record(event)
        else:
            session.record(event)


def test_a_duty_gives_the_last_lawful_day(book: Rulebook) -> None:
    """The reply is due on 9 June; after that it is too late, and still to be done."""
    session = walked(book, 6)
    asked = {"by": "college", "attributes": {"antwoord_op": "e6"}}
    before = session.preview("reactie.gegeven", on=date(2026, 5, 1), **asked)  # type: ignore[arg-type]
    assert before.may is True
    assert [v.norm for v in before.meets] == ["reactie-op-advies"]
    assert before.days is not None
    assert (before.days.earliest, before.days.latest) == (date(2026, 5, 1), date(2026, 6, 9))
    after = session.preview("reactie.gegeven", on=date(2026, 6, 10), **asked)  # type: ignore[arg-type]
    assert (after.lawful, after.may) == (Lawful.TOO_LATE, False)
    assert after.days is not None
    assert (after.days.earliest, after.days.latest) == (None, date(2026, 6, 9))


def test_a_missing_act_is_named_and_no_day_is_guessed(book: Rulebook) -> None:
    """No consultation was closed, no advice given: no lawful day as things stand."""
    session = walked(book, 3)
    answer = session.preview(
        "besluit.genomen",
        by="college",
        on=date(2026, 3, 20),
        outcome="aangenomen",
        attributes={"motivering": "ja"},
    )
    assert answer.may is False
    needs = {need.kind: need.names for need in answer.needs}
    assert needs[NeedKind.ACT] == ("advies.uitgebracht",)
    assert needs[NeedKind.STAGE] == ("te_beslissen",)
    assert answer.days is not None
    assert (answer.days.earliest, answer.days.latest, answer.days.open_end) == (None, None, False)


def test_the_wrong_role_is_told_who_may(book: Rulebook) -> None:
    """The stage's decider is the executive."""
    session = walked(book, 6)
    answer = session.preview(
        "besluit.genomen", by="raad", on=date(2026, 5, 20), outcome="aangehouden"
    )
    assert [v.norm for v in answer.against] == ["@power"]
    assert [(n.kind, n.names) for n in answer.needs if n.names == ("college",)]


def test_a_fact_that_was_not_given_is_named_not_presumed(book: Rulebook) -> None:
    """Though this source is closed, a preview does not say that the reasons are absent."""
    session = walked(book, 6)
    asked = {"by": "college", "on": date(2026, 5, 20), "outcome": "aangenomen"}
    open_ = session.preview("besluit.genomen", **asked)  # type: ignore[arg-type]
    assert (open_.lawful, open_.conditional) == (Lawful.CANNOT_TELL, True)
    assert [(n.kind, n.names) for n in open_.needs] == [(NeedKind.FACT, ("motivering",))]
    given = {"attributes": {"motivering": "advies gevolgd"}}
    assert session.preview("besluit.genomen", **asked, **given).may is True  # type: ignore[arg-type]
    none = {"attributes": {"motivering": None}}
    assert session.preview("besluit.genomen", **asked, **none).may is False  # type: ignore[arg-type]


def test_what_an_act_raises_does_not_forbid_it(book: Rulebook) -> None:
    """Advice may be given; then a reply is due."""
    session = walked(book, 5)
    answer = session.preview("advies.uitgebracht", by="wijkplatform", on=date(2026, 4, 28))
    assert answer.may is True
    assert [(v.norm, v.due) for v in answer.raises] == [("reactie-op-advies", date(2026, 6, 9))]


def test_should_is_advice_not_a_ban(book: Rulebook) -> None:
    """The platform ought to ask its people first; not doing so is told and allowed."""
    session = walked(book, 4)
    answer = session.preview("advies.uitgebracht", by="wijkplatform", on=date(2026, 4, 28))
    assert answer.may is True
    assert [v.norm for v in answer.advice] == ["achterban-voor-advies"]


def test_a_breach_that_is_there_already_is_nobody_elses(book: Rulebook) -> None:
    """The reply is overdue; giving information is lawful all the same."""
    session = walked(book, 6)
    answer = session.preview("informatie.gegeven", by="college", on=date(2026, 8, 1))
    assert answer.may is True


def test_a_term_gives_the_first_day(tmp_path: Path) -> None:
    """Six weeks from 4 March end on 15 April (Atw: a Wednesday); allowed from the 16th."""
    answer = own(tmp_path).preview("b", by="college", on=date(2026, 3, 5))
    assert answer.days is not None
    assert answer.days.earliest == date(2026, 4, 16)
    assert answer.days.open_end


def test_a_power_in_time_gives_both_days(tmp_path: Path) -> None:
    """Two weeks only: from today through 18 March."""
    answer = own(tmp_path).preview("d", by="raad", on=date(2026, 3, 5))
    assert answer.may is True
    assert answer.days is not None
    assert (answer.days.earliest, answer.days.latest) == (date(2026, 3, 5), date(2026, 3, 18))


def test_ending_with_a_duty_open_is_a_breach(tmp_path: Path) -> None:
    """To close is to leave ``c`` undone; once ``c`` is done it may be closed."""
    session = own(tmp_path)
    answer = session.preview("slot", by="raad", on=date(2026, 3, 10))
    assert [v.norm for v in answer.against] == ["ooit"]
    session.record({"id": "c1", "at": "2026-03-09", "act": "c", "by": "college"})
    assert session.preview("slot", by="raad", on=date(2026, 3, 10)).may is True


def test_no_lawful_day_is_said_with_how_far_was_looked(tmp_path: Path) -> None:
    """Two years, never a guess."""
    path = tmp_path / "nooit.yaml"
    path.write_text(RULES.replace("lasts: 6 weken", "lasts: 3 jaar"), encoding="utf-8")
    header = {"id": "t", "records": "all", "order": "listed"}
    session = Session.start(Rulebook.load(path), header)
    session.record({"id": "a1", "at": "2026-03-04", "act": "a", "by": "college"})
    days = session.preview("b", by="college", on=date(2026, 3, 5)).days
    assert days is not None
    assert (days.earliest, days.latest) == (None, None)
    assert days.searched_to - days.searched_from == timedelta(days=731)


@pytest.mark.parametrize("steps", [0, 2, 3, 6])
def test_what_can_happen_agrees_with_asking_for_each(book: Rulebook, steps: int) -> None:
    """The list says of each act what a preview of that act says, days too."""
    session = walked(book, steps)
    on = date(2026, 5, 4)
    for answer in session.possibilities(on=on):
        alone = session.preview(answer.act, by=answer.by, on=on, outcome=answer.outcome)
        assert (alone.lawful, alone.needs) == (answer.lawful, answer.needs), answer.act
        assert answer.days is not None
        assert alone.days is not None
        assert answer.days == alone.days, answer.act


@pytest.mark.parametrize(
    ("act", "by"), [("b", "college"), ("c", "college"), ("d", "raad"), ("slot", "raad")]
)
def test_the_search_finds_what_trying_every_day_finds(tmp_path: Path, act: str, by: str) -> None:
    """Day by day for half a year: the same first day, the same last day."""
    session = own(tmp_path)
    on = date(2026, 3, 5)
    every = [on + timedelta(days=number) for number in range(180)]
    lawful = [d for d in every if session.preview(act, by=by, on=d, days=False).may]
    days = session.preview(act, by=by, on=on).days
    assert days is not None
    assert days.earliest == (lawful[0] if lawful else None)
    last = days.latest if days.latest else days.searched_to if days.open_end else None
    assert (min(last, every[-1]) if last else None) == (lawful[-1] if lawful else None)


def test_a_preview_of_nonsense_is_refused(book: Rulebook) -> None:
    """With the nearest name."""
    with pytest.raises(EventRefused) as refused:
        walked(book, 1).preview("raadpleging.geopent", by="college", on=date(2026, 3, 5))
    assert refused.value.problems[0].suggestion == "raadpleging.geopend"


def test_what_a_stage_lists_can_happen_there(book: Rulebook) -> None:
    """An act under `also` is on the list of what can happen now; elsewhere nobody speaks of it."""
    begin = walked(book, 0).possibilities(on=date(2026, 3, 1), days=False)
    told = {answer.act: answer for answer in begin}
    assert told["kaders.bekendgemaakt"].lawful is Lawful.LAWFUL
    assert not told["kaders.bekendgemaakt"].untouched
    assert told["inbreng.gegeven"].untouched


@pytest.mark.parametrize("steps", range(len(WALK) + 1))
def test_a_search_that_is_not_made_would_have_found_nothing(
    book: Rulebook, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where another act must come first no day is looked for; the answer is the same."""
    session, on = walked(book, steps), date(2026, 5, 4)
    quick = [answer.days for answer in session.possibilities(on=on)]
    monkeypatch.setattr(Search, "_waits_for_an_act", lambda *_: False)
    assert [answer.days for answer in session.possibilities(on=on)] == quick
