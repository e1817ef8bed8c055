"""Words for portfolios, both languages side by side: sentences by reason, by kind, by figure."""

from __future__ import annotations

from collections.abc import Mapping

from spelregels.model.portfolio import PortfolioKind
from spelregels.model.portfolio_found import Name, Reason, What
from spelregels.model.verified import Text
from spelregels.model.words import Word

MESSAGES: Mapping[Reason, Text] = {
    Reason.NOT_COORDINATED: Text(
        "{size} trajecten lopen tegelijk{where}{theme}, van {first} tot en met {last}. {tied}",
        "{size} trajectories run at the same time{where}{theme}, from {first} through {last}. "
        "{tied}",
    ),
    Reason.COORDINATION_UNKNOWN: Text(
        "{size} trajecten lopen tegelijk{where}{theme}, van {first} tot en met {last}. Of er is "
        "afgestemd, is niet te zeggen.",
        "{size} trajectories run at the same time{where}{theme}, from {first} through {last}. "
        "Whether they were coordinated cannot be told.",
    ),
    Reason.MAY_CROSS: Text(
        "Van {trajectories} is niet te zeggen of ze andere kruisen.",
        "Of {trajectories} it cannot be told whether they cross others.",
    ),
    Reason.NO_LEAD: Text(
        "Niemand had de regie, van {first} tot en met {last} ({days}).",
        "Nobody had the lead, from {first} through {last} ({days}).",
    ),
    Reason.SEVERAL_LEADS: Text(
        "Meer partijen hadden tegelijk de regie, van {first} tot en met {last} ({days}){parties}.",
        "Several parties had the lead at once, from {first} through {last} ({days}){parties}.",
    ),
    Reason.LEAD_UNKNOWN: Text(
        "Van {trajectories} is niet te zeggen of één partij de regie had.",
        "Of {trajectories} it cannot be told whether one party had the lead.",
    ),
    Reason.ASKED_TOO_OFTEN: Text(
        "{persons} vaker dan {limit} keer in {window} gevraagd; het vaakst {asked} keer. Dat was "
        "tussen {first} en {last}.",
        "{persons} asked more than {limit} times in {window}; at most {asked} times. That was "
        "between {first} and {last}.",
    ),
    Reason.LOAD_UNKNOWN: Text(
        "Wie hoe vaak is gevraagd, is niet helemaal bekend.",
        "Who was asked how often is not fully known.",
    ),
    Reason.NOT_INFORMED: Text(
        "Wel geraakt, niet geïnformeerd: {areas}.", "Affected, but not informed: {areas}."
    ),
    Reason.INFORMED_UNKNOWN: Text(
        "Van {trajectories} is niet te zeggen of wie geraakt wordt ook is geïnformeerd.",
        "Of {trajectories} it cannot be told whether those affected were informed.",
    ),
    Reason.ONLY_DIGITAL: Text(
        "Alles is alleen digitaal verteld.", "Everything was told by digital channels only."
    ),
    Reason.NOT_REACHED: Text(
        "De gebruikte kanalen bereiken dit gebied niet: {areas}.",
        "The channels used do not reach this area: {areas}.",
    ),
    Reason.CHANNELS_UNKNOWN: Text(
        "Van {trajectories} is niet te zeggen wie de kanalen bereiken.",
        "Of {trajectories} it cannot be told whom the channels reach.",
    ),
    Reason.UNDER_REPRESENTED: Text(
        "In {body} is de groep {group} ({dimension}) ondervertegenwoordigd: {in_group} van de "
        "{members} leden. Verwacht is ten minste {expected}.",
        "In {body} the group {group} ({dimension}) is under-represented: {in_group} of the "
        "{members} members. At least {expected} is expected.",
    ),
    Reason.COMPOSITION_UNKNOWN: Text(
        "Van {body} is niet te zeggen of alle groepen aanwezig zijn.",
        "Of {body} it cannot be told whether all groups are present.",
    ),
    Reason.FEW_CARRY: Text(
        "De drukste {by_busiest} deden samen {share} van {acts}. De grens is {limit}. Stopt de "
        "drukste, dan blijft {left_without_one} over.",
        "The busiest {by_busiest} did {share} of {acts} together. The limit is {limit}. If the "
        "busiest stops, {left_without_one} is left.",
    ),
    Reason.FEW_UNKNOWN: Text(
        "Wie hoeveel deed, is niet genoeg bekend.", "Who did how much is not known well enough."
    ),
    Reason.LONG_SERVING: Text(
        "In {body} zit {share} van de {members} leden langer dan {longer}. De grens is {limit}.",
        "In {body} {share} of the {members} members have served longer than {longer}. The limit "
        "is {limit}.",
    ),
    Reason.TENURE_UNKNOWN: Text(
        "Van {body} is niet te zeggen hoe lang de leden er zitten.",
        "Of {body} it cannot be told how long the members have served.",
    ),
    Reason.SILENT: Text(
        "Er gebeurde niets tussen {first} en {last} ({days}).",
        "Nothing happened between {first} and {last} ({days}).",
    ),
    Reason.SILENCE_UNKNOWN: Text(
        "Van {trajectories} is niet te zeggen of het lang stil was.",
        "Of {trajectories} it cannot be told whether it was silent for long.",
    ),
    Reason.PROMISED_ABOVE_HELD: Text(
        "Toegezegd is {promised}, maar de regels geven bewoners hoogstens: {held}.",
        "What was promised is {promised}, but the rules give residents at most: {held}.",
    ),
    Reason.PROMISED_ABOVE_USED: Text(
        "Toegezegd is {promised}, maar uit wat er gebeurde blijkt hoogstens: {used}.",
        "What was promised is {promised}, but what happened shows at most: {used}.",
    ),
    Reason.PROMISE_UNKNOWN: Text(
        "Van {trajectories} is niet te zeggen of het toegezegde niveau is gegeven.",
        "Of {trajectories} it cannot be told whether the level promised was given.",
    ),
}

