"""The Dutch words of a workbook: headings for our keys, and words to choose from."""

from __future__ import annotations

from collections.abc import Mapping

TRAJECTORIES, EVENTS, DEPARTURES, PERSONS = (
    "trajecten",
    "gebeurtenissen",
    "afwijkingen",
    "personen",
)
EXPLANATION = "uitleg"
FACT, ATTRIBUTE = "Feit: ", "Gegeven: "
MANY = "[]"
"""Behind the name of a column: more values may stand in a cell, with ``;`` between them."""
BETWEEN = ";"
ABSENT = "~"
EMPTY_LIST = "[]"  # a list that is known to hold nothing
ALL, NOTHING = "alles", "niets"
FACTS = "feiten"  # in the column Compleet
DEPARTURE = "afwijking.besloten"
DEPARTURES_KNOWN = ("afwijking.besloten", "advies.niet_gevolgd")
YES, NO = "ja", "nee"
TYPE_BOOLEAN, TYPE_DATE = "ja of nee", "datum"

TRAJECTORY_HEADINGS: Mapping[str, str] = {
    "Traject": "id",
    "Titel": "title",
    "Spelregels": "ruleset",
    "Niveau": "level",
    "Onderwerp": "topic",
    "Bevoegd orgaan": "competent_authority",
    "Gemeente": "municipality",
    "Gemeentecode": "gemeente_code",
    "Gebied": "area.name",
    "Schaal": "area.level",
    "Geraakte gebieden[]": "area.affected",
    "Ingelichte gebieden[]": "area.informed",
    "Wat staat erin[]": "records",
    "Compleet": "closed",
    "Volgorde": "order",
    "Toetsdatum": "as_of",
    "Opmerking": "note",
}
EVENT_HEADINGS: Mapping[str, str] = {
    "Traject": "trajectory",
    "Nr": "id",
    "Datum": "date",
    "Tijd": "time",
    "Hoe precies": "precision",
    "Wat": "act",
    "Wie": "by",
    "In welke rol[]": "as",
    "Uitkomst": "outcome",
    "Tot en met": "until",
    "Zekerheid": "certainty",
    "Bron": "source",
    "Opmerking": "note",
    "Vervangt": "corrects",
    "Vastgelegd op": "recorded",
}
DEPARTURE_HEADINGS: Mapping[str, str] = {
    "Traject": "trajectory",
    "Nr": "id",
    "Datum": "date",
    "Tijd": "time",
    "Hoe precies": "precision",
    "Soort afwijking": "act",
    "Wie": "by",
    "In welke rol[]": "as",
    "Over welke gebeurtenis": "antwoord_op",
    "Motivering": "motivering",
    "Bron": "source",
    "Opmerking": "note",
}
PERSON_HEADINGS: Mapping[str, str] = {
    "Traject": "trajectory",
    "Persoon": "person",
    "Rol": "role",
    "Van": "from",
    "Tot en met": "to",
}
HEADINGS: Mapping[str, Mapping[str, str]] = {
    TRAJECTORIES: TRAJECTORY_HEADINGS,
    EVENTS: EVENT_HEADINGS,
    DEPARTURES: DEPARTURE_HEADINGS,
    PERSONS: PERSON_HEADINGS,
}
DATES = frozenset({"date", "until", "recorded", "as_of", "from", "to"})

PRECISION: Mapping[str, str] = {
    "dag": "day",
    "maand": "month",
    "jaar": "year",
    "tijd": "minute",
    "onbekend": "unknown",
}
CERTAINTY: Mapping[str, str] = {"gezien": "seen", "gepland": "planned", "afgeleid": "inferred"}
ORDER: Mapping[str, str] = {"zoals op het blad": "listed", "onbekend": "unknown"}
WORDS: Mapping[str, Mapping[str, str]] = {
    "precision": PRECISION,
    "certainty": CERTAINTY,
    "order": ORDER,
}
LIST_ACTS, LIST_ROLES = "Handelingen", "Rollen"
LIST_ATTRIBUTES, LIST_FACTS = "Gegevens", "Feiten"
CODES: Mapping[str, str] = {
    LIST_ACTS: "Code van de handeling",
    LIST_ROLES: "Code van de rol",
    LIST_ATTRIBUTES: "Soort gegeven",
    LIST_FACTS: "Soort feit",
}
"""Pairs of columns on the sheet of lists: what people choose, and what it means."""

TEXT_LINES = (
    "Met dit werkboek schrijft u op wat er in een traject is gebeurd. Het programma "
    "spelregels leest het en zegt of het volgens de regels ging.",
    "",
    "1. Zet op het blad trajecten één regel voor elk traject. Geef het in de kolom Traject "
    "een korte naam, zoals speelplek.",
    "2. Zet op het blad gebeurtenissen één regel voor elke gebeurtenis. Schrijf in de kolom "
    "Traject dezelfde naam.",
    "3. Is er afgeweken van een advies of een afspraak? Zet dat op het blad afwijkingen.",
    "4. Bewaar het werkboek en laat het toetsen. Hoe dat moet, staat hieronder.",
    "",
    "Weet u iets niet? Laat de cel leeg. Leeg betekent: dat weten we niet. Leeg betekent "
    "niet: nee.",
    "Weet u zeker dat iets er niet is? Zet dan ~ in de cel.",
    "Een datum typt u als echte datum, zoals 1-2-2026. Weet u alleen de maand? Typ een dag in"
    " die maand en kies bij Hoe precies: maand. Weet u de dag niet? Laat Datum leeg en kies: "
    "onbekend.",
    "Een tijd is Nederlandse tijd. Vult u een tijd in, dan hoeft u bij Hoe precies niets te "
    "kiezen.",
    "Staat er [] achter de naam van een kolom? Dan mag u meer invullen, met een puntkomma "
    "ertussen.",
    "Wat staat erin: kies alles als elke gebeurtenis die er was ook in dit werkboek staat. Zo"
    " niet, schrijf dan welke handelingen u wel allemaal hebt opgeschreven, met een puntkomma"
    " ertussen.",
    "Compleet: schrijf alles als u van elke gebeurtenis elk gegeven kent. Of schrijf per "
    "handeling welke gegevens compleet zijn, zoals: besluit.genomen: motivering, bedrag; "
    "feiten: budget.",
    "Volgorde: kies zoals op het blad als wat op dezelfde dag gebeurde, ook in die volgorde was.",
    "Op het blad personen kunt u zeggen welke rol iemand had, en van wanneer tot wanneer.",
    "",
    "Schrijf geen namen van bewoners op. Kies een aanduiding, zoals bewoner-1.",
    "Voeg geen cellen samen, verberg deze bladen niet en gebruik geen formules: die worden "
    "niet gelezen, en het programma zegt dan in welke cel dat is.",
    "Op het blad lijsten staan de woorden waaruit u kiest. Verander daar niets.",
    "",
    "De uitkomst is geen juridisch advies.",
)
