"""Which facts of a ruleset leave a trace in what ``spelregels explain`` says, and which do not.

A *fact* is a value in the loaded ruleset. It has a trace if the explanation changes when the value
does; of a closed set of values each other one must read differently. A *sentence* is a line of
the explanation. It has a fact if some changed fact changes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spelregels.model.norms import NamedTerm
from spelregels.model.ruleset import Guarantee, Ruleset, RulesetFile
from spelregels.report.explain import Explainer
from spelregels.report.explain_norms import Entry

from .leaves import Leaf, leaves

Lines = tuple[str, ...]
# Told elsewhere in the explanation than with the norm itself: in which file a term stands.
_ELSEWHERE = frozenset(("TermRef.file",))


@dataclass(frozen=True)
class Piece:
    """One thing that is explained: a norm, a role, a stage, the head of the file."""

    thing: Any
    told: Callable[[Any], Lines]


@dataclass(frozen=True)
class Fact:
    """One value: where it stands in ``thing``, and whether a reader can see it."""

    thing: Any
    leaf: Leaf
    traced: bool


@dataclass(frozen=True)
class Traced:
    """``facts``: all. ``sentences``: all lines. ``loose``: the lines that hang on no fact, with
    the name of the frame they are made of (empty: a heading)."""

    facts: tuple[Fact, ...]
    sentences: Lines
    loose: tuple[tuple[str, str], ...]


def traced(ruleset: Ruleset, language: str = "nl") -> Traced:
    """The facts and sentences of the own file, its stages, and the words that it uses."""
    facts: list[Fact] = []
    sentences: list[str] = []
    loose: list[str] = []
    moved_notes: set[str] = set()
    for piece in _pieces(ruleset, language):
        base = piece.told(piece.thing)
        moved: set[str] = set()
        for leaf in leaves(piece.thing):
            told = [piece.told(other) for other in leaf.others]
            moved.update(line for lines in told for line in base if line not in lines)
            if leaf.without:
                continue
            seen = all(lines != base for lines in told)
            if leaf.place in _ELSEWHERE:
                elsewhere = _moved_elsewhere(ruleset, piece.thing, leaf, language)
                moved_notes |= elsewhere
                seen = seen or bool(elsewhere)
            facts.append(Fact(piece.thing, leaf, seen))
        sentences += base
        loose += [line for line in base if line not in moved]
    headings, notes = _between(ruleset, language, set(sentences))
    frames = Explainer(ruleset, language).words.frames.EXPLAIN
    hanging = (*(note for note in notes if note not in moved_notes), *loose)
    named = [(line, _frame(line, frames)) for line in hanging]
    every = (*sentences, *headings, *notes)
    return Traced(tuple(facts), every, (*((line, "") for line in headings), *named))


def _frame(line: str, frames: Mapping[str, str]) -> str:
    """The frame that a line is made of: the one with the most words of its own."""
    fitting = (key for key, frame in frames.items() if _pattern(frame).fullmatch(line))
    return max(fitting, key=lambda key: len(re.sub(r"\{.*?\}", "", frames[key])), default="?")


@cache
def _pattern(frame: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{.*?\\\}", ".*", re.escape(frame)), re.DOTALL)


def _pieces(ruleset: Ruleset, language: str) -> Iterator[Piece]:
    told, own = Explainer(ruleset, language), ruleset.own
    bare = replace(own, sources={}, norms=(), terms=(), guarantees=(), examples=())
    yield Piece(bare, lambda file: (told.file.title(file), *told.file.lines(file)))
    for source in own.sources.values():
        yield Piece(source, lambda one: (told.source(one),))
    shown = {section.title: section for section in told.sections()}
    frames = told.words.frames.EXPLAIN
    for key, things, say in (
        ("roles", ruleset.roles, told.role),
        ("acts", ruleset.acts, told.act),
    ):
        for entry in shown[frames[key]].entries if frames[key] in shown else ():
            yield Piece(things[entry.id], lambda one, say=say: _lines(say(one)))
    for entry in shown[frames["facts"]].entries if frames["facts"] in shown else ():
        name = entry.id
        yield Piece(ruleset.facts[name], lambda one, name=name: _lines(told.fact(name, one)))
    for calendar in ruleset.calendars.values():
        yield Piece(calendar, lambda one: _lines(told.calendar(one)))
    if ruleset.machine is not None:
        yield Piece(replace(ruleset.machine, stages=()), lambda one: tuple(told.about_stages(one)))
        for stage in ruleset.machine.stages:
            yield Piece(stage, lambda one: _lines(told.stage(one)))
    for term in own.terms:
        yield Piece(term, lambda one: _lines(told.norms.term(one, own)))
    for norm in own.norms:
        yield Piece(norm, lambda one: _lines(told.norms.norm(one, own)))
    for guarantee in own.guarantees:
        yield Piece(guarantee, lambda one: _lines(told.guarantee(one)))


def _lines(entry: Entry) -> Lines:
    head = f"{entry.id}: {entry.title}" if entry.title not in ("", entry.id) else entry.id
    text = (entry.text,) if entry.text else ()
    return (head, *text, *entry.lines) if entry.lines else text


def _between(ruleset: Ruleset, language: str, known: set[str]) -> tuple[Lines, Lines]:
    """Headings, and the notes that stand under them beside the things explained."""
    _, *others = Explainer(ruleset, language).sections()
    notes = (line for section in others for line in section.lines)
    return tuple(section.title for section in others), tuple(n for n in notes if n not in known)


def _moved_elsewhere(ruleset: Ruleset, thing: Any, leaf: Leaf, language: str) -> set[str]:
    """The lines beside the things explained that are not the same when ``thing`` is another."""

    def notes(file: RulesetFile) -> set[str]:
        whole = replace(ruleset, files=(*ruleset.files[:-1], file))
        sections = Explainer(whole, language).sections()
        return {line for section in sections for line in section.lines}

    own, (other,) = ruleset.own, leaf.others
    name = "norms"
    if isinstance(thing, NamedTerm | Guarantee):
        name = "terms" if isinstance(thing, NamedTerm) else "guarantees"
    changed = tuple(other if one is thing else one for one in getattr(own, name))
    return notes(own) ^ notes(replace(own, **{name: changed}))
