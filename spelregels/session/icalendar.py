"""The agenda as iCalendar (RFC 5545), for the calendar programs people already have.

Every item keeps its UID. Given the calendar written before, an item that changed gets a higher
SEQUENCE, and one that fell away stays as STATUS:CANCELLED with a higher SEQUENCE, so that calendar
programs take it out. No person is named: roles, acts, norms and ids of events only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from spelregels.model.frozen import dataclass
from spelregels.model.problem import InputRefused, Position, Problem
from spelregels.model.ruleset import Ruleset
from spelregels.session.answer import AgendaItem, AgendaKind
from spelregels.session.telling import because, when_text, who_text
from spelregels.session.voice import Voice
from spelregels.session.weighing import Weighing

__all__ = ["ALARMS", "agenda_ics", "read_components", "written_before"]

ALARMS = (7, 1)
"""Days before the last day on which to warn."""
LONGEST = 75
DOMAIN = "spelregels"
MAKER = "PRODID:-//spelregels//agenda 1//NL"
_CHANGING = ("DTSTAMP", "SEQUENCE", "LAST-MODIFIED")
_COMPONENTS = ("VEVENT", "VTODO")
_KIND = "X-SPELREGELS-KIND"
_WRITTEN = {*_CHANGING, "UID", "SUMMARY", "DESCRIPTION", "CATEGORIES", _KIND, "DTSTART", "DTEND"}
_WRITTEN |= {"STATUS", "TRANSP", "CLASS", "BEGIN", "END", "ACTION", "TRIGGER"}

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Component:
    """One event or task: its content lines, unfolded."""

    kind: str
    lines: tuple[str, ...]

    def value(self, name: str) -> str:
        """The value of a property of the component itself; empty if it has none."""
        depth = 0
        for line in self.lines:
            depth += line.startswith("BEGIN:") - line.startswith("END:")
            key = line.partition(":")[0].partition(";")[0]
            if not depth and key == name:
                return line.partition(":")[2]
        return ""

    @property
    def said(self) -> tuple[str, ...]:
        """What it says, without what changes at every writing."""
        return tuple(x for x in self.lines if x.partition(":")[0] not in _CHANGING)


def agenda_ics(
    agendas: Sequence[tuple[Weighing, date, tuple[AgendaItem, ...]]],
    ruleset: Ruleset,
    language: str,
    *,
    stamp: datetime,
    previous: str = "",
    alarms: Sequence[int] = ALARMS,
) -> str:
    """The calendar as text, lines ended with CRLF.

    ``stamp``: now, with a zone. ``previous``: what was written before. What it holds of other
    trajectories stays as it is. Raises ``InputRefused`` when it is no calendar of ours.
    """
    voice = Voice.of(ruleset, language)
    before = {one.value("UID"): one for one in written_before(previous)}
    now = stamp.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", MAKER, "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{escaped(voice.say('ics_name'))}")
    asked: dict[str, date] = {}
    for weighing, on, items in agendas:
        asked[escaped(weighing.trajectory.id)] = on
        for item in items:
            made = _component(item, weighing, voice, alarms)
            lines += _stamped(made, before.pop(made.value("UID"), None), now)
    for one in before.values():
        lines += _stamped(_left(one, asked.get(one.value("CATEGORIES")), voice), one, now)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) + "\r\n" for line in lines)


def _left(one: Component, on: date | None, voice: Voice) -> Component:
    """What is on no agenda any more: cancelled, unless nobody asked or its day has come."""
    came = on is not None and one.value("DTSTART") <= f"{on:%Y%m%d}"
    began = one.value(_KIND) == AgendaKind.POSSIBLE_FROM.value and came
    if on is None or began:
        return Component(one.kind, _unstamped(one.lines))
    return _cancelled(one, voice)


def _stamped(made: Component, before: Component | None, now: str) -> Lines:
    """The lines of a component with its number: one higher if it says something else now."""
    number = _sequence(before) if before else 0
    stamp = before.value("DTSTAMP") if before else now
    if before and before.said != made.said:
        number, stamp = number + 1, now
    marks = [f"DTSTAMP:{stamp}", f"SEQUENCE:{number}"]
    return [f"BEGIN:{made.kind}", *marks, *made.lines, f"END:{made.kind}"]


def _sequence(component: Component) -> int:
    text = component.value("SEQUENCE")
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0


def _component(
    item: AgendaItem, weighing: Weighing, voice: Voice, alarms: Sequence[int]
) -> Component:
    act = voice.act(item.act, item.outcome)
    summary = voice.say(f"ics_{item.kind.value}", act=act)
    about = [
        voice.capital(when_text(item, voice)),
        voice.capital(who_text(item, voice)),
        *map(voice.capital, because(item, weighing, voice)),
        voice.say("ics_trajectory", trajectory=item.trajectory),
        voice.say("no_advice"),
    ]
    lines = [
        f"UID:{item.uid}@{DOMAIN}",
        f"SUMMARY:{escaped(summary)}",
        f"DESCRIPTION:{escaped(chr(10).join(about))}",
        f"CATEGORIES:{escaped(item.trajectory)}",
        f"{_KIND}:{item.kind.value}",
    ]
    if item.day is None:
        return Component("VTODO", (*lines, "STATUS:NEEDS-ACTION"))
    dates = [
        f"DTSTART;VALUE=DATE:{item.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{_after(item.day):%Y%m%d}",
    ]
    status = ["STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "CLASS:CONFIDENTIAL"]
    warn = alarms if item.kind is AgendaKind.DUE else ()
    bells = [line for days in warn for line in _alarm(days, act, voice)]
    return Component("VEVENT", (*lines, *dates, *status, *bells))


def _after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _alarm(days: int, act: str, voice: Voice) -> Lines:
    key = "ics_alarm_one" if days == 1 else "ics_alarm"
    text = escaped(voice.say(key, days=days, act=act))
    trigger = f"TRIGGER:-P{days}D" if days else "TRIGGER:PT0S"
    return ["BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{text}", trigger, "END:VALARM"]


def _cancelled(one: Component, voice: Voice) -> Component:
    """The same item, fallen away: without alarms; unchanged if it had fallen away already."""
    if one.value("STATUS") == "CANCELLED":
        return Component(one.kind, _unstamped(one.lines))
    kept: Lines = []
    depth = 0
    for line in _unstamped(one.lines):
        depth += line.startswith("BEGIN:")
        if not depth:
            kept.append(_fallen(line, voice))
        depth -= line.startswith("END:")
    return Component(one.kind, tuple(kept))


def _fallen(line: str, voice: Voice) -> str:
    name, _, value = line.partition(":")
    if name == "STATUS":
        return "STATUS:CANCELLED"
    if name == "SUMMARY":
        return f"SUMMARY:{escaped(voice.say('ics_cancelled', summary=''))}{value}"
    return line


def _unstamped(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if line.partition(":")[0] not in _CHANGING)


# --- the format --------------------------------------------------------------------------------

_ESCAPES: Mapping[int, str] = str.maketrans(
    {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""}
)


def escaped(text: str) -> str:
    """A text value (RFC 5545 3.3.11); other control characters are left out."""
    clean = "".join(c for c in text if c == "\n" or (c >= " " and c != "\x7f"))
    return clean.translate(_ESCAPES)


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets (3.1); no letter is cut in two."""
    pieces, piece, size = [], "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LONGEST:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += width
    return "\r\n".join([*pieces, piece])


