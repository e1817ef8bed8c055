"""A consultation by-law from before 2025 that runs on past the transition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from spelregels.model.ruleset import RulesetFile
from spelregels.model.terms import NotStated
from spelregels.model.verified import Basis, CheckRecord, Cited, Place, Text
from spelregels.model.words import Confidence, Severity
from spelregels.verify.bylaws import GEMEENTEWET_150, PARTICIPATION_SINCE, PHASES, in_use
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="inspraakverordening-na-overgang",
    severity=Severity.WARNING,
    title=Text("Inspraakverordening na de overgang", "Consultation by-law after the transition"),
    looks_for=Text(
        "Een inspraakverordening van vóór 2025 die op of na 1 januari 2027 nog geldt.",
        "A consultation by-law from before 2025 that is still in force on or after 1 January 2027.",
    ),
    why=Text(
        "Sinds 2025 moet een verordening ook de uitvoering, de evaluatie en het uitdaagrecht "
        "regelen. Gemeenten kregen daar twee jaar voor.",
        "Since 2025 a by-law must also settle execution, evaluation and the right to challenge. "
        "Municipalities were given two years for that.",
    ),
    repair=Text(
        "Stel een participatieverordening vast en geef deze een laatste dag (valid_to). Regelt "
        "deze tekst al alles, zet dat dan bij covers.",
        "Adopt a participation by-law and give this one a last day (valid_to). If this text "
        "settles everything already, say so under covers.",
    ),
    limits=Text(
        "De overgangsbepaling zelf is niet gelezen: de dag komt van griffiers.nl en "
        "wetgevingswerken.nl. Wat er na die dag met een oude verordening gebeurt, is niet "
        "nagegaan. Tot 1 januari 2027 is de melding alleen ter informatie. Zonder laatste dag "
        "(valid_to) is niet te zien of de tekst al is ingetrokken. Verordeningen worden aan hun "
        "titel herkend, of aan covers.",
        "The transitional article itself was not read: the day comes from griffiers.nl and "
        "wetgevingswerken.nl. What happens to an old by-law after that day was not looked into. "
        "Until 1 January 2027 the finding is for information only. Without a last day (valid_to) "
        "it cannot be seen whether the text was withdrawn. By-laws are known by their title, or "
        "by covers.",
    ),
    messages={
        "old": Text(
            "Deze verordening over inspraak is van vóór 2025. Volgens griffiers.nl moet zij op "
            "{day} zijn vervangen door een participatieverordening.",
            "This by-law on consultation is from before 2025. According to griffiers.nl it must "
            "have been replaced by a participation by-law on {day}.",
        )
    },
    sources=(
        Cited("Gemeentewet 150 (tekst van 1 januari 2025)"),
        Cited("griffiers.nl over de overgang", confidence=Confidence.SEC),
        Cited("wetgevingswerken.nl over de overgang", confidence=Confidence.SEC),
        Cited("I&O, doorontwikkeling wijkgericht werken", "T19"),
    ),
)
TRANSITION_ENDS = date(2027, 1, 1)
_NAMED = re.compile(r"\binspraak.*verordening|verordening.*\binspraak", re.IGNORECASE)


def find(subject: Subject) -> Iterator[Hit]:
    """At most one finding for the file."""
    own = subject.own
    begins = own.valid_from
    old = isinstance(begins, date) and begins < PARTICIPATION_SINCE <= subject.as_of
    ends_in_time = own.valid_to is not None and own.valid_to < TRANSITION_ENDS
    if not (old and in_use(own, subject.as_of)) or ends_in_time:
        return
    if _settles_all(own) or not _on_consultation(own):
        return
    basis = Basis.VISIBLE if own.valid_to else subject.silence
    severity = Severity.INFO if subject.as_of < TRANSITION_ENDS else None
    yield Hit(Place("valid_from"), "old", {"day": TRANSITION_ENDS}, basis=basis, severity=severity)


def _settles_all(own: RulesetFile) -> bool:
    return all(
        phase in own.covers and not isinstance(own.covers[phase], NotStated) for phase in PHASES
    )


def _on_consultation(own: RulesetFile) -> bool:
    """By its title; or it says itself that it leaves out a phase of article 150."""
    if any(_NAMED.search(title) for title in own.title.values()):
        return True
    left_out = any(isinstance(own.covers.get(phase), NotStated) for phase in PHASES)
    return left_out and GEMEENTEWET_150.stands_in(own)
