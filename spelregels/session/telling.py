"""Answers and agendas as text for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from spelregels.model.ruleset import Ruleset
from spelregels.model.verdict import Verdict
from spelregels.report.layout import Style, clean, labelled, paragraph
from spelregels.session.answer import AgendaItem, AgendaKind, Answer, Days, Lawful
from spelregels.session.voice import Voice
from spelregels.session.weighing import Weighing

__all__ = ["agenda_text", "answer_text", "possibilities_text"]

_GROUPS = ("lawful", "conditional", "too_late", "unlawful", "cannot_tell")


def answer_text(
    answers: Sequence[Answer], ruleset: Ruleset, language: str, style: Style
) -> Iterator[str]:
    """The lines for answers on one act, each in full."""
    voice = Voice.of(ruleset, language)
    for answer in answers:
        yield from _whole(answer, voice, style)
        yield ""
    yield from paragraph(voice.say("as_things_stand"))
    yield voice.say("no_advice")


def _whole(answer: Answer, voice: Voice, style: Style) -> Iterator[str]:
    asked = voice.say(
        "asked",
        act=voice.capital(voice.act(answer.act, answer.outcome)),
        by=voice.by(answer.by),
        day=voice.day(answer.on),
        answer=voice.say(_word(answer)) + ".",
    )
    mark = style.alarm if answer.lawful is Lawful.UNLAWFUL else style.strong
    yield mark(clean(asked))
    for verdict in (*answer.against, *answer.late, *answer.unknown):
        yield from labelled(voice.say("label_rule"), _why(verdict, answer, voice))
    needs = [voice.need(need) for need in answer.needs]
    yield from labelled(voice.say("label_need"), map(voice.capital, needs))
    if answer.days is not None:
        when = voice.capital(days_text(answer.days, voice, answer.on)) + "."
        yield from labelled(voice.say("label_when"), [when])
    met = [voice.capital(voice.say("met", norm=voice.norm(v))) + "." for v in answer.meets]
    yield from labelled(voice.say("label_met"), met)
    then = [voice.capital(_raised(v, voice)) + "." for v in answer.raises]
    yield from labelled(voice.say("label_then"), then)
    mind = [line for v in answer.advice for line in _why(v, answer, voice)]
    yield from labelled(voice.say("label_mind"), mind)


def _word(answer: Answer) -> str:
    if answer.untouched:
        return "untouched"
    return "conditional" if answer.conditional else answer.lawful.value


def _why(verdict: Verdict, answer: Answer, voice: Voice) -> Iterator[str]:
    finding = voice.finding(verdict, answer.trajectory, answer.judgement)
    article = ""
    if finding.article is not None:
        source = finding.article.title or finding.article.source
        article = voice.say("item_article", source=source, article=finding.article.article)
    name = f"{voice.norm(verdict)}{article}"
    yield voice.capital(name) if verdict.norm.startswith("@") else name
    yield finding.message


def _raised(verdict: Verdict, voice: Voice) -> str:
    _, norm = voice.maker.home(verdict)
    spec = getattr(norm, "by", None)
    roles = getattr(spec, "any_of", ())
    return voice.say(
        "raised",
        act=voice.act(verdict.act),
        by=voice.say("by", role=voice.roles(roles)) if roles else "",
        due=voice.say("by_due", day=voice.day(verdict.due)) if verdict.due else "",
        norm=voice.short_norm(verdict),
    )


def days_text(days: Days, voice: Voice, on: date) -> str:
    """The lawful days in words, with how far was looked."""
    end = voice.day(days.searched_to)
    if days.earliest is None:
        if days.latest is None:
            return voice.say("days_none", end=end)
        return voice.say("days_passed", last=voice.day(days.latest))
    begin = voice.say("days_now")
    if days.earliest != on:
        begin = voice.say("days_from", first=voice.day(days.earliest))
    if days.latest is None:
        return voice.say("days_open", begin=begin, end=end)
    return voice.say("days_through", begin=begin, last=voice.day(days.latest))


def possibilities_text(
    answers: Sequence[Answer], ruleset: Ruleset, language: str, style: Style, on: date
) -> Iterator[str]:
    """The lines for everything that can and cannot happen; acts nobody regulates are left out."""
    voice = Voice.of(ruleset, language)
    yield style.strong(voice.say("now", day=voice.day(on)))
    regulated = [answer for answer in answers if not answer.untouched]
    for group in _GROUPS:
        members = [answer for answer in regulated if _word(answer) == group]
        if not members:
            continue
        yield ""
        yield style.strong(voice.say(f"group_{group}") + ":")
        for answer in members:
            yield from _line(answer, voice)
    yield ""
    yield from paragraph(voice.say("as_things_stand"))
    yield voice.say("no_advice")


def _line(answer: Answer, voice: Voice) -> Iterator[str]:
    parts = [voice.need(need) for need in answer.needs]
    if answer.days is not None:
        parts += _short_days(answer.days, voice, answer)
    if answer.lawful in (Lawful.UNLAWFUL, Lawful.CANNOT_TELL) and not parts:
        parts += dict.fromkeys(voice.short_norm(v) for v in (*answer.against, *answer.unknown))
    told = f"{voice.act(answer.act, answer.outcome)}{voice.by(answer.by)}"
    tail = f": {'; '.join(parts)}" if parts else ""
    yield from paragraph(f"- {told}{tail}", indent="  ", hang="  ")


def _short_days(days: Days, voice: Voice, answer: Answer) -> Iterator[str]:
    if days.earliest is not None and days.earliest != answer.on:
        yield voice.say("days_from", first=voice.day(days.earliest))
    if days.latest is not None:
        last, passed = voice.day(days.latest), days.earliest is None
        yield voice.say("days_passed", last=last) if passed else voice.say("item_due", day=last)
    if days.earliest is None and days.latest is None and not answer.needs:
        yield voice.say("days_none_short")


def agenda_text(
    agendas: Sequence[tuple[Weighing, date, tuple[AgendaItem, ...]]],
    ruleset: Ruleset,
    language: str,
    style: Style,
) -> Iterator[str]:
    """The lines of the agendas of several trajectories, each on its day."""
    voice = Voice.of(ruleset, language)
    for weighing, on, items in agendas:
        whose = voice.say("agenda", trajectory=weighing.trajectory.id, day=voice.day(on))
        yield style.strong(clean(whose))
        if not items:
            yield "  " + voice.say("agenda_empty")
        for item in items:
            mark = style.alarm if item.kind is AgendaKind.OVERDUE else style.strong
            yield f"  {mark(clean(voice.capital(when_text(item, voice))))}"
            lines = [who_text(item, voice), *because(item, weighing, voice)]
            for line in lines:
                yield from paragraph(line, indent="    ")
        yield ""
    yield voice.say("no_advice")


def when_text(item: AgendaItem, voice: Voice) -> str:
    """``uiterlijk 4 juni 2026``."""
    if item.day is None:
        undated = "item_overdue_undated" if item.kind is AgendaKind.OVERDUE else None
        return voice.say(undated or f"item_{item.kind.value}", day="")
    latest = voice.say("item_latest", day=voice.day(item.latest)) if item.latest else ""
    return voice.say(f"item_{item.kind.value}", day=voice.day(item.day)) + latest


def who_text(item: AgendaItem, voice: Voice) -> str:
    """The act, and who must or may do it: roles, never persons."""
    who = voice.roles(item.by)
    told = voice.say("item_who", who=who) if who else voice.say("item_who_unknown")
    return f"{voice.act(item.act, item.outcome)}, {told}"


def because(item: AgendaItem, weighing: Weighing, voice: Voice) -> Iterator[str]:
    """The norm with its article, and what raised the duty."""
    file, norm = voice.maker.home(item.verdict)
    article = ""
    if file is not None and norm is not None and norm.article is not None:
        source = file.sources.get(norm.article.source)
        title = source.title if source else norm.article.source
        article = voice.say("item_article", source=title, article=norm.article.article)
    yield voice.say("item_norm", norm=voice.norm(item.verdict), article=article)
    trigger = trigger_text(item, weighing, voice)
    if trigger and item.kind is not AgendaKind.POSSIBLE_FROM:
        yield voice.say("item_trigger", trigger=trigger)


def trigger_text(item: AgendaItem, weighing: Weighing, voice: Voice) -> str:
    """The event or the moment that raised a duty; empty if it was raised by none."""
    events = {event.id: event for event in weighing.trajectory.events}
    trigger = item.verdict.trigger
    if trigger in events:
        return voice.names.event(events[trigger])
    return voice.names.quote(trigger) if trigger else ""
