"""The pages of the tensions: ``docs/tensions/nl`` and ``en``, one for each and a list of all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from spelregels.check import try_examples
from spelregels.model.norms import Norm, Statement
from spelregels.model.patterns import Test
from spelregels.model.portfolio import KINDS, Deed, PortfolioNorm
from spelregels.model.verified import CheckRecord, Text
from spelregels.model.words import Word
from spelregels.report.names import Names, readable
from spelregels.report.wording import sentence, wording
from spelregels.verify.parts import acts_named, every
from tests.rulesets.library_rows import CASES, place_of, rows
from tests.tensions.gather import PORTFOLIO, TENSIONS, Places, Prose, places, prose, ruleset
from tests.tensions.met import BREACH, Met, stored
from tests.tensions.words import NEEDS, WORDS

FOLDER = Path(__file__).parents[2] / "docs" / "tensions"
LANGUAGES = ("nl", "en")
_LAYERS = "T22"
"""The row that the loader itself looks after as well: a minimum of a layer below."""


def fresh() -> Iterator[tuple[Path, str]]:
    """Every page with what it should say."""
    for language in LANGUAGES:
        yield FOLDER / language / "README.md", "\n".join(_index(language)) + "\n"
        for row in TENSIONS:
            text = "\n".join(_Page(row, language).lines()) + "\n"
            yield FOLDER / language / f"{row}.md", text


def _index(language: str) -> Iterator[str]:
    words = WORDS[language]
    yield from (f"# {words['index']}", "", words["index_intro"], "", words["made"], "")
    yield from (words["index_head"], "|---|---|---|---|---|---|")
    for row in TENSIONS:
        page = _Page(row, language)
        found = page.places
        cells = [
            f"[{row}]({row}.md)",
            page.prose.name.told(language),
            f"`{found.within}`" if found.within else "",
            ", ".join(f"`{norm.id}`" for norm in found.over),
            ", ".join(page.check(one) for one in found.texts),
            words[f"real_{page.met_real()}"],
        ]
        yield f"| {' | '.join(cells)} |"


@cache
def _examples(name: str) -> tuple[tuple[str, str], ...]:
    """The examples of a ruleset: broken, kept or unknown, and the title."""
    found = []
    for one in try_examples(ruleset(name)).examples:
        words = {v.word for v in one.judgement.verdicts if v.norm in one.example.expect}
        if words & BREACH:
            found.append(("broken", one.example.title))
        elif Word.KEPT in words:
            found.append(("kept", one.example.title))
        elif Word.CANNOT_TELL in words:
            found.append(("unknown", one.example.title))
    return tuple(found)


class _Page:
    def __init__(self, row: str, language: str) -> None:
        self.row, self.language = row, language
        self.words = WORDS[language]
        self.prose: Prose = prose()[row]
        self.places: Places = places(row)
        self.rules = ruleset(self.places.within or "spanningen/alle")
        self.names = Names.of(self.rules, language)
        own = self.rules.own.norms if self.places.within else ()
        self.norms = tuple(one for one in own if not isinstance(one, Statement))
        self.statements = tuple(one for one in own if isinstance(one, Statement))

    def lines(self) -> Iterator[str]:
        say = self._text
        yield from (f"# {self.row} – {say(self.prose.name)}", "", f"*{self.prose.where}*", "")
        yield self.words["made"]
        yield from self._part("what", [say(self.prose.what)])
        yield from self._part("why", [say(self.prose.why)])
        yield from self._part("looks", self._looks())
        yield from self._part("facts", _bullets(dict.fromkeys(self._facts())))
        yield from self._part("met", _bullets(self._met()))
        yield from self._part("shown", _bullets(self._shown()))
        yield from self._part("do", [say(self.prose.do)])
        yield from self._part("people", _bullets(self._people()))
        yield from self._part("limits", [self.words["limits_text"]])

    def check(self, one: CheckRecord) -> str:
        """A check by its id, leading to its page."""
        return f"[`{one.id}`](../../checks/{self.language}/{one.id}.md)"

    def met_real(self) -> str:
        """What real input showed at most: ``found``, ``kept``, ``not_seen`` or ``never``."""
        known, read = stored()["trajectories"]["norms"], stored()["texts"]
        norms = [known[norm] for norm in self._ids() if norm in known]
        texts = [read[one.id] for one in self.places.texts]
        if any(one["broken"] for one in norms) or any(one["seen"] for one in texts):
            return "found"
        if norms:
            return "kept"
        return "not_seen" if any(one["not_seen"] for one in texts) else "never"

    def _text(self, text: Text) -> str:
        return text.told(self.language)

    def _part(self, key: str, lines: Iterable[str]) -> Iterator[str]:
        made = list(lines)
        if made:
            yield from ("", f"## {self.words[key]}", "", *made)

    def _ids(self) -> list[str]:
        """``file#norm`` of everything that judges trajectories here."""
        within = [f"{self.places.within}#{norm.id}" for norm in self.norms]
        return [*within, *(f"{PORTFOLIO}#{norm.id}" for norm in self.places.over)]

    # --- what looks for it -----------------------------------------------------------------------

    def _looks(self) -> Iterator[str]:
        parts = [*self._within(), *self._over(), *self._texts()]
        yield from parts[1:] if parts and not parts[0] else parts or [self.words["waiting"]]

    def _within(self) -> Iterator[str]:
        if self.places.within:
            yield from ("", self.words["within"].format(ruleset=self.places.within), "")
            yield from (f"- {sentence(self._title(norm))}" for norm in self.norms)

    def _over(self) -> Iterator[str]:
        if self.places.over:
            yield from ("", self.words["over"], "")
            yield from (f"- {sentence(self._over_title(norm))}" for norm in self.places.over)

    def _texts(self) -> Iterator[str]:
        if self.places.texts:
            yield from ("", self.words["texts"], "")
            for one in self.places.texts:
                yield f"- {self.check(one)}: {_without_stop(self._text(one.looks_for))}"
            if self.row == _LAYERS:
                yield f"- {self.words['minimum']}"

    def _title(self, norm: Norm) -> str:
        return readable(self.names.title_of(norm).replace("-", " "))

    def _over_title(self, norm: PortfolioNorm) -> str:
        return norm.title.get(self.language) or norm.title.get("nl", norm.id)

    # --- the facts -------------------------------------------------------------------------------

    def _facts(self) -> Iterator[str]:
        acts = {act for norm in self.norms for act in acts_named(norm)}
        if acts:
            listed = ", ".join(self.names.act(act) for act in sorted(acts))
            yield self.words["facts_acts"].format(acts=listed)
        asked = dict.fromkeys(self._attribute(one) for one in every(self.norms, Test))
        if asked:
            yield self.words["facts_asked"].format(asked=", ".join(asked))
        for over in self.places.over:
            yield NEEDS[self.language][KINDS[type(over.asks)].value] + self._deeds(over)
        if self.places.texts:
            yield self.words["facts_text"]

    def _attribute(self, test: Test) -> str:
        return self.words["who"] if test.attribute in ("by", "as") else readable(test.attribute)

    def _deeds(self, norm: PortfolioNorm) -> str:
        acts = dict.fromkeys(deed.act for deed in every(norm.asks, Deed))
        return f" ({', '.join(map(self.names.act, acts))})" if acts else ""

    # --- what it met -----------------------------------------------------------------------------

    def _met(self) -> Iterator[str]:
        cases = list(self._cases())
        yield from cases
        if self._ids():
            yield from () if cases else [self.words["no_case"]]
            yield self._real()
        yield from map(self._in_texts, self.places.texts)

    def _cases(self) -> Iterator[str]:
        for case in CASES:
            found = stored()["cases"][case]
            told = []
            for word in ("broken", "kept"):
                logs = {log for norm in self._ids() for log in found.get(norm, {}).get(word, ())}
                if logs:
                    listed = ", ".join(sorted(logs))
                    told.append(self.words[f"case_{word}"].format(logs=listed))
            if told:
                text = "; ".join(told)
                yield self.words["case"].format(case=case, file=place_of(case), told=text)
            elif self.row in re.findall(r"\bT[0-9]+\b", rows()[case][3]):
                yield self.words["case_tells"].format(case=case, file=place_of(case))

    def _real(self) -> str:
        real: Met = stored()["trajectories"]
        told = [
            self.words["real_norm"].format(norm=f"`{norm.partition('#')[2]}`", **counted)
            for norm in self._ids()
            if (counted := real["norms"].get(norm))
        ]
        if not told:
            return self.words["never"].format(count=real["count"])
        return self.words["real"].format(count=real["count"], told="; ".join(told))

    def _in_texts(self, one: CheckRecord) -> str:
        found = stored()["texts"][one.id]
        if not found["seen"] and not found["not_seen"]:
            return self.words["never_text"].format(check=self.check(one))
        counts = {kind: self._counted(len(found[kind])) for kind in ("seen", "not_seen")}
        if not found["not_seen"] or not found["seen"]:
            return self._one_kind(one, found["seen"], found["not_seen"])
        return self.words["real_text"].format(check=self.check(one), **counts)

    def _one_kind(self, one: CheckRecord, seen: list[str], not_seen: list[str]) -> str:
        key = "real_text_seen" if seen else "real_text_not_seen"
        counted = self._counted(len(seen or not_seen))
        return self.words[key].format(check=self.check(one), texts=counted)

    def _counted(self, count: int) -> str:
        return self.words["in_texts_one" if count == 1 else "in_texts"].format(count=count)

    # --- examples, people ------------------------------------------------------------------------

    def _shown(self) -> Iterator[str]:
        if self.places.within:
            for word, title in _examples(self.places.within):
                yield self.words[f"shown_{word}"].format(title=title)
        if self.places.texts:
            checks = ", ".join(map(self.check, self.places.texts))
            yield self.words["shown_check"].format(check=checks)
        if self.places.over:
            yield self.words["shown_over"]

    def _people(self) -> Iterator[str]:
        if self.prose.people:
            yield self._text(self.prose.people)
        for one in self.statements:
            roles = wording(self.language).join(
                (self.names.role(one.judged_by),) if one.judged_by else (self.words["nobody"],)
            )
            yield self.words["judge"].format(text=_without_stop(one.text), judge=roles)


def _bullets(texts: Iterable[str]) -> list[str]:
    return [f"- {text}" for text in texts]


def _without_stop(text: str) -> str:
    return text.rstrip().removesuffix(".")
