"""Numbers, names and lists of a portfolio in words; small groups and persons are withheld (P17)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from spelregels.model.frozen import dataclass
from spelregels.model.portfolio import LEVELS, PortfolioRules
from spelregels.model.portfolio_found import Figure, Name
from spelregels.model.registers import Registers
from spelregels.model.ruleset import Act
from spelregels.model.terms import Duration
from spelregels.report.grammar import with_article
from spelregels.report.names import readable, short
from spelregels.report.portfolio_frames import FRAMES, KEYS
from spelregels.report.portfolio_words import FIGURES
from spelregels.report.wording import Wording, wording

MOST_NAMED = 6
"""Of a longer row the rest is counted."""
_LEVEL_FIGURES = frozenset({Name.PROMISED, Name.HELD, Name.USED})
_SHARES = frozenset({Name.SHARE, Name.EXPECTED, Name.LEFT_WITHOUT_ONE})


@dataclass(frozen=True, slots=True)
class Speech:
    """How things of one portfolio are called. ``least``: smaller groups of persons are withheld.

    ``names_persons``: pseudonyms may be printed.
    """

    language: str
    rules: PortfolioRules
    registers: Registers
    names_persons: bool

    @property
    def words(self) -> Wording:
        """The tables of this language."""
        return wording(self.language)

    @property
    def least(self) -> int:
        """Groups of fewer persons are not shown."""
        return self.rules.withhold_below

    def say(self, key: str, **values: object) -> str:
        """One frame, filled in."""
        frame = FRAMES[key].told(self.language)
        return frame.format_map({name: str(value) for name, value in values.items()})

    def count(self, one: str, many: str, number: int) -> str:
        """``1 dag``, ``12 dagen``."""
        return self.say(one) if number == 1 else self.say(many, count=number)

    def join(self, parts: Iterable[str]) -> str:
        """``a, b en c``; of a long row the rest is counted."""
        listed = list(parts)
        if len(listed) > MOST_NAMED:
            rest = self.say("more", count=len(listed) - MOST_NAMED + 1)
            return ", ".join(listed[: MOST_NAMED - 1]) + f" {rest}"
        if len(listed) < 2:
            return "".join(listed)
        return ", ".join(listed[:-1]) + self.say("and") + listed[-1]

    def day(self, day: date | None) -> str:
        """``4 juni 2026``."""
        if day is None:
            return ""
        return f"{day.day} {self.words.labels.MONTHS[day.month - 1]} {day.year}"

    def duration(self, duration: Duration) -> str:
        """``1 maand``."""
        one, many = self.words.labels.UNITS[duration.unit]
        return f"{duration.amount} {one if duration.amount == 1 else many}"

    def level(self, rank: int) -> str:
        """``adviseren``."""
        level = LEVELS[rank]
        return self.say("level_nothing") if level is None else level.value

    def act(self, act: str) -> str:
        """``‘advies uitgebracht’``."""
        known = self._act(act)
        titles: Mapping[str, str] = known.title if known else {}
        title = titles.get(self.language) or titles.get("nl") or readable(act)
        return self.words.part("quote", text=short(title))

    def key(self, name: str) -> str:
        """A header key, fact or attribute as people call it."""
        known = KEYS.get(name)
        return known.told(self.language) if known else readable(name)

    def _act(self, act: str) -> Act | None:
        return next((r.acts[act] for r in reversed(self.rules.words) if act in r.acts), None)

    def body(self, body: str) -> str:
        """The title of a body, else its id."""
        known = self.registers.bodies.get(body)
        return known.title if known and known.title else body

    def parties(self, parties: Sequence[str]) -> str:
        """Parties that are roles by name; others only where persons may be named."""
        roles = {name: r.roles[name] for r in self.rules.words for name in r.roles}
        if not self.names_persons and not all(party in roles for party in parties):
            return ""
        said = []
        for party in parties:
            titles: Mapping[str, str] = roles[party].title if party in roles else {}
            title = titles.get(self.language) or titles.get("nl")
            said.append(with_article(short(title), self.language) if title else party)
        return self.say("parties", names=self.join(said)) if said else ""

    # ------------------------------------------------------------ numbers

    def share(self, share: Fraction) -> str:
        """``62 %``, ``62,5 %``."""
        tenths = round(share * 1000)
        whole, tenth = divmod(tenths, 10)
        comma = "," if self.language == "nl" else "."
        return f"{whole} %" if not tenth else f"{whole}{comma}{tenth} %"

    def withheld(self, figure: Figure) -> bool:
        """P17: whether a figure says too much about too few persons."""
        if self.names_persons:
            return False
        if figure.of is not None and figure.of < self.least:
            return True
        return figure.persons and any(
            0 < number < self.least for number in (figure.low, figure.high) if number is not None
        )

    def figure(self, figure: Figure) -> str:
        """The value of a figure in words."""
        if self.withheld(figure):
            key = "withheld" if figure.name in _SHARES else "fewer"
            high = figure.high
            if key == "fewer" and high is not None and high >= self.least:
                return self.say("range", low=0, high=self.number(figure.name, high))
            return self.say(key, least=self.least)
        low = self.number(figure.name, figure.low)
        if figure.high is None:
            return self.say("or_more", low=low)
        if figure.high == figure.low:
            return low
        return self.say("range", low=low, high=self.number(figure.name, figure.high))

    def number(self, name: Name, number: int | Fraction) -> str:
        """One bound of a figure."""
        if name in _LEVEL_FIGURES:
            return self.level(int(number))
        if name in _SHARES or isinstance(number, Fraction):
            return self.share(Fraction(number))
        return str(number)

    def figure_line(self, figure: Figure) -> str:
        """``adviezen van bewoners: 12``."""
        return f"{FIGURES[figure.name].told(self.language)}: {self.figure(figure)}"
