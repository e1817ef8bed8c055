"""Rulesets side by side (issue 4.4): who decides, terms, thresholds, money, what is left open, and
where the own text is silent while others speak."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner, Result

from spelregels.compare import Topic, chosen, compare, of_kind
from spelregels.compare.grid import rows
from spelregels.compare.kinds import KINDS
from spelregels.compare.page import comparison_page
from spelregels.compare.sheet import RISKY, comparison_book, comparison_csv, harmless
from spelregels.compare.text import comparison_text
from spelregels.compare.topics import Comparison, Gap
from spelregels.compare.words import FRAMES, GAPS, SHORT, TOPICS
from spelregels.language import load_ruleset
from spelregels.language.library import shipped_ids
from spelregels.model.problem import InputRefused
from spelregels.model.ruleset import Ruleset
from spelregels.report.layout import Style

COLUMNS = 100

OURS = """
spelregels: "1"
id: onze/wijkbudget
title: Ons wijkbudget
regulatory_layer: WIJKSPELREGELS
valid_from: not_stated
governs: not_stated
sources: {r: {title: Regels}}
roles:
  wijkplatform: {kind: residents}
  college: {kind: authority}
acts:
  budget.aangevraagd: {attributes: {bedrag: money}}
  budget.toegekend: {decision: true}
  advies.uitgebracht:
  reactie.gegeven:
norms:
  - {id: antwoord, article: [r, "1"], after: advies.uitgebracht, must: reactie.gegeven,
     by: not_stated, within: not_stated}
  - {id: sfeer, article: [r, "2"], statement: Het plan past in de wijk., judged_by: wijkplatform}
"""
THEIRS = """
spelregels: "1"
id: {name}/wijkbudget
title: "{title}"
regulatory_layer: WIJKSPELREGELS
valid_from: 2024-01-01
valid_to: 2025-12-31
governs: not_stated
sources: {{r: {{title: Regels}}}}
roles:
  wijkplatform: {{kind: residents}}
  college: {{kind: authority}}
acts:
  budget.aangevraagd: {{attributes: {{bedrag: money, leden: integer}}}}
  budget.toegekend: {{decision: true}}
  advies.uitgebracht:
  reactie.gegeven:
  steunbetuiging.gedaan: {{attributes: {{persoon: person}}}}
norms:
  - {{id: wie, article: [r, "1"], may: budget.toegekend, by: wijkplatform, exclusive: true}}
  - {{id: antwoord, article: [r, "2"], after: advies.uitgebracht, must: reactie.gegeven,
     by: college, within: {weeks} weken}}
  - {{id: steun, article: [r, "3"], count: steunbetuiging.gedaan, distinct: persoon, at_least: 25,
     before: budget.aangevraagd}}
  - {{id: som, article: [r, "4"], upon: budget.aangevraagd,
     require: {{bedrag: {{at_most: 5000}}, leden: {{at_least: 3}}}}}}
  - {{id: raad, article: [r, "5"], before: budget.toegekend,
     must: {{act: advies.uitgebracht, by: college}}}}
