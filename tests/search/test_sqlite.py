"""SQLite loses triggers whenever Django makes a table anew: after the migration they are there again."""

import pytest
from django.apps import apps
from django.db import connection, models

from incidents.models import Incident
from shuangliu import search
from shuangliu.search.apps import keep_sqlite
from shuangliu.search.sqlite import keep

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps an index of its own")


def found(text) -> int:
    return search.matching(Incident.objects.all(), text).count()


@pytest.mark.django_db(transaction=True)
def test_a_table_made_anew_is_searched_as_before(story):
    story.report(description="井盖破损")
    constraint = models.CheckConstraint(name="for_this_test", condition=models.Q(tier__lte=99))
    with connection.schema_editor() as editor:
        editor.add_constraint(Incident, constraint)
    try:
        story.report(description="讨薪")
        assert found("讨薪") == 0, "the table was not made anew: this test shows nothing"
        keep_sqlite(apps.get_app_config("incidents"), using="default")
        story.report(description="路灯")
        assert (found("井盖"), found("讨薪"), found("路灯")) == (1, 1, 1)
    finally:
        with connection.schema_editor() as editor:
            editor.remove_constraint(Incident, constraint)
        keep(connection, Incident)


@pytest.mark.django_db
def test_what_is_right_is_left_alone():
    assert keep(connection, Incident) is False
