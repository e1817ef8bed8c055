"""What a finding says, word for word (issue 1.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from spelregels.calendar import reckon
from spelregels.model.finding import Finding
from spelregels.model.problem import Position
from spelregels.model.trajectory import When
from spelregels.model.verdict import Unknown, Verdict
from spelregels.model.words import Certainty, How, Kind, Precision, Regime, Word
from spelregels.report.findings import FindingMaker
from spelregels.report.layout import Style
from spelregels.report.names import Names
from spelregels.report.text import finding_text, report_text

from .hand import (
    EVENTS,
    RULESET,
    TRAJECTORY,
    TWO_WEEKS,
    WRONG_DATES,
    checked,
    due,
    event,
    report,
    verdict,
)

PLAIN = Style()
FEBRUARY_24 = date(2026, 2, 24)
TOO_LATE = verdict(
    Kind.PRECEDENCE,
    Word.BROKEN,
    how=How.TOO_LATE,
    trigger="e2",
    day=date(2026, 3, 10),
    due=FEBRUARY_24,
    due_latest=FEBRUARY_24,
    act="informatie.gegeven",
    evidence=("e1",),
    reckoning=reckon(date(2026, 3, 10), TWO_WEEKS, regime=Regime.CALENDAR, backwards=True),
)
OVERDUE = verdict(
    Kind.RESPONSE,
    Word.OVERDUE,
    how=How.MISSING,
    trigger="e3",
    day=date(2026, 4, 20),
    due=date(2026, 6, 1),
    due_latest=date(2026, 6, 1),
    act="reactie.gegeven",
    reckoning=due(date(2026, 4, 20)),
)


def said(one: Verdict, language: str = "nl") -> str:
    maker = FindingMaker(RULESET, language)
    finding = maker.of(checked(one))[0]
    words = Names.of(RULESET, language).words
    return "\n".join(finding_text(finding, maker, words, PLAIN)) + "\n"


def finding(one: Verdict, language: str = "nl") -> Finding:
    return FindingMaker(RULESET, language).of(checked(one))[0]


def test_a_late_preparation_in_dutch() -> None:
    """Norm, article, source, confidence, bearer, dates, ids, how, arithmetic, effect, what now."""
    assert (
        said(TOO_LATE)
        == """\
GESCHONDEN (te laat)  informatie-vooraf: bewoners weten het twee weken vooraf
  Bron      Spelregels wijkplatform, artikel 4.1 (de tekst zelf is gelezen)
            https://voorbeeldstad.example/spelregels
  Regel     Vóór ‘raadpleging geopend’ moet er eerst zijn: ‘informatie gegeven’ door het
            college, minstens 2 weken eerder.
  Wie       Het college
  Gebeurd   1 maart 2026: ‘informatie gegeven’ (e1), door het college
            10 maart 2026: ‘raadpleging geopend’ (e2), door het college
  Dus       ‘informatie gegeven’ (e1, 1 maart 2026) kwam te laat vóór ‘raadpleging geopend’ (e2,
            10 maart 2026): dat moest uiterlijk op 24 februari 2026. De tijd ertussen moet
            minstens 2 weken zijn.
  Rekenen   Er wordt teruggeteld vanaf dinsdag 10 maart 2026.
            Die dag telt niet mee: dag één is maandag 9 maart 2026.
            2 weken terug is dinsdag 24 februari 2026.
            Een termijn die terugtelt, schuift niet op, ook niet bij een weekend of feestdag
            (Algemene termijnenwet, artikel 1 lid 2).
            Vanaf woensdag 25 februari 2026 is het te laat.
            Bij ‘ten minste zo veel dagen ervoor’ staat niet vast of het hele dagen moeten zijn.
            Als dat niet hoeft, is de laatste dag: dinsdag 24 februari 2026; als dat wel moet:
            maandag 23 februari 2026.
  Gevolg    Dit kan worden hersteld.
  Wat nu    Dit kan worden overgedaan: ‘raadpleging geopend’ door het college, minstens 2 weken
            na ‘informatie gegeven’ (e1, 1 maart 2026), op zijn vroegst op 15 maart 2026.
"""
    )


def test_an_overdue_answer_in_english() -> None:
    """The same in English, with the confidence of law that was not read itself."""
    assert (
        said(OVERDUE, "en")
        == """\
OVERDUE, NOT DONE YET  reactie-op-advies
  Source    Spelregels wijkplatform, article 6 (derived from the text)
            https://voorbeeldstad.example/spelregels
  Rule      After ‘advies uitgebracht’ there must come: ‘reactie gegeven’ by the executive,
            within 6 weeks. These two belong together if the second names the first under
            ‘antwoord op’.
  Who       The executive
  Happened  20 April 2026: ‘advies uitgebracht’ (e3), by the wijkplatform
  So        After ‘advies uitgebracht’ (e3, 20 April 2026), ‘reactie gegeven’ by the executive
            has not happened yet: that had to be on 1 June 2026 at the latest.
  Dates     Counting starts from Monday 20 April 2026.
            That day does not count: day one is Tuesday 21 April 2026.
            After 6 weeks the last day is Monday 1 June 2026.
            Monday 1 June 2026 is an ordinary day: that is the last day.
  What now  Needed now: ‘reactie gegeven’ by the executive, as soon as possible. The term is
            already over.
