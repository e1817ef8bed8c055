"""Rulesets side by side: who decides, who advises, levels, terms, thresholds, money and what is
left open; and where one text is silent while others speak (issue 4.4).

It reads texts only: no trajectory, no verdict. Words and formats stand here too, since nobody else
uses them.
"""

from spelregels.compare.selecting import chosen, of_kind
from spelregels.compare.side_by_side import compare
from spelregels.compare.topics import Comparison, Topic

__all__ = ["Comparison", "Topic", "chosen", "compare", "of_kind"]
