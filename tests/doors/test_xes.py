"""XES logs: the standard, the mapping, and XML from strangers (issue 3, item 2.4)."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from spelregels import doors
from spelregels.doors.safe_xml import XmlLimits, parse, top_elements
from spelregels.doors.xes import read_xes
from spelregels.doors.xes_own import write_xes
from spelregels.language.nodes import ListNode, MapNode, ScalarNode
from spelregels.model.problem import InputRefused, Problem
from spelregels.model.words import Order

Refused = Callable[[Callable[[], object]], tuple[Problem, ...]]

MAPPING = """
spelregels_mapping: "1"
id: log
source: test
input: {format: xes, empty: [EMPTY, UNKNOWN]}
trajectory:
  id: {from: concept:name}
  records: [vergunning.verleend, advies.uitgebracht]
  order: listed
  facts: {kanaal: {from: channel, optional: true}}
events:
  taak:
    for_each: events
    only: {lifecycle:transition: complete}
    act:
      from: [concept:name, lifecycle:transition]
      glue: "|"
      words: {Decide|complete: vergunning.verleend, Advise|complete: advies.uitgebracht}
    at: {from: time:timestamp}
    by: {from: org:resource, optional: true}
    as: {from: org:group, optional: true, words: {Group 1: college}, otherwise: skip}
"""
LOG = """<?xml version="1.0" encoding="UTF-8"?>
<!-- a comment -->
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Organizational" prefix="o" uri="http://www.xes-standard.org/org.xesext"/>
  <global scope="event"><string key="org:group" value="UNKNOWN"/></global>
  <classifier name="Activity" keys="concept:name"/>
  <string key="creator" value="test"/>
  <trace>
    <string key="concept:name" value="case-1"/>
    <string key="channel" value="Internet"/>
    {events}
  </trace>
