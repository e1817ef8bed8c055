"""A session of the neighbourhood platform, some weeks under way."""

from __future__ import annotations

from typing import Any

import pytest

from spelregels.session import Rulebook, Session

HEADER = {"id": "speelplek", "records": "all", "closed": "all", "order": "listed"}
WALK: list[dict[str, Any]] = [
    {"id": "e1", "at": "2026-03-02", "act": "informatie.gegeven", "by": "college"},
    {"id": "e2", "at": "2026-03-03", "act": "kaders.bekendgemaakt", "by": "college"},
    {"id": "e3", "at": "2026-03-16", "act": "raadpleging.geopend", "by": "college"},
    {"id": "e4", "at": "2026-04-06", "act": "raadpleging.gesloten", "by": "college"},
    {"id": "e5", "at": "2026-04-14", "act": "achterban.geraadpleegd", "by": "wijkplatform"},
    {"id": "e6", "at": "2026-04-28", "act": "advies.uitgebracht", "by": "wijkplatform"},
]


@pytest.fixture(scope="session")
def book() -> Rulebook:
    return Rulebook.load("vormen/wijkplatform")


def walked(book: Rulebook, steps: int, *, strict: bool = True) -> Session:
    """A session after the first ``steps`` events."""
    session = Session.start(book, HEADER, strict=strict)
    for event in WALK[:steps]:
        session.record(event)
    return session
