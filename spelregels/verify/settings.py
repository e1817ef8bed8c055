"""``spelregels.toml``: how loud each check is, and which findings somebody accepted."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from spelregels.language.filebytes import read_bytes
from spelregels.language.problems import Problems, listing, suggest
from spelregels.model.problem import InputRefused, Position, Problem
from spelregels.model.verified import Suppression
from spelregels.model.words import Severity
from spelregels.verify.found import check_ids
from spelregels.verify.tomlplaces import Path as Keys
from spelregels.verify.tomlplaces import place_of, places

OFF = "off"
NEVER = "never"
_LEVELS = (*(s.value for s in reversed(Severity)), OFF)
_FAIL_ON = (*(s.value for s in reversed(Severity)), NEVER)
_VERIFY = ("fail_on", "levels", "suppress")
_SUPPRESS = ("check", "ruleset", "place", "reason", "expires")
_NEEDED = ("check", "ruleset", "reason", "expires")
MOST_REASON = 500
_SHOWN = 8  # checks that are named to whoever mistyped one; there are too many to name them all


@dataclass(frozen=True, slots=True)
class Settings:
    """``levels``: per check its severity; None: it is off. ``fail_on``: empty when not given."""

    fail_on: str = ""
    levels: Mapping[str, Severity | None] = field(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()
    path: str = ""


def read_settings(path: Path) -> Settings:
    """See :func:`spelregels.verify.read_settings`."""
    text = _decoded(read_bytes(path), str(path))
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputRefused((_no_toml(error, text, str(path)),)) from None
    reader = _Reader(places(text, str(path)), Problems())
    made = reader.settings(data, str(path))
    reader.problems.refuse()
    return made


def known_checks(ids: Sequence[str]) -> tuple[str, ...]:
    """See :func:`spelregels.verify.known_checks`."""
    problems = Problems()
    for id_ in ids:
        if id_ not in check_ids():
            _unknown_check(id_, Position("--only"), problems)
    problems.refuse()
    return tuple(ids)


def _unknown_check(id_: str, at: Position, problems: Problems) -> None:
    known = check_ids()
    near = listing(get_close_matches(id_, known, n=_SHOWN, cutoff=0))
    problems.add(
        "unknown-check",
        at,
        f"De controle {id_} bestaat niet.",
        f"The check {id_} does not exist.",
        expected_nl=f"een van de {len(known)} controles, zoals {near}; alle: verify --checks",
        expected_en=f"one of the {len(known)} checks, such as {near}; all: verify --checks",
        suggestion=suggest(id_, known),
    )


def _decoded(raw: bytes, path: str) -> str:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        nl, en = "Dit bestand is geen UTF-8-tekst.", "This file is no UTF-8 text."
        raise InputRefused((Problem("not-utf8", Position(path), nl, en),)) from None


def _no_toml(error: Exception, text: str, path: str) -> Problem:
    """The reader's message with its place; the place stands in brackets at its end."""
    said = str(error).partition(" (at ")
    numbers = [int(word) for word in said[2].replace(",", " ").replace(")", " ").split()
               if word.isdigit()]  # fmt: skip
    line, column = numbers if len(numbers) == 2 else (len(text.splitlines()) or 1, 1)
    return Problem(
        "no-toml",
        Position(path, line, column),
        f"Dit is geen geldige TOML: {said[0]}.",
        f"This is no valid TOML: {said[0]}.",
        'zoals: fail_on = "warning"',
        'such as: fail_on = "warning"',
    )


