"""From pydantic's findings to problems: back in the file, in plain words, with the nearest word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spelregels.language.dutch import english_key
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems, listing, suggest_key
from spelregels.language.reading import shown, shown_en
from spelregels.language.surface.base import Surface
from spelregels.language.surface.hints import (
    KIND_NL,
    PAIRS,
    SHAPES,
    WHAT,
    as_a_group,
    bare_list,
    cut_by_a_comma,
    elsewhere,
    flat_list,
    in_this_form,
    of_the_act,
    one_deeper,
    written_as_text,
)
from spelregels.language.surface.normparts import NormCore
from spelregels.language.surface.norms import KINDS, SIGNS, kinds_of
from spelregels.language.surface.notyet import NOT_YET, add_not_yet
from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position

Models = Mapping[Position, type[Surface]]


@dataclass(frozen=True, slots=True)
class _Found:
    """The node an error is about, as deep as the file goes, and the place to point at."""

    node: Node
    place: Position


def to_problems(errors: list[Any], root: Node, models: Models, problems: Problems) -> None:
    """Note each of pydantic's ``errors`` about the file ``root``."""
    explained = _explained(errors, root, models)
    for error in errors:
        found = _locate(root, error["loc"])
        if error["type"] == "missing" and (found.node.position, error["loc"][-1]) in explained:
            continue
        _one({**error, "holder": _locate(root, error["loc"][:-1]).node}, found, models, problems)


def _locate(root: Node, loc: tuple[Any, ...]) -> _Found:
    """Walk ``loc`` down the file; parts that are no key or index (union tags) are passed over."""
    node = root
    place = root.position
    for part in loc:
        if isinstance(node, MapNode) and isinstance(part, str) and part in node.entries:
            place = node.keys[part]
            node = node.entries[part]
        elif isinstance(node, ListNode) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            place = node.position
    if "[key]" in loc[-1:]:
        return _Found(node, place)
    return _Found(node, place if isinstance(node, MapNode | ListNode) else node.position)


def _explained(errors: list[Any], root: Node, models: Models) -> set[tuple[Position, str]]:
    """Missing keys that need no word of their own: a misspelt or not-yet key stands there."""
    explained = set()
    for error in errors:
        if error["type"] != "extra_forbidden":
            continue
        key = str(error["loc"][-1])
        holder = _locate(root, error["loc"][:-1]).node
        known = _known(holder, models)
        if key in NOT_YET:
            explained |= {(holder.position, other) for other in known}
        explained.add((holder.position, _near(key, known)))
    return explained


def _known(node: Node, models: Models) -> tuple[str, ...]:
    model = models.get(node.position)
    return model.known_keys() if model else ()


def _near(key: str, known: tuple[str, ...]) -> str:
    return suggest_key(key, known)


def _one(error: Any, found: _Found, models: Models, problems: Problems) -> None:
    context = error.get("ctx") or {}
    kind = error["type"]
    if kind == "extra_forbidden":
        _unknown_key(error, found, models, problems)
    elif kind == "missing":
        _missing(str(error["loc"][-1]), found, models, problems)
    elif kind == "norm-kind":
        _norm_kind(found.node, context, problems)
    elif isinstance(found.node, ScalarNode) and found.node.value is None:
        return  # a key with nothing behind it: noted already
    elif _not_yet_inside(found.node, problems):
        return
    elif error["loc"][0] == "legal_basis" and isinstance(found.node, ScalarNode):
        flat_list(error["holder"], problems)
    elif "nl" in context:
        is_key = "[key]" in error["loc"][-1:]
        problems.add(
            kind,
            found.place if is_key else found.node.position,
            context["nl"],
            context["en"],
            expected_nl=context["expected_nl"],
            expected_en=context["expected_en"],
            suggestion=context["suggestion"],
        )
    elif kind == "bearer" and isinstance(found.node, ListNode):
        bare_list(found.node, problems)
    else:
        _wrong_shape(kind, error, found, problems)


def _unknown_key(error: Any, found: _Found, models: Models, problems: Problems) -> None:
    key = str(error["loc"][-1])
    holder = error["holder"]
    known = _known(holder, models)
    place = holder.keys.get(key, found.place) if isinstance(holder, MapNode) else found.place
    if key in NOT_YET:
        add_not_yet(problems, key, place)
        return
    model = models.get(holder.position)
    in_norm = model is not None and issubclass(model, NormCore)
    if in_norm and key in ("act", "as", "by", "outcome") and isinstance(holder, MapNode):
        meant = of_the_act(key, holder)
        if meant:
            problems.add(
                "unknown-key",
                place,
                f"De sleutel {key} hoort hier bij de handeling, niet bij de regel.",
                f"The key {key} belongs to the act here, not to the norm.",
                expected_nl="{act: handeling, by: rol, outcome: uitkomst}",
                expected_en="{act: act, by: role, outcome: outcome}",
                suggestion=meant,
            )
            return
    meant = english_key(key, [one for kind in KINDS for one in kind.known_keys()]) or key
    there, there_en = elsewhere(meant) if in_norm and meant not in known else ("", "")
    comma_nl, comma_en = cut_by_a_comma(key, found.node)
    if comma_nl:
        problems.found[:] = [
            p for p in problems.found if (p.code, p.position) != ("empty-value", place)
        ]
    problems.add(
        "unknown-key",
        place,
        f"De sleutel {key} bestaat hier niet"
        + (f"; hij hoort bij {there}." if there else f".{comma_nl}"),
        f"The key {key} does not exist here"
        + (f"; it belongs to {there_en}." if there else f".{comma_en}"),
        expected_nl=listing(known, most=40),
        suggestion=(meant if meant != key else "")
        if there
        else one_deeper(key, found.node, model) or _near(key, known),
    )


