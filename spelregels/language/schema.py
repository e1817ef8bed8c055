"""JSON Schema (2020-12) of what people write, for editors with a YAML language server.

The ruleset's schema is made from the surface models that read it; the trajectory's from the table
of keys that reads it. A schema checks form; names and references are checked on loading.
"""

from __future__ import annotations

from typing import Any

from spelregels.language.header import EVENT_KEYS, TRAJECTORY_KEYS
from spelregels.model.words import Certainty, Level, Order, Precision

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DATE = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_TEXT = {"type": "string", "minLength": 1}
_NAME = {"type": ["string", "integer"]}
_SCALAR = {"type": ["string", "number", "boolean", "null"]}
_VALUE = {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR}]}
_TEXTS = {"type": "array", "items": _TEXT}


def json_schema(what: str = "ruleset") -> dict[str, Any]:
    """The schema of ``ruleset``, ``trajectory``, ``portfolio`` (norms over many trajectories) or
    ``registers``. Raises KeyError for another word."""
    makers = {
        "ruleset": ruleset_schema,
        "trajectory": trajectory_schema,
        "portfolio": portfolio_schema,
        "registers": registers_schema,
    }
    return makers[what]()


def portfolio_schema() -> dict[str, Any]:
    """What a file of norms over many trajectories may hold."""
    from spelregels.language.portfolio.norms import PortfolioRulesIn

    made: dict[str, Any] = _tidy(PortfolioRulesIn.model_json_schema(mode="validation"))
    return {"$schema": DRAFT, **made, "title": "spelregels portfolio"}


def registers_schema() -> dict[str, Any]:
    """What a file of registers may hold."""
    from spelregels.language.portfolio.registers import MAY_BE_BARE, RegistersIn

    made: dict[str, Any] = _tidy(RegistersIn.model_json_schema(mode="validation"))
    for key in MAY_BE_BARE:  # `name:` alone means `name: {}`
        named = made["properties"][key]
        named["additionalProperties"] = {"anyOf": [named["additionalProperties"], {"type": "null"}]}
    return {"$schema": DRAFT, **made, "title": "spelregels registers"}


def ruleset_schema() -> dict[str, Any]:
    """What a ruleset file may hold."""
    from spelregels.language.surface.ruleset import RulesetIn

    made: dict[str, Any] = _tidy(RulesetIn.model_json_schema(mode="validation"))
    definitions = made["$defs"]
    for key in ("acts", "stages", "calendars"):  # `name:` alone means `name: {}`
        named = made["properties"][key]["patternProperties"]
        for pattern, form in named.items():
            named[pattern] = {"anyOf": [form, {"type": "null"}]}
    example = definitions["ExampleIn"]["properties"]
    example.update(
        {key: form for key, form in _trajectory_keys().items() if key in example and key != "title"}
    )
    definitions["Event"] = event_schema()
    return {"$schema": DRAFT, **made, "title": "spelregels ruleset"}


def trajectory_schema() -> dict[str, Any]:
    """What a trajectory file may hold: one trajectory, a list, or a list under ``trajectories``."""
    several = {"type": "array", "items": {"$ref": "#/$defs/Trajectory"}, "minItems": 1}
    one = {
        "type": "object",
        "properties": _trajectory_keys(),
        "required": ["id", "records", "events"],
        "additionalProperties": False,
    }
    return {
        "$schema": DRAFT,
        "title": "spelregels trajectory",
        "anyOf": [
            {"$ref": "#/$defs/Trajectory"},
            several,
            {
                "type": "object",
                "properties": {"trajectories": several},
                "required": ["trajectories"],
                "additionalProperties": False,
            },
        ],
        "$defs": {"Trajectory": one, "Event": event_schema()},
    }


def event_schema() -> dict[str, Any]:
    """One event; keys that are not listed are attributes of its act."""
    forms: dict[str, Any] = {
        "id": _NAME,
        "at": _moment(),
        "until": _moment(),
        "act": _TEXT,
        "by": {"type": ["string", "integer", "null"]},
        "as": {"anyOf": [_TEXT, _TEXTS, {"type": "null"}]},
        "outcome": {"type": ["string", "null"]},
        "certainty": _words(Certainty),
        "source": {"type": ["string", "integer", "null"]},
        "note": {"type": ["string", "integer", "null"]},
        "corrects": _NAME,
        "recorded": _DATE,
    }
    return {
        "type": "object",
        "properties": {key: {**forms[key], "description": EVENT_KEYS[key]} for key in EVENT_KEYS},
        "required": ["at", "act"],
        "additionalProperties": _VALUE,
        "dependentRequired": {"corrects": ["recorded"], "recorded": ["corrects"]},
    }


def _trajectory_keys() -> dict[str, Any]:
    area = {"level": _TEXT, "name": _TEXT, "affected": _TEXTS, "informed": _TEXTS}
    held = {
        "type": "object",
        "properties": {"role": _TEXT, "from": _DATE, "to": _DATE},
        "required": ["role"],
        "additionalProperties": False,
    }
    forms: dict[str, Any] = {
        "id": _NAME,
        "ruleset": _NAME,
        "title": _NAME,
        "level": _words(Level),
        "topic": _TEXT,
        "competent_authority": _TEXT,
        "municipality": _TEXT,
        "gemeente_code": _TEXT,
        "area": {"type": "object", "properties": area, "additionalProperties": False},
        "order": _words(Order),
        "records": {"anyOf": [{"const": "all"}, _TEXTS]},
        "closed": {"anyOf": [{"const": "all"}, {"type": "object", "additionalProperties": _TEXTS}]},
        "time_zone": _TEXT,
        "persons": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": held},
        },
        "facts": {"type": "object", "additionalProperties": _VALUE},
        "as_of": _DATE,
        "note": _NAME,
        "events": {"type": "array", "items": {"$ref": "#/$defs/Event"}},
    }
    return {key: {**forms[key], "description": TRAJECTORY_KEYS[key]} for key in TRAJECTORY_KEYS}


def _moment() -> dict[str, Any]:
    plain = {
        "anyOf": [
            {"const": "unknown"},
            {"type": "integer", "minimum": 1, "maximum": 9999},
            {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}([T ].+)?)?)?$"},
        ]
    }
    known = {
        "type": "object",
        "properties": {"date": plain, "precision": _words(Precision)},
        "required": ["date"],
        "additionalProperties": False,
    }
    return {"anyOf": [*plain["anyOf"], known]}


def _words(kind: Any) -> dict[str, Any]:
    return {"type": "string", "enum": [member.value for member in kind]}


def _tidy(part: Any) -> Any:
    """Pydantic's schema without what only pydantic needs: null as *absent*, made-up titles."""
    if isinstance(part, list):
        return [_tidy(one) for one in part]
    if not isinstance(part, dict):
        return part
    tidied = {
        key: _tidy_properties(value) if key == "properties" else _tidy(value)
        for key, value in part.items()
        if not (key == "default" and value is None) and key != "title"
    }
    options = tidied.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:
        rest = [one for one in options if one != {"type": "null"}]
        if len(rest) == 1:
            del tidied["anyOf"]
            return {**rest[0], **tidied}
        tidied["anyOf"] = rest
    if "patternProperties" in tidied:
        tidied["additionalProperties"] = False
    if "oneOf" in tidied:
        tidied["anyOf"] = tidied.pop("oneOf")
    return tidied


def _tidy_properties(properties: dict[str, Any]) -> dict[str, Any]:
    return {key: _tidy(value) for key, value in properties.items()}
