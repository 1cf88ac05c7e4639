"""Whatever is kept of people says why, by which right and how long."""

import re

import pytest
from django.apps import apps
from django.urls import reverse

from shuangliu.privacy.fields import EncryptedTextField, LookupHashField
from shuangliu.privacy.personal import STAFF, Data, Personal
from shuangliu.retention import register, rules
from shuangliu.retention.models import RetentionRule
from shuangliu.retention.registry import forgetters
from tests.house.test_docs import OWN
from tools.register import PAGE, written

MODELS = [model for model in apps.get_models() if model.__module__.split(".")[0] in OWN | {"residents"}]
LOOKS_PERSONAL = re.compile(
    r"(^|_)(name|phone|mobile|tel|address|email|id_number|id_card|born|born_on|birthday|sex|gender|occupation|employer"
    r"|contact|liaison|participants|longitude|latitude|nationality|document|passport)(_|$)")
# What bears such a name and is nobody's: things, papers, and where a matter or a sign is.
THINGS = {
    "deadlines.SpecialDay.name", "indicators.NamedPeriod.name", "worklists.SavedFilter.name", "grids.Area.name",
    "grids.AreaCode.name", "grids.Department.name", "grids.AreaChange.document", "grids.PlannedGrid.name",
    "grids.Skill.name", "mediation.DisputeCategory.name", "mediation.MediationCenter.name",
    "mediation.MediationOrg.name", "mediation.MediationWindow.name", "mediation.ScreeningPoint.name",
    "mediation.Confirmation.document_number", "mediation.AgreementText.name", "mediation.MemberUnit.name",
    "mediation.Evidence.name", "mediation.JointMember.body_name", "mediation.CaseTransfer.body_name",
    "incidents.Category.name", "incidents.Incident.longitude", "incidents.Incident.latitude",
    "incidents.ReplyTemplate.name", "hotline.ApiKey.name", "hotline.Sign.longitude", "hotline.Sign.latitude",
    "hotline.Ticket.longitude", "hotline.Ticket.latitude", "hotline.HotlineLine.name", "hotline.WrapUp.name",
    "residents.Batch.name", "residents.Building.address", "residents.Building.latitude",
    "residents.Building.longitude", "residents.Building.name", "residents.Firm.name", "residents.Firm.phone",
    "patrol.PatrolPoint.name", "patrol.PatrolPoint.longitude", "patrol.PatrolPoint.latitude", "patrol.Route.name",
    "patrol.RosterTemplate.name",
    "patrol.Courtyard.name", "patrol.Courtyard.address", "patrol.Courtyard.longitude", "patrol.Courtyard.latitude",
    "patrol.Programme.name",
    "hotline.Landmark.name", "hotline.Landmark.longitude", "hotline.Landmark.latitude",
    "patrol.Camera.longitude", "patrol.Camera.latitude",
    "patrol.Team.name",
}


def fields():
    return [(model, field) for model in MODELS for field in model._meta.concrete_fields]


def test_every_personal_field_is_declared():
    silent = {
        f"{model._meta.label}.{field.name}" for model, field in fields()
        if isinstance(field, EncryptedTextField | LookupHashField) or LOOKS_PERSONAL.search(field.name)
        if field.name not in (said.fields if (said := register.personal_of(model)) else {})
    }
    assert silent - THINGS == set(), "say personal = Personal(…) (docs/howto/declare-personal-data.md)"


def test_a_hash_of_an_encrypted_text_makes_itself():
    """Else no change of the key would find it (privacy/rotation.py)."""
    plain = {
        f"{model._meta.label}.{field.name}" for model, field in fields()
        if field.name.endswith("_hash") and not isinstance(field, LookupHashField)
        if any(isinstance(one, EncryptedTextField) for one in model._meta.concrete_fields)
    }
    assert not plain


@pytest.mark.parametrize("entry", register.entries(), ids=lambda entry: entry.model._meta.label)
def test_what_is_declared_is_there(entry):
    said = entry.personal
    assert not said.retention or said.retention in forgetters
    names = {field.name for field in entry.model._meta.concrete_fields}
    assert set(said.fields) <= names
    assert all([said.whose, said.purpose, said.basis, said.recipients, entry.retention, entry.kinds])


def test_one_of_both_says_how_long():
    with pytest.raises(ValueError, match="one of both"):
        Personal(**STAFF, fields={"name": Data.NAME}, retention="ticket.contact")


def test_the_page_of_the_documents_is_current():
    assert PAGE.read_text(encoding="utf-8") == written(), "run: .venv/bin/python -m tools.register"


def test_the_public_reads_the_periods_that_the_county_has_set(client, cast):
    rules.ensure()
    RetentionRule.objects.filter(what="call.phone").update(days=77)
    page = client.get(reverse("portal:data")).content.decode()
    assert "77" in page
    assert "phone_hash" not in page
    assert "hotline.Call" not in page
