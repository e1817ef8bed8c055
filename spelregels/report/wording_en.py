"""English texts for findings and rules. Keys and placeholders equal ``wording_nl``."""

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

LANGUAGE = "en"

MONTHS = tuple(english for _, english in texts.MONTHS)

UNITS: Mapping[Unit, tuple[str, str]] = {
    Unit.DAY: ("day", "days"),
    Unit.WORKING_DAY: ("working day", "working days"),
    Unit.WEEK: ("week", "weeks"),
    Unit.MONTH: ("month", "months"),
    Unit.YEAR: ("year", "years"),
}

VERDICTS: Mapping[Word, str] = {
    Word.KEPT: "kept",
    Word.EXCUSED: "excused",
    Word.NO_LONGER_DUE: "no longer due",
    Word.OPEN: "open",
    Word.LATE: "done too late",
    Word.OVERDUE: "overdue, not done yet",
    Word.BROKEN: "broken",
    Word.CANNOT_TELL: "cannot tell",
}

# A breach of what only should be, or is an aim.
SOFT_VERDICTS: Mapping[tuple[Strength, Word], str] = {
    (Strength.SHOULD, Word.BROKEN): "not as it should be",
    (Strength.SHOULD, Word.LATE): "later than it should be",
    (Strength.SHOULD, Word.OVERDUE): "later than it should be, not done yet",
    (Strength.AIM, Word.BROKEN): "aim not reached",
    (Strength.AIM, Word.LATE): "later than the aim",
    (Strength.AIM, Word.OVERDUE): "later than the aim, not done yet",
}

HOWS: Mapping[How, str] = {
    How.MISSING: "not done",
    How.TOO_EARLY: "too early",
    How.TOO_LATE: "too late",
    How.OUT_OF_ORDER: "out of order",
    How.AFTER_THE_END: "after the end",
    How.NO_POWER: "no power",
    How.WRONG_ROLE: "not done by the right role",
    How.NOT_PERMITTED_HERE: "not permitted here",
    How.FORBIDDEN: "forbidden",
    How.REQUIREMENT_NOT_MET: "requirement not met",
    How.SAME_PERSON: "same person",
    How.TOO_FEW: "too few",
    How.TOO_MANY: "too many",
    How.NOT_STATED: "not stated in the text",
    How.VAGUE: "the text is vague",
    How.NOT_RECORDED: "the source is not complete in this",
    How.SUSPENDED: "the term stands still",
    How.STAGE_UNKNOWN: "stage unknown",
    How.CALENDAR_UNKNOWN: "calendar unknown",
    How.LAW_NOT_ENCODED: "rules of that day not encoded",
    How.REGIME_NOT_STATED: "unclear whether the term moves",
    How.ORDER_UNKNOWN: "order unknown",
    How.DATE_UNKNOWN: "date unknown",
    How.FACT_UNKNOWN: "fact unknown",
}

KINDS: Mapping[Kind, str] = {
    Kind.PRECEDENCE: "first this, then that",
    Kind.RESPONSE: "duty afterwards",
    Kind.ABSENCE: "ban",
    Kind.REQUIREMENT: "requirement",
    Kind.POWER: "power or right",
    Kind.RECURRENCE: "again and again",
    Kind.SEPARATION: "not the same person",
    Kind.THRESHOLD: "number",
    Kind.EXEMPTION: "exemption",
    Kind.STATEMENT: "for a person to judge",
    Kind.STAGE: "stage",
    Kind.STAGE_POWER: "who decides in this stage",
    Kind.LAW: "rules in force",
}

CONFIDENCES: Mapping[Confidence, str] = {
    Confidence.SEEN: "the text itself was read",
    Confidence.SEC: "second hand, the text itself was not read",
    Confidence.DER: "derived from the text",
    Confidence.MEM: "from memory, not yet checked",
}

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "serious",
    Severity.WARNING: "warning",
    Severity.INFO: "for information",
}

