"""Dutch texts (plain B1) for findings and rules. Keys and placeholders equal ``wording_en``."""

from __future__ import annotations

from collections.abc import Mapping

from spelregels.calendar import texts
from spelregels.model.checked import AsOfOrigin
from spelregels.model.patterns import Op
from spelregels.model.words import (
    AttributeType,
    Binding,
    Confidence,
    Consequence,
    CountFrom,
    EndsAs,
    Governs,
    How,
    Kind,
    Level,
    Regime,
    RegulatoryLayer,
    RoleKind,
    Severity,
    Strength,
    Unit,
    Vehicle,
    Word,
)

LANGUAGE = "nl"

MONTHS = tuple(dutch for dutch, _ in texts.MONTHS)

UNITS: Mapping[Unit, tuple[str, str]] = {
    Unit.DAY: ("dag", "dagen"),
    Unit.WORKING_DAY: ("werkdag", "werkdagen"),
    Unit.WEEK: ("week", "weken"),
    Unit.MONTH: ("maand", "maanden"),
    Unit.YEAR: ("jaar", "jaar"),
}

VERDICTS: Mapping[Word, str] = {
    Word.KEPT: "nagekomen",
    Word.EXCUSED: "uitzondering",
    Word.NO_LONGER_DUE: "niet meer nodig",
    Word.OPEN: "loopt nog",
    Word.LATE: "te laat gedaan",
    Word.OVERDUE: "te laat en nog niet gedaan",
    Word.BROKEN: "geschonden",
    Word.CANNOT_TELL: "niet te zeggen",
}

# A breach of what only should be, or is an aim.
SOFT_VERDICTS: Mapping[tuple[Strength, Word], str] = {
    (Strength.SHOULD, Word.BROKEN): "niet zoals het hoort",
    (Strength.SHOULD, Word.LATE): "later dan het hoort",
    (Strength.SHOULD, Word.OVERDUE): "later dan het hoort, en nog niet gedaan",
    (Strength.AIM, Word.BROKEN): "streven niet gehaald",
    (Strength.AIM, Word.LATE): "later dan het streven",
    (Strength.AIM, Word.OVERDUE): "later dan het streven, en nog niet gedaan",
}

HOWS: Mapping[How, str] = {
    How.MISSING: "niet gedaan",
    How.TOO_EARLY: "te vroeg",
    How.TOO_LATE: "te laat",
    How.OUT_OF_ORDER: "verkeerde volgorde",
    How.AFTER_THE_END: "na het einde",
    How.NO_POWER: "niet bevoegd",
    How.WRONG_ROLE: "niet door de juiste gedaan",
    How.NOT_PERMITTED_HERE: "mag hier niet",
    How.FORBIDDEN: "verboden",
    How.REQUIREMENT_NOT_MET: "voldoet niet aan een eis",
    How.SAME_PERSON: "dezelfde persoon",
    How.TOO_FEW: "te weinig",
    How.TOO_MANY: "te veel",
    How.NOT_STATED: "staat niet in de tekst",
    How.VAGUE: "de tekst is vaag",
    How.NOT_RECORDED: "de bron is hierin niet volledig",
    How.SUSPENDED: "de termijn staat stil",
    How.STAGE_UNKNOWN: "fase onbekend",
    How.CALENDAR_UNKNOWN: "kalender onbekend",
    How.LAW_NOT_ENCODED: "regels van die dag niet ingevoerd",
    How.REGIME_NOT_STATED: "onduidelijk of de termijn doorschuift",
    How.ORDER_UNKNOWN: "volgorde onbekend",
    How.DATE_UNKNOWN: "datum onbekend",
    How.FACT_UNKNOWN: "gegeven onbekend",
}

KINDS: Mapping[Kind, str] = {
    Kind.PRECEDENCE: "eerst dit, dan dat",
    Kind.RESPONSE: "plicht achteraf",
    Kind.ABSENCE: "verbod",
    Kind.REQUIREMENT: "eis",
    Kind.POWER: "bevoegdheid of recht",
    Kind.RECURRENCE: "steeds opnieuw",
    Kind.SEPARATION: "niet dezelfde persoon",
    Kind.THRESHOLD: "aantal",
    Kind.EXEMPTION: "vrijstelling",
    Kind.STATEMENT: "wat een mens moet beoordelen",
    Kind.STAGE: "fase",
    Kind.STAGE_POWER: "wie beslist in deze fase",
    Kind.LAW: "geldende regels",
}

