"""The fixed words of the pages, in Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "index": "Spanningen uit de rapporten, en wat ernaar kijkt",
        "index_intro": "DSP-groep (*De waarde van de wijk*) en I&O Research (*Doorontwikkeling "
        "wijkgericht werken*) beschrijven waar participatie vastloopt. Elke spanning heeft hier "
        "een pagina. Geen ervan is een wettelijke plicht: een treffer is een reden om te vragen "
        "hoe het ging. Geen juridisch advies.",
        "index_head": "| | spanning | in één traject | over trajecten heen | in de tekst van "
        "regels | echte invoer |",
        "made": "Gemaakt met `python -m tests.tensions` uit `tests/tensions/prose.yaml`, de regels "
        "en de controles zelf; niet met de hand veranderen.",
        "what": "Waar gaat het om?",
        "why": "Waarom telt het?",
        "looks": "Waar kijkt spelregels naar?",
        "within": "**In één traject** (`spelregels check TRAJECT --rules {ruleset}`):",
        "over": "**Over trajecten heen** (`spelregels portfolio MAP`; zie "
        "[portfolio.md](../../portfolio.md)):",
        "texts": "**In de tekst van regels** (`spelregels verify REGELS`):",
        "minimum": "Regels die een minimum van een laag eronder (`minimum: true`) verlagen, worden "
        "bij het laden geweigerd: `below-minimum`.",
        "facts": "Welke feiten zijn nodig?",
        "facts_text": "de tekst van de regels, zoals die is ingevoerd",
        "who": "wie het deed",
        "met": "Waar komen die feiten vandaan?",
        "case": "Casus {case} ([{file}](../../../rulesets/{file}.yaml); de dagen zijn verzonnen): "
        "{told}.",
        "case_tells": "Casus {case} ([{file}](../../../rulesets/{file}.yaml)) gaat hier ook over; "
        "de feiten ervoor staan er niet in.",
        "case_broken": "gevonden in {logs}",
        "case_kept": "in orde in {logs}",
        "no_case": "Geen casus uit de rapporten kan hierover iets beslissen. De voorbeelden in de "
        "regels zelf zijn verzonnen.",
        "real": "Echte trajecten ({count} bekeken, niet in dit project): {told}.",
        "real_norm": "{norm} {broken} keer gevonden, {kept} keer in orde",
        "never": "Echte trajecten: nog nooit. Geen van de {count} die bekeken zijn, legt vast wat "
        "hiervoor nodig is.",
        "real_text": "Echte teksten: {check} vond iets in {seen}, en miste iets in {not_seen} "
        "waarvan niet alles was gezien.",
        "real_text_seen": "Echte teksten: {check} vond iets in {texts}.",
        "real_text_not_seen": "Echte teksten: {check} miste iets in {texts} waarvan niet alles was "
        "gezien; een ander deel kan het wel zeggen.",
        "never_text": "Echte teksten: {check} heeft nog niets gevonden in de gemeentelijke regels "
        "van `rulesets/gemeenten`.",
        "in_texts_one": "1 tekst",
        "in_texts": "{count} teksten",
        "shown": "Gevonden en niet gevonden",
        "shown_broken": "gevonden: {title}",
        "shown_kept": "niet gevonden: {title}",
        "shown_unknown": "niet te zeggen: {title}",
        "shown_check": "fout en goed staan op de pagina van {check}",
        "shown_over": "over trajecten heen: in `tests/portfolio/test_tensions.py` gevonden, niet "
        "gevonden en niet te zeggen",
        "do": "Wat nu?",
        "people": "Wat alleen mensen kunnen beoordelen",
        "judge": "{text} (gevraagd aan: {judge})",
        "nobody": "wie erbij betrokken is",
        "limits": "Grenzen",
        "limits_text": "Geen wettelijke plicht, en geen oordeel over iemand. Wat niet is "
        "opgeschreven, is niet te zeggen. Geen juridisch advies.",
        "facts_acts": "wanneer dit gebeurde, of dat het niet gebeurde: {acts}",
        "facts_asked": "en daarbij: {asked}",
        "real_found": "gevonden",
        "real_kept": "alleen in orde",
        "real_not_seen": "alleen in wat niet is gezien",
        "real_never": "nooit",
        "waiting": "Nog niets kijkt hiernaar.",
    },
    "en": {
        "index": "Tensions in the reports, and what looks for them",
        "index_intro": "DSP-groep (*De waarde van de wijk*) and I&O Research (*Doorontwikkeling "
        "wijkgericht werken*) describe where participation gets stuck. Each tension has a page "
        "here. None of them is a legal duty: a finding is a reason to ask how it went. No legal "
        "advice.",
        "index_head": "| | tension | within one trajectory | over trajectories | in the text of "
        "rules | real input |",
        "made": "Made with `python -m tests.tensions` from `tests/tensions/prose.yaml`, the norms "
        "and the checks themselves; do not change by hand.",
        "what": "What is it about?",
        "why": "Why does it matter?",
        "looks": "What does spelregels look at?",
        "within": "**Within one trajectory** (`spelregels check TRAJECTORY --rules {ruleset}`):",
        "over": "**Over trajectories** (`spelregels portfolio FOLDER`; see "
        "[portfolio.md](../../portfolio.md)):",
        "texts": "**In the text of rules** (`spelregels verify RULES`):",
        "minimum": "Rules that lower a minimum of a layer below (`minimum: true`) are refused when "
        "they are loaded: `below-minimum`.",
        "facts": "Which facts does it need?",
        "facts_text": "the text of the rules, as encoded",
        "who": "who did it",
        "met": "Where do those facts come from?",
        "case": "Case {case} ([{file}](../../../rulesets/{file}.yaml); the days are made up): "
        "{told}.",
        "case_tells": "Case {case} ([{file}](../../../rulesets/{file}.yaml)) is about this too; "
        "the facts for it are not in it.",
        "case_broken": "found in {logs}",
        "case_kept": "in order in {logs}",
        "no_case": "No case of the reports can decide this. The examples in the norms themselves "
        "are made up.",
        "real": "Real trajectories ({count} looked at, not part of this project): {told}.",
        "real_norm": "{norm} {broken} times found, {kept} times in order",
        "never": "Real trajectories: never yet. None of the {count} looked at records what this "
        "needs.",
        "real_text": "Real texts: {check} found something in {seen}, and missed something in "
        "{not_seen} of which not all was seen.",
        "real_text_seen": "Real texts: {check} found something in {texts}.",
        "real_text_not_seen": "Real texts: {check} missed something in {texts} of which not all "
        "was seen; another part may say it.",
        "never_text": "Real texts: {check} has found nothing yet in the municipal rules of "
        "`rulesets/gemeenten`.",
        "in_texts_one": "1 text",
        "in_texts": "{count} texts",
        "shown": "Found and not found",
        "shown_broken": "found: {title}",
        "shown_kept": "not found: {title}",
        "shown_unknown": "cannot tell: {title}",
        "shown_check": "wrong and right stand on the page of {check}",
        "shown_over": "over trajectories: found, not found and cannot tell in "
        "`tests/portfolio/test_tensions.py`",
        "do": "What now?",
        "people": "What only people can judge",
        "judge": "{text} (asked of: {judge})",
        "nobody": "those concerned",
        "limits": "Limits",
        "limits_text": "No legal duty, and no judgement of anybody. What was not written down "
        "cannot be told. No legal advice.",
        "facts_acts": "when this happened, or that it did not: {acts}",
        "facts_asked": "and with it: {asked}",
        "real_found": "found",
        "real_kept": "only in order",
        "real_not_seen": "only in what was not seen",
        "real_never": "never",
        "waiting": "Nothing looks at this yet.",
    },
}

NEEDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "overlap": "van elk traject het gebied, de looptijd en het onderwerp of de doelgroep",
        "lead": "wie wanneer de regie kreeg en neerlegde",
        "load": "wie er werd gevraagd (een schuilnaam volstaat) en wanneer",
        "informed": "van elk traject welk gebied is geraakt en welk gebied is geïnformeerd, en een "
        "register van gebieden",
        "channels": "langs welke weg is verteld, en een register van kanalen",
        "composition": "een register van organen, leden en bevolking",
        "busiest": "wie wat deed (een schuilnaam volstaat)",
        "tenure": "sinds wanneer iemand lid is, uit benoemingen of een register",
        "silence": "alle gebeurtenissen met hun dag",
        "promise": "het toegezegde niveau, de fasen van de regels, en wat er gebeurde",
        "influence": "adviezen, antwoorden, afwijkingen en besluiten",
    },
    "en": {
        "overlap": "of each trajectory the area, the time it runs and the topic or audience",
        "lead": "who got and laid down the lead, and when",
        "load": "who was asked (a pseudonym is enough) and when",
        "informed": "of each trajectory which area is affected and which was informed, and a "
        "register of areas",
        "channels": "by which channel it was told, and a register of channels",
        "composition": "a register of bodies, members and population",
        "busiest": "who did what (a pseudonym is enough)",
        "tenure": "since when somebody is a member, from appointments or a register",
        "silence": "all events with their day",
        "promise": "the level promised, the stages of the rules, and what happened",
        "influence": "advice, replies, departures and decisions",
    },
}
