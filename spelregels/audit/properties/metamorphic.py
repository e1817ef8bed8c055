"""Metamorphic properties: what must not change, or only one way, when the input is changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from spelregels.audit.chance import few, pick
from spelregels.audit.generate import Case, case
from spelregels.audit.properties.common import (
    POWER_KINDS,
    Judge,
    Property,
    differs,
    grouped,
    lines,
    without_citations,
)
from spelregels.audit.settings import Settings
from spelregels.audit.vocabulary import ACTS, ATTRIBUTES, FACTS, PERSONS, ROLES, TOPICS
from spelregels.audit.walk import rebuild, renamed
from spelregels.model.norms import Exemption, Norm, Power, Precedence, Response
from spelregels.model.ruleset import Ruleset, RulesetFile
from spelregels.model.terms import CalendarData, Duration, Term
from spelregels.model.trajectory import Event, When
from spelregels.model.verdict import Verdict
from spelregels.model.words import Kind, Precision, Unit, Word

# --- an unrelated file ----------------------------------------------------------------------------


def _foreign(part: Any) -> Any:
    return f"elders.{part}" if isinstance(part, str) and type(part) is str and part else part


def _meetings_only(rules: Ruleset) -> dict[str, CalendarData]:
    return {name: c for name, c in rules.calendars.items() if not c.closed_days}


def unrelated(made: Case, rng: Random, judge: Judge) -> str | None:
    """A file about other acts, other roles and other facts changes nothing in the verdicts."""
    other = case(rng.randrange(10**9), Settings(machine=False, layers=False, norms=(1, 3))).ruleset
    added = rebuild(other, _foreign)
    old = made.ruleset
    joined = replace(
        old,
        files=(*added.files, *old.files),
        acts={**added.acts, **old.acts},
        roles={**added.roles, **old.roles},
        facts={**added.facts, **old.facts},
        calendars={**_meetings_only(added), **old.calendars},
        lists={**added.lists, **old.lists},
    )
    mine = {file.id for file in old.files}
    before = judge(old, made.trajectory, made.as_of).verdicts
    after = judge(joined, made.trajectory, made.as_of).verdicts
    kept = [v for v in after if v.layer in mine]
    return differs(map(without_citations, before), map(without_citations, kept))


# --- other names ----------------------------------------------------------------------------------


def _new_names(made: Case) -> dict[str, str]:
    """Names whose alphabetical order is the reverse of the old ones'."""
    rules, log = made.ruleset, made.trajectory
    names = {*ACTS, *ROLES, *PERSONS, *FACTS, *TOPICS, *ATTRIBUTES}
    names |= {alias for role in ROLES.values() for alias in role.aliases}
    names |= {norm.id for file in rules.files for norm in file.norms}
    names |= {term.id for file in rules.files for term in file.terms}
    names |= {file.id for file in rules.files} | {event.id for event in log.events}
    names |= {stage.id for stage in rules.machine.stages} if rules.machine else set()
    fixed = {"topic", "level", "competent_authority", "by", "as"}
    ordered = sorted(names - fixed, reverse=True)
    return {name: f"x{number:03}" for number, name in enumerate(ordered)}


def renaming(made: Case, rng: Random, judge: Judge) -> str | None:
    """Other names give the same verdicts under other names."""
    names = _new_names(made)
    before = judge(made.ruleset, made.trajectory, made.as_of).verdicts
    after = judge(
        renamed(made.ruleset, names), renamed(made.trajectory, names), made.as_of
    ).verdicts
    expected = [_renamed_verdict(verdict, names) for verdict in before]
    return differs(map(without_citations, expected), map(without_citations, after))


def _renamed_verdict(verdict: Verdict, names: dict[str, str]) -> Verdict:
    return rebuild(verdict, lambda part: _token(part, names) if type(part) is str else part)


