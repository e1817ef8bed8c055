"""A new ruleset is tried before anybody gets it: it must load and pass its own examples."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from spelregels.check import try_examples
from spelregels.language import load_ruleset
from spelregels.model.checked import TestReport


def tried(text: str, id_: str) -> TestReport:
    """The outcome of the ruleset's own examples. Raises ``InputRefused`` when it does not load."""
    with TemporaryDirectory() as folder:
        path = Path(folder).joinpath(*id_.split("/")).with_suffix(".yaml")
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        return try_examples(load_ruleset(path))
