"""ZGW resources (Zaken, Catalogi, Besluiten): a record per case, with all that belongs to it.

For mapping files with ``format: zgw``. What a mapping cannot do alone is done here: answers in a
folder, one bundle and ``_expand`` are read alike (a resource is known by its url); a page that has
a next page, a status that is not there and answers that contradict each other are refused;
suspensions and extensions are read from the audit trail (``zgw_trail``). Nothing is asked of a
source beyond its urls: nulls where the specification forbids them say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from spelregels.doors.json_text import parse_json
from spelregels.doors.parts import Parts, plain
from spelregels.doors.reading import DOCUMENT, read_text
from spelregels.doors.zgw_trail import changes_of
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems
from spelregels.model.problem import Position

MAX_FILES = 500
KINDS = (
    *("zaken", "statussen", "rollen", "resultaten", "besluiten"),
    *("zaaktypen", "statustypen", "roltypen", "resultaattypen", "besluittypen"),
)
NEEDED = ("zaken", "statussen", "statustypen", "besluiten")
"""Without an answer on these a case cannot be read; an error in their place is refused."""
TYPES = {
    "statussen": "statustype",
    "rollen": "roltype",
    "resultaten": "resultaattype",
    "besluiten": "besluittype",
}
"""Under which key a resource of a case names its type; the type itself comes under ``type``."""
KNOWN = "bekend"
"""What this source is complete for: zaak, statussen, besluiten, rollen, opschorting, verlenging."""
_URL = re.compile(rf"/({'|'.join(KINDS)})/[^/?#]+/?$")
_CREATED = {"status": "statussen", "besluit": "besluiten", "resultaat": "resultaten"}


def read_zgw(path: Path) -> ListNode:
    """The cases in a folder or file, as records for a mapping. Raises ``InputRefused``.

    A file that is not whole by itself is read together with the other ``.json`` files beside it.
    """
    bundle = _gather(path, [path] if path.is_file() else _files(path))
    chosen = bundle.of("zaken")
    if path.is_file() and not bundle.whole():
        bundle = _gather(path, _files(path.parent))
    bundle.check()
    records = tuple(bundle.record(bundle.resources[url]) for url in chosen)
    if not records and not bundle.problems.found:
        bundle.problems.add(
            "no-trajectory",
            Position(str(path), 1, 1),
            "Hier staat geen enkele zaak.",
            "There is no case here.",
            expected_nl="een antwoord van de Zaken-API, met `url` op /zaken/…",
            expected_en="an answer of the Zaken API, with `url` at /zaken/…",
        )
    bundle.problems.refuse()
    return ListNode(records, Position(str(path), 1, 1))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))[:MAX_FILES]


def _gather(path: Path, files: Iterable[Path]) -> Bundle:
    bundle = Bundle(str(path))
    for file in files:
        with bundle.problems.gathering():
            text = read_text(file, limits=DOCUMENT)
            bundle.take(parse_json(text, source=str(file)), file.stem)
    return bundle


@dataclass(slots=True)
class Bundle:
    """Everything that was answered, by url."""

    source: str
    problems: Problems = field(default_factory=Problems)
    resources: dict[str, MapNode] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)  # kinds that were asked for, perhaps in vain
    trail: list[MapNode] = field(default_factory=list)
    notices: list[MapNode] = field(default_factory=list)

    # -- taking in --------------------------------------------------------------------------------

    def take(self, node: Node, name: str) -> None:
        """Everything in a document; ``name``: the file or key under which it stands."""
        kind = next((kind for kind in (*KINDS, "audittrail") if name.startswith(kind)), "")
        if isinstance(node, ListNode):
            self.answered.add(kind)
            for item in node.items:
                self.take(item, name)
            return
        if not isinstance(node, MapNode) or self._error(node, kind):
            return
        if "wijzigingen" in node.entries and "hoofdObject" in node.entries:
            self.trail.append(node)
            return
        if "kanaal" in node.entries and "hoofdObject" in node.entries:
            self.notices.append(node)
            return
        self._page(node, kind)
        url = word(node, "url")
        if _URL.search(url):
            self._resource(url, node)
        for key, part in node.entries.items():
            if not isinstance(part, ScalarNode):
                self.take(part, kind if key == "results" else key)

    def _page(self, node: MapNode, kind: str) -> None:
        if "results" not in node.entries:
            return
        self.answered.add(kind)
        following = node.entries.get("next")
        if isinstance(following, ScalarNode) and following.value is not None:
            self.problems.add(
                "incomplete-bundle",
                following.position,
                "Dit antwoord heeft een volgende bladzijde; de bundel is niet compleet.",
                "This answer has a next page; the bundle is not complete.",
                expected_nl="alle bladzijden bij elkaar, de laatste met `next: null`",
                expected_en="all pages together, the last with `next: null`",
            )

    def _error(self, node: MapNode, kind: str) -> bool:
        status = node.entries.get("status")
        code = status.value if isinstance(status, ScalarNode) else None
        failed = type(code) is int and code >= 400 and "code" in node.entries
        if not failed and "ERR" not in node.entries:
            return False
        if kind in NEEDED:
            self.problems.add(
                "error-answer",
                node.position,
                f"Hier staat een foutmelding in plaats van {kind}.",
                f"There is an error message here instead of {kind}.",
                expected_nl="het antwoord zelf; vraag het opnieuw op",
                expected_en="the answer itself; ask for it again",
            )
        return True

    def _resource(self, url: str, node: MapNode) -> None:
        seen = self.resources.setdefault(url, node)
        for key in seen.entries.keys() & node.entries.keys():
            one, other = seen.entries[key], node.entries[key]
            if key != "_expand" and plain(one) != plain(other):
                at = one.position
                self.problems.add(
                    "answers-disagree",
                    other.position,
                    f"`{key}` van {url} is hier anders dan in {at.file} (regel {at.line}).",
                    f"`{key}` of {url} differs here from {at.file} (line {at.line}).",
                    expected_nl="antwoorden die op hetzelfde moment zijn opgehaald",
                    expected_en="answers that were fetched at the same moment",
                )

    # -- whole or not -----------------------------------------------------------------------------

    def of(self, kind: str, case: str = "") -> list[str]:
        """The urls of a kind, of one case if it is given, in the order in which they came."""
        return [
            url
            for url, node in self.resources.items()
            if kind_of(url) == kind and case in ("", word(node, "zaak"))
        ]

    def whole(self) -> bool:
        """Is everything there that a case needs?"""
        return bool(self.of("zaken")) and not list(self._lacking())

    def check(self) -> None:
        """Note everything that is referred to and not there."""
        for what, place in self._lacking():
            self.problems.add(
                "incomplete-bundle",
                place,
                f"{what} wordt genoemd, maar zit niet in de bundel.",
                f"{what} is referred to, but is not in the bundle.",
                expected_nl="ook dit antwoord in dezelfde map of bundel",
                expected_en="this answer too, in the same folder or bundle",
            )

    def _lacking(self) -> Iterator[tuple[str, Position]]:
        for url in (*self.of("zaken"), *self.of("statussen")):
            key = "status" if kind_of(url) == "zaken" else "statustype"
            wanted = self.resources[url].entries.get(key)
            said = word(self.resources[url], key)
            if wanted is not None and said and said not in self.resources:
                yield said, wanted.position
        for notice in self.notices:
            said = word(notice, "resourceUrl")
            created = word(notice, "actie") == "create" and word(notice, "resource") in _CREATED
            if created and said not in self.resources:
                yield said, notice.position

    # -- giving -----------------------------------------------------------------------------------

    def record(self, case: MapNode) -> MapNode:
        """A case with what belongs to it; see ``KNOWN`` for the key that says what is complete."""
        url = word(case, "url")
        parts = Parts(case.position)
        for key, value in case.entries.items():
            if key != "_expand":
                parts.set(key, value)
        parts.set("type", self.resources.get(word(case, "zaaktype")))
        for kind in TYPES:
            tied = (self._tied(self.resources[one], kind) for one in self.of(kind, url))
            parts.set(kind, ListNode(tuple(tied), case.position))
        trail = [one for one in self.trail if word(one, "hoofdObject") == url]
        changes = changes_of(case, trail, self.problems)
        parts.set("opschortingen", changes.suspensions)
        parts.set("verlengingen", changes.extensions)
        known = ["zaak", "statussen"]
        known += [kind for kind in ("besluiten", "rollen") if kind in self._known(case)]
        known += changes.known
        words = tuple(ScalarNode(one, case.position, False, one) for one in known)
        parts.set(KNOWN, ListNode(words, case.position))
        return parts.node()

    def _known(self, case: MapNode) -> Iterator[str]:
        yield from (kind for kind in ("besluiten",) if kind in self.answered)
        roles = case.entries.get("rollen")
        urls = plain(roles) if isinstance(roles, ListNode) else None
        if isinstance(urls, tuple) and all(url in self.resources for url in urls):
            yield "rollen"

    def _tied(self, node: MapNode, kind: str) -> MapNode:
        """A resource with its type under ``type``, and who did it under ``door``."""
        entries = dict(node.entries)
        kind_node = self.resources.get(word(node, TYPES[kind]))
        actor = self.resources.get(word(node, "gezetdoor"))
        if kind_node is not None:
            entries["type"] = kind_node
        if actor is not None:
            entries["door"] = self._tied(actor, "rollen")
        keys = {key: value.position for key, value in entries.items()}
        return replace(node, entries=entries, keys=keys)


def kind_of(url: str) -> str:
    """The kind of resource an url leads to; empty when it is none of ``KINDS``."""
    match = _URL.search(url)
    return match[1] if match else ""


def word(node: MapNode, key: str) -> str:
    """The text under a key; empty when there is none."""
    found = node.entries.get(key)
    return found.value if isinstance(found, ScalarNode) and isinstance(found.value, str) else ""
