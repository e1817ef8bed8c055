"""The page of a trajectory: everything that was judged, and each day said as the rule means it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from spelregels.check import check
from spelregels.doors import read
from spelregels.language import load_ruleset
from spelregels.model.words import Word
from spelregels.report.findings import FindingMaker
from spelregels.report.html.check_page import check_page
from spelregels.report.html.timeline import numbered
from spelregels.report.wording import BREACHES

from .pages import (
    HERE,
    TRAJECTORIES,
    Element,
    checked_page,
    parsed,
    pictures,
    report,
    said,
    timeline_rows,
)

FINE = (Word.KEPT, Word.EXCUSED, Word.NO_LONGER_DUE)
EVENTS = """\
id: termen
as_of: 2026-06-30
records: all
closed: all
events:
  - {at: 2026-03-02, act: plan.gemeld, by: college}
  - {at: 2026-03-09, act: inzage.begonnen, by: college}
  - {at: 2026-03-10, act: vraag.gesteld, by: bewoners}
  - {at: 2026-03-20, act: inzage.geeindigd, by: college}
  - {at: 2026-03-25, act: besluit.genomen, by: college}
  - {at: 2026-03-28, act: vraag.beantwoord, by: college}
  - {at: 2026-05-05, act: feest.gehouden, by: bewoners}
