"""XML without what makes it dangerous: no DOCTYPE, no entities, no abyss, nothing fetched."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from timeline_app.errors import InvalidData

MAX_DEPTH = 50
"""Elements within elements: KML's folders and spreadsheets need some 15."""


def each_end(data: bytes, name: str, part: str = "") -> Iterator[Element]:
    """Every element when it ends, those within it first; whoever needs its contents no more may clear it.

    Args:
        data: the XML.
        name: the file, for messages.
        part: which of its parts this is, for messages.

    Raises:
        InvalidData: broken, too deep, or with a DOCTYPE.
    """
    where = f"{part} " if part else ""
    depth = 0
    try:
        for event, element in iterparse(io.BytesIO(data), events=("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            if depth > MAX_DEPTH:
                raise InvalidData(name, f"{where}nests more than {MAX_DEPTH} levels deep", "it was made to do harm")
            if event == "end":
                yield element
    except DefusedXmlException:
        raise InvalidData(
            name, f"{where}holds a DOCTYPE, which such files do not need", "it was made to do harm; nothing was read"
        ) from None
    except ParseError as fault:
        line, column = fault.position
        raise InvalidData(
            name, f"{where}is broken XML at line {line}, column {column + 1}", "the file was cut off or edited by hand"
        ) from None
    except (ValueError, LookupError) as fault:  # an encoding that nobody knows
        if isinstance(fault, InvalidData):
            raise
        raise InvalidData(name, f"{where}is XML that cannot be read: {fault}", "its encoding is misnamed") from None


def whole(data: bytes, name: str, part: str = "") -> Element:
    """The root of an XML text, with all that is in it. Raises as `each_end`."""
    root = None
    for root in each_end(data, name, part):  # noqa: B007 - the last one to end is the root
        pass
    if root is None:
        raise InvalidData(name, "holds no XML element", "the file was cut off")
    return root


def local(element: Element) -> str:
    """The element's name without its namespace: programs differ in the version they name there."""
    return str(element.tag).rpartition("}")[2]
