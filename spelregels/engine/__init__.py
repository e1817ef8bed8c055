"""The live side: a ruleset compiled once, logs judged on it, whole or event by event.

``compile_ruleset`` makes the tables; ``replay`` judges a whole log, ``Monitors`` one that grows,
``scan`` very many. ``cache`` and ``machine`` are imported by name. See ``docs/engine.md``.
"""

from __future__ import annotations

from spelregels.engine.compiled import Compiled, compile_ruleset
from spelregels.engine.monitors import Monitors
from spelregels.engine.replay import replay
from spelregels.engine.scan import scan

__all__ = ["Compiled", "Monitors", "compile_ruleset", "replay", "scan"]
