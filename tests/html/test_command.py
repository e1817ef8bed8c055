"""`--html` as a user types it (issue 3.8): a page beside the usual output, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from spelregels_cli.app import app
from typer.testing import CliRunner, Result

from .pages import ROOT, TRAJECTORIES, parsed, said

EXAMPLE = str(ROOT / "examples" / "speelplek.yaml")
RULES = "vormen/wijkplatform"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_check_writes_a_page_beside_its_usual_output(tmp_path: Path) -> None:
    """Same text, same exit code, and a Dutch page."""
    target = tmp_path / "speelplek.html"
    plain, paged = run("check", EXAMPLE), run("check", EXAMPLE, "--html", str(target))
    assert (paged.exit_code, paged.stdout) == (plain.exit_code, plain.stdout)
    tree = parsed(target.read_text(encoding="utf-8"))
    assert tree.get("lang") == "nl"
    assert said(next(tree.iter("h1"))) == "Nieuwe speelplek in de Molenwijk"
    assert [path.name for path in tmp_path.iterdir()] == ["speelplek.html"]


def test_explain_writes_a_page(tmp_path: Path) -> None:
    """In English when asked."""
    target = tmp_path / "regels.html"
    assert run("explain", RULES, "--lang", "en", "--html", str(target)).exit_code == 0
    assert parsed(target.read_text(encoding="utf-8")).get("lang") == "en"


def test_names_are_asked_for_outright(tmp_path: Path) -> None:
    """Without `--names` a page holds no name."""
    target = tmp_path / "onzeker.html"
    log = str(TRAJECTORIES["onzeker"])
    run("check", log, "--rules", RULES, "--html", str(target))
    assert "Fatima" not in target.read_text(encoding="utf-8")
    run("check", log, "--rules", RULES, "--html", str(target), "--names")
    assert "Fatima Voorbeeld" in target.read_text(encoding="utf-8")


def test_our_own_page_is_written_anew_and_nothing_else_is(tmp_path: Path) -> None:
    """A page of last week may go; an input, or anything we did not make, stays as it is."""
    target = tmp_path / "pagina.html"
    assert run("explain", RULES, "--html", str(target)).exit_code == 0
    assert run("explain", "vormen/inspraak", "--html", str(target)).exit_code == 0
    assert "Wijkplatform" not in said(next(parsed(target.read_text("utf-8")).iter("h1")))
    log = tmp_path / "traject.html"
    log.write_text("id: x\nevents: []\n", encoding="utf-8")
    result = run("check", EXAMPLE, "--html", str(log))
    assert result.exit_code == 2
    assert log.read_text(encoding="utf-8") == "id: x\nevents: []\n"
    link = tmp_path / "schakel.html"
    link.symlink_to(target)
    assert run("explain", RULES, "--html", str(link)).exit_code == 2


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("pagina.yaml", "eindigt op .html"),
        ("weg/pagina.html", "bestaat niet"),
        ("map.html", "is een map"),
    ],
)
def test_a_bad_place_is_refused_before_the_work(tmp_path: Path, name: str, told: str) -> None:
    """Exit 2, one clear sentence, no findings and no file."""
    (tmp_path / "map.html").mkdir()
    result = run("check", EXAMPLE, "--html", str(tmp_path / name))
    assert result.exit_code == 2
    assert told in result.stderr and not result.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]


def test_there_is_no_page_of_one_norm(tmp_path: Path) -> None:
    """It says what to ask for instead."""
    result = run("explain", f"{RULES}#evaluatie", "--html", str(tmp_path / "een.html"))
    assert result.exit_code == 2
    assert "zonder #" in result.stderr


def test_too_many_trajectories_for_a_page_is_said(tmp_path: Path) -> None:
    """More than a person would read on one page."""
    head = "records: all\nas_of: 2026-01-01\nevents: []\n"
    for number in range(101):
        (tmp_path / f"t{number}.yaml").write_text(f"id: t{number}\n{head}", encoding="utf-8")
    target = tmp_path / "pagina.html"
    result = run("check", str(tmp_path), "--rules", RULES, "--html", str(target))
    assert result.exit_code == 2
    assert "101 trajecten passen niet op één pagina" in result.stderr
    assert not target.exists()
