"""Where forms are: a ruleset with a folder of the same name beside it that holds its choices."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from spelregels.language.filebytes import read_bytes
from spelregels.language.library import is_id, shipped_root
from spelregels.language.nodes import MapNode, Node, ScalarNode
from spelregels.language.problems import listing, suggest
from spelregels.language.reading import MOST_SHOWN, iso_date
from spelregels.language.yamltext import parse_yaml
from spelregels.model.problem import InputRefused, Position, Problem
from spelregels.templates.choices import TOP, VERSION, ChoiceReader
from spelregels.templates.form import Form, Said
from spelregels.templates.tree import Leaf, Tree, at, read_tree

FOLDER = "vormen"
CHOICES = "keuzes.yaml"


def shipped_forms() -> tuple[str, ...]:
    """The ids of the forms that come with the package, in alphabetical order."""
    folder = shipped_root() / FOLDER
    found = (path.parent for path in folder.glob(f"*/{CHOICES}"))
    return tuple(
        sorted(f"{FOLDER}/{one.name}" for one in found if one.with_suffix(".yaml").is_file())
    )


def load_form(ref: str) -> Form:
    """A form by id, by the last part of its id, or by the path of its ruleset file.

    Raises :class:`InputRefused`: no such form, or everything wrong in its files.
    """
    path = _path(ref)
    raw = read_bytes(path)
    parse_yaml(raw, str(path))  # strict, so that what follows may trust it
    text = raw.decode("utf-8-sig")
    tree = read_tree(text)
    reader = ChoiceReader()
    choices_file = path.with_suffix("") / CHOICES
    top = parse_yaml(read_bytes(choices_file), str(choices_file))
    form = _form(reader, top, text, tree, path) if isinstance(top, MapNode) else None
    if form is None and not reader.problems.found:
        reader.wrong(top, "sleutels en waarden", "keys and values")
    reader.problems.refuse()
    if form is None:
        raise AssertionError("refused above")
    return form


def _path(ref: str) -> Path:
    known = shipped_forms()
    names = {**{id_: id_ for id_ in known}, **{id_.rpartition("/")[2]: id_ for id_ in known}}
    if is_id(ref) and ref in names:
        return shipped_root().joinpath(*names[ref].split("/")).with_suffix(".yaml")
    path = Path(ref)
    if ref.endswith(".yaml") and (path.with_suffix("") / CHOICES).is_file():
        return path
    shown = ref[:MOST_SHOWN]
    short = [id_.rpartition("/")[2] for id_ in known]
    raise InputRefused(
        (
            Problem(
                "no-such-form",
                Position(),
                f"De vorm {shown} bestaat niet.",
                f"The form {shown} does not exist.",
                listing(short),
                listing(short),
                suggest(ref, names),
            ),
        )
    )


def _form(reader: ChoiceReader, top: MapNode, text: str, tree: Tree, path: Path) -> Form | None:
    reader.known_keys(top, TOP)
    version = top.entries.get("spelregels_choices")
    if not isinstance(version, ScalarNode) or version.value != VERSION:
        wanted = f'spelregels_choices: "{VERSION}"'
        reader.missing(top, "spelregels_choices", wanted, wanted, top.position)
    if "choices" not in top.entries:
        reader.missing(top, "choices", "keuzes op naam", "choices by name", top.position)
        return None
    id_, title = at(tree, ("id",)), at(tree, ("title",))
    since = _date(at(tree, ("valid_from",)))
    if not isinstance(id_, Leaf) or title is None or since is None:
        reader.wrong(
            top, "een vorm met id, title en valid_from", "a form with id, title, valid_from"
        )
        return None
    return Form(
        id=id_.value,
        path=str(path),
        text=text,
        title=_said(title),
        valid_from=since,
        review_by=_date(at(tree, ("review_by",))),
        choices=reader.choices(top, tree),
        row=_word(top.entries.get("row")),
        renames=_renames(reader, top),
    )


def _date(tree: Tree | None) -> date | None:
    return iso_date(tree.value) if isinstance(tree, Leaf) else None


def _said(title: Tree) -> Said:
    if isinstance(title, Leaf):
        return Said(title.value, title.value)
    nl, en = at(title, ("nl",)), at(title, ("en",))
    dutch = nl.value if isinstance(nl, Leaf) else ""
    return Said(dutch, en.value if isinstance(en, Leaf) else dutch)


def _word(node: Node | None) -> str:
    return str(node.value) if isinstance(node, ScalarNode) else ""


def _renames(reader: ChoiceReader, top: MapNode) -> dict[str, str]:
    if "renames" not in top.entries:
        return {}
    node = reader.mapping(top.entries["renames"], "oud: nieuw", "old: new")
    return (
        {} if node is None else {old: reader.text(new) or old for old, new in node.entries.items()}
    )