CONFIDENCES: Mapping[Confidence, str] = {
    Confidence.SEEN: "de tekst zelf is gelezen",
    Confidence.SEC: "uit een andere bron, de tekst zelf is niet gelezen",
    Confidence.DER: "afgeleid uit de tekst",
    Confidence.MEM: "uit het hoofd, nog niet nagekeken",
}

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "ernstig",
    Severity.WARNING: "waarschuwing",
    Severity.INFO: "ter informatie",
}

# What a breach amounts to: "dan …".
SEVERITY_CLAUSES: Mapping[Severity, str] = {
    Severity.ERROR: "telt dat als ernstig",
    Severity.WARNING: "geeft dat een waarschuwing",
    Severity.INFO: "wordt dat alleen ter informatie gemeld",
}

STRENGTHS: Mapping[Strength, str] = {
    Strength.MUST: "dit moet",
    Strength.SHOULD: "dit hoort zo, maar is geen harde plicht",
    Strength.AIM: "dit is een streven",
}

CONSEQUENCES: Mapping[Consequence, str] = {
    Consequence.NOT_STARTED: "zolang dit niet in orde is, is de termijn niet begonnen",
    Consequence.VOID: "wat zo is gedaan, is volgens deze regel niet geldig",
    Consequence.CURABLE: "dit kan worden hersteld",
    Consequence.EXPLAIN: "afwijken kan alleen met uitleg",
}

LEVELS: Mapping[Level, str] = {
    Level.INFORMEREN: "informeren",
    Level.RAADPLEGEN: "raadplegen",
    Level.ADVISEREN: "adviseren",
    Level.COPRODUCEREN: "samen maken (coproduceren)",
    Level.MEEBESLISSEN: "meebeslissen",
}

BINDINGS: Mapping[Binding, str] = {
    Binding.NONE: "advies bindt niet",
    Binding.ZWAARWEGEND: "advies weegt zwaar",
    Binding.COMPLY_OR_EXPLAIN: "advies volgen of uitleggen waarom niet",
    Binding.BINDING: "advies is bindend",
}

ENDINGS: Mapping[EndsAs, str] = {
    EndsAs.GRANTED: "einde: toegewezen",
    EndsAs.REFUSED: "einde: afgewezen",
    EndsAs.NOT_ADMITTED: "einde: niet in behandeling genomen",
    EndsAs.WITHDRAWN: "einde: ingetrokken",
    EndsAs.LAPSED: "einde: vervallen",
    EndsAs.FORWARDED: "einde: doorgestuurd",
    EndsAs.DECIDED: "einde: besloten",
}

LAYERS: Mapping[RegulatoryLayer, str] = {
    RegulatoryLayer.WET: "wet",
    RegulatoryLayer.AMVB: "algemene maatregel van bestuur",
    RegulatoryLayer.VERORDENING: "gemeentelijke verordening",
    RegulatoryLayer.BELEIDSREGEL: "beleidsregel",
    RegulatoryLayer.REGLEMENT: "reglement",
    RegulatoryLayer.WIJKSPELREGELS: "spelregels voor de wijk",
    RegulatoryLayer.CONVENANT: "convenant (afspraak tussen partijen)",
    RegulatoryLayer.NOTITIE: "notitie",
    RegulatoryLayer.NOT_STATED: "soort regeling niet genoemd",
}

GOVERNS: Mapping[Governs, str] = {
    Governs.STARTED_IN_FORCE: "de versie die gold op de dag van de eerste gebeurtenis",
    Governs.EVENT_DATE: "de versie die gold op de dag van de gebeurtenis zelf",
    Governs.NOT_STATED: "de tekst zegt niet welke versie geldt voor trajecten die al liepen",
}

REGIMES: Mapping[Regime, str] = {
    Regime.ATW: ("een termijn die op een vrije dag eindigt, schuift door (Algemene termijnenwet)"),
    Regime.CALENDAR: "een termijn die op een vrije dag eindigt, schuift niet door",
    Regime.NOT_STATED: (
        "de tekst zegt niet of een termijn die op een vrije dag eindigt, doorschuift"
    ),
}

