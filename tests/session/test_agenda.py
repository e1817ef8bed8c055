"""What is due, by whom, when, under which article; as data and as iCalendar (issue 2.2)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from spelregels.model.problem import InputRefused
from spelregels.report.layout import Style
from spelregels.session import AgendaKind, Rulebook, Session
from spelregels.session.agenda import agenda
from spelregels.session.icalendar import agenda_ics, escaped, folded, read_components
from spelregels.session.plain import agenda_json
from spelregels.session.telling import agenda_text
from spelregels.session.weighing import Weighing
from tests.session.conftest import HEADER, WALK, walked

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


def ics(session: Session, on: date, previous: str = "", language: str = "nl") -> str:
    """The calendar of one session."""
    weighing = Weighing(session.book.judging(), session.trajectory)
    agendas = [(weighing, on, agenda(weighing, on))]
    return agenda_ics(agendas, session.book.ruleset, language, stamp=NOW, previous=previous)


def test_a_duty_stands_on_the_agenda_until_it_is_done(book: Rulebook) -> None:
    """Due, overdue, gone; the same uid as long as it is there."""
    session = walked(book, 6)
    (due,) = session.agenda(on=date(2026, 5, 1), later=False)
    assert (due.kind, due.day, due.by) == (AgendaKind.DUE, date(2026, 6, 9), ("college",))
    assert (due.act, due.verdict.norm) == ("reactie.gegeven", "reactie-op-advies")
    (over,) = session.agenda(on=date(2026, 6, 10), later=False)
    assert (over.kind, over.day, over.uid) == (AgendaKind.OVERDUE, date(2026, 6, 9), due.uid)
    reply = {"id": "e7", "at": "2026-06-11", "act": "reactie.gegeven", "by": "college"}
    session.record({**reply, "antwoord_op": "e6"})
    assert session.agenda(on=date(2026, 6, 11), later=False) == ()


def test_what_is_possible_only_later_stands_there_too(book: Rulebook) -> None:
    """The consultation may be opened from 16 March."""
    session = walked(book, 2)
    (item,) = session.agenda(on=date(2026, 3, 5))
    assert (item.kind, item.act) == (AgendaKind.POSSIBLE_FROM, "raadpleging.geopend")
    assert item.day == date(2026, 3, 16)
    assert item.verdict.norm == "informatie-vooraf"
    assert session.agenda(on=date(2026, 3, 16)) == ()


def test_two_trajectories_have_their_own_uids(book: Rulebook) -> None:
    """So that one calendar can hold both."""
    uids = set()
    for name in ("een", "twee"):
        session = Session.start(book, {**HEADER, "id": name})
        for event in WALK:
            session.record(event)
        uids |= {item.uid for item in session.agenda(on=date(2026, 5, 1))}
    assert len(uids) == 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_text_and_json_name_norm_article_bearer_and_day(book: Rulebook, language: str) -> None:
    """In both languages."""
    session = walked(book, 6)
    on = date(2026, 5, 1)
    weighing = Weighing(book.judging(), session.trajectory)
    agendas = [(weighing, on, agenda(weighing, on))]
    text = " ".join("\n".join(agenda_text(agendas, book.ruleset, language, Style())).split())
    assert "2026" in text
    assert "reactie-op-advies" in text
    assert "2.3" in text
    (item,) = agenda_json(agendas, book.ruleset, language)["trajectories"][0]["items"]  # type: ignore[index,call-overload]
    assert item["article"]["article"] == "keuze 2.3"
    assert (item["day"], item["by"], item["trigger"]) == ("2026-06-09", ["college"], "e6")


SUPPORT = """
spelregels: "1"
id: proef/steun
title: Steun
regulatory_layer: VERORDENING
governs: not_stated
roles: {bewoners: {kind: residents}}
facts: {kiezers: integer}
acts:
  steunbetuiging.gedaan: {attributes: {bedrag: money}}
norms:
  - {id: minstens, count: steunbetuiging.gedaan,
     at_least: {lowest_of: [{share: 1%, of: kiezers}, 25]}}
  - {id: hoogstens, count: steunbetuiging.gedaan, at_most: {share: 50%, of: kiezers}}
  - {id: samen, count: steunbetuiging.gedaan, sum: bedrag, at_most: kiezers}
