"""Days that a royal decree puts on a par with the holidays (Atw article 3 lid 3): data, no logic.

Such days cannot be inferred from a rule: by the usual rule of thumb Monday 4 May 2026 and Monday
26 April 2027 would be among them, and they are not. So they stand here one by one, with the spans
of years for which the list is complete. Outside these the calendar says that it does not know.

Confidence: SEC (second hand). The decrees themselves (Staatscourant) were not read.
Not found: the decree for 2020-2022, and those before 2017. One page lists "27 May 2022" beside
"Friday 31 May 2022", a day that did not exist; it was left out whole.
"""

from __future__ import annotations

from datetime import date

from spelregels.model.frozen import dataclass
from spelregels.model.words import Confidence


@dataclass(frozen=True, slots=True)
class DecreeSpan:
    """The decree days of ``first_year`` up to and including ``last_year``: all there are."""

    first_year: int
    last_year: int
    days: tuple[date, ...]
    source: str
    url: str
    confidence: Confidence


_UITVAART = (
    "https://www.uitvaart.nl/juridisch/overige/uitvaartplechtigheid/"
    "is-28-april-2017-geen-werkdag/50535"
)
_STERFGEVAL = (
    "https://sterfgeval.nl/juridisch/overige/vragen-van-uitvaartondernemers/"
    "gemeentelijke-feestdag-bij-lijkbezorging-feestdagen-in-2026-2028/70745"
)

DECREE_SPANS: tuple[DecreeSpan, ...] = (
    DecreeSpan(
        2017,
        2019,
        (
            date(2017, 4, 28),
            date(2017, 5, 26),
            date(2018, 5, 11),
            date(2018, 12, 24),
            date(2018, 12, 31),
            date(2019, 5, 31),
            date(2019, 12, 27),
        ),
        "KB gelijkstelling 2017-2019 (Stcrt. 2016, 58653), aangehaald door uitvaart.nl",
        _UITVAART,
        Confidence.SEC,
    ),
    DecreeSpan(
        2023,
        2025,
        (
            date(2023, 4, 28),
            date(2023, 5, 19),
            date(2024, 5, 10),
            date(2024, 12, 27),
            date(2025, 5, 30),
        ),
        "KB gelijkstelling 2023-2025, aangehaald door sterfgeval.nl",
        _STERFGEVAL,
        Confidence.SEC,
    ),
    DecreeSpan(
        2026,
        2028,
        (
            date(2026, 1, 2),
            date(2026, 5, 15),
            date(2027, 5, 7),
            date(2028, 4, 28),
            date(2028, 5, 26),
        ),
        "KB gelijkstelling 2026-2028, aangehaald door sterfgeval.nl",
        _STERFGEVAL,
        Confidence.SEC,
    ),
)
