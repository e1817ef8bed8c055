"""The JSON contract of portfolio reports published: its schema and its page, from one table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spelregels.report.contract import table
from spelregels.report.fields import ARTICLE, HASHED, LEFT_OUT, PLACE, Fields, Json, object_schema
from spelregels.report.portfolio_json import (
    FIGURE,
    FINDING,
    LACK,
    POINTER,
    PORTFOLIO_VERSION,
    RECEIPT,
    RESULT,
    WHOLE,
)

_PARTS: tuple[tuple[str, Fields[Any]], ...] = (
    ("The report", WHOLE),
    ("`receipt`", RECEIPT),
    ("`receipt.rules[]`, `rulesets[]`, `registers[]`, `inputs[]`", HASHED),
    ("`receipt.left_out[]`", LEFT_OUT),
    ("`results[]`", RESULT),
    ("`results[].article`", ARTICLE),
    ("`results[].findings[]`", FINDING),
    ("`figures[]`", FIGURE),
    ("`missing[]`", LACK),
    ("`evidence[]`", POINTER),
    ("`norm_location`", PLACE),
)

_OPENING = """# The JSON report of a portfolio

Made by `python -m spelregels.report.portfolio_contract`; do not edit by hand.

`spelregels portfolio … --format json` prints one object. It is a contract: within version
{version} fields are only added, and a field keeps its name, type and meaning.
`docs/portfolio.schema.json` is the same as a JSON Schema. Dates are `jjjj-mm-dd`. Texts for people
(`title`, `rule`, `message`, `text`, `why`) are in the language of `--lang` and are not part of the
contract: do not parse them. What the words mean: [portfolio.md](portfolio.md).

Pseudonyms stand in it only with `--names`; without it, all who were asked too often are one
finding, and counts of few persons are withheld. Nothing here is legal advice.

With exit code 2 the object is that of `check`: `{{"spelregels_problems": "1", …}}`, see
[report-json.md](report-json.md).
"""


def schema() -> dict[str, Json]:
    """The JSON Schema (2020-12) of a portfolio report."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "spelregels portfolio report",
        **object_schema(WHOLE),
    }


def page() -> str:
    """The page ``docs/portfolio-json.md``."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    yield _OPENING.format(version=PORTFOLIO_VERSION)
    for title, fields in _PARTS:
        yield f"## {title}\n"
        yield from table(fields)


def main() -> None:
    """Write both files; run from the top of the checkout."""
    from pathlib import Path

    from spelregels.report.json import dumps

    Path("docs/portfolio-json.md").write_text(page(), encoding="utf-8")
    Path("docs/portfolio.schema.json").write_text(dumps(schema()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
