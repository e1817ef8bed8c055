"""A tiny case system that asks before it acts. Run: python examples/embedding/zaaksysteem.py"""

from datetime import date

from spelregels.session import Lawful, NotLawful, Rulebook, Session

RULES = Rulebook.load("vormen/wijkplatform")
shelf: dict[str, dict] = {}  # stands for a database: the state is plain JSON


def handle(case: str, event: dict) -> str:
    """Record one event of one case, if the rules allow it; say what happened."""
    session = Session.restore(RULES, shelf[case])
    on, seen = date.fromisoformat(event["at"]), session.sequence
    known = {k: v for k, v in event.items() if k not in ("id", "at", "act", "by", "outcome")}
    asked = {"by": event["by"], "on": on, "outcome": event.get("outcome"), "attributes": known}
    answer = session.preview(event["act"], **asked)
    if answer.lawful is Lawful.UNLAWFUL:
        when = answer.days.earliest if answer.days else None
        return f"{event['act']}: no, {[v.norm for v in answer.against]}; from {when}"
    try:
        session.record(event, expected=seen)
    except NotLawful as refused:  # the facts that were left out turned out to matter
        return f"{event['act']}: no, {[v.norm for v in refused.answer.against]}"
    shelf[case] = session.snapshot()
    due = [f"{item.act} by {item.day}" for item in session.agenda(on=on, later=False)]
    return f"{event['act']}: done; open: {', '.join(due) or 'nothing'}"


def main() -> None:
    """One case, from the first letter to the advice."""
    header = {"id": "speelplek", "records": "all", "closed": "all", "order": "listed"}
    shelf["speelplek"] = Session.start(RULES, header).snapshot()
    for number, (day, act, by) in enumerate(
        [
            ("2026-03-02", "informatie.gegeven", "college"),
            ("2026-03-03", "kaders.bekendgemaakt", "college"),
            ("2026-03-09", "raadpleging.geopend", "college"),  # a week after the letter: too soon
            ("2026-03-16", "raadpleging.geopend", "college"),
            ("2026-04-06", "raadpleging.gesloten", "college"),
            ("2026-04-14", "achterban.geraadpleegd", "wijkplatform"),
            ("2026-04-28", "advies.uitgebracht", "wijkplatform"),
        ],
        start=1,
    ):
        print(day, handle("speelplek", {"id": f"e{number}", "at": day, "act": act, "by": by}))


if __name__ == "__main__":
    main()
