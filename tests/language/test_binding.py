"""A trajectory against a ruleset (issue 1.4): names checked, values converted, typos refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from spelregels.language import bind, parse_yaml, trajectory_from_node
from spelregels.model.patterns import Value
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import Duration
from spelregels.model.trajectory import Trajectory
from spelregels.model.words import Unit
from tests.language.texts import BASE, load, place, problems_of, unmarked

TERM = "terms:\n  inzage: {begins: advies.gevraagd, lasts: 6 weken}\n"


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return load(BASE + TERM, tmp_path_factory.mktemp("regels"))


def bound(text: str, ruleset: Ruleset) -> Trajectory:
    return bind(trajectory_from_node(parse_yaml(text, "t.yaml")), ruleset)


def log(event: str = "", header: str = "") -> str:
    events = f"\n  - {{at: 2026-01-01, {event}}}\n" if event else " []\n"
    return f"id: t\nrecords: all\n{header}events:{events}"


CONVERTED: list[tuple[str, str, Value | None]] = [
    ("act: besluit.genomen, bedrag: 5000", "bedrag", Decimal(5000)),
    ('act: besluit.genomen, bedrag: "5000.50"', "bedrag", Decimal("5000.50")),
    ("act: besluit.genomen, bedrag: null", "bedrag", None),
    ('act: besluit.genomen, aantal: "12"', "aantal", 12),
    ("act: besluit.genomen, dossier: 2026001", "dossier", "2026001"),
    ("act: besluit.genomen, dossier: 4.10", "dossier", "4.10"),
    ("act: besluit.genomen, dossier: 2026-01-02", "dossier", "2026-01-02"),
    ("act: besluit.genomen, wie: b_en_w", "wie", "college"),
    ('act: advies.gegeven, zwaar: "true"', "zwaar", True),
    ("act: advies.gegeven, kanaal: brief", "kanaal", ("brief",)),
    ("act: advies.gegeven, kanaal: [brief, 3]", "kanaal", ("brief", "3")),
    ("act: advies.gevraagd, termijn: 6 weken", "termijn", Duration(6, Unit.WEEK)),
    ("act: advies.gevraagd, uiterlijk: 2026-03-01", "uiterlijk", date(2026, 3, 1)),
    ('act: advies.gevraagd, uiterlijk: "2026-03-01"', "uiterlijk", date(2026, 3, 1)),
    ("act: informatie.gegeven, kanaal: [brief]", "kanaal", ("brief",)),
    ("act: uitstel.gemeld, until: 2026-02-01", "until", date(2026, 2, 1)),
]


@pytest.mark.parametrize(("event", "name", "value"), CONVERTED)
def test_values_get_their_declared_type(
    event: str, name: str, value: Value | None, ruleset: Ruleset
) -> None:
    made = bound(log(event), ruleset).events[0].attributes[name]
    assert made == value
    assert type(made) is type(value)


REFUSED = [
    (log("act: §besluit.genome"), "unknown-act", "besluit.genomen"),
    (log("act: §inzage.verstreken"), "moment-as-event", ""),
    (log("act: besluit.genomen, §outcome: aangenome"), "unknown-outcome", "aangenomen"),
    (log("act: besluit.genomen, as: §colege"), "unknown-role", "college"),
    (log("act: besluit.genomen, bedragg: §5"), "unknown-attribute", "bedrag"),
    (log("act: uitstel.gemeld, bedrag: §5"), "unknown-attribute", ""),
    (log("act: besluit.genomen, bedrag: §veel"), "wrong-value", ""),
    (log('act: besluit.genomen, bedrag: §"5.000,00"'), "wrong-value", "5000.00"),
    (log("act: besluit.genomen, bedrag: §25.000"), "wrong-value", "25000"),
    (log("act: besluit.genomen, bedrag: §€ 1.250"), "wrong-value", "1250"),
    (log("act: besluit.genomen, bedrag: §[1, 2]"), "wrong-value", ""),
    (log("act: besluit.genomen, dossier: §true"), "wrong-value", ""),
    (log("act: besluit.genomen, aantal: §1.5"), "wrong-value", ""),
    (log("act: besluit.genomen, wie: §iemand"), "wrong-value", ""),
    (log("act: advies.gegeven, zwaar: §ja"), "wrong-value", "true"),
    (log("act: advies.gevraagd, termijn: §zes weken"), "wrong-value", "6 weken"),
    (log("act: advies.gevraagd, uiterlijk: §1-3-2026"), "wrong-value", "2026-03-01"),
    (log("act: informatie.gegeven, kanaal: §[brieven]"), "wrong-value", "brief"),
    (log(header="competent_authority: §rad\n"), "wrong-value", "raad"),
    (log(header="facts: {§spoet: true}\n"), "unknown-attribute", "spoed"),
    (log(header="facts: {§soort: middel}\n"), "wrong-value", ""),
    (log(header="persons: {§p: [{role: rad}]}\n"), "unknown-role", "raad"),
    (log(header="closed: {§besluit.genomn: [bedrag]}\n"), "unknown-act", "besluit.genomen"),
    (log(header="closed: {§besluit.genomen: [bedragg]}\n"), "unknown-attribute", "bedrag"),
    (log(header="closed: {§facts: [spoet]}\n"), "unknown-attribute", "spoed"),
    (log().replace("records: all", "records: §[besluit.genomn]"), "unknown-act", "besluit.genomen"),
]


@pytest.mark.parametrize(("marked", "code", "suggestion"), REFUSED)
def test_what_the_ruleset_does_not_know_is_refused(
    marked: str, code: str, suggestion: str, ruleset: Ruleset
) -> None:
    text, where = unmarked(marked)
    assert where is not None
    found = problems_of(lambda: bound(text, ruleset))
    assert [(p.code, p.position.line) for p in found] == [(code, where[0])]
    if code != "unknown-outcome":
        assert place(found[0].position) == where
    assert found[0].suggestion == suggestion


def test_all_problems_together(ruleset: Ruleset) -> None:
    text = log(
        "act: besluit.genomen, bedrag: veel, as: [rad, colege], outcome: x", "facts: {q: 1}\n"
    )
    codes = sorted(p.code for p in problems_of(lambda: bound(text, ruleset)))
    assert codes == [
        "unknown-attribute",
        "unknown-outcome",
        "unknown-role",
        "unknown-role",
        "wrong-value",
    ]


def test_anyone_may_have_done_it(ruleset: Ruleset) -> None:
    """A ``by`` is a role, an alias, or a person or body the ruleset does not know."""
    for by in ("raad", "wijkraad", "J. Jansen"):
        assert bound(log(f"act: besluit.genomen, by: {by}"), ruleset).events[0].by == by


def test_an_alias_is_the_competent_authority(ruleset: Ruleset) -> None:
    made = bound(log(header="competent_authority: b_en_w\n"), ruleset)
    assert made.competent_authority == "college"
    assert made.header["competent_authority"] == "college"


def test_who_and_outcome_may_be_closed(ruleset: Ruleset) -> None:
    """M3: only naming them closes them."""
    made = bound(log(header="closed: {besluit.genomen: [by, as, outcome, bedrag]}\n"), ruleset)
    assert made.closed.attributes["besluit.genomen"] == {"by", "as", "outcome", "bedrag"}


def test_the_rest_is_unchanged(tmp_path: Path, ruleset: Ruleset) -> None:
    text = log("act: besluit.genomen, outcome: aangenomen, note: kort", "order: listed\n")
    before = trajectory_from_node(parse_yaml(text, "t.yaml"))
    after = bind(before, ruleset)
    assert after == before


RESEMBLING = [("colege", "college"), ("wijkplatfrom", "wijkplatform"), ("een raad", "raad")]


@pytest.mark.parametrize(("written", "role"), RESEMBLING)
def test_a_by_that_is_almost_a_role_is_reported(written: str, role: str, ruleset: Ruleset) -> None:
    """1.4: a slip in a role is read as a person; that is said, with the role that was meant."""
    made = bound(log(f"act: besluit.genomen, by: {written}"), ruleset)
    (error,) = made.data_errors
    assert error.code == "by-resembles-role"
    assert f"Bedoelde u: {role}?" in error.message_nl
    assert f"Did you mean: {role}?" in error.message_en
    assert written not in error.message_nl  # it may be a person's name after all
    assert error.events == ("e1",)
    assert error.position.line == 4
    assert bind(made, ruleset).data_errors == (error,)  # said once, however often it is bound


@pytest.mark.parametrize(
    "event", ["by: college", "by: b_en_w", "by: jansen", "by: college-12", "by: colege, as: raad"]
)
def test_a_person_or_role_is_not_reported(event: str, ruleset: Ruleset) -> None:
    """1.4: a role, an alias, a name of its own, a pseudonym, and whoever has a role under `as`."""
    assert not bound(log(f"act: besluit.genomen, {event}"), ruleset).data_errors


def test_a_person_named_in_the_header_is_not_reported(ruleset: Ruleset) -> None:
    """1.4: who stands under `persons` is a person, whatever the name."""
    header = "persons: {colege: [{role: raad}]}\n"
    made = bound(log("act: besluit.genomen, by: colege", header), ruleset)
    assert not made.data_errors


def test_a_slip_in_an_example_refuses_the_ruleset(tmp_path: Path) -> None:
    """1.2: in a ruleset's own example it is a mistake of its writer."""
    example = (
        "examples:\n  - title: x\n    as_of: 2026-12-31\n    events:\n"
        "      - {at: 2026-01-01, act: besluit.genomen, by: colege}\n    expect: {}\n"
    )
    problems = problems_of(lambda: load(BASE + example, tmp_path))
    assert [problem.code for problem in problems] == ["by-resembles-role"]
