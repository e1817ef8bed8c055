"""A file of one of our kinds to its surface, every problem of form together."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from spelregels.language.filebytes import RULESET_LIMITS, read_bytes
from spelregels.language.kinds import Kind, is_something_else
from spelregels.language.nodes import MapNode
from spelregels.language.problems import Problems
from spelregels.language.surface.base import Surface, to_plain
from spelregels.language.surface.errors import to_problems
from spelregels.language.surface.read import filled
from spelregels.language.yamltext import read_tree
from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position

Form = TypeVar("Form", bound=Surface)


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of a file, and what they are called."""

    path: str
    bytes: bytes


def read_raw(path: Path) -> Raw:
    """The bytes of a file. Raises ``InputRefused``."""
    return Raw(str(path), read_bytes(path, limits=RULESET_LIMITS))


def read_form(raw: Raw, form: type[Form], kind: Kind, may_be_bare: Collection[str] = ()) -> Form:
    """The file as ``form``. Raises ``InputRefused`` with all that is wrong in its form.

    ``may_be_bare``: keys under which ``name:`` alone means ``name: {}``.
    """
    problems = Problems()
    node = read_tree(raw.bytes, raw.path, problems)
    if node is not None and not isinstance(node, MapNode):
        problems.add(
            f"not-a-{kind.name.lower()}",
            node.position,
            f"Dit is geen {kind.value[0].removeprefix('een ')}: bovenaan horen sleutels te staan.",
            f"This is not {kind.value[1]}: it should have keys at the top.",
            expected_nl=", ".join(form.known_keys()),
        )
    if not isinstance(node, MapNode) or is_something_else(node, kind, problems):
        problems.refuse()
        raise AssertionError("nothing to read and no problem")
    whole = filled(node, problems, may_be_bare)
    models: dict[Position, type[Surface]] = {}
    try:
        made = form.model_validate(to_plain(whole), context=models)
    except ValidationError as error:
        to_problems(error.errors(include_url=False), whole, models, problems)
        problems.refuse()
        raise
    problems.refuse()
    return made
