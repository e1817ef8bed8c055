"""Setting findings aside, and minding that nothing stays set aside unseen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from spelregels.model.verified import (
    CheckRecord,
    Cited,
    Located,
    Place,
    Suppressed,
    Suppression,
    Text,
    TextFinding,
    VerifiedRuleset,
)
from spelregels.model.words import Severity

_WHY = Text(
    "Wat onderdrukt is, leest niemand meer. Daarom heeft het een reden en een laatste dag.",
    "Nobody reads what is suppressed. That is why it has a reason and a last day.",
)
_HOUSE = (Cited("spelregels.toml"),)

EXPIRED = CheckRecord(
    id="onderdrukking-verlopen",
    severity=Severity.WARNING,
    title=Text("Onderdrukking verlopen", "Suppression expired"),
    looks_for=Text(
        "Een onderdrukking in spelregels.toml waarvan de laatste dag voorbij is.",
        "A suppression in spelregels.toml whose last day has passed.",
    ),
    why=_WHY,
    repair=Text(
        "Los de melding op, of kijk opnieuw en kies een nieuwe laatste dag.",
        "Mend the finding, or look again and choose a new last day.",
    ),
    limits=Text("Geen.", "None."),
    messages={
        "expired": Text(
            "De onderdrukking van {check} in {ruleset} liep tot en met {expires}. De melding telt "
            "weer mee.",
            "The suppression of {check} in {ruleset} ran through {expires}. The finding counts "
            "again.",
        )
    },
    sources=_HOUSE,
)
USELESS = CheckRecord(
    id="onderdrukking-zonder-doel",
    severity=Severity.WARNING,
    title=Text("Onderdrukking die niets onderdrukt", "Suppression that suppresses nothing"),
    looks_for=Text(
        "Een onderdrukking in spelregels.toml waar geen melding meer bij hoort.",
        "A suppression in spelregels.toml to which no finding belongs any more.",
    ),
    why=_WHY,
    repair=Text(
        "Haal de onderdrukking weg, of verbeter ruleset en place.",
        "Take the suppression away, or mend ruleset and place.",
    ),
    limits=Text(
        "Alleen over regels en controles die in deze run meedoen.",
        "Only about rulesets and checks that take part in this run.",
    ),
    messages={
        "useless": Text(
            "De onderdrukking van {check} in {ruleset} onderdrukt niets.",
            "The suppression of {check} in {ruleset} suppresses nothing.",
        )
    },
    sources=_HOUSE,
)
ABOUT_SETTINGS = (EXPIRED, USELESS)


def set_aside(
    findings: Sequence[TextFinding], suppressions: Sequence[Suppression], as_of: date
) -> tuple[tuple[TextFinding, ...], tuple[Suppressed, ...]]:
    """What stays, and what is set aside by a suppression that still runs."""
    running = [one for one in suppressions if as_of <= one.expires]
    left: list[TextFinding] = []
    aside: list[Suppressed] = []
    for finding in findings:
        by = next((one for one in running if one.fits(finding)), None)
        if by is None:
            left.append(finding)
        else:
            aside.append(Suppressed(finding, by))
    return tuple(left), tuple(aside)


def about_suppressions(
    suppressions: Sequence[Suppression], verified: Sequence[VerifiedRuleset], as_of: date
) -> Iterator[TextFinding]:
    """Suppressions that have run out, and those to which nothing belongs.

    Silent about a ruleset that was not looked at, and a check that was not asked for.
    """
    ran = {(one.ruleset.id, check) for one in verified for check in one.ran}
    used = {aside.by for one in verified for aside in one.suppressed}
    for one in suppressions:
        if (one.ruleset, one.check) not in ran:
            continue
        if as_of > one.expires:
            yield _finding(EXPIRED, "expired", one)
        elif one not in used:
            yield _finding(USELESS, "useless", one)


def _finding(record: CheckRecord, message: str, about: Suppression) -> TextFinding:
    values = {"check": about.check, "ruleset": about.ruleset}
    return TextFinding(
        check=record.id,
        ruleset=about.ruleset,
        at=Located(Place(f"verify/suppress/{about.check}", about.ruleset), about.position),
        message=message,
        values={**values, "expires": about.expires} if message == "expired" else values,
        severity=record.severity,
    )
