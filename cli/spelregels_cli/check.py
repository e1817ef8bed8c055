"""``spelregels check``: trajectories judged under a ruleset."""

from __future__ import annotations

from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from spelregels_cli.options import Format, FormatOption, Language, LanguageOption, as_day
from spelregels_cli.output import emit, emit_json, progress, refuse, refusing, style
from spelregels_cli.page import HtmlOption, NamesOption, refuse_page, write_page
from spelregels_cli.rules import ruleset_of
from spelregels_cli.sheet import WriteBackOption, write_findings

if TYPE_CHECKING:
    from spelregels.model.checked import CheckReport, Hashed, LeftOut
    from spelregels.model.ruleset import Ruleset
    from spelregels.model.trajectory import Trajectory


class _FailOn(str, Enum):
    error = "error"
    warning = "warning"
    info = "info"
    cannot_tell = "cannot-tell"
    data = "data"
    never = "never"


def check(
    trajectories: Annotated[
        list[Path], typer.Argument(metavar="TRAJECT…", help="Bestanden of mappen met trajecten.")
    ],
    rules: Annotated[
        str | None,
        typer.Option(
            "--rules", metavar="REGELS", help="Naam of bestand; anders die van het traject."
        ),
    ] = None,
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of",
            parser=as_day,
            metavar="JJJJ-MM-DD",
            help="Toets op deze dag; anders de dag in het traject, anders vandaag.",
        ),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--map",
            metavar="BESTAND",
            help="Koppelbestand voor vreemde invoer, of de naam van een meegeleverd.",
        ),
    ] = None,
    format_: FormatOption = Format.text,
    lang: LanguageOption = Language.nl,
    fail_on: Annotated[
        _FailOn, typer.Option("--fail-on", help="Vanaf welk niveau de uitkomst 1 is.")
    ] = _FailOn.error,
    write_back: WriteBackOption = None,
    html: HtmlOption = None,
    names: NamesOption = False,
) -> None:
    """Toets trajecten aan regels. Uitkomst 0: schoon, 1: bevindingen, 2: invoer klopt niet."""
    from spelregels.doors import mapping_path

    with refusing(format_, lang):
        refuse_page(html)
        mapping = mapping_path(mapping) if mapping else None
        read, left_out = _read(trajectories, mapping)
        named_at = None if rules else read[0].places.get("ruleset") if read else None
        ruleset = ruleset_of(rules or _named(read, format_, lang), named_at=named_at)
        files = [*trajectories, *([mapping] if mapping else [])]
        report = _judge(ruleset, read, as_of, _hashes(files), left_out)
    if write_back is not None:
        write_findings(report, trajectories, write_back, format_, lang)
    if html is not None:
        from spelregels.report.html.check_page import check_page

        write_page(html, lambda: check_page(report, lang.value, names), format_, lang)
    if format_ is Format.json:
        from spelregels.report.json import report_json

        emit_json(report_json(report, lang.value))
    else:
        from spelregels.report.text import report_text

        emit(report_text(report, lang.value, style()))
    from spelregels.report.levels import FailOn, fails

    if fails(report, FailOn(fail_on.value)):
        raise typer.Exit(1)


def _read(paths: list[Path], mapping: Path | None) -> tuple[list[Trajectory], list[LeftOut]]:
    """All trajectories of all inputs; the problems of all of them together."""
    from spelregels.doors import read_with_report
    from spelregels.doors.opening import double_ids
    from spelregels.language.problems import Problems
    from spelregels.model.checked import LeftOut

    found: list[Trajectory] = []
    left_out: list[LeftOut] = []
    problems = Problems()
    for path in paths:
        with problems.gathering():
            reading = read_with_report(path, mapping=mapping)
            found.extend(reading.trajectories)
            left_out.extend(LeftOut(s.what, s.word, s.count, s.first) for s in reading.skipped)
    double_ids(found, problems)
    problems.refuse()
    return found, left_out


def _named(trajectories: list[Trajectory], format_: Format, lang: Language) -> str:
    """The one ruleset that all trajectories name in their header."""
    from spelregels.model.problem import Position, Problem

    named = {t.ruleset for t in trajectories}
    if len(named) == 1 and "" not in named:
        return named.pop()
    problem = Problem(
        "no-ruleset",
        Position(),
        "Onbekend welke regels gelden.",
        "It is not known which rules to use.",
        "--rules met een naam of bestand, of in elk traject dezelfde `ruleset:`",
        "--rules with a name or a file, or the same `ruleset:` in each trajectory",
    )
    raise refuse((problem,), format_, lang)


def _judge(
    ruleset: Ruleset,
    read: list[Trajectory],
    as_of: date | None,
    inputs: list[Hashed],
    left_out: list[LeftOut],
) -> CheckReport:
    from spelregels.check import check as judge_all

    with progress(len(read)) as after_each:
        return judge_all(
            ruleset,
            read,
            today=_today_if_asked(read, as_of),
            as_of=as_of,
            inputs=inputs,
            left_out=left_out,
            after_each=after_each,
        )


def _today_if_asked(read: list[Trajectory], as_of: date | None) -> date:
    """Today, if some trajectory is judged on it; the clock is not looked at for nothing."""
    if as_of is not None:
        return as_of
    return _today() if any(one.as_of is None for one in read) else date.max


def _today() -> date:
    """The legal day (M1): today in Amsterdam."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def _files_of(path: Path) -> list[Path]:
    """The file, or the files in the folder itself: no door reads deeper."""
    if not path.is_dir():
        return [path]
    return sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))


def _hashes(paths: list[Path]) -> list[Hashed]:
    from hashlib import file_digest

    from spelregels.model.checked import Hashed

    made = []
    for path in paths:
        for file in _files_of(path):
            with file.open("rb") as stream:
                made.append(Hashed(str(file), file_digest(stream, "sha256").hexdigest()))
    return made
