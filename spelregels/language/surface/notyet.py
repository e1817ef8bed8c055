"""Constructs that are announced but not in this version of the language: refused by name."""

from __future__ import annotations

from collections.abc import Mapping

from spelregels.language.problems import Problems
from spelregels.model.problem import Position

NOT_YET: Mapping[str, tuple[str, str]] = {
    "allocation": ("verdeling van budgetten", "allocation of budgets"),
    "areas": ("registers van gebieden", "registers of areas"),
    "at.weekday": ("de dag van de week in een voorwaarde", "the weekday in a condition"),
    "blocked_by": ("blokkades", "blocks"),
    "bodies": ("registers van organen", "registers of bodies"),
    "channels": ("registers van kanalen", "registers of channels"),
    "default_for": ("standaardprocedures", "default procedures"),
    "demands": ("eisen aan de tekst van lagere regels", "demands on the text of lower rules"),
    "each": ("een plicht voor elk van meer rollen", "a duty for each of several roles"),
    "exactly": ("een precies aantal", "an exact number"),
    "figures": ("gedateerde getallen", "dated figures"),
    "for_each": ("een telling per waarde", "a count for each value"),
    "in_doubt": ("wie beslist waar de regels zwijgen", "who decides where the rules are silent"),
    "join": ("sporen naast elkaar", "parallel tracks"),
    "lapses": ("verval op een dag", "lapsing on a day"),
    "legal_character": ("het rechtskarakter", "the legal character"),
    "minus": ("aftrekken in tellingen", "subtracting in counts"),
    "pair": ("paren van gebeurtenissen", "pairs of events"),
    "portfolio": ("regels over veel trajecten", "rules over many trajectories"),
    "procedure": ("standaardprocedures", "default procedures"),
    "promise": ("de toets op het beloofde niveau", "the check on the promised level"),
    "readings": ("meer lezingen van de wet", "several readings of the law"),
    "replaces": ("standaardprocedures", "default procedures"),
    "settings": ("instellingen per gebied", "settings per area"),
    "together": ("rollen die samen iets moeten", "roles that must act together"),
    "tracks": ("sporen naast elkaar", "parallel tracks"),
}


def add_not_yet(problems: Problems, key: str, position: Position) -> None:
    """Note that ``key`` is announced but not there yet."""
    nl, en = NOT_YET[key]
    problems.add(
        "not-yet",
        position,
        f"{key} ({nl}) bestaat nog niet in deze versie van de taal.",
        f"{key} ({en}) does not exist yet in this version of the language.",
        expected_nl="laat het weg; zet de regel zo nodig als statement: in woorden",
        expected_en="leave it out; if needed keep the rule in words as statement:",
    )