ASKS: Mapping[str, Text] = {
    PortfolioKind.OVERLAP.value: Text(
        "Trajecten in hetzelfde gebied die tegelijk lopen{same}, zijn onderling afgestemd.",
        "Trajectories in the same area that run at the same time{same} are coordinated.",
    ),
    "lead_trajectory": Text(
        "Zolang een traject loopt, heeft één partij de regie.{longer}",
        "While a trajectory runs, one party has the lead.{longer}",
    ),
    "lead_group": Text(
        "Op dagen waarop trajecten elkaar kruisen, heeft hoogstens één partij de regie.{longer}",
        "On days on which trajectories cross, one party at most has the lead.{longer}",
    ),
    PortfolioKind.LOAD.value: Text(
        "Niemand wordt in {window} vaker dan {limit} keer gevraagd.",
        "Nobody is asked more than {limit} times in {window}.",
    ),
    PortfolioKind.INFORMED.value: Text(
        "Elk gebied dat geraakt wordt, is geïnformeerd.", "Each area that is affected is informed."
    ),
    "not_only_digital": Text(
        "Wat er speelt, wordt niet alleen digitaal verteld.",
        "What is going on is not told by digital channels only.",
    ),
    "reaches_affected": Text(
        "De gebruikte kanalen bereiken elk gebied dat geraakt wordt.",
        "The channels used reach each area that is affected.",
    ),
    PortfolioKind.COMPOSITION.value: Text(
        "Elke groep ({by}) heeft in een orgaan ten minste {share} van zijn deel in de bevolking.",
        "Each group ({by}) has in a body at least {share} of its part in the population.",
    ),
    PortfolioKind.BUSIEST.value: Text(
        "De drukste {top} doen samen hoogstens {share} van het werk{window}.",
        "The busiest {top} do at most {share} of the work together{window}.",
    ),
    PortfolioKind.TENURE.value: Text(
        "Hoogstens {share} van de leden van een orgaan zit er langer dan {longer}.",
        "At most {share} of the members of a body have served longer than {longer}.",
    ),
    PortfolioKind.SILENCE.value: Text(
        "Een lopend traject is nooit langer stil dan {longer}.",
        "A running trajectory is never silent for longer than {longer}.",
    ),
    PortfolioKind.PROMISE.value: Text(
        "Bewoners krijgen het niveau dat is toegezegd: in de regels, en in wat er gebeurt.",
        "Residents get the level that was promised: in the rules, and in what happens.",
    ),
    PortfolioKind.INFLUENCE.value: Text(
        "Cijfers over adviezen van bewoners{window}. Geen oordeel.",
        "Figures about advice of residents{window}. No verdict.",
    ),
}

FIGURES: Mapping[Name, Text] = {
    Name.GROUP: Text("trajecten", "trajectories"),
    Name.COORDINATED_PAIRS: Text("paren afgestemd", "pairs coordinated"),
    Name.PAIRS: Text("paren", "pairs"),
    Name.ASKED: Text("keer gevraagd", "times asked"),
    Name.LIMIT: Text("grens", "limit"),
    Name.PERSONS: Text("personen", "persons"),
    Name.PERSONS_ABOVE: Text("personen boven de grens", "persons above the limit"),
    Name.DAYS: Text("dagen", "days"),
    Name.MEMBERS: Text("leden", "members"),
    Name.IN_GROUP: Text("leden van deze groep", "members of this group"),
    Name.SHARE: Text("deel", "share"),
    Name.EXPECTED: Text("verwacht deel", "expected share"),
    Name.ACTS: Text("handelingen", "acts"),
    Name.BY_BUSIEST: Text("drukste personen", "busiest persons"),
    Name.LEFT_WITHOUT_ONE: Text("over zonder de drukste", "left without the busiest"),
    Name.LONG: Text("lang zittende leden", "long-serving members"),
    Name.PROMISED: Text("toegezegd niveau", "level promised"),
    Name.HELD: Text("niveau in de regels", "level in the rules"),
    Name.USED: Text("niveau in wat er gebeurde", "level in what happened"),
    Name.ADVICE: Text("adviezen van bewoners", "pieces of advice of residents"),
    Name.ANSWERED: Text("beantwoord", "answered"),
    Name.DECIDED: Text("daarna een besluit", "followed by a decision"),
    Name.NOT_DEPARTED: Text(
        "daarvan zonder vastgelegde afwijking", "of these without a recorded departure"
    ),
    Name.WEIGHT: Text("gewicht van wat besloten is", "weight of what was decided"),
    Name.WEIGHT_NOT_DEPARTED: Text(
        "daarvan zonder vastgelegde afwijking (gewicht)", "of this without a recorded departure"
    ),
    Name.WEIGHT_UNKNOWN: Text("adviezen zonder gewicht", "pieces of advice without a weight"),
}