def _token(text: str, names: dict[str, str]) -> str:
    """A name, or the two of a term's moment: ``termijn1.begonnen``."""
    if text in names:
        return names[text]
    head, dot, tail = text.rpartition(".")
    return f"{names[head]}.{tail}" if dot and head in names else text


# --- whole weeks ----------------------------------------------------------------------------------

#: from Tuesday after Whitsun to the week before Christmas: no free days but weekends, no year's end
QUIET = (date(2026, 5, 26), date(2026, 12, 18))
EARLY = (date(2026, 8, 3), date(2026, 8, 24))


def weeks(made: Case, rng: Random, judge: Judge) -> str | None:
    """Every date some whole weeks later, in a stretch without free days: the same verdicts."""
    by = timedelta(weeks=rng.randint(1, 5))

    def later(part: Any) -> Any:
        return part + by if type(part) is date else part

    shifted = rebuild(replace(made.ruleset, acts={}, roles={}), later)
    rules = replace(shifted, acts=made.ruleset.acts, roles=made.ruleset.roles)
    before = judge(made.ruleset, made.trajectory, made.as_of).verdicts
    if any(_outside(v, by) for v in before):
        return None
    after = judge(rules, rebuild(made.trajectory, later), made.as_of + by).verdicts
    moved = [rebuild(verdict, later) for verdict in before]
    return differs(map(without_citations, moved), map(without_citations, after))


def _outside(verdict: Verdict, by: timedelta) -> bool:
    days = (verdict.day, verdict.due, verdict.due_latest)
    return any(day is not None and not QUIET[0] <= day <= QUIET[1] - by for day in days)


# --- taking a norm away ---------------------------------------------------------------------------


def _gates(rules: Ruleset) -> set[str]:
    return {ref.norm for f in rules.files for term in f.terms for ref in term.begins_only_if}


def _without(rules: Ruleset, norm_id: str) -> Ruleset:
    def cut(file: RulesetFile) -> RulesetFile:
        return replace(file, norms=tuple(norm for norm in file.norms if norm.id != norm_id))

    return replace(rules, files=tuple(cut(file) for file in rules.files))


def _stands_alone(norm: Norm) -> bool:
    """Whether no other norm may hang on this one: it exempts from none, ties no answers (M8), and
    grants no power."""
    linked = isinstance(norm, Response) and norm.link is not None
    return not (isinstance(norm, (Exemption, Power)) or linked)


def removal(made: Case, rng: Random, judge: Judge) -> str | None:
    """Taking a norm away creates no power, and changes no verdict but its own."""
    gates = _gates(made.ruleset)
    norms = [n for f in made.ruleset.files for n in f.norms if n.id not in gates]
    before = judge(made.ruleset, made.trajectory, made.as_of).verdicts
    for norm in few(rng, norms, 1, 2):
        judged = judge(_without(made.ruleset, norm.id), made.trajectory, made.as_of).verdicts
        after = tuple(v for v in judged if v.kind is not Kind.LAW)  # that line is about the file
        others = [v for v in before if v.norm != norm.id and v.kind is not Kind.LAW]
        if _stands_alone(norm):
            text = differs(map(without_citations, others), map(without_citations, after))
            if text is not None:
                return f"without {norm.id}: {text}"
        if not (isinstance(norm, Power) and norm.exclusive):
            text = _new_power(others, after)
            if text is not None:
                return f"without {norm.id}: {text}"
    return None


def _new_power(before: list[Verdict], after: tuple[Verdict, ...]) -> str | None:
    olds = grouped(v for v in before if v.kind in POWER_KINDS)
    for key, news in grouped(v for v in after if v.kind in POWER_KINDS).items():
        kept = [v for v in news if v.word is Word.KEPT]
        had = [v for v in olds.get(key, ()) if v.word is Word.KEPT]
        if olds.get(key) and len(kept) > len(had):
            return f"a power came: {lines(olds[key])} became {lines(news)}"
    return None


# --- a longer minimum -----------------------------------------------------------------------------

