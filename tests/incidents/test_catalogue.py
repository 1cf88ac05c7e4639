"""The catalogue a county begins with."""

import pytest
from django.core.management import call_command

from incidents import catalogue
from incidents.limits import limit_of
from incidents.models import Category, Incident, StageLimit
from incidents.states import CLOCK, Stage


@pytest.mark.django_db
def test_it_is_whole_and_may_be_loaded_again():
    call_command("load_catalogue", verbosity=0)
    assert catalogue.load() == 0
    first = {f"E{number:02d}" for number in range(1, 17)} | {"E99"}
    assert set(Category.objects.filter(parent=None).values_list("code", flat=True)) == first
    assert all(kind.children.exists() for kind in Category.objects.filter(parent=None))
    for kind in Category.objects.all():
        kind.full_clean()
        assert str(kind.handle_limit)


@pytest.mark.django_db
def test_disputes_clues_care_homes_and_emergencies_are_not_public():
    catalogue.load()
    shown = {kind.code[:3] for kind in Category.objects.public()}
    assert {f"E{n:02d}" for n in range(1, 17)} | {"E99"} == shown | {"E08", "E09", "E10", "E13", "E16"}
    assert not shown & {"E08", "E09", "E10", "E13", "E16"}
    Category.objects.filter(code="E01").update(is_public=False)
    assert not Category.objects.public().filter(parent__code="E01").exists()


@pytest.mark.django_db
def test_what_an_administrator_changed_stays():
    catalogue.load()
    Category.objects.filter(code="E01-01").update(name="暴露垃圾（新）", is_active=False)
    catalogue.load()
    assert Category.objects.get(code="E01-01").name == "暴露垃圾（新）"
    assert not Category.objects.reportable().filter(code="E01-01").exists()


@pytest.mark.django_db
def test_every_stage_has_a_limit_even_in_an_empty_table():
    for stage in set(CLOCK.values()) - {Stage.HANDLE}:
        for is_urgent in (False, True):
            assert limit_of(Incident(is_urgent=is_urgent), stage).span
    StageLimit.objects.create(stage="accept", is_urgent=False, amount=2, unit="natural_hours")
    assert str(limit_of(Incident(is_urgent=False), Stage.ACCEPT).unit) == "natural_hours"
