"""What a portfolio report says and withholds (3.5): both languages, privacy, the contract."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from spelregels.check_portfolio import check_portfolio, day_of_judging
from spelregels.model.checked import AsOfOrigin
from spelregels.model.portfolio_found import (
    Figure,
    Lack,
    Name,
    NormResult,
    PortfolioFinding,
    PortfolioReport,
    Reason,
    What,
)
from spelregels.model.registers import Registers
from spelregels.model.trajectory import Trajectory
from spelregels.model.words import How, Word
from spelregels.report import portfolio_contract
from spelregels.report.json import dumps
from spelregels.report.layout import Style
from spelregels.report.levels import FailOn
from spelregels.report.portfolio_json import portfolio_json
from spelregels.report.portfolio_levels import portfolio_fails
from spelregels.report.portfolio_text import portfolio_text
from spelregels.report.portfolio_words import MESSAGES
from tests.portfolio.given import AS_OF, event, registers, rules, trajectory, words

DOCS = Path(__file__).parents[2] / "docs"
SECRET = "jansen-17"


def reported(*some: Trajectory, known: Registers | None = None) -> PortfolioReport:
    return check_portfolio(
        [rules()], some, lambda _: words(), known or registers(), today=AS_OF, as_of=AS_OF
    )


def telling(report: PortfolioReport, language: str = "nl", *, names: bool = False) -> str:
    return "\n".join(portfolio_text(report, language, Style(), names_persons=names))


def crowded() -> PortfolioReport:
    """Somebody asked too often, leading alone, doing nearly everything, sitting for ever."""
    asked = [
        event(f"u{n}", "uitnodiging.verstuurd", f"2026-03-0{n}", by="raad", persoon=SECRET)
        for n in (1, 2, 3)
    ]
    done = [
        event(f"i{n}", "inbreng.gegeven", f"2026-04-0{n}", by=SECRET, roles=("bewoners",))
        for n in (1, 2, 3)
    ]
    lead = [
        event("r1", "regie.gekregen", "2026-03-01", by=SECRET),
        event("r2", "regie.gekregen", "2026-03-01", by="raad"),
    ]
    member = event("l1", "lid.benoemd", "2015-01-01", by="raad", persoon=SECRET, orgaan="platform")
    return reported(trajectory("a", [member, *asked, *lead, *done]))


def every_reason(word: Word) -> PortfolioReport:
    """A report with a made-up finding for each reason, under a norm of its kind."""
    report = crowded()
    figures = tuple(
        Figure(name, Fraction(1, 3) if name in (Name.SHARE, Name.EXPECTED) else 1, 1)
        for name in Name
    )
    kinds = {
        "coordin": "kruisen", "cross": "kruisen", "lead": "regie-samen", "asked": "vragen",
        "load": "vragen", "informed": "verteld", "channels": "niet-digitaal", "digital":
        "niet-digitaal", "reached": "bereikt", "represented": "afspiegeling", "composition":
        "afspiegeling", "few": "enkelen", "long": "zittend", "tenure": "zittend", "silen":
        "stilte", "promise": "beloofd",
    }  # fmt: skip
    results: list[NormResult] = []
    for reason in Reason:
        name = next(norm for part, norm in kinds.items() if part in reason.value)
        template = next(one for one in report.results if one.norm.id == name)
        finding = PortfolioFinding(
            word=word,
            reason=reason,
            trajectories=("a",),
            persons=("p",),
            about={"area": ("Haven",), "body": ("platform",), "group": ("jong",),
                   "dimension": ("leeftijd",), "party": ("raad", "corporatie")},
            first=date(2026, 1, 1),
            last=date(2026, 2, 1),
            figures=figures if reason is not Reason.ASKED_TOO_OFTEN else figures[3:5],
        )  # fmt: skip
        results.append(replace(template, word=word, findings=(finding,)))
    return replace(report, results=tuple(results))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_is_a_whole_sentence(language: str) -> None:
    """3.5: whatever is found is said in both languages, with everything filled in."""
    assert set(MESSAGES) == set(Reason)
    for result in portfolio_json(every_reason(Word.BROKEN), language)["results"]:
        for finding in result["findings"]:
            said = finding["message"]
            assert said[:1].isupper() or said[:1].isdigit(), said
            assert said.endswith((".", ".)")), said
            assert "{" not in said and "  " not in said, said
            assert result["rule"].endswith("."), result["rule"]


def lacks() -> list[Lack]:
    made = [Lack("t1", How.FACT_UNKNOWN, "e1", "naam", what) for what in What]
    for how in How:
        made += [Lack("t1", how, "e1", "naam"), Lack("t1", how, "", "naam"), Lack("t1", how)]
    return made


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_that_can_be_missing_is_said(language: str) -> None:
    """P1: a report never leaves out why something cannot be told."""
    report = crowded()
    finding = PortfolioFinding(word=Word.CANNOT_TELL, reason=Reason.MAY_CROSS, lacks=tuple(lacks()))
    kruisen = next(one for one in report.results if one.norm.id == "kruisen")
    one = replace(report, results=(replace(kruisen, findings=(finding,)),))
    told = portfolio_json(one, language)["results"][0]["findings"][0]["missing"]
    assert {m["what"] for m in told} >= {what.value for what in What}
    for missing in told:
        assert missing["text"].endswith("."), missing
        assert "{" not in missing["text"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_pseudonym_is_never_printed_by_default(language: str) -> None:
    """P17: not who was asked, leads, is busiest or stays; not in text, not in JSON."""
    report = crowded()
    broken = {one.norm.id for one in report.results if one.word is Word.BROKEN}
    assert {"vragen", "regie", "enkelen", "zittend"} <= broken
    assert SECRET not in telling(report, language)
    assert SECRET not in dumps(portfolio_json(report, language))
    assert SECRET in telling(report, language, names=True)
    assert SECRET in dumps(portfolio_json(report, language, names_persons=True))


def test_small_groups_are_withheld() -> None:
    """P17: counts and shares of fewer than five persons."""
    text, shown = telling(crowded()), telling(crowded(), names=True)
    assert "Minder dan 5 personen zijn vaker dan 2 keer" in text
    assert "een niet getoond deel (minder dan 5 personen)" in text
    assert f"{SECRET} is vaker dan 2 keer" in shown
    assert "deden samen 100 % van" in shown
    data = portfolio_json(crowded(), "nl")
    vragen = next(one for one in data["results"] if one["norm"] == "vragen")
    above = next(f for f in vragen["figures"] if f["name"] == "persons_above")
    assert (above["low"], above["high"], above["withheld"]) == (None, None, True)


def test_all_who_were_asked_too_often_are_one_finding() -> None:
    """P17: so that nobody stands out; with --names they stand apart."""
    asked = [
        event(f"{who}{n}", "uitnodiging.verstuurd", f"2026-03-0{n}", by="raad", persoon=who)
        for who in ("p1", "p2")
        for n in (1, 2, 3)
    ]
    report = reported(trajectory("a", asked))
    for names, number in ((False, 1), (True, 2)):
        data = portfolio_json(report, "nl", names_persons=names)
        vragen = next(one for one in data["results"] if one["norm"] == "vragen")
        assert len(vragen["findings"]) == number


def test_text_of_a_file_never_steers_the_screen() -> None:
    """Text from an input is data: no escape codes, no turned lines."""
    hostile = "rood\x1b[31m\u202e{first}"
    two = [trajectory(name, [event("e", "besluit.genomen", "2026-03-01", outcome="aangehouden")],
                      topic=hostile) for name in ("a", "b")]  # fmt: skip
    text = telling(reported(*two))
    assert "\x1b" not in text and "\u202e" not in text
    assert "{first}" in text
    assert "\x1b" not in dumps(portfolio_json(reported(*two), "nl"))


def test_the_json_report_keeps_its_contract() -> None:
    """3.5: every report fits the published schema."""
    from jsonschema import Draft202012Validator

    schema = json.loads((DOCS / "portfolio.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for report in (crowded(), every_reason(Word.CANNOT_TELL), reported()):
        for language in ("nl", "en"):
            validator.validate(json.loads(dumps(portfolio_json(report, language))))


def test_the_published_contract_is_fresh() -> None:
    """Stale? Run `python -m spelregels.report.portfolio_contract`."""
    assert (DOCS / "portfolio-json.md").read_text("utf-8") == portfolio_contract.page()
    schema = dumps(portfolio_contract.schema()) + "\n"
    assert (DOCS / "portfolio.schema.json").read_text("utf-8") == schema


def test_a_run_fails_from_the_level_asked_for() -> None:
    """3.5: --fail-on as for check: warnings of tensions do not fail by default."""
    report = crowded()
    assert not portfolio_fails(report, FailOn.ERROR)
    assert portfolio_fails(report, FailOn.WARNING)
    assert not portfolio_fails(report, FailOn.NEVER)
    quiet = reported()
    assert not portfolio_fails(quiet, FailOn.DATA)


def test_the_day_of_judging() -> None:
    """P1: as asked; else the one day that headers name; else today."""
    plain, other = trajectory("a", []), trajectory("b", [])
    dated = replace(plain, as_of=date(2026, 1, 31))
    asked = day_of_judging(date(2026, 2, 1), [dated], AS_OF)
    assert (asked.day, asked.origin) == (date(2026, 2, 1), AsOfOrigin.OPTION)
    assert day_of_judging(None, [dated, other], AS_OF).day == date(2026, 1, 31)
    two = [dated, replace(other, as_of=date(2026, 1, 30))]
    assert day_of_judging(None, two, AS_OF).origin is AsOfOrigin.TODAY


def test_the_receipt_says_what_was_judged_with_what() -> None:
    """3.5: norms, rulesets, registers, day."""
    receipt = crowded().receipt
    assert [one.name for one in receipt.rules] == ["proef-portefeuille"]
    assert [one.name for one in receipt.rulesets] == ["proef"]
    assert receipt.as_of == AS_OF
    assert all(len(one.sha256) == 64 for one in (*receipt.rules, *receipt.rulesets))
