"""What starting costs (issue 1.6): the language is imported without pydantic until it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"pydantic", "pydantic_core", "transitions", "typer"}


@pytest.mark.parametrize(
    "code",
    [
        "import spelregels.language",
        "import spelregels.language.trajectories, spelregels.language.binding",
        "from spelregels.language import parse_yaml; parse_yaml('a: 1', 'f')",
        "from spelregels.language import shipped_rulesets; shipped_rulesets()",
        "from spelregels.language import json_schema; json_schema('trajectory')",
    ],
)
def test_pydantic_is_not_imported(code: str) -> None:
    script = f"{code}\nimport sys\nprint(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not HEAVY & set(ran.stdout.split())
