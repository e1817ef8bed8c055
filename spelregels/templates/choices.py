"""``keuzes.yaml`` read strictly: an unknown key, type, place or event is a problem with its place.

The ruleset beside it is the measure: a place must be there, hold one short value, and fit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from spelregels.language.nodes import MapNode, Node, ScalarNode
from spelregels.language.reading import Reader
from spelregels.language.values import MisfitError
from spelregels.model.problem import Position
from spelregels.templates.answers import ask
from spelregels.templates.form import Choice, ChoiceType, ChosenValue, Place, Said, Stretch
from spelregels.templates.timelines import AS_OF, events_of
from spelregels.templates.tree import Leaf, Tree, at

VERSION = "1"
TOP = ("spelregels_choices", "row", "renames", "choices")
_KEYS = ("question", "help", "type", "one_of", "at_least", "at_most", "places", "stretches")
_PLACE = ("path", "text", "plus")
_STRETCH = ("example", "from", "to")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_HOLE = re.compile(r"\{([^{}]*)\}")
NAME = "naam"
"""What ``{naam}`` stands for in a text: the name of the town."""


@dataclass(slots=True)
class ChoiceReader(Reader):
    """Reads one ``keuzes.yaml`` beside the ruleset it speaks of."""

    def choices(self, top: MapNode, ruleset: Tree) -> tuple[Choice, ...]:
        """Every choice, in the order in which they are asked."""
        node = self.mapping(top.entries["choices"], "keuzes op naam", "choices by name")
        if node is None:
            return ()
        found = [self.choice(name, part, node, ruleset) for name, part in node.entries.items()]
        for place in (place for one in found if one for place in one.places):
            for name in _HOLE.findall(place.text):
                if name not in node.entries and name != NAME:
                    self.wrong_at(place.position, f"de keuze {name} bestaat niet", "unknown choice")
        return tuple(choice for choice in found if choice is not None)

    def choice(self, name: str, node: Node, all_: MapNode, ruleset: Tree) -> Choice | None:
        """One choice; None when it cannot be used."""
        body = self.mapping(node, "question, type en places", "question, type and places")
        if not _NAME.fullmatch(name) or name == NAME:
            self.wrong_at(all_.keys[name], "een naam van a-z, 0-9 en _", "a name of a-z, 0-9 and _")
        if body is None:
            return None
        self.known_keys(body, _KEYS)
        options = self.options(body)
        places = self.places(body, ruleset)
        type_ = ChoiceType.ONE_OF if options else self.type(body)
        asked = self.said(body, "question", required=True)
        plain = next((place for place in places if not place.text and not place.plus), None)
        if plain is None or type_ is None:
            if type_ is not None:
                self.wrong_at(node.position, "een plek met de waarde zelf", "a place of the value")
            return None
        draft = Choice(
            id=name,
            type=type_,
            question=asked,
            help=self.said(body, "help", required=False),
            default="",
            position=node.position,
            options=options,
            places=places,
            stretches=self.stretches(body, ruleset),
        )
        low, high = (self.bound(body, key, draft) for key in ("at_least", "at_most"))
        bounded = replace(draft, at_least=low, at_most=high)
        default = self.default(bounded, ruleset)
        return None if default is None else replace(bounded, default=default)

    def type(self, body: MapNode) -> ChoiceType | None:
        """The type, which is needed where there is no list of options."""
        if "type" in body.entries:
            return self.word(body.entries["type"], ChoiceType)
        self.missing(body, "type", "duration, integer, money, date, text; of one_of: met woorden",
                     "duration, integer, money, date, text; or one_of: with words",
                     body.position)  # fmt: skip
        return None

    def said(self, body: MapNode, key: str, *, required: bool) -> Said:
        """A text in two languages."""
        node = body.entries.get(key)
        if node is None:
            if required:
                self.missing(body, key, "{nl: …, en: …}", "{nl: …, en: …}", body.position)
            return Said("", "")
        return self.both(node)

    def both(self, node: Node) -> Said:
        """``{nl: …, en: …}``; both are needed."""
        pair = self.mapping(node, "{nl: …, en: …}", "{nl: …, en: …}")
        if pair is None:
            return Said("", "")
        self.known_keys(pair, ("nl", "en"))
        for key in ("nl", "en"):
            if key not in pair.entries:
                self.missing(pair, key, "een tekst", "a text", pair.position)
        texts = {key: self.text(part) or "" for key, part in pair.entries.items()}
        return Said(texts.get("nl", ""), texts.get("en", ""))

    def options(self, body: MapNode) -> Mapping[str, Said]:
        """The words of a closed list, each with what it means."""
        if "one_of" not in body.entries:
            return {}
        node = self.mapping(body.entries["one_of"], "woord: {nl: …, en: …}", "word: {nl: …, en: …}")
        return {} if node is None else {key: self.both(part) for key, part in node.entries.items()}

    def bound(self, body: MapNode, key: str, choice: Choice) -> ChosenValue | None:
        """The least or the most that may be chosen."""
        node = body.entries.get(key)
        return None if node is None else self.chosen(node, choice)

    def chosen(self, node: Node, choice: Choice) -> ChosenValue | None:
        """A value of this choice's type, as it would be typed."""
        text = (node.written or str(node.value)) if isinstance(node, ScalarNode) else ""
        try:
            return ask(choice, text)
        except MisfitError as misfit:
            self.wrong(node, misfit.expected_nl, misfit.expected_en, misfit.suggestion)
            return None

    def default(self, choice: Choice, ruleset: Tree) -> ChosenValue | None:
        """What the ruleset itself says; every place of the bare value must say the same."""
        found: list[ChosenValue] = []
        for place in choice.places:
            leaf = at(ruleset, place.path)
            if place.text or place.plus or not isinstance(leaf, Leaf):
                continue
            try:
                found.append(ask(choice, leaf.value))
            except MisfitError as misfit:
                self.wrong_at(place.position, misfit.expected_nl, misfit.expected_en)
        if len(set(found)) > 1:
            self.wrong_at(choice.position, "plekken met dezelfde waarde", "places of one value")
        return found[0] if found else None

    def places(self, body: MapNode, ruleset: Tree) -> tuple[Place, ...]:
        """Where the choice stands."""
        if "places" not in body.entries:
            self.missing(body, "places", "een lijst van plekken", "a list of places", body.position)
            return ()
        items = self.items(body.entries["places"], "een lijst van plekken", "a list of places")
        found = [self.one_place(item, ruleset) for item in items]
        return tuple(place for place in found if place is not None)

    def one_place(self, node: Node, ruleset: Tree) -> Place | None:
        """A path alone, or a path with a text or a number more."""
        if isinstance(node, MapNode):
            self.known_keys(node, _PLACE)
            path = self.text(node.entries["path"]) if "path" in node.entries else None
            if path is None:
                self.missing(node, "path", "een plek", "a place", node.position)
                return None
            text = self.text(node.entries["text"]) if "text" in node.entries else None
            place = Place(_steps(path), node.position, text or "", self.plus(node))
        else:
            path = self.text(node)
            if path is None:
                return None
            place = Place(_steps(path), node.position)
        leaf = at(ruleset, place.path)
        if not isinstance(leaf, Leaf) or leaf.block:
            self.wrong_at(
                place.position,
                f"een plek met één korte waarde; {path} is dat niet",
                f"a place with one short value; {path} is not",
            )
            return None
        return place

    def plus(self, node: MapNode) -> int:
        """So much more than what was chosen."""
        part = node.entries.get("plus")
        value = part.value if isinstance(part, ScalarNode) else None
        if part is not None and (not isinstance(value, int) or isinstance(value, bool)):
            self.wrong(part, "een geheel getal", "a whole number")
        return value if isinstance(value, int) else 0

    def stretches(self, body: MapNode, ruleset: Tree) -> tuple[Stretch, ...]:
        """What moves along in the examples."""
        if "stretches" not in body.entries:
            return ()
        items = self.items(body.entries["stretches"], "een lijst", "a list")
        found = [self.one_stretch(item, ruleset) for item in items]
        return tuple(stretch for stretch in found if stretch is not None)

    def one_stretch(self, node: Node, ruleset: Tree) -> Stretch | None:
        """From one event of an example to another."""
        body = self.mapping(node, "example, from en to", "example, from and to")
        if body is None:
            return None
        self.known_keys(body, _STRETCH)
        number, start, end = (
            part.value if isinstance(part := body.entries.get(key), ScalarNode) else None
            for key in _STRETCH
        )
        known = events_of(ruleset, number) if isinstance(number, int) else {}
        if not isinstance(number, int) or start not in known or end not in {*known, AS_OF}:
            self.wrong(
                node,
                "het nummer van een voorbeeld, en twee gebeurtenissen daarin",
                "the number of an example, and two events in it",
            )
            return None
        return Stretch(number, str(start), str(end), node.position)

    def wrong_at(self, position: Position, nl: str, en: str) -> None:
        """Note that something else was expected at a position."""
        self.problems.add(
            "wrong-choice-file",
            position,
            "Dit past hier niet.",
            "This does not fit here.",
            expected_nl=nl,
            expected_en=en,
        )


def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.split("/"))
