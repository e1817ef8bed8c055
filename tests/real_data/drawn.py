"""Twenty trajectories, drawn with a fixed seed and read by hand."""

from __future__ import annotations

from functools import cache
from random import Random

from spelregels.model.checked import Checked
from spelregels.model.trajectory import Trajectory
from tests.real_data.runs import broken, combined, lateness, table, trajectories, windows_of
from tests.real_data.trajectories import late, outcome
from tests.real_data.windows import (
    FILE,
    LENGTHENED,
    READINGS,
    SHORT,
    checked,
    days_of,
    kind_of,
    words_of,
)

SEED = 18  # issue item 1.8

# what a Dutch lawyer would say, and where that differs from the engine, why
TRAJECTORIES: dict[str, tuple[str, str]] = {
    "haarlem-vijfhoek-verkeer": (
        "Late: the wijkraad could only react after the college had decided. No breach: who must "
        "be heard stands in a by-law that I do not have. Published seven months later.",
        "Same. That no inspraak was held is the wijkraad's own word; I leave it open as well.",
    ),
    "eindhoven-verordening": (
        "Nothing wrong visible. The council decided after 21 November 2023; on which day is not "
        "in the extract.",
        "Same. I can say *after 21 November*; the engine has no date and asks every version of "
        "the law.",
    ),
    "weesp-fusie": (
        "A tension, and a mild one: the council named its first choice before the referendum, "
        "and took the real decision after it, as the voters wished.",
        "Same flag, on the first decision only. That the second repaired it is a judgement.",
    ),
    "renkum-adviesraad-verordening": (
        "Probably in order: advice in February, in force in September 2018. The proposal of "
        "8 January 2017 (a Sunday) is surely a slip for 2018.",
        "Engine: cannot tell, the decision has no date. It has no eye for an odd date; I do.",
    ),
    "zuidplas-noord-west-2009": (
        "In order: the council adopted the plans, and the notice waited the six weeks that the "
        "Wro gives the province and the State (42 days to 28 July; on display from the 29th).",
        "No difference in the verdict, but one in the rule: this notice *waited* six weeks. "
        "`nl/wro#bekendmaken-binnen-zes-weken` reads Wro 3.8 lid 4 as a last day (second source, "
        "text not read). I think it is a wait. Reported; not changed on one case.",
    ),
    "ede-verordening": (
        "Nothing wrong visible. The day of the decision and of the publication are missing.",
        "Same. A by-law knows no objection (Awb 8:3, from memory; not encoded), so the lines "
        "about the objection term are superfluous.",
    ),
    "woerden-mijzijde": (
        "Exemplary: residents first, eight weeks instead of six because of the summer, adopted "
        "eleven weeks after the window.",
        "Same; only the twelve weeks and *no decision inside the term* it cannot tell, since the "
        "extract need not show every act.",
    ),
    "leusden-groot-agteveld": (
        "One day short: day 42 was Ascension Day 2021, so the draft had to lie until Friday "
        "14 May. Curable, if nobody was hurt.",
        "Same (in the run over windows). Whether that Friday was a decree day is unknown; it "
        "makes no difference.",
    ),
    "oldambt-hoofdweg": (
        "A full legal course; whether the first objections were decided in time (Awb 7:10) "
        "depends on days of filing that are not there.",
        "The engine says nothing about 7:10, where I would say *cannot tell*: an act that is not "
        "on record raises no duty (M9).",
    ),
    "wijdemeren-jop-kortenhoef": (
        "Good order: an evening became a consultation, neighbours and young people met, then the "
        "decision was published. When it was taken is not in the extract.",
        "Same: no finding; cannot tell, for the decision itself is missing.",
    ),
}

# by row of plan-windows.csv (the header is row 1)
WINDOWS: dict[int, tuple[str, str]] = {
    243: (
        "Kept: 42 days, ends on an ordinary Wednesday.",
        "The engine keeps the six weeks, and cannot tell the lawful last day, because it has no "
        "decree days for 2021. None is likely in September.",
    ),
    376: (
        "Cannot tell: the kind is not known, and *tot 9 april* is six weeks to the day if the 9th "
        "is left out, a day more if not. Never too short.",
        "Same, but I would say *kept under both readings, if it was a draft*; the engine wants to "
        "know the kind first.",
    ),
    403: ("Kept: 42 days, Thursday to Wednesday.", "As row 243: no decree days for 2020."),
    521: ("No rule: a preliminary draft. 42 days all the same.", "Same."),
    543: ("No rule: a preliminary draft. 42 days all the same.", "Same."),
    607: ("No rule: a preliminary draft; 29 days, lawful.", "Same: counted as shorter, no breach."),
    666: ("No rule: a preliminary draft. 42 days all the same.", "Same."),
    940: (
        "No rule: a preliminary draft. Six weeks stated, six weeks given.",
        "Same; both norms on the stated term are kept.",
    ),
    984: (
        "Kept: 42 days over Christmas and New Year; the last day is a Wednesday.",
        "Same, and here it can tell: the decree days of 2018 are known.",
    ),
    1418: ("No rule: a preliminary draft. 42 days all the same.", "Same."),
}


@cache
def drawn() -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Ten ids of the 67 (sorted first), then ten rows of the windows, from one generator."""
    random = Random(SEED)
    ids = random.sample(sorted(combined()), 10)
    rows = random.sample(range(len(trajectories(FILE, READINGS["tot en met"]))), 10)
    return tuple(ids), tuple(sorted(row + 2 for row in rows))


def trajectories_table() -> str:
    """Engine, you, why: of the ten trajectories."""
    rows = []
    for name in drawn()[0]:
        found = (*broken(combined()[name]), *broken(windows_of()[name], "nl/awb"))
        norms = ", ".join(dict.fromkeys(v.norm for v in found))
        engine = f"{late(lateness()[name])} as late; outcome {outcome(name)}"
        rows.append([name, engine + (f": {norms}" if norms else ""), *TRAJECTORIES[name]])
    return table(["trajectory", "engine", "read by hand", "why they differ, if they do"], rows)


def windows_table() -> str:
    """Engine, you, why: of the ten windows."""
    both = [checked(reading) for reading in READINGS]
    rows = []
    for row in drawn()[1]:
        one, other = (found[row - 2] for found in both)
        said = list(dict.fromkeys([_said(one), _said(other)]))
        first, last = days_of(one.trajectory)
        word = one.trajectory.events[1].attributes["slotwoord"]
        window = f"{_where(one.trajectory)}, {kind_of(one.trajectory)}: {first} {word} {last}"
        rows.append([row, window, " / ".join(said), *WINDOWS[row]])
    return table(["row", "window", "engine", "read by hand", "why they differ, if they do"], rows)


def _said(one: Checked) -> str:
    words = [(name, words_of(one, norm)) for name, norm in
             (("six weeks", SHORT), ("last day", LENGTHENED))]  # fmt: skip
    return ", ".join(f"{name} {found[0].value}" for name, found in words if found) or "no instance"


def _where(one: Trajectory) -> str:
    return str(one.header["municipality"])
