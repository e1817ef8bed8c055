"""Texts of one town given together (issue 3.1: across documents and versions; 4.3: D2, D40)."""

from __future__ import annotations

from pathlib import Path

import pytest

from spelregels.language import load_ruleset
from spelregels.model.ruleset import Ruleset
from spelregels.verify import verify
from spelregels.verify.cases import whole

from .looking import DAY

CLASH = "twee-teksten-twee-beslissers"
TOWN = "gemeente_code: GM9999\n"
PAGE = "norms:\n  - {{id: beslist-{role}, may: budget.toegekend, by: {role}}}\n"


def text(folder: Path, name: str, role: str, more: str = TOWN) -> Ruleset:
    path = folder / "stad" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(whole(f"id: stad/{name}\n{more}{PAGE.format(role=role)}"), encoding="utf-8")
    return load_ruleset(path)


def clashes(*given: Ruleset) -> list[tuple[str, str]]:
    """Which text is told that it clashes, and with which file."""
    report = verify(given, as_of=DAY, only=[CLASH])
    return [
        (one.ruleset, other.place.file)
        for ruleset in report.rulesets
        for one in ruleset.findings
        for other in one.beside
    ]


def test_what_clashes_is_found_once_at_the_last_that_was_given(tmp_path: Path) -> None:
    """3.1: one finding for two texts, with the place in the other one; one text has no clash."""
    town, page = text(tmp_path, "regels", "college"), text(tmp_path, "pagina", "wijkplatform")
    assert clashes(town, page) == [("stad/pagina", "stad/regels")]
    assert clashes(page, town) == [("stad/regels", "stad/pagina")]
    assert clashes(page) == []
    (finding,) = verify([town, page], as_of=DAY, only=[CLASH]).findings
    assert finding.beside[0].position.file == town.own.path
    assert finding.beside[0].position.line


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("gemeente_code: GM8888\n", id="another town"),
        pytest.param("", id="no town"),
        pytest.param(f"{TOWN}extends: [nl/vocabulaire, stad/regels]\n", id="a layer"),
        pytest.param(f"{TOWN}valid_from: 2020-01-01\nvalid_to: 2025-12-31\n", id="ended before"),
        pytest.param(f"{TOWN}regulatory_layer: WET\n", id="national law"),
    ],
)
def test_which_texts_are_held_against_each_other(more: str, tmp_path: Path) -> None:
    """3.1: only texts of one town, in force together, that are no layers of each other."""
    town = text(tmp_path, "regels", "college")
    assert clashes(town, text(tmp_path, "pagina", "wijkplatform", more)) == []
    assert clashes(town, text(tmp_path, "pagina", "wijkplatform")) != []


def test_an_unknown_beginning_may_be_any_day(tmp_path: Path) -> None:
    """3.1: a page without a day may hold beside any text of the town."""
    town = text(
        tmp_path, "regels", "college", f"{TOWN}valid_from: 2010-01-01\nvalid_to: 2012-12-31\n"
    )
    page = text(tmp_path, "pagina", "wijkplatform", f"{TOWN}valid_from: not_stated\n")
    assert clashes(town, page) == [("stad/pagina", "stad/regels")]
