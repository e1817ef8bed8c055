"""The cases of the checks: short texts that are wrong, with where, and texts that are right.

``cases/<id>.yaml`` stands beside the check. A case writes only what it is about; the header that
every ruleset needs is put before it.
"""

from __future__ import annotations

import re
from importlib.resources import files

from spelregels.language import parse_yaml
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems
from spelregels.model.problem import Position
from spelregels.model.verified import Case, CaseFile, Text

HEADER = {
    "spelregels": '"1"',
    "id": "voorbeeldstad/regels",
    "title": "Regels",
    "regulatory_layer": "VERORDENING",
    "valid_from": "2026-01-01",
    "governs": "event_date",
    "extends": "[nl/vocabulaire]",
}
# a key in a remark counts too: a case can show a text without it
_KEY = re.compile(r"^(?:# )?([a-z_]+):", re.MULTILINE)
_FILE = ("check", "wrong", "right")
_CASE = ("title", "rules", "at", "beside")


def case_file(id_: str) -> CaseFile:
    """The cases of one check. Raises :class:`InputRefused` when the file is not as it should be."""
    name = f"cases/{id_.replace('-', '_')}.yaml"
    found = files("spelregels.verify") / name
    return read_cases(found.read_bytes(), f"spelregels/verify/{name}")


def read_cases(raw: bytes, source: str) -> CaseFile:
    """A case file. Raises :class:`InputRefused` with everything wrong in it."""
    problems = Problems()
    tree = parse_yaml(raw, source)
    top = _map(tree, _FILE, problems)
    made = CaseFile(
        check=_text(top.get("check"), "check", tree.position, problems),
        wrong=tuple(_case(one, problems) for one in _items(top.get("wrong"))),
        right=tuple(_case(one, problems) for one in _items(top.get("right"))),
    )
    problems.refuse()
    return made


def whole(rules: str) -> str:
    """The rules of a case with the header before them, as far as they have none of their own."""
    given = set(_KEY.findall(rules))
    lines = [f"{key}: {value}\n" for key, value in HEADER.items() if key not in given]
    return "".join(lines) + rules


def _case(node: Node, problems: Problems) -> Case:
    table = _map(node, _CASE, problems)
    title = _map(table.get("title"), ("nl", "en"), problems)
    here = node.position
    return Case(
        title=Text(
            _text(title.get("nl"), "title: nl", here, problems),
            _text(title.get("en"), "title: en", here, problems),
        ),
        rules=_text(table.get("rules"), "rules", here, problems),
        at=tuple(_text(one, "at", here, problems) for one in _items(table.get("at"))),
        beside=tuple(_text(one, "beside", here, problems) for one in _items(table.get("beside"))),
        position=here,
    )


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, ListNode) else ()


def _map(node: Node | None, known: tuple[str, ...], problems: Problems) -> dict[str, Node]:
    if not isinstance(node, MapNode):
        return {}
    for key in node.entries:
        if key not in known:
            problems.add(
                "unknown-key",
                node.keys[key],
                f"De sleutel {key} bestaat hier niet.",
                f"The key {key} does not exist here.",
                expected_nl=", ".join(known),
            )
    return dict(node.entries)


def _text(node: Node | None, what: str, at: Position, problems: Problems) -> str:
    if isinstance(node, ScalarNode) and isinstance(node.value, str) and node.value:
        return node.value
    problems.add("missing-key", at, f"Hier ontbreekt {what}.", f"Here {what} is missing.")
    return ""