"""


def made(folder: Path, name: str, text: str) -> Ruleset:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return load_ruleset(path)


def theirs(folder: Path, name: str, weeks: int, title: str = "Wijkbudget") -> Ruleset:
    return made(folder, name, THEIRS.format(name=name, weeks=weeks, title=title))


@pytest.fixture
def neighbours(tmp_path: Path) -> Comparison:
    """Our text, and two that say more."""
    others = [theirs(tmp_path, "noord", 4), theirs(tmp_path, "zuid", 6)]
    return compare(others, own=made(tmp_path, "ons", OURS))


def said(comparison: Comparison, topic: Topic, language: str = "nl") -> dict[str, list[list[str]]]:
    found = (row for row in rows(comparison, language) if row.topic is topic)
    return {row.subject: [[line.text for line in cell] for cell in row.cells] for row in found}


# -- what is laid side by side --------------------------------------------------------------------


def test_who_decides(neighbours: Comparison) -> None:
    """4.4: the decider of each text, ours first."""
    wijkplatform = ["het wijkplatform, en niemand anders: ‘budget toegekend’"]
    assert said(neighbours, Topic.DECIDES) == {"budget": [[], wijkplatform, wijkplatform]}


def test_who_advises(neighbours: Comparison) -> None:
    """4.4: whose advice comes first."""
    line = ["vóór ‘budget toegekend’: ‘advies uitgebracht’ door het college"]
    assert said(neighbours, Topic.ADVISES) == {"advies": [[], line, line]}


def test_terms_and_a_term_left_open(neighbours: Comparison) -> None:
    """4.4: terms side by side; an open one says that it is open."""
    assert said(neighbours, Topic.TERM)["reactie"] == [
        ["‘reactie gegeven’ na ‘advies uitgebracht’: geen termijn genoemd"],
        ["‘reactie gegeven’: binnen 4 weken na ‘advies uitgebracht’"],
        ["‘reactie gegeven’: binnen 6 weken na ‘advies uitgebracht’"],
    ]


def test_thresholds_and_money(neighbours: Comparison) -> None:
    """4.4: counts, numbers in conditions, amounts."""
    numbers = said(neighbours, Topic.THRESHOLD)
    assert numbers["steunbetuiging"][1] == ["‘steunbetuiging gedaan’: ten minste 25"]
    assert numbers["leden"][1] == ["‘leden’ is minstens 3"]
    assert said(neighbours, Topic.MONEY)["bedrag"][2] == ["‘bedrag’ is hoogstens 5.000 euro"]


FIGURES = """
facts: {inwoners: integer}
norms:
  - {id: deel, count: budget.aangevraagd, at_least: {lowest_of: [{share: 1%, of: inwoners}, 125]}}
  - {id: som, count: budget.aangevraagd, sum: bedrag, at_most: {share: 1/2, of: inwoners}}
  - {id: plafond, count: budget.aangevraagd, sum: bedrag, at_most: 1000.50}
"""


@pytest.mark.parametrize(
    ("language", "numbers", "money"),
    [
        (
            "nl",
            ["‘budget aangevraagd’: ten minste het laagste van 1% van ‘inwoners’ en 125"],
            [
                "‘budget aangevraagd’: ‘bedrag’ in totaal hoogstens 1.000,50 euro",
                "‘budget aangevraagd’: ‘bedrag’ in totaal hoogstens 50% van ‘inwoners’",
            ],
        ),
        (
            "en",
            ["‘budget aangevraagd’: at least the lowest of 1% of ‘inwoners’ and 125"],
            [
                "‘budget aangevraagd’: ‘bedrag’ at most 1,000.50 euro in all",
                "‘budget aangevraagd’: ‘bedrag’ at most 50% of ‘inwoners’ in all",
            ],
        ),
    ],
)
def test_numbers_that_are_worked_out(
    language: str, numbers: list[str], money: list[str], tmp_path: Path
) -> None:
    """4.4: a share or the lowest of two is told in words; an amount that is added up is money."""
    text = OURS.partition("norms:")[0] + FIGURES
    found = compare([made(tmp_path, "ons", text)])
    assert said(found, Topic.THRESHOLD, language)["budget"] == [numbers]
    assert sorted(said(found, Topic.MONEY, language)["bedrag"][0]) == sorted(money)


def test_what_is_left_open(neighbours: Comparison) -> None:
    """4.4: holes: the bearer, the term, and a norm that somebody must judge."""
    open_ = said(neighbours, Topic.OPEN)
    assert open_["reactie"][0] == [
        "‘reactie gegeven’: wie dit moet doen, staat er niet",
        "‘reactie gegeven’: geen termijn genoemd",
    ]
    assert open_["open norm"][0] == ["Het plan past in de wijk. (oordeelt: het wijkplatform)"]


def test_where_ours_is_silent(neighbours: Comparison) -> None:
    """4.4: what two others say and ours does not; and what ours leaves open and one other says."""
    found = {(one.topic, one.subject): one.gap for one in neighbours.silences}
    assert found == {
        (Topic.DECIDES, "budget"): False,
        (Topic.ADVISES, "advies"): False,
        (Topic.TERM, "reactie"): True,
        (Topic.THRESHOLD, "leden"): False,
        (Topic.THRESHOLD, "steunbetuiging"): False,
        (Topic.MONEY, "bedrag"): False,
    }


def test_one_neighbour_is_not_enough(tmp_path: Path) -> None:
    """4.4: what only one other says is no silence of ours, save where ours leaves it open."""
    found = compare([theirs(tmp_path, "noord", 4)], own=made(tmp_path, "ons", OURS)).silences
    assert [(one.topic, one.subject) for one in found] == [(Topic.TERM, "reactie")]


def test_no_silence_without_an_own_text(tmp_path: Path) -> None:
    found = compare([made(tmp_path, "ons", OURS), theirs(tmp_path, "noord", 4)])
    assert not found.own
    assert not found.silences


def test_the_own_text_among_the_others_stands_there_once(tmp_path: Path) -> None:
    ours = made(tmp_path, "ons", OURS)
    found = compare([theirs(tmp_path, "noord", 4), ours], own=ours)
    assert [column.label for column in found.columns] == ["onze", "noord"]


def test_a_town_with_two_texts_is_told_apart() -> None:
    """4.4: the name of a town is enough, save where it has two texts here."""
    names = ("heerlen/burgerinitiatief", "heerlen/burgerinitiatief-oudere-pagina",
             "weert/burgerinitiatief")  # fmt: skip
    found = compare([loaded(f"gemeenten/{name}") for name in names])
    assert [column.label for column in found.columns] == [*names[:2], "weert"]


DEMANDS = """
facts: {omvang: {one_of: [klein, groot]}}
norms:
  - {id: lid, upon: budget.aangevraagd, require: {leden: present, bedrag: {at_most: 5000}}}
  - {id: keuze, upon: budget.aangevraagd,
     require: {any_of: [{leden: {at_least: 9}}, {bedrag: {at_most: 100}}]}}
  - {id: aantal, applies: {omvang: groot}, count: budget.aangevraagd, where: {leden: {at_least: 2}},
     at_most: 3}
