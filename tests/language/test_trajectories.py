"""Trajectories as text (issue 1.4): every key, every form of a moment, data errors, refusals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from spelregels.language import parse_yaml, trajectories_from_node, trajectory_from_node
from spelregels.language.trajectories import trajectories_from_yaml
from spelregels.model.trajectory import Closed, PersonRole, Trajectory, When
from spelregels.model.words import Certainty, Level, Order, Precision
from tests.language.texts import FULL_LOG, place, problems_of, unmarked


def read(text: str) -> Trajectory:
    return trajectory_from_node(parse_yaml(text, "t.yaml"), source="t.yaml")


def moment(written: str, zone: str = "") -> When:
    header = f"time_zone: {zone}\n" if zone else ""
    text = f"id: t\nrecords: all\n{header}events:\n  - {{at: {written}, act: a.b}}\n"
    return read(text).events[0].at


def day(text: str, minute: int | None = None) -> When:
    precision = Precision.DAY if minute is None else Precision.MINUTE
    return When(precision, date.fromisoformat(text), minute)


def test_every_key_is_read() -> None:
    log = read(FULL_LOG)
    assert (log.id, log.ruleset, log.title) == ("haven", "voorbeeld/proef", "Plek voor jongeren")
    assert log.level is Level.MEEBESLISSEN
    assert log.competent_authority == "raad"
    assert log.header == {
        "topic": "voorzieningen",
        "competent_authority": "raad",
        "municipality": "Voorbeeldstad",
        "gemeente_code": "GM9999",
        "area.level": "wijk",
        "area.name": "Haven",
        "area.affected": ("Haven", "Kade"),
        "area.informed": ("Haven",),
        "level": "meebeslissen",
    }
    assert log.order is Order.LISTED
    assert log.records == {"a.gedaan", "b.gedaan"}
    assert log.closed == Closed(
        attributes={"a.gedaan": frozenset({"x", "z"})}, facts=frozenset({"spoed"})
    )
    assert log.persons == {
        "p1": (
            PersonRole("raad", date(2026, 1, 1), date(2026, 6, 30)),
            PersonRole("college"),
        )
    }
    assert log.facts == {"spoed": True, "budget": None}
    assert log.as_of == date(2026, 12, 31)
    first, second, third, fourth = log.events
    assert (first.by, first.roles) == ("p1", ("college",))
    assert first.attributes == {"kanaal": ("brief", "site"), "aantal": 2}
    assert (second.roles, second.outcome) == (("raad", "college"), "ja")
    assert second.certainty is Certainty.INFERRED
    assert (third.id, third.at, third.by) == ("e3", When(Precision.UNKNOWN), None)
    assert (third.source, third.note) == ("nota, blz. 3", "later gevonden")
    assert third.attributes == {"x": None}
    assert (fourth.id, fourth.corrects, fourth.recorded) == ("17", "e1", date(2026, 5, 1))
    assert place(first.position) == (19, 5)
    assert place(first.places["kanaal"]) == (19, 74)


def test_defaults() -> None:
    log = read("id: t\nrecords: all\nevents: []\n")
    assert log.records is None
    assert log.order is Order.UNKNOWN
    assert log.closed == Closed()
    assert log.as_of is None
    assert log.events == ()


def test_closed_all() -> None:
    assert read("id: t\nrecords: all\nclosed: all\nevents: []\n").closed.everything


@pytest.mark.parametrize(
    ("written", "zone", "expected"),
    [
        ("2026-02-01", "", day("2026-02-01")),
        ('"2026-02-01"', "", day("2026-02-01")),
        ("2026-02", "", When(Precision.MONTH, date(2026, 2, 1))),
        ("2026", "", When(Precision.YEAR, date(2026, 1, 1))),
        ('"2026"', "", When(Precision.YEAR, date(2026, 1, 1))),
        ("unknown", "", When(Precision.UNKNOWN)),
        ("{date: 2026-04-20, precision: day}", "", day("2026-04-20")),
        ("{date: 2026-04-20}", "", day("2026-04-20")),
        ("{date: 2026-04-20, precision: month}", "", When(Precision.MONTH, date(2026, 4, 1))),
        ("{date: 2026-04-20, precision: year}", "", When(Precision.YEAR, date(2026, 1, 1))),
        ("{date: 2026-04-20, precision: unknown}", "", When(Precision.UNKNOWN)),
        ("2026-02-01T19:30+01:00", "", day("2026-02-01", 19 * 60 + 30)),
        ("2026-02-01 19:30:59+01:00", "", day("2026-02-01", 19 * 60 + 30)),
        ("2026-01-31T23:30Z", "", day("2026-02-01", 30)),  # the legal day is in Amsterdam (M1)
        ("2026-07-01T22:15:00.123Z", "", day("2026-07-02", 15)),
        ("2026-07-01T22:15:00-0500", "", day("2026-07-02", 5 * 60 + 15)),
        ("2026-02-01T19:30", "Europe/Amsterdam", day("2026-02-01", 19 * 60 + 30)),
        ("2026-01-31T23:30", "UTC", day("2026-02-01", 30)),
        ("{date: 2026-02-01T19:30Z, precision: day}", "", day("2026-02-01")),
    ],
)
def test_moments(written: str, zone: str, expected: When) -> None:
    """Issue 1.4: precision, offsets, zones; the day is the Amsterdam day."""
    assert moment(written, zone) == expected


def one_event(event: str, header: str = "") -> str:
    return f"id: t\nrecords: all\n{header}events:\n  - {{{event}}}\n"


REFUSED = [
    (one_event("at: §1-2-2026, act: a.b"), "wrong-type", "2026-02-01"),
    (one_event("at: §01/02/2026, act: a.b"), "wrong-type", "2026-02-01"),
    (one_event('at: §"31-02-2026", act: a.b'), "no-such-date", ""),
    (one_event('at: §"2026-02-31", act: a.b'), "no-such-date", ""),
    (one_event("at: §soms, act: a.b"), "wrong-type", ""),
    (one_event("at: §2026-13, act: a.b"), "wrong-type", ""),
    (one_event("at: §26, act: a.b"), "wrong-type", ""),
    (one_event("at: §true, act: a.b"), "wrong-type", ""),
    (one_event("at: §2026-02-01T25:30+01:00, act: a.b"), "wrong-type", ""),
    (
        one_event("at: §2026-02-01T19:30, act: a.b"),
        "time-without-zone",
        "time_zone: Europe/Amsterdam",
    ),
    (
        one_event("at: §2026-03-29T02:30, act: a.b", "time_zone: Europe/Amsterdam\n"),
        "wrong-type",  # the clock skips this half hour
        "",
    ),
    (
        one_event("at: 2026-01-01, act: a.b", "time_zone: §Europe/Amsterdm\n"),
        "wrong-type",
        "Europe/Amsterdam",
    ),
    (one_event("at: {date: 2026-01, precision: §day}, act: a.b"), "too-precise", "month"),
    (one_event("at: {date: 2026-01-01, §precisie: day}, act: a.b"), "unknown-key", "precision"),
    ("id: t\nrecords: all\nevents:\n  - §{act: a.b}\n", "missing-key", "at:"),
    ("id: t\nrecords: all\nevents:\n  - §{at: unknown}\n", "missing-key", "act:"),
    (one_event("at: 2026-01-01, act: §5"), "wrong-type", '"5"'),
    (one_event("at: 2026-01-01, act: a.b, by: §[x, y]"), "wrong-type", "as: [x, y]"),
    (one_event("at: 2026-01-01, act: a.b, x: §{y: 1}"), "wrong-type", ""),
    (one_event("at: 2026-01-01, act: a.b, certainty: §sean"), "unknown-word", "seen"),
    (
        one_event("at: 2026-01-01, act: a.b, corrects: §e9, recorded: 2026-01-01"),
        "unknown-event",
        "",
    ),
    (
        one_event("at: 2026-01-01, act: a.b, id: e1, corrects: §e1, recorded: 2026-01-01"),
        "correction-circle",
        "",
    ),
    (one_event("at: 2026-01-01, act: a.b, corrects: §e1"), "missing-key", "recorded:"),
    (one_event("at: 2026-01-01, act: a.b, recorded: §2026-01-01"), "missing-key", "corrects:"),
    (one_event("id: e1, at: 2026, act: a.b} \n  - {id: §e1, at: 2026, act: a.b"), "double-id", ""),
    ("§records: all\nevents: []\n", "missing-key", "id:"),
    ("§id: t\nevents: []\n", "missing-key", "records:"),
    ("§id: t\nrecords: all\n", "missing-key", "events:"),
    ("id: t\nrecords: §alles\nevents: []\n", "wrong-type", ""),
    ("id: t\nrecords: all\n§topc: x\nevents: []\n", "unknown-key", "topic"),
    ("id: t\nrecords: all\nlevel: §meebeslis\nevents: []\n", "unknown-word", "meebeslissen"),
    ("id: t\nrecords: all\narea: {§nivo: x}\nevents: []\n", "unknown-key", ""),
    ("id: t\nrecords: all\norder: §volgorde\nevents: []\n", "unknown-word", ""),
    ("id: t\nrecords: all\nclosed: §ja\nevents: []\n", "wrong-type", ""),
    ("id: t\nrecords: all\npersons: {p: [§{from: 2026-01-01}]}\nevents: []\n", "missing-key", ""),
    (
        "id: t\nrecords: all\npersons: {p: [§{role: r, from: 2026-02-01, to: 2026-01-01}]}\n"
        "events: []\n",
        "end-before-begin",
        "",
    ),
    ("id: t\nrecords: all\nevents: §5\n", "wrong-type", ""),
    ("id: t\nrecords: all\nas_of: §volgend jaar\nevents: []\n", "wrong-type", ""),
    ("§- 1", "wrong-type", ""),
    ("§[]", "no-trajectory", ""),
]


@pytest.mark.parametrize(("marked", "code", "suggestion"), REFUSED)
def test_refused_at_its_place(marked: str, code: str, suggestion: str) -> None:
    text, where = unmarked(marked)
    node_problems = problems_of(lambda: trajectories_from_yaml(text, "t.yaml"))
    found = [p for p in node_problems if p.code == code and place(p.position) == where]
    if marked == "§- 1":
        found = [p for p in node_problems if p.code == code]
    assert found, [(p.code, place(p.position)) for p in node_problems]
    if suggestion:
        assert suggestion in {p.suggestion for p in found}


def test_yaml_and_what_it_says_are_refused_together() -> None:
    """Issue 1.2: all errors of a file together."""
    text = "recods: all\nevents:\n  - {at: 2026-02-31, act: a.b, x: on}\n"
    codes = {p.code for p in problems_of(lambda: trajectories_from_yaml(text, "t.yaml"))}
    assert codes >= {"unknown-key", "no-such-date", "yaml-switch", "missing-key"}


@pytest.mark.parametrize(
    "text",
    [
        "- {id: a, records: all, events: []}\n- {id: b, records: all, events: []}\n",
        "trajectories:\n  - {id: a, records: all, events: []}\n"
        "  - {id: b, records: all, events: []}\n",
    ],
)
def test_several_in_one_file(text: str) -> None:
    found = trajectories_from_node(parse_yaml(text, "t.yaml"))
    assert [log.id for log in found] == ["a", "b"]
    one = problems_of(lambda: read(text))
    assert [p.code for p in one] == ["not-one-trajectory"]


def test_two_of_one_id_are_refused() -> None:
    text = "- {id: a, records: all, events: []}\n- {id: a, records: all, events: []}\n"
    found = problems_of(lambda: trajectories_from_yaml(text, "t.yaml"))
    assert [p.code for p in found] == ["double-id"]


@pytest.mark.parametrize(
    "written",
    [
        "1900-01-01",
        "9999-12-31",
        "0001-01-01",
        "1970-01-01T00:00:00Z",
        "{date: 1900-01-01, precision: day}",
    ],
)
def test_a_placeholder_is_a_data_error_and_no_date(written: str) -> None:
    """Issue 1.4, M10: reported apart, never a breach; the moment counts as unknown."""
    log = read(one_event(f"at: {written}, act: a.b"))
    assert log.events[0].at == When(Precision.UNKNOWN)
    assert [(e.code, e.events) for e in log.data_errors] == [("placeholder-date", ("e1",))]


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("at: 2026-03-04, until: 2026-03-03, act: a.b", ["end-before-begin"]),
        ("at: 2026-03-04, until: 2026-03-04, act: a.b", []),
        ("at: 2026-03-04, until: 2026-03, act: a.b", []),
        ("at: 2026-03-04, until: 2026-02, act: a.b", ["end-before-begin"]),
        ("at: 2026-03-04T10:00Z, until: 2026-03-04T09:00Z, act: a.b", ["end-before-begin"]),
        ("at: unknown, until: 2026-02-01, act: a.b", []),
        ("at: 2026-03-04, until: 9999-12-31, act: a.b", ["placeholder-date"]),
    ],
)
def test_end_before_begin_is_a_data_error(event: str, expected: list[str]) -> None:
    assert [e.code for e in read(one_event(event)).data_errors] == expected


def test_until_is_kept_as_its_last_day() -> None:
    log = read(one_event("at: 2026-03-04, until: 2026-03, act: a.b"))
    assert log.events[0].attributes["until"] == date(2026, 3, 31)


def test_amounts_are_exact() -> None:
    log = read(one_event("at: 2026-03-04, act: a.b, bedrag: 0.10"))
    assert log.events[0].attributes["bedrag"] == Decimal("0.10")


def test_names_may_hold_quotes_and_shell_characters() -> None:
    """Issue 1.9: ids with quotes and shell characters are only names."""
    log = read('id: "x\'; rm -rf / $(a) `b` <c>"\nrecords: all\nevents: []\n')
    assert log.id == "x'; rm -rf / $(a) `b` <c>"
