"""Tables about the 67 trajectories: what the engine says, and a person's labels beside it."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import Any

from spelregels.model.checked import Checked
from spelregels.model.verdict import Unknown, Verdict
from spelregels.model.words import Word
from tests.conftest import DATA
from tests.real_data.runs import broken, combined, lateness, table, windows_of
from tests.real_data.words import CHECKED, EXPECTED, UNCHECKED

TENSION = "spanningen/te-laat"


def late(one: Checked) -> str:
    """What the events alone say about lateness: a tension, not by itself a breach."""
    if one.trajectory.data_errors:
        return "data error"
    words = {v.word for v in one.judgement.verdicts}
    if broken(one):
        return "flagged"
    if not words:
        return "nothing to judge"
    return "not flagged" if Word.KEPT in words else "cannot tell"


def missing(one: Checked) -> str:
    """What is missing for the verdicts that cannot be told, the most frequent first."""
    found = Counter(
        _shown(u) for v in one.judgement.verdicts for u in v.unknowns if v.word is Word.CANNOT_TELL
    )
    return "; ".join(name for name, _ in found.most_common(2))


def _shown(unknown: Unknown) -> str:
    where = f", {unknown.event}" if unknown.event else ""
    return f"`{unknown.name}` ({unknown.how.value}{where})"


def lateness_table() -> str:
    """Every trajectory under the tension alone."""
    rows = []
    for name, one in lateness().items():
        found = ", ".join(v.norm for v in broken(one))
        rows.append([name, late(one), found, missing(one)])
    return table(["trajectory", "late?", "flag", "missing (at most two)"], rows)


def expected_table() -> str:
    """What was expected beforehand, and what came out."""
    rows = [
        [name, wanted, late(lateness()[name]), EXPECTED_REASONS.get(name, "")]
        for wanted, names in EXPECTED.items()
        for name in names
    ]
    return table(["trajectory", "expected", "engine", "where they differ"], rows)


EXPECTED_REASONS = {
    "wassenaar-johan-de-wittstraat": "no decision, no information on record: nothing is asked",
    "delft-camping-referendum": "not flagged; but the decision after the referendum has no date",
    "delft-binnenstad-2012": "not flagged; but the council's decision has no date",
}


@cache
def layers(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Layers that gave a verdict, and layers that say their law of that day is not here."""
    verdicts = combined()[name].judgement.verdicts
    used = {(v.layer, v.version) for v in verdicts if v.norm != "@law" and not _undated(v)}
    return (
        tuple(sorted(f"{layer}@{version[:4]}" for layer, version in used)),
        tuple(sorted(v.layer for v in verdicts if v.norm == "@law")),
    )


def _undated(verdict: Verdict) -> bool:
    """An event of unknown date is asked of every version, so it says nothing about which holds."""
    return verdict.word is Word.CANNOT_TELL and (verdict.day is None or verdict.day.year < 1900)


def law_table() -> str:
    """Every trajectory under all layers in force on its dates, and its windows."""
    rows = []
    for name, one in combined().items():
        words = Counter(v.word.value for v in one.judgement.verdicts)
        found = (*broken(one), *broken(windows_of()[name], "nl/awb"))
        used, wanting = layers(name)
        only_undated = words and not used and not wanting
        rows.append(
            [
                name,
                outcome(name),
                ", ".join(dict.fromkeys(v.norm for v in found)),
                words["kept"],
                words["cannot_tell"],
                "(no day known)" if only_undated else ", ".join(used),
                ", ".join(wanting),
            ]
        )
    head = ["trajectory", "outcome", "breaches (law, tension, window)", "kept", "cannot tell"]
    return table([*head, "layers used", "layers missing"], rows)


def outcome(name: str) -> str:
    """The worst definite verdict over all runs; a window counts for what the Awb says of it."""
    if broken(windows_of()[name], "nl/awb"):
        return Word.BROKEN.value
    judgement = combined()[name].judgement
    if judgement.outcome:
        return judgement.outcome.value
    return "cannot tell" if judgement.undetermined else "nothing to judge"


def windows_table() -> str:
    """The windows of the 67 in which something is broken."""
    rows = []
    for name, one in windows_of().items():
        for verdict in broken(one):
            days = {e.id: e.at.day for e in one.trajectory.events}
            first, last = (days[e] for e in reversed(verdict.evidence))
            assert first is not None and last is not None
            length = (last - first).days + 1
            rows.append([name, first, last, length, verdict.norm, verdict.due or "-"])
    return table(["trajectory", "first day", "last day", "days", "broken", "due"], rows)


# -- a person's labels ----------------------------------------------------------------------------


@cache
def labels() -> dict[str, dict[str, Any]]:
    """A person's reading of the same 67; no mapping reads it."""
    told = json.loads((DATA / "real-labels.json").read_text(encoding="utf-8"))
    return {one["id"]: one for one in told}


def flagged(flag: str) -> tuple[str, ...]:
    """The trajectories with a flag, given by hand or computed."""
    return tuple(
        name
        for name, one in labels().items()
        if flag in (*one["flags"], *one["computed_flags"])
    )  # fmt: skip


def finds(flag: str, name: str) -> str:
    """What the engine's norms for this flag say of a trajectory."""
    if flag == "impossible_order_in_source":
        return "broken" if combined()[name].trajectory.data_errors else "-"
    norms = CHECKED[flag][0]
    where = (*combined()[name].judgement.verdicts, *windows_of()[name].judgement.verdicts)
    words = {v.word for v in where if v.norm in norms}
    if words & {Word.BROKEN, Word.LATE, Word.OVERDUE}:
        return "broken"
    return "cannot tell" if Word.CANNOT_TELL in words else "kept" if words else "-"


def labels_table() -> str:
    """Flag by flag: whom a person flags, whom the engine."""
    rows = []
    for flag, (_, why) in CHECKED.items():
        found = {name: finds(flag, name) for name in flagged(flag)}
        agree = [name for name, said in found.items() if said == "broken"]
        differ = [f"{name}: {said}" for name, said in found.items() if said != "broken"]
        rows.append([f"`{flag}`", ", ".join(agree), "; ".join(differ), why])
    for flag, why in UNCHECKED.items():
        rows.append([f"`{flag}`", "", "; ".join(f"{name}: -" for name in flagged(flag)), why])
    return table(["a person's flag", "engine agrees", "engine differs", "why"], rows)
