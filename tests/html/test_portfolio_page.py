"""The page of `portfolio` (issue 4, 3.5 and 3.8): many trajectories together, for a council."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from spelregels_cli.app import app
from typer.testing import CliRunner

from spelregels.check_portfolio import check_portfolio
from spelregels.model.portfolio import PortfolioKind
from spelregels.model.portfolio_found import Figure, Name, NormResult, PortfolioReport
from spelregels.model.words import Word
from spelregels.report.html.markup import ATTRIBUTES, TAGS
from spelregels.report.html.portfolio_lanes import MOST_ROWS as MOST_WINDOWS
from spelregels.report.html.portfolio_numbers import loads_counted, withheld_counts
from spelregels.report.html.portfolio_page import THEMES, portfolio_page
from spelregels.report.html.portfolio_time import MOST_LANES, MOST_ROWS, MOST_SHOWN, TIMED
from spelregels.report.html.words import page_words
from spelregels.report.portfolio import ABOUT_PERSONS, told_portfolio
from spelregels.report.portfolio_json import portfolio_json
from tests.portfolio.given import event, rules, trajectory, words

from .pages import ROOT, TOWN, Element, parsed, pictures, said, together, together_page
from .poison import poisoned

PORTFOLIOS = ("samen", "deur", "stil")
BUSY = PORTFOLIOS[:2]
DAY = date(2026, 6, 30)


def section(tree: Element, name: str) -> Element:
    return next(s for s in tree.iter("section") if s.get("aria-labelledby") == name)


def rows(table: Element) -> list[list[str]]:
    """The cells of each row; the names of columns, for a narrow screen, are left out."""
    made = []
    for row in table.findall("tbody/tr"):
        for cell in row:
            for name in cell.findall("span[@class='column']"):
                name.text = ""
        made.append([said(cell) for cell in row])
    return made


def digits(text: str) -> list[int]:
    """The numbers in a text, without the noughts."""
    return [int(found) for found in re.findall(r"\d+", text) if int(found)]


def tips(group: Element) -> list[str]:
    return [tip.text or "" for tip in group.findall("g/title")]


def lanes(picture: Element) -> dict[str, list[str]]:
    """What each lane is called, with what its windows say when pointed at."""
    made = {}
    for group in picture.findall("g"):
        name = " ".join(said(t) for t in group.findall("text[@class='t t-b']"))
        made[name] = tips(group)
    return made


def test_the_outcome_comes_first() -> None:
    """In a sentence, then every point with its outcome, the worst first; and what it is not."""
    tree = parsed(together_page("samen"))
    short = section(tree, "kort")
    assert said(short).startswith("In het kort Bij 9 van de 13 punten viel iets op.")
    assert "geen oordeel over mensen" in said(short)
    overview = rows(next(short.iter("table")))
    assert len(overview) == len(together("samen").results)
    outcomes = [outcome for _, outcome in overview]
    reasons = ["reden" in outcome for outcome in outcomes]
    assert reasons == sorted(reasons, reverse=True)
    assert outcomes[-1] in ("niets te toetsen", "alleen cijfers")


def test_every_window_has_its_words() -> None:
    """In both languages; nothing about persons has a place in the picture of trajectories."""
    for language in ("nl", "en"):
        assert all(page_words(language).say(f"seen_{reason.value}") for reason in TIMED)
    assert not TIMED & ABOUT_PERSONS


def test_every_kind_of_norm_has_its_section() -> None:
    """Each in one; a new kind cannot be forgotten."""
    placed = Counter(kind for _, kinds in THEMES for kind in kinds)
    assert placed == Counter(PortfolioKind)


@pytest.mark.parametrize("name", PORTFOLIOS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_found_and_missing_is_told(name: str, language: str) -> None:
    """The same sentences as in text and JSON, for what was found and for what cannot be told."""
    page = said(parsed(together_page(name, language)))
    findings = [f for one in told_portfolio(together(name), language).results for f in one.findings]
    for finding in findings:
        assert " ".join(finding.message.split()) in page
        for lack in finding.missing:
            assert " ".join(lack.text.split()) in page


@pytest.mark.parametrize("name", BUSY)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_picture_and_table_of_time_hold_the_same(name: str, language: str) -> None:
    """Each trajectory with the same windows, letters and days; wide and narrow."""
    tree = section(parsed(together_page(name, language)), "tijd")
    table = {}
    for row in next(tree.iter("table")).findall("tbody/tr"):
        title = (row[0][0].text or "").strip()
        table[title] = {" ".join(said(item).split()) for item in row[2].iter("li")}
    assert len(pictures(tree)) == 2
    for picture in pictures(tree):
        drawn = {
            name: {t.replace(": ", " ", 1) for t in some} for name, some in lanes(picture).items()
        }
        assert drawn == table
    windows = {window for some in table.values() for window in some}
    found = [
        one
        for result in together(name).results
        if result.norm.kind in (PortfolioKind.OVERLAP, PortfolioKind.LEAD, PortfolioKind.SILENCE)
        for one in result.findings
        if one.first is not None
    ]
    assert len({window.split()[0] for window in windows}) == len(found) > 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_bars_and_their_tables_hold_the_same(language: str) -> None:
    """Load, areas, advice: every bar is a row, and says the same."""
    tree = parsed(together_page("samen", language))
    checked = 0
    for card in tree.iter("article"):
        drawn = pictures(card)
        if not drawn:
            continue
        table = rows(next(card.iter("table")))
        for picture in drawn:
            groups, scales = picture.findall("g"), []
            assert len(groups) == len(table)
            for group, (head, *cells) in zip(groups, table, strict=True):
                name, *told = (said(text) for text in group.findall("text"))
                assert head.startswith(name)
                numbers = digits(" ".join(cells))
                assert digits(" ".join(told)) == numbers
                sure = [r for r in group.findall("rect") if "maybe" not in r.get("class", "")]
                lengths = [float(rect.get("width", "")[:-1]) for rect in sure]
                scales += [long / n for long, n in zip(lengths, numbers, strict=False)]
                checked += 1
            assert max(scales) - min(scales) < 0.01 * max(scales)
    assert checked >= 2 * (3 + 5 + 5 + 4)


def many(count: int) -> PortfolioReport:
    """So many trajectories at once in one street, each silent for long."""
    start = date(2024, 1, 1)
    some = [
        trajectory(
            f"t{n:04}",
            [event("e", "besluit.genomen", start + timedelta(days=n % 9), outcome="aangehouden")],
            topic=f"onderwerp {n // 3}",
        )
        for n in range(count)
    ]
    return check_portfolio([rules()], some, lambda _: words(), None, today=DAY, as_of=DAY)


def test_a_big_portfolio_stays_readable_and_says_what_is_left_out() -> None:
    """The picture holds some, the table more; the rest is counted, with where it can be read."""
    count = MOST_ROWS + 60
    page = portfolio_page(many(count), "nl")
    tree = parsed(page)
    time = section(tree, "tijd")
    assert all(len(lanes(picture)) == MOST_LANES for picture in pictures(time))
    assert len(rows(next(time.iter("table")))) == MOST_ROWS
    told = said(time)
    assert f"In het plaatje staan {MOST_LANES} van de {count} trajecten" in told
    assert "Nog 60 trajecten staan niet in deze tabel. De uitvoer met --format json" in told
    silent = count - MOST_SHOWN
    assert f"En nog {silent} keer; dat staat niet op deze pagina." in said(tree)
    assert len(page) < 1_500_000


def test_a_lane_with_many_windows_counts_the_rest() -> None:
    """In the picture; the table has them all."""
    report = together("samen")
    (kruisend, *others) = report.results
    template = kruisend.findings[0]
    findings = tuple(
        replace(template, trajectories=("2026-01-speelplek",)) for _ in range(MOST_WINDOWS + 3)
    )
    crowded = replace(report, results=(replace(kruisend, findings=findings), *others[5:6]))
    time = section(parsed(portfolio_page(crowded, "nl")), "tijd")
    for picture in pictures(time):
        assert "en nog 3; zie de tabel" in said(picture)
        assert len(lanes(picture)["Nieuwe speelplek aan de Kade"]) == MOST_WINDOWS
    row = next(r for r in rows(next(time.iter("table"))) if r[0].startswith("Nieuwe speelplek"))
    assert row[2].count("niet afgestemd") == MOST_WINDOWS + 3


# ---------------------------------------------------------------- persons


def test_no_pseudonym_stands_on_the_page_unless_asked_for() -> None:
    """P17: not in the text, not in what can be pointed at; with `--names` each has a lane."""
    hidden, named = together_page("samen"), together_page("samen", with_names=True)
    people = {str(e.attributes["persoon"]) for log in together("samen").trajectories
              for e in log.events if "persoon" in e.attributes}  # fmt: skip
    assert people and not any(person in hidden for person in people)
    card = next(a for a in parsed(named).iter("article") if "te vaak gevraagd" in said(a))
    lanes_of = lanes(pictures(card)[-1])
    assert set(lanes_of) == {"b-01", "b-02", "b-03", "b-04", "b-05"}
    days = {row[0]: row[1] for row in rows(list(card.iter("table"))[-1])}
    assert days.keys() == lanes_of.keys()
    assert "2 februari 2026 (2026-01-speelplek)" in days["b-01"]
    assert days["b-01"].count("2026 (") == 5


def loads(report: PortfolioReport, counts: Mapping[int, int]) -> PortfolioReport:
    """The report with so many persons who were asked so often."""

    def changed(one: NormResult) -> NormResult:
        if one.norm.kind is not PortfolioKind.LOAD:
            return one
        whole, above = sum(counts.values()), sum(n for times, n in counts.items() if times > 4)
        figures = (
            Figure(Name.PERSONS, whole, whole, persons=True),
            Figure(Name.PERSONS_ABOVE, above, above, persons=True),
        )
        return replace(one, loads=counts, figures=figures, kept=whole - above)

    return replace(report, results=tuple(map(changed, report.results)))


def test_small_groups_are_withheld() -> None:
    """P17: a few persons stand in no bar, no row and no count; and nothing else gives them away."""
    report = loads(together("samen"), {1: 30, 2: 12, 3: 9, 5: 2, 7: 1})
    card = next(
        a for a in parsed(portfolio_page(report, "nl")).iter("article") if "te vaak" in said(a)
    )
    told = dict(rows(next(card.iter("table"))))
    assert told == {
        "1 keer": "30 bewoners",
        "2 keer": "12 bewoners",
        "3 keer": "niet getoond",
        "meer dan 4 keer": "niet getoond",
    }
    assert "Kleine aantallen staan er niet" in said(card)
    shown = parsed(portfolio_page(report, "nl", names_persons=True))
    card = next(a for a in shown.iter("article") if "te vaak" in said(a))
    assert dict(rows(next(card.iter("table"))))["meer dan 4 keer"] == "3 bewoners"


def test_where_all_is_small_no_counts_are_shown() -> None:
    """P17: not even how often somebody was asked."""
    report = loads(together("samen"), {1: 2, 2: 3})
    card = next(
        a for a in parsed(portfolio_page(report, "nl")).iter("article") if "te vaak" in said(a)
    )
    assert not pictures(card) and not list(card.iter("table"))
    assert "Kleine aantallen staan er niet" in said(card)


def test_how_many_were_in_order_does_not_give_the_others_away() -> None:
    """P17: with the total beside it, that count would tell how few are above the limit."""
    for counts, kept in (({1: 18, 5: 2}, None), ({1: 18, 5: 9}, 18)):
        data = portfolio_json(loads(together("samen"), counts), "nl")
        assert next(r for r in data["results"] if r["kind"] == "load")["kept"] == kept


@given(st.lists(st.integers(0, 12), min_size=1, max_size=4), st.integers(3, 6))
@example([1, 1, 12, 1], 3)  # one each, as many as the least: the sum would tell
def test_what_is_withheld_cannot_be_reckoned_back(counts: list[int], least: int) -> None:
    """P17: whoever knows the shown counts and the total finds no small count with certainty.

    The total is known from so many persons up; the count above the limit likewise. Where all would
    be withheld, the page shows no counts at all.
    """
    at_most = 3
    given_counts = {times: n for times, n in enumerate(counts, start=1) if n}
    hidden = sorted(withheld_counts(given_counts, at_most, least))
    assert {times for times, n in given_counts.items() if n < least} <= set(hidden)
    total = sum(given_counts.values())
    above = given_counts.get(at_most + 1, 0)
    told = total < least or above >= least  # the second: who is within the limit is known then
    if told or len(hidden) == len(given_counts):
        return
    missing = total - sum(n for times, n in given_counts.items() if times not in hidden)
    possible = [
        some for some in product(range(1, missing + 1), repeat=len(hidden)) if sum(some) == missing
    ]
    for place, times in enumerate(hidden):
        if given_counts[times] < least:
            assert len({some[place] for some in possible}) > 1


def test_all_above_the_limit_are_one_bar() -> None:
    """So that who was asked most does not stand out."""
    assert loads_counted({0: 4, 1: 3, 5: 2, 9: 1}, 4) == {1: 3, 5: 3}


# ---------------------------------------------------------------- hostile text, the command


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "</svg></style><b>", "&amp;\u202e"])
def test_hostile_text_stays_text(text: str) -> None:
    """Ids, titles, areas, reasons and pseudonyms never become markup."""
    report = poisoned(together("samen"), text)
    for names in (False, True):
        page = portfolio_page(report, "nl", names_persons=names)
        tree = parsed(page)
        assert {element.tag for element in tree.iter()} <= TAGS
        assert {key for element in tree.iter() for key in element.attrib} <= ATTRIBUTES
        assert len(list(tree.iter("style"))) == 1
        assert "\u202e" not in page
        assert not text.startswith("<") or text in said(tree)


def test_nothing_found_is_not_called_proven() -> None:
    """An empty portfolio has a page that says so, without a picture of nothing."""
    tree = parsed(together_page("stil"))
    assert "In geen enkel traject is al iets gebeurd." in said(tree)
    assert not pictures(tree)
    assert not any(one.word is Word.BROKEN for one in together("stil").results)
    assert "viel niets op, voor zover er iets te zeggen is" in said(section(tree, "kort"))


def test_the_command_writes_it_beside_its_usual_output(tmp_path: Path) -> None:
    """3.8: same text, same exit code; a bad name is refused before the work; a page in the folder
    itself is no trajectory."""
    runner, target = CliRunner(), tmp_path / "samen.html"
    known = ("--registers", str(TOWN / "registers.yaml"))
    plain = runner.invoke(app, ["portfolio", str(TOWN), *known])
    paged = runner.invoke(app, ["portfolio", str(TOWN), *known, "--html", str(target)])
    assert (plain.exit_code, paged.exit_code) == (0, 0), paged.stderr
    assert plain.stdout == paged.stdout
    assert said(next(parsed(target.read_text("utf-8")).iter("h1"))) == "8 trajecten samen bekeken"
    wrong = runner.invoke(app, ["portfolio", str(TOWN), *known, "--html", str(tmp_path / "a.txt")])
    assert wrong.exit_code == 2
    assert "eindigt op .html" in wrong.stderr and not wrong.stdout
    case = ROOT / "rulesets" / "casussen" / "vijf-keer-gevraagd.yaml"
    (tmp_path / "een.yaml").write_text(case.read_text("utf-8"), encoding="utf-8")
    english = ["portfolio", str(tmp_path), "--lang", "en", "--html", str(target)]
    assert runner.invoke(app, english).exit_code == 0
    assert parsed(target.read_text("utf-8")).get("lang") == "en"
