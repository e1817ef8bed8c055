"""Checks on the text of a ruleset, without a solver: ``spelregels verify``.

One check is one file in ``checks/`` with one case file in ``cases/``; ``docs/verify.md`` says how
to add one. A finding is about the text; it never says that something is unlawful.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spelregels.model.ruleset import Ruleset
    from spelregels.model.verified import CheckRecord, VerifyReport
    from spelregels.verify.settings import Settings

__all__ = [
    "fails",
    "known_checks",
    "read_settings",
    "records",
    "rulesets_in",
    "settings_from",
    "verify",
]


def verify(
    rulesets: Sequence[Ruleset],
    *,
    as_of: date,
    settings: Settings | None = None,
    only: Sequence[str] = (),
) -> VerifyReport:
    """Look at each ruleset with every check that is on.

    ``as_of``: the day of looking. ``only``: ids of the checks to run; empty: all.
    """
    from spelregels.verify.run import verify as run
    from spelregels.verify.settings import Settings

    return run(rulesets, as_of=as_of, settings=settings or Settings(), only=only)


def fails(report: VerifyReport, fail_on: str) -> bool:
    """Whether anything is as loud as ``error``, ``warning`` or ``info``; ``never``: nothing is."""
    from spelregels.verify.run import fails as loud

    return loud(report, fail_on)


def records() -> tuple[CheckRecord, ...]:
    """What every check says of itself, by id."""
    from spelregels.verify.found import all_checks

    return tuple(check.record for check in all_checks())


def known_checks(ids: Sequence[str]) -> tuple[str, ...]:
    """The same ids. Raises :class:`InputRefused` for one that is no check."""
    from spelregels.verify.settings import known_checks as known

    return known(ids)


def settings_from(named: Path | None, usual: Path) -> Settings:
    """The settings in ``named``, else in ``usual`` if it is there, else none at all."""
    from spelregels.verify.settings import Settings, read_settings

    path = named or (usual if usual.is_file() else None)
    return read_settings(path) if path else Settings()


def read_settings(path: Path) -> Settings:
    """The settings in a ``spelregels.toml``. Raises :class:`InputRefused` with every problem."""
    from spelregels.verify.settings import read_settings as read

    return read(path)


def rulesets_in(folder: Path) -> tuple[Path, ...]:
    """The ruleset files under a folder, in order of name."""
    from spelregels.verify.folders import rulesets_in as found

    return found(folder)
