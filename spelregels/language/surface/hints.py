"""What messages about a ruleset file say: forms, names of kinds, guesses at what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from spelregels.language.nodes import MapNode, Node, ScalarNode
from spelregels.language.problems import as_list, listing, suggest_word
from spelregels.language.reading import shown
from spelregels.language.surface.base import Surface
from spelregels.language.surface.norms import KINDS
from spelregels.model.words import AttributeType, Governs, RegulatoryLayer, RoleKind

WHAT: Mapping[str, str] = {
    "spelregels": '"1"',
    "id": "…",
    "regulatory_layer": listing(layer.value for layer in RegulatoryLayer),
    "governs": listing(day.value for day in Governs),
    "by": "college, {any_of: [raad, college]}, not_stated",
    "must": "informatie.gegeven",
    "require": "{motivering: present}",
}


KIND_NL: Mapping[str, str] = {
    "kind:threshold": "telling (count)",
    "kind:power": "bevoegdheid (may)",
    "kind:recurrence": "herhaling (every)",
    "kind:separation": "scheiding (separate)",
    "kind:exemption": "vrijstelling (need_not)",
    "kind:statement": "uitspraak (statement)",
    "kind:never": "verbod (never)",
    "kind:during": "verbod in een periode (during)",
    "kind:requirement": "eis (upon)",
    "kind:precedence": "volgorde (before)",
    "kind:response": "reactie (after)",
}


SHAPES: Mapping[str, tuple[str, str]] = {
    "list_type": (
        "een lijst: [a, b], of regels met een streepje",
        "a list: [a, b], or lines with a dash",
    ),
    "dict_type": ("een groep sleutels met waarden", "a group of keys with values"),
    "model_type": ("een groep sleutels met waarden", "a group of keys with values"),
    "model_attributes_type": ("een groep sleutels met waarden", "a group of keys with values"),
}


FORMS: Mapping[str, str] = {
    "sources": "vo: {title: Participatieverordening}",
    "roles": "college: {kind: authority}",
    "acts": "besluit.genomen: {decision: true}",
    "facts": "omvang: {one_of: [klein, groot]}",
    "calendars": "raadsvergadering: {meetings: [2026-01-29]}",
    "lists": "uitgezonderd: {items: [belastingen, personeel], complete: false}",
    "stages": "inspraak: {next: {besluit.genomen: klaar}}",
    "next": "besluit.genomen: klaar",
    "power": "decides: raad",
    "terms": "zienswijzen: {begins: kennisgeving.gedaan, lasts: 6 weken}",
    "expect": "mijn-regel: kept",
    "attributes": "motivering: text",
    "encoded": 'articles: ["1-6"]',
    "require": "motivering: present",
    "where": "bedrag: {above: 5000}",
    "applies": "topic: verkeer",
}
"""By key: the form of a group of keys."""

ROWS: Mapping[str, str] = {
    "norms": "- id: mijn-regel",
    "guarantees": "- id: mijn-garantie",
    "examples": "- title: mijn voorbeeld",
    "events": "- at: 2026-02-01",
}
"""By key: how an item of a list of groups begins."""


def in_this_form(kind: str, key: str, want: tuple[str, str]) -> tuple[str, str]:
    """What is wanted behind ``key``, with an example of it, in Dutch and English."""
    nl, en = want
    if kind == "list_type" and key in ROWS:
        return f"voor elk onderdeel een streepje: {ROWS[key]}", f"a dash for each item: {ROWS[key]}"
    if kind.endswith("_type") and kind != "list_type" and key in FORMS:
        return f"{nl}: {{{FORMS[key]}}}", f"{en}: {{{FORMS[key]}}}"
    return want


def cut_by_a_comma(key: str, behind: Node) -> tuple[str, str]:
    """What to say of a key with nothing behind it that no key looks like: a comma cut a text."""
    nothing = isinstance(behind, ScalarNode) and behind.value is None
    if not nothing or re.fullmatch("[a-z_]+", key):
        return "", ""
    return (
        " Tussen accolades begint na een komma iets nieuws: zet tekst met een komma tussen "
        "aanhalingstekens.",
        " In braces something new begins after a comma: put text with a comma in quotes.",
    )


_TRIGGERS = ("after", "before", "never", "must_not", "upon", "count", "from")


def of_the_act(key: str, norm: MapNode) -> str:
    """``after: {act: besluit.genomen, outcome: aangenomen}`` for a key that belongs in the act."""
    value = norm.entries[key]
    sign = next((one for one in _TRIGGERS if one in norm.entries), "")
    act = norm.entries.get(sign)
    if not isinstance(act, ScalarNode) or not isinstance(value, ScalarNode) or key == "act":
        return ""
    return f"{sign}: {{act: {shown(act)}, {key}: {shown(value)}}}"


def elsewhere(key: str) -> tuple[str, str]:
    """The kinds of norm that do have this key, in Dutch and English."""
    kinds = [kind for kind in KINDS if key in kind.known_keys()]
    signs = [f"kind:{kind.__name__.removesuffix('In').lower()}" for kind in kinds]
    return (
        listing(KIND_NL[sign] for sign in signs),
        listing(str(kind.__doc__).rstrip(".") for kind in kinds),
    )


def one_deeper(key: str, behind: Node, model: type[Surface] | None) -> str:
    """``power: {decides: raad}`` for a key that belongs in a group of keys under one that may stand
    here; for an attribute of an act beside ``attributes`` likewise."""
    if model is None or not isinstance(behind, ScalarNode):
        return ""
    fields = model.model_fields
    under = [name for name in fields if key in _keys_under(fields[name].annotation)]
    if not under and "attributes" in fields and behind.value in list(AttributeType):
        under = ["attributes"]
    return f"{under[0]}: {{{key}: {shown(behind)}}}" if len(under) == 1 else ""


def _keys_under(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, type):
        if issubclass(annotation, Surface):
            yield from annotation.known_keys()
        return
    for part in get_args(annotation):
        yield from _keys_under(part)


def as_a_group(node: Node, holder: str) -> str:
    """``{kind: residents}`` for a role of which only the kind was written; of a source, the title."""
    if not isinstance(node, ScalarNode) or not isinstance(node.value, str):
        return ""
    if holder == "roles":
        kind = suggest_word(node.value, [kind.value for kind in RoleKind])
        return f"{{kind: {kind}}}" if kind else ""
    return f'{{title: "{node.value}"}}' if holder == "sources" and '"' not in node.value else ""


def written_as_text(node: Node) -> str:
    """``[a, b]`` for a list that was written as one text; else nothing."""
    return as_list(node.value) if isinstance(node, ScalarNode) else ""
