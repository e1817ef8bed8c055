"""The stages of a ruleset at a glance: who decides, at which level, what can happen, the norms."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.frozen import dataclass
from spelregels.model.norms import Norm
from spelregels.model.patterns import StageWindow
from spelregels.model.ruleset import Ruleset, RulesetFile, Stage
from spelregels.model.terms import NotStated
from spelregels.report.layout import Style, clean, paragraph, table
from spelregels.report.names import Names, readable
from spelregels.report.phrases import Phrases
from spelregels.report.used import acts_of
from spelregels.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Row:
    """One stage, in words. ``norms``: ids of norms that concern an act of this stage; of the norms
    of a gate, that of the gate."""

    id: str
    stage: str
    level: str
    decides: str
    also: tuple[str, ...]
    goes: tuple[str, ...]
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """``elsewhere``: norms that concern no act of any stage."""

    title: str
    rows: tuple[Row, ...]
    elsewhere: tuple[str, ...]


def concerns(norm: Norm, stage: Stage) -> bool:
    """Whether a norm is about an act that can happen in this stage, or about the stage itself."""
    window = getattr(norm, "window", None)
    if isinstance(window, StageWindow):
        return window.stage == stage.id
    here = {edge.act for edge in stage.edges} | stage.also
    return not here.isdisjoint(acts_of(norm))


def overview(ruleset: Ruleset, language: str) -> Overview:
    """The stages with their power holders and norms. ``language``: ``nl`` or ``en``."""
    names = Names.of(ruleset, language)
    norms = [(_called(norm, file), norm) for file in ruleset.files for norm in file.norms]
    stages = ruleset.machine.stages if ruleset.machine else ()
    placed = {called for called, n in norms for stage in stages if concerns(n, stage)}
    rows = tuple(_row(stage, norms, names) for stage in stages)
    elsewhere = tuple(dict.fromkeys(called for called, _ in norms if called not in placed))
    return Overview(names.file(ruleset.own), rows, elsewhere)


def _called(norm: Norm, file: RulesetFile) -> str:
    """The id of a norm, or of the gate that it is part of."""
    return next((gate.id for gate in file.gates if gate.holds(norm.id)), norm.id)


def _row(stage: Stage, norms: list[tuple[str, Norm]], names: Names) -> Row:
    words = names.words
    level = words.labels.LEVELS[stage.level] if stage.level else ""
    here = dict.fromkeys(called for called, norm in norms if concerns(norm, stage))
    return Row(
        stage.id,
        names.title(stage.title, stage.id),
        words.labels.ENDINGS[stage.ends_as] if stage.ends_as else level,
        _decides(stage, names),
        tuple(_also(stage, names)),
        tuple(_goes(stage, names)),
        tuple(here),
    )


def _decides(stage: Stage, names: Names) -> str:
    decides = stage.power.decides if stage.power else None
    match decides:
        case None:
            return ""
        case NotStated():
            return names.words.say(names.words.frames.SHOW, "not_stated")
        case _:
            return names.role_spec(decides)


def _also(stage: Stage, names: Names) -> Iterator[str]:
    if stage.power is None:
        return
    words = names.words
    power = stage.power
    for key, roles in (
        ("consents", power.consents),
        ("advises", power.advises),
        ("consulted", power.consulted),
    ):
        if roles:
            yield words.say(words.frames.SHOW, key, roles=names.roles(roles))
    if power.binding is not None:
        yield words.labels.BINDINGS[power.binding]


def _goes(stage: Stage, names: Names) -> Iterator[str]:
    words, phrases = names.words, Phrases(names)
    for edge in stage.edges:
        act = names.act(edge.act)
        if edge.outcome is not None:
            act += words.part("with_outcome", outcome=readable(edge.outcome))
        target = phrases.bare_stage(edge.to)
        yield words.say(words.frames.SHOW, "goes", act=act, stage=target)
    for act_id in sorted(stage.also):
        yield words.say(words.frames.SHOW, "stays", act=names.act(act_id))


def overview_text(shown: Overview, names: Names, style: Style) -> Iterator[str]:
    """The overview as a table of text."""
    words, frames = names.words, names.words.frames.SHOW
    yield style.strong(clean(shown.title))
    yield ""
    if not shown.rows:
        yield words.say(frames, "no_machine")
    else:
        header = [words.say(frames, k) for k in ("stage", "decides", "next", "norms")]
        cells = [_cells(row, words) for row in shown.rows]
        yield from table(header, cells)
    if shown.elsewhere:
        yield ""
        yield from paragraph(words.say(frames, "elsewhere", norms=", ".join(shown.elsewhere)))


def _cells(row: Row, words: Wording) -> list[str]:
    stage = f"{row.stage}\n({row.level})" if row.level else row.stage
    decides = words.say(words.frames.SHOW, "decider", role=row.decides) if row.decides else ""
    who = "\n".join(filter(None, (decides, *row.also)))
    return [stage, who, "\n".join(row.goes), "\n".join(row.norms)]


def overview_json(shown: Overview) -> dict[str, object]:
    """The overview as JSON data."""
    return {
        "title": shown.title,
        "stages": [
            {
                "id": r.id,
                "stage": r.stage,
                "level": r.level,
                "decides": r.decides,
                "also": list(r.also),
                "next": list(r.goes),
                "norms": list(r.norms),
            }
            for r in shown.rows
        ],
        "elsewhere": list(shown.elsewhere),
    }