"""


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Element:
    """A trajectory in which every kind of term goes wrong."""
    path = tmp_path_factory.mktemp("termen") / "termen.yaml"
    path.write_text(EVENTS, encoding="utf-8")
    run = check(load_ruleset(HERE / "termen.yaml"), read(path), today=date(2026, 9, 30))
    return parsed(check_page(run, "nl"))


def part(tree: Element, name: str) -> Element | None:
    """The part of a page under the heading with this id."""
    found = (s for s in tree.iter("section") if s.get("aria-labelledby") == name)
    return next(found, None)


@pytest.mark.parametrize("name", [name for name in TRAJECTORIES if name != "leeg"])
def test_every_verdict_stands_in_its_own_part(name: str) -> None:
    """What broke, what runs, what cannot be told (with the reason), what is fine: nothing lost."""
    run = report(name)
    (one,) = run.checked
    tree = parsed(checked_page(name))
    shown = {
        key: said(found)
        for key in ("niet-goed", "loopt", "niet-te-zeggen", "in-orde")
        if (found := part(tree, key)) is not None
    }
    places = {Word.CANNOT_TELL: "niet-te-zeggen", Word.OPEN: "loopt"}
    marks = {event: f"nr. {number}" for event, number in numbered(one.trajectory).items()}
    findings = FindingMaker(run.ruleset, "nl").of(one, marks)
    for finding in findings:
        fallback = "niet-goed" if finding.verdict in BREACHES else "in-orde"
        text = shown[places.get(finding.verdict, fallback)]
        if finding.verdict is Word.CANNOT_TELL:
            reasons = {missing.text for missing in finding.missing}
            assert all(r in text or r[:1].upper() + r[1:] in text for r in reasons) or any(
                "van deze gebeurtenissen" in text for _ in reasons
            )
        else:
            assert " ".join(finding.message.split()) in text
        if finding.verdict in BREACHES:
            assert " ".join(finding.repair.split()) in text
            assert all(" ".join(line.split()) in text for line in finding.dates)
    words = {finding.verdict for finding in findings}
    assert ("niet-goed" in shown) == bool(words & BREACHES)
    assert ("in-orde" in shown) == bool(words & set(FINE))


@pytest.mark.parametrize("name", ["speelplek", "druk"])
def test_events_are_pointed_at_with_their_number_in_the_timeline(name: str) -> None:
    """A reader finds in the picture what a sentence speaks of; ids are for those who program."""
    tree = parsed(checked_page(name))
    days = {mark: day.lower() for mark, day, _ in timeline_rows(tree)}
    pointed = re.findall(r"\(nr\. (\d+)(?:, [a-z ]+)?, (\d[^)]*)\)", said(tree))
    assert pointed
    for number, day in pointed:
        assert days[number] == day
    (one,) = report(name).checked
    assert not any(f"({event.id}" in said(tree) for event in one.trajectory.events)


def test_the_short_part_says_outcome_day_and_rules() -> None:
    """First thing on the page; the receipt is at its end."""
    tree = parsed(checked_page("speelplek"))
    short = said(part(tree, "kort") or tree)
    assert "Niet alles ging volgens de regels." in short
    assert "Geschonden: 1" in short
    assert "30 september 2026 (uit het traject)" in short
    assert "Wijkplatform met wijkspelregels (vormen/wijkplatform)" in short
    own = report("speelplek").receipt.files[-1].sha256
    assert own[:12] in said(next(tree.iter("footer")))


def test_a_finding_has_its_article_source_and_confidence(terms: Element) -> None:
    """The article leads to its text; how well it was verified stands beside it."""
    wrong = part(terms, "niet-goed")
    assert wrong is not None
    links = {said(a): a.get("href") for a in wrong.iter("a")}
    assert links["Termijnen, artikel 5"] == "https://voorbeeld.example/t"
    assert said(wrong).count("(de tekst zelf is gelezen)") == len(list(wrong.iter("article")))


def test_a_day_is_said_as_the_rule_means_it(terms: Element) -> None:
    """A last day, a day to wait for and a day to last through are three different things."""
    told = {what.split(") ")[-1].split(".")[0]: day for _, day, what in timeline_rows(terms)}
    assert told["Vooraf"] == "Uiterlijk 23 februari 2026"
    assert told["Wachten"] == "Pas na 3 april 2026"
    assert told["Ter inzage"] == "Minstens tot en met 20 april 2026"
    assert told["Na bedenktijd"] == "Pas na 30 maart 2026"
    assert told["te laat gedaan Antwoord"] == "Uiterlijk 24 maart 2026"
    assert told["Geen feest"] == "5 mei 2026"
    assert told["loopt nog Verslag"] == "Geen laatste dag"


def test_what_went_wrong_is_drawn_from_the_due_day_to_the_deed(terms: Element) -> None:
    """Striped: a late answer from its last day on; what came too soon, to the day it might come."""
    for picture in pictures(terms):
        rows = {}
        for group in picture.iter("g"):
            title, striped = (
                group.find("title"),
                [line for line in group.findall("line") if "over" in (line.get("class") or "")],
            )
            if title is not None and striped:
                x1, x2 = (float((striped[0].get(x) or "")[:-1]) for x in ("x1", "x2"))
                rows[(title.text or "").split(": ")[1].split(";")[0]] = x2 - x1
        assert rows.keys() == {"Vooraf", "Wachten", "Ter inzage", "Na bedenktijd", "Antwoord"}
        whole = {"Vooraf": 7, "Wachten": 9, "Ter inzage": 31, "Na bedenktijd": 5, "Antwoord": 4}
        per_day = rows["Ter inzage"] / whole["Ter inzage"]
        for name, days in whole.items():
            assert rows[name] == pytest.approx(days * per_day, abs=0.02), name


def test_a_busy_picture_stays_low() -> None:
    """Many events on few days do not push what was due off the screen."""
    for picture in pictures(parsed(checked_page("druk"))):
        axis = picture.find("line[@class='axis']")
        assert axis is not None and float(axis.get("y1") or "") < 200


def test_a_marker_is_solid_only_if_all_in_it_is_sure() -> None:
    """One planned event in a shared marker is enough to dash it."""
    for name in ("druk", "onzeker"):
        (one,) = report(name).checked
        sure = {
            row[0]
            for row in timeline_rows(parsed(checked_page(name)))
            if row[0].isdigit() and not _doubtful(row[2])
        }
        for picture in pictures(parsed(checked_page(name))):
            for marker in picture.iter("svg"):
                rect, title = marker.find("rect"), marker.find("title")
                if rect is None or title is None or not (marker.get("x") or "").endswith("%"):
                    continue
                held = {tip.split(":")[0] for tip in (title.text or "").split("; ")}
                assert (rect.get("class") == "dot") == (held <= sure)
        assert one.trajectory.events


def _doubtful(what: str) -> bool:
    words = ("Datum afgeleid", "Gepland", "Na de dag van de toets", "Later verbeterd", "Nog niet")
    return any(word in what for word in words)


def test_a_day_of_judging_years_later_does_not_squeeze_the_picture(tmp_path: Path) -> None:
    """It is said at the edge, and events some weeks apart stay apart."""
    path = tmp_path / "oud.yaml"
    path.write_text(EVENTS.replace("as_of: 2026-06-30", "as_of: 2040-01-01"), encoding="utf-8")
    lines = [line for line in path.read_text("utf-8").splitlines() if "inzage.begonnen" not in line]
    path.write_text("\n".join(lines), encoding="utf-8")
    run = check(load_ruleset(HERE / "termen.yaml"), read(path), today=date(2040, 1, 1))
    tree = parsed(check_page(run, "nl"))
    assert len(pictures(tree)) == 2
    for picture in pictures(tree):
        assert "dag van de toets, later: 1 jan 2040 →" in said(picture)
        assert picture.find("line[@class='today']") is None
        places = {
            float((m.get("x") or "0%")[:-1])
            for m in picture.findall("svg")
            if m.find("rect") is not None
        }
        assert max(places) - min(places) > 50


def test_several_trajectories_begin_with_how_many_went_wrong() -> None:
    """The outcome of all together stands above the table."""
    told = part(parsed(checked_page("speelplek", "onzeker", "leeg")), "overzicht")
    assert told is not None
    assert said(told).startswith(
        "Overzicht Bij 1 van de 3 trajecten ging niet alles zoals het hoort. "
        "Bij 1 traject is nog niet alles te zeggen."
    )
