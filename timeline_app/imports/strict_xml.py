"""XML without what makes it dangerous: no DOCTYPE, no entities, no abyss, nothing fetched."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from timeline_app.errors import InvalidData

if TYPE_CHECKING:
    from lxml.etree import XMLSyntaxError, _Element

_SAFE: dict[str, Any] = {
    "resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "remove_comments": True,
    "remove_pis": True,
}  # fmt: skip
"""What lxml is told; without `huge_tree` it stops below 256 levels and at long texts and names."""


def each_end(data: bytes, name: str, part: str, *tags: str) -> Iterator[_Element]:
    """Every element of some names when it ends, in any namespace; it may be cleared after use.

    Args:
        data: the XML.
        name: the file, for messages.
        part: which of its parts this is, for messages.
        tags: local names of the elements.

    Raises:
        InvalidData: broken, too deep, or with a DOCTYPE.
    """
    from lxml.etree import XMLSyntaxError, iterparse  # noqa: PLC0415 - heavy

    _refuse_doctype(data, name, part)
    is_first = True
    try:
        for _, element in iterparse(io.BytesIO(data), events=("end",), tag=[f"{{*}}{tag}" for tag in tags], **_SAFE):
            if is_first:
                _refuse_dtd_of(element, name, part)
                is_first = False
            yield element
    except XMLSyntaxError as fault:
        raise _broken(fault, name, part) from None


def whole(data: bytes, name: str, part: str = "") -> _Element:
    """The root of an XML text, with all that is in it. Raises as `each_end`."""
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring  # noqa: PLC0415 - heavy

    _refuse_doctype(data, name, part)
    try:
        root = fromstring(data, XMLParser(**_SAFE))
    except XMLSyntaxError as fault:
        raise _broken(fault, name, part) from None
    _refuse_dtd_of(root, name, part)
    return root


def local(element: _Element) -> str:
    """The element's name without its namespace: programs differ in the version they name there."""
    name: str = element.tag  # comments, whose tag is a function, are left away
    return name[name.rfind("}") + 1 :]


def _refuse_doctype(data: bytes, name: str, part: str) -> None:
    """Before anything is parsed, where it can be seen in the bytes."""
    if b"<!DOCTYPE" in data[:10_000] or b"<!ENTITY" in data[:100_000]:
        raise _with_doctype(name, part)


def _refuse_dtd_of(element: _Element, name: str, part: str) -> None:
    """In any encoding."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise _with_doctype(name, part)


def _with_doctype(name: str, part: str) -> InvalidData:
    what = f"{part} holds a DOCTYPE, which such files do not need".strip()
    return InvalidData(name, what, "it was made to do harm; nothing was read")


def _broken(fault: XMLSyntaxError, name: str, part: str) -> InvalidData:
    if "depth" in str(fault):
        return InvalidData(name, f"{part} nests too many levels deep".strip(), "it was made to do harm")
    line, column = fault.position
    what = f"{part} is broken XML at line {line}, column {column}".strip()
    return InvalidData(name, what, "the file was cut off or edited by hand")
