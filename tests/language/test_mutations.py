"""Files with mistakes (issue 1.9): a clear refusal or a reading, never a traceback."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from spelregels.language import load_ruleset
from spelregels.language.trajectories import trajectories_from_yaml
from spelregels.model.problem import InputRefused
from tests.language.reference import BLOCKS, FILES, whole

WORD = re.compile(r"([\w.-]+)")
ODD = [
    *("null", "on", "''", "[]", "{}", "[[]]", "{a: {b: [c]}}", "-1", "1.5", "2026-02-30"),
    *("not_stated", "{any_of: []}", "\t", "\n", "é", "x#y", "nl/awb#x.verstreken", "- ", ": "),
]
RULES = [whole(kind, text) for kind, text in BLOCKS if kind != "trajectory"]
LOGS = [text for kind, text in BLOCKS if kind == "trajectory"]
TOKENS = sorted({*ODD, *WORD.findall("\n".join((*RULES, *LOGS)))})


def mistyped(text: str, rng: Random) -> str:
    """The text with one to three mistakes: a word replaced, letters lost, a line lost or moved."""
    for _ in range(rng.randint(1, 3)):
        parts, lines = WORD.split(text), text.split("\n")
        match rng.randrange(4):
            case 0 | 1 if len(parts) > 3:
                parts[rng.randrange(1, len(parts), 2)] = rng.choice(TOKENS)
                text = "".join(parts)
            case 2:
                start = rng.randrange(len(text))
                text = text[:start] + rng.choice(["", *ODD]) + text[start + rng.randint(1, 4) :]
            case _:
                line = lines.pop(rng.randrange(len(lines)))
                if rng.random() < 0.5:
                    lines.insert(rng.randrange(len(lines) + 1), line)
                text = "\n".join(lines)
    return text


@pytest.mark.parametrize("seed", range(120))
def test_a_mistyped_file_is_refused_or_read(seed: int, tmp_path: Path) -> None:
    rng = Random(seed)
    for id_, text in FILES.items():
        path = tmp_path / f"{id_}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    file = tmp_path / "fout.yaml"
    file.write_text(mistyped(rng.choice(RULES), rng), encoding="utf-8")
    log = mistyped(rng.choice(LOGS), rng)
    for action in (
        lambda: load_ruleset(file, library=[tmp_path]),
        lambda: trajectories_from_yaml(log, "log.yaml"),
    ):
        try:
            assert action()
        except InputRefused as refused:
            assert refused.problems
            for problem in refused.problems:
                assert problem.position.line > 0
                assert problem.message_nl
                assert problem.message_en
