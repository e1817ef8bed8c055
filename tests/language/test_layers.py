"""Layers (issue 1.2): ``extends``, merging, ``overrides``, ``minimum``, versions, references."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from spelregels.language import load_ruleset, shipped_rulesets
from spelregels.model.figures import FactFigure, Share
from spelregels.model.norms import Precedence
from spelregels.model.patterns import MomentPattern, NormRef, TermRef
from spelregels.model.problem import Problem
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import Duration, NotStated
from spelregels.model.words import Precision, Unit
from tests.language.texts import BASE, problems_of


def head(id_: str, extends: str = "", more: str = "") -> str:
    below = f"extends: [{extends}]\n" if extends else ""
    return (
        f'spelregels: "1"\nid: {id_}\ntitle: {id_}\nregulatory_layer: VERORDENING\n'
        f"governs: event_date\n{below}{more}"
    )


LAW = (
    BASE.replace("id: voorbeeld/proef", "id: nl/wet")
    + """\
norms:
  - {id: vooraf, before: besluit.genomen, must: advies.gevraagd, lead: 6 weken, minimum: true}
  - {id: antwoord, after: advies.gevraagd, must: advies.gegeven, within: 6 weken, minimum: true}
  - {id: vrij, never: uitstel.gemeld}
  - {id: steun, count: steun.betuigd, at_least: 25, before: besluit.genomen, minimum: true}
terms:
  inzage: {begins: advies.gevraagd, lasts: 6 weken, minimum: true, begins_only_if: [vrij]}
