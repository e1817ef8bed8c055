"""``docs/real-data.md`` says what the engine says of the real data (issue item 1.8).

Without the data these tests are skipped, and the last lines of the test run say so.
"""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from typer.testing import CliRunner

from spelregels import doors
from spelregels.language.library import shipped_root
from tests.conftest import DATA
from tests.real_data import trajectories
from tests.real_data.drawn import TRAJECTORIES, WINDOWS, drawn
from tests.real_data.others import DECIDIM
from tests.real_data.page import PAGE, TABLES, fresh, named
from tests.real_data.runs import LAST_READ, combined, judged, lateness, run
from tests.real_data.runs import trajectories as read
from tests.real_data.trajectories import labels, late
from tests.real_data.windows import FILE, NORMS, RULES, checked, words_of
from tests.real_data.words import CHECKED, EXPECTED, UNCHECKED

pytestmark = pytest.mark.usefixtures("real_data")
COMMAND = re.compile(r"^judge \$DATA/(\S+) +--map (\S+) +--rules (\S+)", re.MULTILINE)


def test_the_tables_are_fresh() -> None:
    """1.8: ``python -m tests.real_data`` would change nothing."""
    assert PAGE.read_text(encoding="utf-8") == fresh()


def test_every_table_is_shown_once() -> None:
    assert sorted(named()) == sorted(TABLES)


def test_the_commands_name_what_exists() -> None:
    """1.8: the commands that repeat the figures: file, mapping and ruleset are there."""
    told = COMMAND.findall(PAGE.read_text(encoding="utf-8"))
    assert len(told) == 11
    for name, mapping, rules in told:
        assert (DATA / name).exists(), name
        assert doors.mapping_path(mapping).is_file()
        assert (shipped_root() / f"{rules}.yaml").is_file(), rules


def test_a_command_prints_what_the_tables_count() -> None:
    """1.8: the tables call what ``spelregels check`` calls."""
    from spelregels_cli.app import app

    name, mapping, rules = DECIDIM
    line = ["check", str(DATA / name), "--map", mapping, "--rules", rules]
    line += ["--format", "json", "--fail-on", "never", "--as-of", str(LAST_READ)]
    printed = json.loads(CliRunner().invoke(app, line).stdout)["trajectories"]
    said = Counter((v["norm"], v["verdict"]) for one in printed for v in one["verdicts"])
    assert said == Counter(
        (v.norm, v.word.value) for one in run(*DECIDIM) for v in one.judgement.verdicts
    )


def test_fewer_norms_give_the_same_verdicts() -> None:
    """The tables judge windows by four norms only; the whole ruleset says the same of them."""
    some = read(FILE, "plan-windows")[::40]
    whole = {one.trajectory.id: one for one in judged(some, RULES)}
    few = [one for one in checked("tot en met") if one.trajectory.id in whole]
    assert len(few) == len(some)
    for one in few:
        for norm in NORMS:
            assert words_of(one, norm) == words_of(whole[one.trajectory.id], norm)


# -- what was expected ----------------------------------------------------------------------------


def test_what_was_expected_of_lateness() -> None:
    """1.8: flagged, cannot tell, data error as expected; those not to be flagged are not."""
    said = {name: late(one) for name, one in lateness().items()}
    for wanted in ("flagged", "cannot tell", "data error"):
        assert {name: said[name] for name in EXPECTED[wanted]} == dict.fromkeys(
            EXPECTED[wanted], wanted
        )
    assert not {name for name in EXPECTED["not flagged"] if said[name] in ("flagged", "data error")}
    assert {name for name, word in said.items() if word == "flagged"} == set(EXPECTED["flagged"])
    assert {n for n, word in said.items() if word == "data error"} == set(EXPECTED["data error"])


@pytest.mark.parametrize("name", EXPECTED["cannot tell"])
def test_the_missing_fact_is_named(name: str) -> None:
    """1.8: what cannot be told names the decision that the source does not show."""
    (one,) = [one for key, one in lateness().items() if key == name]
    assert "besluit.genomen" in {u.name for v in one.judgement.verdicts for u in v.unknowns}


def test_the_first_decision_of_weesp_is_the_one_that_is_flagged() -> None:
    """1.8: the referendum came after the first decision, and before the second."""
    one = lateness()["weesp-fusie"]
    first, second = [e.id for e in one.trajectory.events if e.act == "besluit.genomen"]
    (flag,) = [v for v in one.judgement.verdicts if v.norm == "raadpleging-na-besluit"]
    (vote,) = [e for e in one.trajectory.events if e.act == "referendum.gehouden"]
    assert flag.trigger == vote.id
    days = {e.id: e.at.day for e in one.trajectory.events}
    assert str(days[first]) < str(days[vote.id]) < str(days[second])


def test_the_law_of_the_day_is_missing_where_it_is_not_encoded() -> None:
    """1.8: plans under the old WRO, and the Awb of before July 2005."""
    missing = {name: trajectories.layers(name)[1] for name in combined()}
    for name in ("eemnes-landelijk-gebied-3", "houten-windturbines", "stein-havens"):
        assert "nl/wro" in missing[name]
    assert "nl/awb" in missing["stein-havens"]
    assert "nl/awb" not in missing["houten-windturbines"]
    assert missing["debilt-akoteh"] == ()


def test_no_trajectory_is_special() -> None:
    """1.8: no ruleset and no mapping knows a trajectory by its id."""
    texts = [path.read_text(encoding="utf-8") for path in shipped_root().rglob("*.yaml")]
    for name in combined():
        assert not [text for text in texts if name in text], name


def test_only_this_folder_reads_the_labels() -> None:
    """Data README: for tests and documentation only; no mapping file may read it."""
    for path in shipped_root().rglob("*.yaml"):
        assert "real-labels" not in path.read_text(encoding="utf-8"), path


def test_every_flag_of_the_labels_is_answered() -> None:
    """1.8: a table of agreements and disagreements, each with a reason."""
    flags = {f for one in labels().values() for f in (*one["flags"], *one["computed_flags"])}
    assert flags == {*CHECKED, *UNCHECKED}
    differ = {flag for flag in CHECKED for name in trajectories.flagged(flag)
              if trajectories.finds(flag, name) != "broken"}  # fmt: skip
    assert all(CHECKED[flag][1] for flag in differ)


def test_the_twenty_were_drawn_with_the_seed() -> None:
    """1.8: twenty trajectories drawn with a fixed seed, all of them read."""
    ids, rows = drawn()
    assert (set(ids), set(rows)) == (set(TRAJECTORIES), set(WINDOWS))
    assert len(ids) == len(rows) == 10
