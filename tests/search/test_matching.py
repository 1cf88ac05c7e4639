"""What is stored is found by any piece of it, and nothing else is: on whichever database the tests run."""

from datetime import timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from incidents.models import Incident
from shuangliu import search
from shuangliu.search.pairs import fold
from tests.conftest import NOW

# Few characters, so that pieces meet by chance; among them all that means something to LIKE, FTS5 or a tsquery.
MARKS = "垃圾桶旁堆Aaİ1 \n'\"%_*\\&|!():<>-+^{}~?@🚧𡐓é"
TEXT = st.one_of(st.text(MARKS, max_size=30),
                 st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30))
QUESTION = st.text(MARKS, min_size=1, max_size=5)
WITH_DATABASE = settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture,
                                                                  HealthCheck.too_slow])


@pytest.fixture
def tell(story):
    def make(description, place="", reply="", **more) -> Incident:
        return Incident.objects.create(category=story.kinds["E01-01"], area_key=story.cast.community.key,
                                       description=description, place=place, reply=reply, reported_at=NOW,
                                       due_at=NOW + timedelta(days=1), **more)

    return make


def found(text) -> list[int]:
    return list(search.matching(Incident.objects.order_by("pk"), text).values_list("pk", flat=True))


@given(TEXT, TEXT, QUESTION)
@example("桶'旁\\", "a%_", "'旁")
@example("桶旁", "垃圾", "旁垃")
@example("\"桶*", "", "\"桶*")
@WITH_DATABASE
def test_found_is_what_holds_the_words(tell, description, place, question):
    Incident.objects.all().delete()
    incident = tell(description, place)
    for text in (description, place):
        for start in range(len(text) - 1):
            piece = text[start : start + 2]
            if search.is_enough(piece):
                assert found(piece) == [incident.pk], piece
    if search.is_enough(question):
        holds = all(any(word in fold(text) for text in (description, place)) for word in search.words(question))
        assert found(question) == ([incident.pk] if holds else [])


def test_the_reply_is_searched_and_words_may_stand_in_different_fields(tell):
    incident = tell("路边有一堆垃圾", "棠湖西路", "已清运")
    assert found("清运 垃圾 西路") == [incident.pk]
    assert found("清运 井盖") == []


def test_pairs_alone_do_not_show_a_row(tell):
    tell("路灯，灯下，下坏")  # has 路灯, 灯下 and 下坏, not 路灯下坏
    assert found("路灯下坏") == []


def test_small_and_capital_letters_are_alike(tell):
    incident = tell("WiFi 坏了")
    assert found("wifi") == found("WIFI") == [incident.pk]


def test_one_character_narrows_a_longer_word(tell):
    near, _far = tell("桥头垃圾"), tell("路口垃圾")
    assert found("垃圾 桥") == [near.pk]
    with pytest.raises(ValueError, match="two characters"):
        found("桥")


def test_what_is_changed_or_gone_is_no_longer_found(tell):
    incident = tell("路边有一堆垃圾")
    Incident.objects.filter(pk=incident.pk).update(description="井盖破损")
    assert (found("垃圾"), found("井盖")) == ([], [incident.pk])
    incident.refresh_from_db()
    incident.save()
    assert found("井盖") == [incident.pk]
    incident.delete()
    assert found("井盖") == []


def test_many_at_once_are_found(story):
    rows = [Incident(category=story.kinds["E01-01"], area_key=story.cast.community.key, description=f"第{n}号井盖",
                     reported_at=NOW, due_at=NOW) for n in range(20)]
    Incident.objects.bulk_create(rows)
    assert len(found("井盖")) == 20
    assert len(found("第7号")) == 1


def test_the_index_is_used(tell):
    tell("农民工讨薪")
    rows = search.matching(Incident.objects.all(), "讨薪")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
    plan = rows.explain()
    assert "incidents_incident_search" in plan or "VIRTUAL TABLE INDEX" in plan, plan
