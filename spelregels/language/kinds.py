"""Which kind of file this is, by its keys: so that one in the place of another is told so."""

from __future__ import annotations

from enum import Enum

from spelregels.language.nodes import MapNode
from spelregels.language.problems import Problems


class Kind(Enum):
    """A kind of file of ours: what it is called, in Dutch and English, and how it is given."""

    RULESET = ("een set regels (ruleset)", "a ruleset", "--rules")
    MAPPING = ("een mapping", "a mapping", "--map")
    TRAJECTORY = ("een traject", "a trajectory", "check BESTAND")
    PORTFOLIO = ("een set portefeuilleregels", "a set of portfolio norms", "portfolio --rules")
    REGISTERS = ("een bestand met registers", "a file of registers", "portfolio --registers")


def is_something_else(top: MapNode, wanted: Kind, problems: Problems) -> bool:
    """Whether the file is surely of another kind than ``wanted``; then that is noted."""
    found = _kind(top)
    if found is None or found is wanted:
        return False
    nl, en, how = found.value
    problems.add(
        f"not-a-{wanted.name.lower()}",
        top.position,
        f"Dit is {nl}; hier wordt {wanted.value[0]} verwacht.",
        f"This is {en}; {wanted.value[1]} is expected here.",
        expected_nl=f"{nl} geeft u met: {how}",
        expected_en=f"{en} is given with: {how}",
    )
    return True


def _kind(top: MapNode) -> Kind | None:
    if "spelregels" in top.entries:
        return Kind.RULESET
    if "spelregels_mapping" in top.entries:
        return Kind.MAPPING
    if "spelregels_portfolio" in top.entries:
        return Kind.PORTFOLIO
    if "spelregels_registers" in top.entries:
        return Kind.REGISTERS
    of_a_mapping = {"input", "trajectory", "based_on"} & top.entries.keys()
    return Kind.TRAJECTORY if "events" in top.entries and not of_a_mapping else None