"""
    )


def test_a_decision_by_the_wrong_body() -> None:
    """Findings of the machine carry `@power`, the stage, and who decides there (issue 1.6)."""
    one = verdict(
        Kind.STAGE_POWER,
        Word.BROKEN,
        how=How.NO_POWER,
        trigger="e4",
        day=date(2026, 5, 1),
        stage="open",
        act="besluit.genomen",
    )
    made = finding(one)
    assert (made.norm, made.bearer, made.confidence) == ("@power", "raad", None)
    assert made.message == (
        "‘besluit genomen’ (e4, aangenomen, 1 mei 2026) is gedaan door het college. "
        "De beslissing in de fase ‘bewoners praten mee’ ligt bij de raad."
    )
    assert made.repair == "Dit kan worden overgedaan door wie het wel mag: de raad."


def test_a_person_is_never_named() -> None:
    """`by: jansen` acted as the college: the report says the college (privacy)."""
    assert EVENTS[0].by == "jansen"
    whole = "\n".join(report_text(report(TOO_LATE), "nl", PLAIN))
    assert "jansen" not in whole
    assert "door het college" in whole


def test_a_role_that_the_header_fills_in_is_named() -> None:
    """`bevoegd_orgaan` is bound by the header: the report names the council."""
    names = Names.of(RULESET, "nl", TRAJECTORY)
    assert names.role("bevoegd_orgaan") == "de raad"
    assert Names.of(RULESET, "nl").role("bevoegd_orgaan") == "het bevoegd orgaan"


@pytest.mark.parametrize(
    ("role", "said_as"),
    [("college", "het college"), ("wijkraad", "de wijkraad"), ("bewoners", "de bewoners")],
)
def test_dutch_articles(role: str, said_as: str) -> None:
    """Read aloud: het college, de raad, de bewoners."""
    assert Names.of(RULESET, "nl").role(role) == said_as


@pytest.mark.parametrize(
    ("precision", "minute", "text"),
    [
        (Precision.DAY, None, "4 juni 2026"),
        (Precision.MINUTE, 14 * 60 + 5, "4 juni 2026 om 14:05 uur"),
        (Precision.MONTH, None, "juni 2026"),
        (Precision.YEAR, None, "2026"),
        (Precision.UNKNOWN, None, "dag onbekend"),
    ],
)
def test_dates_say_no_more_than_is_known(
    precision: Precision, minute: int | None, text: str
) -> None:
    """A month is a month: never the first day of it (M2)."""
    names = Names.of(RULESET, "nl", TRAJECTORY)
    assert names.when(When(precision, date(2026, 6, 4), minute)) == text


def test_an_inferred_date_is_said_to_be_one() -> None:
    """A verdict resting on an inferred date says so."""
    shaky = replace(event(1, "informatie.gegeven", date(2026, 3, 1)), certainty=Certainty.INFERRED)
    log = replace(TRAJECTORY, events=(shaky, *EVENTS[1:]))
    one = replace(TOO_LATE, inferred=True)
    made = FindingMaker(RULESET, "nl").of(checked(one, trajectory=log))[0]
    assert made.notes == ("Dit rust op een datum die is afgeleid, niet gezien.",)
    assert made.happened[0].endswith("(datum afgeleid, niet gezien)")


def test_two_possible_last_days_are_both_said() -> None:
    """Where the regime is not stated, both last days are given, none chosen (1.3)."""
    one = replace(OVERDUE, due=date(2026, 5, 23), due_latest=date(2026, 5, 26))
    assert "23 mei 2026 (misschien later, maar niet na 26 mei 2026)" in finding(one).message


def test_the_place_is_that_of_the_trigger() -> None:
    """`location` points into the input, so that an editor can jump there."""
    assert finding(TOO_LATE).location == Position("traject.yaml", 12, 5)
    assert finding(replace(TOO_LATE, trigger="")).location == Position("traject.yaml", 1, 1)


def test_a_moment_of_a_term_is_said_in_words() -> None:
    """A trigger `zienswijzetermijn.verstreken` is the end of that term."""
    one = replace(OVERDUE, trigger="zienswijzetermijn.verstreken")
    assert "het einde van de ‘zienswijzetermijn’ (20 april 2026)" in finding(one).message


def test_the_worst_comes_first() -> None:
    """Broken, overdue, late, cannot tell, open; then by day."""
    open_ = replace(OVERDUE, word=Word.OPEN, how=None)
    unknown = replace(OVERDUE, word=Word.CANNOT_TELL, unknowns=(Unknown(How.DATE_UNKNOWN, "e3"),))
    made = FindingMaker(RULESET, "nl").of(checked(open_, unknown, OVERDUE, TOO_LATE))
    words = [one.verdict for one in made]
    assert words == [Word.BROKEN, Word.OVERDUE, Word.CANNOT_TELL, Word.OPEN]


def test_a_whole_report_ends_with_what_people_must_judge_and_no_advice() -> None:
    """Kept norms are counted, statements asked, data errors apart, and no advice is given."""
    kept = verdict(Kind.PRECEDENCE, Word.KEPT, trigger="e2", evidence=("e1",))
    one = report(TOO_LATE, kept, kept)
    log = replace(one.checked[0].trajectory, data_errors=(WRONG_DATES,))
    one = replace(one, checked=(replace(one.checked[0], trajectory=log),))
    lines = list(report_text(one, "nl", PLAIN))
    whole = "\n".join(lines)
    assert lines[:2] == [
        "Traject haven — Nieuwe speelplek",
        "Getoetst aan ‘Spelregels wijkplatform Voorbeeldstad’ op 31 december 2026 (uit het "
        "traject).",
    ]
    assert "Nagekomen (2): informatie-vooraf (2×)." in lines
    assert "  Het einde ligt vóór het begin. (e2)" in lines
    assert "We gaan ervan uit dat dit niet is" in whole
    assert "afspiegeling: Het wijkplatform is een redelijke afspiegeling" in whole
    assert "1× geschonden, 2× nagekomen, 1× fout in de gegevens" in whole.replace("\n", " ")
    assert lines[-1] == "Dit is geen juridisch advies."


def test_text_from_a_file_cannot_steer_the_terminal() -> None:
    """An escape sequence in a title is shown as a mark, never sent (1.9)."""
    log = replace(TRAJECTORY, title="\x1b[2Jweg")
    one = replace(report(TOO_LATE), checked=(checked(TOO_LATE, trajectory=log),))
    assert "\x1b" not in "\n".join(report_text(one, "nl", PLAIN))


def test_colour_only_when_asked() -> None:
    """Meaning never hangs on colour: the words are the same without it."""
    coloured = "\n".join(report_text(report(TOO_LATE), "nl", Style(colour=True)))
    plain = "\n".join(report_text(report(TOO_LATE), "nl", PLAIN))
    assert "\x1b[1;31mGESCHONDEN" in coloured
    for code in ("\x1b[1;31m", "\x1b[1m", "\x1b[33m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_one_missing_fact_is_told_once() -> None:
    """Three norms that hang on one missing fact: one paragraph that names all three."""
    unknown = (Unknown(How.NOT_RECORDED, "", "raadpleging.gesloten"),)
    hanging = [
        verdict(kind, Word.CANNOT_TELL, how=How.NOT_RECORDED, unknowns=unknown, trigger="e4")
        for kind in (Kind.PRECEDENCE, Kind.RESPONSE, Kind.ABSENCE)
    ]
    whole = " ".join(" ".join(report_text(report(*hanging), "nl", PLAIN)).split())
    assert whole.count("De bron houdt ‘raadpleging gesloten’ niet bij") == 1
    assert "NIET TE ZEGGEN 3 keer om dezelfde reden" in whole
    for norm in ("informatie-vooraf", "reactie-op-advies", "geen-besluit-tijdens-inspraak"):
        assert norm in whole
    assert "(Spelregels wijkplatform, artikel 4.1)" in whole
    assert whole.count("Vraag dit na bij wie het dossier bijhoudt.") == 1


def test_different_reasons_stay_apart() -> None:
    """Grouping never hides a second reason."""
    verdicts = [
        verdict(Kind.REQUIREMENT, Word.CANNOT_TELL, how=How.FACT_UNKNOWN, unknowns=(u,))
        for u in (Unknown(How.FACT_UNKNOWN, "e3", "zwaar"), Unknown(How.DATE_UNKNOWN, "e4"))
    ]
    whole = " ".join(" ".join(report_text(report(*verdicts), "nl", PLAIN)).split())
    assert "‘zwaar’ van ‘advies uitgebracht’ (e3, 20 april 2026) is niet bekend" in whole
    assert "De datum van ‘besluit genomen’" in whole
    assert "dezelfde reden" not in whole


def test_the_far_end_of_an_unknown_is_no_date() -> None:
    """A term that may have begun at any time has no first day: none is printed or reckoned."""
    year_one = date(1, 2, 12)
    one = replace(
        OVERDUE,
        word=Word.CANNOT_TELL,
        trigger="zienswijzetermijn.verstreken",
        day=year_one,
        reckoning=due(year_one),
        unknowns=(Unknown(How.NOT_RECORDED, "", "terinzagelegging.begonnen"),),
    )
    made = finding(one)
    assert (made.day, made.dates, made.happened) == (None, (), ())
    assert " 1 " not in made.message