TOO_LONG_TO_MOVE = (
    "de laatste dag schuift niet door: deze tijd is te lang voor de Algemene termijnenwet"
)

COUNTS: Mapping[CountFrom, str] = {
    CountFrom.SAME_DAY: "de begindag is dag één",
    CountFrom.NEXT_DAY: "de dag na de begindag is dag één",
}

COUNTS_BACK: Mapping[CountFrom, str] = {
    CountFrom.SAME_DAY: "die dag zelf telt mee",
    CountFrom.NEXT_DAY: "die dag zelf telt niet mee",
}

VEHICLES: Mapping[Vehicle, str] = {
    Vehicle.NONE: "geen bevoegdheid",
    Vehicle.MANDATE: "mandaat",
    Vehicle.DELEGATION: "delegatie",
    Vehicle.BESTUURSCOMMISSIE: "bestuurscommissie",
    Vehicle.ART_84: "commissie van artikel 84 Gemeentewet",
}

# Any body with this legal form.
BODIES: Mapping[Vehicle, str] = {
    Vehicle.NONE: "een orgaan zonder bevoegdheid",
    Vehicle.MANDATE: "een orgaan met mandaat",
    Vehicle.DELEGATION: "een orgaan met gedelegeerde bevoegdheid",
    Vehicle.BESTUURSCOMMISSIE: "een bestuurscommissie",
    Vehicle.ART_84: "een commissie van artikel 84 Gemeentewet",
}

ROLE_KINDS: Mapping[RoleKind, str] = {
    RoleKind.AUTHORITY: "overheid",
    RoleKind.OFFICIALS: "ambtenaren",
    RoleKind.RESIDENTS: "bewoners",
    RoleKind.PROFESSIONALS: "beroepskrachten",
    RoleKind.CORPORATION: "organisatie of bedrijf",
    RoleKind.ANYONE: "iedereen kan dit zijn",
}

ATTRIBUTE_TYPES: Mapping[AttributeType, str] = {
    AttributeType.TEXT: "tekst",
    AttributeType.ID: "kenmerk",
    AttributeType.REF: "verwijzing",
    AttributeType.BOOLEAN: "ja of nee",
    AttributeType.INTEGER: "heel getal",
    AttributeType.MONEY: "bedrag",
    AttributeType.DATE: "datum",
    AttributeType.DURATION: "tijdsduur",
    AttributeType.PERSON: "persoon",
    AttributeType.AREA: "gebied",
    AttributeType.ROLE: "rol",
}

ORIGINS: Mapping[AsOfOrigin, str] = {
    AsOfOrigin.OPTION: "opgegeven",
    AsOfOrigin.HEADER: "uit het traject",
    AsOfOrigin.TODAY: "vandaag",
}

OPERATORS: Mapping[Op, str] = {
    Op.IS: "{attribute} is {value}",
    Op.ONE_OF: "{attribute} is {value}",
    Op.IS_NOT: "{attribute} is niet {value}",
    Op.PRESENT: "{attribute} is ingevuld",
    Op.ABSENT: "{attribute} is niet ingevuld",
    Op.ABOVE: "{attribute} is meer dan {value}",
    Op.BELOW: "{attribute} is minder dan {value}",
    Op.AT_LEAST: "{attribute} is minstens {value}",
    Op.AT_MOST: "{attribute} is hoogstens {value}",
    Op.SAME_AS: "{attribute} is gelijk aan {value}",
    Op.IN_LIST: "{attribute} staat op de lijst {value}",
}

# The same after "als", "dat" or "waarbij": the verb comes last.
CLAUSES: Mapping[Op, str] = {
    Op.IS: "{attribute} {value} is",
    Op.ONE_OF: "{attribute} {value} is",
    Op.IS_NOT: "{attribute} niet {value} is",
    Op.PRESENT: "{attribute} is ingevuld",
    Op.ABSENT: "{attribute} niet is ingevuld",
    Op.ABOVE: "{attribute} meer dan {value} is",
    Op.BELOW: "{attribute} minder dan {value} is",
    Op.AT_LEAST: "{attribute} minstens {value} is",
    Op.AT_MOST: "{attribute} hoogstens {value} is",
    Op.SAME_AS: "{attribute} gelijk is aan {value}",
    Op.IN_LIST: "{attribute} staat op de lijst {value}",
}