LACKS: Mapping[What, Text] = {
    What.AREA: Text(
        "Over welk gebied het gaat, staat niet in: {owners}.", "No area is given in: {owners}."
    ),
    What.AREA_NOT_IN_REGISTER: Text(
        "Niet in het register van gebieden: {names}.", "Not in the register of areas: {names}."
    ),
    What.AFFECTED: Text(
        "Welke gebieden geraakt worden (area.affected), staat niet in: {owners}.",
        "Which areas are affected (area.affected) is not given in: {owners}.",
    ),
    What.INFORMED: Text(
        "Welke gebieden geïnformeerd zijn (area.informed), staat niet vast in: {owners}.",
        "Which areas are informed (area.informed) is not certain in: {owners}.",
    ),
    What.PARTS: Text(
        "Of de delen in het register het hele gebied zijn, is niet bekend van: {names}.",
        "Whether the parts in the register are the whole area is not known of: {names}.",
    ),
    What.BEGIN: Text(
        "De begindag is niet zeker van: {owners}.", "The first day is unsure: {owners}."
    ),
    What.END: Text(
        "Of en wanneer het ophield, is niet bekend van: {owners}.",
        "Whether and when it ended is not known of: {owners}.",
    ),
    What.CHANNEL: Text(
        "Of dit kanaal digitaal is, staat niet in het register: {names}.",
        "Whether this channel is digital is not in the register: {names}.",
    ),
    What.REACH: Text(
        "Welk gebied dit kanaal bereikt, staat niet in het register: {names}.",
        "Which area this channel reaches is not in the register: {names}.",
    ),
    What.POPULATION: Text(
        "De bevolking per groep staat niet in het register van: {names}.",
        "The population by group is not in the register of: {names}.",
    ),
    What.BODY_AREA: Text(
        "Voor welk gebied het orgaan er is, staat niet in het register: {owners}.",
        "For which area the body is there is not in the register: {owners}.",
    ),
    What.SEATS: Text(
        "Niet alle leden staan in het register van: {owners}.",
        "Not all members are in the register of: {owners}.",
    ),
    What.MEMBER_GROUP: Text(
        "Van niet elk lid is de groep bekend ({names}): {owners}.",
        "Not of every member the group is known ({names}): {owners}.",
    ),
    What.MEMBER_SINCE: Text(
        "Van niet elk lid is bekend sinds wanneer: {owners}.",
        "Not of every member it is known since when: {owners}.",
    ),
    What.DECIDES: Text(
        "Wie beslist, staat niet in elke fase van de regels van: {owners}.",
        "Who decides is not stated in each stage of the rules of: {owners}.",
    ),
    What.PROMISED: Text(
        "Welk niveau is toegezegd, is niet bekend van: {owners}.",
        "Which level was promised is not known of: {owners}.",
    ),
}

PLAIN_LACKS: Mapping[str, Text] = {
    "act": Text(
        "De bron legt {names} niet vast bij: {owners}.", "{names} is not recorded for: {owners}."
    ),
    "everything": Text(
        "De bron legt niet alles vast bij: {owners}.", "Not everything is recorded for: {owners}."
    ),
    "attribute": Text(
        "Bij {count} ontbreekt {names} ({owners}).", "{names} is missing in {count} ({owners})."
    ),
    "header": Text("{names} is niet bekend van: {owners}.", "{names} is not known of: {owners}."),
    "date": Text(
        "Van {count} staat niet vast wanneer het was, of dat het al was ({owners}).",
        "Of {count} it is not certain when it was, or that it has been ({owners}).",
    ),
    "order": Text(
        "De volgorde van gebeurtenissen op één dag is niet bekend van: {owners}.",
        "The order of events on one day is not known of: {owners}.",
    ),
}

VERDICTS: Mapping[Word, Text] = {
    Word.BROKEN: Text("gevonden", "found"),
    Word.CANNOT_TELL: Text("niet te zeggen", "cannot tell"),
    Word.OPEN: Text("loopt nog", "still open"),
    Word.KEPT: Text("in orde", "in order"),
}