def _missing(key: str, found: _Found, models: Models, problems: Problems) -> None:
    model = models.get(found.node.position)
    norm = ""
    if model in KINDS and model.__doc__:
        norm = model.__doc__
    problems.add(
        "missing-key",
        found.place,
        f"De sleutel {key} ontbreekt hier" + (f" ({norm.rstrip('.')})." if norm else "."),
        f"The key {key} is missing here" + (f" ({norm.rstrip('.')})." if norm else "."),
        expected_nl=f"{key}: {WHAT.get(key, '…')}",
        suggestion=f"{key}:",
    )


def _norm_kind(node: Node, context: Mapping[str, Any], problems: Problems) -> None:
    if not isinstance(node, MapNode):
        _wrong_shape(
            "norm-kind", {"ctx": context, "loc": ("norm",)}, _Found(node, node.position), problems
        )
        return
    if any(p.code == "double-key" and _within(p.position, node) for p in problems.found):
        return  # two norms in one, for want of a dash: noted already
    if {"request", "admits"} <= set(node.entries):
        problems.add(
            "no-kind",
            node.position,
            "Dit is geen regel maar een toelating; die staat onder gates.",
            "This is no norm but a gate; it stands under gates.",
            suggestion="gates:",
        )
        return
    kinds = kinds_of(dict(node.entries))
    expected = {"expected_nl": context["expected_nl"], "expected_en": context["expected_en"]}
    if len(kinds) > 1:
        keys = sorted(key for key in SIGNS if key in node.entries)
        names = listing(sorted({KIND_NL[kind] for kind in kinds}))
        names_en = listing(sorted({kind.removeprefix("kind:") for kind in kinds}))
        problems.add(
            "ambiguous-kind",
            node.position,
            f"Deze regel is meer soorten tegelijk ({names}), door {listing(keys)}; "
            "maak er aparte regels van.",
            f"This norm is of several kinds at once ({names_en}), by {listing(keys)}; "
            "make them norms apart.",
            **expected,
        )
        return
    usual = {key for kind in KINDS for key in kind.known_keys()}
    near = {key: _near(key, (*SIGNS, *usual)) for key in node.entries if key not in usual}
    meant = {key: word for key, word in near.items() if word}
    wrong = next((key for key, word in meant.items() if word in SIGNS), "")
    unknown = listing(near)
    problems.add(
        "no-kind",
        node.keys.get(wrong, node.position),
        "Aan deze sleutels is niet te zien welke soort regel dit is"
        + (f"; niet bekend: {unknown}." if near else "."),
        "These keys do not say which kind of norm this is"
        + (f"; not known: {unknown}." if near else "."),
        suggestion=", ".join(
            f"{word}:" if len(near) == 1 else f"{word} ({key})" for key, word in meant.items()
        ),
        **expected,
    )


def _within(place: Position, node: MapNode) -> bool:
    lines = [key.line for key in node.keys.values()]
    return bool(lines) and node.position.line <= place.line <= max(lines) + 1


def _not_yet_inside(node: Node, problems: Problems) -> bool:
    """Whether the node has a key of a construct that is not there yet; notes it."""
    if isinstance(node, MapNode):
        keys = [key for key in node.entries if key in NOT_YET]
        for key in keys:
            add_not_yet(problems, key, node.keys[key])
        return bool(keys)
    return False


def _wrong_shape(kind: str, error: Any, found: _Found, problems: Problems) -> None:
    context = error.get("ctx") or {}
    place = found.node.position
    if kind in ("too_short", "too_long"):
        least, most = context.get("min_length"), context.get("max_length")
        want = f"precies {most}" if most else f"ten minste {least}"
        want_en = f"exactly {most}" if most else f"at least {least}"
        if kind == "too_short" and least == 2:
            want, want_en = "precies 2", "exactly 2"
        problems.add(
            "wrong-length",
            place,
            f"Hier staan {context.get('actual_length')} onderdelen; het moeten er {want} zijn.",
            f"Here are {context.get('actual_length')} items; there must be {want_en}.",
        )
        return
    shape = SHAPES.get(kind, (context.get("expected_nl", ""), context.get("expected_en", "")))
    nl, en = in_this_form(kind, error["loc"], shape)
    holder = "if" if kind == "situation" else str(error["loc"][-2:][0])
    problems.add(
        "wrong-type",
        place,
        f"Hier staat {shown(found.node)}, maar dat past hier niet.",
        f"Here is {shown_en(found.node)}, which does not fit here.",
        expected_nl=str(nl),
        expected_en=str(en),
        suggestion=as_a_group(found.node, holder)
        if kind != "list_type"
        else written_as_text(found.node)
        if error["loc"][-1] not in PAIRS
        else "",
    )