# The same for a word between quotes, so that two quoted words never stand side by side.
WORD_CLAUSES: Mapping[Op, str] = {
    **CLAUSES,
    Op.IS: "{attribute} gelijk is aan {value}",
    Op.ONE_OF: "{attribute} gelijk is aan {value}",
    Op.IS_NOT: "{attribute} niet gelijk is aan {value}",
}

# Tests on a yes-or-no fact.
ANSWERS: Mapping[Op, str] = {
    **OPERATORS,
    Op.IS: "bij {attribute} staat {value}",
    Op.IS_NOT: "bij {attribute} staat geen {value}",
}
ANSWER_CLAUSES: Mapping[Op, str] = {
    **CLAUSES,
    Op.IS: "bij {attribute} {value} staat",
    Op.IS_NOT: "bij {attribute} geen {value} staat",
}

# Tests on a fact that is a list: what stands in it.
LISTS: Mapping[Op, str] = {
    **OPERATORS,
    Op.IS: "bij {attribute} staat {value}",
    Op.ONE_OF: "bij {attribute} staat {value}",
    Op.IS_NOT: "bij {attribute} staat niet {value}",
}
LIST_CLAUSES: Mapping[Op, str] = {
    **CLAUSES,
    Op.IS: "bij {attribute} {value} staat",
    Op.ONE_OF: "bij {attribute} {value} staat",
    Op.IS_NOT: "bij {attribute} niet {value} staat",
}

# What a condition may ask of a trajectory or an event besides the facts of a ruleset.
COMMON_FACTS: Mapping[str, str] = {
    "level": "het beloofde niveau",
    "topic": "het onderwerp",
    "competent_authority": "het bevoegde orgaan",
    "municipality": "de gemeente",
    "gemeente_code": "de gemeentecode",
    "area.level": "het soort gebied",
    "area.name": "de naam van het gebied",
    "area.affected": "de gebieden die dit raakt",
    "area.informed": "de gebieden die bericht kregen",
    "until": "de einddatum",
}

# Tests on who did it, or in which role.
WHO_OPERATORS: Mapping[Op, str] = {
    **OPERATORS,
    Op.IS: "het is gedaan door {value}",
    Op.ONE_OF: "het is gedaan door {value}",
    Op.IS_NOT: "het is niet gedaan door {value}",
    Op.PRESENT: "bekend is wie het deed",
    Op.ABSENT: "niet bekend is wie het deed",
    Op.SAME_AS: "het is gedaan {value}",
}
WHO_CLAUSES: Mapping[Op, str] = {
    **CLAUSES,
    Op.IS: "het is gedaan door {value}",
    Op.ONE_OF: "het is gedaan door {value}",
    Op.IS_NOT: "het niet is gedaan door {value}",
    Op.PRESENT: "bekend is wie het deed",
    Op.ABSENT: "niet bekend is wie het deed",
    Op.SAME_AS: "het is gedaan {value}",
}

# What happened, when a norm was not broken: by kind, and for every other kind by verdict alone.
PLAIN: Mapping[Word, str] = {
    Word.KEPT: "{trigger}: in orde{found_in_brackets}.",
    Word.EXCUSED: "{asked}: dit hoefde niet, want er geldt een uitzondering{excuse}.",
    Word.NO_LONGER_DUE: "{asked}: dit hoeft niet meer, want het traject is geëindigd.",
    Word.OPEN: "Dit {still}: {asked}{due_last}.",
    Word.LATE: "{found} kwam te laat{due_was}.",
    Word.OVERDUE: "{asked} is nog niet gebeurd{due_was}.",
    Word.BROKEN: "De regel is niet gevolgd {at_trigger}.",
    Word.CANNOT_TELL: "Of {at_trigger} de regel is gevolgd, is niet te zeggen.",
}

