"""Owns the way into a workbook that may come from anyone: an archive of parts of XML, opened within bounds.

What is too large by what it says or by what it is, encrypted, broken or no archive at all is refused with a sentence.
Used by `xlsx_cells`. Runs in browser and build. Knows nothing of sheets.
"""

import io
import struct
import zlib
from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

LARGEST = 5_000_000
"""Bytes of a workbook at most."""
LARGEST_PART, LARGEST_WHOLE = 8_000_000, 24_000_000
"""Bytes of one part and of all parts together, unpacked."""
MOST_PARTS = 500
DEEPEST = 60
"""Elements within each other in one part."""

ARCHIVE, OLD = b"PK", b"\xd0\xcf\x11\xe0"
ENCRYPTED = 0x1
"""What a part says that can only be read with a password."""
DAMAGED = (BadZipFile, zlib.error, struct.error, EOFError)
BROKEN = (*DAMAGED, RuntimeError, ValueError, ArithmeticError, OSError, LookupError)
"""What the archive's reader raises for what is in an archive: broken, encrypted, an unknown way of packing."""

type Attributes = dict[str, str]
type OnText = Callable[[str], None]
type OnStart = Callable[[str, Attributes], None]


class Unreadable(Exception):  # noqa: N818  a fault of a file becomes a value for its reader
    """A workbook that is refused: code and Dutch sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Parts:
    """The parts of a workbook by name."""

    def __init__(self, content: bytes) -> None:
        """Open the archive.

        Raises:
            Unreadable: it is none, or unpacks to more than is allowed.
        """
        if len(content) > LARGEST:
            raise Unreadable("te-groot", "De werkmap is groter dan 5 MB; dit is geen werkmap van deze scan.")
        if content.startswith(OLD):
            said = "Dit is een oud werkblad (.xls) of er zit een wachtwoord op. Bewaar het als .xlsx zonder wachtwoord."
            raise Unreadable("oud-werkblad", said)
        if not content.startswith(ARCHIVE):
            raise Unreadable("geen-werkmap", "Dit is geen werkmap (.xlsx).")
        try:
            self._archive = ZipFile(io.BytesIO(content), metadata_encoding="latin-1")
            self._sizes = {info.filename: info.file_size for info in self._archive.infolist()}
        except BROKEN as error:
            raise Unreadable(
                "beschadigd", "De werkmap is beschadigd of niet compleet. Vraag om een nieuw bestand."
            ) from error
        if any(info.flag_bits & ENCRYPTED for info in self._archive.infolist()):
            raise Unreadable("wachtwoord", "Op de werkmap zit een wachtwoord. Bewaar haar zonder wachtwoord.")
        if (
            len(self._archive.infolist()) > MOST_PARTS
            or max(self._sizes.values(), default=0) > LARGEST_PART
            or sum(info.file_size for info in self._archive.infolist()) > LARGEST_WHOLE
        ):
            raise Unreadable("te-groot", "De werkmap wordt bij het uitpakken te groot. Er is niets uit gelezen.")

    def has(self, name: str) -> bool:
        """Return whether there is such a part."""
        return name in self._sizes

    def parse(self, name: str, start: OnStart, end: OnText, text: OnText) -> None:
        """Read a part of XML; names of elements and attributes come without their namespace.

        Raises:
            Unreadable: it is missing, broken, or declares entities.
        """
        depth = 0

        def opened(tag: str, attributes: Attributes) -> None:
            nonlocal depth
            depth += 1
            if depth > DEEPEST:
                raise Unreadable("beschadigd", f"De werkmap is beschadigd: het onderdeel {name} is niet te lezen.")
            start(tag.rpartition(" ")[2], {key.rpartition(" ")[2]: value for key, value in attributes.items()})

        def closed(tag: str) -> None:
            nonlocal depth
            depth -= 1
            end(tag.rpartition(" ")[2])

        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = opened, closed
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = _refuse_declarations
        try:
            parser.Parse(self._read(name), True)  # noqa: FBT003  expat's own: this is all of it
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise Unreadable(
                "beschadigd", f"De werkmap is beschadigd: het onderdeel {name} is niet te lezen."
            ) from error

    def _read(self, name: str) -> bytes:
        """Return the bytes of a part, never more than allowed whatever the archive says of its size."""
        try:
            with self._archive.open(name) as part:
                data = part.read(LARGEST_PART + 1)
        except BROKEN as error:
            raise Unreadable(
                "beschadigd", f"De werkmap is beschadigd: het onderdeel {name} is niet te lezen."
            ) from error
        if len(data) > LARGEST_PART:
            raise Unreadable("te-groot", "De werkmap wordt bij het uitpakken te groot. Er is niets uit gelezen.")
        return data


def _refuse_declarations(*_: object) -> NoReturn:
    """Refuse a document type: with it a small file can grow without end, or point at other files."""
    raise Unreadable("vreemde-xml", "De werkmap bevat verwijzingen die er niet in horen. Er is niets uit gelezen.")
