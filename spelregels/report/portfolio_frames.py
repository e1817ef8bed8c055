"""Small words for portfolio reports, both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping

from spelregels.model.verified import Text

FRAMES: Mapping[str, Text] = {
    "title": Text("Portefeuille: {count}", "Portfolio: {count}"),
    "trajectory_one": Text("1 traject", "1 trajectory"),
    "trajectories": Text("{count} trajecten", "{count} trajectories"),
    "event_one": Text("1 gebeurtenis", "1 event"),
    "events": Text("{count} gebeurtenissen", "{count} events"),
    "day_one": Text("1 dag", "1 day"),
    "days": Text("{count} dagen", "{count} days"),
    "person_one": Text("persoon", "person"),
    "persons": Text("{count} personen", "{count} persons"),
    "act_one": Text("1 handeling", "1 act"),
    "acts": Text("{count} handelingen", "{count} acts"),
    "judged": Text(
        "Getoetst op {day} ({origin}), volgens {rules}.",
        "Judged as of {day} ({origin}), by {rules}.",
    ),
    "and": Text(" en ", " and "),
    "or": Text(" of ", " or "),
    "more": Text("en nog {count}", "and {count} more"),
    "not_tied": Text(
        "Dat er onderling is afgestemd, blijkt nergens.",
        "Nothing shows that they were coordinated.",
    ),
    "partly_tied": Text(
        "Van de {pairs} paren zijn er {tied} afgestemd.",
        "Of the {pairs} pairs {tied} are coordinated.",
    ),
    "where": Text(" in {areas}", " in {areas}"),
    "theme": Text(" over {themes}", " about {themes}"),
    "parties": Text(": {names}", ": {names}"),
    "same": Text(" en in {keys} overeenkomen", " and agree in {keys}"),
    "longer": Text(" Korter dan of gelijk aan {time} telt niet.", " Up to {time} does not count."),
    "in_window": Text(" in de laatste {time}", " in the last {time}"),
    "fewer": Text("minder dan {least}", "fewer than {least}"),
    "withheld": Text(
        "een niet getoond deel (minder dan {least} personen)",
        "a share that is not shown (fewer than {least} persons)",
    ),
    "range": Text("{low} tot {high}", "{low} to {high}"),
    "or_more": Text("{low} of meer", "{low} or more"),
    "someone": Text("Eén persoon is", "One person was"),
    "some_people": Text("{persons} personen zijn", "{persons} persons were"),
    "person_is": Text("{name} is", "{name} was"),
    "level_nothing": Text("minder dan informeren", "less than informing"),
    "source": Text("Bron", "Source"),
    "asks": Text("Vraagt", "Asks"),
    "found": Text("Gezien", "Seen"),
    "why": Text("Waarom", "Why"),
    "trajectories_label": Text("Trajecten", "In"),
    "missing": Text("Ontbreekt", "Missing"),
    "figures": Text("Cijfers", "Figures"),
    "in_order": Text("In orde: {norms}.", "In order: {norms}."),
    "open": Text("Loopt nog: {norms}.", "Still open: {norms}."),
    "nothing": Text("Niets te toetsen: {norms}.", "Nothing to judge: {norms}."),
    "times": Text("{norm} ({count}×)", "{norm} ({count}×)"),
    "summary": Text(
        "Samen: {found} gevonden, {unknown} niet te zeggen.",
        "In all: {found} found, {unknown} cannot be told.",
    ),
    "data_errors": Text(
        "In de gegevens zelf zitten fouten ({count}); zie `spelregels check`.",
        "There are errors in the data themselves ({count}); see `spelregels check`.",
    ),
    "privacy": Text(
        "Namen en pseudoniemen staan hier niet; aantallen onder {least} personen ook niet.",
        "Names and pseudonyms are not shown here; nor are counts of fewer than {least} persons.",
    ),
    "caution": Text(
        "Wat hier gevonden is, is een reden om te vragen hoe het ging, geen oordeel over mensen.",
        "What is found here is a reason to ask how it went, no judgement of people.",
    ),
    "receipt": Text(
        "Getoetst met spelregels {engine}, regels {rules}.",
        "Judged with spelregels {engine}, rules {rules}.",
    ),
    "registers": Text("Registers: {registers}.", "Registers: {registers}."),
    "no_registers": Text("Zonder registers.", "Without registers."),
}

KEYS: Mapping[str, Text] = {
    "topic": Text("onderwerp", "topic"),
    "doelgroep": Text("doelgroep", "audience"),
    "municipality": Text("gemeente", "municipality"),
    "by": Text("wie het deed", "who did it"),
    "as": Text("in welke rol", "in which role"),
    "outcome": Text("de uitkomst", "the outcome"),
}