"""


def test_other_demands_choices_and_when_they_hold(tmp_path: Path) -> None:
    """4.4: a demand without a number has its own topic; a choice is told as a whole, with every
    number that is in it; what is counted says what counts, and when."""
    text = OURS.partition("norms:")[0].replace("{bedrag: money}", "{bedrag: money, leden: integer}")
    found = compare([made(tmp_path, "ons", text + DEMANDS)])
    choice = (
        "‘budget aangevraagd’: alleen als ‘leden’ minstens 9 is of ‘bedrag’ hoogstens 100 euro is"
    )
    assert said(found, Topic.DEMANDS)["leden"] == [
        ["‘budget aangevraagd’: alleen als ‘leden’ is ingevuld"]
    ]
    assert said(found, Topic.MONEY)["bedrag"] == [["‘bedrag’ is hoogstens 5.000 euro", choice]]
    assert choice in said(found, Topic.THRESHOLD)["leden"][0]
    assert said(found, Topic.THRESHOLD)["budget"] == [
        [
            "‘budget aangevraagd’, als ‘leden’ minstens 2 is: hoogstens 3 "
            "(als ‘omvang’ gelijk is aan ‘groot’)"
        ]
    ]


def test_a_bar_that_others_have_is_missed(tmp_path: Path) -> None:
    """4.3, D48: no councillor in two texts, and not seen in ours."""
    names = ("haarlem/wijkraden-2015", "hulst/wijk-en-dorpsraden-2020")
    own = loaded("gemeenten/haarlem/wijkraden-2021")
    found = compare([loaded(f"gemeenten/{name}") for name in names], own=own)
    assert (Topic.DEMANDS, "raadslid") in {(one.topic, one.subject) for one in found.silences}


def test_what_only_an_authority_may_do_is_deciding(tmp_path: Path) -> None:
    """4.4: under *who may take part* stand people, not organs of the municipality."""
    power = "  budget.ingetrokken:\nnorms:\n  - {id: stop, may: budget.ingetrokken, by: college}\n"
    found = compare([made(tmp_path, "ons", OURS.partition("norms:")[0] + power)])
    assert not said(found, Topic.ENTITLED)
    assert said(found, Topic.DECIDES) == {"budget": [["het college: ‘budget ingetrokken’"]]}


def test_only_some_topics_and_only_what_is_shared(tmp_path: Path) -> None:
    """4.4: filter by topic; leave out what one text alone speaks of."""
    texts = [made(tmp_path, "ons", OURS), theirs(tmp_path, "noord", 4)]
    found = compare(texts, topics=[Topic.TERM, Topic.THRESHOLD], shared=True)
    assert found.subjects == ((Topic.TERM, ("reactie",)), (Topic.THRESHOLD, ()))
    assert any("niets waar twee" in line for line in comparison_text(found, "nl", Style()))


def test_words_of_one_stem_lie_side_by_side() -> None:
    """A count of ``steunbetuiging.gedaan`` beside a number of ``steunbetuigingen``."""
    texts = [loaded(f"gemeenten/{name}") for name in ("weert/burgerinitiatief",
             "smallingerland/buurtbudget")]  # fmt: skip
    (support,) = [
        cells for subject, cells in said(compare(texts), Topic.THRESHOLD).items()
        if subject == "steunbetuiging"
    ]  # fmt: skip
    assert all(support)


# -- all shipped texts ----------------------------------------------------------------------------


@cache
def loaded(id_: str) -> Ruleset:
    return load_ruleset(id_)


def ids() -> list[str]:
    return [id_ for id_ in shipped_ids() if id_.startswith("gemeenten/")]


@cache
def municipal(step: int) -> Comparison:
    """One of every so many municipal texts beside one of them."""
    return compare(list(map(loaded, ids()[::step])), own=loaded("gemeenten/enschede/wijkbudget"))


STEPS = [pytest.param(4), pytest.param(1, marks=pytest.mark.long)]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_municipal_text_can_be_told(language: str, step: int) -> None:
    """4.4: every entry of the shipped texts has its line, and no line is empty."""
    for row in rows(municipal(step), language):
        assert row.subject
        for cell in row.cells:
            assert all(line.text and "{" not in line.text for line in cell), (row, cell)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_wide_tables_fit_a_terminal(language: str, step: int) -> None:
    """4.4: many texts side by side still read in a hundred columns."""
    lines = list(comparison_text(municipal(step), language, Style()))
    assert not [line for line in lines if len(line) > COLUMNS]


def test_every_kind_is_found_under_its_other_names() -> None:
    """4.4: filter by kind, under any of the words people use for it."""
    one = loaded("gemeenten/enschede/wijkbudget")
    texts = [
        replace(one, id=id_, files=(replace(one.own, id=id_, title={"nl": ""}),)) for id_ in ids()
    ]
    assert not [kind for kind in KINDS if not of_kind(texts, [kind])]
    names = {text.id.rpartition("/")[2] for text in of_kind(texts, ["wijkbudget"])}
    assert {"wijkbudget", "buurtbudget", "wijk-en-dorpsbudget"} <= names


def test_a_form_is_a_kind_too() -> None:
    texts = [
        loaded("gemeenten/enschede/wijkbudget"),
        loaded("gemeenten/hellendoorn/burgerinitiatief"),
    ]
    assert [one.id for one in of_kind(texts, ["verordening"])] == [texts[1].id]


def test_an_unknown_kind_is_refused_with_what_there_is() -> None:
    with pytest.raises(InputRefused) as refused:
        of_kind([loaded("gemeenten/enschede/wijkbudget")], ["wijkbuget"])
    (problem,) = refused.value.problems
    assert "wijkbudget" in problem.expected_nl
    assert problem.suggestion == "wijkbudget"


# -- words ----------------------------------------------------------------------------------------


def test_both_languages_say_the_same_things() -> None:
    """Every frame exists in Dutch and English, with the same places to fill."""
    for tables in (FRAMES, GAPS, SHORT, TOPICS):
        assert tables["nl"].keys() == tables["en"].keys()
    for key, frame in FRAMES["nl"].items():
        assert places(frame) == places(FRAMES["en"][key]), key
    assert set(TOPICS["nl"]) == set(Topic)
    assert set(GAPS["nl"]) == set(Gap)


def places(frame: str) -> set[str]:
    return {part.split("}")[0] for part in frame.split("{")[1:]}


# -- formats --------------------------------------------------------------------------------------

EVIL = "=cmd|' /C calc'!A0 <script>alert(1)</script>"


@pytest.fixture
def evil(tmp_path: Path) -> Comparison:
    ours = OURS.replace("Het plan past in de wijk.", f'"{EVIL}"')
    return compare([theirs(tmp_path, "noord", 4, EVIL), made(tmp_path, "ons", ours)])


def test_no_cell_of_a_csv_is_a_formula(evil: Comparison) -> None:
    """4.4: text of a ruleset is never taken for a formula by a spreadsheet."""
    assert all(harmless(f"{sign}1+1").startswith("'") for sign in RISKY)
    assert harmless(" =1").startswith("'")
    read = list(csv.reader(StringIO(comparison_csv(evil, "nl").lstrip("\ufeff")), delimiter=";"))
    assert not [cell for row in read for cell in row if cell.startswith(RISKY)]
    assert any(cell.startswith("'=cmd") for row in read for cell in row)
    assert {len(row) for row in read} == {4}


def test_no_cell_of_a_workbook_is_a_formula(evil: Comparison) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    from spelregels.doors.workbook_xlsx import xlsx_bytes

    book = openpyxl.load_workbook(BytesIO(xlsx_bytes(comparison_book(evil, "nl"))))
    assert book.sheetnames == ["Regels naast elkaar", "In één blik", "De teksten"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(str(cell.value).startswith("=cmd") for cell in cells)  # shown as it is


def test_a_page_holds_no_script(evil: Comparison) -> None:
    """4.4: one self-contained page; text from a ruleset is text."""
    page = comparison_page(evil, "nl")
    assert "<script" not in page.lower().replace("&lt;script", "")
    ElementTree.fromstring(page.partition("\n")[2])  # well-formed


def test_control_signs_reach_no_terminal(tmp_path: Path) -> None:
    text = THEIRS.format(name="noord", weeks=4, title="Rood \\e[31m en \\u202e om")
    try:
        ruleset = made(tmp_path, "noord", text)
    except InputRefused:
        return  # refused while reading, which is as good
    lines = "\n".join(comparison_text(compare([ruleset]), "nl", Style()))
    assert "\x1b" not in lines
    assert "\u202e" not in lines


# -- the command ----------------------------------------------------------------------------------


def run(*args: str) -> Result:
    from spelregels_cli.app import app

    return CliRunner().invoke(app, ["compare", *args])


def test_the_command_compares_a_pattern() -> None:
    """4.4: ``compare 'gemeenten/*'`` and a shipped folder name the same texts."""
    assert chosen(["gemeenten/*"]) == chosen(["gemeenten/"])
    result = run("gemeenten/haarlem/*", "--topic", "drempels")
    assert result.exit_code == 0
    assert "DREMPELS EN AANTALLEN" in result.stdout
    assert "WIE BESLIST" not in result.stdout


def test_the_command_takes_a_folder_and_an_own_file(tmp_path: Path) -> None:
    ours = tmp_path / "ons.yaml"
    ours.write_text(OURS, encoding="utf-8")
    folder = tmp_path / "buren"
    folder.mkdir()
    for name in ("noord", "zuid"):
        theirs(folder, name, 4)
    result = run(str(folder), "--own", str(ours), "--format", "json")
    told = json.loads(result.stdout)
    assert told["own"] == "onze/wijkbudget"
    assert [one["id"] for one in told["texts"]][1:] == ["noord/wijkbudget", "zuid/wijkbudget"]
    assert {one["topic"] for one in told["silent"]} >= {"beslissen", "drempels"}


@pytest.mark.parametrize("format_", ["text", "csv", "xlsx", "html", "json"])
def test_every_format_is_written_to_a_file_once(tmp_path: Path, format_: str) -> None:
    """4.4: what exists is never overwritten."""
    out = tmp_path / f"naast-elkaar.{format_}"
    line = ["gemeenten/haarlem/*", "--format", format_, "--out", str(out)]
    assert run(*line).exit_code == 0
    before = out.read_bytes()
    again = run(*line)
    assert again.exit_code == 2
    assert "bestaat al" in again.output
    assert out.read_bytes() == before


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ([], "naast elkaar"),
        (["gemeenten/*", "--format", "xlsx"], "--out"),
        (["nergens/*"], "Hier zijn geen regels"),
        (["gemeenten/nergens"], "bestaat niet"),
        (["gemeenten/haarlem/*", "--kind", "tram"], "tram"),
    ],
)
def test_bad_input_says_what_was_expected(line: list[str], told: str) -> None:
    result = run(*line)
    assert result.exit_code == 2
    assert told in result.output
    assert "Traceback" not in result.output
