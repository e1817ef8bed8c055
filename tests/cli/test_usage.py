"""A command line that cannot be read: said in Dutch, in English, as JSON (issue 3, 2.3)."""

from __future__ import annotations

import json
import sys

import pytest
from spelregels_cli.app import main


def run(line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """What is said on stderr; nothing else, and exit code 2."""
    monkeypatch.setattr(sys, "argv", ["spelregels", *line.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    assert (ended.value.code, said.out) == (2, "")
    return said.err


WRONG = [
    ("chek x", "De opdracht chek bestaat niet.", "The command chek does not exist."),
    ("check", "TRAJECT… ontbreekt.", "TRAJECT… is missing."),
    ("check x --fromat text", "De optie --fromat bestaat hier niet.", "--fromat does not exist"),
    ("check x --as-of", "Achter --as-of ontbreekt een waarde.", "--as-of needs a value."),
    ("check x --as-of 1-2-2026", "--as-of: 1-2-2026 is geen datum.", "1-2-2026 is not a date."),
    ("check x --fail-on erro", "erro is hier geen bekend woord.", "erro is not a known word"),
    ("show a b c", "Hier staat te veel: b c.", "There is too much here: b c."),
    ("agenda x --later=3", "--later krijgt geen waarde.", "--later takes no value."),
]


@pytest.mark.parametrize(("line", "nl", "en"), WRONG)
def test_what_is_wrong_is_said_in_both_languages(
    line: str, nl: str, en: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The default is Dutch; `--lang en` speaks English, here too."""
    assert nl in run(line, capsys, monkeypatch)
    name, _, rest = line.partition(" ")
    assert en in run(f"{name} --lang en {rest}", capsys, monkeypatch)


def test_the_nearest_word_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """For a command, an option, a word of a list and a day."""
    assert "bedoelde u: check" in run("chek x", capsys, monkeypatch)
    assert "bedoelde u: --format" in run("check x --fromat text", capsys, monkeypatch)
    assert "bedoelde u: error" in run("check x --fail-on erro", capsys, monkeypatch)
    assert "bedoelde u: 2026-02-01" in run("check x --as-of 1-2-2026", capsys, monkeypatch)


def test_who_asks_for_json_gets_json(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for any other bad input."""
    monkeypatch.setattr(sys, "argv", ["spelregels", "check", "x", "--format", "json", "--oeps"])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    (problem,) = json.loads(said.out)["problems"]
    assert (ended.value.code, said.err) == (2, "")
    assert problem["message"] == "De optie --oeps bestaat hier niet."
    assert problem["location"]["file"] == "spelregels check"


def test_without_a_command_there_is_help(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 2, for a script that forgot it; every command is listed."""
    monkeypatch.setattr(sys, "argv", ["spelregels"])
    with pytest.raises(SystemExit) as ended:
        main()
    said = "".join(capsys.readouterr())
    assert ended.value.code == 2
    assert "check" in said and "migrate" in said
