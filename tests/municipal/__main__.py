"""``python -m tests.municipal`` writes the tables of ``docs/expressiveness.md`` and
``docs/defects.md`` anew."""

from __future__ import annotations

from tests.municipal import defects, page

page.PAGE.write_text(page.fresh(), encoding="utf-8")
defects.PAGE.write_text(defects.fresh(), encoding="utf-8")