# What a breach amounts to: "then that …".
SEVERITY_CLAUSES: Mapping[Severity, str] = {
    Severity.ERROR: "counts as serious",
    Severity.WARNING: "gives a warning",
    Severity.INFO: "is reported for information only",
}

STRENGTHS: Mapping[Strength, str] = {
    Strength.MUST: "this must be done",
    Strength.SHOULD: "this should be done, but is no hard duty",
    Strength.AIM: "this is an aim",
}

CONSEQUENCES: Mapping[Consequence, str] = {
    Consequence.NOT_STARTED: "as long as this is not in order, the term has not started",
    Consequence.VOID: "under this rule, what was done this way is not valid",
    Consequence.CURABLE: "this can be put right",
    Consequence.EXPLAIN: "departing is possible only with an explanation",
}

LEVELS: Mapping[Level, str] = {
    Level.INFORMEREN: "inform",
    Level.RAADPLEGEN: "consult",
    Level.ADVISEREN: "advise",
    Level.COPRODUCEREN: "co-produce",
    Level.MEEBESLISSEN: "co-decide",
}

BINDINGS: Mapping[Binding, str] = {
    Binding.NONE: "advice does not bind",
    Binding.ZWAARWEGEND: "advice weighs heavily",
    Binding.COMPLY_OR_EXPLAIN: "follow the advice or explain why not",
    Binding.BINDING: "advice is binding",
}

ENDINGS: Mapping[EndsAs, str] = {
    EndsAs.GRANTED: "end: granted",
    EndsAs.REFUSED: "end: refused",
    EndsAs.NOT_ADMITTED: "end: not admitted",
    EndsAs.WITHDRAWN: "end: withdrawn",
    EndsAs.LAPSED: "end: lapsed",
    EndsAs.FORWARDED: "end: forwarded",
    EndsAs.DECIDED: "end: decided",
}

LAYERS: Mapping[RegulatoryLayer, str] = {
    RegulatoryLayer.WET: "act of parliament",
    RegulatoryLayer.AMVB: "order in council",
    RegulatoryLayer.VERORDENING: "municipal by-law",
    RegulatoryLayer.BELEIDSREGEL: "policy rule",
    RegulatoryLayer.REGLEMENT: "rules of order",
    RegulatoryLayer.WIJKSPELREGELS: "neighbourhood rules",
    RegulatoryLayer.CONVENANT: "covenant (agreement between parties)",
    RegulatoryLayer.NOTITIE: "policy note",
    RegulatoryLayer.NOT_STATED: "kind of instrument not stated",
}

GOVERNS: Mapping[Governs, str] = {
    Governs.STARTED_IN_FORCE: "the version in force on the day of the first event",
    Governs.EVENT_DATE: "the version in force on the day of the event itself",
    Governs.NOT_STATED: "the text does not say which version governs running trajectories",
}

REGIMES: Mapping[Regime, str] = {
    Regime.ATW: "a term that ends on a free day moves on (Algemene termijnenwet)",
    Regime.CALENDAR: "a term that ends on a free day does not move on",
    Regime.NOT_STATED: "the text does not say whether a term that ends on a free day moves on",
}

TOO_LONG_TO_MOVE = "the last day does not move: this time is too long for the Algemene termijnenwet"

COUNTS: Mapping[CountFrom, str] = {
    CountFrom.SAME_DAY: "the day it begins is day one",
    CountFrom.NEXT_DAY: "the day after it begins is day one",
}

COUNTS_BACK: Mapping[CountFrom, str] = {
    CountFrom.SAME_DAY: "that day itself counts",
    CountFrom.NEXT_DAY: "that day itself does not count",
}

VEHICLES: Mapping[Vehicle, str] = {
    Vehicle.NONE: "no power",
    Vehicle.MANDATE: "mandate",
    Vehicle.DELEGATION: "delegation",
    Vehicle.BESTUURSCOMMISSIE: "administrative committee (bestuurscommissie)",
    Vehicle.ART_84: "committee under article 84 Gemeentewet",
}

