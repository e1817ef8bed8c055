"""XML from strangers, piece by piece: no DTD, no entities, nothing fetched, and limits on size.

The parser of the standard library (expat) is driven by hand, so that a document type declaration is
refused the moment it begins, before anything in it can expand, and so that every element knows its
line and column. Only one child of the root is held at a time.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import IO
from xml.parsers import expat

from spelregels.language.filebytes import cannot_read, read_bytes
from spelregels.language.textbytes import first_hidden
from spelregels.model.frozen import dataclass
from spelregels.model.problem import InputRefused, Position, Problem

GZIP = b"\x1f\x8b"
CHUNK = 1 << 16
TEXT = "#text"
"""The name of text that comes after an inner element; text before it is the element's own."""


@dataclass(frozen=True, slots=True)
class XmlLimits:
    """How much one document may hold; sizes in bytes of text, after unpacking."""

    max_bytes: int = 256_000_000
    max_depth: int = 48
    max_elements: int = 1_000_000
    max_attributes: int = 64  # of one element
    max_token: int = 4_000_000  # one tag with everything in it


LIMITS = XmlLimits()


@dataclass(slots=True)
class Element:
    """One element: its name without prefix, its attributes, what stands in it, and where."""

    name: str
    attributes: Mapping[str, str]
    position: Position
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def all(self, name: str) -> list[Element]:
        """The children with this name."""
        return [child for child in self.children if child.name == name]


def top_elements(path: Path, *, limits: XmlLimits = LIMITS) -> Iterator[Element]:
    """The root (still without children), then each of its children, whole, one at a time.

    A file that is packed with gzip is unpacked on the way. Raises ``InputRefused``.
    """
    if not path.is_file():
        read_bytes(path)  # says what is wrong with it: absent, a folder, a pipe
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == GZIP
            raw.seek(0)
            with gzip.GzipFile(fileobj=raw) if packed else raw as stream:
                yield from parse(stream, str(path), limits=limits)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        nl = "Dit gezipte bestand is beschadigd of afgebroken."
        en = "This zipped file is damaged or cut off."
        raise _refused("bad-gzip", Position(str(path), 1, 1), nl, en) from None
    except OSError as error:
        raise cannot_read(path, error) from None


def parse(
    stream: IO[bytes] | gzip.GzipFile, source: str, *, limits: XmlLimits = LIMITS
) -> Iterator[Element]:
    """As ``top_elements``, from an open stream of bytes; ``source`` names it in problems."""
    guard = _Guard(source, limits)
    total = 0
    while True:
        chunk = stream.read(CHUNK)
        total += len(chunk)
        if total > limits.max_bytes:
            megabytes = limits.max_bytes // 1_000_000
            raise guard.stop(
                "too-big",
                f"Uitgepakt is dit bestand groter dan {megabytes} MB.",
                f"Unpacked, this file is bigger than {megabytes} MB.",
            )
        guard.feed(chunk, total)
        yield from guard.taken()
        if not chunk:
            return


class _Guard:
    """One run of the parser."""

    def __init__(self, source: str, limits: XmlLimits) -> None:
        self.source = source
        self.limits = limits
        self.open: list[Element] = []
        self.done: list[Element] = []
        self.count = 0
        self.parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = self.doctype
        parser.ExternalEntityRefHandler = self.doctype
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters

    def feed(self, chunk: bytes, total: int) -> None:
        """Parse a chunk; an empty one ends the document."""
        try:
            self.parser.Parse(chunk, not chunk)
        except expat.ExpatError as error:
            why = expat.ErrorString(error.code)
            place = Position(self.source, error.lineno, error.offset + 1)
            nl, en = f"Dit is geen geldige XML ({why}).", f"This is not valid XML ({why})."
            raise _refused("bad-xml", place, nl, en) from None
        except (LookupError, ValueError) as error:  # an encoding that python does not know
            nl, en = f"Deze XML is niet te lezen ({error}).", f"This XML cannot be read ({error})."
            raise self.stop("bad-xml", nl, en) from None
        if total - self.parser.CurrentByteIndex > self.limits.max_token:
            nl, en = "Eén stuk van deze XML is te groot.", "One piece of this XML is too big."
            raise self.stop("too-big", nl, en)

    def taken(self) -> Iterator[Element]:
        """The elements that came whole since the last time."""
        done, self.done = self.done, []
        yield from done

    def place(self) -> Position:
        return Position(
            self.source, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        )

    def stop(self, code: str, nl: str, en: str) -> InputRefused:
        return _refused(code, self.place(), nl, en)

    def doctype(self, *_: object) -> int:
        raise self.stop(
            "xml-doctype",
            "Deze XML heeft een DOCTYPE of eigen entiteiten; die worden nooit gelezen.",
            "This XML has a DOCTYPE or entities of its own; those are never read.",
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        limits = self.limits
        self.count += 1
        if len(self.open) >= limits.max_depth:
            nl = f"Deze XML is dieper genest dan {limits.max_depth} lagen."
            en = f"This XML is nested deeper than {limits.max_depth} levels."
            raise self.stop("too-deep", nl, en)
        if self.count > limits.max_elements or len(attributes) > limits.max_attributes:
            nl = "Deze XML heeft te veel onderdelen. Verdeel haar over meer bestanden."
            en = "This XML has too many parts. Divide it over more files."
            raise self.stop("too-big", nl, en)
        self.visible("".join(attributes.values()))
        made = Element(name.rpartition(":")[2], attributes, self.place())
        if len(self.open) == 0:
            self.done.append(Element(made.name, made.attributes, made.position))
        elif len(self.open) > 1:
            self.open[-1].children.append(made)
        self.open.append(made)

    def end(self, _: str) -> None:
        made = self.open.pop()
        if len(self.open) == 1:
            self.done.append(made)

    def characters(self, text: str) -> None:
        made = self.open[-1] if self.open else None
        if made is None or (
            text.isspace() and not made.text and (not made.children or "\n" in text)
        ):
            return  # the space between tags
        self.visible(text)
        if made.children:
            made.children.append(Element(TEXT, {}, self.place(), text=text))
            return
        made.text = made.text + text if made.text else text
        if len(made.text) > self.limits.max_token:
            raise self.stop("too-big", "Deze tekst is te lang.", "This text is too long.")

    def visible(self, text: str) -> None:
        if text.isprintable():
            return
        hidden = first_hidden(text)
        if hidden:
            raise self.stop(
                "hidden-character",
                f"Hier staat een onzichtbaar teken ({hidden}); haal het weg.",
                f"Here is an invisible character ({hidden}); remove it.",
            )


def _refused(code: str, place: Position, nl: str, en: str) -> InputRefused:
    return InputRefused((Problem(code, place, nl, en),))
