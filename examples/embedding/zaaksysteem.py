"""A tiny case system that asks before it acts: python examples/embedding/zaaksysteem.py"""

from datetime import date

from spelregels.session import Lawful, Rulebook, Session

RULES = Rulebook.load("vormen/wijkplatform")
HEADER = {"id": "speelplek", "records": "all", "closed": "all", "order": "listed"}
SHELF = {"speelplek": Session.start(RULES, HEADER).snapshot()}  # a database; it holds plain JSON


def handle(case: str, day: str, act: str, by: str) -> str:
    session, on = Session.restore(RULES, SHELF[case]), date.fromisoformat(day)
    answer = session.preview(act, by=by, on=on)
    if answer.lawful is Lawful.UNLAWFUL:
        return f"no: {answer.against[0].norm}; allowed from {answer.days.earliest}"
    seen = session.sequence
    session.record({"id": f"e{seen + 1}", "at": day, "act": act, "by": by}, expected=seen)
    SHELF[case] = session.snapshot()
    due = [f"{item.act} by {item.day}" for item in session.agenda(on=on, later=False)]
    return f"done; still to do: {', '.join(due) or 'nothing'}"


if __name__ == "__main__":
    for step in (
        ("2026-03-02", "informatie.gegeven", "college"),
        ("2026-03-03", "kaders.bekendgemaakt", "college"),
        ("2026-03-09", "raadpleging.geopend", "college"),  # a week after the letter: too soon
        ("2026-03-16", "raadpleging.geopend", "college"),
        ("2026-04-06", "raadpleging.gesloten", "college"),
        ("2026-04-28", "advies.uitgebracht", "wijkplatform"),
    ):
        print(*step, "->", handle("speelplek", *step))