PLAIN_BY_KIND: Mapping[tuple[Kind, Word], str] = {
    (Kind.PRECEDENCE, Word.KEPT): "{found} ging vooraf aan {trigger}.",
    (Kind.RESPONSE, Word.KEPT): "Op {trigger} volgde op tijd {found}{due_allowed}.",
    (Kind.RESPONSE, Word.OPEN): "Na {trigger} {still_to_come}: {asked}{due_last}.",
    (Kind.RESPONSE, Word.LATE): "Na {trigger} kwam {found} te laat{due_was}.",
    (Kind.RESPONSE, Word.OVERDUE): "Na {trigger} is {asked} nog niet gebeurd{due_was}.",
    (Kind.RESPONSE, Word.CANNOT_TELL): "Of na {trigger} de regel is gevolgd, is niet te zeggen.",
    (Kind.ABSENCE, Word.KEPT): "{trigger} viel buiten de tijd waarin dit niet mag.",
    (Kind.ABSENCE, Word.EXCUSED): "Voor {trigger} geldt een uitzondering{excuse}.",
    (Kind.ABSENCE, Word.OPEN): "{asked}: dit is tot nu toe niet gebeurd.",
    (Kind.REQUIREMENT, Word.KEPT): "{trigger} voldoet aan de eis.",
    (Kind.REQUIREMENT, Word.EXCUSED): "Voor {trigger} geldt een uitzondering op de eis{excuse}.",
    (Kind.POWER, Word.KEPT): "{trigger} is gedaan door wie dat mag.",
    (Kind.POWER, Word.EXCUSED): "Voor {trigger} geldt een uitzondering{excuse}.",
    (Kind.RECURRENCE, Word.KEPT): "{asked} kwam op tijd: {found}.",
    (Kind.SEPARATION, Word.KEPT): "Niemand deed dit allebei: {both}.",
    (Kind.SEPARATION, Word.OPEN): (
        "Tot nu toe deed niemand dit allebei: {both}. Het traject loopt nog."
    ),
    (Kind.THRESHOLD, Word.KEPT): "{period} is {count} geteld: {asked}{distinct}. {limit}.",
    (Kind.THRESHOLD, Word.EXCUSED): ("Voor het aantal van {asked} geldt een uitzondering{excuse}."),
    (Kind.THRESHOLD, Word.OPEN): (
        "{period} is tot nu toe {count} geteld: {asked}{distinct}. {limit}."
    ),
    (Kind.STAGE, Word.KEPT): "{trigger} past in {stage}.",
    (Kind.STAGE_POWER, Word.KEPT): "{trigger} is gedaan door wie in {stage} beslist.",
    (Kind.LAW, Word.CANNOT_TELL): (
        "Of bij {trigger} de regels van die dag zijn gevolgd, is niet te zeggen."
    ),
}

# How a norm was broken, was kept too late, or is overdue.
BREACH: Mapping[How, str] = {
    How.MISSING: "{asked} is niet gebeurd{due_was}.",
    How.TOO_EARLY: "{trigger} kwam te vroeg{allowed_from}.",
    How.TOO_LATE: "{found} kwam te laat{due_was}.",
    How.OUT_OF_ORDER: "{trigger} kwam niet ná {found_any}{had_to}.",
    How.AFTER_THE_END: "{trigger} gebeurde nadat het traject al was geëindigd.",
    How.NO_POWER: "{trigger} is gedaan door {actor}. Dat mag alleen worden gedaan door {bearer}.",
    How.WRONG_ROLE: "{found} is niet gedaan door {bearer}, en telt dus niet mee.",
    How.NOT_PERMITTED_HERE: "{trigger} past hier niet.",
    How.FORBIDDEN: "{trigger} gebeurde{when_forbidden}. {not_allowed}",
    How.REQUIREMENT_NOT_MET: "{trigger} voldoet niet aan de eis dat {requirement}.",
    How.SAME_PERSON: "Dit is door dezelfde persoon gedaan: {all_found}.",
    How.TOO_FEW: "{period} is {count} geteld: {asked}{distinct}. {limit}.",
    How.TOO_MANY: "{period} is {count} geteld: {asked}{distinct}. {limit}.",
    How.NOT_STATED: (
        "{asked} is niet gebeurd en het traject is voorbij. De tekst noemt geen termijn."
    ),
    How.VAGUE: (
        "{asked} is niet op tijd gebeurd en het traject is voorbij. De tekst zegt alleen ‘{vague}’."
    ),
    How.NOT_RECORDED: "{asked} is niet gevonden. De bron is daarin niet volledig.",
    How.SUSPENDED: "{asked} is niet gebeurd. De termijn stond stil.",
    How.STAGE_UNKNOWN: "{trigger} past in geen enkele fase waarin het traject kan zijn.",
    How.CALENDAR_UNKNOWN: "{asked} was te laat, welke vrije dagen er ook gelden{due_was}.",
    How.LAW_NOT_ENCODED: (
        "Bij {trigger} is de regel niet gevolgd, welke versie van de regels ook geldt."
    ),
    How.REGIME_NOT_STATED: "{asked} was te laat, ook als de termijn doorschuift{due_was}.",
    How.ORDER_UNKNOWN: "{trigger} klopt in geen enkele volgorde.",
    How.DATE_UNKNOWN: "{trigger} klopt niet, welke datum het ook was.",
    How.FACT_UNKNOWN: "{trigger} klopt niet, wat het onbekende gegeven ook is.",
}