# Any body with this legal form.
BODIES: Mapping[Vehicle, str] = {
    Vehicle.NONE: "a body without power",
    Vehicle.MANDATE: "a body with a mandate",
    Vehicle.DELEGATION: "a body with delegated power",
    Vehicle.BESTUURSCOMMISSIE: "an administrative committee (bestuurscommissie)",
    Vehicle.ART_84: "a committee under article 84 Gemeentewet",
}

ROLE_KINDS: Mapping[RoleKind, str] = {
    RoleKind.AUTHORITY: "public authority",
    RoleKind.OFFICIALS: "officials",
    RoleKind.RESIDENTS: "residents",
    RoleKind.PROFESSIONALS: "professionals",
    RoleKind.CORPORATION: "corporation",
    RoleKind.ANYONE: "anyone can be this",
}

ATTRIBUTE_TYPES: Mapping[AttributeType, str] = {
    AttributeType.TEXT: "text",
    AttributeType.ID: "id",
    AttributeType.REF: "reference",
    AttributeType.BOOLEAN: "yes or no",
    AttributeType.INTEGER: "whole number",
    AttributeType.MONEY: "amount",
    AttributeType.DATE: "date",
    AttributeType.DURATION: "length of time",
    AttributeType.PERSON: "person",
    AttributeType.AREA: "area",
    AttributeType.ROLE: "role",
}

ORIGINS: Mapping[AsOfOrigin, str] = {
    AsOfOrigin.OPTION: "as asked",
    AsOfOrigin.HEADER: "from the trajectory",
    AsOfOrigin.TODAY: "today",
}

OPERATORS: Mapping[Op, str] = {
    Op.IS: "{attribute} is {value}",
    Op.ONE_OF: "{attribute} is {value}",
    Op.IS_NOT: "{attribute} is not {value}",
    Op.PRESENT: "{attribute} is filled in",
    Op.ABSENT: "{attribute} is not filled in",
    Op.ABOVE: "{attribute} is more than {value}",
    Op.BELOW: "{attribute} is less than {value}",
    Op.AT_LEAST: "{attribute} is at least {value}",
    Op.AT_MOST: "{attribute} is at most {value}",
    Op.SAME_AS: "{attribute} equals {value}",
    Op.IN_LIST: "{attribute} is on the list {value}",
}

CLAUSES: Mapping[Op, str] = OPERATORS

# The same for a word between quotes.
WORD_CLAUSES: Mapping[Op, str] = CLAUSES

# Tests on a yes-or-no fact.
ANSWERS: Mapping[Op, str] = {
    **OPERATORS,
    Op.IS: "{attribute} says {value}",
    Op.IS_NOT: "{attribute} does not say {value}",
}
ANSWER_CLAUSES: Mapping[Op, str] = ANSWERS

# Tests on a fact that is a list: what stands in it.
LISTS: Mapping[Op, str] = {
    **OPERATORS,
    Op.IS: "{attribute} says {value}",
    Op.ONE_OF: "{attribute} says {value}",
    Op.IS_NOT: "{attribute} does not say {value}",
}
LIST_CLAUSES: Mapping[Op, str] = LISTS

# What a condition may ask of a trajectory or an event besides the facts of a ruleset.
COMMON_FACTS: Mapping[str, str] = {
    "level": "the promised level",
    "topic": "the topic",
    "competent_authority": "the competent authority",
    "municipality": "the municipality",
    "gemeente_code": "the code of the municipality",
    "area.level": "the kind of area",
    "area.name": "the name of the area",
    "area.affected": "the areas it affects",
    "area.informed": "the areas that were informed",
    "until": "the last day",
}

# Tests on who did it, or in which role.
WHO_OPERATORS: Mapping[Op, str] = {
    **OPERATORS,
    Op.IS: "it is done by {value}",
    Op.ONE_OF: "it is done by {value}",
    Op.IS_NOT: "it is not done by {value}",
    Op.PRESENT: "it is known who did it",
    Op.ABSENT: "it is not known who did it",
    Op.SAME_AS: "it is done {value}",
}
WHO_CLAUSES: Mapping[Op, str] = WHO_OPERATORS

