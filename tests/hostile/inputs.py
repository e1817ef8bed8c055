"""Inputs that are right, to be made wrong, and so a hostile input differs in one thing only."""

from __future__ import annotations

import json

YAML = """\
id: A
records: all
events:
  - {id: e1, at: 2026-02-01, act: informatie.gegeven, by: college}
  - {id: e2, at: 2026-03-01, act: besluit.genomen, by: raad, outcome: ja}
"""
LOG = {
    "id": "A",
    "records": "all",
    "events": [
        {"id": "e1", "at": "2026-02-01", "act": "informatie.gegeven", "by": "college"},
        {"id": "e2", "at": "2026-03-01", "act": "besluit.genomen", "by": "raad", "outcome": "ja"},
    ],
}
JSON = json.dumps(LOG)
CSV = """\
id,event,at,act,by,outcome,records
A,e1,2026-02-01,informatie.gegeven,college,,all
A,e2,2026-03-01,besluit.genomen,raad,ja,
"""


def yaml_event(line: str, head: str = "") -> str:
    """A trajectory with one event; the event begins in column 5 of line 4 (``head``: later)."""
    return f"id: A\nrecords: all\n{head}events:\n  - {line}\n"