BREACH_BY_KIND: Mapping[tuple[Kind, Word, How], str] = {
    (Kind.PRECEDENCE, Word.BROKEN, How.MISSING): (
        "{trigger} gebeurde, maar dit was er toen nog niet: {asked}."
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.TOO_LATE): (
        "{found} kwam te laat vóór {trigger}{due_was}{lead}."
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.TOO_EARLY): "{too_early}.",
    (Kind.PRECEDENCE, Word.BROKEN, How.WRONG_ROLE): (
        "{trigger} gebeurde, maar dit was er toen nog niet: {asked}. Wat een ander deed, telt niet "
        "mee: {found}."
    ),
    (Kind.RESPONSE, Word.LATE, How.TOO_LATE): "Na {trigger} kwam {found} te laat{due_was}.",
    (Kind.RESPONSE, Word.LATE, How.AFTER_THE_END): (
        "Na {trigger} kwam {found}, maar pas na het einde van het traject."
    ),
    (Kind.RESPONSE, Word.OVERDUE, How.MISSING): (
        "Na {trigger} is {asked} nog niet gebeurd{due_was}."
    ),
    (Kind.RESPONSE, Word.BROKEN, How.MISSING): (
        "Na {trigger} is {asked} niet gebeurd{due_was}. Het traject is voorbij."
    ),
    (Kind.RESPONSE, Word.OVERDUE, How.TOO_EARLY): (
        "Na {trigger} is {asked} nog niet gebeurd{due_was}. Wat er kwam, was te vroeg en telt niet "
        "mee."
    ),
    (Kind.RESPONSE, Word.BROKEN, How.TOO_EARLY): (
        "Na {trigger} is {asked} niet gebeurd{due_was}. Wat er kwam, was te vroeg en telt niet mee."
    ),
    (Kind.RESPONSE, Word.OVERDUE, How.WRONG_ROLE): (
        "Na {trigger} kwam {found}, maar niet door {bearer}. {asked} is dus nog niet "
        "gebeurd{due_was}."
    ),
    (Kind.RESPONSE, Word.BROKEN, How.WRONG_ROLE): (
        "Na {trigger} kwam {found}, maar niet door {bearer}. Het traject is voorbij."
    ),
    (Kind.POWER, Word.BROKEN, How.NOT_PERMITTED_HERE): (
        "{trigger} gaat verder dan mag. Door {bearer} mag dit alleen als {requirement}."
    ),
    (Kind.RECURRENCE, Word.BROKEN, How.MISSING): (
        "Na {trigger} is {asked} niet op tijd {again}gebeurd{due_was}."
    ),
    (Kind.RECURRENCE, Word.OVERDUE, How.MISSING): (
        "Na {trigger} is {asked} nog niet {again}gebeurd{due_was}."
    ),
    (Kind.RECURRENCE, Word.LATE, How.TOO_LATE): "{found} kwam te laat{due_was}.",
    (Kind.STAGE, Word.BROKEN, How.NOT_PERMITTED_HERE): "{trigger} {not_in_stage}.",
    (Kind.STAGE, Word.BROKEN, How.AFTER_THE_END): (
        "{trigger} gebeurde nadat het traject al was geëindigd{in_stage}."
    ),
    (Kind.STAGE_POWER, Word.BROKEN, How.NO_POWER): (
        "{trigger} is gedaan door {actor}. {who_decides}."
    ),
}

