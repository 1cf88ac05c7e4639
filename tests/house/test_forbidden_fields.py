"""The line we do not cross (product.md): no model can hold, and no form, API or page of the administration can ask,
what the law or decency forbids to keep."""

from importlib import import_module
from pathlib import Path

from django import forms
from django.apps import apps
from django.contrib import admin
from rest_framework import serializers

from shuangliu.privacy.forbidden import FIELD

ROOT = Path(__file__).resolve().parents[2]
OWN = {"shuangliu", "grids", "residents", "mediation", "incidents", "hotline", "patrol"}
ALLOWED = {
    # (model, field): why it is not what its name suggests
}


def test_no_model_has_a_forbidden_field():
    found = {
        (model._meta.label, field.name)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if FIELD.search(field.name)
    } - set(ALLOWED)
    assert not found


def everything() -> None:
    """Read every module of the product, so that all its forms and serializers are known."""
    for path in sorted(ROOT.glob("*/**/*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts[0] in OWN and not {"migrations", "management", "data"} & set(parts):
            import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))


def kinds_of(base: type) -> set[type]:
    """All classes below `base` that are of this product."""
    below = set(base.__subclasses__())
    below |= {one for child in below for one in kinds_of(child)}
    return {one for one in below if one.__module__.split(".")[0] in OWN}


def test_no_form_asks_for_a_forbidden_field():
    everything()
    asked = {(form.__qualname__, name) for form in kinds_of(forms.BaseForm) for name in form.base_fields}
    assert len(asked) > 100
    assert not {one for one in asked if FIELD.search(one[1])} - set(ALLOWED)


def test_no_api_gives_or_takes_a_forbidden_field():
    everything()
    given = {(one.__qualname__, name) for one in kinds_of(serializers.Serializer) for name in one._declared_fields}
    given |= {(one.__qualname__, name) for one in kinds_of(serializers.ModelSerializer)
              if hasattr(one, "Meta") for name in one.Meta.fields}
    assert len(given) > 50
    assert not {one for one in given if FIELD.search(one[1])} - set(ALLOWED)


def test_no_page_of_the_administration_shows_a_forbidden_field(rf, admin_user):
    request = rf.get("/")
    request.user = admin_user
    shown = {(site.__class__.__qualname__, str(name)) for model, site in admin.site._registry.items()
             for name in [*site.get_list_display(request), *site.get_list_filter(request),
                          *site.get_search_fields(request), *site.get_fields(request)]}
    assert len(shown) > 100
    assert not {one for one in shown if FIELD.search(one[1])} - set(ALLOWED)


def test_the_pattern_finds_what_it_should():
    for name in ["religion", "ethnic_group", "drug_history", "is_key_person", "face_id", "plate", "person_score"]:
        assert FIELD.search(name), name
    for name in ["category", "workplace", "template", "interface", "acceptance", "tracking_code"]:
        assert not FIELD.search(name), name
