"""A command line that cannot be read, said in both languages: typer's own texts are English only.

The kinds of mistake are typer's; they are told by the names of its exceptions, which have been the
same in all its versions, while the module they live in has not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from spelregels.model.problem import Position, Problem
from spelregels_cli.options import Format, Language, NoDay

Said = tuple[str, str, str, str, str]
"""Message and what was expected, each in Dutch and English; what was perhaps meant."""

_MOST_SHOWN = 60


def usage_problem(error: Any) -> Problem:
    """What ``error``, a usage error of typer, says; in the place of a file stands the command."""
    context = getattr(error, "ctx", None)
    place = context.command_path if context is not None else "spelregels"
    nl, en, expected_nl, expected_en, suggestion = _said(error, context)
    return Problem("usage", Position(place), nl, en, expected_nl, expected_en, suggestion)


def asked_for(arguments: Sequence[str]) -> tuple[Format, Language]:
    """Form and language of what went wrong, from a line that could not be read otherwise."""
    line = " ".join(arguments)
    json = re.search(r"--format[ =]json\b", line) is not None
    english = re.search(r"--lang[ =]en\b", line) is not None
    return Format.json if json else Format.text, Language.en if english else Language.nl


def _said(error: Any, context: Any) -> Said:
    match type(error).__name__:
        case "NoSuchOption":
            return _no_such_option(_shown(error.option_name), context)
        case "BadOptionUsage" if "requires" in error.message:
            name = _shown(error.option_name)
            return f"Achter {name} ontbreekt een waarde.", f"{name} needs a value.", "", "", ""
        case "BadOptionUsage":
            name = _shown(error.option_name)
            return f"{name} krijgt geen waarde.", f"{name} takes no value.", "", "", ""
        case "MissingParameter":
            name = _name_of(error.param)
            return f"{name} ontbreekt.", f"{name} is missing.", *_about(error.param), ""
        case "NoDay":
            from spelregels.language.reading import iso_hint

            assert isinstance(error, NoDay)
            name, text = _name_of(error.param), _shown(error.text)
            return (
                f"{name}: {text} is geen datum.",
                f"{name}: {text} is not a date.",
                "jaar-maand-dag, zoals 2026-06-04",
                "year-month-day, such as 2026-06-04",
                iso_hint(error.text),
            )
        case "BadParameter":
            return _bad_value(error)
        case _:
            return _other(error.message, context)


def _no_such_option(name: str, context: Any) -> Said:
    known = [option for param in context.command.params for option in param.opts]
    known = sorted({*(one for one in known if one.startswith("-")), "--help"})
    return (
        f"De optie {name} bestaat hier niet.",
        f"The option {name} does not exist here.",
        ", ".join(known),
        ", ".join(known),
        _nearest(name, known),
    )


def _bad_value(error: Any) -> Said:
    """A word that is not in a list, as all other values have a parser of their own."""
    name = _name_of(error.param)
    words = [getattr(one, "value", str(one)) for one in getattr(error.param.type, "choices", ())]
    found = re.match(r"(['\"])(.*)\1 is not one of ", error.message, re.DOTALL)
    if not words or found is None:
        return f"{name}: deze waarde past niet.", f"{name}: {error.message}", "", "", ""
    word = _shown(found.group(2))
    listed = ", ".join(words)
    return (
        f"{name}: {word} is hier geen bekend woord.",
        f"{name}: {word} is not a known word here.",
        listed,
        listed,
        _nearest(word, words),
    )


def _other(message: str, context: Any) -> Said:
    known = context.command.list_commands(context) if _is_group(context) else []
    if found := re.match(r"No such command '(.*?)'\.", message, re.DOTALL):
        name = _shown(found.group(1))
        return (
            f"De opdracht {name} bestaat niet.",
            f"The command {name} does not exist.",
            ", ".join(known),
            ", ".join(known),
            _nearest(name, known),
        )
    if found := re.match(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", message, re.DOTALL):
        rest = _shown(found.group(1))
        return f"Hier staat te veel: {rest}.", f"There is too much here: {rest}.", "", "", ""
    if known:
        listed = ", ".join(known)
        return "Er staat geen opdracht.", "There is no command.", listed, listed, ""
    return "Deze opdracht is niet te lezen.", message, "", "", ""


def _is_group(context: Any) -> bool:
    return context is not None and hasattr(context.command, "list_commands")


def _name_of(param: Any) -> str:
    """``--as-of``, or ``TRAJECT…``."""
    longest = max(param.opts, key=len)
    return str(longest if longest.startswith("-") else param.human_readable_name)


def _about(param: Any) -> tuple[str, str]:
    """The help of a parameter, which is there in Dutch only."""
    return (getattr(param, "help", None) or "").rstrip("."), ""


def _nearest(word: str, known: Sequence[str]) -> str:
    return next(iter(get_close_matches(word, known, n=1)), "")


def _shown(text: str) -> str:
    text = text or "''"
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
