"""The live side: a ruleset compiled once, logs judged on it, whole or event by event.

``compile_ruleset`` makes the tables, ``replay`` judges a whole log. ``docs/engine.md``.
"""

from __future__ import annotations

from spelregels.engine.compiled import Compiled, compile_ruleset
from spelregels.engine.replay import replay

__all__ = ["Compiled", "compile_ruleset", "replay"]
