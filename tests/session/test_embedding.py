"""The example of embedding does what it shows; the room's words and its promise (issue 2.2)."""

from __future__ import annotations

import re
import string
import subprocess
import sys
from pathlib import Path

import spelregels.session as room
from spelregels.session.words import WORDS

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "embedding" / "zaaksysteem.py"


def test_the_example_asks_before_it_acts() -> None:
    """Thirty lines of code: one act refused with the day it may be done, a duty on the agenda."""
    code = [line for line in EXAMPLE.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert len(code) <= 30
    done = subprocess.run(
        [sys.executable, str(EXAMPLE)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 6
    assert lines[2].endswith("-> no: informatie-vooraf; allowed from 2026-03-16")
    assert lines[3].endswith("-> done; still to do: nothing")
    assert lines[5].endswith("-> done; still to do: reactie.gegeven by 2026-06-09")


def test_the_page_documents_everything_that_is_public() -> None:
    """docs/session.md names every public name, and every exception."""
    page = (ROOT / "docs" / "session.md").read_text(encoding="utf-8")
    assert [name for name in room.__all__ if f"`{name}" not in page] == []


def test_the_examples_on_the_page_run() -> None:
    """Its Python blocks, one after the other."""
    page = (ROOT / "docs" / "session.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL)
    assert len(blocks) >= 3
    scope: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/session.md", "exec"), scope)


def test_both_languages_have_the_same_sentences_with_the_same_holes() -> None:
    """And each of them is used somewhere."""

    def holes(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    dutch, english = WORDS["nl"], WORDS["en"]
    assert dutch.keys() == english.keys()
    assert [key for key in dutch if holes(dutch[key]) != holes(english[key])] == []
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "spelregels" / "session").glob("*.py")
        if path.name != "words.py"
    )
    made = ("group_", "item_", "ics_", "plan_", "reading_")
    quoted = set(re.findall(r"""["']([a-z_]+)["']""", source))
    unused = [key for key in dutch if key not in quoted and not key.startswith(made)]
    answers = {"lawful", "unlawful", "too_late", "cannot_tell", "conditional", "untouched"}
    assert set(unused) <= answers