# What happened, when a norm was not broken: by kind, and for every other kind by verdict alone.
PLAIN: Mapping[Word, str] = {
    Word.KEPT: "{trigger}: in order{found_in_brackets}.",
    Word.EXCUSED: "{asked}: this was not needed, because an exception applies{excuse}.",
    Word.NO_LONGER_DUE: "{asked}: this is no longer due, because the trajectory has ended.",
    Word.OPEN: "This {still}: {asked}{due_last}.",
    Word.LATE: "{found} came too late{due_was}.",
    Word.OVERDUE: "{asked} has not happened yet{due_was}.",
    Word.BROKEN: "The rule was not followed {at_trigger}.",
    Word.CANNOT_TELL: "It cannot be told whether the rule was followed {at_trigger}.",
}

PLAIN_BY_KIND: Mapping[tuple[Kind, Word], str] = {
    (Kind.PRECEDENCE, Word.KEPT): "{found} came before {trigger}.",
    (Kind.RESPONSE, Word.KEPT): "{trigger} was followed in time by {found}{due_allowed}.",
    (Kind.RESPONSE, Word.OPEN): "After {trigger} {still_to_come}: {asked}{due_last}.",
    (Kind.RESPONSE, Word.LATE): "After {trigger}, {found} came too late{due_was}.",
    (Kind.RESPONSE, Word.OVERDUE): "After {trigger}, {asked} has not happened yet{due_was}.",
    (Kind.RESPONSE, Word.CANNOT_TELL): (
        "It cannot be told whether the rule was followed after {trigger}."
    ),
    (Kind.ABSENCE, Word.KEPT): "{trigger} lay outside the time in which it is not allowed.",
    (Kind.ABSENCE, Word.EXCUSED): "An exception applies to {trigger}{excuse}.",
    (Kind.ABSENCE, Word.OPEN): "{asked}: this has not happened so far.",
    (Kind.REQUIREMENT, Word.KEPT): "{trigger} meets the requirement.",
    (Kind.REQUIREMENT, Word.EXCUSED): (
        "An exception to the requirement applies to {trigger}{excuse}."
    ),
    (Kind.POWER, Word.KEPT): "{trigger} was done by those who may.",
    (Kind.POWER, Word.EXCUSED): "An exception applies to {trigger}{excuse}.",
    (Kind.RECURRENCE, Word.KEPT): "{asked} came in time: {found}.",
    (Kind.SEPARATION, Word.KEPT): "Nobody did both: {both}.",
    (Kind.SEPARATION, Word.OPEN): "So far nobody did both: {both}. The trajectory still runs.",
    (Kind.THRESHOLD, Word.KEPT): "Counted {period}: {count} {asked}{distinct}. {limit}.",
    (Kind.THRESHOLD, Word.EXCUSED): "An exception applies to the number of {asked}{excuse}.",
    (Kind.THRESHOLD, Word.OPEN): ("Counted so far {period}: {count} {asked}{distinct}. {limit}."),
    (Kind.STAGE, Word.KEPT): "{trigger} fits in {stage}.",
    (Kind.STAGE_POWER, Word.KEPT): "{trigger} was done by those who decide in {stage}.",
    (Kind.LAW, Word.CANNOT_TELL): (
        "It cannot be told whether the rules of that day were followed for {trigger}."
    ),
}

