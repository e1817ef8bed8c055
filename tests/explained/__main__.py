"""``python -m tests.explained`` writes ``docs/explained/`` anew."""

from __future__ import annotations

from tests.explained.page import write

write()
