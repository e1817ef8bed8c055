"""Reckonings in words: every step, doubt and open question as one plain sentence.

In: the data of a ``Reckoning``. Out: Dutch (B1) or English text. Nothing is reckoned here.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Literal

from spelregels.calendar import texts
from spelregels.calendar.decree_days import DECREE_SPANS
from spelregels.model.terms import Reading, Reckoning, Step, TraceStep

Lang = Literal["nl", "en"]


def _pick(pair: tuple[str, str], lang: Lang) -> str:
    return pair[0] if lang == "nl" else pair[1]


def day_text(day: date, lang: Lang = "nl") -> str:
    """A day in words: ``donderdag 4 juni 2026``, ``Thursday 4 June 2026``."""
    weekday = _pick(texts.WEEKDAYS[day.weekday()], lang)
    return f"{weekday} {day.day} {_pick(texts.MONTHS[day.month - 1], lang)} {day.year}"


def last_day_text(reckoning: Reckoning, lang: Lang = "nl") -> str:
    """The last day, and how much later it may be where that is not sure."""
    last_day, latest = day_text(reckoning.last_day, lang), reckoning.latest
    if latest == reckoning.last_day:
        return last_day
    if latest is None:
        return f"{last_day} ({_pick(texts.OR_LATER, lang)})"
    return f"{last_day} ({_pick(texts.OR_UNTIL, lang).format(latest=day_text(latest, lang))})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _amount(text: str, lang: Lang) -> str:
    """``6 weken`` or, in English, ``6 weeks``."""
    if lang == "nl":
        return text
    number, unit = text.split(" ")
    english = texts.UNITS[unit]
    plural = "s" if unit == "jaar" and number != "1" else ""
    return f"{number} {english}{plural}"


def _template(step: TraceStep) -> str:
    """Which sentence of ``texts.STEPS`` fits this step."""
    detail, word = step.detail, step.step.value
    match step.step:
        case Step.START | Step.NO_MEETING_KNOWN | Step.ACT_FROM:
            return f"{word}.{detail['direction']}"
        case Step.FIRST_DAY:
            return f"{word}.{detail['count_from']}"
        case Step.RAW:
            return "raw.clear" if "clear_days" in detail else f"raw.{detail['direction']}"
        case Step.EXTENDED:
            return "extended.term" if "term" in detail else "extended.day"
        case Step.REGIME_OFF:
            if detail["regime"] == "calendar":
                return "regime_off.calendar"
            same = detail["moved"] == step.day.isoformat()
            return "regime_off.same" if same else "regime_off.differs"
        case Step.MEETING:
            return f"meeting.{detail['direction']}.{'first' if 'not_before' in detail else 'next'}"
        case Step.CALENDAR_DATE:
            return f"calendar_date.{detail['last_day']}"
        case Step.NEVER_MOVED:
            return f"never_moved.{detail['why']}"
        case _:
            return word


def _fields(step: TraceStep, lang: Lang) -> dict[str, str]:
    fields: dict[str, str] = {"day": day_text(step.day, lang)}
    fields["Day"] = _capital(fields["day"])
    for key, value in step.detail.items():
        match key:
            case "term" | "not_before":
                fields[key] = _amount(value, lang)
            case "days":
                fields[key] = _amount(f"{value} {'dag' if value == '1' else 'dagen'}", lang)
            case "moved" | "first" | "second" | "free_day":
                fields[key] = day_text(date.fromisoformat(value), lang)
            case "date":
                month, day = value.split("-")
                fields[key] = f"{int(day)} {_pick(texts.MONTHS[int(month) - 1], lang)}"
            case "reason":
                dutch, english, article = texts.FREE_DAYS[value]
                fields["is"] = _pick((dutch, english), lang)
                fields["articles"] = _articles(article, lang)
            case _:
                fields[key] = value
    fields["Free_day"] = _capital(fields.get("free_day", ""))
    return fields


def _articles(article: str, lang: Lang) -> str:
    word = _pick(("artikel", "article"), lang)
    also = f"; {word} {article}" if article not in ("", "1 lid 1") else ""
    return f"Algemene termijnenwet, {word} 1 lid 1{also}"


def step_sentence(step: TraceStep, lang: Lang = "nl") -> str:
    """One step as one sentence (a few steps need two)."""
    return _pick(texts.STEPS[_template(step)], lang).format(**_fields(step, lang))


def steps_text(reckoning: Reckoning, lang: Lang = "nl") -> tuple[str, ...]:
    """Every step of a reckoning, in order."""
    return tuple(step_sentence(step, lang) for step in reckoning.steps)


def question_sentence(code: str, lang: Lang = "nl") -> str:
    """An open question of law, by its code in ``Reckoning.open_questions``."""
    return _pick(texts.QUESTIONS[code], lang)


def reading_label(reading: Reading, lang: Lang = "nl") -> str:
    """What one reading of an open question says, without its day."""
    own = f"{reading.question}.{reading.reading}"
    pair = texts.READINGS.get(own) or texts.READINGS[reading.reading]
    return _pick(pair, lang)


def questions_text(reckoning: Reckoning, lang: Lang = "nl") -> tuple[str, ...]:
    """Every open question with its readings and their last days."""
    lines = []
    for code in reckoning.open_questions:
        readings = [
            f"{reading_label(r, lang)}: {day_text(r.last_day, lang)}"
            for r in reckoning.readings
            if r.question == code
        ]
        tail = f" {_capital('; '.join(readings))}." if readings else ""
        lines.append(question_sentence(code, lang) + tail)
    return tuple(lines)


def known_spans_text(lang: Lang = "nl") -> str:
    """The years for which the decree days are complete: ``2017-2019 en 2023-2028``."""
    years = sorted(y for s in DECREE_SPANS for y in range(s.first_year, s.last_year + 1))
    runs = [[years[0], years[0]]]
    for before, year in pairwise(years):
        if year == before + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return _pick((" en ", " and "), lang).join(f"{first}-{last}" for first, last in runs)


def doubt_sentence(code: str, reckoning: Reckoning, lang: Lang = "nl") -> str:
    """A warning: why ``latest`` differs from ``last_day``."""
    latest = reckoning.latest
    known = _pick(texts.KNOWN_YEARS, lang).format(spans=known_spans_text(lang))
    return _pick(texts.DOUBTS[code], lang).format(
        known=known,
        latest=_pick(texts.NO_LATEST, lang) if latest is None else day_text(latest, lang),
    )


def doubts_text(reckoning: Reckoning, lang: Lang = "nl") -> tuple[str, ...]:
    """Every warning of a reckoning."""
    return tuple(doubt_sentence(code, reckoning, lang) for code in reckoning.doubts)
