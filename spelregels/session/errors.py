"""What can go wrong in a session: one exception per situation, each with what to do about it.

``SessionError`` catches them all. ``code`` is stable; the texts are for people and may change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from spelregels.model.problem import InputRefused, Problem

if TYPE_CHECKING:
    from spelregels.session.answer import Answer

__all__ = [
    "AlreadyCorrected",
    "AnotherRuleset",
    "DifferentEvent",
    "EventRefused",
    "NotLawful",
    "RulesetChanged",
    "SessionError",
    "SessionInUse",
    "StaleSequence",
    "StateUnreadable",
    "TransitionNotStated",
    "TransitionUnclear",
    "UnknownEvent",
]


class SessionError(Exception):
    """Something a session does not do. Nothing was changed.

    ``message_nl``, ``message_en``: what is the matter; ``advice_nl``, ``advice_en``: what to do.
    """

    code: ClassVar[str] = "session"
    advice_nl: ClassVar[str] = ""
    advice_en: ClassVar[str] = ""

    def __init__(self, message_nl: str, message_en: str) -> None:
        """Both sentences say the same."""
        self.message_nl, self.message_en = message_nl, message_en
        super().__init__(f"{message_en} {self.advice_en}".rstrip())

    def text(self, language: str) -> str:
        """Message and advice in ``nl`` or ``en``."""
        if language == "nl":
            return f"{self.message_nl} {self.advice_nl}".rstrip()
        return f"{self.message_en} {self.advice_en}".rstrip()


class EventRefused(SessionError):
    """The event does not fit the ruleset or the language: ``problems`` says why."""

    code = "event-refused"
    advice_nl = "Verbeter de gebeurtenis zoals er staat en bied haar opnieuw aan."
    advice_en = "Mend the event as it says and offer it again."

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """``problems``: everything that is wrong with it."""
        self.problems = problems
        super().__init__(
            " ".join(p.message_nl for p in problems[:3]),
            " ".join(p.message_en for p in problems[:3]),
        )

    @classmethod
    def of(cls, refused: InputRefused) -> EventRefused:
        """From what the reader refused."""
        return cls(refused.problems)


class NotLawful(SessionError):
    """Strict mode: the event would break a norm. ``answer`` holds the verdicts it would get."""

    code = "not-lawful"
    advice_nl = (
        "Kijk in `answer` welke regels dat zijn en wanneer het wel mag. Is het toch gebeurd, leg "
        "het dan vast met `strict=False`: wat gebeurd is, is gebeurd."
    )
    advice_en = (
        "See in `answer` which norms these are and when it may be done. If it has happened all the "
        "same, record it with `strict=False`: what happened has happened."
    )

    def __init__(self, answer: Answer, message_nl: str, message_en: str) -> None:
        """``answer``: what ``preview`` says of this event."""
        self.answer = answer
        super().__init__(message_nl, message_en)


class DifferentEvent(SessionError):
    """An event with this id is there already and says something else."""

    code = "different-event"
    advice_nl = "Geef het een eigen id, of gebruik `correct` als het de oude gebeurtenis vervangt."
    advice_en = "Give it an id of its own, or use `correct` if it replaces the old event."


class UnknownEvent(SessionError):
    """A correction of an event that is not in this session."""

    code = "unknown-event"
    advice_nl = "Noem het id van een gebeurtenis die in `events` staat."
    advice_en = "Name the id of an event that stands in `events`."


class AlreadyCorrected(SessionError):
    """A correction of an event that another correction has replaced."""

    code = "already-corrected"
    advice_nl = "Corrigeer de laatste versie; die staat in `current`."
    advice_en = "Correct the latest version; it stands in `current`."


class StaleSequence(SessionError):
    """Somebody else recorded something since: ``expected`` is not the sequence number now."""

    code = "stale-sequence"
    advice_nl = "Haal de laatste stand op, vraag opnieuw met `preview` en probeer het dan weer."
    advice_en = "Fetch the latest state, ask again with `preview`, and then retry."

    def __init__(self, expected: int, actual: int) -> None:
        """The number the caller had, and the number it is."""
        self.expected, self.actual = expected, actual
        super().__init__(
            f"U ging uit van volgnummer {expected}, maar het is nu {actual}.",
            f"You expected sequence number {expected}, but it is {actual} now.",
        )


class SessionInUse(SessionError):
    """Two threads change one session at the same time."""

    code = "session-in-use"
    advice_nl = "Geef iedere draad een eigen sessie, of zet een slot om ieder gebruik heen."
    advice_en = "Give each thread a session of its own, or hold a lock around each use."


class StateUnreadable(SessionError):
    """A state that no `snapshot` made, or that was changed since."""

    code = "state-unreadable"
    advice_nl = "Neem de laatste goede stand uit de opslag; verander een stand nooit met de hand."
    advice_en = "Take the last good state from storage; never change a state by hand."


class AnotherRuleset(SessionError):
    """The state belongs to a ruleset with another id."""

    code = "another-ruleset"
    advice_nl = "Laad de regels die in de stand onder `ruleset.id` staan."
    advice_en = "Load the ruleset that the state names under `ruleset.id`."


class RulesetChanged(SessionError):
    """A text that governed the trajectory was changed, or is gone, without a new version."""

    code = "ruleset-changed"
    advice_nl = (
        "Laat de oude tekst staan met een `valid_to` en geef de nieuwe een eigen bestand met "
        "`valid_from`; of bekijk met `spelregels migrate --plan` wat overstappen betekent."
    )
    advice_en = (
        "Leave the old text with a `valid_to` and give the new one a file of its own with a "
        "`valid_from`; or see with `spelregels migrate --plan` what moving would mean."
    )


class TransitionNotStated(SessionError):
    """A new version whose text does not say what it does with what was running."""

    code = "transition-not-stated"
    advice_nl = (
        "Kies zelf een lezing (`reading=Governs.STARTED_IN_FORCE` of `Governs.EVENT_DATE`) nadat u "
        "met `spelregels migrate --plan` hebt gezien welke datums dan verschuiven."
    )
    advice_en = (
        "Choose a reading yourself (`reading=Governs.STARTED_IN_FORCE` or `Governs.EVENT_DATE`) "
        "after `spelregels migrate --plan` has shown which dates would move."
    )


class TransitionUnclear(SessionError):
    """The transition law hangs on a day that this trajectory does not know."""

    code = "transition-unclear"
    advice_nl = (
        "Leg eerst vast wanneer het traject begon, met een correctie van de eerste gebeurtenis."
    )
    advice_en = "First record when the trajectory began, by a correction of its first event."
