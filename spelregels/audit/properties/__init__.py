"""Properties of any evaluator of the language: each takes a seed and gives a failure or None.

``PROPERTIES`` maps a name to its check; ``python -m spelregels.audit NAME --count N`` runs one.
"""

from __future__ import annotations

from spelregels.audit.properties import (
    agreement,
    explanation,
    metamorphic,
    plain,
    truncation,
    validity,
    worlds,
)
from spelregels.audit.properties.common import Failure, Property

PROPERTIES: dict[str, Property] = {
    made.name: made
    for made in (
        plain.PLAIN,
        plain.TERMS,
        worlds.WORLDS,
        worlds.TERMS,
        truncation.TRUNCATION,
        truncation.FUTURE,
        validity.VALIDITY,
        metamorphic.UNRELATED,
        metamorphic.RENAMING,
        metamorphic.WEEKS,
        metamorphic.REMOVAL,
        metamorphic.LONGER,
        metamorphic.ORDER,
        explanation.DETERMINISM,
        explanation.EVIDENCE,
        explanation.SHAPE,
    )
}

#: what a command may run: the properties, and the agreement of two evaluators
SEARCHES: dict[str, Property] = {**PROPERTIES, agreement.AGREEMENT.name: agreement.AGREEMENT}

__all__ = ["PROPERTIES", "SEARCHES", "Failure", "Property"]
