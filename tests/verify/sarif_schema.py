"""The structure of SARIF 2.1.0 as far as we write it: names, types, closed sets, what is required.

Follows the schema that OASIS publishes (sarif-schema-2.1.0.json), in our own words and without the
parts we never write; nothing else is allowed, so a misspelled key is refused as it would be there.
"""

from __future__ import annotations

from typing import Any

LEVEL = {"enum": ["none", "note", "warning", "error"]}
TEXT = {"type": "string"}


def closed(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    """An object with these keys only."""
    return {
        "type": "object",
        "required": list(required),
        "properties": properties,
        "additionalProperties": False,
    }


def each(items: Any) -> dict[str, Any]:
    """A list without doubles."""
    return {"type": "array", "items": items, "uniqueItems": True}


SAID = closed(("text",), text=TEXT, markdown=TEXT)
BAG = {"type": "object"}
ARTIFACT = closed(uri={"type": "string", "format": "uri-reference"}, uriBaseId=TEXT)
REGION = closed(
    startLine={"type": "integer", "minimum": 1}, startColumn={"type": "integer", "minimum": 1}
)
LOCATION = closed(
    id={"type": "integer", "minimum": -1},
    physicalLocation=closed(("artifactLocation",), artifactLocation=ARTIFACT, region=REGION),
    logicalLocations=each(closed(fullyQualifiedName=TEXT, name=TEXT, kind=TEXT)),
)
RULE = closed(
    ("id",),
    id=TEXT,
    name=TEXT,
    shortDescription=SAID,
    fullDescription=SAID,
    help=SAID,
    defaultConfiguration=closed(level=LEVEL),
    properties=BAG,
)
RESULT = closed(
    ("message",),
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=closed(("text",), text=TEXT),
    locations={"type": "array", "items": LOCATION},
    relatedLocations=each(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    suppressions=each(
        closed(("kind",), kind={"enum": ["inSource", "external"]}, justification=TEXT)
    ),
    properties=BAG,
)
DRIVER = closed(("name",), name=TEXT, version=TEXT, rules=each(RULE))
RUN = closed(
    ("tool",),
    tool=closed(("driver",), driver=DRIVER),
    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **closed(
        ("version", "runs"),
        **{"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": {"type": "array", "items": RUN}},
    ),
}
