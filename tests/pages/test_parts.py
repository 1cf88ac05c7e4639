"""The parts that every page is made of, and rules that all templates keep."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.http import HttpResponse
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils.html import strip_tags

from shuangliu.pages import drafts, tones

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
ICONS = set(re.findall(r'<symbol [^>]*id="([\w-]+)"', (ROOT / "static/img/icons.svg").read_text(encoding="utf-8")))


def text(template: Path) -> str:
    source = template.read_text(encoding="utf-8")
    return re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}", "", source, flags=re.DOTALL)


def draw(source, **context):
    return Template("{% load look %}" + source).render(Context(context))


def test_every_icon_that_is_asked_for_exists():
    asked = {
        (str(template.relative_to(ROOT)), name)
        for template in TEMPLATES
        for name in re.findall(r'{% icon "([\w-]+)"', text(template))
    }
    assert {name for _, name in asked} <= ICONS, [pair for pair in asked if pair[1] not in ICONS]


def test_no_template_needs_what_the_content_rules_forbid():
    """No inline style, handler or script without nonce: the browser would drop them (CSP)."""
    for template in TEMPLATES:
        source = text(template)
        assert not re.search(r"<[^>%]*\s(style|on[a-z]+)=", source), template
        for tag in re.findall(r"<script\b[^>]*>", source):
            assert "src=" in tag or "nonce=" in tag or "application/json" in tag, (template, tag)


def test_every_form_that_changes_something_carries_the_token():
    for template in TEMPLATES:
        for form in re.findall(r'<form[^>]*method="post".*?</form>', text(template), re.DOTALL | re.IGNORECASE):
            assert "{% csrf_token %}" in form, template


def test_icon_is_mute_beside_a_word_and_speaks_alone():
    assert 'aria-hidden="true"' in draw('{% icon "clock" %}')
    assert 'role="img" aria-label="时限"' in draw('{% icon "clock" "时限" %}')


def test_page_header_prints_its_buttons_and_escapes_its_title():
    printed = draw(
        '{% page_header title=title back="/list/" %}<a href="/x">{{ title }}</a>{% endpage_header %}',
        title="<b>井盖</b>",
    )
    assert "<h1 class=\"page-header__title\">&lt;b&gt;井盖&lt;/b&gt;</h1>" in printed
    assert '<a href="/x">&lt;b&gt;井盖&lt;/b&gt;</a>' in printed


def test_a_figure_shows_what_it_is_made_of():
    printed = render_to_string("parts/_stat.html", {
        "label": "调解成功率", "figure": "96.01", "unit": "%",
        "numerator": "12,861", "denominator": "13,395", "href": "/x",
    })
    assert strip_tags(printed).split() == ["调解成功率", "96.01%", "12,861", "/", "13,395"]
    assert printed.startswith('<a href="/x"')


def test_no_figure_is_a_dash_and_zero_is_zero():
    assert "—" in render_to_string("parts/_stat.html", {"label": "x", "figure": None, "unit": "%"})
    assert ">0<" in render_to_string("parts/_stat.html", {"label": "x", "figure": 0})


@pytest.mark.parametrize(("cursor", "after", "links"), [
    (None, "", []), ("c2", "", ["?kind=E01&amp;after=c2"]), ("c3", "c2", ["?kind=E01", "?kind=E01&amp;after=c3"]),
    (None, "c9", ["?kind=E01"]),
])
def test_pager_keeps_the_filter(rf, cursor, after, links):
    request = rf.get("/incidents/", {"kind": "E01", **({"after": after} if after else {})})
    printed = render_to_string("parts/_pager.html", {"page": SimpleNamespace(next_cursor=cursor)}, request)
    assert re.findall(r'<a [^>]*href="([^"]*)"', printed) == links


@pytest.mark.parametrize(("state", "tone"), [("REPORTED", "wait"), ("rework", "alert"), ("unheard-of", "off")])
def test_tone(state, tone):
    assert tones.tone(state) == tone


def test_every_state_of_a_matter_has_a_tone():
    states = {
        (model._meta.label, value)
        for model in apps.get_models()
        for field in model._meta.fields
        if field.name == "state" and field.choices
        for value, _ in field.choices
    }
    assert {value for _, value in states}, "no model with a state was found"
    assert not {(model, value) for model, value in states if value not in tones.TONES}


def test_every_tone_has_its_shape():
    styles = (ROOT / "static/css/badge.css").read_text(encoding="utf-8")
    assert all(f".badge--{tone}::before" in styles for tone in set(tones.TONES.values()))


def test_a_stored_draft_is_told_to_the_browser(rf):
    cookie = drafts.stored(HttpResponse(), "incident-new").cookies["draft_stored"]
    assert (cookie.value, cookie["httponly"]) == ("incident-new", "")
