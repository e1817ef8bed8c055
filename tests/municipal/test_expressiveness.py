"""Real municipal rules in the language (issue 4.1, 4.2): how many facts are held, and the proof.

What a fact says is checked against the material only where that is at hand ($SPELREGELS_DATA and
the folder ``law`` beside it); everything else needs the repository alone.
"""

from __future__ import annotations

import json

import pytest

from spelregels.language.library import ids_under, shipped_root
from spelregels.model.norms import Statement
from spelregels.model.ruleset import Ruleset
from tests.conftest import DATA
from tests.municipal.mutation import loaded, noticed
from tests.municipal.page import ENCODED, PAGE, TABLES, fresh, named, within
from tests.municipal.register import FOLDER, Fact, Held, Instrument, register

MATERIAL = DATA.parent / "law" / "municipal-rules-facts.json"
TWO_OF_EACH = [  # issue 4.1; of a citizens' assembly the material has one entry with two towns
    *("wijkspelregels", "inspraak", "participatie", "wijkraad", "convenant", "wijkbudget"),
    *("burgerbegroting", "burgerinitiatief", "referendum", "uitdaagrecht", "stadsdeel"),
    "wijkplatform",
]


def files() -> list[str]:
    return [id_ for id_ in ids_under(shipped_root()) if id_.startswith(f"{FOLDER}/")]


def names(fact: Fact) -> str:
    return f"{fact.instrument}.{fact.number}"


# -- the page -------------------------------------------------------------------------------------


def test_the_tables_are_fresh() -> None:
    """4.2: ``python -m tests.municipal`` would change nothing."""
    assert PAGE.read_text(encoding="utf-8") == fresh()


def test_every_table_is_shown_once() -> None:
    assert sorted(named()) == sorted(TABLES)


# -- how much -------------------------------------------------------------------------------------


def test_enough_instruments_and_facts() -> None:
    """4.1: at least 30 of 66 instruments with 170 of 292 facts; we aim higher."""
    assert len(register().instruments) == 66
    assert len(list(register().facts())) == 292
    assert len(register().encoded) >= 34
    assert len(within()) >= 180


@pytest.mark.parametrize("kind", TWO_OF_EACH)
def test_two_of_each_kind(kind: str) -> None:
    """4.1: two of each kind where the material has two."""
    assert sum(kind in one.kinds for one in register().encoded) >= 2


def test_both_citizens_assemblies() -> None:
    """4.1: R80 holds two towns."""
    (found,) = [one for one in register().encoded if "burgerberaad" in one.kinds]
    assert len(found.files) == 2


def test_within_what_is_encoded() -> None:
    """4.2: floor 85 % encoded and at most 10 % open norms, goal 95 %."""
    encoded = sum(fact.held in ENCODED for fact in within())
    open_ = sum(fact.held is Held.OPEN for fact in within())
    assert encoded >= 0.95 * len(within())
    assert open_ <= 0.10 * len(within())


def test_no_file_without_its_instrument() -> None:
    """Every municipal ruleset belongs to one instrument of the register."""
    listed = [file for one in register().encoded for file in one.files]
    assert sorted(listed) == sorted(files())


def test_every_file_says_how_much_was_there() -> None:
    """4.1: ``encoded:`` says how much was available."""
    assert not [id_ for id_ in files() if loaded(id_).own.encoded is None]


# -- the proof ------------------------------------------------------------------------------------


@pytest.mark.parametrize("one", register().encoded, ids=lambda one: one.id)
def test_each_part_is_noticed_when_it_is_gone(one: Instrument) -> None:
    """4.2: a fact counts only if taking out what holds it changes a verdict of some example."""
    unnoticed = [
        f"{names(fact)} {part}"
        for fact in one.facts
        for part in fact.parts
        if not noticed(part, one.files)
    ]
    assert not unnoticed


def test_each_open_norm_is_kept_and_names_its_judge() -> None:
    """4.2: an open norm is a statement; who judges it is as the register says."""
    for fact in within():
        if fact.statement is None:
            continue
        found = statement(fact.statement.name, loaded(fact.statement.file))
        assert (found.judged_by or "not_stated") == fact.judge, names(fact)


def statement(id_: str, ruleset: Ruleset) -> Statement:
    (found,) = [norm for norm in ruleset.own.norms if norm.id == id_]
    assert isinstance(found, Statement)
    return found


def test_what_cannot_be_said_names_a_known_construct() -> None:
    """4.2: with the missing construct; and no construct is listed for nothing."""
    asked = {f.needs for f in within()} | {f.better for f in within()}
    assert asked - {""} == set(register().constructs)
    missing = [fact for fact in within() if fact.held is Held.MISSING]
    assert all(fact.needs and fact.why for fact in missing)


def test_every_norm_of_a_municipal_file_holds_a_fact() -> None:
    """Nothing is in the rulesets that is not in the register, save what section 4 of the material
    adds and what keeps the unsaid rest of a fact."""
    held = {(p.file, p.name) for fact in within() for p in fact.parts}
    held |= {(f.statement.file, f.statement.name) for f in within() if f.statement is not None}
    loose = {
        f"{id_}#{norm.id}"
        for id_ in files()
        for norm in loaded(id_).own.norms
        if (id_, norm.id) not in held and not isinstance(norm, Statement)
    }
    assert loose == {
        # D18 of the material: the bar that leaves next to nothing
        f"{FOLDER}/heerlen/burgerinitiatief#toelating.gemeente-mag-erover-beslissen",
        f"{FOLDER}/heerlen/burgerinitiatief#toelating.niet-over-gemeentelijk-beleid",
        f"{FOLDER}/opsterland/burgerinitiatief#toelating.niet-over-gemeentelijk-beleid",
        # D40, D43, D45: another decider, or instead of and, a round without a day
        f"{FOLDER}/goes/pagina-bewonersorganisatie#bewonersorganisatie-besteedt",
        f"{FOLDER}/middelburg/uitdaagrecht#uitdaging.inleiding",
        f"{FOLDER}/smallingerland/buurtbudget#tweede-ronde-sluit",
        # the duty to which R16.2 is the exception
        f"{FOLDER}/zoetermeer/participatie-2022#participatie-bij-verordening",
    }


# -- the material ---------------------------------------------------------------------------------


@pytest.mark.skipif(not MATERIAL.is_file(), reason="the material is not at hand")
def test_the_register_follows_the_material() -> None:
    """Numbers and modalities of the facts are those of the material."""
    read = json.loads(MATERIAL.read_text(encoding="utf-8"))
    theirs = {one["id"]: [fact["modality"] for fact in one["facts"]] for one in read}
    ours = {one.id: [fact.modality for fact in one.facts] for one in register().instruments}
    assert ours == theirs
    assert all([f.number for f in one.facts] == list(range(1, len(one.facts) + 1))
               for one in register().instruments)  # fmt: skip
