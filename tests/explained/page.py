"""``docs/explained/``: five rulesets as ``spelregels explain`` reads them back, each with the facts
that have no sentence and the sentences that have no fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from spelregels.language import load_ruleset
from spelregels.model.ruleset import Ruleset
from spelregels.report.explain import Explainer, explain_text
from spelregels.report.layout import Style

from .reasons import LOOSE, reason
from .traces import Fact, Traced, traced

FOLDER = Path(__file__).parents[2] / "docs" / "explained"
SHOWN = {
    "vormen/wijkplatform": "een vorm met fasen",
    "nl/awb": "een wet",
    "gemeenten/arnhem/wijkaanpak-2022": "een aanpak van een gemeente, zonder fasen",
    "gemeenten/deventer/correctief-referendum": "een verordening over een referendum",
    "gemeenten/nissewaard/inspraak-en-participatie": "een verordening over inspraak",
}
_MADE = "Gemaakt met `python -m tests.explained`; niet met de hand veranderen."
_ADVICE = "Dit is geen juridisch advies."
_MEANT = (
    "Een *feit* is elke waarde in de ingelezen regels, ook dat de tekst over iets zwijgt. Een feit "
    "heeft een zin als de uitleg anders wordt zodra die waarde anders is, in het Nederlands én in "
    "het Engels; bij een vaste rij waarden moet elke andere waarde anders lezen. Een Engelse naam "
    "moet in de Engelse uitleg staan. Een *zin* is elke regel van de uitleg. Een zin heeft een "
    "feit als een ander feit die zin anders maakt. Beide lijsten zijn zo uitgerekend: elk feit is "
    "één voor één veranderd. Alleen wie iets moet doen, is tegelijk veranderd bij de handeling "
    "waar dat ook staat: in het bestand is dat één woord."
)
_LIMITS = (
    "Dat een feit een zin heeft, zegt nog niet dat die zin goed of duidelijk is. De teksten zijn "
    "hardop gelezen en verbeterd, maar niet door een jurist nagekeken."
)
_MEANS_NOTHING = (
    "Bij elk feit zonder zin staat waarom een lezer het niet nodig heeft. Dat is nagegaan: worden "
    "al die feiten tegelijk anders, dan komt uit geen enkel voorbeeld van deze regels een ander "
    "oordeel."
)
_LEFT_OUT = (
    "Niet meegeteld: op welke regel van welk bestand iets staat, de voorbeelden waarmee de regels "
    "zichzelf testen (`spelregels test`), wat in lagen eronder staat, woorden uit die lagen die "
    "deze tekst niet gebruikt, en poorten (`gates`; geen van deze vijf heeft er een). De uitleg "
    "zegt waar dat te lezen is."
)


@cache
def loaded(id_: str) -> Ruleset:
    """A shipped ruleset."""
    return load_ruleset(id_)


@cache
def traced_in(id_: str) -> Traced:
    """The facts and sentences of a shipped ruleset."""
    return traced(loaded(id_))


def slug(id_: str) -> str:
    """``nl/awb`` is ``nl-awb``."""
    return id_.replace("/", "-")


def fresh() -> Iterator[tuple[Path, str]]:
    """Every page with what it should say."""
    yield FOLDER / "README.md", "\n".join(_index())
    for id_ in SHOWN:
        yield FOLDER / f"{slug(id_)}.md", "\n".join(_page(id_))


def _index() -> Iterator[str]:
    yield "# Vijf keer uitgelegd\n"
    yield f"Wat `spelregels explain` zegt van vijf teksten. {_MADE} {_ADVICE}\n"
    yield f"{_MEANT}\n"
    yield f"{_MEANS_NOTHING}\n"
    yield f"{_LEFT_OUT}\n"
    yield f"{_LIMITS}\n"
    head = ("tekst", "", "feiten", "zonder zin", "zinnen", "zonder feit")
    yield from _table(head, map(_row, SHOWN))


def _row(id_: str) -> tuple[str, ...]:
    found = traced_in(id_)
    mute = sum(not fact.traced for fact in found.facts)
    counts = (len(found.facts), mute, len(found.sentences), len(found.loose))
    return (f"[{_cell(_title(id_))}]({slug(id_)}.md)", SHOWN[id_], *map(str, counts))


def _title(id_: str) -> str:
    return loaded(id_).own.title["nl"]


def _page(id_: str) -> Iterator[str]:
    found = traced_in(id_)
    yield f"# {_title(id_)}\n"
    yield f"Wat `spelregels explain {id_}` zegt: {SHOWN[id_]}. {_MADE} {_ADVICE}\n"
    text = "\n".join(explain_text(Explainer(loaded(id_), "nl").sections(), Style())).rstrip("\n")
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    yield f"{fence}text\n{text}\n{fence}\n"
    yield "## Feiten zonder zin\n"
    mute = [fact for fact in found.facts if not fact.traced]
    yield f"{len(mute)} van de {len(found.facts)} feiten. Zie [wat dit is](README.md).\n"
    yield from _mute(mute)
    yield "## Zinnen zonder feit\n"
    yield f"{len(found.loose)} van de {len(found.sentences)} zinnen.\n"
    yield from _table(
        ("zin", "wat het is"), ((line, LOOSE.get(key, f"**{key}**")) for line, key in found.loose)
    )


def _mute(facts: Iterable[Fact]) -> Iterator[str]:
    """Why a reader does not need them; under that each kind of fact, and what has it."""
    found: dict[str, dict[str, list[str]]] = {}
    for fact in facts:
        why = reason(fact)
        places = found.setdefault(why.text if why else "**Geen reden bekend.**", {})
        places.setdefault(fact.leaf.place, []).append(f"`{fact.name}`")
    for text, places in sorted(found.items()):
        yield f"{text} ({sum(map(len, places.values()))})\n"
        for place, names in sorted(places.items()):
            yield f"- `{place}`: {', '.join(sorted(names))}"
        yield ""


def _table(head: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    titles = tuple(head)
    yield f"| {' | '.join(titles)} |"
    yield f"| {' | '.join('---' for _ in titles)} |"
    for row in rows:
        yield f"| {' | '.join(map(_cell, row))} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def write() -> None:
    """Write all pages, and take away those of rulesets that are no longer shown."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = dict(fresh())
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
    for path in set(FOLDER.glob("*.md")) - set(wanted):
        path.unlink()