# Why something cannot be told, in terms of what is missing.
UNKNOWN: Mapping[How, str] = {
    How.MISSING: "het is niet zeker dat {name} is gebeurd",
    How.TOO_EARLY: "het is niet zeker dat {event} te vroeg kwam",
    How.TOO_LATE: "het is niet zeker dat {event} te laat kwam",
    How.OUT_OF_ORDER: "het is niet zeker wat eerst kwam",
    How.AFTER_THE_END: "het is niet zeker of {event} na het einde kwam",
    How.NO_POWER: "het is niet zeker of {event} is gedaan door wie dat mag",
    How.WRONG_ROLE: "het is niet bekend in welke rol {event} is gedaan",
    How.NOT_PERMITTED_HERE: "het is niet zeker of {event} hier mag",
    How.FORBIDDEN: "het is niet zeker of {event} mocht",
    How.REQUIREMENT_NOT_MET: "het is niet bekend of {event} aan de eis voldoet",
    How.SAME_PERSON: "het is niet bekend welke persoon {event} deed",
    How.TOO_FEW: "het is niet bekend hoe vaak dit is gebeurd: {name}",
    How.TOO_MANY: "het is niet bekend hoe vaak dit is gebeurd: {name}",
    How.NOT_STATED: "de tekst van de regel zegt dit niet{of_name}",
    How.VAGUE: "de tekst zegt alleen ‘{vague}’ en dat is geen vaste termijn",
    How.NOT_RECORDED: "de bron houdt {name} niet bij; of het is gebeurd, is dus niet bekend",
    How.SUSPENDED: "de termijn staat stil en loopt nog niet verder",
    How.STAGE_UNKNOWN: "het is niet bekend in welke fase het traject was{at_event}",
    How.CALENDAR_UNKNOWN: (
        "van de dagen waarop het aankomt, is niet bekend of ze vrij zijn of wanneer er wordt "
        "vergaderd{from_event}"
    ),
    How.LAW_NOT_ENCODED: "de regels die op die dag golden, zijn hier niet ingevoerd{of_name}",
    How.REGIME_NOT_STATED: (
        "de regel zegt niet of een termijn die op een vrije dag eindigt, doorschuift, "
        "en dat maakt hier verschil"
    ),
    How.ORDER_UNKNOWN: "de bron zegt niet wat eerst kwam",
    How.DATE_UNKNOWN: "de datum van {event} is niet precies bekend",
    How.FACT_UNKNOWN: "{fact} is niet bekend",
}

SUPPLIER: Mapping[How, str] = {
    **dict.fromkeys(How, "wie het dossier bijhoudt"),
    How.NOT_STATED: "wie de regels vaststelt",
    How.VAGUE: "wie de regels vaststelt",
    How.REGIME_NOT_STATED: "wie de regels vaststelt",
    How.CALENDAR_UNKNOWN: "wie de kalender bijhoudt",
    How.LAW_NOT_ENCODED: "wie deze regels in het programma invoert",
}

# What now: who can do what before when.
REPAIR: Mapping[Word, str] = {
    Word.KEPT: "",
    Word.EXCUSED: "",
    Word.NO_LONGER_DUE: "",
    Word.OPEN: "{needed}: {asked}{due_last}.",
    Word.LATE: (
        "Het is al gedaan. Leg nog wel vast waarom het te laat was; dat is aan {responsible}."
    ),
    Word.OVERDUE: "{needed_now}: {asked}, zo snel mogelijk. De termijn is al voorbij.",
    Word.BROKEN: "Bespreek met {responsible} hoe dit kan worden hersteld.",
    Word.CANNOT_TELL: "Vraag dit na bij {suppliers}. Daarna kan dit opnieuw worden getoetst.",
}

# What only should be, or is an aim, asks for an explanation: nothing has to be undone.
REPAIR_SOFT: Mapping[Kind, str] = {
    **dict.fromkeys(Kind, ""),
    **dict.fromkeys(
        (Kind.PRECEDENCE, Kind.ABSENCE, Kind.POWER, Kind.SEPARATION),
        "Vraag {responsible} waarom het zo ging, en wat er nu nog kan.",
    ),
}

