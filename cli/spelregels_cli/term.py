"""``spelregels term``: one term, from one day, with every step in words."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from spelregels.calendar.wording import Lang
    from spelregels.model.terms import Reading, Reckoning, TraceStep


class _CountFrom(str, Enum):
    same_day = "same_day"
    next_day = "next_day"


class _Regime(str, Enum):
    atw = "atw"
    calendar = "calendar"
    not_stated = "not_stated"


class _Format(str, Enum):
    text = "text"
    json = "json"


class _Language(str, Enum):
    nl = "nl"
    en = "en"


def term(
    length: Annotated[
        str,
        typer.Argument(
            metavar="TERMIJN", help='Hoe lang, zoals "6 weken", "10 werkdagen" of "voor 1 mei".'
        ),
    ],
    start: Annotated[
        str, typer.Option("--from", metavar="JJJJ-MM-DD", help="De dag waarop het begint.")
    ],
    count_from: Annotated[
        _CountFrom, typer.Option(help="Telt die dag zelf mee, of pas de volgende?")
    ] = _CountFrom.next_day,
    regime: Annotated[
        _Regime, typer.Option(help="Geldt de Algemene termijnenwet?")
    ] = _Regime.not_stated,
    backwards: Annotated[bool, typer.Option("--backwards", help="Tel terug.")] = False,
    clear_days: Annotated[
        bool, typer.Option("--clear-days", help="Terug: hele dagen ertussen (een dag meer).")
    ] = False,
    extend: Annotated[
        list[str] | None, typer.Option(help='Verlenging, zoals "4 weken"; mag vaker.')
    ] = None,
    suspended_days: Annotated[
        int, typer.Option(min=0, max=36_500, help="Zoveel dagen stond de termijn stil.")
    ] = 0,
    entry_into_force: Annotated[
        bool, typer.Option("--entry-into-force", help="Het is een dag van inwerkingtreding.")
    ] = False,
    by_post: Annotated[
        bool, typer.Option("--by-post", help="Toon ook de week voor de post (Awb 6:9 lid 2).")
    ] = False,
    format_: Annotated[_Format, typer.Option("--format", help="Uitvoer.")] = _Format.text,
    lang: Annotated[_Language, typer.Option(help="Taal.")] = _Language.nl,
) -> None:
    """Reken een termijn uit en leg elke stap uit. Geen juridisch advies."""
    from spelregels.calendar import (
        TermError,
        parse_duration,
        parse_term,
        reckon,
        reckon_postal_week,
    )
    from spelregels.model.words import CountFrom, Regime

    language: Lang = lang.value
    first = _day(start, language)
    try:
        reckoning = reckon(
            first,
            parse_term(length.strip()),
            count_from=CountFrom(count_from.value),
            regime=Regime(regime.value),
            backwards=backwards,
            clear_days=clear_days,
            extensions=[parse_duration(text.strip()) for text in extend or ()],
            suspended_days=suspended_days,
            entry_into_force=entry_into_force,
        )
        post = reckon_postal_week(reckoning.last_day) if by_post and not backwards else None
    except TermError as error:
        raise _refused(error.message_nl, error.message_en, error.suggestion, language) from error
    if format_ is _Format.json:
        asked = {"term": length.strip(), "count_from": count_from.value, "backwards": backwards}
        out = asked | as_json(reckoning, language)
        out |= {"post": as_json(post, language)} if post else {}
        typer.echo(json.dumps(out, ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(as_lines(reckoning, post, language)))


def as_json(reckoning: Reckoning, language: Lang) -> dict[str, Any]:
    """A reckoning as plain data; days in ISO form, each code with its sentence."""
    from spelregels.calendar import wording

    def steps(of: tuple[TraceStep, ...]) -> list[dict[str, Any]]:
        return [
            {
                "step": step.step.value,
                "day": step.day.isoformat(),
                "detail": dict(step.detail),
                "text": wording.step_sentence(step, language),
            }
            for step in of
        ]

    def reading(of: Reading) -> dict[str, Any]:
        return {
            "reading": of.reading,
            "last_day": of.last_day.isoformat(),
            "taken": of.taken,
            "text": wording.reading_label(of, language),
            "steps": steps(of.steps),
        }

    return {
        "start": reckoning.start.isoformat(),
        "regime": reckoning.regime.value,
        "first_day": reckoning.first_day.isoformat(),
        "raw_last_day": reckoning.raw_last_day.isoformat(),
        "last_day": reckoning.last_day.isoformat(),
        "latest": reckoning.latest.isoformat() if reckoning.latest else None,
        "act_from": reckoning.act_from.isoformat(),
        "doubts": list(reckoning.doubts),
        "warnings": list(wording.doubts_text(reckoning, language)),
        "steps": steps(reckoning.steps),
        "open_questions": [
            {
                "code": code,
                "text": wording.question_sentence(code, language),
                "readings": [reading(r) for r in reckoning.readings if r.question == code],
            }
            for code in reckoning.open_questions
        ],
    }


_HEADS = {
    "nl": (
        "Laatste dag",
        "Zo is gerekend:",
        "Open vraag",
        "Voor de post",
        "Geen juridisch advies.",
    ),
    "en": ("Last day", "How it was counted:", "Open question", "By post", "No legal advice."),
}


def as_lines(reckoning: Reckoning, post: Reckoning | None, language: Lang) -> list[str]:
    """A reckoning as text for people."""
    from spelregels.calendar import wording

    last_day, how, question, by_post, no_advice = _HEADS[language]
    lines = [f"{last_day}: {wording.last_day_text(reckoning, language)}", "", how]
    sentences = wording.steps_text(reckoning, language)
    lines += [f"{number:3}. {text}" for number, text in enumerate(sentences, 1)]
    extra = [*wording.doubts_text(reckoning, language)]
    for one in (reckoning, post) if post else (reckoning,):
        if one is post:
            extra.append(f"{by_post}: {wording.day_text(one.last_day, language)}")
        extra += [f"{question}: {text}" for text in wording.questions_text(one, language)]
        for reading in one.readings:
            extra += [f"     {wording.step_sentence(step, language)}" for step in reading.steps]
    return [*lines, *([""] if extra else []), *extra, "", no_advice]


def _day(text: str, language: Lang) -> date:
    # fromisoformat also takes forms such as 20260604 and 2026-W23-4
    day: date | None = None
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        with suppress(ValueError):
            day = date.fromisoformat(text)
    if day is not None:
        return day
    raise _refused(
        f"{text[:40]!r} is geen datum. Schrijf jaar-maand-dag, zoals: 2026-06-04.",
        f"{text[:40]!r} is not a date. Write year-month-day, such as: 2026-06-04.",
        "",
        language,
    )


def _refused(message_nl: str, message_en: str, suggestion: str, language: Lang) -> typer.Exit:
    """Say on stderr what is wrong; the exit to raise (2: bad input)."""
    message = message_nl if language == "nl" else message_en
    hint = {"nl": "Bedoelde u", "en": "Did you mean"}[language]
    typer.echo(f"{message}" + (f" {hint}: {suggestion}?" if suggestion else ""), err=True)
    return typer.Exit(2)
