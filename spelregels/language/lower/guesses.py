"""What was meant by a value that does not fit its attribute, or that says something else."""

from __future__ import annotations

import re
from typing import Any

from spelregels.language.dutch import english_word
from spelregels.model.ruleset import Attribute
from spelregels.model.words import AttributeType

ORDERED = (AttributeType.INTEGER, AttributeType.MONEY, AttributeType.DATE)
_BOUNDS = {
    "at_least": r">=|≥|minimaal|minstens|ten minste",
    "at_most": r"<=|≤|maximaal|hoogstens|ten hoogste",
    "above": r">|meer dan|boven",
    "below": r"<|minder dan|onder",
}


def comparison(raw: Any, declared: Attribute) -> str:
    """``{at_least: 10}`` for a text ``>= 10`` or ``minimaal 10``; ``present`` for ``ingevuld``."""
    said = presence(raw)
    if said or declared.type not in ORDERED:
        return said
    for key, words in _BOUNDS.items():
        match = re.fullmatch(rf"\s*(?:{words})\s*([0-9.-]+)\s*", str(raw), re.IGNORECASE)
        if match is not None:
            return f"{{{key}: {match[1]}}}"
    share = re.fullmatch(r"\s*[0-9]+([.,][0-9]+)? ?%\s*", str(raw))
    return f"{{share: {str(raw).strip()}, of: …}}" if share else ""


def presence(raw: Any) -> str:
    """``present`` or ``absent`` for a Dutch word that says so; else nothing."""
    return english_word(str(raw), ("present", "absent")) if isinstance(raw, str) else ""
