"""Options that several commands share."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import Annotated

import typer


class Format(str, Enum):
    """How output is written."""

    text = "text"
    json = "json"


class Language(str, Enum):
    """The language of texts for people."""

    nl = "nl"
    en = "en"


FormatOption = Annotated[Format, typer.Option("--format", help="Uitvoer voor mensen of machines.")]
LanguageOption = Annotated[Language, typer.Option("--lang", help="Taal van de uitvoer.")]
RulesetArgument = Annotated[
    str, typer.Argument(metavar="REGELS", help="Naam (zie list) of bestand van de regels.")
]


class NoDay(typer.BadParameter):
    """An option asks for a day, and this text is none."""

    def __init__(self, text: str) -> None:
        """``text``: what was given instead."""
        super().__init__(f"{text[:40]!r} is geen datum. Schrijf jaar-maand-dag, zoals: 2026-06-04.")
        self.text = text


def as_day(text: str) -> date:
    """``jjjj-mm-dd`` and nothing else; used as a parser of options."""
    # fromisoformat alone would also take 20260604 and 2026-W23-4
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise NoDay(text)
