"""A ruleset's own tests: closed trajectories that record everything, with what is expected."""

from __future__ import annotations

from collections.abc import Iterable

from spelregels.language import resembling
from spelregels.language.binding import bind
from spelregels.language.lower.parsed import ParsedFile
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems, nearest, suggest
from spelregels.language.reading import Reader
from spelregels.language.surface.ruleset import ExampleIn, ExpectedIn
from spelregels.language.trajectories import example_trajectory
from spelregels.model.problem import InputRefused, Position
from spelregels.model.ruleset import Example, Expected, Ruleset
from spelregels.model.words import How, Word

OF_THE_MACHINE = ("@stage", "@power", "@law")
"""What may be expected besides norms: findings that no norm gives."""


def examples(file: ParsedFile, ruleset: Ruleset, problems: Problems) -> tuple[Example, ...]:
    """The examples of ``file``, bound to ``ruleset``; what is wrong goes to ``problems``."""
    given = file.surface.examples or ()
    nodes = file.node.entries.get("examples")
    if not isinstance(nodes, ListNode):
        return ()
    _events_of_refused(nodes, {one.position for one in given}, problems)
    by_place = {node.position: node for node in nodes.items if isinstance(node, MapNode)}
    made = [
        _example(one, by_place[one.position], number, ruleset, problems, bool(file.dropped))
        for number, one in enumerate(given, start=1)
    ]
    _titles_apart(given, problems)
    return tuple(example for example in made if example is not None)


def _events_of_refused(nodes: ListNode, good: set[Position], problems: Problems) -> None:
    """What is wrong in the events of an example that was refused for something else."""
    for node in nodes.items:
        events = node.entries.get("events") if isinstance(node, MapNode) else None
        if node.position not in good and isinstance(node, MapNode) and events is not None:
            log = MapNode({"events": events}, {"events": node.keys["events"]}, node.position)
            example_trajectory(log, Reader(problems), _defaults(1, node.position))


def _example(
    given: ExampleIn,
    node: MapNode,
    number: int,
    ruleset: Ruleset,
    problems: Problems,
    dropped: bool,
) -> Example | None:
    expect = {
        str(name): _expected(wanted)
        for name, wanted in given.expect.items()
        if _known(str(name), given.at("expect"), node, ruleset, Problems() if dropped else problems)
    }
    reader = Reader(problems)
    before = len(problems.found)
    own = {key: part for key, part in node.entries.items() if key != "expect"}
    log = MapNode(own, {key: node.keys[key] for key in own}, node.position)
    trajectory = example_trajectory(log, reader, _defaults(number, node.position))
    if trajectory is None or len(problems.found) > before:
        return None
    if dropped:
        return None  # names were refused above; what is unknown now may be one of them
    try:
        bound = bind(trajectory, ruleset)
    except InputRefused as refused:
        problems.extend(refused.problems)
        return None
    for error in bound.data_errors:
        if error.code == resembling.CODE:  # here it is the writer's own slip
            problems.add(error.code, error.position, error.message_nl, error.message_en)
    return Example(str(given.title), given.as_of, bound, expect, given.position)


def _defaults(number: int, place: Position) -> dict[str, Node]:
    """An example is closed and records all, unless it says otherwise."""
    return {
        "id": ScalarNode(f"voorbeeld-{number}", place, True),
        "records": ScalarNode("all", place),
        "closed": ScalarNode("all", place),
    }


def _expected(
    given: Word | str | ExpectedIn | list[Word | ExpectedIn],
) -> Expected | tuple[Expected, ...]:
    if isinstance(given, list):
        return tuple(_one(part) for part in given)
    if isinstance(given, Word | ExpectedIn):
        return _one(given)
    return ()


def _one(given: Word | ExpectedIn) -> Expected:
    if isinstance(given, ExpectedIn):
        how: How | None = given.how
        return Expected(given.verdict, how)
    return Expected(given)


def _known(name: str, place: Position, node: MapNode, ruleset: Ruleset, problems: Problems) -> bool:
    expect = node.entries.get("expect")
    here = expect.keys.get(name, place) if isinstance(expect, MapNode) else place
    if name in OF_THE_MACHINE:
        return True
    full = [f"{file.id}#{norm.id}" for file in ruleset.files for norm in file.norms]
    short = [one.partition("#")[2] for one in full]
    if name in full or name in short:
        return True
    known = [*dict.fromkeys(short), *OF_THE_MACHINE]
    problems.add(
        "unknown-norm",
        here,
        f"De regel {name} bestaat niet.",
        f"The norm {name} does not exist.",
        expected_nl=nearest(name, known),
        suggestion=suggest(name, [*known, *full]),
    )
    return False


def _titles_apart(given: Iterable[ExampleIn], problems: Problems) -> None:
    seen: set[str] = set()
    for one in given:
        if str(one.title) in seen:
            problems.add(
                "double-title",
                one.title.position,
                f"Het voorbeeld {one.title} staat dubbel.",
                f"The example {one.title} stands twice.",
            )
        seen.add(str(one.title))
