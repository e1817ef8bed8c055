"""Writes the pages of the checks: ``python -m tests.verify.pages`` from the top of the checkout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from spelregels.model.verified import Case, CheckRecord
from spelregels.report.check_pages import check_index, check_page
from spelregels.report.json import dumps
from spelregels.report.verify_json import schema
from spelregels.report.verify_words import Teller
from spelregels.verify import records
from spelregels.verify.cases import case_file
from tests.verify.looking import looked_at

FOLDER = Path(__file__).parents[2] / "docs" / "checks"
LANGUAGES = ("nl", "en")


def fresh() -> Iterator[tuple[Path, str]]:
    """Every page with what it should say."""
    yield FOLDER.parent / "verify.schema.json", dumps(schema()) + "\n"
    for language in LANGUAGES:
        yield FOLDER / language / "README.md", check_index(records(), language)
        for record in records():
            page = check_page(record, case_file(record.id), _sayer(record, language), language)
            yield FOLDER / language / f"{record.id}.md", page


def _sayer(record: CheckRecord, language: str) -> Callable[[Case], list[tuple[str, str]]]:
    """What the check says of each of its cases."""

    def said(case: Case) -> list[tuple[str, str]]:
        ruleset, findings = looked_at(record.id, case)
        teller = Teller.of(ruleset, language)
        return [(one.at.place.path, teller.message(one, record)) for one in findings]

    return said


def main() -> None:
    """Write all pages, and take away those of checks that are gone."""
    wanted = dict(fresh())
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in set(FOLDER.rglob("*.md")) - set(wanted):
        path.unlink()


if __name__ == "__main__":
    main()
