"""The line we do not cross (product.md): no model can hold what the law or decency forbids to keep."""

from django.apps import apps

from shuangliu.privacy.forbidden import FIELD

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


def test_the_pattern_finds_what_it_should():
    for name in ["religion", "ethnic_group", "drug_history", "is_key_person", "face_id", "plate", "person_score"]:
        assert FIELD.search(name), name
    for name in ["category", "workplace", "template", "interface", "acceptance", "tracking_code"]:
        assert not FIELD.search(name), name
