"""``python -m tests.tensions``: looks again at cases and real input, and writes the pages."""

from __future__ import annotations

from tests.conftest import DATA
from tests.tensions.met import store
from tests.tensions.page import FOLDER, fresh


def main() -> None:
    """Write all pages, and take away those of tensions that are gone."""
    store(DATA if DATA.is_dir() else None)
    wanted = dict(fresh())
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in set(FOLDER.rglob("*.md")) - set(wanted):
        path.unlink()


if __name__ == "__main__":
    main()
