"""Chinese names as people write them: whole, in 2 characters or 20, with one of many middle dots."""

import re
import unicodedata

from shuangliu.privacy.cipher import lookup_hash

DOTS = re.compile(r"\s*[·・•‧∙⋅．.]\s*")  # U+00B7 is right; input methods give the others


def tidy(name: str) -> str:
    """The name with one kind of middle dot and without blanks around it or between Chinese characters."""
    name = DOTS.sub("·", unicodedata.normalize("NFKC", name)).strip()
    return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", re.sub(r"\s+", " ", name))


def marked(name: str) -> str:
    """What of a name is hashed: apart from numbers, and however its dot was written."""
    return "name:" + tidy(name)


def name_hash(name: str) -> str:
    """Keyed hash under which the same name is found; "" for none."""
    return lookup_hash(marked(name)) if name else ""
