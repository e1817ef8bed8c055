"""How a mapping file says one value: constant, path, table of words, cases, conversion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from spelregels.doors.date_formats import KNOWN_FORMATS, check_format, format_meant
from spelregels.doors.mapping_model import (
    Case,
    Check,
    Condition,
    Field,
    FieldType,
    KeyPath,
    Moment,
    Otherwise,
    Shift,
    text_of,
)
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import listing, suggest
from spelregels.language.reading import Reader, shown, shown_en
from spelregels.model.problem import Position

FIELD_KEYS = (
    *("from", "glue", "cases", "words", "otherwise", "type", "separator"),
    *("decimal_sign", "unit", "dates", "empty", "absent", "required", "optional"),
)
MOMENT_KEYS = ("precision", "day", "whole_day", "if_empty")


@dataclass(slots=True)
class FieldReader(Reader):
    """Reads the parts of a mapping; ``dates`` are the formats of dates that name none."""

    dates: tuple[str, ...] = ("jjjj-mm-dd",)

    # -- one value --------------------------------------------------------------------------------

    def field(self, node: Node, *, default: FieldType = FieldType.PLAIN) -> Field:
        """A bare value is a constant; ``{from: …}`` reads from the source."""
        if not isinstance(node, MapNode):
            return Field(position=node.position, constant=node)
        self.known_keys(node, FIELD_KEYS)
        if not {"from", "cases"} & node.entries.keys():
            self.lacks(node, "from")
        formats = self.formats(node)
        otherwise, give = self.otherwise(node)
        unit = node.entries.get("unit")
        return Field(
            position=node.position,
            paths=self.paths(node) if "from" in node.entries else (),
            glue=self.word_at(node, "glue"),
            cases=tuple(self.cases(node.entries.get("cases"))),
            words=self.table(node),
            otherwise=otherwise,
            give=give,
            type=self.type(node, FieldType.DATE if formats else default),
            separator=self.word_at(node, "separator"),
            decimal_sign=self.one_word(node, "decimal_sign", (".", ",")),
            unit=self.field(unit) if unit else None,
            dates=formats or self.dates,
            empty=self.word_set(node, "empty"),
            absent=self.word_set(node, "absent"),
            required=self.flag(node, "required"),
        )

    def needed(self, node: MapNode, key: str) -> Field:
        """The value under a key that must be there, and must say something."""
        if key not in node.entries:
            self.lacks(node, key)
            return Field(position=node.position)
        return replace(self.field(node.entries[key]), required=True)

    def fields(self, node: Node | None) -> dict[str, Field]:
        """Names with their values."""
        if node is None:
            return {}
        found = self.mapping(node, "namen met hun waarde", "names with their value")
        return {name: self.field(part) for name, part in found.entries.items()} if found else {}

    def moment(self, node: MapNode) -> Moment:
        """What stands under ``at``: ``unknown``, a date, or a value to read as a date."""
        given = node.entries.get("at")
        if given is None:
            self.lacks(node, "at")
            return Moment(field=None)
        if isinstance(given, MapNode):
            return self._read_moment(given)
        if isinstance(given, ScalarNode) and isinstance(given.value, date):
            return Moment(field=self.field(given))
        if not isinstance(given, ScalarNode) or given.value != "unknown":
            hint = f"{{from: {text_of(given)}}}" if isinstance(given, ScalarNode) else ""
            self.wrong(given, "unknown, of {from: …}", "unknown, or {from: …}", hint)
        return Moment(field=None)

    def _read_moment(self, node: MapNode) -> Moment:
        rest = {key: part for key, part in node.entries.items() if key not in MOMENT_KEYS}
        places = {key: place for key, place in node.keys.items() if key not in MOMENT_KEYS}
        precision = node.entries.get("precision")
        shift = self.one_word(node, "day", [shift.value for shift in Shift])
        return Moment(
            field=self.field(MapNode(rest, places, node.position), default=FieldType.DATE),
            precision=self.field(precision) if precision else None,
            shift=Shift(shift),
            whole_day=self.flag(node, "whole_day"),
            if_empty=self.one_word(node, "if_empty", ("refuse", "unknown", "skip")),
        )

    def type(self, node: MapNode, default: FieldType) -> FieldType:
        """The conversion: written under ``type``, or implied by the key that serves it."""
        implied = {
            "separator": FieldType.LIST,
            "unit": FieldType.DURATION,
            "decimal_sign": FieldType.NUMBER,
        }
        for key, kind in implied.items():
            default = kind if key in node.entries else default
        return FieldType(self.one_word(node, "type", [k.value for k in FieldType], default.value))

    def paths(self, node: MapNode) -> tuple[KeyPath, ...]:
        """One path, or several that are glued together."""
        given = node.entries["from"]
        parts = given.items if isinstance(given, ListNode) else (given,)
        if len(parts) > 1 and "glue" not in node.entries:
            self.lacks(node, "glue")
        optional = self.flag(node, "optional")
        return tuple(replace(self.path(part), optional=optional) for part in parts)

    def cases(self, node: Node | None) -> Iterable[Case]:
        """``[{if: {…}, then: …}]``: the first that holds gives the value."""
        shape = "{if: {…}, then: …}"
        for item in self.items(node, f"[{shape}]", f"[{shape}]") if node else ():
            case = self.mapping(item, shape, shape)
            if case is None:
                continue
            self.known_keys(case, ("if", "then"))
            if set(case.entries) == {"if", "then"}:
                yield Case(self.conditions(case.entries["if"]), case.entries["then"])
            else:
                self.wrong(case, shape, shape)

    def table(self, node: MapNode) -> Mapping[str, Node] | None:
        """Their words to ours."""
        if "words" not in node.entries:
            return None
        found = self.mapping(node.entries["words"], "hun woord: ons woord", "their word: our word")
        return found.entries if found else None

    def otherwise(self, node: MapNode) -> tuple[Otherwise, Node | None]:
        """What happens with a word that no case and no table knows."""
        given = node.entries.get("otherwise")
        if given is None:
            return Otherwise.REFUSE, None
        if isinstance(given, MapNode) and set(given.entries) == {"give"}:
            return Otherwise.GIVE, given.entries["give"]
        words = [word.value for word in Otherwise if word is not Otherwise.GIVE]
        value = given.value if isinstance(given, ScalarNode) else None
        if isinstance(value, str) and value in words:
            return Otherwise(value), None
        self.wrong(given, listing([*words, "{give: …}"]), listing([*words, "{give: …}"]))
        return Otherwise.REFUSE, None

    def conditions(self, node: Node | None) -> tuple[Condition, ...]:
        """``{kolom: waarde}``: every one must hold."""
        if node is None:
            return ()
        found = self.mapping(node, "{kolom: waarde}", "{column: value}")
        return tuple(self._condition(name, found) for name in found.entries) if found else ()

    def _condition(self, name: str, node: MapNode) -> Condition:
        path, value = path_from(name, node.keys[name]), node.entries[name]
        if isinstance(value, ScalarNode) and not value.quoted:
            for check in (Check.PRESENT, Check.ABSENT):
                if value.value == check.value:
                    return Condition(replace(path, optional=True), check)
        if not isinstance(value, MapNode):
            return Condition(path, Check.ONE_OF, frozenset(self.scalars(value)))
        words = ("is_not", "one_of", "at_most", "above")
        self.known_keys(value, words)
        if len(value.entries) != 1 or not set(value.entries) <= set(words):
            self.wrong(value, "één van " + listing(words), "one of " + listing(words))
            return Condition(path, Check.PRESENT)
        key, operand = next(iter(value.entries.items()))
        check = Check(key)
        if check in (Check.AT_MOST, Check.ABOVE):
            return self._comparison(path, check, operand)
        return Condition(path, check, frozenset(self.scalars(operand)))

    def _comparison(self, path: KeyPath, check: Check, operand: Node) -> Condition:
        if isinstance(operand, MapNode) and "from" in operand.entries:
            self.known_keys(operand, ("from", "optional"))
            other = self.path(operand.entries["from"])
            other = replace(other, optional=self.flag(operand, "optional"))
            return Condition(path, check, other=other)
        value = operand.value if isinstance(operand, ScalarNode) else None
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            self.wrong(operand, "een getal, of {from: …}", "a number, or {from: …}")
            value = 0
        return Condition(path, check, number=Decimal(value))

    # -- small parts ------------------------------------------------------------------------------

    def path(self, node: Node) -> KeyPath:
        """See ``path_from``; a key that holds a dot is written in a list of keys."""
        if isinstance(node, ListNode):
            return KeyPath(tuple(self.scalars(node)), node.position)
        if isinstance(node, ScalarNode) and text_of(node):
            return path_from(text_of(node), node.position)
        self.wrong(node, "de naam van een kolom of sleutel", "the name of a column or key")
        return KeyPath((), node.position)

    def path_at(self, node: MapNode, key: str) -> KeyPath | None:
        """The path under an optional key."""
        return self.path(node.entries[key]) if key in node.entries else None

    def scalars(self, node: Node) -> list[str]:
        """One value or a list of values, as they are written."""
        parts = node.items if isinstance(node, ListNode) else (node,)
        for part in parts:
            if not isinstance(part, ScalarNode):
                self.wrong(part, "één waarde", "one value")
        return [text_of(part) for part in parts if isinstance(part, ScalarNode)]

    def word_set(self, node: MapNode, key: str) -> frozenset[str]:
        """The words under an optional key."""
        return frozenset(self.scalars(node.entries[key])) if key in node.entries else frozenset()

    def word_at(self, node: MapNode, key: str) -> str:
        """The text under an optional key; spaces count."""
        given = node.entries.get(key)
        if given is None:
            return ""
        if isinstance(given, ScalarNode) and given.value is not None:
            return text_of(given)
        self.wrong(given, "tekst", "text")
        return ""

    def one_word(
        self, node: MapNode, key: str, known: Iterable[str], default: str | None = None
    ) -> str:
        """One of these words; the first, or ``default``, when the key is not there."""
        words = list(known)
        fallback = words[0] if default is None else default
        if key not in node.entries:
            return fallback
        word = self.word_at(node, key)
        if word in words:
            return word
        given = node.entries[key]
        self.problems.add(
            "unknown-word",
            given.position,
            f"{shown(given)} is hier geen bekend woord.",
            f"{shown_en(given)} is not a known word here.",
            expected_nl=listing(words),
            suggestion=suggest(word, words),
        )
        return fallback

    def formats(self, node: MapNode) -> tuple[str, ...]:
        """The date formats under ``dates``."""
        if "dates" not in node.entries:
            return ()
        given = node.entries["dates"]
        parts = given.items if isinstance(given, ListNode) else (given,)
        for part in parts or (given,):
            if not isinstance(part, ScalarNode) or not check_format(text_of(part)):
                expected = listing(KNOWN_FORMATS)
                nl, en = f"een vorm zoals {expected}", f"a form such as {expected}"
                self.wrong(part, nl, en, format_meant(shown(part)))
        return tuple(text_of(part) for part in parts if isinstance(part, ScalarNode))

    def flag(self, node: MapNode, key: str) -> bool:
        """True or false; false when the key is not there."""
        given = node.entries.get(key)
        if given is None:
            return False
        if isinstance(given, ScalarNode) and isinstance(given.value, bool):
            return given.value
        self.wrong(given, "true of false", "true or false")
        return False

    def lacks(self, node: MapNode, key: str) -> None:
        """Note that a required key is absent."""
        self.missing(node, key, f"{key}: …", f"{key}: …", node.position)


def path_from(text: str, position: Position) -> KeyPath:
    """``a.b`` from here down; ``^.a.b`` from the record down; ``.`` is the thing itself."""
    of_record = text == "^" or text.startswith("^.")
    rest = text[2:] if of_record else text
    keys = () if rest in (".", "") else tuple(rest.split("."))
    return KeyPath(keys, position, of_record)
