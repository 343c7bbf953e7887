"""Text that XML can hold."""

import re

# Characters that XML 1.0 cannot hold even when escaped.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(words: str) -> str:
    """The words without what XML 1.0 has no way to write; a replacement character stands for each."""
    return _NO_XML.sub("\ufffd", words)
