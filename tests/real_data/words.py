"""What people said beforehand or by hand; the tables set it beside what the engine says."""

from __future__ import annotations

EXPECTED = {
    "flagged": ("haarlem-vijfhoek-verkeer", "middelburg-veerseweg", "weesp-fusie"),
    "cannot tell": (
        "ede-azc-2016",
        "geldermalsen-azc",
        "tubbergen-albergen-azc",
        "gooisemeren-jop-keverdijk",
    ),
    "not flagged": (
        "wassenaar-johan-de-wittstraat",
        "delft-camping-referendum",
        "debilt-akoteh",
        "woerden-mijzijde",
        "mill-woonhof-vlaar",
        "delft-binnenstad-2012",
    ),
    "data error": ("eemnes-landelijk-gebied-3", "zoetermeer-verordening"),
}

LATE = (
    "informatie-voor-besluit",
    "informatie-voor-standpunt",
    "advies-na-besluit",
    "raadpleging-na-besluit",
    "eerste-informatie-na-besluit",
    "informatie-na-inspraak",
)

# flag of the labels: the norms that could say so, and why the engine differs where it does
CHECKED: dict[str, tuple[tuple[str, ...], str]] = {
    "participation_late": (
        LATE,
        "the source shows no decision, or one that was only planned; a person fills it in",
    ),
    "decision_before_advice": (("advies-na-besluit",), ""),
    "decision_before_advice_then_confirmed": (("raadpleging-na-besluit",), ""),
    "information_after_consultation": (("informatie-na-inspraak",), ""),
    "information_after_decision": (
        ("eerste-informatie-na-besluit",),
        "the decision of the State is in no event; what is on record is its announcement",
    ),
    "position_taken_same_day_as_information": (
        ("informatie-voor-standpunt",),
        "one day, order unknown; and earlier information may be unrecorded",
    ),
    "impossible_order_in_source": ((), "reported as an error in the data, not as a breach"),
    "claim_vs_dates_mismatch": (("niet-korter-dan-genoemd", "niet-langer-dan-genoemd"), ""),
    "window_shorter_than_claimed": (("niet-korter-dan-genoemd",), ""),
    "window_ends_on_weekend": (
        ("inzage-tot-verlengde-dag",),
        "Tubbergen stops on day 43 and Drimmelen on day 73: the six weeks were over on a working "
        "day before it, so the display might stop on a Saturday",
    ),
    "window_ends_on_holiday": (("inzage-tot-verlengde-dag",), ""),
    "decision_over_12_weeks_after_window": (
        ("vaststellen-binnen-twaalf-weken",),
        "true by the dates; but the extract need not show every decision (`records: []`), so an "
        "earlier one cannot be excluded. Wro 3.8 is a term of order: at most a warning",
    ),
    "consultation_missing": (
        ("informatie-voor-besluit",),
        "the extract need not show every act; the wijkraad's own word for it is one-sided",
    ),
}

UNCHECKED: dict[str, str] = {
    "window_starts_on_weekend": "the law lets a display begin on any day",
    "window_starts_on_holiday": "the law lets a display begin on any day",
    "information_days_before_decision": "how many days are enough no text says; asked, not judged "
    "(`genoeg-tijd`)",
    "information_late_in_window": "no text asks for information before or early in the window",
    "site_named_before_participation": "an order to search is mapped as no decision on the matter; "
    "that naming two sites anticipates one is a judgement",
    "implemented_before_objection_term_ends": "lawful: objection does not suspend (Awb 6:16, from "
    "memory)",
    "decision_reversed_after_objection": "a fact about the outcome; no norm asks anything of it",
    "decision_deviates_from_residents": "binding force, promise and reasons: a later stage of the "
    "language (*promise*)",
    "threshold_not_met": "turnout stands in a note only, the by-law of Rotterdam is not encoded",
    "long_time_to_decision": "the by-law on citizens' initiatives of Zoetermeer is not encoded",
    "overlapping_stages": "no rules of this budget are encoded; overlap is allowed by design",
    "inspraak_explicitly_skipped": "no duty to hold inspraak is encoded; reasons are for a person",
    "late_view_rejected": "the day of the rejected view is not on record",
    "placeholder_in_official_text": "a fault in a text, not in the order of events",
    "suspicious_date": "8 January 2017 was a Sunday: odd, but possible",
    "retroactive": "whether retroactive effect was allowed is not encoded",
}
