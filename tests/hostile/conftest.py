"""The command line run inside the test, and what every refusal must be (issue 1.9)."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest
import typer
from spelregels_cli import app as cli_app

COMMANDS = typer.main.get_command(cli_app.app)  # made once: it is most of the time of a run
RULES = Path(__file__).parent / "proef.yaml"
OPTIONS = ("--rules", str(RULES), "--as-of", "2026-12-31")
# Nothing but a line end may reach a terminal that is not a letter: no escape, bell or turned text.
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Outcome:
    """What one run of the command line gave."""

    code: int
    out: str
    err: str


Cli = Callable[..., Outcome]


def run(*arguments: str | Path) -> Outcome:
    """The command line in this process; its own last resort included."""
    out, err, was = io.StringIO(), io.StringIO(), sys.argv
    sys.argv = ["spelregels", *map(str, arguments)]
    try:
        with redirect_stdout(out), redirect_stderr(err), patch.object(cli_app, "app", COMMANDS):
            cli_app.main()
            code = 0
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        sys.argv = was
    both = out.getvalue() + err.getvalue()
    assert code in (0, 1, 2), both
    assert "Traceback" not in both
    assert not STEERING.search(both), ascii(STEERING.findall(both))
    return Outcome(code, out.getvalue(), err.getvalue())


@pytest.fixture
def cli() -> Cli:
    """Run the command line; never a traceback, never a raw control character."""
    return run


@dataclass(frozen=True)
class Checker:
    """Writes an input into a fresh folder and runs ``check`` on it."""

    folder: Path
    cli: Cli

    def write(self, name: str, content: str | bytes) -> Path:
        """The file, with the bytes given or the text in UTF-8, line ends untouched."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def refuses(
        self,
        name: str,
        content: str | bytes,
        place: str | None,
        said: str,
        options: tuple[str, ...] = OPTIONS,
    ) -> Outcome:
        """Exit 2, nothing on stdout, and a message at ``place``.

        ``line:column``, or a cell; "": the file as a whole; None: wherever it turns out to be.
        """
        path = self.write(name, content)
        return self.refusal(("check", str(path), *options), path, place, said)

    def refusal(
        self, arguments: tuple[str, ...], path: Path | str, place: str | None, said: str
    ) -> Outcome:
        """The same, for any command; also in English and as JSON."""
        got = self.cli(*arguments)
        assert (got.code, got.out) == (2, ""), got
        where = re.escape(str(path)) + {None: ":[0-9]+:[0-9]+", "": ""}.get(place, f":{place}")
        lines = [line for line in got.err.splitlines() if re.match(f"{where}: ", line)]
        assert any(said in line for line in lines), got.err
        assert max(map(len, got.err.splitlines())) < 2500, "a message that nobody reads"
        self.in_english(arguments, lines)
        return got

    def in_english(self, arguments: tuple[str, ...], lines: list[str]) -> None:
        """The problems as data: each says in English what is wrong, and not in Dutch again."""
        got = self.cli(*arguments, "--format", "json", "--lang", "en")
        assert (got.code, got.err) == (2, "")
        problems = json.loads(got.out)["problems"]
        assert problems
        for problem in problems:
            assert problem["code"]
            assert problem["message"]
            assert not any(line.endswith(problem["message"]) for line in lines), problem

    def reads(self, name: str, content: str | bytes, code: int, *said: str) -> Outcome:
        """Exit ``code`` (0 clean, 1 findings), with all of ``said`` in the report."""
        got = self.cli("check", self.write(name, content), *OPTIONS)
        assert (got.code, got.err) == (code, ""), got
        for part in said:
            assert part in got.out, got.out
        return got


@pytest.fixture
def checks(tmp_path: Path) -> Checker:
    """See :class:`Checker`."""
    return Checker(tmp_path, run)