@dataclass(slots=True)
class _Reader:
    known: Mapping[Keys, Position]
    problems: Problems

    def at(self, *keys: str | int) -> Position:
        return place_of(keys, self.known)

    def settings(self, data: Mapping[str, Any], path: str) -> Settings:
        self.only(data, ("verify",), ())
        verify = self.table(data.get("verify", {}), "verify")
        self.only(verify, _VERIFY, ("verify",))
        fail_on = verify.get("fail_on", "")
        if fail_on not in ("", *_FAIL_ON):
            self.unfit(fail_on, _FAIL_ON, "verify", "fail_on")
        levels = self.table(verify.get("levels", {}), "verify", "levels")
        given = verify.get("suppress", [])
        if not isinstance(given, list):
            self.unfit(given, ("[[verify.suppress]]",), "verify", "suppress")
            given = []
        made = (self.suppression(one, number) for number, one in enumerate(given))
        return Settings(
            fail_on=str(fail_on),
            levels={check: self.level(check, level) for check, level in levels.items()},
            suppressions=tuple(one for one in made if one is not None),
            path=path,
        )

    def level(self, check: str, level: object) -> Severity | None:
        self.check(check, "verify", "levels", check)
        if level not in _LEVELS:
            self.unfit(level, _LEVELS, "verify", "levels", check)
            return None
        return None if level == OFF else Severity(level)

    def suppression(self, given: Any, number: int) -> Suppression | None:
        keys = ("verify", "suppress", number)
        table = self.table(given, *keys)
        self.only(table, _SUPPRESS, keys)
        before = len(self.problems.found)
        for name in _NEEDED:
            if name not in table:
                self.problems.add(
                    "missing-key",
                    self.at(*keys),
                    f"Bij deze onderdrukking ontbreekt {name}.",
                    f"This suppression lacks {name}.",
                    expected_nl=", ".join(_NEEDED),
                )
        texts = {name: self.text(table[name], *keys, name)
                 for name in ("check", "ruleset", "place", "reason") if name in table}  # fmt: skip
        expires = table.get("expires")
        if "expires" in table and (isinstance(expires, datetime) or not isinstance(expires, date)):
            self.unfit(expires, ("2027-12-31",), *keys, "expires")
        if texts.get("check"):
            self.check(texts["check"], *keys, "check")
        if len(self.problems.found) > before or not isinstance(expires, date):
            return None
        return Suppression(
            check=texts["check"],
            ruleset=texts["ruleset"],
            place=texts.get("place", ""),
            reason=texts["reason"],
            expires=expires,
            position=self.at(*keys),
        )

    def text(self, given: object, *keys: str | int) -> str:
        if isinstance(given, str) and given.strip() and len(given) <= MOST_REASON:
            return given.strip()
        self.problems.add(
            "no-text",
            self.at(*keys),
            f"Bij {keys[-1]} hoort een tekst van hoogstens {MOST_REASON} tekens.",
            f"{keys[-1]} needs a text of at most {MOST_REASON} signs.",
        )
        return ""

    def table(self, given: Any, *keys: str | int) -> Mapping[str, Any]:
        if isinstance(given, dict):
            return given
        name = ".".join(str(key) for key in keys)
        self.problems.add(
            "no-table",
            self.at(*keys),
            f"{name} hoort een tabel te zijn.",
            f"{name} should be a table.",
            expected_nl=f"[{name}]",
        )
        return {}

    def only(self, table: Mapping[str, Any], known: tuple[str, ...], keys: Keys) -> None:
        for key in table:
            if key not in known:
                self.problems.add(
                    "unknown-key",
                    self.at(*keys, key),
                    f"De sleutel {key} bestaat hier niet.",
                    f"The key {key} does not exist here.",
                    expected_nl=", ".join(known),
                    suggestion=suggest(key, known),
                )

    def check(self, id_: str, *keys: str | int) -> None:
        if id_ not in check_ids():
            _unknown_check(id_, self.at(*keys), self.problems)

    def unfit(self, given: object, known: tuple[str, ...], *keys: str | int) -> None:
        shown = str(given) or "(leeg)"
        self.problems.add(
            "unfit-value",
            self.at(*keys),
            f"{shown} past niet bij {keys[-1]}.",
            f"{shown} does not fit {keys[-1]}.",
            expected_nl=listing(known),
            suggestion=suggest(str(given), known),
        )
