"""manage.py demo says what it does, and when it does nothing."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from grids.models import Area
from incidents.models import Incident
from mediation.models import Case
from shuangliu.accounts.models import User
from shuangliu.demo import load as loading
from shuangliu.demo.load import load


@pytest.fixture
def only_areas(monkeypatch):
    """The command with its first steps alone."""
    monkeypatch.setattr(loading, "STEPS", loading.STEPS[:2])


@pytest.fixture
def _embedded(settings):
    settings.DEBUG = True


def demo(**options) -> str:
    out = StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


@pytest.mark.usefixtures("_embedded", "only_areas")
def test_it_shows_progress_and_the_accounts(db, now):
    said = demo(scale="tiny")
    assert "areas" in said
    assert "worker station subcenter county" in said
    assert "shuangliu-demo" in said
    assert Area.objects.count() == 19


@pytest.mark.usefixtures("_embedded", "only_areas")
def test_a_second_time_is_refused(db, now):
    demo(scale="tiny")
    with pytest.raises(CommandError, match="holds areas already"):
        demo(scale="tiny")
    assert "nothing loaded" in demo(scale="tiny", if_empty=True)
    assert Area.objects.count() == 19


@pytest.mark.usefixtures("only_areas")
def test_production_is_refused_unless_meant(db, now, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="--yes-really"):
        demo(scale="tiny", if_empty=True)
    demo(scale="tiny", yes_really=True)
    assert settings.DEBUG is False


@pytest.mark.usefixtures("_embedded")
def test_a_failure_leaves_nothing_behind(db, now, monkeypatch):
    def fail(world):
        raise OSError("disk full")

    monkeypatch.setattr(loading, "STEPS", [*loading.STEPS[:4], ("trouble", fail)])
    with pytest.raises(OSError, match="disk full"):
        demo(scale="tiny")
    assert not Area.objects.exists()
    assert not User.objects.exists()


def test_the_password_can_be_another_one(db, now, monkeypatch):
    monkeypatch.setenv("SHUANGLIU_DEMO_PASSWORD", "白日依山尽")
    monkeypatch.setattr(loading, "STEPS", loading.STEPS[:4])
    load("tiny", at=now)
    assert User.objects.get(username="clerk").check_password("白日依山尽")


def test_the_same_moment_gives_the_same_county(db, now):
    def told():
        return (
            list(Incident.objects.order_by("id").values_list("uuid", "description", "state", "due_at", "area_key")),
            list(Case.objects.order_by("id").values_list("title", "registered_at", "state", "due_at", "area_key")),
            list(User.objects.order_by("id").values_list("username", "name")),
        )

    counties = []
    for _ in range(2):
        with transaction.atomic():
            load("tiny", at=now)
            counties.append(told())
            transaction.set_rollback(True)
    assert counties[0] == counties[1]
    assert len(counties[0][0]) > 50
