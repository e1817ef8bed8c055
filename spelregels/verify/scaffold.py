"""A new check: ``python -m spelregels.verify.scaffold naam-van-de-controle`` from the checkout.

Writes the module and its case file. The tests then fail until both are filled in: a text that still
says FILL IN is no text.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from spelregels.verify.found import check_ids

FILL_IN = "FILL IN"
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
_HOW = "python -m spelregels.verify.scaffold naam-van-de-controle"

_MODULE = '''"""FILL IN: what this finds, in one line."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.verified import ActName, CheckRecord, Cited, Status, Text
from spelregels.model.words import Severity
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="{id}",
    severity=Severity.WARNING,
    status=Status.PREVIEW,
    title=Text("FILL IN", "FILL IN"),
    looks_for=Text("FILL IN", "FILL IN"),
    why=Text("FILL IN", "FILL IN"),
    repair=Text("FILL IN", "FILL IN"),
    limits=Text("FILL IN", "FILL IN"),
    messages={{"found": Text("FILL IN {{act}}", "FILL IN {{act}}")}},
    sources=(Cited("FILL IN: an article, or a real text", "D1"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """FILL IN: one finding for each what."""
    for norm in subject.own.norms:
        if norm.id == "FILL IN":
            yield Hit(subject.at_norm(norm, "by"), "found", {{"act": ActName("besluit.genomen")}})
'''

_CASES = """check: {id}
wrong:
  - title: {{nl: FILL IN, en: FILL IN}}
    rules: |
      norms:
        - {{id: regel, may: besluit.genomen, by: raad}}
    at: [norms/regel/by]
  - title: {{nl: FILL IN, en: FILL IN}}
    rules: |
      norms:
        - {{id: regel, may: besluit.genomen, by: raad}}
    at: [norms/regel/by]
right:
  - title: {{nl: FILL IN, en: FILL IN}}
    rules: |
      norms:
        - {{id: regel, may: besluit.genomen, by: raad}}
  - title: {{nl: FILL IN, en: FILL IN}}
    rules: |
      norms:
        - {{id: regel, may: besluit.genomen, by: raad}}
"""


def scaffold(id_: str, room: Path) -> tuple[Path, Path]:
    """Write the module and the case file of a new check in ``room`` (the folder of this package).

    Raises ValueError for an id that is none, or that is taken; nothing is written then.
    """
    if not _ID.fullmatch(id_):
        raise ValueError(f"{id_!r} is no id: Dutch words with hyphens, like besluit-zonder-termijn")
    name = id_.replace("-", "_")
    module, cases = room / "checks" / f"{name}.py", room / "cases" / f"{name}.yaml"
    if id_ in check_ids() or module.exists() or cases.exists():
        raise ValueError(f"the check {id_} exists already")
    module.write_text(_MODULE.format(id=id_), encoding="utf-8")
    cases.write_text(_CASES.format(id=id_), encoding="utf-8")
    return module, cases


def main(arguments: list[str]) -> int:
    """The exit code."""
    if len(arguments) != 1:
        print(f"usage: {_HOW}", file=sys.stderr)
        return 2
    try:
        made = scaffold(arguments[0], Path(__file__).parent)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    for path in made:
        print(path.name)
    print("Fill these in, add a broken text to rulesets/stuk, then: python -m tests.verify.pages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