#: above these lengths the Algemene termijnenwet does not apply: longer is then not always later
LIMITS = {Unit.DAY: 90, Unit.WEEK: 12, Unit.MONTH: 3, Unit.WORKING_DAY: 10**6, Unit.YEAR: 0}
STRICTNESS = {Word.KEPT: 0, Word.EXCUSED: 1, Word.CANNOT_TELL: 1, Word.BROKEN: 2}


def _longer(term: Term | None, more: int) -> Term | None:
    """A longer term on the same side of the limit; None if there is none."""
    if not isinstance(term, Duration):
        return None
    amount = term.amount + more
    if term.amount <= LIMITS[term.unit] < amount:
        return None
    return Duration(amount, term.unit)


def longer(made: Case, rng: Random, judge: Judge) -> str | None:
    """A longer lead or wait is never looser."""
    changed: list[tuple[Norm, Norm]] = []
    for norm in (n for f in made.ruleset.files for n in f.norms):
        if isinstance(norm, Precedence):
            for name in ("lead", "wait"):
                term = _longer(getattr(norm, name), rng.randint(1, 5))
                if term is not None:
                    changed.append((norm, replace(norm, **{name: term})))  # type: ignore[arg-type]
    if not changed:
        return None
    old, new = pick(rng, changed)
    rules = _replaced(made.ruleset, old, new)
    before = grouped(judge(made.ruleset, made.trajectory, made.as_of).verdicts)
    for key, group in grouped(judge(rules, made.trajectory, made.as_of).verdicts).items():
        if key[1] != old.id or len(group) != 1 or len(before.get(key, ())) != 1:
            continue
        if STRICTNESS[group[0].word] < STRICTNESS[before[key][0].word]:
            return f"longer made it looser: {lines(before[key])} became {lines(group)}"
    return None


def _replaced(rules: Ruleset, old: Norm, new: Norm) -> Ruleset:
    def swap(file: RulesetFile) -> RulesetFile:
        return replace(file, norms=tuple(new if norm == old else norm for norm in file.norms))

    return replace(rules, files=tuple(swap(file) for file in rules.files))


# --- order of arrival -----------------------------------------------------------------------------


def order(made: Case, rng: Random, judge: Judge) -> str | None:
    """With distinct minutes, or no order asserted, the order in the file says nothing."""
    events: tuple[Event, ...] = made.trajectory.events
    if rng.random() < 0.5:
        events = tuple(_minute(event, number) for number, event in enumerate(events))
    elif made.trajectory.order.value == "listed":
        return None
    log = replace(made.trajectory, events=events)
    mixed = replace(log, events=tuple(few(rng, events, len(events), len(events))))
    before = judge(made.ruleset, log, made.as_of).verdicts
    after = judge(made.ruleset, mixed, made.as_of).verdicts
    return differs(map(_said, before), map(_said, after))


def _said(verdict: Verdict) -> tuple[object, ...]:
    bare = replace(verdict, evidence=(), unknowns=(), how=None)
    return without_citations(bare)


def _minute(event: Event, number: int) -> Event:
    if event.at.day is None:
        return replace(event, at=When(Precision.MINUTE, date(2026, 6, 1), number))
    return replace(event, at=When(Precision.MINUTE, event.at.day, number))


NO_YEARS = Settings(
    window=EARLY, whole_weeks=True, corrections=False, blur=0.15, layers=False, events=(1, 8)
)
UNRELATED = Property("unrelated", unrelated)
RENAMING = Property("renaming", renaming)
WEEKS = Property("weeks", weeks, NO_YEARS)
REMOVAL = Property("removal", removal)
LONGER = Property("longer", longer, Settings(kinds=(Kind.PRECEDENCE,), blur=0.15))
ORDER = Property("order", order)
__all__ = ["LONGER", "ORDER", "REMOVAL", "RENAMING", "UNRELATED", "WEEKS"]
