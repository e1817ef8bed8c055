"""Finding the norm, term or gate to explain; an unknown name is a problem with the nearest."""

from __future__ import annotations

from difflib import get_close_matches

from spelregels.model.problem import InputRefused, Position, Problem
from spelregels.model.ruleset import Ruleset
from spelregels.report.explain import Explainer, Section


def sections_of(ruleset: Ruleset, wanted: str, language: str) -> tuple[Section, ...]:
    """The whole own file (``wanted`` empty), else the norms and terms with that id.

    Own file first, then every layer. Raises InputRefused when there is none.
    """
    explainer = Explainer(ruleset, language)
    if not wanted:
        return explainer.sections()
    for files in ([ruleset.own], ruleset.files):
        found = []
        for file in files:
            entries = [explainer.norms.norm(n, file) for n in file.norms if n.id == wanted]
            entries += [explainer.norms.term(t, file) for t in file.terms if t.id == wanted]
            entries += [explainer.gates.gate(g, file) for g in file.gates if g.id == wanted]
            if entries:
                found.append(Section(explainer.names.file(file), tuple(entries)))
        if found:
            return tuple(found)
    raise InputRefused((_unknown(ruleset, wanted),))


def _unknown(ruleset: Ruleset, wanted: str) -> Problem:
    files = reversed(ruleset.files)
    known = [one.id for file in files for one in (*file.norms, *file.terms, *file.gates)]
    near = get_close_matches(wanted, known, n=1, cutoff=0.5)
    listed = ", ".join(dict.fromkeys(known[:12]))
    return Problem(
        "unknown-norm",
        Position(file=ruleset.own.path or ruleset.id),
        f"Deze regels hebben geen regel of termijn ‘{wanted}’.",
        f"These rules have no norm or term ‘{wanted}’.",
        f"een van: {listed}" if known else "",
        f"one of: {listed}" if known else "",
        near[0] if near else "",
    )
