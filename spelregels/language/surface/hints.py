"""What messages about a ruleset file say: forms, names of kinds, guesses at what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import CUT_BY_A_COMMA, Problems, as_list, listing, suggest_word
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
    "within": "6 weken, {vague: tijdig}, not_stated",
    "from": "besluit.genomen",
    "lasts": "6 weken",
    "begins": "kennisgeving.gedaan",
    "as_of": "2026-12-31",
    "admits": "toelating.besloten",
    "items": "[{id: …, require: {steun: {at_least: 50}}}]",
    "complete": "true, false",
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
    "from_anywhere": "voorstel.ingetrokken: {to: gestopt}",
    "next": "besluit.genomen: klaar",
    "power": "decides: raad",
    "extendable": "act: verdaging.meegedeeld, by: college, once: 4 weken",
    "repair": "asks: herstel.gevraagd, done: verzoek.aangevuld, within: 2 weken",
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
    "gates": "- id: toelating",
    "guarantees": "- id: mijn-garantie",
    "examples": "- title: mijn voorbeeld",
    "events": "- at: 2026-02-01",
}
"""By key: how an item of a list of groups begins."""
PAIRS: Mapping[str, str] = {
    "suspended_by": "[opschorting.begonnen, opschorting.beeindigd]",
    "separate": "[advies.uitgebracht, besluit.genomen]",
}
"""By key: a list of two."""


def in_this_form(kind: str, loc: tuple[Any, ...], want: tuple[str, str]) -> tuple[str, str]:
    """What is wanted at that place, with an example of it, in Dutch and English."""
    nl, en = want
    key, holder = str(loc[-1]), str(loc[-2:][0])
    of_a_gate = key == "items" and loc[0] == "gates" and holder != "repair"
    row = "- id: eis" if of_a_gate else ROWS.get(key)
    if kind == "list_type" and row is not None:
        return f"voor elk onderdeel een streepje: {row}", f"a dash for each item: {row}"
    if kind == "list_type" and key in PAIRS:
        return f"twee: {PAIRS[key]}", f"two: {PAIRS[key]}"
    if kind.endswith("_type") and kind != "list_type":
        form = f"{{{FORMS[key]}}}" if key in FORMS else FORMS.get(holder, "").partition(": ")[2]
        return (f"{nl}: {form}", f"{en}: {form}") if form else want
    return want


def cut_by_a_comma(key: str, behind: Node) -> tuple[str, str]:
    """What to say of a key with nothing behind it that no key looks like: a comma cut a text."""
    nothing = isinstance(behind, ScalarNode) and behind.value is None
    return CUT_BY_A_COMMA if nothing and not re.fullmatch("[a-z_]+", key) else ("", "")


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
    elif get_origin(annotation) not in (dict, list):
        for part in get_args(annotation):
            yield from _keys_under(part)


def as_a_group(node: Node, holder: str) -> str:
    """``{kind: residents}`` for a role with only its kind written; of a source, the title; of a
    situation, the act that happened."""
    if not isinstance(node, ScalarNode) or not isinstance(node.value, str):
        return ""
    if holder == "if":
        return f"{{happened: {node.value}}}"
    if holder == "roles":
        kind = suggest_word(node.value, [kind.value for kind in RoleKind])
        return f"{{kind: {kind}}}" if kind else ""
    return f'{{title: "{node.value}"}}' if holder == "sources" and '"' not in node.value else ""


def written_as_text(node: Node) -> str:
    """``[a, b]`` for a list that was written as one text; else nothing."""
    return as_list(node.value) if isinstance(node, ScalarNode) else ""


def flat_list(basis: Node, problems: Problems) -> None:
    """``legal_basis: [gw, "150"]``: an article where a list of articles belongs."""
    parts = [shown(part) for part in basis.items] if isinstance(basis, ListNode) else []
    problems.add(
        "wrong-type",
        basis.position,
        "Hier hoort een lijst van artikelen, dus haken in haken.",
        "A list of articles belongs here, so brackets in brackets.",
        expected_nl='[[gw, "150"]]',
        suggestion=f'[[{parts[0]}, "{parts[1]}"]]' if len(parts) == 2 else "",
    )


def bare_list(found: Node, problems: Problems) -> None:
    """``by: [raad, college]``: any of these, or all of them?"""
    items = found.items if isinstance(found, ListNode) else ()
    names = ", ".join(shown(item) for item in items)
    problems.add(
        "bare-list",
        found.position,
        "Een kale lijst van rollen is niet duidelijk: een van deze, of allemaal?",
        "A bare list of roles is not clear: any of these, or all of them?",
        expected_nl="{any_of: [rol, rol]}",
        expected_en="{any_of: [role, role]}",
        suggestion=f"{{any_of: [{names}]}}",
    )
