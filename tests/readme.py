"""The excerpt in the README is real output. ``python -m tests.readme`` writes it anew."""

from __future__ import annotations

import re
from pathlib import Path

from typer.testing import CliRunner

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PLACE = re.compile(r"(<!-- example: begin -->\n).*?(<!-- example: end -->)", re.DOTALL)


def excerpt() -> str:
    """The first finding of the shipped example, word for word."""
    from spelregels_cli.app import app

    example = str(ROOT / "examples" / "speelplek.yaml")
    result = CliRunner().invoke(app, ["check", example, "--rules", "vormen/wijkplatform"])
    head, first, *_ = result.stdout.split("\n\n")
    return f"{head}\n\n{first}"


def fresh() -> str:
    """The README as it should be."""
    text = README.read_text(encoding="utf-8")
    return PLACE.sub(lambda m: f"{m[1]}```text\n{excerpt()}\n```\n{m[2]}", text)


if __name__ == "__main__":
    README.write_text(fresh(), encoding="utf-8")
