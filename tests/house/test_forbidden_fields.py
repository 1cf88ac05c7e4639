"""The line we do not cross (product.md): no model can hold what the law or decency forbids to keep."""

import re

from django.apps import apps

FORBIDDEN = re.compile(
    r"(^|_)(religion|religious|ethnic|ethnicity|nationality_group|political|party_member|diagnos\w*|disease|illness"
    r"|offen[cs]e|crime|criminal|convict\w*|drug\w*|addict\w*|aids|hiv|special_person|key_person|special_population"
    r"|risk_level_of_person|person_score|credit_score|social_score|trust_score|threat|suspect\w*|face|facial"
    r"|biometric\w*|fingerprint|plate|licen[cs]e_plate|video|stream_url|live_location|track|pregnan\w*|contracept\w*"
    r"|birth_control|family_planning|overnight|visitor|guest)(_|$)"
)
ALLOWED = {
    # (model, field): why it is not what its name suggests
}


def test_no_model_has_a_forbidden_field():
    found = {
        (model._meta.label, field.name)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if FORBIDDEN.search(field.name)
    } - set(ALLOWED)
    assert not found


def test_the_pattern_finds_what_it_should():
    for name in ["religion", "ethnic_group", "drug_history", "is_key_person", "face_id", "plate", "person_score"]:
        assert FORBIDDEN.search(name), name
    for name in ["category", "workplace", "template", "interface", "acceptance", "tracking_code"]:
        assert not FORBIDDEN.search(name), name