"""


def test_a_number_that_is_worked_out_is_a_duty_like_any_number(tmp_path: Path) -> None:
    """1% of the voters still to be reached stands on the agenda; a ceiling asks nothing."""
    path = tmp_path / "steun.yaml"
    path.write_text(SUPPORT, encoding="utf-8")
    header = {**HEADER, "facts": {"kiezers": 200}}
    session = Session.start(Rulebook.load(path), header)
    session.record({"id": "e1", "at": "2026-03-02", "act": "steunbetuiging.gedaan", "bedrag": 5})
    (item,) = session.agenda(on=date(2026, 5, 1), later=False)
    assert (item.kind, item.verdict.norm) == (AgendaKind.UNDATED, "minstens")
    session.record({"id": "e2", "at": "2026-03-03", "act": "steunbetuiging.gedaan", "bedrag": 5})
    assert session.agenda(on=date(2026, 5, 1), later=False) == ()


# --- iCalendar ---------------------------------------------------------------------------------


def test_lines_end_in_crlf_and_are_never_longer_than_75_octets(book: Rulebook) -> None:
    """RFC 5545 3.1."""
    text = ics(walked(book, 6), date(2026, 5, 1))
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")
    assert all("\n" not in line and "\r" not in line for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75


def test_folding_cuts_no_letter_and_unfolds_to_the_same() -> None:
    """Also where every letter takes several octets."""
    line = "SUMMARY:" + "€ë—" * 60
    parts = folded(line).split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


def test_text_is_escaped() -> None:
    """RFC 5545 3.3.11; control characters do not get in."""
    assert escaped("a;b,c\\d\ne\r\x00\x1b") == "a\\;b\\,c\\\\d\\ne"


def test_an_event_has_what_the_standard_asks(book: Rulebook) -> None:
    """UID, DTSTAMP, DTSTART; an alarm with action, trigger and description; balanced."""
    text = ics(walked(book, 6), date(2026, 5, 1))
    assert text.count("BEGIN:") == text.count("END:") == 4
    (event,) = read_components(text)
    assert event.kind == "VEVENT"
    assert re.fullmatch(r"[0-9a-f]{32}@spelregels", event.value("UID"))
    assert event.value("DTSTAMP") == "20260501T120000Z"
    assert (event.value("DTSTART"), event.value("DTEND")) == ("20260609", "20260610")
    assert (event.value("SEQUENCE"), event.value("STATUS")) == ("0", "CONFIRMED")
    assert [line for line in event.lines if line.startswith("TRIGGER")] == [
        "TRIGGER:-P7D",
        "TRIGGER:-P1D",
    ]


def test_what_falls_away_is_cancelled_with_a_higher_sequence(book: Rulebook) -> None:
    """Given the calendar written before; and it is not counted up again after that."""
    session = walked(book, 6)
    first = ics(session, date(2026, 5, 1))
    assert ics(session, date(2026, 5, 2), first) == first
    late = ics(session, date(2026, 6, 20), first)
    (changed,) = read_components(late)
    assert changed.value("SEQUENCE") == "1"
    assert changed.value("SUMMARY").startswith("TE LAAT")
    reply = {"id": "e7", "at": "2026-06-21", "act": "reactie.gegeven", "by": "college"}
    session.record({**reply, "antwoord_op": "e6"})
    gone = ics(session, date(2026, 6, 21), late)
    (cancelled,) = read_components(gone)
    assert cancelled.value("UID") == changed.value("UID")
    assert (cancelled.value("STATUS"), cancelled.value("SEQUENCE")) == ("CANCELLED", "2")
    assert "BEGIN:VALARM" not in gone
    assert ics(session, date(2026, 6, 22), gone) == gone


def test_no_person_is_named(book: Rulebook) -> None:
    """Who did it, titles and notes stay out; roles are in."""
    session = Session.start(book, {**HEADER, "title": "Zaak van mevrouw Jansen"})
    for event in WALK[:5]:
        session.record(event)
    advice = {**WALK[5], "by": "P. Jansen", "as": "wijkplatform", "note": "belde met Jansen"}
    session.record(advice)
    text = ics(session, date(2026, 5, 1))
    on = date(2026, 5, 1)
    weighing = Weighing(book.judging(), session.trajectory)
    told = "\n".join(
        agenda_text([(weighing, on, agenda(weighing, on))], book.ruleset, "nl", Style())
    )
    assert "college" in text
    assert "Jansen" not in text.replace("\r\n ", "")
    assert "Jansen" not in told


def test_what_could_begin_is_not_called_off_on_the_day_itself(book: Rulebook) -> None:
    """Its day has come, so it left the agenda; in the calendar it stays what it was."""
    session = walked(book, 2)
    first = ics(session, date(2026, 3, 5))
    assert "Mag vanaf vandaag" in first.replace("\r\n ", "")
    assert ics(session, date(2026, 3, 16), first) == first
    session.record({"id": "e9", "at": "2026-03-06", "act": "voorstel.ingetrokken"})
    assert "STATUS:CANCELLED" in ics(session, date(2026, 3, 7), first)


def test_other_trajectories_in_a_calendar_are_left_as_they_are(book: Rulebook) -> None:
    """One calendar for all: asking for one trajectory says nothing about another."""
    one, two = (Session.start(book, {**HEADER, "id": name}) for name in ("een", "twee"))
    for event in WALK:
        one.record(event)
        two.record(event)
    on = date(2026, 5, 1)
    first = ics(one, on, ics(two, on))
    assert first.count("BEGIN:VEVENT") == 2 and "CANCELLED" not in first
    two.record({"id": "e9", "at": on, "act": "voorstel.ingetrokken"})
    gone = ics(two, on, first)
    assert {c.value("CATEGORIES"): c.value("STATUS") for c in read_components(gone)} == {
        "een": "CONFIRMED",
        "twee": "CANCELLED",
    }


FOREIGN = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{maker}\r\n{body}END:VCALENDAR\r\n"
DENTIST = "BEGIN:VEVENT\r\nUID:1@tandarts\r\nSUMMARY:tandarts\r\nEND:VEVENT\r\n"
OURS = "-//spelregels//agenda 1//NL"


@pytest.mark.parametrize(
    "previous",
    [
        "zomaar een tekst",
        FOREIGN.format(maker="-//iemand//anders//NL", body=""),
        FOREIGN.format(maker=OURS, body=DENTIST),
        FOREIGN.format(maker=OURS, body=DENTIST.replace("tandarts", "spelregels\r\nATTACH:x")),
    ],
)
def test_a_calendar_of_somebody_else_is_refused(book: Rulebook, previous: str) -> None:
    """Appointments that are not ours are neither cancelled nor copied."""
    with pytest.raises(InputRefused):
        ics(walked(book, 6), date(2026, 5, 1), previous)


def test_a_number_nobody_can_count_to_begins_anew(book: Rulebook) -> None:
    """A calendar that was tampered with is no traceback."""
    first = ics(walked(book, 6), date(2026, 5, 1))
    huge = first.replace("SEQUENCE:0", "SEQUENCE:" + "9" * 5000)
    assert "SEQUENCE:1" in ics(walked(book, 6), date(2026, 6, 20), huge)
