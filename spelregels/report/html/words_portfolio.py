"""Words of the page over many trajectories, both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping

from spelregels.model.verified import Text

PORTFOLIO: Mapping[str, Text] = {
    "many_kicker": Text("Trajecten naast elkaar gelegd", "Trajectories side by side"),
    "many_title_one": Text("1 traject bekeken", "1 trajectory looked at"),
    "many_title_many": Text(
        "{count} trajecten samen bekeken", "{count} trajectories looked at together"
    ),
    "many_said_found": Text(
        "Bij {found} van de {total} punten viel iets op.",
        "On {found} of the {total} points something stood out.",
    ),
    "many_said_clean": Text(
        "Er viel niets op, voor zover er iets te zeggen is.",
        "Nothing stood out, as far as anything can be told.",
    ),
    "many_said_blind": Text(
        "Over geen enkel punt is iets te zeggen: er ontbreekt te veel.",
        "Nothing can be told on any point: too much is missing.",
    ),
    "many_unknown_one": Text(
        "Bij 1 punt is niet alles te zeggen, want er ontbreekt iets.",
        "On 1 point not everything can be told, since something is missing.",
    ),
    "many_unknown_many": Text(
        "Bij {count} punten is niet alles te zeggen, want er ontbreekt iets.",
        "On {count} points not everything can be told, since something is missing.",
    ),
    "many_overview": Text(
        "Elk punt dat is bekeken, met de uitkomst",
        "Each point that was looked at, with the outcome",
    ),
    "many_column_point": Text("Punt", "Point"),
    "many_column_outcome": Text("Uitkomst", "Outcome"),
    "many_found_many": Text("{count} redenen om te vragen", "{count} reasons to ask"),
    "many_found_one": Text("1 reden om te vragen", "1 reason to ask"),
    "many_blind": Text("niet te zeggen", "cannot tell"),
    "many_partly": Text("niet alles te zeggen", "not everything can be told"),
    "many_nothing": Text("niets te toetsen", "nothing to judge"),
    "many_figures": Text("alleen cijfers", "figures only"),
    # the sections
    "many_section_samen": Text("Overlap en regie", "Overlap and lead"),
    "many_section_vragen": Text(
        "Hoe vaak bewoners zijn gevraagd", "How often residents were asked"
    ),
    "many_section_bereik": Text("Wie bereikt is en wie meedoet", "Who was reached and takes part"),
    "many_section_werk": Text("Wie het werk doet en volhoudt", "Who does the work and keeps on"),
    "many_section_belofte": Text(
        "Wat beloofd is en wat het werd", "What was promised and what came of it"
    ),
    # trajectories in time
    "lanes_title": Text("De trajecten in de tijd", "The trajectories in time"),
    "lanes_intro": Text(
        "Elke lijn is een traject. De letters horen bij wat opvalt. De tabel eronder zegt "
        "hetzelfde in woorden.",
        "Each line is a trajectory. The letters belong to what stands out. The table below "
        "says the same in words.",
    ),
    "lanes_none": Text(
        "In geen enkel traject is al iets gebeurd.", "Nothing has happened yet in any trajectory."
    ),
    "lanes_desc": Text(
        "{lanes}, {windows}. Alles staat ook in de tabel onder het plaatje.",
        "{lanes}, {windows}. Everything stands in the table below the picture too.",
    ),
    "lanes_windows_one": Text("1 keer valt iets op", "something stands out once"),
    "lanes_windows_many": Text("{count} keer valt iets op", "something stands out {count} times"),
    "lanes_tip": Text(
        "{letter}: {what}, {first} tot en met {last}", "{letter}: {what}, {first} through {last}"
    ),
    "seen_not_coordinated": Text("niet afgestemd", "not coordinated"),
    "seen_coordination_unknown": Text(
        "of er is afgestemd, is niet te zeggen", "whether it was coordinated cannot be told"
    ),
    "seen_no_lead": Text("niemand had de regie", "nobody had the lead"),
    "seen_several_leads": Text("meer partijen met de regie", "several parties with the lead"),
    "seen_silent": Text("er gebeurde niets", "nothing happened"),
    "lanes_more": Text("en nog {count}; zie de tabel", "and {count} more; see the table"),
    "legend_seen": Text("reden om te vragen", "reason to ask"),
    "lanes_ran": Text("het traject loopt", "the trajectory runs"),
    "lanes_perhaps": Text("misschien loopt het", "it may run"),
    "lanes_day": Text("gevraagd op deze dag", "asked on this day"),
    "lanes_left_out": Text(
        "In het plaatje staan {drawn} van de {count} trajecten: eerst die waarbij iets opvalt. "
        "De andere staan in de tabel.",
        "The picture holds {drawn} of the {count} trajectories: those in which something "
        "stands out first. The others stand in the table.",
    ),
    "lanes_table": Text("De trajecten, en wat opvalt", "The trajectories, and what stands out"),
    "lanes_column_ran": Text("Wanneer het liep", "When it ran"),
    "lanes_column_seen": Text("Wat opvalt", "What stands out"),
    "lanes_not_begun": Text("nog niets gebeurd", "nothing has happened yet"),
    "lanes_nothing": Text("er valt niets op", "nothing stands out"),
    "lanes_not_listed": Text(
        "Nog {count} trajecten staan niet in deze tabel. De uitvoer met --format json noemt alle "
        "trajecten en alles wat opvalt.",
        "Another {count} trajectories are not in this table. The output of --format json names "
        "every trajectory and everything that stands out.",
    ),
    "ran_from": Text("vanaf {first}", "from {first}"),
    "ran_from_between": Text(
        "begonnen tussen {first} en {last}", "begun between {first} and {last}"
    ),
    "ran_from_by": Text("begonnen uiterlijk {last}", "begun by {last}"),
    "ran_until": Text(" tot en met {last}", " through {last}"),
    "ran_still": Text("; loopt nog", "; runs still"),
    "ran_until_between": Text("; zeker tot en met {first}", "; surely through {first}"),
    "ran_perhaps": Text("wanneer het liep, is niet zeker", "when it ran is not certain"),
    # a norm
    "many_unknown_title": Text("Niet te zeggen", "Cannot tell"),
    "many_source": Text("Waar dit punt vandaan komt", "Where this point comes from"),
    "many_weight": Text("Hoe zwaar het telt", "How much it counts"),
    "many_fine": Text("Ook bekeken", "Also looked at"),
    "many_expected": Text("Verwachting: ", "Expected: "),
    "many_in": Text("In: ", "In: "),
    "many_show_trajectories": Text(
        "Laat de {count} trajecten zien", "Show the {count} trajectories"
    ),
    "many_cards_left_out": Text(
        "En nog {count} keer; dat staat niet op deze pagina. De uitvoer met --format json noemt "
        "alles.",
        "And {count} more, not on this page. The output of --format json names everything.",
    ),
    # pictures of numbers
    "bars_desc": Text(
        "Een balk voor elke rij van de tabel onder het plaatje.",
        "A bar for each row of the table below the picture.",
    ),
    "bars_left_out": Text(
        "In het plaatje staan {drawn} van de {count} rijen; de tabel heeft ze alle.",
        "The picture holds {drawn} of the {count} rows; the table has them all.",
    ),
    "loads_title": Text(
        "Bewoners, naar hoe vaak zij hoogstens zijn gevraagd in {window}",
        "Residents, by how often they were asked at most in {window}",
    ),
    "loads_column": Text("Hoogstens zo vaak gevraagd", "Asked at most"),
    "loads_persons": Text("Aantal bewoners", "Number of residents"),
    "loads_times": Text("{count} keer", "{count} times"),
    "loads_times_one": Text("1 keer", "once"),
    "loads_above": Text("meer dan {limit} keer", "more than {limit} times"),
    "loads_said_one": Text("1 bewoner", "1 resident"),
    "loads_said_many": Text("{count} bewoners", "{count} residents"),
    "loads_withheld": Text("niet getoond", "not shown"),
    "loads_legend_within": Text("binnen de grens", "within the limit"),
    "loads_legend_above": Text("meer dan de grens", "above the limit"),
    "loads_legend_withheld": Text("aantal niet getoond", "number not shown"),
    "loads_note": Text(
        "Kleine aantallen staan er niet: anders is te zien om wie het gaat.",
        "Small numbers are left out: they could show who it is about.",
    ),
    "persons_title": Text(
        "Wie te vaak is gevraagd, in de tijd", "Who was asked too often, in time"
    ),
    "persons_table": Text("Wie te vaak is gevraagd", "Who was asked too often"),
    "persons_window": Text("te vaak in deze tijd", "too often in this time"),
    "persons_column": Text("Persoon", "Person"),
    "persons_days": Text("Gevraagd op", "Asked on"),
    "areas_title": Text(
        "Gebieden die geraakt worden, naar in hoeveel trajecten zij zijn bereikt",
        "Affected areas, by in how many trajectories they were reached",
    ),
    "areas_column": Text("Gebied", "Area"),
    "areas_told": Text("Bereikt", "Reached"),
    "areas_missed": Text("Niet bereikt", "Not reached"),
    "areas_unknown": Text("Niet te zeggen", "Cannot tell"),
    "areas_count": Text("{count} keer {word}", "{word}: {count}"),
    "promise_table": Text(
        "Wat is toegezegd, en wat er is gegeven", "What was promised, and what was given"
    ),
    "promise_no_held": Text("geen fasen in de regels", "no stages in the rules"),
    "promise_no_used": Text("nog geen besluit", "no decision yet"),
    "influence_title": Text(
        "Adviezen van bewoners, stap voor stap", "Advice of residents, step by step"
    ),
    "influence_column": Text("Stap", "Step"),
    "influence_count": Text("Aantal", "Number"),
    "influence_sure": Text("zeker", "for certain"),
    "influence_perhaps": Text("misschien", "perhaps"),
    # where it comes from
    "many_about": Text("Over deze pagina", "About this page"),
    "many_about_text": Text(
        "Een computer heeft gekeken naar wat in de trajecten is vastgelegd. Wat niet is "
        "vastgelegd, telt niet mee: overleg dat niemand opschreef, is hier niet te zien.",
        "A computer looked at what the trajectories record. What is not recorded does not count: "
        "talks that nobody wrote down cannot be seen here.",
    ),
}
