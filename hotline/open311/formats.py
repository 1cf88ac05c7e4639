"""One answer in two formats. Lists and dicts of plain values become JSON, or XML in which each list has its elements'
name: the mapping between the two that GeoReport calls the Spark convention."""

import json
import re
from xml.etree import ElementTree

from django.http import HttpResponse

ELEMENT = {
    "services": "service", "attributes": "attribute", "values": "value", "service_requests": "request",
    "service_request_updates": "request_update", "endpoints": "endpoint", "formats": "format", "errors": "error",
    "notes": "note",
}
# What XML 1.0 cannot hold: controls but tab and line break, halves of surrogate pairs, two that are no characters.
UNFIT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
JSON, XML = "json", "xml"
DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'  # with the quotes that careless programs look for
TYPES = {JSON: "application/json; charset=utf-8", XML: "text/xml; charset=utf-8"}


def clean(text: str) -> str:
    """The text with plain line breaks, without what XML cannot hold; both formats say the same."""
    return UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def answer(root: str, value, form: str, status: int = 200) -> HttpResponse:
    """`value` in the format that was asked for; `root` is the name it has in XML."""
    value = _fit(value)
    if form == JSON:
        content = json.dumps(value, ensure_ascii=False)
    else:
        content = DECLARATION + ElementTree.tostring(_element(root, value), encoding="utf-8", xml_declaration=False)
    return HttpResponse(content, content_type=TYPES[form], status=status)


def _fit(value):
    if isinstance(value, dict):
        return {name: _fit(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_fit(one) for one in value]
    return value if value is None or isinstance(value, bool | int | float) else clean(str(value))


def _element(name: str, value) -> ElementTree.Element:
    element = ElementTree.Element(name)
    if isinstance(value, dict):
        element.extend(_element(inner, one) for inner, one in value.items())
    elif isinstance(value, list):
        element.extend(_element(ELEMENT[name], one) for one in value)
    elif isinstance(value, bool):
        element.text = "true" if value else "false"
    elif value is not None:
        element.text = str(value)
    return element