# How a norm was broken, was kept too late, or is overdue.
BREACH: Mapping[How, str] = {
    How.MISSING: "{asked} did not happen{due_was}.",
    How.TOO_EARLY: "{trigger} came too early{allowed_from}.",
    How.TOO_LATE: "{found} came too late{due_was}.",
    How.OUT_OF_ORDER: "{trigger} did not come after {found_any}{had_to}.",
    How.AFTER_THE_END: "{trigger} happened after the trajectory had ended.",
    How.NO_POWER: "{trigger} was done by {actor}. It may be done only by {bearer}.",
    How.WRONG_ROLE: "{found} was not done by {bearer}, and so does not count.",
    How.NOT_PERMITTED_HERE: "{trigger} does not fit here.",
    How.FORBIDDEN: "{trigger} happened{when_forbidden}. {not_allowed}",
    How.REQUIREMENT_NOT_MET: "{trigger} does not meet the requirement that {requirement}.",
    How.SAME_PERSON: "This was done by the same person: {all_found}.",
    How.TOO_FEW: "Counted {period}: {count} {asked}{distinct}. {limit}.",
    How.TOO_MANY: "Counted {period}: {count} {asked}{distinct}. {limit}.",
    How.NOT_STATED: "{asked} did not happen and the trajectory is over. The text names no term.",
    How.VAGUE: (
        "{asked} did not happen in time and the trajectory is over. The text says only ‘{vague}’."
    ),
    How.NOT_RECORDED: "{asked} was not found. The source is not complete in this.",
    How.SUSPENDED: "{asked} did not happen. The term stood still.",
    How.STAGE_UNKNOWN: "{trigger} fits in no stage in which the trajectory can be.",
    How.CALENDAR_UNKNOWN: "{asked} was too late, whichever days were free{due_was}.",
    How.LAW_NOT_ENCODED: (
        "For {trigger} the rule was not followed, whichever version of the rules governs."
    ),
    How.REGIME_NOT_STATED: "{asked} was too late, even if the term moves on{due_was}.",
    How.ORDER_UNKNOWN: "{trigger} is wrong in every possible order.",
    How.DATE_UNKNOWN: "{trigger} is wrong, whichever date it was.",
    How.FACT_UNKNOWN: "{trigger} is wrong, whatever the unknown fact is.",
}

BREACH_BY_KIND: Mapping[tuple[Kind, Word, How], str] = {
    (Kind.PRECEDENCE, Word.BROKEN, How.MISSING): (
        "{trigger} happened, but this was not there yet: {asked}."
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.TOO_LATE): (
        "{found} came too late before {trigger}{due_was}{lead}."
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.TOO_EARLY): "{too_early}.",
    (Kind.PRECEDENCE, Word.BROKEN, How.WRONG_ROLE): (
        "{trigger} happened, but this was not there yet: {asked}. What another did does not "
        "count: {found}."
    ),
    (Kind.RESPONSE, Word.LATE, How.TOO_LATE): "After {trigger}, {found} came too late{due_was}.",
    (Kind.RESPONSE, Word.LATE, How.AFTER_THE_END): (
        "After {trigger} came {found}, but only after the end of the trajectory."
    ),
    (Kind.RESPONSE, Word.OVERDUE, How.MISSING): (
        "After {trigger}, {asked} has not happened yet{due_was}."
    ),
    (Kind.RESPONSE, Word.BROKEN, How.MISSING): (
        "After {trigger}, {asked} did not happen{due_was}. The trajectory is over."
    ),
    (Kind.RESPONSE, Word.OVERDUE, How.TOO_EARLY): (
        "After {trigger}, {asked} has not happened yet{due_was}. What came was too early and does "
        "not count."
    ),
    (Kind.RESPONSE, Word.BROKEN, How.TOO_EARLY): (
        "After {trigger}, {asked} did not happen{due_was}. What came was too early and does not "
        "count."
    ),
    (Kind.RESPONSE, Word.OVERDUE, How.WRONG_ROLE): (
        "After {trigger} came {found}, but not by {bearer}. So {asked} has not happened "
        "yet{due_was}."
    ),
    (Kind.RESPONSE, Word.BROKEN, How.WRONG_ROLE): (
        "After {trigger} came {found}, but not by {bearer}. The trajectory is over."
    ),
    (Kind.POWER, Word.BROKEN, How.NOT_PERMITTED_HERE): (
        "{trigger} goes further than is allowed. By {bearer} it may be done only if {requirement}."
    ),
    (Kind.RECURRENCE, Word.BROKEN, How.MISSING): (
        "After {trigger}, {asked} did not happen {again}in time{due_was}."
    ),
    (Kind.RECURRENCE, Word.OVERDUE, How.MISSING): (
        "After {trigger}, {asked} has not happened {again}yet{due_was}."
    ),
    (Kind.RECURRENCE, Word.LATE, How.TOO_LATE): "{found} came too late{due_was}.",
    (Kind.STAGE, Word.BROKEN, How.NOT_PERMITTED_HERE): "{trigger} {not_in_stage}.",
    (Kind.STAGE, Word.BROKEN, How.AFTER_THE_END): (
        "{trigger} happened after the trajectory had ended{in_stage}."
    ),
    (Kind.STAGE_POWER, Word.BROKEN, How.NO_POWER): (
        "{trigger} was done by {actor}. {who_decides}."
    ),
}

