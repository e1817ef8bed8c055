"""The list of choices in each form's README, made from the form itself.

``python -m tests.forms_readme`` writes them anew; a test compares.
"""

from __future__ import annotations

from pathlib import Path

from spelregels.language.library import shipped_root
from spelregels.templates import Form, load_form, shipped_forms
from spelregels.templates.answers import expected, quoted
from spelregels.templates.scalars import shown

BEGIN, END = "<!-- keuzes: begin -->\n", "<!-- keuzes: end -->\n"


def readme_of(form: Form) -> Path:
    return shipped_root().joinpath(*form.id.split("/")) / "README.md"


def fresh(form: Form) -> str:
    """The README with its list of choices as the form has them now."""
    text = readme_of(form).read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n".join(_choices(form)) + "\n" + END + after


def _choices(form: Form) -> list[str]:
    lines = ["| keuze | vraag | mogelijk | voorstel |", "|---|---|---|---|"]
    for one in form.choices:
        possible = ", ".join(one.options) if one.options else expected(one)[0]
        lines.append(f"| `{one.id}` | {one.question.nl} | {possible} | {shown(one.default)} |")
    first = form.choices[0]
    return [
        *lines,
        "",
        "```sh",
        f"spelregels new {form.id.rpartition('/')[2]} --naam Voorbeeldstad --vanaf 2027-01-01 \\",
        f"  --set {first.id}={quoted(shown(first.default))} --voorstellen -o regels.yaml",
        "```",
    ]


if __name__ == "__main__":
    for name in shipped_forms():
        loaded = load_form(name)
        readme_of(loaded).write_text(fresh(loaded), encoding="utf-8")
