"""From an id or a path to norms over many trajectories, and from a path to registers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from spelregels.language import library
from spelregels.language.kinds import Kind
from spelregels.language.portfolio import RulesetFinder
from spelregels.language.portfolio.lower import portfolio_rules
from spelregels.language.portfolio.lower_registers import registers
from spelregels.language.portfolio.norms import PortfolioRulesIn
from spelregels.language.portfolio.reading import Raw, read_form, read_raw
from spelregels.language.portfolio.registers import MAY_BE_BARE, RegistersIn
from spelregels.language.problems import MOST_SHOWN, Problems, clipped, suggest
from spelregels.model.portfolio import PortfolioRules
from spelregels.model.problem import Position
from spelregels.model.registers import Registers
from spelregels.model.ruleset import Ruleset


def load_portfolio_rules(ref: str | Path, find: RulesetFinder | None = None) -> PortfolioRules:
    """See :func:`spelregels.language.portfolio.load_portfolio_rules`."""
    raw = read_raw(_path_of(ref))
    given = read_form(raw, PortfolioRulesIn, Kind.PORTFOLIO)
    problems = Problems()
    words: list[Ruleset] = []
    for name in given.extends:
        with problems.gathering():
            words.append((find or _find)(str(name), name.position))
    problems.refuse()
    made = portfolio_rules(given, tuple(words), raw.path, _hash(raw), problems)
    problems.refuse()
    return made


def load_registers(path: Path, rules: Sequence[PortfolioRules]) -> Registers:
    """See :func:`spelregels.language.portfolio.load_registers`."""
    raw = read_raw(path)
    given = read_form(raw, RegistersIn, Kind.REGISTERS, MAY_BE_BARE)
    problems = Problems()
    made = registers(given, rules, raw.path, _hash(raw), problems)
    problems.refuse()
    return made


def _hash(raw: Raw) -> str:
    return sha256(raw.bytes).hexdigest()


def _find(name: str, place: Position) -> Ruleset:
    from spelregels.language import load_ruleset

    return load_ruleset(name, named_at=place)


def _path_of(ref: str | Path) -> Path:
    """The file of a shipped id, or the path itself."""
    if library.is_path(ref):
        return Path(ref)
    name = str(ref)
    root = library.shipped_root()
    found = library.versions(name, [root]) if library.is_id(name) else ()
    if found:
        return found[0]
    known = shipped_portfolio_ids()
    problems = Problems()
    shown = clipped(name, MOST_SHOWN)
    problems.add(
        "unknown-portfolio",
        Position(),
        f"De portefeuilleregels {shown} bestaan niet.",
        f"The portfolio norms {shown} do not exist.",
        expected_nl=f"een bestand, of: {', '.join(known)}",
        expected_en=f"a file, or: {', '.join(known)}",
        suggestion=suggest(name, known),
    )
    problems.refuse()
    raise AssertionError("a problem was noted")


def shipped_portfolio_ids() -> tuple[str, ...]:
    """The ids of the portfolio norms that come with the package."""
    root = library.shipped_root()
    return tuple(
        sorted(library.id_of(path, root) for path in root.rglob("*.yaml") if _of_this_kind(path))
    )


def _of_this_kind(path: Path) -> bool:
    with path.open("rb") as file:
        return _MARK.search(file.read(_LOOK_AT)) is not None


_MARK = re.compile(rb"^spelregels_portfolio\s*:", re.MULTILINE)
_LOOK_AT = 4000