# Why something cannot be told, in terms of what is missing.
UNKNOWN: Mapping[How, str] = {
    How.MISSING: "it is not certain that {name} happened",
    How.TOO_EARLY: "it is not certain that {event} came too early",
    How.TOO_LATE: "it is not certain that {event} came too late",
    How.OUT_OF_ORDER: "it is not certain what came first",
    How.AFTER_THE_END: "it is not certain whether {event} came after the end",
    How.NO_POWER: "it is not certain whether {event} was done by those who may",
    How.WRONG_ROLE: "it is not known in which role {event} was done",
    How.NOT_PERMITTED_HERE: "it is not certain whether {event} is permitted here",
    How.FORBIDDEN: "it is not certain whether {event} was allowed",
    How.REQUIREMENT_NOT_MET: "it is not known whether {event} meets the requirement",
    How.SAME_PERSON: "it is not known which person did {event}",
    How.TOO_FEW: "it is not known how often this happened: {name}",
    How.TOO_MANY: "it is not known how often this happened: {name}",
    How.NOT_STATED: "the text of the rule does not say this{of_name}",
    How.VAGUE: "the text says only ‘{vague}’ and that is no fixed term",
    How.NOT_RECORDED: "the source does not record {name}; so whether it happened is not known",
    How.SUSPENDED: "the term stands still and has not resumed",
    How.STAGE_UNKNOWN: "it is not known in which stage the trajectory was{at_event}",
    How.CALENDAR_UNKNOWN: (
        "of the days that matter it is not known whether they are free, or when meetings are "
        "held{from_event}"
    ),
    How.LAW_NOT_ENCODED: "the rules in force on that day are not encoded here{of_name}",
    How.REGIME_NOT_STATED: (
        "the rule does not say whether a term that ends on a free day moves on, "
        "and here that makes a difference"
    ),
    How.ORDER_UNKNOWN: "the source does not say what came first",
    How.DATE_UNKNOWN: "the date of {event} is not known exactly",
    How.FACT_UNKNOWN: "{fact} is not known",
}

SUPPLIER: Mapping[How, str] = {
    **dict.fromkeys(How, "whoever keeps the file"),
    How.NOT_STATED: "whoever makes the rules",
    How.VAGUE: "whoever makes the rules",
    How.REGIME_NOT_STATED: "whoever makes the rules",
    How.CALENDAR_UNKNOWN: "whoever keeps the calendar",
    How.LAW_NOT_ENCODED: "whoever encodes these rules",
}

# What now: who can do what before when.
REPAIR: Mapping[Word, str] = {
    Word.KEPT: "",
    Word.EXCUSED: "",
    Word.NO_LONGER_DUE: "",
    Word.OPEN: "{needed}: {asked}{due_last}.",
    Word.LATE: ("It has been done. Do record why it was too late; that is up to {responsible}."),
    Word.OVERDUE: "{needed_now}: {asked}, as soon as possible. The term is already over.",
    Word.BROKEN: "Discuss with {responsible} how this can be put right.",
    Word.CANNOT_TELL: "Ask {suppliers}. After that this can be judged again.",
}

