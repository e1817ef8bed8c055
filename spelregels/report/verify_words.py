"""Findings on a text in words: the sentences of a check, with names filled in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from spelregels.model.frozen import dataclass
from spelregels.model.patterns import NormRef, RoleSpec, TermRef
from spelregels.model.problem import Position
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import Duration
from spelregels.model.verified import (
    ActName,
    CheckRecord,
    Either,
    Mention,
    RoleName,
    StageName,
    Text,
    TextFinding,
    VerifyReport,
)
from spelregels.report.names import Names
from spelregels.report.wording import Wording, sentence, wording


@dataclass(frozen=True, slots=True)
class Teller:
    """The words for findings on one ruleset, in one language."""

    names: Names

    @classmethod
    def of(cls, ruleset: Ruleset, language: str) -> Teller:
        """``language``: ``nl`` or ``en``."""
        return cls(Names.of(ruleset, language))

    @property
    def words(self) -> Wording:
        """The tables of this language."""
        return self.names.words

    def message(self, finding: TextFinding, record: CheckRecord) -> str:
        """One or two sentences: what was found here. Text of a ruleset is only ever filled in."""
        frame = record.messages[finding.message].told(self.words.language)
        filled = {name: self.mention(value) for name, value in finding.values.items()}
        return sentence(frame.format_map(filled))

    def basis(self, finding: TextFinding) -> str:
        """What a finding rests on, when that is silence; else nothing."""
        return self.words.say(self.words.frames.VERIFY, finding.basis.value)

    def mention(self, value: Mention) -> str:
        """One thing as it is called in a sentence."""
        names = self.names
        match value:
            case ActName():
                return names.act(value.id)
            case Either():
                return self.words.join((self.mention(one) for one in value.one_of), "or")
            case RoleName():
                return names.role(value.id)
            case StageName():
                return names.stage(value.id)
            case RoleSpec():
                return names.role_spec(value)
            case NormRef():
                return names.norm(value)
            case TermRef():
                return names.term(value)
            case Duration():
                return names.duration(value)
            case Text():
                return value.told(self.words.language)
            case date():
                return names.day(value)
            case tuple():
                return self.words.join(self.mention(one) for one in value)
            case Decimal():
                return names.value(value)
            case str() | int():
                return str(value)


def shown_path(path: str) -> str:
    """A path as people know it: from the folder they are in, if it lies below that."""
    try:
        return Path(path).resolve().relative_to(Path.cwd()).as_posix()
    except (OSError, ValueError):
        return path


def where(position: Position, words: Wording) -> str:
    """``regel 46``, or *bestand* when the line is not known."""
    frames = words.frames.VERIFY
    if not position.line:
        return words.say(frames, "at_file")
    return words.say(frames, "at_line", line=position.line)


def teller_for(finding: TextFinding, report: VerifyReport, language: str) -> Teller:
    """The teller of the ruleset a finding is about; findings on settings name no words of one."""
    rulesets = [one.ruleset for one in report.rulesets]
    own = next((one for one in rulesets if one.id == finding.ruleset), rulesets[0])
    return Teller.of(own, language)


def severity_label(finding: TextFinding, language: str) -> str:
    """``ernstig``, ``waarschuwing``, ``ter informatie``."""
    label: str = wording(language).labels.SEVERITIES[finding.severity]
    return label
