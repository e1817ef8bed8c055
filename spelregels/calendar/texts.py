"""The Dutch and English texts of the calendar: one table per kind of code, no logic.

Each entry is a pair: Dutch, English. ``{day}`` and the like are filled in by ``wording``.
"""

from __future__ import annotations

WEEKDAYS = (
    ("maandag", "Monday"),
    ("dinsdag", "Tuesday"),
    ("woensdag", "Wednesday"),
    ("donderdag", "Thursday"),
    ("vrijdag", "Friday"),
    ("zaterdag", "Saturday"),
    ("zondag", "Sunday"),
)
MONTHS = (
    ("januari", "January"),
    ("februari", "February"),
    ("maart", "March"),
    ("april", "April"),
    ("mei", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augustus", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
)
UNITS = {
    "dag": "day",
    "dagen": "days",
    "werkdag": "working day",
    "werkdagen": "working days",
    "week": "week",
    "weken": "weeks",
    "maand": "month",
    "maanden": "months",
    "jaar": "year",
}

# reason -> (what the day is in Dutch, in English, articles of the Atw)
FREE_DAYS = {
    "zaterdag": ("valt in het weekend", "is in the weekend", "1 lid 1"),
    "zondag": ("valt in het weekend", "is in the weekend", "1 lid 1"),
    "nieuwjaarsdag": ("is Nieuwjaarsdag", "is New Year's Day", "3 lid 1"),
    "goede_vrijdag": ("is Goede Vrijdag", "is Good Friday", "3 lid 2"),
    "tweede_paasdag": ("is Tweede Paasdag", "is Easter Monday", "3 lid 1"),
    "koningsdag": ("is Koningsdag", "is King's Day", "3 lid 1"),
    "koninginnedag": ("is Koninginnedag", "is Queen's Day", "3 lid 1"),
    "bevrijdingsdag": ("is 5 mei (Bevrijdingsdag)", "is 5 May (Liberation Day)", "3 lid 1"),
    "hemelvaartsdag": ("is Hemelvaartsdag", "is Ascension Day", "3 lid 1"),
    "tweede_pinksterdag": ("is Tweede Pinksterdag", "is Whit Monday", "3 lid 1"),
    "eerste_kerstdag": ("is Eerste Kerstdag", "is Christmas Day", "3 lid 1"),
    "tweede_kerstdag": ("is Tweede Kerstdag", "is Boxing Day", "3 lid 1"),
    "gelijkgesteld": (
        "is bij koninklijk besluit gelijkgesteld met een feestdag",
        "is put on a par with a holiday by royal decree",
        "3 lid 3",
    ),
    "gesloten": ("is een gesloten dag", "is a closed day", ""),
}

# step, or step + "." + a value of its detail -> sentence
STEPS = {
    "start.on": ("Er wordt gerekend vanaf {day}.", "Counting starts from {day}."),
    "start.back": ("Er wordt teruggeteld vanaf {day}.", "Counting goes back from {day}."),
    "first_day.same_day": (
        "Die dag telt mee: {day} is dag één.",
        "That day counts: {day} is day one.",
    ),
    "first_day.next_day": (
        "Die dag telt niet mee: dag één is {day}.",
        "That day does not count: day one is {day}.",
    ),
    "raw.on": ("Na {term} is de laatste dag {day}.", "After {term} the last day is {day}."),
    "raw.back": ("{term} terug is {day}.", "{term} back is {day}."),
    "raw.clear": (
        "{term} terug, en nog één dag omdat de dagen ertussen hele dagen moeten zijn, is {day}.",
        "{term} back, and one day more because the days in between must be whole days, is {day}.",
    ),
    "raw.none": ("Het gaat om de dag zelf: {day}.", "It is about the day itself: {day}."),
    "clamped": (
        "De maand waarin de termijn eindigt, heeft dat dagnummer niet. Daarom is gerekend met de "
        "laatste dag van die maand.",
        "The month in which the term ends has no such day number. So the last day of that month "
        "was used.",
    ),
    "extended.term": (
        "De termijn is verlengd met {term}: de laatste dag wordt {day}.",
        "The term was extended by {term}: the last day becomes {day}.",
    ),
    "extended.day": (
        "De termijn is verlengd: de laatste dag wordt {day}.",
        "The term was extended: the last day becomes {day}.",
    ),
    "suspended": (
        "De termijn stond {days} stil: de laatste dag wordt {day}.",
        "The term stood still for {days}: the last day becomes {day}.",
    ),
    "backwards_not_moved": (
        "Een termijn die terugtelt, schuift niet op, ook niet bij een weekend of feestdag "
        "(Algemene termijnenwet, artikel 1 lid 2).",
        "A term that is counted back is not moved, not even off a weekend or a holiday "
        "(Algemene termijnenwet, article 1 lid 2).",
    ),
    "regime_off.calendar": (
        "De Algemene termijnenwet geldt hier niet: de laatste dag blijft {day}.",
        "The Algemene termijnenwet does not apply here: the last day stays {day}.",
    ),
    "regime_off.same": (
        "Er staat niet of de Algemene termijnenwet geldt. Hier maakt dat niet uit: de laatste dag "
        "is {day}.",
        "It is not stated whether the Algemene termijnenwet applies. Here that makes no "
        "difference: the last day is {day}.",
    ),
    "regime_off.differs": (
        "Er staat niet of de Algemene termijnenwet geldt. Zonder die wet is de laatste dag {day}, "
        "met die wet {moved}.",
        "It is not stated whether the Algemene termijnenwet applies. Without that act the last "
        "day is {day}, with it {moved}.",
    ),
    "too_long_for_atw": (
        "Een termijn van {term} is te lang voor de Algemene termijnenwet (artikel 4): de laatste "
        "dag blijft {day}.",
        "A term of {term} is too long for the Algemene termijnenwet (article 4): the last day "
        "stays {day}.",
    ),
    "entry_into_force_not_moved": (
        "Een dag waarop regels gaan gelden, schuift niet op (Algemene termijnenwet, artikel 4): "
        "het blijft {day}.",
        "A day on which rules enter into force is not moved (Algemene termijnenwet, article 4): "
        "it stays {day}.",
    ),
    "free_day": (
        "{Free_day} {is}: de termijn loopt door ({articles}).",
        "{Free_day} {is}: the term runs on ({articles}).",
    ),
    "two_ordinary_days": (
        "Een termijn van drie dagen of meer moet twee gewone dagen bevatten (Algemene "
        "termijnenwet, artikel 2): {first} en {second}. De laatste dag wordt {day}.",
        "A term of three days or more must hold two ordinary days (Algemene termijnenwet, "
        "article 2): {first} and {second}. The last day becomes {day}.",
    ),
    "ordinary_day": (
        "{Day} is een gewone dag: dat is de laatste dag.",
        "{Day} is an ordinary day: that is the last day.",
    ),
    "meeting.on.first": (
        "De eerste vergadering in de kalender „{meetings}” minstens {not_before} later is op "
        "{day}.",
        'The first meeting in the calendar "{meetings}" at least {not_before} later is on {day}.',
    ),
    "meeting.on.next": (
        "De eerstvolgende vergadering in de kalender „{meetings}” is op {day}.",
        'The next meeting in the calendar "{meetings}" is on {day}.',
    ),
    "meeting.back.first": (
        "De laatste vergadering in de kalender „{meetings}” minstens {not_before} eerder is op "
        "{day}.",
        'The last meeting in the calendar "{meetings}" at least {not_before} earlier is on {day}.',
    ),
    "meeting.back.next": (
        "De vorige vergadering in de kalender „{meetings}” is op {day}.",
        'The previous meeting in the calendar "{meetings}" is on {day}.',
    ),
    "no_meeting_known.on": (
        "In de kalender „{meetings}” staat niet welke vergadering de eerste is. Op zijn vroegst is "
        "het {day}.",
        'The calendar "{meetings}" does not say which meeting is the first. At the earliest it '
        "is {day}.",
    ),
    "no_meeting_known.back": (
        "In de kalender „{meetings}” staat geen eerdere vergadering. Er is geen dag die zeker goed "
        "is.",
        'The calendar "{meetings}" holds no earlier meeting. There is no day that is surely good.',
    ),
    "calendar_date.on": (
        "Het gaat om de datum {date}: de laatste dag is {day}.",
        "It is about the date {date}: the last day is {day}.",
    ),
    "calendar_date.before": (
        "Het moet vóór {date}: de laatste dag is {day}.",
        "It must be before {date}: the last day is {day}.",
    ),
    "never_moved.meeting": (
        "De dag van een vergadering schuift niet op.",
        "The day of a meeting is not moved.",
    ),
    "never_moved.date": (
        "Een vaste datum schuift hier niet op.",
        "A fixed date is not moved here.",
    ),
    "never_moved.same_moment": ("Er loopt geen termijn.", "No term runs."),
    "decree_unknown": (
        "Niet alle gelijkgestelde dagen van dat jaar zijn bekend. Zeker goed is daarom pas {day}.",
        "Not all days put on a par by decree in that year are known. So only {day} is surely good.",
    ),
    "act_from.on": (
        "Wat op het einde van de termijn moet wachten, kan vanaf {day}.",
        "What has to wait for the end of the term can be done from {day}.",
    ),
    "act_from.back": ("Vanaf {day} is het te laat.", "From {day} it is too late."),
}

DOUBTS = {
    "calendar_unknown": (
        "Let op: de kalender is hier niet volledig bekend ({known}). De laatste dag kan later "
        "zijn: {latest}.",
        "Mind: the calendar is not fully known here ({known}). The last day may be later: "
        "{latest}.",
    ),
    "regime_not_stated": (
        "Let op: er staat niet of de Algemene termijnenwet geldt. De laatste dag is daarom niet "
        "zeker: op zijn laatst {latest}.",
        "Mind: it is not stated whether the Algemene termijnenwet applies. So the last day is "
        "not sure: at the latest {latest}.",
    ),
}
KNOWN_YEARS = (
    "gelijkgestelde dagen zijn bekend voor {spans}; vergaderingen alleen uit de opgegeven kalender",
    "days put on a par are known for {spans}; meetings only from the calendar given",
)
OR_LATER = ("of later; dat is niet bekend", "or later; that is not known")
OR_UNTIL = (
    "niet zeker: het kan ook later zijn, tot en met {latest}",
    "not sure: it may be later, up to and including {latest}",
)
NO_LATEST = ("er is geen grens bekend", "no limit is known")

QUESTIONS = {
    "atw_applies": (
        "Er staat niet of de Algemene termijnenwet op deze termijn geldt.",
        "It is not stated whether the Algemene termijnenwet applies to this term.",
    ),
    "article_2_private_wait": (
        "Artikel 2 maakt deze korte termijn langer. Het staat niet vast dat de Algemene "
        "termijnenwet ook geldt als een burger of bedrijf moet wachten.",
        "Article 2 makes this short term longer. It is not settled whether the Algemene "
        "termijnenwet also applies when a private party has to wait.",
    ),
    "postal_week": (
        "Het staat niet vast of de week voor de post zelf ook wordt verlengd door de Algemene "
        "termijnenwet.",
        "It is not settled whether the week for the post is itself lengthened by the Algemene "
        "termijnenwet.",
    ),
    "clear_days": (
        "Bij ‘ten minste zo veel dagen ervoor’ staat niet vast of het hele dagen moeten zijn.",
        "With ‘at least so many days before’ it is not settled whether these must be whole days.",
    ),
    "working_day_not_defined": (
        "De Algemene termijnenwet zegt niet wat een werkdag is. Wij tellen feestdagen, "
        "gelijkgestelde dagen en gesloten dagen niet mee.",
        "The Algemene termijnenwet does not say what a working day is. We do not count holidays, "
        "days put on a par with them, and closed days.",
    ),
    "missing_day_number": (
        "Wij vonden geen regel voor een maand die het dagnummer niet heeft. Wij rekenen met de "
        "laatste dag van de maand.",
        "We found no rule for a month without the day number. We use the last day of the month.",
    ),
    "date_as_term": (
        "Het staat niet vast of de Algemene termijnenwet ook een vaste datum opschuift. Wij "
        "schuiven die niet op.",
        "It is not settled whether the Algemene termijnenwet also moves a fixed date. We do not "
        "move it.",
    ),
    "closed_day": (
        "Op de laatste dag is het kantoor gesloten. De Algemene termijnenwet kent zulke dagen "
        "niet. Daarom loopt de termijn niet door.",
        "The office is closed on the last day. The Algemene termijnenwet does not know such days, "
        "so the term does not run on.",
    ),
    "article_4_together": (
        "De termijn en de verlenging zijn samen te lang voor de Algemene termijnenwet (artikel 4), "
        "apart niet. Wij kijken naar elk apart.",
        "The term and its extension together are too long for the Algemene termijnenwet "
        "(article 4), apart they are not. We look at each apart.",
    ),
    "older_atw_text": (
        "De tekst van de Algemene termijnenwet van vóór 10 oktober 2010 is niet gelezen. Wij "
        "rekenen met de tekst van die dag.",
        "The text of the Algemene termijnenwet before 10 October 2010 was not read. We use the "
        "text of that day.",
    ),
}

# "reading", or "question.reading" where the question needs words of its own
READINGS = {
    "calendar": ("zonder de Algemene termijnenwet", "without the Algemene termijnenwet"),
    "atw": ("met de Algemene termijnenwet", "with the Algemene termijnenwet"),
    "article_2": ("met artikel 1 en 2", "with articles 1 and 2"),
    "article_1": ("met alleen artikel 1", "with article 1 alone"),
    "not_clear": ("als dat niet hoeft, is de laatste dag", "if not, the last day is"),
    "clear": ("als dat wel moet", "if they must"),
    "working_day_not_defined.taken": ("zonder feestdagen", "holidays left out"),
    "working_day_not_defined.other": (
        "elke maandag tot en met vrijdag telt",
        "every Monday to Friday counts",
    ),
    "missing_day_number.taken": ("de laatste dag van de maand", "the last day of the month"),
    "missing_day_number.other": ("een dag later", "a day later"),
    "date_as_term.taken": ("een datum schuift niet op", "a date is not moved"),
    "date_as_term.other": ("een datum schuift op als een termijn", "a date is moved like a term"),
    "closed_day.taken": ("gesloten dagen tellen niet", "closed days do not matter"),
    "closed_day.other": ("een gesloten dag is als een feestdag", "a closed day is like a holiday"),
    "article_4_together.taken": ("elk apart bekeken", "each looked at apart"),
    "article_4_together.other": ("samen bekeken", "looked at together"),
}
