"""May a trajectory that ran under one ruleset go on under another? Only if transition law says so.

1. The same hash: yes.
2. Another id: no, ``AnotherRuleset``.
3. Every file that asked something must still be there with the same id, version and law
   (:mod:`identity`), and the stages must be the same; else ``RulesetChanged``. What was law for a
   trajectory is never rewritten under it. It may have been closed (``valid_to``).
4. Every file that is new must come from its own day: a ``valid_from``; else ``RulesetChanged``.
5. What a new file does with what was running, its ``governs`` says.
   ``started_in_force``: it holds for trajectories whose first event falls on or after its
   ``valid_from``; which side of it, must be certain, else ``TransitionUnclear``.
   ``event_date``: it holds for what happens from its ``valid_from`` on. ``not_stated``: refused
   (``TransitionNotStated``) until a reading is chosen; the choice goes into the state.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spelregels.model.log.moments import interval
from spelregels.model.ruleset import RulesetFile
from spelregels.model.trajectory import Event
from spelregels.model.words import Certainty, Governs
from spelregels.session.errors import (
    AnotherRuleset,
    RulesetChanged,
    TransitionNotStated,
    TransitionUnclear,
)
from spelregels.session.identity import FileLaw
from spelregels.session.rulebook import Rulebook

__all__ = ["allow", "belongs"]

_TICKS = 2880


def belongs(ruleset: str, book: Rulebook) -> None:
    """Rule 2: raises ``AnotherRuleset`` where a state names other rules."""
    if ruleset != book.ruleset.id:
        raise AnotherRuleset(
            f"De stand hoort bij {ruleset}, niet bij {book.ruleset.id}.",
            f"The state belongs to {ruleset}, not to {book.ruleset.id}.",
        )


def allow(
    laws: Sequence[FileLaw],
    stages: str,
    events: Sequence[Event],
    book: Rulebook,
    reading: Governs | None,
) -> None:
    """Return if the transition law allows it, else raise. The first two: what the state names."""
    _nothing_rewritten(laws, stages, book)
    old = {(law.id, law.version) for law in laws}
    for file in book.ruleset.files:
        if (file.norms or file.terms) and (file.id, file.version) not in old:
            _allow_new(file, events, reading)


def _nothing_rewritten(laws: Sequence[FileLaw], stages: str, book: Rulebook) -> None:
    now = {(law.id, law.version): law.law for law in book.laws}
    for law in laws:
        name = f"{law.id} {law.version}".rstrip()
        if (law.id, law.version) not in now:
            raise RulesetChanged(f"De tekst {name} is weg.", f"The text {name} is gone.")
        if now[law.id, law.version] != law.law:
            raise RulesetChanged(
                f"De tekst {name} zegt nu iets anders onder dezelfde datum.",
                f"The text {name} now says something else under the same date.",
            )
    if stages != book.stages:
        raise RulesetChanged(
            f"De fasen van {book.ruleset.id} zijn veranderd.",
            f"The stages of {book.ruleset.id} have changed.",
        )


def _allow_new(file: RulesetFile, events: Sequence[Event], reading: Governs | None) -> None:
    name = f"{file.id} {file.version}".rstrip()
    if not isinstance(file.valid_from, date):
        raise RulesetChanged(
            f"De nieuwe tekst {name} zegt niet vanaf welke dag hij geldt.",
            f"The new text {name} does not say from which day it is in force.",
        )
    governs = file.governs
    if governs is Governs.NOT_STATED:
        if reading is None:
            raise TransitionNotStated(
                f"De nieuwe tekst {name} zegt niet wat geldt voor trajecten die al lopen.",
                f"The new text {name} does not say what holds for trajectories that are running.",
            )
        governs = reading
    if governs is Governs.STARTED_IN_FORCE and _began_around(file.valid_from, events):
        raise TransitionUnclear(
            f"Het is niet zeker of dit traject begon voor of na {file.valid_from}, de dag waarop "
            f"{name} ingaat.",
            f"It is not certain whether this trajectory began before or after {file.valid_from}, "
            f"the day on which {name} comes into force.",
        )


def _began_around(day: date, events: Sequence[Event]) -> bool:
    """Whether the day of the first event may be before as well as from ``day`` on."""
    seen = [e for e in events if e.certainty is not Certainty.PLANNED]
    if not seen:
        return False
    spans = [interval(event.at) for event in seen]
    first = min(lo for lo, _ in spans) // _TICKS
    last = min(hi for _, hi in spans) // _TICKS
    return first < day.toordinal() <= last
