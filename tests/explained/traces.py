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
from spelregels.model.ruleset import Act, Guarantee, Ruleset, RulesetFile
from spelregels.report.explain import Explainer, in_gate
from spelregels.report.explain_norms import Entry
from spelregels.report.wording import LANGUAGES

from .leaves import Leaf, leaves

Lines = tuple[str, ...]
# Told elsewhere in the explanation than with the norm itself: in which file a term stands.
_ELSEWHERE = frozenset(("TermRef.file",))


@dataclass(frozen=True)
class Piece:
    """One thing that is explained: a norm, a role, a stage, the head of the file.

    ``name``: what it is called in the file.
    ``told``: how the explanation in each language reads with this thing, or another, in its place.
    """

    thing: Any
    name: str
    told: Mapping[str, Callable[[Any], Lines]]


@dataclass(frozen=True)
class Fact:
    """One value: where it stands in ``thing``, called ``name``, and whether a reader sees it."""

    thing: Any
    name: str
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
    """The facts of the own file, its stages, and the words that it uses, as both languages tell
    them; and the sentences in one of them."""
    facts: list[Fact] = []
    sentences: list[str] = []
    loose: list[str] = []
    moved_notes: set[str] = set()
    for piece in _pieces(ruleset):
        base = {name: told(piece.thing) for name, told in piece.told.items()}
        moved: set[str] = set()
        for leaf in leaves(piece.thing):
            read = {name: [told(one) for one in leaf.others] for name, told in piece.told.items()}
            for lines in read[language]:
                moved.update(line for line in base[language] if line not in lines)
            if leaf.without:
                continue
            seen = all(base[name] not in read[name] for name in _languages(leaf, piece.thing))
            if leaf.place in _ELSEWHERE and not (seen and leaf.value == ruleset.own.id):
                elsewhere = _moved_elsewhere(ruleset, piece.thing, leaf, language)
                moved_notes |= elsewhere
                seen = seen or bool(elsewhere)
            facts.append(Fact(piece.thing, piece.name, leaf, seen))
        sentences += base[language]
        loose += [line for line in base[language] if line not in moved]
    headings, notes = _between(ruleset, language, set(sentences))
    frames = Explainer(ruleset, language).words.frames.EXPLAIN
    hanging = (*(note for note in notes if note not in moved_notes), *loose)
    named = [(line, _frame(line, frames)) for line in hanging]
    every = (*sentences, *headings, *notes)
    return Traced(tuple(facts), every, (*((line, "") for line in headings), *named))


def silences(ruleset: Ruleset) -> Iterator[Fact]:
    """Where the ruleset says nothing: what could stand there, and all that is in that."""
    for piece in _pieces(ruleset):
        for gap in leaves(piece.thing, silent=True):
            if gap.place == "Attribute.default" and isinstance(piece.thing, Act):
                continue  # only a fact of a trajectory has one
            yield Fact(piece.thing, piece.name, gap, _seen(gap, piece))
            for filled in gap.others:
                other = replace(piece, thing=filled)
                for leaf in leaves(filled):
                    apart = leaf.without or leaf.place in _ELSEWHERE
                    if leaf.path.startswith(gap.path) and not apart:
                        yield Fact(filled, piece.name, leaf, _seen(leaf, other))


def _seen(leaf: Leaf, piece: Piece) -> bool:
    """Whether each other value makes another explanation."""
    told = [piece.told[name] for name in _languages(leaf, piece.thing)]
    return all(say(other) != say(piece.thing) for say in told for other in leaf.others)


def _languages(leaf: Leaf, thing: Any) -> Lines:
    """Where a fact must be read: a Dutch name in Dutch, an English one in English, else in both."""
    if leaf.place.endswith(("title[en]", "title_en")):
        return ("en",)
    is_dutch = leaf.place.endswith(".title") and bool(getattr(thing, "title_en", ""))
    return ("nl",) if is_dutch or leaf.place.endswith("title[nl]") else ("nl", "en")


def _frame(line: str, frames: Mapping[str, str]) -> str:
    """The frame that a line is made of: the one with the most words of its own."""
    fitting = (key for key, frame in frames.items() if _pattern(frame).fullmatch(line))
    return max(fitting, key=lambda key: len(re.sub(r"\{.*?\}", "", frames[key])), default="?")


@cache
def _pattern(frame: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{.*?\\\}", ".*", re.escape(frame)), re.DOTALL)


def _pieces(ruleset: Ruleset) -> Iterator[Piece]:
    readers = {name: tuple(_read(Explainer(ruleset, name))) for name in LANGUAGES}
    for same in zip(*readers.values(), strict=True):
        name, thing, _ = same[0]
        yield Piece(thing, name, dict(zip(readers, (told for *_, told in same), strict=True)))


def _read(told: Explainer) -> Iterator[tuple[str, Any, Callable[[Any], Lines]]]:
    """The name of everything that is explained, the thing itself, and what explains it."""
    ruleset, own = told.ruleset, told.ruleset.own
    bare = replace(own, sources={}, norms=(), terms=(), guarantees=(), gates=(), examples=())
    yield own.id, bare, lambda file: (told.file.title(file), *told.file.lines(file))
    for source in own.sources.values():
        yield source.id, source, lambda one: (told.source(one),)
    shown = {section.title: section for section in told.sections()}
    frames = told.words.frames.EXPLAIN
    for key, things, say in (
        ("roles", ruleset.roles, told.role),
        ("acts", ruleset.acts, told.act),
    ):
        for entry in shown[frames[key]].entries if frames[key] in shown else ():
            yield entry.id, things[entry.id], lambda one, say=say: _lines(say(one))
    for entry in shown[frames["facts"]].entries if frames["facts"] in shown else ():
        name = entry.id
        yield name, ruleset.facts[name], lambda one, name=name: _lines(told.fact(name, one))
    for listed in ruleset.lists.values():
        yield listed.id, listed, lambda one: _lines(told.word_list(one))
    for calendar in ruleset.calendars.values():
        yield calendar.id, calendar, lambda one: _lines(told.calendar(one))
    if ruleset.machine is not None:
        bare_machine = replace(ruleset.machine, stages=())
        yield "stages", bare_machine, lambda one: tuple(told.stages.about(one))
        for stage in ruleset.machine.stages:
            yield stage.id, stage, lambda one: _lines(told.stages.stage(one))
    for term in own.terms:
        if not in_gate(term.id, own):
            yield term.id, term, lambda one: _lines(told.norms.term(one, own))
    for norm in own.norms:
        if not in_gate(norm.id, own):
            yield norm.id, norm, lambda one: _lines(told.norms.norm(one, own))
    for guarantee in own.guarantees:
        yield guarantee.id, guarantee, lambda one: _lines(told.guarantee(one))


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
    changed: Any = tuple(other if one is thing else one for one in getattr(own, name))
    return notes(own) ^ notes(replace(own, **{name: changed}))