REPAIR_BY_HOW: Mapping[tuple[Word, How], str] = {
    (Word.BROKEN, How.MISSING): "{needed_now}: {asked}.",
    (
        Word.BROKEN,
        How.TOO_EARLY,
    ): "Dit kan worden overgedaan: {trigger_again}{again_from}.{who_can}",
    (Word.BROKEN, How.TOO_LATE): (
        "Leg vast waarom het te laat was; dat is aan {responsible}. Herstel het waar dat kan."
    ),
    (Word.BROKEN, How.AFTER_THE_END): (
        "Dit traject is klaar. Is er meer nodig, dan kan een nieuw traject beginnen; dat is aan "
        "{responsible}."
    ),
    (Word.BROKEN, How.NO_POWER): "Dit kan worden overgedaan door wie het wel mag: {bearer}.",
    (Word.BROKEN, How.WRONG_ROLE): "{needed_now}: {asked}.",
    (Word.BROKEN, How.NOT_PERMITTED_HERE): "Dit mag alleen als {requirement}.",
    (Word.BROKEN, How.FORBIDDEN): "{undo}",
    (Word.BROKEN, How.REQUIREMENT_NOT_MET): (
        "Dit kan worden aangevuld of overgedaan door {completer}, zodat {requirement}."
    ),
    (Word.BROKEN, How.SAME_PERSON): "Een van beide kan worden overgedaan door iemand anders.",
    (Word.BROKEN, How.TOO_FEW): "{still_counted}.",
    (Word.BROKEN, How.TOO_MANY): "Bekijk welke kunnen vervallen; dat is aan {responsible}.",
    (Word.BROKEN, How.NOT_STATED): "{needed_now}: {asked}.",
    (Word.CANNOT_TELL, How.SUSPENDED): "Vraag bij {suppliers} na of de termijn weer loopt.",
    (Word.BROKEN, How.VAGUE): "{needed_now}: {asked}.",
}

REPAIR_BY_KIND: Mapping[tuple[Kind, Word, How], str] = {
    (Kind.PRECEDENCE, Word.BROKEN, How.MISSING): (
        "{needed_now}: {asked}. Daarna{gap} kan dit worden overgedaan: {trigger_again}.{who_can}"
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.OUT_OF_ORDER): (
        "Dit kan worden overgedaan: {trigger_again}, maar dan ná {asked}{gap}.{who_can}"
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.TOO_LATE): (
        "Dit kan worden overgedaan: {trigger_again}, {lead_again}{again_from}.{who_can}"
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.WRONG_ROLE): (
        "{needed_now}: {asked}. Daarna{gap} kan dit worden overgedaan: {trigger_again}.{who_can}"
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.TOO_FEW): (
        "{still_counted}. Daarna{gap} kan dit worden overgedaan: {trigger_again}.{who_can}"
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.TOO_EARLY): "{early_again}.{who_can}",
    (Kind.RESPONSE, Word.BROKEN, How.TOO_EARLY): "{needed_now}: {asked}.",
    (Kind.RESPONSE, Word.BROKEN, How.MISSING): (
        "Het traject is voorbij. Dit kan nog wel, maar is dan te laat: {asked}."
    ),
    (Kind.THRESHOLD, Word.BROKEN, How.TOO_FEW): "{still_counted}.{count_again}",
    (Kind.STAGE, Word.BROKEN, How.NOT_PERMITTED_HERE): ("{possible}{right_stage}"),
    (Kind.POWER, Word.BROKEN, How.NOT_PERMITTED_HERE): (
        "Bespreek met {responsible} wat er nu nog kan, en of een ander dit wel mag."
    ),
}

REPAIR_PLAIN_BY_KIND: Mapping[tuple[Kind, Word], str] = {
    (Kind.SEPARATION, Word.OPEN): "Laat dit niet door dezelfde persoon doen: {both}.",
    (Kind.ABSENCE, Word.OPEN): "Wacht hiermee: {asked}.",
    (Kind.THRESHOLD, Word.OPEN): "{still_counted}.",
}
