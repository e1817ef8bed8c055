"""The checks there are: one module each in ``checks/``, found by reading that folder.

It works from a checkout, a wheel and a zip alike: the folder is asked what it holds, names are held
against one pattern, and each module is imported by its full name. Nothing is registered anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from spelregels.model.verified import CheckRecord
from spelregels.verify import checks
from spelregels.verify.subject import Hit, Subject

_MODULE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
Find = Callable[[Subject], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: what it says of itself, and what it does."""

    record: CheckRecord
    find: Find


def check_ids() -> tuple[str, ...]:
    """The ids of all checks, without importing any."""
    names = sorted(module.name for module in iter_modules(checks.__path__))
    strange = [name for name in names if not _MODULE.fullmatch(name)]
    assert not strange, f"no name for a check: {strange}"
    return tuple(name.replace("_", "-") for name in names)


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, by id."""
    return tuple(_load(id_) for id_ in check_ids())


def _load(id_: str) -> Check:
    module = import_module(f"{checks.__name__}.{id_.replace('-', '_')}")
    record: CheckRecord = module.RECORD
    assert record.id == id_, f"the check in {module.__name__} calls itself {record.id}"
    return Check(record, module.find)
