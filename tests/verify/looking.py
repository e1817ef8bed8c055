"""A text as the checks see it, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from spelregels.language import load_ruleset
from spelregels.model.ruleset import Ruleset
from spelregels.model.verified import Case, TextFinding
from spelregels.verify.cases import whole
from spelregels.verify.found import all_checks
from spelregels.verify.run import findings_of, subject_of, subjects_of

DAY = date(2026, 11, 22)
CHECKS = {check.record.id: check for check in all_checks()}


def written(folder: Path, rules: str, beside: Sequence[str] = ()) -> Ruleset:
    """The rules of a case, loaded; those beside it can be extended by it."""
    for number, other in enumerate(beside):
        _write(folder, whole(other), f"naast-{number}")
    return load_ruleset(_write(folder, whole(rules), "regels"))


def given(folder: Path, case: Case) -> tuple[Ruleset, ...]:
    """The texts of a case, loaded: those beside it first."""
    ruleset = written(folder, case.rules, case.beside)
    others = sorted(folder.rglob("*.yaml"))
    return (*(load_ruleset(one) for one in others if str(one) != ruleset.own.path), ruleset)


def _write(folder: Path, text: str, name: str) -> Path:
    said = next((line[4:] for line in text.splitlines() if line.startswith("id: ")), name)
    path = folder / f"{said}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(check: str, ruleset: Ruleset) -> tuple[TextFinding, ...]:
    """What one check finds."""
    return findings_of(CHECKS[check], subject_of(ruleset, DAY))


@cache
def looked_at(check: str, case: Case) -> tuple[Ruleset, tuple[TextFinding, ...]]:
    """A case, loaded, with what its check finds in it."""
    with TemporaryDirectory() as folder:
        subject = subjects_of(given(Path(folder), case), DAY)[-1]
        return subject.ruleset, findings_of(CHECKS[check], subject)
