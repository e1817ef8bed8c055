"""An act of which it is not clear where it leads when it comes at the wrong moment."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.ruleset import Stage, StageEdge
from spelregels.model.verified import ActName, CheckRecord, Cited, StageName, Text
from spelregels.model.words import Severity
from spelregels.verify.machine import at_edge
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="onduidelijke-landing",
    severity=Severity.INFO,
    title=Text("Onduidelijke landing", "Ambiguous landing"),
    looks_for=Text(
        "Een handeling die uit verschillende fasen naar verschillende fasen leidt.",
        "An act that leads from several stages to several different ones.",
    ),
    why=Text(
        "Gebeurt zij op een moment waarop zij niet mag, dan is niet te zeggen in welke fase het "
        "traject daarna staat. Wat daarvan afhangt, is niet meer te beoordelen.",
        "If it is done when it may not, nobody can tell in which stage the trajectory is "
        "afterwards. What hangs on that can no longer be judged.",
    ),
    repair=Text(
        "Geef de handeling per stap een eigen naam, of laat haar overal naar dezelfde fase leiden.",
        "Give the act a name of its own at each step, or let it lead to the same stage everywhere.",
    ),
    limits=Text(
        "Wie de volgorde houdt, merkt hier niets van.", "Whoever keeps the order never notices."
    ),
    messages={
        "several": Text(
            "{act} leidt nu eens naar {first}, dan weer naar {other}. Gebeurt het te vroeg of te "
            "laat, dan is de fase daarna onbekend.",
            "{act} leads now to {first}, then to {other}. Done too early or too late, the stage "
            "afterwards is not known.",
        )
    },
    sources=(Cited("DSP, De waarde van de wijk 4.2", "T3"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each act (with outcome) that lands in several stages."""
    ways: dict[tuple[str, str | None], list[tuple[Stage, StageEdge]]] = {}
    for stage in subject.stages():
        for edge in stage.edges:
            if edge.to != stage.id and not edge.anywhere:
                ways.setdefault((edge.act, edge.outcome), []).append((stage, edge))
    for (act, _), edges in ways.items():
        targets = list(dict.fromkeys(edge.to for _, edge in edges))
        if len(targets) > 1:
            stage, edge = edges[-1]
            values: Values = {
                "act": ActName(act),
                "first": StageName(targets[0]),
                "other": StageName(targets[1]),
            }
            yield Hit(at_edge(stage, edge), "several", values)
