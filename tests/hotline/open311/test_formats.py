"""Any text goes in, well-formed XML comes out, and it says the same as JSON."""

import json
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from hotline.open311.formats import answer, clean

from .program import from_xml

ANY = st.text(st.characters(exclude_categories=()))  # controls, halves of surrogate pairs and all


@given(ANY)
def test_any_text_is_well_formed_and_the_same_in_both_formats(text):
    value = [{"description": text, "status": "open"}]
    xml = ElementTree.fromstring(answer("service_requests", value, "xml").content)
    told = json.loads(answer("service_requests", value, "json").content)
    read = from_xml(xml)
    assert read[0]["status"] == told[0]["status"] == "open"
    assert (read[0]["description"] or "") == told[0]["description"] == clean(text)


@given(ANY)
def test_what_fits_is_kept(text):
    kept = clean(text)
    assert clean(kept) == kept
    assert all(letter in kept for letter in text if letter.isalnum())


def test_chinese_beyond_the_first_plane_stays_and_controls_go():
    assert clean("𠮷野\x00\x0b家\r\n\ufffe<a>&\ud800") == "𠮷野家\n<a>&"
