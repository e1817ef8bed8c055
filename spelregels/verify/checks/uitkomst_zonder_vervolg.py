"""An outcome of which the stages do not say what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.verified import ActName, CheckRecord, Cited, Either, StageName, Text
from spelregels.model.words import Severity
from spelregels.verify.machine import at_edge
from spelregels.verify.subject import Hit, Subject

RECORD = CheckRecord(
    id="uitkomst-zonder-vervolg",
    severity=Severity.WARNING,
    title=Text("Uitkomst zonder vervolg", "Outcome without an edge"),
    looks_for=Text(
        "Een handeling met uitkomsten (zoals aangenomen en verworpen) waarvan een fase er een "
        "vergeet.",
        "An act with outcomes (such as adopted and rejected) of which a stage forgets one.",
    ),
    why=Text(
        "Valt juist die uitkomst, dan weet niemand waar het traject staat en wat er nog moet.",
        "If just that outcome falls, nobody knows where the trajectory is and what is still due.",
    ),
    repair=Text(
        "Schrijf onder next bij elke uitkomst naar welke fase het gaat; dat mag dezelfde fase "
        "zijn.",
        "Write under next for each outcome which stage it leads to; that may be the same stage.",
    ),
    limits=Text(
        "Geldt de uitkomst hier echt niet, dan is dit een vals alarm. Verklaar dan een eigen "
        "handeling met minder uitkomsten.",
        "If the outcome cannot occur here, this is a false alarm. Then declare an act of your own "
        "with fewer outcomes.",
    ),
    messages={
        "missing": Text(
            "Bij {stage} staat niet wat er na {act} komt als de uitkomst {outcomes} is.",
            "At {stage} it does not say what comes after {act} when the outcome is {outcomes}.",
        )
    },
    sources=(Cited("Middelburg, uitdaagrecht; Rotterdam, Right to Challenge", "D44"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each act in each stage that leaves outcomes out."""
    for stage in subject.stages():
        for act in dict.fromkeys(edge.act for edge in stage.edges):
            edges = [edge for edge in stage.edges if edge.act == act]
            known = subject.ruleset.acts[act].outcomes
            if any(edge.outcome is None for edge in edges):
                continue
            missing = tuple(one for one in known if one not in {edge.outcome for edge in edges})
            if missing:
                yield Hit(
                    at_edge(stage, edges[0]),
                    "missing",
                    {
                        "act": ActName(act),
                        "outcomes": Either(missing),
                        "stage": StageName(stage.id),
                    },
                    basis=subject.silence,
                )