"""
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "nl/wet", LAW)
    return tmp_path


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def local(folder: Path, body: str, extends: str = "nl/wet", more: str = "") -> Ruleset:
    return load_ruleset(write(folder, "stad/regels", head("stad/regels", extends, more) + body))


def refused(folder: Path, body: str, extends: str = "nl/wet", more: str = "") -> list[Problem]:
    return list(problems_of(lambda: local(folder, body, extends, more)))


def codes(found: list[Problem]) -> list[str]:
    return [p.code for p in found]


# ---------------------------------------------------------------- finding files


def test_an_id_is_found_beside_the_asking_file(folder: Path) -> None:
    made = local(folder, "norms:\n  - {id: nooit, never: besluit.genomen}\n")
    assert [file.id for file in made.files] == ["nl/wet", "stad/regels"]
    assert made.own.id == made.id == "stad/regels"
    assert "besluit.genomen" in made.acts


def test_extra_folders_come_first(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("elders")
    path = write(other, "los", head("stad/los", "nl/wet"))  # its path does not match its id
    found = problems_of(lambda: load_ruleset(path))
    assert codes(list(found)) == ["unknown-ruleset"]
    assert load_ruleset(path, library=[folder]).files[0].id == "nl/wet"
    assert load_ruleset("nl/wet", library=[folder]).own.path == str(folder / "nl/wet.yaml")


def test_path_and_hash_are_kept(folder: Path) -> None:
    file = load_ruleset(folder / "nl/wet.yaml").own
    assert file.path == str(folder / "nl/wet.yaml")
    assert file.sha256 == sha256(LAW.encode()).hexdigest()


def test_an_unknown_id_gets_a_suggestion(folder: Path) -> None:
    found = refused(folder, "", "nl/wett")
    assert [(p.code, p.suggestion, p.position.line) for p in found] == [
        ("unknown-ruleset", "nl/wet", 6)
    ]


def test_a_shipped_ruleset_is_found_by_id() -> None:
    assert load_ruleset(shipped_rulesets()[0]).id == shipped_rulesets()[0]


@pytest.mark.parametrize("ref", ["nl/bestaat-niet", "../etc/passwd", "weg.yaml", ""])
def test_what_does_not_exist_is_a_problem(ref: str) -> None:
    assert problems_of(lambda: load_ruleset(ref))


def test_a_circle_is_refused(folder: Path) -> None:
    write(folder, "a/een", head("a/een", "a/twee"))
    write(folder, "a/twee", head("a/twee", "a/een"))
    found = problems_of(lambda: load_ruleset(folder / "a/een.yaml"))
    assert codes(list(found)) == ["extends-circle"]
    assert "a/een → a/twee → a/een" in found[0].message_nl


def test_a_layer_reached_twice_is_read_once(folder: Path) -> None:
    write(folder, "a/een", head("a/een", "nl/wet"))
    write(folder, "a/twee", head("a/twee", "nl/wet"))
    made = local(folder, "", "a/een, a/twee")
    assert [file.id for file in made.files] == ["nl/wet", "a/een", "a/twee", "stad/regels"]


def test_a_file_in_the_place_of_another_id_is_refused(folder: Path) -> None:
    write(folder, "nl/anders", head("nl/iets"))
    assert codes(refused(folder, "", "nl/anders")) == ["wrong-id"]


def test_problems_of_all_layers_together(folder: Path) -> None:
    write(folder, "a/een", head("a/een") + "norms:\n  - {id: x_1, never: bestaat.niet}\n")
    found = refused(folder, "norms:\n  - {id: y_1, never: ook.niet}\n", "a/een")
    assert codes(found) == ["unknown-act", "unknown-act"]
    assert {p.position.file.rsplit("/", 1)[1] for p in found} == {"een.yaml", "regels.yaml"}


# ---------------------------------------------------------------- merging


def test_roles_and_acts_may_be_added_to(folder: Path) -> None:
    made = local(
        folder,
        "roles:\n  wijkplatform: {aliases: [dorpsraad]}\n  nieuw: {kind: anyone}\n"
        "acts:\n  besluit.genomen: {outcomes: [aangehouden], attributes: {plek: text}}\n"
        "  uitstel.gemeld: {ends: true}\n"
        "facts: {soort: {one_of: [groot, klein], default: klein}}\n"
        "calendars: {raadsvergadering: {meetings: [2026-04-02]}}\n",
    )
    assert made.roles["wijkplatform"].aliases == ("wijkraad", "dorpsraad")
    assert made.acts["besluit.genomen"].outcomes == ("aangenomen", "verworpen", "aangehouden")
    assert made.acts["besluit.genomen"].decision
    assert {"plek", "bedrag"} <= set(made.acts["besluit.genomen"].attributes)
    assert made.acts["uitstel.gemeld"].ends
    assert made.facts["soort"].default == "klein"
    assert len(made.calendars["raadsvergadering"].meetings) == 3


@pytest.mark.parametrize(
    "body",
    [
        "roles:\n  raad: {kind: residents}\n",
        "roles:\n  wijkplatform: {vehicle: mandate}\n",
        "roles:\n  bevoegd: {one_of: [raad]}\n",
        "acts:\n  besluit.genomen: {attributes: {bedrag: text}}\n",
        "acts:\n  besluit.genomen: {decision: false}\n",
        "facts: {spoed: {type: text}}\n",
        "calendars: {raadsvergadering: {known_until: 2027-01-01}}\n",
    ],
)
def test_layers_may_not_contradict_each_other(body: str, folder: Path) -> None:
    assert codes(refused(folder, body)) == ["conflicting-layers"]


def test_a_layer_does_not_see_what_stands_above_it(folder: Path) -> None:
    """A file must load by itself, so it cannot use a word of a file that extends it."""
    write(folder, "a/een", head("a/een", "nl/wet") + "norms:\n  - {id: x_1, never: nieuw.gedaan}\n")
    found = refused(folder, "acts:\n  nieuw.gedaan:\n", "a/een")
    assert codes(found) == ["unknown-act"]


# ---------------------------------------------------------------- references


def test_a_source_of_an_ancestor_may_be_cited(folder: Path) -> None:
    made = local(folder, 'norms:\n  - {id: a_1, never: besluit.genomen, article: [vo, "2"]}\n')
    assert made.own.sources["vo"].title == "Verordening"


def test_a_term_of_an_ancestor_gives_its_moments(folder: Path) -> None:
    made = local(
        folder,
        "norms:\n  - {id: a_1, before: besluit.genomen, must: inzage.verstreken}\n"
        '  - {id: b_1, before: besluit.genomen, must: "nl/wet#inzage.verstreken"}\n',
    )
    for norm in made.own.norms:
        assert isinstance(norm, Precedence)
        [[moment]] = norm.must
        assert isinstance(moment, MomentPattern)
        assert moment.term == TermRef("nl/wet", "inzage")


def test_an_ambiguous_name_needs_its_file(folder: Path) -> None:
    norm = "norms:\n  - {id: gelijk, never: uitstel.gemeld}\n"
    write(folder, "a/een", head("a/een", "nl/wet") + norm)
    write(folder, "a/twee", head("a/twee", "nl/wet") + norm)
    body = "norms:\n  - {{id: a_1, never: besluit.genomen, prevails_over: {}}}\n"
    found = refused(folder, body.format("gelijk"), "a/een, a/twee")
    assert codes(found) == ["ambiguous-name"]
    assert found[0].expected_nl == "a/een#gelijk, a/twee#gelijk"
    made = local(folder, body.format('"a/twee#gelijk"'), "a/een, a/twee")
    assert made.own.norms[0].prevails_over == NormRef("a/twee", "gelijk")


def test_own_file_first(folder: Path) -> None:
    body = (
        "terms:\n  inzage: {begins: besluit.genomen, lasts: 8 weken, overrides: [nl/wet#inzage]}\n"
        "norms:\n  - {id: a_1, before: uitstel.gemeld, must: inzage.verstreken}\n"
    )
    found = refused(folder, body.replace(", overrides: [nl/wet#inzage]", ""))
    assert codes(found) == ["double-id"]
    assert found[0].suggestion == "overrides: [nl/wet#inzage]"


# ---------------------------------------------------------------- overrides and minimum


def test_an_override_replaces_and_references_follow(folder: Path) -> None:
    made = local(
        folder,
        "norms:\n  - {id: vrij-2, never: uitstel.gemeld, overrides: [nl/wet#vrij]}\n"
        "  - {id: a_1, never: besluit.genomen, prevails_over: nl/wet#vrij}\n",
    )
    law = made.files[0]
    assert "vrij" not in {norm.id for norm in law.norms}
    assert law.terms[0].begins_only_if == (NormRef("stad/regels", "vrij-2"),)
    assert made.own.norms[1].prevails_over == NormRef("stad/regels", "vrij-2")


def test_overriding_what_is_not_there_is_refused(folder: Path) -> None:
    body = "norms:\n  - {id: a_1, never: besluit.genomen, overrides: [nl/wet#vrijj]}\n"
    found = refused(folder, body)
    assert [(p.code, p.suggestion) for p in found] == [("unknown-override", "nl/wet#vrij")]


def test_two_layers_may_not_override_the_same(folder: Path) -> None:
    norm = "norms:\n  - {{id: {}, never: uitstel.gemeld, overrides: [nl/wet#vrij]}}\n"
    write(folder, "a/een", head("a/een", "nl/wet") + norm.format("een"))
    found = refused(folder, norm.format("twee"), "a/een")
    assert codes(found) == ["double-override"]


MINIMUM = [
    ("id: vooraf, before: besluit.genomen, must: advies.gevraagd, lead: {}", "6 weken", True),
    ("id: vooraf, before: besluit.genomen, must: advies.gevraagd, lead: {}", "43 dagen", True),
    ("id: vooraf, before: besluit.genomen, must: advies.gevraagd, lead: {}", "41 dagen", False),
    ("id: vooraf, before: besluit.genomen, must: advies.gevraagd, lead: {}", "3 maanden", False),
    (
        "id: vooraf, before: besluit.genomen, must: advies.gevraagd, lead: {}, why: x",
        "7 weken",
        True,
    ),
    (
        "id: vooraf, before: besluit.genomen, must: advies.gevraagd, lead: {}, strength: should",
        "7 weken",
        False,
    ),
    ("id: vooraf, before: besluit.genomen, must: advies.gegeven, lead: {}", "7 weken", False),
    ("id: vooraf, before: besluit.genomen, must: advies.gevraagd, lead: {}", "not_stated", False),
    ("id: antwoord, after: advies.gevraagd, must: advies.gegeven, within: {}", "5 weken", True),
    ("id: antwoord, after: advies.gevraagd, must: advies.gegeven, within: {}", "7 weken", False),
    ("id: steun, count: steun.betuigd, before: besluit.genomen, at_least: {}", "26", True),
    ("id: steun, count: steun.betuigd, before: besluit.genomen, at_least: {}", "24", False),
    ("id: steun, count: steun.betuigd, before: besluit.genomen, at_least: {}", "kiezers", False),
    (
        "id: steun, count: steun.betuigd, before: besluit.genomen, at_least: {}",
        "{highest_of: [{share: 1%, of: kiezers}, 25]}",
        False,
    ),
    ("id: steun, never: {}", "uitstel.gemeld", False),
]


@pytest.mark.parametrize(("norm", "amount", "allowed"), MINIMUM)
def test_a_minimum_may_only_be_stricter(
    norm: str, amount: str, allowed: bool, folder: Path
) -> None:
    """Shorter deadline, longer lead, higher floor; what cannot be compared is refused."""
    id_ = norm.partition(",")[0].removeprefix("id: ")
    written = f"{norm.format(amount)}, overrides: [nl/wet#{id_}]"
    found = refused(folder, f"facts: {{kiezers: integer}}\nnorms:\n  - {{{written}}}\n")
    assert codes(found) == ([] if allowed else ["below-minimum"])


def test_what_differs_from_a_minimum_is_named(folder: Path) -> None:
    """Issue 1: the message leads to a file that loads: where the old one stands, and which keys."""
    norm = "id: antwoord, after: uitstel.gemeld, must: advies.gegeven, within: 5 weken"
    body = f"norms:\n  - {{{norm}, count_from: same_day, overrides: [nl/wet#antwoord]}}\n"
    (found,) = refused(folder, body)
    assert found.expected_nl.endswith("(anders dan daar: after, count_from)")
    assert "nl/wet.yaml:" in found.expected_nl


@pytest.mark.parametrize(("lasts", "allowed"), [("8 weken", True), ("4 weken", False)])
def test_a_minimum_term_may_only_be_longer(lasts: str, allowed: bool, folder: Path) -> None:
    body = (
        f"terms:\n  inzage: {{begins: advies.gevraagd, lasts: {lasts}, begins_only_if: [vrij], "
        "overrides: [nl/wet#inzage]}\n"
    )
    assert codes(refused(folder, body)) == ([] if allowed else ["below-minimum"])


def test_what_is_no_minimum_may_be_replaced_freely(folder: Path) -> None:
    body = "norms:\n  - {id: vrij, may: uitstel.gemeld, by: raad, overrides: [nl/wet#vrij]}\n"
    assert refused(folder, body) == []


# ---------------------------------------------------------------- stages


STAGES = "stages:\n  open: {next: {traject.gesloten: dicht}}\n  dicht: {ends_as: decided}\n"


def test_stages_come_from_the_only_ancestor_that_has_them(folder: Path) -> None:
    write(folder, "a/een", head("a/een", "nl/wet") + STAGES)
    made = local(folder, "", "a/een")
    assert made.machine is not None
    assert made.machine.file == "a/een"


def test_own_stages_go_before(folder: Path) -> None:
    write(folder, "a/een", head("a/een", "nl/wet") + STAGES)
    made = local(folder, STAGES, "a/een")
    assert made.machine is not None
    assert made.machine.file == "stad/regels"


def test_stages_of_two_ancestors_are_refused(folder: Path) -> None:
    write(folder, "a/een", head("a/een", "nl/wet") + STAGES)
    write(folder, "a/twee", head("a/twee", "nl/wet") + STAGES)
    assert codes(refused(folder, "", "a/een, a/twee")) == ["several-machines"]
    assert refused(folder, STAGES, "a/een, a/twee") == []


def test_a_stage_that_a_lower_norm_needs_must_stay(folder: Path) -> None:
    norm = "norms:\n  - {id: x_1, during: {stage: open}, must_not: besluit.genomen}\n"
    write(folder, "a/een", head("a/een", "nl/wet") + STAGES + norm)
    found = refused(folder, STAGES.replace("open", "begin"), "a/een")
    assert codes(found) == ["unknown-stage"]


# ---------------------------------------------------------------- versions


def version(start: str, end: str = "", body: str = "") -> str:
    text = f"valid_from: {start}\n" + (f"valid_to: {end}\n" if end else "")
    return head("nl/oud", "nl/wet", text) + body


def test_versions_stand_side_by_side(folder: Path) -> None:
    norm = "norms:\n  - {id: vooraf-2, never: uitstel.gemeld}\n"
    write(folder, "nl/oud", version("2026-01-01", body=norm))
    write(folder, "nl/oud@2020-01-01", version("2020-01-01", "2025-12-31", norm))
    made = local(folder, "", "nl/oud")
    assert [(file.id, file.valid_from) for file in made.files] == [
        ("nl/wet", date(2026, 1, 1)),
        ("nl/oud", date(2020, 1, 1)),
        ("nl/oud", date(2026, 1, 1)),
        ("stad/regels", None),
    ]
    newest = load_ruleset("nl/oud", library=[folder])
    assert newest.own.valid_from == date(2026, 1, 1)
    asked = load_ruleset(folder / "nl/oud@2020-01-01.yaml")
    assert asked.own.valid_from == date(2020, 1, 1)
    assert len(asked.files) == 3


@pytest.mark.parametrize(
    ("older", "code", "suggestion"),
    [
        (version("2020-01-01"), "overlapping-versions", "valid_to: 2025-12-31"),
        (version("2020-01-01", "2026-01-01"), "overlapping-versions", "valid_to: 2025-12-31"),
        (version("2020-01-02", "2025-12-31"), "version-name", ""),
        (version("not_stated"), "version-without-day", ""),
    ],
)
def test_versions_must_follow_each_other(
    older: str, code: str, suggestion: str, folder: Path
) -> None:
    write(folder, "nl/oud", version("2026-01-01"))
    write(folder, "nl/oud@2020-01-01", older)
    found = refused(folder, "", "nl/oud")
    assert [(p.code, p.suggestion) for p in found] == [(code, suggestion)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-01-01", (date(2026, 1, 1), Precision.DAY)),
        ("not_stated", (NotStated(), Precision.DAY)),
        ("{date: 2004-01-01, precision: year}", (date(2004, 1, 1), Precision.YEAR)),
    ],
)
def test_valid_from(written: str, expected: object, tmp_path: Path) -> None:
    path = write(tmp_path, "a/b", head("a/b", more=f"valid_from: {written}\n"))
    file = load_ruleset(path).own
    assert (file.valid_from, file.valid_from_precision) == expected


def test_a_number_that_is_worked_out_is_not_compared() -> None:
    """3.7: nobody can say here whether 1% of the voters is more than 25; an amount is a number."""
    from spelregels.language.stricter import Compared, _amounts

    one = Share(1, 100, FactFigure("kiezers"))
    assert _amounts(one, one) is Compared.STRICTER
    assert _amounts(one, 25) is Compared.UNKNOWN
    assert _amounts(25, one) is Compared.UNKNOWN
    assert _amounts(Share(2, 100, FactFigure("kiezers")), one) is Compared.UNKNOWN
    assert _amounts(Decimal("1000.50"), 1000) is Compared.STRICTER
    assert _amounts(1000, Decimal("1000.50")) is Compared.LOOSER


def test_a_duration_is_compared_only_in_like_units() -> None:
    from spelregels.language.stricter import Compared, _amounts

    weeks, months = Duration(6, Unit.WEEK), Duration(2, Unit.MONTH)
    assert _amounts(weeks, Duration(42, Unit.DAY)) is Compared.STRICTER
    assert _amounts(Duration(1, Unit.YEAR), months) is Compared.STRICTER
    assert _amounts(weeks, months) is Compared.UNKNOWN
    assert _amounts(Duration(30, Unit.WORKING_DAY), weeks) is Compared.UNKNOWN
