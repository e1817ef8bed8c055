"""``python -m tests.law`` writes ``docs/law-coverage.md`` anew."""

from __future__ import annotations

from tests.law.page import PAGE, fresh

PAGE.write_text(fresh(), encoding="utf-8")