</log>
"""


def event(name: str, at: str, more: str = "", transition: str = "complete") -> str:
    return (
        f'<event><string key="concept:name" value="{name}"/>'
        f'<string key="lifecycle:transition" value="{transition}"/>'
        f'<date key="time:timestamp" value="{at}"/>{more}</event>'
    )


def write(folder: Path, text: str, name: str = "log.xes") -> Path:
    path = folder / name
    raw = text.encode()
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    return path


def mapping(folder: Path, text: str = MAPPING) -> Path:
    path = folder / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["log.xes", "log.xes.gz"])
def test_a_mapping_says_which_name_is_which_act(tmp_path: Path, name: str) -> None:
    """Extensions under another prefix are known by their address; EMPTY is unknown."""
    group = '<string key="o:group" value="{}"/>'
    text = LOG.replace(
        "{events}",
        event("Advise", "2014-04-11T01:00:00.000+03:00", group.format("Group 1"))
        + event("Advise", "2014-04-11T01:00:00.000+03:00", transition="start")
        + event("Decide", "2014-12-31T23:30:00Z", group.format("EMPTY"))
        + event("Decide", "2015-01-02T09:00:00+01:00"),
    )
    (one,) = doors.read(write(tmp_path, text, name), mapping=mapping(tmp_path))
    assert (one.id, one.order, one.facts) == ("case-1", Order.LISTED, {"kanaal": "Internet"})
    assert [(e.act, e.at.day, e.at.minute, e.roles) for e in one.events] == [
        ("advies.uitgebracht", date(2014, 4, 11), 0, ("college",)),  # 22:00 UTC, 0:00 here
        ("vergunning.verleend", date(2015, 1, 1), 30, ()),
        ("vergunning.verleend", date(2015, 1, 2), 9 * 60, ()),  # no global is filled in
    ]
    assert one.events[0].position.line == 12


def test_a_word_that_is_not_mapped_is_refused_at_its_line(tmp_path: Path, refused: Refused) -> None:
    path = write(tmp_path, LOG.replace("{events}", event("Decidd", "2014-04-11T01:00:00Z")))
    (problem,) = refused(partial(doors.read, path, mapping=mapping(tmp_path)))
    assert problem.code == "unmapped-word"
    assert problem.position.line == 12
    assert problem.suggestion == "Decide|complete"


def test_every_type_lists_and_nested_attributes(tmp_path: Path) -> None:
    inner = """
    <int key="n" value="7"/><float key="f" value="1.50"/><boolean key="b" value="true"/>
    <float key="nan" value="NaN"/><id key="i" value="a-b"/>
    <string key="who" value="Pete"><string key="level" value="2"/></string>
    <list key="l"><values><string key="x" value="1"/><string key="x" value="2"/></values></list>
    <container key="c"><string key="k" value="v"/></container>
    """
    tree = read_xes(write(tmp_path, LOG.replace("{events}", inner)))
    trace = tree.items[0]
    assert isinstance(trace, MapNode)
    values = {k: n.value for k, n in trace.entries.items() if isinstance(n, ScalarNode)}
    assert str(values["f"]) == "1.50"
    assert (values["n"], values["b"], values["nan"], values["i"]) == (7, True, None, "a-b")
    assert (values["who"], values["who/level"]) == ("Pete", "2")
    items, group = trace.entries["l"], trace.entries["c"]
    assert isinstance(items, ListNode) and isinstance(group, MapNode)
    assert [n.value for n in items.items if isinstance(n, ScalarNode)] == ["1", "2"]
    assert list(group.entries) == ["k"]


BAD = {
    "not-xes": "<html/>",
    "bad-xml": "<log><trace></log>",
    "xml-doctype": '<!DOCTYPE log SYSTEM "http://x.test/x.dtd"><log/>',
    "double-key": LOG.replace("{events}", '<string key="channel" value="Post"/>'),
    "wrong-value": LOG.replace("{events}", '<int key="n" value="seven"/>'),
    "missing-key": LOG.replace("{events}", '<string value="x"/>'),
    "event-without-trace": "<log><event/></log>",
    "hidden-character": LOG.replace("{events}", '<string key="n" value="a&#x202e;b"/>'),
}


@pytest.mark.parametrize("code", BAD)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, refused: Refused, code: str) -> None:
    path = write(tmp_path, BAD[code])
    problems = refused(partial(read_xes, path))
    assert code in {problem.code for problem in problems}
    assert all(p.position.file == str(path) and p.position.line >= 1 for p in problems)


LAUGHS = (
    "<!DOCTYPE l [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '&{chr(97 + n)};&{chr(97 + n)};'>" for n in range(20))
    + "]><log>&u;</log>"
)


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS,
        '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><log>&x;</log>',
        '<!DOCTYPE l PUBLIC "a" "http://x.test/"><log/>',
        "<!DOCTYPE log><log/>",
    ],
)
def test_no_document_type_declaration_is_ever_read(
    tmp_path: Path, refused: Refused, text: str
) -> None:
    assert refused(partial(read_xes, write(tmp_path, text)))[0].code == "xml-doctype"
    utf16 = tmp_path / "utf16.xes"
    utf16.write_bytes(text.encode("utf-16"))
    assert refused(partial(read_xes, utf16))[0].code == "xml-doctype"


def test_an_entity_that_was_never_declared_is_no_xml(tmp_path: Path, refused: Refused) -> None:
    assert refused(partial(read_xes, write(tmp_path, "<log>&x;</log>")))[0].code == "bad-xml"


def test_bombs_are_stopped_while_they_are_unpacked(tmp_path: Path, refused: Refused) -> None:
    """A small file that unpacks to much; deep, wide and long XML."""
    bomb = tmp_path / "bomb.xes.gz"
    bomb.write_bytes(gzip.compress(b"<log>" + b" " * 30_000_000))
    assert bomb.stat().st_size < 100_000
    limits = XmlLimits(max_bytes=1_000_000, max_depth=20, max_elements=1_000, max_attributes=8)

    def read(path: Path) -> None:
        for _ in top_elements(path, limits=limits):
            pass

    assert refused(partial(read, bomb))[0].code == "too-big"
    for code, text in (
        ("too-deep", "<a>" * 50),
        ("too-big", "<a>" + "<b/>" * 2_000),
        ("too-big", "<a " + " ".join(f'k{n}="1"' for n in range(20)) + "/>"),
    ):
        assert refused(partial(read, write(tmp_path, text)))[0].code == code


def test_one_endless_tag_is_stopped(tmp_path: Path) -> None:
    path = write(tmp_path, '<log><string key="' + "x" * 3_000_000)
    with path.open("rb") as stream, pytest.raises(InputRefused) as caught:
        list(parse(stream, "x", limits=XmlLimits(max_token=100_000)))
    assert caught.value.problems[0].code == "too-big"


@pytest.mark.parametrize(
    "raw",
    [b"\x1f\x8b" + b"x" * 50, gzip.compress(b"<log/>" * 999, mtime=0)[:-9]],
    ids=["no gzip after all", "cut short"],
)
def test_a_damaged_gzip_file_is_refused(tmp_path: Path, refused: Refused, raw: bytes) -> None:
    path = tmp_path / "t.xes.gz"
    path.write_bytes(raw)
    assert refused(partial(read_xes, path))[0].code in ("bad-gzip", "bad-xml")


def test_a_log_of_others_needs_a_mapping(tmp_path: Path, refused: Refused) -> None:
    path = write(tmp_path, LOG.replace("{events}", ""))
    assert refused(partial(doors.read, path))[0].code == "needs-mapping"


def test_an_existing_file_is_never_overwritten(tmp_path: Path, refused: Refused) -> None:
    path = write(tmp_path, "mine")
    assert refused(partial(write_xes, [], path))[0].code == "file-exists"
    assert path.read_text() == "mine"


@pytest.mark.parametrize("name", ["running-example.xes", "roadtraffic100traces.xes"])
def test_example_logs_of_others(real_data: Path, name: str) -> None:
    """2.4: every <trace> and <event> of the text is there."""
    text = (real_data / "eventlogs" / name).read_text(encoding="utf-8")
    traces, events = text.count("<trace>"), text.count("<event>")
    assert events > traces > 5
    read = read_xes(real_data / "eventlogs" / name)
    lists = [n.entries["events"] for n in read.items if isinstance(n, MapNode)]
    assert len(lists) == traces
    assert sum(len(one.items) for one in lists if isinstance(one, ListNode)) == events
