"""The generators draw all the language can say, and the same case for the same seed (1.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from random import Random
from typing import Any

from spelregels.audit import complete
from spelregels.audit.codec import decode, encode
from spelregels.audit.generate import case
from spelregels.audit.settings import NORM_KINDS, PRECISE, Settings
from spelregels.audit.wellformed import well_formed
from spelregels.model.norms import KIND_OF, NamedTerm, Separation
from spelregels.model.patterns import Op
from spelregels.model.words import Certainty, Governs, Kind, Order, Precision, Word

CASES = [case(seed) for seed in range(1500)]
#: said of a norm for people, never read by a verdict; and `prevails_over`, which layers settle
SILENT = {
    "article",
    "why",
    "title",
    "title_en",
    "position",
    "minimum",
    "prevails_over",
    "confidence",
}


def parts(thing: Any) -> Iterator[Any]:
    yield thing
    if is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            yield from parts(getattr(thing, field.name))
    elif isinstance(thing, (tuple, frozenset)):
        for part in thing:
            yield from parts(part)
    elif isinstance(thing, Mapping):
        for part in thing.values():
            yield from parts(part)


def is_default(thing: Any, name: str) -> bool:
    field = next(f for f in fields(thing) if f.name == name)
    default = field.default
    if default is MISSING and field.default_factory is not MISSING:
        default = field.default_factory()
    return bool(getattr(thing, name) == default)


def test_same_seed_same_case() -> None:
    assert [case(seed) for seed in range(20)] == CASES[:20]
    assert len({repr(made) for made in CASES[:200]}) == 200


def test_every_norm_kind_is_drawn_with_every_field_set_and_unset() -> None:
    """Every field of every norm kind and of named terms is drawn away from its default."""
    drawn = [norm for made in CASES for f in made.ruleset.files for norm in (*f.norms, *f.terms)]
    for kind in (*KIND_OF, NamedTerm):
        mine = [norm for norm in drawn if type(norm) is kind]
        assert len(mine) > 30, kind
        for field in fields(kind):
            if field.name in SILENT or kind is norms_without_meaning():
                continue
            if kind is Separation and field.name == "if_":
                continue  # no trigger that an `if` could look back from
            optional = field.default is not MISSING or field.default_factory is not MISSING
            if optional:
                assert any(not is_default(norm, field.name) for norm in mine), (kind, field.name)


def norms_without_meaning() -> type:
    return next(kind for kind, word in KIND_OF.items() if word is Kind.STATEMENT)


def test_every_word_of_the_closed_sets_is_drawn() -> None:
    """Operators, term types, window types, precisions, certainties, orders, ways to govern."""
    enough = CASES[:600]
    seen = {part for made in enough for part in parts(made) if isinstance(part, Enum)}
    for words in (Op, Precision, Certainty, Order, Governs):
        assert set(words) <= seen, set(words) - seen
    classes = {type(part).__name__ for made in enough for part in parts(made.ruleset.files)}
    wanted = (
        "Duration MeetingTerm DateTerm SameMoment AttributeTerm NotStated Vague BetweenWindow "
        "StageWindow TermWindow MomentPattern SituationAll SituationAny AllOf AnyOf NoneOf Earlier"
    )
    assert set(wanted.split()) <= classes
    assert set(NORM_KINDS) == set(KIND_OF.values())


def test_cases_are_well_formed_and_survive_json() -> None:
    for made in CASES[:150]:
        assert well_formed(made)
        assert decode(encode(made)) == made


def test_every_verdict_word_occurs() -> None:
    """Logs lie near the edges: each verdict is given often enough to be tested at all."""
    from spelregels.semantics import judge

    count: dict[Word, int] = dict.fromkeys(Word, 0)
    for made in CASES[:800]:
        for verdict in judge(made.ruleset, made.trajectory, made.as_of).verdicts:
            count[verdict.word] += 1
    assert all(times >= 8 for times in count.values()), count


def test_completions_are_complete_and_keep_what_was_known() -> None:
    for seed in range(200):
        made = case(seed, Settings(blur=0.7, planned=False))
        world = complete(made.ruleset, made.trajectory, Random(seed), made.as_of)
        if world is None:
            continue
        assert world.records is None and world.closed.everything and world.order is Order.LISTED
        told = {event.id: event for event in world.events}
        for event in made.trajectory.events:
            completed = told[event.id]
            assert completed.at.precision is Precision.MINUTE
            assert event.attributes.items() <= completed.attributes.items()
            assert event.outcome in (None, completed.outcome)
            if event.at.precision in (Precision.DAY, Precision.MINUTE):
                assert event.at.day == completed.at.day


def test_precise_settings_leave_nothing_open() -> None:
    for seed in range(100):
        log = case(seed, PRECISE).trajectory
        assert log.closed.everything and log.records is None
        assert all(e.at.precision in (Precision.DAY, Precision.MINUTE) for e in log.events)
        assert all(e.certainty is Certainty.SEEN and e.corrects is None for e in log.events)
