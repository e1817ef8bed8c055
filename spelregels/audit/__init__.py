"""Random rulesets and logs, worlds, and properties that any evaluator of the language must have.

Public: ``case(seed)`` gives a ruleset, a log at the edges of its terms and a day; ``complete`` one
world of an incomplete log; ``properties`` the checks; ``shrink`` a smaller failing case;
``strategies`` the same for Hypothesis. Standard library only.
From a shell: ``python -m spelregels.audit --help``.
"""

from __future__ import annotations

from spelregels.audit.complete import complete
from spelregels.audit.generate import Case, case, log_for
from spelregels.audit.settings import DEFAULT, PRECISE, Settings

__all__ = ["DEFAULT", "PRECISE", "Case", "Settings", "case", "complete", "log_for"]
