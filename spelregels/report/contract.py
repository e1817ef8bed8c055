"""The JSON contract published: its JSON Schema and its page, made from the same table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spelregels.report.fields import (
    ARTICLE,
    HASHED,
    LEFT_OUT,
    MISSING,
    PLACE,
    RECEIPT,
    VERDICT,
    VERSION,
    Fields,
    Json,
    Schema,
    object_schema,
)
from spelregels.report.json import ASKED, DATA_ERROR, PROBLEM, REMARK, TRAJECTORY, WHOLE

_PARTS: tuple[tuple[str, Fields[Any]], ...] = (
    ("The report", WHOLE),
    ("`receipt`", RECEIPT),
    ("`receipt.files[]`, `receipt.calendar`, `receipt.inputs[]`", HASHED),
    ("`receipt.left_out[]`", LEFT_OUT),
    ("`trajectories[]`", TRAJECTORY),
    ("`trajectories[].verdicts[]`", VERDICT),
    ("`article`", ARTICLE),
    ("`missing[]`", MISSING),
    ("`trajectories[].data_errors[]`", DATA_ERROR),
    ("`trajectories[].remarks[]`", REMARK),
    ("`asked[]`", ASKED),
    ("`location`, `norm_location`", PLACE),
)

_OPENING = """# The JSON report

Made by `python -m spelregels.report.contract`; do not edit by hand.

`spelregels check … --format json` prints one object. It is a contract: within version
{version} fields are only added, and a field keeps its name, type and meaning.
`docs/report.schema.json` is the same as a JSON Schema. Dates are `jjjj-mm-dd`. Texts for people
(`title`, `rule`, `happened`, `message`, `repair`, `dates`, `notes`) are in the language of `--lang`
and are not part of the contract: do not parse them.

Nothing here is legal advice.
"""

_PROBLEMS = """## When the input is refused

With exit code 2, `--format json` prints `{"spelregels_problems": "1", "language": …, "problems":
[…]}` instead, one object for each problem:
"""


def schema() -> dict[str, Json]:
    """The JSON Schema (2020-12) of a report."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "spelregels report",
        **object_schema(WHOLE),
    }


def page() -> str:
    """The page ``docs/report-json.md``."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield _OPENING.format(version=VERSION)
    for title, fields in _PARTS:
        yield f"## {title}\n"
        yield from table(fields)
    yield _PROBLEMS
    yield from table(PROBLEM)


def table(fields: Fields[Any]) -> Iterator[str]:
    """The rows of one object, a field each."""
    yield "| field | type | what |"
    yield "|---|---|---|"
    for field in fields:
        yield f"| `{field.name}` | {_type(field.schema)} | {field.about} |"
    yield ""


def _type(schema: Schema) -> str:
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ", ".join("null" if word is None else f"`{word}`" for word in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(_type(part) for part in schema["anyOf"])
    if schema["type"] == "array":
        return f"list of {_type(schema['items'])}"
    if schema.get("format") == "date":
        return "date"
    return str(schema["type"])


def main() -> None:
    """Write both files; run from the top of the checkout."""
    from pathlib import Path

    from spelregels.report.json import dumps

    Path("docs/report-json.md").write_text(page(), encoding="utf-8")
    Path("docs/report.schema.json").write_text(dumps(schema()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
