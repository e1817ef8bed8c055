"""``python -m tests.real_data`` writes the tables of ``docs/real-data.md`` anew."""

from __future__ import annotations

from tests.real_data.page import PAGE, fresh

PAGE.write_text(fresh(), encoding="utf-8")