# What only should be, or is an aim, asks for an explanation: nothing has to be undone.
REPAIR_SOFT: Mapping[Kind, str] = {
    **dict.fromkeys(Kind, ""),
    **dict.fromkeys(
        (Kind.PRECEDENCE, Kind.ABSENCE, Kind.POWER, Kind.SEPARATION),
        "Ask {responsible} why it went this way, and what can still be done.",
    ),
}

REPAIR_BY_HOW: Mapping[tuple[Word, How], str] = {
    (Word.BROKEN, How.MISSING): "{needed_now}: {asked}.",
    (Word.BROKEN, How.TOO_EARLY): "This can be done over: {trigger_again}{again_from}.{who_can}",
    (Word.BROKEN, How.TOO_LATE): (
        "Record why it was too late; that is up to {responsible}. Put it right where possible."
    ),
    (Word.BROKEN, How.AFTER_THE_END): (
        "This trajectory is over. If more is needed, a new trajectory can start; that is up to "
        "{responsible}."
    ),
    (Word.BROKEN, How.NO_POWER): "This can be done over by those who may: {bearer}.",
    (Word.BROKEN, How.WRONG_ROLE): "{needed_now}: {asked}.",
    (Word.BROKEN, How.NOT_PERMITTED_HERE): "This is allowed only if {requirement}.",
    (Word.BROKEN, How.FORBIDDEN): "{undo}",
    (Word.BROKEN, How.REQUIREMENT_NOT_MET): (
        "This can be completed or done over by {completer}, so that {requirement}."
    ),
    (Word.BROKEN, How.SAME_PERSON): "One of both can be done over by somebody else.",
    (Word.BROKEN, How.TOO_FEW): "{still_counted}.",
    (Word.BROKEN, How.TOO_MANY): "See which can lapse; that is up to {responsible}.",
    (Word.BROKEN, How.NOT_STATED): "{needed_now}: {asked}.",
    (Word.CANNOT_TELL, How.SUSPENDED): "Ask {suppliers} whether the term runs again.",
    (Word.BROKEN, How.VAGUE): "{needed_now}: {asked}.",
}

REPAIR_BY_KIND: Mapping[tuple[Kind, Word, How], str] = {
    (Kind.PRECEDENCE, Word.BROKEN, How.MISSING): (
        "{needed_now}: {asked}. After that{gap} this can be done over: {trigger_again}.{who_can}"
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.OUT_OF_ORDER): (
        "This can be done over: {trigger_again}, but this time after {asked}{gap}.{who_can}"
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.TOO_LATE): (
        "This can be done over: {trigger_again}, {lead_again}{again_from}.{who_can}"
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.WRONG_ROLE): (
        "{needed_now}: {asked}. After that{gap} this can be done over: {trigger_again}.{who_can}"
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.TOO_FEW): (
        "{still_counted}. After that{gap} this can be done over: {trigger_again}.{who_can}"
    ),
    (Kind.PRECEDENCE, Word.BROKEN, How.TOO_EARLY): "{early_again}.{who_can}",
    (Kind.RESPONSE, Word.BROKEN, How.TOO_EARLY): "{needed_now}: {asked}.",
    (Kind.RESPONSE, Word.BROKEN, How.MISSING): (
        "The trajectory is over. This can still be done, but will be too late: {asked}."
    ),
    (Kind.THRESHOLD, Word.BROKEN, How.TOO_FEW): "{still_counted}.{count_again}",
    (Kind.STAGE, Word.BROKEN, How.NOT_PERMITTED_HERE): ("{possible}{right_stage}"),
    (Kind.POWER, Word.BROKEN, How.NOT_PERMITTED_HERE): (
        "Discuss with {responsible} what can still be done, and whether another may do this."
    ),
}

REPAIR_PLAIN_BY_KIND: Mapping[tuple[Kind, Word], str] = {
    (Kind.SEPARATION, Word.OPEN): "Do not let the same person do this: {both}.",
    (Kind.ABSENCE, Word.OPEN): "Wait with this: {asked}.",
    (Kind.THRESHOLD, Word.OPEN): "{still_counted}.",
}
