"""Forms of participation as templates: from a shipped form and a town's choices to a ruleset.

A form is an ordinary ruleset that loads as it stands; ``keuzes.yaml`` in the folder beside it says
which places in it are choices. Filling in replaces those places, and nothing else. How to write
one: ``docs/templates.md``. Functions raise :class:`spelregels.model.problem.InputRefused`.
"""

from spelregels.templates.answers import ask, read_answers
from spelregels.templates.filling import fill
from spelregels.templates.finding import load_form, shipped_forms
from spelregels.templates.form import Answers, Choice, Form
from spelregels.templates.trying import tried

__all__ = [
    "Answers",
    "Choice",
    "Form",
    "ask",
    "fill",
    "load_form",
    "read_answers",
    "shipped_forms",
    "tried",
]
