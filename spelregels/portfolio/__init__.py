"""Norms over many trajectories together; ``docs/portfolio.md`` is the contract, clause by clause.

Pure functions: trajectories bound to their rulesets, norms, registers and a day go in; findings
come out. No files, no clock, no judging of single trajectories.
"""

from spelregels.portfolio.evaluate import Member, evaluate

__all__ = ["Member", "evaluate"]
