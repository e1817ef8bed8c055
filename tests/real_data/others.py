"""Tables about the other files: Open Zaak, EU consultations, Decidim, Pabulib."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from spelregels.model.checked import Checked
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Verdict
from spelregels.model.words import Precision, Word
from tests.real_data.runs import run, table, trajectories

CASES = {
    "recorded answers": ("zgw/openzaak_1.21.0", "openzaak"),
    "synthetic bundle": ("zgw/inspraak_zaak_bundle.json", "zgw-bundel"),
}
CASE_DAY = date(2026, 7, 1)
EU = "eventlogs/eu_consultations_2016_2026.csv", "eu-consultations", "data/eu-consultaties"
DECIDIM = "decidim/participatory_processes_steps.json", "decidim-steps", "data/decidim"
PABULIB = "pabulib", "pabulib", "data/pabulib"
BREACH = (Word.BROKEN, Word.LATE, Word.OVERDUE)


def case(which: str) -> Checked:
    """One of the two cases in the form of the ZGW standards."""
    (one,) = run(*CASES[which], "data/openzaak-inspraak", CASE_DAY)
    return one


def cases_table() -> str:
    """What is broken in the recorded case and in the bundle."""
    rows = []
    for which in CASES:
        one = case(which)
        events = {event.id: event for event in one.trajectory.events}
        for v in one.judgement.verdicts:
            if v.word in BREACH:
                event = events[v.trigger]
                name = event.note or event.act
                rows.append(
                    [which, v.norm, v.how.value if v.how else "", name, v.day, v.due or "-"]
                )
    return table(["case", "norm", "how", "act", "on", "due"], rows)


def verdicts_table(found: Iterable[Checked]) -> str:
    """Verdicts per norm."""
    count: Counter[tuple[str, str, str]] = Counter(
        (v.norm, v.word.value, reason(v)) for one in found for v in one.judgement.verdicts
    )
    rows = [[*key, count[key]] for key in sorted(count)]
    return table(["norm", "verdict", "how", "times"], rows)


def reason(verdict: Verdict) -> str:
    """How it was broken or why it cannot be told."""
    return verdict.how.value if verdict.how else ""


def eu_verdicts() -> str:
    return verdicts_table(run(*EU))


def length(one: Trajectory) -> int:
    """Days on which reactions could be sent, first and last included."""
    days = {event.act: event.at.day for event in one.events}
    first, last = days["raadpleging.geopend"], days["raadpleging.gesloten"]
    assert first is not None and last is not None
    return (last - first).days + 1


def eu_lengths() -> str:
    """The lengths around twelve weeks."""
    days = Counter(length(one) for one in trajectories(EU[0], EU[1]))
    exact = {84: "exactly 84 days", 85: "85 days (the same day of the week, twelve weeks on)"}
    rows = [["shorter than 84 days", sum(n for d, n in days.items() if d < 84)]]
    rows += [[name, days[d]] for d, name in exact.items()]
    rows.append(["longer", sum(n for d, n in days.items() if d > 85)])
    return table(["length", "consultations"], rows)


def decidim_verdicts() -> str:
    return verdicts_table(run(*DECIDIM))


def pabulib_verdicts() -> str:
    return verdicts_table(run(*PABULIB))


def pabulib_sums() -> str:
    """What the command line cannot count: the sum of what was chosen, against the budget."""
    rows = []
    for one in trajectories(PABULIB[0], PABULIB[1]):
        plans = [e.attributes for e in one.events if e.act == "plan.ingediend"]
        chosen = [p for p in plans if p.get("gekozen") is True]
        if chosen:
            total = sum(amount(p["kosten"]) for p in chosen)
            budget = amount(one.facts["budget"])
            said = "yes" if total <= budget else "no"
            rows.append([one.id, len(plans), len(chosen), f"{total:.0f}", f"{budget:.0f}", said])
    return table(["budget", "plans", "chosen", "their cost", "budget", "within it"], rows)


def pabulib_precision() -> str:
    """How precise the days of the vote are."""
    count = Counter(
        event.at.precision.value
        for one in trajectories(PABULIB[0], PABULIB[1])
        for event in one.events
        if event.act == "stemming.geopend"
    )
    assert set(count) <= {Precision.DAY.value, Precision.YEAR.value}
    return table(["precision of the vote's dates", "budgets"], sorted(count.items()))


def amount(value: object) -> float:
    """A number that a source gave."""
    return float(str(value))