def written_before(text: str) -> tuple[Component, ...]:
    """The events and tasks of a calendar that ``agenda_ics`` wrote; none of an empty text.

    Raises ``InputRefused`` for any other calendar: it may be somebody's own.
    """
    found = tuple(read_components(text))
    names = {line.partition(":")[0].partition(";")[0] for one in found for line in one.lines}
    ours = all(one.value("UID").endswith(f"@{DOMAIN}") for one in found)
    if text.strip() and not (MAKER in text and ours and names <= _WRITTEN):
        nl = "Dit is geen agenda die spelregels eerder heeft geschreven."
        en = "This is no calendar that spelregels wrote before."
        ask_nl = "een bestand van `spelregels agenda --format ics`"
        ask_en = "a file of `spelregels agenda --format ics`"
        problem = Problem("not-our-calendar", Position("--previous"), nl, en, ask_nl, ask_en)
        raise InputRefused((problem,))
    return found


def read_components(text: str) -> Iterator[Component]:
    """The events and tasks of a calendar that ``agenda_ics`` wrote."""
    unfolded = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
    kind, lines = "", Lines()
    for line in unfolded.split("\n"):
        name, _, value = line.partition(":")
        if not kind and name == "BEGIN" and value in _COMPONENTS:
            kind, lines = value, []
        elif kind and (name, value) == ("END", kind):
            yield Component(kind, tuple(lines))
            kind = ""
        elif kind and line:
            lines.append(line)
