"""The stages of a ruleset as a picture: Mermaid and DOT text, for programs that draw.

Ids are ``s0`` … ``sN``; every word from a ruleset stands in a label, escaped. Each stage says in
words who decides and at which level; where it begins and ends is drawn as such.
"""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.frozen import dataclass
from spelregels.model.ruleset import Ruleset, Stage
from spelregels.report.layout import clean
from spelregels.report.names import Names, readable, short
from spelregels.report.show import Row, overview

__all__ = ["dot", "mermaid"]


@dataclass(frozen=True, slots=True)
class Box:
    """A stage: its lines of text, and whether it is an end."""

    id: str
    lines: tuple[str, ...]
    ends: bool


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one box to another; ``lines``: each act that leads there."""

    source: str
    target: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What both formats draw. No boxes: the ruleset has no stages."""

    title: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def picture(ruleset: Ruleset, language: str) -> Picture:
    """Boxes and arrows with their words. ``language``: ``nl`` or ``en``."""
    shown = overview(ruleset, language)
    names = Names.of(ruleset, language)
    stages = ruleset.machine.stages if ruleset.machine else ()
    ids = {stage.id: f"s{number}" for number, stage in enumerate(stages)}
    boxes = tuple(
        Box(ids[stage.id], tuple(_lines(row, names)), stage.ends_as is not None)
        for stage, row in zip(stages, shown.rows, strict=True)
    )
    arrows = tuple(arrow for stage in stages for arrow in _arrows(stage, ids, names))
    return Picture(shown.title, boxes, arrows)


def _lines(row: Row, names: Names) -> Iterator[str]:
    words = names.words
    yield row.stage
    if row.level:
        yield f"({row.level})"
    if row.decides:
        yield words.say(words.frames.SHOW, "decider", role=row.decides)
    yield from row.also


def _arrows(stage: Stage, ids: dict[str, str], names: Names) -> Iterator[Arrow]:
    leading: dict[str, list[str]] = {}
    for edge in stage.edges:
        act = names.ruleset.acts.get(edge.act)
        told = short(names.title(act.title if act else {}, edge.act))
        if edge.outcome is not None:
            told += names.words.part("with_outcome", outcome=readable(edge.outcome))
        leading.setdefault(edge.to, []).append(told)
    for target, lines in leading.items():
        yield Arrow(ids[stage.id], ids[target], tuple(dict.fromkeys(lines)))


def mermaid(ruleset: Ruleset, language: str) -> Iterator[str]:
    """A Mermaid state diagram, line by line."""
    drawn = picture(ruleset, language)
    yield "---"
    yield f"title: {_quoted(drawn.title)}"
    yield "---"
    yield "stateDiagram-v2"
    for box in drawn.boxes:
        label = "<br/>".join(map(_entities, box.lines))
        yield f'    state "{label}" as {box.id}'
    if drawn.boxes:
        yield f"    [*] --> {drawn.boxes[0].id}"
    for arrow in drawn.arrows:
        label = "<br/>".join(map(_entities, arrow.lines))
        yield f"    {arrow.source} --> {arrow.target}: {label}"
    for box in drawn.boxes:
        if box.ends:
            yield f"    {box.id} --> [*]"


def _entities(text: str) -> str:
    """Only letters, digits and spaces stand bare; the rest as ``#code;``, which Mermaid shows."""
    return "".join(c if c.isalnum() or c == " " else f"#{ord(c)};" for c in clean(text))


def _quoted(text: str) -> str:
    """YAML text in double quotes: Mermaid reads the title as front matter."""
    escaped = clean(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def dot(ruleset: Ruleset, language: str) -> Iterator[str]:
    """A Graphviz digraph, line by line."""
    drawn = picture(ruleset, language)
    yield "digraph stages {"
    yield f"  graph [label={_string([drawn.title])}, labelloc=t, rankdir=TB, fontname=Helvetica];"
    yield "  node [shape=box, style=rounded, fontname=Helvetica];"
    yield "  edge [fontname=Helvetica, fontsize=11];"
    if drawn.boxes:
        yield '  begin [shape=circle, style=filled, fillcolor=black, label="", width=0.2];'
    if any(box.ends for box in drawn.boxes):
        yield '  end [shape=doublecircle, style=filled, fillcolor=black, label="", width=0.15];'
    for box in drawn.boxes:
        shape = ", peripheries=2" if box.ends else ""
        yield f"  {box.id} [label={_string(box.lines)}{shape}];"
    if drawn.boxes:
        yield f"  begin -> {drawn.boxes[0].id};"
    for arrow in drawn.arrows:
        yield f"  {arrow.source} -> {arrow.target} [label={_string(arrow.lines)}];"
    for box in drawn.boxes:
        if box.ends:
            yield f"  {box.id} -> end;"
    yield "}"


def _string(lines: tuple[str, ...] | list[str]) -> str:
    """A quoted DOT string, a line each."""
    escaped = (clean(line).replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(escaped) + '"'
