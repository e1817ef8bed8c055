"""JSONL: one JSON value per line; blank lines say nothing."""

from __future__ import annotations

from spelregels.doors.json_text import Room, parse_json
from spelregels.language.nodes import ListNode, Node
from spelregels.language.problems import Problems
from spelregels.model.problem import Position


def parse_jsonl(text: str, *, source: str) -> ListNode:
    """The values of all lines. Raises ``InputRefused`` with the problems of every line together."""
    problems = Problems()
    items: list[Node] = []
    room = Room()
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            with problems.gathering():
                items.append(parse_json(line, source=source, first_line=number, room=room))
        if room.left < 0:
            break
    problems.refuse()
    return ListNode(tuple(items), Position(source, 1, 1))
