"""A plan that must be filed shortly before it starts, and is decided on only afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spelregels.model.norms import Precedence, Response
from spelregels.model.patterns import ActPattern
from spelregels.model.terms import Duration
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.answers import asks_a_decision
from spelregels.verify.durations import fewest_days, most_days
from spelregels.verify.logic import meet
from spelregels.verify.parts import MOST_PAIRS, acts_of
from spelregels.verify.powers import together
from spelregels.verify.subject import Hit, Subject, Values, norm_in

RECORD = CheckRecord(
    id="geen-speling",
    severity=Severity.WARNING,
    title=Text("Geen speling", "No slack"),
    looks_for=Text(
        "Een aanvraag die zoveel weken voor de start binnen moet zijn, terwijl de gemeente even "
        "lang of langer over het besluit mag doen.",
        "A request that must be in so many weeks before the start, while the municipality may "
        "take as long or longer over the decision.",
    ),
    why=Text(
        "Wie op tijd aanvraagt, kan dan toch pas op of na de startdag horen of het mag.",
        "Whoever asks in time may then still hear only on or after the day of the start.",
    ),
    repair=Text(
        "Maak de termijn voor het besluit korter, of laat eerder aanvragen.",
        "Shorten the term for the decision, or have people ask earlier.",
    ),
    limits=Text(
        "Werkdagen en maanden worden zo geteld dat er alleen iets gemeld wordt als het zeker is.",
        "Working days and months are counted so that only what is sure is reported.",
    ),
    messages={
        "none": Text(
            "{act} moet {lead} van tevoren, maar het besluit mag {term} duren. Er blijft geen "
            "tijd over.",
            "{act} must be {lead} beforehand, but the decision may take {term}. No time is left.",
        )
    },
    sources=(
        Cited("Langezwaag: zes weken van tevoren, geen beslistermijn", "D15"),
        Cited("Horst aan de Maas: acht en vier weken, goed geregeld"),
    ),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each decision that may come as late as what it is about."""
    decided = [norm for norm in subject.norms(Response) if asks_a_decision(norm, subject)]
    side_by_side = ((before, after) for before in subject.norms(Precedence) for after in decided)
    for before, after in islice(side_by_side, MOST_PAIRS):
        lead, within = before.lead, after.within
        if not isinstance(lead, Duration) or not isinstance(within, Duration):
            continue
        most = most_days(lead)
        filed = [one for pattern in before.must for one in acts_of(pattern)]
        late = most is not None and fewest_days(within) >= most
        if late and _follows(filed, after, subject) and _both(before, after, subject):
            values: Values = {"act": ActName(filed[0].act), "lead": lead, "term": within}
            beside = (norm_in(subject.own, before),)
            yield Hit(subject.at_norm(after, "within"), "none", values, beside=beside)


def _both(before: Precedence, after: Response, subject: Subject) -> bool:
    return together((subject.own, before), (subject.own, after), subject)


def _follows(filed: list[ActPattern], after: Response, subject: Subject) -> bool:
    """Whether the decision is on what had to be filed."""
    return any(
        meet(one, trigger, subject.ruleset) for one in filed for trigger in acts_of(after.after)
    )
